package main

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"synoptic/story"
)

func TestCluster(t *testing.T) {
	stream := `{"id":"a","published":"2031-05-01","text":"The Orrel bridge at Tamsin collapsed on Thursday after a barge hit its third pier."}
{"id":"b","text":"Parliament in Keldra voted to raise the tax on sugar, which shopkeepers oppose."}
{"id":"c"}
{"id":"d","published":"2031-05-02","text":"A barge struck the third pier of the Orrel bridge at Tamsin, which collapsed."}
`
	var out, messages bytes.Buffer
	status := run([]string{"cluster", "-"}, strings.NewReader(stream), &out, &messages)
	if status != exitLeft || !strings.Contains(messages.String(), "left out") {
		t.Errorf("status %d, messages %q: want what was left out", status, messages.String())
	}
	var stories []string
	for line := range strings.Lines(out.String()) {
		var answer story.Answer
		if err := json.Unmarshal([]byte(line), &answer); err != nil {
			t.Fatal(err)
		}
		stories = append(stories, answer.ID+"→"+answer.Story)
	}
	if got, want := strings.Join(stories, " "), "a→a b→b d→a"; got != want {
		t.Errorf("stories %q, want %q", got, want)
	}
	if first, _, _ := strings.Cut(out.String(), "\n"); !strings.HasPrefix(first, `{"id":"a","story":"a","copy_of":null,"because":[],`) {
		t.Errorf("first line is %s", first)
	}
}

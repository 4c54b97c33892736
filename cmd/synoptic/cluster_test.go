package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"synoptic"
	"synoptic/article"
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

// TestCorrect has corrections wait for what they name and for those before them
// that name the same.
func TestCorrect(t *testing.T) {
	pin := func(ids ...string) story.Correction { return story.Correction{Do: "pin", Articles: ids} }
	undo := story.Correction{Do: "undo"}
	for _, tt := range []struct {
		name          string
		waiting, left []story.Correction
	}{
		{"what has come", []story.Correction{pin("a"), pin("b")}, nil},
		{"what has not", []story.Correction{pin("nobody"), pin("b")}, []story.Correction{pin("nobody")}},
		{"the same article", []story.Correction{pin("nobody", "b"), pin("b"), pin("a")}, []story.Correction{pin("nobody", "b"), pin("b")}},
		{"the same in turn", []story.Correction{pin("nobody", "b"), pin("b", "a"), pin("a")}, []story.Correction{pin("nobody", "b"), pin("b", "a"), pin("a")}},
		{"undone", []story.Correction{pin("a"), undo, pin("b")}, nil},
		{"undone later", []story.Correction{pin("a"), pin("nobody"), undo, pin("b")}, []story.Correction{pin("nobody"), undo, pin("b")}},
		{"nothing to undo", []story.Correction{undo, pin("a")}, []story.Correction{undo, pin("a")}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := desk{stories: synoptic.NewClusterer(), waiting: tt.waiting}
			for _, id := range []string{"a", "b", "c"} { // the last, before which all can be made that ever can
				d.add(d.stories.Read(&article.Article{ID: id, Text: "The bridge at Tamsin collapsed."}))
			}
			if diff := cmp.Diff(tt.left, d.waiting); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestClusterAtOnce has a writer that waits for each answer before it writes the
// next article.
func TestClusterAtOnce(t *testing.T) {
	in, write := io.Pipe()
	read, out := io.Pipe()
	done := make(chan int)
	go func() {
		done <- run([]string{"cluster", "--quiet", "-"}, in, out, io.Discard)
	}()
	answers := bufio.NewScanner(read)
	for i := range 20 {
		fmt.Fprintf(write, "{\"id\":\"a%d\",\"text\":\"The bridge at Tamsin collapsed.\"}\n", i)
		if !answers.Scan() || !strings.HasPrefix(answers.Text(), fmt.Sprintf(`{"id":"a%d",`, i)) {
			t.Fatalf("answer %d is %q", i, answers.Text())
		}
	}
	write.Close()
	if status := <-done; status != exitDone {
		t.Errorf("status %d", status)
	}
}

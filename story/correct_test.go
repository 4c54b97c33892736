package story

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"synoptic/article"
	"synoptic/lang/en"
)

// where returns the story of each article that c remembers.
func where(c *Clusterer) map[string]string {
	stories := map[string]string{}
	for _, r := range c.records {
		stories[r.id] = r.story.id
	}
	return stories
}

func TestCorrect(t *testing.T) {
	start := map[string]string{"mill-1": "mill-1", "mill-2": "mill-1", "vote": "vote", "school": "school", "mill-3": "mill-1"}
	for _, c := range []struct {
		name      string
		do        []Correction
		changed   map[string]string // from start
		redirects []Redirect
		undone    []Redirect // once it is undone
	}{
		{"merge", []Correction{{Do: "merge", Stories: []string{"school", "vote"}}}, map[string]string{"school": "vote"}, []Redirect{{"school", "vote"}}, nil},
		{"split", []Correction{{Do: "split", Articles: []string{"mill-3", "mill-2"}}}, map[string]string{"mill-2": "mill-2", "mill-3": "mill-2"}, nil, []Redirect{{"mill-2", "mill-1"}}},
		{"split off the first", []Correction{{Do: "split", Articles: []string{"mill-1"}}}, map[string]string{"mill-1": "mill-1+"}, nil, []Redirect{{"mill-1+", "mill-1"}}},
		{"move", []Correction{{Do: "move", Articles: []string{"mill-3"}, Stories: []string{"school"}}}, map[string]string{"mill-3": "school"}, nil, nil},
		{"move the last", []Correction{{Do: "move", Articles: []string{"vote"}, Stories: []string{"school"}}}, map[string]string{"vote": "school"}, []Redirect{{"vote", "school"}}, nil},
		{"pin", []Correction{{Do: "pin", Articles: []string{"vote"}}}, nil, nil, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			k := New(Options{Language: en.English()})
			add(k, stream[:5])
			if diff := cmp.Diff(start, where(k)); diff != "" {
				t.Fatal(diff)
			}
			want := map[string]string{}
			for id, story := range start {
				want[id] = story
			}
			var changed []Moved
			for _, correction := range c.do {
				m, err := k.Correct(correction)
				if err != nil {
					t.Fatal(err)
				}
				changed = append(changed, m...)
			}
			if len(changed) != len(c.changed) {
				t.Errorf("moved %v", changed)
			}
			for id, story := range c.changed {
				want[id] = story
			}
			if diff := cmp.Diff(want, where(k)); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(c.redirects, k.Redirects()); diff != "" {
				t.Error(diff)
			}
			if _, err := k.Correct(Correction{Do: "undo"}); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(start, where(k)); diff != "" {
				t.Errorf("undone: %s", diff)
			}
			if diff := cmp.Diff(c.undone, k.Redirects(), cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("undone: %s", diff)
			}
			if k.stories["school"].id != "school" || k.records[2].pinned {
				t.Errorf("undone: %v", k.stories["school"])
			}
			if _, err := k.Correct(Correction{Do: "undo"}); err == nil {
				t.Error("undone twice")
			}
		})
	}
}

func TestCorrectWrongly(t *testing.T) {
	c := New(Options{Language: en.English()})
	add(c, stream[:5])
	for _, k := range []Correction{
		{}, {Do: "tidy"}, {Do: "undo"}, {Do: "merge", Stories: []string{"vote"}}, {Do: "merge", Stories: []string{"vote", "nothing"}},
		{Do: "split", Articles: []string{"vote"}}, {Do: "split", Articles: []string{"mill-1", "vote"}}, {Do: "split", Articles: []string{"nobody"}},
		{Do: "move", Articles: []string{"vote"}}, {Do: "pin"}, {Do: "pin", Articles: []string{"vote"}, Stories: []string{"vote"}},
	} {
		if _, err := c.Correct(k); err == nil {
			t.Errorf("%+v: no error", k)
		}
	}
	if len(c.Log()) != 0 {
		t.Errorf("the log has %v", c.Log())
	}
}

// TestCorrectionsHold has corrections hold for later articles and passes.
func TestCorrectionsHold(t *testing.T) {
	c := New(Options{Language: en.English()})
	add(c, stream[:5])
	if _, err := c.Correct(Correction{Do: "split", Articles: []string{"mill-2"}}); err != nil {
		t.Fatal(err)
	}
	c.suspects = []suspect{{"mill-1", "mill-2"}}
	c.merge()
	if c.stories["mill-1"] == c.stories["mill-2"] {
		t.Error("a pass undid what a person did")
	}
	later := *stream[1]
	later.ID = "mill-4"
	if got := c.Add(&later).Story; got == "vote" {
		t.Errorf("story %q", got)
	}
	if _, err := c.Correct(Correction{Do: "merge", Stories: []string{"mill-2", "mill-1"}}); err != nil {
		t.Fatal(err)
	}
	if got := c.Add(&article.Article{ID: "mill-5", Text: later.Text}).Story; got != "mill-1" {
		t.Errorf("story %q, want the one that the other became part of", got)
	}
	if _, err := c.Correct(Correction{Do: "pin", Articles: []string{"vote"}}); err != nil {
		t.Fatal(err)
	}
	if !c.bound(c.stories["vote"], c.stories["school"]) || c.bound(c.stories["mill-1"], c.stories["school"]) {
		t.Error("what is pinned is not kept, or what is not is")
	}
}

package story

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"synoptic/article"
	"synoptic/lang/en"
)

// vote2 is of the vote of stream.
var vote2 = &article.Article{ID: "vote-2", Published: "2031-06-03", Text: `Premier Ilan Moss met the senate of Ostrava Bay on Tuesday, a day after it rejected his budget by two votes, and ruled out that he would resign.`}

// two is of two events.
var two = []*article.Article{stream[0], stream[2], stream[4], vote2}

// together returns a Clusterer that has articles, in turn in some stories.
func together(articles []*article.Article, stories ...string) *Clusterer {
	c := New(Options{Language: en.English()})
	for i, a := range articles {
		c.Place(c.Arrive(a), stories[i%len(stories)])
	}
	return c
}

func TestSplit(t *testing.T) {
	parted := []Moved{{"vote", "vote"}, {"vote-2", "vote"}}
	var many []*article.Article
	for i := range maxMembers + 1 {
		a := *two[i%len(two)]
		a.ID = fmt.Sprint(a.ID, i)
		many = append(many, &a)
	}
	for _, k := range []struct {
		name     string
		articles []*article.Article
		stories  []string
		do       []Correction
		want     []Moved
	}{
		{"two events", two, []string{"mill-1"}, nil, parted},
		{"an id that is taken", two, []string{"vote"}, nil, []Moved{{"vote", "vote-2"}, {"vote-2", "vote-2"}}},
		{"one event", []*article.Article{stream[0], stream[1], stream[4], stream[0]}, []string{"mill-1"}, nil, nil},
		{"too few", two[:3], []string{"mill-1"}, nil, nil},
		{"too many", many, []string{"mill-1"}, nil, nil},
		{"pinned", two, []string{"mill-1"}, []Correction{{Do: "pin", Articles: []string{"mill-3"}}}, nil},
		{"merged by a person", two, []string{"mill-1", "vote"}, []Correction{{Do: "merge", Stories: []string{"mill-1", "vote"}}}, parted[:0]},
		{"kept apart by a person", append(two, stream[3]), []string{"mill-1"}, []Correction{{Do: "split", Articles: []string{"school"}}}, nil},
		{"as the person takes back", two, []string{"mill-1"}, []Correction{{Do: "pin", Articles: []string{"vote"}}, {Do: "undo"}}, parted},
	} {
		t.Run(k.name, func(t *testing.T) {
			c := together(k.articles, k.stories...)
			for _, d := range k.do {
				if _, err := c.Correct(d); err != nil {
					t.Fatal(err)
				}
			}
			again, err := Restore(bytes.NewReader(saved(t, c)), Options{Language: en.English()})
			if err != nil {
				t.Fatal(err)
			}
			before := len(c.Moves())
			c.split()
			again.split()
			if diff := cmp.Diff(append([]Moved{}, k.want...), append([]Moved{}, c.Moves()[before:]...)); diff != "" {
				t.Error(diff)
			}
			for _, m := range c.Moves()[before:] {
				if got := where(c)[m.Article]; got != m.To {
					t.Errorf("%s is in %s, and not in %s", m.Article, got, m.To)
				}
			}
			if !bytes.Equal(saved(t, c), saved(t, again)) {
				t.Error("it goes otherwise after it is restored")
			}
		})
	}
}

// TestSplitAndMerge has neither pass undo what the other did.
func TestSplitAndMerge(t *testing.T) {
	c := together(two, "mill-1")
	c.split()
	parted := where(c)
	c.suspects = []suspect{{"mill-1", "vote"}}
	c.merge()
	if diff := cmp.Diff(parted, where(c)); diff != "" {
		t.Errorf("what was parted is merged: %s", diff)
	}
	again := *stream[0]
	again.ID = "again"
	late := *stream[4]
	late.ID = "late"
	c = together([]*article.Article{stream[0], &again, stream[4], &late}, "mill-1", "again")
	c.suspects = []suspect{{"mill-1", "again"}}
	c.merge()
	merged := where(c)
	if merged["again"] != "mill-1" {
		t.Fatalf("nothing is merged: %v", merged)
	}
	c.split()
	if diff := cmp.Diff(merged, where(c)); diff != "" {
		t.Errorf("what was merged is parted: %s", diff)
	}
}

// TestSplitPass has a stream in which a story is parted once more has come.
func TestSplitPass(t *testing.T) {
	c := together(two[:3], "mill-1")
	c.Add(vote2)
	if got := where(c)["vote-2"]; got != "mill-1" {
		t.Fatalf("vote-2 is in %q", got)
	}
	for i := range passEvery - len(two) {
		c.Add(&article.Article{ID: fmt.Sprint(i), Text: fmt.Sprintf("word%d other%d third%d.", i, i, i)})
	}
	if diff := cmp.Diff([]Moved{{"vote", "vote"}, {"vote-2", "vote"}}, c.Moves()); diff != "" {
		t.Error(diff)
	}
	if got := c.Add(&article.Article{ID: "vote-3", Published: "2031-06-04", Text: vote2.Text}).Story; got != "vote" {
		t.Errorf("what comes later is in %q", got)
	}
}

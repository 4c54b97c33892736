package story

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"synoptic/article"
	"synoptic/lang/en"
)

// TestUnite has two stories become one under the older id, in whichever order
// they are named, and later articles follow.
func TestUnite(t *testing.T) {
	for _, turned := range []bool{false, true} {
		c := New(Options{Language: en.English()})
		add(c, stream[2:5]) // vote, school, mill-3
		a, b := c.stories["vote"], c.stories["mill-3"]
		if turned {
			a, b = b, a
		}
		c.unite(a, b)
		if diff := cmp.Diff([]Redirect{{"mill-3", "vote"}}, c.Redirects()); diff != "" {
			t.Error(diff)
		}
		if got := c.Add(stream[0]); got.Story != "vote" {
			t.Errorf("the next report of the mill is in %q", got.Story)
		}
		if got := c.stories["mill-3"]; got != c.stories["vote"] {
			t.Errorf("the id leads to %v", got)
		}
	}
}

// TestMerge has two reports, too far apart when they came, become one story by
// those that come between.
func TestMerge(t *testing.T) {
	c := New(Options{Language: en.English()})
	add(c, stream[:1])
	again := *stream[0]
	again.ID = "again"
	x := c.Arrive(&again)
	c.Place(x, "again")
	c.suspect(x, c.stories["again"])
	c.merge()
	if diff := cmp.Diff([]Redirect{{"again", "mill-1"}}, c.Redirects()); diff != "" {
		t.Error(diff)
	}
}

func TestForget(t *testing.T) {
	c := New(Options{Language: en.English(), Window: 2})
	answers := add(c, []*article.Article{stream[0], stream[2], stream[3], stream[4]})
	if got := answers[3].Story; got != "mill-3" {
		t.Errorf("story %q, want one of its own, since the other is forgotten", got)
	}
	if len(c.records) != 2 || len(c.byID) != 2 || len(c.stories) != 2 || c.stories["mill-1"] != nil {
		t.Errorf("%d articles, %d ids and %d stories are remembered", len(c.records), len(c.byID), len(c.stories))
	}
	for hash := range c.index.postings.lists {
		if list := c.index.postings.of(hash); len(list) == 0 || list[0] < c.first {
			t.Errorf("term %d leads to %v, from %d on", hash, list, c.first)
		}
	}
}

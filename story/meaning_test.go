package story

import (
	"testing"

	"synoptic/article"
	"synoptic/lang/en"
)

// Two reports of one event in other words mean more alike than two of two.
func TestMeaning(t *testing.T) {
	c := New(Options{Language: en.English()})
	of := func(id, text string) *vector {
		x := c.Arrive(&article.Article{ID: id, Text: text})
		c.Place(x, id)
		return &x.record.vector
	}
	sank := of("a", "The ferry sank in the storm, and divers looked for the drowned passengers.")
	ship := of("b", "The ship went down in heavy waves; the search of the sea for the dead goes on.")
	vote := of("c", "The senate rejected the budget by two votes, and the premier would not resign.")
	for k := range meanings {
		if near, far := sank.meaning.near(ship.meaning, k), sank.meaning.near(vote.meaning, k); near <= far || near != ship.meaning.near(sank.meaning, k) {
			t.Errorf("part %d: %d and %d", k, near, far)
		}
	}
	if l := alike(sank, ship); l[nearMeaning] != sank.meaning.near(ship.meaning, 0) {
		t.Errorf("likeness has %d", l[nearMeaning])
	}
}

// Where no word has a vector, what is usual stands in.
func TestNoMeaning(t *testing.T) {
	c := New(Options{Language: en.English()})
	a := c.Arrive(&article.Article{ID: "a", Text: "Qwxyz Zyxwq 17 qqzzx."})
	c.Place(a, "a")
	b := c.Arrive(&article.Article{ID: "b", Text: "Qwxyz Zyxwq 17 qqzzx xzzqq."})
	l := alike(&b.record.vector, &a.record.vector)
	if a.record.meaning != nil || l[nearMeaning] != usual(0, l[byWords]) || l[nearHead] != usual(1, l[byHead]) {
		t.Errorf("meaning %v, likeness %v", a.record.meaning, l)
	}
}

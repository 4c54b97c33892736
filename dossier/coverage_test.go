package dossier

import (
	"strings"
	"testing"
)

func TestCoverage(t *testing.T) {
	d := canned(t)
	r := newReading(d)
	c := r.coverage()
	if c == nil {
		t.Fatal("no coverage")
	}
	for _, row := range c.rows {
		if len(row.cells) != len(r.outlets) {
			t.Fatalf("%d cells of %d outlets", len(row.cells), len(r.outlets))
		}
		filled := 0
		for n, x := range row.cells {
			if (x.how == nothing) != (x.at == nil) {
				t.Errorf("claim %d, %s: a stance without words or words without a stance", r.number[row.claim.ID], r.outlets[n])
			}
			if x.at != nil {
				filled += btoi(x.how != akin)
				if r.outlet(x.at.Article) != n {
					t.Errorf("claim %d: words of %s stand under %s", r.number[row.claim.ID], x.at.Article, r.outlets[n])
				}
			}
		}
		if row.differs == 0 && filled != len(row.claim.Outlets) {
			t.Errorf("claim %d: %d cells filled, want %d", r.number[row.claim.ID], filled, len(row.claim.Outlets))
		}
	}
}

// Those who contradict a claim stand in its row too, on the other side.
func TestCoverageSides(t *testing.T) {
	at := func(id string) Evidence { return Evidence{id, Span{Start: 0, End: 9, Text: "It is so."}} }
	d := &Dossier{
		Claims: []Claim{{ID: "c1", Statement: at("a"), Outlets: []string{"A", "B"}, Reports: []Report{{Evidence: at("a")}, {Evidence: at("b")}}}},
		Disagreements: []Disagreement{{Relation: "conflicts", Positions: []Position{
			{Side: 0, Evidence: []Evidence{at("a"), at("b")}}, {Side: 1, Evidence: []Evidence{at("c"), at("b")}},
		}}},
	}
	for _, name := range []string{"A", "B", "C", "D"} {
		d.Articles = append(d.Articles, Article{ID: strings.ToLower(name), Outlet: name, Text: "It is so."})
	}
	c := newReading(d).coverage()
	if c == nil || len(c.rows) != 1 || c.rows[0].differs != 1 {
		t.Fatalf("%+v", c)
	}
	got := ""
	for _, x := range c.rows[0].cells {
		got += stances[x.how].Mark + x.side + " "
	}
	if got != "●A ●AB ●B  " {
		t.Errorf("got %q", got)
	}
}

func TestStance(t *testing.T) {
	at := func(id string) Evidence { return Evidence{id, Span{Start: 0, End: 5}} }
	r := newReading(&Dossier{
		Articles: []Article{{ID: "a", Outlet: "A"}, {ID: "b", Outlet: "B", CopyOf: str("a")}},
		Origins:  []Origin{{ID: "o1", Kind: "person", Name: "the minister"}},
	})
	for _, c := range []struct {
		report Report
		want   stance
	}{
		{Report{Evidence: at("a"), Hedge: "none"}, flat},
		{Report{Evidence: at("a"), Hedge: "possible"}, hedged},
		{Report{Evidence: at("a"), Hedge: "reported"}, relayed},
		{Report{Evidence: at("a"), Hedge: "none", Chain: []Link{{Origin: "o1"}}}, relayed},
		{Report{Evidence: at("b"), Hedge: "none"}, copied},
	} {
		if got := r.stance(&c.report); got != c.want {
			t.Errorf("%+v: %s, want %s", c.report, stances[got].How, stances[c.want].How)
		}
	}
}

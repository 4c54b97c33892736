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
				filled++
				if r.outlet(x.at.Article) != n {
					t.Errorf("claim %d: words of %s stand under %s", r.number[row.claim.ID], x.at.Article, r.outlets[n])
				}
			}
		}
		if filled != len(row.claim.Outlets) {
			t.Errorf("claim %d: %d cells filled, want %d", r.number[row.claim.ID], filled, len(row.claim.Outlets))
		}
	}
}

func TestStance(t *testing.T) {
	at := func(id string, start, end int) Evidence { return Evidence{id, Span{Start: start, End: end}} }
	d := &Dossier{
		Articles:      []Article{{ID: "a", Outlet: "A"}, {ID: "b", Outlet: "B", CopyOf: str("a")}},
		Origins:       []Origin{{ID: "o1", Kind: "person", Name: "the minister"}},
		Disagreements: []Disagreement{{Relation: "conflicts", Positions: []Position{{Evidence: []Evidence{at("a", 10, 20)}}}}},
	}
	r := newReading(d)
	for _, c := range []struct {
		report Report
		want   stance
	}{
		{Report{Evidence: at("a", 0, 5), Hedge: "none"}, flat},
		{Report{Evidence: at("a", 0, 5), Hedge: "possible"}, hedged},
		{Report{Evidence: at("a", 0, 5), Hedge: "reported"}, relayed},
		{Report{Evidence: at("a", 0, 5), Hedge: "none", Chain: []Link{{Origin: "o1"}}}, relayed},
		{Report{Evidence: at("b", 0, 5), Hedge: "none"}, copied},
		{Report{Evidence: at("a", 5, 11), Hedge: "none"}, opposing},
		{Report{Evidence: at("a", 5, 10), Hedge: "none"}, flat},
	} {
		if got := r.stance(&c.report, r.opposed()); got != c.want {
			t.Errorf("%+v: %s, want %s", c.report, stances[got].name, stances[c.want].name)
		}
	}
	for s, x := range stances {
		if s > 0 && strings.TrimSpace(x.mark) == "" {
			t.Errorf("stance %s has no mark", x.name)
		}
	}
}

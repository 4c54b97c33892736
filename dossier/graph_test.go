package dossier

import (
	"fmt"
	"strings"
	"testing"
)

// drawnGraph writes a graph as its tiers, each followed by the ties from it.
func drawnGraph(g *graph) string {
	if g == nil {
		return ""
	}
	var parts []string
	for t, tier := range g.tiers {
		var names []string
		for _, n := range tier {
			s := n.name
			switch {
			case n.pass:
				s = "·"
			case n.own:
				s += " itself"
			}
			if n.copies > 0 {
				s += fmt.Sprintf(" (%d copies)", n.copies)
			}
			if n.more > 0 {
				s += fmt.Sprintf(" (+%d)", n.more)
			}
			names = append(names, s)
		}
		parts = append(parts, strings.Join(names, ", "))
		if t < len(g.ties) {
			var ties []string
			for _, x := range g.ties[t] {
				ties = append(ties, fmt.Sprintf("%d-%d", x.from, x.to))
			}
			parts = append(parts, strings.Join(ties, " "))
		}
	}
	return strings.Join(parts, " / ")
}

func TestGraph(t *testing.T) {
	d := &Dossier{
		Origins: []Origin{{ID: "o1", Kind: "person", Name: "the minister"}, {ID: "o2", Kind: "media", Name: "a wire"}, {ID: "o3", Kind: "self", Name: "B"}},
	}
	for _, name := range strings.Fields("A B C D E") {
		d.Articles = append(d.Articles, Article{ID: strings.ToLower(name), Outlet: name, Text: "It is so."})
	}
	d.Articles[4].CopyOf = str("a")
	for i := range 20 {
		d.Articles = append(d.Articles, Article{ID: fmt.Sprint("z", i), Outlet: fmt.Sprint("Z", i), Text: "It is so."})
	}
	report := func(article string, chain ...string) Report {
		p := Report{Evidence: Evidence{article, Span{Start: 0, End: 9, Text: "It is so."}}}
		for _, id := range chain {
			p.Chain = append(p.Chain, Link{Origin: id})
		}
		return p
	}
	var many []Report
	for i := range 20 {
		many = append(many, report(fmt.Sprint("z", i), "o1"))
	}
	for _, c := range []struct {
		name    string
		reports []Report
		want    string
	}{
		{"one origin", []Report{report("a", "o1"), report("b", "o1")}, "A, B / 0-0 1-0 / the minister"},
		{"a relay", []Report{report("a", "o1"), report("b", "o2", "o1")}, "A, B / 0-0 1-1 / ·, a wire / 0-0 1-0 / the minister"},
		{"own reporting", []Report{report("a", "o1"), report("b"), report("c", "o1")}, "A, C, B / 0-0 1-0 2-1 / the minister, B itself"},
		{"own reporting, told as such", []Report{report("a", "o1"), report("b", "o3"), report("c", "o1")}, "A, C, B / 0-0 1-0 2-1 / the minister, B itself"},
		{"each its own source", []Report{report("a", "o1"), report("b", "o2")}, ""},
		{"nothing but own reporting", []Report{report("a"), report("b")}, ""},
		{"a copy", []Report{report("a", "o1"), report("e", "o1"), report("b", "o1")}, "A (1 copies), B / 0-0 1-0 / the minister"},
		{"a copy without its original", []Report{report("e", "o1"), report("b", "o1")}, "B, E / 0-0 1-0 / the minister"},
		{"outlets of one origin side by side", []Report{report("a", "o1"), report("b", "o2"), report("c", "o1")}, "A, C, B / 0-0 1-0 2-1 / the minister, a wire"},
		{"two sources of one outlet", []Report{report("a", "o1"), report("a", "o2"), report("b", "o1")}, "A, B / 0-0 1-0 0-1 / the minister, a wire"},
		{"many outlets", append(many, report("a", "o2")), "A, Z0 (+19) / 0-0 1-1 / a wire, the minister"},
		{"an origin that is not there", []Report{report("a", "o9"), report("b", "o1"), report("c", "o1")}, "B, C, A / 0-0 1-0 2-1 / the minister, A itself"},
	} {
		d.Claims = []Claim{{ID: "c1", Statement: c.reports[0].Evidence, Reports: c.reports}}
		r := newReading(d)
		if got := drawnGraph(r.graph(r.claims[0])); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

package quotation

import (
	"slices"

	"synoptic/analyze/doc"
	"synoptic/span"
)

// cluster joins units by their links, best first. Two clusters join when at
// least half of the pairs between them are linked, so that a fragment common to
// two utterances does not make them one.
func cluster(units []unit, links []link) [][]int {
	linked := make(map[[2]int]bool, len(links))
	for _, l := range links {
		linked[[2]int{l.a, l.b}] = true
	}
	of := make([]int, len(units))
	members := make([][]int, len(units))
	for i := range units {
		of[i], members[i] = i, []int{i}
	}
	for _, l := range links {
		x, y := of[l.a], of[l.b]
		if x == y {
			continue
		}
		met := 0
		for _, a := range members[x] {
			for _, b := range members[y] {
				if linked[[2]int{min(a, b), max(a, b)}] {
					met++
				}
			}
		}
		if 2*met < len(members[x])*len(members[y]) {
			continue
		}
		if y < x {
			x, y = y, x
		}
		for _, b := range members[y] {
			of[b] = x
		}
		members[x] = append(members[x], members[y]...)
		members[y] = nil
	}
	var list [][]int
	for _, m := range members {
		if len(m) > 1 {
			slices.Sort(m)
			list = append(list, m)
		}
	}
	return list
}

// show returns the span that carries a unit's wording: the quotation with its
// marks, or for a short fragment and for an indirect content the words around
// it that other renderings share.
func (u *unit) show(d *doc.Doc, units []unit, members []int) span.Span {
	core := u.core
	if !u.fragment && u.kind != doc.Indirect {
		return d.Span(core)
	}
	if u.fragment {
		if u.core.Len()*2 >= u.whole.Len() {
			return d.Span(u.whole)
		}
		if u.core.Len() > 8 {
			return d.Span(core)
		}
	}
	from, to := core.From, core.To
	if u.kind == doc.Indirect {
		from, to = core.To, core.From
	}
	for _, m := range members {
		o := &units[m]
		if o == u || o.doc == u.doc {
			continue
		}
		for _, p := range align(u.terms, o.terms).pairs {
			from = min(from, u.terms[p[0]].token)
			to = max(to, u.terms[p[0]].token+1)
		}
	}
	if from >= to {
		return d.Span(u.whole)
	}
	at := span.Range{From: from, To: to}
	if 2*at.Len() >= u.whole.Len() {
		at = u.whole
	}
	return d.Span(at)
}

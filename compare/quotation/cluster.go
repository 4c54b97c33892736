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

// adjoin lets a short sentence that follows one utterance in all its renderings
// belong to it: "This is good news. Big progress!"
func adjoin(units []unit, clusters [][]int) [][]int {
	of := make([]int, len(units))
	at := map[[3]int]int{}
	for i := range units {
		of[i] = -1
		if u := &units[i]; u.quote >= 0 && !u.fragment {
			at[[3]int{u.doc, u.quote, u.sentence}] = i
		}
	}
	for c, members := range clusters {
		for _, m := range members {
			of[m] = c
		}
	}
	for c, members := range clusters {
		head := -1
		for _, m := range members {
			u := &units[m]
			p, ok := at[[3]int{u.doc, u.quote, u.sentence - 1}]
			if !ok || u.quote < 0 || u.fragment || len(u.words) > short || of[p] < 0 || of[p] == c || head >= 0 && of[p] != head {
				head = -1
				break
			}
			head = of[p]
		}
		if head < 0 {
			continue
		}
		for _, m := range members {
			u := &units[m]
			p := &units[at[[3]int{u.doc, u.quote, u.sentence - 1}]]
			p.core.To, p.whole.To = u.core.To, u.core.To
			of[m] = -1
		}
		clusters[c] = nil
	}
	return slices.DeleteFunc(clusters, func(m []int) bool { return m == nil })
}

// short is the most words of a sentence that adjoins the one before.
const short = 6

// show returns the span that carries a unit's wording: the quotation with its
// marks, less a clause that no other rendering has; a short fragment with the
// clause it stands in.
func (u *unit) show(d *doc.Doc, units []unit, members []int) span.Span {
	core := u.core
	if u.fragment {
		if u.telling() > shortest {
			return d.Span(core)
		}
		return d.Span(u.clause(d))
	}
	from, to := u.met(units, members)
	if from >= to {
		return d.Span(core)
	}
	if u.kind == doc.Indirect {
		if at := (span.Range{From: from, To: to}); 3*at.Len() < core.Len() {
			return d.Span(at)
		}
		return d.Span(core)
	}
	for _, m := range members {
		if 2*len(units[m].words) > len(u.words) && units[m].doc != u.doc {
			return d.Span(core)
		}
	}
	middle := (core.From + core.To) / 2
	if from > middle {
		for i := from; i > core.From+aside; i-- {
			if d.Tokens[i-1].UPOS == "PUNCT" {
				core.From = i
				break
			}
		}
		for core.Len() > 1 && core.From > u.core.From && d.Tokens[core.From].UPOS == "CCONJ" {
			core.From++
		}
	} else if to <= middle {
		for i := to; i < core.To-aside; i++ {
			if d.Tokens[i].UPOS == "PUNCT" {
				core.To = i
				break
			}
		}
	}
	return d.Span(core)
}

// telling counts the content words between the marks.
func (u *unit) telling() int {
	n := 0
	for _, t := range u.terms {
		if t.core {
			n++
		}
	}
	return n
}

// shortest is the number of content words above which a fragment speaks for
// itself; shorter ones are shown with the words around them.
const shortest = 2

// aside is the fewest tokens that are cut from a quotation.
const aside = 6

// clause returns a fragment with the words around it up to where the clause
// ends.
func (u *unit) clause(d *doc.Doc) span.Range {
	at := u.core
	for at.From > u.around.From && !u.parts(d, at.From-1) {
		at.From--
	}
	if at.From == u.around.From && u.cue >= 0 {
		at.From = u.cue
	}
	last := at.To - 1
	for last > u.core.From && d.Tokens[last].UPOS == "PUNCT" {
		switch d.Tokens[last].Norm {
		case ",", ".", ";", "?", "!":
			return at // the clause ends with the quotation
		}
		last--
	}
	for at.To < u.around.To && !u.parts(d, at.To) {
		at.To++
	}
	return at
}

// parts reports whether token i parts clauses: a stop, or a conjunction before
// a verb.
func (u *unit) parts(d *doc.Doc, i int) bool {
	t := &d.Tokens[i]
	switch t.UPOS {
	case "PUNCT":
		return t.XPOS == "''" || t.XPOS == "``" || t.Norm == "," || t.Norm == ";" || t.Norm == ":" || t.Norm == "—" || t.Norm == "–"
	case "CCONJ":
		return i+1 < u.around.To && (d.Tokens[i+1].UPOS == "VERB" || d.Tokens[i+1].UPOS == "AUX")
	case "SCONJ":
		return d.Lang.Attribution.Subordinators.Has(t.Norm)
	}
	return false
}

// met returns the tokens from the first to the last word that another
// document's rendering shares.
func (u *unit) met(units []unit, members []int) (from, to int) {
	from, to = u.core.To, u.core.From
	for _, m := range members {
		o := &units[m]
		if o == u || o.doc == u.doc {
			continue
		}
		for _, p := range align(u.terms, o.terms).pairs {
			if t := u.terms[p[0]]; t.core {
				from, to = min(from, t.token), max(to, t.token+1)
			}
		}
	}
	return from, to
}

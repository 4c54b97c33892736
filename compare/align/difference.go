package align

import (
	"cmp"
	"slices"

	"synoptic/span"
)

// differences returns what stands in the same place on both sides and differs.
func (p *pair) differences() []Difference {
	var list []Difference
	// Where both deny as often they do it at other words: "considered no suspect"
	// and "not considered a suspect".
	unlike := p.a.denials() != p.b.denials()
	for i, k := range p.a.mate {
		if k < 0 {
			continue
		}
		a, b := &p.a.units[i], &p.b.units[k]
		if a.content && a.denied != b.denied && unlike && p.at(i, k) >= synonym {
			list = append(list, Difference{Polarity, p.a.predicate(i), p.b.predicate(k)})
		}
	}
	var places []candidate
	for i := range p.a.units {
		if !p.a.units[i].content || p.a.mate[i] >= 0 {
			continue
		}
		for k := range p.b.units {
			if !p.b.units[k].content || p.b.mate[k] >= 0 {
				continue
			}
			if s := p.place(i, k); s >= leastPlace {
				places = append(places, p.candidate(i, k, s))
			}
		}
	}
	slices.SortFunc(places, candidate.before)
	doneA, doneB := make([]bool, len(p.a.units)), make([]bool, len(p.b.units))
	for _, c := range places {
		if doneA[c.i] || doneB[c.k] {
			continue
		}
		doneA[c.i], doneB[c.k] = true, true
		a, b := &p.a.units[c.i], &p.b.units[c.k]
		kind := Wording
		switch {
		case a.number && b.number:
			kind = Number
		case a.name && b.name:
			kind = Name
		}
		d := Difference{kind, a.Range, b.Range}
		if kind == Name {
			d.A, d.B = p.a.whole(c.i), p.b.whole(c.k)
		}
		if !slices.Contains(list, d) {
			list = append(list, d)
		}
	}
	slices.SortFunc(list, func(x, y Difference) int {
		return cmp.Or(x.A.From-y.A.From, x.B.From-y.B.From, cmp.Compare(x.Kind, y.Kind))
	})
	return list
}

// Points for standing in the same place.
const (
	sameHead   = 3 // both hang on linked words by the same relation
	anyHead    = 1
	sameChild  = 1 // a linked word hangs on each
	sameBeside = 2 // the words before, or behind, are linked
	leastPlace = 3
)

// place says how far two units without a link stand in the same place.
func (p *pair) place(i, k int) int {
	a, b := &p.a.units[i], &p.b.units[k]
	if a.number != b.number || a.name != b.name || !a.number && a.upos != b.upos {
		return 0
	}
	if a.number && a.dimension != b.dimension {
		return 0
	}
	s := 0
	if a.head >= 0 && b.head >= 0 && p.a.mate[a.head] == b.head {
		if a.relation == b.relation {
			s += sameHead
		} else {
			s += anyHead
		}
	}
	if a.head < 0 && b.head < 0 {
		s += anyHead
	}
	for _, n := range a.children {
		if m := p.a.mate[n]; m >= 0 && p.b.units[m].head == k {
			s += sameChild
		}
	}
	if i > 0 && k > 0 && p.a.mate[i-1] == k-1 {
		s += sameBeside
	}
	if i+1 < len(p.a.units) && k+1 < len(p.b.units) && p.a.mate[i+1] == k+1 {
		s += sameBeside
	}
	return s
}

// whole returns the name that unit u is of when no word of it is linked, and u
// alone when one is, or there is none.
func (t *text) whole(u int) span.Range {
	n := t.units[u].named
	for i := range t.units {
		if n.Overlaps(t.units[i].Range) && (t.mate[i] >= 0 && t.units[i].content || !n.Contains(t.units[i].Range)) {
			return t.units[u].Range
		}
	}
	if n.Empty() {
		return t.units[u].Range
	}
	return n
}

// opposed reports whether two units are words for opposites.
func opposed(a, b *unit) bool {
	return a.kin != nil && slices.Contains(a.kin.against, b.lemma)
}

// off is the share of content words' weight, on both sides, that differs as
// numbers, names or opposites do, in thousandths.
func (p *pair) off(list []Difference) (off, opposites int) {
	all := 0
	for _, t := range []*text{p.a, p.b} {
		for i := range t.units {
			if u := &t.units[i]; u.content {
				all += u.weight
			}
		}
	}
	for _, d := range list {
		if d.Kind == Polarity {
			continue
		}
		a, b := p.a.in(d.A), p.b.in(d.B)
		against := len(a) == 1 && len(b) == 1 && opposed(a[0], b[0])
		if against {
			opposites++
		}
		if d.Kind == Wording && !against {
			continue
		}
		for _, u := range slices.Concat(a, b) {
			if u.content {
				off += u.weight
			}
		}
	}
	return min(1000, off*1000/max(all, 1)), opposites
}

// in returns the units in a range of tokens.
func (t *text) in(r span.Range) []*unit {
	var list []*unit
	for i := range t.units {
		if r.Contains(t.units[i].Range) {
			list = append(list, &t.units[i])
		}
	}
	return list
}

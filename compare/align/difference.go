package align

import (
	"cmp"
	"slices"

	"synoptic/span"
)

// differences adds to list what stands in the same place on both sides and differs.
func (p *pair) differences(list []Difference) []Difference {
	// Where both deny as often they do it at other words: "considered no suspect"
	// and "not considered a suspect".
	unlike := p.a.denials != p.b.denials
	for _, x := range p.a.content {
		i, k := int(x), p.a.mate[x]
		if k >= 0 && unlike && p.a.units[i].denied != p.b.units[k].denied && p.at(i, k) >= synonym {
			list = append(list, Difference{Polarity, p.a.predicate(i), p.b.predicate(k)})
		}
	}
	for _, c := range p.places() {
		a, b := &p.a.units[c.i], &p.b.units[c.k]
		kind := Wording
		switch {
		case a.number != nil && b.number != nil:
			kind = Number
		case a.name && b.name:
			kind = Name
		}
		d := Difference{kind, p.a.of(a), p.b.of(b)}
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

// places returns content units without a link that stand in the same place, one to
// one, the best first.
func (p *pair) places() []candidate {
	list := p.list[:0]
	for _, x := range p.a.content {
		if p.a.mate[x] >= 0 {
			continue
		}
		for _, y := range p.b.content {
			if p.b.mate[y] >= 0 {
				continue
			}
			i, k := int(x), int(y)
			if s := p.place(i, k); s >= leastPlace {
				list = append(list, p.candidate(i, k, s))
			}
		}
	}
	slices.SortFunc(list, candidate.before)
	kept := list[:0]
	for _, c := range list {
		if !slices.ContainsFunc(kept, func(o candidate) bool { return c.i == o.i || c.k == o.k }) {
			kept = append(kept, c)
		}
	}
	p.list = list
	return kept
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
	switch {
	case a.name != b.name || (a.number != nil) != (b.number != nil):
		return 0
	case a.number != nil && a.number.dimension != b.number.dimension:
		return 0
	case a.number == nil && a.upos != b.upos:
		return 0
	}
	s := 0
	if a.head >= 0 && b.head >= 0 && p.a.mate[a.head] == int(b.head) {
		if a.relation == b.relation {
			s += sameHead
		} else {
			s += anyHead
		}
	}
	if a.head < 0 && b.head < 0 {
		s += anyHead
	}
	for _, n := range p.a.under(a) {
		if m := p.a.mate[n]; m >= 0 && int(p.b.units[m].head) == k {
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
func (h *half) whole(u int) span.Range {
	name := h.units[u].named
	if name == nil {
		return h.of(&h.units[u])
	}
	for i := range h.units {
		r := h.of(&h.units[i])
		if name.Overlaps(r) && (h.mate[i] >= 0 && h.units[i].content || !name.Contains(r)) {
			return h.of(&h.units[u])
		}
	}
	return name.Range
}

// opposed reports whether two units are words for opposites.
func opposed(a, b *unit) bool {
	return a.kin != nil && a.kin.words&b.bit != 0 && slices.Contains(a.kin.against, b.hash)
}

// off is the share of content words' weight, on both sides, that differs as
// numbers, names or opposites do, in thousandths, and counts the opposites.
func (p *pair) off(list []Difference) (off, opposites int) {
	for _, d := range list {
		if d.Kind == Polarity {
			continue
		}
		a, b := p.a.in(d.A), p.b.in(d.B)
		against := len(a) == 1 && len(b) == 1 && opposed(&a[0], &b[0])
		if against {
			opposites++
		}
		if d.Kind != Wording || against {
			off += weigh(a) + weigh(b)
		}
	}
	return min(1000, off*1000/max(p.a.weight+p.b.weight, 1)), opposites
}

// in returns the units in a range of tokens.
func (t *text) in(r span.Range) []unit {
	from := 0
	for from < len(t.units) && t.of(&t.units[from]).From < r.From {
		from++
	}
	to := from
	for to < len(t.units) && t.of(&t.units[to]).To <= r.To {
		to++
	}
	return t.units[from:to]
}

// weigh adds up the weight of content words.
func weigh(units []unit) int {
	sum := 0
	for i := range units {
		if units[i].content {
			sum += units[i].weight
		}
	}
	return sum
}

package compare

import "slices"

// relate fills in the pairs of positions, the sides and the strongest relation.
// A side is a set of positions none of which conflicts with another of the set;
// positions take the first side, in their order, that they fit. Where nothing
// conflicts, each position is a side.
func (d *Disagreement) relate(relation func(a, b *Position) Relation) {
	d.Relation = Same
	between := map[[2]int]Relation{}
	for a := range d.Positions {
		for b := a + 1; b < len(d.Positions); b++ {
			r := relation(&d.Positions[a], &d.Positions[b])
			d.Pairs = append(d.Pairs, Pair{a, b, r})
			between[[2]int{a, b}] = r
			if slices.Index(strength, r) > slices.Index(strength, d.Relation) {
				d.Relation = r
			}
		}
	}
	if d.Relation != Conflicts && d.Relation != Updates {
		for p := range d.Positions {
			d.Positions[p].Side = p
		}
		return
	}
	for p := range d.Positions {
		side := 0
		for q := 0; q < p; q++ {
			if r := between[[2]int{q, p}]; (r == Conflicts || r == Updates) && d.Positions[q].Side == side {
				side++
				q = -1
			}
		}
		d.Positions[p].Side = side
	}
}

// put gives evidence to the position at at, or to p, a new one, where at is -1.
func (d *Disagreement) put(at int, p Position, e Evidence) {
	if at < 0 {
		at = len(d.Positions)
		d.Positions = append(d.Positions, p)
	}
	d.Positions[at].Evidence = append(d.Positions[at].Evidence, e)
}

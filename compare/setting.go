package compare

import (
	"slices"
	"time"

	"synoptic/analyze/doc"
	"synoptic/compare/anchor"
	"synoptic/span"
)

// day reports whether bounds lie within one day.
func day(b anchor.Bounds) bool {
	return len(b.Earliest) >= len(time.DateOnly) && len(b.Latest) >= len(time.DateOnly) &&
		b.Earliest[:len(time.DateOnly)] == b.Latest[:len(time.DateOnly)]
}

// sameSetting reports whether two statements have the same nouns behind each
// preposition that both use: "born in the state", "born in the country" differ.
func (t *table) sameSetting(a, b *row) bool {
	for _, p := range a.Participants {
		if p.Role != doc.Oblique || p.Prep == "" {
			continue
		}
		met, differs := false, false
		for _, q := range b.Participants {
			if q.Role == doc.Oblique && q.Prep == p.Prep {
				same := t.word[a.doc][p.Head] == t.word[b.doc][q.Head]
				met, differs = met || same, differs || !same
			}
		}
		if differs && !met {
			return false
		}
	}
	return true
}

// modal reports whether a statement says what can or may be, not what is or
// will be.
func (t *table) modal(r *row) bool {
	d := t.docs[r.doc]
	c := &d.Clauses[r.Clause]
	return c.Verb >= 0 && d.Groups[c.Verb].Modal != "" && !d.Groups[c.Verb].Future
}

// sameObject reports whether two statements share more than who acts and what
// is done.
func (t *table) sameObject(a, b *row) bool {
	keys, _ := t.shared(a, b)
	return slices.ContainsFunc(keys, func(k int32) bool {
		return k != a.pred && !slices.Contains(a.agents, k) && !slices.Contains(b.agents, k)
	})
}

// quoted reports whether a statement is somebody's words between quotation
// marks, which the quotations compare.
func (t *table) quoted(r *row) bool {
	return r.Attribution >= 0 && t.docs[r.doc].Attributions[r.Attribution].Kind == doc.Direct
}

// marked reports whether a statement stands between quotation marks.
func (t *table) marked(r *row) bool {
	return slices.ContainsFunc(t.docs[r.doc].Quotes, func(q doc.Quote) bool { return q.Contains(r.Span) })
}

// subordinate reports whether a statement is a condition, a purpose or a
// circumstance, which asserts nothing by itself.
func (t *table) subordinate(r *row) bool {
	d := t.docs[r.doc]
	c := &d.Clauses[r.Clause]
	switch c.Kind {
	case doc.AdverbialClause, doc.ParticipleClause, doc.InfinitiveClause, doc.VerblessClause:
		return true
	case doc.RelativeClause:
		return d.Groups[c.Verb].Participle || d.Tokens[c.From].XPOS == "WRB" // "released by …", "where he was born"
	}
	return false
}

// when returns the one time that dates a statement.
func (t *table) when(r *row) (int, bool) { return r.time, r.time >= 0 }

// timeOf finds the one time that dates a statement: the only resolved one that
// stands in its own clause, or -1.
func (t *table) timeOf(r *row) int {
	found := -1
	for _, i := range r.Times {
		k := &t.docs[r.doc].Times[i]
		if k.Type != "DATE" && k.Type != "TIME" || t.framing(r, i) {
			continue
		}
		if _, ok := t.times.Bounds(r.doc, i); !ok {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = i
	}
	return found
}

func (t *table) timeWords(n, i int) Evidence {
	return Evidence{n, t.docs[n].Times[i].Span}
}

// sameTime reports whether nothing in the times of two statements keeps them
// from being of one event.
func (t *table) sameTime(a, b *row) bool {
	if a.time < 0 || b.time < 0 {
		return true
	}
	return anchor.Compare(a.bounds, b.bounds) != anchor.Disjoint
}

// longPeriod is the number of days from which a time is a period that figures
// are summed over.
const longPeriod = 45

// samePeriod reports whether two statements with figures can be of one time:
// what is summed over years is not what is summed over one of them.
func (t *table) samePeriod(a, b *row) bool {
	x, ownX := t.hull(a)
	y, ownY := t.hull(b)
	if !ownX {
		x = t.around(a)
	}
	if !ownY {
		y = t.around(b)
	}
	if x.Earliest == "" || y.Earliest == "" {
		return true
	}
	own := ownX && ownY
	switch anchor.Compare(x, y) {
	case anchor.Disjoint:
		between := anchor.Bounds{Earliest: min(x.Latest, y.Latest), Latest: max(x.Earliest, y.Earliest)}
		return !own && days(between) <= nearDays
	case anchor.Within, anchor.Contains, anchor.Overlaps:
		return !own || days(x) < longPeriod && days(y) < longPeriod
	}
	return true
}

// nearDays is how many days two times lie within at most that can be of one thing where one
// only stands in the clause around.
const nearDays = 3

// around returns the bounds of the times in the clause that a participle belongs to: "on
// Monday shells struck the town, wounding nine".
func (t *table) around(r *row) anchor.Bounds {
	d := t.docs[r.doc]
	c := r.Clause
	for n := 0; n < maxJoined && d.Clauses[c].Parent >= 0; n++ {
		if k := d.Clauses[c].Kind; k != doc.ParticipleClause && k != doc.CoordClause {
			break
		}
		c = d.Clauses[c].Parent
		var of []int
		within := d.Clauses[c].Range
		first, _ := slices.BinarySearchFunc(d.Times, within.From, func(x doc.Time, from int) int { return x.Tokens.From - from })
		for i := first; i < len(d.Times) && d.Times[i].Tokens.To <= within.To; i++ {
			of = append(of, i)
		}
		if b, ok := t.hullOf(r.doc, of); ok {
			return b
		}
	}
	return anchor.Bounds{}
}

// hull returns the bounds of all resolved times of a statement together.
func (t *table) hull(r *row) (anchor.Bounds, bool) {
	return t.hullOf(r.doc, slices.DeleteFunc(slices.Clone(r.Times), func(i int) bool { return t.framing(r, i) }))
}

// framing reports whether time i of a statement is no part of what is said, but of who says
// it: "according to results released on Wednesday".
func (t *table) framing(r *row, i int) bool {
	d := t.docs[r.doc]
	return r.Attribution >= 0 && !slices.ContainsFunc(d.Attributions[r.Attribution].Content, func(s span.Span) bool { return s.Contains(d.Times[i].Span) })
}

func (t *table) hullOf(n int, times []int) (anchor.Bounds, bool) {
	var hull anchor.Bounds
	found := false
	for _, i := range times {
		k := &t.docs[n].Times[i]
		b, ok := t.times.Bounds(n, i)
		if !ok || b.Earliest == "" || k.Type != "DATE" && k.Type != "TIME" {
			continue
		}
		switch {
		case !found:
			hull, found = anchor.Bounds{Earliest: b.Earliest, Latest: b.Latest}, true
		default:
			hull.Earliest, hull.Latest = min(hull.Earliest, b.Earliest), max(hull.Latest, b.Latest)
		}
	}
	return hull, found
}

// days returns the length of bounds in days.
func days(b anchor.Bounds) int {
	from, err := time.Parse(time.DateOnly, b.Earliest[:min(len(b.Earliest), len(time.DateOnly))])
	to, err2 := time.Parse(time.DateOnly, b.Latest[:min(len(b.Latest), len(time.DateOnly))])
	if err != nil || err2 != nil {
		return 0
	}
	return int(to.Sub(from).Hours()/24) + 1
}

// sameCast reports whether two statements share a participant, have the same
// agents where both name some, and the same patients where both have some.
func (t *table) sameCast(a, b *row) bool {
	shared, apart := t.company(a, b)
	if !shared || apart {
		return false
	}
	xs, ys := a.patients, b.patients
	return len(xs) == 0 || len(ys) == 0 || meets(xs, ys)
}

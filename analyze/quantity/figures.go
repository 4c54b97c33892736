package quantity

import (
	"math"
	"slices"
	"strings"

	"synoptic/analyze/doc"
	"synoptic/analyze/numeral"
	"synoptic/lang"
	"synoptic/span"
)

// Figure is a number, measure, range or order as it is written. Unlike a
// doc.Quantity it says nothing of what is counted, and stands for numbers in
// names, dates and arithmetic too: a search for numbers wants these, a reader
// of news does not.
type Figure struct {
	span.Span         // without hedges; half-open bytes into the text
	Low, High float64 // NaN for a unit that stands without a number
	// The ends that are not part of the range.
	LowOpen, HighOpen bool
	Joint             bool // a range whose two ends are joined: "20 to 30"
	Unit              string
	Dimension         string // as in doc.Quantity
	// From is what an order counts from, "start", "current" or "end"; an order
	// from the start has its number in Low, others the steps from there.
	From string
}

// Numbers returns every number of d in the order of the text, with no unit and no hedge: three
// in "5/17/2018", two in "version 2.3 of one". It reads the tokens and sentences
// of d and the parts of speech. Figures that a letter follows at once ("180ml")
// are no numbers here, nor are orders.
func Numbers(d *doc.Doc) []Figure {
	var list []Figure
	every(d, func(r *reader) {
		r.atoms = parted(r.atoms)
		for i := 0; i < len(r.atoms); {
			f, end, ok := r.plainNumber(i)
			if ok {
				list = append(list, f)
			}
			i = max(end, i+1)
		}
	})
	return list
}

// Measures returns every number of d that has a unit, ages and shares included, each end of a
// range by itself and without hedges, and every unit that stands without a
// number. It reads Times too.
func Measures(d *doc.Doc) []Figure {
	var list []Figure
	every(d, func(r *reader) {
		for i := 0; i < len(r.atoms); {
			if r.atoms[i].Kind == numeral.Opaque {
				i++
				continue
			}
			f, end, ok := r.measured(i)
			if ok {
				list = append(list, f)
			}
			i = max(end, i+1)
		}
	})
	return list
}

// every calls f for each sentence of d, with a reader that reads numbers of any
// text.
func every(d *doc.Doc, f func(r *reader)) {
	r := newReader(d)
	if r == nil {
		return
	}
	r.n.All, r.n.Text = true, d.Text
	for s := range d.Sentences {
		r.at = s
		r.atoms = numeral.Append(r.atoms[:0], d, d.Sentences[s].Range)
		f(r)
	}
}

// parted parts digits that are no number together: "192.168.1.2", "22,24,26".
func parted(atoms []numeral.Atom) []numeral.Atom {
	var list []numeral.Atom
	for _, a := range atoms {
		if a.Kind != numeral.Digits || numeral.Valid(a.Word) {
			list = append(list, a)
			continue
		}
		for i := 0; i < len(a.Word); {
			j := i + 1
			if n := strings.IndexAny(a.Word[i:], ".,"); n > 0 {
				j = i + n
			} else if n < 0 {
				j = len(a.Word)
			}
			x := a
			x.Start, x.End, x.Word, x.Glued = a.Start+i, a.Start+j, a.Word[i:j], a.Glued || i > 0
			if n := a.Word[i]; n == '.' || n == ',' {
				x.Kind = numeral.Mark
			}
			list = append(list, x)
			i = j
		}
	}
	return list
}

// plainNumber reads the number at atom i, with its sign.
func (r *reader) plainNumber(i int) (f Figure, end int, ok bool) {
	if r.atoms[i].Kind == numeral.Opaque {
		return f, i + 1, false
	}
	k, sign := r.signed(i)
	n, end := r.n.Read(r.atoms, k)
	if end == k {
		return f, i + 1, false
	}
	if n.Ordinal || math.IsInf(n.High, 1) || n.Low != n.High && k == i {
		return f, end, false
	}
	if n.Digits {
		if end < len(r.atoms) && r.atoms[end].Glued && r.atoms[end].Kind == numeral.Word && r.atoms[end].Word[0] != '\'' {
			return f, end, false
		}
	} else if r.atoms[k].Word == r.l.One && end == k+1 && k == i && i > 0 && r.l.NotOne.Has(r.atoms[i-1].Word) {
		return f, end, false // "that one"
	}
	v := n.Low
	if x, to := r.ratio(n, end); to > end {
		v, end = x, to
	} else if x, to := r.over(k, n, end); to > end {
		v, end = x, to
	}
	v *= sign
	return Figure{Span: r.span(i, end), Low: v, High: v, Dimension: Count}, end, true
}

// span is the place of the atoms i to end.
func (r *reader) span(i, end int) span.Span {
	return span.Span{Start: r.atoms[i].Start, End: r.atoms[end-1].End}
}

// signed returns the atom after a sign at atom i, a mark or a word, and the sign.
func (r *reader) signed(i int) (k int, sign float64) {
	a := &r.atoms[i]
	if i+1 >= len(r.atoms) {
		return i, 1
	}
	next := &r.atoms[i+1]
	switch {
	case r.l.Minus.Has(a.Word):
		return i + 1, -1
	case a.Word == "-" || a.Word == "−":
		if i > 0 && (r.atoms[i-1].Kind == numeral.Digits || a.Glued && r.atoms[i-1].Kind == numeral.Word || r.l.Numbers[r.atoms[i-1].Word].Kind != 0) {
			return i, 1
		}
		if next.Kind == numeral.Digits || next.Word == "." {
			return i + 1, -1
		}
	}
	return i, 1
}

// over reads the quotient that "over" makes of numbers: "one over twenty". A sum
// of money or a number with a unit makes none.
func (r *reader) over(k int, n numeral.Number, i int) (v float64, end int) {
	if i+1 >= len(r.atoms) || !r.l.During.Has(r.atoms[i].Word) {
		return 0, i
	}
	if k > 0 {
		if _, ok := r.l.Symbols.At(r.l.Symbols.Step(0, r.atoms[k-1].Word)); ok {
			return 0, i
		}
	}
	b, end := r.n.Read(r.atoms, i+1)
	if end == i+1 || b.Ordinal || b.Low != b.High || b.Low == 0 {
		return 0, i
	}
	if _, to := r.unitAfter(end, b.Digits); to > end {
		return 0, i
	}
	return n.Low / b.Low, end
}

// measured reads a number with its unit, or a unit alone, at atom i.
func (r *reader) measured(i int) (f Figure, end int, ok bool) {
	none := func(end int) (Figure, int, bool) { return Figure{}, end, false }
	if i > 1 && r.atoms[i].Glued && r.atoms[i-1].Hyphen() && r.atoms[i-2].Kind != numeral.Mark && r.atoms[i].Kind == numeral.Digits {
		return none(i + 1) // "SCP-173"
	}
	if to := r.taken(i); to > i {
		return none(to)
	}
	k := i
	sign := 1.0
	if s, x := r.signed(i); s > i && !r.l.Minus.Has(r.atoms[i].Word) {
		k, sign = s, x
	}
	v, end, ok := r.value(k)
	if !ok || v.ordinal {
		if ok || end > i {
			return none(end)
		}
		return r.bare(i)
	}
	q := doc.Quantity{Low: v.low, High: v.high, Unit: v.unit.Name, Dimension: v.unit.Dimension}
	from := i
	if v.unit.Name == "" {
		q.Dimension = Count
		if v.fraction {
			return none(end)
		}
		to := r.ages(&q, i, k, end, &v)
		if q.Dimension != Age {
			return none(end)
		}
		if i > 0 && r.l.Aged.Has(r.atoms[i-1].Word) {
			from = i - 1
		}
		end = to
	} else if v.unit.Dimension == Time {
		if end = r.ages(&q, i, k, end, &v); q.Dimension != Age {
			return none(end)
		}
	}
	if v.article && q.High == 1 && r.l.Articles.Has(r.atoms[i].Word) && v.unit.Dimension != Money {
		return r.bare(i + 1)
	}
	return Figure{Span: r.span(from, end), Low: q.Low * sign, High: q.High * sign, Unit: q.Unit, Dimension: q.Dimension}, end, true
}

// bare reads a unit that stands without a number at atom i, and "percent of 10".
func (r *reader) bare(i int) (f Figure, end int, ok bool) {
	u, end := r.unitAfter(i, false)
	if end > i && r.atoms[end-1].Kind == numeral.Mark && u.Dimension == Money {
		return f, i + 1, false // a sign of money
	}
	if end == i || end == i+1 && r.l.Ambiguous.Has(r.atoms[i].Word) || r.atoms[i].Hyphen() || i > 0 && r.atoms[i].Glued && r.atoms[i-1].Kind == numeral.Word {
		return f, i + 1, false
	}
	if u.Dimension == Percent && end+1 < len(r.atoms) && r.l.Of.Has(r.atoms[end].Word) {
		if n, to := r.n.Read(r.atoms, end+1); to > end+1 && n.Low == n.High && !n.Ordinal {
			return Figure{Span: r.span(i, to), Low: n.Low, High: n.High, Unit: u.Name, Dimension: u.Dimension}, to, true
		}
	}
	return Figure{Span: r.span(i, end), Low: math.NaN(), High: math.NaN(), Unit: u.Name, Dimension: u.Dimension}, end, true
}

// Ranges returns the ranges that comparisons ("more than 20 and less than 30"),
// joints ("20 to 30") and equations make of numbers without units. The ends of joints are closed.
func Ranges(d *doc.Doc) []Figure {
	var list []Figure
	every(d, func(r *reader) {
		for i := 0; i < len(r.atoms); {
			f, end, ok := r.ranged(i)
			if ok {
				list = append(list, f)
			}
			i = max(end, i+1)
		}
	})
	return list
}

// ranged reads a range at atom i, two comparisons as one when both hold for some number.
func (r *reader) ranged(i int) (f Figure, end int, ok bool) {
	f, end, ok = r.compared(i)
	if !ok || !math.IsInf(f.Low, -1) && !math.IsInf(f.High, 1) {
		return f, end, ok
	}
	k := end
	for k < len(r.atoms) && (r.atoms[k].Word == "," || r.l.And.Has(r.atoms[k].Word) || r.l.But.Has(r.atoms[k].Word)) {
		k++
	}
	if k == end || k >= len(r.atoms) {
		return f, end, ok
	}
	g, to, second := r.compared(k)
	if !second || math.IsInf(f.Low, -1) == math.IsInf(g.Low, -1) || math.IsInf(f.High, 1) == math.IsInf(g.High, 1) {
		return f, end, ok
	}
	if math.IsInf(f.Low, -1) {
		f, g = g, f
	}
	if f.Low >= g.High {
		if f.Start > g.Start {
			f = g
		}
		return f, end, ok
	}
	f.High, f.HighOpen, f.Span = g.High, g.HighOpen, r.span(i, to)
	return f, to, true
}

// comparing are marks that, before another, make a sign of more than is read: "<>".
var comparing = map[string]bool{"<": true, ">": true, "=": true}

// compared reads one comparison or joint at atom i.
func (r *reader) compared(i int) (f Figure, end int, ok bool) {
	if r.atoms[i].Kind == numeral.Opaque || i > 0 && r.atoms[i].Glued && r.atoms[i].Kind == numeral.Mark && comparing[r.atoms[i-1].Word] {
		return f, i + 1, false
	}
	bound, k := numeral.Match(&r.l.Comparisons, r.atoms, i)
	if k == i {
		if bound, k = numeral.Match(&r.l.Hedges, r.atoms, i); bound == lang.About || bound == lang.Exactly || bound == lang.Odd {
			k = i
		}
	}
	if k < len(r.atoms) && k > i {
		n, to := r.bound(k)
		if to == k {
			return f, i + 1, false
		}
		f = Figure{Low: n, High: n}
		end = to
		if b, to := r.trail(end); to > end && (bound == lang.Above || bound == lang.Below || bound == lang.Equal) {
			bound, end = joined(bound, b), to
		}
		f.restrict(bound)
		f.Span = r.span(i, end)
		return f, end, true
	}
	if v, to, ok := r.joint(i); ok {
		v.Span = r.span(i, to)
		return v, to, true
	}
	n, to := r.bound(i)
	if to == i {
		return f, i + 1, false
	}
	b, past := r.trail(to)
	if past == to || b == lang.About || b == lang.Odd || b == lang.Equal {
		return f, to, false
	}
	f = Figure{Low: n, High: n}
	f.restrict(b)
	f.Span = r.span(i, past)
	return f, past, true
}

// trail reads what bounds the number before atom i: "or more", "or equal to".
func (r *reader) trail(i int) (b lang.Bound, end int) {
	if r.compares(i) {
		return 0, i
	}
	b, end = numeral.Match(&r.l.Trails, r.atoms, i)
	if x, to := numeral.Match(&r.l.After, r.atoms, i); to > end {
		b, end = x, to
	}
	if end < len(r.atoms) {
		if _, to := r.bound(end); to > end && end > i+2 {
			return 0, i // "5000 or equal to 6000"
		}
	}
	return b, end
}

// compares reports whether "or" at atom i begins a comparison with a number of its own.
func (r *reader) compares(i int) bool {
	if i >= len(r.atoms) || !r.l.Or.Has(r.atoms[i].Word) && !r.l.And.Has(r.atoms[i].Word) {
		return false
	}
	_, k := numeral.Match(&r.l.Comparisons, r.atoms, i+1)
	if k == i+1 {
		_, k = numeral.Match(&r.l.Hedges, r.atoms, i+1)
	}
	if k == i+1 || k >= len(r.atoms) {
		return false
	}
	_, to := r.bound(k)
	return to > k
}

// joined is the bound that "equal" makes of another: "less than 5 or equal".
func joined(a, b lang.Bound) lang.Bound {
	switch {
	case b == lang.Equal && a == lang.Above, a == lang.Equal && (b == lang.Above || b == lang.AtLeast):
		return lang.AtLeast
	case b == lang.Equal && a == lang.Below, a == lang.Equal && (b == lang.Below || b == lang.AtMost):
		return lang.AtMost
	}
	return b
}

// restrict makes the number in f a range.
func (f *Figure) restrict(b lang.Bound) {
	switch b {
	case lang.Above:
		f.High, f.LowOpen = math.Inf(1), true
	case lang.AtLeast:
		f.High = math.Inf(1)
	case lang.Below:
		f.Low, f.HighOpen = math.Inf(-1), true
	case lang.AtMost:
		f.Low = math.Inf(-1)
	}
}

// bound reads the number or order at atom k, perhaps after "the"; end is k when there is none.
func (r *reader) bound(k int) (v float64, end int) {
	at := k
	if k+1 < len(r.atoms) && r.l.Definite.Has(r.atoms[k].Word) {
		at++
	}
	if at >= len(r.atoms) {
		return 0, k
	}
	from, sign := r.signed(at)
	n, end := r.n.Read(r.atoms, from)
	if end == from || n.Low != n.High || at > k && !n.Ordinal {
		return 0, k
	}
	if x, to := r.ratio(n, end); to > end {
		return x * sign, to
	}
	if end < len(r.atoms) && r.atoms[end].Glued && r.atoms[end].Kind == numeral.Word && n.Digits {
		return 0, k
	}
	return n.Low * sign, end
}

// joint reads "between 20 and 30", "from 20 to 30", "20-30", "20 through 30".
func (r *reader) joint(i int) (f Figure, end int, ok bool) {
	k := i
	between, from := r.l.Between.Has(r.atoms[i].Word), r.l.From.Has(r.atoms[i].Word)
	if between || from {
		k++
	}
	if k >= len(r.atoms) {
		return f, i, false
	}
	low, j := r.bound(k)
	for n := k + 1; between && n < len(r.atoms)-1 && n < k+reachAnd && !(j < len(r.atoms) && r.l.And.Has(r.atoms[j].Word)); n++ {
		if r.l.And.Has(r.atoms[n].Word) {
			whole := r.atoms
			r.atoms = whole[:n]
			if x, to := r.bound(k); to == n {
				low, j = x, n
			}
			r.atoms = whole
		}
	}
	if j == k || j+1 >= len(r.atoms) {
		return f, i, false
	}
	a := &r.atoms[j]
	dash := slices.Contains([]string{"-", "–", "—", "~"}, a.Word)
	switch {
	case between && r.l.And.Has(a.Word):
	case !between && (r.l.To.Has(a.Word) || r.l.Through.Has(a.Word)):
	case k == i && dash:
		if i > 0 && r.atoms[i].Glued && r.atoms[i-1].Kind != numeral.Word && r.atoms[i-1].Word != "(" {
			return f, i, false
		}
	default:
		return f, i, false
	}
	high, end := r.bound(j + 1)
	if end == j+1 {
		return f, i, false
	}
	if scale := r.scale(end - 1); scale > 0 && j == k+1 && low < 1000 && low*scale < high {
		low *= scale // "2-3 thousand"
	}
	if high <= low {
		return f, i, false
	}
	if dash && end < len(r.atoms) && r.atoms[end].Glued && r.atoms[end].Kind != numeral.Mark || end+1 < len(r.atoms) && dash && r.atoms[end].Hyphen() {
		return f, i, false // a telephone number
	}
	return Figure{Low: low, High: high, Joint: true, Dimension: Count}, end, true
}

// Orders returns every order of d: "third", "21st", and by its place from the
// end or from what is at hand "last", "the next to last", "previous".
func Orders(d *doc.Doc) []Figure {
	var list []Figure
	every(d, func(r *reader) {
		for i := 0; i < len(r.atoms); {
			f, end, ok := r.order(i)
			if ok {
				list = append(list, f)
			}
			i = max(end, i+1)
		}
	})
	return list
}

func (r *reader) order(i int) (f Figure, end int, ok bool) {
	if r.atoms[i].Kind == numeral.Opaque {
		return f, i + 1, false
	}
	if o, to := numeral.Match(&r.l.Orders, r.atoms, i); to > i {
		return Figure{Span: r.span(i, to), Low: o.Steps, High: o.Steps, From: o.From, Dimension: Ordinal}, to, true
	}
	n, end := r.n.Read(r.atoms, i)
	if end == i {
		return f, i + 1, false
	}
	return Figure{Span: r.span(i, end), Low: n.Low, High: n.High, From: "start", Dimension: Ordinal}, end, n.Ordinal
}

// Package quantity finds numbers in a text and reads each as an interval with
// its unit, its hedge and what it counts or measures. Years and clock times are
// left to package timex, numbers in names to package name.
package quantity

import (
	"math"

	"synoptic/analyze/doc"
	"synoptic/analyze/numeral"
	"synoptic/article"
	"synoptic/lang"
	"synoptic/span"
)

// Version of the step's output.
const Version = 8

// The dimensions that are no unit's.
const (
	Count   = "count"
	Ordinal = "ordinal"
	Age     = "age"
	Score   = "score"
	Percent = "percent"
	Money   = "money"
	Time    = "time"
)

// Run writes Quantities.
func Run(d *doc.Doc) {
	r := newReader(d)
	if r == nil {
		return
	}
	for s := range d.Sentences {
		r.sentence(s)
	}
}

// newReader returns a reader of d, or nil when its language has no numbers.
func newReader(d *doc.Doc) *reader {
	if d.Lang == nil || len(d.Lang.Quantity.Numbers) == 0 {
		return nil
	}
	r := &reader{d: d, l: &d.Lang.Quantity, n: numeral.Reader{Lang: &d.Lang.Quantity}, apart: doc.Apart(d.Text)}
	r.years, _ = d.Lang.Quantity.Units.At(d.Lang.Quantity.Units.Step(0, d.Lang.Quantity.Year))
	return r
}

// reader reads the quantities of one document, sentence by sentence.
type reader struct {
	d     *doc.Doc
	l     *lang.Quantity
	years lang.Unit // the unit of ages
	n     numeral.Reader
	apart bool // whether the text was cut into tokens
	atoms []numeral.Atom
	at    int // index of the sentence
	time  int // the first time that does not end before the reading point
	name  int // the first name that does not
}

func (r *reader) sentence(s int) {
	sent := &r.d.Sentences[s]
	r.at = s
	first := len(r.d.Quantities)
	if r.apart {
		r.atoms = numeral.AppendApart(r.atoms[:0], r.d, sent.Range)
	} else {
		r.atoms = numeral.Append(r.atoms[:0], r.d, sent.Range)
	}
	for i := 0; i < len(r.atoms); {
		if to := r.taken(i); to > i {
			i = to
			continue
		}
		if q, end, ok := r.read(i); ok {
			r.share(first, &q)
			r.d.Quantities = append(r.d.Quantities, q)
			i = end
			continue
		} else if end > i {
			i = end // a number that names something
			continue
		}
		i++
	}
	r.articles(first)
}

// share gives the unit of q to a bare number joined to it: "45 and 50 mg".
func (r *reader) share(first int, q *doc.Quantity) {
	n := len(r.d.Quantities) - 1
	if n < first || q.Unit == "" {
		return
	}
	p := &r.d.Quantities[n]
	if at := p.Tokens.To; p.Dimension == Count && p.Head < 0 && at+1 == q.Tokens.From && r.l.And.Has(r.d.Tokens[at].Norm) {
		p.Unit, p.Dimension, p.Factor = q.Unit, q.Dimension, q.Factor
		p.Of, p.Head = q.Of, q.Head
	}
}

// taken returns the atom after the date, clock time or repetition that holds
// atom i, or i.
func (r *reader) taken(i int) int {
	at := r.atoms[i].Start
	for r.time > 0 && r.d.Times[r.time-1].End > at {
		r.time-- // a reader that looked ahead comes back
	}
	for r.time < len(r.d.Times) && r.d.Times[r.time].End <= at {
		r.time++
	}
	if r.time == len(r.d.Times) {
		return i
	}
	t := &r.d.Times[r.time]
	if at < t.Start || t.Type == "DURATION" {
		return i
	}
	if t.Type == "DATE" && len(t.Value) > 4 && t.Value[4:] == "_REF" {
		return i
	}
	for i < len(r.atoms) && r.atoms[i].Start < t.End {
		i++
	}
	return i
}

// read reads the quantity that begins at atom i. When a number there is no
// quantity, end is the atom after it.
func (r *reader) read(i int) (q doc.Quantity, end int, ok bool) {
	a := &r.atoms[i]
	if a.Kind == numeral.Opaque {
		return q, i + 1, false
	}
	k := i
	var bound lang.Bound
	if b, to := numeral.Match(&r.l.Hedges, r.atoms, i); to > i && to < len(r.atoms) && r.taken(to) == to {
		if v, vEnd, ok := r.interval(to); ok && r.hedges(i, to, &v) {
			k, bound = to, b
			q, end, ok := r.quantity(i, k, v, vEnd, bound)
			return q, end, ok
		}
	}
	v, end, ok := r.interval(k)
	if !ok {
		return q, end, false
	}
	return r.quantity(i, k, v, end, bound)
}

// quantity makes a quantity of value v, which stands at atoms k to end, with
// the hedge that begins at atom i.
func (r *reader) quantity(i, k int, v value, end int, bound lang.Bound) (doc.Quantity, int, bool) {
	q := doc.Quantity{
		Low: v.low, High: v.high, Approximate: v.loose,
		Unit: v.unit.Name, Dimension: v.unit.Dimension, Factor: v.unit.Factor, Head: -1,
	}
	switch {
	case v.ordinal:
		q.Dimension = Ordinal
	case v.score:
		q.Dimension = Score
	case v.unit.Name != "":
	case v.fraction:
		q.Unit, q.Dimension, q.Factor = "fraction", Percent, 100
	default:
		q.Dimension, q.Factor = Count, 1
	}
	if b, to := numeral.Match(&r.l.Trails, r.atoms, end); to > end && !v.ordinal {
		if end = to; bound == 0 || b != lang.About {
			bound = b
		} else {
			q.Approximate = true // "as many as 20 or so"
		}
		if v.unit.Name == "" && !v.fraction {
			if u, uEnd := r.unitAfter(end, true); uEnd > end {
				q.Unit, q.Dimension, q.Factor, end = u.Name, u.Dimension, u.Factor, uEnd
			}
		}
	}
	if v.unit.Name == "" && !v.ordinal && !v.score && bound == 0 && r.names(k, end, &v) {
		return q, end, false
	}
	apply(&q, bound)
	end = r.ages(&q, i, k, end, &v)
	from, to := &r.atoms[i], &r.atoms[end-1]
	q.Span = span.Span{Start: from.Start, End: to.End}
	q.Tokens = span.Range{From: from.Token, To: to.Last + 1}
	if bound == 0 && q.Low == q.High && !v.ordinal && !v.score && r.exceeded(q.Tokens.From, r.l.Exceeds) {
		apply(&q, lang.Above)
	}
	r.measure(&q, k, end)
	if bound == 0 && q.Low == q.High && q.Dimension == Count && q.Head < 0 && r.exceeded(q.Tokens.From, r.l.Passes) {
		apply(&q, lang.Above) // "the toll passes 3,000", but not "passed 3,000 cars"
	}
	q.Article = q.Article || q.Low == q.High && r.one(k, end)
	if q.Head < 0 && r.anaphor(k, end, &q) {
		return q, end, false
	}
	return q, end, true
}

// exceeded reports whether the verb before token i is one of those that make it a figure
// that is surpassed: "the toll tops 500", whose verb is often tagged as a plural.
func (r *reader) exceeded(i int, verbs lang.Set) bool {
	if i <= r.d.Sentences[r.at].From {
		return false
	}
	t := &r.d.Tokens[i-1]
	return (t.UPOS == "VERB" || t.XPOS == "NNS") && (verbs.Has(t.Lemma) || verbs.Has(t.Norm))
}

// apply bounds q by its hedge.
func apply(q *doc.Quantity, b lang.Bound) {
	least := 0.0
	if q.Dimension == temperature {
		least = math.Inf(-1)
	}
	switch b {
	case lang.Above:
		q.LowOpen, q.High = q.Low == q.High, math.Inf(1)
	case lang.AtLeast:
		q.High = math.Inf(1)
	case lang.Below:
		q.HighOpen, q.Low = q.Low == q.High, least
	case lang.AtMost:
		q.Low = least
	case lang.About:
		q.Approximate = true
	case lang.Odd:
		q.Approximate = true
		if step := magnitude(q.Low); step > 0 && q.Low == q.High {
			q.High, q.HighOpen = q.Low+step, true
		}
	}
}

// magnitude returns the place of the last figure of n that is not zero: 10 for 60.
func magnitude(n float64) float64 {
	if n <= 0 || n != math.Trunc(n) || n > 1e15 {
		return 0
	}
	step := 1.0
	for math.Mod(n, step*10) == 0 {
		step *= 10
	}
	return step
}

// hedges reports whether the hedge at atoms i to k is one for v, and not a
// preposition: "over two years", "about two issues", "under three presidents".
func (r *reader) hedges(i, k int, v *value) bool {
	first := r.atoms[i].Word
	if k > i+1 {
		return !v.ordinal
	}
	if v.ordinal || v.score {
		return false
	}
	if r.l.During.Has(first) && v.unit.Dimension == Time {
		return i > 0 && r.l.Lasting.Has(r.atoms[i-1].Word)
	}
	if r.l.Spatial.Has(first) && v.unit.Name == "" && !v.fraction {
		return v.low > 10 && v.low == v.high && !v.article
	}
	return true
}

// names reports whether the bare number at atoms k to end names something:
// "Line 4", "Group of Seven", "Voyager 2".
func (r *reader) names(k, end int, v *value) bool {
	tokens := span.Range{From: r.atoms[k].Token, To: r.atoms[end-1].Last + 1}
	if n := r.named(tokens); n != nil && (n.Len() > tokens.Len() || n.From < tokens.From) {
		return true
	}
	if k == 0 {
		return false
	}
	if v.digits && v.plain && r.address(end) {
		return true
	}
	before := &r.atoms[k-1]
	if before.Kind == numeral.Word && r.l.Labels.Has(before.Word) || before.Word == "#" {
		return true
	}
	if v.digits && v.plain && r.counted(k) {
		return true
	}
	if v.digits && before.Kind == numeral.Word && !before.Glued || before.Hyphen() {
		t := &r.d.Tokens[before.Token]
		if before.Hyphen() && before.Glued && k > 1 && r.atoms[k-2].Kind == numeral.Word && r.atoms[k].Glued {
			return v.digits // "Soyuz-2"
		}
		if (t.XPOS == "NNP" || t.XPOS == "NNPS") && before.Token > r.d.Sentences[r.at].From && !r.inTime(before.Start) {
			return !r.noun(end) || r.theOne(end)
		}
	}
	// A number word with a capital inside a sentence is part of a name.
	if !v.digits && r.d.Sentences[r.at].Kind != article.Headline && upper(r.d.Text[r.atoms[k].Start]) && before.Kind == numeral.Word && !v.article {
		return true
	}
	return false
}

// address reports whether the words at atom i are a street after its number:
// "10 Downing Street".
func (r *reader) address(i int) bool {
	for k := i; k < len(r.atoms) && k < i+4; k++ {
		a := &r.atoms[k]
		if a.Kind != numeral.Word || a.Glued || !upper(r.d.Text[a.Start]) {
			return false
		}
		if r.l.Streets.Has(a.Word) {
			return k > i
		}
	}
	return false
}

// anaphor reports whether a number that counts nothing points back or is an
// adverb: "the two", "these four", "without first asking".
func (r *reader) anaphor(k, end int, q *doc.Quantity) bool {
	if q.Dimension == Ordinal {
		return r.d.Tokens[r.atoms[k].Token].UPOS == "ADV"
	}
	return r.pointsBack(k, end, q)
}

// pointsBack reports whether a number word stands for people or things named
// before: "the two".
func (r *reader) pointsBack(k, end int, q *doc.Quantity) bool {
	return q.Dimension == Count && k > 0 && end == k+1 && r.atoms[k].Kind == numeral.Word &&
		(r.l.NotOne.Has(r.atoms[k-1].Word) || r.l.Or.Has(r.atoms[k-1].Word))
}

func upper(c byte) bool { return 'A' <= c && c <= 'Z' }

// noun reports whether a common noun or adjective follows at atom i.
func (r *reader) noun(i int) bool {
	if i >= len(r.atoms) {
		return false
	}
	switch r.d.Tokens[r.atoms[i].Token].XPOS {
	case "NN", "NNS", "JJ", "VBN", "VBG":
		return true
	}
	return false
}

// theOne reports whether the nouns at atom i are of one thing, so that a number before them
// counts none: "the Grand 16 theater".
func (r *reader) theOne(i int) bool {
	for i+1 < len(r.atoms) && r.noun(i+1) {
		i++
	}
	return r.d.Tokens[r.atoms[i].Token].XPOS == "NN"
}

// counted reports whether the number at atom k is how many there are of what a label
// numbers: "Image 3 of 16", "Image 3 of / 16".
func (r *reader) counted(k int) bool {
	i := k - 1
	if i >= 0 && r.atoms[i].Word == "/" {
		i--
	}
	return i > 1 && r.l.Of.Has(r.atoms[i].Word) && r.atoms[i-1].Kind != numeral.Word && r.atoms[i-2].Kind == numeral.Word && r.l.Labels.Has(r.atoms[i-2].Word)
}

// qualifies reports whether the words at atom i can be what an ordinal before
// them counts off: a noun or name, with adjectives and numbers before it.
func (r *reader) qualifies(i int) bool {
	if i >= len(r.atoms) {
		return false
	}
	t := &r.d.Tokens[r.atoms[i].Token]
	return nominal(t) || t.XPOS == "CD" || r.noun(i)
}

// inTime reports whether byte at lies in a time just before the reading point.
func (r *reader) inTime(at int) bool {
	for k := r.time; k >= 0 && k > r.time-3; k-- {
		if k < len(r.d.Times) && r.d.Times[k].Start <= at && at < r.d.Times[k].End {
			return true
		}
	}
	return false
}

// named returns the name that overlaps the tokens, or nil.
func (r *reader) named(tokens span.Range) *doc.Name {
	for r.name < len(r.d.Names) && r.d.Names[r.name].To <= tokens.From {
		r.name++
	}
	if r.name < len(r.d.Names) && r.d.Names[r.name].Overlaps(tokens) {
		return &r.d.Names[r.name]
	}
	return nil
}

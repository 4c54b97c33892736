package quantity

import (
	"synoptic/analyze/numeral"
	"synoptic/lang"
)

// value is a number or range of numbers with its unit, as it is written.
type value struct {
	low, high float64
	unit      lang.Unit
	loose     bool
	ordinal   bool
	fraction  bool
	score     bool
	digits    bool
	article   bool // begins with an article
	hyphened  bool // "four-" before "to six-hour"
	plain     bool // one run of digits, or number words below a thousand
	decade    bool // "40s"
}

// interval reads a value or a range of values at atom i: "between four and
// five hours", "four- to six-hour", "3-5%", "$10 million to $15 million".
func (r *reader) interval(i int) (v value, end int, ok bool) {
	if i >= len(r.atoms) {
		return v, i, false
	}
	if _, to := numeral.Match(&r.l.Margin, r.atoms, i); to > i {
		if b, end, ok := r.value(to); ok && !b.ordinal && b.low == b.high && b.low > 0 {
			b.low, b.plain = -b.high, false
			return b, end, true // "plus or minus 3 points"
		}
	}
	word := r.atoms[i].Word
	if r.l.Between.Has(word) || r.l.From.Has(word) && !r.changes(i) {
		joint := r.l.To
		if r.l.Between.Has(word) {
			joint = r.l.And
		}
		if a, k, ok := r.value(i + 1); ok && k+1 < len(r.atoms) && (joint.Has(r.atoms[k].Word) || r.l.To.Has(r.atoms[k].Word)) && !a.ordinal && r.taken(k+1) == k+1 {
			if b, to, ok := r.value(k + 1); ok {
				if v, ok := span2(a, b); ok {
					return v, to, true
				}
			}
		}
		if !r.l.Between.Has(word) {
			return v, i, false
		}
		// "between one hundred and two hundred": the first number ends before "and"
		for j := i + 2; j < len(r.atoms)-1 && j < i+reachAnd; j++ {
			if !r.l.And.Has(r.atoms[j].Word) || r.taken(j+1) > j+1 {
				continue
			}
			whole := r.atoms
			r.atoms = whole[:j]
			a, k, okA := r.value(i + 1)
			r.atoms = whole
			b, to, okB := r.value(j + 1)
			if okA && okB && k == j && !a.ordinal {
				if v, ok := span2(a, b); ok {
					return v, to, true
				}
			}
		}
		return v, i, false
	}
	v, end, ok = r.value(i)
	if !ok || v.ordinal || end+1 >= len(r.atoms) {
		return v, end, ok
	}
	k := end
	if _, to := numeral.Match(&r.l.Margin, r.atoms, k); to > k && v.low == v.high {
		if b, past, ok := r.value(to); ok && !b.ordinal && b.low == b.high {
			if v.unit.Name == "" {
				v.unit = b.unit
			}
			if b.unit.Name == "" || b.unit.Name == v.unit.Name {
				v.low, v.high, v.plain = v.low-b.low, v.high+b.low, false
				return v, past, true
			}
		}
	}
	a := &r.atoms[k]
	dash := a.Hyphen() || a.Word == "–" || a.Word == "—"
	switch {
	case v.hyphened && (r.l.To.Has(a.Word) || r.l.Or.Has(a.Word)):
	case dash && (r.atoms[k+1].Glued || a.Word == "–" && !a.Glued):
	case r.l.To.Has(a.Word) || r.l.Or.Has(a.Word):
		if i > 0 && r.l.From.Has(r.atoms[i-1].Word) {
			return v, end, true // "rose from 10 to 15"
		}
	default:
		return v, end, true
	}
	if r.taken(k+1) > k+1 {
		return v, end, true
	}
	b, to, okb := r.value(k + 1)
	if !okb || b.ordinal || b.article || b.fraction && b.unit.Name == "" {
		return v, end, true
	}
	bare := v.unit.Name == "" && b.unit.Name == "" && v.plain && b.plain
	if dash && v.digits && b.digits && bare {
		if r.long(i, to) {
			for to < len(r.atoms) && r.atoms[to].Glued {
				to++
			}
			return v, to, false // a telephone number
		}
		if v.low >= b.low || !r.noun(to) {
			v.score, v.high = true, b.low
			return v, to, true
		}
	}
	if dash && !b.digits && !v.digits && bare && !r.noun(to) && v.low >= b.low {
		return v, to, false // "one-on-one", "fifty-fifty"
	}
	if joined, ok := span2(v, b); ok {
		return joined, to, true
	}
	if !dash && bare && v.digits && b.digits && r.l.To.Has(a.Word) && v.low > b.low && !r.noun(to) {
		v.score, v.high = true, b.low
		return v, to, true
	}
	return v, end, true
}

// reachAnd is how many atoms behind "between" its "and" is looked for.
const reachAnd = 8

// span2 makes one range of two values; the unit of one serves for both.
func span2(a, b value) (value, bool) {
	switch {
	case a.unit.Name == b.unit.Name:
	case a.unit.Name == "" && b.unit.Name != "":
		a.unit = b.unit
	case b.unit.Name == "" && a.unit.Dimension == Money:
		b.unit = a.unit
	case a.unit.Dimension == b.unit.Dimension && a.unit.Factor > 0 && a.unit.Dimension != Money:
		a.low, a.high = a.low*a.unit.Factor/b.unit.Factor, a.high*a.unit.Factor/b.unit.Factor
		a.unit = b.unit
	default:
		return a, false
	}
	// "$10 to 15 million", "1.5 to 2 million"
	if a.plain && !b.plain && b.low >= 1000 && a.low*scaleOf(b.low) < b.low && a.low < 1000 {
		a.low, a.high = a.low*scaleOf(b.low), a.high*scaleOf(b.low)
	}
	if a.low < 0 && b.low < a.low {
		a, b = b, a // "-18 to -34 degrees"
	}
	if b.low <= a.low || b.fraction != a.fraction {
		return a, false
	}
	a.high, a.plain, a.hyphened = b.high, false, false
	a.loose = a.loose || b.loose
	return a, true
}

// scaleOf returns the thousands in which n is written: 1e6 for 15 million.
func scaleOf(n float64) float64 {
	scale := 1.0
	for scale*1000 <= n && scale < 1e15 {
		scale *= 1000
	}
	return scale
}

// long reports whether the digits from atom i to end go on, or stand after
// others, as those of a telephone number do.
func (r *reader) long(i, end int) bool {
	if end+1 < len(r.atoms) && r.atoms[end].Hyphen() && r.atoms[end+1].Kind == numeral.Digits && r.atoms[end+1].Glued {
		return true
	}
	return len(r.atoms[i].Word) == 3 && len(r.atoms[end-1].Word) == 4 && end == i+3
}

// changes reports whether a verb of change stands before "from" at atom i.
func (r *reader) changes(i int) bool {
	for k := i - 1; k >= 0 && k > i-9; k-- {
		if t := &r.d.Tokens[r.atoms[k].Token]; r.l.Change.Has(t.Lemma) || r.l.Change.Has(t.Norm) {
			return true
		}
		if w := r.atoms[k].Word; w == "." || w == ";" {
			break
		}
	}
	return false
}

// value reads one number with its unit at atom i. When there is a number that
// cannot be one, end is after it.
func (r *reader) value(i int) (v value, end int, ok bool) {
	if i >= len(r.atoms) {
		return v, i, false
	}
	if v, end, ok := r.money(i); ok {
		return v, end, true
	}
	if a := &r.atoms[i]; (a.Word == "-" || a.Word == "−") && i+1 < len(r.atoms) && r.atoms[i+1].Glued && (i == 0 || !a.Glued) {
		if v, end, ok := r.money(i + 1); ok { // "-$20"
			v.low, v.high = -v.high, -v.low
			return v, end, true
		}
	}
	k, sign := i, 1.0
	if a := &r.atoms[i]; (a.Word == "-" || a.Word == "−" || a.Word == "+") && i+1 < len(r.atoms) && r.atoms[i+1].Kind == numeral.Digits && r.atoms[i+1].Glued &&
		(i == 0 || !a.Glued && r.atoms[i-1].Kind != numeral.Digits || r.atoms[i-1].Word == "(") {
		k++
		if a.Word != "+" {
			sign = -1
		}
	}
	if k == i && r.l.Minus.Has(r.atoms[i].Word) && i+1 < len(r.atoms) && (i == 0 || r.atoms[i-1].Kind != numeral.Digits) {
		k, sign = i+1, -1
	}
	n, end := r.n.Read(r.atoms, k)
	if end == k {
		if r.l.Articles.Has(r.atoms[i].Word) {
			return r.single(i)
		}
		return v, i, false
	}
	if r.atoms[k].Kind == numeral.Digits && end < len(r.atoms) {
		// Times of day, versions, file names and the like.
		if x := &r.atoms[end]; x.Glued && (x.Word == ":" || x.Word == "/" || x.Word == "_" || x.Word == "\\") && end+1 < len(r.atoms) && r.atoms[end+1].Kind == numeral.Digits {
			for end < len(r.atoms) && r.atoms[end].Glued {
				end++
			}
			return v, end, false
		}
		if k > 0 && r.atoms[k].Glued && (r.atoms[k-1].Word == "/" || r.atoms[k-1].Word == ":" || r.atoms[k-1].Word == "#" || r.atoms[k-1].Word == "_") {
			return v, end, false
		}
	}
	v = value{
		low: n.Low * sign, high: n.High * sign, loose: n.Loose, ordinal: n.Ordinal, fraction: n.Fraction,
		digits: n.Digits, article: n.Article, plain: n.Plain || !n.Digits && n.Low < 1000,
	}
	if n.Ordinal {
		return v, end, !r.unitWord(i, end, n)
	}
	if own, any := r.decade(n, k, end); any {
		v.high, v.decade = v.low+9, own
		return v, end + 1, own // "the 60s" are of a century, or of degrees
	}
	if f, to := r.ratio(n, end); to > end {
		v.low, v.high, v.fraction, v.plain = f, f, true, false
		return v, to, true
	}
	if !n.Digits && n.Low == 1 && n.High == 1 && end == k+1 && !n.Article && r.pronoun(k, end) {
		return v, end, false
	}
	if x, to, ok := r.withUnit(v, end, n); ok {
		return x, to, true
	}
	if n.Suffix { // "10m": a scale mark, or the unit
		if u, to := r.unitAfter(end-1, true); to >= end && (!r.noun(end) || r.l.Sized.Has(r.atoms[end].Word)) {
			mark := r.l.Numbers[r.atoms[end-1].Word].Value
			v.low, v.high, v.unit = v.low/mark, v.high/mark, u
			return v, to, true
		}
	}
	// "four- to six-hour"
	if end+1 < len(r.atoms) && r.atoms[end].Hyphen() && !r.atoms[end+1].Glued && (r.l.To.Has(r.atoms[end+1].Word) || r.l.Or.Has(r.atoms[end+1].Word)) {
		v.hyphened = true
		return v, end + 1, true
	}
	if end < len(r.atoms) && r.atoms[end].Glued && r.atoms[end].Kind == numeral.Word && n.Digits && !n.Suffix && r.atoms[end].Word[0] != '\'' {
		return v, end + 1, false // "737s", "5G"
	}
	return v, end, true
}

// decade reports whether a number from atom k to end is that of a decade, and whether of
// somebody's own life: "in his late 40s".
func (r *reader) decade(n numeral.Number, k, end int) (own, any bool) {
	if end >= len(r.atoms) || !r.atoms[end].Glued || r.atoms[end].Word != "s" || !n.Digits || n.Low <= 0 || n.Low >= 100 || int(n.Low)%10 != 0 {
		return false, false
	}
	if k > 1 && r.l.Stage.Has(r.atoms[k-1].Word) {
		k--
	}
	if k == 0 {
		return false, false
	}
	own = r.l.Own.Has(r.atoms[k-1].Word)
	return own, own || r.l.Definite.Has(r.atoms[k-1].Word)
}

// ratio reads "in three" after "one", "out of five" after any number, as the
// share that they make.
func (r *reader) ratio(n numeral.Number, i int) (f float64, end int) {
	k := i
	if k+2 < len(r.atoms) && r.atoms[k].Hyphen() && r.atoms[k+1].Glued {
		k++
	}
	any, to := numeral.Match(&r.l.Ratios, r.atoms, k)
	if to == k || to+1 >= len(r.atoms) && to == len(r.atoms) || n.Fraction || n.Loose || n.Low != n.High || n.Low < 1 {
		return 0, i
	}
	if n.Low != 1 && !any && k == i {
		return 0, i
	}
	if k > i && r.atoms[to].Hyphen() {
		to++
	}
	if to >= len(r.atoms) || r.taken(to) > to {
		return 0, i
	}
	b, end := r.n.Read(r.atoms, to)
	if end == to || b.Ordinal || b.Fraction || b.Loose || b.Low != b.High || b.Low <= n.Low {
		return 0, i
	}
	if _, past := r.unitAfter(end, b.Digits); past > end {
		return 0, i // "one in three years"
	}
	return n.Low / b.Low, end
}

// unitWord reports whether the ordinal at atoms i to end is the unit of time:
// "a second", "per second".
func (r *reader) unitWord(i, end int, n numeral.Number) bool {
	_, to := numeral.Match(&r.l.Units, r.atoms, i)
	return to == end && !n.Digits && i > 0 && r.l.Per.Has(r.atoms[i-1].Word) && !r.qualifies(end)
}

// pronoun reports whether "one" at atom k is no number: "the one", "one of",
// "one another", "one-on-one".
func (r *reader) pronoun(k, end int) bool {
	if r.atoms[k].Word != r.l.One {
		return false
	}
	if _, to := r.unitAfter(end, false); to > end {
		return false
	}
	if k > 0 && (r.l.NotOne.Has(r.atoms[k-1].Word) || r.atoms[k-1].Hyphen() || r.d.Tokens[r.atoms[k-1].Token].UPOS == "ADJ") {
		return true
	}
	if end >= len(r.atoms) {
		return true
	}
	next := &r.atoms[end]
	if r.one(k, end) {
		return false
	}
	if r.l.To.Has(next.Word) || r.l.Or.Has(next.Word) {
		return end+1 < len(r.atoms) && r.l.Numbers[r.atoms[end+1].Word].Kind == 0 && r.atoms[end+1].Kind != numeral.Digits
	}
	if next.Kind != numeral.Word {
		return true
	}
	t := &r.d.Tokens[next.Token]
	switch t.UPOS {
	case "NOUN", "ADJ", "PROPN":
		return false
	case "VERB":
		return t.XPOS != "VBN" && t.XPOS != "VBG" || end+1 >= len(r.atoms) || !nominal(&r.d.Tokens[r.atoms[end+1].Token])
	case "":
		return r.l.Of.Has(next.Word)
	}
	return true
}

// one reports whether "one" at atom k is one of several: "one of the bridges",
// "one of them".
func (r *reader) one(k, end int) bool {
	if end != k+1 || r.atoms[k].Word != r.l.One || end+1 >= len(r.atoms) || !r.l.Of.Has(r.atoms[end].Word) {
		return false
	}
	switch r.d.Tokens[r.atoms[end+1].Token].XPOS {
	case "DT", "PRP", "PRP$":
		return true
	}
	return false
}

// single reads "an hour", "a mile": an article as one, before a unit.
func (r *reader) single(i int) (v value, end int, ok bool) {
	u, k := r.unitAfter(i+1, false)
	if k == i+1 || u.Dimension == Percent || u.Short || u.Dimension != Time && r.l.NotCounted.Has(r.atoms[i+1].Word) {
		return v, i, false // "a bit of luck"
	}
	for j := i + 1; j < k; j++ {
		if r.atoms[j].Kind != numeral.Word {
			return v, i, false // "a US$5 toll"
		}
	}
	// "a second term", "a foot soldier"
	if w, ok := r.l.Numbers[r.atoms[i+1].Word]; ok && w.Kind == lang.Ordinal && r.qualifies(k) {
		return v, i, false
	}
	v = value{low: 1, high: 1, unit: u, article: true}
	if f, to := r.n.HalfAfter(r.atoms, k); to > k {
		v.low, v.high, k = 1+f, 1+f, to
	}
	return v, k, true
}

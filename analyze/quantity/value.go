package quantity

import (
	"math"

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
		if k > 0 && r.l.Own.Has(r.atoms[k-1].Word) && r.atoms[end].Word == "s" && n.Low > 0 && n.Low < 100 && int(n.Low)%10 == 0 {
			v.high, v.decade = v.low+9, true
			return v, end + 1, true
		}
		return v, end + 1, false // "737s", "5G"
	}
	return v, end, true
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

// money reads a sum that begins with its symbol: "$3.5 billion", "US$10m".
func (r *reader) money(i int) (v value, end int, ok bool) {
	u, k := numeral.Match(&r.l.Symbols, r.atoms, i)
	if x, ok := r.code(r.l.CodesBefore, i); ok && k <= i+1 {
		u, k = x, i+1
	}
	if k == i {
		return v, i, false
	}
	for j := i + 1; j < k; j++ {
		if a := &r.atoms[i]; !r.atoms[j].Glued && (len(a.Word) == 1 || !upper(r.d.Text[a.Start])) &&
			(!r.n.All || r.l.Articles.Has(a.Word) || i > 0 && r.atoms[i-1].Kind == numeral.Mark) {
			return v, i, false // "gave us $5", "A $5 toll"
		}
	}
	sign := 1.0
	if k+1 < len(r.atoms) && (r.atoms[k].Word == "-" || r.atoms[k].Word == "−") && r.atoms[k].Glued {
		k, sign = k+1, -1
	}
	if k >= len(r.atoms) || r.atoms[k].Kind != numeral.Digits {
		return v, i, false
	}
	reader := r.n
	reader.Money = true
	n, end := reader.Read(r.atoms, k)
	if end == k || n.Ordinal {
		return v, i, false
	}
	if u.Times > 0 {
		n.Low, n.High = n.Low*u.Times, n.High*u.Times
	}
	v = value{low: n.Low * sign, high: n.High * sign, unit: u, digits: true, plain: n.Plain}
	// A name of the same money may follow: "$5 US dollars".
	if x, to := r.unitAfter(end, false); to > end && x.Dimension == Money && r.atoms[to-1].Kind == numeral.Word {
		v.unit, end = x, to
	}
	v, end = r.change(v, end)
	return r.rate(v, end), r.rateEnd(v, end), true
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

// unitAfter reads a unit at atom i, after a hyphen if one stands there; end is
// i when there is none. Abbreviations are read only after digits.
func (r *reader) unitAfter(i int, digits bool) (u lang.Unit, end int) {
	if i >= len(r.atoms) {
		return u, i
	}
	k := i
	if r.atoms[k].Hyphen() && k+1 < len(r.atoms) && r.atoms[k+1].Glued {
		k++
	}
	closing := ""
	if r.n.All && k+2 < len(r.atoms) {
		if closing = brackets[r.atoms[k].Word]; closing != "" {
			k++ // "20 (kg)"
		}
	}
	u, end = numeral.Match(&r.l.Units, r.atoms, k)
	if x, ok := r.code(r.l.Codes, k); ok && end <= k+1 {
		u, end = x, k+1
	}
	if x, to := numeral.Match(&r.l.Tails, r.atoms, k); end == k && to > k && digits && (to == len(r.atoms) || r.stop(to) || r.l.Sized.Has(r.atoms[to].Word)) {
		u, end = x, to // "a door 2 in. thick"
	}
	if end == k || u.Short && !digits {
		return lang.Unit{}, i
	}
	if last := &r.atoms[end-1]; last.Kind == numeral.Digits && !last.Glued { // "12 m 2 dm"
		if u, end = numeral.Match(&r.l.Units, r.atoms[:end-1], k); end == k {
			return lang.Unit{}, i
		}
	}
	if end < len(r.atoms) && r.atoms[end].Glued {
		next := &r.atoms[end]
		if u.Short && (next.Kind != numeral.Mark || next.Hyphen() && end+1 < len(r.atoms) && r.atoms[end+1].Kind == numeral.Digits) {
			return lang.Unit{}, i
		}
		if next.Kind == numeral.Digits && u.Dimension == Money {
			return lang.Unit{}, i // "10 $30 tickets"
		}
	}
	if closing != "" {
		if end == len(r.atoms) || r.atoms[end].Word != closing {
			return lang.Unit{}, i
		}
		end++
	}
	if u.Dimension == angle && r.warm(i) {
		u.Dimension = temperature
	}
	return u, end
}

// angle is the dimension of "degrees", unless the sentence speaks of heat.
const (
	angle       = "angle"
	temperature = "temperature"
)

// brackets may hold the unit of a number.
var brackets = map[string]string{"(": ")", "[": "]", "{": "}", "<": ">"}

// code returns the money whose code, in capitals, is atom i.
func (r *reader) code(codes map[string]lang.Unit, i int) (u lang.Unit, ok bool) {
	a := &r.atoms[i]
	if a.Kind != numeral.Word || !upper(r.d.Text[a.Start]) {
		return u, false
	}
	if u, ok = codes[a.Word]; !ok {
		return u, false
	}
	for _, c := range []byte(r.d.Text[a.Start:a.End]) {
		if !upper(c) {
			return u, false
		}
	}
	return u, true
}

// warm reports whether words near atom i are of heat: "temperatures of 30 degrees".
func (r *reader) warm(i int) bool {
	for k := max(0, i-warmth); k < min(len(r.atoms), i+warmth); k++ {
		if r.l.Heat.Has(r.atoms[k].Word) {
			return true
		}
	}
	return false
}

// warmth is how many atoms from a degree a word that says of what it is may stand.
const warmth = 12

// withUnit reads the unit of a number that ends before atom k.
func (r *reader) withUnit(v value, k int, n numeral.Number) (value, int, bool) {
	if n.Suffix {
		// Only money and words for units: "10m euros", "10k miles".
		u, end := r.unitAfter(k, false)
		if end == k {
			return v, k, false
		}
		v.unit = r.sum(v, u, end)
		return r.rate(v, end), r.rateEnd(v, end), true
	}
	j := k
	if n.Fraction || n.Loose {
		// "half an hour", "a quarter of an hour", "a couple of hours"
		if j+1 < len(r.atoms) && r.l.Of.Has(r.atoms[j].Word) {
			j++
		}
		if n.Fraction && j+1 < len(r.atoms) && r.l.Articles.Has(r.atoms[j].Word) {
			j++
		}
	}
	u, end := r.unitAfter(j, n.Digits)
	if n.Digits && j == k && end < j+3 {
		if x, to := r.formula(j); to > end {
			u, end = x, to
		}
	}
	if end == j && n.Digits && j == k {
		u, end = r.letter(j)
		if x, ok := r.unitBefore(k); ok && end == j {
			v.unit = x
			return v, k, true
		}
	}
	if end == j {
		return v, k, false
	}
	if n.Fraction && j == k+1 && r.l.Of.Has(r.atoms[k].Word) {
		return v, k, false // "half of days"
	}
	u = r.sum(v, u, end)
	v.unit = u
	if u.Times > 0 {
		v.low, v.high = v.low*u.Times, v.high*u.Times
	}
	if f, to := r.n.HalfAfter(r.atoms, end); to > end && v.low == v.high {
		v.low, v.high, end = v.low+f, v.high+f, to
	} else if w := r.scale(end); u.Dimension == Money && w > 0 && v.high < 1000 {
		v.low, v.high, end = v.low*w, v.high*w, end+1 // "75 USD million"
	}
	v, end = r.compound(v, end)
	v, end = r.change(v, end)
	return r.rate(v, end), r.rateEnd(v, end), true
}

// letter reads the "C" of "12C" at atom i where the sentence speaks of heat.
func (r *reader) letter(i int) (u lang.Unit, end int) {
	if i < len(r.atoms) && r.atoms[i].Glued && r.atoms[i].Kind == numeral.Word {
		if u, ok := r.l.Scales[r.atoms[i].Text(r.d.Text)]; ok && r.warm(i) {
			return u, i + 1
		}
	}
	return u, i
}

// unitBefore returns the unit that stands before a number that ends before atom
// end: "magnitude 6.4", "a magnitude of 6.4".
func (r *reader) unitBefore(end int) (u lang.Unit, ok bool) {
	k := end - 2
	if k >= 0 && (r.atoms[k].Hyphen() || r.l.Of.Has(r.atoms[k].Word)) {
		k--
	}
	if k < 0 || r.atoms[end-1].Kind != numeral.Digits {
		return u, false
	}
	u, ok = r.l.Before[r.atoms[k].Word]
	return u, ok
}

// sum makes money of a unit of mass by the same name when there is much of it:
// "361 million pounds". The unit ends before atom end.
func (r *reader) sum(v value, u lang.Unit, end int) lang.Unit {
	if u.Dimension == "mass" && v.low >= 1e6 {
		if m, ok := r.l.Sums[r.atoms[end-1].Word]; ok {
			return m
		}
	}
	return u
}

// scale returns what the word at atom i multiplies by when it is a scale, or 0.
func (r *reader) scale(i int) float64 {
	if i < len(r.atoms) {
		if w := r.l.Numbers[r.atoms[i].Word]; w.Kind == lang.Scale {
			return w.Value
		}
	}
	return 0
}

// change adds the hundredths of a sum that are told without their name: "15
// dollars 50", "three dollars and forty". Only numbers of any text have them; in
// prose what follows is a number of its own too often.
func (r *reader) change(v value, end int) (value, int) {
	if !r.n.All || v.unit.Dimension != Money || v.unit.Factor != 1 || v.low != v.high || v.low != math.Trunc(v.low) || end >= len(r.atoms) {
		return v, end
	}
	k := end
	if r.l.And.Has(r.atoms[k].Word) {
		k++
	}
	if k >= len(r.atoms) || r.atoms[k].Glued || k == end && r.atoms[end-1].Kind == numeral.Digits {
		return v, end
	}
	n, to := r.n.Read(r.atoms, k)
	if to == k || n.Ordinal || n.Fraction || n.Low != n.High || n.Low < 1 || n.Low > 99 || n.Low != math.Trunc(n.Low) || n.Digits && len(r.atoms[k].Word) != 2 || r.noun(to) {
		return v, end
	}
	if to < len(r.atoms) && (r.atoms[to].Glued && r.atoms[to].Kind != numeral.Mark || r.atoms[to].Word == "%" || n.Digits && r.d.Tokens[r.atoms[to].Token].UPOS == "AUX") {
		return v, end
	}
	if _, past := r.unitAfter(to, n.Digits); past > to {
		return v, end
	}
	v.low += n.Low / 100
	v.high = v.low
	return v, to
}

// compound adds a smaller unit: "two hours and 30 minutes", "6 feet 2 inches".
func (r *reader) compound(v value, end int) (value, int) {
	switch v.unit.Dimension {
	case Time, "length", "mass", Money:
	default:
		return v, end
	}
	for v.low == v.high && end < len(r.atoms) {
		k := end
		if r.l.And.Has(r.atoms[k].Word) || r.atoms[k].Word == "," {
			k++
		}
		if k >= len(r.atoms) || r.taken(k) > k {
			break
		}
		n, to := r.n.Read(r.atoms, k)
		if to == k || n.Ordinal || n.Article || n.Loose || n.Low != n.High {
			break
		}
		u, uEnd := r.unitAfter(to, n.Digits)
		if x, tail := numeral.Match(&r.l.Tails, r.atoms, to); tail > uEnd && n.Digits && !(tail < len(r.atoms) && r.atoms[tail].Kind == numeral.Digits) {
			u, uEnd = x, tail
		}
		if uEnd == to || u.Dimension != v.unit.Dimension || u.Factor >= v.unit.Factor || u.Factor == 0 || n.Low*u.Factor >= v.unit.Factor*1.5 {
			break
		}
		v.low += n.Low * u.Factor / v.unit.Factor
		v.low = math.Round(v.low*1e9) / 1e9
		v.high, end = v.low, uEnd
	}
	return v, end
}

// rate makes a rate of v when "per" or "a" and a unit follow: "$20 an hour".
func (r *reader) rate(v value, end int) value {
	if u, _, ok := r.per(v, end); ok {
		v.unit = lang.Unit{Name: v.unit.Name + " per " + u.Name, Dimension: v.unit.Dimension + " rate", Factor: v.unit.Factor / u.Factor}
		if v.unit.Dimension == Money+" rate" {
			v.unit.Factor = 1 / u.Factor
		}
	}
	return v
}

func (r *reader) rateEnd(v value, end int) int {
	if _, to, ok := r.per(v, end); ok {
		return to
	}
	return end
}

func (r *reader) per(v value, end int) (u lang.Unit, to int, ok bool) {
	if end+1 >= len(r.atoms) || !r.l.Per.Has(r.atoms[end].Word) || v.unit.Dimension == Percent {
		return u, end, false
	}
	u, to = r.unitAfter(end+1, r.atoms[end].Word == "/")
	if to < len(r.atoms) && r.l.Articles.Has(r.atoms[end].Word) && r.l.Lapse.Has(r.atoms[to].Word) {
		return u, end, false // "$5 a year earlier"
	}
	if to == end+1 || u.Dimension == Money || u.Dimension == Percent || u.Factor == 0 || v.unit.Dimension == Time && u.Dimension != Time {
		return u, end, false
	}
	return u, to, true
}

package quantity

import (
	"math"

	"synoptic/analyze/numeral"
	"synoptic/lang"
)

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
	tokens := k == i && r.atoms[k].Word == "-" && k > 0 && k+1 < len(r.atoms) && r.atoms[k].Start == r.atoms[k-1].End+1 && r.atoms[k+1].Start == r.atoms[k].End+1
	if tokens {
		k++ // "30 - day", in a text that was cut into tokens
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
	if end == k || u.Short && !digits || tokens && (u.Dimension == Money || r.atoms[end-1].Word != u.Name) {
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
	if u.Dimension == angle && r.warm(i, !digits) {
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

// warm reports whether degrees at atom i are of temperature: words near them are
// of heat, or, unless it has to be sure, none is of turning.
func (r *reader) warm(i int, sure bool) bool {
	turns := false
	for k := max(0, i-warmth); k < min(len(r.atoms), i+warmth); k++ {
		if r.l.Heat.Has(r.atoms[k].Word) {
			return true
		}
		turns = turns || r.l.Turns.Has(r.atoms[k].Word)
	}
	return !turns && !sure
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
		if u, ok := r.l.Scales[r.atoms[i].Text(r.d.Text)]; ok && r.warm(i, true) {
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

// scale returns what the word at atom i multiplies by when it is a scale, or 0.
func (r *reader) scale(i int) float64 {
	if i < len(r.atoms) {
		if w := r.l.Numbers[r.atoms[i].Word]; w.Kind == lang.Scale {
			return w.Value
		}
	}
	return 0
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

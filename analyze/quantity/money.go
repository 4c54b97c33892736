package quantity

import (
	"math"

	"synoptic/analyze/numeral"
	"synoptic/lang"
)

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

// sum makes money of a unit of mass by the same name when there is much of it,
// "361 million pounds", or small money follows. The unit ends before atom end.
func (r *reader) sum(v value, u lang.Unit, end int) lang.Unit {
	m, ok := r.l.Sums[r.atoms[end-1].Word]
	if u.Dimension != "mass" || !ok {
		return u
	}
	if v.low >= 1e6 {
		return m
	}
	if end < len(r.atoms) { // "2 pounds 50 pence"
		k := end
		if r.l.And.Has(r.atoms[k].Word) && k+1 < len(r.atoms) {
			k++
		}
		if n, to := r.n.Read(r.atoms, k); to > k {
			if x, past := r.unitAfter(to, n.Digits); past > to && x.Dimension == Money && x.Factor < 1 {
				return m
			}
		}
	}
	return u
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

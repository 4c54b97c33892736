package numeral

import (
	"math"
	"strconv"
	"strings"
)

// comma reads digits whose comma stands before decimals: "5,00", "1.111,11".
func comma(s string) (float64, bool) {
	whole, part, ok := strings.Cut(s, ",")
	if !ok || strings.ContainsAny(part, ",.") || len(s) > 40 {
		return 0, false
	}
	groups := strings.Split(whole, ".")
	for i, g := range groups {
		if i > 0 && len(g) != 3 || i == 0 && len(groups) > 1 && len(g) > 3 {
			return 0, false
		}
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(whole, ".", "")+"."+part, 64)
	return v, err == nil
}

// Valid reports whether digits with inner points and commas are one number,
// with a comma before thousands or decimals.
func Valid(s string) bool {
	if _, ok := Value(s); ok {
		return true
	}
	_, ok := comma(s)
	return ok
}

// power reads "1.1^23", "1.3x10^6" from the digits at atom i, whose value is v.
func power(atoms []Atom, i int, v float64) (x float64, end int) {
	k := i + 1
	base, factor := v, 1.0
	if k+1 < len(atoms) && (atoms[k].Word == "x" || atoms[k].Word == "×") && atoms[k+1].Word == "10" {
		base, factor, k = 10, v, k+2
	}
	if k+1 >= len(atoms) || atoms[k].Word != "^" || !atoms[k].Glued {
		return 0, i
	}
	sign := 1.0
	for k++; k+1 < len(atoms) && (atoms[k].Word == "+" || atoms[k].Word == "-"); k++ {
		if atoms[k].Word == "-" {
			sign = -sign
		}
	}
	if atoms[k].Kind != Digits || len(atoms[k].Word) > 3 {
		return 0, i
	}
	e, ok := Value(atoms[k].Word)
	if !ok {
		return 0, i
	}
	x = factor * math.Pow(base, sign*e)
	if math.IsInf(x, 0) || math.IsNaN(x) {
		return 0, i
	}
	return x, k + 1
}

// andRest reads what follows a scale after digits: the "and 21" of "3 hundred
// and 21", and "3 hundred and 21" after "4 thousand".
func (r Reader) andRest(atoms []Atom, i int, scale float64) (v float64, end int) {
	if !r.All || i >= len(atoms) {
		return 0, i
	}
	k, and := i, r.Lang.And.Has(atoms[i].Word)
	if and {
		k++
	}
	if k >= len(atoms) || atoms[k].Glued {
		return 0, i
	}
	var n Number
	if atoms[k].Kind == Digits {
		n, end = r.digits(atoms, k)
		if end == k || !and && end == k+1 {
			return 0, i
		}
	} else if r.word(atoms, k).Kind != 0 && and {
		n, end = r.sum(atoms, k)
	}
	if end <= k || n.Ordinal || n.Fraction || n.Low != n.High || n.Low <= 0 || n.Low >= scale {
		return 0, i
	}
	return n.Low, end
}

package numeral

import (
	"synoptic/lang"
)

// closing reads the word w at atom k that ends the number in s as a share or an
// order: "two-thirds", "one fifth", "twenty-first". end is k when it does not.
func (r Reader) closing(atoms []Atom, k int, w lang.NumberWord, s *state) (n Number, end int) {
	if s.last == 0 {
		return n, k
	}
	v := s.total + s.cur
	share := func(f float64) (Number, int) {
		// "three quarters of a million", "three quarters billion"
		to := k + 1
		if to+2 < len(atoms) && r.Lang.Of.Has(atoms[to].Word) && r.Lang.Articles.Has(atoms[to+1].Word) {
			to += 2
		}
		if x := r.word(atoms, to); x.Kind == lang.Scale {
			return Number{Low: f * x.Value, High: f * x.Value}, to + 1
		}
		return Number{Low: f, High: f, Fraction: true}, k + 1
	}
	switch {
	case w.Kind == lang.Ordinal:
		switch {
		case v == 1 && s.last == lang.Digit && w.Value > 2 && r.ofOrJoint(atoms, k):
			return share(1 / w.Value)
		case s.last == lang.Tens && w.Value < 10 || (s.last == lang.Hundred || s.last == lang.Scale) && w.Value < 100:
			v += w.Value
		case w.Value >= 100 && w.Value < s.least && v < 1e15: // "two hundredth"
			v = s.total + float64(s.cur*w.Value)
			if s.cur == 0 {
				v = s.total * w.Value
			}
		default:
			return n, k
		}
		return Number{Low: v, High: v, Ordinal: true}, k + 1
	case w.Value >= 1 && s.tens == 0:
		return n, k
	case w.Kind == lang.Half && (s.last == lang.Scale || s.last == lang.Hundred || s.last == lang.Tens):
		return n, k
	}
	d := float64(w.Value)
	if s.tens > 0 && d > .1 && v > s.tens && !s.joined {
		return share((v - s.tens) / (s.tens + 1/d)) // "one hundred thirty-fifths"
	}
	if d >= 1 {
		return n, k
	}
	if f := (v - s.before) * d; s.joined && f < 1 {
		// "one hundred and three quarters", "five million and two thirds"
		scale := 1.0
		if s.before == s.total && s.before > 0 {
			scale = s.least
		}
		end = k + 1
		if x := r.word(atoms, end); x.Kind == lang.Scale {
			scale, end = x.Value, end+1
		}
		v = s.before + float64(f*scale)
		return Number{Low: v, High: v}, end
	}
	return share(v * d)
}

// word returns the number word at atom i, with no kind when there is none.
func (r Reader) word(atoms []Atom, i int) lang.NumberWord {
	if i < len(atoms) {
		return r.Lang.Numbers[atoms[i].Word]
	}
	return lang.NumberWord{}
}

// single turns a plural after a number into its singular: "three dozens",
// "two thousands".
func single(w lang.NumberWord) lang.NumberWord {
	if w.Kind != lang.Plurals {
		return w
	}
	w.Value, w.Loose = w.Value/2, false
	switch {
	case w.Value == 100:
		w.Kind = lang.Hundred
	case w.Value > 100:
		w.Kind = lang.Scale
	default:
		w.Kind = lang.Dozen
	}
	return w
}

// denominator reads the order of two words or more that divides the number
// before atom i: "twenty-firsts", "one hundred fifth".
func (r Reader) denominator(atoms []Atom, i int) (d float64, end int, plural bool) {
	k := past(atoms, i)
	at := func(k int) lang.NumberWord { return r.word(atoms, k) }
	if at(k).Kind == lang.Digit && at(k+1).Kind == lang.Hundred {
		d, k = at(k).Value*at(k+1).Value, k+2
		if k < len(atoms) && r.Lang.And.Has(atoms[k].Word) {
			k++
		}
	}
	if at(k).Kind == lang.Tens {
		d += at(k).Value
		k = past(atoms, k+1)
	}
	if d == 0 {
		return 0, i, false
	}
	switch w := at(k); {
	case w.Kind == lang.Ordinal && w.Value < 10:
		return d + w.Value, k + 1, false
	case w.Kind == lang.Part && w.Value > .1:
		return d + 1/w.Value, k + 1, true
	}
	return 0, i, false
}

// decimals reads "point nought four" as .04, "point seventy-one" as .71.
func (r Reader) decimals(atoms []Atom, i int) (f float64, end int) {
	if i+1 >= len(atoms) || !r.Lang.Point.Has(atoms[i].Word) {
		return 0, i
	}
	end = i
	place := .1
	for k := i + 1; k < len(atoms) && place > 1e-9; {
		w := r.Lang.Numbers[atoms[k].Word]
		switch {
		case w.Kind == lang.Digit:
			f += float64(w.Value * place)
			place /= 10
		case (w.Kind == lang.Teen || w.Kind == lang.Tens) && k == i+1:
			f = w.Value / 100
			k++
			if x := r.word(atoms, past(atoms, k)); w.Kind == lang.Tens && x.Kind == lang.Digit && x.Value > 0 {
				f += x.Value / 100
				k = past(atoms, k) + 1
			}
			return f, k
		default:
			return f, end
		}
		k++
		end = k
	}
	return f, end
}

// andPart reads "and a half", "and three-quarters", "-and-a-half".
func (r Reader) andPart(atoms []Atom, i int) (f float64, end int) {
	k := past(atoms, i)
	if k+1 >= len(atoms) || !r.Lang.And.Has(atoms[k].Word) {
		return 0, i
	}
	k = past(atoms, k+1)
	if r.Lang.Articles.Has(atoms[k].Word) {
		k = past(atoms, k+1)
		switch w := r.word(atoms, k); {
		case w.Kind == lang.Half || w.Kind == lang.Part && w.Value < 1:
			return w.Value, k + 1
		case w.Kind == lang.Ordinal && w.Value > 2 && r.All && r.ofOrJoint(atoms, k):
			return 1 / w.Value, k + 1
		}
		return 0, i
	}
	if r.word(atoms, k).Kind == 0 {
		return 0, i
	}
	if w := r.word(atoms, k); w.Kind == lang.Half && !r.All && k+1 < len(atoms) && atoms[k+1].Kind == Word && !r.Lang.Of.Has(atoms[k+1].Word) && !r.Lang.Articles.Has(atoms[k+1].Word) && !r.Lang.Definite.Has(atoms[k+1].Word) {
		return w.Value, k + 1 // "two and half years"
	}
	n, end := r.simple(atoms, k)
	if end == k || !n.Fraction || n.Low >= 1 {
		return 0, i
	}
	return n.Low, end
}

// ofOrJoint reports whether the ordinal at k after "one" is a share: "one
// third of", "one-fifth", "one sixth."
func (r Reader) ofOrJoint(atoms []Atom, k int) bool {
	return atoms[k-1].Hyphen() || k+1 == len(atoms) || atoms[k+1].Kind == Mark || r.Lang.Of.Has(atoms[k+1].Word)
}

package numeral

import (
	"math"
	"strconv"
	"strings"

	"synoptic/lang"
)

// Number is a number as it is written: one value, or an interval for words
// such as "several".
type Number struct {
	Low, High float64 // High is +Inf for "dozens"
	Loose     bool    // named loosely: "a couple", "hundreds"
	Ordinal   bool
	Fraction  bool // a share: "two-thirds", "half"
	Digits    bool // begins with digits
	Article   bool // begins with an article: "a dozen"
	Plain     bool // one run of digits without point, comma or scale
	Suffix    bool // ends in a scale mark: "10m", which may be a unit instead
}

// Reader reads numbers of one language.
type Reader struct {
	Lang *lang.Quantity
	// Money lets scale marks stand for scales after any digits: "$10m".
	Money bool
}

// Read reads the longest number that begins at atom i. It returns the atom
// after it; end is i when there is none.
func (r Reader) Read(atoms []Atom, i int) (n Number, end int) {
	switch a := &atoms[i]; a.Kind {
	case Digits:
		if i > 0 && a.Glued && atoms[i-1].Kind == Word {
			return n, i // "A320": part of a name
		}
		return r.digits(atoms, i)
	case Mark:
		if v, ok := vulgar[a.Word]; ok {
			return Number{Low: v, High: v, Fraction: true, Digits: true}, i + 1
		}
		if a.Word == "." && !a.Glued && i+1 < len(atoms) && atoms[i+1].Kind == Digits && atoms[i+1].Glued {
			if v, err := strconv.ParseFloat("0."+atoms[i+1].Word, 64); err == nil && len(atoms[i+1].Word) < 16 {
				return Number{Low: v, High: v, Digits: true}, i + 2
			}
		}
	case Word:
		if w, ok := r.Lang.Numbers[a.Word]; ok {
			return r.words(atoms, i, w)
		}
		if r.Lang.Articles.Has(a.Word) && i+1 < len(atoms) {
			return r.article(atoms, i)
		}
	}
	return n, i
}

var vulgar = map[string]float64{"½": .5, "⅓": 1. / 3, "⅔": 2. / 3, "¼": .25, "¾": .75, "⅕": .2, "⅛": .125, "⅜": .375, "⅝": .625, "⅞": .875}

// digits reads "1,200", "1.2 million", "2 1/2", "21st", "10 000".
func (r Reader) digits(atoms []Atom, i int) (n Number, end int) {
	v, ok := Value(atoms[i].Word)
	if !ok {
		return n, i
	}
	end = i + 1
	n = Number{Digits: true, Plain: !strings.ContainsAny(atoms[i].Word, ".,")}
	// Groups of three parted by blanks.
	if n.Plain && len(atoms[i].Word) <= 3 && atoms[i].Word[0] != '0' {
		for end < len(atoms) && end < i+5 && group(atoms, end) {
			g, _ := Value(atoms[end].Word)
			v, n.Plain = v*1000+g, false
			end++
		}
	}
	if f, to := ratio(atoms, i); to > i {
		n.Low, n.High, n.Fraction, n.Plain = f, f, true, false
		return n, to
	}
	if end < len(atoms) {
		a := &atoms[end]
		if f, ok := vulgar[a.Word]; ok && a.Glued {
			v, end, n.Plain = v+f, end+1, false
		} else if f, to := ratio(atoms, end); to > end && f < 1 {
			v, end, n.Plain = v+f, to, false
		} else if a.Glued && a.Kind == Word && ordinalEnd(a.Word) && n.Plain {
			return Number{Low: v, High: v, Ordinal: true, Digits: true}, end + 1
		}
	}
	if e, to := exponent(atoms, end); to > end && math.Abs(v) < 1e9 {
		v, end, n.Plain = v*math.Pow10(e), to, false
		n.Low, n.High = v, v
		return n, end
	}
	if scale, to, mark := r.scales(atoms, end); to > end {
		v, end, n.Plain, n.Suffix = v*scale, to, false, mark
		if f, to := r.andPart(atoms, end); to > end && !mark {
			v, end = v+f*scale, to
		}
	} else if w, to := r.counted(atoms, end); to > end {
		v, end, n.Plain, n.Loose = v*w.Value, to, false, w.Loose
	} else if f, to := r.andPart(atoms, end); to > end {
		v, end, n.Plain = v+f, to, false
		if scale, to, mark := r.scales(atoms, end); to > end && !mark {
			v, end = v*scale, to
		}
	}
	n.Low, n.High = v, v
	return n, end
}

// exponent reads "e14", "e-3" after digits.
func exponent(atoms []Atom, i int) (e, end int) {
	if i+1 >= len(atoms) || atoms[i].Word != "e" || !atoms[i].Glued || !atoms[i+1].Glued {
		return 0, i
	}
	k, sign := i+1, 1
	if w := atoms[k].Word; (w == "-" || w == "+" || w == "−") && k+1 < len(atoms) && atoms[k+1].Glued {
		if w != "+" {
			sign = -1
		}
		k++
	}
	if atoms[k].Kind != Digits || len(atoms[k].Word) > 2 {
		return 0, i
	}
	v, _ := Value(atoms[k].Word)
	return sign * int(v), k + 1
}

// group reports whether atom i is three digits after one blank.
func group(atoms []Atom, i int) bool {
	a := &atoms[i]
	return a.Kind == Digits && len(a.Word) == 3 && !a.Glued && a.Start-atoms[i-1].End <= 3 && a.Token > atoms[i-1].Token &&
		!(i+1 < len(atoms) && atoms[i+1].Glued && atoms[i+1].Kind != Mark)
}

// ratio reads "3/4".
func ratio(atoms []Atom, i int) (f float64, end int) {
	if i+2 >= len(atoms) || atoms[i].Kind != Digits || atoms[i+1].Word != "/" || !atoms[i+1].Glued || atoms[i+2].Kind != Digits || !atoms[i+2].Glued {
		return 0, i
	}
	if i+3 < len(atoms) && atoms[i+3].Glued && atoms[i+3].Word == "/" {
		return 0, i
	}
	a, ok := Value(atoms[i].Word)
	b, ok2 := Value(atoms[i+2].Word)
	if !ok || !ok2 || a == 0 || b < 2 || b > 100 || a >= b || strings.ContainsAny(atoms[i].Word+atoms[i+2].Word, ".,") {
		return 0, i
	}
	return a / b, i + 3
}

func ordinalEnd(s string) bool { return s == "st" || s == "nd" || s == "rd" || s == "th" }

// scales reads "million", "hundred thousand", "-billion" or a scale mark.
func (r Reader) scales(atoms []Atom, i int) (scale float64, end int, mark bool) {
	scale, end = 1, i
	for k := i; k < len(atoms); k++ {
		if atoms[k].Hyphen() && k+1 < len(atoms) && atoms[k+1].Glued {
			k++
		}
		w, ok := r.Lang.Numbers[atoms[k].Word]
		if !ok || scale*w.Value > 1e30 {
			break
		}
		if w.Kind == lang.ScaleMark {
			if end == i && k == i && (r.Money || atoms[k].Glued && atoms[k].Word != "b" && atoms[k].Word != "t") &&
				!(k+1 < len(atoms) && atoms[k+1].Glued && atoms[k+1].Kind == Digits) {
				return w.Value, k + 1, true
			}
			break
		}
		if w.Kind != lang.Scale && w.Kind != lang.Hundred {
			break
		}
		scale, end = scale*w.Value, k+1
	}
	return scale, end, false
}

// counted reads "dozen" after a number.
func (r Reader) counted(atoms []Atom, i int) (w lang.NumberWord, end int) {
	if i < len(atoms) {
		if w := dozen(r.Lang.Numbers[atoms[i].Word]); w.Kind == lang.Dozen {
			return w, i + 1
		}
	}
	return w, i
}

// dozen turns "dozens" after a number into "dozen".
func dozen(w lang.NumberWord) lang.NumberWord {
	if w.Kind == lang.Plurals && w.Value < 100 {
		w.Kind, w.Value, w.Loose = lang.Dozen, w.Value/2, false
	}
	return w
}

// andPart reads "and a half", "and three-quarters", "-and-a-half".
func (r Reader) andPart(atoms []Atom, i int) (f float64, end int) {
	k := past(atoms, i)
	if k+1 >= len(atoms) || !r.Lang.And.Has(atoms[k].Word) {
		return 0, i
	}
	k = past(atoms, k+1)
	count := 1.0
	if r.Lang.Articles.Has(atoms[k].Word) {
		k = past(atoms, k+1)
	} else if w := r.Lang.Numbers[atoms[k].Word]; w.Kind == lang.Digit {
		count = w.Value
		k = past(atoms, k+1)
	} else {
		return 0, i
	}
	if k < len(atoms) {
		if w := r.Lang.Numbers[atoms[k].Word]; w.Kind == lang.Half || w.Kind == lang.Part {
			return count * w.Value, k + 1
		}
	}
	return 0, i
}

// past returns the atom after a hyphen at i, or i.
func past(atoms []Atom, i int) int {
	if i+1 < len(atoms) && atoms[i].Hyphen() && atoms[i+1].Glued {
		return i + 1
	}
	return i
}

// HalfAfter reads "and a half" after a unit, "a year and a half".
func (r Reader) HalfAfter(atoms []Atom, i int) (f float64, end int) { return r.andPart(atoms, i) }

// article reads "a dozen", "a hundred", "a few", "a third of".
func (r Reader) article(atoms []Atom, i int) (n Number, end int) {
	w, ok := r.Lang.Numbers[atoms[i+1].Word]
	if !ok {
		return n, i
	}
	after := func(k int) string {
		if k < len(atoms) {
			return atoms[k].Word
		}
		return ""
	}
	switch w.Kind {
	case lang.Hundred, lang.Scale, lang.Dozen, lang.Half, lang.Vague:
		n, end = r.words(atoms, i+1, w)
	case lang.Part:
		if x := r.Lang.Numbers[after(i+2)]; x.Kind == lang.Scale {
			v := w.Value * x.Value // "a quarter million"
			return Number{Low: v, High: v, Article: true}, i + 3
		}
		if !r.Lang.Of.Has(after(i + 2)) {
			return n, i
		}
		n, end = Number{Low: w.Value, High: w.Value, Fraction: true}, i+2
	case lang.Ordinal:
		if w.Value < 3 || !r.Lang.Of.Has(after(i+2)) {
			return n, i
		}
		n, end = Number{Low: 1 / w.Value, High: 1 / w.Value, Fraction: true}, i+2
	default:
		return n, i
	}
	if end > i+1 {
		n.Article = true
		return n, end
	}
	return n, i
}

// words reads a number that begins with the number word w at atom i.
func (r Reader) words(atoms []Atom, i int, w lang.NumberWord) (n Number, end int) {
	switch w.Kind {
	case lang.Ordinal:
		return Number{Low: w.Value, High: w.Value, Ordinal: true}, i + 1
	case lang.Half:
		return r.half(atoms, i, w)
	case lang.Vague:
		n = Number{Low: w.Value, High: w.High, Loose: w.Loose}
		if w.High == 0 {
			n.High = math.Inf(1)
		}
		end = i + 1
		if scale, to, _ := r.scales(atoms, end); to > end {
			n.Low, n.High, end = n.Low*scale, n.High*scale, to
		} else if c, to := r.counted(atoms, end); to > end {
			n.Low, n.High, end = n.Low*c.Value, n.High*c.Value, to
		}
		return n, end
	case lang.Plurals:
		return r.plurals(atoms, i, w)
	case lang.Dozen, lang.Scale, lang.Hundred:
		if i == 0 || !r.opens(atoms[i-1].Word) {
			return n, i
		}
		n.Low, n.High, n.Loose = w.Value, w.Value, w.Loose
		end = i + 1
		if w.Kind == lang.Dozen {
			if scale, to, _ := r.scales(atoms, end); to > end { // "a couple hundred"
				n.Low, n.High, end = n.Low*scale, n.High*scale, to
			}
			return n, end
		}
		return r.sum(atoms, i)
	case lang.Part:
		if k := past(atoms, i+1); k < len(atoms) && w.Value < 1 {
			if x := r.Lang.Numbers[atoms[k].Word]; x.Kind == lang.Scale {
				v := w.Value * x.Value // "quarter million"
				return Number{Low: v, High: v}, k + 1
			}
		}
		return n, i
	case lang.ScaleMark:
		return n, i
	}
	return r.sum(atoms, i)
}

// opens reports whether word can stand before "dozen" or "thousand" in the
// place of "one".
func (r Reader) opens(word string) bool {
	return r.Lang.Articles.Has(word) || r.Lang.Numbers[word].Kind == lang.Half || r.Lang.Per.Has(word)
}

// half reads "half a million", "half a dozen", "half-dozen", "half an", "half of".
func (r Reader) half(atoms []Atom, i int, w lang.NumberWord) (n Number, end int) {
	n, end = Number{Low: w.Value, High: w.Value, Fraction: true}, i+1
	k := end
	if k < len(atoms) && (r.Lang.Articles.Has(atoms[k].Word) || atoms[k].Hyphen()) {
		k++
	}
	if k == len(atoms) {
		return n, end
	}
	if x := r.Lang.Numbers[atoms[k].Word]; x.Kind == lang.Scale || x.Kind == lang.Dozen {
		v := w.Value * x.Value
		return Number{Low: v, High: v, Loose: x.Loose}, k + 1
	}
	return n, end
}

// plurals reads "dozens", "tens of thousands", "hundreds of millions".
func (r Reader) plurals(atoms []Atom, i int, w lang.NumberWord) (n Number, end int) {
	low := w.Value
	end = i + 1
	for end+1 < len(atoms) && r.Lang.Of.Has(atoms[end].Word) {
		x := r.Lang.Numbers[atoms[end+1].Word]
		if x.Kind != lang.Plurals || low > 1e30 {
			break
		}
		low *= x.Value / 2
		end += 2
	}
	return Number{Low: low, High: math.Inf(1), Loose: true}, end
}

// sum reads "one hundred and two", "three million, two hundred", "twenty-one",
// "two and a half", "two-thirds", "five dozen".
func (r Reader) sum(atoms []Atom, i int) (n Number, end int) {
	var total, cur float64
	var last lang.NumberKind
	least := math.Inf(1) // the smallest scale so far
	end = i
	for k := i; k < len(atoms); {
		a := &atoms[k]
		w, ok := r.Lang.Numbers[a.Word]
		if !ok {
			// A joint: a hyphen, "and" or a comma before a further number word.
			if last == 0 || k+1 == len(atoms) {
				break
			}
			next := r.Lang.Numbers[atoms[k+1].Word].Kind
			big := last == lang.Hundred || last == lang.Scale
			switch {
			case a.Hyphen() && next != 0 && next != lang.Ordinal:
			case a.Hyphen() && next == lang.Ordinal && (last == lang.Tens || last == lang.Digit && cur == 1):
			case r.Lang.And.Has(a.Word) && big && (next == lang.Digit || next == lang.Teen || next == lang.Tens):
			case a.Word == "," && last == lang.Scale && (next == lang.Digit || next == lang.Teen || next == lang.Tens) && r.scaled(atoms, k+1, least):
			default:
				next = 0
			}
			if next == 0 {
				break
			}
			k++
			continue
		}
		var fits bool
		if last != 0 {
			w = dozen(w)
		}
		switch w.Kind {
		case lang.Digit:
			fits = last == 0 || last == lang.Tens && w.Value > 0 || last == lang.Hundred || last == lang.Scale
			if fits {
				cur += w.Value
			}
		case lang.Teen, lang.Tens:
			fits = last == 0 || last == lang.Hundred || last == lang.Scale
			if fits {
				cur += w.Value
			}
		case lang.Hundred:
			fits = last == 0 || last == lang.Digit || last == lang.Teen || last == lang.Tens
			if fits {
				cur = max(cur, 1) * w.Value
			}
		case lang.Scale:
			fits = w.Value < least && (last != lang.Scale || cur > 0)
			if fits {
				total += float64(max(cur, 1) * w.Value) // rounded before it is added, on every processor
				cur, least = 0, w.Value
			}
		case lang.Dozen:
			if last != 0 {
				v := (total + cur) * w.Value
				return Number{Low: v, High: v, Loose: w.Loose}, k + 1
			}
			fits = false
		case lang.Half, lang.Part:
			// "two-thirds", "three quarters", "one-half"
			if (last == lang.Digit || last == lang.Teen) && total == 0 {
				v := cur * w.Value
				return Number{Low: v, High: v, Fraction: true}, k + 1
			}
			fits = false
		case lang.Ordinal:
			switch {
			case last == lang.Digit && cur == 1 && total == 0 && w.Value > 2 && r.ofOrJoint(atoms, k):
				return Number{Low: 1 / w.Value, High: 1 / w.Value, Fraction: true}, k + 1
			case last == lang.Tens && w.Value < 10 || (last == lang.Hundred || last == lang.Scale) && w.Value < 100:
				v := total + cur + w.Value
				return Number{Low: v, High: v, Ordinal: true}, k + 1
			}
			fits = false
		default:
			fits = false
		}
		if !fits {
			break
		}
		last = w.Kind
		k++
		end = k
	}
	if end == i {
		return n, i
	}
	v := total + cur
	if f, to := r.andPart(atoms, end); to > end {
		end = to
		if last == lang.Scale {
			f *= least // "three million and a half"
		}
		v += f
		if scale, to, mark := r.scales(atoms, end); to > end && !mark && last != lang.Scale {
			v, end = v*scale, to // "two and a half million"
		}
	}
	return Number{Low: v, High: v}, end
}

// scaled reports whether the number words from k on lead to a scale smaller
// than least, or to the end of the number.
func (r Reader) scaled(atoms []Atom, k int, least float64) bool {
	for n := 0; k < len(atoms) && n < 4; k, n = k+1, n+1 {
		w, ok := r.Lang.Numbers[atoms[k].Word]
		if !ok {
			if atoms[k].Hyphen() || r.Lang.And.Has(atoms[k].Word) {
				continue
			}
			return false
		}
		if w.Kind == lang.Hundred || w.Kind == lang.Scale {
			return w.Value < least
		}
	}
	return false
}

// ofOrJoint reports whether the ordinal at k after "one" is a share: "one
// third of", "one-fifth", "one sixth."
func (r Reader) ofOrJoint(atoms []Atom, k int) bool {
	return atoms[k-1].Hyphen() || k+1 == len(atoms) || atoms[k+1].Kind == Mark || r.Lang.Of.Has(atoms[k+1].Word)
}

// Value reads digits with a decimal point and commas between groups.
func Value(s string) (float64, bool) {
	if len(s) > 40 {
		return 0, false
	}
	if strings.Contains(s, ",") {
		whole, _, _ := strings.Cut(s, ".")
		parts := strings.Split(whole, ",")
		if len(parts[0]) > 3 || len(parts[len(parts)-1]) != 3 {
			return 0, false
		}
		for _, p := range parts[1:] {
			if len(p) != 3 && len(p) != 2 {
				return 0, false
			}
		}
		s = strings.ReplaceAll(s, ",", "")
	}
	if n := len(s); n < 16 && !strings.Contains(s, ".") {
		v := 0
		for i := range n {
			v = v*10 + int(s[i]-'0')
		}
		return float64(v), true
	}
	v, err := strconv.ParseFloat(s, 64)
	return v, err == nil
}

package numeral

import (
	"math"
	"strconv"
	"strings"
	"unicode"

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
	// All reads numbers of any text, arithmetic too, where running prose would
	// mislead: "1.1^23", "fifty - two", "5,00", "3 hundred and 21". It needs Text.
	All  bool
	Text string // what atoms are spans of
}

// Read reads the longest number that begins at atom i. It returns the atom
// after it; end is i when there is none.
func (r Reader) Read(atoms []Atom, i int) (n Number, end int) {
	switch a := &atoms[i]; a.Kind {
	case Digits:
		if i > 0 && a.Glued && atoms[i-1].Kind == Word && !r.Money {
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

var vulgar = map[string]float64{"½": .5, "⅓": 1. / 3, "⅔": 2. / 3, "¼": .25, "¾": .75, "⅕": .2, "⅖": .4, "⅗": .6, "⅘": .8, "⅙": 1. / 6, "⅚": 5. / 6, "⅐": 1. / 7, "⅑": 1. / 9, "⅒": .1, "⅛": .125, "⅜": .375, "⅝": .625, "⅞": .875}

// digits reads "1,200", "1.2 million", "2 1/2", "21st", "10 000".
func (r Reader) digits(atoms []Atom, i int) (n Number, end int) {
	v, ok := Value(atoms[i].Word)
	if !ok && r.All {
		v, ok = comma(atoms[i].Word)
	}
	if !ok {
		return n, i
	}
	end = i + 1
	if r.All {
		if x, to := power(atoms, i, v); to > i {
			return Number{Low: x, High: x, Digits: true}, to
		}
	}
	n = Number{Digits: true, Plain: !strings.ContainsAny(atoms[i].Word, ".,")}
	// Groups of three parted by blanks.
	if n.Plain && len(atoms[i].Word) <= 3 && atoms[i].Word[0] != '0' {
		for end < len(atoms) && end < i+5 && group(atoms, end) {
			g, _ := Value(atoms[end].Word)
			v, n.Plain = float64(v*1000)+g, false
			end++
			if strings.Contains(atoms[end-1].Word, ".") {
				break
			}
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
			v, end = v+float64(f*scale), to
		} else if f, to := r.andRest(atoms, end, scale); to > end && !mark {
			v, end = v+f, to
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

// group reports whether atom i is three digits after one blank, perhaps with decimals.
func group(atoms []Atom, i int) bool {
	a := &atoms[i]
	whole, _, _ := strings.Cut(a.Word, ".")
	return a.Kind == Digits && len(whole) == 3 && !strings.Contains(a.Word, ",") && !a.Glued && a.Start-atoms[i-1].End <= 3 && a.Token > atoms[i-1].Token &&
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
			if end == i && k == i && r.marks(atoms, k, w) && !(k+1 < len(atoms) && atoms[k+1].Glued && atoms[k+1].Kind == Digits) {
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

// marks reports whether the scale mark w at atom k is one: some are only in
// sums of money, and "1m" can be a metre where nothing tells.
func (r Reader) marks(atoms []Atom, k int, w lang.NumberWord) bool {
	if r.All && !r.Money {
		return unicode.IsUpper(rune(r.Text[atoms[k].Start])) || r.Lang.Units.Step(0, atoms[k].Word) == 0
	}
	return r.Money || atoms[k].Glued && !w.Loose
}

// counted reads "dozen" after a number.
func (r Reader) counted(atoms []Atom, i int) (w lang.NumberWord, end int) {
	if i < len(atoms) {
		if w := single(r.Lang.Numbers[atoms[i].Word]); w.Kind == lang.Dozen {
			return w, i + 1
		}
	}
	return w, i
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
	case lang.Tens:
		d, to, _ := r.denominator(atoms, i+1)
		if to == i+1 || !r.All {
			return n, i
		}
		n, end = Number{Low: 1 / d, High: 1 / d, Fraction: true}, to // "a twenty-first"
	case lang.Part:
		if x := r.Lang.Numbers[after(i+2)]; x.Kind == lang.Scale {
			v := w.Value * x.Value // "a quarter million"
			return Number{Low: v, High: v, Article: true}, i + 3
		}
		if v, to := r.ofScale(atoms, i+2, w.Value); to > i+2 {
			return v, to
		}
		if !r.share(atoms, i) {
			return n, i
		}
		n, end = Number{Low: w.Value, High: w.Value, Fraction: true}, i+2
	case lang.Ordinal:
		if w.Value < 3 || !r.share(atoms, i) && !(r.All && (i+2 == len(atoms) || atoms[i+2].Kind == Mark)) {
			return n, i
		}
		if v, to := r.ofScale(atoms, i+2, 1/w.Value); to > i+2 {
			return v, to
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

// ofScale reads "of a million" at atom i behind a share: "a quarter of a million".
func (r Reader) ofScale(atoms []Atom, i int, share float64) (n Number, end int) {
	if i+2 >= len(atoms) || !r.Lang.Of.Has(atoms[i].Word) || !r.Lang.Articles.Has(atoms[i+1].Word) {
		return n, i
	}
	x := r.word(atoms, i+2)
	if x.Kind != lang.Scale {
		return n, i
	}
	v := share * x.Value
	return Number{Low: v, High: v, Article: true}, i + 3
}

// share reports whether the article and order or part at atom i are a share: "a
// third of", "a quarter more", "up by a fifth in May".
func (r Reader) share(atoms []Atom, i int) bool {
	if i+2 < len(atoms) && (r.Lang.Of.Has(atoms[i+2].Word) || r.Lang.More.Has(atoms[i+2].Word)) {
		return true
	}
	return i > 0 && r.Lang.Off.Has(atoms[i-1].Word) && (i+2 == len(atoms) || atoms[i+2].Kind == Mark || r.Lang.Since.Has(atoms[i+2].Word))
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
	case lang.Multi:
		scale, to, mark := r.scales(atoms, i+1)
		if to == i+1 || mark {
			return n, i
		}
		return Number{Low: w.Value * scale, High: math.Inf(1), Loose: true}, to
	case lang.Plurals:
		return r.plurals(atoms, i, w)
	case lang.Dozen, lang.Scale, lang.Hundred:
		if i == 0 || !r.opens(atoms[i-1].Word) {
			return n, i
		}
		n.Low, n.High, n.Loose = w.Value, w.Value, w.Loose
		end = i + 1
		if w.Kind == lang.Dozen {
			k := end
			if w.Loose && k+1 < len(atoms) && r.Lang.Of.Has(atoms[k].Word) {
				k++
			}
			if scale, to, _ := r.scales(atoms, k); to > k { // "a couple hundred", "a couple of thousand"
				n.Low, n.High, end = n.Low*scale, n.High*scale, to
			} else if c, to := r.counted(atoms, k); to > k && w.Loose {
				n.Low, n.High, end = n.Low*c.Value, n.High*c.Value, to
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
	if x := r.Lang.Numbers[atoms[k].Word]; x.Kind == lang.Scale || x.Kind == lang.Hundred || x.Kind == lang.Dozen {
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
// "two and a half", "two-thirds", "five dozen", "five point two".
func (r Reader) sum(atoms []Atom, i int) (n Number, end int) {
	n, end = r.simple(atoms, i)
	if end == i || n.Ordinal || n.Fraction || n.High != n.Low {
		return n, end
	}
	if f, to := r.decimals(atoms, end); to > end {
		n.Low, end = n.Low+f, to
		if scale, to, mark := r.scales(atoms, end); to > end && !mark {
			n.Low, end = n.Low*scale, to
		}
		n.High = n.Low
		return n, end
	}
	f, to := r.andPart(atoms, end)
	if to == end {
		return n, end
	}
	scale, past, mark := r.scales(atoms, to)
	last := r.Lang.Numbers[atoms[end-1].Word]
	switch large := last.Kind == lang.Scale; {
	case past > to && !mark && large:
		n.Low, to = n.Low+float64(f*scale), past // "one billion and a half million"
	case past > to && !mark:
		n.Low, to = (n.Low+f)*scale, past // "two and a half million"
	case large:
		n.Low += float64(f * last.Value) // "three million and a half"
	default:
		n.Low += f
	}
	n.High = n.Low
	return n, to
}

// simple reads number words from atom i on, up to a fraction that they end in.
func (r Reader) simple(atoms []Atom, i int) (n Number, end int) {
	var s state
	s.least = math.Inf(1)
	end = i
	for k := i; k < len(atoms); {
		w, ok := r.Lang.Numbers[atoms[k].Word]
		if !ok {
			if s.last == 0 || !r.joint(atoms, k, &s) {
				break
			}
			if r.Lang.And.Has(atoms[k].Word) {
				s.before = s.total + s.cur
				s.joined = true
			}
			k++
			continue
		}
		if s.last != 0 {
			w = single(w)
		}
		switch w.Kind {
		case lang.Dozen:
			if s.last != 0 {
				v := (s.total + s.cur) * w.Value
				return Number{Low: v, High: v, Loose: w.Loose}, k + 1
			}
		case lang.Half, lang.Part, lang.Ordinal:
			if n, to := r.closing(atoms, k, w, &s); to > k {
				return n, to
			}
		}
		if !s.add(w) {
			break
		}
		k++
		end = k
	}
	if end == i {
		return n, i
	}
	n.Low = s.total + s.cur
	n.High = n.Low
	if d, to, plural := r.denominator(atoms, end); to > end && (plural || n.Low == 1) && !s.joined {
		n.Low /= d // "three twenty-firsts"
		n.High, n.Fraction, end = n.Low, true, to
	}
	return n, end
}

// state is a number as far as it is read.
type state struct {
	total, cur float64 // what scales close, and what is not yet closed by one
	part       float64 // what the last scale added to total
	tens       float64 // the last word when it was one of tens
	before     float64 // the number before the last "and"
	joined     bool    // there was an "and"
	last       lang.NumberKind
	least      float64 // the smallest scale so far
}

// add takes word w into the number. It reports whether w can follow.
func (s *state) add(w lang.NumberWord) bool {
	first := s.last == 0
	large := s.last == lang.Hundred || s.last == lang.Scale
	tens := 0.0
	switch w.Kind {
	case lang.Digit:
		if !first && !large && (s.last != lang.Tens || w.Value == 0) {
			return false
		}
		s.cur += w.Value
	case lang.Teen, lang.Tens:
		if !first && !large {
			return false
		}
		s.cur += w.Value
		if w.Kind == lang.Tens {
			tens = w.Value
		}
	case lang.Hundred:
		if !first && s.last != lang.Digit && s.last != lang.Teen && s.last != lang.Tens {
			return false
		}
		s.cur = max(s.cur, 1) * w.Value
	case lang.Scale:
		switch {
		case s.last == lang.Scale && s.cur == 0 && w.Value > s.least && s.part*w.Value < 1e30: // "two lakh crore"
			s.total += float64(s.part*w.Value) - s.part
			s.part *= w.Value
		case w.Value < s.least && (s.last != lang.Scale || s.cur > 0):
			s.part = max(s.cur, 1) * w.Value
			s.total += float64(s.part) // rounded before it is added, on every processor
			s.least = w.Value
		default:
			return false
		}
		s.cur = 0
	default:
		return false
	}
	s.tens, s.last = tens, w.Kind
	return true
}

// joint reports whether the hyphen, "and" or comma at atom k leads to a further
// word of the number.
func (r Reader) joint(atoms []Atom, k int, s *state) bool {
	if k+1 == len(atoms) {
		return false
	}
	a, next := &atoms[k], r.Lang.Numbers[atoms[k+1].Word].Kind
	large := s.last == lang.Hundred || s.last == lang.Scale
	small := next == lang.Digit || next == lang.Teen || next == lang.Tens
	switch {
	case a.Hyphen() || r.All && a.Word == "-":
		return next != 0 && (next != lang.Ordinal || s.last == lang.Tens || s.last == lang.Digit && s.cur == 1)
	case r.Lang.And.Has(a.Word):
		return large && small
	case a.Word == ",":
		return s.last == lang.Scale && small && r.scaled(atoms, k+1, s.least)
	}
	return false
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

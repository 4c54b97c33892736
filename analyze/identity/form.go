package identity

import (
	"strings"
	"unicode"

	"synoptic/lang"
)

// Form is a name taken apart so that its spellings can be compared: folded
// words without accents, hyphens and full stops.
type Form struct {
	Words  []string
	Suffix string // "jr" and the like, or a ruler's number; not in Words
	// FamilyFirst is true when the first word is the family name.
	FamilyFirst bool

	all   string // Words joined
	given string // Given joined
}

// NewForm takes a name apart. Text is its words as the article has them.
func NewForm(l *lang.Name, text string) Form {
	var f Form
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.In(r, unicode.Pd) || r == '/' || r == ',' || r == '(' || r == ')'
	}) {
		plain := strings.Trim(strings.ToLower(word), "\"“”'‘’`")
		plain = strings.TrimSuffix(strings.TrimSuffix(plain, "'s"), "’s")
		if plain == "" || len(f.Words) == 0 && l.Articles.Has(plain) {
			continue
		}
		if len(f.Words) > 0 && l.Suffixes.Has(plain) {
			f.Suffix = Fold(plain)
			continue
		}
		w := Fold(plain)
		if len(f.Words) > 1 && l.Degrees.Has(w) {
			continue
		}
		if v := l.Variants[w]; v != "" {
			w = v
		}
		if w != "" {
			f.Words = append(f.Words, w)
		}
	}
	// The last word may be a ruler's number, in capitals.
	if last := len(f.Words) - 1; last > 0 && l.Numerals.Has(f.Words[last]) && f.Suffix == "" {
		if at := strings.LastIndexByte(text, ' ') + 1; text[at:] == strings.ToUpper(text[at:]) {
			f.Words, f.Suffix = f.Words[:last], f.Words[last]
		}
	}
	if len(f.Words) == 0 {
		f.Words = []string{strings.ToLower(text)} // marks only, or only an article
	}
	f.FamilyFirst = familyFirst(l, f.Words)
	f.all, f.given = strings.Join(f.Words, ""), strings.Join(f.Given(), "")
	return f
}

// familyFirst reports whether a person's name begins with the family name, as
// Chinese and Korean names do.
func familyFirst(l *lang.Name, w []string) bool {
	if len(w) < 2 || len(w) > 4 || !l.FamilyFirst.Has(w[0]) {
		return false
	}
	last := w[len(w)-1]
	if l.Given[w[0]] != "" && len(w) == 2 {
		return false // "Kim Davis", "Lee Harper"
	}
	if len(w) == 2 && (l.Surnames.Has(last) || l.FamilyFirst.Has(last) && l.Given[w[0]] != "") {
		return false
	}
	return l.Given[last] == "" || l.FamilyFirst.Has(last) || len(w) > 2
}

// Fold returns a word in lower case without accents and marks, so that
// spellings of one name meet.
func Fold(word string) string {
	plain := true
	for i := range len(word) {
		if c := word[i]; c >= 0x80 || c == '.' || c == '\'' || c >= 'A' && c <= 'Z' {
			plain = false
			break
		}
	}
	if plain {
		return word
	}
	var b strings.Builder
	for _, r := range word {
		if s, ok := folds[r]; ok {
			b.WriteString(s)
			continue
		}
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '&' {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// folds gives letters with marks their plain letters.
var folds = func() map[rune]string {
	m := map[rune]string{'ß': "ss", 'æ': "ae", 'Æ': "ae", 'œ': "oe", 'Œ': "oe", 'ø': "o", 'Ø': "o", 'đ': "d", 'Đ': "d",
		'ł': "l", 'Ł': "l", 'ı': "i", 'İ': "i", 'þ': "th", 'ð': "d", 'ŏ': "o", 'ŭ': "u"}
	for plain, marked := range map[string]string{
		"a": "àáâãäåāăąǎạảấầẩẫậắằẳẵặ", "c": "çćĉċč", "d": "ď", "e": "èéêëēĕėęěẹẻẽếềểễệ", "g": "ĝğġģ", "h": "ĥħ",
		"i": "ìíîïĩīĭįǐịỉ", "j": "ĵ", "k": "ķ", "l": "ĺļľ", "n": "ñńņňŉ", "o": "òóôõöōŏőơǒọỏốồổỗộớờởỡợ", "r": "ŕŗř",
		"s": "śŝşšș", "t": "ţťŧț", "u": "ùúûüũūŭůűųưǔụủứừửữự", "w": "ŵ", "y": "ýÿŷỳỵỷỹ", "z": "źżž",
	} {
		for _, r := range marked {
			m[r] = plain
			m[unicode.ToUpper(r)] = plain
		}
	}
	return m
}()

// Key returns the words joined, the same for spellings that differ only in
// case, accents, hyphens, full stops and blanks.
func (f Form) Key() string { return f.all + f.Suffix }

// Family returns the family name; the only word when there is one.
func (f Form) Family() string {
	switch {
	case len(f.Words) == 0:
		return ""
	case f.FamilyFirst:
		return f.Words[0]
	}
	return f.Words[len(f.Words)-1]
}

// Given returns the words beside the family name.
func (f Form) Given() []string {
	switch {
	case len(f.Words) < 2:
		return nil
	case f.FamilyFirst:
		return f.Words[1:]
	}
	return f.Words[:len(f.Words)-1]
}

// Full reports whether the form has a family name and something beside it.
func (f Form) Full() bool { return len(f.Words) > 1 }

// Alike reports whether two words are spellings of one, transliterated
// differently or not.
func Alike(l *lang.Name, a, b string) bool {
	return a == b || Spelling(l, a) == Spelling(l, b)
}

// Spelling returns a folded word as one of the ways to transliterate it has
// it: its ending, and in words of five letters or more the letters inside and
// double ones.
func Spelling(l *lang.Name, w string) string {
	for _, e := range l.Endings {
		if len(w) > len(e.From)+2 && strings.HasSuffix(w, e.From) {
			w = w[:len(w)-len(e.From)] + e.To
			break
		}
	}
	if len(w) < 5 {
		return w
	}
	for _, e := range l.Letters {
		w = strings.ReplaceAll(w, e.From, e.To)
	}
	return single(w)
}

// single returns w with double letters written once.
func single(w string) string {
	for i := 1; i < len(w); i++ {
		if w[i] != w[i-1] {
			continue
		}
		b := []byte(w[:i])
		for ; i < len(w); i++ {
			if w[i] != w[i-1] {
				b = append(b, w[i])
			}
		}
		return string(b)
	}
	return w
}

// SamePerson reports whether two full names may be one person's: the family
// names are alike and nothing beside them differs. The suffixes are left to
// the caller.
func SamePerson(l *lang.Name, a, b Form) bool {
	if !a.Full() || !b.Full() {
		return false
	}
	if a.all == b.all {
		return true
	}
	if a.FamilyFirst != b.FamilyFirst {
		return turned(l, a, b)
	}
	if len(a.Words) == 2 && len(b.Words) == 2 && a.Words[0] == b.Words[1] && a.Words[1] == b.Words[0] {
		return l.Given[a.Words[0]] == "" || l.Given[a.Words[1]] == ""
	}
	if !Alike(l, a.Family(), b.Family()) {
		return false
	}
	ga, gb := a.Given(), b.Given()
	if a.FamilyFirst {
		return a.given == b.given
	}
	if !sameGiven(l, ga[0], gb[0]) {
		// "J. Edgar Hoover" and "Edgar Hoover"
		return false
	}
	ma, mb := ga[1:], gb[1:]
	if len(ma) == 0 || len(mb) == 0 {
		return true
	}
	return sameGiven(l, ma[0], mb[0])
}

// turned reports whether b is a with the family name at the other end:
// "Abe Shinzo" and "Shinzo Abe".
func turned(l *lang.Name, a, b Form) bool {
	if !a.FamilyFirst {
		a, b = b, a
	}
	return Alike(l, a.Family(), b.Words[len(b.Words)-1]) && a.given == b.given
}

// sameGiven reports whether two given names may be one: alike, a short form,
// or an initial.
func sameGiven(l *lang.Name, a, b string) bool {
	if Alike(l, a, b) {
		return true
	}
	if len(a) == 1 || len(b) == 1 {
		return a[0] == b[0]
	}
	return nick(l, a) == nick(l, b)
}

// ShortOf reports whether the short form s may stand for the full name f: the
// family name, or the given name of one who is called by it.
func ShortOf(l *lang.Name, s, f Form) bool {
	if len(s.Words) == 0 || !f.Full() {
		return false
	}
	if len(s.Words) == 1 && Alike(l, s.all, f.Family()) {
		return true
	}
	if f.FamilyFirst {
		return s.all == f.given
	}
	// "bin Salman", "al-Assad", "Van Hollen": the last words of the name
	for i := 1; i < len(f.Words); i++ {
		if strings.Join(f.Words[i:], "") == s.all {
			return true
		}
	}
	return false
}

// GivenOf reports whether s is the given name alone of f, or a short form of it.
func GivenOf(l *lang.Name, s, f Form) bool {
	return len(s.Words) == 1 && f.Full() && !f.FamilyFirst && len(f.Words[0]) > 1 && (s.Words[0] == f.Words[0] || nick(l, s.Words[0]) == f.Words[0] || s.Words[0] == nick(l, f.Words[0]))
}

// nick returns the given name that w is a short form of, or else w.
func nick(l *lang.Name, w string) string {
	if n := l.Nicknames[w]; n != "" {
		return n
	}
	return w
}

// Acronym returns the first letters of the words of a name that count, those
// of "and", "of" and the like left out.
func (f Form) Acronym(l *lang.Name) string {
	var b strings.Builder
	for _, w := range f.Words {
		if l.Connectors[w] == "" && !l.Articles.Has(w) && w != "" {
			b.WriteByte(w[0])
		}
	}
	return b.String()
}

// letters returns the first letters of all words of a name.
func (f Form) letters() string {
	var b strings.Builder
	for _, w := range f.Words {
		if w != "" {
			b.WriteByte(w[0])
		}
	}
	return b.String()
}

// Known returns the gazetteer's key of a name that is not a person's, or "".
func Known(l *lang.Name, text string) string {
	var node int32
	text = strings.NewReplacer("-", " - ", "’", "'").Replace(strings.ToLower(text))
	for word := range strings.FieldsSeq(text) {
		if cut, ok := strings.CutSuffix(word, "'s"); ok {
			if node = l.Known.Step(node, cut); node == 0 {
				return ""
			}
			word = "'s"
		} else if cut, ok := strings.CutSuffix(word, "s'"); ok {
			if node = l.Known.Step(node, cut+"s"); node == 0 {
				return ""
			}
			word = "'"
		}
		if node = l.Known.Step(node, word); node == 0 {
			return ""
		}
	}
	k, _ := l.Known.At(node)
	return k.Key
}

// OneWordOf reports whether the one-word name s may stand for the body f: the
// "Courier" of "Torva Courier", whose last word says what it is, the "Harriers" of
// "Peru Harriers", the "Harrow" of "Harrow School".
func OneWordOf(l *lang.Name, s, f Form) bool {
	if len(s.Words) != 1 || len(f.Words) < 2 || len(s.all) < 4 {
		return false
	}
	w, last := s.Words[0], len(f.Words)-1
	switch w {
	case f.Words[last]:
		if l.Heads[w].Type != "" {
			return true
		}
		k, ok := l.Find(strings.Join(f.Words[:last], " "))
		return ok && k.Type == "place"
	case f.Words[0]:
		return allHeads(l, f.Words[1:])
	}
	return false
}

// allHeads reports whether the words all show a kind of name: "island",
// "national park".
func allHeads(l *lang.Name, words []string) bool {
	for _, w := range words {
		if l.Heads[w].Type == "" && !l.Generic.Has(w) {
			return false
		}
	}
	return true
}

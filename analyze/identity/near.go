package identity

import (
	"slices"
	"strings"

	"synoptic/lang"
)

// NearPerson reports whether two full names of different articles may be
// spellings of one person's: one part is the same, the other spelled nearly
// so. Words that are each a name of their own are never near.
func NearPerson(l *lang.Name, a, b Form) bool {
	if !a.Full() || !b.Full() || a.FamilyFirst || b.FamilyFirst || a.Suffix != b.Suffix {
		return false
	}
	if middlesDiffer(l, a, b) {
		return false
	}
	ga, gb := a.Given()[0], b.Given()[0]
	fa, fb := a.Family(), b.Family()
	switch {
	case Alike(l, fa, fb):
		return Near(l, ga, gb) && !(l.Given[ga] != "" && l.Given[gb] != "" && !(l.Given[ga] == l.Given[gb] && consonants(ga) == consonants(gb)))
	case sameGiven(l, ga, gb) && len(ga) > 1 && len(gb) > 1:
		return Near(l, fa, fb) && !(l.Surnames.Has(fa) && l.Surnames.Has(fb))
	}
	return Near(l, fa, fb) && Near(l, ga, gb) && l.Given[ga] == "" && l.Given[gb] == ""
}

// SlipOfPerson reports whether two full names of different articles may be one person's, of
// which one is misspelled: one part is the same, the other differs in one letter, or in
// the order of two, or family names in a third where something else tells that the person
// is one. Two family names, "Gomez" and "Gamez", or short given names, "Ken" and
// "Kent", that are each known are so only where something else tells that the person is
// one: sure.
func SlipOfPerson(l *lang.Name, a, b Form, sure bool) bool {
	if !a.Full() || !b.Full() || a.FamilyFirst || b.FamilyFirst || a.Suffix != b.Suffix || middlesDiffer(l, a, b) {
		return false
	}
	ga, gb, fa, fb := a.Given()[0], b.Given()[0], a.Family(), b.Family()
	x, y := ga, gb
	known := l.Given[ga] != "" && l.Given[gb] != "" // each a name of its own
	switch {
	case ga == gb && len(ga) > 1:
		x, y, known = fa, fb, l.Surnames.Has(fa) && l.Surnames.Has(fb)
	case fa != fb || known && l.Given[ga] != l.Given[gb]:
		return false
	default:
		known = known && !(min(len(ga), len(gb)) >= longGiven && Misheard(ga, gb))
	}
	if ga == gb && sure && !known && MostlyOne(x, y) {
		return true // "Ann Brumley, 29", "Ann Romley, 29"
	}
	if min(len(x), len(y)) < leastSlip || !OneEdit(x, y) && !Turned(x, y) {
		return false
	}
	return sure || !known && x[0] == y[0] && min(len(x), len(y)) > leastSlip
}

// MostlyOne reports whether two names of about one length begin and end alike, so that what
// differs is no more than a third of the shorter one.
func MostlyOne(x, y string) bool {
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) < longGiven || len(y) > len(x)+1 {
		return false
	}
	first, last := AlikeTo(x, y), 0
	for last < len(x)-first && x[len(x)-1-last] == y[len(y)-1-last] {
		last++
	}
	return 3*(first+last) >= 2*len(x)
}

// leastSlip is how many letters a name has at least in which a slip is looked for, where
// something else tells that the person is one; else it is one more.
const leastSlip = 3

// longGiven is from how many letters on two given names that differ in one are seldom two.
const longGiven = 5

// middlesDiffer reports whether both names have words between the given name
// and the last, such as "W." and "H. W.", and none in common.
func middlesDiffer(l *lang.Name, a, b Form) bool {
	ma, mb := middles(l, a), middles(l, b)
	for _, w := range ma {
		for _, v := range mb {
			if sameGiven(l, w, v) {
				return false
			}
		}
	}
	return len(ma) > 0 && len(mb) > 0
}

// middles returns the words of f between its first and its last, those that
// belong to a family name, such as "al", left out.
func middles(l *lang.Name, f Form) []string {
	var list []string
	for _, w := range f.Given()[1:] {
		if l.Connectors[w] != "part" {
			list = append(list, w)
		}
	}
	return list
}

// Near reports whether two words are spelled nearly alike: they differ by one
// letter of five or more that is not the last vowel, in the order of two letters that
// stand together, or only in vowels.
func Near(l *lang.Name, a, b string) bool {
	if len(a) >= 5 && Turned(a, b) {
		return true
	}
	a, b = Spelling(l, a), Spelling(l, b)
	if a == b {
		return true
	}
	if len(a) < 5 || len(b) < 5 {
		return false
	}
	if len(a) >= 6 && len(b) >= 6 && a[0] == b[0] && a[len(a)-1] == b[len(b)-1] && consonants(a) == consonants(b) {
		return true
	}
	return OneEdit(a, b) && !(len(a) == len(b) && a[:len(a)-1] == b[:len(b)-1] && vowel(a[len(a)-1]) && vowel(b[len(b)-1]))
}

// Misheard reports whether two words differ in one letter that is easily misheard: one that
// is missing, a vowel that is another, or a consonant that sounds alike.
func Misheard(a, b string) bool {
	if !OneEdit(a, b) {
		return false
	}
	i := AlikeTo(a, b)
	return len(a) != len(b) || vowel(a[i]) && vowel(b[i]) || slices.ContainsFunc(soundAlike, func(s string) bool {
		return strings.IndexByte(s, a[i]) >= 0 && strings.IndexByte(s, b[i]) >= 0
	})
}

// soundAlike has the consonants that are taken for each other.
var soundAlike = []string{"ck", "sz", "mn"}

// Turned reports whether two words differ in the order of two letters that stand together.
func Turned(a, b string) bool {
	i := AlikeTo(a, b)
	return len(a) == len(b) && i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}

// OneEdit reports whether one letter put in, left out or changed makes b of a. Letters
// are bytes.
func OneEdit(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	i := AlikeTo(a, b)
	if len(a) == len(b) {
		return i < len(a) && a[i+1:] == b[i+1:]
	}
	return a[i:] == b[i+1:]
}

// consonants returns w without vowels and double letters.
func consonants(w string) string {
	return single(strings.Map(func(r rune) rune {
		if r < 0x80 && vowel(byte(r)) {
			return -1
		}
		return r
	}, w))
}

func vowel(c byte) bool {
	switch c {
	case 'a', 'e', 'i', 'o', 'u', 'y':
		return true
	}
	return false
}

// AlikeTo returns how many letters two words begin with alike.
func AlikeTo(a, b string) int {
	i := 0
	for i < min(len(a), len(b)) && a[i] == b[i] {
		i++
	}
	return i
}

// Package perceptron labels the words of a sentence one after another with an
// averaged perceptron (Collins 2002), greedily from left to right. The features
// are here once for the trainer and the tagger.
package perceptron

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"synoptic/analyze/class"
)

// Casing says how a sentence is capitalised: headlines have capitals that say
// nothing of names.
type Casing uint8

// The casings.
const (
	Plain Casing = iota
	Titled
	Upper
)

// word holds the hashes of what features are made of.
type word struct {
	lower    uint32 // the word in lower case, digits as zeros
	suffix   [5]uint32
	prefix   [3]uint32
	shape    uint32
	class    uint32 // of a known word in lower case, see Words
	proper   uint32 // of a word with a capital inside a sentence
	allowed  uint32
	decides  uint32 // the class that may be certain
	groups   class.Classes
	capital  bool
	opens    bool   // a capital may follow whatever the word: quotation marks, colons
	suffixed uint32 // suffix of three, or the class of a known word
}

// Sentence is one sentence made ready for features. It can be used again.
type Sentence struct {
	words  []word
	casing Casing
	end    uint32 // the last mark
}

// capitals tells what is known of words with a capital that the sentence does
// not ask for from what is known of the same in lower case.
const capitals uint32 = 0x5bd1e995

// Words gives the ambiguity class of a word by its key, and the number of the
// set of labels it can have; 0 for words not known.
type Words interface {
	Word(key uint32) (class, allowed uint32)
}

// Set makes s the sentence of n words with the given forms.
func (s *Sentence) Set(n int, form func(int) string, known Words, classes *class.Table) {
	s.words = s.words[:0]
	if n == 0 {
		return
	}
	capital, upper, lower := 0, 0, 0
	for i := range n {
		f := form(i)
		w := describe(f)
		w.groups = classes.Of(class.HashLower(f))
		s.words = append(s.words, w)
		if r, size := utf8.DecodeRuneInString(f); unicode.IsUpper(r) {
			if size < len(f) && strings.ToUpper(f) == f {
				upper++
			} else if i > 0 {
				capital++
			}
		} else if unicode.IsLetter(r) && len(f) > 3 {
			lower++
		}
	}
	s.end = hashString(form(n - 1))
	if n > 1 && len(form(n-1)) > 1 {
		s.end = 1
	}
	switch {
	case upper > 1 && upper > 2*(capital+lower):
		s.casing = Upper
	case capital > 1 && capital > 2*lower && s.end != hashString("."):
		s.casing = Titled
	default:
		s.casing = Plain
	}
	for i := range s.words {
		w := &s.words[i]
		w.class, w.allowed = known.Word(w.lower)
		w.decides = w.class
		if w.capital && s.casing == Plain && !s.Forced(i) {
			w.lower = mix(w.lower ^ capitals)
			for k := range w.groups {
				w.groups[k] ^= capitals
			}
			w.proper, w.allowed = known.Word(w.lower)
			w.decides = w.proper
			w.class ^= capitals
			for k := range w.suffix {
				w.suffix[k] ^= capitals
			}
		}
		if w.suffixed = w.suffix[2]; w.class != 0 && w.class != capitals {
			w.suffixed = w.class
		}
	}
}

// Key returns the key of word i: words with a capital where the sentence does
// not ask for one are told from those in lower case.
func (s *Sentence) Key(i int) uint32 { return s.words[i].lower }

// Forced reports whether word i has a capital that any word would have there.
func (s *Sentence) Forced(i int) bool {
	return s.words[i].capital && (i == 0 || s.words[i-1].opens)
}

// Deciding returns the class of word i that may be certain, and the number of
// the set of labels it can have.
func (s *Sentence) Deciding(i int) (class, allowed uint32) {
	return s.words[i].decides, s.words[i].allowed
}

// Casing returns how the sentence is capitalised.
func (s *Sentence) Casing() Casing { return s.casing }

const (
	seed  uint32 = 2166136261
	prime uint32 = 16777619
)

// Hash returns the hash of form's lower case, by which words are known. Digits
// are all one, and so are curly and straight quotation marks.
func Hash(form string) uint32 {
	h := seed
	for _, r := range form {
		switch {
		case '0' <= r && r <= '9':
			r = '0'
		case r == '’' || r == '‘' || r == '`':
			r = '\''
		case r == '“' || r == '”':
			r = '"'
		case r >= 'A' && r <= 'Z':
			r += 'a' - 'A'
		case r >= utf8.RuneSelf:
			r = unicode.ToLower(r)
		}
		h = (h ^ uint32(r)) * prime
	}
	return mix(h)
}

func mix(h uint32) uint32 {
	h ^= h >> 16
	h *= 0x7feb352d
	h ^= h >> 15
	h *= 0x846ca68b
	return h ^ h>>16
}

func hashString(s string) uint32 {
	h := seed
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * prime
	}
	return mix(h)
}

func describe(form string) word {
	var w word
	w.lower = Hash(form)
	var runes [48]rune
	n := 0
	shape, last, run := seed, byte(0), 0
	for _, r := range form {
		c := byte('.')
		switch {
		case unicode.IsUpper(r):
			c = 'X'
			r = unicode.ToLower(r)
		case unicode.IsLower(r):
			c = 'x'
		case unicode.IsDigit(r):
			c = '0'
			r = '0'
		case r == '-' || r == '\'' || r == '.' || r == ',' || r == ':' || r == '/' || r == '@' || r == '&' || r == '%' || r == '$':
			c = byte(r)
		case unicode.IsLetter(r):
			c = 'l'
		}
		if n < len(runes) {
			runes[n] = r
			n++
		} else {
			copy(runes[:], runes[1:])
			runes[n-1] = r
		}
		if c == last {
			if run++; run > 2 && !(c == '0' && run < 5) {
				continue
			}
		} else {
			run = 1
		}
		last = c
		shape = (shape ^ uint32(c)) * prime
	}
	w.shape = mix(shape)
	first, _ := utf8.DecodeRuneInString(form)
	w.capital = unicode.IsUpper(first)
	switch first {
	case '"', '“', '‘', '`', '\'', ':', '(', '•', '-', '–', '—', '*':
		w.opens = true
	}
	h := seed
	for i := range w.suffix {
		if k := n - 1 - i; k >= 0 {
			h = (h ^ uint32(runes[k])) * prime
		}
		w.suffix[i] = mix(h)
	}
	h = seed
	for i := range w.prefix {
		if i < n {
			h = (h ^ uint32(runes[i])) * prime
		}
		w.prefix[i] = mix(h ^ 0x5bd1e995)
	}
	return w
}

// outside stands for the words before and after the sentence.
var outside = word{groups: class.Classes{1 << 20, 1 << 20, 1 << 20}, lower: 1, shape: 2, class: 3, suffixed: 4, suffix: [5]uint32{5, 5, 5, 5, 5}}

func (s *Sentence) at(i int) *word {
	if i < 0 || i >= len(s.words) {
		return &outside
	}
	return &s.words[i]
}

// key makes the feature of a template from its parts.
func key(template, a, b uint32) uint32 {
	h := a*0x9e3779b1 ^ template*0x85ebca6b
	h = mix(h) ^ b*0xc2b2ae35
	h ^= h >> 15
	h *= 0x2c1b3c6d
	return h ^ h>>13
}

// Static appends the features of word i that hang on no label.
func (s *Sentence) Static(i int, list []uint32) []uint32 {
	w, p, pp, n, nn := s.at(i), s.at(i-1), s.at(i-2), s.at(i+1), s.at(i+2)
	first := uint32(s.casing) << 1
	if i == 0 {
		first |= 1
	}
	return append(list,
		key(1, w.lower, 0),
		key(2, w.lower, w.shape),
		key(3, w.suffix[0], w.shape),
		key(4, w.suffix[1], 0),
		key(5, w.suffix[2], 0),
		key(6, w.suffix[3], 0),
		key(7, w.suffix[4], 0),
		key(8, w.prefix[0], w.suffix[1]),
		key(9, w.prefix[1], 0),
		key(10, w.prefix[2], 0),
		key(11, w.shape, first),
		key(12, w.shape, p.shape),
		key(13, w.shape, n.shape),
		key(14, p.lower, 0),
		key(15, n.lower, 0),
		key(16, pp.lower, 0),
		key(17, nn.lower, 0),
		key(18, p.lower, w.lower),
		key(19, w.lower, n.lower),
		key(20, p.lower, n.lower),
		key(21, p.suffix[2], w.suffix[1]),
		key(22, n.suffix[2], w.suffix[1]),
		key(23, w.class, first),
		key(24, w.class, n.class),
		key(25, n.class, nn.class),
		key(26, w.suffixed, n.suffixed),
		key(27, w.suffixed, nn.suffixed),
		key(28, w.suffixed, s.end),
		key(29, w.suffixed, p.suffixed),
		key(30, n.suffixed, 0),
		key(31, w.proper, w.class),
		key(32, w.proper, n.proper),
		key(33, w.proper, p.proper),
		key(34, w.groups[2], first),
		key(35, w.groups[1], first),
		key(36, n.groups[2], w.groups[2]),
		key(37, p.groups[2], w.groups[2]),
		key(38, n.groups[1], w.suffixed),
		key(39, p.groups[1], w.suffixed),
		key(60, p.groups[1], n.groups[1]),
		key(61, n.groups[1], 0),
		key(62, nn.groups[1], 0),
		key(63, n.groups[1], w.groups[1]),
		key(64, n.groups[1], nn.groups[1]),
	)
}

// Dynamic appends the features of word i that hang on the labels of the word
// before, and the one before that.
func (s *Sentence) Dynamic(i int, before, before2 int, list []uint32) []uint32 {
	w, n, p, nn := s.at(i), s.at(i+1), s.at(i-1), s.at(i+2)
	a := uint32(before) + 1
	b := (uint32(before2)+1)<<8 | a
	return append(list,
		key(40, a, 0),
		key(41, b, 0),
		key(42, a, w.lower),
		key(43, a, w.suffix[2]),
		key(44, a, n.lower),
		key(45, a, n.suffixed),
		key(46, a, w.class),
		key(47, b, w.suffixed),
		key(48, b, n.class),
		key(49, a, w.shape),
		key(50, b, p.lower),
		key(51, a, nn.suffixed),
		key(52, a, w.groups[1]),
		key(53, a, n.groups[1]),
		key(54, b, n.groups[1]),
		key(55, b, w.groups[1]),
	)
}

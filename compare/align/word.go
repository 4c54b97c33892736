package align

import (
	"math"
	"math/bits"
	"strings"
	"sync"
	"unicode"

	"synoptic/analyze/doc"
	"synoptic/lang"
)

// word is what a language says of a word, whatever statement it stands in.
type word struct {
	form, lemma string // lower case
	upos        string
	mark        bool    // a mark, which is never aligned
	negates     bool    // turns around what it hangs on
	controls    bool    // turns around what hangs on it
	tells       bool    // carries meaning
	figure      *number // what figures say; nil for none
	weight      int     // how much the word tells, in hundredths of a bit
	vector      *vector
	kin         *kinship // nil for a word that no list has
	hash, bit   uint64   // of lemma
	written     uint64   // hash of form
	same        uint64   // of the first word of its set of synonyms of the news
	thing       uint64   // of its key in the gazetteer; 0 for none
	initial     byte     // of form, where its spelling tells anything; else 0
}

// reader finds what a language says of words, and keeps it for when they come
// again.
type reader struct {
	knowledge
	words  map[spelt]*word
	threes []uint32 // to be used again
}

type spelt struct{ form, lemma, upos string }

// mostWords is how many words a reader keeps.
const mostWords = 1 << 12

// readers keeps readers for the next statement, of whichever document.
var readers = sync.Pool{New: func() any { return &reader{} }}

// take makes r a reader of a language.
func (r *reader) take(l *lang.Language) {
	if r.Language != l {
		*r = reader{knowledge: knowledge{l, vectorsOf(l), kinOf(l), weightsOf(l)}}
	}
	if r.words == nil || len(r.words) >= mostWords {
		r.words = map[spelt]*word{}
	}
}

// word returns what there is to say of a token's word.
func (r *reader) word(k *doc.Token) *word {
	w := r.words[spelt{k.Norm, k.Lemma, k.UPOS}]
	if w == nil {
		// Copies, since a token's may be part of a text that is to be forgotten.
		at := spelt{strings.Clone(k.Norm), strings.Clone(k.Lemma), strings.Clone(k.UPOS)}
		w = r.look(at.form, strings.ToLower(at.lemma), at.upos)
		r.words[at] = w
	}
	return w
}

// look looks a word up in the lists of the language.
func (r *reader) look(form, lemma, upos string) *word {
	w := &word{form: form, lemma: lemma, upos: upos, hash: hash(basis, lemma), bit: bit(hash(basis, lemma)), written: hash(basis, form)}
	if len(form) >= shortest && len(form) <= longest {
		w.initial = form[0]
	}
	w.mark = upos == "PUNCT" || upos == "SYM" || !strings.ContainsFunc(form, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
	clause, statement := &r.Clause, &r.Statement
	w.negates = clause.Negators.Has(form) || clause.Negators.Has(lemma) || statement.None.Has(lemma) && upos != "PROPN"
	w.controls = statement.Control[lemma].Denied || statement.Denials.Has(lemma)
	if r.Align.Denying.Has(lemma) {
		w.controls = upos == "NOUN"
		w.negates = !w.controls
	}
	switch upos {
	case "NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM", "INTJ", "X":
		w.tells = !w.mark && !w.negates && !r.light(lemma)
	}
	w.same = hash(basis, r.Compare.Same(lemma))
	w.weight = r.tells(form, lemma)
	if w.kin = r.kin[lemma]; w.kin == nil {
		w.kin = r.kin[form]
	}
	if w.vector = r.vectors.of(form); w.vector == nil {
		w.vector = r.vectors.of(lemma)
	}
	if upos == "PROPN" || upos == "ADJ" || upos == "NOUN" {
		if found, ok := r.Name.Find(form); ok {
			w.thing = hash(basis, found.Key)
		}
	}
	if upos == "NUM" {
		if v, ok := plain(form); ok {
			w.figure = &number{low: v, high: v}
		}
	}
	return w
}

// plain reads figures with commas.
func plain(s string) (float64, bool) {
	v, seen, scale := 0.0, false, 0.0
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9' && scale == 0:
			v, seen = float64(v*10)+float64(r-'0'), true
		case r >= '0' && r <= '9':
			v, seen = v+float64(float64(r-'0')*scale), true
			scale /= 10
		case r == ',' && scale == 0:
		case r == '.' && scale == 0:
			scale = 0.1
		default:
			return 0, false
		}
	}
	return v, seen && !math.IsInf(v, 0)
}

// knowledge is what the stage takes from a language, unpacked.
type knowledge struct {
	*lang.Language
	vectors *vectors
	kin     map[string]*kinship
	weights *weights
}

// light reports whether a word is no content of its own: an auxiliary.
func (k *knowledge) light(lemma string) bool {
	return lemma == k.Clause.Be || lemma == k.Clause.Have || lemma == k.Clause.Do
}

// tells returns how much a word tells: the rarer, the more, in hundredths of a bit.
func (k *knowledge) tells(form, lemma string) int {
	n, ok := k.Story.Frequencies[form]
	if m, known := k.Story.Frequencies[lemma]; known && (!ok || m > n) {
		n = m
	}
	return max(50, log2(uint64(2*k.Story.Articles+2), uint64(2*n+1)))
}

// log2 returns 100·log₂(a/b), rounded down; 0 when a is not above b.
func log2(a, b uint64) int {
	if a <= b || b == 0 {
		return 0
	}
	whole := bits.Len64(a/b) - 1
	x := a << 30 / b >> whole // in [1, 2), with 30 bits behind the point
	fraction := 0
	for range 10 {
		x = x * x >> 30
		fraction <<= 1
		if x >= 2<<30 {
			x >>= 1
			fraction |= 1
		}
	}
	return 100*whole + 100*fraction>>10
}

// basis is the hash of nothing.
const basis = 14695981039346656037

// hash returns the hash (FNV-1a) of a text that begins with what has hash h and
// ends with s.
func hash(h uint64, s string) uint64 {
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}

// bit returns a bit that words share by chance alone, by the hash of one: a set of
// words goes into 64 bits, which say at once of most others that they are not in it.
func bit(hash uint64) uint64 { return 1 << (hash >> 58) }

package arc

import (
	"slices"

	"synoptic/analyze/class"
	"synoptic/analyze/doc"
)

// word holds the hashes of what features are made of.
type word struct {
	lemma   uint32
	form    uint32
	pos     uint32 // Penn tag
	gapped  uint32 // Penn tag and the marks before
	coarse  uint32 // UPOS
	both    uint32 // lemma and Penn tag
	ending  uint32 // the last three letters
	classes class.Classes
}

// Sentence is one sentence made ready for features: its words, while marks only
// tell what stands between them. It can be used again.
type Sentence struct {
	// Index has the token of each word. A sentence of marks alone has all of them.
	Index []int
	words []word
	// before[i] and behind[i] count what stands before word i, and as far as
	// behind it: verbs, commas, conjunctions and other marks, each in bits of its own.
	before, behind []uint64
	gaps           []uint32 // by word, and one for the end: the marks before it
	quoted         []bool   // by word: within quotation marks
	end            uint32   // the last mark
}

// number stands for all numbers.
const number = 7

// What is counted before each word, and how many bits each has.
const (
	verb  uint64 = 1
	comma uint64 = 1 << (width * iota)
	conjunction
	mark

	width = 16
	kinds = 4
)

// Set makes s the sentence of tokens, which are tagged.
func (s *Sentence) Set(tokens []doc.Token, classes *class.Table) {
	s.Index, s.words, s.quoted = s.Index[:0], s.words[:0], s.quoted[:0]
	s.before, s.behind, s.gaps = s.before[:0], s.behind[:0], s.gaps[:0]
	count, gap, quoted := uint64(0), uint32(0), false
	marks := !slices.ContainsFunc(tokens, isWord)
	for i := range tokens {
		t := &tokens[i]
		switch t.XPOS {
		case "``":
			quoted = true
		case "''":
			quoted = false
		}
		if !marks && !isWord(*t) {
			if t.Norm == "," {
				count += comma
			} else {
				count += mark
			}
			kind := t.XPOS
			if kind == ":" {
				kind = t.Norm // many marks are tagged so
			}
			gap = class.Mix(gap, class.Hash(kind))
			continue
		}
		s.Index = append(s.Index, i)
		w := describe(t, classes)
		if w.gapped = w.pos; gap != 0 {
			w.gapped = class.Mix(w.pos, gap)
		}
		s.words = append(s.words, w)
		s.quoted = append(s.quoted, quoted)
		s.gaps = append(s.gaps, gap)
		gap = 0
		s.before = append(s.before, count)
		switch t.UPOS {
		case "VERB", "AUX":
			count += verb
		case "CCONJ":
			count += conjunction
		}
		s.behind = append(s.behind, count)
	}
	s.gaps = append(s.gaps, gap)
	s.end = 0
	if n := len(tokens); n > 0 {
		s.end = class.Hash(tokens[n-1].Norm)
	}
}

// isWord reports whether t is no mark.
func isWord(t doc.Token) bool { return t.UPOS != "PUNCT" }

// gap returns what marks stand before word i.
func (s *Sentence) gap(i int) uint32 {
	if i < 0 || i >= len(s.gaps) {
		return 1
	}
	return s.gaps[i]
}

// between says what stands between words a and b: how many verbs, commas,
// conjunctions and other marks, each up to two.
func (s *Sentence) between(a, b int) uint32 {
	if a >= b {
		return 0
	}
	d := s.before[b] - s.behind[a]
	sum := uint32(0)
	for k := range kinds {
		sum = sum*3 + uint32(min(d>>(width*k)&(1<<width-1), 2))
	}
	return sum + 1
}

func describe(t *doc.Token, classes *class.Table) word {
	w := word{pos: class.Hash(t.XPOS), coarse: class.Hash(t.UPOS), form: class.Hash(t.Norm), ending: ending(t.Norm)}
	w.classes = classes.Of(w.form)
	w.lemma = w.form
	if t.Lemma != t.Norm {
		w.lemma = class.Hash(t.Lemma)
	}
	if t.XPOS == "CD" {
		w.lemma, w.form = number, number // whichever it is
	}
	w.both = class.Mix(w.lemma, w.pos)
	return w
}

const (
	seed  uint32 = 2166136261
	prime uint32 = 16777619
)

func ending(form string) uint32 {
	h := seed
	for i := len(form) - 1; i >= max(0, len(form)-3); i-- {
		h = (h ^ uint32(form[i])) * prime
	}
	return h * 0x2c1b3c6d
}

package story

import (
	"cmp"
	"slices"

	words "synoptic/analyze/vector"
)

// minRarity is how rare a term must be to count, in 256ths of a bit: it stands
// in half of the articles at most.
const minRarity = 256

// The most terms of an article that are kept, the weightiest of each sort.
const (
	maxWords = 160
	maxPairs = 96
)

// A name counts for seven quarters of another word.
const (
	nameTimes = 7
	namePer   = 4
)

// term is one term in an article's vector. Vectors are most of what is remembered, so
// it takes six bytes.
type term struct {
	key    [2]uint16 // the upper and the lower half of the hash, cut to hashBits, with the flags behind it
	weight uint16
}

const (
	flagBits = 5
	hashBits = 32 - flagBits
)

func newTerm(hash uint32, weight uint16, flags flags) term {
	key := hash<<flagBits | uint32(flags)
	return term{[2]uint16{uint16(key >> 16), uint16(key)}, weight}
}

func (t term) hash() uint32 { return (uint32(t.key[0])<<16 | uint32(t.key[1])) >> flagBits }

func (t term) flags() flags { return flags(t.key[1] & (1<<flagBits - 1)) }

// cut returns as much of a hash as a term keeps.
func cut(hash uint64) uint32 { return uint32(hash) & (1<<hashBits - 1) }

// field is a part of an article's vector that is compared by itself.
type field int

const (
	byWords field = iota
	byNames
	byNumbers
	byHead // title and lead
	byPairs
	byNamePairs
	fields
)

// in reports whether terms of these flags are of field f.
func (f field) in(x flags) bool {
	switch f {
	case byWords:
		return x&isPair == 0
	case byNames:
		return x&(isPair|isName) == isName
	case byNumbers:
		return x&isNumber != 0
	case byHead:
		return x&isPair == 0 && x&(inTitle|inLead) != 0
	case byPairs:
		return x&isPair != 0
	}
	return x&(isPair|isName) == isPair|isName
}

// vector is what is kept of an article's words.
type vector struct {
	terms   []term         // ordered by hash
	lengths [fields]uint32 // of each field: the root of the sum of squares
	meaning *meaning       // nil where no word is known
	places  *places        // of the terms; only while an article arrives, which is when it is compared with many
}

// places finds the terms of a vector by their hashes: 1 + the index of each, at the
// first place that is free from its hash on; 0 elsewhere. It is so large that most
// of what is not there is told by one look.
type places [1 << 12]uint16

func newPlaces(terms []term) *places {
	p := &places{}
	for i, t := range terms {
		at := t.hash() % uint32(len(p))
		for p[at] != 0 {
			at = (at + 1) % uint32(len(p))
		}
		p[at] = uint16(i + 1)
	}
	return p
}

// of returns the index in terms of the one with a hash; -1 when there is none.
func (p *places) of(terms []term, hash uint32) int {
	for at := hash % uint32(len(p)); p[at] != 0; at = (at + 1) % uint32(len(p)) {
		if i := int(p[at]) - 1; terms[i].hash() == hash {
			return i
		}
	}
	return -1
}

// newVector weighs the terms of an article by how often it uses them and how
// rare each has been until now. It takes what words mean from known, which may be nil.
func newVector(uses []use, rarities []int, known *words.Words) vector {
	var sorts [2][]uint64 // words and pairs: weight, the heaviest first, then hash, then index in uses
	for i, u := range uses {
		if rarities[i] < minRarity {
			continue
		}
		weight := rarities[i] * (log2(uint64(countBody+u.count)) - log2(countBody)) >> 8
		if u.flags&isName != 0 {
			weight = weight * nameTimes / namePer
		}
		n := 0
		if u.flags&isPair != 0 {
			n = 1
		}
		lightness := 1<<16 - 1 - min(weight, 1<<16-1)
		sorts[n] = append(sorts[n], uint64(lightness)<<48|uint64(cut(u.hash))<<16|uint64(i))
	}
	for n, most := range []int{maxWords, maxPairs} {
		slices.Sort(sorts[n])
		sorts[n] = sorts[n][:min(len(sorts[n]), most)]
	}
	v := vector{terms: make([]term, 0, len(sorts[0])+len(sorts[1]))}
	var means sums
	for _, sort := range sorts {
		for _, x := range sort {
			u := &uses[uint16(x)]
			t := newTerm(cut(x>>16), uint16(1<<16-1-x>>48), u.flags)
			v.terms = append(v.terms, t)
			if !byWords.in(t.flags()) {
				continue
			}
			if n := known.Find(u.norm); n >= 0 {
				means.add(known.At(n), t)
			}
		}
	}
	v.meaning = means.meaning()
	slices.SortFunc(v.terms, func(a, b term) int { return cmp.Compare(a.hash(), b.hash()) })
	v.measure()
	return v
}

// measure reckons the lengths from the terms.
func (v *vector) measure() {
	for n := range fields {
		sum := int64(0)
		for _, t := range v.terms {
			if n.in(t.flags()) {
				sum += int64(t.weight) * int64(t.weight)
			}
		}
		v.lengths[n] = uint32(words.Root(sum))
	}
}

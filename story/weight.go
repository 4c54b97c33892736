package story

import (
	"cmp"
	"math/bits"
	"slices"

	"synoptic/lang"
)

// unit is the length of an article's vector, so that the product of two is in
// unit squared. All arithmetic is on integers: the same on every processor.
const unit = 1 << 14

// minRarity is how rare a word must be to count, in 256ths of a bit: it stands
// in half of the articles at most.
const minRarity = 256

// A name counts for five quarters of another word.
const (
	nameTimes = 5
	namePer   = 4
)

// term is one word in an article's vector.
type term struct {
	id     int // number of the word
	weight int64
	shown  string
}

// vocabulary counts in how many articles each word has stood so far, beside
// what the language knows of it.
type vocabulary struct {
	background lang.Story
	ids        map[string]int
	counts     []int // by id, the background included
	articles   int
}

// fewest is how many texts a language without frequencies is taken to have
// seen none of the words in, so that a stream's first articles can meet at all.
const fewest = 100

func newVocabulary(background lang.Story) *vocabulary {
	background.Articles = max(background.Articles, fewest)
	return &vocabulary{background: background, ids: map[string]int{}, articles: background.Articles}
}

// vector weighs the words of one article by how often it uses them and how
// rare they have been until now, and then counts the article in. The vector has
// the length unit and is ordered by id; it is empty when no word counts.
func (v *vocabulary) vector(list []word) []term {
	terms := make([]term, 0, len(list))
	square := uint64(0)
	for _, w := range list {
		id, ok := v.ids[w.norm]
		if !ok {
			id = len(v.counts)
			v.ids[w.norm] = id
			v.counts = append(v.counts, v.background.Frequencies[w.norm])
		}
		// The +1 stand for half an article that has the word, and one that has not.
		rarity := log2(uint64(2*v.articles+2)) - log2(uint64(2*v.counts[id]+1))
		v.counts[id]++
		if rarity < minRarity {
			continue
		}
		weight := rarity * (log2(uint64(inBody+w.count)) - log2(inBody)) >> 8
		if w.name {
			weight = weight * nameTimes / namePer
		}
		square += uint64(weight * weight)
		terms = append(terms, term{id, weight, w.shown})
	}
	v.articles++
	length := int64(root(square))
	for i := range terms {
		terms[i].weight = terms[i].weight * unit / max(length, 1)
	}
	slices.SortFunc(terms, func(a, b term) int { return cmp.Compare(a.id, b.id) })
	return terms
}

// log2 returns the binary logarithm of x in 256ths, rounded down; 0 for 0.
func log2(x uint64) int64 {
	if x == 0 {
		return 0
	}
	whole := bits.Len64(x) - 1
	result := int64(whole)
	m := x << (63 - whole) // in [1, 2), with 63 bits after the point
	for range 8 {
		hi, lo := bits.Mul64(m, m) // in [1, 4), with 126 bits after the point
		result <<= 1
		if hi>>63 == 1 {
			result |= 1
			m = hi
		} else {
			m = hi<<1 | lo>>63
		}
	}
	return result
}

// root returns the square root of x, rounded down.
func root(x uint64) uint64 {
	r := uint64(0)
	for b := uint64(1) << 31; b > 0; b >>= 1 {
		if (r+b)*(r+b) <= x {
			r += b
		}
	}
	return r
}

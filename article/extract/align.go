package extract

import (
	"slices"
	"unicode"
)

// The numbers of FNV-1a.
const (
	offset = 14695981039346656037
	prime  = 1099511628211
)

// words calls yield with a hash of each word of s and the byte offset it begins
// at. A word is a run of letters and digits, or one letter of a script that is
// written without spaces.
func words(s string, yield func(word uint64, at int)) {
	h, start := uint64(offset), -1
	for i, r := range s {
		spaceless := r >= '\u0e00' && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai)
		letter := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
		if start >= 0 && (!letter || spaceless) {
			yield(h, start)
			start = -1
		}
		if !letter {
			continue
		}
		if start < 0 {
			h, start = offset, i
		}
		h = (h ^ uint64(r)) * prime
		if spaceless {
			yield(h, start)
			start = -1
		}
	}
	if start >= 0 {
		yield(h, start)
	}
}

// run is how many words in a row tell where a text stands in another.
const run = 4

// aligned says which words of page stand in part, a text that keeps the order
// of the page and leaves some of it out. Runs of words that both have equally
// often are tied first, in the longest order that both keep, and grow both ways
// as far as the words are the same; so a short or repeated line counts where its
// neighbours stand. It takes n log n.
func aligned(page, part []uint64) []bool {
	found := make([]bool, len(page))
	here, there := runsOf(page), runsOf(part)
	type tie struct{ page, part int }
	var ties []tie
	for i := 0; i+run <= len(page); i++ {
		h := mix(page[i : i+run])
		if at, in := here[h], there[h]; len(at) == len(in) {
			ties = append(ties, tie{i, in[0]})
			here[h], there[h] = at[1:], in[1:]
		}
	}
	// The longest chain of ties that rises in both.
	var tails []int // the tie that ends the best chain of each length
	before := make([]int, len(ties))
	for i, t := range ties {
		k, _ := slices.BinarySearchFunc(tails, t.part, func(j, part int) int { return ties[j].part - part })
		before[i] = -1
		if k > 0 {
			before[i] = tails[k-1]
		}
		if k == len(tails) {
			tails = append(tails, i)
		} else {
			tails[k] = i
		}
	}
	var chain []tie
	if len(tails) > 0 {
		for i := tails[len(tails)-1]; i >= 0; i = before[i] {
			chain = append(chain, ties[i])
		}
		slices.Reverse(chain)
	}
	p, q := 0, 0 // the first words that no tie has taken yet
	for k, t := range chain {
		for i, j := t.page-1, t.part-1; i >= p && j >= q && page[i] == part[j]; i, j = i-1, j-1 {
			found[i] = true
		}
		endPage, endPart := len(page), len(part)
		if k+1 < len(chain) {
			endPage, endPart = chain[k+1].page, chain[k+1].part
		}
		p, q = t.page, t.part
		for p < endPage && q < endPart && page[p] == part[q] {
			found[p] = true
			p, q = p+1, q+1
		}
	}
	return found
}

// runsOf leads from each run of words to where it begins.
func runsOf(words []uint64) map[uint64][]int {
	at := make(map[uint64][]int, len(words))
	for i := 0; i+run <= len(words); i++ {
		h := mix(words[i : i+run])
		at[h] = append(at[h], i)
	}
	return at
}

// mix hashes some hashes in their order.
func mix(hashes []uint64) uint64 {
	h := uint64(offset)
	for _, w := range hashes {
		h = (h ^ w) * prime
		h ^= h >> 29
	}
	return h
}

func hash(s string) uint64 {
	h := uint64(offset)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * prime
	}
	return h
}

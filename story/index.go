package story

import (
	"cmp"
	"slices"
)

const (
	// keys is how many words of an article it is found by, the weightiest.
	// Pairs would be mostly its own, lead nowhere and take memory.
	keys = 64
	// maxPostings is how many articles a term leads to, the latest. A term that
	// has more tells little.
	maxPostings = 1 << maxBlock
	// maxFound is how many articles are looked at closely.
	maxFound = 96
)

// index finds articles by their terms. Articles are numbered as they arrive.
type index struct {
	postings postings
	sums     []uint64 // by number, from the oldest on; zero between calls
	touched  []uint32
	best     []found
}

// found is an article that has terms in common with another.
type found struct {
	n   uint32
	sum uint64
}

func newIndex() *index { return &index{postings: newPostings()} }

// keysOf returns the words that an article is found by.
func keysOf(v *vector) []term {
	list := make([]term, 0, maxWords)
	for _, t := range v.terms {
		if t.flags()&isPair == 0 {
			list = append(list, t)
		}
	}
	slices.SortFunc(list, func(a, b term) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.hash(), b.hash()))
	})
	return list[:min(len(list), keys)]
}

// add adds article n by its keys.
func (x *index) add(n uint32, keys []term) {
	for _, t := range keys {
		x.postings.add(t.hash(), n)
	}
}

// remove takes article n, the oldest, out.
func (x *index) remove(n uint32, keys []term) {
	for _, t := range keys {
		x.postings.remove(t.hash(), n)
	}
}

// find returns the articles that have most keys in common with one, the nearest
// first, of two as near the later. Oldest is the first that counts, and next the one after the last.
func (x *index) find(keys []term, oldest, next uint32) []found {
	for len(x.sums) < int(next-oldest) {
		x.sums = append(x.sums, make([]uint64, len(x.sums)+1024)...)
	}
	for _, t := range keys {
		add := uint64(t.weight) * uint64(t.weight)
		for _, n := range x.postings.of(t.hash()) {
			sum := &x.sums[n-oldest]
			if *sum == 0 {
				x.touched = append(x.touched, n)
			}
			*sum += add
		}
	}
	// The best so far are sorted only when there are several times too many,
	// and what is not better than the last of them then is passed over.
	x.best = x.best[:0]
	least := uint64(0)
	for _, n := range x.touched {
		sum := x.sums[n-oldest]
		x.sums[n-oldest] = 0
		if sum < least {
			continue
		}
		if x.best = append(x.best, found{n, sum}); len(x.best) == 4*maxFound {
			x.cut()
			least = x.best[maxFound-1].sum
		}
	}
	x.touched = x.touched[:0]
	x.cut()
	return x.best
}

// cut leaves the articles that have most in common.
func (x *index) cut() {
	slices.SortFunc(x.best, func(a, b found) int {
		return cmp.Or(cmp.Compare(b.sum, a.sum), cmp.Compare(b.n, a.n))
	})
	x.best = x.best[:min(len(x.best), maxFound)]
}

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
	maxPostings = 256
	// maxFound is how many articles are looked at closely.
	maxFound = 96
)

// index finds articles by their terms. Articles are numbered as they arrive.
type index struct {
	postings map[uint32][]uint32 // numbers in rising order, by term
	sums     []uint64            // by number, from the oldest on; zero between calls
	touched  []uint32
}

func newIndex() *index { return &index{postings: map[uint32][]uint32{}} }

// keysOf returns the words that an article is found by.
func keysOf(v *vector) []term {
	list := make([]term, 0, maxWords)
	for _, t := range v.terms {
		if t.flags&isPair == 0 {
			list = append(list, t)
		}
	}
	slices.SortFunc(list, func(a, b term) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.hash, b.hash))
	})
	return list[:min(len(list), keys)]
}

// add adds article n.
func (x *index) add(n uint32, v *vector) {
	for _, t := range keysOf(v) {
		list := x.postings[t.hash]
		if len(list) == maxPostings {
			list = slices.Delete(list, 0, 1)
		}
		x.postings[t.hash] = append(list, n)
	}
}

// remove takes article n, the oldest, out.
func (x *index) remove(n uint32, v *vector) {
	for _, t := range keysOf(v) {
		list := x.postings[t.hash]
		if len(list) == 0 || list[0] != n {
			continue
		}
		if len(list) == 1 {
			delete(x.postings, t.hash)
		} else {
			x.postings[t.hash] = list[1:]
		}
	}
}

// find returns the articles that have most in common with v by its keys, the
// nearest first, of two as near the later. Oldest is the first that counts, and next the one after the last.
func (x *index) find(v *vector, oldest, next uint32) []uint32 {
	for len(x.sums) < int(next-oldest) {
		x.sums = append(x.sums, make([]uint64, len(x.sums)+1024)...)
	}
	for _, t := range keysOf(v) {
		add := uint64(t.weight) * uint64(t.weight)
		for _, n := range x.postings[t.hash] {
			if x.sums[n-oldest] == 0 {
				x.touched = append(x.touched, n)
			}
			x.sums[n-oldest] += add
		}
	}
	nearer := func(a, b uint32) int {
		return cmp.Or(cmp.Compare(x.sums[b-oldest], x.sums[a-oldest]), cmp.Compare(b, a))
	}
	slices.SortFunc(x.touched, nearer)
	found := slices.Clone(x.touched[:min(len(x.touched), maxFound)])
	for _, n := range x.touched {
		x.sums[n-oldest] = 0
	}
	x.touched = x.touched[:0]
	return found
}

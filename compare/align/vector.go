package align

import (
	"sync"
	"sync/atomic"

	words "synoptic/analyze/vector"
	"synoptic/lang"
)

// dimensions is how many numbers a vector has.
const dimensions = words.Dimensions

// vector is the numbers of a word, made ready for the cosine with others. Four of
// them stand in one integer, in 16 bits each and with eight added, so that none
// is below nothing; in turned the four stand the other way round.
type vector struct {
	lanes, turned [dimensions / 4]uint64
	sum           int64 // of what is in lanes
	length        int64
}

func made(n *words.Vector) *vector {
	v := &vector{length: words.Length(n[:])}
	for i, x := range n {
		lane := uint64(x + 8)
		v.lanes[i/4] |= lane << (16 * (i % 4))
		v.turned[i/4] |= lane << (16 * (3 - i%4))
		v.sum += int64(lane)
	}
	return v
}

// product multiplies two vectors. The top 16 bits of lanes by turned are the four
// products of what stands in the same place, added up; 100 products of 15 by 15 at
// most have room there.
func (v *vector) product(o *vector) int64 {
	var sum uint64
	for i, x := range &v.lanes {
		sum += x * o.turned[i]
	}
	return int64(sum>>48) - 8*(v.sum+o.sum) + 8*8*dimensions
}

// near returns the cosine of the angle between two vectors, as angle does, where it is
// leastNear at least; else 0, for which nothing is divided.
func (v *vector) near(o *vector) int {
	product := v.product(o)
	if product*1000 < leastNear*v.length*o.length {
		return 0
	}
	return words.Angle(product, v.length, o.length)
}

// sum adds vectors up by their weights, up to MaxTokens of them. It has two numbers
// in one integer, in 32 bits each, where weights below 700,000 have room: of every
// four of a vector the first and the third, then the others.
type sum struct {
	lanes  [dimensions / 2]uint64
	weight int64
}

func (s *sum) add(v *vector, weight int) {
	const odd = 0x0000ffff0000ffff // the first and the third
	for i, x := range &v.lanes {
		s.lanes[2*i] += (x & odd) * uint64(weight)
		s.lanes[2*i+1] += (x >> 16 & odd) * uint64(weight)
	}
	s.weight += int64(weight)
}

// numbers returns the sum, by 64 to have room for squares.
func (s *sum) numbers() (n [dimensions]int32) {
	for i, x := range &s.lanes {
		at := i/2*4 + i%2
		n[at] = int32((int64(x&0xffffffff) - 8*s.weight) / 64)
		n[at+2] = int32((int64(x>>32) - 8*s.weight) / 64)
	}
	return n
}

// vectors finds the vectors of words. The zero value knows no word.
type vectors struct {
	words *words.Words
	ready []atomic.Pointer[vector] // of those that have been asked for
}

// of returns the vector of a word in lower case; nil when there is none.
func (v *vectors) of(word string) *vector {
	if v == nil {
		return nil
	}
	i := v.words.Find(word)
	if i < 0 {
		return nil
	}
	if v.ready[i].Load() == nil {
		v.ready[i].Store(made(v.words.At(i)))
	}
	return v.ready[i].Load()
}

// known holds the vectors of languages, by their words, so that all readers share them.
var known sync.Map

// vectorsOf returns the vectors of a language, ready to be multiplied.
func vectorsOf(l *lang.Language) *vectors {
	w := words.Of(l)
	if v, ok := known.Load(w); ok {
		return v.(*vectors)
	}
	v, _ := known.LoadOrStore(w, &vectors{w, make([]atomic.Pointer[vector], w.Len())})
	return v.(*vectors)
}

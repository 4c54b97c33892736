package align

import (
	"encoding/binary"
	"errors"
	"math/bits"
	"slices"
	"sync/atomic"

	"synoptic/analyze/class"
	"synoptic/lang"
)

// dimensions is how many numbers a vector has.
const dimensions = 100

// numbers are where a word stands, in steps from -7 to 7.
type numbers [dimensions]int8

// vector is the numbers of a word, made ready for the cosine with others. Four of
// them stand in one integer, in 16 bits each and with eight added, so that none
// is below nothing; in turned the four stand the other way round.
type vector struct {
	lanes, turned [dimensions / 4]uint64
	sum           int64 // of what is in lanes
	length        int64
}

func (n *numbers) vector() *vector {
	v := &vector{length: length(n[:])}
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
	return angle(product, v.length, o.length)
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

// Placed is a word by the hash of its lower case (class.Hash) with its vector.
type Placed struct {
	Hash uint32
	At   []int8 // from -7 to 7
}

// vectors finds the vectors of words. The zero value knows no word.
type vectors struct {
	hashes []uint32 // in order
	at     []numbers
	start  []int32                  // by the top byte of hashes: where they begin
	ready  []atomic.Pointer[vector] // of those that have been asked for
}

var errVectors = errors.New("the vectors of words are damaged")

// AppendVectors packs vectors after b. Words are in order of their hashes, each
// once, and have 100 numbers each.
func AppendVectors(b []byte, words []Placed) []byte {
	b = binary.AppendUvarint(b, uint64(len(words)))
	last := uint32(0)
	for _, w := range words {
		b = binary.AppendUvarint(b, uint64(w.Hash-last))
		last = w.Hash
	}
	for _, w := range words {
		for i := 0; i < dimensions; i += 2 {
			b = append(b, byte(w.At[i]+8)<<4|byte(w.At[i+1]+8))
		}
	}
	return b
}

// readVectors unpacks what AppendVectors packs.
func readVectors(packed []byte) (*vectors, error) {
	n, k := binary.Uvarint(packed)
	if k <= 0 || n > uint64(len(packed)-k)/(1+dimensions/2) {
		return nil, errVectors
	}
	packed = packed[k:]
	v := &vectors{hashes: make([]uint32, n), at: make([]numbers, n), start: make([]int32, 257), ready: make([]atomic.Pointer[vector], n)}
	hash := uint32(0)
	for i := range v.hashes {
		d, k := binary.Uvarint(packed)
		if k <= 0 || d > uint64(^uint32(0)-hash) {
			return nil, errVectors
		}
		packed = packed[k:]
		hash += uint32(d)
		v.hashes[i] = hash
		v.start[hash>>24+1]++
	}
	for i := range 256 {
		v.start[i+1] += v.start[i]
	}
	if len(packed) != int(n)*dimensions/2 {
		return nil, errVectors
	}
	for i := range v.at {
		for j := range dimensions / 2 {
			x := packed[i*dimensions/2+j]
			v.at[i][2*j], v.at[i][2*j+1] = int8(x>>4)-8, int8(x&15)-8
		}
	}
	return v, nil
}

// of returns the vector of a word in lower case; nil when there is none.
func (v *vectors) of(word string) *vector {
	if v == nil || len(v.hashes) == 0 {
		return nil
	}
	hash := class.Hash(word)
	from, to := v.start[hash>>24], v.start[hash>>24+1]
	i, ok := slices.BinarySearch(v.hashes[from:to], hash)
	if !ok {
		return nil
	}
	i += int(from)
	if v.ready[i].Load() == nil {
		v.ready[i].Store(v.at[i].vector())
	}
	return v.ready[i].Load()
}

// angle returns the cosine of the angle between two vectors, by their product and
// lengths, in thousandths from -1000 to 1000; 0 when one has no length.
func angle(product, a, b int64) int {
	if a == 0 || b == 0 {
		return 0
	}
	return int(max(-1000, min(1000, product*1000/(a*b))))
}

// length returns the length of a vector, rounded down.
func length[T int8 | int32](a []T) int64 {
	var sum int64
	for _, x := range a {
		sum += int64(x) * int64(x)
	}
	return root(sum)
}

// root returns the square root of x, rounded down.
func root(x int64) int64 {
	if x < 2 {
		return max(x, 0)
	}
	r := int64(1) << ((bits.Len64(uint64(x)) + 1) / 2) // above the root
	for next := (r + x/r) / 2; next < r; next = (r + x/r) / 2 {
		r = next
	}
	return r
}

func vectorsOf(l *lang.Language) *vectors {
	if l.Align.Vectors == nil {
		return nil
	}
	v, _ := l.Align.Vectors.Unpacked(func(packed []byte) any {
		v, err := readVectors(packed)
		if err != nil {
			return (*vectors)(nil)
		}
		return v
	}).(*vectors)
	return v
}

// Package vector places words among each other by the company they keep: words that
// stand in like places have vectors that point the same way.
package vector

import (
	"encoding/binary"
	"errors"
	"math/bits"
	"slices"

	"synoptic/analyze/class"
	"synoptic/analyze/weight"
	"synoptic/lang"
)

// Dimensions is how many numbers a vector has.
const Dimensions = 100

// Vector is where a word stands, in steps from -7 to 7.
type Vector [Dimensions]int8

// Placed is a word by the hash of its lower case (class.Hash) with its vector.
type Placed struct {
	Hash uint32
	At   Vector
}

// Words finds the vectors of words. The zero value knows no word.
type Words struct {
	hashes []uint32 // in order
	at     []Vector
	start  []int32 // by the top byte of hashes: where they begin
}

// ErrDamaged is what Read says of bytes that Append has not packed.
var ErrDamaged = errors.New("the vectors of words are damaged")

// Append packs vectors after b. Words are in order of their hashes, each once.
func Append(b []byte, words []Placed) []byte {
	b = binary.AppendUvarint(b, uint64(len(words)))
	last := uint32(0)
	for _, w := range words {
		b = binary.AppendUvarint(b, uint64(w.Hash-last))
		last = w.Hash
	}
	for _, w := range words {
		for i := 0; i < Dimensions; i += 2 {
			b = append(b, byte(w.At[i]+8)<<4|byte(w.At[i+1]+8))
		}
	}
	return b
}

// Read unpacks what Append packs.
func Read(packed []byte) (*Words, error) {
	r := weight.Reader{Rest: packed}
	n := r.Count()
	w := &Words{hashes: r.Keys(n), at: make([]Vector, n), start: make([]int32, 257)}
	packed = r.Bytes(n * Dimensions / 2)
	if r.Bad || len(r.Rest) > 0 || !slices.IsSorted(w.hashes) {
		return nil, ErrDamaged
	}
	for _, hash := range w.hashes {
		w.start[hash>>24+1]++
	}
	for i := range 256 {
		w.start[i+1] += w.start[i]
	}
	for i := range w.at {
		for j := range Dimensions / 2 {
			x := packed[i*Dimensions/2+j]
			w.at[i][2*j], w.at[i][2*j+1] = int8(x>>4)-8, int8(x&15)-8
		}
	}
	return w, nil
}

// Of returns the vectors of a language, which are unpacked once; nil where it has none.
func Of(l *lang.Language) *Words {
	if l.Vector.Words == nil {
		return nil
	}
	w, _ := l.Vector.Words.Unpacked(func(packed []byte) any {
		w, err := Read(packed)
		if err != nil {
			return (*Words)(nil)
		}
		return w
	}).(*Words)
	return w
}

// Len is how many words have a vector.
func (w *Words) Len() int {
	if w == nil {
		return 0
	}
	return len(w.hashes)
}

// Find returns the number of a word in lower case, from 0 to Len; -1 when it has no
// vector.
func (w *Words) Find(word string) int {
	if w.Len() == 0 {
		return -1
	}
	hash := class.Hash(word)
	from, to := w.start[hash>>24], w.start[hash>>24+1]
	i, ok := slices.BinarySearch(w.hashes[from:to], hash)
	if !ok {
		return -1
	}
	return int(from) + i
}

// At returns the vector of the word with a number.
func (w *Words) At(i int) *Vector { return &w.at[i] }

// Angle returns the cosine of the angle between two vectors, by their product and
// lengths, in thousandths from -1000 to 1000; 0 when one has no length.
func Angle(product, a, b int64) int {
	if a == 0 || b == 0 {
		return 0
	}
	return int(max(-1000, min(1000, product*1000/(a*b))))
}

// Length returns the length of a vector, rounded down.
func Length[T int8 | int32](a []T) int64 {
	var sum int64
	for _, x := range a {
		sum += int64(x) * int64(x)
	}
	return Root(sum)
}

// Root returns the square root of x, rounded down; 0 for what is below nothing.
func Root(x int64) int64 {
	if x < 2 {
		return max(x, 0)
	}
	r := int64(1) << ((bits.Len64(uint64(x)) + 1) / 2) // above the root
	for next := (r + x/r) / 2; next < r; next = (r + x/r) / 2 {
		r = next
	}
	return r
}

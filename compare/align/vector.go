package align

import (
	"encoding/binary"
	"errors"

	"synoptic/analyze/class"
	"synoptic/lang"
)

// dimensions is how many numbers a vector has.
const dimensions = 100

// vector is where a word stands, in steps from -7 to 7.
type vector [dimensions]int8

// Placed is a word by the hash of its lower case (class.Hash) with its vector.
type Placed struct {
	Hash uint32
	At   []int8 // from -7 to 7
}

// vectors finds the vectors of words. The zero value knows no word.
type vectors struct {
	hashes []uint32 // in order
	at     []vector
	start  []int32 // by the top byte of hashes: where they begin
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
	v := &vectors{hashes: make([]uint32, n), at: make([]vector, n), start: make([]int32, 257)}
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
	for i := v.start[hash>>24]; i < v.start[hash>>24+1]; i++ {
		if v.hashes[i] == hash {
			return &v.at[i]
		}
	}
	return nil
}

// cosine returns the cosine of the angle between two vectors, in thousandths
// from -1000 to 1000; 0 when one has no length.
func cosine[T int8 | int64](a, b []T) int {
	var dot, aa, bb int64
	for i := range a {
		dot += int64(a[i]) * int64(b[i])
		aa += int64(a[i]) * int64(a[i])
		bb += int64(b[i]) * int64(b[i])
	}
	length := root(aa) * root(bb)
	if length == 0 {
		return 0
	}
	return int(max(-1000, min(1000, dot*1000/length)))
}

// root returns the square root of x, rounded down.
func root(x int64) int64 {
	if x < 2 {
		return max(x, 0)
	}
	r := x
	for next := (r + 1) / 2; next < r; next = (r + x/r) / 2 {
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

package crf

import (
	"encoding/binary"
	"slices"
)

// Classes gives frequent words the number of a class of words that are used
// alike, and that class a wider one, and that again: a tree of three levels.
type Classes struct {
	wide  []byte   // by fine class: the middle and the widest one
	slots []uint64 // hash << 32 | fine class + 1, open addressing
	mask  uint32
}

// WordClass is a word by its hash with its fine class.
type WordClass struct {
	Hash  uint32
	Class uint16
}

// AppendClasses packs classes after b. Words are in order of their hashes, each
// once; wide has the middle and the widest class of each fine one.
func AppendClasses(b []byte, words []WordClass, wide []byte) []byte {
	b = binary.AppendUvarint(b, uint64(len(wide)/2))
	b = append(b, wide...)
	b = binary.AppendUvarint(b, uint64(len(words)))
	last := uint32(0)
	for _, w := range words {
		b = binary.AppendUvarint(b, uint64(w.Hash-last))
		last = w.Hash
	}
	for _, w := range words {
		b = binary.LittleEndian.AppendUint16(b, w.Class)
	}
	return b
}

// ReadClasses unpacks classes.
func ReadClasses(packed []byte) (*Classes, error) {
	r := &reader{b: packed}
	c := &Classes{wide: slices.Clone(r.bytes(2 * r.count()))}
	n := r.count()
	hashes := make([]uint32, n)
	last := uint32(0)
	for i := range hashes {
		last += uint32(r.uvarint())
		hashes[i] = last
	}
	fine := r.bytes(2 * n)
	if r.bad {
		return nil, errModel
	}
	size := tableSize(n)
	c.mask = size - 1
	c.slots = make([]uint64, size)
	for i, h := range hashes {
		class := binary.LittleEndian.Uint16(fine[2*i:])
		if 2*int(class) >= len(c.wide) {
			return nil, errModel
		}
		at := h & c.mask
		for c.slots[at] != 0 {
			at = (at + 1) & c.mask
		}
		c.slots[at] = uint64(h)<<32 | uint64(class) + 1
	}
	return c, nil
}

// Of returns the classes of a word, from fine to wide, by the hash of its lower
// form; all 0 for a word that has none.
func (c *Classes) Of(hash uint32) (fine, middle, wide uint32) {
	for at := hash & c.mask; c.slots[at] != 0; at = (at + 1) & c.mask {
		if s := c.slots[at]; uint32(s>>32) == hash {
			f := uint32(s) - 1
			return f + 1, uint32(c.wide[2*f]) + 1, uint32(c.wide[2*f+1]) + 1
		}
	}
	return 0, 0, 0
}

// Package class gives frequent words the classes that they were put into by the
// company they keep in running text, so that steps that learn from few examples
// know more words than those have.
package class

import (
	"encoding/binary"
	"errors"
	"slices"

	"synoptic/lang"
)

// Levels is how many classes a word has.
const Levels = 3

// Classes are the classes of one word, from fine to wide, counted from 1; 0 for a
// word that has none.
type Classes [Levels]uint32

// Table gives words the number of a class of words that are used alike, and that
// class a wider one, and that again: a tree of three levels. The nil table knows
// no word. It is safe for use by several at once.
type Table struct {
	wide  []byte   // by fine class: the middle and the widest one
	slots []uint64 // hash << 32 | fine class + 1, open addressing
	mask  uint32
}

// Entry is a word by its hash with its fine class.
type Entry struct {
	Hash  uint32
	Class uint16
}

// Append packs a table after b. Words are in order of their hashes, each once;
// wide has the middle and the widest class of each fine one.
func Append(b []byte, words []Entry, wide []byte) []byte {
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

var errTable = errors.New("the classes of words are damaged")

// Read unpacks a table.
func Read(packed []byte) (*Table, error) {
	// count takes a number of things of which each has size bytes or more.
	count := func(size uint64) (int, bool) {
		v, n := binary.Uvarint(packed)
		if n <= 0 || v > uint64(len(packed)-n)/size {
			return 0, false
		}
		packed = packed[n:]
		return int(v), true
	}
	n, ok := count(2)
	if !ok {
		return nil, errTable
	}
	t := &Table{wide: slices.Clone(packed[:2*n])}
	packed = packed[2*n:]
	if n, ok = count(3); !ok {
		return nil, errTable
	}
	size := uint32(16)
	for int(size) < n+n/2+1 {
		size *= 2
	}
	t.mask = size - 1
	t.slots = make([]uint64, size)
	fine := packed[len(packed)-2*n:]
	packed = packed[:len(packed)-2*n]
	hash := uint32(0)
	for i := range n {
		d, k := binary.Uvarint(packed)
		class := binary.LittleEndian.Uint16(fine[2*i:])
		if k <= 0 || 2*int(class) >= len(t.wide) {
			return nil, errTable
		}
		packed = packed[k:]
		hash += uint32(d)
		at := hash & t.mask
		for t.slots[at] != 0 {
			at = (at + 1) & t.mask
		}
		t.slots[at] = uint64(hash)<<32 | uint64(class) + 1
	}
	if len(packed) > 0 {
		return nil, errTable
	}
	return t, nil
}

// Of returns the classes of a word by the hash of its lower case.
func (t *Table) Of(hash uint32) Classes {
	if t == nil {
		return Classes{}
	}
	for at := hash & t.mask; t.slots[at] != 0; at = (at + 1) & t.mask {
		if s := t.slots[at]; uint32(s>>32) == hash {
			f := uint32(s) - 1
			return Classes{f + 1, uint32(t.wide[2*f]) + 1, uint32(t.wide[2*f+1]) + 1}
		}
	}
	return Classes{}
}

// Known returns the table of a language; nil when it has none.
func Known(l *lang.Language) *Table {
	if l.Class.Model == nil {
		return nil
	}
	t, _ := l.Class.Model.Unpacked(unpack).(*Table)
	return t
}

func unpack(packed []byte) any {
	t, err := Read(packed)
	if err != nil {
		return nil
	}
	return t
}

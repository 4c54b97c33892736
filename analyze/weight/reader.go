package weight

import "encoding/binary"

// Reader takes values off a packed model. Bad is set when they run out, and what
// is read from then on says nothing.
type Reader struct {
	Rest []byte // not yet read
	Bad  bool
}

// Uvarint reads a number of as many bytes as it needs.
func (r *Reader) Uvarint() uint64 {
	v, n := binary.Uvarint(r.Rest)
	if n <= 0 {
		r.Bad = true
		return 0
	}
	r.Rest = r.Rest[n:]
	return v
}

// Count reads a number of things of which each takes one byte or more.
func (r *Reader) Count() int {
	v := r.Uvarint()
	if v > uint64(len(r.Rest)) {
		r.Bad = true
		return 0
	}
	return int(v)
}

// Bytes reads n bytes, which share memory with the model.
func (r *Reader) Bytes(n int) []byte {
	if n > len(r.Rest) {
		r.Bad = true
		return make([]byte, n)
	}
	b := r.Rest[:n]
	r.Rest = r.Rest[n:]
	return b
}

// Keys reads n keys, each told by how far it is from the one before.
func (r *Reader) Keys(n int) []uint32 {
	list := make([]uint32, n)
	last := uint32(0)
	for i := range list {
		last += uint32(r.Uvarint())
		list[i] = last
	}
	return list
}

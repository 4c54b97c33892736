package learn

import "slices"

// table counts keys, or numbers them from 0. The key 0 is none.
type table struct {
	slots []slot
	mask  uint32
	n     int
}

type slot struct {
	key   uint32
	value int32
}

func newTable(size int) *table {
	room := 16
	for room < 2*size {
		room *= 2
	}
	return &table{slots: make([]slot, room), mask: uint32(room - 1)}
}

// slot returns where key is, or the free place for it.
func (t *table) slot(key uint32) *slot {
	at := key * 0x9e3779b1 & t.mask
	for t.slots[at].key != 0 && t.slots[at].key != key {
		at = (at + 1) & t.mask
	}
	return &t.slots[at]
}

// count counts keys.
func (t *table) count(keys []uint32) {
	if 2*(t.n+len(keys)) > len(t.slots) {
		grown := newTable(len(t.slots))
		for _, s := range t.slots {
			if s.key != 0 {
				*grown.slot(s.key) = s
			}
		}
		t.slots, t.mask = grown.slots, grown.mask
	}
	for _, k := range keys {
		if k == 0 {
			continue
		}
		s := t.slot(k)
		if s.key == 0 {
			s.key = k
			t.n++
		}
		s.value++
	}
}

// frequent returns a table that numbers the keys counted least times or more,
// in their order.
func (t *table) frequent(least int32) *table {
	var keys []uint32
	for _, s := range t.slots {
		if s.key != 0 && s.value >= least {
			keys = append(keys, s.key)
		}
	}
	slices.Sort(keys)
	f := newTable(len(keys))
	for i, k := range keys {
		*f.slot(k) = slot{k, int32(i)}
	}
	f.n = len(keys)
	return f
}

// numbers appends the numbers of keys to list, those not in the table left out.
func (t *table) numbers(keys []uint32, list []int32) []int32 {
	for _, k := range keys {
		if s := t.slot(k); s.key != 0 {
			list = append(list, s.value)
		}
	}
	return list
}

// ordered returns the keys by their number.
func (t *table) ordered() []uint32 {
	list := make([]uint32, t.n)
	for _, s := range t.slots {
		if s.key != 0 {
			list[s.value] = s.key
		}
	}
	return list
}

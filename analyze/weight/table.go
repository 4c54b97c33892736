package weight

// Slot is a feature in a table, with the place of its weights and how many there
// are, as its owner counts; 0 in a free slot alone.
type Slot struct {
	Key   uint32
	Start uint32
	N     uint32
}

// Table finds features by their keys. A key stands where its share of all keys
// would have it, or behind in the order of the keys, and a free slot ends the
// search. So a table is filled from front to back, which is much the fastest.
type Table struct {
	slots []Slot
	size  uint64
	last  int
}

// spare is room behind the slots for keys that the last ones push on.
const spare = 64

// NewTable returns room for n features.
func NewTable(n int) Table {
	size := n + n/3 + 1
	return Table{make([]Slot, size+1, size+1+spare), uint64(size), -1}
}

// Put adds a feature, whose key is not below any that is there, and whose N is
// not 0.
func (t *Table) Put(s Slot) {
	t.last = max(t.last+1, t.place(s.Key))
	if t.last+1 == len(t.slots) {
		t.slots = append(t.slots, Slot{})
	}
	t.slots[t.last] = s
}

// Find returns the feature of a key, with N 0 when there is none.
func (t *Table) Find(key uint32) Slot {
	at := t.place(key)
	for t.slots[at].N != 0 && t.slots[at].Key != key {
		at++
	}
	return t.slots[at]
}

func (t *Table) place(key uint32) int { return int(uint64(key) * t.size >> 32) }

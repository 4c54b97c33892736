package lang

import "sync"

// Model is what a stage has learnt, packed as its trainer wrote it. It is
// unpacked when it is first wanted, and then kept.
type Model struct {
	packed []byte
	once   sync.Once
	value  any
}

// NewModel returns the model that packed holds.
func NewModel(packed []byte) *Model { return &Model{packed: packed} }

// Unpacked returns what read makes of the packed bytes. Read is called once,
// whoever asks; all callers of one model must pass the same.
func (m *Model) Unpacked(read func(packed []byte) any) any {
	m.once.Do(func() { m.value = read(m.packed) })
	return m.value
}

// Package appeal tells on what kind of source the words of an attribution rest,
// from its features: a linear model with whole numbers for weights.
package appeal

import (
	"encoding/binary"
	"errors"

	"synoptic/analyze/doc"
	"synoptic/analyze/weight"
)

// Kinds are what the model tells apart, in the order of its weights. What speaks for
// the first speaks against all others together; these are weighed among each other.
var Kinds = [...]doc.Appeal{
	doc.NoAppeal, doc.AppealParticipant, doc.AppealWitness, doc.AppealOfficial, doc.AppealExpert,
	doc.AppealDocument, doc.AppealEvidence, doc.AppealMedia, doc.AppealUnclear,
}

// Labels is how many kinds there are.
const Labels = len(Kinds)

// Model has a weight for each feature and kind.
type Model struct {
	table   weight.Table
	weights []int8 // features × kinds
}

// Weighed is a feature with its weights.
type Weighed struct {
	Key     uint32
	Weights [Labels]int8
}

// Append packs features, which are in the order of their keys, after b.
func Append(b []byte, features []Weighed) []byte {
	b = binary.AppendUvarint(b, uint64(len(features)))
	last := uint32(0)
	for _, f := range features {
		b = binary.AppendUvarint(b, uint64(f.Key-last))
		last = f.Key
	}
	for _, f := range features {
		for _, w := range f.Weights {
			b = append(b, byte(w))
		}
	}
	return b
}

var errModel = errors.New("the model of sources is damaged")

// Read unpacks a model.
func Read(packed []byte) (*Model, error) {
	r := weight.Reader{Rest: packed}
	n := r.Count()
	keys := r.Keys(n)
	packed = r.Bytes(n * Labels)
	if r.Bad || len(r.Rest) > 0 {
		return nil, errModel
	}
	m := &Model{weight.NewTable(n), make([]int8, n*Labels)}
	for i, w := range packed {
		m.weights[i] = int8(w)
	}
	for i, k := range keys {
		if i > 0 && k <= keys[i-1] {
			return nil, errModel
		}
		m.table.Put(weight.Slot{Key: k, Start: uint32(i * Labels), N: uint32(Labels)})
	}
	return m, nil
}

// Scores returns what features, each once, say for each kind.
func (m *Model) Scores(features []uint32) [Labels]int {
	var sums [Labels]int
	for _, f := range features {
		slot := m.table.Find(f)
		if slot.N == 0 {
			continue
		}
		for l, w := range m.weights[slot.Start:][:Labels] {
			sums[l] += int(w)
		}
	}
	return sums
}

// Best returns on what kind of source words rest: none when features say that they
// are no fact, else the kind for which they say most, the first of equal ones, and
// by how much it leads the next.
func (m *Model) Best(features []uint32) (kind doc.Appeal, lead int) {
	sums := m.Scores(features)
	if sums[0] >= 0 {
		return doc.NoAppeal, 0
	}
	best, next := 0, 0
	for l := 1; l < Labels; l++ {
		switch {
		case best == 0 || sums[l] > sums[best]:
			best, next = l, best
		case next == 0 || sums[l] > sums[next]:
			next = l
		}
	}
	return Kinds[best], sums[best] - sums[next]
}

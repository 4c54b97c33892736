// Package crf labels the words of a sentence with a linear-chain conditional
// random field (Lafferty, McCallum and Pereira 2001): its packed model and the
// search for the best labels.
package crf

import (
	"encoding/binary"
	"errors"

	"synoptic/analyze/weight"
)

// Passes is how often a text is labelled: the second time by what the first
// found elsewhere in it too (Krishnan and Manning 2006).
const Passes = 2

// Model is a trained model of both passes. It is safe for use by several at once.
type Model struct {
	Types  []string // of names
	labels int
	// features have their weights in pairs, or in rows where N is inRows.
	features weight.Table
	pairs    []pair
	rows     weight.Rows
	moves    [Passes][]int32 // what each label says of the next: labels × labels
}

// inRow is how many weights a feature has that has a row rather than pairs.
const inRow = 24

// inRows is the number of pairs of a feature that has a row.
const inRows = 1 << 31

type pair struct {
	label  uint8 // of the first pass, then of the second
	weight int8
}

// Feature is one feature of a model as it is trained.
type Feature struct {
	Key     uint32
	Weights []Weight
}

// Weight is what a feature says in one pass for or against a label.
type Weight struct {
	Pass, Label int
	Value       int8
}

// Learnt is what a model is made of, in a form for packing. Features are in
// order of their keys, each once and with one weight at least; the key 0 does
// not occur.
type Learnt struct {
	Types    []string
	Moves    [Passes][]int16 // labels × labels
	Features []Feature
}

// usual is the most frequent weight, packed as a mark on its label.
const (
	usual = -2
	mark  = 0x80
)

// Append packs p after b.
func (p *Learnt) Append(b []byte) []byte {
	b = binary.AppendUvarint(b, uint64(len(p.Types)))
	for _, t := range p.Types {
		b = append(b, byte(len(t)))
		b = append(b, t...)
	}
	for _, moves := range p.Moves {
		for _, m := range moves {
			b = binary.LittleEndian.AppendUint16(b, uint16(m))
		}
	}
	total := 0
	for _, f := range p.Features {
		total += len(f.Weights)
	}
	b = binary.AppendUvarint(b, uint64(len(p.Features)))
	b = binary.AppendUvarint(b, uint64(total))
	last := uint32(0)
	for _, f := range p.Features {
		b = binary.AppendUvarint(b, uint64(f.Key-last))
		last = f.Key
	}
	for _, f := range p.Features {
		b = append(b, byte(len(f.Weights)))
	}
	var values []byte
	for _, f := range p.Features {
		for _, w := range f.Weights {
			label := byte(w.Pass*Labels(len(p.Types)) + w.Label)
			if w.Value == usual {
				label |= mark
			} else {
				values = append(values, byte(w.Value))
			}
			b = append(b, label)
		}
	}
	b = binary.AppendUvarint(b, uint64(len(values)))
	return append(b, values...)
}

var errModel = errors.New("the model of names is damaged")

// MostTypes is how many types of name a model may have: the labels of both
// passes are bytes with a bit to spare.
const MostTypes = 15

// Read unpacks a model.
func Read(packed []byte) (*Model, error) {
	r := &weight.Reader{Rest: packed}
	m := &Model{}
	types := r.Count()
	if types > MostTypes {
		return nil, errModel
	}
	for range types {
		m.Types = append(m.Types, string(r.Bytes(int(r.Bytes(1)[0]))))
	}
	m.labels = Labels(types)
	for pass := range m.moves {
		b := r.Bytes(2 * m.labels * m.labels)
		for i := 0; i < len(b); i += 2 {
			m.moves[pass] = append(m.moves[pass], int32(int16(binary.LittleEndian.Uint16(b[i:]))))
		}
	}
	features, total := r.Count(), r.Count()
	keys := r.Keys(features)
	lengths := r.Bytes(features)
	labels := r.Bytes(total)
	values := r.Bytes(r.Count())
	if r.Bad {
		return nil, errModel
	}
	dense := 0
	for _, n := range lengths {
		if n >= inRow {
			dense++
		}
	}
	m.rows = weight.NewRows(Passes*m.labels, dense)
	m.pairs = make([]pair, 0, total)
	m.features = weight.NewTable(features)
	for i, k := range keys {
		n := int(lengths[i])
		if n == 0 || n > len(labels) {
			return nil, errModel
		}
		start := len(m.pairs)
		for _, label := range labels[:n] {
			p := pair{label &^ mark, usual}
			if label&mark == 0 {
				if len(values) == 0 {
					return nil, errModel
				}
				p.weight, values = int8(values[0]), values[1:]
			}
			if int(p.label) >= Passes*m.labels {
				return nil, errModel
			}
			m.pairs = append(m.pairs, p)
		}
		labels = labels[n:]
		if n >= inRow {
			m.features.Put(weight.Slot{Key: k, Start: m.row(m.pairs[start:]), N: inRows})
			m.pairs = m.pairs[:start]
			continue
		}
		m.features.Put(weight.Slot{Key: k, Start: uint32(start), N: uint32(n)})
	}
	return m, nil
}

// row makes the row of a feature with these weights and returns its place.
func (m *Model) row(pairs []pair) uint32 {
	at := m.rows.New()
	for _, p := range pairs {
		m.rows.Put(at, int(p.label), p.weight)
	}
	return at
}

// New returns a model without features and with the moves of one pass.
func New(types []string, pass int, moves []int16) *Model {
	m := &Model{Types: types, labels: Labels(len(types)), features: weight.NewTable(0)}
	for _, v := range moves {
		m.moves[pass] = append(m.moves[pass], int32(v))
	}
	return m
}

// Labels returns how many labels the model has.
func (m *Model) Labels() int { return m.labels }

// Add adds what features say to scores, of each label in the first pass and
// then of each in the second.
func (m *Model) Add(features []uint32, scores []int16) {
	for len(features) > weight.AtOnce {
		m.add(features[:weight.AtOnce], scores)
		features = features[weight.AtOnce:]
	}
	m.add(features, scores)
}

func (m *Model) add(features []uint32, scores []int16) {
	var room [1 + Passes*(1+MostTypes*Parts)/2]uint64
	sums := room[:weight.Width(Passes*m.labels)]
	rows := 0
	for _, key := range features {
		s := m.features.Find(key)
		if s.N == inRows {
			m.rows.Add(s.Start, sums)
			rows++
			continue
		}
		for _, p := range m.pairs[s.Start : s.Start+s.N] {
			scores[p.label] += int16(p.weight)
		}
	}
	if rows > 0 {
		for l := range scores {
			scores[l] += int16(weight.Sum(sums, l, rows))
		}
	}
}

package perceptron

import (
	"encoding/binary"
	"errors"
	"slices"
	"strings"

	"synoptic/analyze/class"
	"synoptic/analyze/weight"
)

// Model is a trained tagger. It is safe for use by several at once.
type Model struct {
	Labels []string
	// features have their weights in pairs, or in rows where N is inRows.
	features weight.Table
	pairs    []pair
	rows     weight.Rows
	// known is an open-addressed table of words with their classes.
	known   []knownWord
	kmask   uint32
	certain []int16  // by class: the one label its words have, or -1
	allowed [][]byte // label sets; the first, empty, allows all
}

// inRow is how many weights a feature has that has a row rather than pairs, and
// inRows the number of pairs that says so.
const (
	inRow  = 16
	inRows = 1 << 31
)

type pair struct {
	label  uint8
	weight int8
}

type knownWord struct {
	hash    uint32
	class   uint32
	allowed uint32
}

// Join joins the two parts of speech that the tagger learns as one label.
func Join(upos, xpos string) string { return upos + " " + xpos }

// Cut parts what Join joined.
func Cut(label string) (upos, xpos string) {
	upos, xpos, _ = strings.Cut(label, " ")
	return upos, xpos
}

// Feature is one feature of a model as it is trained.
type Feature struct {
	Key     uint32
	Weights []Weight
}

// Weight is what a feature says for or against a label.
type Weight struct {
	Label int
	Value int8
}

// Known is a word with its ambiguity class, and the number of the set of labels
// it can have.
type Known struct{ Hash, Class, Allowed uint32 }

// Parts are what a model is made of, in a form for packing. Features and Known
// are in order of their hashes, each at most once; the hash 0 does not occur.
type Parts struct {
	Labels   []string
	Features []Feature
	Known    []Known
	Certain  []int16  // by class, from 0
	Allowed  [][]byte // sets of labels; the first, empty, allows all
}

// Append packs p after b.
func (p *Parts) Append(b []byte) []byte {
	b = binary.AppendUvarint(b, uint64(len(p.Labels)))
	for _, l := range p.Labels {
		b = append(b, byte(len(l)))
		b = append(b, l...)
	}
	b = binary.AppendUvarint(b, uint64(len(p.Certain)))
	for _, c := range p.Certain {
		b = append(b, byte(c+1))
	}
	b = binary.AppendUvarint(b, uint64(len(p.Allowed)))
	for _, set := range p.Allowed {
		b = append(b, byte(len(set)))
		b = append(b, set...)
	}
	b = binary.AppendUvarint(b, uint64(len(p.Known)))
	last := uint32(0)
	for _, k := range p.Known {
		b = binary.AppendUvarint(b, uint64(k.Hash-last))
		last = k.Hash
	}
	for _, k := range p.Known {
		b = binary.AppendUvarint(b, uint64(k.Class))
		b = binary.AppendUvarint(b, uint64(k.Allowed))
	}
	total := 0
	for _, f := range p.Features {
		total += len(f.Weights)
	}
	b = binary.AppendUvarint(b, uint64(len(p.Features)))
	b = binary.AppendUvarint(b, uint64(total))
	last = 0
	for _, f := range p.Features {
		b = binary.AppendUvarint(b, uint64(f.Key-last))
		last = f.Key
	}
	for _, f := range p.Features {
		b = append(b, byte(len(f.Weights)))
	}
	for _, f := range p.Features {
		for _, w := range f.Weights {
			b = append(b, byte(w.Label))
		}
	}
	for _, f := range p.Features {
		for _, w := range f.Weights {
			b = append(b, byte(w.Value))
		}
	}
	return b
}

var errModel = errors.New("the tagger's model is damaged")

// Read unpacks a model and returns the bytes after it.
func Read(packed []byte) (*Model, []byte, error) {
	r := &weight.Reader{Rest: packed}
	m := &Model{}
	for range r.Count() {
		m.Labels = append(m.Labels, string(r.Bytes(int(r.Bytes(1)[0]))))
	}
	for _, c := range r.Bytes(r.Count()) {
		m.certain = append(m.certain, int16(c)-1)
	}
	for range r.Count() {
		set := r.Bytes(int(r.Bytes(1)[0]))
		for _, l := range set {
			if int(l) >= len(m.Labels) {
				return nil, nil, errModel
			}
		}
		m.allowed = append(m.allowed, set)
	}
	known := r.Count()
	m.kmask = tableSize(known) - 1
	m.known = make([]knownWord, m.kmask+1)
	for _, h := range r.Keys(known) {
		at := h & m.kmask
		for m.known[at].hash != 0 {
			at = (at + 1) & m.kmask
		}
		m.known[at] = knownWord{h, uint32(r.Uvarint()), uint32(r.Uvarint())}
	}
	features, total := r.Count(), r.Count()
	keys := r.Keys(features)
	lengths := r.Bytes(features)
	labels, weights := r.Bytes(total), r.Bytes(total)
	if r.Bad {
		return nil, nil, errModel
	}
	m.pairs = make([]pair, total)
	for i := range m.pairs {
		if int(labels[i]) >= len(m.Labels) {
			return nil, nil, errModel
		}
		m.pairs[i] = pair{labels[i], int8(weights[i])}
	}
	dense := 0
	for _, n := range lengths {
		if n >= inRow {
			dense++
		}
	}
	m.rows = weight.NewRows(len(m.Labels), dense)
	m.features = weight.NewTable(features)
	start := uint32(0)
	for i, k := range keys {
		n := uint32(lengths[i])
		if n == 0 || int(start+n) > total {
			return nil, nil, errModel
		}
		s := weight.Slot{Key: k, Start: start, N: n}
		if n >= inRow {
			row := m.rows.New()
			for _, p := range m.pairs[start : start+n] {
				m.rows.Put(row, int(p.label), p.weight)
			}
			s.Start, s.N = row, inRows
		}
		m.features.Put(s)
		start += n
	}
	for _, c := range m.certain {
		if int(c) >= len(m.Labels) {
			return nil, nil, errModel
		}
	}
	for _, k := range m.known {
		if int(k.class) >= len(m.certain) || int(k.allowed) >= len(m.allowed) {
			return nil, nil, errModel
		}
	}
	return m, r.Rest, nil
}

// tableSize returns a power of two with room for n entries.
func tableSize(n int) uint32 {
	size := uint32(16)
	for int(size) < n+n/2+1 {
		size *= 2
	}
	return size
}

// Word returns the ambiguity class of a word and the number of the set of
// labels it can have, both 0 for a word that is not known.
func (m *Model) Word(hash uint32) (class, allowed uint32) {
	for at := hash & m.kmask; m.known[at].hash != 0; at = (at + 1) & m.kmask {
		if m.known[at].hash == hash {
			return m.known[at].class, m.known[at].allowed
		}
	}
	return 0, 0
}

// Scratch is room for labelling that can be used again.
type Scratch struct {
	Sentence Sentence
	features []uint32
	scores   []int32
	sums     []uint64 // of rows
}

// Label returns the labels of a sentence of n words, as indices in Labels, in
// list, which is grown as needed.
func (m *Model) Label(n int, form func(int) string, classes *class.Table, scratch *Scratch, list []int) []int {
	s := &scratch.Sentence
	s.Set(n, form, m, classes)
	list = list[:0]
	if scratch.scores == nil {
		scratch.scores = make([]int32, len(m.Labels))
		scratch.sums = make([]uint64, weight.Width(len(m.Labels)))
	}
	before, before2 := -1, -1
	for i := range n {
		label := int(m.certain[s.words[i].decides])
		if label < 0 {
			f := s.Static(i, scratch.features[:0])
			f = s.Dynamic(i, before, before2, f)
			scratch.features = f
			m.sum(f, scratch.scores, scratch.sums)
			label = Best(scratch.scores, m.allowed[s.words[i].allowed])
		}
		list = append(list, label)
		before2, before = before, label
	}
	return list
}

// sum adds up what the features say for each label, with sums for room. A word
// has fewer features than weight.AtOnce.
func (m *Model) sum(features []uint32, scores []int32, sums []uint64) {
	clear(scores)
	clear(sums)
	rows := 0
	for _, k := range features {
		s := m.features.Find(k)
		if s.N == inRows {
			m.rows.Add(s.Start, sums)
			rows++
			continue
		}
		for _, p := range m.pairs[s.Start : s.Start+s.N] {
			scores[p.label] += int32(p.weight)
		}
	}
	for l := range scores {
		scores[l] += int32(weight.Sum(sums, l, rows))
	}
}

// Best returns the label with the highest score, among those allowed unless
// that is empty; the lowest of several alike.
func Best(scores []int32, allowed []byte) int {
	if len(allowed) == 0 {
		return slices.Index(scores, slices.Max(scores))
	}
	best := int(allowed[0])
	for _, l := range allowed[1:] {
		if scores[l] > scores[best] {
			best = int(l)
		}
	}
	return best
}

// Package arc finds which word of a sentence hangs on which: pairs of words are
// scored by a biaffine form (Dozat and Manning 2017) over what a recurrent network
// tells of them, and the best tree is found by the algorithm of Chu, Liu and
// Edmonds.
package arc

import (
	"errors"
	"slices"

	"synoptic/analyze/doc"
	"synoptic/analyze/neural"
	"synoptic/analyze/weight"
	"synoptic/span"
)

// Model is a network. It is safe for use by several at once.
type Model struct {
	// Relations are those the network tells apart; Root is the place of "root".
	Relations []string
	Root      int

	xpos, upos map[string]int
	encoder    *neural.Encoder

	arcHead, arcWord, arc           *neural.Matrix
	relationHead, relationWord, rel *neural.Matrix

	distance [2][]float32 // by whether the head stands before: what each distance adds
}

const distances = 16 // beyond which all are one

// ErrModel is a packed model that is none.
var ErrModel = errors.New("the parser's model is damaged")

// Read unpacks a model as analyze/parse/train writes it. The model shares memory
// with it.
func Read(packed []byte) (*Model, error) {
	r := neural.Reader{Reader: weight.Reader{Rest: packed}}
	m := &Model{Relations: r.Strings()}
	m.Root = slices.Index(m.Relations, "root")
	m.xpos, m.upos = r.Numbers(), r.Numbers()
	m.encoder = r.Encoder(len(m.xpos)+1, len(m.upos)+1, neural.Affixes+1, neural.Affixes+1, neural.Shapes)
	width := m.encoder.Width
	arcs, relations := r.Count(), r.Count()
	m.arcHead, m.arcWord = r.Matrix(width, arcs), r.Matrix(width, arcs)
	m.arc = r.Matrix(arcs, arcs)
	m.relationHead, m.relationWord = r.Matrix(width, relations), r.Matrix(width, relations)
	m.rel = r.Matrix(relations, len(m.Relations))
	for i := range m.distance {
		m.distance[i] = r.Floats(distances)
	}
	if r.Bad || len(r.Rest) > 0 || m.Root < 0 || len(m.Relations) < 2 {
		return nil, ErrModel
	}
	return m, nil
}

// read returns what the encoder tells of the tokens of r.
func (m *Model) read(d *doc.Doc, r span.Range, s *Scratch) []int16 {
	m.encoder.Begin(r.Len(), &s.encoder)
	for i := r.From; i < r.To; i++ {
		t := &d.Tokens[i]
		is := neural.Describe(d.Word(i), t.Norm)
		known := [...]int{m.xpos[t.XPOS], m.upos[t.UPOS], is.Suffix, is.Prefix, is.Shape}
		m.encoder.Put(i-r.From+1, is.Hash, known[:], &s.encoder)
	}
	return m.encoder.Read(r.Len(), &s.encoder)
}

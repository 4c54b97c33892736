package role

import (
	"errors"

	"synoptic/analyze/doc"
	"synoptic/analyze/neural"
	"synoptic/analyze/weight"
	"synoptic/span"
)

// Model is a network with what label may follow what: a linear-chain conditional
// random field over what it tells of each token. It is safe for use by several at
// once.
type Model struct {
	names   [Named]map[string]int
	encoder *neural.Encoder
	label   *neural.Matrix
	follow  []float32 // by the label before and the one behind
}

// ErrModel is a packed model that is none.
var ErrModel = errors.New("the model of attributions is damaged")

// Read unpacks a model as analyze/attribution/train writes it. The model shares
// memory with it.
func Read(packed []byte) (*Model, error) {
	r := neural.Reader{Reader: weight.Reader{Rest: packed}}
	m := &Model{}
	var least []int
	for i := range m.names {
		m.names[i] = r.Numbers()
		least = append(least, len(m.names[i])+1)
	}
	m.encoder = r.Encoder(append(least, neural.Affixes+1, neural.Affixes+1, neural.Shapes)...)
	m.label = r.Matrix(m.encoder.Width, int(Labels))
	m.follow = r.Floats(int(Labels) * int(Labels))
	if r.Bad || len(r.Rest) > 0 {
		return nil, ErrModel
	}
	return m, nil
}

// Label returns the labels of all tokens, where rules have found some.
func (m *Model) Label(d *doc.Doc, found []Label) []Label {
	features := Describe(d, found)
	labels := make([]Label, len(d.Tokens))
	var scratch neural.Scratch
	for _, r := range Pieces(d) {
		m.piece(d, r, features, labels, &scratch)
	}
	return labels
}

func (m *Model) piece(d *doc.Doc, r span.Range, features []Features, labels []Label, s *neural.Scratch) {
	n, size := r.Len(), int(Labels)
	m.encoder.Begin(n, s)
	var known [Named + 3]int
	for i := r.From; i < r.To; i++ {
		for k, name := range features[i] {
			known[k] = m.names[k][name]
		}
		is := neural.Describe(d.Word(i), d.Tokens[i].Norm)
		known[Named], known[Named+1], known[Named+2] = is.Suffix, is.Prefix, is.Shape
		m.encoder.Put(i-r.From+1, is.Hash, known[:], s)
	}
	x := m.encoder.Read(n, s)
	// Viterbi: the best way to each label of each token, and where it came from.
	best, next := make([]float32, size), make([]float32, size)
	values := make([]float32, (n+1)*size)
	m.label.Values(x, values, n+1, &s.Sums)
	from := make([]Label, n*size)
	for i := range n {
		for to := range size {
			next[to] = values[(i+1)*size+to]
			if i == 0 {
				continue
			}
			most := 0
			for before := range size {
				if best[before]+m.follow[before*size+to] > best[most]+m.follow[most*size+to] {
					most = before
				}
			}
			next[to] += best[most] + m.follow[most*size+to]
			from[i*size+to] = Label(most)
		}
		best, next = next, best
	}
	at := None
	for l := range Labels {
		if best[l] > best[at] {
			at = l
		}
	}
	for i := n - 1; i >= 0; i-- {
		labels[r.From+i] = at
		at = from[i*size+int(at)]
	}
}

package arc

import (
	"math"
	"slices"

	"synoptic/analyze/doc"
	"synoptic/analyze/neural"
	"synoptic/span"
)

// Scratch is room for one sentence after another.
type Scratch struct {
	// Heads of the tokens parsed last, counted from 1, and 0 for the one that has
	// none; Relations are the places in the model's of what those with a head are
	// to it. Both begin with an entry that says nothing, for what stands before the
	// first token.
	Heads, Relations []int

	encoder      neural.Scratch
	heads, words []int16
	rows         neural.Rows
	values       []float32
	ofHead, own  []float32
	score        []float32 // entry i*n+h: how well token i hangs on h
	relation     []float32 // entry i*len(Relations)+r: how well r names that
}

// Parse finds the tree of the tokens of r, which are tagged. Time and room grow
// with the square of their number.
func (m *Model) Parse(d *doc.Doc, r span.Range, s *Scratch) {
	n := r.Len() + 1
	x := m.read(d, r, s)
	m.scores(n, x, s)
	s.Heads = tree(s.score, n)
	m.relations(n, x, s.Heads, s)
	m.name(n, s.relation, s)
}

// ParseTogether finds the tree that models taught by the same relations like best
// together, each as much as the others.
func ParseTogether(models []*Model, d *doc.Doc, r span.Range, s []Scratch) (heads, relations []int) {
	n := r.Len() + 1
	score, told := make([]float32, n*n), make([][]int16, len(models))
	for k, m := range models {
		told[k] = m.read(d, r, &s[k])
		m.scores(n, told[k], &s[k])
		for i := 1; i < n; i++ {
			addLikely(score[i*n:][:n], s[k].score[i*n:][:n])
		}
	}
	heads = tree(score, n)
	relation := make([]float32, n*len(models[0].Relations))
	for k, m := range models {
		m.relations(n, told[k], heads, &s[k])
		for i := range n {
			at := i * len(m.Relations)
			addLikely(relation[at:][:len(m.Relations)], s[k].relation[at:][:len(m.Relations)])
		}
	}
	models[0].name(n, relation, &s[0])
	return heads, s[0].Relations
}

// addLikely adds to sums the logarithms of how likely each of scores is.
func addLikely(sums, scores []float32) {
	most, all := float64(slices.Max(scores)), 0.
	for _, x := range scores {
		all += math.Exp(float64(x) - most)
	}
	for i, x := range scores {
		sums[i] += float32(float64(x) - most - math.Log(all))
	}
}

// scores fills s.score by what the encoder tells of n tokens.
func (m *Model) scores(n int, x []int16, s *Scratch) {
	size := m.arcHead.Out
	heads, words := neural.Grown(&s.heads, n*size), neural.Grown(&s.words, n*size)
	for i := range n {
		s.positive(m.arcHead, x[i*m.arcHead.In:][:m.arcHead.In], heads[i*size:][:size])
		s.positive(m.arcWord, x[i*m.arcHead.In:][:m.arcHead.In], words[i*size:][:size])
	}
	s.rows.Pack(heads, n, size)
	score := neural.Grown(&s.score, n*n)
	values := neural.Grown(&s.values, size)
	for i := range n {
		word := words[i*size:][:size]
		m.arc.Values(word, values, &s.encoder.Sums)
		for k, v := range values {
			word[k] = coarse(v)
		}
		products := s.rows.Products(word, &s.encoder.Sums)
		for h := range n {
			before, far := 0, h-i
			if h < i {
				before, far = 1, i-h
			}
			score[i*n+h] = float32(products[h])/(rough*rough) + m.distance[before][min(far, distances-1)]
		}
	}
}

// Both sides of a pair are held in units of 1/rough, so that their sums have room.
const rough = 512

func coarse(x float32) int16 { return neural.Whole(x * rough / neural.Unit) }

// positive writes m times x to out in rough units, what is below 0 as 0.
func (s *Scratch) positive(m *neural.Matrix, x, out []int16) {
	values := neural.Grown(&s.values, m.Out)
	m.Values(x, values, &s.encoder.Sums)
	for k, v := range values {
		out[k] = coarse(max(v, 0))
	}
}

// relations fills s.relation for tokens with these heads.
func (m *Model) relations(n int, x []int16, heads []int, s *Scratch) {
	width, size := m.relationHead.In, m.relationHead.Out
	ofHead, own := neural.Grown(&s.ofHead, n*size), neural.Grown(&s.own, n*size)
	for i := range n {
		m.relationHead.Values(x[i*width:][:width], ofHead[i*size:][:size], &s.encoder.Sums)
		m.relationWord.Values(x[i*width:][:width], own[i*size:][:size], &s.encoder.Sums)
	}
	hidden := neural.Grown(&s.words, size)
	list := neural.Grown(&s.relation, n*len(m.Relations))
	for i := range n {
		for k := range hidden {
			hidden[k] = neural.Whole(max(ofHead[heads[i]*size+k]+own[i*size+k], 0))
		}
		m.rel.Values(hidden, list[i*len(m.Relations):][:len(m.Relations)], &s.encoder.Sums)
	}
}

// name fills s.Relations by s.relation, or a list like it.
func (m *Model) name(n int, relation []float32, s *Scratch) {
	list := neural.Grown(&s.Relations, n)
	for i := range n {
		scores := relation[i*len(m.Relations):][:len(m.Relations)]
		scores[m.Root] = never
		list[i] = 0
		for r, x := range scores {
			if x > scores[list[i]] {
				list[i] = r
			}
		}
	}
}

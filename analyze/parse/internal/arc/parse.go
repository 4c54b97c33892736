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

	encoder     neural.Scratch
	rows        neural.Rows
	whole       []int16
	values, own []float32
	score       []float32 // entry i*n+h: how well token i hangs on h
	relation    []float32 // entry i*len(Relations)+r: how well r names that
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
	values := neural.Grown(&s.values, n*size)
	m.arcHead.Values(x, values, n, &s.encoder.Sums)
	s.rows.Pack(positive(values, &s.whole), n, size)
	m.arcWord.Values(x, values, n, &s.encoder.Sums)
	words := positive(values, &s.whole)
	m.arc.Values(words, values, n, &s.encoder.Sums)
	for i, v := range values {
		words[i] = coarse(v)
	}
	products, room := s.rows.Products(words, n, &s.encoder.Sums), s.rows.Room(size)
	score := neural.Grown(&s.score, n*n)
	for i := range n {
		for h := range n {
			before, far := 0, h-i
			if h < i {
				before, far = 1, i-h
			}
			score[i*n+h] = float32(products[i*room+h])/(rough*rough) + m.distance[before][min(far, distances-1)]
		}
	}
}

// Both sides of a pair are held in units of 1/rough, so that their sums have room.
const rough = 512

func coarse(x float32) int16 { return neural.Whole(x * rough / neural.Unit) }

// positive returns values in rough units, what is below 0 as 0.
func positive(values []float32, whole *[]int16) []int16 {
	list := neural.Grown(whole, len(values))
	for i, v := range values {
		list[i] = coarse(max(v, 0))
	}
	return list
}

// relations fills s.relation for tokens with these heads.
func (m *Model) relations(n int, x []int16, heads []int, s *Scratch) {
	size := m.relationHead.Out
	ofHead, own := neural.Grown(&s.values, n*size), neural.Grown(&s.own, n*size)
	m.relationHead.Values(x, ofHead, n, &s.encoder.Sums)
	m.relationWord.Values(x, own, n, &s.encoder.Sums)
	hidden := neural.Grown(&s.whole, n*size)
	for i := range n {
		for k := range size {
			hidden[i*size+k] = neural.Whole(max(ofHead[heads[i]*size+k]+own[i*size+k], 0))
		}
	}
	m.rel.Values(hidden, neural.Grown(&s.relation, n*len(m.Relations)), n, &s.encoder.Sums)
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

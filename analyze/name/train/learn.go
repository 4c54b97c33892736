package main

import (
	"math"
	"math/rand/v2"
	"slices"

	"synoptic/analyze/name/internal/crf"
	"synoptic/span"
)

const (
	firstPasses = 4
	lastPasses  = 6
	// warm is after how many passes the weights begin to be averaged.
	warm = 2
	// rate is the step of AdaGrad (Duchi, Hazan and Singer 2011), and still
	// what keeps its first steps small.
	rate  = 0.015
	still = 0.1
	// dropped of a hundred features are left out of each word at each step, so
	// that none is relied on alone.
	dropped = 10
	// seldom is how often a feature must occur to be learnt.
	seldom = 3
	// settled is the least error that is learnt from.
	settled = 0.002
)

// learner is a conditional random field at school.
type learner struct {
	types []string
	pass  int
	n     int // labels
	keys  []uint32
	ids   map[uint32]int32
	list  []sentence

	weights, squares, sums []float32 // features × labels
	moves                  edges     // labels × labels
	averaged               int
	room                   room
}

// edges are the weights of moves from label to label.
type edges struct{ weights, squares, sums []float64 }

// sentence is one to learn from, with the numbers of its features.
type sentence struct {
	ids  [][]int32
	gold []uint8
	may  []uint64
}

func newLearner(texts []*text, types []string, pass int) *learner {
	l := &learner{types: types, pass: pass, n: crf.Labels(len(types)), ids: map[uint32]int32{}}
	count := map[uint32]int32{}
	var f []uint32
	for _, t := range texts {
		for _, s := range t.sentences {
			for i := s.From; i < s.To; i++ {
				f = l.features(t, i, s, f[:0])
				for _, k := range f {
					count[k]++
				}
			}
		}
	}
	for k, n := range count {
		if n >= seldom {
			l.keys = append(l.keys, k)
		}
	}
	slices.Sort(l.keys)
	for i, k := range l.keys {
		l.ids[k] = int32(i)
	}
	for _, t := range texts {
		for _, s := range t.sentences {
			x := sentence{gold: t.gold[s.From:s.To]}
			if t.may != nil {
				x.may = t.may[s.From:s.To]
			}
			for i := s.From; i < s.To; i++ {
				f = l.features(t, i, s, f[:0])
				x.ids = append(x.ids, l.known(f, nil))
			}
			l.list = append(l.list, x)
		}
	}
	size := len(l.keys) * l.n
	l.weights, l.squares, l.sums = make([]float32, size), make([]float32, size), make([]float32, size)
	edge := l.n * l.n
	l.moves = edges{make([]float64, edge), make([]float64, edge), make([]float64, edge)}
	return l
}

// features appends the features of token i in sentence s.
func (l *learner) features(t *text, i int, s span.Range, list []uint32) []uint32 {
	list = t.clues.Features(i, s, list)
	if l.pass > 0 {
		list = t.clues.Again(i, s, list)
	}
	return list
}

// known appends the numbers of those features that are learnt.
func (l *learner) known(features []uint32, ids []int32) []int32 {
	for _, k := range features {
		if id, ok := l.ids[k]; ok {
			ids = append(ids, id)
		}
	}
	return ids
}

// learn goes over all sentences so many times, and then takes the average of
// the weights after each, but for the first.
func (l *learner) learn(passes int) {
	for pass := range passes {
		rng := rand.New(rand.NewPCG(uint64(pass), 11))
		for _, k := range rng.Perm(len(l.list)) {
			l.step(&l.list[k], rng)
		}
		if pass < warm {
			continue
		}
		l.averaged++
		for i, w := range l.weights {
			l.sums[i] += w
		}
		for i, w := range l.moves.weights {
			l.moves.sums[i] += w
		}
	}
	for i := range l.weights {
		// All features are there when labelling: each weighs less.
		l.weights[i] = l.sums[i] / float32(l.averaged) * (100 - dropped) / 100
	}
	for i := range l.moves.weights {
		l.moves.weights[i] = l.moves.sums[i] / float64(l.averaged)
	}
	l.list = nil
}

// step learns from one sentence: the gradient of the logarithm of the
// probability of what is gold.
func (l *learner) step(s *sentence, rng *rand.Rand) {
	n, r := l.n, &l.room
	r.reset(len(s.ids), n)
	for i, ids := range s.ids {
		kept := r.kept[i][:0]
		for _, id := range ids {
			if rng.Uint32N(100) >= dropped {
				kept = append(kept, id)
			}
		}
		r.kept[i] = kept
		l.sum(kept, r.scores[i*n:(i+1)*n])
	}
	r.likely(l.moves.weights, n)
	if s.may == nil {
		before := uint8(0)
		for i, y := range s.gold {
			r.want[i*n+int(y)] = 1
			r.wantMoves[int(before)*n+int(y)]++
			before = y
		}
	} else if !r.marginals(s.may, n, r.want, r.wantMoves) {
		return
	}
	if !r.marginals(nil, n, r.have, r.haveMoves) {
		return
	}
	for i, ids := range r.kept[:len(s.ids)] {
		wrong := r.wrong[:0]
		for y := range n {
			if d := r.want[i*n+y] - r.have[i*n+y]; math.Abs(d) > settled {
				wrong = append(wrong, fault{y, float32(d)})
			}
		}
		r.wrong = wrong
		for _, id := range ids {
			w, g := l.weights[int(id)*n:int(id+1)*n], l.squares[int(id)*n:int(id+1)*n]
			for _, f := range wrong {
				// Conversions keep processors from fusing the sums.
				g[f.label] += float32(f.by * f.by)
				w[f.label] += float32(rate*f.by) / float32(still+math.Sqrt(float64(g[f.label])))
			}
		}
	}
	for k, have := range r.haveMoves {
		if d := r.wantMoves[k] - have; math.Abs(d) > settled {
			l.moves.squares[k] += float64(d * d)
			l.moves.weights[k] += float64(rate*d) / (1 + math.Sqrt(l.moves.squares[k]))
		}
	}
}

// fault is by how much the probability of a label is too low.
type fault struct {
	label int
	by    float32
}

// sum writes what features say for each label.
func (l *learner) sum(ids []int32, row []float64) {
	clear(row)
	for _, id := range ids {
		for y, w := range l.weights[int(id)*l.n : int(id+1)*l.n] {
			row[y] += float64(w)
		}
	}
}

// label returns the labels of a whole text by the weights as the model will
// have them.
func (l *learner) label(t *text) []uint8 {
	m := crf.New(l.types, l.pass, quantised(l.moves.weights))
	labels := make([]uint8, len(t.gold))
	row := make([]float64, l.n)
	var (
		scratch crf.Scratch
		f       []uint32
		ids     []int32
		list    []uint8
	)
	for _, s := range t.sentences {
		scores := make([]int16, s.Len()*crf.Passes*l.n)
		for i := s.From; i < s.To; i++ {
			f = l.features(t, i, s, f[:0])
			ids = l.known(f, ids[:0])
			l.sum(ids, row)
			at := (crf.Passes*(i-s.From) + l.pass) * l.n
			for y, v := range row {
				scores[at+y] = int16(math.Round(float64(v * scale)))
			}
		}
		list = m.Decode(l.pass, scores, &scratch, list)
		copy(labels[s.From:s.To], list)
	}
	return labels
}

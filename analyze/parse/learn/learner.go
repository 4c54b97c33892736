package learn

import (
	"math/rand/v2"
	"slices"

	"synoptic/analyze/class"
	"synoptic/analyze/parse/internal/arc"
)

// features are those worth learning, by number.
type features struct {
	moves, labels *table
}

// found counts the features on gold paths, of which there are many: each time
// one is taken by chance.
func found(list []tree, classes *class.Table) *features {
	var x learner
	x.classes = classes
	moves, labels := newTable(1<<20), newTable(1<<18)
	rng := rand.New(rand.NewPCG(3, 3))
	for i := range list {
		t := &list[i]
		x.run(t, func() (arc.Move, uint8) {
			x.keys = arc.Features(&x.state, &x.sentence, x.keys[:0])
			moves.count(x.keys)
			var right []arc.Move
			for m, cost := range t.costs(&x.state, &x.view) {
				if cost == 0 {
					right = append(right, arc.Move(m))
				}
			}
			m := right[rng.IntN(len(right))]
			if m >= arc.Left {
				x.keys = arc.LabelFeatures(&x.state, &x.sentence, m, x.keys[:0])
				labels.count(x.keys)
			}
			return m, t.gold(&x.state, m)
		})
	}
	return &features{moves.frequent(least), labels.frequent(least)}
}

// vote is a relation's weight of a feature as it is learnt.
type vote struct {
	relation uint8
	value    int32
	summed   int64 // of all changes, each times the step it was made at
}

// learner is two averaged perceptrons at school (Collins 2002), one for moves
// and one for relations.
type learner struct {
	*features
	allowed [2][]uint8
	classes *class.Table

	weights [][arc.Moves]int32
	summed  [][arc.Moves]int64 // as in vote
	step    int64
	votes   [][]vote
	labeled int64 // step of the votes
	scores  []int32

	state    arc.State
	sentence arc.Sentence
	view     view
	keys     []uint32
	ids      []int32
}

func newLearner(f *features, parts *arc.Parts, classes *class.Table) *learner {
	return &learner{
		features: f, allowed: parts.Allowed, classes: classes,
		weights: make([][arc.Moves]int32, f.moves.n), summed: make([][arc.Moves]int64, f.moves.n),
		votes: make([][]vote, f.labels.n), scores: make([]int32, len(parts.Relations)),
	}
}

// run parses t; choose is asked where there is a choice.
func (l *learner) run(t *tree, choose func() (arc.Move, uint8)) {
	l.sentence.Set(t.tokens, l.classes)
	l.state.Start(len(l.sentence.Index))
	for !l.state.Done() {
		m, only := l.state.Only()
		relation := uint8(0)
		if !only {
			m, relation = choose()
		}
		l.state.Do(m, relation)
	}
}

// How often, in hundredths, the learner goes on with its own mistakes, and
// leaves a feature out so that the others must do without it (dropout, Hinton
// et al. 2012).
const (
	explored = 90
	dropped  = 25
)

// pass goes once over list in an order of its own, and where it explores lets
// the learner go on with its own mistakes (Goldberg and Nivre 2012).
func (l *learner) pass(list []tree, epoch uint64, explore bool) (wrong, total int) {
	rng := rand.New(rand.NewPCG(1, epoch))
	for _, n := range rng.Perm(len(list)) {
		t := &list[n]
		l.run(t, func() (arc.Move, uint8) {
			s := &l.state
			l.keys = arc.Features(s, &l.sentence, l.keys[:0])
			l.ids = thin(rng, l.moves.numbers(l.keys, l.ids[:0]))
			sums := l.weigh()
			m, gold := arc.Best(s, sums), arc.Move(arc.Moves)
			for g, cost := range t.costs(s, &l.view) {
				if cost == 0 && (gold == arc.Moves || sums[g] > sums[gold]) {
					gold = arc.Move(g)
				}
			}
			l.step++
			total++
			if m != gold {
				wrong++
				l.move(gold, 1)
				l.move(m, -1)
				if !explore || rng.IntN(100) >= explored {
					m = gold
				}
			}
			if m < arc.Left {
				return m, 0
			}
			return m, l.label(t, m, rng)
		})
	}
	return wrong, total
}

// thin leaves out some of ids.
func thin(rng *rand.Rand, ids []int32) []int32 {
	kept := ids[:0]
	for _, id := range ids {
		if rng.Uint32()>>16*100 >= dropped<<16 {
			kept = append(kept, id)
		}
	}
	return kept
}

func (l *learner) weigh() (sums [arc.Moves]int32) {
	for _, id := range l.ids {
		for m, w := range &l.weights[id] {
			sums[m] += w
		}
	}
	return sums
}

func (l *learner) move(m arc.Move, by int32) {
	for _, id := range l.ids {
		l.weights[id][m] += by
		l.summed[id][m] += int64(by) * l.step
	}
}

// label names the relation of the arc that move m makes, and learns from it
// when the arc is right.
func (l *learner) label(t *tree, m arc.Move, rng *rand.Rand) uint8 {
	l.keys = arc.LabelFeatures(&l.state, &l.sentence, m, l.keys[:0])
	l.ids = thin(rng, l.labels.numbers(l.keys, l.ids[:0]))
	clear(l.scores)
	for _, id := range l.ids {
		for _, v := range l.votes[id] {
			l.scores[v.relation] += v.value
		}
	}
	r := arc.Top(l.scores, l.allowed[m-arc.Left])
	l.labeled++
	if gold := t.gold(&l.state, m); t.right(&l.state, m) && gold != r {
		l.vote(gold, 1)
		l.vote(r, -1)
	}
	return r
}

func (l *learner) vote(relation uint8, by int32) {
	for _, id := range l.ids {
		list := l.votes[id]
		i := slices.IndexFunc(list, func(v vote) bool { return v.relation == relation })
		if i < 0 {
			i = len(list)
			list = append(list, vote{relation: relation})
			l.votes[id] = list
		}
		list[i].value += by
		list[i].summed += int64(by) * l.labeled
	}
}

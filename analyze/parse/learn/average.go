package learn

import (
	"cmp"
	"slices"

	"synoptic/analyze/parse/internal/arc"
)

const (
	unit  = 1 << 16 // what a weight of 1 is in an average
	scale = 8       // what it is in a model
)

// average returns the mean over all steps of a weight.
func average(value int32, summed, steps int64) int64 {
	return int64(value)*unit - summed*unit/steps
}

// packed rounds the sum of the averages of n schools to a byte.
func packed(sum int64, n int) int8 {
	whole := int64(n) * unit
	v := sum*scale*2 + whole
	if v < 0 {
		v -= 2*whole - 1 // round down below zero too
	}
	return int8(max(-127, min(127, v/(2*whole))))
}

// averageMoves returns the features that weigh most for moves.
func (f *features) averageMoves(schools []*learner) []arc.MoveFeature {
	keys := f.moves.ordered()
	list := make([]arc.MoveFeature, 0, len(keys))
	span := make([]int, arc.Moves*256) // how many features have which weight
	spread := func(w arc.Weights) int {
		return int(max(0, w[0], w[1], w[2])) - int(min(0, w[0], w[1], w[2]))
	}
	for id, key := range keys {
		var sums [arc.Moves]int64
		for _, l := range schools {
			for m := range sums {
				sums[m] += average(l.weights[id][m], l.summed[id][m], l.step)
			}
		}
		feature := arc.MoveFeature{Key: key}
		for m := range feature.Weights {
			feature.Weights[m] = packed(sums[m+1]-sums[0], len(schools))
		}
		if n := spread(feature.Weights); n > 0 {
			span[n]++
			list = append(list, feature)
		}
	}
	least, room := len(span), moveRoom
	for least > 1 && span[least-1] <= room {
		least--
		room -= span[least]
	}
	return slices.DeleteFunc(list, func(m arc.MoveFeature) bool { return spread(m.Weights) < least })
}

// averageLabels returns the features with votes that weigh enough.
func (f *features) averageLabels(schools []*learner) []arc.LabelFeature {
	var list []arc.LabelFeature
	for id, key := range f.labels.ordered() {
		sums := map[uint8]int64{}
		for _, l := range schools {
			for _, v := range l.votes[id] {
				sums[v.relation] += average(v.value, v.summed, l.labeled)
			}
		}
		feature := arc.LabelFeature{Key: key}
		for relation, sum := range sums {
			if w := packed(sum, len(schools)); w >= labelMin || w <= -labelMin {
				feature.Votes = append(feature.Votes, arc.Vote{Relation: relation, Weight: w})
			}
		}
		if len(feature.Votes) > 0 {
			slices.SortFunc(feature.Votes, func(a, b arc.Vote) int { return cmp.Compare(a.Relation, b.Relation) })
			list = append(list, feature)
		}
	}
	return list
}

package main

import (
	"cmp"
	"math"
	"slices"

	"synoptic/analyze/name/internal/crf"
)

const (
	// scale is what the weight 1 is in the model.
	scale = 80
	// Weights below faint are left out, and features with none of slight.
	faint  = 2
	slight = 3
)

// parts returns the model of both passes.
func parts(types []string, passes ...*learner) *crf.Learnt {
	p := &crf.Learnt{Types: types}
	weights := map[uint32][]crf.Weight{}
	for pass, l := range passes {
		p.Moves[pass] = quantised(l.moves.weights)
		for i, k := range l.keys {
			for y, w := range l.weights[i*l.n : (i+1)*l.n] {
				v := math.Round(float64(float64(w) * scale))
				if math.Abs(v) >= faint {
					weights[k] = append(weights[k], crf.Weight{Pass: pass, Label: y, Value: int8(max(-127, min(127, v)))})
				}
			}
		}
	}
	for k, list := range weights {
		if slices.ContainsFunc(list, func(w crf.Weight) bool { return w.Value >= slight || w.Value <= -slight }) {
			p.Features = append(p.Features, crf.Feature{Key: k, Weights: list})
		}
	}
	slices.SortFunc(p.Features, func(a, b crf.Feature) int { return cmp.Compare(a.Key, b.Key) })
	return p
}

func quantised(moves []float64) []int16 {
	list := make([]int16, len(moves))
	for i, v := range moves {
		list[i] = int16(math.Round(float64(v * scale)))
	}
	return list
}

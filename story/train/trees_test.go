package main

import (
	"testing"

	"synoptic/eval/regression"
)

func TestBoost(t *testing.T) {
	// So if the first is high and the second is not: neither alone tells.
	var rows []regression.Row
	for i := range 400 {
		a, b := i%20*50, i/20*50
		r := regression.Row{Features: []int{a, b, 7}, Weight: 1}
		if a >= 500 && b < 500 {
			r.Gold = 1
		}
		rows = append(rows, r)
	}
	for name, signs := range map[string][]int{"free": {0, 0, 0}, "signs": {1, -1, 0}, "wrong signs": {-1, 1, 0}} {
		always, grown := boost(rows, boosting{Number: 20, Depth: 2, Rate: 0.3, Strength: 1, Least: 1, Signs: signs})
		wrong := 0
		for _, r := range rows {
			sum := always
			for _, tree := range grown {
				sum += tree.Score(r.Features)
			}
			if (sum > 0) != (r.Gold > 0) {
				wrong++
			}
		}
		if want := name == "wrong signs"; (wrong > 0) != want {
			t.Errorf("%s: %d of %d are wrong", name, wrong, len(rows))
		}
	}
}

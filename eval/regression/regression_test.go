package regression_test

import (
	"math"
	"testing"

	"synoptic/eval/regression"
)

func TestRidge(t *testing.T) {
	var rows []regression.Row
	for x := range 11 {
		rows = append(rows, regression.Row{Features: []int{1000, 100 * x, 0}, Gold: 0.2 + 0.05*float64(x), Weight: 1})
	}
	got := regression.Ridge(rows, 0)
	if want := []int{200, 500, 0}; got[0] != want[0] || got[1] != want[1] || got[2] != want[2] {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestLogistic(t *testing.T) {
	// Three of four with the second feature are so, one of four without.
	var rows []regression.Row
	for i := range 8 {
		r := regression.Row{Features: []int{1000, 1000 * (i % 2)}, Weight: 1}
		if i < 2 || i%2 == 1 && i < 6 {
			r.Gold = 1
		}
		rows = append(rows, r)
	}
	got := regression.Logistic(rows, 0, 20)
	first, second := int(math.Round(-1000*math.Log(3))), int(math.Round(2000*math.Log(3)))
	if got[0] != first || got[1] != second {
		t.Errorf("got %v, want %v", got, []int{first, second})
	}
}

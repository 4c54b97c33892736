package regression

import (
	"cmp"
	"slices"
)

// Judged is an example with the odds that a model gives it, and whether it is one of
// those looked for.
type Judged struct {
	Odds  int
	Right bool
}

// RecallAt returns the greatest share of the right examples that stand before a place,
// in the order of the odds from the highest, up to which at least a share of least are
// right, and the odds at that place. It sorts the list.
func RecallAt(list []Judged, least float64) (recall float64, odds int) {
	slices.SortStableFunc(list, func(a, b Judged) int { return cmp.Compare(b.Odds, a.Odds) })
	all := 0
	for _, j := range list {
		if j.Right {
			all++
		}
	}
	right := 0
	for i, j := range list {
		if j.Right {
			right++
		}
		if float64(right) >= least*float64(i+1) {
			recall, odds = float64(right)/float64(max(all, 1)), j.Odds
		}
	}
	return recall, odds
}

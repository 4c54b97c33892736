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

// folds is in how many parts Across judges.
const folds = 8

// Across says how well Logistic does on what it has not learnt from: examples of one
// group are learnt from or judged together, and each part is judged by weights that
// the others give. What has any gold is right.
func Across(rows []Row, groups []int, strength float64, rounds int) []Judged {
	var told []Judged
	for n := range folds {
		var rest, part []Row
		for i, r := range rows {
			if groups[i]%folds == n {
				part = append(part, r)
			} else {
				rest = append(rest, r)
			}
		}
		if len(rest) == 0 || len(part) == 0 {
			continue
		}
		w := Logistic(rest, strength, rounds)
		for _, r := range part {
			odds := 0
			for i, x := range r.Features {
				odds += x * w[i]
			}
			told = append(told, Judged{odds / 1000, r.Gold > 0})
		}
	}
	return told
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

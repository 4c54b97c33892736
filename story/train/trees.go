package main

import (
	"math"
	"slices"

	"synoptic/eval/regression"
	"synoptic/story"
)

// boosting says how trees are learnt.
type boosting struct {
	Number   int     // of trees
	Depth    int     // of each
	Rate     float64 // what share of its sum each tree gives
	Strength float64 // by which what a tree gives is drawn towards nothing
	Least    float64 // how much certainty a leaf must hold
	// Rising and falling features are never taken as speaking the other way.
	// One sign for each feature: 1, -1, or 0 for neither.
	Signs []int
}

// maxBins is into how many ranges the values of a feature are cut.
const maxBins = 48

// boost learns trees that add up to the logarithm of the odds, by gradient
// boosting with second derivatives (Friedman 2001; Chen and Guestrin 2016), beside
// what is always added, in thousandths.
func boost(rows []regression.Row, t boosting) (always int, grown []story.Tree) {
	l := newLearner(rows, t)
	all, gold := 0.0, 0.0
	for _, r := range rows {
		all += r.Weight
		gold += float64(r.Weight * r.Gold)
	}
	base := math.Log(gold / (all - gold))
	sums := make([]float64, len(rows))
	for i := range sums {
		sums[i] = base
	}
	for range t.Number {
		for i, r := range rows {
			p := 1 / (1 + math.Exp(-sums[i]))
			l.slope[i], l.bend[i] = float64(r.Weight*(r.Gold-p)), float64(r.Weight*p*(1-p))
		}
		l.nodes = nil
		l.grow(slices.Clone(l.every), t.Depth, math.Inf(-1), math.Inf(1))
		for i, r := range rows {
			sums[i] += float64(l.nodes.Score(r.Features)) / 1000
		}
		grown = append(grown, l.nodes)
	}
	return int(math.Round(1000 * base)), grown
}

// learner grows trees over the same rows.
type learner struct {
	boosting
	every       []int     // the numbers of all rows
	cuts        [][]int   // by feature: where its ranges end
	bins        [][]uint8 // by feature and row: its range
	slope, bend []float64 // by row: first and second derivative of what is to be made small
	nodes       story.Tree
}

func newLearner(rows []regression.Row, t boosting) *learner {
	n := len(rows[0].Features)
	l := &learner{boosting: t, cuts: make([][]int, n), bins: make([][]uint8, n), slope: make([]float64, len(rows)), bend: make([]float64, len(rows))}
	values := make([]int, len(rows))
	for k := range n {
		for i, r := range rows {
			values[i] = r.Features[k]
		}
		slices.Sort(values)
		for b := 1; b < maxBins; b++ {
			if cut := values[b*len(values)/maxBins]; cut < values[len(values)-1] {
				l.cuts[k] = append(l.cuts[k], cut)
			}
		}
		l.cuts[k] = slices.Compact(l.cuts[k])
		l.bins[k] = make([]uint8, len(rows))
		for i, r := range rows {
			b, _ := slices.BinarySearch(l.cuts[k], r.Features[k])
			l.bins[k][i] = uint8(b)
		}
	}
	for i := range rows {
		l.every = append(l.every, i)
	}
	return l
}

// split is a way to part rows in two.
type split struct {
	gain     float64
	feature  int
	bin      int
	low, hig float64 // what either side gives
}

// grow adds a tree over some rows whose leaves give something between low and
// high, and returns the number of its root.
func (l *learner) grow(rows []int, depth int, low, high float64) int {
	me := len(l.nodes)
	l.nodes = append(l.nodes, story.Node{})
	slope, bend := 0.0, 0.0
	for _, i := range rows {
		slope += l.slope[i]
		bend += l.bend[i]
	}
	s := split{feature: -1}
	if depth > 0 && bend >= 2*l.Least {
		s = l.best(rows, slope, bend, low, high)
	}
	if s.feature < 0 {
		l.nodes[me] = story.Node{Feature: -1, At: int(math.Round(1000 * l.Rate * l.gives(slope, bend, low, high)))}
		return me
	}
	var left, right []int
	for _, i := range rows {
		if int(l.bins[s.feature][i]) <= s.bin {
			left = append(left, i)
		} else {
			right = append(right, i)
		}
	}
	leftHigh, rightLow, leftLow, rightHigh := high, low, low, high
	switch middle := (s.low + s.hig) / 2; l.Signs[s.feature] {
	case 1:
		leftHigh, rightLow = middle, middle
	case -1:
		leftLow, rightHigh = middle, middle
	}
	n := story.Node{Feature: s.feature, At: l.cuts[s.feature][s.bin]}
	n.Low = l.grow(left, depth-1, leftLow, leftHigh)
	n.High = l.grow(right, depth-1, rightLow, rightHigh)
	l.nodes[me] = n
	return me
}

// best returns the split that gains most; its feature is -1 when none gains.
func (l *learner) best(rows []int, slope, bend, low, high float64) split {
	best := split{gain: 1e-6, feature: -1}
	whole := l.worth(slope, bend, l.gives(slope, bend, low, high))
	for k, cuts := range l.cuts {
		var slopes, bends [maxBins]float64
		for _, i := range rows {
			slopes[l.bins[k][i]] += l.slope[i]
			bends[l.bins[k][i]] += l.bend[i]
		}
		leftSlope, leftBend := 0.0, 0.0
		for b := range cuts {
			leftSlope += slopes[b]
			leftBend += bends[b]
			if leftBend < l.Least || bend-leftBend < l.Least {
				continue
			}
			left, right := l.gives(leftSlope, leftBend, low, high), l.gives(slope-leftSlope, bend-leftBend, low, high)
			if l.Signs[k] > 0 && left > right || l.Signs[k] < 0 && left < right {
				continue
			}
			gain := l.worth(leftSlope, leftBend, left) + l.worth(slope-leftSlope, bend-leftBend, right) - whole
			if gain > best.gain {
				best = split{gain, k, b, left, right}
			}
		}
	}
	return best
}

// gives returns what rows with these sums of derivatives should give.
func (l *learner) gives(slope, bend, low, high float64) float64 {
	return min(max(slope/(bend+l.Strength), low), high)
}

// worth is by how much giving v makes what is to be made small smaller.
func (l *learner) worth(slope, bend, v float64) float64 {
	return float64(slope*v) - float64(float64((bend+l.Strength)*v)*v)/2
}

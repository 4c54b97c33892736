package main

import (
	"math"
	"math/rand/v2"
	"slices"

	"synoptic/analyze/attribution/internal/appeal"
)

// How the model is learnt.
const (
	passes = 30
	rate   = 0.01
	decay  = 0.01 // of the weights of a case's features, each time it is seen
	start  = 0.1  // of the roots by which steps are divided
	scale  = 32   // of whole weights
)

// learn finds the weights: whether the words are a fact at all, and then of facts
// on what kind of source they rest. Both at once did a little worse.
func learn(texts []text) []appeal.Weighed {
	var facts, kinds []example
	for _, t := range texts {
		for _, c := range t.cases {
			fact := c
			fact.label = 0
			if c.label > 0 {
				fact.label = 1
				c.label--
				kinds = append(kinds, c)
			}
			facts = append(facts, fact)
		}
	}
	found := map[uint32]*appeal.Weighed{}
	at := func(key uint32) *appeal.Weighed {
		f := found[key]
		if f == nil {
			f = &appeal.Weighed{Key: key}
			found[key] = f
		}
		return f
	}
	const others = appeal.Labels - 1
	keys, weights := regress(facts, 2)
	for k, key := range keys {
		at(key).Weights[0] = whole(weights[2*k]) - whole(weights[2*k+1])
	}
	keys, weights = regress(kinds, others)
	for k, key := range keys {
		f := at(key)
		for l, w := range weights[k*others : (k+1)*others] {
			f.Weights[1+l] = whole(w)
		}
	}
	var list []appeal.Weighed
	for _, f := range found {
		if f.Weights != ([appeal.Labels]int8{}) {
			list = append(list, *f)
		}
	}
	slices.SortFunc(list, func(a, b appeal.Weighed) int {
		if a.Key < b.Key {
			return -1
		}
		return 1
	})
	return list
}

func whole(w float64) int8 { return int8(max(-63, min(63, math.Round(float64(w*scale))))) }

// importance is how much a case of each label counts: the rare ones more, since
// each kind is to be found alike well.
func importance(cases []example, n int) []float64 {
	list := make([]float64, n)
	for _, c := range cases {
		list[c.label]++
	}
	for l, count := range list {
		if count > 0 {
			list[l] = math.Sqrt(float64(len(cases)) / (count * float64(n)))
		}
	}
	return list
}

// regress returns features in the order of their keys, with a weight of each for
// each of n labels: multinomial logistic regression by AdaGrad (Duchi, Hazan and
// Singer 2011), averaged over the later half of its passes. Products are rounded
// before they are added, since some processors fuse the two.
func regress(cases []example, n int) (keys []uint32, average []float64) {
	for _, c := range cases {
		keys = append(keys, c.features...)
	}
	slices.Sort(keys)
	keys = slices.Compact(keys)
	at := make([][]int, len(cases))
	for i, c := range cases {
		for _, f := range c.features {
			k, _ := slices.BinarySearch(keys, f)
			at[i] = append(at[i], k*n)
		}
	}
	weigh := importance(cases, n)
	weights, squares := make([]float64, len(keys)*n), make([]float64, len(keys)*n)
	average = make([]float64, len(keys)*n)
	order := make([]int, len(cases))
	for i := range order {
		order[i] = i
	}
	rng := rand.New(rand.NewPCG(1, 2))
	chances := make([]float64, n)
	for pass := range passes {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			likely(chances, weights, at[i])
			for l, p := range chances {
				want := 0.0
				if l == cases[i].label {
					want = 1
				}
				up := weigh[cases[i].label] * (want - p)
				for _, k := range at[i] {
					d := up - float64(decay*weights[k+l])
					squares[k+l] += float64(d * d)
					weights[k+l] += float64(rate*d) / (start + math.Sqrt(squares[k+l]))
				}
			}
		}
		if pass >= passes/2 {
			for k, w := range weights {
				average[k] += w / (passes - passes/2)
			}
		}
	}
	return keys, average
}

// likely writes how likely each label is for the features whose weights are at the
// places given.
func likely(chances, weights []float64, at []int) {
	clear(chances)
	for _, k := range at {
		for l, w := range weights[k : k+len(chances)] {
			chances[l] += w
		}
	}
	top, total := slices.Max(chances), 0.0
	for l, sum := range chances {
		chances[l] = exp(sum - top)
		total += chances[l]
	}
	for l := range chances {
		chances[l] /= total
	}
}

// exp is e to the power of x, which is at most 0. Unlike math.Exp it gives the same
// bits on every processor.
func exp(x float64) float64 {
	if x < -40 {
		return 0
	}
	const halvings = 6
	x /= 1 << halvings
	sum, term := 1.0, 1.0
	for i := 1; i <= 12; i++ {
		term = float64(term*x) / float64(i)
		sum += term
	}
	for range halvings {
		sum = float64(sum * sum)
	}
	return sum
}

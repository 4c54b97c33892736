package main

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"synoptic/analyze/name/internal/crf"
	"synoptic/eval"
	"synoptic/span"
)

func TestExp(t *testing.T) {
	for x := -60.0; x < 20; x += 0.37 {
		if got, want := exp(x), math.Exp(x); math.Abs(got-want) > 1e-12*want {
			t.Errorf("exp(%g) is %g, want %g", x, got, want)
		}
	}
}

// TestMarginals compares the probabilities of labels with those by looking at
// every way there is.
func TestMarginals(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := crf.Labels(1)
		words := rapid.IntRange(1, 4).Draw(t, "words")
		value := rapid.Float64Range(-3, 3)
		var r room
		r.reset(words, n)
		sums := make([]float64, words*n)
		for i := range sums {
			sums[i] = value.Draw(t, "score")
		}
		copy(r.scores, sums)
		moves := make([]float64, n*n)
		for i := range moves {
			moves[i] = value.Draw(t, "move")
		}
		var may []uint64
		if rapid.Bool().Draw(t, "open") {
			for range words {
				may = append(may, 1|rapid.Uint64Range(0, 1<<n-1).Draw(t, "may"))
			}
		}
		r.likely(moves, n)
		if !r.marginals(may, n, r.have, r.haveMoves) {
			t.Fatal("no way")
		}
		want, all := make([]float64, words*n), 0.0
		var walk func(labels []int, sum float64)
		walk = func(labels []int, sum float64) {
			before := 0
			if len(labels) > 0 {
				before = labels[len(labels)-1]
			}
			if len(labels) == words {
				if crf.Follows(before, 0) {
					all += math.Exp(sum)
					for i, y := range labels {
						want[i*n+y] += math.Exp(sum)
					}
				}
				return
			}
			for y := range n {
				i := len(labels)
				if crf.Follows(before, y) && (may == nil || may[i]>>y&1 == 1) {
					walk(append(labels[:i:i], y), sum+sums[i*n+y]+moves[before*n+y])
				}
			}
		}
		walk(nil, 0)
		for k := range want {
			if math.Abs(want[k]/all-r.have[k]) > 1e-9 {
				t.Fatalf("label %d of word %d: %g, want %g", k%n, k/n, r.have[k], want[k]/all)
			}
		}
	})
}

// gold returns documents that the model can learn: "in" stands before places.
func gold() []*eval.NameGold {
	var list []*eval.NameGold
	for _, line := range []string{"He lives in Lund .", "She works in Oslo .", "They met in Tarn today .", "It rained in Lund and in Torva ."} {
		for range 3 {
			g := &eval.NameGold{Words: strings.Fields(line)}
			g.Sentences = []span.Range{{From: 0, To: len(g.Words)}}
			for i := range g.Words {
				if i > 0 && g.Words[i-1] == "in" {
					g.Names = append(g.Names, eval.NamedRange{Range: span.Range{From: i, To: i + 1}, Type: "LOC"})
				}
			}
			list = append(list, g)
		}
	}
	return list
}

// TestTrain learns a few sentences twice: the bytes are the same, and the
// labels those of the gold.
func TestTrain(t *testing.T) {
	var packed [2][]byte
	for k := range packed {
		var texts []*text
		for _, g := range vary(gold()) {
			texts = append(texts, newText(g, openTypes))
		}
		packed[k] = train(texts, openTypes).Append(nil)
		l := newLearner(texts, openTypes, 0)
		l.learn(lastPasses)
		for _, x := range texts {
			if got := l.label(x); !bytes.Equal(got, x.gold) {
				t.Errorf("labels %v, want %v", got, x.gold)
			}
		}
	}
	if !bytes.Equal(packed[0], packed[1]) {
		t.Error("two models of the same data")
	}
}

func TestUntitled(t *testing.T) {
	g := untitled(&eval.NameGold{
		Words: []string{"President", "Ann", "Doe", "met", "King", "Lund"},
		Names: []eval.NamedRange{{Range: span.Range{From: 0, To: 3}, Type: "PER"}, {Range: span.Range{From: 4, To: 6}, Type: "ORG"}},
	})
	if g.Names[0].From != 1 || g.Names[1].From != 4 {
		t.Errorf("%+v", g.Names)
	}
}

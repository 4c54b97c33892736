package arc

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// best returns the sum of the best tree in which one node hangs on node 0, found
// by trying all of them.
func best(score []float32, n int) float32 {
	heads := make([]int, n)
	most := float32(never)
	var try func(i int, sum float32)
	try = func(i int, sum float32) {
		if i == n {
			if valid(heads) {
				most = max(most, sum)
			}
			return
		}
		for h := range n {
			if h != i {
				heads[i] = h
				try(i+1, sum+score[i*n+h])
			}
		}
	}
	try(1, 0)
	return most
}

// valid says whether every node hangs on node 0 in the end, one alone at once.
func valid(heads []int) bool {
	roots := 0
	for i := 1; i < len(heads); i++ {
		if heads[i] == 0 {
			roots++
		}
		steps, at := 0, i
		for ; at != 0 && steps < len(heads); steps++ {
			at = heads[at]
		}
		if at != 0 {
			return false
		}
	}
	return roots == 1
}

// Trees are trees, whatever the scores, and where the best has one root anyway no
// other is better.
func TestTree(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	exact := 0
	const rounds = 2000
	for range rounds {
		n := 2 + rng.IntN(5)
		score := make([]float32, n*n)
		for i := range score {
			score[i] = float32(rng.IntN(41) - 20)
		}
		heads := tree(slices.Clone(score), n)
		if !valid(heads) {
			t.Fatalf("%d nodes: %v is no tree", n, heads)
		}
		sum := float32(0)
		for i := 1; i < n; i++ {
			sum += score[i*n+heads[i]]
		}
		want := best(score, n)
		if sum > want {
			t.Fatalf("%d nodes: %v has %v, the best %v", n, heads, sum, want)
		}
		if sum == want {
			exact++
		}
	}
	// The root is chosen by its own score when several hang on node 0.
	if exact < rounds*8/10 {
		t.Errorf("%d of %d trees are the best", exact, rounds)
	}
	for _, n := range []int{2, 3, 200} {
		if heads := tree(make([]float32, n*n), n); !valid(heads) {
			t.Errorf("%d nodes of even scores: %v is no tree", n, heads)
		}
	}
	score := make([]float32, 200*200)
	for i := range score {
		score[i] = rng.Float32()
	}
	if heads := tree(score, 200); !valid(heads) {
		t.Error("200 nodes: no tree")
	}
}

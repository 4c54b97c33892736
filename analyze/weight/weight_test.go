package weight

import (
	"math/rand/v2"
	"testing"
)

// Sums of rows are what adding up weight by weight gives, at the extremes too.
func TestSums(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for labels := 1; labels < 11; labels++ {
		for _, extreme := range []int{-128, 127, 0} {
			r := NewRows(labels, AtOnce)
			sums := make([]uint64, Width(labels))
			want := make([]int, labels)
			for range AtOnce {
				at := r.New()
				for l := range want {
					w := extreme
					if w == 0 {
						w = rng.IntN(256) - 128
					}
					r.Put(at, l, int8(w))
					want[l] += w
				}
				r.Add(at, sums)
			}
			for l, w := range want {
				if got := Sum(sums, l, AtOnce); got != w {
					t.Fatalf("label %d of %d: %d, want %d", l, labels, got, w)
				}
			}
		}
	}
}

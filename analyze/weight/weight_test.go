package weight

import (
	"maps"
	"math/rand/v2"
	"slices"
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

// What is put in is found, and nothing else, at both ends of the keys too.
func TestTable(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for _, n := range []int{0, 1, 7, 1000} {
		in := map[uint32]uint32{}
		for i := range n {
			in[rng.Uint32()>>(i%3*8)] = uint32(i + 1)
		}
		if n > 1 {
			in[0], in[1<<32-1], in[1<<32-2] = 1, 2, 3
		}
		table := NewTable(n)
		for _, k := range slices.Sorted(maps.Keys(in)) {
			table.Put(Slot{k, 0, in[k]})
		}
		for k, v := range in {
			if got := table.Find(k); got.N != v || got.Key != k {
				t.Fatalf("%d features: found %v for %d", n, got, k)
			}
			if _, ok := in[k+1]; !ok && table.Find(k+1).N != 0 {
				t.Fatalf("%d features: found %d, which is not there", n, k+1)
			}
		}
	}
}

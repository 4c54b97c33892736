package neural

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func vectors(in, out, n int) (sums []int32, x, weights []int16) {
	rng := rand.New(rand.NewPCG(uint64(in), uint64(out)))
	sums, x, weights = make([]int32, n*out), make([]int16, n*in), make([]int16, in*out)
	for i := range x {
		x[i] = int16(rng.Uint32())
	}
	for i := range weights {
		weights[i] = int16(rng.Uint32())
	}
	return sums, x, weights
}

// What the processor has for it gives what plain Go gives.
func TestMultiply(t *testing.T) { same(t, multiply) }

func same(t *testing.T, multiply func(sums []int32, x, weights []int16, n int)) {
	t.Helper()
	for _, c := range []struct{ in, out, n int }{
		{0, 32, 1}, {2, 0, 1}, {2, 32, 0}, {2, 32, 1}, {4, 32, 2}, {6, 96, 3}, {192, 320, 4}, {4, 64, 9},
	} {
		sums, x, weights := vectors(c.in, c.out, c.n)
		plain := slices.Clone(sums)
		multiply(sums, x, weights, c.n)
		multiplyPlain(plain, x, weights, c.n)
		if !slices.Equal(sums, plain) {
			t.Errorf("%d of %d to %d: %v, in plain Go %v", c.n, c.in, c.out, sums, plain)
		}
	}
}

func BenchmarkMultiply(b *testing.B) {
	sums, x, weights := vectors(192, 320, 20)
	for b.Loop() {
		multiply(sums, x, weights, 20)
	}
}

func BenchmarkMultiplyPlain(b *testing.B) {
	sums, x, weights := vectors(192, 320, 20)
	for b.Loop() {
		multiplyPlain(sums, x, weights, 20)
	}
}

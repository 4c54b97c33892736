package neural

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func vectors(in, out int) (sums []int32, x, weights []int16) {
	rng := rand.New(rand.NewPCG(uint64(in), uint64(out)))
	sums, x, weights = make([]int32, out), make([]int16, in), make([]int16, in*out)
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

func same(t *testing.T, multiply func(sums []int32, x, weights []int16)) {
	t.Helper()
	for _, c := range []struct{ in, out int }{{0, 32}, {2, 0}, {2, 32}, {4, 32}, {6, 96}, {192, 320}} {
		sums, x, weights := vectors(c.in, c.out)
		plain := make([]int32, c.out)
		multiply(sums, x, weights)
		multiplyPlain(plain, x, weights)
		if !slices.Equal(sums, plain) {
			t.Errorf("%d to %d: %v, in plain Go %v", c.in, c.out, sums, plain)
		}
	}
}

func BenchmarkMultiply(b *testing.B) {
	sums, x, weights := vectors(192, 320)
	for b.Loop() {
		multiply(sums, x, weights)
	}
}

func BenchmarkMultiplyPlain(b *testing.B) {
	sums, x, weights := vectors(192, 320)
	for b.Loop() {
		multiplyPlain(sums, x, weights)
	}
}

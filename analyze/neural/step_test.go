package neural

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// numbers are what stepPlain takes, of any size that it may have.
type numbers struct {
	held, sums, times, plus []int32
	skip, out               []int16
}

func steps(n int) numbers {
	rng := rand.New(rand.NewPCG(uint64(n), 1))
	s := numbers{make([]int32, n), make([]int32, 3*n), make([]int32, 3*n), make([]int32, 3*n), make([]int16, n), make([]int16, n)}
	for _, list := range [][]int32{s.held, s.sums, s.times, s.plus} {
		for i := range list {
			list[i] = int32(rng.Uint32()) >> rng.IntN(24)
		}
	}
	for i := range s.skip {
		s.skip[i] = int16(rng.Uint32())
	}
	return s
}

func (s numbers) clone() numbers {
	s.held, s.out = slices.Clone(s.held), slices.Clone(s.out)
	return s
}

// What the processor has for it gives what plain Go gives.
func TestStep(t *testing.T) {
	for _, n := range []int{0, 1, 7, 8, 16, 96, 100, 320} {
		s := steps(n)
		plain := s.clone()
		for range 3 { // what is held goes on
			step(s.held, s.sums, s.times, s.plus, s.skip, s.out)
			stepPlain(plain.held, plain.sums, plain.times, plain.plus, plain.skip, plain.out)
		}
		if !slices.Equal(s.held, plain.held) || !slices.Equal(s.out, plain.out) {
			t.Errorf("%d units: %v and %v, in plain Go %v and %v", n, s.held, s.out, plain.held, plain.out)
		}
	}
}

func BenchmarkStep(b *testing.B) {
	s := steps(96)
	for b.Loop() {
		step(s.held, s.sums, s.times, s.plus, s.skip, s.out)
	}
}

func BenchmarkStepPlain(b *testing.B) {
	s := steps(96)
	for b.Loop() {
		stepPlain(s.held, s.sums, s.times, s.plus, s.skip, s.out)
	}
}

package neural

import "golang.org/x/sys/cpu"

// step is stepPlain, for eight units at a time where the processor can.
func step(held, sums, times, plus []int32, skip, out []int16) {
	n := len(held)
	if !cpu.X86.HasAVX2 || n == 0 || n%8 != 0 {
		stepPlain(held, sums, times, plus, skip, out)
		return
	}
	_, _, _, _, _ = sums[3*n-1], times[3*n-1], plus[3*n-1], skip[n-1], out[n-1]
	stepAVX2(&held[0], &sums[0], &times[0], &plus[0], &skip[0], &out[0], &logistic[0], n)
}

//go:noescape
func stepAVX2(held, sums, times, plus *int32, skip, out *int16, logistic *int32, n int)

package neural

import "golang.org/x/sys/cpu"

var hasVNNI = cpu.X86.HasAVX512F && cpu.X86.HasAVX512VNNI

// multiply is multiplyPlain, for eight outputs at a time where the processor can,
// or for sixteen and four vectors.
func multiply(sums []int32, x, weights []int16, n int) {
	in, out := len(x)/max(n, 1), len(sums)/max(n, 1)
	if !cpu.X86.HasAVX2 || in < 2 || out < block {
		multiplyPlain(sums, x, weights, n)
		return
	}
	_ = weights[in*out-1]
	if !hasVNNI || n < 4 {
		for i := range n {
			multiplyAVX2(&sums[i*out], &x[i*in], &weights[0], in/2, out/block)
		}
		return
	}
	for i := 0; i < n; i += 4 {
		i := min(i, n-4) // the last four once more rather than fewer
		multiplyVNNI(&sums[i*out], &x[i*in], &weights[0], in/2, out/block)
	}
}

//go:noescape
func multiplyAVX2(sums *int32, x, weights *int16, pairs, blocks int)

//go:noescape
func multiplyVNNI(sums *int32, x, weights *int16, pairs, blocks int)

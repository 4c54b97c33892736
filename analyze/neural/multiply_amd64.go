package neural

import "golang.org/x/sys/cpu"

// multiply is multiplyPlain, eight or sixteen outputs at a time where the
// processor can.
func multiply(sums []int32, x, weights []int16) {
	pairs, blocks := len(x)/2, len(sums)/block
	if !cpu.X86.HasAVX2 || pairs == 0 || blocks == 0 {
		multiplyPlain(sums, x, weights)
		return
	}
	_ = weights[pairs*blocks*2*block-1]
	if cpu.X86.HasAVX512F && cpu.X86.HasAVX512VNNI {
		multiplyVNNI(&sums[0], &x[0], &weights[0], pairs, blocks)
	} else {
		multiplyAVX2(&sums[0], &x[0], &weights[0], pairs, blocks)
	}
}

//go:noescape
func multiplyAVX2(sums *int32, x, weights *int16, pairs, blocks int)

//go:noescape
func multiplyVNNI(sums *int32, x, weights *int16, pairs, blocks int)

package neural

// multiply is multiplyPlain, for eight outputs at a time.
func multiply(sums []int32, x, weights []int16, n int) {
	in, out := len(x)/max(n, 1), len(sums)/max(n, 1)
	if in < 2 || out < block {
		multiplyPlain(sums, x, weights, n)
		return
	}
	_ = weights[in*out-1]
	for i := range n {
		multiplyNEON(&sums[i*out], &x[i*in], &weights[0], in/2, out/block)
	}
}

//go:noescape
func multiplyNEON(sums *int32, x, weights *int16, pairs, blocks int)

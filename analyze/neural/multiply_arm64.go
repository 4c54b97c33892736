package neural

// multiply is multiplyPlain, eight outputs at a time.
func multiply(sums []int32, x, weights []int16) {
	pairs, blocks := len(x)/2, len(sums)/block
	if pairs == 0 || blocks == 0 {
		multiplyPlain(sums, x, weights)
		return
	}
	_ = weights[pairs*blocks*2*block-1]
	multiplyNEON(&sums[0], &x[0], &weights[0], pairs, blocks)
}

//go:noescape
func multiplyNEON(sums *int32, x, weights *int16, pairs, blocks int)

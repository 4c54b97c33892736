package neural

// Matrices are multiplied with vectors by whole numbers, so that every processor
// finds the same. A matrix stands in blocks of so many outputs: in each, input pair
// by input pair, the two weights of every output.
const block = 32

// multiplyPlain writes the products of a packed matrix with n vectors, which stand
// in x one behind the other, to sums. Vectors hold whole pairs, their sums whole
// blocks.
func multiplyPlain(sums []int32, x, weights []int16, n int) {
	in, out := len(x)/max(n, 1), len(sums)/max(n, 1)
	for i := range n {
		multiplyOne(sums[i*out:][:out], x[i*in:][:in], weights)
	}
}

func multiplyOne(sums []int32, x, weights []int16) {
	for ; len(sums) >= block; sums = sums[block:] {
		s := (*[block]int32)(sums)
		*s = [block]int32{}
		for i := 0; i+1 < len(x); i += 2 {
			a, b := int32(x[i]), int32(x[i+1])
			w := (*[2 * block]int16)(weights)
			weights = weights[2*block:]
			if a|b == 0 {
				continue
			}
			for k := range s {
				s[k] += a*int32(w[2*k]) + b*int32(w[2*k+1])
			}
		}
	}
}

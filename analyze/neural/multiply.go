package neural

// Matrices are multiplied with a vector by whole numbers, so that every
// processor finds the same. A matrix stands in blocks of so many outputs: in
// each, input pair by input pair, the two weights of every output.
const block = 32

// multiplyPlain writes the products of a packed matrix with x to sums, which
// holds whole blocks; x holds whole pairs.
func multiplyPlain(sums []int32, x, weights []int16) {
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

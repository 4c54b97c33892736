package neural

import (
	"testing"

	"golang.org/x/sys/cpu"
)

// Those that a better one stands in for here give the same too.
func TestMultiplyAVX2(t *testing.T) {
	if !cpu.X86.HasAVX2 {
		t.Skip("this processor has no AVX2")
	}
	same(t, func(sums []int32, x, weights []int16) {
		if len(sums) == 0 || len(x) == 0 {
			multiplyPlain(sums, x, weights)
			return
		}
		multiplyAVX2(&sums[0], &x[0], &weights[0], len(x)/2, len(sums)/block)
	})
}

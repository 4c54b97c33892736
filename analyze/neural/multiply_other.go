//go:build !amd64 && !arm64

package neural

func multiply(sums []int32, x, weights []int16, n int) { multiplyPlain(sums, x, weights, n) }

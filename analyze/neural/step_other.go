//go:build !amd64

package neural

func step(held, sums, times, plus []int32, skip, out []int16) {
	stepPlain(held, sums, times, plus, skip, out)
}

package neural

import "math"

// Unit is how numbers are held in 16 bits: in parts of 1/Unit.
const Unit = 2048

// Matrix is a packed matrix with what each output is multiplied by and raised by.
type Matrix struct {
	In, Out int
	weights []int16
	scale   []float32
	bias    []float32
}

// room returns how many sums multiplying takes.
func (m *Matrix) room() int { return (m.Out + block - 1) / block * block }

// Sums holds sums of products; it can be used again.
type Sums []int32

// Values writes m times x to out.
func (m *Matrix) Values(x []int16, out []float32, s *Sums) {
	sums := Grown((*[]int32)(s), m.room())
	multiply(sums, x, m.weights)
	scale, bias := m.scale[:len(out)], m.bias[:len(out)]
	for k, sum := range sums[:len(out)] {
		out[k] = float32(float32(sum)*scale[k]) + bias[k]
	}
}

// Whole returns x in units, as near as 16 bits hold it.
func Whole(x float32) int16 {
	return int16(min(max(int32(x*Unit), math.MinInt16), math.MaxInt16))
}

// Grown returns n entries that have any value.
func Grown[T any](list *[]T, n int) []T {
	if cap(*list) < n {
		*list = make([]T, n)
	}
	*list = (*list)[:n]
	return *list
}

// Rows is a matrix made of rows of numbers as they come, to multiply a vector
// with each.
type Rows struct{ packed []int16 }

// Pack makes r hold n rows of width numbers, which is even.
func (r *Rows) Pack(rows []int16, n, width int) {
	packed := Grown(&r.packed, (n+block-1)/block*block*width)
	clear(packed)
	for i := range n {
		at := i/block*block*width + i%block*2
		for k, x := range rows[i*width:][:width] {
			packed[at+k/2*2*block+k%2] = x
		}
	}
}

// Products returns the sum of products of x with each row, and behind these some
// that say nothing.
func (r *Rows) Products(x []int16, s *Sums) []int32 {
	sums := Grown((*[]int32)(s), len(r.packed)/max(len(x), 1))
	multiply(sums, x, r.packed)
	return sums
}

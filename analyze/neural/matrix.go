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
	// times and plus are scale and bias in parts of 1/fine, times raised by finer
	// bits.
	times, plus []int32
}

// room returns how many sums multiplying takes.
func (m *Matrix) room() int { return (m.Out + block - 1) / block * block }

// Sums holds sums of products; it can be used again.
type Sums []int32

// Values writes m times each of n vectors to out; vectors stand in x one behind the
// other, as their values do.
func (m *Matrix) Values(x []int16, out []float32, n int, s *Sums) {
	sums, room := m.sums(x, n, s), m.room()
	for i := range n {
		out, sums := out[i*m.Out:][:m.Out], sums[i*room:][:m.Out]
		scale, bias := m.scale[:m.Out], m.bias[:m.Out]
		for k, sum := range sums {
			out[k] = float32(float32(sum)*scale[k]) + bias[k]
		}
	}
}

// sums returns the bare sums of Values, room for each vector.
func (m *Matrix) sums(x []int16, n int, s *Sums) []int32 {
	sums := Grown((*[]int32)(s), n*m.room())
	multiply(sums, x[:n*m.In], m.weights, n)
	return sums
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

// Room is how many products there are of a vector.
func (r *Rows) Room(width int) int { return len(r.packed) / max(width, 1) }

// Products returns for each of n vectors the products with each row, and behind
// these some that say nothing.
func (r *Rows) Products(x []int16, n int, s *Sums) []int32 {
	sums := Grown((*[]int32)(s), n*r.Room(len(x)/max(n, 1)))
	multiply(sums, x, r.packed, n)
	return sums
}

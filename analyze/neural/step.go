package neural

import "math"

// How numbers are held between words.
const (
	// What is held, and what it comes from, is in parts of 1/fine: 5 bits more than
	// what is shown, which is in parts of 1/Unit.
	fine  = 1 << 16
	one   = 1 << 15 // 1 as the logistic function has it: 4 bits more than Unit
	reach = 8       // how far to either side it is told,
	steep = 256     // and in what parts: 8 bits less than fine

	finer = 24 // bits that what raises sums to parts of 1/fine has behind its point
)

// logistic is the logistic function.
var logistic = func() (table [2 * reach * steep]int32) {
	for i := range table {
		x := (float64(i) + .5 - reach*steep) / steep
		table[i] = int32(math.Round(one / (1 + math.Exp(-x))))
	}
	return table
}()

func sigmoid(x int32) int32 {
	return logistic[uint(min(max(x>>8+reach*steep, 0), 2*reach*steep-1))%uint(len(logistic))]
}

// stepPlain takes one word in: what is held gives way to what is new as far as the
// unit forgets, and is shown, or else what skips the layer. Sums hold, for as many
// units, what is new, how much is forgotten and how much is shown, and times and
// plus what brings them to parts of 1/fine.
func stepPlain(held, sums, times, plus []int32, skip, out []int16) {
	n := len(held)
	skip, out = skip[:n], out[:n]
	taken, takenTimes, takenPlus := sums[:n], times[:n], plus[:n]
	forget, forgetTimes, forgetPlus := sums[n:2*n], times[n:2*n], plus[n:2*n]
	show, showTimes, showPlus := sums[2*n:3*n], times[2*n:3*n], plus[2*n:3*n]
	for k, before := range held {
		f := sigmoid(brought(forget[k], forgetTimes[k], forgetPlus[k]))
		g := sigmoid(brought(show[k], showTimes[k], showPlus[k]))
		c := brought(taken[k], takenTimes[k], takenPlus[k])
		c += int32(int64(f) * int64(before-c) >> 15)
		held[k] = c
		tanh := 2*sigmoid(2*c) - one
		s := int32(skip[k])
		out[k] = int16(s + g*(tanh>>4-s)>>15)
	}
}

// brought brings a sum to parts of 1/fine.
func brought(sum, times, plus int32) int32 {
	return int32(int64(sum)*int64(times)>>finer) + plus
}

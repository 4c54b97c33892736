package compare

import "math"

// slack is how far an approximate value may lie from the true one, as a share
// of it: "about two hours" is taken to reach from 1.8 to 2.2.
const slack = 0.1

// base returns the bounds in the base unit, widened by the slack of an
// approximate value. Products are rounded by conversion here and below, since
// some processors would fuse them with the sum that follows.
func (v Interval) base() (low, high float64) {
	low, high = float64(v.Low*v.Factor), float64(v.High*v.Factor)
	if v.Approximate {
		low -= float64(math.Abs(low) * slack)
		high += float64(math.Abs(high) * slack)
	}
	return low, high
}

// rounding is how coarse a round number may be, as a share of its value, to
// stand for a finer one.
const rounding = 0.1

// rounded reports whether a may be b rounded: "$43 million" of "$43,885,310".
func rounded(a, b Interval) bool {
	if !a.point() || !b.point() {
		return false
	}
	x, y := float64(a.Low*a.Factor), float64(b.Low*b.Factor)
	step := grain(x)
	return step > grain(y) && step <= rounding*math.Abs(x) && math.Abs(x-y) < step
}

// roughly reports whether two durations lie so close that who tells them from memory
// can mean the same: "a 30-second apology", "a 32-second apology".
func roughly(a, b Interval) bool {
	if !a.point() || !b.point() {
		return false
	}
	x, y := float64(a.Low*a.Factor), float64(b.Low*b.Factor)
	return math.Abs(x-y) <= float64(slack*max(math.Abs(x), math.Abs(y)))
}

// grain returns the highest power of ten that divides v, at least 1; 0 for what is
// no whole number.
func grain(v float64) float64 {
	if v != math.Trunc(v) {
		return 0
	}
	step := 1.0
	for v != 0 && step <= math.Abs(v) && math.Mod(v, step*10) == 0 {
		step *= 10
	}
	return step
}

// point reports whether the interval is one value, be it approximate.
func (v Interval) point() bool { return v.Low == v.High }

// main is the value that an interval is told by: its end where it has one, else its
// middle.
func (v Interval) main() float64 {
	switch {
	case math.IsInf(v.High, 0):
		return v.Low
	case v.Low == 0 || math.IsInf(v.Low, 0):
		return v.High
	}
	return (v.Low + v.High) / 2
}

// same reports whether two intervals of one dimension have the same bounds.
func same(a, b *Interval) bool {
	return a.Low*a.Factor == b.Low*b.Factor && a.High*a.Factor == b.High*b.Factor && a.LowOpen == b.LowOpen && a.HighOpen == b.HighOpen
}

// relate returns how two intervals of one dimension stand to each other.
func relate(a, b Interval) Relation {
	if same(&a, &b) {
		return Same
	}
	if rounded(a, b) || rounded(b, a) || a.Unit != b.Unit && roughly(a, b) { // "12 metres", "40 feet"
		return Compatible
	}
	al, ah := a.base()
	bl, bh := b.base()
	switch {
	case al > bh || bl > ah:
		return Conflicts
	case al == bh || bl == ah:
		return Compatible // "800,000", "more than 800,000"
	}
	if al <= bl && bh <= ah || bl <= al && ah <= bh {
		if a.point() && b.point() || a.Low == b.Low && a.High == b.High {
			return Compatible // "two hours", "about two hours"; "at least 30", "more than 30"
		}
		return Refines
	}
	return Compatible
}

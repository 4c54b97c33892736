package compare

import "math"

// slack is how far an approximate value may lie from the true one, as a share
// of it: "about two hours" is taken to reach from 1.8 to 2.2.
const slack = 0.1

// base returns the bounds in the base unit, widened by the slack of an
// approximate value.
func (v Interval) base() (low, high float64) {
	low, high = v.Low*v.Factor, v.High*v.Factor
	if v.Approximate {
		low -= math.Abs(low) * slack
		high += math.Abs(high) * slack
	}
	return low, high
}

// point reports whether the interval is one value, be it approximate.
func (v Interval) point() bool { return v.Low == v.High }

// relate returns how two intervals of one dimension stand to each other.
func relate(a, b Interval) Relation {
	if a.Low*a.Factor == b.Low*b.Factor && a.High*a.Factor == b.High*b.Factor && a.LowOpen == b.LowOpen && a.HighOpen == b.HighOpen {
		return Same
	}
	al, ah := a.base()
	bl, bh := b.base()
	if al > bh || bl > ah || al == bh && (a.LowOpen || b.HighOpen) || bl == ah && (b.LowOpen || a.HighOpen) {
		return Conflicts
	}
	if al <= bl && bh <= ah || bl <= al && ah <= bh {
		if a.point() && b.point() {
			return Compatible // "two hours", "about two hours"
		}
		return Refines
	}
	return Compatible
}

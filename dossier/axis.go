package dossier

import (
	"math"
	"time"
)

// axis is the scale that the values of one difference or figure are drawn on,
// and where each lies.
type axis struct {
	low, high string // what the ends of the scale stand for
	bars      []bar  // in the order of the values given
}

// bar is where a value lies on its axis, in thousandths of it.
type bar struct {
	from, to int
	below    bool // it has no lower bound
	above    bool // it has no upper bound
	drawn    bool // false for what is no number or time
}

// extent is a value that can be drawn; an end without a bound is infinite.
type extent struct {
	low, high float64
	known     bool
}

// extentOf returns the extent of a number.
func extentOf(low, high *float64) extent {
	e := extent{math.Inf(-1), math.Inf(1), low != nil || high != nil}
	if low != nil {
		e.low = *low
	}
	if high != nil {
		e.high = *high
	}
	// What is out of order or no number would leave the scale.
	if math.IsNaN(e.low) || math.IsNaN(e.high) || e.low > e.high || math.IsInf(e.low, 1) || math.IsInf(e.high, -1) {
		return extent{}
	}
	return e
}

// bounds returns the least and the greatest bound in list, and whether a value
// has none on one side.
func bounds(list []extent) (least, most float64, open bool) {
	least, most = math.Inf(1), math.Inf(-1)
	for _, e := range list {
		for _, x := range []float64{e.low, e.high} {
			switch {
			case !e.known:
			case math.IsInf(x, 0):
				open = true
			default:
				least, most = min(least, x), max(most, x)
			}
		}
	}
	return least, most, open
}

// numberAxis draws numbers of one unit on one scale with round ends; nil when
// there is nothing to see but one exact value.
func numberAxis(list []extent, unit string) *axis {
	least, most, open := bounds(list)
	if least > most || least == most && !open || most-least > math.MaxFloat64/4 {
		return nil
	}
	// A scale from nothing shows how large a difference is.
	from := min(0, least)
	step := round((max(most, 0) - from) / 4)
	if step == 0 {
		return nil
	}
	from, to := float64(math.Floor(from/step)*step), float64(math.Ceil(max(most, 0)/step)*step)
	if open && to-most < step {
		to += step
	}
	if math.IsInf(to, 0) || to <= from {
		return nil
	}
	return &axis{number(from), measure(&to, &to, unit), bars(list, from, to)}
}

// round returns the least of 1, 2 and 5 times a power of ten that is not under x.
func round(x float64) float64 {
	if x <= 0 || math.IsInf(x, 0) {
		return 0
	}
	power := 1.0
	for float64(power*10) <= x {
		power *= 10
	}
	for power > x {
		power /= 10
	}
	for _, k := range []float64{1, 2, 5} {
		if float64(k*power) >= x {
			return float64(k * power)
		}
	}
	return float64(10 * power)
}

// dateAxis draws times on one scale; nil when they are all of one time.
func dateAxis(list []extent) *axis {
	from, to, open := bounds(list)
	if from >= to {
		return nil
	}
	if open {
		to = float64(to + (to-from)/4)
	}
	shown := func(x float64) string { return time.Unix(int64(x), 0).UTC().Format("2 Jan 2006") }
	low, high := shown(from), shown(to)
	if low == high {
		return nil
	}
	return &axis{low, high, bars(list, from, to)}
}

// extentOfDays returns the extent of the time from earliest to latest, both inclusive,
// in seconds.
func extentOfDays(earliest, latest string) extent {
	a, _, u := parseDate(earliest)
	b, _, v := parseDate(latest)
	switch {
	case u == 0 || v == 0 || b.Before(a):
		return extent{}
	case v == days:
		b = b.AddDate(0, 0, 1)
	case v == months:
		b = b.AddDate(0, 1, 0)
	case v == years:
		b = b.AddDate(1, 0, 0)
	}
	return extent{float64(a.Unix()), float64(b.Unix()), true}
}

func bars(list []extent, from, to float64) []bar {
	at := func(x float64) int {
		return int(math.Round((min(max(x, from), to) - from) / (to - from) * 1000))
	}
	var out []bar
	for _, e := range list {
		if !e.known {
			out = append(out, bar{})
			continue
		}
		out = append(out, bar{at(e.low), at(e.high), math.IsInf(e.low, 0), math.IsInf(e.high, 0), true})
	}
	return out
}

// axis draws the positions of g; nil when they are no numbers of one unit, and
// no times.
func (g *Disagreement) axis() *axis {
	var numbers, times []extent
	unit, mixed := "", false
	for i := range g.Positions {
		p := &g.Positions[i]
		n := extentOf(p.Low, p.High)
		if u := oneLine(p.Unit); n.known {
			if unit == "" {
				unit = u
			}
			mixed = mixed || u != unit
		}
		numbers = append(numbers, n)
		times = append(times, extentOfDays(p.Earliest, p.Latest))
	}
	if a := numberAxis(numbers, unit); a != nil && !mixed && !alike(numbers) {
		return a
	}
	if alike(times) {
		return nil
	}
	return dateAxis(times)
}

// alike tells whether the values that are known are all the same.
func alike(list []extent) bool {
	var first extent
	for _, e := range list {
		if e.known && first.known && e != first {
			return false
		}
		if e.known {
			first = e
		}
	}
	return true
}

// axis draws f; nil when it is a single value.
func (f *Figure) axis() *axis {
	return numberAxis([]extent{extentOf(f.Low, f.High)}, oneLine(f.Unit))
}

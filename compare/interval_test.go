package compare

import (
	"math"
	"testing"
)

// point and the like make intervals in hours.
func point(v float64) Interval { return Interval{Low: v, High: v, Unit: "hour", Factor: 3600} }

func about(v float64) Interval {
	i := point(v)
	i.Approximate = true
	return i
}

func between(low, high float64) Interval {
	return Interval{Low: low, High: high, Unit: "hour", Factor: 3600}
}

func above(v float64) Interval {
	return Interval{Low: v, High: math.Inf(1), LowOpen: true, HighOpen: true, Unit: "hour", Factor: 3600}
}

func below(v float64) Interval {
	return Interval{Low: 0, High: v, HighOpen: true, Unit: "hour", Factor: 3600}
}

func count(v float64) Interval { return Interval{Low: v, High: v, Factor: 1} }

func minutes(v float64) Interval {
	return Interval{Low: v, High: v, Unit: "minute", Factor: 60}
}

func TestRelateIntervals(t *testing.T) {
	for _, c := range []struct {
		name string
		a, b Interval
		want Relation
	}{
		{"two hours, two hours", point(2), point(2), Same},
		{"two hours, 120 minutes", point(2), minutes(120), Same},
		{"two hours, about two hours", point(2), about(2), Same},
		{"about two hours, 125 minutes", about(2), minutes(125), Compatible},
		{"about two hours, three hours", about(2), point(3), Conflicts},
		{"two hours, three hours", point(2), point(3), Conflicts},
		{"more than two, two", above(2), point(2), Compatible},
		{"more than two, three", above(2), point(3), Refines},
		{"more than two, more than three", above(2), above(3), Refines},
		{"more than four, less than three", above(4), below(3), Conflicts},
		{"more than two, less than three", above(2), below(3), Compatible},
		{"less than three, three", below(3), point(3), Compatible},
		{"two to four, three to five", between(2, 4), between(3, 5), Compatible},
		{"two to four, three", between(2, 4), point(3), Refines},
		{"two to four, four to six", between(2, 4), between(4, 6), Compatible},
		{"two to four, above four", between(2, 4), above(4), Compatible},
		{"43 million, 43,885,310", count(43e6), count(43885310), Compatible},
		{"43 million, 45 million", count(43e6), count(45e6), Conflicts},
		{"12, 15", count(12), count(15), Conflicts},
		{"10, 12", count(10), count(12), Conflicts},
		{"at least 30, more than 30", Interval{Low: 30, High: math.Inf(1), HighOpen: true, Factor: 1}, Interval{Low: 30, High: math.Inf(1), LowOpen: true, HighOpen: true, Factor: 1}, Compatible},
	} {
		if got := relate(c.a, c.b); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
		if got := relate(c.b, c.a); got != c.want {
			t.Errorf("%s, the other way: %s, want %s", c.name, got, c.want)
		}
	}
}

// A position stands on the first side where it conflicts with nobody.
func TestSides(t *testing.T) {
	values := []Interval{point(2), point(5), above(4), about(2), point(9)}
	d := Disagreement{}
	for i := range values {
		d.Positions = append(d.Positions, Position{Interval: &values[i]})
	}
	d.relate(func(a, b *Position) Relation { return relate(*a.Interval, *b.Interval) })
	want := []int{0, 1, 1, 0, 2}
	for i, p := range d.Positions {
		if p.Side != want[i] {
			t.Errorf("position %d on side %d, want %d", i, p.Side, want[i])
		}
	}
	if d.Relation != Conflicts || len(d.Pairs) != 10 {
		t.Errorf("%s over %d pairs", d.Relation, len(d.Pairs))
	}
}

func TestLog2(t *testing.T) {
	for _, c := range []struct{ a, b uint64 }{{2, 1}, {3, 1}, {1024, 1}, {1000, 3}, {7, 6}, {1 << 20, 3}, {5, 5}, {1, 2}, {1, 0}} {
		want := 0.0
		if c.b > 0 && c.a > c.b {
			want = 100 * math.Log2(float64(c.a)/float64(c.b))
		}
		if got := float64(log2(c.a, c.b)); got > want+1e-9 || got < want-2 {
			t.Errorf("log2(%d/%d) = %v, want %v, rounded down", c.a, c.b, got, want)
		}
	}
	if rare, common := informative(100, 1), informative(100, 50); rare <= common || informative(100, 100) != leastWeight {
		t.Errorf("one of 100 tells %d, half %d, all %d", rare, common, informative(100, 100))
	}
}

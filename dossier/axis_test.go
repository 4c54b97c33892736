package dossier

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

func TestNumberAxis(t *testing.T) {
	inf := math.Inf(1)
	for _, c := range []struct {
		name string
		list []extent
		want string // the ends of the scale, then each value's thousandths
	}{
		{"from nothing", []extent{{2, 2, true}, {3, 4, true}}, "0–4 hours 500–500 750–1000"},
		{"no upper bound", []extent{{4, inf, true}, {2, 2, true}}, "0–5 hours 800–1000> 400–400"},
		{"no lower bound", []extent{{-inf, 4, true}, {2, 4, true}}, "0–5 hours <0–800 400–800"},
		{"close and large", []extent{{1_000_000, 1_000_000, true}, {1_000_010, 1_000_010, true}}, "0–1,500,000 hours 667–667 667–667"},
		{"one is unknown", []extent{{1, 1, true}, {}, {2, 2, true}}, "0–2 hours 500–500 - 1000–1000"},
		{"below nothing", []extent{{-3, -3, true}, {4, 4, true}}, "-4–4 hours 125–125 1000–1000"},
		{"one value", []extent{{2, 2, true}}, ""},
		{"one interval", []extent{{0, 100, true}}, "0–100 hours 0–1000"},
		{"nothing known", []extent{{}, {}}, ""},
		{"nothing", nil, ""},
		{"nothing bounded", []extent{{-inf, inf, true}}, ""},
		{"out of all measure", []extent{{-math.MaxFloat64, math.MaxFloat64, true}}, ""},
	} {
		if got := axisString(numberAxis(c.list, "hour")); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func axisString(a *axis) string {
	if a == nil {
		return ""
	}
	parts := []string{a.low + "–" + a.high}
	for _, b := range a.bars {
		s := fmt.Sprintf("%d–%d", b.from, b.to)
		if b.below {
			s = "<" + s
		}
		if b.above {
			s += ">"
		}
		if !b.drawn {
			s = "-"
		}
		parts = append(parts, s)
	}
	return strings.Join(parts, " ")
}

func TestAxis(t *testing.T) {
	f := func(x float64) *float64 { return &x }
	for _, c := range []struct {
		name string
		list []Position
		want string
	}{
		{"days", []Position{{Earliest: "2031-03-12", Latest: "2031-03-12"}, {Earliest: "2031-03-14", Latest: "2031-03-15"}}, "12 Mar 2031–16 Mar 2031 0–250 500–1000"},
		{"years", []Position{{Earliest: "2030", Latest: "2030"}, {Earliest: "2031", Latest: "2031"}}, "1 Jan 2030–1 Jan 2032 0–500 500–1000"},
		{"one day", []Position{{Earliest: "2031-03-12", Latest: "2031-03-12"}, {Earliest: "2031-03-12", Latest: "2031-03-12"}}, ""},
		{"two units", []Position{{Low: f(1), High: f(1), Unit: "hour"}, {Low: f(90), High: f(90), Unit: "minute"}}, ""},
		{"words", []Position{{Value: "fight"}, {Value: "battle"}}, ""},
	} {
		g := Disagreement{Positions: c.list}
		if got := axisString(g.axis()); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

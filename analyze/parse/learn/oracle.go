package learn

import (
	"synoptic/analyze/doc"
	"synoptic/analyze/parse/internal/arc"
)

// tree is one sentence with gold heads, which are None for the root, and
// relations by their number.
type tree struct {
	tokens    []doc.Token
	heads     []int
	relations []uint8
}

// What it costs to have lost a gold arc, and to have to take a token back for it.
const (
	lost   = 2
	repair = 1
	never  = 1 << 30
)

// view is as much of a state as the oracle needs.
type view struct {
	heads    []int
	places   []arc.Place
	returned []bool
}

func (v *view) of(s *arc.State) {
	v.heads = append(v.heads[:0], s.Heads...)
	v.places, v.returned = v.places[:0], v.returned[:0]
	for i := range s.Heads {
		v.places = append(v.places, s.Place(i))
		v.returned = append(v.returned, s.Returned(i))
	}
}

// missing says how much of the gold tree can't be reached any more: the dynamic
// oracle of Goldberg and Nivre (2012), which looks at each arc by itself.
func (t *tree) missing(v *view) int {
	sum := 0
	for d, g := range t.heads {
		h := v.heads[d]
		if h == g {
			continue // for the root of the sentence too
		}
		switch v.places[d] {
		case arc.Past:
			sum += lost
		case arc.Ahead:
			if g >= 0 && (v.places[g] == arc.Past || v.returned[d] && v.places[g] == arc.Ahead && g > d) {
				sum += lost
			}
		case arc.Stacked:
			switch {
			case g < 0:
				sum += lost
			case v.places[g] == arc.Ahead:
				if h >= 0 {
					sum += repair // the arc that it has gives way
				}
			case v.places[g] == arc.Stacked && h < 0 && (g < d && !v.returned[d] || g > d && v.heads[g] < 0 && !v.returned[g]):
				sum += repair
			default:
				sum += lost
			}
		}
	}
	return sum
}

// costs says what each move would lose; never for what can't be done.
func (t *tree) costs(s *arc.State, v *view) (costs [arc.Moves]int) {
	v.of(s)
	s0, n0 := s.S(0), s.N(0)
	for m := range arc.Move(arc.Moves) {
		costs[m] = never
		if !s.Can(m) {
			continue
		}
		switch m {
		case arc.Shift:
			v.places[n0] = arc.Stacked
			costs[m] = t.missing(v)
			v.places[n0] = arc.Ahead
		case arc.Reduce:
			if v.heads[s0] >= 0 {
				v.places[s0] = arc.Past
				costs[m] = t.missing(v)
			} else {
				v.places[s0], v.returned[s0] = arc.Ahead, true
				costs[m] = t.missing(v)
				v.returned[s0] = false
			}
			v.places[s0] = arc.Stacked
		case arc.Left:
			h := v.heads[s0]
			v.places[s0], v.heads[s0] = arc.Past, n0
			costs[m] = t.missing(v)
			v.places[s0], v.heads[s0] = arc.Stacked, h
		case arc.Right:
			v.places[n0], v.heads[n0] = arc.Stacked, s0
			costs[m] = t.missing(v)
			v.places[n0], v.heads[n0] = arc.Ahead, arc.None
		}
	}
	low := min(costs[0], costs[1], costs[2], costs[3])
	for m := range costs {
		if costs[m] != never {
			costs[m] -= low
		}
	}
	// A token is taken back only where that alone is right.
	if costs[arc.Reduce] == 0 && s.Heads[s0] < 0 && (costs[arc.Shift] == 0 || costs[arc.Left] == 0 || costs[arc.Right] == 0) {
		costs[arc.Reduce] = 1
	}
	return costs
}

// gold returns the right relation of the token that move m gives a head.
func (t *tree) gold(s *arc.State, m arc.Move) uint8 {
	switch m {
	case arc.Left:
		return t.relations[s.S(0)]
	case arc.Right:
		return t.relations[s.N(0)]
	}
	return 0
}

// right reports whether move m makes a gold arc.
func (t *tree) right(s *arc.State, m arc.Move) bool {
	switch m {
	case arc.Left:
		return t.heads[s.S(0)] == s.N(0)
	case arc.Right:
		return t.heads[s.N(0)] == s.S(0)
	}
	return false
}

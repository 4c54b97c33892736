package learn

import (
	"testing"

	"pgregory.net/rapid"

	"synoptic/analyze/doc"
	"synoptic/analyze/parse/internal/arc"
)

// projective draws heads of n tokens of which no arcs cross.
func projective(t *rapid.T, heads []int, from, to, above int) {
	if from == to {
		return
	}
	head := rapid.IntRange(from, to-1).Draw(t, "head")
	heads[head] = above
	for _, side := range [][2]int{{from, head}, {head + 1, to}} {
		for at := side[0]; at < side[1]; {
			end := rapid.IntRange(at+1, side[1]).Draw(t, "end")
			projective(t, heads, at, end, head)
			at = end
		}
	}
}

// Moves that cost nothing lead to the gold tree, whichever of them are made.
func TestCosts(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		n := rapid.IntRange(1, 12).Draw(rt, "n")
		gold := tree{tokens: make([]doc.Token, n), heads: make([]int, n), relations: make([]uint8, n)}
		projective(rt, gold.heads, 0, n, arc.None)
		var l learner
		l.run(&gold, func() (arc.Move, uint8) {
			costs := gold.costs(&l.state, &l.view)
			m := arc.Move(rapid.IntRange(0, arc.Moves-1).Draw(rt, "move"))
			for costs[m] != 0 {
				m = (m + 1) % arc.Moves
			}
			return m, 0
		})
		for i, h := range l.state.Heads {
			if h != gold.heads[i] {
				rt.Fatalf("heads %v, want %v", l.state.Heads, gold.heads)
			}
		}
	})
}

// A token that was put onto the stack too early is taken back.
func TestRepair(t *testing.T) {
	// "saw it": it hangs on saw.
	gold := tree{tokens: make([]doc.Token, 2), heads: []int{arc.None, 0}, relations: make([]uint8, 2)}
	var l learner
	l.state.Start(2)
	for _, m := range []arc.Move{arc.Shift, arc.Shift, arc.Reduce} {
		if !l.state.Can(m) {
			t.Fatalf("can't make move %d", m)
		}
		l.state.Do(m, 0)
	}
	if costs := gold.costs(&l.state, &l.view); costs[arc.Right] != 0 || costs[arc.Left] == 0 {
		t.Errorf("costs %v", costs)
	}
}

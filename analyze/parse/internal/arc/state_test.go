package arc

import (
	"testing"

	"pgregory.net/rapid"

	"synoptic/analyze/doc"
)

// Any moves end, soon, in a tree, and never leave a state without a move.
func TestAnyMoves(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		n := rapid.IntRange(0, 12).Draw(rt, "n")
		var s State
		var sentence Sentence
		sentence.Set(make([]doc.Token, n), nil)
		s.Start(n)
		moves := 0
		for ; !s.Done(); moves++ {
			Features(&s, &sentence, nil)
			m := Move(rapid.IntRange(0, Moves-1).Draw(rt, "move"))
			tries := 0
			for !s.Can(m) {
				m = (m + 1) % Moves
				if tries++; tries > Moves {
					rt.Fatalf("no move in %+v", s)
				}
			}
			if only, is := s.Only(); is && only != m {
				rt.Fatalf("move %d is not the only one, %d can be made too", only, m)
			}
			s.Do(m, uint8(moves))
			s.checkChildren(rt)
		}
		if moves > 6*n {
			rt.Fatalf("%d moves for %d tokens", moves, n)
		}
		roots := 0
		for i, h := range s.Heads {
			if h < 0 {
				roots++
			}
			for steps := 0; h >= 0; h = s.Heads[h] {
				if steps++; steps > n {
					rt.Fatalf("token %d hangs on itself: %v", i, s.Heads)
				}
			}
		}
		if n > 0 && roots != 1 {
			rt.Fatalf("%d roots: %v", roots, s.Heads)
		}
	})
}

// checkChildren compares what is kept of children with the heads.
func (s *State) checkChildren(t *rapid.T) {
	for h := range s.Heads {
		var lefts, rights []int
		var left, right uint64
		for i, head := range s.Heads {
			if head == h && i < h {
				lefts, left = append(lefts, i), left|bit(s.Relations[i])
			} else if head == h {
				rights, right = append(rights, i), right|bit(s.Relations[i])
			}
		}
		first, last := None, None
		if len(lefts) > 0 {
			first = lefts[0]
		}
		if len(rights) > 0 {
			last = rights[len(rights)-1]
		}
		if s.first[h] != first || s.last[h] != last || int(s.nleft[h]) != len(lefts) || int(s.nright[h]) != len(rights) || s.lefts[h] != left || s.rights[h] != right {
			t.Fatalf("token %d of %v: %d %d, %v and %v", h, s.Heads, s.first[h], s.last[h], lefts, rights)
		}
	}
}

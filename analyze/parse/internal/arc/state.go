// Package arc parses a sentence into a dependency tree, one move after another,
// as the arc-eager system does (Nivre 2003), with moves that undo earlier ones
// (Honnibal and Johnson 2015). States, features and model are here once for the
// trainer and the parser.
package arc

// Move is one kind of step.
type Move uint8

// The moves. S0 is the top of the stack, N0 the next token.
const (
	Shift  Move = iota // N0 goes onto the stack
	Reduce             // S0, which has a head, is done; without a head it becomes N0 again
	Left               // N0 is the head of S0, which is done
	Right              // S0 is the head of N0, which goes onto the stack
)

// Moves is how many kinds of step there are.
const Moves = 4

// None is no token.
const None = -1

// State is a sentence half parsed. It can be used again.
type State struct {
	n     int
	next  int   // first token not yet read
	stack []int // from the bottom
	again []int // tokens taken back, the next one last

	// Heads by token, None where there is none, and relations by their number
	// in the model; what the relation is where there is no head says nothing.
	Heads     []int
	Relations []uint8

	first, last []int    // by token: leftmost child before it, rightmost behind it
	sibling     []int    // by token: the child of the same side that was first or last before
	lefts       []uint64 // by token: the relations of its children before it, as bits
	rights      []uint64
	nleft       []uint16 // by token: how many children there are before it
	nright      []uint16
	returned    []bool // by token: it was taken back once
	places      []Place
}

// Place is where a token is.
type Place uint8

// The places.
const (
	Ahead   Place = iota // to be read, or taken back
	Stacked              // on the stack
	Past                 // done with
)

// Place returns where token i is.
func (s *State) Place(i int) Place { return s.places[i] }

// Returned reports whether token i was taken back.
func (s *State) Returned(i int) bool { return s.returned[i] }

// Start makes s the state of n tokens of which none is read.
func (s *State) Start(n int) {
	s.n, s.next = n, 0
	s.stack, s.again = s.stack[:0], s.again[:0]
	s.Heads = filled(s.Heads, n, None)
	s.first = filled(s.first, n, None)
	s.last = filled(s.last, n, None)
	s.sibling = filled(s.sibling, n, None)
	s.Relations = filled(s.Relations, n, 0)
	s.lefts = filled(s.lefts, n, 0)
	s.rights = filled(s.rights, n, 0)
	s.nleft = filled(s.nleft, n, 0)
	s.nright = filled(s.nright, n, 0)
	s.returned = filled(s.returned, n, false)
	s.places = filled(s.places, n, Ahead)
}

func filled[T any](list []T, n int, v T) []T {
	list = list[:0]
	for range n {
		list = append(list, v)
	}
	return list
}

// S returns the token at depth i of the stack, or None.
func (s *State) S(i int) int {
	if k := len(s.stack) - 1 - i; k >= 0 {
		return s.stack[k]
	}
	return None
}

// N returns the i-th next token, or None.
func (s *State) N(i int) int {
	if k := len(s.again) - 1 - i; k >= 0 {
		return s.again[k]
	}
	if k := s.next + i - len(s.again); k < s.n {
		return k
	}
	return None
}

// Can reports whether m is possible. In every state but the last one is.
func (s *State) Can(m Move) bool {
	n0, s0 := s.N(0), s.S(0)
	switch m {
	case Shift:
		return n0 >= 0 && (!s.returned[n0] || s0 < 0)
	case Reduce:
		if s0 < 0 {
			return false
		}
		return s.Heads[s0] >= 0 || len(s.stack) > 1 && !s.returned[s0]
	default:
		return n0 >= 0 && s0 >= 0
	}
}

// Only returns the move when one without a relation is all that can be made.
func (s *State) Only() (m Move, only bool) {
	if n0, s0 := s.N(0), s.S(0); n0 >= 0 && s0 >= 0 {
		return 0, false
	} else if s0 >= 0 {
		return Reduce, true // all is read
	}
	return Shift, true
}

// Done reports whether the sentence is parsed: all is read and one token,
// the root, is left without a head.
func (s *State) Done() bool { return len(s.stack) <= 1 && s.N(0) < 0 }

// Do makes move m, which must be possible, with the relation it gives.
func (s *State) Do(m Move, relation uint8) {
	switch m {
	case Shift:
		s.push()
	case Reduce:
		s0 := s.pop()
		if s.Heads[s0] < 0 {
			s.again = append(s.again, s0)
			s.returned[s0] = true
			s.places[s0] = Ahead
		}
	case Left:
		n0, s0 := s.N(0), s.pop()
		if h := s.Heads[s0]; h >= 0 {
			s.orphan(h, s0)
		}
		s.Heads[s0], s.Relations[s0] = n0, relation
		s.sibling[s0], s.first[n0] = s.first[n0], s0
		s.lefts[n0] |= bit(relation)
		s.nleft[n0]++
	case Right:
		s0 := s.S(0)
		n0 := s.push()
		s.Heads[n0], s.Relations[n0] = s0, relation
		s.sibling[n0], s.last[s0] = s.last[s0], n0
		s.rights[s0] |= bit(relation)
		s.nright[s0]++
	}
}

func (s *State) push() int {
	n0 := s.N(0)
	if k := len(s.again) - 1; k >= 0 {
		s.again = s.again[:k]
	} else {
		s.next++
	}
	s.stack = append(s.stack, n0)
	s.places[n0] = Stacked
	return n0
}

func (s *State) pop() int {
	s0 := s.S(0)
	s.stack = s.stack[:len(s.stack)-1]
	s.places[s0] = Past
	return s0
}

// orphan takes child from head. On the stack it is the last of its children.
func (s *State) orphan(head, child int) {
	s.last[head] = s.sibling[child]
	s.nright[head]--
	s.rights[head] = 0
	for c := s.last[head]; c >= 0; c = s.sibling[c] {
		s.rights[head] |= bit(s.Relations[c])
	}
}

func bit(relation uint8) uint64 { return 1 << (relation & 63) }

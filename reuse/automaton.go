package reuse

// automaton is the suffix automaton of a text's words (Blumer et al. 1985). It
// takes time and space linear in the text whatever the text repeats, which
// lists of shingles do not.
type automaton struct {
	states []state
	edges  []edge
	table  []int32 // open addressing: 1 + index in edges, 0 for empty
	shift  uint    // hash bits to drop so that the rest index table
}

// state stands for all stretches of words that end at the same places.
type state struct {
	link   int32 // the state of the longest suffix that ends at more places, or -1
	length int32 // words in the longest stretch
	end    int32 // the first place, as the index after its last word
	edges  int32 // first of its edges, or -1
}

type edge struct {
	word     uint64
	from, to int32
	next     int32 // another edge of the same state, or -1
}

func newAutomaton(words []word) *automaton {
	bits := uint(3)
	for 1<<bits < 6*len(words) { // an automaton has at most 3n edges
		bits++
	}
	m := &automaton{
		states: make([]state, 1, 2*len(words)+1),
		edges:  make([]edge, 0, 2*len(words)+1),
		table:  make([]int32, 1<<bits),
		shift:  64 - bits,
	}
	m.states[0] = state{link: -1, edges: -1}
	last := int32(0)
	for i, w := range words {
		last = m.extend(last, w.hash, int32(i)+1)
	}
	return m
}

// extend adds one word after the stretch that last stands for.
func (m *automaton) extend(last int32, w uint64, end int32) int32 {
	cur := m.add(state{length: m.states[last].length + 1, end: end, edges: -1})
	p := last
	for ; p >= 0; p = m.states[p].link {
		if _, ok := m.step(p, w); ok {
			break
		}
		m.connect(p, w, cur)
	}
	if p < 0 {
		return cur // its link is the first state, 0
	}
	e, _ := m.step(p, w)
	q := m.edges[e].to
	if m.states[q].length == m.states[p].length+1 {
		m.states[cur].link = q
		return cur
	}
	clone := m.add(state{link: m.states[q].link, length: m.states[p].length + 1, end: m.states[q].end, edges: -1})
	for e := m.states[q].edges; e >= 0; e = m.edges[e].next {
		m.connect(clone, m.edges[e].word, m.edges[e].to)
	}
	for ; p >= 0; p = m.states[p].link {
		e, ok := m.step(p, w)
		if !ok || m.edges[e].to != q {
			break
		}
		m.edges[e].to = clone
	}
	m.states[q].link, m.states[cur].link = clone, clone
	return cur
}

func (m *automaton) add(s state) int32 {
	m.states = append(m.states, s)
	return int32(len(m.states) - 1)
}

func (m *automaton) slot(from int32, w uint64) uint64 {
	return ((w ^ uint64(from)) * 0x9E3779B97F4A7C15) >> m.shift
}

// step returns the edge that leaves state from with word w.
func (m *automaton) step(from int32, w uint64) (int32, bool) {
	for i := m.slot(from, w); ; i = (i + 1) & uint64(len(m.table)-1) {
		e := m.table[i] - 1
		if e < 0 {
			return 0, false
		}
		if m.edges[e].from == from && m.edges[e].word == w {
			return e, true
		}
	}
}

// connect adds an edge that is not there yet.
func (m *automaton) connect(from int32, w uint64, to int32) {
	m.edges = append(m.edges, edge{word: w, from: from, to: to, next: m.states[from].edges})
	m.states[from].edges = int32(len(m.edges) - 1)
	i := m.slot(from, w)
	for m.table[i] != 0 {
		i = (i + 1) & uint64(len(m.table)-1)
	}
	m.table[i] = int32(len(m.edges))
}

// tile is a stretch of equal words: n of them from word a of one text and word
// b of the other.
type tile struct{ a, b, n int }

// tiles returns the stretches of at least least words that the automaton's
// text shares with words and that no other such stretch of words contains, in
// the order of words (matching statistics, Chang and Lawler 1994). Where
// the automaton's text has a stretch several times, the first is meant.
func (m *automaton) tiles(words []word, least int) []tile {
	var tiles []tile
	at, n := int32(0), 0
	keep := func(end int) {
		if n >= least {
			tiles = append(tiles, tile{int(m.states[at].end) - n, end - n, n})
		}
	}
	for i, w := range words {
		e, ok := m.step(at, w.hash)
		if !ok {
			keep(i)
			for !ok && at > 0 {
				at = m.states[at].link
				n = int(m.states[at].length)
				e, ok = m.step(at, w.hash)
			}
		}
		if ok {
			at = m.edges[e].to
			n++
		}
	}
	keep(len(words))
	return tiles
}

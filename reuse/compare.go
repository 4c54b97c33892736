package reuse

import (
	"cmp"
	"slices"

	"synoptic/span"
)

// What makes a passage. Six words in a row are rarely equal by chance unless
// they are a formula or a long name; callers that need more surety ask for
// more words.
const (
	MinWords = 6 // the longest run of equal words in a passage is at least this long
	maxGap   = 6 // words that may differ, on either side, between two runs: "Ms. Bell said in a statement"
	minRun   = 3 // words that must be equal again after a gap, and at least as many as the gap has
)

// Passage is a stretch that two texts share.
type Passage struct {
	A, B  span.Span
	Words int  // how many words are equal
	Near  bool // some words in between differ; otherwise all are equal
}

// Result says what two texts share.
type Result struct {
	// Passages are ordered by A, then B. Those in the shorter text never
	// overlap; a passage that the shorter text repeats may stand for one and the same
	// place of the longer.
	Passages []Passage
	// CoverA and CoverB are the shares of each text's words that are equal
	// words of passages, in thousandths.
	CoverA, CoverB int
}

// Compare finds what a and b share. Compare(b, a) is the same with the sides
// exchanged. It takes time linear in the words of both, but for sorting what
// it finds.
func Compare(a, b *Text) Result {
	if swapped(a, b) {
		r := Compare(b, a)
		r.CoverA, r.CoverB = r.CoverB, r.CoverA
		for i, p := range r.Passages {
			r.Passages[i].A, r.Passages[i].B = p.B, p.A
		}
		r.sort()
		return r
	}
	return compare(a, b, newAutomaton(a.words))
}

// compare reads b against the automaton of a, which is not shorter than b.
func compare(a, b *Text, m *automaton) Result {
	r, _ := align(a, b, m)
	return r
}

// align is compare that also tells which words are equal.
func align(a, b *Text, m *automaton) (Result, *grower) {
	var r Result
	tiles := m.tiles(b.words, MinWords)
	slices.SortFunc(tiles, func(x, y tile) int {
		return cmp.Or(cmp.Compare(y.n, x.n), cmp.Compare(x.b, y.b))
	})
	g := grower{a: a.words, b: b.words, inA: make([]bool, len(a.words)), inB: make([]bool, len(b.words)), taken: make([]bool, len(b.words))}
	for _, t := range tiles {
		if t = g.free(t); t.n < MinWords {
			continue
		}
		first, last, equal := g.grow(t)
		r.Passages = append(r.Passages, Passage{
			A:     a.span(first.a, last.a),
			B:     b.span(first.b, last.b),
			Words: equal,
			Near:  equal < last.a-first.a || equal < last.b-first.b,
		})
	}
	r.CoverA, r.CoverB = thousandths(g.inA), thousandths(g.inB)
	r.sort()
	return r, &g
}

// swapped reports whether b is to be indexed and a read against it: the longer
// text is indexed and, of two as long, the one that sorts first.
func swapped(a, b *Text) bool {
	if len(a.words) != len(b.words) {
		return len(a.words) < len(b.words)
	}
	return slices.CompareFunc(a.words, b.words, func(x, y word) int { return cmp.Compare(x.hash, y.hash) }) > 0
}

func (r *Result) sort() {
	slices.SortFunc(r.Passages, func(x, y Passage) int {
		return cmp.Or(span.Compare(x.A, y.A), span.Compare(x.B, y.B))
	})
}

func thousandths(in []bool) int {
	n := 0
	for _, yes := range in {
		if yes {
			n++
		}
	}
	return 1000 * n / max(len(in), 1)
}

// grower turns tiles into passages, the longest first (after Wise's greedy
// string tiling, 1993). Words of b go into one passage each.
type grower struct {
	a, b     []word
	inA, inB []bool // words that are equal words of some passage
	taken    []bool // words of b within some passage, gaps included
}

// point is a place between words, in both texts.
type point struct{ a, b int }

// free returns the longest part of t that no passage holds yet. Tiles never
// contain each other, so that only their ends are ever taken; what a passage
// has reached into the middle by growing leaves the longer part.
func (g *grower) free(t tile) tile {
	best, from := tile{}, 0
	for i := 0; i <= t.n; i++ {
		if i == t.n || g.taken[t.b+i] {
			if i-from > best.n {
				best = tile{t.a + from, t.b + from, i - from}
			}
			from = i + 1
		}
	}
	return best
}

// grow extends t over small gaps both ways and marks its words. It returns
// the passage's two ends and how many of its words are equal.
func (g *grower) grow(t tile) (first, last point, equal int) {
	g.mark(t)
	equal = t.n
	first, last = point{t.a, t.b}, point{t.a + t.n, t.b + t.n}
	for {
		next, n := g.run(last, 1)
		if n == 0 {
			break
		}
		last = point{next.a + n, next.b + n}
		g.mark(tile{next.a, next.b, n})
		equal += n
	}
	for {
		next, n := g.run(first, -1)
		if n == 0 {
			break
		}
		first = point{next.a - n, next.b - n}
		g.mark(tile{first.a, first.b, n})
		equal += n
	}
	for i := first.b; i < last.b; i++ {
		g.taken[i] = true
	}
	return first, last, equal
}

// run looks for equal words past a gap after p (dir 1) or before it (dir -1).
// It returns where they begin, seen in that direction, and their number; 0
// when there are none. The smallest gap is taken.
func (g *grower) run(p point, dir int) (point, int) {
	for gap := 1; gap <= 2*maxGap; gap++ {
		for da := max(0, gap-maxGap); da <= min(gap, maxGap); da++ {
			db := gap - da
			q := point{p.a + dir*da, p.b + dir*db}
			if !g.open(p.b, q.b) {
				continue
			}
			n := 0
			for g.equal(q, dir, n) {
				n++
			}
			if n >= max(minRun, da, db) {
				return q, n
			}
		}
	}
	return point{}, 0
}

// open reports whether no passage holds any word of b between two places.
func (g *grower) open(i, j int) bool {
	for k := max(min(i, j), 0); k < min(max(i, j), len(g.b)); k++ {
		if g.taken[k] {
			return false
		}
	}
	return true
}

// equal reports whether the n-th words from q in a direction are the same and
// still free.
func (g *grower) equal(q point, dir, n int) bool {
	i, j := q.a+n, q.b+n
	if dir < 0 {
		i, j = q.a-1-n, q.b-1-n
	}
	return i >= 0 && j >= 0 && i < len(g.a) && j < len(g.b) && g.a[i].hash == g.b[j].hash && !g.taken[j]
}

func (g *grower) mark(t tile) {
	for i := range t.n {
		g.inA[t.a+i], g.inB[t.b+i] = true, true
		g.taken[t.b+i] = true
	}
}

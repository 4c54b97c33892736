package story

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// TestPostings has lists hold what slices would.
func TestPostings(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := newPostings()
		want := map[uint32][]uint32{}
		for n := range uint32(rapid.IntRange(1, 2000).Draw(t, "numbers")) {
			term := rapid.Uint32Range(0, 4).Draw(t, "term")
			if list := want[term]; len(list) > 0 && rapid.IntRange(0, 3).Draw(t, "remove") == 0 {
				p.remove(term, list[0])
				want[term] = list[1:]
			}
			p.remove(term, n) // which is not there
			p.add(term, n)
			want[term] = append(want[term], n)
			want[term] = want[term][max(0, len(want[term])-maxPostings):]
			for term := range uint32(5) {
				if !slices.Equal(want[term], p.of(term)) {
					t.Fatalf("term %d has %v, want %v", term, p.of(term), want[term])
				}
			}
		}
	})
}

// TestPostingsFull has a list longer than any holds lose its first, and leave nothing
// when all are gone.
func TestPostingsFull(t *testing.T) {
	p := newPostings()
	for n := range uint32(3 * maxPostings) {
		p.add(7, n)
	}
	list := slices.Clone(p.of(7))
	if len(list) != maxPostings || list[0] != 2*maxPostings {
		t.Fatalf("%d numbers from %d on", len(list), list[0])
	}
	for _, n := range list {
		p.remove(7, n)
	}
	if len(p.lists) != 0 || len(p.of(7)) != 0 {
		t.Errorf("left are %v", p.lists)
	}
	p.add(8, 1)
	if len(p.pages) != 1 {
		t.Errorf("%d pages", len(p.pages))
	}
}

// TestFind has the nearest be those that sorting all of them finds.
func TestFind(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	keys := func() []term {
		var list []term
		for range 10 {
			list = append(list, newTerm(r.Uint32N(60), uint16(256+r.IntN(5)), 0))
		}
		return list
	}
	x := newIndex()
	articles := make([][]term, 1500)
	for n := range articles {
		articles[n] = keys()
		x.add(uint32(n), articles[n])
	}
	for range 20 {
		of := keys()
		sums := map[uint32]uint64{}
		for _, k := range of {
			for _, n := range x.postings.of(k.hash()) {
				sums[n] += uint64(k.weight) * uint64(k.weight)
			}
		}
		var want []found
		for n, sum := range sums {
			want = append(want, found{n, sum})
		}
		slices.SortFunc(want, func(a, b found) int { return cmp.Or(cmp.Compare(b.sum, a.sum), cmp.Compare(b.n, a.n)) })
		got := x.find(of, 0, uint32(len(articles)))
		if diff := gocmp.Diff(want[:maxFound], got, gocmp.AllowUnexported(found{})); diff != "" {
			t.Fatal(diff)
		}
	}
}

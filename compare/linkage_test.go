package compare

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"synoptic/analyze/doc"
)

// The sums that are kept are those that counting pair by pair gives.
func TestLinkage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := make([]row, rapid.IntRange(2, 14).Draw(t, "rows"))
		for i := range rows {
			rows[i].doc = i * 4 / len(rows)
		}
		score := map[[2]int]int{}
		var links []link
		for a := range rows {
			for b := a + 1; b < len(rows); b++ {
				if rows[a].doc != rows[b].doc && rapid.Bool().Draw(t, "linked") {
					links = append(links, link{a, b, rapid.IntRange(linkScore, 1000).Draw(t, "score")})
					score[[2]int{a, b}] = links[len(links)-1].score
				}
			}
		}
		c := newLinkage(len(rows), func(r int) int { return rows[r].doc }, links)
		for range rapid.IntRange(0, len(rows)).Draw(t, "joins") {
			x, y := c.of[rapid.IntRange(0, len(rows)-1).Draw(t, "x")], c.of[rapid.IntRange(0, len(rows)-1).Draw(t, "y")]
			if x == y {
				continue
			}
			sum, pairs := 0, 0
			for _, a := range c.members[x] {
				for _, b := range c.members[y] {
					if rows[a].doc != rows[b].doc {
						sum += score[[2]int{min(a, b), max(a, b)}]
						pairs++
					}
				}
			}
			if got := c.mean(x, y); got != sum/max(pairs, 1) {
				t.Fatalf("mean %d, counted %d over %d", got, sum, pairs)
			}
			c.join(x, y)
			if len(c.members[c.of[c.members[c.of[x]][0]]]) < 2 {
				t.Fatal("joined to nothing")
			}
		}
		var all []int
		for _, m := range c.members {
			all = append(all, m...)
		}
		if slices.Sort(all); len(all) != len(rows) || len(slices.Compact(all)) != len(rows) {
			t.Fatalf("%d rows in clusters of %d", len(rows), len(all))
		}
	})
}

// Half-alike statements in a row do not become one claim.
func TestChain(t *testing.T) {
	rows := make([]row, 4)
	for i := range rows {
		rows[i] = row{doc: i, Statement: &doc.Statement{}}
	}
	links := []link{{0, 1, 900}, {2, 3, 890}, {1, 2, 700}}
	got := (&table{rows: rows}).claims(links)
	if len(got) != 2 || !slices.Equal(got[0], []int{0, 1}) || !slices.Equal(got[1], []int{2, 3}) {
		t.Errorf("got %v", got)
	}
	links = append(links[:2], link{0, 2, 700}, link{0, 3, 700}, link{1, 2, 700}, link{1, 3, 700})
	if got := (&table{rows: rows}).claims(links); len(got) != 1 {
		t.Errorf("got %v", got)
	}
}

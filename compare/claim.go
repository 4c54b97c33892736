package compare

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"synoptic/analyze/quantity"
)

// claimScore is the score that two statements must reach to be a claim, in
// thousandths, and meanScore what the statements of a larger one must reach against
// each other on average: several that are a little alike confirm one another.
const claimScore, meanScore = 250, 200

// claims clusters statements by their links: best links first, two clusters are
// joined when the pairs between them score meanScore on average (average linkage),
// so that a chain of half-alike statements does not become one claim.
func (t *table) claims(links []link) [][]int {
	links = t.agreeing(links)
	c := newLinkage(len(t.rows), func(r int) int { return t.rows[r].doc }, links)
	for _, l := range links {
		if l.score < meanScore {
			break
		}
		x, y := c.of[l.a], c.of[l.b]
		alone := len(c.members[x]) == 1 && len(c.members[y]) == 1
		if x != y && c.mean(x, y) >= meanScore && (!alone || l.score >= claimScore) {
			c.join(x, y)
		}
	}
	var claims [][]int
	for _, m := range c.members {
		if len(m) < 2 {
			continue
		}
		slices.Sort(m)
		claims = append(claims, m)
	}
	slices.SortFunc(claims, func(a, b []int) int { return cmp.Compare(a[0], b[0]) })
	return claims
}

// contrary is taken off the score of two statements of which one denies, in
// thousandths: what one affirms and the other denies is no claim of both.
const contrary = 250

// agreeing returns the links with those between contrary statements weakened,
// best first.
func (t *table) agreeing(links []link) []link {
	links = slices.Clone(links)
	for i := range links {
		l := &links[i]
		a, b := &t.rows[l.a], &t.rows[l.b]
		if a.Denied != b.Denied {
			l.score -= contrary
		}
		if t.ofThemselves(a, b) || t.ofOtherAges(a, b) {
			l.score = 0
		}
	}
	slices.SortStableFunc(links, func(x, y link) int { return cmp.Compare(y.score, x.score) })
	return links
}

// ofThemselves reports whether two speakers each tell of themselves, "I'm so upset", which
// is no fact that both tell.
func (t *table) ofThemselves(a, b *row) bool {
	x, y := t.speaker(a), t.speaker(b)
	return x != y && x >= 0 && y >= 0 && t.ofSelf(a) && t.ofSelf(b)
}

// ofOtherAges reports whether two statements give ages, and none that can be of one person:
// the man of 23 who was shot is not the man of 62.
func (t *table) ofOtherAges(a, b *row) bool {
	x, y := t.agesIn(a), t.agesIn(b)
	return len(x) > 0 && len(y) > 0 && !slices.ContainsFunc(x, func(v Interval) bool {
		return slices.ContainsFunc(y, func(w Interval) bool { return sameAge(v, w) })
	})
}

// agesIn returns the ages that a statement gives.
func (t *table) agesIn(r *row) []Interval {
	var ages []Interval
	for _, q := range r.Quantities {
		if k := &t.docs[r.doc].Quantities[q]; k.Dimension == quantity.Age {
			ages = append(ages, intervalOf(k))
		}
	}
	return ages
}

// ofSelf reports whether who says a statement is told of in it.
func (t *table) ofSelf(r *row) bool {
	d := t.docs[r.doc]
	for i := r.Tokens.From; i < r.Tokens.To; i++ {
		if d.Lang.Compare.Self.Has(d.Tokens[i].Norm) {
			return true
		}
	}
	return false
}

// because says what joined the statements: the keys that most of them share,
// most telling first, in the words of the row that says it best.
func (t *table) because(rows []int, best int) string {
	count := map[int32]int{}
	for _, r := range rows {
		for _, k := range t.rows[r].keys {
			count[k]++
		}
	}
	var keys []int32
	for k, n := range count {
		if 2*n > len(rows) {
			keys = append(keys, k)
		}
	}
	slices.SortFunc(keys, func(a, b int32) int {
		return cmp.Or(cmp.Compare(t.weight[b]*count[b], t.weight[a]*count[a]), cmp.Compare(t.names[a], t.names[b]))
	})
	var words, names, numbers []string
	for _, k := range keys[:min(len(keys), 8)] {
		switch text := t.names[k]; text[0] {
		case '@':
			names = append(names, t.entities.Entities[atoi(text[1:])].Name)
		case '#':
			numbers = append(numbers, text[1:])
		default:
			words = append(words, t.wording(&t.rows[best], k))
		}
	}
	var parts []string
	for _, p := range []struct {
		label string
		list  []string
	}{{"names", names}, {"words", words}, {"numbers", numbers}} {
		if len(p.list) > 0 {
			parts = append(parts, fmt.Sprintf("%s: %s", p.label, strings.Join(p.list, ", ")))
		}
	}
	return strings.Join(parts, "; ")
}

// wording returns the word of a row that carries key k, in its dictionary form.
func (t *table) wording(r *row, k int32) string {
	for i := r.Tokens.From; i < r.Tokens.To; i++ {
		if t.word[r.doc][i] == k {
			return lower(&t.docs[r.doc].Tokens[i])
		}
	}
	return t.names[k]
}

func atoi(s string) int {
	n := 0
	for _, c := range s {
		n = 10*n + int(c-'0')
	}
	return n
}

package compare

import (
	"cmp"
	"runtime"
	"slices"
	"sync"

	"synoptic/compare/align"
)

// link joins two statements of different documents that may say the same.
type link struct {
	a, b  int // rows, a < b
	score int // in thousandths
}

const (
	// linkScore is the score from which two statements may say the same;
	// below it they are not looked at again.
	linkScore = 200
	// gateWeight, in hundredths of a bit, and gateShare, of the lighter one in
	// thousandths, are what two statements must share to be looked at.
	gateWeight, gateShare = 250, 120
	// common is the share of rows, in thousandths, above which a key proposes
	// no candidates, so that a large story stays near linear.
	common = 150
	// commonFrom is the number of rows below which every key proposes.
	commonFrom = 400
)

// maxMatches is how many others a statement is aligned with, those that come
// behind it and are likest at first sight, so that a large story stays near linear.
const maxMatches = 40

// align scores the pairs of statements that share a telling key. It returns
// them best first; ties stand in the order of the documents. Documents are worked
// on side by side, and what comes out does not depend on how many at once.
func (t *table) align() []link {
	postings := make([][]int32, len(t.names))
	for r := range t.rows {
		for _, k := range t.rows[r].keys {
			postings[k] = append(postings[k], int32(r))
		}
	}
	t.each(t.read)
	found := make([][]link, len(t.docs))
	t.each(func(n int) { found[n] = t.match(n, postings) })
	links := slices.Concat(found...)
	slices.SortFunc(links, func(x, y link) int {
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	return links
}

// each calls work for each document, several at once.
func (t *table) each(work func(n int)) {
	var wait sync.WaitGroup
	next := make(chan int)
	for range min(runtime.GOMAXPROCS(0), len(t.docs)) {
		wait.Go(func() {
			for n := range next {
				work(n)
			}
		})
	}
	for n := range t.docs {
		next <- n
	}
	close(next)
	wait.Wait()
}

// read makes the statements and sentences of document n ready to be compared.
func (t *table) read(n int) {
	d := t.docs[n]
	t.sentence[n], t.around[n] = make([]row, len(d.Sentences)), make([]row, len(d.Sentences))
	for s := range d.Sentences {
		at := d.Sentences[s].Range
		from, to := max(0, s-1), min(len(d.Sentences)-1, s+1)
		x, y := &t.sentence[n][s], &t.around[n][s]
		x.keys = distinct(t.word[n][at.From:at.To])
		y.keys = distinct(t.word[n][d.Sentences[from].From:d.Sentences[to].To])
		x.weight, y.weight = t.total(x.keys), t.total(y.keys)
		x.text = align.Read(align.Side{Doc: d, Tokens: at})
	}
	for r := t.first[n]; r < t.first[n+1]; r++ {
		t.rows[r].text = align.Read(align.Side{Doc: d, Tokens: t.rows[r].Tokens})
	}
}

// candidate is a row that one is compared with.
type candidate struct {
	b    int
	odds int // at first sight
	f    Likeness
}

// match links the statements of document n with those of later documents.
func (t *table) match(n int, postings [][]int32) []link {
	var links []link
	weight := make([]int, len(t.rows)) // shared weight by row, against the current one
	var touched []int32
	var list []candidate
	known := map[place]int{} // by sentence: how alike the one at hand is
	for a := t.first[n]; a < t.first[n+1]; a++ {
		ra := &t.rows[a]
		for _, k := range ra.keys {
			if len(t.rows) > commonFrom && len(postings[k])*1000 > common*len(t.rows) {
				continue
			}
			at, _ := slices.BinarySearch(postings[k], int32(t.first[n+1]))
			for _, b := range postings[k][at:] {
				if weight[b] == 0 {
					touched = append(touched, b)
				}
				weight[b] += t.weight[k]
			}
		}
		slices.Sort(touched)
		list = list[:0]
		for _, b := range touched {
			// The shared weight without the common keys bounds the likeness from
			// below only; a pair far under the line is not worth a look.
			if weight[b] >= gateWeight && weight[b]*1000 >= gateShare*min(ra.weight, t.rows[b].weight) {
				if c, ok := t.glance(a, int(b)); ok {
					list = append(list, c)
				}
			}
			weight[b] = 0
		}
		touched = touched[:0]
		if len(list) > maxMatches {
			slices.SortStableFunc(list, func(x, y candidate) int { return cmp.Compare(y.odds, x.odds) })
			list = list[:maxMatches]
		}
		if a == t.first[n] || ra.Sentence != t.rows[a-1].Sentence {
			clear(known)
		}
		for i := range list {
			if score := t.score(a, &list[i], known); score >= linkScore {
				links = append(links, link{a, list[i].b, score})
			}
		}
	}
	return links
}

// leastOdds is the logarithm of the odds, in thousandths, that two statements must
// have of saying the same for their words to be aligned.
const leastOdds = -1800

// alwaysOdds are the odds of two statements that have the same words.
const alwaysOdds = 1 << 20

// glance returns row b as a candidate for row a, unless the two are unlike at first
// sight.
func (t *table) glance(a, b int) (candidate, bool) {
	x, y := &t.rows[a], &t.rows[b]
	if x.weight > 0 && slices.Equal(t.word[x.doc][x.Tokens.From:x.Tokens.To], t.word[y.doc][y.Tokens.From:y.Tokens.To]) {
		return candidate{b: b, odds: alwaysOdds}, true
	}
	if (x.before != nil || y.before != nil) && !t.sameContext(x, y) {
		return candidate{}, false // "denied the claims": others
	}
	c := candidate{b: b, f: t.likeness(a, b)}
	c.odds = c.f.Times(&t.weights.cheap)
	return c, c.odds >= leastOdds
}

// score returns how surely row a and a candidate say the same, in thousandths. What
// is known of their sentences is kept in known.
func (t *table) score(a int, c *candidate, known map[place]int) int {
	if c.odds == alwaysOdds {
		return 1000
	}
	t.closely(a, c.b, &c.f, known)
	return probability(c.f.Times(&t.weights.all))
}

// contextScore is how alike the sentences before must be, in thousandths, for
// two statements that point back to point at the same.
const contextScore = 450

// sameContext reports whether two statements that point back point at the same.
func (t *table) sameContext(a, b *row) bool {
	if a.before == nil || b.before == nil {
		return false
	}
	_, shared := t.shared(&row{keys: a.before}, &row{keys: b.before})
	return 2000*shared >= contextScore*(t.total(a.before)+t.total(b.before))
}

// total returns the weight of keys together.
func (t *table) total(keys []int32) int {
	sum := 0
	for _, k := range keys {
		sum += t.weight[k]
	}
	return sum
}

func has(keys []int32, k int32) bool {
	_, ok := slices.BinarySearch(keys, k)
	return ok
}

// scores returns the score of each pair of rows that is linked.
func scores(links []link) map[[2]int]int {
	m := make(map[[2]int]int, len(links))
	for _, l := range links {
		m[[2]int{l.a, l.b}] = l.score
	}
	return m
}

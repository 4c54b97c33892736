package compare

import (
	"cmp"
	"runtime"
	"slices"
	"sync"

	"synoptic/compare/align"
	"synoptic/span"
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

// maxGlances is about how many others a statement is looked at, those that share most
// with it, so that a large story does not take the square of its length.
const maxGlances = 240

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
	views := sync.Pool{New: func() any { return t.view() }}
	t.each(func(n int) {
		v := views.Get().(*view)
		found[n] = v.match(n, postings)
		views.Put(v)
	})
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

// read makes the statements and sentences of document n ready to be compared. A
// statement that is a whole sentence has one text with it.
func (t *table) read(n int) {
	d, r := t.docs[n], t.readings[n]
	t.sentence[n], t.surround[n] = make([]passage, len(d.Sentences)), make([]passage, len(d.Sentences))
	keys := make([]int32, 0, 4*len(d.Tokens))
	for s := range d.Sentences {
		from, to := max(0, s-1), min(len(d.Sentences)-1, s+1)
		var one, all passage
		one, keys = t.passage(keys, n, d.Sentences[s].Range)
		all, keys = t.passage(keys, n, span.Range{From: d.Sentences[from].From, To: d.Sentences[to].To})
		t.sentence[n][s], t.surround[n][s] = one, all
	}
	if r.sentences != nil {
		return
	}
	r.sentences, r.statements = make([]*align.Text, len(d.Sentences)), make([]*align.Text, len(d.Statements))
	for s := range d.Sentences {
		r.sentences[s] = align.Read(align.Side{Doc: d, Tokens: d.Sentences[s].Range})
	}
	for i := range d.Statements {
		if k := &d.Statements[i]; k.Tokens == d.Sentences[k.Sentence].Range {
			r.statements[i] = r.sentences[k.Sentence]
		} else {
			r.statements[i] = align.Read(align.Side{Doc: d, Tokens: k.Tokens})
		}
	}
}

// passage is a run of tokens of document n. Its keys stand behind others in their
// memory, which is returned.
func (t *table) passage(keys []int32, n int, at span.Range) (passage, []int32) {
	from := len(keys)
	for _, k := range t.word[n][at.From:at.To] {
		if k >= 0 {
			keys = append(keys, k)
		}
	}
	slices.Sort(keys[from:])
	own := slices.Compact(keys[from:])
	return passage{own[:len(own):len(own)], t.total(own)}, keys[:from+len(own)]
}

// candidate is a row that one is compared with, and the odds at first sight.
type candidate struct{ b, odds int }

// match links the statements of document n with those of later documents.
func (v *view) match(n int, postings [][]int32) []link {
	var links []link
	t, weight, touched, list := v.table, v.weighed, v.touched[:0], v.list[:0]
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
				weight[b] += int32(t.weight[k])
			}
		}
		// The shared weight without the common keys bounds the likeness from below
		// only; a pair far under the line is not worth a look.
		passed := touched[:0]
		for _, b := range touched {
			if w := int(weight[b]); w >= gateWeight && w*1000 >= gateShare*min(ra.weight, t.rows[b].weight) {
				passed = append(passed, b)
			} else {
				weight[b] = 0
			}
		}
		least := gate(passed, weight)
		slices.Sort(passed) // what stands together is looked at together
		v.at(a)
		list = list[:0]
		for _, b := range passed {
			if weight[b] >= least {
				if odds := v.glance(int(b)); odds >= leastOdds && (odds >= largeOdds || len(t.rows) <= largeFrom) {
					list = append(list, candidate{int(b), odds})
				}
			}
			weight[b] = 0
		}
		touched = touched[:0]
		v.touched, v.list = touched, list
		if len(list) > maxMatches {
			slices.SortFunc(list, func(x, y candidate) int { return cmp.Or(cmp.Compare(y.odds, x.odds), cmp.Compare(x.b, y.b)) })
			list = list[:maxMatches]
		}
		for _, c := range list {
			if score := v.probe(c); score >= linkScore {
				links = append(links, link{a, c.b, score})
			}
		}
	}
	return links
}

// gate returns the shared weight that rows must have to be looked at: none, unless
// there are more than maxGlances of them; else what so many have, in steps of a quarter
// of a bit.
func gate(rows []int32, weight []int32) int32 {
	if len(rows) <= maxGlances {
		return 0
	}
	const step = 25
	var many [256]int // by weight
	for _, b := range rows {
		many[min(weight[b]/step, 255)]++
	}
	n, at := 0, 255
	for ; n+many[at] <= maxGlances; at-- {
		n += many[at]
	}
	return int32(at+1) * step
}

// leastOdds is the logarithm of the odds, in thousandths, that two statements must
// have of saying the same for their words to be aligned. In a story of more than
// largeFrom statements it is largeOdds: what lies between is a third of all pairs there,
// and one in a hundred of those that make claims.
const leastOdds, largeOdds, largeFrom = -1800, -1400, 2000

// alwaysOdds are the odds of two statements that have the same words, neverOdds those
// of two that can't say the same.
const alwaysOdds, neverOdds = 1 << 20, -1 << 20

// glance returns the odds at first sight that row b says the same as v's.
func (v *view) glance(b int) int {
	x, y := &v.rows[v.row], &v.rows[b]
	if x.weight > 0 && x.weight == y.weight && slices.Equal(v.word[x.doc][x.Tokens.From:x.Tokens.To], v.word[y.doc][y.Tokens.From:y.Tokens.To]) {
		return alwaysOdds
	}
	if (x.before != nil || y.before != nil) && !v.sameContext(x, y) {
		return neverOdds // "denied the claims": others
	}
	f := v.likeness(b)
	return f.Times(&v.weights.cheap)
}

// probe returns how surely v's row and a candidate say the same, in thousandths, or 0
// when that is less than linkScore.
func (v *view) probe(c candidate) int {
	if c.odds == alwaysOdds {
		return 1000
	}
	f := v.likeness(c.b)
	v.closely(c.b, &f)
	least := f
	f[sentencesAt] = 1000
	if max(probability(least.Times(&v.weights.all)), probability(f.Times(&v.weights.all))) < linkScore {
		return 0 // whatever their sentences
	}
	v.sentences(c.b, &f)
	return probability(f.Times(&v.weights.all))
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

// neighbour is a row that another is linked to.
type neighbour struct{ row, score int32 }

// nearby returns by row those that it is linked to, in their order.
func nearby(rows int, links []link) [][]neighbour {
	many := make([]int, rows)
	for _, l := range links {
		many[l.a]++
		many[l.b]++
	}
	all, list := make([]neighbour, 2*len(links)), make([][]neighbour, rows)
	for r, n := range many {
		list[r], all = all[:0:n], all[n:]
	}
	for _, l := range links {
		list[l.a] = append(list[l.a], neighbour{int32(l.b), int32(l.score)})
		list[l.b] = append(list[l.b], neighbour{int32(l.a), int32(l.score)})
	}
	for r := range list {
		slices.SortFunc(list[r], func(x, y neighbour) int { return cmp.Compare(x.row, y.row) })
	}
	return list
}

// score returns the score of the link between two rows, 0 where there is none.
func (t *table) score(a, b int) int {
	i, ok := slices.BinarySearchFunc(t.near[a], b, func(x neighbour, b int) int { return cmp.Compare(int(x.row), b) })
	if !ok {
		return 0
	}
	return int(t.near[a][i].score)
}

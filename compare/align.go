package compare

import (
	"cmp"
	"slices"
)

// link joins two statements of different documents that may say the same.
type link struct {
	a, b  int // rows, a < b
	score int // in thousandths
}

const (
	// linkScore is the score from which two statements may say the same;
	// below it they are not looked at again.
	linkScore = 330
	// common is the share of rows, in thousandths, above which a key proposes
	// no candidates, so that a large story stays near linear.
	common = 150
	// commonFrom is the number of rows below which every key proposes.
	commonFrom = 400
)

// align scores the pairs of statements that share a telling key. It returns
// them best first; ties stand in the order of the documents.
func (t *table) align() []link {
	postings := make([][]int32, len(t.names))
	for r := range t.rows {
		for _, k := range t.rows[r].keys {
			postings[k] = append(postings[k], int32(r))
		}
	}
	var links []link
	weight := make([]int, len(t.rows)) // shared weight by row, against the current one
	var touched []int32
	for a := range t.rows {
		ra := &t.rows[a]
		for _, k := range ra.keys {
			if len(t.rows) > commonFrom && len(postings[k])*1000 > common*len(t.rows) {
				continue
			}
			at, _ := slices.BinarySearch(postings[k], int32(t.first[ra.doc+1]))
			for _, b := range postings[k][at:] {
				if weight[b] == 0 {
					touched = append(touched, b)
				}
				weight[b] += t.weight[k]
			}
		}
		slices.Sort(touched)
		for _, b := range touched {
			// The shared weight without the common keys bounds the score from
			// below only; a pair far under the line is not worth scoring.
			if weight[b]*3*1000 >= linkScore*min(ra.weight, t.rows[b].weight) {
				if score := t.score(ra, &t.rows[b]); score >= linkScore {
					links = append(links, link{a, int(b), score})
				}
			}
			weight[b] = 0
		}
		touched = touched[:0]
	}
	slices.SortFunc(links, func(x, y link) int {
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	return links
}

// leastShared is the weight, in hundredths of a bit, that two shared keys must
// have together to say anything.
const leastShared = 420

// score returns how alike two statements are, in thousandths: the Dice
// coefficient of their keys weighted by how telling they are, drawn towards the
// share of the smaller one, since one account often says in a clause what
// another says in a sentence. A shared predicate adds; statements that share
// few words besides names and numbers and no predicate, or that tell of different
// actors, are held back.
func (t *table) score(a, b *row) int {
	if a.weight == 0 || b.weight == 0 {
		return 0
	}
	keys, weight := t.shared(a, b)
	if len(keys) < 2 {
		return 0
	}
	dice := 2000 * weight / (a.weight + b.weight)
	part := 1000 * weight / min(a.weight, b.weight)
	score := (2*dice + part) / 3
	words := 0
	for _, k := range keys {
		if c := t.names[k][0]; c != '@' && c != '#' {
			words++
		}
	}
	switch {
	case a.pred == b.pred && !a.stop:
		score += 80
	case has(a.keys, b.pred) || has(b.keys, a.pred):
		score += 30
	}
	predicate := a.pred == b.pred && !a.stop || has(a.keys, b.pred) || has(b.keys, a.pred)
	switch {
	case words == 0:
		score /= 2
	case words == 1 && !predicate:
		score -= 150
	case words == 2 && !predicate:
		score -= 80
	}
	if len(keys) == 2 {
		score -= 60
		if weight < leastShared {
			return 0 // "as Norland continued", "to continue in Norland"
		}
	}
	if t.otherActors(a, b) && !t.sameActors(a, b) {
		score -= 80
	}
	if (a.before != nil || b.before != nil) && !t.sameContext(a, b) {
		return 0 // "denied the claims": others
	}
	return min(score, 1000)
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

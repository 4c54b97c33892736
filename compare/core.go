package compare

import (
	"cmp"
	"slices"

	"synoptic/analyze/doc"
	"synoptic/span"
)

// maxMates is with how many others of its claim a statement is aligned.
const maxMates = 4

// core returns the words of row r that say what others of its claim say: the
// statement less what hangs at its ends, has no part in its predicate, and has
// nothing that is linked to a word of theirs. "He was shot on Monday, a day after
// his release" is cut behind "Monday" when nobody else has the rest.
func (t *table) core(r int, rows []int) Evidence {
	k := &t.rows[r]
	d := t.docs[k.doc]
	var mates []int
	for _, o := range rows {
		if t.rows[o].doc != k.doc && t.scores[pairOf(r, o)] > 0 {
			mates = append(mates, o)
		}
	}
	slices.SortStableFunc(mates, func(a, b int) int { return cmp.Compare(t.scores[pairOf(r, b)], t.scores[pairOf(r, a)]) })
	linked := make([]bool, k.Tokens.Len())
	any := false
	for _, o := range mates[:min(len(mates), maxMates)] {
		for _, l := range t.text(r).Align(t.text(o)).Links {
			for i := l.A.From; i < l.A.To; i++ {
				if meaningful(d, i) {
					linked[i-k.Tokens.From], any = true, true
				}
			}
		}
	}
	if !any {
		return t.evidence(r)
	}
	return Evidence{k.doc, d.Span(trim(d, k.Tokens, k.Predicate, linked))}
}

func pairOf(a, b int) [2]int { return [2]int{min(a, b), max(a, b)} }

// trim cuts what hangs at both ends of the clause at, round its predicate, and
// holds none of the tokens marked.
func trim(d *doc.Doc, at, predicate span.Range, marked []bool) span.Range {
	free := func(r span.Range) bool {
		return !r.Overlaps(predicate) && !slices.Contains(marked[r.From-at.From:r.To-at.From], true)
	}
	whole := at
	root := top(d, predicate.From, at)
	for at.Len() > 1 && !predicate.Has(at.To-1) && (top(d, at.To-1, whole) != root || joining(d, at.To-1)) {
		at.To-- // "…, after the bus" of a clause that goes on elsewhere
	}
	for {
		// The widest that ends where the clause ends, and the widest that begins it.
		from := at.To
		for i := at.To - 1; i > at.From; i-- {
			if r := yield(d, i, at); loose(d, i) && r.To == at.To && r.From > at.From && free(r) && r.From < from {
				from = r.From
			}
		}
		if from == at.To {
			break
		}
		at.To = from
		for at.Len() > 1 && joining(d, at.To-1) {
			at.To--
		}
	}
	for {
		to := at.From
		for i := at.From; i < at.To-1; i++ {
			if r := yield(d, i, at); loose(d, i) && r.From == at.From && r.To < at.To && free(r) && r.To > to && joining(d, r.To) {
				to = r.To
			}
		}
		if to == at.From {
			break
		}
		at.From = to
		for at.Len() > 1 && joining(d, at.From) {
			at.From++
		}
	}
	if at.Len() < 2 {
		return whole
	}
	return at
}

// top returns the token that token i hangs on in the end, within at.
func top(d *doc.Doc, i int, at span.Range) int {
	for range maxHeads {
		h := d.Tokens[i].Head
		if d.Tokens[i].Relation == "" || !at.Has(h) || h == i {
			break
		}
		i = h
	}
	return i
}

// joining reports whether token i is a mark or joins clauses.
func joining(d *doc.Doc, i int) bool {
	k := &d.Tokens[i]
	return k.UPOS == "CCONJ" || k.UPOS == "PUNCT" && k.XPOS != "``" && k.XPOS != "''"
}

// loose reports whether token i hangs on its head as what can be left out: a
// circumstance, a relative clause, a further member.
func loose(d *doc.Doc, i int) bool {
	switch d.Tokens[i].Relation {
	case "obl", "obl:tmod", "obl:npmod", "obl:unmarked", "advmod", "advcl", "advcl:relcl", "acl", "acl:relcl", "appos", "conj", "parataxis", "nmod", "nmod:tmod", "nmod:unmarked", "discourse", "dep", "orphan", "list", "vocative", "dislocated":
		return true
	}
	return false
}

// yield returns the tokens of at from the first to the last that hang on token i.
func yield(d *doc.Doc, i int, at span.Range) span.Range {
	r := span.Range{From: i, To: i + 1}
	for j := at.From; j < at.To; j++ {
		for h, n := j, 0; n < maxHeads; n++ {
			if h == i {
				r.From, r.To = min(r.From, j), max(r.To, j+1)
				break
			}
			if d.Tokens[h].Relation == "" || !at.Has(d.Tokens[h].Head) || d.Tokens[h].Head == h {
				break
			}
			h = d.Tokens[h].Head
		}
	}
	return r
}

// maxHeads is how far up a tree is followed.
const maxHeads = 60

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
	for _, x := range t.near[r] {
		if _, ok := slices.BinarySearch(rows, int(x.row)); ok {
			mates = append(mates, int(x.row))
		}
	}
	slices.SortStableFunc(mates, func(a, b int) int { return cmp.Compare(t.score(r, b), t.score(r, a)) })
	linked := make([]bool, k.Tokens.Len())
	any := false
	for _, o := range mates[:min(len(mates), maxMates)] {
		for _, l := range t.links(r, o) {
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

// leastCut is how many tokens of a circumstance are cut off at least: less is easily read
// over, and the verb may need it: "took him overseas".
const leastCut = 3

// trim cuts what hangs at both ends of the clause at, round its predicate, and
// holds none of the tokens marked.
func trim(d *doc.Doc, at, predicate span.Range, marked []bool) span.Range {
	whole := at
	hanging := yields(d, whole)
	free := func(r span.Range) bool {
		return !r.Overlaps(predicate) && !slices.Contains(marked[r.From-whole.From:r.To-whole.From], true)
	}
	root := top(d, predicate.From, whole)
	at = unjoined(d, at, predicate)
	for at.Len() > 1 && !predicate.Has(at.To-1) && top(d, at.To-1, whole) != root {
		at.To-- // "…, after the bus" of a clause that goes on elsewhere
		at = unjoined(d, at, predicate)
	}
	for cut := true; cut; {
		cut = false
		for i := at.From; i < at.To; i++ { // what hangs widest stands first
			r := hanging[i-whole.From]
			r.From, r.To = max(r.From, at.From), min(r.To, at.To)
			if !loose(d, i) || !free(r) || r.Len() >= at.Len() || r.Len() < leastCut && tells(d, r) && !further(d, i) {
				continue
			}
			switch {
			case r.To == at.To:
				at.To = r.From
			case r.From == at.From && joining(d, r.To):
				at.From = r.To
			default:
				continue
			}
			at = unjoined(d, at, predicate)
			cut = true
			break
		}
	}
	if at.Len() < 2 {
		return whole
	}
	return at
}

// unjoined leaves marks and joining words, which say nothing at the ends, out of both
// ends of at, as far as keep.
func unjoined(d *doc.Doc, at, keep span.Range) span.Range {
	for at.Len() > 1 && joining(d, at.From) && !keep.Has(at.From) {
		at.From++
	}
	for at.Len() > 1 && joining(d, at.To-1) && !keep.Has(at.To-1) {
		at.To--
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

// tells reports whether r has more than joining words: "of how" is left of "of how it fell".
func tells(d *doc.Doc, r span.Range) bool {
	for i := r.From; i < r.To; i++ {
		switch k := &d.Tokens[i]; k.UPOS {
		case "ADP", "SCONJ", "DET", "PUNCT":
		default:
			if k.XPOS != "WRB" && k.XPOS != "WP" {
				return true
			}
		}
	}
	return false
}

// further reports whether token i hangs on its head as a further one like it.
func further(d *doc.Doc, i int) bool {
	switch d.Tokens[i].Relation {
	case "conj", "appos", "parataxis", "list", "dep":
		return true
	}
	return false
}

// yields returns for each token of at the tokens of at from the first to the last
// that hang on it.
func yields(d *doc.Doc, at span.Range) []span.Range {
	list := make([]span.Range, at.Len())
	for i := range list {
		list[i] = span.Range{From: at.From + i, To: at.From + i + 1}
	}
	for i := at.From; i < at.To; i++ {
		for h, n := i, 0; n < maxHeads && d.Tokens[h].Relation != "" && at.Has(d.Tokens[h].Head) && d.Tokens[h].Head != h; n++ {
			h = d.Tokens[h].Head
			r := &list[h-at.From]
			r.From, r.To = min(r.From, i), max(r.To, i+1)
		}
	}
	return list
}

// maxHeads is how far up a tree is followed.
const maxHeads = 60

package compare

import (
	"cmp"
	"slices"

	"synoptic/analyze/doc"
	"synoptic/span"
)

const (
	// soleLeast and soleMost bound the sole reports kept of one document; in
	// between there is one for every soleEvery sentences.
	soleLeast, soleMost, soleEvery = 3, 10, 5
	// soleShare is the least share of a sole report's weight, in thousandths,
	// that no other document has; soleCount that of one with a number.
	soleShare, soleCount = 400, 300
	// rareKeys is how many rare words of its own make a clause sole though it
	// resembles one of another document.
	rareKeys = 2
	// soleKeys is the least number of keys that a sole report must bring.
	soleKeys = 4
)

// sole is a candidate for what one document alone reports.
type sole struct {
	Report
	sentence int
	worth    int
	number   bool // it gives a quantity
}

// only lists what one document alone reports and that matters: clauses that
// resemble none of another document, or little, and bring names, numbers and words that no other document
// has.
func (s *Story) only(t *table, links []link) {
	top := make([]int, len(t.rows)) // best score against another document
	for _, l := range links {
		top[l.a], top[l.b] = max(top[l.a], l.score), max(top[l.b], l.score)
	}
	shown, told := s.shown(), s.told()
	for n, d := range s.Docs {
		var list []sole
		for r := t.first[n]; r < t.first[n+1]; r++ {
			k := &t.rows[r]
			if top[r] >= claimScore || top[r] >= linkScore && t.rare(k) < rareKeys || d.Sentences[k.Sentence].Kind != "" || k.Hedge == doc.HedgePossible || !t.finite(k) {
				continue
			}
			c := sole{s.report(t, r), k.Sentence, t.worth(k), t.counts(k)}
			c.Evidence = t.readAlone(r)
			if c.worth > 0 && !overlapsAny(shown[n], c.Span) && !mostly(told[n], c.Span) {
				// What stands early matters more.
				c.worth -= c.worth * c.Start / (2*len(d.Text) + 1)
				list = append(list, c)
			}
		}
		s.Only = append(s.Only, choose(list, min(max(len(d.Sentences)/soleEvery, soleLeast), soleMost))...)
	}
}

// choose keeps the n candidates worth most, one a sentence but for clauses with
// numbers, in the order of the text.
func choose(list []sole, n int) []Report {
	slices.SortFunc(list, func(a, b sole) int {
		return cmp.Or(cmp.Compare(b.worth, a.worth), span.Compare(a.Span, b.Span))
	})
	var kept []Report
	taken := map[int]bool{}
	for _, c := range list {
		again := slices.ContainsFunc(kept, func(r Report) bool { return r.Overlaps(c.Span) })
		if len(kept) < n && !again && (!taken[c.sentence] || c.number) {
			taken[c.sentence] = true
			kept = append(kept, c.Report)
		}
	}
	slices.SortFunc(kept, func(a, b Report) int { return span.Compare(a.Span, b.Span) })
	return kept
}

// finite reports whether a statement is a clause with a finite verb that can be
// read alone.
func (t *table) finite(r *row) bool {
	d := t.docs[r.doc]
	c := &d.Clauses[r.Clause]
	return c.Verb >= 0 && !d.Groups[c.Verb].Participle && c.Kind != doc.AdverbialClause && c.Kind != doc.InfinitiveClause
}

// worth measures what a statement brings that no other document has: names and
// numbers count double, background, guesses and quoted speech half. A statement that mostly
// says what others say is worth nothing.
func (t *table) worth(r *row) int {
	fresh, worth := 0, 0
	for _, k := range r.keys {
		if t.spread[k] > 1 {
			continue
		}
		fresh += t.weight[k]
		worth += t.weight[k]
		if c := t.names[k][0]; c == '@' || c == '#' {
			worth += t.weight[k]
		}
	}
	share := soleShare
	if t.counts(r) {
		share = soleCount
	}
	if len(r.keys) < soleKeys || fresh*1000 < share*r.weight {
		return 0
	}
	switch {
	case t.counts(r):
		worth += worth / 2
	case r.Background || r.Hedge == doc.HedgeProbable:
		worth /= 2
	}
	if t.quoted(r) {
		worth /= 2 // what somebody says of it, in many words
	}
	return worth
}

// counts reports whether a statement gives a quantity, be it no mere "a".
func (t *table) counts(r *row) bool {
	return slices.ContainsFunc(r.Quantities, func(q int) bool { return !t.docs[r.doc].Quantities[q].Article })
}

// rare counts the words of a statement that stand once in the story and are not
// common in any news.
func (t *table) rare(r *row) int {
	n := 0
	for _, k := range r.keys {
		if t.spread[k] <= 1 && t.weight[k] >= t.rarest {
			n++
		}
	}
	return n
}

// readAlone returns the evidence of a row so that it can be read alone: its clause,
// else its sentence when that is short, else a relative clause with the noun
// that it hangs on.
func (t *table) readAlone(r int) Evidence {
	k := &t.rows[r]
	d := t.docs[k.doc]
	e := t.statement(r)
	if c := &d.Clauses[k.Clause]; e.Span == k.Span && c.Kind == doc.RelativeClause && c.Subject >= 0 && d.Groups[c.Subject].From < k.Tokens.From {
		e.Span = e.Cover(d.Span(d.Groups[c.Subject].Range))
	}
	return e
}

// shown returns by document the spans that stand in a disagreement or in a
// quotation.
func (s *Story) shown() [][]span.Span {
	list := make([][]span.Span, len(s.Docs))
	for _, d := range s.Disagreements {
		for _, p := range d.Positions {
			for _, e := range p.Evidence {
				list[e.Doc] = append(list[e.Doc], e.Span)
			}
		}
	}
	for _, q := range s.Quotes {
		for _, r := range q.Renderings {
			list[r.Doc] = append(list[r.Doc], r.Span)
		}
	}
	return list
}

// told returns by document the spans that stand in a claim of several documents.
func (s *Story) told() [][]span.Span {
	list := make([][]span.Span, len(s.Docs))
	for i := range s.Claims {
		if s.Claims[i].documents() < 2 {
			continue
		}
		for _, r := range s.Claims[i].Reports {
			list[r.Doc] = append(list[r.Doc], r.Span)
		}
	}
	return list
}

// mostly reports whether a span of list covers more than half of s.
func mostly(list []span.Span, s span.Span) bool {
	return slices.ContainsFunc(list, func(x span.Span) bool {
		return 2*(min(x.End, s.End)-max(x.Start, s.Start)) > s.Len()
	})
}

func overlapsAny(list []span.Span, s span.Span) bool { return slices.ContainsFunc(list, s.Overlaps) }

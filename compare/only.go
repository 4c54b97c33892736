package compare

import (
	"cmp"
	"slices"

	"synoptic/analyze/doc"
)

const (
	// soleScore is the score, in thousandths, that a statement of another
	// document may reach at most for a statement to count as sole.
	soleScore = 260
	// soleEach is the number of sole reports kept of one document.
	soleEach = 6
	// soleKeys is the least number of keys that a sole report must bring.
	soleKeys = 4
)

// only lists what one document alone reports and that matters: statements with
// new names, numbers or words, flat or attributed, no opinion of nobody's.
func (s *Story) only(t *table, links []link) {
	top := make([]int, len(t.rows)) // best score against another document
	for _, l := range links {
		top[l.a], top[l.b] = max(top[l.a], l.score), max(top[l.b], l.score)
	}
	for n, d := range s.Docs {
		if s.CopyOf[n] >= 0 {
			continue
		}
		type candidate struct{ row, worth int }
		var list []candidate
		for r := t.first[n]; r < t.first[n+1]; r++ {
			k := &t.rows[r]
			if top[r] >= linkScore || s.shown(t.evidence(r)) || d.Clauses[k.Clause].Verb < 0 || k.Hedge == doc.HedgePossible {
				continue
			}
			if d.Sentences[k.Sentence].Kind != "" {
				continue
			}
			if worth := t.worth(k); worth > 0 {
				list = append(list, candidate{r, worth})
			}
		}
		slices.SortFunc(list, func(a, b candidate) int {
			return cmp.Or(cmp.Compare(b.worth, a.worth), cmp.Compare(a.row, b.row))
		})
		var rows []int
		taken := map[int]bool{}
		for _, c := range list {
			if k := t.rows[c.row].Sentence; !taken[k] && len(rows) < soleEach {
				taken[k] = true
				rows = append(rows, c.row)
			}
		}
		slices.Sort(rows)
		for _, r := range rows {
			s.Only = append(s.Only, t.whole(r))
		}
	}
}

// whole returns the evidence of a row, for a relative clause with the noun that
// it hangs on, so that it can be read alone.
func (t *table) whole(r int) Evidence {
	k := &t.rows[r]
	d := t.docs[k.doc]
	e := t.evidence(r)
	if c := &d.Clauses[k.Clause]; c.Kind == doc.RelativeClause && c.Subject >= 0 && d.Groups[c.Subject].From < k.Tokens.From {
		e.Span = e.Cover(d.Span(d.Groups[c.Subject].Range))
	}
	return e
}

// worth measures what a statement brings that no other document has: names and
// numbers count double. A statement that brings little, or that does not touch
// the story at all, is worth nothing.
func (t *table) worth(r *row) int {
	fresh, worth, touches := 0, 0, false
	for _, k := range r.keys {
		if t.spread[k] > 1 {
			touches = true
			continue
		}
		fresh++
		worth += t.weight[k]
		if c := t.names[k][0]; c == '@' || c == '#' {
			worth += t.weight[k]
		}
	}
	if !touches || len(r.keys) < soleKeys || 2*fresh < len(r.keys) {
		return 0
	}
	if len(r.Quantities) > 0 {
		worth += worth / 4
	}
	if r.Background {
		worth /= 2
	}
	return worth
}

// shown reports whether e overlaps evidence of a disagreement or a quotation.
func (s *Story) shown(e Evidence) bool {
	for _, d := range s.Disagreements {
		for _, p := range d.Positions {
			for _, x := range p.Evidence {
				if x.Doc == e.Doc && x.Overlaps(e.Span) {
					return true
				}
			}
		}
	}
	for _, q := range s.Quotes {
		for _, r := range q.Renderings {
			if r.Doc == e.Doc && r.Span.Overlaps(e.Span) {
				return true
			}
		}
	}
	return false
}

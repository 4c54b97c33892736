package compare

import (
	"slices"
	"sort"
	"strings"

	"synoptic/analyze/doc"
	"synoptic/span"
)

// soleEach is for how many sole reports each document makes room on average, and
// soleMost how many are kept of one document.
const soleEach, soleMost = 3, 4

// toldElsewhere is the score, in thousandths, of a link to a statement of another document
// from which a statement is no sole one: half of such tell one fact.
const toldElsewhere = 400

// sole is a candidate for what one document alone reports.
type sole struct {
	row  int
	odds int
	Evidence
}

// only lists what one document alone reports and that matters: the likeliest of all
// documents together.
func (s *Story) only(t *table, links []link) {
	weights := soleOf(t.docs[0].Lang)
	list := s.soles(t, links, func(f *Sole) int { return weigh(f[:], weights[:]) })
	slices.SortStableFunc(list, func(a, b sole) int { return b.odds - a.odds })
	kept := make([][]sole, len(s.Docs))
	taken := map[sentence]bool{}
	for n, i := 0, 0; i < len(list) && n < soleEach*len(s.Docs); i++ {
		c := &list[i]
		k := &t.rows[c.row]
		at, own := sentence{k.doc, k.Sentence}, kept[k.doc]
		if len(own) == soleMost || taken[at] && !t.counts(k) || slices.ContainsFunc(own, func(o sole) bool { return o.Overlaps(c.Span) }) {
			continue // one a sentence but for clauses with numbers
		}
		taken[at] = true
		kept[k.doc] = append(own, *c)
		n++
	}
	for _, own := range kept {
		slices.SortFunc(own, func(a, b sole) int { return span.Compare(a.Span, b.Span) })
		for _, c := range own {
			report := s.report(t, c.row)
			report.Evidence = c.Evidence
			s.Only = append(s.Only, report)
		}
	}
}

// soles returns the statements that one document alone may report, in order: clauses that
// stand in no claim of several documents and in nothing else shown.
func (s *Story) soles(t *table, links []link, odds func(f *Sole) int) []sole {
	top := make([]int, len(t.rows)) // best score against another document
	for _, l := range links {
		top[l.a], top[l.b] = max(top[l.a], l.score), max(top[l.b], l.score)
	}
	shown, told := s.shown(), s.told()
	var list []sole
	for n, d := range s.Docs {
		around := make([]int, len(d.Sentences)) // the best of each sentence
		for r := t.first[n]; r < t.first[n+1]; r++ {
			around[t.rows[r].Sentence] = max(around[t.rows[r].Sentence], top[r])
		}
		for r := t.first[n]; r < t.first[n+1]; r++ {
			k := &t.rows[r]
			if d.Sentences[k.Sentence].Kind != "" || !t.finite(k) || t.routine(k) {
				continue
			}
			e := t.readAlone(r)
			if top[r] >= toldElsewhere || overlapsAny(shown[n], e.Span) || mostly(told[n], k.Span) || mostly(told[n], e.Span) {
				continue
			}
			f := t.sole(k, e, top[r], around[k.Sentence])
			list = append(list, sole{r, odds(&f), e})
		}
	}
	return list
}

// finite reports whether a statement is a clause with a finite verb that can be
// read alone.
func (t *table) finite(r *row) bool {
	d := t.docs[r.doc]
	c := &d.Clauses[r.Clause]
	return c.Verb >= 0 && !d.Groups[c.Verb].Participle && c.Kind != doc.AdverbialClause && c.Kind != doc.InfinitiveClause
}

// routine reports whether a statement only says how far a story has come: "no further
// details were available".
func (t *table) routine(r *row) bool {
	d := t.docs[r.doc]
	for i := r.Tokens.From; i < r.Tokens.To; i++ {
		if meaningful(d, i) && !d.Lang.Compare.Routine.Has(strings.ToLower(d.Tokens[i].Lemma)) {
			return false
		}
	}
	return true
}

// counts reports whether a statement gives a quantity, be it no mere "a".
func (t *table) counts(r *row) bool {
	return slices.ContainsFunc(r.Quantities, func(q int) bool { return !t.docs[r.doc].Quantities[q].Article })
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

// told returns by document the spans that stand in a claim of several documents, in
// order and put together where they meet.
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
	for n, spans := range list {
		slices.SortFunc(spans, span.Compare)
		list[n] = joined(spans)
	}
	return list
}

// joined returns spans, which are in order, with those that meet made one.
func joined(spans []span.Span) []span.Span {
	var list []span.Span
	for _, s := range spans {
		if n := len(list); n > 0 && s.Start <= list[n-1].End {
			list[n-1] = list[n-1].Cover(s)
			continue
		}
		list = append(list, s)
	}
	return list
}

// mostly reports whether spans, in order, that do not meet cover more than half of s.
func mostly(list []span.Span, s span.Span) bool {
	covered := 0
	at := sort.Search(len(list), func(i int) bool { return list[i].End > s.Start })
	for _, x := range list[at:] {
		if x.Start >= s.End {
			break
		}
		covered += min(x.End, s.End) - max(x.Start, s.Start)
	}
	return 2*covered > s.Len()
}

func overlapsAny(list []span.Span, s span.Span) bool { return slices.ContainsFunc(list, s.Overlaps) }

package compare

import (
	"cmp"
	"slices"

	"synoptic/span"
)

// timeline lists the dated statements in the order of when they happened, not
// of when they were told. Statements of one claim at one time are one event.
func (s *Story) timeline(t *table) {
	type key struct {
		earliest, latest string
		claim            int
	}
	at := map[key]int{}
	claim := map[Evidence]int{}
	for c := range s.Claims {
		for _, r := range s.Claims[c].Reports {
			claim[r.Evidence] = c
		}
	}
	for r := range t.rows {
		k := &t.rows[r]
		i, ok := t.when(k)
		if !ok || s.CopyOf[k.doc] >= 0 {
			continue
		}
		b, _ := s.Times.Bounds(k.doc, i)
		if b.Earliest == "" {
			continue // known only within the story
		}
		e := t.evidence(r)
		c, joined := claim[e]
		if !joined {
			c = -1 - r
		}
		id := key{b.Earliest, b.Latest, c}
		n, seen := at[id]
		if !seen {
			n = len(s.Timeline)
			at[id] = n
			s.Timeline = append(s.Timeline, Event{Earliest: b.Earliest, Latest: b.Latest, Precision: b.Precision})
		}
		s.Timeline[n].Evidence = append(s.Timeline[n].Evidence, e)
	}
	slices.SortStableFunc(s.Timeline, func(a, b Event) int {
		return cmp.Or(
			cmp.Compare(a.Earliest, b.Earliest), cmp.Compare(a.Latest, b.Latest),
			cmp.Compare(len(b.Evidence), len(a.Evidence)),
			cmp.Compare(a.Evidence[0].Doc, b.Evidence[0].Doc), span.Compare(a.Evidence[0].Span, b.Evidence[0].Span),
		)
	})
}

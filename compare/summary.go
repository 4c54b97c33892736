package compare

import (
	"cmp"
	"slices"
)

// The number of claims that tell the story at most; that up to which come in what somebody is
// quoted with, and claims that no two documents surely share, where a document tells them in
// the first leadSentences; and that up to which others do.
const (
	summaryLength, summaryEarly, summaryLeast = 7, 5, 3
	leadSentences                             = 4
)

// plainKeys is the least number of keys of a line that says something alone.
const plainKeys = 3

// summarise chooses the claims that tell the story: those that most documents
// have, early in them, and that say something the ones before do not; in the
// order in which the documents tell them.
func (s *Story) summarise(t *table) {
	type candidate struct {
		claim, worth, place int
		sure                bool // two originals surely have it
	}
	var list []candidate
	for c := range s.Claims {
		k := &s.Claims[c]
		n, place := s.originals(k, false)
		sure := n > 1
		if !sure {
			if n, place = s.originals(k, true); n < 2 {
				continue
			}
		}
		worth := n*1000 + (1000-place)/2 + k.Score/2
		if best := t.readable(t.row(k.Reports[k.Best])); best > 0 {
			worth -= 500 * best
		}
		if t.quoted(t.row(k.Reports[k.Best])) {
			worth -= 500 // what happened comes before what was said of it
		}
		if s.Title != nil && slices.ContainsFunc(k.Reports, func(r Report) bool { return !r.Unsure && r.Doc == s.Title.Doc && r.Overlaps(s.Title.Span) }) {
			worth += 3000 // what the story is known by
		}
		list = append(list, candidate{c, worth, place, sure})
	}
	slices.SortFunc(list, func(a, b candidate) int {
		if a.sure != b.sure {
			if a.sure {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(b.worth, a.worth), cmp.Compare(a.claim, b.claim))
	})
	// What can't be read alone comes in only when there is nothing else; what somebody
	// says of it is chosen after what happened.
	quoted := func(c candidate) bool { return t.quoted(t.row(s.Claims[c.claim].Reports[s.Claims[c.claim].Best])) }
	alone := func(c candidate) bool {
		r := t.row(s.Claims[c.claim].Reports[s.Claims[c.claim].Best])
		return t.readable(r) == 0 && len(r.keys) >= plainKeys
	}
	var said []candidate
	if slices.ContainsFunc(list, func(c candidate) bool { return alone(c) && !quoted(c) }) {
		for _, c := range list {
			if alone(c) && quoted(c) && c.sure {
				said = append(said, c)
			}
		}
		list = slices.DeleteFunc(list, func(c candidate) bool { return !alone(c) || quoted(c) })
	}
	var chosen []candidate
	take := func(most int, list []candidate, fit func(candidate) bool) {
		for _, c := range list {
			if len(chosen) < most && fit(c) && !slices.ContainsFunc(chosen, func(o candidate) bool { return c.claim == o.claim || s.overlaps(c.claim, o.claim) }) {
				chosen = append(chosen, c)
			}
		}
	}
	all := func(candidate) bool { return true }
	take(summaryLength, list, func(c candidate) bool { return c.sure })
	take(summaryEarly, said, all)
	take(summaryEarly, list, func(c candidate) bool { return t.leads(t.row(s.Claims[c.claim].Reports[s.Claims[c.claim].Best])) })
	take(summaryLeast, list, all)
	slices.SortFunc(chosen, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.place, b.place), cmp.Compare(a.claim, b.claim))
	})
	for _, c := range chosen {
		s.Summary = append(s.Summary, c.claim)
	}
}

// leads reports whether a statement stands among the first sentences of its document.
func (t *table) leads(r *row) bool {
	seen := 0
	for _, s := range t.docs[r.doc].Sentences[:r.Sentence] {
		if s.Kind == "" {
			seen++
		}
	}
	return seen < leadSentences
}

// originals counts the originals that have a claim, those that may tell another fact too
// where unsure is set, and how late in its documents it stands, in thousandths.
func (s *Story) originals(c *Claim, unsure bool) (n, place int) {
	documents, last := 0, -1
	for _, r := range c.Reports {
		if r.Doc == last || r.Unsure && !unsure {
			continue
		}
		last = r.Doc
		documents++
		place += 1000 * (r.Start + 1) / (len(s.Docs[r.Doc].Text) + 1)
		if s.CopyOf[r.Doc] < 0 {
			n++
		}
	}
	return n, place / max(documents, 1)
}

// row returns the row of a report.
func (t *table) row(r Report) *row { return &t.rows[t.first[r.Doc]+r.Statement] }

// overlaps reports whether two claims would show the same words.
func (s *Story) overlaps(a, b int) bool {
	x, y := &s.Claims[a], &s.Claims[b]
	for _, r := range x.Reports {
		for _, q := range y.Reports {
			if r.Doc == q.Doc && r.Overlaps(q.Span) {
				return true
			}
		}
	}
	return false
}

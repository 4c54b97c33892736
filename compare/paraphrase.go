package compare

import (
	"cmp"
	"slices"
	"strings"

	"synoptic/analyze/doc"
	"synoptic/compare/quotation"
	"synoptic/lang"
	"synoptic/span"
)

// toldScore and joinScore are the scores, in thousandths, from which what two accounts
// say that one speaker said is one utterance, and is the one that others quote.
const toldScore, joinScore = 500, 650

// paraphrases adds to the quotations what several accounts say that one person or body said,
// in words too unlike to be known for one utterance by themselves: paraphrases
// beside each other, or beside the words quoted. What is quoted by both stays with
// package quotation.
func (s *Story) paraphrases(t *table, claims [][]int) {
	for _, rows := range claims {
		by := map[int][]int{} // rows by speaker
		var speakers []int
		for _, r := range rows {
			x := t.speaker(&t.rows[r])
			if x < 0 || t.question(&t.rows[r]) || t.dangling(&t.rows[r]) || t.docs[t.rows[r].doc].Attributions[t.rows[r].Attribution].Act != lang.Speech {
				continue
			}
			if by[x] == nil {
				speakers = append(speakers, x)
			}
			by[x] = append(by[x], r)
		}
		for _, x := range speakers {
			s.tell(t, x, by[x])
		}
	}
	slices.SortStableFunc(s.Quotes, quotation.Compare)
}

// dangling reports whether a statement is half a sentence, "spilling oil", which nobody says.
func (t *table) dangling(r *row) bool { return t.docs[r.doc].Tokens[r.Tokens.From].XPOS == "VBG" }

// tell joins rows of one speaker to the quotation that one of them stands in and the
// others are linked to, or makes a new one of them.
func (s *Story) tell(t *table, speaker int, rows []int) {
	at := -1 // the quotation
	var within []int
	for _, r := range rows {
		if k := s.quotationOf(t.said(r)); k >= 0 && at < 0 {
			at = k
		}
		if at >= 0 && s.quotationOf(t.said(r)) == at {
			within = append(within, r)
		}
	}
	q := quotation.Quotation{Speaker: speaker, Relation: quotation.Variant}
	if at >= 0 {
		if q = s.Quotes[at]; q.Speaker >= 0 && q.Speaker != speaker {
			return
		}
		q.Renderings = slices.Clone(q.Renderings)
	}
	for _, r := range rows {
		others, least := rows, toldScore
		if at >= 0 {
			others, least = within, joinScore
		}
		if said := t.said(r); s.quotationOf(said) < 0 && t.tellsAs(r, others, least) && !slices.ContainsFunc(q.Renderings, func(x quotation.Rendering) bool { return x.Doc == said.Doc && x.Overlaps(said.Span) }) {
			q.Renderings = append(q.Renderings, said)
		}
	}
	slices.SortFunc(q.Renderings, func(a, b quotation.Rendering) int {
		return cmp.Or(cmp.Compare(a.Doc, b.Doc), span.Compare(a.Span, b.Span))
	})
	switch {
	case at >= 0:
		if len(q.Renderings) > len(s.Quotes[at].Renderings) && q.Relation == quotation.Identical {
			q.Relation = quotation.Variant
		}
		s.Quotes[at] = q
	case len(q.Renderings) > 1 && q.Renderings[0].Doc != q.Renderings[len(q.Renderings)-1].Doc:
		if s.sameWords(q.Renderings) {
			q.Relation = quotation.Identical
		}
		s.Quotes = append(s.Quotes, q)
	}
}

// sameWords reports whether renderings have the same words.
func (s *Story) sameWords(list []quotation.Rendering) bool {
	words := func(r *quotation.Rendering) string {
		return strings.ReplaceAll(norm(s.Docs[r.Doc], s.Docs[r.Doc].Range(r.Span)), "’", "'")
	}
	return !slices.ContainsFunc(list[1:], func(r quotation.Rendering) bool { return words(&r) != words(&list[0]) })
}

// said returns row r as a rendering of words; with the cue where that denies them.
func (t *table) said(r int) quotation.Rendering {
	k := &t.rows[r]
	d := t.docs[k.doc]
	a := &d.Attributions[k.Attribution]
	at := k.Span
	for _, cue := range a.Cue {
		c := d.Range(cue)
		for i := c.From; i < c.To; i++ {
			if d.Lang.Statement.Denials.Has(d.Tokens[i].Lemma) && d.SentenceOf(i) == k.Sentence {
				at = at.Cover(cue)
			}
		}
	}
	return quotation.Rendering{Doc: k.doc, Span: at, Kind: a.Kind, Attribution: k.Attribution}
}

// tellsAs reports whether row r tells what one of others does, another document's,
// and one of the two does not quote.
func (t *table) tellsAs(r int, others []int, least int) bool {
	a := &t.rows[r]
	return slices.ContainsFunc(others, func(o int) bool {
		b := &t.rows[o]
		return a.doc != b.doc && a.Denied == b.Denied && t.score(r, o) >= least &&
			(t.said(r).Kind == doc.Indirect || t.said(o).Kind == doc.Indirect)
	})
}

// quotationOf returns the quotation that has words of x, half of them at least where more
// than a few words are quoted, or -1: a sentence tells of more than its second clause.
func (s *Story) quotationOf(x quotation.Rendering) int {
	return slices.IndexFunc(s.Quotes, func(q quotation.Quotation) bool {
		return slices.ContainsFunc(q.Renderings, func(y quotation.Rendering) bool {
			return x.Doc == y.Doc && x.Overlaps(y.Span) && (y.Kind == doc.Mixed || 2*x.Intersect(y.Span).Len() >= x.Len())
		})
	})
}

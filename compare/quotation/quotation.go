// Package quotation finds the renderings of one utterance in the articles of a
// story: the same words, a fragment of them, another translation, or a
// paraphrase that keeps their wording.
package quotation

import (
	"cmp"
	"slices"

	"synoptic/analyze/doc"
	"synoptic/compare/entity"
	"synoptic/span"
)

// Quotation is one utterance in its renderings.
type Quotation struct {
	Speaker    int         // index in the story's entities, or -1
	Renderings []Rendering // ordered by document and place
	Relation   Relation
}

// Rendering is one article's wording of an utterance.
type Rendering struct {
	Doc int
	span.Span
	Kind doc.AttributionKind
	// Attribution is the index in the document's Attributions of the one that
	// gives these words, or -1.
	Attribution int
}

// Relation tells how the renderings stand to each other.
type Relation string

// The relations.
const (
	Identical Relation = "identical" // the same words
	Variant   Relation = "variant"   // other words for the same utterance
	Partial   Relation = "partial"   // some give only a part of the words of others
)

// Group finds the utterances that two or more documents render, or one in two ways. It orders them
// by how many documents do, then by place.
func Group(docs []*doc.Doc, entities *entity.Set) []Quotation {
	units := gather(docs, entities)
	unify(units)
	weigh(units)
	clusters := adjoin(units, cluster(units, links(units)))
	var list []Quotation
	for _, members := range clusters {
		if q, ok := quotation(docs, units, members); ok {
			list = append(list, q)
		}
	}
	slices.SortStableFunc(list, Compare)
	return list
}

// Compare orders quotations by how many documents have them, most first, then by
// place.
func Compare(a, b Quotation) int {
	return cmp.Or(cmp.Compare(b.documents(), a.documents()), cmp.Compare(a.Renderings[0].Doc, b.Renderings[0].Doc), span.Compare(a.Renderings[0].Span, b.Renderings[0].Span))
}

// documents counts the documents that render q.
func (q *Quotation) documents() int {
	n, last := 0, -1
	for _, r := range q.Renderings {
		if r.Doc != last {
			n, last = n+1, r.Doc
		}
	}
	return n
}

// quotation makes the utterance of some units; it fails when none quotes, or fewer than
// two documents render it and no document does so again, with words of the first time.
func quotation(docs []*doc.Doc, units []unit, members []int) (Quotation, bool) {
	q := Quotation{Speaker: -1}
	quoted := false
	votes := map[int]int{}
	for _, m := range members {
		u := &units[m]
		q.Renderings = append(q.Renderings, Rendering{u.doc, u.show(docs[u.doc], units, members), u.kind, u.attribution})
		quoted = quoted || u.kind != doc.Indirect && u.quote >= 0
		if u.speaker >= 0 {
			votes[u.speaker]++
			if q.Speaker < 0 || votes[u.speaker] > votes[q.Speaker] {
				q.Speaker = u.speaker
			}
		}
	}
	slices.SortFunc(q.Renderings, func(a, b Rendering) int {
		return cmp.Or(cmp.Compare(a.Doc, b.Doc), span.Compare(a.Span, b.Span))
	})
	q.Renderings = slices.CompactFunc(q.Renderings, func(a, b Rendering) bool { return a.Doc == b.Doc && a.Overlaps(b.Span) })
	q.Relation = relation(units, members)
	return q, quoted && (q.documents() > 1 || len(q.Renderings) > 1 && q.Relation != Variant && again(docs, units, members))
}

// again reports whether one document renders an utterance twice: in its own words and in
// those of the speaker, or a part in one place and all of it in another. What goes on in
// the next sentence is another utterance.
func again(docs []*doc.Doc, units []unit, members []int) bool {
	for i, m := range members {
		for _, k := range members[i+1:] {
			a, b := &units[m], &units[k]
			d := docs[a.doc]
			same := shared(a, b) >= againShared || min(len(a.words), len(b.words)) > againShared && (contains(a.words, b.words) || contains(b.words, a.words))
			if apart := d.SentenceOf(b.core.From) - d.SentenceOf(a.core.From); same && (a.kind == doc.Indirect || b.kind == doc.Indirect || max(apart, -apart) > 1) {
				return true
			}
		}
	}
	return false
}

// againShared is how many telling words two renderings of one document have in common at
// least, or words in a row, since its speakers come back to what they said.
const againShared = 3

// relation compares the words of the renderings pair by pair.
func relation(units []unit, members []int) Relation {
	same, part := true, false
	for i, m := range members {
		for _, k := range members[i+1:] {
			a, b := units[m].words, units[k].words
			if slices.Equal(a, b) {
				continue
			}
			same = false
			if contains(a, b) || contains(b, a) {
				part = true
				continue
			}
			if units[m].kind == doc.Direct && units[k].kind == doc.Direct {
				return Variant
			}
			part = part || units[m].fragment || units[k].fragment
		}
	}
	switch {
	case same:
		return Identical
	case part:
		return Partial
	}
	return Variant
}

// contains reports whether the words of b stand in a, in a row.
func contains(a, b []string) bool {
	for i := 0; i+len(b) <= len(a) && len(b) > 0; i++ {
		if slices.Equal(a[i:i+len(b)], b) {
			return true
		}
	}
	return false
}

package attribution

import (
	"synoptic/analyze/doc"
	"synoptic/article"
	"synoptic/span"
)

// refersTo returns the words before that a source stands for which names nobody
// itself: the body or paper that the sentence before was about for "it", the
// outlet named last for "the agency", the same noun with more words for "the
// statement". Empty when there is none.
func (r *reader) refersTo(source span.Range) span.Range {
	head := r.headOf(source)
	n := r.d.SentenceOf(source.From)
	if head < 0 || n < 0 {
		return span.Range{}
	}
	if source.Len() == 1 && r.upos(head) == "PRON" {
		if !r.l.Impersonal.Has(r.norm(head)) || r.xpos(head) != "PRP" || n == 0 || r.d.Sentences[n-1].Paragraph < r.d.Sentences[n].Paragraph-1 {
			return span.Range{}
		}
		return r.topic(n - 1)
	}
	if source.Len() > 3 || !r.d.Lang.Name.Definite.Has(r.norm(source.From)) || r.upos(head) != "NOUN" {
		return span.Range{}
	}
	switch doc.OriginKind(r.common(head)) {
	case doc.OriginMedia:
		return r.outletBefore(source.From)
	case doc.OriginDocument:
		return r.fullerBefore(head)
	case doc.OriginOrganization:
		if at := r.outletBefore(source.From); !at.Empty() && r.agencyOf(head, at) {
			return at // "the agency" that is one of news
		}
		// "Its owner, Lund Lines, rejected this. The company said"
		if n > 0 && source.Len() == 2 && r.d.Sentences[n-1].Paragraph == r.d.Sentences[n].Paragraph {
			if at := r.topic(n - 1); !at.Empty() && r.speaker(at) >= 0 {
				return at
			}
		}
	}
	return span.Range{}
}

// agencyOf reports whether the noun at head may stand for the outlet at: it is
// the second word of a noun for outlets, "news agency", and no other body of that
// noun has been named.
func (r *reader) agencyOf(head int, at span.Range) bool {
	lemma := r.d.Tokens[head].Lemma
	if r.l.Sources["news "+lemma] != string(doc.OriginMedia) {
		return false
	}
	for i := range head {
		if r.d.Tokens[i].Lemma == lemma && !r.mediaNoun(i) && !at.Has(i) {
			return false
		}
	}
	return true
}

// topic returns the subject of the main clause of sentence n when that is a body,
// an outlet or a paper.
func (r *reader) topic(n int) span.Range {
	s := r.d.Sentences[n]
	for i := s.From; i < s.To; i++ {
		t := &r.d.Tokens[i]
		if (t.Relation != "nsubj" && t.Relation != "nsubj:pass") || t.Head <= i || r.d.Tokens[t.Head].Head >= 0 || r.spoken[i] >= 0 {
			continue
		}
		subject := r.subjectBefore(r.verbGroup(t.Head, s.From).From, s.From)
		if !subject.Has(i) {
			subject = span.Range{From: i, To: max(i+1, r.phraseEnd(i, t.Head))}
			for subject.From > s.From && r.inside(subject.From-1) {
				subject.From--
			}
		}
		if who := r.speaker(subject); who >= 0 {
			if t := r.d.Entities[who].Type; t == doc.Organization || r.isMedia(subject, i) {
				return subject
			}
			return span.Range{}
		}
		switch doc.OriginKind(r.common(i)) {
		case doc.OriginDocument, doc.OriginMedia, doc.OriginOrganization:
			return subject
		}
		return span.Range{}
	}
	return span.Range{}
}

// backwards is how many noun groups are looked through for a noun that was said
// with more words before.
const backwards = 60

// fullerBefore returns the last phrase before with the noun at head which says more
// of it: "a statement from the port" for "the statement".
func (r *reader) fullerBefore(head int) span.Range {
	last := firstWhere(len(r.d.Groups), func(k int) bool { return r.d.Groups[k].From >= head }) - 1
	for k := last; k >= 0 && k > last-backwards; k-- {
		g := &r.d.Groups[k]
		if g.Kind != doc.NounGroup || g.To > head || r.d.Tokens[g.Head].Lemma != r.d.Tokens[head].Lemma || r.spoken[g.From] >= 0 {
			continue
		}
		n := r.d.SentenceOf(g.From)
		if n < 0 || r.d.Sentences[n].Kind == article.Headline {
			continue
		}
		at := r.phraseAfter(g.From, r.d.Sentences[n].To, true)
		for i := g.To; i < at.To; i++ {
			if r.l.Relatives.Has(r.norm(i)) {
				at.To = i
			}
		}
		if at.Len() > 3 && at.Has(g.Head) || at.Len() > 1 && r.d.Tokens[g.Head-1].UPOS == "PROPN" {
			return at
		}
		return span.Range{}
	}
	return span.Range{}
}

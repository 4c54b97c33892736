package attribution

import (
	"synoptic/analyze/doc"
	"synoptic/span"
)

// far is how many tokens behind a cue or a source the outlet may stand.
const far = 14

// findOutlets notes which names the article itself shows to be of outlets: "the
// news agency Mersa", "Radio Nord", "Mersa, a newspaper".
func (r *reader) findOutlets() {
	r.outlets = map[int]bool{}
	for _, n := range r.d.Names {
		if n.Entity < 0 {
			continue
		}
		if before := n.From - 1; before >= 0 && r.mediaNoun(before) {
			r.outlets[n.Entity] = true
		}
		if n.Len() > 1 && r.l.Stations.Has(r.norm(n.From)) {
			r.outlets[n.Entity] = true
		}
		if n.To+1 < len(r.d.Tokens) && r.norm(n.To) == "," && (r.upos(n.To+1) == "DET" || r.upos(n.To+1) == "NUM") {
			for i := n.To + 2; i < len(r.d.Tokens) && i < n.To+7 && r.inside(i); i++ {
				if r.mediaNoun(i) && (i+1 == len(r.d.Tokens) || !r.inside(i+1) && !r.finite(i+1)) { // not "Lund, the paper said"
					r.outlets[n.Entity] = true
				}
			}
		}
	}
}

// mediaNoun reports whether the word at i is a common noun for outlets, whatever
// the tagger takes "daily" for, and not for those who work there.
func (r *reader) mediaNoun(i int) bool {
	t := &r.d.Tokens[i]
	switch t.UPOS {
	case "NOUN":
		return r.common(i) == string(doc.OriginMedia) && !r.l.Press.Has(t.Lemma)
	case "ADV", "ADJ":
		return r.l.Sources[t.Norm] == string(doc.OriginMedia)
	}
	return false
}

// outletBefore returns the name of the outlet that "the agency", or "it" at token i
// stands for: the last one named before, a paragraph back at most.
func (r *reader) outletBefore(i int) span.Range {
	paragraph := func(i int) int {
		if n := r.d.SentenceOf(i); n >= 0 {
			return r.d.Sentences[n].Paragraph
		}
		return -1
	}
	here := paragraph(i)
	last := firstWhere(len(r.d.Names), func(k int) bool { return r.d.Names[k].From >= i }) - 1
	for k := last; k >= 0 && k > last-8; k-- {
		n := &r.d.Names[k]
		if n.To > i {
			continue
		}
		if here < 0 || here-paragraph(n.From) > 1 {
			break
		}
		if n.Type != doc.Person && r.isMedia(n.Range, n.To-1) {
			return n.Range
		}
	}
	return span.Range{}
}

// venue finds the outlet to which the words of d were said: the hearer of
// "told the Daily Post", the place of "said in an interview with Radio Nord",
// the carrier of "officials quoted by the Daily Post", the reader of "a memo seen
// by the Daily Post". Empty when none is named.
func (r *reader) venue(d *draft) span.Span {
	s := r.d.Sentences[d.sentence]
	from := d.head + 1 // the cue may have the outlet in it: "said on Radio Nord"
	if d.source.From >= from {
		from = d.source.To
	}
	to := min(from+far, s.To)
	for _, c := range d.content {
		if at := r.d.Range(c); at.From >= from {
			to = min(to, at.From)
		}
	}
	linked := d.cue.Len() > 0 && r.l.Cues[r.lemma(d.head)].Hearer
	if at := r.outlet(from, to, linked); !at.Empty() {
		return r.d.Span(at)
	}
	if at := r.carrier(from, to); !at.Empty() {
		return r.d.Span(at)
	}
	if i := d.head + 1; i+1 < to && r.l.Writes.Has(r.lemma(d.head)) && r.norm(i) == r.l.In {
		for _, n := range r.d.NamesIn(span.Range{From: i + 1, To: min(i+3, to)}) {
			if n.From <= i+2 && (n.Type == doc.Organization || n.Type == doc.Work) {
				return r.d.Span(n.Range) // "wrote in El Faro"
			}
		}
	}
	// "In an interview with the Daily Post, Lee said", "Writing in the Daily Post"
	if first := s.From; first < d.source.From && d.source.From < d.cue.From && r.norm(d.source.From-1) == "," {
		at := span.Range{}
		switch {
		case r.upos(first) == "ADP":
			at = r.outlet(first, d.source.From, true)
		case r.xpos(first) == "VBG" && r.l.Tellings.Has(r.d.Tokens[first].Lemma):
			at = r.outlet(first+1, d.source.From, false)
		}
		if at.Empty() && r.upos(first) == "ADP" {
			at = r.carrier(first, d.source.From)
		}
		if !at.Empty() {
			return r.d.Span(at)
		}
	}
	// "officials quoted by the Daily Post", "Lee, quoted by the Daily Post, said"
	if head := r.headOf(d.source); head >= 0 {
		to := d.source.To
		if d.cue.From >= to {
			to = d.cue.From
		} else {
			to = min(to+far, s.To)
		}
		for _, c := range d.content {
			if at := r.d.Range(c); at.From >= d.source.To {
				to = min(to, at.From)
			}
		}
		if at := r.carrier(head+1, to); !at.Empty() {
			return r.d.Span(at)
		}
		if at := r.carrying(head); !at.Empty() {
			return r.d.Span(at)
		}
	}
	return span.Span{}
}

// carrier returns the outlet behind a participle within [from, to) that says what
// it did with the words before: "quoted by the Daily Post", "seen by CNN". Who
// quotes or reads papers need not be known for an outlet.
func (r *reader) carrier(from, to int) span.Range {
	for i := from; i+1 < to; i++ {
		if r.upos(i) != "VERB" || r.spoken[i] >= 0 || r.xpos(i) != "VBN" && r.xpos(i) != "VBD" {
			continue
		}
		lemma, by := r.d.Tokens[i].Lemma, i+1
		for by+1 < to && r.l.Times.Has(r.norm(by)) {
			by++ // "obtained Monday by CNN"
		}
		if !r.l.Agents.Has(r.norm(by)) {
			continue
		}
		reads := r.l.Readers.Has(lemma)
		if !reads && !r.l.Carriers.Has(lemma) {
			continue
		}
		if at := r.outlet(by+1, to, true); !at.Empty() {
			return at
		}
		if end := r.phraseEnd(by+1, to); reads && end > by+1 {
			for _, n := range r.d.NamesIn(span.Range{From: by + 1, To: end}) {
				if n.To == end && n.Type != doc.Person && n.Type != doc.Place && n.Type != doc.GroupType {
					return n.Range
				}
			}
		}
	}
	return span.Range{}
}

// carrying returns the outlet that carries, as the subject of a verb, the words
// whose noun is at head: "the Daily Post ran a statement from the port".
func (r *reader) carrying(head int) span.Range {
	t := &r.d.Tokens[head]
	if t.Relation != "obj" || t.Head < 0 || !r.l.Carriers.Has(r.d.Tokens[t.Head].Lemma) {
		return span.Range{}
	}
	n := r.d.SentenceOf(head)
	if n < 0 {
		return span.Range{}
	}
	group := r.verbGroup(t.Head, r.d.Sentences[n].From)
	if group.From <= r.d.Sentences[n].From {
		return span.Range{}
	}
	subject := r.subjectBefore(group.From, r.d.Sentences[n].From)
	if subject.Empty() {
		return span.Range{}
	}
	if at := r.outletIn(subject); !at.Empty() {
		return at
	}
	for _, n := range r.d.NamesIn(subject) {
		if n.To == subject.To && n.Type == doc.Organization {
			return n.Range
		}
	}
	return span.Range{}
}

// outlet returns the first noun phrase of [from, to) that is an outlet and
// hangs on a preposition, or stands first where linked. It looks no further
// than the clause.
func (r *reader) outlet(from, to int, linked bool) span.Range {
	for i := from; i < to && r.spoken[i] < 0; {
		switch {
		case r.inside(i) || r.nominal(i):
			end := r.phraseEnd(i, to)
			if linked {
				if at := r.outletIn(span.Range{From: i, To: end}); !at.Empty() {
					return at
				}
			}
			linked = false
			i = max(end, i+1)
		case r.upos(i) == "ADP":
			linked = true
			i++
		case r.upos(i) == "ADV" || r.upos(i) == "PART" || r.l.Carriers.Has(r.d.Tokens[i].Lemma):
			i++
		default:
			return span.Range{}
		}
	}
	return span.Range{}
}

// outletIn returns the outlet that a base noun phrase names, itself or as the
// owner of a programme; empty for its people, as in "CNN reporters".
func (r *reader) outletIn(np span.Range) span.Range {
	for i := np.From + 1; i < np.To; i++ {
		if owner := (span.Range{From: np.From, To: i}); r.xpos(i) == "POS" && r.upos(i-1) == "PROPN" && r.isMedia(owner, i-1) {
			np = owner // "CBS's breakfast show"
		}
	}
	head := r.headOf(np)
	if head >= 0 && np.Len() < 4 && r.upos(head) == "NOUN" && r.d.Lang.Name.Definite.Has(r.norm(np.From)) && r.common(head) == string(doc.OriginOrganization) {
		if at := r.outletBefore(np.From); !at.Empty() && r.agencyOf(head, at) {
			return at // "told the agency"
		}
	}
	if head > np.From && r.l.Remarks.Has(r.d.Tokens[head].Lemma) {
		np.To = head // "a CNN interview"
		head = r.headOf(np)
	}
	if head < 0 || r.l.Press.Has(r.d.Tokens[head].Lemma) || !r.isMedia(np, head) {
		return span.Range{}
	}
	at := span.Range{From: np.From, To: head + 1}
	if r.mediaNoun(head) && r.d.Lang.Name.Definite.Has(r.norm(np.From)) && at.Len() < 4 && len(r.d.NamesIn(at)) == 0 {
		return r.outletBefore(np.From) // "told the newspaper"
	}
	if len(r.d.NamesIn(at)) > 0 || r.upos(head) == "PROPN" {
		return at
	}
	for i := at.From; i < at.To; i++ {
		if _, ok := r.d.Lang.Name.Find(r.d.Word(i)); ok {
			return at // "Danish state radio"
		}
	}
	return span.Range{}
}

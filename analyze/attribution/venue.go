package attribution

import (
	"synoptic/analyze/doc"
	"synoptic/span"
)

// far is how many tokens behind a cue or a source the outlet may stand.
const far = 14

// venue finds the outlet to which the words of d were said: the hearer of
// "told the Daily Post", the place of "said in an interview with Radio Nord",
// the carrier of "officials quoted by the Daily Post". Empty when none is named.
func (r *reader) venue(d *draft) span.Span {
	from := d.head + 1 // the cue may have the outlet in it: "said on Radio Nord"
	if d.source.From >= from {
		from = d.source.To
	}
	to := min(from+far, r.d.Sentences[d.sentence].To)
	for _, c := range d.content {
		if at := r.d.Range(c); at.From >= from {
			to = min(to, at.From)
		}
	}
	linked := d.cue.Len() > 0 && r.l.Cues[r.lemma(d.head)].Hearer
	if at := r.outlet(from, to, linked); !at.Empty() {
		return r.d.Span(at)
	}
	// "In an interview with the Daily Post, Lee said"
	if first := r.d.Sentences[d.sentence].From; first < d.source.From && d.source.From < d.cue.From && r.upos(first) == "ADP" {
		if at := r.outlet(first, d.source.From, true); !at.Empty() {
			return r.d.Span(at)
		}
	}
	// "officials quoted by the Daily Post"
	if head := r.headOf(d.source); head >= 0 && r.common(head) != string(doc.OriginDocument) {
		for i := head + 1; i+1 < d.source.To; i++ {
			if r.upos(i) == "VERB" && r.l.Agents.Has(r.norm(i+1)) && (r.l.Carriers.Has(r.d.Tokens[i].Lemma) || r.l.Relays.Has(r.d.Tokens[i].Lemma)) {
				if at := r.outlet(i+2, d.source.To, true); !at.Empty() {
					return r.d.Span(at)
				}
			}
		}
	}
	return span.Span{}
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
	if head > np.From && r.l.Remarks.Has(r.d.Tokens[head].Lemma) {
		np.To = head // "a CNN interview"
		head = r.headOf(np)
	}
	if head < 0 || r.l.Press.Has(r.d.Tokens[head].Lemma) || !r.isMedia(np, head) {
		return span.Range{}
	}
	at := span.Range{From: np.From, To: head + 1}
	if len(r.d.NamesIn(at)) > 0 {
		return at
	}
	for i := at.From; i < at.To; i++ {
		if _, ok := r.d.Lang.Name.Find(r.d.Word(i)); ok {
			return at // "Danish state radio"
		}
	}
	return span.Range{}
}

package quotation

import (
	"slices"

	"synoptic/analyze/doc"
	"synoptic/span"
)

// show returns the span that carries a unit's wording: the quotation with its
// marks, less a clause that no other rendering has; a short fragment with the
// clause it stands in.
func (u *unit) show(d *doc.Doc, units []unit, members []int) span.Span {
	core := u.core
	if u.fragment {
		if u.telling() > shortest {
			return d.Span(core)
		}
		return d.Span(u.clean(d, u.clause(d)))
	}
	from, to := u.met(units, members)
	if from >= to {
		return d.Span(core)
	}
	if u.kind == doc.Indirect {
		if at := (span.Range{From: from, To: to}); 3*at.Len() < core.Len() {
			return d.Span(at)
		}
		return d.Span(core)
	}
	for _, m := range members {
		if 2*len(units[m].words) > len(u.words) && units[m].doc != u.doc {
			return d.Span(core)
		}
	}
	middle := (core.From + core.To) / 2
	if from > middle {
		for i := from; i > core.From+aside; i-- {
			if d.Tokens[i-1].UPOS == "PUNCT" {
				core.From = i
				break
			}
		}
		for core.Len() > 1 && core.From > u.core.From && d.Tokens[core.From].UPOS == "CCONJ" {
			core.From++
		}
	} else if to <= middle {
		for i := to; i < core.To-aside; i++ {
			if d.Tokens[i].UPOS == "PUNCT" {
				core.To = i
				break
			}
		}
	}
	return d.Span(core)
}

// telling counts the content words between the marks.
func (u *unit) telling() int {
	n := 0
	for _, t := range u.terms {
		if t.core {
			n++
		}
	}
	return n
}

// shortest is the number of content words above which a fragment speaks for
// itself; shorter ones are shown with the words around them.
const shortest = 2

// aside is the fewest tokens that are cut from a quotation.
const aside = 6

// clause returns a fragment with the words around it up to where the clause
// ends.
func (u *unit) clause(d *doc.Doc) span.Range {
	at := u.core
	for at.From > u.around.From && !u.parts(d, at.From-1) {
		at.From--
	}
	if at.From == u.around.From && u.cue >= 0 {
		at.From = u.cue
	}
	last := at.To - 1
	for last > u.core.From && d.Tokens[last].UPOS == "PUNCT" {
		switch d.Tokens[last].Norm {
		case ",", ".", ";", "?", "!":
			return at // the clause ends with the quotation
		}
		last--
	}
	for at.To < u.around.To && !u.parts(d, at.To) {
		at.To++
	}
	if at.To < u.around.To && d.Tokens[at.To].XPOS == "``" {
		at.To = u.core.To // the phrase runs into another quotation
	}
	return at
}

// clean drops what a phrase cannot begin or end with, outside the quotation:
// conjunctions, prepositions, and a cue whose object the quotation is part of.
func (u *unit) clean(d *doc.Doc, at span.Range) span.Range {
	if at.From == u.cue && u.within(d) {
		at.From = u.around.From
	}
	if own := u.owner(d); own >= at.From {
		at.From = own
	}
	for at.From < u.core.From {
		t := &d.Tokens[at.From]
		relative := d.Lang.Attribution.Relatives.Has(t.Norm) && (t.UPOS == "PRON" || t.UPOS == "SCONJ")
		if t.UPOS != "ADP" && t.UPOS != "SCONJ" && t.UPOS != "CCONJ" && t.UPOS != "PUNCT" && !relative {
			break
		}
		at.From++
	}
	for at.To > u.core.To {
		switch d.Tokens[at.To-1].UPOS {
		case "ADP", "SCONJ", "CCONJ", "DET", "PART", "AUX":
			at.To--
			continue
		case "PUNCT":
			if n := d.Tokens[at.To-1].Norm; n == "," || n == ";" || n == ":" || n == "—" || n == "–" || n == "-" {
				at.To--
				continue
			}
		}
		break
	}
	return at
}

// within reports whether the quotation stands inside the noun phrase behind
// its cue: "called the 'last hope'", but not "called the port 'hopeless'".
func (u *unit) within(d *doc.Doc) bool {
	for i := u.around.From; i < u.core.From; i++ {
		if t := &d.Tokens[i]; t.UPOS != "DET" && t.UPOS != "ADJ" && t.UPOS != "NUM" {
			return false
		}
	}
	return u.core.From > 0 && d.Tokens[u.core.From-1].UPOS == "DET"
}

// owner returns where the phrase begins that owns the quotation, "the port's
// 'last hope'"; -1 when nobody does.
func (u *unit) owner(d *doc.Doc) int {
	i := u.core.From - 1
	if i < 0 || d.Tokens[i].XPOS != "POS" && d.Tokens[i].XPOS != "PRP$" {
		return -1
	}
	for i > 0 && d.Tokens[i].XPOS != "PRP$" {
		t := &d.Tokens[i-1]
		if t.UPOS != "NOUN" && t.UPOS != "PROPN" && t.UPOS != "ADJ" && t.UPOS != "DET" && t.XPOS != "POS" {
			break
		}
		i--
		if t.UPOS == "DET" {
			break
		}
	}
	return i
}

// parts reports whether token i parts clauses: a stop, or a conjunction before
// a verb.
func (u *unit) parts(d *doc.Doc, i int) bool {
	t := &d.Tokens[i]
	switch t.UPOS {
	case "PUNCT":
		return t.XPOS == "''" || t.XPOS == "``" || t.Norm == "," || t.Norm == ";" || t.Norm == ":" || t.Norm == "—" || t.Norm == "–"
	case "CCONJ":
		return i+1 < u.around.To && (d.Tokens[i+1].UPOS == "VERB" || d.Tokens[i+1].UPOS == "AUX")
	case "SCONJ":
		return d.Lang.Attribution.Subordinators.Has(t.Norm)
	}
	return false
}

// met returns the tokens from the first to the last word that another
// document's rendering shares.
func (u *unit) met(units []unit, members []int) (from, to int) {
	from, to = u.core.To, u.core.From
	for _, m := range members {
		o := &units[m]
		if o == u || o.doc == u.doc {
			continue
		}
		for _, p := range align(u.terms, o.terms).pairs {
			if t := u.terms[p[0]]; t.core {
				from, to = min(from, t.token), max(to, t.token+1)
			}
		}
		if at := u.holds(o); !at.Empty() {
			from, to = min(from, at.From), max(to, at.To)
		}
	}
	return from, to
}

// holds returns the tokens of u in which all words of o stand in a row; empty
// when they do not.
func (u *unit) holds(o *unit) span.Range {
	for i := 0; len(o.words) > 0 && i+len(o.words) <= len(u.words); i++ {
		if slices.Equal(u.words[i:i+len(o.words)], o.words) {
			return span.Range{From: u.tokens[i], To: u.tokens[i+len(o.words)-1] + 1}
		}
	}
	return span.Range{}
}

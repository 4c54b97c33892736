package identity

import (
	"cmp"
	"slices"

	"synoptic/analyze/doc"
	"synoptic/span"
)

// pairs links descriptions of two people, "the two leaders", "both men", "the
// pair", to the two whom the article is about, when it is clear who they are.
func (r *resolver) pairs() {
	d := r.d
	cast := r.prominent()
	if len(cast) < 2 {
		return
	}
	for s := range d.Sentences {
		sent := d.Sentences[s]
		if !sent.Kind.Reported() {
			continue
		}
		for i := sent.From; i < sent.To; i++ {
			at, lemma := r.plural(i, sent.Range)
			if at.Empty() {
				continue
			}
			if both := r.two(cast, lemma); both != nil {
				d.References = append(d.References, doc.Reference{Range: at, Entity: -1, Both: both, Because: "the two whom the article is about"})
			}
			i = at.To - 1
		}
	}
	r.order()
}

// prominent returns the people in the news, the most often named first.
func (r *resolver) prominent() []int {
	var cast []int
	for e := range r.ents {
		if x := &r.ents[e]; x.typ == doc.Person && !x.signed && len(x.names) > 1 {
			cast = append(cast, e)
		}
	}
	slices.SortStableFunc(cast, func(a, b int) int { return cmp.Compare(len(r.ents[b].names), len(r.ents[a].names)) })
	return cast
}

// plural returns the range of a description of two people that begins at i,
// and the lemma of its noun: a role, or "" for anyone.
func (r *resolver) plural(i int, sent span.Range) (span.Range, string) {
	d := r.d
	k := i
	switch n := d.Tokens[i].Norm; {
	case r.l.Both.Has(n):
		k++
	case r.l.Definite.Has(n):
		if k++; k < sent.To && r.l.Two.Has(d.Tokens[k].Norm) {
			k++
		}
	default:
		return span.Range{}, ""
	}
	if k >= sent.To || r.of[k] > 0 {
		return span.Range{}, ""
	}
	t := &d.Tokens[k]
	if k+1 < sent.To && (r.noun(k+1) || r.of[k+1] > 0 || r.l.Connectors[d.Tokens[k+1].Norm] == "of" || d.Tokens[k+1].Norm == "-") {
		return span.Range{}, "" // "the leaders of Peru"
	}
	at := span.Range{From: i, To: k + 1}
	switch {
	case r.l.Pairs.Has(t.Norm) && k == i+1:
		return at, ""
	case t.XPOS != "NNS":
	case r.l.Anyone.Has(t.Lemma) && (k == i+2 || r.l.Both.Has(d.Tokens[i].Norm)):
		return at, ""
	case r.l.Roles.Has(t.Lemma):
		return at, t.Lemma
	}
	return span.Range{}, ""
}

// two returns the two of the cast whom the description means: those named most
// of all who may be called so, if the next is named far less; nil when there
// are none.
func (r *resolver) two(cast []int, lemma string) []int {
	var fit []int
	for _, e := range cast {
		if lemma == "" || r.fits(lemma, r.ents[e].heads) {
			fit = append(fit, e)
		}
		if len(fit) == 3 {
			break
		}
	}
	if len(fit) < 2 || fit[0] != cast[0] || fit[1] != cast[1] {
		return nil
	}
	if len(cast) > 2 && len(r.ents[cast[1]].names) < 2*len(r.ents[cast[2]].names) {
		return nil
	}
	return []int{min(fit[0], fit[1]), max(fit[0], fit[1])}
}

package compare

import (
	"slices"
	"strings"

	"synoptic/analyze/doc"
	"synoptic/compare/align"
	"synoptic/lang"
	"synoptic/span"
)

// sure is the score, in thousandths, from which two statements are of one thing though
// their predicates or those who act have other words.
const sure = 700

// doubt is what makes a statement less sure.
type doubt struct {
	// words say so: "allegedly", "may have been", "believe".
	words span.Range
	// whole holds them and what they make less sure.
	whole span.Range
}

// certainty: one account states flat what the other holds possible, or has from
// others as a belief.
func (t *table) certainty(l link, samePredicate bool) (Disagreement, bool) {
	a, b := &t.rows[l.a], &t.rows[l.b]
	if a.Denied != b.Denied || a.Background != b.Background || !t.sameTime(a, b) || l.score < sure && !t.meet(a, b) || t.quoted(a) && t.quoted(b) {
		return Disagreement{}, false
	}
	if x, y := t.speaker(a), t.speaker(b); x >= 0 && y >= 0 && x != y {
		return Disagreement{}, false // two who differ, not two accounts
	}
	x, okX := t.doubt(a)
	y, okY := t.doubt(b)
	if okX == okY {
		return t.apparent(l, samePredicate)
	}
	said, unsure, what := l.a, b, y // a is flat
	if okX {
		said, unsure, what = l.b, a, x
	}
	if !samePredicate && (unsure.Hedge != doc.HedgeNone || l.score < sure || !t.toldBy(unsure, l)) {
		return Disagreement{}, false
	}
	if unsure.Hedge == doc.HedgeReported && len(unsure.agents) > 0 && len(t.rows[said].agents) == 0 {
		return Disagreement{}, false // "who allegedly shot her" doubts who did, not that she was shot
	}
	if !t.asserted(&t.rows[said]) || t.subordinate(unsure) || unsure.Hedge == doc.HedgeNone && t.sameSource(&t.rows[said], unsure) {
		return Disagreement{}, false
	}
	d := t.two(Certainty, l, t.predicateWords(a), t.predicateWords(b), Refines)
	of := &d.Positions[0]
	if unsure == b {
		of = &d.Positions[1]
	}
	of.Value = Evidence{unsure.doc, t.docs[unsure.doc].Span(what.words)}
	of.Evidence = []Evidence{{unsure.doc, t.docs[unsure.doc].Span(what.whole)}}
	d.About = t.asked(said, d.About)
	return d, true
}

// toldBy reports whether words of the other row of a link stand for what row r says, its verb
// or the noun behind "is", and not only for what else it tells of.
func (t *table) toldBy(r *row, l link) bool {
	d := t.docs[r.doc]
	says := func(at span.Range) bool {
		for i := at.From; i < at.To; i++ {
			if r.Predicate.Has(i) && meaningful(d, i) || nominal(d, r.Predicate, r.Tokens) == i {
				return true
			}
		}
		return false
	}
	return slices.ContainsFunc(t.links(l.a, l.b), func(k align.Link) bool {
		return r == &t.rows[l.a] && says(k.A) || r == &t.rows[l.b] && says(k.B)
	})
}

// sameSource reports whether one source says two statements, by its entity or its noun:
// what "police said" and what "the city's police believe" is of one certainty.
func (t *table) sameSource(a, b *row) bool {
	if a.Attribution < 0 || b.Attribution < 0 {
		return false
	}
	noun := func(r *row) string {
		d := t.docs[r.doc]
		for _, s := range d.Attributions[r.Attribution].Source {
			if at := d.Range(s); !at.Empty() {
				return d.Tokens[at.To-1].Lemma
			}
		}
		return ""
	}
	return a.speaker >= 0 && a.speaker == b.speaker || noun(a) != "" && noun(a) == noun(b)
}

// meet reports whether two statements have a participant or one whom it befalls in
// common, and nobody who acts or is acted on keeps them apart.
func (t *table) meet(a, b *row) bool {
	shared, apart := t.company(a, b)
	if apart || len(a.patients) > 0 && len(b.patients) > 0 && !meets(a.patients, b.patients) {
		return false
	}
	return shared || meets(a.patients, b.patients)
}

// asserted reports whether a statement stands flat: no doubt, condition or wish, no
// modal verb, and no content of a noun, "the possibility that it left", "charges of
// leaving".
func (t *table) asserted(r *row) bool {
	if r.Hedge != doc.HedgeNone || r.Irrealis || t.modal(r) {
		return false
	}
	d := t.docs[r.doc]
	c := &d.Clauses[r.Clause]
	if c.Verb >= 0 && d.Groups[c.Verb].Future {
		return false
	}
	switch c.Kind {
	case doc.InfinitiveClause, doc.VerblessClause:
		return false
	case doc.ComplementClause, doc.RelativeClause:
		return c.Verb < 0 || d.Tokens[d.Groups[c.Verb].Head].Relation != "acl"
	case doc.ParticipleClause:
		return c.From == d.Sentences[r.Sentence].From || d.Tokens[c.From-1].UPOS != "ADP" && d.Tokens[c.From].UPOS != "ADP"
	}
	return true
}

// doubt returns what makes a statement less sure: a word of its own clause, or that
// it is what somebody believes.
func (t *table) doubt(r *row) (doubt, bool) {
	d := t.docs[r.doc]
	c := &d.Clauses[r.Clause]
	if r.Hedge == doc.HedgeNone {
		return t.believed(r)
	}
	if c.Verb < 0 {
		return doubt{}, false
	}
	l, v := &d.Lang.Statement, &d.Groups[c.Verb]
	found := doubt{whole: r.Tokens}
	switch {
	case l.Hedges[v.Modal] != "":
		// "Could buy" is of what one can do; "may leave" of what may come.
		found.words = v.Range
		return found, v.Perfect || d.Tokens[v.Head].Lemma == d.Lang.Statement.Be && l.Hedges[v.Modal] == "possible"
	case r.Predicate != v.Range && l.Control[d.Tokens[v.Head].Lemma].Hedge != "":
		found.words = span.Range{From: v.From, To: max(v.To, r.Predicate.To)}
		return found, !l.Foretelling.Has(d.Tokens[v.Head].Norm)
	}
	own := false // weakened by words of its own
	for i := max(c.From, r.Tokens.From); i < min(c.To, r.Tokens.To); i++ {
		k := &d.Tokens[i]
		_, hedge := l.Hedges[k.Norm]
		own = own || hedge
		if !hedge || k.UPOS != "ADV" || l.Foretelling.Has(k.Norm) || !r.Predicate.Has(k.Head) && !r.Predicate.Has(i) {
			continue
		}
		found.words = span.Range{From: min(i, r.Predicate.From), To: max(i+1, r.Predicate.To)}
		if found.words.Len() > maxDoubt {
			found.words = span.Range{From: i, To: i + 1}
		}
		return found, true
	}
	if own {
		return doubt{}, false
	}
	return t.believed(r) // "it is believed that it left"
}

// maxDoubt is how many tokens a word of doubt and the predicate span at most to be
// shown together.
const maxDoubt = 5

// believed returns the cue that gives a statement as what somebody believes.
func (t *table) believed(r *row) (doubt, bool) {
	if r.Attribution < 0 || t.modal(r) {
		return doubt{}, false
	}
	d := t.docs[r.doc]
	l := &d.Lang.Statement
	k := &d.Attributions[r.Attribution]
	if k.Act != lang.Belief || k.Kind != doc.Indirect {
		return doubt{}, false
	}
	for _, cue := range k.Cue {
		at := d.Range(cue)
		if at.Empty() || d.SentenceOf(at.From) != r.Sentence || r.Tokens.Contains(at) {
			continue // "what they believe is a ripe moment" doubts a part
		}
		lemma := d.Tokens[at.To-1].Lemma
		if aside(d, r.Predicate, at) {
			continue // "he thought it was empty when he pulled the trigger" doubts no pulling
		}
		if l.Control[lemma].Hedge == "" || l.Foretelling.Has(lemma) || t.negated(r.doc, at) {
			continue
		}
		whole := span.Range{From: min(at.From, r.Tokens.From), To: max(at.To, r.Tokens.To)}
		for _, s := range k.Source {
			if source := d.Range(s); !source.Empty() && d.SentenceOf(source.From) == r.Sentence {
				whole.From, whole.To = min(whole.From, source.From), max(whole.To, source.To)
			}
		}
		return doubt{words: at, whole: whole}, true
	}
	return doubt{}, false
}

// aside reports whether a predicate hangs on a cue by a clause that only tells the
// circumstances.
func aside(d *doc.Doc, predicate, cue span.Range) bool {
	i := predicate.From
	for range maxHeads {
		k := &d.Tokens[i]
		if cue.Has(i) || k.Relation == "" || k.Head < 0 || k.Head == i {
			break
		}
		if strings.HasPrefix(k.Relation, "advcl") || strings.HasPrefix(k.Relation, "acl") {
			return true
		}
		i = k.Head
	}
	return false
}

// negated reports whether the verb of a cue is: "did not believe".
func (t *table) negated(n int, cue span.Range) bool {
	d := t.docs[n]
	g, ok := groupOf(d, cue.To-1)
	return ok && d.Groups[g].Negated
}

// apparent tells two linked rows apart one of which doubts what a noun stands for, "an
// apparent suicide", and not the other.
func (t *table) apparent(l link, samePredicate bool) (Disagreement, bool) {
	a, b := &t.rows[l.a], &t.rows[l.b]
	if !samePredicate || !t.hedges(a.doc, a.Tokens) && !t.hedges(b.doc, b.Tokens) {
		return Disagreement{}, false
	}
	da, db := t.docs[a.doc], t.docs[b.doc]
	for _, k := range t.links(l.a, l.b) {
		x, okX := groupOf(da, k.A.From)
		y, okY := groupOf(db, k.B.From)
		if !okX || !okY || da.Groups[x].Kind != doc.NounGroup || db.Groups[y].Kind != doc.NounGroup || !k.A.Has(da.Groups[x].Head) || !k.B.Has(db.Groups[y].Head) {
			continue
		}
		p, q := t.doubted(a, da.Groups[x].Range), t.doubted(b, db.Groups[y].Range)
		if t.hedges(a.doc, p) == t.hedges(b.doc, q) {
			continue
		}
		flat, noun, said := b, db.Groups[y].Head, l.b
		if t.hedges(b.doc, q) {
			flat, noun, said = a, da.Groups[x].Head, l.a
		}
		if t.doubts(flat.doc, t.word[flat.doc][noun]) || t.anyOf(flat.doc, noun) || t.docs[flat.doc].Lang.Statement.Control[flat.Lemma].Hedge != "" {
			continue // "alleging fraud" says no more than "alleged fraud"
		}
		d := t.two(Certainty, l, Evidence{a.doc, da.Span(p)}, Evidence{b.doc, db.Span(q)}, Refines)
		d.About = t.asked(said, d.About)
		return d, true
	}
	return Disagreement{}, false
}

// anyOf reports whether the group of a noun is of any or none of its kind.
func (t *table) anyOf(n, noun int) bool {
	d := t.docs[n]
	g, ok := groupOf(d, noun)
	first := d.Tokens[noun].Norm
	if ok {
		first = d.Tokens[d.Groups[g].From].Norm
	}
	return d.Lang.Statement.None.Has(first) || d.Lang.Statement.Any.Has(first)
}

// doubts reports whether document n has a word before a noun of the given key that
// makes it less sure.
func (t *table) doubts(n int, key int32) bool {
	d := t.docs[n]
	return slices.ContainsFunc(d.Groups, func(g doc.Group) bool {
		return g.Kind == doc.NounGroup && t.word[n][g.Head] == key && t.hedges(n, g.Range)
	})
}

// doubted returns a group of a row with the word that stands right before it when
// that is a hedge, or behind it when what it names is not final: "in principle".
func (t *table) doubted(r *row, at span.Range) span.Range {
	d := t.docs[r.doc]
	if to := at.To + 2; to <= r.Tokens.To && d.Tokens[at.To].UPOS == "ADP" && d.Lang.Compare.Provisional.Has(d.Tokens[at.To+1].Norm) {
		at.To = to
	}
	if before := (span.Range{From: at.From - 1, To: at.From}); r.Tokens.Contains(before) && t.hedges(r.doc, before) {
		at.From--
	}
	return at
}

// hedges reports whether a word of r makes what it stands beside less sure.
func (t *table) hedges(n int, r span.Range) bool {
	d := t.docs[n]
	pact := false
	for i := r.From; i < r.To; i++ {
		pact = pact || d.Lang.Compare.Pacts.Has(d.Tokens[i].Lemma)
	}
	for i := r.From; i < r.To; i++ {
		if _, ok := d.Lang.Statement.Hedges[d.Tokens[i].Norm]; ok && (d.Tokens[i].UPOS == "ADJ" || d.Tokens[i].UPOS == "VERB") {
			return true
		}
		if pact && d.Lang.Compare.Provisional.Has(d.Tokens[i].Norm) {
			return true
		}
	}
	return false
}

package clause

import (
	"synoptic/analyze/doc"
	"synoptic/span"
)

// held reports whether the verb at token v is that of the clause whose subject
// the relative clause prev describes. Group n is the noun before the verb, or
// -1. After "the boat that struck the pier" it is the object of the relative
// clause, when no verb of a main clause has stood before.
func (b *builder) held(prev, n, v int) bool {
	d := b.d
	if prev < 0 || d.Clauses[prev].Kind != doc.RelativeClause {
		return false
	}
	verb := &d.Groups[d.Clauses[prev].Verb]
	if n < 0 {
		return !verb.Participle || b.leading()
	}
	for c := b.base; c <= prev; c++ {
		if d.Clauses[c].Kind != doc.RelativeClause {
			return false
		}
	}
	return !verb.Participle && d.Groups[n].From == verb.To && d.Groups[n].To == v &&
		d.Clauses[prev].Subject == b.antecedent(d.Clauses[prev].From) &&
		!d.Lang.Clause.ClauseVerbs.Has(d.Tokens[verb.Head].Lemma)
}

// relativizer reports whether the word at token i stands for the noun before it.
func (b *builder) relativizer(i int) bool {
	t := &b.d.Tokens[i]
	if !b.d.Lang.Clause.Relativizers.Has(t.Norm) || i == b.From {
		return false
	}
	return t.XPOS == "WDT" || t.XPOS == "WP" || t.XPOS == "WP$" || t.UPOS == "PRON" && t.XPOS != "DT"
}

// antecedent returns the noun group that a relative clause opening at token
// from hangs on, or -1: the nearest before it.
func (b *builder) antecedent(from int) int { return b.nounBefore(from) }

// nounBefore returns the last noun group that ends at or before token i, or -1.
func (b *builder) nounBefore(i int) int {
	for g := len(b.d.Groups) - 1; g >= b.first; g-- {
		if b.d.Groups[g].Kind == doc.NounGroup && b.d.Groups[g].To <= i {
			return g
		}
	}
	return -1
}

// subject returns the noun group that is the subject of a verb at token v:
// the last before it without a preposition that is no expression of time, none
// before token left. Of a name and its apposition ("Mr. Roe, a spokesman,
// said") it takes the name, of several joined by "and" the first.
func (b *builder) subject(v, left int) int {
	d := b.d
	found, joined := -1, -1
	for g := b.first; g < len(d.Groups); g++ {
		n := &d.Groups[g]
		if n.From < left {
			continue
		}
		if n.To > v {
			break
		}
		if n.Kind != doc.NounGroup || b.temporal(g) {
			continue
		}
		if n.Prep >= 0 {
			switch {
			case n.Prep != n.From-1:
				joined = g // only joined to a noun with a preposition
			case n.To == v && d.Lang.Clause.Subordinators.Has(d.Tokens[n.Prep].Norm):
				found = g // "as the leaders met"
			}
			continue
		}
		if found >= 0 && (b.apposed(found, n.From, v) || b.coordinate(found, g, left)) {
			continue
		}
		found = g
	}
	if found < 0 {
		return joined
	}
	return found
}

// apposed reports whether a noun group at token from, with a comma before it
// and one before the verb at v, only describes group n.
func (b *builder) apposed(n, from, v int) bool {
	d := b.d
	comma := from - 1
	if comma < d.Groups[n].To || d.Tokens[comma].Norm != "," {
		return false
	}
	if d.Tokens[v-1].Norm != "," {
		return false
	}
	for i := d.Groups[n].To; i < comma; i++ {
		if u := d.Tokens[i].UPOS; u == "PUNCT" || u == "VERB" || u == "CCONJ" || u == "SCONJ" {
			return false
		}
	}
	return true
}

// coordinate reports whether group g is the subject together with group n
// before it, joined by "and". The object of the verb right before is not: in
// "signed the deal and workers left" a new clause begins.
func (b *builder) coordinate(n, g, left int) bool {
	d := b.d
	gap := span.Range{From: d.Groups[n].To, To: d.Groups[g].From}
	if gap.Len() != 1 || d.Tokens[gap.From].UPOS != "CCONJ" {
		return false
	}
	for i := d.Groups[g].From; i < d.Groups[g].Head; i++ {
		if d.Tokens[i].XPOS == "POS" {
			return false // "Roe and Doe's talks": the talks
		}
	}
	if d.Groups[n].From > left || left == b.From {
		return true
	}
	before := &d.Tokens[left-1]
	return d.Lang.Clause.QuoteVerbs.Has(before.Lemma)
}

// temporal reports whether noun group g says when.
func (b *builder) temporal(g int) bool {
	t := &b.d.Tokens[b.d.Groups[g].Head]
	return b.d.Lang.Clause.TimeNouns.Has(t.Norm) || t.UPOS == "NUM" && len(t.Norm) == 4
}

// startOf returns the token at which the subject phrase of group n begins: its
// own first token, no earlier than left.
func (b *builder) startOf(n, left int) int { return max(b.d.Groups[n].From, left) }

// resumed returns the subject of the clause that goes on after a comma or dash
// at token at, which closed a relative or participle clause; or -1.
func (b *builder) resumed(prev, at int) int {
	d := b.d
	for c := prev; c >= b.base; c-- {
		k := &d.Clauses[c]
		if k.Kind != doc.RelativeClause && k.Kind != doc.ParticipleClause {
			continue
		}
		if k.From <= b.From || !dashOrComma(&d.Tokens[k.From-1]) {
			continue
		}
		// No noun may stand between the clause's own words and its close
		// that could be the subject itself.
		if n := b.governor(b.antecedent(k.From - 1)); n >= 0 {
			k.To = at
			if m := n - 1; m >= b.first && d.Groups[m].Kind == doc.NounGroup && d.Groups[m].Prep < 0 && d.Groups[m].To == d.Groups[n].From-1 && d.Tokens[d.Groups[m].To].Norm == "," {
				n = m // "Anna Lund, the mayor of Veld, who arrived Tuesday, met"
			}
			return n
		}
	}
	return -1
}

// governor returns the noun group that group n hangs on: "visit" for "Norland"
// in "his visit to Norland, which …, showed". It returns n itself when it has
// no preposition, and -1 when nothing governs it.
func (b *builder) governor(n int) int {
	for ; n >= b.first; n-- {
		if g := &b.d.Groups[n]; g.Kind == doc.NounGroup && g.Prep < 0 {
			return n
		}
	}
	return -1
}

// inverted takes the noun after a verb of speech as its subject.
func (b *builder) inverted(c *doc.Clause, g int) bool {
	d := b.d
	if g+1 < len(d.Groups) {
		n := &d.Groups[g+1]
		if n.Kind == doc.NounGroup && n.From == d.Groups[g].To && n.Prep < 0 && !b.acts(g+1) {
			c.Subject = g + 1
			return true
		}
	}
	return false
}

// acts reports whether noun group g, with the prepositions behind it, has a
// finite verb of its own: "Mr. Roe, a spokesman, said the dam had burst".
func (b *builder) acts(g int) bool {
	d := b.d
	end := d.Groups[g].To
	for g++; g < len(d.Groups); g++ {
		n := &d.Groups[g]
		for end < n.From && (d.Tokens[end].UPOS == "ADP" || d.Tokens[end].UPOS == "ADV" || d.Tokens[end].UPOS == "CCONJ") {
			end++
		}
		if n.From != end {
			return false
		}
		if n.Kind == doc.VerbGroup {
			return !n.Participle && !n.Infinitive
		}
		if n.Prep < 0 {
			return false
		}
		end = n.To
	}
	return false
}

func quoteEnd(t *doc.Token) bool {
	return t.Norm == "\"" || t.Norm == "''" || t.Norm == "'" || t.Norm == ","
}

func dashOrComma(t *doc.Token) bool {
	switch t.Norm {
	case ",", "—", "–", "--", "-", ")":
		return true
	}
	return false
}

package identity

import (
	"slices"
	"strings"

	"synoptic/analyze/doc"
	"synoptic/span"
)

// identified links a description to the name that its sentence gives it: "identified the
// victim as Ann Lund", "the victim was named as Ann Lund", "relatives of the victim
// identified her as Ann Lund".
func (r *resolver) identified() {
	d := r.d
	for _, n := range d.Names {
		s := d.SentenceOf(n.From)
		if n.Type != doc.Person || n.Entity < 0 || s < 0 || !d.Sentences[s].Kind.Reported() {
			continue
		}
		as, verb := r.identifier(n, d.Sentences[s].From)
		if verb < 0 {
			continue
		}
		if g := r.whom(verb, as, d.Sentences[s].Range); g >= 0 {
			d.References = append(d.References, doc.Reference{Range: d.Groups[g].Range, Entity: n.Entity, Because: "identified as that"})
		}
	}
	r.order()
}

// identifiedReach is how many tokens before a name "as" is looked for, and before that the
// verb.
const identifiedReach = 12

// identifier returns the "as" before name n and the verb before that which identifies;
// -1 where either is missing.
func (r *resolver) identifier(n doc.Name, from int) (as, verb int) {
	d := r.d
	as = n.From - 1
	if !n.Title.Empty() && n.Title.To <= n.From {
		as = n.Title.From - 1
	}
	for least := max(as-identifiedReach, from); as > least; as-- {
		if t := &d.Tokens[as]; r.l.As.Has(t.Norm) {
			break
		} else if r.of[as] > 0 || t.UPOS == "VERB" || t.UPOS == "PUNCT" && t.Norm != "-" {
			return -1, -1
		}
	}
	if as <= from || !r.l.As.Has(d.Tokens[as].Norm) {
		return -1, -1
	}
	for verb = as - 1; verb >= max(from, as-identifiedReach); verb-- {
		if t := &d.Tokens[verb]; t.UPOS == "VERB" {
			if r.l.Identifies.Has(t.Lemma) {
				return as, verb
			}
			break
		}
	}
	return -1, -1
}

// whom returns the group of the one whom the verb identifies: what stands between it and
// "as", the subject of a passive, or for a pronoun the one person described before.
func (r *resolver) whom(verb, as int, sent span.Range) int {
	d := r.d
	first := groupAt(d, verb)
	described := func(g int) bool {
		k := &d.Groups[g]
		t := &d.Tokens[k.Head]
		return k.Kind == doc.NounGroup && t.XPOS == "NN" && d.Lang.Attribution.People.Has(t.Lemma) && !slices.ContainsFunc(r.of[k.From:k.To], func(n int) bool { return n > 0 })
	}
	pronoun := false
	for g := max(first, 0); g < len(d.Groups) && d.Groups[g].To <= as; g++ {
		k := &d.Groups[g]
		if k.Kind != doc.NounGroup || k.From <= verb {
			continue
		}
		if r.l.Pronouns[d.Tokens[k.Head].Norm] != "" {
			pronoun = true
			break
		}
		if k.From == verb+1 {
			if described(g) {
				return g
			}
			return -1
		}
	}
	one := -1
	for g := first; g >= 0 && d.Groups[g].From >= sent.From; g-- {
		k := &d.Groups[g]
		if k.To > verb || !described(g) {
			continue
		}
		t := &d.Tokens[k.Head]
		switch {
		case pronoun && one >= 0:
			return -1
		case pronoun:
			one = g
		case t.Head == verb && strings.HasPrefix(t.Relation, "nsubj:pass"):
			return g
		}
	}
	return one
}

// groupAt returns the index of the last group that begins at or before token i, or -1.
func groupAt(d *doc.Doc, i int) int {
	k, _ := slices.BinarySearchFunc(d.Groups, i+1, func(g doc.Group, at int) int { return g.From - at })
	return k - 1
}

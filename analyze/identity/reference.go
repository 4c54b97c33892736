package identity

import (
	"cmp"
	"slices"
	"strings"

	"synoptic/analyze/doc"
	"synoptic/span"
)

// roles notes the roles of each person with the countries and bodies in them.
func (r *resolver) roles() {
	for e := range r.ents {
		x := &r.ents[e]
		if x.typ != doc.Person {
			continue
		}
		slices.Sort(x.names)
		x.roles = nil
		for _, i := range x.names {
			for _, at := range r.names[i].roles {
				x.roles = append(x.roles, role{Range: at, heads: r.roleHeads(at), keys: r.keys(at)})
			}
		}
	}
}

// describe writes the roles of each person.
func (r *resolver) describe() {
	r.roles()
	for e := range r.ents {
		out := &r.d.Entities[e]
		for _, x := range r.ents[e].roles {
			out.Roles = append(out.Roles, x.Range)
		}
		slices.SortFunc(out.Roles, func(a, b span.Range) int {
			return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To))
		})
		out.Roles = slices.Compact(out.Roles)
	}
}

// keys returns the countries, places and bodies named in a range.
func (r *resolver) keys(at span.Range) []string {
	var keys []string
	for i := at.From; i < at.To; i++ {
		n := r.of[i]
		if n == 0 || r.d.Names[n-1].Type == doc.Person {
			continue
		}
		k := r.names[n-1].key
		if k == "" && r.names[n-1].ent >= 0 {
			x := &r.ents[r.names[n-1].ent]
			if k = x.key; k == "" {
				k = x.form.Key()
			}
		}
		if !slices.Contains(keys, k) {
			keys = append(keys, k)
		}
	}
	return keys
}

// references finds descriptions with "the" that stand for a person whose
// title or description the article has given: "the Russian president".
func (r *resolver) references() {
	d := r.d
	inTitle := make([]bool, len(d.Tokens))
	for e := range r.ents {
		for _, x := range r.ents[e].roles {
			for i := x.From; i < x.To; i++ {
				inTitle[i] = true
			}
		}
	}
	c := r.newCast()
	for s := range d.Sentences {
		sent := d.Sentences[s].Range
		if !d.Sentences[s].Kind.Reported() {
			continue
		}
		for i := sent.From; i < sent.To; i++ {
			if !r.l.Definite.Has(d.Tokens[i].Norm) {
				continue
			}
			if at, head := r.description(i, sent); !at.Empty() && !inTitle[at.To-1] {
				c.until(at.From)
				r.refer(c, at, head, sent)
				i = at.To - 1
			}
		}
	}
	r.order()
}

// description returns the range of "the … role" that begins at i, and the
// token of the role.
func (r *resolver) description(i int, sent span.Range) (span.Range, int) {
	d := r.d
	for k := i + 1; k < min(i+7, sent.To); k++ {
		t := &d.Tokens[k]
		if r.of[k] > 0 {
			continue
		}
		if r.l.Roles.Has(t.Norm) && !(k+1 < sent.To && (r.l.Roles.Has(d.Tokens[k+1].Norm) || r.noun(k+1))) {
			if k+1 < sent.To && r.of[k+1] > 0 && d.Names[r.of[k+1]-1].Type == doc.Person {
				return span.Range{}, 0 // a title
			}
			return span.Range{From: i, To: k + 1}, k
		}
		switch {
		case r.l.RoleModifiers.Has(t.Norm), r.l.Roles.Has(t.Norm), t.Norm == "-", r.l.Possessives.Has(t.Norm), r.l.Compass.Has(t.Norm):
		case t.UPOS == "ADJ":
		default:
			return span.Range{}, 0
		}
	}
	return span.Range{}, 0
}

// noun reports whether token k goes on the noun group before it.
func (r *resolver) noun(k int) bool {
	return r.d.Tokens[k].UPOS == "NOUN" || r.d.Tokens[k].UPOS == "PROPN"
}

// refer links the description at to the one person it fits.
func (r *resolver) refer(c *cast, at span.Range, head int, sent span.Range) {
	at, e, because := r.meant(c, at, head, sent)
	if e >= 0 {
		r.d.References = append(r.d.References, doc.Reference{Range: at, Entity: e, Because: because})
	}
}

// meant returns whom the description at, whose role is at token head, means and
// why: the one of its country or body, or else the nearest before it with the
// same role. The description goes on over the country or body after it.
func (r *resolver) meant(c *cast, at span.Range, head int, sent span.Range) (span.Range, int, string) {
	d := r.d
	word := r.post(head, at.From)
	keys := r.keys(at)
	// "the leader of North Korea"
	end := at.To
	if len(keys) == 0 && end+1 < sent.To && r.l.Connectors[d.Tokens[end].Norm] == "of" {
		k := end + 1
		if (r.l.Articles.Has(d.Tokens[k].Norm) || d.Tokens[k].UPOS == "DET") && k+1 < sent.To {
			k++
		}
		if r.of[k] == 0 {
			return at, -1, ""
		}
		at.To = d.Names[r.of[k]-1].To
		keys = r.keys(at)
	}
	if e, because := r.holder(c, at, word, keys); e >= 0 {
		return at, e, because
	}
	if plain := d.Tokens[head].Norm; r.l.Ministers.Has(plain) && plain != word && r.l.Portfolios.Has(strings.TrimSuffix(word, " "+plain)) {
		// "the foreign minister" may be a minister whose portfolio was not told.
		e, because := r.holder(c, at, plain, keys)
		if e >= 0 && !slices.ContainsFunc(r.ents[e].heads, func(h string) bool { return strings.HasSuffix(h, " "+plain) }) {
			return at, e, because
		}
	}
	return at, -1, ""
}

// holder returns whom the role word means at at, with the keys of a country or
// body or without, and why; -1 when it is not clear.
func (r *resolver) holder(c *cast, at span.Range, word string, keys []string) (int, string) {
	if len(keys) == 0 {
		// Without a country or body the very word must be there.
		one := c.nearest[answer{word: word}]
		if one == nil || one.last < 0 || r.far(one.last, at.From) {
			return -1, ""
		}
		return one.entity, "the nearest before with this role"
	}
	if len(r.l.RoleKinds[word]) == 0 { // "the president", who is no other leader
		if e, because := c.keyed([]string{word}, keys); e >= 0 {
			return e, because
		}
	}
	return c.keyed(r.related(word), keys)
}

// related returns the roles that one called word may have, itself first.
func (r *resolver) related(word string) []string {
	if r.kinds == nil {
		r.kinds = map[string][]string{}
		for w, list := range r.l.RoleKinds {
			for _, o := range list {
				r.kinds[o] = append(r.kinds[o], w)
			}
		}
	}
	return slices.Concat([]string{word}, r.l.RoleKinds[word], r.kinds[word])
}

// far reports whether token a is more than four sentences before b.
func (r *resolver) far(a, b int) bool {
	return r.d.SentenceOf(b)-r.d.SentenceOf(a) > 4
}

// order sorts the references and writes them on their entities.
func (r *resolver) order() {
	d := r.d
	slices.SortStableFunc(d.References, func(a, b doc.Reference) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(b.To, a.To), cmp.Compare(a.Entity, b.Entity))
	})
	for e := range d.Entities {
		d.Entities[e].References = nil
	}
	for i, x := range d.References {
		for _, e := range x.Both {
			d.Entities[e].References = append(d.Entities[e].References, i)
		}
		if x.Entity >= 0 {
			d.Entities[x.Entity].References = append(d.Entities[x.Entity].References, i)
		}
	}
}

package compare

import (
	"cmp"
	"slices"
	"strings"

	"synoptic/analyze/doc"
	"synoptic/compare/align"
	"synoptic/span"
)

// roles finds people whom accounts describe by different offices or ties: two
// descriptions that hang on one thing ("campaign chairman", "campaign manager";
// "Lund's deputy", "Lund associate") and whose nouns are not akin.
func (t *table) roles() []Disagreement {
	var found []Disagreement
	for e := range t.entities.Entities {
		entity := &t.entities.Entities[e]
		if entity.Type != doc.Person || !entity.Participant {
			continue
		}
		var roles []role
		for _, m := range entity.Members {
			roles = append(roles, t.rolesOf(m.Doc, m.Entity)...)
		}
		if d, ok := t.roleDifference(e, roles); ok {
			found = append(found, d)
		}
	}
	return found
}

// maxRole is the length in tokens up to which a description is an office and
// not a story about somebody.
const maxRole = 7

// role is one description of a person.
type role struct {
	Evidence          // the description
	named    Evidence // with the name, where it stands beside it
	lemma    string   // of its noun
	head     string   // first word of the noun's set of synonyms
	hangs    []int32  // keys of the nouns and names that the noun hangs on, sorted
}

// rolesOf lists the descriptions of entity local of document n.
func (t *table) rolesOf(n, local int) []role {
	d := t.docs[n]
	var ranges []span.Range
	for _, r := range d.Entities[local].Roles {
		if g, ok := groupOf(d, r.From); ok && !r.Empty() {
			r.From = d.Groups[g].From // "former campaign chairman", not "chairman"
		}
		ranges = append(ranges, r)
	}
	for _, m := range d.Entities[local].Names {
		ranges = append(ranges, titled(d, d.Names[m].Range), apposed(d, d.Names[m].Range))
	}
	slices.SortFunc(ranges, func(a, b span.Range) int { return cmp.Or(a.From-b.From, b.To-a.To) })
	var roles []role
	end := 0
	for _, r := range ranges {
		if r.Empty() || r.From < end || r.Len() > maxRole || !d.Sentences[max(d.SentenceOf(r.From), 0)].Kind.Reported() {
			continue
		}
		if k, ok := t.office(n, r); ok {
			k.named = Evidence{n, beside(d, local, r)}
			roles = append(roles, k)
			end = r.To
		}
	}
	return roles
}

// groupOf returns the group that token i stands in.
func groupOf(d *doc.Doc, i int) (int, bool) {
	return slices.BinarySearchFunc(d.Groups, i, func(g doc.Group, at int) int {
		switch {
		case g.To <= at:
			return -1
		case g.From > at:
			return 1
		}
		return 0
	})
}

// titled returns the words of a name's group before it when they end in a noun
// for a person: "Lund associate Ann Vey".
func titled(d *doc.Doc, name span.Range) span.Range {
	g, ok := groupOf(d, name.From)
	if !ok || d.Groups[g].From >= name.From || !human(d, name.From-1) {
		return span.Range{}
	}
	return span.Range{From: d.Groups[g].From, To: name.From}
}

// apposed returns the noun for a person that the tree has beside a name, with
// what stands before it and what hangs on it by prepositions.
func apposed(d *doc.Doc, name span.Range) span.Range {
	for i := name.From; i < name.To; i++ {
		if h := d.Tokens[i].Head; d.Tokens[i].Relation == "appos" && h >= 0 && h < name.From && human(d, h) {
			return described(d, h, name.From)
		}
	}
	s := d.SentenceOf(name.From)
	if s < 0 {
		return span.Range{}
	}
	to := d.Sentences[s].To
	for i := name.To; i < min(to, name.To+maxRole+2); i++ {
		if d.Tokens[i].Relation == "appos" && name.Has(d.Tokens[i].Head) && human(d, i) {
			return described(d, i, to)
		}
	}
	return span.Range{}
}

// described returns the group of the noun at token h, with groups that hang on
// it by prepositions, before token to.
func described(d *doc.Doc, h, to int) span.Range {
	g, ok := groupOf(d, h)
	if !ok {
		return span.Range{}
	}
	r := d.Groups[g].Range
	r.To = min(r.To, to)
	for g++; g < len(d.Groups) && d.Groups[g].Kind == doc.NounGroup && d.Groups[g].Prep == r.To && d.Groups[g].To <= to; g++ {
		r.To = d.Groups[g].To
	}
	return r
}

// human reports whether token i is a common noun for a person.
func human(d *doc.Doc, i int) bool {
	k := &d.Tokens[i]
	lemma := strings.ToLower(k.Lemma)
	return (k.UPOS == "NOUN" || k.UPOS == "PROPN") && (d.Lang.Attribution.People.Has(lemma) || d.Lang.Name.Roles.Has(k.Norm)) && !d.Lang.Compare.Relational.Has(lemma)
}

// beside is a description with the name of its entity when the two stand beside
// each other, a comma or an age between.
func beside(d *doc.Doc, local int, r span.Range) span.Span {
	for _, m := range d.Entities[local].Names {
		switch name := d.Names[m].Range; {
		case name.From >= r.To && name.From-r.To <= 1:
			return d.Span(span.Range{From: r.From, To: name.To})
		case name.To <= r.From && r.From-name.To <= 3 && d.SentenceOf(name.From) == d.SentenceOf(r.From):
			return d.Span(span.Range{From: name.From, To: r.To})
		}
	}
	return d.Span(r)
}

// office reads the description at r in document n.
func (t *table) office(n int, r span.Range) (role, bool) {
	d := t.docs[n]
	end := r.To - 1
	for i := r.From + 1; i < r.To; i++ {
		if k := &d.Tokens[i]; k.UPOS == "ADP" || k.UPOS == "PRON" || k.UPOS == "VERB" || k.Norm == "," {
			end = i - 1 // "chair of the board"
			break
		}
	}
	for i := r.From; i < end; i++ {
		if human(d, i) && d.Tokens[i].UPOS == "NOUN" && d.Tokens[i+1].UPOS == "PROPN" {
			r.To, end = i+1, i // "committee chairman Sen."
		}
	}
	head := &d.Tokens[end]
	if head.UPOS != "NOUN" && head.UPOS != "PROPN" || d.Lang.Compare.Relational.Has(head.Norm) {
		return role{}, false
	}
	k := role{Evidence: Evidence{n, d.Span(r)}, lemma: strings.ToLower(lower(head))}
	k.head = d.Lang.Compare.Same(k.lemma)
	for i := r.From; i < r.To; i++ {
		w := &d.Tokens[i]
		if key := t.word[n][i]; i != end && key >= 0 && (w.UPOS == "NOUN" || t.body(key)) {
			k.hangs = append(k.hangs, key)
		}
	}
	slices.Sort(k.hangs)
	return k, true
}

// body reports whether a key is an entity that can have offices of its own: no
// country, people or party, of which all in an account are.
func (t *table) body(key int32) bool {
	if t.names[key][0] != '@' {
		return false
	}
	e := atoi(t.names[key][1:])
	return t.rules[e] == "" && t.entities.Entities[e].Type != doc.GroupType
}

// unlike reports whether two descriptions of one person are of two offices: by
// different documents, on one thing, their nouns not akin.
func (t *table) unlike(a, b *role) bool {
	return a.Doc != b.Doc && a.head != b.head && meets(a.hangs, b.hangs) && align.Kin(t.docs[a.Doc].Lang, a.lemma, b.lemma) == 0
}

// roleDifference groups the descriptions of one person by their head and keeps
// those that share a modifier with another head's.
func (t *table) roleDifference(e int, roles []role) (Disagreement, bool) {
	var positions []Position
	var heads []string
	for i, r := range roles {
		differs := false
		for j, s := range roles {
			if i != j && t.unlike(&r, &s) {
				differs = true
			}
		}
		if !differs {
			continue
		}
		at := slices.Index(heads, r.head)
		if at < 0 {
			at = len(heads)
			heads = append(heads, r.head)
			positions = append(positions, Position{Value: r.Evidence, Entity: e})
		}
		positions[at].Evidence = append(positions[at].Evidence, r.named)
	}
	if len(positions) < 2 {
		return Disagreement{}, false
	}
	docs := func(p Position) []int {
		var list []int
		for _, e := range p.Evidence {
			list = append(list, e.Doc)
		}
		return list
	}
	// One account that uses both words holds them for the same.
	for i, p := range positions {
		for _, q := range positions[:i] {
			for _, n := range docs(p) {
				if slices.Contains(docs(q), n) {
					return Disagreement{}, false
				}
			}
		}
	}
	d := Disagreement{Slot: RoleSlot, Positions: positions, Claim: -1, Confidence: 50}
	d.About = t.mention(e)
	// One person can hold two offices, so this is never told as a conflict.
	d.relate(func(_, _ *Position) Relation { return Refines })
	return d, true
}

// mention returns words of the story that name entity e in full.
func (t *table) mention(e int) Evidence {
	entity := &t.entities.Entities[e]
	var first Evidence
	for _, m := range entity.Members {
		d := t.docs[m.Doc]
		for _, n := range d.Entities[m.Entity].Names {
			at := Evidence{m.Doc, d.Span(d.Names[n].Range)}
			if first.Empty() {
				first = at
			}
			if d.Words(d.Names[n].Range) == entity.Name {
				return at
			}
		}
	}
	return first
}

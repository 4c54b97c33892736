package compare

import (
	"slices"
	"strings"

	"synoptic/analyze/doc"
)

// roles finds people whom accounts give different offices: two descriptions
// with a modifier in common ("campaign chairman", "campaign manager") and heads
// that are no synonyms.
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
const maxRole = 6

// role is one description of a person.
type role struct {
	Evidence
	head string   // first word of its set of synonyms
	mods []string // likewise, sorted
}

func (t *table) rolesOf(n, local int) []role {
	d := t.docs[n]
	var roles []role
	for _, r := range d.Entities[local].Roles {
		if r.Empty() || r.Len() > maxRole || !d.Sentences[max(d.SentenceOf(r.From), 0)].Kind.Reported() {
			continue
		}
		if g, found := slices.BinarySearchFunc(d.Groups, r.From, func(g doc.Group, at int) int {
			switch {
			case g.To <= at:
				return -1
			case g.From > at:
				return 1
			}
			return 0
		}); found {
			r.From = d.Groups[g].From // "former campaign chairman", not "chairman"
		}
		end := r.To - 1
		for i := r.From + 1; i < r.To && !d.Lang.Name.Roles.Has(d.Tokens[r.To-1].Norm); i++ {
			if u := d.Tokens[i].UPOS; u == "ADP" || u == "PRON" || u == "VERB" || u == "PUNCT" {
				end = i - 1 // "chair of the board"
				break
			}
		}
		head := &d.Tokens[end]
		if head.UPOS != "NOUN" && head.UPOS != "PROPN" || d.Lang.Compare.Relational.Has(head.Norm) {
			continue
		}
		k := role{Evidence: Evidence{n, d.Span(r)}, head: d.Lang.Compare.Same(strings.ToLower(lower(head)))}
		for i := r.From; i < r.To; i++ {
			if w := &d.Tokens[i]; i != end && w.UPOS == "NOUN" {
				k.mods = append(k.mods, d.Lang.Compare.Same(strings.ToLower(lower(w))))
			}
		}
		slices.Sort(k.mods)
		roles = append(roles, k)
	}
	return roles
}

// roleDifference groups the descriptions of one person by their head and keeps
// those that share a modifier with another head's.
func (t *table) roleDifference(e int, roles []role) (Disagreement, bool) {
	var positions []Position
	var heads []string
	for i, r := range roles {
		differs := false
		for j, s := range roles {
			if i != j && r.Doc != s.Doc && r.head != s.head && meets(r.mods, s.mods) {
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
		positions[at].Evidence = append(positions[at].Evidence, r.Evidence)
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

package dossier

import (
	"cmp"
	"slices"
)

// ranks orders the types of entities: who acts before where.
var ranks = map[string]int{"person": 1, "organization": 2, "event": 3, "work": 4, "group": 6, "place": 7}

// rank is 5 for what has no type that tells anything.
func (e *Entity) rank() int {
	if n := ranks[e.Type]; n > 0 {
		return n
	}
	return 5
}

// cast lists who takes part and is named by several reports, persons first,
// most reports first among them, and counts those that only one report names.
func (r *reading) cast() (list []*Entity, rest int) {
	for i := range r.d.Entities {
		if e := &r.d.Entities[i]; e.Participant && len(r.from(e.Mentions)) > 1 {
			list = append(list, e)
		} else if e.Participant {
			rest++
		}
	}
	slices.SortStableFunc(list, func(a, b *Entity) int {
		return cmp.Or(cmp.Compare(a.rank(), b.rank()), cmp.Compare(len(r.from(b.Mentions)), len(r.from(a.Mentions))))
	})
	return list, rest
}

// acts tells who can act from places and peoples.
func (e *Entity) acts() bool { return e.Type != "place" && e.Type != "group" }

// others lists the names of e besides the shown one.
func (e *Entity) others() []string {
	var out []string
	for _, s := range e.Aliases {
		if s = oneLine(s); s != "" && s != oneLine(e.Name) {
			out = append(out, s)
		}
	}
	return out
}

// kind names the type of e where that tells something.
func (e *Entity) kind() string {
	if e.Type == "other" {
		return ""
	}
	return oneLine(e.Type)
}

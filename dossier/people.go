package dossier

import (
	"cmp"
	"slices"
)

// cast lists who takes part and is named by several reports, most reports
// first, and counts those that only one report names.
func (r *reading) cast() (list []*Entity, rest int) {
	for i := range r.d.Entities {
		if e := &r.d.Entities[i]; e.Participant && len(r.from(e.Mentions)) > 1 {
			list = append(list, e)
		} else if e.Participant {
			rest++
		}
	}
	slices.SortStableFunc(list, func(a, b *Entity) int {
		return cmp.Compare(len(r.from(b.Mentions)), len(r.from(a.Mentions)))
	})
	return list, rest
}

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

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

// principals is how many of the cast are shown with what they are called.
const principals = 15

// cast is who takes part in the story.
type cast struct {
	first []*Entity // who is named by most reports, persons before organisations
	more  []*Entity // others that several reports name
	where []*Entity // places and peoples that several reports name
	once  []*Entity // whom only one report names
}

func (r *reading) cast() cast {
	var c cast
	reports := map[*Entity]int{}
	for i := range r.d.Entities {
		e := &r.d.Entities[i]
		reports[e] = len(r.from(e.Mentions))
		switch {
		case !e.Participant || reports[e] == 0:
		case reports[e] == 1:
			c.once = append(c.once, e)
		case e.acts():
			c.first = append(c.first, e)
		default:
			c.where = append(c.where, e)
		}
	}
	for _, list := range [][]*Entity{c.first, c.where, c.once} {
		slices.SortStableFunc(list, func(a, b *Entity) int {
			return cmp.Or(cmp.Compare(reports[b], reports[a]), cmp.Compare(a.rank(), b.rank()), cmp.Compare(len(b.Mentions), len(a.Mentions)))
		})
	}
	if len(c.first) > principals+principals/3 {
		c.first, c.more = c.first[:principals], c.first[principals:]
	}
	return c
}

// acts tells who can act from places and peoples.
func (e *Entity) acts() bool { return e.Type != "place" && e.Type != "group" }

// names lists the shown names.
func names(list []*Entity) []string {
	var out []string
	for _, e := range list {
		out = append(out, oneLine(e.Name))
	}
	return out
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

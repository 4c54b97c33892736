package dossier

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// strength says how many outlets and origins a claim has, and where accounts
// differ on it: "3 outlets, 1 of them a copy, 2 origins at most, see difference 1".
func (r *reading) strength(c *Claim) string {
	parts := []string{r.spread(c)}
	for _, s := range []string{r.copiesOf(c), origins(c), r.differs(c)} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, ", ")
}

// spread says how many outlets have a claim, and how many more may: "2 outlets, perhaps 1
// more"; of one that no two surely share "perhaps 2 outlets".
func (r *reading) spread(c *Claim) string {
	has, all := len(r.having(c)), len(r.outletsOf(evidence(c.Reports)))
	switch {
	case len(r.writers(c)) < 2:
		return "perhaps " + count(all, "outlet")
	case all > has:
		return count(has, "outlet") + fmt.Sprint(", perhaps ", all-has, " more")
	}
	return count(has, "outlet")
}

// contested lists the shown numbers of the conflicts and later figures that words
// of a claim take part in.
func (r *reading) contested(c *Claim) []int {
	var found []int
	for i, g := range r.loud {
		if g.Relation != "conflicts" && g.Relation != "updates" {
			continue
		}
		if slices.ContainsFunc(g.Positions, func(p Position) bool { return len(r.inClaim(&p, c)) > 0 }) {
			found = append(found, i+1)
		}
	}
	return found
}

// inClaim lists the evidence of a position that words of c are part of.
func (r *reading) inClaim(p *Position, c *Claim) []Evidence {
	var out []Evidence
	for _, e := range p.Evidence {
		if slices.ContainsFunc(c.Reports, func(q Report) bool {
			return q.Article == e.Article && q.Field == e.Field && q.Start < e.End && e.Start < q.End
		}) {
			out = append(out, e)
		}
	}
	return out
}

// differs says where accounts differ on a claim: "see differences 1, 2"; empty
// when nowhere.
func (r *reading) differs(c *Claim) string {
	list := r.contested(c)
	switch len(list) {
	case 0:
		return ""
	case 1:
		return fmt.Sprint("see difference ", list[0])
	}
	return "see differences " + strings.Trim(strings.ReplaceAll(fmt.Sprint(list), " ", ", "), "[]")
}

// copiesOf counts the outlets of a claim that only reprint others; empty when
// none does.
func (r *reading) copiesOf(c *Claim) string {
	at := evidence(c.sure())
	n := len(r.outletsOf(at)) - len(r.outletsOf(r.originals(at)))
	if n == 0 {
		return ""
	}
	return count(n, "of them a copy", "of them copies")
}

// originals leaves out what stands in copies.
func (r *reading) originals(list []Evidence) []Evidence {
	return slices.DeleteFunc(slices.Clone(list), func(e Evidence) bool { return r.original(e.Article) != e.Article })
}

// origins counts the origins of a claim; empty when none is known.
func origins(c *Claim) string {
	if len(c.Origins) == 0 {
		return ""
	}
	return count(len(c.Origins), "origin") + " at most"
}

// shared is an origin that several outlets of one claim rest on.
type shared struct {
	Origin  string
	Outlets []string
	All     bool // it is the only origin, of all outlets
}

// shared lists the origins that two or more outlets of c rest on, copies aside.
func (r *reading) shared(c *Claim) []shared {
	var out []shared
	var at []Evidence
	index := map[string]int{}
	for i := range c.Reports {
		p := &c.Reports[i]
		a := r.article(p.Article)
		if p.Unsure || a == nil || r.original(a.ID) != a.ID {
			continue // that copies rest on one source goes without saying
		}
		at = append(at, p.Evidence)
		if len(p.Chain) == 0 {
			continue
		}
		root := p.Chain[len(p.Chain)-1].Origin
		o, ok := r.originAt[root]
		if !ok {
			continue
		}
		k, ok := index[root]
		if !ok {
			k = len(out)
			index[root] = k
			out = append(out, shared{Origin: r.shown(oneLine(r.d.Origins[o].Name))})
		}
		if name := r.outletOf(a); !slices.Contains(out[k].Outlets, name) {
			out[k].Outlets = append(out[k].Outlets, name)
		}
	}
	all := len(r.outletsOf(at))
	for i := range out {
		out[i].All = len(out[i].Outlets) == all && len(c.Origins) < 2
	}
	return slices.DeleteFunc(out, func(s shared) bool { return len(s.Outlets) < 2 })
}

// outermost orders evidence by article and place, without what lies within other
// evidence.
func (r *reading) outermost(list []Evidence) []Evidence {
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b Evidence) int {
		return cmp.Or(cmp.Compare(r.articles[a.Article], r.articles[b.Article]), cmp.Compare(a.Article, b.Article),
			cmp.Compare(b.Field, a.Field), cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	var out []Evidence
	for _, e := range list {
		if n := len(out); n == 0 || out[n-1].Article != e.Article || out[n-1].Field != e.Field || out[n-1].End < e.End {
			out = append(out, e)
		}
	}
	return out
}

// outletsOf names the outlets that the evidence is from, each once.
func (r *reading) outletsOf(list []Evidence) []string {
	var out []string
	for _, e := range list {
		if a := r.article(e.Article); a != nil && !slices.Contains(out, r.outletOf(a)) {
			out = append(out, r.outletOf(a))
		}
	}
	return out
}

package dossier

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// strength says how many outlets and origins a claim has, and where accounts
// differ on it: "3 outlets, 1 by copying, 2 origins at most, see difference 1".
func (r *reading) strength(c *Claim) string {
	parts := []string{count(len(c.Outlets), "outlet")}
	for _, s := range []string{r.copiesOf(c), origins(c), r.contested(c)} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, ", ")
}

// contested names the conflicts and later figures that words of a claim take
// part in; empty when there is none.
func (r *reading) contested(c *Claim) string {
	var found []string
	for i, g := range r.loud {
		if g.Relation != "conflicts" && g.Relation != "updates" {
			continue
		}
		if slices.ContainsFunc(g.Positions, func(p Position) bool {
			return slices.ContainsFunc(p.Evidence, func(e Evidence) bool {
				return slices.ContainsFunc(c.Reports, func(q Report) bool {
					return q.Article == e.Article && q.Field == e.Field && q.Start < e.End && e.Start < q.End
				})
			})
		}) {
			found = append(found, fmt.Sprint(i+1))
		}
	}
	switch len(found) {
	case 0:
		return ""
	case 1:
		return "see difference " + found[0]
	}
	return "see differences " + strings.Join(found, ", ")
}

// copiesOf counts the outlets of a claim that only reprint others; empty when
// none does.
func (r *reading) copiesOf(c *Claim) string {
	var copies, originals []Evidence
	for i := range c.Reports {
		if e := c.Reports[i].Evidence; r.original(e.Article) != e.Article {
			copies = append(copies, e)
		} else {
			originals = append(originals, e)
		}
	}
	own := r.outletsOf(originals)
	n := 0
	for _, name := range r.outletsOf(copies) {
		if !slices.Contains(own, name) {
			n++
		}
	}
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("%d by copying", n)
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

// shared lists the origins that two or more outlets of c rest on.
func (r *reading) shared(c *Claim) []shared {
	var out []shared
	index := map[string]int{}
	for i := range c.Reports {
		p := &c.Reports[i]
		a := r.article(p.Article)
		if len(p.Chain) == 0 || a == nil {
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
	for i := range out {
		out[i].All = len(out[i].Outlets) == len(c.Outlets) && len(c.Origins) < 2
	}
	return slices.DeleteFunc(out, func(s shared) bool { return len(s.Outlets) < 2 })
}

// account is the reports of a claim that rest on the same chain and are made
// with the same firmness.
type account struct {
	behind string
	at     []Evidence
	one    bool // several outlets with one origin
}

// accounts groups the reports of c by what stands behind them. What several
// outlets share that is not one of the groups is returned apart.
func (r *reading) accounts(c *Claim) (list []account, apart []shared) {
	index := map[string]int{}
	for _, p := range r.reports(c) {
		key := r.behind(p)
		if key == "" { // own reporting, but a copy rests on what it copies
			if n := len(p.Chain); n > 0 {
				key = p.Chain[n-1].Origin + "\x00"
			} else {
				key = r.original(p.Article) + "\x00"
			}
		}
		k, ok := index[key]
		if !ok {
			k = len(list)
			index[key] = k
			list = append(list, account{behind: r.behind(p)})
		}
		list[k].at = append(list[k].at, p.Evidence)
	}
	for k := range list {
		list[k].at = r.outermost(list[k].at)
	}
	for _, s := range r.shared(c) {
		k := slices.IndexFunc(list, func(a account) bool { return slices.Equal(r.outletsOf(a.at), s.Outlets) })
		if k >= 0 {
			list[k].one = true
		} else {
			apart = append(apart, s)
		}
	}
	return list, apart
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

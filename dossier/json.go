package dossier

import (
	"encoding/json"
	"io"
)

// JSON writes d in its published form, indented, with lists that hold nothing
// as [] and a newline at the end. Numbers must be finite.
func (d *Dossier) JSON(w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(d.listed())
}

// listed returns d with empty lists in place of nil ones. It shares with d
// whatever it need not change.
func (d *Dossier) listed() *Dossier {
	c := *d
	c.Summary = each(d.Summary, nil)
	c.Articles = each(d.Articles, func(a *Article) {
		a.Regions = each(a.Regions, nil)
		a.Sentences = each(a.Sentences, nil)
	})
	c.Entities = each(d.Entities, func(e *Entity) {
		e.Aliases = each(e.Aliases, nil)
		e.Mentions = each(e.Mentions, nil)
	})
	c.Origins = each(d.Origins, func(o *Origin) { o.Mentions = each(o.Mentions, nil) })
	c.Claims = each(d.Claims, func(c *Claim) {
		c.Reports = each(c.Reports, func(r *Report) { r.Chain = each(r.Chain, nil) })
		c.Outlets = each(c.Outlets, nil)
		c.Originals = each(c.Originals, nil)
		c.Origins = each(c.Origins, nil)
	})
	c.Disagreements = each(d.Disagreements, func(g *Disagreement) {
		g.Positions = each(g.Positions, func(p *Position) {
			p.Outlets = each(p.Outlets, nil)
			p.Evidence = each(p.Evidence, nil)
		})
		g.Pairs = each(g.Pairs, nil)
	})
	c.Quotes = each(d.Quotes, func(q *Quote) { q.Renderings = each(q.Renderings, nil) })
	c.Timeline = each(d.Timeline, func(e *Event) { e.Evidence = each(e.Evidence, nil) })
	c.Figures = each(d.Figures, func(f *Figure) { f.Evidence = each(f.Evidence, nil) })
	c.Only = each(d.Only, func(r *Report) { r.Chain = each(r.Chain, nil) })
	c.Missing = each(d.Missing, func(m *Missing) { m.Outlets = each(m.Outlets, nil) })
	c.LeftOut = each(d.LeftOut, nil)
	c.Manifest.Inputs = each(d.Manifest.Inputs, nil)
	if c.Manifest.Stages == nil {
		c.Manifest.Stages = map[string]int{}
	}
	return &c
}

// each returns a copy of list that is never nil, with change made to its items.
func each[T any](list []T, change func(*T)) []T {
	list = append([]T{}, list...)
	if change != nil {
		for i := range list {
			change(&list[i])
		}
	}
	return list
}

package dossier

import (
	"fmt"
	"io"
	"testing"
)

// crowded is the canned dossier with its articles and lists many times over.
func crowded(t testing.TB, times int) *Dossier {
	one := canned(t)
	d := &Dossier{Synoptic: one.Synoptic, Title: one.Title}
	for n := range times {
		rename := func(id string) string { return fmt.Sprintf("%s-%d", id, n) }
		evs := func(list []Evidence) []Evidence {
			return each(list, func(e *Evidence) { e.Article = rename(e.Article) })
		}
		for _, a := range one.Articles {
			a.ID, a.Outlet = rename(a.ID), rename(a.Outlet)
			d.Articles = append(d.Articles, a)
		}
		for _, e := range one.Entities {
			e.ID, e.Mentions = rename(e.ID), evs(e.Mentions)
			d.Entities = append(d.Entities, e)
		}
		for _, c := range one.Claims {
			c.ID, c.Statement.Article = rename(c.ID), rename(c.Statement.Article)
			c.Reports = each(c.Reports, func(r *Report) { r.Article = rename(r.Article) })
			c.Outlets = each(c.Outlets, func(s *string) { *s = rename(*s) })
			d.Claims = append(d.Claims, c)
			d.Summary = append(d.Summary, c.ID)
		}
		for _, g := range one.Disagreements {
			g.Positions = each(g.Positions, func(p *Position) { p.Evidence = evs(p.Evidence) })
			d.Disagreements = append(d.Disagreements, g)
		}
		for _, q := range one.Quotes {
			q.Renderings = each(q.Renderings, func(r *Rendering) { r.Article = rename(r.Article) })
			d.Quotes = append(d.Quotes, q)
		}
		for _, e := range one.Timeline {
			e.Evidence = evs(e.Evidence)
			d.Timeline = append(d.Timeline, e)
		}
		for _, r := range one.Only {
			r.Evidence = evs([]Evidence{r.Evidence})[0]
			d.Only = append(d.Only, r)
		}
	}
	d.Origins = one.Origins
	return d
}

func BenchmarkRender(b *testing.B) {
	for _, times := range []int{1, 25} {
		d := crowded(b, times)
		for _, r := range renderings {
			b.Run(fmt.Sprintf("%s/articles=%d", r.file, len(d.Articles)), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if err := r.write(d, io.Discard); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

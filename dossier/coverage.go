package dossier

import "strings"

// coverage is the claims by the outlets that make them.
type coverage struct {
	rows []coverageRow
	left int // claims that are not shown
}

// coverageRow is a claim with what each outlet makes of it, in the order of
// outlets.
type coverageRow struct {
	claim *Claim
	cells []coverageCell
}

// coverageCell is how one outlet reports one claim, and where; at is nil when
// nothing of it was found there.
type coverageCell struct {
	how stance
	at  *Evidence
}

// stance is how an outlet reports a claim; of several reports the one named
// last here is shown.
type stance uint8

const (
	nothing  stance = iota
	copied          // in words taken over from another outlet
	hedged          // as possible or probable
	relayed         // as the words of a source
	flat            // in the outlet's own name
	opposing        // in a conflict with others
)

// stances are the mark and the name of each stance.
var stances = [...]struct{ mark, name string }{
	{"", ""}, {"○", "copied"}, {"◔", "as possible or probable"}, {"◐", "from a source"}, {"●", "in its own name"}, {"≠", "in conflict"},
}

const (
	charted = 40 // claims of a coverage, at most
	reduced = 90 // bytes of a claim in it, about
)

// coverage lays the foremost claims out by outlets; nil when there is one
// outlet only, or no claim that two have.
func (r *reading) coverage() *coverage {
	c := &coverage{}
	opposed := r.opposed()
	for _, x := range r.claims {
		if len(x.Outlets) < 2 {
			continue
		}
		if len(c.rows) == charted {
			c.left++
			continue
		}
		row := coverageRow{claim: x, cells: make([]coverageCell, len(r.outlets))}
		for i := range x.Reports {
			p := &x.Reports[i]
			n := r.outlet(p.Article)
			if n < 0 {
				continue
			}
			if how := r.stance(p, opposed); how > row.cells[n].how {
				e := p.Evidence
				row.cells[n] = coverageCell{how, &e}
			}
		}
		c.rows = append(c.rows, row)
	}
	if len(r.outlets) < 2 || len(c.rows) == 0 {
		return nil
	}
	return c
}

func (r *reading) stance(p *Report, opposed map[string][]Evidence) stance {
	for _, e := range opposed[p.Article] {
		if e.Field == p.Field && e.Start < p.End && p.Start < e.End {
			return opposing
		}
	}
	switch {
	case r.original(p.Article) != p.Article:
		return copied
	case p.Hedge == "possible" || p.Hedge == "probable":
		return hedged
	case len(r.chain(p)) > 0 || p.Hedge == "reported":
		return relayed
	}
	return flat
}

// opposed lists the evidence of conflicts by article.
func (r *reading) opposed() map[string][]Evidence {
	out := map[string][]Evidence{}
	for _, g := range r.loud {
		if g.Relation != "conflicts" {
			continue
		}
		for i := range g.Positions {
			for _, e := range g.Positions[i].Evidence {
				out[e.Article] = append(out[e.Article], e)
			}
		}
	}
	return out
}

// briefly gives the words that name a claim in a row.
func (r *reading) briefly(c *Claim) string {
	x := r.gist(c)
	x.bare()
	return clip(unlisted(strings.TrimSpace(x.words())), reduced)
}

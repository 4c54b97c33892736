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
	// differs is the shown number of the conflict that words of the claim take
	// part in, whose sides the cells tell; 0 when there is none.
	differs int
}

// coverageCell is how one outlet reports one claim, and where; at is nil when
// nothing of it was found there.
type coverageCell struct {
	how  stance
	at   *Evidence
	side string // in the conflict; letters of several when it tells several
}

// stance is how an outlet reports a claim; of several reports the firmest is
// shown.
type stance uint8

const (
	nothing stance = iota
	akin           // in words that may tell another fact
	copied         // in words taken over from another outlet
	hedged         // as possible or probable
	relayed        // as the words of a source
	flat           // in the outlet's own name
)

// stances are the mark and the name of each stance.
var stances = [...]struct{ Mark, How string }{
	{"", ""}, {"≈", "perhaps"}, {"○", "copied"}, {"◔", "as possible or probable"}, {"◐", "from a source"}, {"●", "in its own name"},
}

const (
	charted = 40 // claims of a coverage, at most
	reduced = 90 // bytes of a claim in it, about
)

// coverage lays the foremost claims out by outlets; nil when there is one
// outlet only, or no claim that two have.
func (r *reading) coverage() *coverage {
	c := &coverage{}
	for _, x := range r.claims[:r.sure] {
		switch {
		case len(c.rows) == charted:
			c.left++
		default:
			c.rows = append(c.rows, r.coverageRow(x))
		}
	}
	if len(r.outlets) < 2 || len(c.rows) == 0 {
		return nil
	}
	return c
}

func (r *reading) coverageRow(c *Claim) coverageRow {
	row := coverageRow{claim: c, cells: make([]coverageCell, len(r.outlets))}
	fill := func(e Evidence, how stance, side string) {
		n := r.outlet(e.Article)
		if n < 0 {
			return
		}
		cell := &row.cells[n]
		if cell.at == nil || how > cell.how {
			cell.how, cell.at = how, &e
		}
		if !strings.Contains(cell.side, side) {
			cell.side += side
		}
	}
	for i := range c.Reports {
		fill(c.Reports[i].Evidence, r.stance(&c.Reports[i]), "")
	}
	for _, n := range r.contested(c) {
		g := r.loud[n-1]
		if g.Relation != "conflicts" {
			continue
		}
		// Those who contradict the claim have a say in it too.
		row.differs = n
		for side, positions := range bySide(g) {
			for _, i := range positions {
				for _, e := range g.Positions[i].Evidence {
					p := r.report(e)
					if p == nil {
						p = &Report{Evidence: e}
					}
					fill(e, r.stance(p), sideName(side))
				}
			}
		}
		break
	}
	return row
}

func (r *reading) stance(p *Report) stance {
	switch {
	case p.Unsure:
		return akin
	case r.original(p.Article) != p.Article:
		return copied
	case p.Hedge == "possible" || p.Hedge == "probable":
		return hedged
	case len(r.chain(p)) > 0 || p.Hedge == "reported":
		return relayed
	}
	return flat
}

// sideName names a side of a difference: A, B, C …
func sideName(n int) string { return string(rune('A' + min(n, 25))) }

// briefly gives the words that name a claim in a row.
func (r *reading) briefly(c *Claim) string {
	x := r.gist(c)
	x.bare()
	return clip(unlisted(strings.TrimSpace(x.words())), reduced)
}

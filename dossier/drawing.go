package dossier

import (
	"fmt"
	"slices"
	"strings"
)

// What the page draws: origins, intervals, the words of quotations set against
// each other, and who reports which claim.

// pageTier is a tier of a graph and the ties from it to the next, as the data of
// an SVG path in a box of 100 by 1000.
type pageTier struct {
	Nodes []pageNode
	Ties  string
}

type pageNode struct {
	Name, Class string
	Note        string
	Pass        bool
}

func newPageGraph(g *graph) []pageTier {
	if g == nil {
		return nil
	}
	var out []pageTier
	for t, nodes := range g.tiers {
		tier := pageTier{}
		for _, n := range nodes {
			node := pageNode{Name: n.name, Pass: n.pass}
			if n.outlet >= 0 {
				node.Class = swatch(n.outlet)
			}
			var notes []string
			if n.copies > 0 {
				notes = append(notes, count(n.copies, "copy", "copies"))
			}
			if n.more > 0 {
				notes = append(notes, count(n.more, "more outlet"))
			}
			if n.own {
				notes = append(notes, "own reporting")
			}
			node.Note = strings.Join(notes, ", ")
			tier.Nodes = append(tier.Nodes, node)
		}
		if t < len(g.ties) {
			// Boxes stand evenly apart, each in the middle of its share.
			middle := func(k, t int) int { return (2*k + 1) * 500 / len(g.tiers[t]) }
			var path strings.Builder
			for _, x := range g.ties[t] {
				a, b := middle(x.from, t), middle(x.to, t+1)
				fmt.Fprintf(&path, "M0 %dC50 %d 50 %d 100 %d", a, a, b, b)
			}
			tier.Ties = path.String()
		}
		out = append(out, tier)
	}
	return out
}

// pageBar is a value between the ends of its axis, as the data of SVG paths in
// a box of 1000 by 10.
type pageBar struct {
	Low, High string
	Solid     string
	Open      string // where it goes on without a bound
}

// bar draws value i of a; nil without an axis, or when the value can't be drawn.
func (a *axis) bar(i int) *pageBar {
	if a == nil || !a.bars[i].drawn {
		return nil
	}
	b := a.bars[i]
	out := &pageBar{Low: a.low, High: a.high}
	switch {
	case b.below && b.above:
		out.Open = "M0 5H1000"
	case b.above:
		out.Solid, out.Open = fmt.Sprintf("M%d 5h0", b.from), fmt.Sprintf("M%d 5H1000", b.from)
	case b.below:
		out.Solid, out.Open = fmt.Sprintf("M%d 5h0", b.to), fmt.Sprintf("M0 5H%d", b.to)
	default:
		out.Solid = fmt.Sprintf("M%d 5H%d", b.from, b.to)
	}
	return out
}

// pageColumn is shared words of a collation, or the readings in their place.
type pageColumn struct {
	Shared   string
	Readings []pageReading
}

type pageReading struct {
	Words string
	Who   []outletLink
}

// collation sets versions against each other, and lists who gives those that
// are too unlike.
func (b *pageBuilder) collation(list []version) (columns []pageColumn, apart []outletLink) {
	taken := make([]bool, len(list))
	for _, c := range collation(list) {
		column := pageColumn{Shared: c.shared}
		for _, v := range c.readings {
			reading := pageReading{Words: v.words}
			for _, n := range v.versions {
				taken[n] = true
				for _, e := range list[n].at {
					reading.Who = append(reading.Who, b.who(e, ""))
				}
			}
			column.Readings = append(column.Readings, reading)
		}
		columns = append(columns, column)
	}
	for n := range list {
		for _, e := range list[n].at {
			if !taken[n] {
				apart = append(apart, b.who(e, ""))
			}
		}
	}
	return columns, apart
}

// pageScale is the values of a difference in numbers, drawn under each other.
type pageScale struct {
	Of     string
	N      int // number of the difference
	Values []pageValue
}

type pageValue struct {
	Value string
	Bar   *pageBar
	Who   []outletLink
}

// scales draws the differences in numbers.
func (b *pageBuilder) scales() []pageScale {
	var out []pageScale
	for n, g := range slices.Concat(b.loud, b.quiet) {
		a := g.axis()
		if a == nil || g.Slot == "date" {
			continue
		}
		s := pageScale{Of: b.subject(g), N: n + 1}
		for i := range g.Positions {
			p := &g.Positions[i]
			s.Values = append(s.Values, pageValue{oneLine(p.Value), a.bar(i), b.places(p.Evidence, anchored).Who})
		}
		out = append(out, s)
	}
	return out
}

type pageCoverage struct {
	Outlets  []outletLink
	Rows     []pageCoverageRow
	Key      []pageStance
	Disputed bool
	Left     int
}

type pageCoverageRow struct {
	N           int
	Href, Words string
	Count       string
	Differs     int // number of the difference, or 0
	Cells       []pageCell
}

type pageCell struct {
	N    int // index of the outlet
	Href string
	pageStance
	Side string
}

// pageStance is the mark of a stance and what it means.
type pageStance struct{ Mark, How string }

func (b *pageBuilder) coverage(outlets []outletLink) *pageCoverage {
	c := b.reading.coverage()
	if c == nil {
		return nil
	}
	p := &pageCoverage{Outlets: outlets, Left: c.left}
	used := [len(stances)]bool{}
	for _, r := range c.rows {
		row := pageCoverageRow{
			N: b.number[r.claim.ID], Words: b.briefly(r.claim), Differs: r.differs,
			Href:  fmt.Sprintf("#c%d", b.number[r.claim.ID]),
			Count: fmt.Sprintf("%d/%d", len(b.having(r.claim)), len(b.outlets)),
		}
		p.Disputed = p.Disputed || r.differs > 0
		for n, x := range r.cells {
			cell := pageCell{N: n}
			if x.at != nil {
				used[x.how] = true
				cell.Href = b.marks.link(*x.at, anchored)
				cell.pageStance = pageStance(stances[x.how])
				cell.Side = x.side
			}
			row.Cells = append(row.Cells, cell)
		}
		p.Rows = append(p.Rows, row)
	}
	for s, ok := range used {
		if ok && s > 0 {
			p.Key = append(p.Key, pageStance(stances[s]))
		}
	}
	return p
}

package dossier

import (
	"encoding/csv"
	"io"
	"slices"
	"strconv"
	"strings"
)

// Table is one file of the form that CSV gives.
type Table struct {
	Name string     // of the file: "claims.csv"
	Rows [][]string // the first names the columns
}

// Write writes t as RFC 4180 has it, but with lines that end in a newline
// alone: encoding/csv would give the line breaks within cells a carriage return
// too, and words would no longer be exact.
func (t Table) Write(w io.Writer) error {
	return csv.NewWriter(w).WriteAll(t.Rows)
}

// CSV returns the claims, quotations and disagreements of d as tables, in the
// order and under the numbers of the other renderings. Each row has the words
// of one report with where they stand, as byte offsets in the article's text or
// in the field that is named. A quotation that only an article and its copies
// have alike is not shown elsewhere; it stands last, without a number.
//
// A cell of a source's words that a spreadsheet might take for a formula has an
// apostrophe before it.
func (d *Dossier) CSV() []Table {
	r := newReading(d)
	return []Table{r.claimTable(), r.quotationTable(), r.disagreementTable()}
}

// leading names the columns that every table begins with.
var leading = []string{"number", "id", "outlet", "article", "copy_of", "published", "url", "words", "field", "start", "end"}

func newTable(name string, special ...string) Table {
	return Table{name, [][]string{slices.Concat(leading, special)}}
}

// add appends a row. The cells of special are as they are to be written.
func (t *Table) add(r *reading, n int, id string, e Evidence, special ...string) {
	var a Article // stays empty when the dossier does not hold the article
	if found := r.article(e.Article); found != nil {
		a = *found
	}
	number, original := "", ""
	if n > 0 {
		number = strconv.Itoa(n)
	}
	if a.CopyOf != nil {
		original = *a.CopyOf
	}
	t.Rows = append(t.Rows, slices.Concat([]string{
		number, inert(id), inert(a.Outlet), inert(e.Article), inert(original), inert(a.Published), inert(a.URL),
		inert(e.Text), inert(e.Field), strconv.Itoa(e.Start), strconv.Itoa(e.End),
	}, special))
}

func (r *reading) claimTable() Table {
	t := newTable("claims.csv", "outlets", "originals", "origins_at_most", "polarity", "hedge", "chain", "confidence", "unsure")
	for _, shown := range slices.Concat(r.claims, r.lone) {
		for _, c := range append([]*Claim{shown}, r.alike[shown]...) {
			for i := range c.Reports {
				p := &c.Reports[i]
				t.add(r, r.number[c.ID], c.ID, p.Evidence,
					strconv.Itoa(len(c.Outlets)), strconv.Itoa(len(c.Originals)), strconv.Itoa(len(c.Origins)),
					inert(p.Polarity), inert(p.Hedge), inert(r.relayed(p)), decimal(&c.Confidence), strconv.FormatBool(p.Unsure))
			}
		}
	}
	return t
}

// relayed writes the chain of a report as "the minister via state media".
func (r *reading) relayed(p *Report) string {
	var names []string
	for _, s := range slices.Backward(r.chain(p)) {
		names = append(names, s.name)
	}
	return strings.Join(names, " via ")
}

func (r *reading) quotationTable() Table {
	t := newTable("quotations.csv", "speaker", "kind", "relation")
	add := func(n int, q *Quote) {
		for _, p := range q.Renderings {
			t.add(r, n, q.ID, p.Evidence, inert(q.SpeakerName), inert(p.Kind), inert(q.Relation))
		}
	}
	for i, q := range r.utterances {
		add(i+1, q)
	}
	for i := range r.d.Quotes {
		if q := &r.d.Quotes[i]; !slices.Contains(r.utterances, q) {
			add(0, q)
		}
	}
	return t
}

func (r *reading) disagreementTable() Table {
	t := newTable("disagreements.csv", "slot", "about", "relation", "side", "value", "low", "high", "unit", "earliest", "latest", "confidence")
	for i, g := range slices.Concat(r.loud, r.quiet) {
		for _, side := range bySide(g) {
			for _, n := range side {
				p := &g.Positions[n]
				for _, e := range p.Evidence {
					t.add(r, i+1, g.ID, e,
						inert(g.Slot), inert(g.About), inert(g.Relation), strconv.Itoa(p.Side), inert(p.Value),
						decimal(p.Low), decimal(p.High), inert(p.Unit), inert(p.Earliest), inert(p.Latest), decimal(&g.Confidence))
				}
			}
		}
	}
	return t
}

// decimal writes a number that may be open.
func decimal(x *float64) string {
	if x == nil {
		return ""
	}
	return strconv.FormatFloat(*x, 'f', -1, 64)
}

// What a spreadsheet may take for the beginning of a formula, after OWASP's
// "CSV Injection": its signs, their full-width forms, and what it passes over
// before them.
const formula = "=+-@＝＋－＠\t\r\n\x00"

// inert returns s so that no spreadsheet runs it: with an apostrophe before it
// when it begins like a formula. Where apostrophes precede that already it adds
// one as well, so that taking one away always gives s back.
func inert(s string) string {
	rest := strings.TrimLeft(s, "'")
	if rest != "" && strings.IndexAny(rest, formula) == 0 {
		return "'" + s
	}
	return s
}

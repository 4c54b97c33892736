package article

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"synoptic/article/moment"
	"synoptic/lang"
	"synoptic/span"
)

// How many words make a paragraph of the report itself, rather than a line
// beside it.
const fullWords = 16

// mark finds the regions of a's text by general rules, and takes the date and
// the byline from there when a has none. It would rather leave a line
// unmarked than mark news as something else, most of all in the middle of the
// text.
func mark(a *Article, l *lang.Article) {
	m := &marker{text: Mend(a.Text, false, blanks), title: fold(a.Title), l: l}
	for _, s := range Paragraphs(a.Text) {
		m.ps = append(m.ps, newPara(m.text, trim(m.text, s)))
	}
	m.date()
	m.repeats()
	m.furniture()
	m.head()
	m.captions()
	m.datelines()
	m.labels()
	m.tail()
	m.quoted()
	for i := range m.ps {
		if p := &m.ps[i]; p.kind != "" {
			m.add(p.Span, p.kind)
			if p.kind == Caption {
				m.credit(p)
			}
		}
	}
	for i := range m.regions {
		m.regions[i].Span = around(a.Text, m.text, m.regions[i].Span)
	}
	sortRegions(m.regions)
	a.Regions = nested(m.regions)
	if a.Published == "" && m.published != "" {
		a.Published, a.From = m.published, FromText
	}
	if day := moment.Addressed(a.URL); a.Published == "" && day != "" {
		a.Published, a.From = day, FromMarkup
	}
	if a.Byline == "" {
		a.Byline = m.byline
	}
}

// nested leaves out regions that begin within another and end outside it.
// Regions must be sorted.
func nested(regions []Region) []Region {
	var open []Region // each within the one before
	return slices.DeleteFunc(regions, func(r Region) bool {
		for len(open) > 0 && open[len(open)-1].End <= r.Start {
			open = open[:len(open)-1]
		}
		if len(open) > 0 && !open[len(open)-1].Contains(r.Span) {
			return true
		}
		open = append(open, r)
		return false
	})
}

// strike marks lines of a that can't be read as no part of the report.
func strike(a *Article, lines []span.Span) {
	a.Regions = slices.DeleteFunc(a.Regions, func(r Region) bool {
		return slices.ContainsFunc(lines, func(s span.Span) bool { return s.Overlaps(r.Span) })
	})
	for _, s := range lines {
		a.Regions = append(a.Regions, Region{s, Boilerplate})
	}
	sortRegions(a.Regions)
}

// marker is one text while its regions are found.
type marker struct {
	text    string
	title   string // given apart from the text, folded
	l       *lang.Article
	ps      []para
	lead    int // the first paragraph of the report itself
	regions []Region

	published, byline string // as the text says
}

// para is a paragraph, less what was taken off its start.
type para struct {
	span.Span
	kind   Kind   // of the whole paragraph; empty for the report itself
	fold   string // in lower case, with plain marks and single spaces
	words  int
	closes bool // ends as a sentence does
}

func newPara(text string, s span.Span) para {
	f := fold(s.Text(text))
	return para{Span: s, fold: f, words: strings.Count(f, " ") + 1, closes: closes(s.Text(text))}
}

// full reports whether p looks like a paragraph of the report.
func (p *para) full() bool { return p.kind == "" && p.words >= fullWords && p.closes }

func (m *marker) add(s span.Span, k Kind) {
	m.regions = append(m.regions, Region{s, k})
}

// cut gives the start of p, up to byte offset end of the text, to a region of
// its own.
func (m *marker) cut(p *para, end int, k Kind) {
	m.add(trim(m.text, span.Span{Start: p.Start, End: end}), k)
	kind := p.kind
	*p = newPara(m.text, trim(m.text, span.Span{Start: end, End: p.End}))
	p.kind = kind
}

// last is the index of the last full paragraph, or -1.
func (m *marker) last() int {
	for i := len(m.ps) - 1; i >= 0; i-- {
		if m.ps[i].full() {
			return i
		}
	}
	return -1
}

// fold brings s into the form that word lists are in.
func fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		if unicode.IsSpace(r) {
			space = b.Len() > 0
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		switch r {
		case '’', '‘', '‛', '`', '´':
			b.WriteByte('\'')
		case '“', '”', '„', '‟', '«', '»':
			b.WriteByte('"')
		case '©':
			b.WriteString("(c)")
		case '\u200b', '\ufeff', '\u00ad':
		default:
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// bare is a word without the marks around it.
func bare(word string) string {
	return strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// capital reports whether word begins with an upper-case letter, whatever
// marks stand before it.
func capital(word string) bool {
	r, _ := utf8.DecodeRuneInString(bare(word))
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}

package dossier

import (
	"cmp"
	"fmt"
	"html/template"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// marks are the places in the articles that the lists of a page link to.
type marks struct {
	r      *reading
	list   []map[place]*spot // by article
	titled []bool            // by article: its title is shown apart from its text
}

// place is a range of bytes in a field of an article.
type place struct {
	field      string
	start, end int
}

// spot is a place that is linked to, with what the links say of it.
type spot struct {
	place
	weight weight
	refs   []backlink
}

// backlink leads from a place in an article to the list that speaks of it.
type backlink struct {
	href, label, title string
}

// weight says how much a spot shows; a spot with several uses shows the most.
type weight uint8

const (
	anchored weight = iota // a link's target, without any look of its own
	quoted
	agreed
	single
	differing
	conflicting
)

// classes are the looks of the weights.
var classes = [...]string{"", "quoted", "agreed", "single", "differing", "conflicting"}

func newMarks(r *reading) *marks {
	m := &marks{r: r, list: make([]map[place]*spot, len(r.d.Articles)), titled: make([]bool, len(r.d.Articles))}
	for i := range m.list {
		a := &r.d.Articles[i]
		m.list[i] = map[place]*spot{}
		m.titled[i] = !strings.HasPrefix(a.Text, a.Title)
	}
	return m
}

// link registers e as the target of a link and returns its address in the page;
// empty when the page does not hold the words.
func (m *marks) link(e Evidence, w weight, back ...backlink) string {
	n, ok := m.r.articles[e.Article]
	if !ok {
		return ""
	}
	text := m.r.d.Articles[n].Text
	if e.Field == "title" {
		text = m.r.d.Articles[n].Title
		m.titled[n] = true
	} else if e.Field != "" {
		return ""
	}
	if !within(text, e.Start, e.End) || strings.TrimSpace(text[e.Start:e.End]) == "" {
		return ""
	}
	p := place{e.Field, e.Start, e.End}
	s := m.list[n][p]
	if s == nil {
		s = &spot{place: p}
		m.list[n][p] = s
	}
	s.weight = max(s.weight, w)
	for _, b := range back {
		if !slices.Contains(s.refs, b) {
			s.refs = append(s.refs, b)
		}
	}
	return "#" + anchor(n, p)
}

// within reports whether the range is in bounds of text, not empty, and on rune
// boundaries.
func within(text string, start, end int) bool {
	return 0 <= start && start < end && end <= len(text) && utf8.RuneStart(text[start]) &&
		(end == len(text) || utf8.RuneStart(text[end]))
}

func anchor(n int, p place) string {
	field := ""
	if p.field != "" {
		field = p.field + "-"
	}
	return fmt.Sprintf("a%d-%s%d-%d", n+1, field, p.start, p.end)
}

// item is what is opened and closed within a paragraph: a spot or a region.
type item struct {
	*spot
	kind       string // of a region
	start, end int
	opened     bool
}

// title writes the title of article n with its spots marked; empty when the
// text begins with it.
func (m *marks) title(n int) template.HTML {
	a := &m.r.d.Articles[n]
	if !m.titled[n] || strings.TrimSpace(a.Title) == "" {
		return ""
	}
	var b strings.Builder
	m.inline(&b, n, a.Title, 0, len(a.Title), m.items(n, "title", a.Title, nil))
	return template.HTML(b.String())
}

// body writes the text of article n in paragraphs, its regions labelled and its
// spots marked.
func (m *marks) body(n int) template.HTML {
	a := &m.r.d.Articles[n]
	var b strings.Builder
	var regions []Region
	for _, g := range a.Regions {
		if within(a.Text, g.Start, g.End) {
			regions = append(regions, g)
		}
	}
	slices.SortStableFunc(regions, func(x, y Region) int {
		return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(y.End, x.End))
	})
	items := m.items(n, "", a.Text, regions)
	var active []*item // those that reach into the paragraph
	labelled := ""
	for _, p := range paragraphs(a.Text) {
		active = slices.DeleteFunc(active, func(t *item) bool { return t.end <= p.Start })
		for len(items) > 0 && items[0].start < p.End {
			if items[0].end > p.Start {
				active = append(active, items[0])
			}
			items = items[1:]
		}
		block := ""
		inner := make([]*item, 0, len(active))
		for _, t := range active {
			if t.spot == nil && t.start <= p.Start && p.End <= t.end {
				block = t.kind
			} else {
				inner = append(inner, t)
			}
		}
		switch {
		case block == "":
			b.WriteString("<p>")
		case block == "headline":
			b.WriteString(`<p class="headline">`)
		case block == labelled:
			b.WriteString(`<p class="region">`)
		default:
			b.WriteString(`<p class="region"><span class="kind">` + template.HTMLEscapeString(regionName(block)) + `</span> `)
		}
		labelled = block
		m.inline(&b, n, a.Text, p.Start, p.End, inner)
		b.WriteString("</p>\n")
	}
	return template.HTML(b.String())
}

// items lists the spots of a field and the regions in the order of span.Compare.
func (m *marks) items(n int, field, text string, regions []Region) []*item {
	var list []*item
	for _, g := range regions {
		list = append(list, &item{kind: g.Kind, start: g.Start, end: g.End})
	}
	for _, s := range m.list[n] {
		if s.field != field {
			continue
		}
		// What ends in the white space between paragraphs would end in none.
		words := text[s.start:s.end]
		start := s.end - len(strings.TrimLeftFunc(words, unicode.IsSpace))
		end := s.start + len(strings.TrimRightFunc(words, unicode.IsSpace))
		list = append(list, &item{spot: s, start: start, end: end})
	}
	slices.SortStableFunc(list, func(x, y *item) int {
		if c := cmp.Or(cmp.Compare(x.start, y.start), cmp.Compare(y.end, x.end)); c != 0 {
			return c
		}
		if x.spot == nil || y.spot == nil { // regions first, in their order
			return cmp.Compare(btoi(x.spot != nil), btoi(y.spot != nil))
		}
		return cmp.Or(cmp.Compare(x.spot.start, y.spot.start), cmp.Compare(x.spot.end, y.spot.end))
	})
	return list
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// deepest is how many spots may stand open in one another. A spot within so
// many is still a link's target, but is not marked; this keeps pages linear in
// the number of spots.
const deepest = 8

// inline writes text[from:to] with items opened and closed where they begin
// and end. Where two cross, the later one is closed and opened again.
func (m *marks) inline(b *strings.Builder, n int, text string, from, to int, items []*item) {
	var open []*item
	at := from
	write := func(end int) {
		b.WriteString(template.HTMLEscapeString(mended(text[at:end])))
		at = end
	}
	// closeUntil closes what ends at or before limit.
	closeUntil := func(limit int) {
		for len(open) > 0 {
			next := open[0].end
			for _, t := range open {
				next = min(next, t.end)
			}
			if next > limit {
				return
			}
			write(next)
			low := slices.IndexFunc(open, func(t *item) bool { return t.end == next })
			rest := slices.Clone(open[low:])
			for i := len(rest) - 1; i >= 0; i-- {
				b.WriteString(closing(rest[i]))
			}
			open = open[:low]
			var ended []*item
			for _, t := range rest {
				if t.end == next {
					ended = append(ended, t)
				} else {
					open = append(open, t)
				}
			}
			for _, t := range open[low:] {
				b.WriteString(m.opening(n, t))
			}
			m.refs(b, ended...)
		}
	}
	for _, t := range items {
		start := max(t.start, from)
		closeUntil(start)
		write(start)
		if len(open) == deepest {
			if t.spot != nil && !t.opened {
				t.opened = true
				b.WriteString(`<span id="` + anchor(n, t.place) + `"></span>`)
				m.refs(b, t)
			}
			continue
		}
		b.WriteString(m.opening(n, t))
		open = append(open, t)
	}
	closeUntil(to)
	write(to)
	for i := len(open) - 1; i >= 0; i-- { // what goes on in the next paragraph
		b.WriteString(closing(open[i]))
	}
}

func (m *marks) opening(n int, t *item) string {
	if t.spot == nil {
		return `<span class="part" title="` + template.HTMLEscapeString(regionName(t.kind)) + `">`
	}
	id := ""
	if !t.opened {
		id = ` id="` + anchor(n, t.place) + `"`
		t.opened = true
	}
	if t.weight == anchored {
		return "<span" + id + ">"
	}
	return `<mark class="` + classes[t.weight] + `"` + id + ">"
}

func closing(t *item) string {
	if t.spot == nil || t.weight == anchored {
		return "</span>"
	}
	return "</mark>"
}

// refs writes the links back to the lists after the words that they are about.
func (m *marks) refs(b *strings.Builder, ended ...*item) {
	var refs []backlink
	for _, t := range ended {
		if t.spot != nil {
			refs = append(refs, t.refs...)
		}
	}
	for _, r := range refs {
		title, label := template.HTMLEscapeString(r.title), template.HTMLEscapeString(r.label)
		b.WriteString(`<a class="ref" href="` + r.href + `" title="` + title + `" aria-label="` + label + ", " + title + `">` + label + "</a>")
	}
}

// regionName names a kind of region in plain words.
func regionName(kind string) string { return strings.ReplaceAll(oneLine(kind), "_", " ") }

// paragraphs splits text at newlines, but not within hard-wrapped text, and
// leaves out the white space around.
func paragraphs(text string) []Span {
	var out []Span
	add := func(start, end int) {
		s := strings.TrimSpace(text[start:end])
		if s == "" {
			return
		}
		start += strings.Index(text[start:end], s)
		out = append(out, Span{Start: start, End: start + len(s)})
	}
	var lines []Span // of a block without blank lines
	flush := func() {
		if len(lines) > 1 && hardWrapped(text, lines) {
			add(lines[0].Start, lines[len(lines)-1].End)
		} else {
			for _, l := range lines {
				add(l.Start, l.End)
			}
		}
		lines = lines[:0]
	}
	for at := 0; at <= len(text); {
		end := len(text)
		if n := strings.IndexByte(text[at:], '\n'); n >= 0 {
			end = at + n
		}
		if strings.TrimSpace(text[at:end]) == "" {
			flush()
		} else {
			lines = append(lines, Span{Start: at, End: end})
		}
		at = end + 1
	}
	flush()
	return out
}

// hardWrapped tells lines that were broken to fit a width from paragraphs of
// one line each: all but the last are about as long as a line of print.
func hardWrapped(text string, lines []Span) bool {
	for _, l := range lines[:len(lines)-1] {
		if n := utf8.RuneCountInString(text[l.Start:l.End]); n < 45 || n > 100 {
			return false
		}
	}
	return true
}

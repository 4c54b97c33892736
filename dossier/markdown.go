package dossier

import (
	"bufio"
	"io"
	"strings"
)

// Markdown writes d as GitHub-flavoured Markdown, in the order of Text and with
// the words of every report.
func (d *Dossier) Markdown(w io.Writer) error {
	m := &markdown{newReading(d), bufio.NewWriter(w)}
	m.header()
	m.differences()
	m.summary()
	m.shares()
	m.same()
	m.quotes()
	m.timeline()
	m.figures()
	m.people()
	m.only()
	m.missing()
	m.foot()
	return m.out.Flush()
}

// markdown writes a reading. Write errors stay in out until the flush.
type markdown struct {
	*reading
	out *bufio.Writer
}

func (m *markdown) line(parts ...string) {
	for _, s := range parts {
		m.out.WriteString(s)
	}
	m.out.WriteByte('\n')
}

func (m *markdown) heading(name string) { m.line("\n## ", name, "\n") }

func (m *markdown) table(columns ...string) {
	m.cells(columns...)
	m.line("|", strings.Repeat(" --- |", len(columns)))
}

func (m *markdown) cells(cells ...string) { m.line("| ", strings.Join(cells, " | "), " |") }

// places says where each of list stands.
func (m *markdown) places(list []Evidence) string {
	var parts []string
	for _, e := range m.outermost(list) {
		parts = append(parts, escape(m.place(e)))
	}
	return "[" + strings.Join(parts, ", ") + "]"
}

func (m *markdown) header() {
	words, from := m.title()
	m.line("# ", escape(words))
	m.line()
	if from != nil {
		m.line(m.places([]Evidence{*from}), "  ")
	}
	m.line(m.scope())
	for _, s := range m.reprints() {
		m.line()
		m.line(escape(s))
	}
	m.line()
	if m.dated() {
		m.compared()
	} else {
		m.line(escape(strings.Join(m.labels, ", ")))
	}
	if len(m.d.LeftOut) > 0 {
		m.line("\nLeft out:\n")
		for _, l := range m.d.LeftOut {
			m.line("- ", escape(oneLine(l.Path)), ": ", escape(oneLine(l.Reason)))
		}
	}
}

// compared tables what is known of the reports.
func (m *markdown) compared() {
	m.table("Outlet", "Published", "Title")
	for i := range m.d.Articles {
		a := &m.d.Articles[i]
		title := escape(oneLine(a.Title))
		if link := webLink(a.URL); link != "" {
			if title == "" {
				title = escape(oneLine(a.URL))
			}
			title = "[" + title + "](<" + strings.NewReplacer("<", "%3C", ">", "%3E", " ", "%20", "\\", "%5C", "|", "%7C").Replace(oneLine(link)) + ">)"
		}
		if a.CopyOf != nil {
			title = strings.TrimSpace(title + " copy of " + escape(m.label(*a.CopyOf)))
		}
		m.cells(escape(m.labels[i]), escape(date(a.Published)), title)
	}
}

func (m *markdown) differences() {
	m.heading("Differences")
	m.terms(m.differenceTerms())
	if len(m.loud) == 0 {
		m.line("None found.")
	}
	for i, g := range m.loud {
		if i > 0 {
			m.line()
		}
		m.line("### ", number(float64(i+1)), ". ", escape(capital(g.relationName())), " · ", m.head(g), "\n")
		m.positions(g)
	}
}

// same lists what is said differently without conflict.
func (m *markdown) same() {
	if len(m.quiet) > 0 {
		m.heading("Said differently, no conflict")
		for i, g := range m.quiet {
			if i > 0 {
				m.line()
			}
			m.line("**", m.head(g), "**\n")
			m.positions(g)
		}
	}
}

func (m *markdown) head(g *Disagreement) string {
	return strings.Trim(escape(question(g))+" · "+escape(m.subject(g)), " ·")
}

// positions writes the table of one disagreement, a row for each wording.
func (m *markdown) positions(g *Disagreement) {
	m.table("Value", "Outlets", "Exact words", "Behind it")
	for _, side := range bySide(g) {
		for _, i := range side {
			p := &g.Positions[i]
			value := "**" + escape(oneLine(p.Value)) + "**"
			if oneLine(p.Value) == "" {
				value = ""
			}
			list := m.excerpts(p.Evidence, m.stated(g))
			for n, x := range list {
				if n == crowd {
					m.cells("", count(len(list)-n, "more", "more"), m.places(places(list[n:])), "")
					break
				}
				m.cells(value, escape(strings.Join(m.who(x.at), ", ")), m.words(&x), escape(m.note(g, &x)))
				value = ""
			}
			if rest := m.unseen(p); len(rest) > 0 || len(p.Evidence) == 0 {
				m.cells(value, escape(strings.Join(rest, ", ")), "", "")
			}
		}
	}
}

func (m *markdown) summary() {
	list := m.briefs()
	if len(list) == 0 {
		return
	}
	m.heading("In short")
	for _, s := range list {
		line := "- " + m.words(&s.excerpt)
		for i, c := range s.claims {
			if i > 0 {
				line += ";"
			}
			line += " " + m.spread(c) + ", claim " + number(float64(m.number[c.ID]))
			if differs := m.differs(c); differs != "" {
				line += ", " + differs
			}
		}
		m.line(line)
	}
}

// words writes an excerpt and where each of it stands.
func (m *markdown) words(x *excerpt) string {
	return escape(setOff(x.pieces)) + " " + m.places(x.at)
}

// terms explains words that follow.
func (m *markdown) terms(list []term) {
	for _, x := range list {
		m.line("- *", escape(x.Name), "*: ", escape(x.Means))
	}
	if len(list) > 0 {
		m.line()
	}
}

func (m *markdown) shares() {
	if len(m.claims) == 0 {
		return
	}
	m.heading("What they share")
	m.terms(m.claimTerms())
	for i, c := range m.claims {
		if i > 0 {
			m.line()
		}
		if i == m.sure {
			m.line(perhapsHeading, ":\n")
		}
		m.line("**", number(float64(i+1)), ".** ", m.statement(c), "  ")
		m.line(m.strength(c))
		m.line()
		for _, s := range m.shared(c) {
			if s.All {
				m.line("- **One origin behind all:** ", escape(s.Origin))
				continue
			}
			m.line("- **Same source:** ", escape(strings.Join(s.Outlets, ", ")), " · ", escape(s.Origin))
		}
		for _, x := range m.wordings(c) {
			m.line("- ", m.words(&x), dash(m.besideWording(&x)))
		}
	}
}

func (m *markdown) quotes() {
	if len(m.utterances) == 0 {
		return
	}
	m.heading("Quotations")
	for i, q := range m.utterances {
		if i > 0 {
			m.line()
		}
		m.line("**", escape(q.speaker()), "**, ", escape(quoteRelation(q.Relation)), "\n")
		for _, v := range q.versions() {
			var words []string
			for _, r := range v.runs {
				if r.differs {
					words = append(words, "**"+escape(r.text)+"**")
				} else {
					words = append(words, escape(r.text))
				}
			}
			line := strings.Join(words, " ") + " " + m.places(v.at)
			line += dash(v.manner())
			m.line("- ", line)
		}
	}
}

func (m *markdown) timeline() {
	if len(m.d.Timeline) == 0 {
		return
	}
	m.heading("Timeline")
	m.table("When", "Exact words")
	for _, t := range m.moments() {
		when := escape(t.when)
		for i, x := range t.list {
			if i == busy && len(t.list) > busy+1 {
				m.cells("", count(len(t.list)-busy, "more", "more")+" "+m.places(places(t.list[busy:])))
				break
			}
			m.cells(when, m.words(&x))
			when = ""
		}
	}
}

func (m *markdown) figures() {
	list := m.reading.figures()
	if len(list) == 0 {
		return
	}
	m.heading("Figures")
	m.table("Of", "Figure", "Exact words")
	for _, f := range list {
		of, value := escape(oneLine(f.Of)), escape(f.value())
		for _, x := range m.excerpts(f.Evidence, m.report) {
			m.cells(of, value, m.words(&x))
			of, value = "", ""
		}
	}
}

func (m *markdown) people() {
	c := m.cast()
	if len(c.first)+len(c.where)+len(c.once) == 0 {
		return
	}
	m.heading("Who is who")
	for _, e := range c.first {
		line := "- **" + escape(oneLine(e.Name)) + "**"
		if e.kind() != "" {
			line += " " + escape(e.kind())
		}
		if others := e.others(); len(others) > 0 {
			line += ", also " + escape(strings.Join(others, ", "))
		}
		m.line(line, " · in ", count(len(m.from(e.Mentions)), "report"), " ", m.places(e.Mentions[:1]))
	}
	if len(c.more) > 0 {
		m.line("- In several reports too: ", escape(strings.Join(names(c.more), ", ")))
	}
	if len(c.where) > 0 {
		m.line("- Places and groups: ", escape(strings.Join(names(c.where), ", ")))
	}
	if n := len(c.once); n > 0 {
		m.line("- ", count(n, "more", "more"), " in one report only")
	}
}

func (m *markdown) only() {
	if len(m.d.Only) == 0 {
		return
	}
	m.heading("Only here")
	for i, s := range m.soles() {
		if i > 0 {
			m.line()
		}
		m.line("**", escape(s.label), "**\n")
		for _, x := range s.list {
			m.line("- ", m.words(&x), dash(m.beside(&x)))
		}
	}
}

func (m *markdown) missing() {
	list := m.lacks()
	if len(list) == 0 {
		return
	}
	m.heading("Not found in")
	for i, l := range list {
		if i > 0 {
			m.line()
		}
		m.line("**", escape(l.outlet), "**\n")
		for _, c := range l.claims {
			m.line("- claim ", number(float64(m.number[c.ID])), ": ", m.statement(c))
		}
	}
}

// statement writes what a claim says and where it stands.
func (m *markdown) statement(c *Claim) string {
	x := m.gist(c)
	return m.words(&x)
}

func (m *markdown) foot() {
	m.line("\n---\n")
	s := "Synoptic " + escape(oneLine(m.d.Synoptic)) + ". " + setOffMeans + " Numbers in brackets are byte offsets in each article's text."
	if n := m.d.UnalignedSentences; n > 0 {
		s += " " + count(n, "sentence stands", "sentences stand") + " in none of these lists."
	}
	m.line(s)
}

// dash puts what is said of some words after them.
func dash(note string) string {
	if note == "" {
		return ""
	}
	return " " + escape(note)
}

// escape keeps s from being read as Markdown or HTML.
func escape(s string) string {
	var b strings.Builder
	for i, c := range s {
		switch c {
		case '&':
			b.WriteString("&amp;")
			continue
		case '<':
			b.WriteString("&lt;")
			continue
		case '\\', '`', '*', '_', '[', ']', '|', '~', '#', '>', '$':
			b.WriteByte('\\')
		case '-', '+', '=':
			if i == 0 {
				b.WriteByte('\\')
			}
		case '.', ')': // "1. " begins a list
			if allDigits(s[:i]) && strings.HasPrefix(s[i+1:]+" ", " ") {
				b.WriteByte('\\')
			}
		}
		b.WriteRune(c)
	}
	return b.String()
}

func allDigits(s string) bool {
	return strings.Trim(s, "0123456789") == ""
}

// capital returns s with its first letter, an ASCII one, in upper case.
func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// webLink returns url if it can be linked to safely, else nothing.
func webLink(url string) string {
	lower := strings.ToLower(url)
	if strings.HasPrefix(lower, "https://") || strings.HasPrefix(lower, "http://") {
		return url
	}
	return ""
}

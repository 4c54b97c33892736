package article

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"synoptic/span"
)

// How far from the top, in paragraphs, what belongs above the report may stand.
const headParagraphs = 8

// Most words above what still belongs to the head.
const maxAbove = 90

// date takes off a publication date that opens the text.
func (m *marker) date() {
	if len(m.ps) == 0 {
		return
	}
	p := &m.ps[0]
	fields := fieldsOf(m.text, p.Span)
	n := 0
	for n < len(fields) && n < 2 && m.l.Dates.Has(strings.ToLower(bare(fields[n].Text(m.text)))) {
		n++
	}
	if n == len(fields) {
		return
	}
	iso := fields[n].Text(m.text)
	if _, err := time.Parse(time.DateOnly, bare(iso)); err != nil {
		return // dates in words are lines of their own: see dateLine
	}
	m.published = bare(iso)
	if n+1 < len(fields) && m.clock(fields[n+1].Text(m.text)) {
		n++
	}
	if n+1 == len(fields) {
		p.kind = Date
		return
	}
	m.cut(p, fields[n].End, Date)
}

// fieldsOf returns the words of s, as white space parts them.
func fieldsOf(text string, s span.Span) []span.Span {
	var fields []span.Span
	start := -1
	for i, r := range s.Text(text) {
		switch space := unicode.IsSpace(r); {
		case space && start >= 0:
			fields = append(fields, span.Span{Start: start, End: s.Start + i})
			start = -1
		case !space && start < 0:
			start = s.Start + i
		}
	}
	if start >= 0 {
		fields = append(fields, span.Span{Start: start, End: s.End})
	}
	return fields
}

// dateLine reads a line that says when the report was published and nothing
// else. The date is empty when the line gives no year.
func (m *marker) dateLine(s string) (date string, ok bool) {
	words := strings.Fields(s)
	if len(words) > 14 {
		return "", false
	}
	year, month, day, dates := 0, 0, 0, 0
	for _, w := range words {
		b := strings.ToLower(bare(w))
		if at, err := time.Parse(time.DateOnly, strings.ToUpper(b[:min(len(b), len(time.DateOnly))])); err == nil {
			year, month, day = at.Year(), int(at.Month()), at.Day()
			dates++
			continue
		}
		n, err := strconv.Atoi(strings.TrimRight(b, "sthndr"))
		switch {
		case b == "" || m.l.Dates.Has(b) || m.l.Days.Has(b):
		case m.l.Months[b] > 0 && month == 0:
			month = m.l.Months[b]
		case err == nil && day == 0 && 1 <= n && n <= 31:
			day = n
		case err == nil && year == 0 && 1900 <= n && n < 2200:
			year = n
		case m.clock(w):
		default:
			return "", false
		}
	}
	if month == 0 || day == 0 {
		return "", false
	}
	if year > 0 {
		date = fmt.Sprintf("%04d-%02d-%02d", year, month, day)
		if _, err := time.Parse(time.DateOnly, date); err != nil {
			return "", false
		}
	}
	return date, true
}

// clock reports whether word is part of a time of day: "10:45", "a.m.", "GMT".
func (m *marker) clock(word string) bool {
	w := strings.ToLower(strings.Trim(word, ".,()|"))
	switch w {
	case "am", "pm", "a.m", "p.m", "":
		return true
	}
	digits, other := 0, 0
	for _, r := range w {
		switch {
		case unicode.IsDigit(r):
			digits++
		case r == ':' || r == '.' || r == '+':
		default:
			other++
		}
	}
	if digits > 0 {
		rest := strings.TrimLeft(w, "0123456789:.+")
		return strings.ContainsAny(w, ":.") && (rest == "" || rest == "am" || rest == "pm" || rest == "z" || rest == "h") ||
			(rest == "am" || rest == "pm")
	}
	// Names of time zones are two to four capitals.
	upper := strings.Trim(word, ".,()|")
	return len(upper) >= 2 && len(upper) <= 4 && strings.ToUpper(upper) == upper && other == len(upper)
}

// head marks what stands above the report: headline, byline, date line.
func (m *marker) head() {
	m.lead = m.findLead()
	headline := false
	above := 0
	for i := 0; i < len(m.ps) && i < headParagraphs && above <= maxAbove; i++ {
		p := &m.ps[i]
		if p.kind != "" || i > m.lead+1 {
			continue
		}
		above += p.words
		s := p.Text(m.text)
		if date, ok := m.dateLine(s); ok {
			p.kind = Date
			if m.published == "" {
				m.published = date
			}
			continue
		}
		if names, ok := m.bylineOf(p); ok {
			p.kind = Byline
			if m.byline == "" {
				m.byline = names
			}
			continue
		}
		if _, dateline := m.datelineOf(p, true); dateline || i > m.lead {
			continue
		}
		if !headline && m.headline(i) {
			p.kind = Headline
			headline = true
			if m.title != "" && m.finite(p) && !m.entitled(p) {
				p.kind = Caption // with the title known, a sentence of its own is of a picture
			}
		} else if headline && i < m.lead && !p.closes && p.words >= 4 && p.words <= 25 {
			p.kind = Headline // a line below the headline
		}
	}
	m.lead = m.findLead()
}

// findLead returns the index of the paragraph that the report begins with: the
// one with the dateline, else the first that is full.
func (m *marker) findLead() int {
	above := 0 // words that nothing explains yet
	for i := 0; i < len(m.ps) && i < headParagraphs && above <= maxAbove; i++ {
		if m.ps[i].kind != "" {
			continue
		}
		if _, ok := m.datelineOf(&m.ps[i], true); ok {
			return i
		}
		above += m.ps[i].words
	}
	for i := range m.ps {
		if m.ps[i].full() {
			return i
		}
	}
	for i := range m.ps {
		if m.ps[i].kind == "" && m.ps[i].closes {
			return i
		}
	}
	return 0
}

// headline reports whether paragraph i, with no headline above it, is one.
func (m *marker) headline(i int) bool {
	p := &m.ps[i]
	if m.title != "" {
		line, title := strings.TrimRight(p.fold, ".,;:!?\"' "), strings.TrimRight(m.title, ".,;:!?\"' ")
		if line == title || p.words >= 3 && (strings.HasPrefix(title, line) || strings.HasPrefix(line, title)) && p.words <= 30 {
			return true
		}
	}
	next := i + 1
	for next < len(m.ps) && m.ps[next].kind != "" {
		next++
	}
	first, _ := utf8.DecodeRuneInString(p.fold)
	if next == len(m.ps) || p.words < 3 || p.words > 25 || strings.ContainsRune("•*-–—·(・", first) || m.pictured(p) >= 3 {
		return false
	}
	if !p.closes || strings.HasSuffix(p.fold, "?") || strings.HasSuffix(p.fold, ";") {
		return !strings.HasSuffix(p.fold, ",") && (capital(p.Text(m.text)) || !unicode.IsLower([]rune(p.Text(m.text))[0]))
	}
	// With a full stop, only a line that is written as headlines are: in
	// title case, or without articles and said again below.
	if strings.Contains(strings.TrimRight(p.fold, ".\"' "), ". ") || !strings.HasSuffix(strings.TrimRight(p.fold, "\"' "), ".") {
		return false
	}
	words := strings.Fields(p.Text(m.text))
	articles := 0
	for _, w := range words {
		if b := strings.ToLower(bare(w)); m.l.Determiners.Has(b) || m.l.Days.Has(b) {
			articles++
		}
	}
	if m.titleCase(words) {
		return true
	}
	return articles == 0 && len(words) <= 20 && m.echoed(p, i+1, i+6)
}

// entitled reports whether p shares most of its longer words with the title, or
// is in title case itself.
func (m *marker) entitled(p *para) bool {
	return m.shares(p, m.title) || m.titleCase(strings.Fields(p.Text(m.text)))
}

// titleCase reports whether almost all longer words have a capital.
func (m *marker) titleCase(words []string) bool {
	long, upper := 0, 0
	for _, w := range words {
		if runes(bare(w)) >= 4 {
			long++
			if capital(w) {
				upper++
			}
		}
	}
	return len(words) >= 4 && long >= 3 && upper*5 >= long*4
}

// echoed reports whether most longer words of p come again in paragraphs from
// to to.
func (m *marker) echoed(p *para, from, to int) bool {
	var below []string
	for i := from; i < min(to, len(m.ps)); i++ {
		below = append(below, m.ps[i].fold)
	}
	return m.shares(p, below...)
}

// shares reports whether most longer words of p stand in texts too.
func (m *marker) shares(p *para, texts ...string) bool {
	there := map[string]bool{}
	for _, text := range texts {
		for w := range strings.FieldsSeq(text) {
			there[stub(w)] = true
		}
	}
	all, again := 0, 0
	for w := range strings.FieldsSeq(p.fold) {
		if runes(bare(w)) >= 4 {
			all++
			if there[stub(w)] {
				again++
			}
		}
	}
	return all >= 3 && again*5 >= all*3
}

// stub is the start of a word, which its inflected forms share.
func stub(w string) string {
	w = bare(w)
	if r := []rune(w); len(r) > 5 {
		return string(r[:5])
	}
	return w
}

// bylineOf reads a paragraph that says who wrote the report and nothing else.
func (m *marker) bylineOf(p *para) (names string, ok bool) {
	if p.words > 25 || p.words < 2 && !m.l.Agencies.Has(p.fold) {
		return "", false
	}
	if m.l.Agencies.Has(strings.Trim(p.fold, ".() ")) {
		return "", true
	}
	if desk, _, more := strings.Cut(p.fold, ","); more && p.words <= 6 && !p.closes && m.l.Agencies.Has(desk) {
		return "", true // "BBC News, Dhaka"
	}
	s := p.Text(m.text)
	words := strings.Fields(s)
	if !m.l.By.Has(strings.ToLower(strings.TrimRight(words[0], ":"))) {
		// "Jane Doe, Associated Press": names, then a known desk.
		cut := strings.LastIndexAny(s, ",|/")
		if cut < 0 || p.words > 10 || !m.l.Agencies.Has(fold(s[cut+1:])) {
			return "", false
		}
		return single(s[:cut]), m.nameWords(strings.Fields(s[:cut]))
	}
	rest := single(strings.TrimSpace(s[len(words[0]):]))
	if m.l.Agencies.Has(fold(strings.TrimRight(rest, "."))) {
		return rest, true
	}
	words = words[1:]
	if len(words) < 2 || m.l.Determiners.Has(strings.ToLower(words[0])) || m.l.Days.Has(strings.ToLower(bare(words[0]))) ||
		m.l.Months[strings.ToLower(bare(words[0]))] > 0 || p.closes && len(words) > 6 {
		return "", false
	}
	return rest, m.nameWords(words)
}

// nameWords reports whether words are written as names are, with what may
// stand between them and a date.
func (m *marker) nameWords(words []string) bool {
	names := 0
	for _, w := range words {
		b := strings.ToLower(bare(w))
		switch {
		case m.l.Finite.Has(b) && m.l.Months[b] == 0 && !capital(w):
			return false
		case capital(w):
			names++
		case b == "" || m.l.Joins.Has(b) || m.l.Dates.Has(b) || strings.ContainsAny(w, "@0123456789") || m.clock(w):
		default:
			return false
		}
	}
	return names >= 2
}

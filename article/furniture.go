package article

import (
	"strings"

	"synoptic/span"
)

// How far from the end, in paragraphs, those who worked on a report are named.
const tailParagraphs = 8

// Most words of a line that asks something of the reader, or belongs to the
// page, where it stands between paragraphs of the report.
const maxLine = 32

// Most words of a note to the reader, wherever it stands.
const maxNote = 120

// Longest list, in bytes, of those who worked on a report.
const maxStaff = 400

// furniture marks lines that are no part of the report by what they say.
func (m *marker) furniture() {
	last := m.last()
	for i := range m.ps {
		p := &m.ps[i]
		if p.kind != "" {
			continue
		}
		m.glued(p)
		tail := i >= len(m.ps)-tailParagraphs
		switch {
		case m.pointers(p):
			p.kind = Promo
		case tail && m.contributors(p):
		case p.words > maxNote:
		case m.l.Correction.Begins(p.fold):
			p.kind = Correction
		case i < headParagraphs && m.dates(p): // head tells these apart
		case m.l.Boilerplate.Begins(p.fold) && (p.words <= maxLine || i > last):
			p.kind = Boilerplate
		case m.l.Promo.Begins(p.fold) && (p.words <= maxLine || i > last) && !m.quotes(p):
			p.kind = Promo
		case p.words <= 2*maxLine && tail && i > 0 && m.l.Boilerplate.Within(p.fold):
			p.kind = Boilerplate
		case (p.words <= maxLine && i > last || p.words <= 14) && m.l.Promo.Within(p.fold) && !strings.Contains(p.fold, "\""):
			p.kind = Promo
		}
	}
}

// glued parts what p begins with from the report where that belongs to the page and a
// capital follows: "Continue reading the main story The mayor said …".
func (m *marker) glued(p *para) {
	for _, words := range m.l.Glued {
		s := p.Text(m.text)
		if len(s) > len(words)+1 && strings.EqualFold(s[:len(words)], words) && s[len(words)] == ' ' && capital(s[len(words)+1:]) {
			m.cut(p, p.Start+len(words), Boilerplate)
			return
		}
	}
}

// pointers marks the sentences of p that end with the sign of a link, "Watch the
// speech »". Where "»" closes a quotation that "«" opens it is no such sign. It
// reports whether p is one such sentence.
func (m *marker) pointers(p *para) bool {
	s := p.Text(m.text)
	if !strings.Contains(s, pointer) || strings.Contains(s, "«") {
		return false
	}
	next := len(s)
	for _, at := range sentenceStarts(s) {
		sign := strings.Index(s[at:next], pointer)
		end := at + sign + len(pointer)
		next = at
		if sign < 0 || strings.Count(s[at:end], " ") > maxLine {
			continue
		}
		if at == 0 && end == len(s) {
			return true
		}
		m.add(trim(m.text, span.Span{Start: p.Start + at, End: p.Start + end}), Promo)
	}
	return false
}

// pointer is the sign of a link to more.
const pointer = " »"

// dates reports whether p says when the report was published.
func (m *marker) dates(p *para) bool {
	_, ok := m.dateLine(p.Text(m.text))
	return ok
}

// quotes reports whether p is somebody's words that only open like a promotion.
func (m *marker) quotes(p *para) bool {
	return strings.HasPrefix(p.fold, "\"") || strings.Contains(p.fold, "\" ") && strings.HasSuffix(p.fold, ".")
}

// contributors marks the sentences at the end of p that say who worked on the
// report, or all of p when they all do. It reports whether they all do.
func (m *marker) contributors(p *para) bool {
	s := p.Text(m.text)
	if open, end := m.bracketed(s); open > 0 {
		m.add(trim(m.text, span.Span{Start: p.Start + open, End: p.Start + end}), Contributors)
		return false
	}
	start := len(s)
	for _, at := range sentenceStarts(s) {
		if !m.credits(s[at:start]) {
			break
		}
		start = at
	}
	switch {
	case start == 0:
		p.kind = Contributors
		return true
	case start < len(s):
		m.add(trim(m.text, span.Span{Start: p.Start + start, End: p.End}), Contributors)
	}
	return false
}

// bracketed returns where near the end of s the brackets are that name those who worked on
// the report; open is -1 when there are none.
func (m *marker) bracketed(s string) (open, end int) {
	for at := max(0, len(s)-4*maxStaff); ; at++ {
		i := strings.IndexByte(s[at:], '(')
		if i < 0 {
			return -1, -1
		}
		at += i
		rest := s[at:min(len(s), at+maxStaff)]
		if !m.l.Contributors.Begins(fold(rest[:min(len(rest), 48)])) {
			continue
		}
		if last := strings.LastIndexByte(rest, ')'); last > 0 {
			return at, at + last + 1
		}
		if at+len(rest) == len(s) {
			return at, len(s)
		}
	}
}

// credits reports whether one sentence says who worked on the report.
func (m *marker) credits(sentence string) bool {
	f := fold(sentence)
	if strings.Count(f, " ") > 80 {
		return false
	}
	if m.l.Contributors.Match(f) {
		return true
	}
	for _, filed := range m.l.Filed {
		if at := strings.Index(sentence, filed); at > 0 && m.onlyNames(strings.Fields(sentence[:at])) {
			return true
		}
	}
	return false
}

// onlyNames reports whether every word has a capital or joins those that have.
func (m *marker) onlyNames(words []string) bool {
	for _, w := range words {
		if !capital(w) && !m.l.Joins.Has(strings.ToLower(bare(w))) {
			return false
		}
	}
	return len(words) > 0 && len(words) <= 20
}

// sentenceStarts returns where the sentences of s begin, the last first. It is
// crude: it parts "J. Doe" too, which does no harm where names are looked for.
func sentenceStarts(s string) []int {
	starts := []int{0}
	for i := 0; i+2 < len(s); i++ {
		if strings.IndexByte(".!?\"", s[i]) >= 0 && s[i+1] == ' ' && s[i+2] != ' ' && capital(s[i+2:min(len(s), i+6)]) {
			starts = append(starts, i+2)
		}
	}
	for a, b := 0, len(starts)-1; a < b; a, b = a+1, b-1 {
		starts[a], starts[b] = starts[b], starts[a]
	}
	return starts
}

// tail marks the short lines around promotions at the end of the text.
func (m *marker) tail() {
	sold := false // a promotion stands at or below the line
	for i := len(m.ps) - 1; i > m.lead; i-- {
		p := &m.ps[i]
		switch p.kind {
		case Promo:
			sold = true
			continue
		case Boilerplate, Correction, Contributors, Credit, Byline, Date:
			continue
		case "":
		default:
			return
		}
		urges := m.urges(p)
		switch {
		case p.words > 14 || strings.HasPrefix(p.fold, "\""):
			return
		case sold && (urges || p.words <= 8 && (!p.closes || m.offers(&m.ps[i-1]))):
			p.kind = Promo
		case urges && !p.closes && p.words <= 6:
			p.kind, sold = Promo, true
		default:
			return
		}
	}
}

// offers reports whether p is a short line that asks something of the reader.
func (m *marker) offers(p *para) bool {
	return p.kind == Promo || p.kind == "" && p.words <= 14 && m.urges(p)
}

// urges reports whether p opens with what the reader shall do.
func (m *marker) urges(p *para) bool {
	first, _, _ := strings.Cut(p.fold, " ")
	return m.l.Urges.Has(bare(first))
}

// quoted marks the text that a line announces as given at length, where no
// quotation marks say so: the one paragraph that surely belongs to it.
func (m *marker) quoted() {
	for i := 0; i+1 < len(m.ps); i++ {
		p, next := &m.ps[i], &m.ps[i+1]
		if p.kind == "" && next.kind == "" && strings.HasSuffix(p.fold, ":") && m.l.Quoted.Match(p.fold) &&
			!strings.HasPrefix(next.fold, "\"") {
			next.kind = QuotedCopy
		}
	}
}

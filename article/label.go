package article

import (
	"strings"

	"synoptic/span"
)

// Longest label, in words.
const maxLabel = 6

// labels marks the words that name a part of the report: "Why it matters:" at
// the start of a paragraph, and subheads on lines of their own.
func (m *marker) labels() {
	type found struct {
		paragraph, end int
		known          bool
	}
	var all []found
	for i := range m.ps {
		p := &m.ps[i]
		if p.kind != "" {
			continue
		}
		if end, known, ok := m.labelOf(p); ok {
			all = append(all, found{i, end, known})
		} else if m.subhead(i) {
			p.kind = Label
			if p.words >= 5 && m.finite(p) {
				p.kind = Caption // a whole sentence without a full stop says what is seen
			}
		}
	}
	for _, f := range all {
		// An unknown phrase counts only where the text makes a habit of it.
		if f.known || len(all) >= 3 {
			m.cut(&m.ps[f.paragraph], f.end, Label)
		}
	}
}

// labelOf finds the label that p opens with and returns the offset behind its
// colon.
func (m *marker) labelOf(p *para) (end int, known, ok bool) {
	s := p.Text(m.text)
	at := strings.Index(s[:min(len(s), 60)], ":")
	if at < 0 || at+1 >= len(s) || s[at+1] != ' ' {
		return 0, false, false
	}
	phrase := unnumbered(strings.TrimLeft(fold(s[:at]), "-–—•*· "))
	words := strings.Fields(phrase)
	if len(words) == 0 || len(words) > maxLabel {
		return 0, false, false
	}
	if m.l.Labels.Has(phrase) {
		return p.Start + at + 1, true, true
	}
	// A phrase like a label: more words than one, and no capital but the
	// first, which a speaker's name would have.
	raw := strings.Fields(strings.TrimLeft(s[:at], "-–—•*· "))
	if len(raw) < 2 || !capital(raw[0]) || strings.HasPrefix(strings.TrimLeft(s[at+1:], " "), "\"") || strings.HasPrefix(strings.TrimLeft(s[at+1:], " "), "“") {
		return 0, false, false
	}
	for i, w := range raw {
		if i > 0 && capital(w) || m.l.LabelStop.Has(strings.ToLower(bare(w))) || strings.ContainsAny(w, "0123456789\"“”,") {
			return 0, false, false
		}
	}
	return p.Start + at + 1, false, true
}

// unnumbered returns a phrase without the number and the day in brackets that labels of
// what was added later have: "update #2 (3/5/2031)".
func unnumbered(phrase string) string {
	if open := strings.IndexByte(phrase, '('); open > 0 && strings.HasSuffix(phrase, ")") {
		phrase = strings.TrimRight(phrase[:open], " ")
	}
	return strings.TrimRight(strings.TrimRight(phrase, digits), "# ")
}

// subhead reports whether paragraph i is a short line between paragraphs of
// the report that names what follows.
func (m *marker) subhead(i int) bool {
	p := &m.ps[i]
	if m.l.Labels.Has(strings.TrimRight(p.fold, ":.?")) && i+1 < len(m.ps) {
		return true
	}
	if i <= m.lead || i+1 >= len(m.ps) || p.closes || p.words < 2 || p.words > 9 || len(p.fold) > 70 ||
		!m.ps[i-1].full() || !m.ps[i+1].full() {
		return false
	}
	s := span.Span{Start: p.Start, End: p.End}.Text(m.text)
	first := strings.Fields(s)[0]
	return capital(first) && !strings.ContainsAny(s, "\"“”•*") && !strings.HasPrefix(s, "-") && !strings.HasSuffix(s, ",")
}

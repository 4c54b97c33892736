package article

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"synoptic/span"
)

// Longest caption, in words.
const maxCaption = 90

// repeats marks paragraphs that are said twice, one after the other: the
// description of a picture and its caption.
func (m *marker) repeats() {
	begun := false // the report has begun
	for i := range m.ps {
		for k := i + 1; k <= i+2 && k < len(m.ps); k++ {
			a, b := &m.ps[i], &m.ps[k]
			if a.kind != "" || b.kind != "" || a.words < 6 || !same(a.fold, b.fold) {
				continue
			}
			switch {
			case !a.closes && a.words <= 20 && i == 0 && len(a.fold) == len(b.fold):
				a.kind, b.kind = Headline, Headline
			case begun && m.pictured(b) < 2:
				a.kind = Caption // a passage shown twice to draw the eye: one is the report
			default:
				a.kind, b.kind = Caption, Caption
			}
		}
		begun = begun || m.ps[i].full()
	}
}

// same reports whether one of a and b begins with the other, and the rest of
// it is short enough to be a credit.
func same(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	a = strings.TrimRight(a, ".")
	return strings.HasPrefix(b, a) && len(b)-len(a) <= 120 && len(a)*2 > len(b)
}

// captions marks what is said of a picture.
func (m *marker) captions() {
	dateline := false
	if m.lead < len(m.ps) {
		_, dateline = m.datelineOf(&m.ps[m.lead], true)
	}
	headline := m.title != ""
	for i := range m.ps {
		p := &m.ps[i]
		headline = headline || p.kind == Headline
		if p.kind != "" || p.words > maxCaption || strings.HasSuffix(p.fold, ":") {
			continue
		}
		above := i < m.lead && i < headParagraphs
		if m.creditOnly(p) {
			p.kind = Credit
			continue
		}
		score := m.pictured(p)
		switch {
		case score >= 3:
			p.kind = Caption
		case above && score >= 2:
			p.kind = Caption
		case above && !headline && p.words <= 25 && (dateline || m.verbless(p)):
			p.kind, headline = Headline, true
		case above && dateline:
			p.kind = Caption // above the dateline nothing is the report
		case i <= m.lead && i < headParagraphs && p.closes && m.scene(p) && m.verbless(p) && m.another(i):
			p.kind = Caption
		case i <= m.lead+1 && i < headParagraphs && score >= 2 && m.another(i):
			p.kind = Caption
		}
	}
	// The lead may have been a caption.
	m.lead = m.findLead()
}

// another reports whether a full paragraph follows i, so that i need not be
// the report itself.
func (m *marker) another(i int) bool {
	for k := i + 1; k < len(m.ps); k++ {
		if m.ps[k].full() {
			return true
		}
	}
	return false
}

// pictured scores how much p is written as captions are.
func (m *marker) pictured(p *para) int {
	s := p.Text(m.text)
	score := 0
	if rest := ofGallery(p.fold); rest != p.fold || m.l.Caption.Begins(rest) {
		score += 3
	} else if p.words <= 60 && m.l.Caption.Within(p.fold) {
		score += 2
	}
	if m.stamped(s) && p.words <= 70 {
		score += 3
	}
	if m.positioned(p.fold) {
		score += 2
	}
	if at := m.creditAt(s); at > 0 && p.words <= 70 {
		score += 3
	}
	if score > 0 {
		if m.endsDated(p.fold) {
			score++
		}
		if m.posing(p) {
			score++
		}
	}
	if strings.ContainsAny(s, "\"“”") {
		score--
	}
	return score
}

// stamped reports whether s ends with when it was put on the page, as what is said of a film
// does: "(Published Friday, June 10, 2016)".
func (m *marker) stamped(s string) bool {
	open := strings.LastIndexByte(s, '(')
	if open <= 0 || !strings.HasSuffix(s, ")") {
		return false
	}
	stamp := s[open+1 : len(s)-1]
	first, _, _ := strings.Cut(stamp, " ")
	first = strings.ToLower(bare(first))
	_, ok := m.dateLine(stamp)
	return ok && m.l.Dates.Has(first) && !m.l.Function.Has(first)
}

// ofGallery returns s without the number of a picture in a row of them: "2 of 7. The
// bridge on Monday", "1/3: The bridge".
func ofGallery(s string) string {
	rest := strings.TrimLeft(s, digits)
	from := len(s) - len(rest)
	rest, of := strings.CutPrefix(rest, " of ")
	if !of {
		rest, of = strings.CutPrefix(rest, "/")
	}
	last := strings.TrimLeft(rest, digits)
	if from == 0 || from > 3 || !of || len(last) == len(rest) || len(rest)-len(last) > 3 || !strings.HasPrefix(last, ". ") && !strings.HasPrefix(last, ": ") {
		return s
	}
	return last[2:]
}

const digits = "0123456789"

// positioned reports whether s says who stands where: ", left,", "(right)".
func (m *marker) positioned(s string) bool {
	for at := 0; at < len(s); at++ {
		closing := ",.;"
		switch s[at] {
		case ',':
		case '(':
			closing = ")"
		default:
			continue
		}
		const longest = 24
		if end := strings.IndexAny(s[at+1:min(at+2+longest, len(s))], closing); end > 0 && m.l.Positions.Has(strings.TrimSpace(s[at+1:at+1+end])) {
			return true
		}
	}
	for _, opening := range m.l.Rows {
		if strings.HasPrefix(strings.TrimLeft(s, "("), opening) {
			return true
		}
	}
	// "(L)" and "(R)" are parties too, unless both stand together or somebody
	// is seen to do something right after.
	found := 0
	for _, side := range m.l.Sides {
		if at := strings.Index(s, side+" "); at >= 0 {
			found++
			next, _, _ := strings.Cut(s[at+len(side)+1:], " ")
			if m.l.Poses.Has(bare(next)) && m.endsDated(s) {
				return true
			}
		}
	}
	return found > 1
}

// endsDated reports whether s ends with a date that has its year, which the
// report itself seldom spells out.
func (m *marker) endsDated(s string) bool {
	if cut := strings.LastIndexByte(s, '('); cut > 0 && strings.HasSuffix(s, ")") {
		s = s[:cut]
	}
	words := strings.Fields(s)
	if len(words) < 4 {
		return false
	}
	year := bare(words[len(words)-1])
	if len(year) != 4 || strings.Trim(year, digits) != "" {
		return false
	}
	for _, w := range words[len(words)-4:] {
		if m.l.Months[bare(w)] > 0 {
			return true
		}
	}
	return false
}

// posing reports whether p holds a verb as captions use them.
func (m *marker) posing(p *para) bool {
	for w := range strings.FieldsSeq(p.fold) {
		if m.l.Poses.Has(bare(w)) {
			return true
		}
	}
	return false
}

// scene reports whether p tells where or at what somebody is seen.
func (m *marker) scene(p *para) bool {
	for w := range strings.FieldsSeq(p.fold) {
		if m.l.Scenes.Has(bare(w)) {
			return true
		}
	}
	return false
}

// verbless reports whether p is one sentence without a verb of its own: who is
// seen, and when.
func (m *marker) verbless(p *para) bool {
	return p.words <= 40 && !m.finite(p) && !strings.Contains(strings.TrimRight(p.fold, ". "), ". ")
}

// finite reports whether p has a word that only a sentence with a verb has.
func (m *marker) finite(p *para) bool {
	for w := range strings.FieldsSeq(p.fold) {
		w = bare(w)
		if m.l.Finite.Has(w) || m.l.LabelStop.Has(w) || len(w) > 4 && slices.ContainsFunc(m.l.Pasts, func(end string) bool { return strings.HasSuffix(w, end) }) {
			return true
		}
	}
	return false
}

// creditOnly reports whether p is the credit of a picture and nothing else.
func (m *marker) creditOnly(p *para) bool {
	if p.words > 12 {
		return false
	}
	if r, _ := utf8.DecodeRuneInString(p.Text(m.text)); unicode.IsLower(r) {
		return false // the rest of a sentence
	}
	s := strings.Trim(p.fold, "()[] ")
	return m.l.Credit.Begins(s) && (p.words <= 8 || m.l.Credit.Within(s)) || !p.closes && p.words <= 8 && m.l.Credit.Within(s)
}

// creditAt returns where in s the credit of a picture begins, or -1.
func (m *marker) creditAt(s string) int {
	// In brackets at the end.
	t := strings.TrimRight(s, ". ")
	if strings.HasSuffix(t, ")") || strings.HasSuffix(t, "]") {
		if open := strings.LastIndexAny(t, "(["); open >= 0 && len(t)-open < 120 {
			inside := fold(t[open+1 : len(t)-1])
			if m.l.Credit.Match(inside) || m.l.Agencies.Has(inside) || m.signed(inside) {
				return open
			}
		}
	}
	// After the last sentence: "Photo: Jane Doe/Agency". The first place that a
	// credit may begin at wins over those within it.
	best := -1
	for at := len(s); at > 0 && len(s)-at < 140; {
		at = strings.LastIndexByte(s[:at], ' ')
		if at <= 0 {
			break
		}
		if !strings.ContainsRune(".\"”'’|)]\n:-–—", lastRune(s[:at])) {
			continue
		}
		r := at + 1
		tail := fold(s[r:])
		if strings.Count(tail, " ") < 10 && (m.l.Credit.Begins(tail) || !closes(s) && m.l.Credit.Within(tail)) {
			best = r
		}
	}
	return best
}

// signed reports whether s is a photographer and an agency: "jane doe/agency",
// "jane doe, agency".
func (m *marker) signed(s string) bool {
	cut := strings.LastIndexAny(s, "/,")
	return cut > 0 && strings.Count(s, " ") <= 8 && m.agency(strings.TrimSpace(s[cut+1:]))
}

// credit marks the credit within a caption.
func (m *marker) credit(p *para) {
	if at := m.creditAt(p.Text(m.text)); at > 0 {
		m.add(trim(m.text, span.Span{Start: p.Start + at, End: p.End}), Credit)
	}
}

func lastRune(s string) rune {
	r := rune(0)
	for _, c := range s[max(0, len(s)-4):] {
		r = c
	}
	return r
}

package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Longest dateline, in bytes: several places, a date and an agency.
const maxDateline = 110

// dashes end a dateline. A colon does so only after a place that is known.
var dashes = []string{" — ", " – ", " -- ", " - ", " ― ", "— ", "– ", "-- ", "—", "–", "--", " _ "}

// datelines marks where the report says that it was written.
func (m *marker) datelines() {
	for i := range m.ps {
		p := &m.ps[i]
		if p.kind != "" {
			continue
		}
		switch end, ok := m.datelineOf(p, i <= m.lead+1); {
		case ok && end == p.End:
			p.kind = Dateline
		case ok:
			m.cut(p, end, Dateline)
		}
	}
}

// datelineOf finds the dateline that p opens with and returns the offset
// behind it. Away from the top only a known place or agency makes one, since
// a paragraph may open with a name between dashes.
func (m *marker) datelineOf(p *para, top bool) (end int, ok bool) {
	s := p.Text(m.text)
	window := s[:min(len(s), maxDateline)]
	at, mark := -1, ""
	if alone := strings.TrimRight(s, "-–—― "); len(alone) < len(s) && len(s) <= maxDateline && m.placeline(alone, " — ", top) {
		return p.End, true // on a line of its own
	}
	if n := m.shouted(s); n > 0 && top {
		return p.Start + n, true
	}
	for _, d := range dashes {
		if i := strings.Index(window, d); i > 0 && (at < 0 || i < at) {
			at, mark = i, d
		}
	}
	if i := strings.Index(window, ": "); i > 0 && (at < 0 || i < at) {
		at, mark = i, ": "
	}
	if at < 0 {
		// The dash may be gone: "LONDON (AFP) Ministers met".
		if i := strings.Index(window, ") "); i > 0 {
			at, mark = i+1, " "
		} else {
			return 0, false
		}
	}
	rest := strings.TrimSpace(s[at+len(mark):])
	r, _ := utf8.DecodeRuneInString(rest)
	if rest == "" || unicode.IsLower(r) {
		return 0, false
	}
	if !m.placeline(s[:at], mark, top) {
		return 0, false
	}
	return p.Start + at + len(strings.TrimRight(mark, " ")), true
}

// shouted returns the length of the city in capitals that s opens with when the
// agency and the dash behind it are gone: "LONDON Ministers met".
func (m *marker) shouted(s string) int {
	for n, words := 0, 0; words < 3; words++ {
		next := strings.IndexByte(s[n:], ' ')
		if next < 3 || strings.ToUpper(s[n:n+next]) != s[n:n+next] {
			return 0
		}
		n += next
		rest := s[n+1:]
		r, size := utf8.DecodeRuneInString(rest)
		after, _ := utf8.DecodeRuneInString(rest[size:])
		if m.l.Cities.Has(fold(s[:n])) && unicode.IsUpper(r) && (unicode.IsLower(after) || after == ' ') {
			return n
		}
		n++
	}
	return 0
}

// placeline reports whether s is place, date and agency before mark.
func (m *marker) placeline(s, mark string, top bool) bool {
	place, agency := s, false
	if open := strings.LastIndexByte(place, '('); open > 0 && strings.HasSuffix(strings.TrimSpace(place), ")") {
		inside := fold(strings.TrimSuffix(strings.TrimSpace(place)[open+1:], ")"))
		agency = m.agency(inside)
		if !agency && !top {
			return false
		}
		place = place[:open]
	}
	if cut := strings.LastIndexByte(place, '/'); cut > 0 && m.agency(fold(place[cut+1:])) {
		agency, place = true, place[:cut]
	}
	place = strings.TrimSpace(strings.TrimRight(strings.TrimSpace(place), ",/"))
	if place == "" || m.l.Openers.Has(fold(place)) {
		return false
	}
	dated := false
	var names []string
	for part := range strings.SplitSeq(place, ",") {
		if m.dated(part) {
			dated = true
		} else {
			names = append(names, strings.TrimSpace(part))
		}
	}
	if len(names) == 0 || len(names) > 4 {
		return false
	}
	for _, name := range names {
		if !m.placeName(name) {
			return false
		}
	}
	city := m.l.Cities.Has(fold(names[0])) || m.l.Cities.Has(fold(strings.Join(names, ", ")))
	for part := range strings.FieldsFuncSeq(names[0], func(r rune) bool { return r == '/' }) {
		city = city || m.l.Cities.Has(fold(part))
	}
	upper := strings.ToUpper(names[0]) == names[0] && runes(names[0]) >= 3
	switch {
	case agency && mark != ": ":
		return true
	case mark == ": " || mark == " ":
		return city && (upper || top) && (agency || mark == ": ")
	case upper && city:
		return true
	}
	return top && (upper || city || dated) && (strings.HasPrefix(mark, " ") || upper)
}

func (m *marker) agency(s string) bool {
	if m.l.Agencies.Has(s) {
		return true
	}
	// "Jane Doe, Agency", "agency/another", "AP)" with a stray bracket.
	for part := range strings.FieldsFuncSeq(s, func(r rune) bool { return strings.ContainsRune(",/;|()", r) }) {
		if m.l.Agencies.Has(strings.TrimSpace(part)) {
			return true
		}
	}
	return false
}

// dated reports whether s is a date without a place: "Sept. 26", "13 May 2020".
func (m *marker) dated(s string) bool {
	words := strings.Fields(s)
	found := false
	for _, w := range words {
		b := strings.ToLower(bare(w))
		switch {
		case m.l.Months[b] > 0 || m.l.Days.Has(b):
			found = true
		case b != "" && strings.Trim(b, digits) == "":
			found = found || len(b) == 4
		default:
			return false
		}
	}
	return found && len(words) <= 4
}

// placeName reports whether s is written as a place is: a few words, each with
// a capital but for the small ones.
func (m *marker) placeName(s string) bool {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 5 || strings.ContainsAny(s, "\"“”?!;()") {
		return false
	}
	for _, w := range words {
		if !capital(w) && !m.l.Joins.Has(strings.ToLower(w)) {
			return false
		}
	}
	return capital(words[0])
}

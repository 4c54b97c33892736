package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
)

// tokenize appends the tokens of text[at:end]. Every byte that is not white
// space falls into exactly one token.
func (s *splitter) tokenize(at, end int) {
	s.first, s.limit = len(s.tokens), end
	for at < end {
		r, n := utf8.DecodeRuneInString(s.text[at:end])
		if blank(r) {
			at += n
			continue
		}
		stop := at + n
		for stop < end {
			r, n := utf8.DecodeRuneInString(s.text[stop:end])
			if blank(r) {
				break
			}
			stop += n
		}
		for at < stop {
			at = s.next(at, stop)
		}
	}
}

// next appends the token or tokens of the word at the start of text[at:end],
// which has no white space in it, and returns where they end.
func (s *splitter) next(at, end int) int {
	c := s.text[at:end]
	r, size := utf8.DecodeRuneInString(c)
	n := size
	switch {
	case unicode.IsDigit(r), (r == '.' || r == '+') && size < len(c) && isDigit(c[size]):
		if n = s.address(c); n == 0 {
			n = s.number(c, at)
		}
	case spelled(r):
		if n = s.address(c); n == 0 {
			return s.word(at, end)
		}
	case r == '@':
		n = size + nameLen(c[size:])
	case r == '#' && size < len(c) && startsLetter(c[size:]):
		n = size + nameLen(c[size:])
	case isApostrophe(r):
		if m := s.elided(c, size); m > 0 {
			n = m
		} else if m := s.cliticAt(c); m > 0 && at > 0 && len(s.tokens) > s.first && s.tokens[len(s.tokens)-1].End == at {
			n = m
		} else if strings.HasPrefix(c, "''") {
			n = 2
		}
	case strings.HasPrefix(c, "[...]"), strings.HasPrefix(c, "[…]"):
		n = len("[...]")
	case strings.ContainsRune(".-!?<>=*_~`", r):
		n = repeated(c)
	default:
		n = firstWord(c)
	}
	s.add(at, at+n)
	return at + n
}

// blank reports whether r parts words and is no part of any token.
func blank(r rune) bool {
	switch r {
	case '\u200b', '\u2060', '\ufeff':
		return true
	}
	return unicode.IsSpace(r) || unicode.IsControl(r)
}

// spelled reports whether r is a letter of a script that parts its words by
// spaces; the rules of words are for those.
func spelled(r rune) bool {
	return (r < 0x0e00 || r >= 0x1e00 && r < 0x2000 || r >= 0xac00 && r < 0xd7a4) && unicode.IsLetter(r)
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == '‘' }

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func startsLetter(c string) bool {
	r, _ := utf8.DecodeRuneInString(c)
	return unicode.IsLetter(r)
}

func startsUpper(c string) bool {
	r, _ := utf8.DecodeRuneInString(c)
	return unicode.IsUpper(r)
}

func startsDigit(c string) bool { return c != "" && isDigit(c[0]) }

// firstWord returns the length of the first word of c by the rules of Unicode
// (UAX 29), for scripts and signs that have no rule here.
func firstWord(c string) int {
	w := words.FromString(c)
	if w.Next() {
		return len(w.Value())
	}
	return len(c)
}

// repeated returns how many bytes of c go on with the mark it begins with;
// question and exclamation marks go together.
func repeated(c string) int {
	n := 1
	for n < len(c) && (c[n] == c[0] || (c[0] == '!' || c[0] == '?') && (c[n] == '!' || c[n] == '?')) {
		n++
	}
	return n
}

// letters returns the length of the letters, digits and combining marks that
// c begins with.
func letters(c string) int {
	n := 0
	for n < len(c) {
		if b := c[n]; b < utf8.RuneSelf {
			if b|0x20 >= 'a' && b|0x20 <= 'z' || isDigit(b) {
				n++
				continue
			}
			return n
		}
		r, size := utf8.DecodeRuneInString(c[n:])
		if !(spelled(r) || n > 0 && (unicode.IsMark(r) || r == '\u200d' || r == '\u00ad' || r == '\u200c') || unicode.IsDigit(r)) {
			return n
		}
		n += size
	}
	return n
}

// nameLen returns the length of the user name or tag that c begins with.
func nameLen(c string) int {
	n := 0
	for n < len(c) {
		m := letters(c[n:])
		if m == 0 && c[n] == '_' {
			m = 1
		}
		if m == 0 {
			break
		}
		n += m
	}
	return n
}

// number returns the length of the number c begins with, with ordinal endings
// and the parts of dates, times and telephone numbers.
func (s *splitter) number(c string, at int) int {
	_, n := utf8.DecodeRuneInString(c)
	for n < len(c) {
		if isDigit(c[n]) {
			n++
			continue
		}
		if strings.IndexByte(".,:/", c[n]) >= 0 && n+1 < len(c) && isDigit(c[n+1]) {
			n += 2
			continue
		}
		if c[n] == '-' {
			if m := joined(c); m > n {
				n = m
				continue
			}
		}
		r, size := utf8.DecodeRuneInString(c[n:])
		if !unicode.IsNumber(r) {
			break
		}
		n += size
	}
	rest := c[n:]
	if m := letters(rest); m > 0 {
		if end := rest[:m]; !s.lang.Units.Has(strings.ToLower(end)) && !(m < len(rest) && rest[m] == '.' && s.lang.Units.Has(strings.ToLower(rest[:min(m+2, len(rest))]))) {
			n += m
		}
		return n
	}
	if m := s.cliticAt(rest); m > 0 && c[n-1] == '0' && letters(rest[m:]) == 0 && strings.HasSuffix(rest[:m], "s") {
		return n + m // "the 1960's"
	}
	if rest == "." && len(s.tokens) == s.first && at+n+1 < s.limit {
		return n + 1 // the number of an item in a list
	}
	return n
}

// joined returns the length of the date or telephone number that c begins
// with, when its parts are joined by hyphens; 0 when it is a range or a score.
func joined(c string) int {
	n, parts, first, last := 0, 0, 0, 0
	for {
		m := n
		for m < len(c) && isDigit(c[m]) {
			m++
		}
		if m == n {
			return 0
		}
		if parts++; parts == 1 {
			first = m - n
		}
		last = m - n
		n = m
		if n == len(c) || c[n] != '-' {
			break
		}
		n++
	}
	if parts > 2 || parts == 2 && first == 3 && last == 4 {
		return n
	}
	return 0
}

// word appends the tokens of the word at the start of text[at:end] and returns
// where they end: one token, or several when clitics hang on it.
func (s *splitter) word(at, end int) int {
	j, initials := s.scan(at, end)
	if j < end && s.text[j] == '.' && s.abbreviated(at, j, initials) {
		s.add(at, j+1)
		return j + 1
	}
	if j < end && s.text[j] == '$' && s.lang.Currencies.Has(normalize(s.text[at:j+1])) {
		s.add(at, j+1)
		return j + 1
	}
	s.split(at, j)
	return j
}

// scan returns where the word at the start of text[at:end] ends, clitics and
// hyphened prefixes included, and whether it is single letters parted by full
// stops.
func (s *splitter) scan(at, end int) (j int, initials bool) {
	j = at + letters(s.text[at:end])
	part := at  // where the last part began
	first := at // where the parts after the last hyphen began
	initials = true
	for j < end {
		r, size := utf8.DecodeRuneInString(s.text[j:end])
		n := letters(s.text[j+size : end])
		if n == 0 {
			break
		}
		next := s.text[j+size : j+size+n]
		single := utf8.RuneCountInString(s.text[part:j]) == 1
		switch {
		case isApostrophe(r) && startsLetter(next):
			initials = false
		case r == '.' && initials && single && utf8.RuneCountInString(next) == 1:
		case r == '.' && s.lang.Abbreviations.Has(s.text[at:j+size+n]+"."):
		case r == '_':
		case r == '&' && upper(s.text[part:j]) && upper(next):
		case r == '-' && s.keepsHyphen(s.text[at:j], s.text[part:j], next):
			initials, first = true, j+size
		default:
			return j, initials && part > first
		}
		part = j + size
		j = part + n
	}
	return j, initials && part > first
}

func upper(c string) bool {
	for _, r := range c {
		if !unicode.IsUpper(r) {
			return false
		}
	}
	return true
}

// keepsHyphen reports whether the hyphen after word, whose last part is part,
// joins it to next.
func (s *splitter) keepsHyphen(word, part, next string) bool {
	if !startsLetter(next) {
		return false
	}
	p, n := strings.ToLower(part), strings.ToLower(next)
	return s.lang.Prefixes.Has(p) && len(word) == len(part) ||
		startsUpper(word) && s.lang.Syllables.Has(p) && s.lang.Syllables.Has(n) ||
		s.lang.Hyphenated.Has(p+"-"+n)
}

// abbreviated reports whether the full stop at text[j] belongs to the word
// text[at:j].
func (s *splitter) abbreviated(at, j int, initials bool) bool {
	if initials {
		return true
	}
	rest := strings.TrimLeft(s.text[j+1:s.limit], " \u00a0")
	last := strings.Trim(rest, "\"'”’)]") == ""
	single := utf8.RuneCountInString(s.text[at:j]) == 1
	if w := s.text[at : j+1]; s.lang.Numbered.Has(w) || !single && s.lang.Numbered.Has(strings.ToLower(w)) {
		return startsDigit(rest)
	}
	if single && !s.lang.Titles.Has(s.text[at:j+1]) { // but "Holm v. Lund"
		return startsUpper(s.text[at:j]) && startsUpper(rest) && !s.lang.Starters.Has(leadingWord(rest)) &&
			!(s.text[at:j] == "I" && !s.afterName())
	}
	switch form := s.form(s.text[at : j+1]); {
	case s.lang.Titles.Has(form):
		return !last
	case s.lang.Abbreviations.Has(form):
		return !last || strings.IndexByte(form, '.') < len(form)-1
	}
	return false
}

// form returns the abbreviation w as lists have it: one in capitals throughout
// is given a capital at its head only.
func (s *splitter) form(w string) string {
	if s.lang.Titles.Has(w) || s.lang.Abbreviations.Has(w) || !startsUpper(w) {
		return w
	}
	lower := strings.ToLower(w)
	if s.lang.Titles.Has(lower) || s.lang.Abbreviations.Has(lower) {
		return lower
	}
	if upper(w[:len(w)-1]) {
		_, n := utf8.DecodeRuneInString(w)
		return w[:n] + lower[min(n, len(lower)):]
	}
	return w
}

// afterName reports whether the token before is capitalised and no first word.
func (s *splitter) afterName() bool {
	n := len(s.tokens)
	return n > s.first && startsUpper(s.tokens[n-1].Text(s.text))
}

// leadingWord returns the letters c begins with, in lower case.
func leadingWord(c string) string { return strings.ToLower(c[:letters(c)]) }

// split appends the tokens of text[at:end], a word that clitics may hang on.
func (s *splitter) split(at, end int) {
	w := s.text[at:end]
	if n, ok := s.lang.Splits[normalize(w)]; ok && n < len(w) && utf8.RuneStart(w[n]) {
		s.add(at, at+n)
		s.add(at+n, end)
		return
	}
	if n := s.cliticEnd(w); n > 0 {
		s.split(at, end-n)
		s.add(end-n, end)
		return
	}
	s.add(at, end)
}

// cliticEnd returns the length of the clitic that w ends with, when something
// stands before it.
func (s *splitter) cliticEnd(w string) int {
	for _, clitic := range s.lang.Clitics {
		i, k := len(w), len(clitic)
		for k > 0 && i > 0 {
			r, size := utf8.DecodeLastRuneInString(w[:i])
			if !same(r, clitic[k-1]) {
				break
			}
			i, k = i-size, k-1
		}
		if k == 0 && i > 0 {
			return len(w) - i
		}
	}
	return 0
}

// cliticAt returns the length of the clitic that c begins with, when no letter
// follows it.
func (s *splitter) cliticAt(c string) int {
	for _, clitic := range s.lang.Clitics {
		i, k := 0, 0
		for k < len(clitic) && i < len(c) {
			r, size := utf8.DecodeRuneInString(c[i:])
			if !same(r, clitic[k]) {
				break
			}
			i, k = i+size, k+1
		}
		if k == len(clitic) && letters(c[i:]) == 0 {
			return i
		}
	}
	return 0
}

// same compares a rune with a byte of a clitic, whatever the case and the kind
// of apostrophe.
func same(r rune, c byte) bool {
	return unicode.ToLower(r) == rune(c) || c == '\'' && isApostrophe(r)
}

// elided returns the length of a word that begins with the apostrophe c begins
// with, of size bytes: "'em", "'90s"; 0 when there is none.
func (s *splitter) elided(c string, size int) int {
	n := letters(c[size:])
	if n == 0 {
		return 0
	}
	w := c[size : size+n]
	if n == 3 && isDigit(w[0]) && w[1] == '0' && w[2] == 's' {
		return size + n
	}
	if s.lang.Elided.Has("'" + strings.ToLower(w)) {
		return size + n
	}
	return 0
}

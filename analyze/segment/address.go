package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// address returns the length of the web or e-mail address that c begins with,
// 0 when it begins with none.
func (s *splitter) address(c string) int {
	if strings.HasPrefix(c, "http://") || strings.HasPrefix(c, "https://") || strings.HasPrefix(c, "www.") {
		return trimmed(c)
	}
	dot := strings.IndexByte(c, '.')
	if dot < 0 {
		return 0
	}
	if at := strings.IndexByte(c, '@'); at > 0 && allIn(c[:at], "._%+-") {
		if n := host(c[at+1:]); strings.IndexByte(c[at+1:at+1+n], '.') > 0 {
			return at + 1 + n
		}
	}
	n := host(c)
	if n == 0 || strings.LastIndexByte(c[:n], '.') < 2 {
		return 0
	}
	if !s.lang.Domains.Has(c[strings.LastIndexByte(c[:n], '.')+1 : n]) {
		return 0
	}
	if n < len(c) && c[n] == '/' {
		return trimmed(c)
	}
	return n
}

// trimmed returns the length of c without the marks that end a sentence or a
// bracket rather than an address.
func trimmed(c string) int {
	n := len(strings.TrimRight(c, ".,;:!?)]}>\"'”’"))
	if n == 0 {
		return len(c)
	}
	return n
}

// host returns the length of the host name c begins with: labels of letters,
// digits and hyphens parted by full stops, two of them at least.
func host(c string) int {
	n, dots := 0, 0
	for n < len(c) {
		b := c[n]
		if b|0x20 >= 'a' && b|0x20 <= 'z' || isDigit(b) || b == '-' && n > 0 {
			n++
			continue
		}
		if b != '.' || n == 0 || n+1 == len(c) || !isLetterOrDigit(c[n+1]) {
			break
		}
		dots++
		n++
	}
	if r, _ := utf8.DecodeRuneInString(c[n:]); dots == 0 || n < len(c) && unicode.IsLetter(r) {
		return 0
	}
	return n
}

func isLetterOrDigit(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' || isDigit(b) }

// allIn reports whether c has only ASCII letters, digits and the given signs.
func allIn(c, signs string) bool {
	for i := 0; i < len(c); i++ {
		if !isLetterOrDigit(c[i]) && strings.IndexByte(signs, c[i]) < 0 {
			return false
		}
	}
	return true
}

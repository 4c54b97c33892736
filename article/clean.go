package article

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

const bom = "\ufeff"

// clean turns bytes into an article's text: a byte order mark goes, a carriage
// return ends a line as a newline does, and each run of invalid bytes becomes
// one U+FFFD. Any other byte stays as it is. It also returns how many bytes
// were invalid.
func clean(b []byte) (text string, invalid int) {
	b = bytes.TrimPrefix(b, []byte(bom))
	if utf8.Valid(b) && bytes.IndexByte(b, '\r') < 0 {
		return string(b), 0
	}
	var s strings.Builder
	s.Grow(len(b))
	bad := false // within a run of invalid bytes
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			invalid++
			if !bad {
				s.WriteRune(utf8.RuneError)
			}
		case r == '\r':
			if i+1 == len(b) || b[i+1] != '\n' {
				s.WriteByte('\n')
			}
		default:
			s.Write(b[i : i+n])
		}
		bad = r == utf8.RuneError && n == 1
		i += n
	}
	return s.String(), invalid
}

// moves returns, for every byte offset of raw, where it stands in the text that
// clean makes of raw. Raw must be valid UTF-8.
func moves(raw string) []int {
	to := make([]int, len(raw)+1)
	at := 0
	for i := 0; i < len(raw); i++ {
		to[i] = at
		switch {
		case i < len(bom) && strings.HasPrefix(raw, bom):
		case raw[i] == '\r' && i+1 < len(raw) && raw[i+1] == '\n':
		default:
			at++
		}
	}
	to[len(raw)] = at
	return to
}

// page reports whether text begins as the source of a web page does, after
// comments and an XML declaration.
func page(text []byte) bool {
	for {
		text = bytes.TrimSpace(bytes.TrimPrefix(text, []byte(bom)))
		end := ""
		switch {
		case bytes.HasPrefix(text, []byte("<!--")):
			end = "-->"
		case bytes.HasPrefix(text, []byte("<?xml")):
			end = "?>"
		default:
			for _, open := range []string{"<!doctype html", "<html", "<head>", "<body"} {
				if len(text) > len(open) && strings.EqualFold(string(text[:len(open)]), open) {
					return true
				}
			}
			return false
		}
		at := bytes.Index(text, []byte(end))
		if at < 0 {
			return false
		}
		text = text[at+len(end):]
	}
}

// single makes one line of s: a title or a name.
func single(s string) string { return strings.Join(strings.Fields(s), " ") }

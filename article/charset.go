package article

import (
	"bytes"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// The encodings of more than one byte a unit that a byte order mark tells.
const (
	doubled  = "UTF-16"
	fourfold = "UTF-32"
)

// wide names the encoding of b when its byte order mark says that it is one of
// two or four bytes a character; empty otherwise.
func wide(b []byte) string {
	switch {
	case bytes.HasPrefix(b, []byte{0xFF, 0xFE, 0, 0}), bytes.HasPrefix(b, []byte{0, 0, 0xFE, 0xFF}):
		return fourfold
	case bytes.HasPrefix(b, []byte{0xFF, 0xFE}), bytes.HasPrefix(b, []byte{0xFE, 0xFF}):
		return doubled
	}
	return ""
}

// decoded returns the text of b in UTF-8, and the name of the charset that it was
// guessed to be in; the name is empty for UTF-8 and for what says itself that it
// is UTF-16. What is in none of these stays as it is.
func decoded(b []byte) (text []byte, guess string) {
	switch {
	case wide(b) == doubled:
		if text, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(b); err == nil {
			return text, ""
		}
	case windows(b):
		if text, err := charmap.Windows1252.NewDecoder().Bytes(b); err == nil {
			return text, "Windows-1252"
		}
	}
	return b, ""
}

// narrowed reads UTF-16, which its byte order mark tells, as UTF-8.
func narrowed(in io.Reader) io.Reader {
	return transform.NewReader(in, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder())
}

// windows reports whether b reads as Windows-1252, the charset of the editors of
// that system: it is no UTF-8, nor UTF-8 with some damage, which has more
// characters of several bytes than damaged ones; it has no byte that stands for
// nothing; and the letters of English prevail, since charsets for other scripts
// look the same otherwise.
func windows(b []byte) bool {
	if utf8.Valid(b) {
		return false
	}
	single, several := 0, 0
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		switch {
		case n > 1:
			several++
		case r == utf8.RuneError:
			if bytes.IndexByte([]byte{0x81, 0x8D, 0x8F, 0x90, 0x9D}, b[i]) >= 0 {
				return false
			}
			single++
		case b[i] == 0:
			return false
		}
		i += n
	}
	return single > several && single*5 < len(b)
}

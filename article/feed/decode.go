package feed

import (
	"bytes"
	"io"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
)

const bom = "\ufeff"

var declared = regexp.MustCompile(`^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']`)

// decode brings a document into UTF-8 of characters that XML 1.0 (2.2) allows:
// others are dropped, and each run of invalid bytes becomes one U+FFFD. It
// returns how many bytes were invalid.
//
// The encoding is that of the byte order mark, else UTF-8 when the bytes are
// that, whatever they are declared as, else what the XML declaration says. Where
// that says UTF-8 too, or nothing, a document without any well-formed character
// beyond ASCII is taken for Windows-1252: old programs write it and say nothing.
func decode(b []byte) (text []byte, invalid int, err error) {
	if label := encoding(b); label != "" {
		in, err := charset.NewReaderLabel(label, bytes.NewReader(b))
		if err == nil {
			if b, err = io.ReadAll(io.LimitReader(in, MaxBytes+1)); err != nil {
				return nil, 0, ErrXML
			}
			if len(b) > MaxBytes {
				return nil, 0, ErrTooLarge
			}
		} // an encoding that nobody knows: what is ASCII can be read
	}
	b = bytes.TrimPrefix(b, []byte(bom))
	text, invalid = scrub(b)
	return text, invalid, nil
}

// encoding names the encoding that b is to be decoded from; empty for UTF-8.
func encoding(b []byte) string {
	switch {
	case bytes.HasPrefix(b, []byte{0xFE, 0xFF}):
		return "utf-16be"
	case bytes.HasPrefix(b, []byte{0xFF, 0xFE}):
		return "utf-16le"
	}
	label := ""
	if m := declared.FindSubmatch(b[:min(len(b), 1<<10)]); m != nil {
		label = strings.ToLower(string(m[1]))
	}
	high, formed := 0, 0
	for i := 0; i < len(b); {
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		high++
		r, n := utf8.DecodeRune(b[i:])
		if r != utf8.RuneError || n > 1 {
			formed++
		}
		i += n
	}
	switch {
	case high > 0 && formed == high:
		return ""
	case label != "" && label != "utf-8" && label != "utf8" && !strings.HasPrefix(label, "utf-16"):
		return label
	case high > 0 && formed == 0:
		return "windows-1252"
	}
	return ""
}

// scrub returns b without what XML forbids.
func scrub(b []byte) (text []byte, invalid int) {
	if clean(b) {
		return b, 0
	}
	text = make([]byte, 0, len(b))
	bad := false // within a run of invalid bytes
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			invalid++
			if !bad {
				text = utf8.AppendRune(text, utf8.RuneError)
			}
		case r < ' ' && r != '\t' && r != '\n' && r != '\r', r == 0xFFFE, r == 0xFFFF:
		default:
			text = append(text, b[i:i+n]...)
		}
		bad = r == utf8.RuneError && n == 1
		i += n
	}
	return text, invalid
}

func clean(b []byte) bool {
	for _, c := range b {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' {
			return false
		}
	}
	return utf8.Valid(b) && !bytes.Contains(b, []byte("\ufffe")) && !bytes.Contains(b, []byte("\uffff"))
}

package extract

import (
	"bytes"
	"regexp"
	"unicode/utf8"

	"github.com/wlynxg/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// How far into a page its charset is looked for. Browsers look at 1,024 bytes;
// pages are found that say it later.
const declaredWithin = 16 << 10

// How much of a page is enough to tell its charset from its bytes.
const detectedWithin = 64 << 10

var declaration = regexp.MustCompile(`(?i)<(?:meta|\?xml)\s[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)`)

// decoded returns b in UTF-8. What is valid UTF-8 is taken for that, whatever
// the page declares, since no other text looks so. Else the charset is that of a
// byte order mark, of the Content-Type header, of the page's own declaration, or,
// when none of these tells, the one that the bytes look most like.
func decoded(b []byte, contentType string) []byte {
	if utf8.Valid(b) && !bytes.ContainsAny(b, "\x00\x1b") {
		return b
	}
	var e encoding.Encoding
	if found, name, certain := charset.DetermineEncoding(b, contentType); certain && name != "utf-8" {
		e = found
	}
	if e == nil {
		if m := declaration.FindSubmatch(b[:min(len(b), declaredWithin)]); m != nil {
			// UTF-16 can't be declared in bytes that can be read without it,
			// and UTF-8 this is not, or it is damaged.
			if found, name := charset.Lookup(string(m[1])); name != "utf-8" && name != "utf-16le" && name != "utf-16be" {
				e = found
			}
		}
	}
	if e == nil {
		e = detected(b[:min(len(b), detectedWithin)])
	}
	out, err := e.NewDecoder().Bytes(b)
	if err != nil { // no decoder of the web's charsets fails: it puts U+FFFD
		return b
	}
	return out
}

// named are charsets by the detector's names that the web has other names for, or
// that it does not have: no page is in those of old Macs, which look like others.
var named = map[string]string{
	"CP932": "shift_jis", "CP949": "euc-kr", "Johab": "euc-kr", "MacRoman": "windows-1252", "MacCyrillic": "windows-1251",
}

// detected returns the encoding that b looks most like. UTF-8 with some damage
// stays UTF-8: bytes that are none are rare in it, and common in any other.
func detected(b []byte) encoding.Encoding {
	bad, wide := 0, 0
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			bad++
		} else if n > 1 {
			wide++
		}
		i += n
	}
	if bad*10 <= wide && bytes.Count(b, []byte{0})*8 < len(b) {
		return unicode.UTF8
	}
	name := chardet.Detect(b).Encoding
	if other, ok := named[name]; ok {
		name = other
	}
	if e, _ := charset.Lookup(name); e != nil {
		return e
	}
	return charmap.Windows1252
}

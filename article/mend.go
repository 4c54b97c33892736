package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"synoptic/span"
)

// firstOf is how the first byte of a mark of punctuation, 0xE2, reads where its UTF-8 was
// taken for Latin-1 or Windows-1252.
const firstOf = 'â'

// windows1252 gives the bytes from 0x80 on that Windows-1252 reads as other runes.
var windows1252 = map[rune]byte{
	'€': 0x80, '‚': 0x82, 'ƒ': 0x83, '„': 0x84, '…': 0x85, '†': 0x86, '‡': 0x87, 'ˆ': 0x88, '‰': 0x89, 'Š': 0x8a, '‹': 0x8b,
	'Œ': 0x8c, 'Ž': 0x8e, '‘': 0x91, '’': 0x92, '“': 0x93, '”': 0x94, '•': 0x95, '–': 0x96, '—': 0x97, '˜': 0x98, '™': 0x99,
	'š': 0x9a, '›': 0x9b, 'œ': 0x9c, 'ž': 0x9e, 'Ÿ': 0x9f,
}

// Mend returns text with the quotation marks, dashes and ellipses put right whose UTF-8 was
// read as Latin-1 or Windows-1252 and written once more, "“" as U+00E2 U+0080 U+009C or "â€œ",
// and also apostrophes where words is set. It is as long as before, so that offsets stay: behind
// each mark, or the letters behind an apostrophe, fill writes as many bytes as are left, three
// or more.
func Mend(text string, words bool, fill func(b *strings.Builder, bytes int)) string {
	if !strings.ContainsRune(text, firstOf) {
		return text
	}
	var b strings.Builder
	owed := 0 // bytes, once the word has ended
	pay := func() {
		if owed > 0 {
			fill(&b, owed)
		}
		owed = 0
	}
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		mark, n := misread(text[at:])
		if n == 0 || mark == '’' && !words {
			if !unicode.IsLetter(r) {
				pay()
			}
			b.WriteString(text[at : at+size])
			at += size
			continue
		}
		pay()
		b.WriteRune(mark)
		at, owed = at+n, n-utf8.RuneLen(mark)
		if mark != '’' {
			pay()
		}
	}
	pay()
	return b.String()
}

// blanks fills up a mended text.
func blanks(b *strings.Builder, bytes int) {
	b.WriteString(strings.Repeat(" ", bytes))
}

// around returns a span of text, which was mended of what it was and filled with blanks, with
// all of the mark at either end.
func around(was, text string, s span.Span) span.Span {
	filled := func(i int) bool { return i < len(text) && text[i] == ' ' && was[i] != ' ' }
	for filled(s.Start) {
		s.Start++
	}
	for filled(s.End) {
		s.End++
	}
	return s
}

// misread returns the mark that text begins with where its three bytes were read as three
// runes, and how many bytes these are; 0 where it begins with none.
func misread(text string) (mark rune, n int) {
	var bytes [3]byte
	for i := range bytes {
		r, size := utf8.DecodeRuneInString(text[n:])
		c, ok := windows1252[r]
		switch {
		case i == 0 && r != firstOf:
			return 0, 0
		case ok:
		case r > 0xff:
			return 0, 0
		default:
			c = byte(r)
		}
		bytes[i] = c
		n += size
	}
	mark, _ = utf8.DecodeRune(bytes[:])
	if strings.ContainsRune("‘’‚“”„–—…‹›", mark) {
		return mark, n
	}
	return 0, 0
}

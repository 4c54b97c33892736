package article

import (
	"strings"
	"unicode/utf8"

	"synoptic/span"
)

// few such characters may have gone wrong in any text.
const few = 4

// tally counts the characters of a text by what can be made of them. Unreadable
// is an invalid byte, the U+FFFD that stands for some, and a control character of
// the upper half.
type tally struct{ zeros, controls, unreadable, all int }

// packed reports whether the text is none: it holds a zero byte, or more than one
// character in 20 is another control character.
func (n tally) packed() bool { return n.zeros > 0 || n.controls > few && n.controls*20 > n.all }

// illegible reports whether more than one character in ten can't be read.
func (n tally) illegible() bool { return n.unreadable > few && n.unreadable*10 > n.all }

func legibility(b []byte) (n tally) {
	for i := 0; i < len(b); {
		r, size := utf8.DecodeRune(b[i:])
		switch {
		case r == 0:
			n.zeros++
		case r < ' ' && !strings.ContainsRune("\t\n\v\f\r\x1b", r):
			n.controls++
		case r == utf8.RuneError, 0x80 <= r && r < 0xA0:
			n.unreadable++
		}
		n.all++
		i += size
	}
	return n
}

// report is the least that is left of a text, in bytes, when what can't be read
// of it is passed over.
const report = 200

// garbled returns the lines of text that can't be read, as where a page that was
// taken down runs into packed bytes. It is false when too little else is left.
// A text with a few bad characters has no such lines.
func garbled(text string) (lines []span.Span, ok bool) {
	all := legibility([]byte(text))
	switch {
	case all.packed():
		return nil, false
	case !all.illegible():
		return nil, true
	}
	bad, left := 0, 0
	at := 0
	for line := range strings.SplitAfterSeq(text, "\n") {
		n := legibility([]byte(line))
		s := span.Span{Start: at, End: at + len(strings.TrimRight(line, "\n"))}
		at += len(line)
		switch {
		case n.unreadable*10 <= n.all:
			left += n.all
		case len(lines) > 0 && strings.TrimSpace(text[lines[len(lines)-1].End:s.Start]) == "":
			lines[len(lines)-1].End = s.End
			bad += n.all
		default:
			lines = append(lines, s)
			bad += n.all
		}
	}
	return lines, left >= max(bad, report)
}

// Package reuse finds the passages that two texts share: a whole article run
// twice, a shorter one held in a longer one, a paragraph of agency copy, a
// caption, a quotation. It compares words, so that case, quotation marks,
// dashes and spacing make no difference, and answers with exact bytes of both
// texts. Which text took from which is not decided here.
package reuse

import (
	"unicode"
	"unicode/utf8"

	"github.com/zeebo/xxh3"

	"synoptic/span"
)

// Text is one text made ready for comparison. It is not changed afterwards and
// may be shared between goroutines.
type Text struct {
	words []word
}

// word is one word by the hash of its normal form.
type word struct {
	hash       uint64
	start, end int
}

// Words returns the number of words.
func (t *Text) Words() int { return len(t.words) }

// span returns the bytes from word i up to word j, j not included.
func (t *Text) span(i, j int) span.Span {
	return span.Span{Start: t.words[i].start, End: t.words[j-1].end}
}

// Read splits text into words. A word is a run of letters, digits and
// combining marks, with apostrophes between them; in scripts that put no
// spaces between words, each character is one. Hyphens part words, so that
// "Ann-Lee" and "Ann Lee" are the same. Bytes that are not UTF-8 are gaps.
func Read(text string) *Text {
	t := &Text{words: make([]word, 0, len(text)/6+1)}
	var norm []byte
	start, end := -1, 0
	flush := func() {
		if start >= 0 {
			t.words = append(t.words, word{xxh3.Hash(norm), start, end})
		}
		start, norm = -1, norm[:0]
	}
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case unspaced(r):
			flush()
			t.words = append(t.words, word{xxh3.HashString(text[i : i+size]), i, i + size})
		case inWord(r):
			if start < 0 {
				start = i
			}
			norm = utf8.AppendRune(norm, unicode.ToLower(r))
			end = i + size
		case apostrophe(r) && start >= 0 && end == i && beginsWord(text[i+size:]):
			norm = append(norm, '\'')
			end = i + size
		case invisible(r) && start >= 0 && end == i && beginsWord(text[i+size:]):
			end = i + size
		default:
			flush()
		}
		i += size
	}
	flush()
	return t
}

func inWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
}

// unspaced reports whether r belongs to a script written without spaces
// between words.
func unspaced(r rune) bool {
	return r >= 0x0E00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana,
		unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) && !unicode.IsMark(r)
}

func apostrophe(r rune) bool { return r == '\'' || r == '’' || r == '‘' || r == 'ʼ' }

// invisible reports whether r prints as nothing inside a word: soft hyphens and
// zero-width characters.
func invisible(r rune) bool {
	return r == '\u00AD' || r == '\u200B' || r == '\u200C' || r == '\u200D' || r == '\u2060' || r == '\uFEFF'
}

func beginsWord(rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	return inWord(r) && !unspaced(r)
}

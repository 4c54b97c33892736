package article

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"synoptic/span"
)

// Widest line, in runes, that is taken for a hard-wrapped one.
const maxWrap = 110

// How far, in runes, a wrapped line within a sentence may stop short of the
// width although the next word would have fitted: typesetters balance lines.
const wrapSlack = 6

// Paragraphs returns the paragraphs of text, without the white space around
// them, in order. One or more line ends part two paragraphs, unless text is
// hard-wrapped: then a line end where the next word had no room left is only a
// space, and the paragraph runs on over it. No paragraph is empty.
//
// Package segment splits sentences within these, so that a stage that counts
// paragraphs and one that splits them agree.
func Paragraphs(text string) []span.Span {
	lines := linesOf(text)
	width := wrapWidth(text, lines)
	var paragraphs []span.Span
	open := false // the last line may run on
	for i, l := range lines {
		s := trim(text, l.Span)
		if s.Empty() {
			open = false
			continue
		}
		if open && !indented(text, lines, i) {
			paragraphs[len(paragraphs)-1].End = s.End
		} else {
			paragraphs = append(paragraphs, s)
		}
		open = width > 0 && l.soft && i+1 < len(lines) && runsOn(text, s, trim(text, lines[i+1].Span), width)
	}
	return paragraphs
}

// line is one line without its end.
type line struct {
	span.Span
	soft bool // ended by a newline, which wrapping may have put there
}

func linesOf(text string) []line {
	lines := make([]line, 0, 1+strings.Count(text, "\n"))
	start := 0
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '\n':
			lines = append(lines, line{span.Span{Start: start, End: i}, true})
			start = i + 1
		case 0xE2: // U+2028 and U+2029, the line and paragraph separators
			if strings.HasPrefix(text[i:], "\u2028") || strings.HasPrefix(text[i:], "\u2029") {
				lines = append(lines, line{span.Span{Start: start, End: i}, false})
				start = i + len("\u2028")
				i = start - 1
			}
		}
	}
	return append(lines, line{span.Span{Start: start, End: len(text)}, false})
}

// wrapWidth returns the width in runes that text is wrapped at, or 0 when its
// line ends stand between paragraphs.
func wrapWidth(text string, lines []line) int {
	var widths []int
	pairs, broken := 0, 0
	for i, l := range lines {
		s := trim(text, l.Span)
		if s.Empty() {
			continue
		}
		widths = append(widths, runes(s.Text(text)))
		if i+1 < len(lines) && l.soft {
			if next := trim(text, lines[i+1].Span); !next.Empty() {
				pairs++
				if !closes(s.Text(text)) && opensLow(next.Text(text)) {
					broken++
				}
			}
		}
	}
	// A third of the line ends within a block must cut a sentence open; most
	// sentences of prose go on in lower case, and a list of names does not.
	if broken < 2 || broken*3 < pairs {
		return 0
	}
	slices.Sort(widths)
	width := widths[(len(widths)-1)*95/100]
	if width > maxWrap {
		return 0
	}
	return width
}

// runsOn reports whether the paragraph of line s goes on in line next.
func runsOn(text string, s, next span.Span, width int) bool {
	if next.Empty() {
		return false
	}
	a, b := s.Text(text), next.Text(text)
	slack := wrapSlack
	if closes(a) {
		slack = 0
	} else if opensLow(b) {
		return true
	}
	word := b
	if i := strings.IndexFunc(b, unicode.IsSpace); i >= 0 {
		word = b[:i]
	}
	return runes(a)+1+runes(word)+slack > width
}

// indented reports whether line i begins further right than the lines on
// either side of it, as the first line of a paragraph may.
func indented(text string, lines []line, i int) bool {
	depth := func(k int) int { return trim(text, lines[k].Span).Start - lines[k].Start }
	return i > 0 && depth(i) > depth(i-1) && (i+1 == len(lines) || depth(i) > depth(i+1))
}

// closes reports whether s ends as a sentence does.
func closes(s string) bool {
	s = strings.TrimRight(s, "\"'”’»)]")
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…:;。", r)
}

func opensLow(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// trim narrows s to leave out the white space at its ends.
func trim(text string, s span.Span) span.Span {
	t := s.Text(text)
	s.Start += len(t) - len(strings.TrimLeftFunc(t, unicode.IsSpace))
	s.End = s.Start + len(strings.TrimSpace(t))
	return s
}

func runes(s string) int { return utf8.RuneCountInString(s) }

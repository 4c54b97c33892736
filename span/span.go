// Package span names stretches of one immutable text as half-open byte ranges.
// Every result of every stage is such a range, so that any line shown to a
// reader leads back to exact words.
package span

import (
	"cmp"
	"unicode/utf8"
)

// Span is a half-open range [Start, End) of byte offsets into one UTF-8 text.
type Span struct {
	Start, End int
}

// Len returns the length in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether the span covers no byte.
func (s Span) Empty() bool { return s.End <= s.Start }

// Text returns the words of s in text, which must be the text s was made for.
func (s Span) Text(text string) string { return text[s.Start:s.End] }

// Contains reports whether t lies wholly within s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share at least one byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Intersect returns the bytes that s and t share; it is empty when they share none.
func (s Span) Intersect(t Span) Span {
	r := Span{max(s.Start, t.Start), min(s.End, t.End)}
	if r.Empty() {
		return Span{}
	}
	return r
}

// Cover returns the smallest span that holds both s and t.
func (s Span) Cover(t Span) Span { return Span{min(s.Start, t.Start), max(s.End, t.End)} }

// Shift returns s moved by n bytes.
func (s Span) Shift(n int) Span { return Span{s.Start + n, s.End + n} }

// IoU returns intersection over union in bytes, from 0 to 1.
func (s Span) IoU(t Span) float64 {
	shared := s.Intersect(t).Len()
	if shared == 0 {
		return 0
	}
	return float64(shared) / float64(s.Len()+t.Len()-shared)
}

// Valid reports whether s is in bounds of text, ordered, and on rune boundaries.
func (s Span) Valid(text string) bool {
	return 0 <= s.Start && s.Start <= s.End && s.End <= len(text) &&
		boundary(text, s.Start) && boundary(text, s.End)
}

func boundary(text string, i int) bool { return i == len(text) || utf8.RuneStart(text[i]) }

// Compare orders spans by start, then the longer first, so that a span comes
// before what it contains.
func Compare(a, b Span) int {
	if c := cmp.Compare(a.Start, b.Start); c != 0 {
		return c
	}
	return cmp.Compare(b.End, a.End)
}

// Range is a half-open range [From, To) of token indices in one document.
type Range struct {
	From, To int
}

// Len returns the number of tokens.
func (r Range) Len() int { return r.To - r.From }

// Empty reports whether the range holds no token.
func (r Range) Empty() bool { return r.To <= r.From }

// Contains reports whether t lies wholly within r.
func (r Range) Contains(t Range) bool { return r.From <= t.From && t.To <= r.To }

// Has reports whether token i lies within r.
func (r Range) Has(i int) bool { return r.From <= i && i < r.To }

// Overlaps reports whether r and t share at least one token.
func (r Range) Overlaps(t Range) bool { return r.From < t.To && t.From < r.To }

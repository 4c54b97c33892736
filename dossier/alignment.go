package dossier

import (
	"math"

	"synoptic/analyze/doc"
	"synoptic/compare/align"
	"synoptic/span"
)

// Alignment is two statements side by side, in the published form of "align".
// Offsets count in "a" for the first span of a pair and in "b" for the second.
type Alignment struct {
	ID    string  `json:"id"`
	Score float64 `json:"score"` // from 0 to 1, in thousandths
	Same  bool    `json:"same"`
	// Links are words that stand for each other, in the order of "a".
	Links [][2]Span `json:"links"`
	// Differences are words that stand in the same place and differ, in the
	// order of "a".
	Differences [][2]DifferenceSpan `json:"differences"`
}

// DifferenceSpan is a side of a difference.
type DifferenceSpan struct {
	Span
	Kind string `json:"kind"` // number, name, polarity or word
}

// NewAlignment puts into the published form what two statements have in common.
func NewAlignment(id string, a, b *doc.Doc) Alignment {
	r := align.Align(align.Whole(a), align.Whole(b))
	out := Alignment{ID: id, Score: math.Round(float64(r.Score)) / 1000, Same: r.Same, Links: [][2]Span{}, Differences: [][2]DifferenceSpan{}}
	at := func(d *doc.Doc, tokens span.Range) Span {
		s := d.Span(tokens)
		return Span{Start: s.Start, End: s.End, Text: s.Text(d.Article.Text)} // d.Text has marks put right
	}
	for _, l := range r.Links {
		out.Links = append(out.Links, [2]Span{at(a, l.A), at(b, l.B)})
	}
	for _, d := range r.Differences {
		kind := string(d.Kind)
		out.Differences = append(out.Differences, [2]DifferenceSpan{{at(a, d.A), kind}, {at(b, d.B), kind}})
	}
	return out
}

package article

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"synoptic/article/moment"
	"synoptic/span"
)

// record is the JSON form of an article.
type record struct {
	ID        field           `json:"id"`
	URL       field           `json:"url"`
	Outlet    field           `json:"outlet"`
	Title     field           `json:"title"`
	Byline    field           `json:"byline"`
	Published field           `json:"published"`
	From      field           `json:"published_from"`
	Modified  field           `json:"modified"`
	Language  field           `json:"language"`
	Text      *string         `json:"text"`
	Regions   json.RawMessage `json:"regions"`
}

// region is the JSON form of a region. Text is for people; the offsets count.
type region struct {
	Start int  `json:"start"`
	End   int  `json:"end"`
	Kind  Kind `json:"kind"`
}

// field is a string that may also come as a number, or as nothing usable,
// which counts as absent.
type field string

// UnmarshalJSON never fails: a wrong type in a field that may be absent is no
// reason to leave a report out.
func (f *field) UnmarshalJSON(b []byte) error {
	var s string
	var n json.Number
	if json.Unmarshal(b, &s) == nil {
		*f = field(s)
	} else if json.Unmarshal(b, &n) == nil {
		*f = field(n.String())
	}
	return nil
}

// parse makes an article of one JSON object. Its id, outlet and regions may
// still be missing, and its path and digest are; given says whether the record gives regions itself. Notes
// are what a person should know of it.
func parse(b []byte) (a *Article, given bool, notes []string, code Code, err error) {
	var r record
	if err := json.Unmarshal(b, &r); err != nil {
		return nil, false, nil, BadJSON, jsonError(b, err)
	}
	if r.Text == nil {
		return nil, false, nil, NoText, errors.New(`is no article: it has no "text"`)
	}
	text, _ := clean([]byte(*r.Text))
	_, legible := garbled(text)
	switch {
	case strings.TrimSpace(text) == "":
		return nil, false, nil, NoText, errors.New(`its "text" is empty`)
	case len(text) > maxText:
		return nil, false, nil, TooLarge, tooLong()
	case !legible:
		return nil, false, nil, Binary, errors.New(`its "text" holds bytes that are no text`)
	}
	modified, _ := moment.Parse(string(r.Modified))
	a = &Article{
		ID:       single(string(r.ID)),
		URL:      strings.TrimSpace(string(r.URL)),
		Outlet:   single(string(r.Outlet)),
		Title:    single(string(r.Title)),
		Byline:   single(string(r.Byline)),
		Modified: modified,
		Language: strings.TrimSpace(string(r.Language)),
		Text:     text,
	}
	if published := strings.TrimSpace(string(r.Published)); published != "" {
		var note string
		if a.Published, note = when(published); note != "" {
			notes = append(notes, note)
		}
		if a.Published != "" {
			a.From = from(string(r.From))
		}
	}
	given = len(r.Regions) > 0 && string(r.Regions) != "null"
	if given {
		var all []region
		err := json.Unmarshal(r.Regions, &all)
		a.Regions = place(*r.Text, text, all)
		if err != nil || len(a.Regions) < len(all) {
			notes = append(notes, "some of its regions are out of bounds or of unknown kind and were left out")
		}
	}
	return a, given, notes, "", nil
}

// place turns regions of raw into regions of text, which clean made of raw,
// and leaves out what is none, or begins within another and ends outside it.
func place(raw, text string, all []region) []Region {
	var to []int
	if raw != text {
		to = moves(raw)
	}
	var placed []Region
	for _, g := range all {
		s := span.Span{Start: g.Start, End: g.End}
		if !g.Kind.known() || s.Start < 0 || s.Empty() || s.End > len(raw) {
			continue
		}
		if to != nil {
			s = span.Span{Start: to[s.Start], End: to[s.End]}
		}
		if s.Valid(text) && !s.Empty() {
			placed = append(placed, Region{s, g.Kind})
		}
	}
	sortRegions(placed)
	return nested(placed)
}

// known reports whether k is one of the kinds of region.
func (k Kind) known() bool {
	switch k {
	case Headline, Byline, Dateline, Date, Caption, Credit, Label, QuotedCopy, Contributors, Correction, Promo, Boilerplate:
		return true
	}
	return false
}

func sortRegions(regions []Region) {
	slices.SortStableFunc(regions, func(a, b Region) int { return span.Compare(a.Span, b.Span) })
}

func from(s string) PublishedFrom {
	switch f := PublishedFrom(s); f {
	case FromMeta, FromMarkup, FromText:
		return f
	}
	return FromGiven
}

// jsonError says in plain words what is wrong with b, and where.
func jsonError(b []byte, err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax) && syntax.Offset >= int64(len(bytes.TrimSpace(b))):
		return errors.New("is not valid JSON: it breaks off before its end")
	case errors.As(err, &syntax):
		return fmt.Errorf("is not valid JSON at byte %d: %v", syntax.Offset, syntax)
	case errors.As(err, &kind) && kind.Field == "":
		return fmt.Errorf("is no article but %s", a("JSON "+kind.Value))
	case errors.As(err, &kind):
		return fmt.Errorf("is no article: its %q is %s", kind.Field, a(kind.Value))
	}
	return fmt.Errorf("is not valid JSON: %v", err)
}

// a puts the article before a noun of encoding/json's: "an array", "a string".
func a(noun string) string {
	if strings.HasPrefix(noun, "array") || strings.HasPrefix(noun, "object") {
		return "an " + noun
	}
	return "a " + noun
}

func tooLong() error {
	return fmt.Errorf("is longer than the %d MB that one article may have", maxText>>20)
}

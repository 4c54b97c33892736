package eval

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"synoptic/span"
)

// Appeals is one sentence of FactAppeal (Mor-Lan, Sheafer and Shenhav 2026,
// "FactAppeal: Identifying Epistemic Factual Appeals in News Media") with the
// sources to which its statements of fact appeal, in order.
type Appeals struct {
	Text    string
	Sources []GoldSource
	Facts   []span.Span // what is stated as a fact on a source
}

// GoldSource is the words for one source.
type GoldSource struct {
	span.Span
	Type  string // as FactAppeal writes it: "Expert_Document", "null"
	Named bool
}

// Limits of a file of FactAppeal, in bytes and tags, so that a damaged one does not
// take the memory.
const (
	maxAppealBytes = 1 << 16 // a sentence with its tags
	maxAppealTags  = 256     // in a sentence
	maxAppealFile  = 1 << 26
)

// AppealError says where a file of FactAppeal can't be read, and why.
type AppealError struct {
	Line int // of the file, counted from 1; 0 when it is not known
	Why  error
}

func (e *AppealError) Error() string { return fmt.Sprintf("line %d: %v", e.Line, e.Why) }

func (e *AppealError) Unwrap() error { return e.Why }

// What a file of FactAppeal can have wrong.
var (
	ErrAppealHeader = errors.New(`there are no columns "sentence" and "annotation"`)
	ErrAppealTag    = errors.New("a tag is not closed where it should be")
	ErrAppealSource = errors.New("a source says no type")
	ErrAppealLong   = errors.New("a sentence or the file is too long, or there are too many tags")
)

// ReadAppeals reads FactAppeal's CSV from r: columns "sentence" and
// "annotation", of which the latter is the sentence with tags in it. The text is
// what the annotation has beside its tags.
func ReadAppeals(r io.Reader) ([]Appeals, error) {
	limited := &io.LimitedReader{R: r, N: maxAppealFile}
	rows := csv.NewReader(limited)
	header, err := rows.Read()
	if err != nil {
		return nil, &AppealError{1, errors.Join(ErrAppealHeader, err)}
	}
	column := slices.Index(header, "annotation")
	if column < 0 || !slices.Contains(header, "sentence") {
		return nil, &AppealError{1, ErrAppealHeader}
	}
	var list []Appeals
	for {
		row, err := rows.Read()
		if limited.N == 0 {
			return nil, &AppealError{0, ErrAppealLong}
		}
		if err == io.EOF {
			return list, nil
		}
		if err != nil {
			var at *csv.ParseError
			if errors.As(err, &at) {
				return nil, &AppealError{at.StartLine, at.Err}
			}
			return nil, err
		}
		a, err := parseAppeals(row[column])
		if err != nil {
			line, _ := rows.FieldPos(column)
			return nil, &AppealError{line, err}
		}
		list = append(list, a)
	}
}

// parseAppeals reads a sentence with tags: <Source:Named:Expert>…</Source:Named:Expert>.
// Tags may hold one another. What looks like none ("< 5") is text.
func parseAppeals(annotation string) (Appeals, error) {
	if len(annotation) > maxAppealBytes {
		return Appeals{}, ErrAppealLong
	}
	type opened struct {
		name  string
		start int
	}
	var (
		a     Appeals
		text  strings.Builder
		stack []opened
		tags  int
	)
	for rest := annotation; rest != ""; {
		name, closes, n := appealTag(rest)
		if n == 0 {
			next := strings.IndexByte(rest[1:], '<') + 1
			if next == 0 {
				next = len(rest)
			}
			text.WriteString(rest[:next])
			rest = rest[next:]
			continue
		}
		rest = rest[n:]
		if tags++; tags > maxAppealTags {
			return Appeals{}, ErrAppealLong
		}
		if !closes {
			stack = append(stack, opened{name, text.Len()})
			continue
		}
		if len(stack) == 0 || stack[len(stack)-1].name != name {
			return Appeals{}, ErrAppealTag
		}
		at := span.Span{Start: stack[len(stack)-1].start, End: text.Len()}
		stack = stack[:len(stack)-1]
		switch parts := strings.Split(name, ":"); parts[0] {
		case "Source":
			if len(parts) != 3 {
				return Appeals{}, ErrAppealSource
			}
			a.Sources = append(a.Sources, GoldSource{at, parts[2], parts[1] == "Named"})
		case "Fact_Appeal":
			a.Facts = append(a.Facts, at)
		}
	}
	if len(stack) > 0 {
		return Appeals{}, ErrAppealTag
	}
	a.Text = text.String()
	slices.SortStableFunc(a.Sources, func(x, y GoldSource) int { return span.Compare(x.Span, y.Span) })
	return a, nil
}

// appealTags are the first words of FactAppeal's tags.
var appealTags = []string{"Source", "Source_Attribute", "Fact_Appeal", "Fact_No_Appeal", "Recipient", "Appeal_Time", "Appeal_Location"}

// appealTag reads a tag at the beginning of s, n bytes of it; n is 0 when there
// is none.
func appealTag(s string) (name string, closes bool, n int) {
	if s[0] != '<' {
		return "", false, 0
	}
	end := strings.IndexByte(s, '>')
	if end < 0 {
		return "", false, 0
	}
	name, closes = strings.CutPrefix(s[1:end], "/")
	first, _, _ := strings.Cut(name, ":")
	if !slices.Contains(appealTags, first) {
		return "", false, 0
	}
	return name, closes, end + 1
}

package article

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Pair is two statements that are to be compared, as they were given.
type Pair struct {
	ID   string
	A, B string
	Path string // the file it was read from
}

// maxStatement is how many bytes one statement of a pair may have.
const maxStatement = 4096

// pairable are the files that pairs are read from, for messages.
const pairable = ".jsonl or .json, each also .gz"

// ReadPairs is Read for pairs of statements: JSON objects with "a" and "b", and an
// "id" that may be absent, one a line (.jsonl) or several in one file (.json).
// Other files of a folder are passed over. Meta and Language are not used.
func ReadPairs(paths []string, o Options) ([]*Pair, []Unread) {
	r := newReader(o)
	var pairs []*Pair
	r.pair = func(path, at string, b []byte) {
		inner, guess := decoded(b)
		p, code, err := parsePair(inner)
		if err != nil {
			r.leave(at, code, "%v", err)
			return
		}
		r.recoded(path, guess)
		p.Path = path
		pairs = append(pairs, p)
	}
	for _, path := range paths {
		r.path(path)
	}
	byPath := slices.Clone(pairs)
	slices.SortStableFunc(byPath, func(a, b *Pair) int { return strings.Compare(a.Path, b.Path) })
	given := ids{}
	for _, p := range byPath {
		if p.ID == "" {
			p.ID = stem(p.Path)
		}
		p.ID = given.unique(p.ID)
	}
	return pairs, r.left
}

// parsePair makes a pair of one JSON object.
func parsePair(b []byte) (*Pair, Code, error) {
	var in struct {
		ID field   `json:"id"`
		A  *string `json:"a"`
		B  *string `json:"b"`
	}
	if err := json.Unmarshal(b, &in); err != nil {
		return nil, BadJSON, jsonError(b, err)
	}
	for _, s := range []struct {
		name string
		text *string
	}{{"a", in.A}, {"b", in.B}} {
		if s.text == nil {
			return nil, NoText, fmt.Errorf("is no pair: it has no %q", s.name)
		}
		switch _, legible := garbled(*s.text); {
		case strings.TrimSpace(*s.text) == "":
			return nil, NoText, fmt.Errorf("its %q is empty", s.name)
		case len(*s.text) > maxStatement:
			return nil, TooLarge, fmt.Errorf("its %q is longer than the %d bytes that a statement may have", s.name, maxStatement)
		case !legible:
			return nil, Binary, errors.New("its \"" + s.name + "\" holds bytes that are no text")
		}
	}
	return &Pair{ID: single(string(in.ID)), A: *in.A, B: *in.B}, "", nil
}

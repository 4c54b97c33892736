package eval

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"synoptic/span"
)

func TestParseNames(t *testing.T) {
	got, err := parseNames(strings.NewReader("-DOC-\nAnna\tB-PER\nHale\tI-PER\n,\tO\nOslo\tB-LOC\n\nPeru\tI-LOC\n-DOC-\nx O\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := []NameGold{
		{
			Words:     []string{"Anna", "Hale", ",", "Oslo", "Peru"},
			Sentences: []span.Range{{From: 0, To: 4}, {From: 4, To: 5}},
			Names: []NamedRange{
				{span.Range{From: 0, To: 2}, "PER"}, {span.Range{From: 3, To: 4}, "LOC"}, {span.Range{From: 4, To: 5}, "LOC"},
			},
		},
		{Words: []string{"x"}, Sentences: []span.Range{{From: 0, To: 1}}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if _, err := parseNames(strings.NewReader("word\n")); err == nil {
		t.Error("a line without a tag was read")
	}
}

func TestNames(t *testing.T) {
	path := filepath.Join(t.TempDir(), "gold.iob")
	if err := os.WriteFile(path, []byte("It\tO\nwas\tO\nMr.\tO\nHale\tB-Person\nin\tO\nOslo\tB-Location\n.\tO\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	r, err := Names([]string{path})
	if err != nil {
		t.Fatal(err)
	}
	if r.Items != 7 || r.Scores["f1"] != 100 || r.Scores["f1_Person"] != 100 {
		t.Errorf("%+v", r)
	}
	if r, err = NamesOf([]string{"PER"}).Run([]string{path}); err != nil || r.Scores["f1_PER"] != 100 || len(r.Scores) != 4 {
		t.Errorf("people alone: %+v, %v", r, err)
	}
	if _, err = NamesOf([]string{"CAT"}).Run([]string{path}); err == nil {
		t.Error("no error for a type that is none")
	}
}

package dossier

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestMarks(t *testing.T) {
	back := backlink{"#d1", "≠1", "difference 1"}
	for _, c := range []struct {
		name  string
		text  string
		spans []Span
		want  string // with marks as brackets and their links as *
	}{
		{"nested", "one two three", []Span{{Start: 0, End: 13}, {Start: 4, End: 7}}, "<p>[one [two]* three]*</p>"},
		{"same end", "one two", []Span{{Start: 0, End: 7}, {Start: 4, End: 7}}, "<p>[one [two]]**</p>"},
		{"crossing", "one two three", []Span{{Start: 0, End: 7}, {Start: 4, End: 13}}, "<p>[one [two]][* three]*</p>"},
		{"two paragraphs", "one two\nthree", []Span{{Start: 4, End: 13}}, "<p>one [two]</p><p>[three]*</p>"},
		{"white space around", "one\n\n two \n", []Span{{Start: 3, End: 11}}, "<p>one</p><p>[two]*</p>"},
	} {
		d := &Dossier{Articles: []Article{{ID: "a", Title: "-", Text: c.text}}}
		m := newMarks(newReading(d))
		for _, s := range c.spans {
			m.link(Evidence{"a", s}, conflicting, back)
		}
		body := added.ReplaceAllString(string(m.body(0)), "*")
		body = strings.NewReplacer("\n", "", "</mark>", "]").Replace(body)
		for {
			at := strings.Index(body, "<mark")
			if at < 0 {
				break
			}
			body = body[:at] + "[" + body[at+strings.Index(body[at:], ">")+1:]
		}
		if diff := cmp.Diff(c.want, body); diff != "" {
			t.Errorf("%s (-want +got)\n%s", c.name, diff)
		}
	}
}

func TestParagraphs(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"One.\nTwo.\n\n  Three. \n", []string{"One.", "Two.", "Three."}},
		{
			"A line that was broken at the width of a page of print and\ngoes on to the next one, where the paragraph ends.\n\nAnother.",
			[]string{"A line that was broken at the width of a page of print and\ngoes on to the next one, where the paragraph ends.", "Another."},
		},
		{"", nil},
	} {
		var got []string
		for _, p := range paragraphs(c.text) {
			got = append(got, c.text[p.Start:p.End])
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%q (-want +got)\n%s", c.text, diff)
		}
	}
}

package dossier

import (
	"strings"
	"testing"
)

func TestOutlets(t *testing.T) {
	tests := []struct{ name, outlets, want string }{
		{"edition beside the outlet", "uk.axispost.example axispost.example", "axispost.example axispost.example"},
		{"two editions", "uk.axispost.example in.axispost.example", "axispost.example axispost.example"},
		{"edition alone", "uk.axispost.example bay.example", "uk.axispost.example bay.example"},
		{"section of an edition", "news.blogs.axispost.example edition.axispost.example", "axispost.example axispost.example"},
		{"www", "www.axispost.example bay.example", "axispost.example bay.example"},
		{"country", "news.com.au in.com.au", "news.com.au in.com.au"},
		{"edition before a country", "uk.axis.co.uk axis.co.uk", "axis.co.uk axis.co.uk"},
		{"another name", "sport.axispost.example axispost.example", "sport.axispost.example axispost.example"},
		{"another ending", "axispost.example axispost.test", "axispost.example axispost.test"},
		{"guests", "news.blogspot.com uk.blogspot.com", "news.blogspot.com uk.blogspot.com"},
		{"no hosts", "Axis Axis.", "Axis Axis."},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := &Dossier{}
			for _, s := range strings.Fields(test.outlets) {
				d.Articles = append(d.Articles, Article{ID: "of " + s, Outlet: s})
			}
			r := newReading(d)
			var got []string
			for i := range d.Articles {
				got = append(got, r.outletOf(&d.Articles[i]))
			}
			if s := strings.Join(got, " "); s != test.want {
				t.Errorf("got %s, want %s", s, test.want)
			}
		})
	}
}

// TestShared holds that what they share is what two outlets wrote themselves.
func TestShared(t *testing.T) {
	of := func(list ...string) (c Claim) {
		c.ID = strings.Join(list, " ")
		for _, id := range list {
			c.Reports = append(c.Reports, Report{Evidence: Evidence{Article: id, Span: Span{Start: len(id), Text: c.ID}}})
		}
		c.Statement = Evidence{Article: list[0], Span: Span{Start: len(c.ID), Text: c.ID}}
		return c
	}
	d := &Dossier{
		Articles: []Article{
			{ID: "a", Outlet: "axis.example"}, {ID: "a2", Outlet: "uk.axis.example"},
			{ID: "b", Outlet: "Bay"}, {ID: "b copy", Outlet: "Echo", CopyOf: str("b")}, {ID: "c", Outlet: "Coast"},
		},
		Claims: []Claim{of("a", "a2"), of("b", "b copy"), of("a", "b copy"), of("a", "a2", "c"), of("a", "b", "c")},
	}
	var got []string
	for _, c := range newReading(d).claims {
		got = append(got, c.ID)
	}
	if s := strings.Join(got, ", "); s != "a b c, a b copy, a a2 c" {
		t.Errorf("got %s", s)
	}
}

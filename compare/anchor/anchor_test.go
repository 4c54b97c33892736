package anchor_test

import (
	"testing"

	"synoptic/analyze/clause"
	"synoptic/analyze/doc"
	"synoptic/analyze/segment"
	"synoptic/analyze/tag"
	"synoptic/analyze/timex"
	"synoptic/article"
	"synoptic/compare/anchor"
	"synoptic/lang/en"
)

func read(text, published string) *doc.Doc {
	d := doc.New(&article.Article{Text: text, Published: published}, en.English())
	for _, step := range []func(*doc.Doc){segment.Run, tag.Run, clause.Run, timex.Run} {
		step(d)
	}
	return d
}

// 17 May 2017 was a Wednesday.
var (
	caption = "The mayors met in Velden on Wednesday, May 17, 2017. They had last spoken in April."
	undated = "The mayors met on Wednesday, a day after they arrived. Talks failed last month."
	later   = "The mayors met on Wednesday. An aide said on Thursday that they parted as friends."
	other   = "The harvest festival opened on Sunday."
)

func TestResolve(t *testing.T) {
	s := anchor.Resolve([]*doc.Doc{read(caption, ""), read(undated, ""), read(later, ""), read(other, "")})
	for i, want := range []string{"2017-05-17", "2017-05-17", "2017-05-18", ""} {
		day, inferred, ok := s.Published(i)
		if day != want || ok != (want != "") || ok && !inferred {
			t.Errorf("report %d: published %q, inferred %v, want %q", i, day, inferred, want)
		}
	}
	if b, ok := s.Bounds(1, 0); !ok || b.Earliest != "2017-05-17" || b.Precision != "day" {
		t.Errorf("Wednesday: %+v, %v", b, ok)
	}
	if b, ok := s.Bounds(2, 0); !ok || b.Earliest != "2017-05-17" {
		t.Errorf("Wednesday, told on Thursday: %+v, %v", b, ok)
	}
}

func TestPublished(t *testing.T) {
	s := anchor.Resolve([]*doc.Doc{read(later, "2017-05-18T07:00:00Z"), read(undated, "")})
	if day, inferred, ok := s.Published(0); !ok || inferred || day != "2017-05-18" {
		t.Errorf("got %s, %v, %v", day, inferred, ok)
	}
	if day, inferred, ok := s.Published(1); !ok || !inferred || day != "2017-05-17" {
		t.Errorf("got %s, %v, %v", day, inferred, ok)
	}
}

// TestYearless holds that a dateline without a year and the day of the week
// beside it give the year.
func TestYearless(t *testing.T) {
	s := anchor.Resolve([]*doc.Doc{
		read("VELDEN, May 17 (Alp Press) - The mayors met on Wednesday. Prices have risen since 2016.", ""),
		read("The mayors met on Wednesday.", ""),
	})
	if b, ok := s.Bounds(1, 0); !ok || b.Earliest != "2017-05-17" {
		t.Errorf("got %+v, %v", b, ok)
	}
}

// TestOtherMonth holds that a report is not dated by a story that is years away from the
// month that its address names.
func TestOtherMonth(t *testing.T) {
	for url, want := range map[string]bool{"": true, "https://bell.example/2017/05/mayors": true, "https://bell.example/2012/05/mayors": false} {
		d := read("The mayors met on Wednesday.", "")
		d.Article.URL = url
		s := anchor.Resolve([]*doc.Doc{read(later, "2017-05-18T07:00:00Z"), d})
		if _, _, ok := s.Published(1); ok != want {
			t.Errorf("%q: dated %v, want %v", url, ok, want)
		}
	}
}

// TestUndated holds that reports which nobody can date are still compared, and
// only like with like.
func TestUndated(t *testing.T) {
	s := anchor.Resolve([]*doc.Doc{
		read("The mayors met on Monday. The vote is on June 3.", ""),
		read("The mayors met on Thursday. The vote is on June 5.", ""),
		read("The mayors met on Monday evening, as they did in 2016 and last year.", ""),
	})
	bound := func(i, k int) anchor.Bounds {
		b, ok := s.Bounds(i, k)
		if ok && i < 2 {
			t.Errorf("%d, %d: dated as %+v", i, k, b)
		}
		if !ok && b.Earliest != "" {
			t.Errorf("%d, %d: shows %+v", i, k, b)
		}
		return b
	}
	for _, c := range []struct {
		a, b anchor.Bounds
		want anchor.Relation
	}{
		{bound(0, 0), bound(1, 0), anchor.Disjoint},
		{bound(2, 0), bound(0, 0), anchor.Within},
		{bound(0, 1), bound(1, 1), anchor.Disjoint},
		{bound(0, 0), bound(1, 1), anchor.Unknown},
		{bound(2, 1), bound(2, 2), anchor.Unknown},
	} {
		if got := anchor.Compare(c.a, c.b); got != c.want {
			t.Errorf("%+v and %+v: got %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

// TestGallery holds that a report with full dates of many years does not date
// the story, and that days to come do not move a report.
func TestGallery(t *testing.T) {
	s := anchor.Resolve([]*doc.Doc{
		read("The bishop is seen on Monday, Feb. 11, 2013. A crowd is seen on Monday, Jan. 2, 2012.", ""),
		read("The tower fell on Wednesday.", ""),
	})
	if day, _, ok := s.Published(1); ok {
		t.Errorf("dated %s", day)
	}
	s = anchor.Resolve([]*doc.Doc{
		read("The tower fell on Thursday, April 24, 2014. It killed a man.", ""),
		read("The tower fell on Thursday. The feast will be held on Sunday.", ""),
	})
	for i, want := range []string{"2014-04-24", "2014-04-24"} {
		if b, _ := s.Bounds(i, 0); b.Earliest != want {
			t.Errorf("%d: got %s, want %s", i, b.Earliest, want)
		}
	}
}

func TestCompare(t *testing.T) {
	day := func(from, to string) anchor.Bounds { return anchor.Bounds{Earliest: from, Latest: to} }
	cases := []struct {
		a, b anchor.Bounds
		want anchor.Relation
	}{
		{day("2017-05-17", "2017-05-17"), day("2017-05-17", "2017-05-17"), anchor.Same},
		{day("2017-05-17", "2017-05-17"), day("2017-05-01", "2017-05-31"), anchor.Within},
		{day("2017-05-01", "2017-05-31"), day("2017-05-17T05:00", "2017-05-17T11:59"), anchor.Contains},
		{day("2017-05-01", "2017-05-20"), day("2017-05-17", "2017-06-02"), anchor.Overlaps},
		{day("2017-05-17", "2017-05-17"), day("2017-05-18T00:00", "2017-05-18T11:59"), anchor.Near},
		{day("2017-05-17", "2017-05-17"), day("2017-05-19", "2017-05-19"), anchor.Disjoint},
		{day("2017-04-01", "2017-04-30"), day("2017-05-01", "2017-05-31"), anchor.Disjoint},
		{day("", ""), day("2017-05-01", "2017-05-31"), anchor.Unknown},
	}
	for _, c := range cases {
		if got := anchor.Compare(c.a, c.b); got != c.want {
			t.Errorf("%+v and %+v: got %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

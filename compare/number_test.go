package compare

import (
	"fmt"
	"strings"
	"testing"

	"synoptic/analyze"
	"synoptic/analyze/doc"
	"synoptic/article"
	"synoptic/lang/en"
)

// Articles that are tables of numbers make few pairs to look at, and each pair looks at
// few others: counts and no times, which would hang on the machine.
func TestComparableBounded(t *testing.T) {
	const (
		sentences   = 400
		mostNoted   = 50 // facts of one kind of a document
		mostPerFact = 2  // pairs
	)
	var docs []*doc.Doc
	for n := range 2 {
		var b strings.Builder
		for i := range sentences {
			for k := range 10 {
				fmt.Fprintf(&b, "%d cars, ", 10*i+k+n+2)
			}
			b.WriteString("and all the vans hit the pier in Veld. ")
		}
		docs = append(docs, analyze.Article(&article.Article{ID: fmt.Sprint(n), Text: b.String()}, en.English()))
	}
	s := New(docs)
	tab := newTable(s.Docs, s.Entities, s.Times, (*Memory)(nil).of(s.Docs))
	links := tab.align()
	facts := tab.facts()
	if len(facts) < sentences {
		t.Fatalf("only %d facts", len(facts))
	}
	for k, noted := range tab.counted {
		if len(noted) > mostNoted {
			t.Errorf("%d facts of %q are noted of document %d", len(noted), tab.names[k.class], k.doc)
		}
	}
	if pairs := len(tab.comparable(facts, links)); pairs > mostPerFact*len(facts) {
		t.Errorf("%d facts make %d pairs", len(facts), pairs)
	}
}

// One measure in two units, of which one rounds it, is no other measure.
func TestConverted(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{"The boat sank 25 km (15 miles) south of Veld.", "The boat sank 25 km (16 miles) south of Veld.", true},
		{"The boat sank 15 miles (25 km) south of Veld.", "The boat sank 16 miles (25 km) south of Veld.", true},
		{"The boat sank 25 km (15 miles) south of Veld.", "The boat sank 35 km (22 miles) south of Veld.", false},
		{"The boat sank 15 miles south of Veld.", "The boat sank 16 miles south of Veld.", false},
	} {
		var docs []*doc.Doc
		for n, text := range []string{test.a, test.b} {
			docs = append(docs, analyze.Article(&article.Article{ID: fmt.Sprint(n), Text: text}, en.English()))
		}
		s := New(docs)
		tab := newTable(s.Docs, s.Entities, s.Times, (*Memory)(nil).of(s.Docs))
		tab.align()
		var miles []*fact
		for _, f := range tab.facts() {
			if strings.HasSuffix(docs[f.doc].Words(docs[f.doc].Quantities[f.quantity].Tokens), "miles") {
				miles = append(miles, &f)
			}
		}
		if len(miles) != 2 || tab.converted(miles[0], miles[1]) != test.want {
			t.Errorf("%s %s: %d in miles, want converted %v", test.a, test.b, len(miles), test.want)
		}
	}
}

// What a number counts: what harm befell people, whatever stands before them, and the
// things of which it is a part.
func TestCounts(t *testing.T) {
	for _, test := range []struct{ text, number, class string }{
		{"There were 57 people injured in the flood.", "57", "injure"},
		{"Some 57 people were injured in the flood.", "Some 57", "injure"},
		{"The party won 31 of the 60 seats in the hall.", "31", "seat"},
		{"Three of the dead were soldiers.", "Three", "soldier"},
	} {
		docs := []*doc.Doc{analyze.Article(&article.Article{ID: "a", Text: test.text}, en.English())}
		s := New(docs)
		tab := newTable(s.Docs, s.Entities, s.Times, (*Memory)(nil).of(s.Docs))
		got := ""
		for _, f := range tab.facts() {
			if docs[0].Text[docs[0].Quantities[f.quantity].Start:docs[0].Quantities[f.quantity].End] == test.number {
				got = tab.names[f.class]
			}
		}
		if got != test.class {
			t.Errorf("%s %s counts %q, want %q", test.text, test.number, got, test.class)
		}
	}
}

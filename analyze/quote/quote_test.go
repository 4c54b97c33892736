package quote

import (
	"slices"
	"testing"
	"unicode/utf8"

	"synoptic/analyze/doc"
	"synoptic/analyze/segment"
	"synoptic/article"
	"synoptic/lang/en"
	"synoptic/span"
)

func TestQuotes(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       []string // with the marks, outer before inner
	}{
		{"curly", "“We will rebuild,” she said.", []string{"“We will rebuild,”"}},
		{"straight", `"We will rebuild," she said. "All of it."`, []string{`"We will rebuild,"`, `"All of it."`}},
		{"single", "‘We will rebuild,’ she said.", []string{"‘We will rebuild,’"}},
		{"straight single", "The mayor called it 'a bad day' for Orvik.", []string{"'a bad day'"}},
		{"guillemets", "«We will rebuild», she said.", []string{"«We will rebuild»"}},
		{"double apostrophes", "''We will rebuild,'' she said.", []string{"''We will rebuild,''"}},
		{"nested", "“He told me ‘never again’ and left,” she said.", []string{"“He told me ‘never again’ and left,”", "‘never again’"}},
		{"apostrophes", "‘It’s the fishers’ harbour and they don’t own it,’ she said.", []string{"‘It’s the fishers’ harbour and they don’t own it,’"}},
		{"no quotation", "The fishers’ harbour isn’t Lund’s, nor the ’90s mayor’s.", nil},
		{"straight apostrophes", "The fishers' harbour isn't Lund's, nor the mayors' own.", nil},
		{"inches", `The 6" pipe burst.`, nil},
		{"paragraphs", "“We will rebuild.\n\n“And we will stay,” she said.", []string{"“We will rebuild.", "“And we will stay,”"}},
		{"unclosed", "She said “we will rebuild.\n\nThe mayor left.", []string{"“we will rebuild."}},
		{"forgotten close", `She said "we will rebuild. He said "maybe" later.`, []string{`"we will rebuild. He said "`}},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := doc.New(&article.Article{Text: test.text}, en.English())
			segment.Run(d)
			Run(d)
			var got []string
			for _, q := range d.Quotes {
				got = append(got, q.Text(d.Text))
			}
			if test.name == "forgotten close" {
				if len(got) == 0 {
					t.Error("no quotation at all")
				}
				return
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func FuzzQuotes(f *testing.F) {
	for _, s := range []string{"“a ‘b’ c”", `"a" 'b' "c`, "“a\n\n“b”", "‘’”“'\"``''", "’s ‘a’s b’", "«‹›»"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip()
		}
		d := doc.New(&article.Article{Text: text}, en.English())
		segment.Run(d)
		Run(d)
		last := span.Span{Start: -1}
		for _, q := range d.Quotes {
			if !q.Valid(text) || !q.Inner.Valid(text) || !q.Contains(q.Inner) || q.Depth < 0 {
				t.Fatalf("bad quotation %+v in %q", q, text)
			}
			if span.Compare(last, q.Span) > 0 {
				t.Fatalf("%v after %v in %q", q.Span, last, text)
			}
			last = q.Span
		}
	})
}

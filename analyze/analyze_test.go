package analyze_test

import (
	"slices"
	"strings"
	"testing"

	"synoptic/analyze"
	"synoptic/article"
	"synoptic/lang/en"
)

// TestDated has a report take the day in the head of its text, and leave its article alone.
func TestDated(t *testing.T) {
	a := &article.Article{Text: "Mill Burns Down In Veld Updated : November 11 , 2031 A mill burned down in Veld today , police said ."}
	d := analyze.Article(a, en.English())
	if d.Article.Published != "2031-11-11" || d.Article.From != article.FromText {
		t.Errorf("published %q, from %q", d.Article.Published, d.Article.From)
	}
	if a.Published != "" {
		t.Error("the article was written to")
	}
	a.Published = "2031-11-12"
	if d := analyze.Article(a, en.English()); d.Article != a {
		t.Error("a dated article was copied")
	}
}

// TestMiscoded reads a text whose marks were decoded wrongly as it reads the right one, and
// points at the bytes that are there.
func TestMiscoded(t *testing.T) {
	const text = "VELD — Mr. Lund’s rivals said the vote was “a farce.” They don’t trust it…\n\n“The vote is lost,” said the villagers’ mayor, Per Holm – twice."
	miscoded := func(text string) string { // as Latin-1
		var b strings.Builder
		for _, r := range text {
			for _, c := range []byte(string(r)) {
				b.WriteRune(rune(c))
			}
		}
		return b.String()
	}
	read := func(text string) (words, quotes, said []string) {
		d := analyze.Article(&article.Article{Text: text}, en.English())
		for i := range d.Tokens {
			words = append(words, d.Word(i))
		}
		for _, q := range d.Quotes {
			quotes = append(quotes, d.Words(d.Range(q.Span)))
		}
		for _, a := range d.Attributions {
			for _, c := range a.Content {
				said = append(said, c.Text(d.Article.Text))
			}
		}
		return words, quotes, said
	}
	words, quotes, said := read(text)
	for i := range said {
		said[i] = miscoded(said[i])
	}
	badWords, badQuotes, badSaid := read(miscoded(text))
	if !slices.Equal(words, badWords) || !slices.Equal(quotes, badQuotes) || !slices.Equal(said, badSaid) {
		t.Errorf("got %q %q %q\nwant %q %q %q", badWords, badQuotes, badSaid, words, quotes, said)
	}
}

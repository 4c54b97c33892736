package analyze_test

import (
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

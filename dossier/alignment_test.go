package dossier

import (
	"testing"

	"synoptic/analyze"
	"synoptic/article"
	"synoptic/lang/en"
)

// TestAlignmentWords holds that an alignment has the words of the statements as they were
// given, also where their marks were decoded wrongly.
func TestAlignmentWords(t *testing.T) {
	const a, b = "The mayor\u00e2\u0080\u0099s boat sank.", "The mayor\u00e2\u0080\u0099s ship sank."
	got := NewAlignment("1", analyze.Article(&article.Article{Text: a}, en.English()), analyze.Article(&article.Article{Text: b}, en.English()))
	if len(got.Links) == 0 {
		t.Fatal("nothing is linked")
	}
	for _, l := range got.Links {
		if l[0].Text != a[l[0].Start:l[0].End] || l[1].Text != b[l[1].Start:l[1].End] {
			t.Errorf("%v", l)
		}
	}
}

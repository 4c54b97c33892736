package dossier

import (
	"fmt"
	"strings"
	"testing"
)

// TestBriefs holds that the sentence nearest to the headlines leads, and that none
// is said twice.
func TestBriefs(t *testing.T) {
	lines := []string{
		"Ministers will meet again in autumn.",
		"A ferry struck the pier at Port Ansel on Wednesday.",
		"On Wednesday the ferry struck a pier in Port Ansel.",
		"Schools stay closed.",
	}
	d := &Dossier{}
	text := strings.Join(lines, "\n")
	for _, id := range []string{"a", "b"} {
		d.Articles = append(d.Articles, Article{ID: id, Outlet: id, Title: "Ferry rams pier", Text: text, Sentences: sentences(text)})
	}
	for i, s := range lines {
		at := strings.Index(text, s)
		e := Evidence{"a", Span{Start: at, End: at + len(s), Text: s}}
		other := e
		other.Article = "b"
		d.Claims = append(d.Claims, Claim{ID: fmt.Sprint("c", i), Statement: e, Outlets: []string{"a", "b"}, Reports: []Report{{Evidence: e}, {Evidence: other}}})
		d.Summary = append(d.Summary, fmt.Sprint("c", i))
	}
	var got []string
	for _, b := range newReading(d).briefs() {
		got = append(got, b.words())
	}
	if want := []string{lines[1], lines[0], lines[3]}; strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestFair holds that each report is shown before one has many lines.
func TestFair(t *testing.T) {
	var list []excerpt
	for i := range 12 {
		id := "a"
		if i > 9 {
			id = fmt.Sprint("b", i)
		}
		list = append(list, excerpt{at: []Evidence{{Article: id, Span: Span{Start: i}}}})
	}
	shown, rest := fair(list)
	if len(shown) != crowd || len(rest) != len(list)-crowd || shown[crowd-1].at[0].Start != 11 || shown[crowd-3].at[0].Start != 5 {
		t.Errorf("shown %v, rest %v", shown, rest)
	}
	if shown, rest = fair(list[:crowd+1]); len(shown) != crowd+1 || rest != nil {
		t.Errorf("of %d, %d are shown", crowd+1, len(shown))
	}
}

package dossier

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// TestPerhapsShared holds that of claims which no two outlets surely share only the foremost
// are listed, and those that the summary names, and that of an outlet which surely has a
// claim nothing is listed that may tell another fact.
func TestPerhapsShared(t *testing.T) {
	text := ""
	for n := range foremost + 4 {
		text += fmt.Sprintf("Boat %d sank. ", n)
	}
	text += "The mill burned. The mayor burned letters."
	d := &Dossier{}
	for _, id := range []string{"a", "b"} {
		d.Articles = append(d.Articles, Article{ID: id, Outlet: id, Text: text, Sentences: sentences(text)})
	}
	report := func(article, words string, unsure bool) Report {
		at := strings.Index(text, words)
		return Report{Evidence: Evidence{article, Span{Start: at, End: at + len(words), Text: words}}, Unsure: unsure}
	}
	d.Claims = append(d.Claims, Claim{ID: "c1", Outlets: []string{"a", "b"}, Reports: []Report{
		report("a", "The mill burned.", false), report("b", "The mill burned.", false), report("b", "The mayor burned letters.", true),
	}})
	for n := range foremost + 4 {
		words := fmt.Sprintf("Boat %d sank.", n)
		d.Claims = append(d.Claims, Claim{ID: fmt.Sprintf("c%d", n+2), Outlets: []string{"a"}, Reports: []Report{report("a", words, false), report("b", words, true)}})
	}
	for i := range d.Claims {
		d.Claims[i].Statement = d.Claims[i].Reports[0].Evidence
	}
	d.Summary = []string{"c1", fmt.Sprintf("c%d", foremost+5)}
	var b bytes.Buffer
	if err := d.Text(&b, TextOptions{}); err != nil {
		t.Fatal(err)
	}
	_, shared, _ := strings.Cut(b.String(), "WHAT THEY SHARE")
	if !strings.Contains(shared, "3 more in the HTML form") || strings.Contains(shared, fmt.Sprintf("Boat %d sank", foremost)) || !strings.Contains(shared, fmt.Sprintf("Boat %d sank", foremost+3)) {
		t.Errorf("the claims that are perhaps shared:\n%s", shared)
	}
	if strings.Contains(shared, "The mayor burned letters") {
		t.Errorf("an outlet that surely has a claim is given another fact:\n%s", shared)
	}
}

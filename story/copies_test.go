package story

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"synoptic/article"
	"synoptic/lang/en"
)

func TestRevision(t *testing.T) {
	c := New(Options{Language: en.English()})
	first := *stream[0]
	first.URL = "https://bell.example/mill"
	c.Add(&first)
	edited := first
	edited.ID = "mill-1#2"
	edited.Text = strings.Replace(first.Text, "three firefighters", "four firefighters", 1) + " A second watchman was found unhurt."
	got := c.Add(&edited)
	if id(got.RevisionOf) != "mill-1" || got.CopyOf != nil || got.Story != "mill-1" {
		t.Errorf("got %+v", got)
	}
	if diff := cmp.Diff(&Change{Added: []string{"four", "A second watchman was found unhurt"}, Gone: 1}, got.Changed); diff != "" {
		t.Error(diff)
	}
	reprint := edited
	reprint.ID, reprint.URL = "reprint", "https://crier.example/mill"
	if got := c.Add(&reprint); id(got.CopyOf) != "mill-1" || got.RevisionOf != nil || got.Changed != nil {
		t.Errorf("got %+v", got)
	}
	if got := c.Add(&article.Article{ID: "reprint", Text: "Nothing is left of what stood here."}); id(got.RevisionOf) != "reprint" || got.Story != "mill-1" {
		t.Errorf("got %+v", got)
	}
}

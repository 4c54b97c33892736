package eval

import (
	"math"
	"os"
	"path/filepath"
	"testing"
)

// TestAttribution scores two annotations of one made-up article: one says just
// what the program finds, the other has a shorter content.
func TestAttribution(t *testing.T) {
	path := filepath.Join(t.TempDir(), "gold.jsonl")
	lines := `{"id":"x","annotator":"1","text":"Anna Lund said that the bridge was safe.","attributions":[{"source":[[0,9,"Anna Lund"]],"cue":[[10,14,"said"]],"content":[[15,39,"that the bridge was safe"]]}]}
{"id":"x","annotator":"2","text":"Anna Lund said that the bridge was safe.","attributions":[{"source":[[0,9,"Anna Lund"]],"cue":[[10,14,"said"]],"content":[[15,31,"that the bridge "]]}]}
`
	if err := os.WriteFile(path, []byte(lines), 0o600); err != nil {
		t.Fatal(err)
	}
	r, err := Attribution([]string{path})
	if err != nil {
		t.Fatal(err)
	}
	if r.Items != 1 {
		t.Errorf("got %d items, want 1", r.Items)
	}
	for name, want := range map[string]float64{
		"source_exact": 100, "cue_exact": 100, "content_exact": 50, "content_begin": 100,
		"content_jaccard": 100 * (1 + 16.0/24) / 2, "whole_exact": 50,
	} {
		if got := r.Scores[name]; math.Abs(got-want) > 1e-9 {
			t.Errorf("%s is %v, want %v", name, got, want)
		}
	}
	if _, err := Attribution([]string{filepath.Join(t.TempDir(), "none")}); err == nil {
		t.Error("no error for a missing file")
	}
}

package eval

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestShingled(t *testing.T) {
	tests := []struct {
		name, gold, found string
		want              shingles
	}{
		{"same", "The dam above Veld burst.", "the dam above Veld burst", shingles{2, 2, 1}},
		{"punctuation parts words", "It’s Veld’s dam.", "It s Veld s dam", shingles{2, 2, 2}},
		{"underscores and figures do not", "a_b 3½ km2 x", "a_b 3½ km2 x", shingles{1, 1, 1}},
		{"fewer than four words", "Dam bursts", "Dam bursts", shingles{1, 1, 1}},
		{"repeats count", "a b c d a b c d", "a b c d", shingles{5, 1, 1}},
		{"nothing found", "a b c d", " … ", shingles{1, 0, 0}},
		{"nothing there", "", "", shingles{}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := shingled(tt.gold, tt.found); got != tt.want {
				t.Errorf("got %+v, want %+v", got, tt.want)
			}
		})
	}
}

// Means are over pages; one without gold counts for precision only, and one
// without an article for recall only.
func TestExtractScores(t *testing.T) {
	folder := t.TempDir()
	write := func(name, content string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(filepath.Join(folder, name)), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, name), []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("ground-truth.json", `{
		"half": {"articleBody": "The dam above Veld burst. Two people are missing."},
		"empty": {"articleBody": "The dam above Veld held."},
		"whole": {"articleBody": "The dam above Veld burst."}}`)
	write("html/half.html", "<p>The dam above Veld burst.</p>")
	write("html/empty.html", "<nav><a href=/>News</a></nav>")
	write("html/whole.html", "<p>The dam above Veld burst.</p>")
	result, err := Extract([]string{folder})
	if err != nil {
		t.Fatal(err)
	}
	precision, recall := 1.0, (2.0/6+0+1)/3
	want := map[string]float64{
		"precision": 100 * precision, "recall": 100 * recall, "accuracy": 100.0 / 3, "f1": 200 * precision * recall / (precision + recall),
	}
	if d := cmp.Diff(want, result.Scores, cmpopts.EquateApprox(0, 1e-9)); d != "" || result.Items != 3 {
		t.Errorf("%d items: %s", result.Items, d)
	}
	if _, err := Extract([]string{t.TempDir()}); err == nil {
		t.Error("a folder without gold is an error")
	}
}

// On public pages the text is found far better than by one extractor alone,
// of which the better scores 96.2.
func TestExtractBenchmark(t *testing.T) {
	const folder = "../../shared/data/extraction"
	if _, err := os.Stat(folder); err != nil {
		t.Skip("the benchmark's pages are not here: ", err)
	}
	pages, err := goldPages(os.DirFS(folder))
	if err != nil {
		t.Fatal(err)
	}
	var some []goldPage // under the race detector all would take a minute
	for i := 0; i < len(pages); i += 4 {
		some = append(some, pages[i])
	}
	if f1 := scorePages(some).Scores["f1"]; f1 < 97.5 {
		t.Errorf("F1 on %d pages is %.2f; on all it was 98.4", len(some), f1)
	}
}

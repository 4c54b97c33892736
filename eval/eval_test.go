package eval

import (
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestRunUnknown(t *testing.T) {
	_, err := Run("spelling", nil, Task{Name: "compare"})
	if err == nil || !strings.Contains(err.Error(), "compare") {
		t.Errorf("error %v does not name the tasks", err)
	}
}

func TestWriteTable(t *testing.T) {
	r := Result{Task: "tag", Items: 12, Scores: map[string]float64{"upos": 97.456, "lemma": 90}, Seconds: 2, PerSecond: 6}
	for _, c := range []struct {
		name  string
		write func(*bytes.Buffer) error
		want  string
	}{
		{"table", func(b *bytes.Buffer) error { return WriteTable(b, r) }, `
tag  items       12
tag  lemma       90.00
tag  upos        97.46
tag  seconds     2.00
tag  per_second  6.0
`},
		{"metrics", func(b *bytes.Buffer) error { return WriteMetrics(b, "ab12", r) }, `
sample  sha256  ab12
tag  items  12
tag  lemma  90.00
tag  upos   97.46
`},
		{"json", func(b *bytes.Buffer) error { return WriteJSON(b, r) }, `
{"task":"tag","items":12,"scores":{"lemma":90,"upos":97.456},"seconds":2,"per_second":6}
`},
	} {
		var got bytes.Buffer
		if err := c.write(&got); err != nil {
			t.Fatal(err)
		}
		if want := strings.TrimPrefix(c.want, "\n"); got.String() != want {
			t.Errorf("%s:\n%swant\n%s", c.name, got.String(), want)
		}
	}
}

// TestEventsZipped reads an event from JSON Lines and gzipped gold.
func TestEventsZipped(t *testing.T) {
	folder := t.TempDir()
	lines := `{"id": "a", "text": "Snow closed the pass."}` + "\n" + `{"id": "b", "text": "The pass was closed by snow."}` + "\n"
	if err := os.WriteFile(filepath.Join(folder, "articles.jsonl"), []byte(lines), 0o644); err != nil {
		t.Fatal(err)
	}
	var zipped bytes.Buffer
	z := gzip.NewWriter(&zipped)
	_, _ = z.Write([]byte(`{"only": []}`))
	_ = z.Close()
	if err := os.WriteFile(filepath.Join(folder, "gold.json.gz"), zipped.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	events, err := Events([]string{folder})
	if err != nil {
		t.Fatal(err)
	}
	if len(events) != 1 || len(events[0].Articles) != 2 || events[0].Gold.Only == nil || events[0].Gold.Claims != nil {
		t.Errorf("got %+v", events)
	}
}

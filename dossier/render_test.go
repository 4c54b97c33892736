package dossier

import (
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite golden files")

// renderings are all forms of a dossier, by golden file.
var renderings = []struct {
	file  string
	write func(*Dossier, io.Writer) error
}{
	{"canned.json", func(d *Dossier, w io.Writer) error { return d.JSON(w) }},
	{"canned.txt", func(d *Dossier, w io.Writer) error { return d.Text(w, TextOptions{}) }},
	{"canned.md", func(d *Dossier, w io.Writer) error { return d.Markdown(w) }},
	{"canned.html", func(d *Dossier, w io.Writer) error { return d.HTML(w) }},
	{"canned.60.ansi", func(d *Dossier, w io.Writer) error { return d.Text(w, TextOptions{Color: true, Width: 60}) }},
}

func TestGolden(t *testing.T) {
	for _, r := range renderings {
		t.Run(r.file, func(t *testing.T) {
			golden(t, r.file, func(w io.Writer) error { return r.write(canned(t), w) })
		})
	}
}

// golden holds what write writes to a file of testdata.
func golden(t *testing.T, name string, write func(io.Writer) error) {
	t.Helper()
	var got bytes.Buffer
	if err := write(&got); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got.String()); diff != "" {
		t.Errorf("(-want +got; -update rewrites)\n%s", diff)
	}
}

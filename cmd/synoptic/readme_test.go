package main

import (
	"bytes"
	"flag"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write README.md's excerpt of the sample again")

const (
	readme = "../../README.md"
	// excerptLines is how long the excerpt may be; it ends with a whole part.
	excerptLines = 62
	before       = "<!-- what compare --sample prints, kept by a test -->\n```\n"
	behind       = "```\n<!-- end of the sample -->\n"
)

// TestReadme holds the excerpt in README.md to what the program prints.
func TestReadme(t *testing.T) {
	page, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, found := strings.Cut(string(page), before)
	_, tail, ended := strings.Cut(rest, behind)
	if !found || !ended {
		t.Fatalf("README.md has no place for the excerpt, between %q and %q", before, behind)
	}
	var out, messages bytes.Buffer
	if status := run([]string{"compare", "--sample"}, strings.NewReader(""), &out, &messages); status != exitDone || messages.Len() > 0 {
		t.Fatalf("status %d: %s", status, messages.String())
	}
	want := head + before + excerpt(out.String()) + behind + tail
	if want == string(page) {
		return
	}
	if !*update {
		t.Fatal("the program prints another page than README.md shows: run make golden")
	}
	if err := os.WriteFile(readme, []byte(want), 0o644); err != nil {
		t.Fatal(err)
	}
}

// excerpt returns the first parts of page, parted by empty lines, and a sign
// that there are more.
func excerpt(page string) string {
	var kept string
	for part := range strings.SplitSeq(page, "\n\n") {
		if strings.Count(kept+part, "\n") >= excerptLines {
			break
		}
		kept += part + "\n\n"
	}
	return kept + "…\n"
}

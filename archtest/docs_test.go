package archtest

import (
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"testing"
)

var (
	fence = regexp.MustCompile("(?ms)^```.*?^```")
	code  = regexp.MustCompile("`([^`\n]+)`")
	// A path has a slash or a file ending, and nothing that a path of this
	// module would not have: hosts, flags, placeholders, "./...".
	pathLike = regexp.MustCompile(`^[\w.*-]+(/[\w.*-]*)+$|^[\w*-]+\.(go|md|txt|json|csv|mod|sum|yml)$`)
	host     = regexp.MustCompile(`^[\w-]+\.[a-z]+/|\.\.\.`)
)

// TestDocs looks for every path that a document names in backticks, outside
// fenced blocks, from the root and from the document's own folder.
func TestDocs(t *testing.T) {
	named := 0
	walk(t, func(file string) {
		if path.Ext(file) != ".md" {
			return
		}
		text, err := os.ReadFile(filepath.Join(root, file))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range paths(string(text)) {
			named++
			if !exists(name, ".") && !exists(name, path.Dir(file)) {
				t.Errorf("%s names %s, which does not exist", file, name)
			}
		}
	})
	if named == 0 {
		t.Error("no document names a path: the search is broken")
	}
}

// paths returns the paths that a document names.
func paths(doc string) []string {
	var names []string
	for _, m := range code.FindAllStringSubmatch(fence.ReplaceAllString(doc, ""), -1) {
		if name := m[1]; pathLike.MatchString(name) && !host.MatchString(name) {
			names = append(names, name)
		}
	}
	return names
}

func exists(name, from string) bool {
	found, err := filepath.Glob(filepath.Join(root, filepath.FromSlash(from), filepath.FromSlash(name)))
	return err == nil && len(found) > 0
}

func TestPaths(t *testing.T) {
	doc := "See `span/`, `lang/en/*.txt` and `NOTES.md`, not `./...`, `example.com/x`, `--format text`, `span` or\n```\n`gone/`\n```\nbut `docs/design.md`."
	want := []string{"span/", "lang/en/*.txt", "NOTES.md", "docs/design.md"}
	if got := paths(doc); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

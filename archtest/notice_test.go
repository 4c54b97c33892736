package archtest

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"
)

var (
	required = regexp.MustCompile(`(?m)^(?:require)?\s+(\S+\.\S+/\S+) v`)
	noticed  = regexp.MustCompile(`(?m)^  ([\w.-]+\.[a-z]+/\S+) `)
)

// TestNotice holds NOTICE to go.mod: it names the libraries that the program
// stands on, and no others.
func TestNotice(t *testing.T) {
	want, got := names(t, "go.mod", required), names(t, "NOTICE", noticed)
	if len(want) == 0 || !slices.Equal(got, want) {
		t.Errorf("NOTICE names\n%q, go.mod\n%q", got, want)
	}
}

func names(t *testing.T, file string, pattern *regexp.Regexp) []string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, file))
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, m := range pattern.FindAllStringSubmatch(string(text), -1) {
		list = append(list, m[1])
	}
	slices.Sort(list)
	return list
}

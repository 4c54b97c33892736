package origin_test

import (
	"os"
	"strings"
	"testing"

	"synoptic/compare/origin"
)

// TestChains holds the chains of testdata/chains.txt.
func TestChains(t *testing.T) {
	file, err := os.ReadFile("testdata/chains.txt")
	if err != nil {
		t.Fatal(err)
	}
	cases, passed := 0, 0
	for block := range strings.SplitSeq(string(file), "\n\n") {
		lines := strings.Split(strings.TrimSpace(block), "\n")
		if strings.HasPrefix(lines[0], "#") {
			continue
		}
		if len(lines) != 2 {
			t.Fatalf("a case has two lines: %q", block)
		}
		text := strings.ReplaceAll(lines[0], " || ", "\n\n")
		words, rest, _ := strings.Cut(lines[1], ": ")
		want, why, marked := strings.Cut(rest, " ! ")
		cases++
		got := chainOf(t, text, words)
		switch {
		case got == want:
			passed++
			if marked {
				t.Errorf("%s\n  is found now; take off its mark (%s)", lines[0], why)
			}
		case !marked:
			t.Errorf("%s\n  %s: got %s, want %s", lines[0], words, got, want)
		}
	}
	if cases < 60 {
		t.Errorf("only %d cases", cases)
	}
	t.Logf("%d of %d chains", passed, cases)
}

// chainOf returns the chain of the words in text as written in the gold: that
// of the innermost attribution that holds them.
func chainOf(t *testing.T, text, words string) string {
	t.Helper()
	docs, s := resolve([]string{"Orvik Post"}, text)
	d := docs[0]
	at := strings.Index(d.Text, words)
	if at < 0 {
		t.Fatalf("%q does not stand in %q", words, text)
	}
	best, size := []origin.Link(nil), len(d.Text)+1
	for i, a := range d.Attributions {
		for _, c := range a.Content {
			chain := s.Chain(0, i)
			if c.Start <= at && at+len(words) <= c.End && (c.Len() < size || c.Len() == size && len(chain) > len(best)) {
				best, size = chain, c.Len()
			}
		}
	}
	var names []string
	for _, l := range best {
		names = append(names, s.Origins[l.Origin].Name)
	}
	if len(names) == 0 {
		return "-"
	}
	return strings.Join(names, " ← ")
}

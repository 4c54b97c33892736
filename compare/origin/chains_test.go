package origin_test

import (
	"os"
	"strings"
	"testing"

	"synoptic/compare/origin"
)

// chainCase is one case of gold: some words of a text, and the chain behind them.
type chainCase struct{ text, words, want string }

func readChains(t *testing.T, name string) []chainCase {
	t.Helper()
	file, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var cases []chainCase
	for block := range strings.SplitSeq(string(file), "\n\n") {
		lines := strings.Split(strings.TrimSpace(block), "\n")
		if strings.HasPrefix(lines[0], "#") {
			continue
		}
		if len(lines) != 2 {
			t.Fatalf("%s: a case has two lines: %q", name, block)
		}
		words, want, _ := strings.Cut(lines[1], ": ")
		cases = append(cases, chainCase{strings.ReplaceAll(lines[0], " || ", "\n\n"), words, want})
	}
	return cases
}

// TestChains holds the chains of testdata/chains.txt.
func TestChains(t *testing.T) {
	cases := readChains(t, "chains.txt")
	passed := 0
	for _, c := range cases {
		want, why, marked := strings.Cut(c.want, " ! ")
		got := chainOf(t, c.text, c.words)
		switch {
		case got == want:
			passed++
			if marked {
				t.Errorf("%s\n  is found now; take off its mark (%s)", c.text, why)
			}
		case !marked:
			t.Errorf("%s\n  %s: got %s, want %s", c.text, c.words, got, want)
		}
	}
	if len(cases) < 60 {
		t.Errorf("only %d cases", len(cases))
	}
	t.Logf("%d of %d chains", passed, len(cases))
}

// TestRelays scores chains that are not held one by one. A name may be told with
// its article.
func TestRelays(t *testing.T) {
	for _, c := range []struct {
		name         string
		cases, floor int // cases, and those right in hundredths
		shown        bool
	}{
		{"relays.txt", 186, 80, true},
		{"unseen.txt", 36, 72, false},
	} {
		cases := readChains(t, c.name)
		if len(cases) != c.cases {
			t.Errorf("%s has %d cases", c.name, len(cases))
		}
		passed := 0
		for _, chain := range cases {
			got := strings.ReplaceAll("← "+chainOf(t, chain.text, chain.words), "← The ", "← ")
			if got == "← "+chain.want {
				passed++
			} else if c.shown {
				t.Logf("%s\n  %s: got %s, want %s", chain.text, chain.words, strings.TrimPrefix(got, "← "), chain.want)
			}
		}
		t.Logf("%s: %d of %d", c.name, passed, len(cases))
		if 100*passed < c.floor*len(cases) {
			t.Errorf("%s: %d of %d chains are right, less than %d in a hundred", c.name, passed, len(cases), c.floor)
		}
	}
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

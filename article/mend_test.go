package article

import (
	"strings"
	"testing"
	"unicode/utf8"

	"synoptic/lang/en"
)

// miscoded returns text as it reads where the UTF-8 of its marks was taken for Latin-1.
func miscoded(text string) string {
	var b strings.Builder
	for _, r := range text {
		if r < 0x2000 {
			b.WriteRune(r)
			continue
		}
		for _, c := range []byte(string(r)) {
			b.WriteRune(rune(c))
		}
	}
	return b.String()
}

func dots(b *strings.Builder, bytes int) { b.WriteString(strings.Repeat(".", bytes)) }

func TestMend(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"“No,” he said", "“...No,”... he said"},
		{"Lund’s boat", "Lund’s... boat"},
		{"they don’t", "they don’t..."},
		{"the pilots’ boat", "the pilots’... boat"},
		{"Veld — It rained…", "Veld —... It rained…..."},
		{"Plain text", "Plain text"},
	} {
		if got := Mend(miscoded(test.text), true, dots); got != test.want {
			t.Errorf("%q: got %q, want %q", test.text, got, test.want)
		}
	}
	for _, test := range []struct{ text, want string }{
		{"â€œNoâ€\u009d", "“....No”...."},
		{"Lundâ€™s boat", "Lund’s..... boat"},
		{"a crème brûlée, a château", "a crème brûlée, a château"},
		{"il plâtra", "il plâtra"},
	} {
		if got := Mend(test.text, true, dots); got != test.want {
			t.Errorf("%q: got %q, want %q", test.text, got, test.want)
		}
	}
	if got, want := Mend(miscoded("Lund’s “boat”"), false, dots), miscoded("Lund’s")+" “...boat”..."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Regions end where a mark does that was put right.
func TestMiscodedRegions(t *testing.T) {
	a := &Article{Text: miscoded("VELD — It has rained for nine days, and the river stands higher than it has in thirty years, the mayor said.")}
	mark(a, &en.English().Article)
	if len(a.Regions) != 1 || a.Regions[0].Kind != Dateline || a.Regions[0].Text(a.Text) != miscoded("VELD —") {
		t.Errorf("got %v", a.Regions)
	}
}

func FuzzMend(f *testing.F) {
	f.Add("“No,” he said: “It’s late…”")
	f.Add("â€œNoâ€\u009d â â\u0080 â\u0080\u0099")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return
		}
		for _, text := range []string{text, miscoded(text)} {
			for _, words := range []bool{true, false} {
				got := Mend(text, words, blanks)
				if len(got) != len(text) || !utf8.ValidString(got) {
					t.Errorf("%q becomes %q", text, got)
				}
			}
		}
	})
}

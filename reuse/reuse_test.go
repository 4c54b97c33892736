package reuse

import (
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func wordsOf(text string) []string {
	words := []string{}
	for _, w := range Read(text).words {
		words = append(words, text[w.start:w.end])
	}
	return words
}

func TestRead(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"", []string{}},
		{" — …\n", []string{}},
		{"Mayor Ilse Varga's “plan”", []string{"Mayor", "Ilse", "Varga's", "plan"}},
		{"the dockers’ strike isn’t over", []string{"the", "dockers", "strike", "isn’t", "over"}},
		{"Ann-Lee paid $1,250.50", []string{"Ann", "Lee", "paid", "1", "250", "50"}},
		{"co\u00ADoper\u200Bation", []string{"co\u00ADoper\u200Bation"}},
		{"Zoe\u0308 said", []string{"Zoe\u0308", "said"}},
		{"a\xffb", []string{"a", "b"}},
		{"東京 2031", []string{"東", "京", "2031"}},
	} {
		if diff := cmp.Diff(c.want, wordsOf(c.text)); diff != "" {
			t.Errorf("Read(%q): %s", c.text, diff)
		}
	}
}

func TestReadNormalises(t *testing.T) {
	for _, c := range [][2]string{
		{"The Harbour’s Gate", "the harbour's gate"},
		{"Ann-Lee", "ANN LEE"},
		{"“so be it”", "'so be it'"},
		{"co\u00ADoperation", "cooperation"},
	} {
		a, b := Read(c[0]), Read(c[1])
		if a.Words() != b.Words() {
			t.Errorf("%q and %q have %d and %d words", c[0], c[1], a.Words(), b.Words())
			continue
		}
		for i := range a.words {
			if a.words[i].hash != b.words[i].hash {
				t.Errorf("word %d of %q and %q differs", i, c[0], c[1])
			}
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("Varga’s “plan”, 12.5% off-peak")
	f.Add("'’'a\u200b' \xff 東京都 Zoe\u0308")
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, w := range Read(text).words {
			if w.start < last || w.end <= w.start || w.end > len(text) {
				t.Fatalf("word [%d,%d) after %d of %q", w.start, w.end, last, text)
			}
			if !utf8.ValidString(text[w.start:w.end]) {
				t.Fatalf("word %q is not UTF-8", text[w.start:w.end])
			}
			last = w.end
		}
	})
}

package dossier

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// shownAs writes pieces with the faint ones in parentheses.
func shownAs(list []piece) string {
	var b strings.Builder
	for _, p := range list {
		if p.faint {
			b.WriteString("(" + p.text + ")")
		} else {
			b.WriteString(p.text)
		}
	}
	return b.String()
}

func TestPieces(t *testing.T) {
	long := strings.Repeat("on and on ", 30)
	tests := []struct {
		name, text, want string
		parts            []string
	}{
		{"clause", "The talks, which lasted four hours, ended late.", "(The talks, )which lasted four hours(, ended late.)", []string{"which lasted four hours"}},
		{"whole", "It rained.", "It rained.", []string{"It rained."}},
		{"two", "It rained and the dam broke.", "It rained( and )the dam broke(.)", []string{"the dam broke", "It rained"}},
		{"within", "It rained hard.", "It rained hard(.)", []string{"rained", "It rained hard"}},
		{"other sentence", "He left. She came in.", "She came( in.)", []string{"She came"}},
		{"across", "He left. She came in. Then rain.", "(He )left. She came( in.)", []string{"left. She came"}},
		{"list", "- He left early.", "He left( early.)", []string{"- He left"}},
		{"list before", "- Later he left.", "(Later )he left(.)", []string{"he left"}},
		{"long", long + "he left.", "(… " + strings.Repeat("on and on ", 14)[2:] + ")he left(.)", []string{"he left"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := &Dossier{Articles: []Article{{ID: "a", Text: test.text, Sentences: sentences(test.text)}}}
			var list []Evidence
			for _, s := range test.parts {
				at := strings.Index(test.text, s)
				list = append(list, Evidence{"a", Span{Start: at, End: at + len(s), Text: s}})
			}
			if got := shownAs(newReading(d).pieces(list)); strings.Join(strings.Fields(got), " ") != strings.Join(strings.Fields(test.want), " ") {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// Of long sentences near leaves some words around the evidence.
func TestNear(t *testing.T) {
	long := strings.Repeat("on and on ", 30)
	for _, test := range []struct{ text, want string }{
		{"They may know that he left early.", "They may know that ‹he left› early."},
		{long + "he left early.", "… " + strings.Repeat("on and on ", 7)[len("on "):] + "‹he left› early."},
		{"Soon he left " + long + ".", "Soon ‹he left› " + strings.Repeat("on and on ", 7) + "…"},
	} {
		d := &Dossier{Articles: []Article{{ID: "a", Text: test.text, Sentences: sentences(test.text)}}}
		at := strings.Index(test.text, "he left")
		x := newReading(d).one(Evidence{"a", Span{Start: at, End: at + len("he left"), Text: "he left"}})
		if got := setOff(x.near()); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}

// Evidence of a title stands in one excerpt.
func TestTitled(t *testing.T) {
	d := &Dossier{Articles: []Article{{ID: "a", Title: "Mill burns in Veld", Text: "It rained."}}}
	list := []Evidence{
		{"a", Span{Start: 0, End: 4, Text: "Mill", Field: "title"}},
		{"a", Span{Start: 5, End: 10, Text: "burns", Field: "title"}},
	}
	got := newReading(d).excerpts(list, func(Evidence) *Report { return nil })
	if len(got) != 1 || shownAs(got[0].pieces) != "Mill( )burns( in Veld)" {
		t.Errorf("%d excerpts, first %q", len(got), shownAs(got[0].pieces))
	}
}

// TestExcerpts holds that all evidence stands in one excerpt, and that what is
// not faint is the words of it.
func TestExcerpts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawn(t)
		r := newReading(d)
		n := 0
		var only []Evidence
		for _, p := range d.Only {
			only = append(only, p.Evidence)
		}
		for _, x := range r.excerpts(only, r.report) {
			n += len(x.at)
			if x.at[0].Article == "nowhere" {
				continue
			}
			for _, p := range x.pieces {
				if strings.ContainsAny(p.text, "\n\x1b") {
					t.Fatalf("%q", p.text)
				}
			}
		}
		seen := map[Evidence]bool{}
		for _, e := range only {
			seen[e] = true
		}
		if n != len(seen) {
			t.Fatalf("%d of %d shown", n, len(seen))
		}
	})
}

func TestSet(t *testing.T) {
	tests := []struct{ words, value, want string }{
		{"Pyong had fired a missile", "a", "Pyong had fired <b>a</b> missile"},
		{"14 people", "14 people", "14 people"},
		{"at least 140 or 14", "14", "at least 140 or <b>14</b>"},
		{"a <b> b", "“b”", "a &lt;<b>b</b>&gt; b"},
		{"none", "five", "none"},
	}
	for _, test := range tests {
		if got := string(set([]piece{{text: test.words}}, test.value)); got != test.want {
			t.Errorf("%q: got %q, want %q", test.words, got, test.want)
		}
	}
}

func TestSetOff(t *testing.T) {
	tests := []struct {
		name string
		list []piece
		want string
	}{
		{"whole", []piece{{"It rained", false}, {".", true}}, "It rained."},
		{"part", []piece{{"The talks, ", true}, {"which lasted four hours", false}, {", ended.", true}}, "The talks, ‹which lasted four hours›, ended."},
		{"two", []piece{{"It rained", false}, {" and ", true}, {"the dam broke ", false}, {"late", true}}, "‹It rained› and ‹the dam broke› late"},
		{"side by side", []piece{{"He ", false}, {"left", false}, {" early", true}}, "‹He left› early"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := setOff(test.list); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

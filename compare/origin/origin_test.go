package origin_test

import (
	"strings"
	"testing"

	"synoptic/analyze"
	"synoptic/analyze/doc"
	"synoptic/article"
	"synoptic/compare/entity"
	"synoptic/compare/origin"
	"synoptic/lang/en"
)

func resolve(outlets []string, texts ...string) ([]*doc.Doc, *origin.Set) {
	var docs []*doc.Doc
	for i, text := range texts {
		docs = append(docs, analyze.Article(&article.Article{ID: string(rune('a' + i)), Outlet: outlets[i], Text: text}, en.English()))
	}
	return docs, origin.Resolve(docs, entity.Resolve(docs))
}

// chain writes a chain as names, nearest first.
func chain(s *origin.Set, n, a int) string {
	var names []string
	for _, l := range s.Chain(n, a) {
		names = append(names, s.Origins[l.Origin].Name)
	}
	return strings.Join(names, " < ")
}

func TestChain(t *testing.T) {
	for text, want := range map[string]string{
		"“The bridge is safe,” Anna Lund said, according to Reuters.":       "Reuters < Anna Lund",
		"Anna Lund said that the bridge was safe, Reuters reported.":        "Reuters < Anna Lund",
		"Anna Lund said that the bridge was safe, the Orvik Post reported.": "Anna Lund", // the outlet itself
		"Anna Lund wants to close the bridge.":                              "",
		"Senior officials on Monday said that the bridge was safe.":         "Senior officials",
		"It is feared that the bridge will fall.":                           "",
	} {
		docs, s := resolve([]string{"Orvik Post"}, text)
		got := ""
		for i := range docs[0].Attributions {
			if c := chain(s, 0, i); len(c) > len(got) {
				got = c
			}
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}

func TestResolve(t *testing.T) {
	outlets := []string{"Post", "Gazette"}
	for _, test := range []struct {
		name, a, b string
		same       bool
	}{
		{"a person", "Anna Lund said the bridge was safe.", "The bridge was safe, Anna Lund said.", true},
		{"two persons", "Anna Lund said the bridge was safe.", "Per Holm said the bridge was safe.", false},
		{"an office that the other report gives", "Anna Lund was there. The mayor said the bridge was safe.", "Mayor Anna Lund said the bridge was safe.", true},
		{"an office of two", "Anna Lund was there. The mayor said the bridge was safe.", "Mayor Anna Lund came. Mayor Per Holm left. Anna Lund said the bridge was safe.", false},
		{"an office no more held", "Anna Lund was there. The mayor said the bridge was safe.", "Former mayor Anna Lund said the bridge was safe.", false},
		{"an office, and another named since", "Anna Lund was there. Per Holm came. The mayor said the bridge was safe.", "Mayor Anna Lund said the bridge was safe.", false},
		{"unnamed experts", "Experts said the bridge was safe.", "Experts said the bridge was safe.", false},
		{"the lawsuit", "The lawsuit says the bridge is unsafe.", "The suit says the bridge is unsafe.", true},
		{"a body with and without article", "The Norwegian military said the ship sank.", "Norwegian military said the ship sank.", true},
	} {
		_, s := resolve(outlets, test.a, test.b)
		if got := s.Of(0, 0) == s.Of(1, 0); got != test.same {
			t.Errorf("%s: same origin is %v; %+v", test.name, got, s.Origins)
		}
	}
}

func TestSelf(t *testing.T) {
	_, s := resolve([]string{"Post", "Gazette", "Post"}, "The bridge fell.", "The bridge fell.", "The bridge fell.")
	if s.Self(0) == s.Self(1) || s.Self(0) != s.Self(2) {
		t.Errorf("own reporting: %d %d %d", s.Self(0), s.Self(1), s.Self(2))
	}
}

func TestAnaphor(t *testing.T) {
	docs, s := resolve([]string{"Post"}, "The bridge was safe, according to a palace readout. The two met, the readout said.")
	if len(docs[0].Attributions) != 2 || s.Of(0, 0) != s.Of(0, 1) {
		t.Errorf("%+v", s.Origins)
	}
}

// A paper is of who spoke last, unless it was told of since; "I" is who writes.
func TestPointsBack(t *testing.T) {
	for text, want := range map[string]string{
		"Anna Lund said the bridge was safe in a letter. It was built well, the letter said.":                                                     "Anna Lund",
		"Anna Lund said the bridge was safe. Lund has sent a letter. It was built well, the letter said.":                                         "Anna Lund",
		"Anna Lund said the bridge was safe. The answer came in a letter and was read at the visit of Lund. The bridge was old, the letter said.": "letter",
		"Workers said the bridge was safe. “The deal is old,” he said.":                                                                           "",
		"A worker said the bridge was safe. “The deal is old,” he said.":                                                                          "worker",
		"“The bridge is old,” Anna Lund said in a statement released by her office.\n\n“We will mend it,” the statement continued.":               "Anna Lund",
		"Anna Lund said the bridge was safe. And I wonder why it is still open.":                                                                  "",
		"Anna Lund said the bridge was safe. The deal is old, and they said it was bad.":                                                          "",
	} {
		docs, s := resolve([]string{"Post"}, text)
		if got := chain(s, 0, len(docs[0].Attributions)-1); got != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}

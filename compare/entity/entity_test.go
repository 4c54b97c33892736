package entity_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"synoptic/analyze"
	"synoptic/analyze/doc"
	"synoptic/article"
	"synoptic/compare/entity"
	"synoptic/lang/en"
)

func read(text string) *doc.Doc {
	a := &article.Article{Text: text}
	if line, _, ok := strings.Cut(text, "\n"); ok && strings.HasPrefix(line, "By ") {
		r := article.Region{Kind: article.Byline}
		r.End = len(line)
		a.Regions = append(a.Regions, r)
	}
	return analyze.Article(a, en.English())
}

// list writes the entities of s as "name = aliases", sorted.
func list(s *entity.Set) []string {
	var all []string
	for _, e := range s.Entities {
		unlinked := 0
		for _, why := range e.Because {
			if why == "" {
				unlinked++
			}
		}
		if unlinked != 1 || len(e.Because) != len(e.Members) {
			all = append(all, fmt.Sprintf("%s: reasons %q for %d members", e.Name, e.Because, len(e.Members)))
		}
		text := e.Name
		if len(e.Aliases) > 0 {
			text += " = " + strings.Join(e.Aliases, ", ")
		}
		if !e.Participant {
			text += " (not in the news)"
		}
		all = append(all, text)
	}
	slices.Sort(all)
	return all
}

func TestResolve(t *testing.T) {
	tests := []struct {
		why  string
		docs []string
		want []string
	}{
		{"spellings", []string{"There was Kim Dae-su.", "There was Kim Dae Su. It was Kim who left.", "There stood Kim Dae Su."},
			[]string{"Kim Dae Su = Kim, Kim Dae-su"}},
		{"a slip", []string{"Talirah Lund was there. Lund left.", "Talirha Lund stood there."}, []string{"Talirah Lund = Lund, Talirha Lund"}},
		{"two family names", []string{"Frank Porter was there.", "Frank Potter stood there."}, []string{"Frank Porter", "Frank Potter"}},
		{"two family names of one age", []string{"Frank Porter, 28, was shot there.", "Frank Potter, 28, was shot there."}, []string{"Frank Porter = Frank Potter"}},
		{"a third of a family name, of one age", []string{"Talirah Brumley, 28, was shot there.", "Talirah Romley, 28, was shot there."}, []string{"Talirah Brumley = Talirah Romley"}},
		{"a third of a family name", []string{"Talirah Brumley was shot there.", "Talirah Romley was shot there."}, []string{"Talirah Brumley", "Talirah Romley"}},
		{"two ages", []string{"Talirah Lund, 7, was shot there.", "Talirha Lund, 31, was shot there."}, []string{"Talirah Lund", "Talirha Lund"}},
		{"sister apart", []string{"There was Kim Dae-su. It was Kim who left.", "There was Kim Mi-ran."},
			[]string{"Kim Dae-su = Kim", "Kim Mi-ran"}},
		{"given name as the short one", []string{"There was Kim Dae-su.", "It was President Dae-su who left."},
			[]string{"Kim Dae-su = Dae-su"}},
		{"endings", []string{"There was Sergei Volkonsky.", "There was Sergey Volkonskiy."},
			[]string{"Sergey Volkonskiy = Sergei Volkonsky"}},
		{"transliterated", []string{"There was Yevgen Tarkhov.", "There was Yevhen Tarkhov.", "There was Jevgen Tarkov. It was Tarkov who spoke."},
			[]string{"Yevgen Tarkhov = Jevgen Tarkov, Tarkov, Yevhen Tarkhov"}},
		{"nearly alike", []string{"There was Moammar Qadhoufi.", "There was Muammar Kadoufi."},
			[]string{"Moammar Qadhoufi = Muammar Kadoufi"}},
		{"names of their own", []string{"There was Maria Velasco.", "There was Mario Velasco.", "There was Marta Velasco."},
			[]string{"Maria Velasco", "Mario Velasco", "Marta Velasco"}},
		{"family name of several words", []string{"It was Ana de la Roca. Then de la Roca left. De la Roca sang. De la Roca slept."},
			[]string{"Ana de la Roca = De la Roca, Roca"}},
		{"one word of a body", []string{"It was the Torva Courier.", "They told the Courier."}, []string{"Torva Courier = Courier"}},
		{"person in one and nothing in another", []string{"It was Edwin Quarl who left.", "It was President Tarn Ulmer who left.", "Some saw Tarn Ulmer."},
			[]string{"Edwin Quarl", "Tarn Ulmer"}},
		{"initial and suffix", []string{"There was Robert S. Hale III in court. It was Mr. Hale who left.", "There was Robert Hale."},
			[]string{"Robert S. Hale III = Hale, Robert Hale"}},
		{"Jr. told apart by one article", []string{"There was Robert Hale. There was Robert Hale Jr. too.", "There Robert Hale Jr. left.", "There was Robert Hale."},
			[]string{"Robert Hale", "Robert Hale Jr."}},
		{"acronym", []string{"It was the Ruritanian Grain Board.", "There the RGB met."},
			[]string{"Ruritanian Grain Board = RGB"}},
		{"known spellings", []string{"It was the European Union in the United States.", "There was the E.U. in the U.S.", "There was the EU in the US."},
			[]string{"European Union = E.U., EU", "United States = U.S., US"}},
		{"byline", []string{"By Anna Harlow\nIn Oslo it rained.", "It was Anna Harlow who spoke."},
			[]string{"Anna Harlow", "Anna Harlow (not in the news)", "Oslo"}},
		{"surname of two", []string{"It was Mr. Harlow who spoke.", "There was Paul Harlow.", "There was Peter Harlow."},
			[]string{"Harlow", "Paul Harlow", "Peter Harlow"}},
		{"none", nil, nil},
	}
	for _, c := range tests {
		t.Run(c.why, func(t *testing.T) {
			var docs []*doc.Doc
			for _, text := range c.docs {
				docs = append(docs, read(text))
			}
			got := list(entity.Resolve(docs))
			if !slices.Equal(got, c.want) {
				t.Errorf("got %q\nwant %q", got, c.want)
			}
			slices.Reverse(docs)
			if back := list(entity.Resolve(docs)); !slices.Equal(back, got) {
				t.Errorf("in the other order %q", back)
			}
		})
	}
}

func TestOf(t *testing.T) {
	docs := []*doc.Doc{read("There was Paul Harlow in Oslo."), read("There was Oslo. It was Paul Harlow.")}
	s := entity.Resolve(docs)
	for n, d := range docs {
		for e := range d.Entities {
			i := s.Of(n, e)
			if i < 0 || !slices.Contains(s.Entities[i].Members, entity.Ref{Doc: n, Entity: e}) || s.Entities[i].Name != d.Entities[e].Name {
				t.Errorf("article %d, entity %d: %d", n, e, i)
			}
		}
	}
	for _, at := range [][2]int{{-1, 0}, {0, -1}, {2, 0}, {0, 9}} {
		if i := s.Of(at[0], at[1]); i != -1 {
			t.Errorf("Of(%d, %d) = %d", at[0], at[1], i)
		}
	}
}

func BenchmarkResolve(b *testing.B) {
	var docs []*doc.Doc
	for n := range 50 {
		var text strings.Builder
		for i := range 40 {
			fmt.Fprintf(&text, "Mayor Paul Har%clow%c met Anna Vel%cko of the Board of Zor%cia in Oslo. ", 'a'+rune(i%26), 'a'+rune(n%26), 'a'+rune(i%20), 'a'+rune(n%5))
		}
		docs = append(docs, read(text.String()))
	}
	for b.Loop() {
		entity.Resolve(docs)
	}
}

package compare_test

import (
	"testing"

	"synoptic/compare"
)

// statement returns the statement of document n that begins with words.
func statement(t *testing.T, s *compare.Story, n int, words string) compare.Evidence {
	t.Helper()
	for i := range s.Docs[n].Statements {
		x := &s.Docs[n].Statements[i]
		if text := x.Text(s.Docs[n].Text); len(text) >= len(words) && text[:len(words)] == words {
			return compare.Evidence{Doc: n, Span: x.Span}
		}
	}
	t.Fatalf("no statement of document %d begins with %q", n, words)
	return compare.Evidence{}
}

func TestLikenesses(t *testing.T) {
	s := compare.New(read(
		"A fire in a mill in Veld killed 12 workers on Tuesday, police said. The mill belongs to Ann Lund.",
		"Twelve workers died on Tuesday when a mill burned in Veld. Police closed the roads.",
	))
	fire, died := statement(t, s, 0, "A fire"), statement(t, s, 1, "Twelve workers")
	closed := statement(t, s, 1, "Police closed")
	list, ok := s.Likenesses([][2]compare.Evidence{{fire, died}, {died, fire}, {fire, closed}, {fire, {Doc: 1}}})
	if !ok[0] || !ok[1] || !ok[2] || ok[3] {
		t.Fatalf("found %v, want all but the last", ok)
	}
	if list[0] != list[1] {
		t.Errorf("the two changed make another likeness:\n%v\n%v", list[0], list[1])
	}
	at := func(f compare.Likeness, name string) int {
		for i, n := range compare.LikenessNames {
			if n == name {
				return f[i]
			}
		}
		t.Fatalf("no feature %s", name)
		return 0
	}
	if a, b := at(list[0], "words_aligned"), at(list[2], "words_aligned"); a <= b {
		t.Errorf("words aligned: %d of the same, %d of others", a, b)
	}
	if at(list[0], "one") != 1000 || at(list[0].Cheap(), "words_aligned") != 0 {
		t.Errorf("got %v", list[0])
	}
}

func TestParaphrases(t *testing.T) {
	tests := []struct {
		name  string
		texts []string
		want  []string // the renderings of the first quotation
	}{
		{
			"told and told", []string{
				"Ann Lund said on Monday that the council would not sell the harbour to a foreign company.",
				"The council will not sell the harbour to a company from abroad, Ann Lund said on Monday.",
			},
			[]string{"the council would not sell the harbour to a foreign company", "The council will not sell the harbour to a company from abroad"},
		},
		{
			"half a sentence each", []string{
				"Ann Lund spoke of men spilling two tons of crude oil into the old harbour.",
				"Ann Lund told of a gang spilling two tons of crude oil into the old harbour.",
			},
			nil,
		},
		{
			"two speakers", []string{
				"Ann Lund said on Monday that the council would not sell the harbour to a foreign company.",
				"The council will not sell the harbour to a company from abroad, Tom Arden said on Monday.",
			},
			nil,
		},
		{
			"denied", []string{
				"Ann Lund denied on Monday that the council would sell the harbour to a foreign company.",
				"The council will not sell the harbour to a company from abroad, Ann Lund said on Monday.",
			},
			[]string{"denied on Monday that the council would sell the harbour to a foreign company", "The council will not sell the harbour to a company from abroad"},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := compare.New(read(test.texts...))
			var got []string
			if len(s.Quotes) > 0 {
				for _, r := range s.Quotes[0].Renderings {
					got = append(got, r.Text(s.Docs[r.Doc].Text))
				}
			}
			if len(got) != len(test.want) {
				t.Fatalf("got %q, want %q", got, test.want)
			}
			for i := range got {
				if got[i] != test.want[i] {
					t.Errorf("got %q, want %q", got[i], test.want[i])
				}
			}
		})
	}
}

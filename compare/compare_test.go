package compare_test

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"synoptic/analyze"
	"synoptic/analyze/doc"
	"synoptic/article"
	"synoptic/compare"
	"synoptic/lang/en"
)

var update = flag.Bool("update", false, "write the golden file again")

// read analyses texts as reports a, b, c… of one day.
func read(texts ...string) []*doc.Doc {
	var docs []*doc.Doc
	for i, text := range texts {
		a := &article.Article{ID: string(rune('a' + i)), Text: text, Published: "2031-03-05", From: article.FromGiven}
		if day, rest, ok := strings.Cut(text, "|"); ok {
			a.Published, a.Text = strings.TrimSpace(day), strings.TrimSpace(rest)
		}
		docs = append(docs, analyze.Article(a, en.English()))
	}
	return docs
}

// words returns the text of e.
func words(s *compare.Story, e compare.Evidence) string { return e.Text(s.Docs[e.Doc].Text) }

// show writes the disagreements of a story on a line each: slot, relation and
// the values, those of one side joined by "=".
func show(s *compare.Story) string {
	var b strings.Builder
	for i := range s.Disagreements {
		d := &s.Disagreements[i]
		var sides []string
		for _, p := range d.Positions {
			var ids []string
			for _, e := range p.Evidence {
				ids = append(ids, s.Docs[e.Doc].Article.ID)
			}
			slices.Sort(ids)
			value := fmt.Sprintf("%s (%s)", words(s, p.Value), strings.Join(slices.Compact(ids), ""))
			if p.Side < len(sides) {
				sides[p.Side] += " = " + value
			} else {
				sides = append(sides, value)
			}
		}
		fmt.Fprintf(&b, "  %s %s: %s\n", d.Slot, d.Relation, strings.Join(sides, " / "))
	}
	return b.String()
}

// The golden file holds cases of two or more reports, one a line, and behind
// them, set in, the disagreements found. Blank lines part cases; "#" begins a
// heading or says what a case is. A report may begin with its date and "|".
func TestGolden(t *testing.T) {
	const path = "testdata/cases.txt"
	golden, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	var texts []string
	flush := func() {
		if len(texts) > 0 {
			got.WriteString(show(compare.New(read(texts...))))
		}
		texts = nil
	}
	for line := range strings.Lines(string(golden)) {
		text := strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(line, "  "):
			continue
		case text == "" || strings.HasPrefix(text, "#"):
			flush()
		default:
			texts = append(texts, text)
		}
		got.WriteString(line)
	}
	flush()
	if *update {
		if err := os.WriteFile(path, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(golden), got.String()); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// The words of a report are shown with what says that they are denied, only asked or believed.
func TestHedged(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"It was not clear on Friday if charges will be filed against the owner of the mill.", "It was not clear on Friday if charges will be filed against the owner of the mill"},
		{"Investigators believe that no charges will be filed against the owner of the mill.", "Investigators believe that no charges will be filed against the owner of the mill"},
		{"Officials denied on Friday that charges will be filed against the owner of the mill.", "Officials denied on Friday that charges will be filed against the owner of the mill"},
		{"There is no sign that charges will be filed against the owner of the mill.", "There is no sign that charges will be filed against the owner of the mill"},
		{"It appears that no charges will be filed against the owner of the mill.", "It appears that no charges will be filed against the owner of the mill"},
		{"The owner is free. No charges will be filed against the owner of the mill.", "No charges will be filed against the owner of the mill"},
	} {
		s := compare.New(read("No charges will be filed against the owner of the mill.", c.text))
		var got []string
		for _, k := range s.Claims {
			for _, r := range k.Reports {
				if s.Docs[r.Doc].Article.ID == "b" {
					got = append(got, words(s, r.Evidence))
				}
			}
		}
		if !slices.Contains(got, c.want) {
			t.Errorf("%s\n got %q", c.text, got)
		}
	}
}

// TestWordingEvidence has other words stand with the smallest clause that holds them,
// and other names with what they name.
func TestWordingEvidence(t *testing.T) {
	for _, tt := range []struct{ name, a, b, wantA, wantB string }{
		{
			"a clause of purpose",
			"“The north will close the mine in the valley before the winter to guarantee safety in digging tunnels,” Ann Lund said in Veld on Monday.",
			"“The north will close the mine in the valley before the winter to prove the vow to dig tunnels,” Ann Lund said in Veld on Monday.",
			"to guarantee safety in digging tunnels", "to prove the vow to dig tunnels",
		},
		{
			"one clause", "“The great mine of Veld has now done its work,” Ann Lund said in Veld on Monday.",
			"“The great mine of Veld has now fulfilled its task,” Ann Lund said in Veld on Monday.",
			"“The great mine of Veld has now done its work,”", "“The great mine of Veld has now fulfilled its task,”",
		},
		{
			"a name",
			"“We must not forget what the council did last year and we will now count the Wendy Marlow papers and files,” Ann Lund said in Veld on Monday.",
			"“We must not forget what the council did last year and we will now count the Debbie Marlow papers and files,” Ann Lund said in Veld on Monday.",
			"the Wendy Marlow papers and files", "the Debbie Marlow papers and files",
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := compare.New(read(tt.a, tt.b))
			if len(s.Disagreements) != 1 {
				t.Fatalf("%d disagreements", len(s.Disagreements))
			}
			var got []string
			for _, p := range s.Disagreements[0].Positions {
				got = append(got, words(s, p.Evidence[0]))
			}
			if diff := cmp.Diff([]string{tt.wantA, tt.wantB}, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestOneClaim keeps apart what two people each say of themselves, and what points back to
// two things said before.
func TestOneClaim(t *testing.T) {
	for _, tt := range []struct {
		name, a, b string
		claims     int
	}{
		{"two speakers", "“I am so upset about the fire in the mill,” Ann Lund said.", "“I am so upset about the fire in the mill,” Per Holm said.", 0},
		{"one speaker", "“I am so upset about the fire in the mill,” Ann Lund said.", "“I am so upset about the fire in the mill,” said Ann Lund.", 1},
		{"filled", "Norland sells tin. Lund has delayed her decision on whether to close the mine of Veld.", "It rained. Lund delayed the decision on whether to close the mine in Veld.", 1},
		{"of something else", "Norland sells tin. The mine is safe, Holm said. Lund denied the claim.", "It rained. The boat was lost, Berg said. On Friday Lund denied the claim.", 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := len(compare.New(read(tt.a, tt.b)).Claims); got != tt.claims {
				t.Errorf("%d claims, want %d", got, tt.claims)
			}
		})
	}
}

// A sentence that two outlets have word for word is of one origin.
func TestWordForWord(t *testing.T) {
	const fire = "A fire in a mill in Veld killed twelve workers on Tuesday morning."
	for _, test := range []struct {
		texts   []string
		origins int
	}{
		{[]string{fire + " It rained.", "Storms are due in Orvik. " + fire}, 1},
		{[]string{fire + " It rained.", "Storms are due in Orvik. A fire killed twelve workers in a mill in Veld on Tuesday."}, 2},
	} {
		var articles []*article.Article
		for n, text := range test.texts {
			id := string(rune('a' + n))
			articles = append(articles, &article.Article{ID: id, Outlet: id, Text: text})
		}
		s := compare.New(analysed(articles))
		roots := map[int]bool{}
		for _, c := range s.Claims {
			for _, r := range c.Reports {
				roots[s.Root(r)] = true
			}
		}
		if len(roots) != test.origins {
			t.Errorf("%q have %d origins, want %d", test.texts, len(roots), test.origins)
		}
	}
}

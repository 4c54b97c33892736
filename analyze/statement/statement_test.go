package statement_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"synoptic/analyze"
	"synoptic/analyze/doc"
	"synoptic/analyze/statement"
	"synoptic/article"
	"synoptic/lang/en"
)

var update = flag.Bool("update", false, "write the golden file again")

func read(text string) *doc.Doc {
	return analyze.Article(&article.Article{ID: "a", Published: "2031-03-05", Text: text}, en.English())
}

// show writes one statement: what qualifies it, its lemma, who takes part in
// which role, on whose word, and its words.
func show(d *doc.Doc, s *doc.Statement) string {
	var b strings.Builder
	for _, q := range []struct {
		set  bool
		name string
	}{
		{s.Denied, "denied"},
		{s.Hedge != doc.HedgeNone, string(s.Hedge)},
		{s.Irrealis, "irrealis"},
		{s.Background, "background"},
	} {
		if q.set {
			b.WriteString(q.name + " ")
		}
	}
	b.WriteString(s.Lemma)
	for _, p := range s.Participants {
		role := string(p.Role)
		if p.Role == doc.Oblique {
			role = p.Prep
		}
		fmt.Fprintf(&b, "; %s %s", role, d.Words(p.Range))
	}
	if s.Attribution >= 0 {
		b.WriteString("; says")
		for _, source := range d.Attributions[s.Attribution].Source {
			b.WriteString(" " + source.Text(d.Text))
		}
	}
	return fmt.Sprintf("  %s <%s>\n", b.String(), s.Text(d.Text))
}

// The golden file holds sentences, each with its statements set in behind it.
// Lines with "#" are headings.
func TestGolden(t *testing.T) {
	const path = "testdata/sentences.txt"
	golden, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for line := range strings.Lines(string(golden)) {
		if strings.HasPrefix(line, "  ") {
			continue
		}
		got.WriteString(line)
		if text := strings.TrimSpace(line); text != "" && !strings.HasPrefix(text, "#") {
			d := read(text)
			for i := range d.Statements {
				got.WriteString(show(d, &d.Statements[i]))
			}
		}
	}
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

// check holds what is true of the statements of any text.
func check(t testing.TB, d *doc.Doc) {
	t.Helper()
	in := func(i, n int) bool { return i >= 0 && i < n }
	for i := range d.Statements {
		s := &d.Statements[i]
		if !in(s.Sentence, len(d.Sentences)) || !in(s.Clause, len(d.Clauses)) || s.Attribution >= len(d.Attributions) {
			t.Fatalf("%q: statement %+v", d.Text, *s)
		}
		sentence := d.Sentences[s.Sentence].Range
		if s.Empty() || !s.Valid(d.Text) || s.Tokens.Empty() || d.Span(s.Tokens) != s.Span || !sentence.Contains(s.Tokens) {
			t.Fatalf("%q: statement %v, %v in sentence %v", d.Text, s.Span, s.Tokens, sentence)
		}
		if s.Predicate.Empty() || !sentence.Contains(s.Predicate) || s.Lemma == "" {
			t.Fatalf("%q: predicate %v, %q", d.Text, s.Predicate, s.Lemma)
		}
		for _, p := range s.Participants {
			if !sentence.Contains(p.Range) || !p.Range.Has(p.Head) || p.Entity >= len(d.Entities) {
				t.Fatalf("%q: participant %+v", d.Text, p)
			}
		}
		for _, q := range s.Quantities {
			if !in(q, len(d.Quantities)) || !s.Tokens.Contains(d.Quantities[q].Tokens) {
				t.Fatalf("%q: quantity %d of %+v", d.Text, q, *s)
			}
		}
		for _, n := range s.Times {
			if !in(n, len(d.Times)) || !s.Tokens.Contains(d.Times[n].Tokens) {
				t.Fatalf("%q: time %d of %+v", d.Text, n, *s)
			}
		}
		switch s.Hedge {
		case doc.HedgeNone, doc.HedgeReported, doc.HedgeProbable, doc.HedgePossible:
		default:
			t.Fatalf("%q: hedge %q", d.Text, s.Hedge)
		}
	}
}

var pieces = strings.Fields(`the a two Lund Norland he who that where if while and but to of in by on at least
	said says told denied failed reportedly signed was has been not never may would saying help old 1990 Monday 's
	, . ; : — “ ” ' ( ) $ % boats " according believed likely yesterday whether refused mayor É 漢字`)

func TestAnyWords(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		check(t, read(strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 40).Draw(rt, "words"), " ")))
	})
}

func FuzzArticle(f *testing.F) {
	for _, text := range []string{
		"", "said said", "‘One said\n0000—“two", "“”", "denied that he failed to refuse to not sign it", "By Ann Lund\n\nVELD — “It is over,” said Ann Lund.",
		"The mill, which is believed to have cost $3 million, may have been sold on Monday, Lund said, according to Tom Arden.",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		check(t, read(strings.ToValidUTF8(text, "")))
	})
}

func BenchmarkRun(b *testing.B) {
	d := read(strings.Repeat("The council of the town, which met on Tuesday for over three hours, voted to spend $3.5 million on a new bridge, officials said. ", 200))
	b.ReportAllocs()
	for b.Loop() {
		d.Statements = d.Statements[:0]
		statement.Run(d)
	}
	b.ReportMetric(float64(len(d.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}

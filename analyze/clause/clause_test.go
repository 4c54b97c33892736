package clause_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"synoptic/analyze/clause"
	"synoptic/analyze/doc"
	"synoptic/analyze/segment"
	"synoptic/analyze/tag"
	"synoptic/article"
	"synoptic/lang/en"
)

var update = flag.Bool("update", false, "write the golden file again")

// read analyses text up to its clauses.
func read(text string) *doc.Doc {
	d := doc.New(&article.Article{Text: text}, en.English())
	for _, step := range []func(*doc.Doc){segment.Run, tag.Run, clause.Run} {
		step(d)
	}
	return d
}

// show writes the groups of d on a line, [noun] and {verb} with what stands
// before them in brackets, then each clause on one: its kind with the number of
// the clause it hangs on, subject | verb | objects | obliques, and its words.
func show(d *doc.Doc) string {
	words := func(g int) string {
		if g < 0 {
			return "-"
		}
		return d.Words(d.Groups[g].Range)
	}
	list := func(groups []int) string {
		var all []string
		for _, g := range groups {
			all = append(all, words(g))
		}
		return strings.Join(all, ", ")
	}
	var b strings.Builder
	b.WriteString("  ")
	for i := range d.Groups {
		g := &d.Groups[i]
		if g.Prep >= 0 {
			fmt.Fprintf(&b, "%s ", d.Word(g.Prep))
		}
		if g.Kind == doc.NounGroup {
			fmt.Fprintf(&b, "[%s] ", words(i))
			continue
		}
		fmt.Fprintf(&b, "{%s%s} ", words(i), marks(g))
	}
	text := strings.TrimRight(b.String(), " ") + "\n"
	for i := range d.Clauses {
		c := &d.Clauses[i]
		parent := ""
		if c.Parent >= 0 {
			parent = fmt.Sprint(" of ", c.Parent)
		}
		text += fmt.Sprintf("  %d %s%s: %s | %s | %s | %s <%s>\n", i, c.Kind, parent, words(c.Subject), words(c.Verb), list(c.Objects), list(c.Obliques), d.Words(c.Range))
	}
	return text
}

// marks lists what is known of a verb group.
func marks(g *doc.Group) string {
	text := ""
	for _, m := range []struct {
		set  bool
		name string
	}{
		{g.Negated, "not"},
		{g.Passive, "passive"},
		{g.Perfect, "perfect"},
		{g.Past, "past"},
		{g.Future, "future"},
		{g.Infinitive, "infinitive"},
		{g.Participle, "participle"},
		{g.Modal != "", g.Modal},
	} {
		if m.set {
			text += " +" + m.name
		}
	}
	return text
}

// The golden file holds sentences, each with its groups and clauses set in
// behind it. Lines with "#" are headings.
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
			got.WriteString(show(read(text)))
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

// check holds what is true of the groups and clauses of any text.
func check(t testing.TB, d *doc.Doc) {
	t.Helper()
	last, sentence := 0, 0
	of := make([]int, len(d.Groups)) // sentence by group
	for i := range d.Groups {
		g := &d.Groups[i]
		if g.Empty() || g.From < last || g.To > len(d.Tokens) || !g.Has(g.Head) {
			t.Fatalf("%q: group %+v behind token %d", d.Text, *g, last)
		}
		last = g.To
		for sentence < len(d.Sentences) && d.Sentences[sentence].To <= g.From {
			sentence++
		}
		of[i] = sentence
		s := d.Sentences[sentence].Range
		if !s.Contains(g.Range) || g.Prep >= 0 && (!s.Has(g.Prep) || g.Prep >= g.From) {
			t.Fatalf("%q: group %+v leaves its sentence %v", d.Text, *g, s)
		}
	}
	count := make([]int, len(d.Groups)) // clauses by verb group
	for i := range d.Clauses {
		c := &d.Clauses[i]
		if c.Sentence < 0 || c.Sentence >= len(d.Sentences) || i > 0 && c.Sentence < d.Clauses[i-1].Sentence {
			t.Fatalf("%q: clause %+v has no sentence of its own", d.Text, *c)
		}
		if c.Empty() || !d.Sentences[c.Sentence].Contains(c.Range) {
			t.Fatalf("%q: clause %+v leaves its sentence %v", d.Text, *c, d.Sentences[c.Sentence].Range)
		}
		if c.Parent >= i || c.Parent < -1 || c.Parent >= 0 && d.Clauses[c.Parent].Sentence != c.Sentence {
			t.Fatalf("%q: clause %d hangs on %d", d.Text, i, c.Parent)
		}
		if (c.Verb < 0) != (c.Kind == doc.VerblessClause) {
			t.Fatalf("%q: %s clause with verb %d", d.Text, c.Kind, c.Verb)
		}
		if c.Verb >= 0 {
			count[c.Verb]++
			if g := &d.Groups[c.Verb]; g.Kind != doc.VerbGroup || !c.Contains(g.Range) {
				t.Fatalf("%q: clause %+v with verb %+v", d.Text, *c, *g)
			}
		}
		for _, g := range append(append([]int{c.Subject}, c.Objects...), c.Obliques...) {
			if g >= 0 && (of[g] != c.Sentence || d.Groups[g].Kind != doc.NounGroup) {
				t.Fatalf("%q: clause %+v takes %+v", d.Text, *c, d.Groups[g])
			}
		}
		for _, list := range [][]int{c.Objects, c.Obliques} {
			for k, g := range list {
				if !c.Contains(d.Groups[g].Range) && c.Verb >= 0 || k > 0 && list[k-1] >= g {
					t.Fatalf("%q: clause %+v takes %v", d.Text, *c, list)
				}
			}
		}
	}
	for g, n := range count {
		if d.Groups[g].Kind == doc.VerbGroup && n != 1 {
			t.Fatalf("%q: %d clauses of the verb %q", d.Text, n, d.Words(d.Groups[g].Range))
		}
	}
}

// pieces make texts in which every rule finds something.
var pieces = strings.Fields(`the a two Lund Norland he who which that where whose as if while and or but to of in by
	said says told left signed was has had been not never will may would meeting killed saying help old 1990 Monday 's
	, . ; : - — “ ” ' ( ) $ % boat boats " said denied leave injured no one-on-one É 漢字`)

func TestAnyWords(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		check(t, read(strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 40).Draw(rt, "words"), " ")))
	})
}

// Tags that no tagger would give must do no harm either.
func TestAnyTags(t *testing.T) {
	upos := []string{"NOUN", "PROPN", "VERB", "AUX", "ADJ", "ADV", "ADP", "DET", "PRON", "NUM", "PART", "SCONJ", "CCONJ", "PUNCT", "SYM", "X", ""}
	xpos := []string{"NN", "NNP", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD", "IN", "TO", "DT", "PRP", "PRP$", "WP", "WDT", "WP$", "WRB", "CD", "JJ", "RB", "POS", "CC", ",", ".", "HYPH", "$", ""}
	rapid.Check(t, func(rt *rapid.T) {
		d := doc.New(&article.Article{Text: strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 30).Draw(rt, "words"), " ")}, en.English())
		segment.Run(d)
		for i := range d.Tokens {
			d.Tokens[i].UPOS = rapid.SampledFrom(upos).Draw(rt, "upos")
			d.Tokens[i].XPOS = rapid.SampledFrom(xpos).Draw(rt, "xpos")
		}
		clause.Run(d)
		check(t, d)
	})
}

func FuzzRun(f *testing.F) {
	for _, text := range []string{
		"", "\"", "to", "and and", "who who who", "Mr. Roe, left, and", "—, said", "the the the", "’s ’s", "not to not to be not",
		"“It is over,” said Ann Lund, who — having left — was, as if killed by 3 men, told to leave.",
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
		d.Groups, d.Clauses = d.Groups[:0], d.Clauses[:0]
		clause.Run(d)
	}
	b.ReportMetric(float64(len(d.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}

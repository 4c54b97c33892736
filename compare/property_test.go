package compare_test

import (
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"synoptic/analyze"
	"synoptic/analyze/doc"
	"synoptic/article"
	"synoptic/compare"
	"synoptic/lang/en"
	"synoptic/sample"
)

// failer is a test, or one drawn case of it.
type failer interface {
	Helper()
	Fatalf(format string, args ...any)
}

// check holds what is true of the comparison of any documents.
func check(t failer, s *compare.Story) {
	t.Helper()
	evidence := func(what string, list ...compare.Evidence) {
		t.Helper()
		if len(list) == 0 {
			t.Fatalf("%s: no evidence", what)
		}
		for _, e := range list {
			if e.Doc < 0 || e.Doc >= len(s.Docs) || e.Empty() || !e.Valid(s.Docs[e.Doc].Text) {
				t.Fatalf("%s: evidence %+v", what, e)
			}
		}
	}
	in := func(what string, i, n int) {
		t.Helper()
		if i < 0 || i >= n {
			t.Fatalf("%s: %d of %d", what, i, n)
		}
	}
	if len(s.CopyOf) != len(s.Docs) {
		t.Fatalf("%d documents, copies of %d", len(s.Docs), len(s.CopyOf))
	}
	for n, of := range s.CopyOf {
		if of >= 0 && (of >= len(s.Docs) || s.CopyOf[of] >= 0 || of == n) {
			t.Fatalf("document %d is a copy of %d", n, of)
		}
	}
	for _, c := range s.Claims {
		in("best report", c.Best, len(c.Reports))
		docs := map[int]bool{}
		for i, r := range c.Reports {
			evidence("claim", r.Evidence)
			in("statement", r.Statement, len(s.Docs[r.Doc].Statements))
			in("root", s.Root(r), len(s.Origins.Origins))
			for _, l := range r.Chain {
				in("origin", l.Origin, len(s.Origins.Origins))
			}
			docs[r.Doc] = true
			if i > 0 && r.Doc < c.Reports[i-1].Doc {
				t.Fatalf("reports of a claim out of order: %+v", c.Reports)
			}
		}
		if len(docs) < 2 {
			t.Fatalf("a claim of one document: %+v", c.Reports)
		}
	}
	for _, d := range s.Disagreements {
		evidence("about "+string(d.Slot), d.About)
		if d.Claim >= len(s.Claims) || d.Claim < -1 || d.Confidence < 0 || d.Confidence > 100 {
			t.Fatalf("%+v", d)
		}
		if len(d.Positions) < 2 || len(d.Pairs) != len(d.Positions)*(len(d.Positions)-1)/2 {
			t.Fatalf("%s: %d positions, %d pairs", d.Slot, len(d.Positions), len(d.Pairs))
		}
		for _, p := range d.Positions {
			evidence("value of "+string(d.Slot), p.Value)
			evidence("position on "+string(d.Slot), p.Evidence...)
			in("side", p.Side, len(d.Positions))
			if p.Entity >= len(s.Entities.Entities) {
				t.Fatalf("entity %d", p.Entity)
			}
		}
		for _, p := range d.Pairs {
			in("pair", p.A, len(d.Positions))
			in("pair", p.B, len(d.Positions))
		}
	}
	for _, q := range s.Quotes {
		for _, r := range q.Renderings {
			evidence("rendering", compare.Evidence{Doc: r.Doc, Span: r.Span})
		}
	}
	for _, f := range s.Figures {
		evidence("figure of", f.Of)
		evidence("figure", f.Evidence...)
	}
	for i, e := range s.Timeline {
		evidence("event", e.Evidence...)
		if i > 0 && e.Earliest < s.Timeline[i-1].Earliest {
			t.Fatalf("%s after %s", e.Earliest, s.Timeline[i-1].Earliest)
		}
	}
	for _, r := range s.Only {
		evidence("sole report", r.Evidence)
	}
	if len(s.Only) > 3*len(s.Docs) {
		t.Fatalf("%d sole reports of %d documents", len(s.Only), len(s.Docs))
	}
	for _, m := range s.Missing {
		in("missing", m.Claim, len(s.Claims))
		for _, n := range m.Docs {
			in("without", n, len(s.Docs))
			if slices.ContainsFunc(s.Claims[m.Claim].Reports, func(r compare.Report) bool { return r.Doc == n }) {
				t.Fatalf("document %d misses a claim that it makes", n)
			}
		}
	}
	for _, c := range s.Summary {
		in("summary", c, len(s.Claims))
	}
	if s.Title != nil {
		evidence("title", *s.Title)
	}
}

// sampled are the articles of the sample, read anew.
func sampled(t testing.TB) []*article.Article {
	t.Helper()
	articles, err := sample.Articles()
	if err != nil {
		t.Fatal(err)
	}
	return articles
}

func analysed(articles []*article.Article) []*doc.Doc {
	var docs []*doc.Doc
	for _, a := range articles {
		docs = append(docs, analyze.Article(a, en.English()))
	}
	return docs
}

// Whatever articles of the sample stand together, changed at will.
func TestAnySubset(t *testing.T) {
	whole := analysed(sampled(t))
	rapid.Check(t, func(rt *rapid.T) {
		var docs []*doc.Doc
		for _, d := range whole {
			switch rapid.IntRange(0, 3).Draw(rt, "what") {
			case 0:
			case 1:
				a := *d.Article
				a.ID, a.Regions = a.ID+"-changed", nil
				a.Text = mutate(rt, a.Text)
				docs = append(docs, analyze.Article(&a, en.English()))
			default:
				docs = append(docs, d)
			}
		}
		check(rt, compare.New(docs))
	})
}

// mutate drops, doubles and swaps sentences of text, and other words into it.
func mutate(t *rapid.T, text string) string {
	parts := strings.SplitAfter(text, ". ")
	var out strings.Builder
	for range rapid.IntRange(0, 12).Draw(t, "sentences") {
		part := rapid.SampledFrom(parts).Draw(t, "sentence")
		if rapid.IntRange(0, 3).Draw(t, "cut") == 0 {
			words := strings.SplitAfter(part, " ")
			i := rapid.IntRange(0, len(words)-1).Draw(t, "word")
			words[i] = rapid.SampledFrom([]string{"", "not ", "12 ", "may ", "“", "” ", "\n\n", "Veld ", "on Monday ", "é"}).Draw(t, "instead")
			part = strings.Join(words, "")
		}
		out.WriteString(part)
	}
	return out.String()
}

// The story is the same whatever the order of the documents.
func TestOrder(t *testing.T) {
	docs := analysed(sampled(t))
	bytes := func() string {
		s := *compare.New(docs)
		s.Docs, s.Times, s.Entities, s.Origins = nil, nil, nil, nil
		for i := range s.Disagreements { // JSON has no infinity
			for j := range s.Disagreements[i].Positions {
				s.Disagreements[i].Positions[j].Interval = nil
			}
		}
		s.Figures = nil
		b, err := json.MarshalIndent(s, "", " ")
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	want := bytes()
	r := rand.New(rand.NewPCG(1, 2))
	for range 5 {
		r.Shuffle(len(docs), func(i, j int) { docs[i], docs[j] = docs[j], docs[i] })
		if diff := cmp.Diff(want, bytes()); diff != "" {
			t.Fatalf("another order gives another story:\n%s", diff)
		}
	}
}

// What is kept of other stories changes nothing, whatever documents come and go.
func TestMemory(t *testing.T) {
	docs := analysed(sampled(t))
	for _, d := range docs[:3] { // copies, and more than one document of one id
		docs = append(docs, analysed([]*article.Article{{ID: d.Article.ID, Outlet: "Copier", Text: d.Text}})...)
	}
	rapid.Check(t, func(t *rapid.T) {
		var m compare.Memory
		for range rapid.IntRange(2, 3).Draw(t, "stories") {
			some := rapid.SliceOfN(rapid.SampledFrom(docs), 0, 6).Draw(t, "documents")
			got, want := m.New(some), compare.New(some)
			check(t, got)
			if diff := cmp.Diff(want, got, cmp.Exporter(func(reflect.Type) bool { return true }), cmp.Comparer(func(a, b *doc.Doc) bool { return a == b })); diff != "" {
				t.Fatalf("another story:\n%s", diff)
			}
		}
	})
}

// Of two copies the one published first is the original, else the longer.
func TestCopies(t *testing.T) {
	text := sampled(t)[2].Text
	short := text[:len(text)*9/10]
	for _, c := range []struct {
		name string
		docs []*article.Article
		want []int
	}{
		{"by date", []*article.Article{{ID: "a", Text: text, Published: "2031-03-05T10:00:00Z"}, {ID: "b", Text: text, Published: "2031-03-05T11:30:00+02:00"}}, []int{1, -1}},
		{"dated first", []*article.Article{{ID: "a", Text: text}, {ID: "b", Text: short, Published: "2031-03-05"}}, []int{1, -1}},
		{"the longer", []*article.Article{{ID: "a", Text: short}, {ID: "b", Text: text}}, []int{1, -1}},
		{"by id", []*article.Article{{ID: "a", Text: text}, {ID: "b", Text: text}}, []int{-1, 0}},
		{"all of one", []*article.Article{{ID: "a", Text: text}, {ID: "b", Text: text}, {ID: "c", Text: short}}, []int{-1, 0, 0}},
		{"others", []*article.Article{{ID: "a", Text: text}, {ID: "b", Text: sampled(t)[5].Text}}, []int{-1, -1}},
	} {
		if got := compare.New(analysed(c.docs)).CopyOf; !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestNothing(t *testing.T) {
	for _, docs := range [][]*doc.Doc{nil, read(""), read("", ""), read("One report."), read("...", "“”")} {
		check(t, compare.New(docs))
	}
}

// jumble is drawn in any order, those that look like the marks of the program
// among them.
var jumble = []string{
	"@anna", "#dam", "@", "#", "@5", "#3", "Anna Lund", "Lund", "the mayor", "officials", "the dam", "300 homes", "12 people", "two", "$3 million",
	"said", "burst", "flooded", "killed", "denied that", "did not", "may have", "on Monday", "in Veld", "since 2019", ".", ". ", ",", "\n", "“", "”", "that", "and", "who",
}

func TestAnyOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var texts []string
		for range rapid.IntRange(2, 3).Draw(t, "reports") {
			texts = append(texts, strings.Join(rapid.SliceOfN(rapid.SampledFrom(jumble), 1, 40).Draw(t, "text"), " "))
		}
		check(t, compare.New(read(texts...)))
	})
}

func TestHandles(t *testing.T) {
	check(t, compare.New(read("The bot @annatweets flooded 300 homes in Veld on Monday.", "The bot @lundtweets flooded 300 homes in Veld on Monday.")))
	check(t, compare.New(read("@annatweets flooded 300 homes.", "@lundtweets flooded 300 homes.")))
}

package reuse

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"synoptic/span"
)

const ferry = `The ferry Saint Odran ran aground off Port Callow late on Tuesday with 212 people aboard.
"We felt a jolt and then the lights went out," said passenger Mira Hollis, who was taken off by lifeboat.
The coastguard said that nobody was hurt and that an inquiry would begin once the ship had been towed to harbour.`

type pair struct {
	A, B  string
	Words int
	Near  bool
}

func pairs(a, b string) []pair {
	var got []pair
	for _, p := range Compare(Read(a), Read(b)).Passages {
		got = append(got, pair{p.A.Text(a), p.B.Text(b), p.Words, p.Near})
	}
	return got
}

func TestCompare(t *testing.T) {
	for _, c := range []struct {
		name, a, b string
		want       []pair
	}{
		{name: "empty", a: "", b: ferry},
		{name: "nothing shared", a: "The council of Eastmere will vote on the tram line next week.", b: ferry},
		{name: "five words are chance", a: "He was taken off by lifeboat, they said.", b: "Two were taken off by lifeboat; others swam."},
		{
			name: "quotation in other marks and case",
			a:    "Mira Hollis told Callow Radio: ‘we felt a jolt and then the lights went out’.",
			b:    ferry,
			want: []pair{{"we felt a jolt and then the lights went out", "We felt a jolt and then the lights went out", 10, false}},
		},
		{
			name: "a figure differs",
			a:    "The ferry Saint Odran ran aground off Port Callow late on Tuesday with about 220 people on board, police said.",
			b:    "The ferry Saint Odran ran aground off Port Callow late on Tuesday with 212 people on board.",
			want: []pair{{
				"The ferry Saint Odran ran aground off Port Callow late on Tuesday with about 220 people on board",
				"The ferry Saint Odran ran aground off Port Callow late on Tuesday with 212 people on board", 16, true,
			}},
		},
		{
			name: "a short run past a gap joins",
			a:    "The coastguard said that nobody was badly hurt and that inquiries go on.",
			b:    ferry,
			want: []pair{{
				"The coastguard said that nobody was badly hurt and that",
				"The coastguard said that nobody was hurt and that", 9, true,
			}},
		},
		{
			name: "order changed",
			a:    "Nobody was hurt, and that an inquiry would begin once the ship had been towed to harbour. The ferry Saint Odran ran aground off Port Callow.",
			b:    ferry,
			want: []pair{
				{"Nobody was hurt, and that an inquiry would begin once the ship had been towed to harbour", "nobody was hurt and that an inquiry would begin once the ship had been towed to harbour", 17, false},
				{"The ferry Saint Odran ran aground off Port Callow", "The ferry Saint Odran ran aground off Port Callow", 9, false},
			},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, pairs(c.a, c.b)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestCover(t *testing.T) {
	a, b := Read("one two three four five six seven eight nine ten"), Read("zero one two three four five six seven")
	r := Compare(a, b)
	if r.CoverA != 700 || r.CoverB != 875 {
		t.Errorf("cover %d and %d, want 700 and 875", r.CoverA, r.CoverB)
	}
}

func TestKind(t *testing.T) {
	own := " The island's council meets on Friday to ask why the new radar at the mole had been switched off for the winter, a step that its harbour master had warned against in two letters seen by this newspaper since the spring."
	for _, c := range []struct {
		name, a, b string
		want       Kind
	}{
		{"same", ferry, ferry, Near},
		{"own first words", "A ferry has run aground. " + ferry, ferry, Near},
		{"longer", ferry + own, ferry, Contained},
		{"other words", own, ferry, None},
		{"a sentence or two", "The ferry Saint Odran ran aground off Port Callow.", ferry, None},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Compare(Read(c.a), Read(c.b)).Kind(); got != c.want {
				t.Errorf("kind %d, want %d", got, c.want)
			}
		})
	}
}

// TestRepetitive holds the promise that no text takes quadratic time.
func TestRepetitive(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	letters := func(n, kinds int) string {
		var b strings.Builder
		for range n {
			b.WriteByte('a' + byte(rng.IntN(kinds)))
			b.WriteByte(' ')
		}
		return b.String()
	}
	var hub strings.Builder
	for i := range 25_000 {
		fmt.Fprintf(&hub, "x w%d ", i)
	}
	same := strings.Repeat("a ", 50_000)
	for _, c := range []struct{ name, a, b string }{
		{"one word", same, same},
		{"one word, unequal", same, same[:60_000]},
		{"broken runs", same, strings.Repeat(strings.Repeat("a ", 50)+"b ", 1000)},
		{"two words", strings.Repeat("a b ", 25_000), strings.Repeat("b a b a a ", 10_000)},
		{"noise of two words", letters(50_000, 2), letters(50_000, 2)},
		{"one word before many", hub.String(), hub.String()},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, b := Read(c.a), Read(c.b)
			start := time.Now()
			r := Compare(a, b)
			if took := time.Since(start); took > 10*time.Second {
				t.Errorf("took %v for %d and %d words", took, a.Words(), b.Words())
			}
			if c.a == c.b && r.Kind() != Near {
				t.Errorf("a text is not a copy of itself: covers %d and %d", r.CoverA, r.CoverB)
			}
		})
	}
}

// texts draws two texts that share stretches.
func texts(t *rapid.T) (string, string) {
	word := rapid.SampledFrom(strings.Fields("the a ferry Harbour ran off's “lights” said, 212 dock-side on É w x y z."))
	piece := rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(word, 1, 12).Draw(t, "words"), " ") + " "
	})
	pool := rapid.SliceOfN(piece, 1, 6).Draw(t, "pool")
	text := rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.OneOf(piece, rapid.SampledFrom(pool)), 0, 10).Draw(t, "pieces"), "")
	})
	return text.Draw(t, "a"), text.Draw(t, "b")
}

func TestCompareProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := texts(t)
		ta, tb := Read(a), Read(b)
		r := Compare(ta, tb)
		checkResult(t, a, b, r)

		back := Compare(tb, ta)
		if back.CoverA != r.CoverB || back.CoverB != r.CoverA || len(back.Passages) != len(r.Passages) {
			t.Fatalf("sides exchanged: %+v against %+v", back, r)
		}
		for _, p := range r.Passages {
			if !containsPassage(back.Passages, Passage{A: p.B, B: p.A, Words: p.Words, Near: p.Near}) {
				t.Fatalf("passage %+v is lost when the sides are exchanged", p)
			}
		}
		if self := Compare(ta, ta); ta.Words() >= MinWords && self.CoverA != 1000 {
			t.Fatalf("a text covers %d of itself", self.CoverA)
		}
		// Whatever run of MinWords both have, some passage holds it.
		if longest(ta, tb) >= MinWords != (len(r.Passages) > 0) {
			t.Fatalf("longest common run %d, passages %+v", longest(ta, tb), r.Passages)
		}
	})
}

type failer interface {
	Fatalf(format string, args ...any)
}

func checkResult(t failer, a, b string, r Result) {
	for _, p := range r.Passages {
		if !p.A.Valid(a) || !p.B.Valid(b) || p.A.Empty() || p.B.Empty() {
			t.Fatalf("passage %+v out of bounds of %q and %q", p, a, b)
		}
		wa, wb := Read(p.A.Text(a)), Read(p.B.Text(b))
		if p.Words < MinWords || p.Words > min(wa.Words(), wb.Words()) {
			t.Fatalf("%d equal words of %d and %d", p.Words, wa.Words(), wb.Words())
		}
		same := wa.Words() == wb.Words()
		for i := 0; same && i < wa.Words(); i++ {
			same = wa.words[i].hash == wb.words[i].hash
		}
		if same == p.Near {
			t.Fatalf("near %v for %q and %q", p.Near, p.A.Text(a), p.B.Text(b))
		}
	}
	if r.CoverA < 0 || r.CoverA > 1000 || r.CoverB < 0 || r.CoverB > 1000 {
		t.Fatalf("covers %d and %d", r.CoverA, r.CoverB)
	}
}

func containsPassage(list []Passage, p Passage) bool {
	for _, q := range list {
		if p == q {
			return true
		}
	}
	return false
}

// longest returns the length of the longest common run, by trying all.
func longest(a, b *Text) int {
	best := 0
	for i := range a.words {
		for j := range b.words {
			n := 0
			for i+n < len(a.words) && j+n < len(b.words) && a.words[i+n].hash == b.words[j+n].hash {
				n++
			}
			best = max(best, n)
		}
	}
	return best
}

func FuzzCompare(f *testing.F) {
	f.Add(ferry, strings.ToUpper(ferry))
	f.Add("a b a b a b a b a", "b a b a b a b")
	f.Add("", "x")
	f.Fuzz(func(t *testing.T, a, b string) {
		if len(a)+len(b) > 10_000 {
			return
		}
		ta, tb := Read(a), Read(b)
		r := Compare(ta, tb)
		for _, p := range r.Passages {
			for _, s := range []struct {
				span span.Span
				text string
			}{{p.A, a}, {p.B, b}} {
				if s.span.Empty() || s.span.Start < 0 || s.span.End > len(s.text) {
					t.Fatalf("span %v of %q", s.span, s.text)
				}
			}
		}
		if back := Compare(tb, ta); back.CoverA != r.CoverB || back.CoverB != r.CoverA {
			t.Fatalf("covers %d, %d and %d, %d when exchanged", r.CoverA, r.CoverB, back.CoverA, back.CoverB)
		}
	})
}

// report makes a text of n words with the frequencies that language has.
func report(rng *rand.Rand, n int) string {
	zipf := rand.NewZipf(rng, 1.2, 5, 20_000)
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "w%d", zipf.Uint64())
		if i%20 == 19 {
			b.WriteString(".\n")
		} else {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

func BenchmarkCompare(b *testing.B) {
	rng := rand.New(rand.NewPCG(3, 4))
	shared := report(rng, 200)
	x, y := Read(report(rng, 300)+shared+report(rng, 300)), Read(report(rng, 300)+shared+report(rng, 100))
	for b.Loop() {
		Compare(x, y)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "pairs/s")
}

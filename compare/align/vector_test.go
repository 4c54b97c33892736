package align

import (
	"math"
	"strings"
	"testing"

	words "synoptic/analyze/vector"
	"synoptic/lang/en"
)

// What is packed for speed gives what the numbers one by one give.
func TestCosine(t *testing.T) {
	list := []words.Vector{{}}
	for n := range 15 {
		var all, some words.Vector
		for i := range all {
			all[i] = int8(n - 7)
			some[i] = int8((i*i*(n+3)+5*n)%15 - 7)
		}
		list = append(list, all, some)
	}
	total, want := sum{}, [dimensions]int64{}
	for n, a := range list {
		v := made(&a)
		for _, b := range list {
			var dot int64
			for i := range a {
				dot += int64(a[i]) * int64(b[i])
			}
			if got, want := v.near(made(&b)), words.Angle(dot, words.Length(a[:]), words.Length(b[:])); got != want && (got > 0 || want >= leastNear) {
				t.Errorf("%v and %v: near %d, want %d", a, b, got, want)
			}
		}
		total.add(v, 100*n)
		for i, x := range a {
			want[i] += int64(x) * int64(100*n)
		}
	}
	for i := range want {
		want[i] /= 64
		if got := total.numbers(); int64(got[i]) != want[i] {
			t.Errorf("number %d of the sum is %d, want %d", i, got[i], want[i])
		}
	}
}

func TestLetters(t *testing.T) {
	read := func(words string) (letters, map[string]int) {
		s, counts := &text{}, map[string]int{}
		for n, w := range strings.Fields(words) {
			s.units, s.words = append(s.units, unit{word: &word{form: w}}), append(s.words, int16(n))
			for w = " " + w + " "; len(w) > 2; w = w[1:] {
				counts[w[:3]]++
			}
		}
		return (&reader{}).lettersOf(s), counts
	}
	list := []string{"", "a", "ferry", "the ferry and the other ferries", "aaaaaaaaaa aaa", "überfall in zürich", "freighter hits ferry in the strait"}
	for _, x := range list {
		for _, y := range list {
			a, counts := read(x)
			b, others := read(y)
			var dot, squaresA, squaresB int64
			for w, n := range counts {
				dot += int64(n * others[w])
				squaresA += int64(n * n)
			}
			for _, n := range others {
				squaresB += int64(n * n)
			}
			if got, want := a.cosine(&b), dot*1000/max(1, words.Root(squaresA*squaresB)); int64(got) != want {
				t.Errorf("%q and %q: %d, want %d", x, y, got, want)
			}
		}
	}
}

func TestSpelling(t *testing.T) {
	for _, test := range []struct {
		a, b string
		like bool
	}{{"zelensky", "zelenskyy", true}, {"organise", "organize", true}, {"lund", "land", false}, {"halverport", "lowmarsh", false}} {
		if got := spelling(test.a, test.b) > 0; got != test.like || spelling(test.a, test.b) != spelling(test.b, test.a) {
			t.Errorf("%s and %s: %d", test.a, test.b, spelling(test.a, test.b))
		}
	}
}

// Every feature has a weight, and figures are read.
func TestWeights(t *testing.T) {
	w := weightsOf(en.English())
	if w.score == (Features{}) || w.same == (Features{}) {
		t.Error("no weights")
	}
	if got := readWeights(FormatWeights(w.score, w.same)); *got != *w {
		t.Error("weights are not what they were written as")
	}
	if v, ok := plain("1,200.5"); !ok || math.Abs(v-1200.5) > 1e-9 {
		t.Errorf("got %v", v)
	}
	for _, s := range []string{"", ",", "12a", "1.2.3"} {
		if _, ok := plain(s); ok {
			t.Errorf("%q is a number", s)
		}
	}
}

package compare_test

import (
	"strings"
	"testing"

	"synoptic/compare"
)

// quantityOf returns the quantity of document n that reads so.
func quantityOf(t *testing.T, s *compare.Story, n int, text string) compare.Evidence {
	t.Helper()
	d := s.Docs[n]
	for i := range d.Quantities {
		if q := &d.Quantities[i]; q.Text(d.Text) == text {
			return compare.Evidence{Doc: n, Span: q.Span}
		}
	}
	t.Fatalf("no quantity of document %d reads %q", n, text)
	return compare.Evidence{}
}

func TestCountings(t *testing.T) {
	s := compare.New(read(
		"A fire in a mill in Veld killed 12 workers on Tuesday, police said. The fire burned for four hours.",
		"At least 15 workers died on Tuesday when a mill burned in Veld. Police closed three roads.",
	))
	killed, died := quantityOf(t, s, 0, "12"), quantityOf(t, s, 1, "At least 15")
	list, ok := s.Countings([][2]compare.Evidence{{killed, died}, {died, killed}, {quantityOf(t, s, 0, "four hours"), died}, {killed, {Doc: 1}}})
	if !ok[0] || !ok[1] || ok[2] || ok[3] {
		t.Fatalf("compared %v, want the first two", ok)
	}
	if list[0] != list[1] {
		t.Errorf("the two changed are counted otherwise:\n%v\n%v", list[0], list[1])
	}
	want := map[string]bool{"one": true, "noun": true, "toll": true, "toll_apart": false, "conflict": true, "article": false, "gives": false}
	for i, name := range compare.CountingNames {
		if on, tested := want[name]; tested && on != (list[0][i] == 1000) {
			t.Errorf("%s is %d", name, list[0][i])
		}
	}
}

func TestFormatCounting(t *testing.T) {
	w := compare.Counting{7}
	if got := compare.FormatCounting(w); !strings.HasPrefix(got, "one\t7\nlink\t0\n") || strings.Count(got, "\n") != len(compare.CountingNames) {
		t.Errorf("got %q", got)
	}
	f := compare.Counting{1000}
	if got := f.Times(&w); got != 7 {
		t.Errorf("odds %d, want 7", got)
	}
}

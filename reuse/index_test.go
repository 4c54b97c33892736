package reuse

import (
	"math/rand/v2"
	"strings"
	"testing"
)

func TestIndex(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	var reports []string
	x := &Index{}
	for range 200 {
		reports = append(reports, report(rng, 400))
		x.Add(Read(reports[len(reports)-1]))
	}
	lines := strings.SplitAfter(reports[17], "\n")
	trimmed := "A first sentence of our own.\n" + strings.Join(lines[1:15], "")
	for _, c := range []struct {
		name, text string
		want       int
		kind       Kind
	}{
		{"same", reports[17], 17, Near},
		{"shouted", strings.ToUpper(reports[199]), 199, Near},
		{"trimmed", trimmed, 17, Contained},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := x.Copies(Read(c.text))
			if len(got) != 1 || got[0].N != c.want || got[0].Kind != c.kind {
				t.Errorf("copies %+v, want %d of kind %d", got, c.want, c.kind)
			}
		})
	}
	t.Run("new", func(t *testing.T) {
		if got := x.Copies(Read(report(rng, 400))); len(got) > 0 {
			t.Errorf("copies %+v, want none", got)
		}
	})
	t.Run("too short", func(t *testing.T) {
		short := Read("two words")
		x.Add(short)
		if got := x.Copies(short); len(got) > 0 {
			t.Errorf("copies %+v, want none", got)
		}
	})
}

func TestIndexManyAlike(t *testing.T) {
	x := &Index{}
	same := Read(ferry)
	for range 3 * maxBucket {
		x.Add(same)
	}
	got := x.Similar(same)
	if len(got) != maxBucket || got[0] != 0 || got[len(got)-1] != 3*maxBucket-1 {
		t.Errorf("%d similar texts, from %d to %d", len(got), got[0], got[len(got)-1])
	}
}

// BenchmarkIndex reads, looks up and adds articles of 600 words, one in ten
// of which runs an earlier one again.
func BenchmarkIndex(b *testing.B) {
	rng := rand.New(rand.NewPCG(7, 8))
	var reports []string
	for i := range 1000 {
		if i%10 == 9 {
			reports = append(reports, "Our own words come first here. "+reports[i-1-rng.IntN(5)])
		} else {
			reports = append(reports, report(rng, 600))
		}
	}
	n := 0
	for b.Loop() {
		x := &Index{}
		for _, text := range reports {
			t := Read(text)
			x.Copies(t)
			x.Add(t)
			n++
		}
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "articles/s")
}

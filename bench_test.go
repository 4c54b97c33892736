package synoptic_test

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	"synoptic"
	"synoptic/article"
	"synoptic/sample"
)

// sampled returns the articles of the sample.
func sampled(t testing.TB) []*article.Article {
	t.Helper()
	articles, err := sample.Articles()
	if err != nil {
		t.Fatal(err)
	}
	return articles
}

var figure = regexp.MustCompile(`\b[1-9]\d*\b`)

// crowd is a story of n reports of some 600 words each: sentences of the sample
// in other orders, with other figures and each with words of its own, so that
// none is a copy of another.
func crowd(t testing.TB, n int) []*article.Article {
	t.Helper()
	var sentences []string
	for _, a := range sampled(t) {
		for p := range strings.SplitSeq(a.Text, "\n") {
			for s := range strings.SplitAfterSeq(p, ". ") {
				if words := len(strings.Fields(s)); words > 5 && words < 50 {
					sentences = append(sentences, strings.TrimSpace(s))
				}
			}
		}
	}
	r := rand.New(rand.NewPCG(20310305, uint64(n)))
	own := strings.Fields("harbour tide quay night crowd winter shore engine sailor rope bell lamp village cousin market")
	articles := make([]*article.Article, n)
	for i := range articles {
		var text strings.Builder
		for words := 0; words < 600; {
			s := sentences[r.IntN(len(sentences))]
			if r.IntN(3) == 0 {
				s = figure.ReplaceAllStringFunc(s, func(number string) string {
					v, _ := strconv.Atoi(number)
					return strconv.Itoa(v + r.IntN(3))
				})
			}
			if r.IntN(2) == 0 {
				s = strings.TrimSuffix(s, ".") + fmt.Sprintf(", near the %s and the %s of the old %s.", own[r.IntN(len(own))], own[r.IntN(len(own))], own[r.IntN(len(own))])
			}
			words += len(strings.Fields(s))
			text.WriteString(s)
			text.WriteString([]string{" ", "\n"}[r.IntN(2)])
		}
		articles[i] = &article.Article{
			ID: fmt.Sprintf("report-%03d", i), Outlet: fmt.Sprintf("Outlet %d", i), Text: text.String(),
			Published: fmt.Sprintf("2026-03-%02dT%02d:00:00Z", 14+i%3, i%24), From: article.FromGiven,
		}
	}
	return articles
}

// measure runs f over n articles and reports how many it takes a second, and
// the most memory that the process held.
func measure(b *testing.B, n int, f func()) {
	f() // load what is loaded once
	runtime.GC()
	forget()
	b.ResetTimer()
	for range b.N {
		f()
	}
	b.StopTimer()
	b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "articles/s")
	b.ReportMetric(peak(), "peakMB")
}

// forget makes the peak of memory begin anew, where the system can.
func forget() { _ = os.WriteFile("/proc/self/clear_refs", []byte("5"), 0) }

// peak returns the most memory held, in megabytes: resident where the system
// tells, else what was taken from it.
func peak() float64 {
	status, _ := os.ReadFile("/proc/self/status")
	for line := range bytes.Lines(status) {
		if rest, ok := bytes.CutPrefix(line, []byte("VmHWM:")); ok {
			if kb, err := strconv.Atoi(string(bytes.Fields(rest)[0])); err == nil {
				return float64(kb) / 1024
			}
		}
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.Sys) / (1 << 20)
}

func BenchmarkAnalyze(b *testing.B) {
	articles := crowd(b, 20)
	measure(b, len(articles), func() {
		for range synoptic.Analyze(articles) {
		}
	})
}

// BenchmarkCompare goes from articles to the page, as JSON.
func BenchmarkCompare(b *testing.B) {
	for _, story := range [][]*article.Article{sampled(b), crowd(b, 20), crowd(b, 100)} {
		b.Run(fmt.Sprintf("articles=%d", len(story)), func(b *testing.B) {
			measure(b, len(story), func() {
				if err := synoptic.Compare(story, nil).JSON(io.Discard); err != nil {
					b.Fatal(err)
				}
			})
		})
	}
}

// BenchmarkLay is BenchmarkCompare of articles that were analysed before.
func BenchmarkLay(b *testing.B) {
	story := crowd(b, 100)
	docs := collect(story)
	measure(b, len(story), func() {
		if err := synoptic.Lay(docs, nil).JSON(io.Discard); err != nil {
			b.Fatal(err)
		}
	})
}

// BenchmarkAdd lays 200 reports of which a memory has laid all but one: that one read
// before, or to be read too; without the page as JSON, or with it.
func BenchmarkAdd(b *testing.B) {
	story := crowd(b, 200)
	docs := collect(story)
	var memory synoptic.Memory
	for _, bench := range []struct {
		name       string
		read, JSON bool
	}{{"laid", false, false}, {"laid and read", true, false}, {"laid, read and written", true, true}} {
		b.Run(bench.name, func(b *testing.B) {
			for i := range b.N {
				b.StopTimer()
				n := i * 61 % len(docs)
				memory.Lay(slices.Delete(slices.Clone(docs), n, n+1), nil)
				b.StartTimer()
				if bench.read {
					docs[n] = collect(story[n : n+1])[0]
				}
				page := memory.Lay(docs, nil)
				if bench.JSON {
					if err := page.JSON(io.Discard); err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}

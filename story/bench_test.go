package story

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"synoptic/article"
	"synoptic/lang/en"
)

// generator makes a stream without end, of some 300 words an article. Words are
// as frequent as Zipf has it; events have a subject, which others share, and names
// and words of their own. Some four articles tell of an event, within days.
type generator struct {
	r     *rand.Rand
	n     int
	live  []int // events that are told of now
	begun int
}

func newGenerator() *generator { return &generator{r: rand.New(rand.NewPCG(1, 2))} }

// spoken makes a word of a number.
func spoken(n int) string {
	const syllables = "balidorenumisokatevupa"
	var b strings.Builder
	for n += 23; n > 0; n /= 11 {
		b.WriteString(syllables[n%11*2 : n%11*2+2])
	}
	return b.String()
}

func name(n int) string {
	s := spoken(n)
	return strings.ToUpper(s[:1]) + s[1:]
}

func (g *generator) next() *article.Article {
	if len(g.live) < 300 || g.r.IntN(4) == 0 {
		g.live = append(g.live, g.begun)
		g.begun++
	}
	if len(g.live) > 300 {
		g.live = g.live[1:]
	}
	event := g.live[g.r.IntN(len(g.live))]
	own := rand.New(rand.NewPCG(uint64(event), 3))
	subject := own.IntN(200)
	var names, words []string
	for range 8 {
		names = append(names, name(100_000+own.IntN(60_000))+" "+name(200_000+own.IntN(900_000)))
	}
	for range 30 {
		words = append(words, spoken(own.IntN(50_000)))
	}
	var text strings.Builder
	for range 300 {
		switch at := g.r.IntN(20); {
		case at < 12: // Zipf
			text.WriteString(spoken(int(math.Exp(g.r.Float64()*10.8)) - 1))
		case at < 16:
			text.WriteString(spoken(60_000 + subject*300 + g.r.IntN(300)))
		case at < 19:
			text.WriteString(words[g.r.IntN(len(words))])
		default:
			text.WriteString(names[g.r.IntN(len(names))])
		}
		text.WriteString([]string{" ", " ", " ", " ", " ", " ", " ", ". "}[g.r.IntN(8)])
	}
	g.n++
	return &article.Article{
		ID: strconv.Itoa(g.n), Title: names[0] + " " + words[0] + " " + words[1], Text: text.String(), Language: "en",
		Published: time.Unix(int64(2_000_000_000+g.n*40), 0).UTC().Format(time.DateOnly),
	}
}

// BenchmarkRead says what the part of the work takes that can be done ahead. The
// language has to be found by trigrams where the article doesn't name it.
func BenchmarkRead(b *testing.B) {
	for _, named := range []string{"en", ""} {
		b.Run("language="+named, func(b *testing.B) {
			c := New(Options{Language: en.English(), Window: 1})
			a := newGenerator().next()
			a.Language = named
			b.ReportAllocs()
			for b.Loop() {
				c.Read(a)
			}
		})
	}
}

// BenchmarkAdd says what an article costs with so many in the window. The peak is
// that of the process.
func BenchmarkAdd(b *testing.B) {
	for _, window := range []int{10_000, 200_000} {
		b.Run(fmt.Sprintf("window=%d", window), func(b *testing.B) {
			g := newGenerator()
			c := New(Options{Language: en.English(), Window: window})
			for range window {
				c.Add(g.next())
			}
			articles := make([]*article.Article, 2000)
			for i := range articles {
				articles[i] = g.next()
			}
			n := 0
			for b.Loop() {
				for _, a := range articles {
					c.Add(a)
					n++
				}
			}
			b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "articles/s")
			b.ReportMetric(peak(), "peakMB")
		})
	}
}

// peak returns the most memory that the process held, in megabytes; 0 where the system
// does not tell.
func peak() float64 {
	status, _ := os.ReadFile("/proc/self/status")
	for line := range strings.Lines(string(status)) {
		if rest, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			kb, _ := strconv.Atoi(strings.Fields(rest)[0])
			return float64(kb) / 1024
		}
	}
	return 0
}

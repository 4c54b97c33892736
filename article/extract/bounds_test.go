package extract_test

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"

	"synoptic/article/extract"
	"synoptic/sample"
)

// page is one of the sample's.
type page struct {
	path string
	html []byte
}

func pages(t testing.TB) []page {
	t.Helper()
	paths, err := fs.Glob(sample.Pages(), "html/*.html")
	if err != nil || len(paths) == 0 {
		t.Fatal(paths, err)
	}
	var all []page
	for _, path := range paths {
		b, err := fs.ReadFile(sample.Pages(), path)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, page{path, b})
	}
	return all
}

// check holds what is true of any page.
func check(t *testing.T, page []byte) {
	t.Helper()
	p, err := extract.Article(page, extract.Options{})
	if err != nil {
		if p != (extract.Page{}) {
			t.Errorf("an error with a page: %+v", p)
		}
		return
	}
	for name, s := range map[string]string{"text": p.Text, "title": p.Title, "byline": p.Byline, "outlet": p.Outlet, "url": p.URL} {
		if !utf8.ValidString(s) {
			t.Errorf("%s is no UTF-8: %q", name, s)
		}
		if name != "text" && strings.ContainsAny(s, "\n\t") {
			t.Errorf("%s has more than a line: %q", name, s)
		}
	}
	for line := range strings.SplitSeq(p.Text, "\n") {
		if line == "" || line != strings.TrimSpace(line) || strings.Contains(line, "  ") {
			t.Errorf("white space in %q", line)
		}
	}
	if (p.Published == "") != (p.From == "") {
		t.Errorf("published %q from %q", p.Published, p.From)
	}
}

// The article of a page is the same each time, whatever else goes on.
func TestSame(t *testing.T) {
	for _, p := range pages(t) {
		want, err := extract.Article(p.html, extract.Options{})
		if err != nil {
			t.Fatalf("%s: %v", p.path, err)
		}
		var all sync.WaitGroup
		for range 4 {
			all.Go(func() {
				if got, err := extract.Article(p.html, extract.Options{}); err != nil || got != want {
					t.Errorf("%s: got %+v and %v, want %+v", p.path, got, err, want)
				}
			})
		}
		all.Wait()
	}
}

// numbered repeats a form with a number that grows.
func numbered(form string, n int) string {
	var s strings.Builder
	for i := range n {
		fmt.Fprintf(&s, form, i)
	}
	return s.String()
}

// Hostile pages cost little time.
func TestHostile(t *testing.T) {
	const sentence = "The dam above Veld burst on Monday night, the mayor said. "
	many := strings.Repeat
	tests := []struct{ name, page string }{
		{"elements", many("<p>"+sentence, 4_000)},
		{"elements, none alike", numbered("<p>The dam above Veld burst %d times that night, the mayor said.", 4_000)},
		{"inline elements", "<p>" + many("<b>"+sentence+"</b>", 4_000)},
		{"links", "<p>" + many("<a href=x>"+sentence+"</a>", 4_000)},
		{"line ends", "<div>" + many(sentence+"<br>", 4_000)},
		{"100,000 tags", many("<i>", 100_000)},
		{"unclosed everything", many("<div><p><b><i><a href=x><ul><li>"+sentence, 1_000)},
		{"nested", many("<div>"+sentence, 500)},
		{"nested and repeated", many(many("<blockquote>", 200)+sentence+many("</blockquote>", 200), 40)},
		{"nested too deeply", many("<span>", 600) + sentence},
		{"tables in tables", many("<table><tr><td>"+sentence, 150)},
		{"an attribute", "<p title='" + many("x", 1<<20) + "'>" + sentence},
		{"classes", "<p class='" + many("date-author ", 40_000) + "'>" + sentence},
		{"attributes", "<p " + many("a=b ", 20_000) + ">" + sentence},
		{"one word", "<p>" + many("x", 256<<10)},
		{"one paragraph", "<p>" + many(sentence, 6_000)},
		{"one line again and again", many("<p>Share</p>", 4_000)},
		{"comments", many("<!-- x -->", 40_000) + sentence},
		{"open angles", many("<", 256<<10)},
		{"references", many("&amp;", 40_000)},
		{"JSON-LD, nested", "<script type='application/ld+json'>" + many("[", 40_000) + "</script>" + sentence},
		{"JSON-LD, nested objects", "<script type='application/ld+json'>" + many(`{"@graph":`, 9_000) + "1" + many("}", 9_000) + "</script>" + sentence},
		{"JSON-LD, many", "<script type='application/ld+json'>[" + many(`{"@type":"Article","headline":"x"},`, 6_000) + "{}]</script>" + sentence},
		{"authors", "<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":[" + numbered(`"Ann Lee %d",`, 20_000) + "\"\"]}</script>" + sentence},
		{"meta elements", many("<meta name=author content='Ann Lee'>", 4_000) + sentence},
		{"times", many("<time datetime=2031-05-04>x</time>", 4_000) + sentence},
		{"headlines", many("<h1>"+sentence+"</h1>", 1_000)},
		{"broken UTF-8", many("<p>\xff\xc3\x28\xe2\x82 "+sentence, 500)},
		{"zeros", many("\x00", 1<<20)},
		{"a byte order mark alone", "\xff\xfe"},
		{"half a tag", "<html><body><p class"},
		{"half a comment", "<!--" + sentence},
		{"frames", "<frameset><frame src=x><noframes>" + sentence},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			start := time.Now()
			check(t, []byte(tt.page))
			// Far more than it takes, for slow machines and the race detector.
			if took := time.Since(start); took > 30*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
}

// Pages that broke on their way give some article, or none, and no panic.
func TestBroken(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 11))
	for _, p := range pages(t) {
		for range 20 {
			broken := slices.Clone(p.html)
			for range 1 + r.IntN(20) {
				switch at := r.IntN(len(broken)); r.IntN(3) {
				case 0:
					broken[at] = byte(r.IntN(256))
				case 1:
					broken = slices.Delete(broken, at, min(len(broken)-1, at+r.IntN(200))+1)
				case 2:
					broken = slices.Insert(broken, at, broken[at/2:at/2+min(100, at-at/2)]...)
				}
				if len(broken) == 0 {
					break
				}
			}
			check(t, broken)
			if t.Failed() {
				t.Fatalf("%s: %q", p.path, broken)
			}
		}
	}
}

func FuzzArticle(f *testing.F) {
	for _, p := range pages(f) {
		f.Add(p.html)
	}
	for _, html := range []string{
		"<p>The dam above Veld burst on Monday.</p>",
		"<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Dam\",\"author\":[{\"name\":[\"Ann\"]}],}</script>",
		"<pre>The dam\n\nburst.</pre><br><br>On Monday.",
		"<table><tr><td>a<td>b<figure><figcaption>c",
		"\xff\xfe<\x00p\x00>\x00",
		"<meta charset=shift_jis><p>\x83_\x83\x80",
		"<time datetime=2031-05-04>May 4</time><span class=byline>By Ann Lee | May 4</span>",
	} {
		f.Add([]byte(html))
	}
	f.Fuzz(check)
}

func BenchmarkArticle(b *testing.B) {
	all := pages(b)
	read := 0
	for b.Loop() {
		for _, p := range all {
			if _, err := extract.Article(p.html, extract.Options{}); err != nil {
				b.Fatal(err)
			}
			read++
		}
	}
	b.ReportMetric(float64(read)/b.Elapsed().Seconds(), "pages/s")
}

package article

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const damPage = `<!DOCTYPE html><html lang="en"><head><title>Dam above Veld bursts - The Bell</title>
<link rel="canonical" href="https://www.bell.example/dam/"><meta property="og:site_name" content="The Bell">
<meta name="author" content="Ann Lee"><meta property="article:published_time" content="2031-05-04T06:10:00+10:00">
<meta property="article:modified_time" content="2031-05-05"></head><body><nav><a href="/news">News</a></nav>
<h1>Dam above Veld bursts</h1><p>The dam above Veld burst on Monday night &amp; flooded 300 homes, Mayor Anna Lund said.</p>
<p>Two people are missing, and the road to the north is closed.</p></body></html>`

const damText = "The dam above Veld burst on Monday night & flooded 300 homes, Mayor Anna Lund said.\nTwo people are missing, and the road to the north is closed."

func TestReadPage(t *testing.T) {
	sum := sha256.Sum256([]byte(damPage))
	whole := Article{
		ID: "bell.example/dam", URL: "https://www.bell.example/dam/", Outlet: "The Bell", Title: "Dam above Veld bursts", Byline: "Ann Lee",
		Published: "2031-05-04T06:10:00+10:00", From: FromMeta, Modified: "2031-05-05", Language: "en",
		Text: damText, Path: "saved/dam.html.gz", Digest: hex.EncodeToString(sum[:]),
	}
	tabled := whole
	tabled.Outlet, tabled.Published, tabled.Title = "Veld Bell", "2031-05-03", "Dam bursts"
	bare := Article{ID: "x", Outlet: "x", Text: "The dam held.", Path: "x.HTM"}
	sum = sha256.Sum256([]byte("<p>The dam held.</p>"))
	bare.Digest = hex.EncodeToString(sum[:])
	tests := []struct {
		name, path, page, table string
		want                    Article
	}{
		{"what the page says", "saved/dam.html.gz", zipped(damPage), "", whole},
		{"the table goes first", "saved/dam.html.gz", damPage, "file,outlet,published,title\ndam,Veld Bell,2031-05-03,Dam bursts\n", tabled},
		{"a page that says nothing", "x.HTM", "<p>The dam held.</p>", "", bare},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var o Options
			if tt.table != "" {
				meta, err := ParseMeta("table.csv", []byte(tt.table))
				if err != nil {
					t.Fatal(err)
				}
				o.Meta = meta
			}
			articles, left := ReadFrom(tt.path, strings.NewReader(tt.page), o)
			if len(left) > 0 || len(articles) != 1 {
				t.Fatal(left)
			}
			if d := cmp.Diff(tt.want, *articles[0]); d != "" {
				t.Error(d)
			}
			if o.Meta != nil && len(o.Meta.Warnings()) > 0 {
				t.Errorf("the table was used: %q", o.Meta.Warnings())
			}
		})
	}
}

// A page that came with its address and header says less itself.
func TestHTML(t *testing.T) {
	r := &reader{}
	r.html("crawl.warc", "crawl.warc:7", []byte("<p>Le trait\xe9 a \xe9t\xe9 sign\xe9 \xe0 Orrin.</p>"), "text/html; charset=latin1", "https://bell.example/2031/05/04/orrin?utm_source=x")
	r.html("crawl.warc", "crawl.warc:8", []byte("<p></p>"), "text/html", "https://bell.example/none")
	r.html("crawl.warc", "crawl.warc:9", []byte(strings.Repeat("<div>", 600)), "text/html", "")
	number(r.articles)
	if len(r.articles) != 1 {
		t.Fatal(r.left)
	}
	a := r.articles[0]
	if a.ID != "bell.example/2031/05/04/orrin" || a.Outlet != "bell.example" || a.Text != "Le traité a été signé à Orrin." || a.Published != "2031-05-04" || a.From != FromMarkup {
		t.Errorf("%+v", a)
	}
	if d := cmp.Diff([]string{"crawl.warc:8 no_text", "crawl.warc:9 unreadable"}, leftOut("", r.left)); d != "" {
		t.Error(d)
	}
}

func TestPage(t *testing.T) {
	tests := map[string]bool{
		"<!doctype html><p>": true, "\n<HTML lang=en>": true, "\ufeff<!-- saved -->\n<!DOCTYPE html >": true, "<head><title>": true,
		"<?xml version='1.0'?><!DOCTYPE html PUBLIC>": true, "<?xml version='1.0'?><rss>": false, "<p>One.</p>": false,
		"<!-- never closed": false, "The <html> element": false, "<header>": false, "": false,
	}
	for in, want := range tests {
		if got := page([]byte(in)); got != want {
			t.Errorf("page(%q) = %v", in, got)
		}
	}
}

// What a line says is read again as it was.
func TestLine(t *testing.T) {
	a := &Article{
		ID: "a", URL: "https://bell.example/a", Outlet: "The Bell", Title: "Dam", Byline: "Ann Lee", Published: "2031-05-04", From: FromMarkup,
		Modified: "2031-05-05", Language: "en", Text: "VELD — The dam burst.", Regions: []Region{{Kind: Dateline}},
	}
	a.Regions[0].End = len("VELD —")
	line, err := json.Marshal(NewLine(a))
	if err != nil {
		t.Fatal(err)
	}
	want := `{"id":"a","url":"https://bell.example/a","outlet":"The Bell","title":"Dam","byline":"Ann Lee","published":"2031-05-04","published_from":"markup",` +
		`"modified":"2031-05-05","language":"en","text":"VELD — The dam burst.","regions":[{"start":0,"end":8,"text":"VELD —","kind":"dateline"}]}`
	if d := cmp.Diff(want, string(line)); d != "" {
		t.Error(d)
	}
	again, left := ReadFrom("a.jsonl", bytes.NewReader(line), Options{})
	if len(left) > 0 || len(again) != 1 {
		t.Fatal(left)
	}
	a.Digest, a.Path = again[0].Digest, again[0].Path
	if d := cmp.Diff(a, again[0]); d != "" {
		t.Error(d)
	}
}

package extract

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// jsonLD is a script element with JSON-LD.
func jsonLD(s string) string { return `<script type="application/ld+json">` + s + `</script>` }

func TestAbout(t *testing.T) {
	tests := []struct {
		name       string
		head, body string
		from       string // the address that the page came from
		want       Page   // without Text
	}{
		{name: "nothing said"},
		{
			"JSON-LD goes first",
			`<title>Dam - The Bell</title><meta property="og:site_name" content="The Bell"><meta property="og:title" content="You won’t believe this dam">
<meta name="author" content="desk"><meta property="article:published_time" content="2030-01-01T00:00:00Z">` +
				jsonLD(`{"@type":"NewsArticle","headline":"Dam above Veld bursts","author":{"@type":"Person","name":"Ann Lee"},"publisher":{"name":"The Bell"},
"datePublished":"2031-05-04T06:10:00+10:00","dateModified":"2031-05-04T09:00:00+10:00","inLanguage":"en-AU","url":"https://bell.example/dam"}`),
			"", "",
			Page{Title: "Dam above Veld bursts", Byline: "Ann Lee", Outlet: "The Bell", URL: "https://bell.example/dam", Language: "en-AU", Published: "2031-05-04T06:10:00+10:00", From: Meta, Modified: "2031-05-04T09:00:00+10:00"},
		},
		{
			"a graph with references",
			jsonLD(`{"@graph":[{"@type":"WebSite","name":"Bell"},{"@type":["Article","NewsArticle"],"headline":"Dam &amp; town","author":[{"@id":"#lee"},{"@type":"Person","name":"Bo Ek"},{"@id":"#gone"}],"publisher":{"@id":"#bell"},
"mainEntityOfPage":{"@id":"https://bell.example/dam"},"datePublished":"2031-05-04"},{"@id":"#lee","@type":"Person","name":"Ann Lee"},{"@id":"#bell","@type":"Organization","name":"The Bell"}]}`),
			"", "",
			Page{Title: "Dam & town", Byline: "Ann Lee, Bo Ek", Outlet: "The Bell", URL: "https://bell.example/dam", Published: "2031-05-04", From: Meta},
		},
		{
			"JSON-LD with mistakes",
			jsonLD("<!-- {\"@type\":\"NewsArticle\",\"headline\":\"Dam\n bursts\",\"keywords\":[\"dam\",],\"datePublished\":\"2031-05-04\",} -->") + jsonLD(`{"@type":`) + jsonLD("nothing"),
			"", "",
			Page{Title: "Dam bursts", Published: "2031-05-04", From: Meta},
		},
		{
			"the page's own article of several",
			`<link rel="canonical" href="https://bell.example/dam"><title>Dam bursts</title>` +
				jsonLD(`[{"@type":"NewsArticle","headline":"Eels return","url":"https://bell.example/eels"},{"@type":"NewsArticle","headline":"Dam bursts","datePublished":"2031-05-04","url":"https://bell.example/dam"}]`),
			"", "",
			Page{Title: "Dam bursts", URL: "https://bell.example/dam", Published: "2031-05-04", From: Meta},
		},
		{
			"a headline cut off",
			jsonLD(`{"@type":"NewsArticle","headline":"Dam above Veld bursts and floods…"}`), "<h1>Dam above Veld bursts and floods the lower town</h1>", "",
			Page{Title: "Dam above Veld bursts and floods the lower town"},
		},
		{
			"OpenGraph",
			`<meta property="og:title" content="Dam above Veld bursts | The Bell"><meta property="og:site_name" content="The Bell"><meta property="og:url" content="https://bell.example/dam?a=1#top">
<meta property="og:locale" content="en_gb"><meta property="article:published_time" content="2031-05-04 06:10:00"><meta property="article:author" content="https://bell.example/lee"><meta name="byl" content="By Ann Lee">`,
			"", "",
			Page{Title: "Dam above Veld bursts", Byline: "Ann Lee", Outlet: "The Bell", URL: "https://bell.example/dam?a=1", Language: "en-GB", Published: "2031-05-04", From: Meta},
		},
		{
			"Dublin Core",
			`<meta name="DC.title" content="Dam bursts"><meta name="DC.creator" content="Ann Lee"><meta name="DC.creator" content="Bo Ek"><meta name="DC.date.issued" content="2031-05-04"><meta name="DCTERMS.modified" content="2031-05-06">`,
			"", "",
			Page{Title: "Dam bursts", Byline: "Ann Lee, Bo Ek", Published: "2031-05-04", From: Meta, Modified: "2031-05-06"},
		},
		{
			"the window's title and the headline",
			`<title>Dam above Veld bursts - News - Bell</title>`, "<h2>Most read today</h2><h1>Dam above Veld bursts</h1>", "https://www.bell.example/dam",
			Page{Title: "Dam above Veld bursts", URL: "https://www.bell.example/dam"},
		},
		{
			"the site's name by the address",
			`<title>The Bell: Dam above Veld bursts – thebell.example</title>`, "", "https://thebell.example/dam",
			Page{Title: "Dam above Veld bursts", URL: "https://thebell.example/dam"},
		},
		{
			"an agency named as the publisher",
			`<meta property="og:site_name" content="The Bell | News from Veld"><link rel="canonical" href="/dam">` + jsonLD(`{"@type":"NewsArticle","publisher":{"name":"Interline Press"}}`),
			"", "https://bell.example/dam?utm_source=x",
			Page{Outlet: "The Bell", URL: "https://bell.example/dam"},
		},
		{
			"a canonical address elsewhere, and the front page",
			`<link rel="canonical" href="https://interline.example/dam"><meta property="og:url" content="https://bell.example/">`, "", "https://m.bell.example/dam",
			Page{URL: "https://m.bell.example/dam"},
		},
		{
			"shown times and names",
			"", `<article><div class="byline"><a>Ann Lee</a> | 4 May 2031</div><time class="updated" datetime="2031-05-05T08:00:00Z">1 hour ago</time><time datetime="2031-05-04T06:10:00+10:00">Monday</time></article>
<div class="related"><time datetime="2029-01-01">2029</time></div>`, "",
			Page{Byline: "Ann Lee", Published: "2031-05-04T06:10:00+10:00", From: Markup, Modified: "2031-05-05T08:00:00Z"},
		},
		{
			"a time by its class", "", `<span class="post-date">Posted on May 4th, 2031</span>`, "",
			Page{Published: "2031-05-04", From: Markup},
		},
		{
			"times that disagree", "", `<span class="date">May 4, 2031</span><span class="date">May 9, 2031</span>`, "", Page{},
		},
		{
			"a day between headline and text", "<title>Dam bursts</title>", `<div>May 1, 2031</div><h1>Dam bursts</h1><div>Written by Ann Lee on 4 May 2031</div>`, "",
			Page{Title: "Dam bursts", Published: "2031-05-04", From: Markup},
		},
		{
			"the page's time, not the site's", jsonLD(`{"@graph":[{"@type":"Organization","foundingDate":"1999"},{"@type":"WebPage","datePublished":"2031-05-04"},{"@type":"Article","headline":"Dam bursts"}]}`), "", "",
			Page{Title: "Dam bursts", Published: "2031-05-04", From: Meta},
		},
		{
			"a day in the address", "", "", "https://bell.example/2031/05/04/dam", Page{URL: "https://bell.example/2031/05/04/dam", Published: "2031-05-04", From: Markup},
		},
		{
			"no times", `<meta property="article:published_time" content="0001-01-01T00:00:00Z"><meta name="date" content="1970-01-01T00:00:00Z">`, `<span class="date">yesterday</span>`, "", Page{},
		},
		{
			"not later than published", jsonLD(`{"@type":"NewsArticle","datePublished":"2031-05-04T06:10:00Z","dateModified":"2031-05-04T08:10:00+02:00"}`), "", "",
			Page{Published: "2031-05-04T06:10:00Z", From: Meta},
		},
		{
			"no names", `<meta name="author" content="admin"><meta property="og:site_name" content="The Bell">` + jsonLD(`{"@type":"NewsArticle","author":"The Bell"}`), "", "",
			Page{Outlet: "The Bell"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			page := "<html><head>" + tt.head + "</head><body>" + tt.body + "<p>" + strings.Join(report, "</p><p>") + "</p></body></html>"
			got, err := Article([]byte(page), Options{URL: tt.from})
			if err != nil {
				t.Fatal(err)
			}
			got.Text = ""
			if d := cmp.Diff(tt.want, got); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestMoment(t *testing.T) {
	tests := map[string]string{
		"2031-05-04":                            "2031-05-04",
		"2031-05-04T06:10:00Z":                  "2031-05-04T06:10:00Z",
		"2031-05-04T06:10:00.123+10:00":         "2031-05-04T06:10:00+10:00",
		"2031-05-04T06:10+1000":                 "2031-05-04T06:10:00+10:00",
		"2031-05-04 06:10:00 UTC":               "2031-05-04T06:10:00Z",
		"Sun, 04 May 2031 06:10:00 GMT":         "2031-05-04T06:10:00Z",
		"Sun May 04 2031 06:10:00 GMT+1000":     "2031-05-04T06:10:00+10:00",
		"2031-05-04T06:10:00":                   "2031-05-04",
		"2031/05/04 06:10":                      "2031-05-04",
		"20310504T061000":                       "2031-05-04",
		"May 4, 2031":                           "2031-05-04",
		"4 May 2031":                            "2031-05-04",
		"Published: Sunday, May 4th, 2031, 6am": "2031-05-04",
		"Sept. 4, 2031 6:10 PM EST":             "2031-09-04T18:10:00-05:00",
		"2031-05-04T06:10 EST":                  "2031-05-04",
		"on 4 MAY 2031 at noon":                 "2031-05-04",
		"am 14.05.2031 um 6 Uhr":                "2031-05-14",
		"May 2031":                              "",
		"04/05/2031":                            "",
		"2031-13-04":                            "",
		"2031-02-30T00:00:00Z":                  "",
		"1970-01-01T00:00:00Z":                  "",
		"0001-01-01T00:00:00Z":                  "",
		"3 hours ago":                           "",
		"":                                      "",
	}
	for in, want := range tests {
		if got := dated(in); got != want {
			t.Errorf("dated(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestAfter(t *testing.T) {
	tests := []struct {
		a, b string
		want bool
	}{
		{"2031-05-05", "2031-05-04T23:00:00Z", true},
		{"2031-05-04T08:10:00Z", "2031-05-04", false},
		{"2031-05-04T08:10:00+02:00", "2031-05-04T06:10:00Z", false},
		{"2031-05-04T08:11:00+02:00", "2031-05-04T06:10:00Z", true},
	}
	for _, tt := range tests {
		if got := after(tt.a, tt.b); got != tt.want {
			t.Errorf("after(%q, %q) = %v", tt.a, tt.b, got)
		}
	}
}

func TestUnsited(t *testing.T) {
	names := []string{"The Bell", "bell.example"}
	tests := map[string]string{
		"Dam bursts | The Bell":        "Dam bursts",
		"Dam bursts - Bell":            "Dam bursts",
		"THE BELL: Dam bursts":         "Dam bursts",
		"Dam bursts - News - The Bell": "Dam bursts - News",
		"Dam - a town’s fear":          "Dam - a town’s fear",
		"The Bell":                     "The Bell",
		" | The Bell":                  " | The Bell",
	}
	for in, want := range tests {
		if got := unsited(in, names); got != want {
			t.Errorf("unsited(%q) = %q, want %q", in, got, want)
		}
	}
}

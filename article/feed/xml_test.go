package feed

import (
	"errors"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

const rss2 = `<?xml version="1.0" encoding="UTF-8"?>
<!-- <item>not one</item> -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
  <title>The Bell &amp; Courier</title><link>https://bell.example/</link><language>en-gb</language>
  <atom:link href="https://bell.example/feed" rel="self"/>
  <item>
    <title><![CDATA[Dam bursts <em>above</em> Veld]]></title>
    <link>https://bell.example/n/1</link>
    <guid isPermaLink="false">n-1</guid>
    <dc:creator>Anna Lund</dc:creator><dc:creator>Bo Krantz</dc:creator>
    <pubDate>Tue, 04 May 2021 10:45:00 GMT</pubDate>
    <atom:updated>2021-05-04T12:00:00Z</atom:updated>
    <description>The dam burst.</description>
    <content:encoded><![CDATA[<p>The dam burst.</p><item>no</item><p>Two are missing.</p>]]></content:encoded>
  </item>
  <item>
    <title>Town flooded</title><guid>https://bell.example/n/2</guid>
    <author>desk@bell.example (The Desk)</author>
    <pubDate>Tue, 04 May 2021 11:00</pubDate>
    <description>&lt;p&gt;Water &amp;amp; mud.&lt;/p&gt;</description>
    <source url="https://horn.example/feed">The Horn</source>
  </item>
  <item><title>Nothing more</title><link>/n/3</link></item>
</channel>
</rss>`

const rss1 = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://bell.example/"><title>The Bell</title><link>https://bell.example/</link><dc:language>en</dc:language>
<items><rdf:Seq><rdf:li rdf:resource="https://bell.example/n/1"/></rdf:Seq></items></channel>
<item rdf:about="https://bell.example/n/1"><title>Dam bursts</title><link>https://bell.example/n/1</link>
<description>The dam
burst &lt; today.</description><dc:date>2021-05-04T10:45+02:00</dc:date><dc:creator>Anna Lund</dc:creator></item>
</rdf:RDF>`

const atom1 = `<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<title>The Bell</title><author><name>The Bell</name></author>
<entry><title type="html">Dam &amp;amp; town</title><id>tag:bell.example,2021:1</id>
<link rel="self" href="https://bell.example/x"/><link href="https://bell.example/n/1"/>
<published>2021-05-04T10:45:00+02:00</published><updated>2021-05-04T12:00:00+02:00</updated>
<author><name>Anna Lund</name></author><author><name>Bo Krantz</name></author>
<summary>Short.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The dam <b>burst</b>.</p></div></content></entry>
<entry><title>Second</title><id>https://bell.example/n/2</id><updated>2021-05-05T00:00:00Z</updated>
<content type="text">Five &lt; six.</content></entry>
<entry><title>Third</title><id>3</id><updated>2021-05-05T00:00:00Z</updated>
<content src="https://bell.example/n/3" type="image/png"/><summary type="html">&lt;p&gt;A picture.&lt;/p&gt;</summary></entry>
</feed>`

var items = cmp.Options{cmpopts.IgnoreFields(Item{}, "Raw"), cmpopts.EquateErrors()}

func TestXML(t *testing.T) {
	tests := []struct {
		name, in string
		want     []Item
	}{
		{"rss 2.0", rss2, []Item{
			{ID: "n-1", URL: "https://bell.example/n/1", Outlet: "The Bell & Courier", Title: "Dam bursts <em>above</em> Veld",
				Byline: "Anna Lund, Bo Krantz", Published: "2021-05-04T10:45:00Z", Modified: "2021-05-04T12:00:00Z", Language: "en-gb",
				Bodies: []Body{{"<p>The dam burst.</p><item>no</item><p>Two are missing.</p>", true}, {"The dam burst.", false}}},
			{ID: "https://bell.example/n/2", URL: "https://bell.example/n/2", Outlet: "The Horn", Title: "Town flooded", Byline: "The Desk",
				Published: "2021-05-04", Language: "en-gb", Bodies: []Body{{"<p>Water &amp; mud.</p>", true}}},
			{URL: "https://bell.example/n/3", Outlet: "The Bell & Courier", Title: "Nothing more", Language: "en-gb"},
		}},
		{"rss 1.0", rss1, []Item{
			{URL: "https://bell.example/n/1", Outlet: "The Bell", Title: "Dam bursts", Byline: "Anna Lund",
				Published: "2021-05-04T10:45:00+02:00", Language: "en", Bodies: []Body{{"The dam\nburst < today.", false}}},
		}},
		{"rss 0.91", `<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "x.dtd"><rss version="0.91"><channel><title>Bell</title><item><title>A&nbsp;b</title><description>Fish & chips</description></item></channel></rss>`, []Item{
			{Outlet: "Bell", Title: "A\u00a0b", Bodies: []Body{{"Fish & chips", false}}},
		}},
		{"prefix without namespace", `<rss><channel><item><content:encoded>Text</content:encoded></item></channel></rss>`, []Item{{Bodies: []Body{{"Text", false}}}}},
		{"capitals", `<RSS><CHANNEL><TITLE>B</TITLE><ITEM><DESCRIPTION>Text</DESCRIPTION></ITEM></CHANNEL></RSS>`, []Item{{Outlet: "B", Bodies: []Body{{"Text", false}}}}},
		{"atom", atom1, []Item{
			{ID: "tag:bell.example,2021:1", URL: "https://bell.example/n/1", Outlet: "The Bell", Title: "Dam &amp; town", Byline: "Anna Lund, Bo Krantz",
				Published: "2021-05-04T10:45:00+02:00", Modified: "2021-05-04T12:00:00+02:00", Language: "en",
				Bodies: []Body{{"<p>The dam <b>burst</b>.</p>", true}, {"Short.", false}}},
			{ID: "https://bell.example/n/2", URL: "https://bell.example/n/2", Outlet: "The Bell", Title: "Second",
				Published: "2021-05-05T00:00:00Z", Modified: "2021-05-05T00:00:00Z", Language: "en", Bodies: []Body{{"Five < six.", false}}},
			{ID: "3", Outlet: "The Bell", Title: "Third", Published: "2021-05-05T00:00:00Z", Modified: "2021-05-05T00:00:00Z", Language: "en",
				Bodies: []Body{{"<p>A picture.</p>", true}}},
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f, err := XML([]byte(tt.in))
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(tt.want, f.Items, items); d != "" {
				t.Error(d)
			}
			if f.Cut || f.More || f.Invalid > 0 {
				t.Errorf("cut %v, more %v, invalid %d", f.Cut, f.More, f.Invalid)
			}
		})
	}
}

// told is what became of each item: its text, or why it has none.
func told(f *Feed) []string {
	var all []string
	for _, i := range f.Items {
		switch {
		case i.Err != nil:
			all = append(all, i.Err.Error())
		case len(i.Bodies) > 0:
			all = append(all, i.Bodies[0].Text)
		default:
			all = append(all, "")
		}
	}
	return all
}

func feedOf(items ...string) string {
	return "<rss><channel><title>B</title><item>" + strings.Join(items, "</item>\n<item>") + "</item></channel></rss>"
}

// What is damaged takes nothing else with it.
func TestDamage(t *testing.T) {
	const brokenOff, invalid = "the item breaks off before its end", "the item is not valid XML"
	good := "<description>Good.</description>"
	wide := []byte{0xFF, 0xFE}
	for _, u := range utf16.Encode([]rune(`<?xml version="1.0" encoding="utf-16"?>` + feedOf("<description>Dämm</description>"))) {
		wide = append(wide, byte(u), byte(u>>8))
	}
	tests := []struct {
		name, in string
		want     []string
		cut      bool
	}{
		{"broken off within an item", feedOf(good, good, "<description>Lo")[:90], []string{"Good.", brokenOff}, true},
		{"broken off behind an item", strings.TrimSuffix(feedOf(good), "</channel></rss>"), []string{"Good."}, true},
		{"broken off within CDATA", "<rss><channel><item>" + good + "</item><item><description><![CDATA[</item>", []string{"Good.", brokenOff}, true},
		{"broken off within a tag", feedOf(good) + "<item", []string{"Good."}, false},
		{"an item without its end", "<rss><channel><item>" + good + "<item>" + good + "</item></channel></rss>", []string{brokenOff, "Good."}, false},
		{"an item that is no XML", feedOf(good, "<description>a < b</description>", good), []string{"Good.", invalid, "Good."}, false},
		{"an item of another kind within", feedOf(good + "<x:item>a</x:item>"), []string{"Good."}, false},
		{"text around", "\n junk " + feedOf(good) + " junk <item>", []string{"Good."}, false},
		{"invalid bytes", feedOf("<description>D\xc3\xa4mm \xff\xfe burst</description>"), []string{"Dämm \ufffd burst"}, false},
		{"bytes of Windows-1252", feedOf("<description>D\xe4mm \x93burst\x94</description>"), []string{"Dämm “burst”"}, false},
		{"declared", `<?xml version="1.0" encoding="iso-8859-2"?>` + feedOf("<description>\xb1</description>"), []string{"ą"}, false},
		{"declared wrongly", `<?xml version="1.0" encoding="iso-8859-1"?>` + feedOf("<description>Dämm</description>"), []string{"Dämm"}, false},
		{"declared oddly", `<?xml version="1.0" encoding="klingon"?>` + feedOf(good), []string{"Good."}, false},
		{"wide", string(wide), []string{"Dämm"}, false},
		{"what XML forbids", feedOf("<description>D\x00am\x0b b\ufffeurst\uffff</description>"), []string{"Dam burst"}, false},
		{"too deep", feedOf(good, strings.Repeat("<x:a>", maxOpen+1)), []string{"Good.", errTangled.Error()}, false},
		{"too large", feedOf(good, "<description>"+strings.Repeat("x", maxItem)+"</description>"), []string{"Good.", errItemTooLarge.Error()}, false},
		{"no item", "<rss><channel><title>B</title></channel></rss>", nil, false},
		{"an empty item", "<rss><channel><item/></channel></rss>", []string{""}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f, err := XML([]byte(tt.in))
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(tt.want, told(f)); d != "" {
				t.Error(d)
			}
			if f.Cut != tt.cut {
				t.Errorf("cut is %v", f.Cut)
			}
		})
	}
}

func TestErrors(t *testing.T) {
	var other *OtherError
	for in, root := range map[string]string{"<urlset><url/></urlset>": "urlset", "<!doctype html><HTML><p>": "html"} {
		if _, err := XML([]byte(in)); !errors.As(err, &other) || other.Root != root {
			t.Errorf("%q: %v", in, err)
		}
	}
	for in, want := range map[string]error{
		"": ErrXML, "text": ErrXML, "<": ErrXML, "<rss": ErrXML, "<rss a='" + strings.Repeat("x", maxTags) + "'>": ErrXML,
		strings.Repeat("x", MaxBytes+1): ErrTooLarge,
	} {
		if _, err := XML([]byte(in)); err != want {
			t.Errorf("%.20q: %v", in, err)
		}
	}
}

// Hostile feeds cost no more than a moment, and have no more than so many
// items.
func TestCost(t *testing.T) {
	for name, in := range map[string]string{
		"items":      strings.Repeat("<item/>", maxItems+5),
		"pieces":     "<item><x:a>" + strings.Repeat("xxxxxxxxxxxxxxxxxxx<![CDATA[y]]>", 100000) + "</x:a></item>",
		"stray":      strings.Repeat("<", 4<<20),
		"open":       strings.Repeat("<a ", 1<<20),
		"items open": strings.Repeat("<item>", 1<<20),
		"titles":     "<title>" + strings.Repeat("&amp;&x", 1<<18) + "</title><item/>",
		"channels":   strings.Repeat("<channel>", 1<<18) + strings.Repeat("<item/>", 100),
	} {
		start := time.Now()
		f, err := XML([]byte("<rss><channel>" + in + "</channel></rss>"))
		if err != nil {
			t.Errorf("%s: %v", name, err)
		} else if len(f.Items) > maxItems {
			t.Errorf("%s: %d items", name, len(f.Items))
		}
		if d := time.Since(start); d > 30*time.Second {
			t.Errorf("%s takes %v", name, d)
		}
	}
}

// A feed may cost only so much in all, whatever its items.
func TestBudget(t *testing.T) {
	spaces := strings.Repeat(" xmlns:a='b'", 500)
	long := "<x:a>" + strings.Repeat("x", maxItem-1<<10)
	tests := []struct {
		name, around, item string
		limit, first, all  int // items of a thousand that are let through; whether the first is
	}{
		{"usual", "<rss><channel>", strings.Repeat("<p>text</p>", 100), maxItem, 1, 1000},
		{"pieces of a long text", "<rss>", long + strings.Repeat("<b/>", 200), maxItem, 1, 39},
		{"many pieces of a long text", "<rss>", long[:maxItem/2] + strings.Repeat("<b/>", 4000), maxItem, 0, 0},
		{"namespaces", "<rss" + spaces + ">", strings.Repeat("<b/>", 1000), maxItem, 1, 66},
		{"many namespaces", "<rss>", strings.Repeat("<b xmlns='x'/>", 4000), maxItem, 0, 0},
		{"deep", "<rss>", strings.Repeat("<b>", maxOpen+1), maxItem, 0, 0},
		{"large", "<rss>", long, maxHead, 0, 0},
	}
	for _, tt := range tests {
		costs := newBudget([]byte(tt.around))
		first, all := 0, 0
		for i := range 1000 {
			if costs.spend([]byte(tt.item), tt.limit) == nil {
				all++
				if i == 0 {
					first = 1
				}
			} else {
				break
			}
		}
		if first != tt.first || all != tt.all {
			t.Errorf("%s: first %d, all %d", tt.name, first, all)
		}
	}
}

func TestWhen(t *testing.T) {
	for in, want := range map[string]string{
		"Tue, 04 May 2021 10:45:00 GMT": "2021-05-04T10:45:00Z", "Tue, 04 May 2021 23:45:00 AEST": "2021-05-04", "soon": "soon", " Tue,  x": "Tue, x",
	} {
		if got := when(in); got != want {
			t.Errorf("when(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestAuthor(t *testing.T) {
	for in, want := range map[string]string{
		"Anna Lund": "Anna Lund", "desk@bell.example (Anna Lund)": "Anna Lund", "Anna Lund (desk@bell.example)": "Anna Lund",
		"desk@bell.example": "", "Anna Lund (The Bell)": "Anna Lund (The Bell)", "": "",
	} {
		if got := author(in); got != want {
			t.Errorf("author(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestBegins(t *testing.T) {
	for in, want := range map[string]bool{
		rss2: true, rss1: true, atom1: true, "\ufeff" + atom1: true, "<feed": false, "<html><feed>": false, "the <feed> is": false, "": false,
		"</rss>": false, "<urlset>": false,
	} {
		if Begins([]byte(in)) != want {
			t.Errorf("%.30q", in)
		}
	}
}

func FuzzXML(f *testing.F) {
	for _, seed := range []string{rss2, rss1, atom1, feedOf("<title>D\xe4mm</title>", "<x:a><b/><![CDATA[c]]></x:a>"), rss2[:700], "\xff\xfe<\x00r\x00s\x00s\x00>\x00"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		feed, err := XML(b)
		if (feed == nil) == (err == nil) {
			t.Fatal(err)
		}
		if err != nil {
			return
		}
		again, _ := XML(b)
		if d := cmp.Diff(told(feed), told(again)); d != "" {
			t.Error(d)
		}
		for _, i := range feed.Items {
			for _, body := range i.Bodies {
				if strings.TrimSpace(body.Text) == "" {
					t.Errorf("an empty body in %q", i.Raw)
				}
			}
		}
	})
}

func BenchmarkXML(b *testing.B) {
	_, rest, _ := strings.Cut(rss2, "rel=\"self\"/>\n  <item>")
	item, _, _ := strings.Cut(rest, "</item>\n  <item>")
	long := strings.Replace(item, "<p>Two are missing.</p>", strings.Repeat("<p>The dam above Veld burst on Monday night and flooded 300 homes.</p>\n", 40), 1)
	in := []byte(strings.Replace(rss2, "</channel>", strings.Repeat("<item>"+long+"</item>\n", 30)+"</channel>", 1))
	b.SetBytes(int64(len(in)))
	for b.Loop() {
		if f, err := XML(in); err != nil || len(f.Items) != 33 {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "feeds/s")
}

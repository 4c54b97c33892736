package article

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"synoptic/lang/en"
)

const bellFeed = `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The <![CDATA[Bell]]></title>
<item><title>Dam &amp;amp; town</title><link>https://www.bell.example/n/1?utm_source=rss</link><author>desk@bell.example (Anna Lund)</author>
<pubDate>Tue, 04 May 2021 10:45:00 +0200</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>The dam above Veld burst on Monday.</p><p>Two are&nbsp;missing.</p>]]></content:encoded></item>
<item><title>No text</title><link>https://bell.example/n/2</link><content:encoded><![CDATA[<img src="x">]]></content:encoded></item>
<item><guid isPermaLink="false">third</guid><pubDate>soon</pubDate><content:encoded><![CDATA[<img src="x">]]></content:encoded><description>Only
a summary.</description></item>
<item><description>Broken <off</description></item>
</channel></rss>`

const hornFeed = `<feed xmlns="http://www.w3.org/2005/Atom"><title>The Horn</title><entry><id>tag:horn,1</id><updated>2021-05-04T12:00:00Z</updated>
<content type="html">&lt;p&gt;The town was flooded.&lt;/p&gt;</content></entry></feed>`

const crierFeed = `{"version":"https://jsonfeed.org/version/1.1","title":"Town Crier","items":[
{"id":"1","url":"https://crier.example/1","content_html":"<p>One dead.</p><p>Two missing.</p>","date_published":"2021-05-05T08:00:00Z"},
{"id":"2","title":"Nothing"}]}`

const wireLines = `{"uri":"urn:wire:1","headline":"Dam bursts","versioncreated":"2021-05-04T09:00:00Z","body_text":"The dam burst.","provider":"The Wire"}
{"id":"own","text":"An article."}
{"uri":"urn:wire:2","type":"picture","versioncreated":"2021-05-04T09:00:00Z"}
{"uri":"urn:wire:3","pubstatus":"canceled","body_text":"Not so."}
{"uri":"urn:wire:4","headline":"Dam"}`

func TestFeeds(t *testing.T) {
	dir := folder(t, map[string]string{
		"bell.rss": bellFeed, "horn.atom.gz": zipped(hornFeed), "crier.json": crierFeed, "wire.jsonl": wireLines,
		"list.json": "[" + crierFeed + ",\n{\"uri\":\"urn:wire:9\",\"body_xhtml\":\"<p>Nine.</p>\"}]",
		"map.xml":   "<urlset></urlset>", "page.xml": "<!DOCTYPE html><html><body>", "none.xml": "<rss><channel></channel></rss>", "text.rss": "text",
		"cut.rdf": "<rss><channel><item><description>Whole.</description></item><item><descr", "big.rss": strings.Repeat("x", 33<<20),
	})
	var notes []string
	articles, left := Read([]string{dir}, Options{Warn: func(m string) { notes = append(notes, strings.TrimPrefix(m, dir+"/")) }})
	var got []string
	for _, a := range articles {
		got = append(got, strings.Join([]string{a.ID, a.Outlet, a.Title, a.Byline, a.Published, string(a.From), a.Modified, a.Text}, "|"))
		if len(a.Digest) != 64 || !strings.HasPrefix(a.Path, dir) {
			t.Errorf("%s: digest %q, path %q", a.ID, a.Digest, a.Path)
		}
	}
	want := []string{
		"bell.example/n/1|The Bell|Dam & town|Anna Lund|2021-05-04T10:45:00+02:00|given||The dam above Veld burst on Monday.\nTwo are missing.",
		"third|The Bell||||||Only\na summary.",
		"crier.example/1|Town Crier|||2021-05-05T08:00:00Z|given||One dead.\nTwo missing.",
		"cut|cut||||||Whole.",
		"tag:horn,1|The Horn|||2021-05-04T12:00:00Z|given|2021-05-04T12:00:00Z|The town was flooded.",
		"crier.example/1#2|Town Crier|||2021-05-05T08:00:00Z|given||One dead.\nTwo missing.",
		"urn:wire:9|urn:wire:9||||||Nine.",
		"urn:wire:1|The Wire|Dam bursts||2021-05-04T09:00:00Z|given|2021-05-04T09:00:00Z|The dam burst.",
		"own|own||||||An article.",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	wantLeft := []string{
		"bell.rss#2 no_text", "bell.rss#4 bad_feed", "big.rss too_large", "crier.json#2 no_text", "cut.rdf#2 bad_feed", "cut.rdf bad_feed",
		"list.json:1#2 no_text", "map.xml unsupported", "none.xml empty", "page.xml no_text", "text.rss bad_feed",
		"wire.jsonl:3 no_text", "wire.jsonl:4 withdrawn", "wire.jsonl:5 no_text",
	}
	if d := cmp.Diff(wantLeft, leftOut(dir, left)); d != "" {
		t.Error(d)
	}
	for _, u := range left {
		if u.Reason == "" || strings.HasSuffix(u.Reason, ".") || strings.Contains(u.Reason, "\n") {
			t.Errorf("%s: a reason is one plain sentence: %q", u.Path, u.Reason)
		}
	}
	if d := cmp.Diff([]string{`bell.rss#3: the publication time "soon" can't be read, so it counts as unknown; write 2026-03-03, or 2026-03-03T10:00:00+01:00 with the time and its zone`}, notes); d != "" {
		t.Error(d)
	}
}

// What the bytes speak for decides where no ending does.
func TestFeedsSniffed(t *testing.T) {
	utf16 := "\xff\xfe"
	for _, c := range hornFeed {
		utf16 += string([]byte{byte(c), byte(c >> 8)})
	}
	crawl := crawled("https://bell.example/1", webPage("One"))
	for name, in := range map[string]string{
		"rss": bellFeed, "atom": "\ufeff<?xml version=\"1.0\"?>\n" + hornFeed, "gzip": zipped(hornFeed), "utf-16": utf16, "json": crierFeed, "ninjs": wireLines,
		"warc": crawl, "warc of members": zipped(crawl) + zipped(crawl),
	} {
		articles, _ := Read([]string{Stdin}, Options{Stdin: strings.NewReader(in)})
		if len(articles) == 0 {
			t.Errorf("%s: nothing was read", name)
		}
	}
}

// The same files give the same articles whatever the order of paths, and each
// time.
func TestFeedsOrder(t *testing.T) {
	dir := folder(t, map[string]string{
		"a.rss": bellFeed, "b/a.rss": bellFeed, "b.atom": hornFeed, "c.json": crierFeed, "d.jsonl": wireLines,
		"e.warc":    crawled("https://bell.example/n/1", webPage("One")) + crawled("https://bell.example/1", webPage("Two")),
		"f.warc.gz": zipped(crawled("https://bell.example/1", webPage("Two"))) + "junk" + zipped(crawled("https://bell.example/2", webPage("Three"))),
	})
	var paths []string
	for _, name := range []string{"a.rss", "b", "b.atom", "c.json", "d.jsonl", "e.warc", "f.warc.gz"} {
		paths = append(paths, filepath.Join(dir, name))
	}
	read := func() (all []string) {
		articles, left := Read(paths, Options{Language: en.English()})
		for _, a := range articles {
			all = append(all, fmt.Sprint(*a))
		}
		for _, u := range left {
			all = append(all, fmt.Sprint(u))
		}
		slices.Sort(all)
		return all
	}
	want := read()
	if len(want) != 21 {
		t.Errorf("%d articles and left-outs: %q", len(want), want)
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		r.Shuffle(len(paths), func(i, j int) { paths[i], paths[j] = paths[j], paths[i] })
		if d := cmp.Diff(want, read()); d != "" {
			t.Fatalf("%q: %s", paths, d)
		}
	}
}

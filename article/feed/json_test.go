package feed

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const jsonFeed = `{"version": "https://jsonfeed.org/version/1.1", "title": "The Bell", "language": "en",
"authors": [{"name": "The Bell"}], "items": [
{"id": "1", "url": "https://bell.example/n/1", "title": "Dam bursts", "content_html": "<p>The dam burst.</p>", "content_text": "The dam burst.",
 "summary": "Short.", "date_published": "2021-05-04T10:45:00+02:00", "date_modified": "2021-05-04T12:00:00+02:00",
 "authors": [{"name": "Anna Lund"}, {"name": "Bo Krantz"}]},
{"id": "https://bell.example/n/2", "content_text": "One.\nTwo.", "content_html": "<p>One.</p>", "language": "nb", "author": {"name": "Anna Lund"}},
{"id": 3, "external_url": "https://horn.example/3", "summary": "Only this.", "authors": "Anna Lund"},
{"id": "4", "title": ["odd"], "content_text": 5},
"odd"]}`

func TestJSON(t *testing.T) {
	f, ok := JSON([]byte(jsonFeed))
	if !ok {
		t.Fatal("is no JSON Feed")
	}
	want := []Item{
		{ID: "1", URL: "https://bell.example/n/1", Outlet: "The Bell", Title: "Dam bursts", Byline: "Anna Lund, Bo Krantz",
			Published: "2021-05-04T10:45:00+02:00", Modified: "2021-05-04T12:00:00+02:00", Language: "en",
			Bodies: []Body{{"<p>The dam burst.</p>", true}, {"The dam burst.", false}, {"Short.", false}}},
		{ID: "https://bell.example/n/2", URL: "https://bell.example/n/2", Outlet: "The Bell", Byline: "Anna Lund", Language: "nb",
			Bodies: []Body{{"One.\nTwo.", false}, {"<p>One.</p>", true}}},
		{ID: "3", URL: "https://horn.example/3", Outlet: "The Bell", Byline: "Anna Lund", Language: "en", Bodies: []Body{{"Only this.", false}}},
		{ID: "4", Outlet: "The Bell", Language: "en", Bodies: []Body{{"5", false}}},
		{Outlet: "The Bell", Language: "en"},
	}
	if d := cmp.Diff(want, f.Items, items); d != "" {
		t.Error(d)
	}
	long := `{"version":"https://jsonfeed.org/version/1","items":[` + strings.Repeat("{},", maxItems) + `{}]}`
	if f, ok := JSON([]byte(long)); !ok || len(f.Items) != maxItems || !f.More {
		t.Errorf("%v: %d items, more %v", ok, len(f.Items), f.More)
	}
	for _, in := range []string{`{}`, `[]`, `{"version":"2","items":[]}`, `{"version":{}}`, `x`, ``} {
		if _, ok := JSON([]byte(in)); ok {
			t.Errorf("%s is taken for a JSON Feed", in)
		}
	}
}

func TestNinjs(t *testing.T) {
	const all = `"uri":"urn:bell:1","language":"en","versioncreated":"2021-05-04T12:00:00Z"`
	base := Item{ID: "urn:bell:1", Language: "en", Published: "2021-05-04T12:00:00Z", Modified: "2021-05-04T12:00:00Z"}
	with := func(change func(i *Item)) Item {
		i := base
		change(&i)
		return i
	}
	plain := []Body{{"The dam burst.", false}}
	tests := []struct {
		name, in string
		want     Item
	}{
		{"1.x", all + `,"headline":"Dam bursts","byline":"Anna Lund","located":"Veld","body_text":"The dam burst."`,
			with(func(i *Item) { i.Title, i.Byline, i.Bodies = "Dam bursts", "Anna Lund", plain })},
		{"1.x with both forms", all + `,"body_text":"One.\nTwo.","body_xhtml":"<p>One.</p>"`,
			with(func(i *Item) { i.Bodies = []Body{{"One.\nTwo.", false}, {"<p>One.</p>", true}} })},
		{"1.x with both forms, the plain one in one line", all + `,"body_text":"One. Two.","body_xhtml":"<p>One.</p><p>Two.</p>"`,
			with(func(i *Item) { i.Bodies = []Body{{"<p>One.</p><p>Two.</p>", true}, {"One. Two.", false}} })},
		{"1.7", all + `,"headline_main":"Dam bursts","body_richtext":"<p>One.</p>"`,
			with(func(i *Item) { i.Title, i.Bodies = "Dam bursts", []Body{{"<p>One.</p>", true}} })},
		{"2.x", all + `,"headlines":[{"role":"kicker","value":"No"},{"role":"main","value":"Dam bursts"}],"by":"Anna Lund, Bell",
			"bodies":[{"contenttype":"application/xml","value":"<x/>"},{"contenttype":"text/html","value":"<p>One.</p>"}],"infosources":[{"name":"The Bell"},{"name":"No"}]`,
			with(func(i *Item) {
				i.Title, i.Byline, i.Outlet, i.Bodies = "Dam bursts", "Anna Lund, Bell", "The Bell", []Body{{"<p>One.</p>", true}}
			})},
		{"2.x without roles", all + `,"headlines":[{"value":"Dam bursts"}],"bodies":[{"value":"The dam burst."}]`,
			with(func(i *Item) { i.Title, i.Bodies = "Dam bursts", plain })},
		{"3.x", `"uri":"urn:bell:1","language":"en","versionCreated":"2021-05-04T12:00:00Z","infoSources":[{"name":"The Bell"}],"bodies":[{"contentType":"text/plain","value":"The dam burst."}]`,
			with(func(i *Item) { i.Outlet, i.Bodies = "The Bell", plain })},
		{"times", all + `,"firstcreated":"2021-05-04T11:00:00Z","body_text":"The dam burst."`,
			with(func(i *Item) { i.Published, i.Bodies = "2021-05-04T11:00:00Z", plain })},
		{"time of the content", all + `,"contentcreated":"2021-05-03T11:00:00Z","firstcreated":"2021-05-04T11:00:00Z","body_text":"The dam burst."`,
			with(func(i *Item) { i.Published, i.Bodies = "2021-05-03T11:00:00Z", plain })},
		{"provider", all + `,"provider":"The Bell","copyrightholder":"No","body_text":"The dam burst."`,
			with(func(i *Item) { i.Outlet, i.Bodies = "The Bell", plain })},
		{"copyright", all + `,"copyrightholder":"The Bell","body_text":"The dam burst."`,
			with(func(i *Item) { i.Outlet, i.Bodies = "The Bell", plain })},
		{"web address", `"uri":"https://bell.example/1","body_text":"The dam burst."`,
			Item{ID: "https://bell.example/1", URL: "https://bell.example/1", Bodies: plain}},
		{"summary only", all + `,"type":"text","description_text":"The dam burst."`, with(func(i *Item) { i.Bodies = plain })},
		{"summary only, 2.x", all + `,"descriptions":[{"value":"The dam burst."}]`, with(func(i *Item) { i.Bodies = plain })},
		{"nothing", all + `,"headline":"Dam bursts"`, with(func(i *Item) { i.Title = "Dam bursts" })},
		{"picture", all + `,"type":"picture","description_text":"The dam."`, Item{Err: ErrNoText}},
		{"withdrawn", all + `,"pubstatus":"canceled","body_text":"The dam burst."`, Item{Err: ErrWithdrawn}},
		{"wrong types", all + `,"headline":[],"byline":{},"bodies":{"value":["x"]},"body_text":7`, with(func(i *Item) { i.Bodies = []Body{{"7", false}} })},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, ok := Ninjs([]byte("{" + tt.in + "}"))
			got.Bodies = slim(got.Bodies)
			if d := cmp.Diff(tt.want, got, items); d != "" || !ok {
				t.Error(ok, d)
			}
		})
	}
	for _, in := range []string{`{}`, `[]`, `{"uri":"x"}`, `{"headline":"x"}`, `{"claims":[]}`, `{"title":"x","url":"y"}`, `"body_text"`} {
		if _, ok := Ninjs([]byte(in)); ok {
			t.Errorf("%s is taken for ninjs", in)
		}
	}
}

// slim drops bodies that stand there before.
func slim(all []Body) []Body {
	var kept []Body
	seen := map[Body]bool{}
	for _, b := range all {
		if !seen[b] {
			kept = append(kept, b)
		}
		seen[b] = true
	}
	return kept
}

func FuzzNinjs(f *testing.F) {
	f.Add([]byte(`{"uri":"urn:1","headline":"H","byline":"A","body_text":"T","body_xhtml":"<p>T</p>","versioncreated":"2021-05-04"}`))
	f.Add([]byte(`{"uri":"urn:1","URI":"u","headlines":[{"role":"main","value":"H"}],"bodies":[{"contenttype":"text/html","value":"<p>"}],"infosources":[{"name":"B"}]}`))
	f.Add([]byte(jsonFeed))
	f.Add([]byte(`{"uri":"","type":"picture","descriptions":[{}],"pubstatus":"withheld"}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		one, ok := Ninjs(b)
		two, _ := Ninjs(b)
		feed, isFeed := JSON(b)
		again, _ := JSON(b)
		if d := cmp.Diff(fmt.Sprint(one), fmt.Sprint(two)); d != "" {
			t.Error(d)
		}
		if (ok || isFeed) && !json.Valid(b) {
			t.Errorf("%q is not valid JSON", b)
		}
		if isFeed {
			if d := cmp.Diff(told(feed), told(again)); d != "" {
				t.Error(d)
			}
		}
	})
}

func BenchmarkNinjs(b *testing.B) {
	in := []byte(`{"uri":"urn:1","headline":"Dam","byline":"Anna Lund","versioncreated":"2021-05-04T10:00:00Z","body_xhtml":"` +
		strings.Repeat(`<p>The dam above Veld burst on Monday night and flooded 300 homes.</p>`, 40) + `"}`)
	b.SetBytes(int64(len(in)))
	for b.Loop() {
		Ninjs(in)
	}
}

package article_test

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"

	"synoptic/article"
	"synoptic/lang/en"
)

// Whatever stands in a feed, a JSON file or an archive, what is read of it is
// an article as any other, and the same each time.
func FuzzForeign(f *testing.F) {
	f.Add(uint8(0), []byte(`<rss><channel><title>B</title><item><link>https://b.example/1</link><description>&lt;p&gt;The dam.&lt;p&gt;By Anna Lund</description></item><item`))
	f.Add(uint8(0), []byte(`<feed xml:lang="en"><entry><id>1</id><updated>2021-05-04</updated><content type="xhtml"><div>VELD — The dam.</div></content></entry></feed>`))
	f.Add(uint8(1), []byte(`{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","content_html":"<p>The dam."}]}`))
	f.Add(uint8(1), []byte(`[{"uri":"u","bodies":[{"value":"The dam.\u0000"}]},{"uri":"u","body_text":" ","pubstatus":"withheld"}]`))
	f.Add(uint8(2), []byte("WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: https://b.example/1\r\nContent-Type: text/html\r\nContent-Length: 13\r\n\r\n<p>The dam.\r\n\r\n\r\n\r\n"))
	f.Fuzz(func(t *testing.T, kind uint8, b []byte) {
		path := []string{"x.xml", "x.json", "x.warc"}[kind%3]
		o := article.Options{Language: en.English()}
		articles, left := article.ReadFrom(path, bytes.NewReader(b), o)
		for _, a := range articles {
			check(t, a)
		}
		if len(articles)+len(left) == 0 {
			t.Error("neither an article nor a reason")
		}
		again, leftAgain := article.ReadFrom(path, bytes.NewReader(b), o)
		if d := cmp.Diff(articles, again) + cmp.Diff(left, leftAgain); d != "" {
			t.Error(d)
		}
	})
}

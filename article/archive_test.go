package article

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// webPage is the source of a web page with one report.
func webPage(title string) string {
	return fmt.Sprintf(`<!DOCTYPE html><html lang="en"><head><title>%s</title></head><body><article><h1>%[1]s</h1>
<p>The dam above Veld burst on Monday night and flooded some 300 homes along the river, Mayor Anna Lund said in the town.</p>
<p>Rescue teams in boats took people off the roofs of their houses until the morning, and two of them are still missing.</p>
<p>The owners of the dam had been asked three times for repairs since the spring of last year, the council said on Tuesday.</p>
</article></body></html>`, title)
}

// crawled is a record of an archive with a page that a server sent. Header are
// further lines of the server's.
func crawled(url, body string, header ...string) string {
	block := "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n" + strings.Join(header, "") + "\r\n" + body
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2031-12-24T00:00:00Z\r\nWARC-Target-URI: %s\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", url, len(block), block)
}

func TestArchive(t *testing.T) {
	one, two, three := crawled("https://bell.example/1", webPage("One")), crawled("https://bell.example/2", webPage("Two")), crawled("https://bell.example/3", webPage("Three"))
	dir := folder(t, map[string]string{
		"plain.warc":      one + two,
		"members.warc.gz": zipped(strings.Replace(one, "response", "request", 1)) + zipped(one) + zipped(two)[:100] + zipped(three),
		"whole.warc.gz":   zipped(one + two),
		"coded.warc":      crawled("https://bell.example/1", "\x0b\x02", "Content-Encoding: br\r\n") + crawled("https://bell.example/2", zipped(webPage("Two")), "Content-Encoding: gzip\r\n"),
		"cut.warc":        crawled("https://bell.example/1", fmt.Sprintf("ffff\r\n%s", webPage("One")), "Transfer-Encoding: chunked\r\n"),
		"none.warc":       strings.Replace(one, "text/html", "image/png", 1),
		"other.warc":      "text",
	})
	var notes []string
	articles, left := Read([]string{dir}, Options{Warn: func(m string) { notes = append(notes, strings.TrimPrefix(m, dir+"/")) }})
	want := []string{
		"bell.example/2", "bell.example/1", "bell.example/1#2", "bell.example/3",
		"bell.example/1#3", "bell.example/2#2", "bell.example/1#4", "bell.example/2#3",
	}
	if d := cmp.Diff(want, idsOf(articles)); d != "" {
		t.Error(d)
	}
	for _, a := range articles {
		if a.Published != "" || a.Modified != "" {
			t.Errorf("%s: the time of collection is no time of publication: %q", a.ID, a.Published)
		}
		if a.Outlet != "bell.example" || !strings.Contains(a.Text, "\nRescue teams in boats") {
			t.Errorf("%s: outlet %q, text %q", a.ID, a.Outlet, a.Text)
		}
	}
	request, first := len(zipped(strings.Replace(one, "response", "request", 1))), len(zipped(one))
	wantLeft := []string{
		"coded.warc@0 unsupported", fmt.Sprintf("members.warc.gz@%d bad_archive", request+first), "none.warc empty", "other.warc@0 bad_archive",
	}
	if d := cmp.Diff(wantLeft, leftOut(dir, left)); d != "" {
		t.Error(d)
	}
	if len(notes) != 1 || !strings.HasPrefix(notes[0], "cut.warc@0: the archive has only the beginning of https://bell.example/1") {
		t.Errorf("a page that is cut deserves a note: %q", notes)
	}
}

package warc

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/google/go-cmp/cmp"
)

// record lays out one record.
func record(kind, url, contentType, block string, more ...string) string {
	return fmt.Sprintf("WARC/1.1\r\nWARC-Type: %s\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2031-01-01T00:00:00Z\r\nWARC-Target-URI: %s\r\nContent-Type: %s\r\n%sContent-Length: %d\r\n\r\n%s\r\n\r\n",
		kind, url, contentType, strings.Join(more, ""), len(block), block)
}

// response is a record with a page that says its name.
func response(name string) string {
	return record("response", "https://bell.example/"+name, "application/http; msgtype=response",
		"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>"+name+"</p>")
}

func zipped(text string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, _ = z.Write([]byte(text))
	_ = z.Close()
	return b.String()
}

// read tells what an archive holds: for a page its offset, URL and body.
func read(t testing.TB, archive io.Reader) []string {
	t.Helper()
	var all []string
	for r := NewReader(archive); ; {
		rec, err := r.Next()
		var damage *DamageError
		if err == io.EOF {
			return all
		} else if errors.As(err, &damage) {
			all = append(all, fmt.Sprintf("%d %s", damage.Offset, damage.Reason))
			continue
		} else if err != nil {
			return append(all, err.Error())
		}
		page, ok, err := rec.Page()
		cut := ""
		if page.Cut {
			cut = " cut"
		}
		if err != nil {
			all = append(all, fmt.Sprintf("%d page %v", rec.Offset, err))
		} else if ok {
			all = append(all, fmt.Sprintf("%d %s %s%s", rec.Offset, strings.TrimPrefix(rec.URL, "https://bell.example/"), page.Body, cut))
		}
	}
}

func TestReader(t *testing.T) {
	a, b, c := response("a"), response("b"), response("c")
	n := len(a)
	info := record("warcinfo", "", "application/warc-fields", "software: none\r\n")
	corrupt := func(z string) string { return z[:len(z)/2] + "\xff\xff\xff\xff" + z[len(z)/2+4:] }
	za, zb, zc := zipped(a), zipped(b), zipped(c)
	long := strings.Replace(b, "Content-Length: ", "Content-Length: 9", 1)
	short := strings.Replace(b, "Content-Length: ", "Content-Length: 0", 1)
	short = strings.Replace(short, fmt.Sprintf("0%d\r\n\r\nHTTP", len(b)-strings.Index(b, "HTTP")-4), "9\r\n\r\nHTTP", 1)
	tests := []struct {
		name, in string
		want     []string
	}{
		{"empty", "", nil},
		{"plain", info + a + b, []string{fmt.Sprint(len(info), " a <p>a</p>"), fmt.Sprint(len(info)+n, " b <p>b</p>")}},
		{"a member a record", za + zb, []string{"0 a <p>a</p>", fmt.Sprint(len(za), " b <p>b</p>")}},
		{"one member", zipped(a + b), []string{"0 a <p>a</p>", fmt.Sprint(n, " b <p>b</p>")}},
		{"members cut anywhere", zipped(a[:20]) + zipped(a[20:n-40]) + zipped(a[n-40:]+b[:1]+b[1:9]) + zipped("") + zipped(b[9:]),
			[]string{"0 a <p>a</p>", fmt.Sprint(n, " b <p>b</p>")}},
		{"no empty lines between", strings.TrimSpace(a) + "\r\n" + strings.TrimSpace(b), []string{"0 a <p>a</p>", fmt.Sprint(n-2, " b <p>b</p>")}},
		{"newlines alone", strings.ReplaceAll(a, "\r\n", "\n"), []string{"0 breaks off before its end"}},
		{"folded header", strings.Replace(a, "WARC-Target-URI: https:", "warc-target-uri:\r\n https:", 1), []string{"0 a <p>a</p>"}},
		{"brackets", strings.Replace(a, "https://bell.example/a", "<https://bell.example/a>", 1), []string{"0 a <p>a</p>"}},

		{"junk before", "junk\r\nmore\r\n" + a, []string{"0 has no proper header", "12 a <p>a</p>"}},
		{"junk between", a + "junk\r\n\r\n" + b, []string{"0 has another length than its header says", fmt.Sprint(n+8, " b <p>b</p>")}},
		{"no length", strings.Replace(a, "Content-Length", "Content-Lengst", 1) + b, []string{"0 has no proper header", fmt.Sprint(n, " b <p>b</p>")}},
		{"length too great", a + long + c, []string{"0 a <p>a</p>", fmt.Sprint(n, " breaks off before its end"), fmt.Sprint(n+len(long), " c <p>c</p>")}},
		{"length much too great", a + strings.Replace(b, "Content-Length: ", "Content-Length: 99999999", 1) + c,
			[]string{"0 a <p>a</p>", fmt.Sprint(n, " breaks off before its end"), fmt.Sprint(n+n+8, " c <p>c</p>")}},
		{"length too small", a + short + c, []string{"0 a <p>a</p>", fmt.Sprint(n, " has another length than its header says"), fmt.Sprint(n+len(short), " c <p>c</p>")}},
		{"broken off", a + b[:n-20], []string{"0 a <p>a</p>", fmt.Sprint(n, " breaks off before its end")}},
		{"broken off in the header", a + b[:40], []string{"0 a <p>a</p>", fmt.Sprint(n, " breaks off before its end")}},
		{"broken off at the very end", a + b[:n-3], []string{"0 a <p>a</p>", fmt.Sprint(n, " b <p>b</p>")}},
		{"header too long", a + "WARC/1.0\r\n" + strings.Repeat("X-Filler: abcdefghijklm\r\n", 3000) + "\r\n" + c,
			[]string{"0 a <p>a</p>", fmt.Sprint(n, " has no proper header"), fmt.Sprint(n+10+3000*25+2, " c <p>c</p>")}},
		{"line too long", "WARC/1.0\r\nX: " + strings.Repeat("x", 1<<18) + "\r\n\r\n" + c, []string{"0 has no proper header", fmt.Sprint(17+1<<18, " c <p>c</p>")}},

		{"damaged member", za + corrupt(zb) + zc, []string{"0 a <p>a</p>", fmt.Sprint(len(za), " can't be decompressed"), fmt.Sprint(len(za)+len(zb), " c <p>c</p>")}},
		{"damaged sum", za + zb[:len(zb)-8] + "\x00" + zb[len(zb)-7:] + zc, []string{"0 a <p>a</p>", fmt.Sprint(len(za), " can't be decompressed"), fmt.Sprint(len(za)+len(zb), " c <p>c</p>")}},
		{"member broken off", za + zb[:len(zb)-20], []string{"0 a <p>a</p>", fmt.Sprint(len(za), " breaks off before its end")}},
		{"member broken off before another", za + zb[:30] + zc, []string{"0 a <p>a</p>", fmt.Sprint(len(za), " can't be decompressed"), fmt.Sprint(len(za)+30, " c <p>c</p>")}},
		{"record broken off in its member", za + zipped(b[:n-20]) + zc,
			[]string{"0 a <p>a</p>", fmt.Sprint(len(za), " breaks off before its end"), fmt.Sprint(len(za)+len(zipped(b[:n-20])), " c <p>c</p>")}},
		{"header broken off in its member", za + zipped(b[:40]) + zc,
			[]string{"0 a <p>a</p>", fmt.Sprint(len(za), " breaks off before its end"), fmt.Sprint(len(za)+len(zipped(b[:40])), " c <p>c</p>")}},
		{"junk between members", za + "junk" + zc, []string{"0 a <p>a</p>", fmt.Sprint(len(za), " can't be decompressed"), fmt.Sprint(len(za)+4, " c <p>c</p>")}},
		{"other member between", za + zipped("junk\r\n") + zc, []string{"0 a <p>a</p>", fmt.Sprint(len(za), " has no proper header"), fmt.Sprint(len(za)+len(zipped("junk\r\n")), " c <p>c</p>")}},
		{"damaged from the start", "\x00" + za[1:] + zc, []string{"0 can't be decompressed", fmt.Sprint(len(za), " c <p>c</p>")}},
		{"padding behind", za + strings.Repeat("\x00", 512), []string{"0 a <p>a</p>", fmt.Sprint(len(za), " can't be decompressed")}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := read(t, strings.NewReader(tt.in))
			if d := cmp.Diff(tt.want, got); d != "" {
				t.Error(d)
			}
			if d := cmp.Diff(read(t, strings.NewReader(tt.in)), read(t, iotest.OneByteReader(strings.NewReader(tt.in)))); d != "" {
				t.Errorf("byte by byte: %s", d)
			}
		})
	}
}

func TestLong(t *testing.T) {
	big := "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + strings.Repeat("<p>line</p>\n", maxBlock/12) + "the end"
	image := strings.Replace(big, "text/html", "video/mp4", 1)
	in := record("response", "x", "application/http", big) + record("response", "x", "application/http", image) + response("a") +
		record("resource", "x", "text/html", big[:maxPage+1]) + strings.Replace(record("response", "x", "application/http", image), "Content-Length: ", "Content-Length: 1", 1) + response("b")
	got := read(t, strings.NewReader(in))
	for i := range got {
		_, got[i], _ = strings.Cut(got[i], " ")
	}
	want := []string{"page " + ErrTooLarge.Error(), "a <p>a</p>", "page " + ErrTooLarge.Error(), errLength.Error(), "b <p>b</p>"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestPage(t *testing.T) {
	const html = "<!DOCTYPE html><p>The dam burst.</p>"
	http := func(header, body string) string { return "HTTP/1.1 200 OK\r\n" + header + "\r\n" + body }
	deflated := func(raw bool) string {
		var b bytes.Buffer
		var w io.WriteCloser = zlib.NewWriter(&b)
		if raw {
			w, _ = flate.NewWriter(&b, 9)
		}
		_, _ = w.Write([]byte(html))
		_ = w.Close()
		return b.String()
	}
	chunked := "4\r\n<!DO\r\n0a;x=y\r\nCTYPE html\r\n" + fmt.Sprintf("%x\r\n%s\r\n0\r\n\r\n", len(html)-14, html[14:])
	tests := []struct {
		name, block string
		want        string // the body, or the error; empty when there is no page
		cut         bool
	}{
		{"plain", http("Content-Type: text/html\r\n", html), html, false},
		{"xhtml", http("content-type:application/xhtml+xml;charset=x\r\n", html), html, false},
		{"newlines alone", "HTTP/1.0 200\nContent-Type: text/html\n\n" + html, html, false},
		{"no type", http("", html), html, false},
		{"no type and no page", http("", "text"), "", false},
		{"other type", http("Content-Type: image/png\r\n", "x"), "", false},
		{"not found", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n" + html, "", false},
		{"no HTTP", "bell.example. 300 IN A 10.0.0.1", "", false},
		{"no end of the header", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n", ErrHTTP.Error(), false},
		{"gzip", http("Content-Type: text/html\r\nContent-Encoding: GZip\r\n", zipped(html)), html, false},
		{"gzip undone before", http("Content-Type: text/html\r\nContent-Encoding: gzip\r\n", html), html, false},
		{"gzip broken off", http("Content-Type: text/html\r\nContent-Encoding: gzip\r\n", zipped(html)[:30]), html[:19], true},
		{"gzip damaged", http("Content-Type: text/html\r\nContent-Encoding: gzip\r\n", "\x1f\x8b\x08\x00junk"), ErrPacked.Error(), false},
		{"gzip and junk", http("Content-Type: text/html\r\nContent-Encoding: x-gzip\r\n", zipped(html)+"junk behind"), html, false},
		{"gzip expands too far", http("Content-Type: text/html\r\nContent-Encoding: gzip\r\n", zipped(strings.Repeat("x", maxPage+1))), ErrTooLarge.Error(), false},
		{"deflate", http("Content-Type: text/html\r\nContent-Encoding: deflate\r\n", deflated(false)), html, false},
		{"deflate without a header", http("Content-Type: text/html\r\nContent-Encoding: deflate\r\n", deflated(true)), html, false},
		{"brotli", http("Content-Type: text/html\r\nContent-Encoding: br\r\n", "\x0b\x02\x80"), (&CodingError{"br"}).Error(), false},
		{"brotli undone before", http("Content-Type: text/html\r\nContent-Encoding: br\r\n", html), html, false},
		{"brotli of a picture", http("Content-Type: image/svg+xml\r\nContent-Encoding: br\r\n", "x"), "", false},
		{"chunked", http("Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n", chunked), html, false},
		{"chunked, newlines alone", http("Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n", strings.ReplaceAll(chunked, "\r\n", "\n")), html, false},
		{"chunked undone before", http("Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n", html), html, false},
		{"chunked broken off", http("Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n", chunked[:20]), html[:7], true},
		{"chunked without an end", http("Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n", "4\r\n<!DO\r\n"), "<!DO", true},
		{"chunked gzip", http("Content-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", fmt.Sprintf("%x\r\n%s\r\n0\r\n\r\n", len(zipped(html)), zipped(html))), html, false},
		{"twice", http("Content-Type: text/html\r\nContent-Encoding: deflate, gzip\r\n", zipped(deflated(false))), html, false},
		{"empty", http("Content-Type: text/html\r\nContent-Encoding: gzip\r\n", ""), "", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			rec := &Record{Type: "response", Block: []byte(tt.block)}
			p, ok, err := rec.Page()
			got := string(p.Body)
			if err != nil {
				got = err.Error()
			}
			if got != tt.want || p.Cut != tt.cut || ok != (tt.want != "" || tt.name == "empty") {
				t.Errorf("got %q, cut %v, ok %v", got, p.Cut, ok)
			}
		})
	}
	for kind, want := range map[string]bool{"resource": true, "request": false, "metadata": false, "revisit": false, "conversion": false, "warcinfo": false} {
		if _, ok, _ := (&Record{Type: kind, ContentType: "text/html", Block: []byte(html)}).Page(); ok != want {
			t.Errorf("%s: a page is %v", kind, ok)
		}
	}
}

func TestTruncated(t *testing.T) {
	for _, field := range []string{"WARC-Truncated: length\r\n", "WARC-Segment-Number: 1\r\n"} {
		in := record("resource", "https://bell.example/a", "text/html", "<p>a</p>", field)
		if d := cmp.Diff([]string{"0 a <p>a</p> cut"}, read(t, strings.NewReader(in))); d != "" {
			t.Error(d)
		}
	}
}

func TestBegins(t *testing.T) {
	for in, want := range map[string]bool{
		response("a"): true, zipped(response("a")): true, zipped(strings.Repeat(response("a"), 9999))[:512]: true,
		"WARC": false, "": false, "\x1f\x8b": false, zipped("text"): false, "text": false,
	} {
		if Begins([]byte(in)) != want {
			t.Errorf("%.20q", in)
		}
	}
}

// An error of reading is no damage of a record.
func TestReadError(t *testing.T) {
	broken := errors.New("the disk is gone")
	for _, in := range []string{response("a") + "WARC/1.1\r\n", zipped(response("a")) + zipped(response("b"))[:40]} {
		got := read(t, io.MultiReader(strings.NewReader(in), iotest.ErrReader(broken)))
		if d := cmp.Diff([]string{"0 a <p>a</p>", broken.Error()}, got); d != "" {
			t.Error(d)
		}
	}
}

// Hostile archives cost no more than a moment.
func TestCost(t *testing.T) {
	for name, in := range map[string]string{
		"lengths too great": strings.Repeat("WARC/1.0\r\nWARC-Type: x\r\nContent-Length: 16000000\r\n\r\n\r\n\r\n", 1<<14),
		"headers":           strings.Repeat("WARC/1.0\r\n\r\n", 1<<16),
		"magic":             zipped("x") + strings.Repeat("\x1f\x8b\x08\x04\xff\xff", 1<<18),
		"members":           strings.Repeat(zipped(""), 1<<15),
		"other members":     zipped("x") + "x" + strings.Repeat(zipped("WARD")+"x", 1<<15),
		"damaged members":   strings.Repeat(zipped(response("a"))[:60], 1<<12),
		"bomb":              zipped(response("a") + strings.Repeat("\n", bombFloor+1<<20)),
		"chunks":            record("response", "x", "", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"+strings.Repeat("1\r\nx\r\n", 1<<18)),
		"codings":           record("response", "x", "", "HTTP/1.1 200 OK\r\nContent-Encoding: "+strings.Repeat("chunked,", 1<<12)+"\r\n\r\n"+strings.Repeat("1\r\n1\r\n", 1<<18)),
	} {
		start := time.Now()
		read(t, strings.NewReader(in))
		t.Log(name, time.Since(start))
		if d := time.Since(start); d > 30*time.Second {
			t.Errorf("%s takes %v", name, d)
		}
	}
}

func FuzzReader(f *testing.F) {
	a, b := response("a"), record("resource", "<x>", "text/html", "<html>", "WARC-Truncated: time\r\n")
	f.Add([]byte(a + b))
	f.Add([]byte(zipped(a) + zipped(b)))
	f.Add([]byte(zipped(a + b)))
	f.Add([]byte(zipped(a) + "\x1f\x8b\x08junk" + zipped(b)[:40]))
	f.Add([]byte("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99\r\n\r\nHTTP/1.1 200 x\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n<h\r\n\r\n\r\n" + a))
	f.Fuzz(func(t *testing.T, archive []byte) {
		got := read(t, bytes.NewReader(archive))
		if d := cmp.Diff(got, read(t, iotest.HalfReader(bytes.NewReader(archive)))); d != "" {
			t.Error(d)
		}
		if len(got) > len(archive)+1 {
			t.Errorf("%d records in %d bytes", len(got), len(archive))
		}
	})
}

func benchmark(b *testing.B, archive string, n int) {
	b.SetBytes(int64(len(archive)))
	for b.Loop() {
		pages := 0
		for r := NewReader(strings.NewReader(archive)); ; {
			rec, err := r.Next()
			if err == io.EOF {
				break
			}
			if err != nil {
				b.Fatal(err)
			}
			if _, ok, _ := rec.Page(); ok {
				pages++
			}
		}
		if pages != n {
			b.Fatal(pages)
		}
	}
	b.ReportMetric(float64(b.N*n)/b.Elapsed().Seconds(), "records/s")
}

// page is a response of some 100 KB that compresses as web pages do.
func page() string {
	var body strings.Builder
	for i := range 1000 {
		fmt.Fprintf(&body, "<div class=\"c%d\"><a href=\"/news/%x\">The dam above Veld burst on Monday night, item %d.</a></div>\n", i%7, i*2654435761, i)
	}
	return record("response", "https://bell.example/", "application/http", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"+body.String())
}

func BenchmarkPlain(b *testing.B) { benchmark(b, strings.Repeat(page(), 100), 100) }

func BenchmarkZipped(b *testing.B) {
	benchmark(b, strings.Repeat(zipped(page()), 100), 100)
	b.ReportMetric(float64(b.N*100*len(page()))/b.Elapsed().Seconds()/1e6, "unzipped-MB/s")
}

package warc

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// maxPage is how many bytes a page may have, decompressed.
const maxPage = 8 << 20

// Page is a web page as a server sent it, decompressed.
type Page struct {
	// ContentType is what the server said of it, with the charset if it gave
	// one; it may be empty.
	ContentType string
	// Body is valid until the next call of Reader.Next.
	Body []byte
	// Cut tells that there was more of the page than the record has.
	Cut bool
}

// Errors of a page, in words that go on after "the page".
var (
	ErrTooLarge = fmt.Errorf("is larger than the %d MB that one may have", maxPage>>20)
	ErrHTTP     = errors.New("has a damaged HTTP header")
	ErrPacked   = errors.New("can't be decompressed")
)

// CodingError is a page in a compression that is not read.
type CodingError struct {
	Coding string
}

func (e *CodingError) Error() string {
	return fmt.Sprintf("is compressed as %q, and only gzip and deflate can be read", e.Coding)
}

// Page returns the web page that rec holds: HTML that a server sent with the
// status 200 (a record of type "response", RFC 9112), or that was stored
// without such a header ("resource"). Ok is false for any other record, which
// is no error: an archive is full of them. The error is one of the above.
func (rec *Record) Page() (p Page, ok bool, err error) {
	switch rec.Type {
	case "resource":
		p = Page{rec.ContentType, rec.Block, rec.Truncated}
		if !isHTML(p.ContentType, p.Body) {
			return Page{}, false, nil
		}
		if rec.Long || len(p.Body) > maxPage {
			return Page{}, true, ErrTooLarge
		}
		return p, true, nil
	case "response":
		status, rest, _ := bytes.Cut(rec.Block, []byte("\n"))
		fields := bytes.Fields(status[:min(len(status), 64)])
		if len(fields) < 2 || !bytes.HasPrefix(fields[0], []byte("HTTP/")) || string(fields[1]) != "200" {
			return Page{}, false, nil
		}
		return rec.response(rest)
	}
	return Page{}, false, nil
}

// response takes the page out of an HTTP response, less its first line.
func (rec *Record) response(b []byte) (p Page, ok bool, err error) {
	h, body, ok := httpHeader(b)
	if !ok {
		return Page{}, true, ErrHTTP
	}
	if h.contentType != "" && !isHTML(h.contentType, nil) {
		return Page{}, false, nil
	}
	if rec.Long {
		return Page{}, true, ErrTooLarge
	}
	p = Page{h.contentType, body, rec.Truncated}
	// What was done last is undone first.
	slices.Reverse(h.codings)
	for _, coding := range h.codings {
		if err := p.undo(coding); err != nil {
			return Page{}, true, err
		}
	}
	switch {
	case !isHTML(p.ContentType, p.Body):
		return Page{}, false, nil
	case len(p.Body) > maxPage:
		return Page{}, true, ErrTooLarge
	}
	return p, true, nil
}

// header is what an HTTP header says of the body behind it.
type header struct {
	contentType string
	codings     []string // in the order in which they were applied
}

// httpHeader parts the lines of a header from the body. Ok is false when no
// empty line ends it.
func httpHeader(b []byte) (h header, body []byte, ok bool) {
	var content, transfer []string
	size := len(b)
	for {
		line, rest, found := bytes.Cut(b, []byte("\n"))
		if !found || size-len(rest) > maxHeader {
			return header{}, nil, false
		}
		b = rest
		if line = bytes.TrimRight(line, "\r"); len(line) == 0 {
			h.codings = slices.Concat(content, transfer)
			return h, b, true
		}
		name, value, _ := strings.Cut(string(line), ":")
		value = strings.TrimSpace(value)
		switch strings.ToLower(strings.TrimSpace(name)) {
		case "content-type":
			h.contentType = value
		case "content-encoding":
			content = append(content, strings.Split(strings.ToLower(value), ",")...)
		case "transfer-encoding":
			transfer = append(transfer, strings.Split(strings.ToLower(value), ",")...)
		}
	}
}

// isHTML reports whether a content type is that of HTML; where there is none,
// the body tells.
func isHTML(contentType string, body []byte) bool {
	kind, _, _ := strings.Cut(contentType, ";")
	switch strings.ToLower(strings.TrimSpace(kind)) {
	case "text/html", "application/xhtml+xml":
		return true
	case "":
		start := strings.ToLower(string(bytes.TrimSpace(body[:min(len(body), 512)])))
		return strings.HasPrefix(start, "<!doctype html") || strings.HasPrefix(start, "<html")
	}
	return false
}

// undo takes one coding off the body. Some writers of archives decode the body
// and leave the header as it was, so a body that is markup already stays.
func (p *Page) undo(coding string) error {
	coding = strings.TrimSpace(coding)
	if len(p.Body) == 0 || plain(p.Body) {
		return nil
	}
	var in io.Reader
	var err error
	switch coding {
	case "", "identity", "none":
		return nil
	case "chunked":
		p.unchunk()
		return nil
	case "gzip", "x-gzip":
		in, err = gzip.NewReader(bytes.NewReader(p.Body))
	case "deflate":
		// The standard means zlib, and many servers send it without its header.
		if b := p.Body; len(b) > 1 && b[0]&0x0f == 8 && (int(b[0])<<8+int(b[1]))%31 == 0 {
			in, err = zlib.NewReader(bytes.NewReader(b))
		} else {
			in = flate.NewReader(bytes.NewReader(b))
		}
	default:
		return &CodingError{coding}
	}
	if err != nil {
		return ErrPacked
	}
	b, err := io.ReadAll(io.LimitReader(in, maxPage+1))
	switch {
	case err == io.ErrUnexpectedEOF && len(b) > 0:
		p.Cut = true
	case err == gzip.ErrHeader: // something stands behind the end
	case err != nil:
		return ErrPacked
	}
	p.Body = b
	return nil
}

// plain reports whether b is markup that nothing has to be undone of.
func plain(b []byte) bool {
	b = bytes.TrimSpace(b[:min(len(b), 512)])
	return len(b) > 1 && b[0] == '<' && (b[1] == '!' || b[1] == '?' || 'a' <= b[1]|0x20 && b[1]|0x20 <= 'z')
}

// unchunk joins the chunks of the body (RFC 9112, 7.1). A body that does not
// begin with the length of a chunk has none.
func (p *Page) unchunk() {
	var whole []byte
	for rest := p.Body; ; {
		line, after, found := bytes.Cut(rest, []byte("\n"))
		line, _, _ = bytes.Cut(line, []byte(";")) // behind it stand extensions
		n, err := strconv.ParseUint(string(bytes.TrimSpace(line[:min(len(line), 32)])), 16, 32)
		switch {
		case !found || err != nil:
			if whole == nil {
				return
			}
			p.Body, p.Cut = whole, true
			return
		case n == 0:
			p.Body = whole
			return
		case int(n) > len(after):
			p.Body, p.Cut = slices.Concat(whole, after), true
			return
		}
		whole = append(whole, after[:n]...)
		rest = bytes.TrimPrefix(after[n:], []byte("\r"))
		rest = bytes.TrimPrefix(rest, []byte("\n"))
	}
}

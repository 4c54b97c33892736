package article

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"

	"synoptic/article/extract"
)

// html takes one web page of a file; at names its place for messages.
// ContentType is the header that came with it and url the address it came from;
// both may be empty. The table of --meta goes before what the page says of
// itself: a person filled it in, and pages err.
func (r *reader) html(path, at string, b []byte, contentType, url string) {
	if own(b, hypertext) {
		r.pass(at)
		return
	}
	page, err := extract.Article(b, extract.Options{ContentType: contentType, URL: url})
	text, _ := clean([]byte(page.Text))
	_, legible := garbled(text)
	switch {
	case errors.Is(err, extract.ErrTooLarge):
		r.leave(at, TooLarge, "%v", err)
		return
	case errors.Is(err, extract.ErrNoText):
		r.leave(at, NoText, "%v", err)
		return
	case err != nil:
		r.leave(at, Unreadable, "%v", err)
		return
	case len(text) > maxText:
		r.leave(at, TooLarge, "%v", tooLong())
		return
	case !legible:
		r.leave(at, Binary, "holds bytes that are no text")
		return
	}
	sum := sha256.Sum256(b)
	a := &Article{ID: urlID(page.URL), Text: text, Path: path, Digest: hex.EncodeToString(sum[:])}
	identify(a)
	if r.Meta != nil {
		r.Meta.fill(a)
	}
	if a.Published == "" && page.Published != "" {
		a.Published, a.From = page.Published, PublishedFrom(page.From)
	}
	a.URL = cmp.Or(a.URL, page.URL)
	a.Outlet = cmp.Or(a.Outlet, single(page.Outlet))
	a.Title = cmp.Or(a.Title, single(page.Title))
	a.Byline, a.Modified, a.Language = single(page.Byline), page.Modified, page.Language
	r.article(a, false)
}

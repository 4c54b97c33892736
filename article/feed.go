package article

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strings"

	"synoptic/article/extract"
	"synoptic/article/feed"
	"synoptic/article/moment"
)

// syndicated reads a feed of RSS or Atom, each of whose items is an article.
func (r *reader) syndicated(path string, in io.Reader) {
	b, err := io.ReadAll(io.LimitReader(in, feed.MaxBytes+1))
	if err != nil {
		r.leave(path, Unreadable, "can't be read: %v", cause(err))
		return
	}
	f, err := feed.XML(b)
	var other *feed.OtherError
	switch {
	case errors.As(err, &other) && strings.EqualFold(other.Root, "html"):
		r.html(path, path, b, "", "")
	case errors.As(err, &other):
		r.leave(path, Unsupported, "%v", err)
	case err == feed.ErrTooLarge:
		r.leave(path, TooLarge, "%v", err)
	case err != nil:
		r.leave(path, BadFeed, "%v", err)
	default:
		if f.Invalid > 0 {
			r.warn("%s: bytes that are not in the feed's encoding were replaced: %d", path, f.Invalid)
		}
		r.items(path, path, f)
	}
}

// aside takes a JSON object that is no article but a JSON Feed or an item of
// ninjs, and reports whether it was one.
func (r *reader) aside(path, at string, b []byte) bool {
	if f, ok := feed.JSON(b); ok {
		r.items(path, at, f)
		return true
	}
	i, ok := feed.Ninjs(b)
	if ok {
		r.item(path, at, i)
	}
	return ok
}

// items takes the items of a feed; at names its place for messages.
func (r *reader) items(path, at string, f *feed.Feed) {
	for n, i := range f.Items {
		r.item(path, fmt.Sprintf("%s#%d", at, n+1), i)
	}
	switch {
	case f.More:
		r.leave(at, TooLarge, "has more items than the first %d, which are read", len(f.Items))
	case f.Cut:
		r.leave(at, BadFeed, "breaks off before its end; the items that are whole are read")
	case len(f.Items) == 0:
		r.leave(at, Empty, "holds no item")
	}
}

// item makes an article of one item.
func (r *reader) item(path, at string, i feed.Item) {
	switch {
	case errors.Is(i.Err, feed.ErrWithdrawn):
		r.leave(at, Withdrawn, "%v", i.Err)
		return
	case errors.Is(i.Err, feed.ErrNoText):
		r.leave(at, NoText, "%v", i.Err)
		return
	case i.Err != nil:
		r.leave(at, BadFeed, "%v", i.Err)
		return
	}
	text := ""
	for _, body := range i.Bodies {
		if text = body.Text; body.Markup {
			text = extract.Fragment(text)
		}
		if text, _ = clean([]byte(text)); strings.TrimSpace(text) != "" {
			break
		}
	}
	_, legible := garbled(text)
	switch {
	case strings.TrimSpace(text) == "":
		r.leave(at, NoText, "the item has no text")
		return
	case len(text) > maxText:
		r.leave(at, TooLarge, "%v", tooLong())
		return
	case !legible:
		r.leave(at, Binary, "its text holds bytes that are no text")
		return
	}
	sum := sha256.Sum256(i.Raw)
	published, note := "", ""
	if i.Published != "" {
		published, note = when(i.Published)
	}
	modified, _ := moment.Parse(i.Modified)
	a := &Article{
		URL:       strings.TrimSpace(i.URL),
		Outlet:    plainly(i.Outlet),
		Title:     plainly(i.Title),
		Byline:    plainly(i.Byline),
		Published: published,
		Modified:  modified,
		Language:  strings.TrimSpace(i.Language),
		Text:      text,
		Path:      path,
		Digest:    hex.EncodeToString(sum[:]),
	}
	if a.URL == "" {
		a.ID = single(i.ID) // else the URL is the better name: it is the same in other files
	}
	if a.Published != "" {
		a.From = FromGiven
	}
	if note != "" {
		r.warn("%s: %s", at, note)
	}
	r.article(a, false)
}

// plainly makes one line of a title or a name that may hold markup.
func plainly(s string) string {
	if plain := single(extract.Fragment(s)); plain != "" {
		return plain
	}
	return single(s)
}

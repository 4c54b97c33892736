package article

import (
	"errors"
	"fmt"
	"io"

	"synoptic/article/warc"
)

// archive reads a web archive, each of whose pages may be an article. It is
// never held whole.
func (r *reader) archive(path string, in io.Reader) {
	records := warc.NewReader(in)
	found := false
	for {
		record, err := records.Next()
		var damage *warc.DamageError
		switch {
		case errors.As(err, &damage):
			found = true
			r.leave(fmt.Sprintf("%s@%d", path, damage.Offset), BadArchive, "%v", err)
			continue
		case err == io.EOF:
			if !found {
				r.leave(path, Empty, "holds no web page")
			}
			return
		case err != nil:
			r.leave(path, Unreadable, "can't be read: %v", cause(err))
			return
		}
		page, ok, err := record.Page()
		if !ok {
			continue
		}
		found = true
		at := fmt.Sprintf("%s@%d", path, record.Offset)
		var coding *warc.CodingError
		switch {
		case err == nil:
			if page.Cut {
				r.warn("%s: the archive has only the beginning of %s, so its text may break off", at, record.URL)
			}
			r.html(path, at, page.Body, page.ContentType, record.URL)
		case errors.As(err, &coding):
			r.leave(at, Unsupported, "the page %v", err)
		case err == warc.ErrTooLarge:
			r.leave(at, TooLarge, "the page %v", err)
		default:
			r.leave(at, BadArchive, "the page %v", err)
		}
	}
}

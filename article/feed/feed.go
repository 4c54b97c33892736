// Package feed reads what outlets hand out for other programs: RSS 0.9x, 1.0
// and 2.0, Atom, JSON Feed and ninjs. It turns bytes into items and knows
// nothing of articles.
package feed

import (
	"errors"
	"fmt"
)

// Limits that keep a damaged or hostile feed from taking the memory or the
// time.
const (
	// MaxBytes is how many bytes a feed of XML may have, as it comes and in
	// UTF-8.
	MaxBytes = 32 << 20
	maxItems = 10000   // items of one feed
	maxItem  = 4 << 20 // bytes of one item of XML
	maxHead  = 1 << 20 // bytes before the first item
)

// Feed is what a feed says of all its items, and the items in their order.
type Feed struct {
	Items []Item
	// Cut tells that the feed breaks off: there may have been more items.
	Cut bool
	// More tells that the feed has more items than are read.
	More bool
	// Invalid counts the bytes that were no text in the feed's encoding.
	Invalid int
}

// Item is one item as the feed gives it, completed by what the feed says of
// all. Fields are as they were written, but for white space around them; any
// may be empty.
type Item struct {
	ID        string // the feed's own, which need not be a URL
	URL       string
	Outlet    string // where the item is from: the title of its feed
	Title     string // may hold markup
	Byline    string
	Published string // RFC 3339 or a date when it could be read, else as written
	Modified  string // the same
	Language  string // BCP 47
	// Bodies are the forms of the report that the item carries, the best first;
	// the last may be no more than a summary.
	Bodies []Body
	Raw    []byte // the bytes of the item
	// Err says why the item can't be read; then only Raw is set.
	Err error
}

// Body is one form of a report. It is not empty.
type Body struct {
	Text   string
	Markup bool // Text is HTML
}

// Errors of a whole feed. Those of an item are for people only.
var (
	ErrXML      = errors.New("is not valid XML")
	ErrTooLarge = fmt.Errorf("is larger than the %d MB that a feed may have", MaxBytes>>20)
)

// OtherError says that a document is no feed but something else in XML.
type OtherError struct {
	Root string // the name of its outermost element
}

func (e *OtherError) Error() string {
	return fmt.Sprintf("is no feed: RSS and Atom begin with <rss>, <rdf:RDF> or <feed>, not with <%s>", e.Root)
}

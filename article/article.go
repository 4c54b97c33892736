// Package article holds what an outlet published, and the readers that take it
// from files as they are found. The text is immutable; whatever is not the
// report itself (bylines, captions, sign-ups) is marked as a region, never cut.
package article

import "synoptic/span"

// Article is one report as one outlet published it.
type Article struct {
	ID        string // unique within one run
	URL       string
	Outlet    string
	Title     string // headline, when it is given apart from the text
	Byline    string
	Published string        // RFC 3339, or a date; empty when unknown
	From      PublishedFrom // where Published was found
	Modified  string        // RFC 3339, or a date; empty when unknown
	Language  string        // BCP 47, such as "en"; empty when unknown
	// Text is valid UTF-8 without a byte order mark or carriage returns. A
	// newline ends a paragraph, except inside hard-wrapped text.
	Text string
	// Regions mark parts of Text, ordered by span.Compare. They may nest.
	Regions []Region
	Path    string // the file it was read from, for messages
	Digest  string // SHA-256 of the bytes it was made from, in hex
}

// PublishedFrom says where a publication time was found. Collection time is
// never taken for it.
type PublishedFrom string

// The places a publication time can come from, most trusted first.
const (
	FromGiven  PublishedFrom = "given"  // a field of the input
	FromMeta   PublishedFrom = "meta"   // the file given by --meta, or a page's data for machines
	FromMarkup PublishedFrom = "markup" // a time that a page shows and marks as one, or its address
	FromText   PublishedFrom = "text"   // a date line in the text
)

// Region is a marked part of an article's text.
type Region struct {
	span.Span
	Kind Kind
}

// Kind says what a region is.
type Kind string

// The kinds of region.
const (
	Headline     Kind = "headline"
	Byline       Kind = "byline"
	Dateline     Kind = "dateline" // "SEOUL — "
	Date         Kind = "date"     // "date 2023-09-13"
	Caption      Kind = "caption"
	Credit       Kind = "credit"       // "Photo: Jane Doe/Agency"
	Label        Kind = "label"        // "Why it matters:"
	QuotedCopy   Kind = "quoted_copy"  // third-party copy reproduced at length
	Contributors Kind = "contributors" // "Jane Doe contributed to this report."
	Correction   Kind = "correction"   // editor's notes too
	Promo        Kind = "promo"        // newsletter sign-ups, "read more"
	Boilerplate  Kind = "boilerplate"  // agency or copyright lines, navigation
)

// Reported reports whether text of this kind tells the news: the body itself
// (the empty kind), headlines, captions and copy taken over from elsewhere.
func (k Kind) Reported() bool {
	switch k {
	case "", Headline, Caption, QuotedCopy:
		return true
	}
	return false
}

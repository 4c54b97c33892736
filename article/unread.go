package article

import "fmt"

// Unread is an input, or a part of one, that was left out, and why.
type Unread struct {
	// Path is the file; with ":12" after it, the part that begins at that line;
	// with "#3", the third item of a feed; with "@4096", the record of an archive
	// that begins at that byte.
	Path   string
	Code   Code
	Reason string // one plain sentence without a full stop, for a person
}

// Error makes an Unread usable as an error.
func (u Unread) Error() string { return u.Path + ": " + u.Reason }

// Code says in one word why an input was left out.
type Code string

// The codes.
const (
	Missing     Code = "missing"     // there is no such file
	Unreadable  Code = "unreadable"  // the system or the compression failed
	Unsupported Code = "unsupported" // a format that is not read
	Empty       Code = "empty"       // nothing in it
	TooLarge    Code = "too_large"   // over one of the limits
	Binary      Code = "binary"      // bytes that are no text
	NotUTF8     Code = "not_utf8"    // text in another encoding
	BadJSON     Code = "bad_json"    // JSON that breaks off or is no object
	NoText      Code = "no_text"     // JSON, a page or an item of a feed without an article's text
	BadFeed     Code = "bad_feed"    // a feed, or an item of one, that breaks off or is no XML
	BadArchive  Code = "bad_archive" // a record of a web archive that is damaged
	OwnOutput   Code = "own_output"  // written by this program
	Withdrawn   Code = "withdrawn"   // held back or taken back by who published it
)

func unread(path string, code Code, format string, args ...any) *Unread {
	return &Unread{Path: path, Code: code, Reason: fmt.Sprintf(format, args...)}
}

package article

import (
	"fmt"

	"synoptic/article/moment"
)

// when reads a time of publication as moment.Parse does. The note is what a
// person should know of it.
func when(s string) (at, note string) {
	const write = "write 2026-03-03, or 2026-03-03T10:00:00+01:00 with the time and its zone"
	at, clock := moment.Parse(s)
	switch {
	case clock:
		return at, fmt.Sprintf("the publication time %q has no time zone that is known, so only its day counts; %s", s, write)
	case at == "" && moment.Ambiguous(s):
		return "", fmt.Sprintf("the publication time %q could be of two months, so it counts as unknown; %s", s, write)
	case at == "":
		return "", fmt.Sprintf("the publication time %q can't be read, so it counts as unknown; %s", s, write)
	}
	return at, ""
}

// Month returns the month that the article's address names, as 2006-01; empty when it names
// none.
func (a *Article) Month() string { return moment.Month(a.URL) }

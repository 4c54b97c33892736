package feed

import (
	"strings"
	"time"
)

// zones are the names that RFC 822 (5.1) gives to time zones, and those of
// Europe that mean one thing only.
var zones = map[string]string{
	"UT": "+0000", "UTC": "+0000", "GMT": "+0000", "Z": "+0000", "WET": "+0000", "WEST": "+0100",
	"CET": "+0100", "CEST": "+0200", "EET": "+0200", "EEST": "+0300",
	"EST": "-0500", "EDT": "-0400", "CST": "-0600", "CDT": "-0500",
	"MST": "-0700", "MDT": "-0600", "PST": "-0800", "PDT": "-0700",
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

// moment returns a time in the forms of RSS (RFC 822 and what is commonly
// written for it) and Atom (RFC 3339, the W3C's note on ISO 8601) as RFC 3339,
// or as a date where the time zone is unknown, since that could be a day off.
// What is in no such form is returned as it is.
func moment(s string) string {
	s = strings.TrimSpace(s)
	if t, err := time.Parse("2006-01-02T15:04Z07:00", s); err == nil {
		return t.Format(time.RFC3339)
	}
	fields := strings.Fields(s)
	if n := len(fields); n > 0 {
		if offset, ok := zones[strings.ToUpper(fields[n-1])]; ok {
			fields[n-1] = offset
		} else if strings.Trim(strings.ToUpper(fields[n-1]), letters) == "" {
			fields = fields[:n-1] // a zone of some other name
		}
	}
	// The day of the week says nothing new: "Mon, 3 May 2021" or "Mon,3 May 2021".
	rest := strings.Join(fields, " ")
	if day, after, ok := strings.Cut(rest, ","); ok && strings.Trim(strings.ToUpper(day), letters) == "" {
		rest = strings.TrimSpace(after)
	}
	for _, day := range []string{"2 Jan 2006", "2 January 2006", "2 Jan 06"} {
		for _, clock := range []string{" 15:04:05", " 15:04"} {
			for _, zone := range []string{" -0700", " -07:00"} {
				if t, err := time.Parse(day+clock+zone, rest); err == nil {
					return t.Format(time.RFC3339)
				}
			}
			if t, err := time.Parse(day+clock, rest); err == nil {
				return t.Format(time.DateOnly)
			}
		}
		if t, err := time.Parse(day, rest); err == nil {
			return t.Format(time.DateOnly)
		}
	}
	return s
}

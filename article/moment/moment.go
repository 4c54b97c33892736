// Package moment reads points in time as outlets, their programs and people
// write them.
package moment

import (
	"regexp"
	"strings"
	"time"
)

// Parse returns the time that s gives and nothing else, as RFC 3339 when it says
// the offset from UTC, else as a date: without it a time of day could be a day
// off. Clock reports that a time of day was left out so. At is empty for what is
// no time, and for days in figures that could be read in two ways (Ambiguous).
func Parse(s string) (at string, clock bool) {
	s = strings.Join(strings.Fields(s), " ")
	if len(s) > longest {
		return "", false
	}
	if t, ok := first(s, zonedISO); ok {
		return t.Format(time.RFC3339), false
	}
	s = plain(s)
	if t, ok := first(s, zoned); ok {
		return t.Format(time.RFC3339), false
	}
	if t, ok := first(s, days); ok {
		return t.Format(time.DateOnly), false
	}
	if t, ok := first(foreign.ReplaceAllString(s, "$1"), local); ok {
		return t.Format(time.DateOnly), true
	}
	return "", false
}

// Ambiguous reports whether s begins with a day in figures of which the month can
// stand first or second: "03/04/2026".
func Ambiguous(s string) bool { return slashed.MatchString(strings.TrimSpace(s)) }

var slashed = regexp.MustCompile(`^\d{1,2}/\d{1,2}/\d{2}(?:\d\d)?\b`)

// Bytes of the longest line that is read.
const longest = 64

var (
	weekday = regexp.MustCompile(`(?i)^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? ?`)
	ordinal = regexp.MustCompile(`(?i)(\d)(?:st|nd|rd|th)\b`)
	// Months may be shortened, with a full stop behind. Go knows September by
	// three letters only.
	shortened = regexp.MustCompile(`([A-Za-z])\.`)
	september = regexp.MustCompile(`(?i)\bsept\b`)
	remark    = regexp.MustCompile(` \([^)]*\)$`)                        // "… +0100 (CET)"
	greenwich = regexp.MustCompile(`\b(?:GMT|UTC)([+-]\d)`)              // "GMT+0100"
	named     = regexp.MustCompile(`(\d|\d ?[AaPp][Mm]) ?([A-Z]{1,5})$`) // "10:00 EST"
	month     = regexp.MustCompile(`\b[A-Za-z]{3,}\b.*:`)
	foreign   = regexp.MustCompile(`(:\d\d(?: ?[AaPp][Mm])?) ?[A-Z]{2,5}$`)
)

// zones are the names that RFC 822 (5.1) gives to time zones, and those of
// Europe that mean one thing only. Others stand for several, and so do those of
// America where the month is in figures: China's time is CST too.
var zones = map[string]string{
	"UT": "+0000", "UTC": "+0000", "GMT": "+0000", "Z": "+0000", "WET": "+0000", "WEST": "+0100",
	"CET": "+0100", "CEST": "+0200", "EET": "+0200", "EEST": "+0300",
	"EST": "-0500", "EDT": "-0400", "CST": "-0600", "CDT": "-0500",
	"MST": "-0700", "MDT": "-0600", "PST": "-0800", "PDT": "-0700",
}

// plain takes from s what says nothing new, and puts the offset for the name of
// a zone after a time of day.
func plain(s string) string {
	s = strings.ReplaceAll(strings.TrimSpace(weekday.ReplaceAllString(s, "")), ",", " ")
	s = strings.Join(strings.Fields(remark.ReplaceAllString(s, "")), " ")
	s = ordinal.ReplaceAllString(s, "$1")
	s = september.ReplaceAllString(shortened.ReplaceAllString(s, "$1"), "Sep")
	s = greenwich.ReplaceAllString(s, "$1")
	if m := named.FindStringSubmatch(s); m != nil && strings.Contains(s, ":") {
		if offset, ok := zones[m[2]]; ok && (offset == "+0000" || month.MatchString(s)) {
			s = strings.TrimSuffix(s[:len(s)-len(m[2])], " ") + " " + offset
		}
	}
	return s
}

// The forms of a time that says its offset, of one that does not, and of a date
// alone. Those of ISO 8601 are looked at first, as they are.
var (
	zonedISO = []string{
		time.RFC3339, "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05Z0700", "2006-01-02T15:04Z0700",
		"2006-01-02 15:04:05Z07:00", "2006-01-02 15:04Z07:00", "2006-01-02 15:04:05Z0700", "20060102T150405Z0700",
	}
	days = append([]string{
		time.DateOnly, "2006-1-2", "2006/1/2", "2006.1.2", "20060102", "2.1.2006", "2-Jan-2006", "2 Jan 06",
	}, written...)
	written = []string{"2 Jan 2006", "2 January 2006", "Jan 2 2006", "January 2 2006"}
	clocks  = []string{" 15:04:05", " 15:04", " 3:04 PM", " 3:04PM", " 3:04 pm", " 3:04pm"}
	local   = append(forms(""), "2006-01-02T15:04:05", "2006-01-02T15:04", "20060102T150405",
		"Jan 2 15:04:05 2006", "Jan 2 15:04:05 MST 2006")
	zoned = append(append(forms(" -0700"), forms(" -07:00")...), "Jan 2 15:04:05 -0700 2006")
)

// forms are those of a day and a time of day, with zone behind.
func forms(zone string) []string {
	var all []string
	for _, day := range append([]string{time.DateOnly, "2006/1/2", "2.1.2006", "2 Jan 06"}, written...) {
		for _, clock := range clocks {
			all = append(all, day+clock+zone)
		}
	}
	return all
}

// first reads s in the first of these forms that it has.
func first(s string, forms []string) (time.Time, bool) {
	for _, form := range forms {
		if t, err := time.Parse(form, s); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}

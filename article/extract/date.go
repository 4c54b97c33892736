package extract

import (
	"regexp"
	"strings"
	"time"
)

// zoned are the forms of a time that says its offset, local those of one that
// does not, and days those of a date alone.
var (
	zoned = []string{
		time.RFC3339, "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05Z0700", "2006-01-02T15:04Z0700",
		"2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05 -07:00",
		"2006-01-02 15:04 -0700", "20060102T150405Z0700",
		time.RFC1123Z, "Mon, 2 Jan 2006 15:04:05 -0700", "Mon Jan 2 15:04:05 -0700 2006", "Mon Jan 02 2006 15:04:05 GMT-0700",
	}
	local = []string{
		"2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02 15:04", "20060102T150405",
		"2006/01/02 15:04:05", "2006/01/02 15:04",
		"Mon, 2 Jan 2006 15:04:05", "Mon Jan 2 15:04:05 2006", "Mon Jan 2 15:04:05 MST 2006",
	}
	days = []string{
		time.DateOnly, "2006-1-2", "2006/1/2", "2006.1.2", "20060102",
		"2.1.2006", "2 January 2006", "January 2 2006", "2 Jan 2006", "Jan 2 2006", "Jan. 2 2006",
	}
)

// An offset may be given by the name of Greenwich's time; any other name of a
// zone stands for several.
var greenwich = regexp.MustCompile(`\s?(?:GMT|UTC|UT)$`)

// moment returns the time that s gives and nothing else, as RFC 3339 when it
// says the offset, else as a date: without its zone, a time of day could be a day
// off. It is empty for anything else, and for years that no page is from.
func moment(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if len(s) > 40 {
		return ""
	}
	// "UTC" after a time of day is an offset.
	if at := greenwich.FindStringIndex(s); at != nil && strings.Contains(s, ":") {
		s = s[:at[0]] + " +0000"
	}
	for _, form := range zoned {
		if t, err := time.Parse(form, s); err == nil && credible(t) {
			return t.Format(time.RFC3339)
		}
	}
	for _, form := range local {
		if t, err := time.Parse(form, s); err == nil && credible(t) {
			return t.Format(time.DateOnly)
		}
	}
	bare := strings.ReplaceAll(s, ",", "")
	for _, form := range days {
		if t, err := time.Parse(form, bare); err == nil && credible(t) {
			return t.Format(time.DateOnly)
		}
	}
	return ""
}

// credible leaves out the zeros that programs write for no time.
func credible(t time.Time) bool {
	return 1800 < t.Year() && t.Year() < 2200 && t.Unix() != 0
}

// written finds a date within a line of text: the year first, or the month by
// its English name.
var written = regexp.MustCompile(`(?i)\b(?:\d{4}-\d{2}-\d{2}(?:T|\b)|\d{1,2}\.\d{1,2}\.\d{4}\b|\d{1,2}(?:st|nd|rd|th)? (?:` + months + `)\.?,? \d{4}\b|(?:` + months + `)\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}\b)`)

const months = `Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?`

var ordinal = regexp.MustCompile(`(?i)(\d)(?:st|nd|rd|th)\b`)

// Months may be shortened, with a full stop behind. Go knows September by three
// letters only.
var (
	shortened = regexp.MustCompile(`([A-Za-z])\.`)
	sept      = regexp.MustCompile(`(?i)\bsept\b`)
)

// dated returns the first date that s writes out; empty when there is none.
func dated(s string) string {
	if whole := moment(s); whole != "" {
		return whole
	}
	found := ordinal.ReplaceAllString(written.FindString(s), "$1")
	found = sept.ReplaceAllString(shortened.ReplaceAllString(found, "$1"), "Sep")
	return moment(strings.TrimSuffix(found, "T"))
}

// pathDate is a day in an address: "/2019/11/18/".
var pathDate = regexp.MustCompile(`/((?:19|20)\d\d)/(\d\d?)/(\d\d?)(?:/|$)`)

// addressed returns the day that a page's address names.
func addressed(url string) string {
	m := pathDate.FindStringSubmatch(url)
	if m == nil {
		return ""
	}
	return moment(m[1] + "-" + m[2] + "-" + m[3])
}

// after reports whether a, a time or date, is later than b.
func after(a, b string) bool {
	if len(a) == len(time.DateOnly) || len(b) == len(time.DateOnly) {
		return a[:len(time.DateOnly)] > b[:len(time.DateOnly)]
	}
	at, errA := time.Parse(time.RFC3339, a)
	bt, errB := time.Parse(time.RFC3339, b)
	return errA == nil && errB == nil && at.After(bt)
}

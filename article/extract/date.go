package extract

import (
	"regexp"
	"strings"
	"time"

	"synoptic/article/moment"
)

// parse returns the time that s gives and nothing else, as moment.Parse does. It
// is empty for anything else, and for years that no page is from.
func parse(s string) string {
	at, _ := moment.Parse(s)
	for _, form := range []string{time.RFC3339, time.DateOnly} {
		if t, err := time.Parse(form, at); err == nil && credible(t) {
			return at
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

// dated returns the first date that s writes out; empty when there is none.
func dated(s string) string {
	if whole := parse(s); whole != "" {
		return whole
	}
	return parse(strings.TrimSuffix(written.FindString(s), "T"))
}

// addressed returns the day that a page's address names.
func addressed(url string) string { return parse(moment.Addressed(url)) }

// after reports whether a, a time or date, is later than b.
func after(a, b string) bool {
	if len(a) == len(time.DateOnly) || len(b) == len(time.DateOnly) {
		return a[:len(time.DateOnly)] > b[:len(time.DateOnly)]
	}
	at, errA := time.Parse(time.RFC3339, a)
	bt, errB := time.Parse(time.RFC3339, b)
	return errA == nil && errB == nil && at.After(bt)
}

package anchor

import (
	"strings"
	"time"
)

// Bounds are the first and the last day or minute that an expression of time
// can mean, as ISO 8601; empty when they are not known.
type Bounds struct {
	Earliest, Latest string
	Precision        string // minute, part (of a day), day, week, month, year or range; empty when not known

	// from and to are the same, to the minute. They are also set for reports
	// that nobody can date: there they hold only within the story.
	from, to string
	frame    frame
}

// frame says what such a time is reckoned in. Times of different frames can't
// be compared.
type frame uint8

const (
	calendar frame = iota // dates that are known
	yearless              // months and days of a year that is not known
	weekly                // days and weeks around the report
	distant               // months and years around the report
)

// Relation is how two bounds stand to each other.
type Relation uint8

// The relations.
const (
	Unknown  Relation = iota // one of them is not known
	Same                     // nothing tells them apart
	Within                   // the first lies in the second
	Contains                 // the second lies in the first
	Overlaps
	Near     // apart by a day or less: Saturday in Seoul is Friday in New York
	Disjoint // apart
)

// Compare relates a to b. Bounds that only a difference of time zones need
// keep apart are Near.
func Compare(a, b Bounds) Relation {
	a, b = a.filled(), b.filled()
	if a.from == "" || b.from == "" || a.frame != b.frame {
		return Unknown
	}
	switch {
	case a.from == b.from && a.to == b.to:
		return Same
	case b.from <= a.from && a.to <= b.to:
		return Within
	case a.from <= b.from && b.to <= a.to:
		return Contains
	case a.from <= b.to && b.from <= a.to:
		return Overlaps
	}
	if a.from > b.from {
		a, b = b, a
	}
	// The days that hold the ends.
	x, err := time.Parse(dayForm, a.to[:len(dayForm)])
	y, err2 := time.Parse(dayForm, b.from[:len(dayForm)])
	if err == nil && err2 == nil && y.Sub(x) <= 24*time.Hour && a.short() && b.short() {
		return Near
	}
	return Disjoint
}

// filled returns b with the minutes that its days begin and end with.
func (b Bounds) filled() Bounds {
	if b.from == "" && b.Earliest != "" && b.Latest != "" {
		b.from, b.to = minute(b.Earliest, "T00:00"), minute(b.Latest, "T23:59")
	}
	return b
}

// short reports whether b is no longer than a day or two.
func (b Bounds) short() bool {
	x, err := time.Parse(dayForm, b.from[:len(dayForm)])
	y, err2 := time.Parse(dayForm, b.to[:len(dayForm)])
	return err == nil && err2 == nil && y.Sub(x) <= 24*time.Hour
}

const dayForm = "2006-01-02"

func minute(s, fill string) string {
	if len(s) == len(dayForm) {
		return s + fill
	}
	return s
}

// precision tells how finely a TIMEX3 value names a time.
func precision(value, mod string) string {
	_, clock, timed := strings.Cut(value, "T")
	switch {
	case strings.HasPrefix(value, "P"):
		return "range"
	case timed && len(clock) > 2 && clock[2] == ':':
		return "minute"
	case timed:
		return "part"
	case len(value) == len(dayForm) && value[4] == '-' && value[5] != 'W':
		if mod != "" {
			return "part"
		}
		return "day"
	case mod != "":
		return "range"
	case strings.HasSuffix(value, "-WE"):
		return "range"
	case len(value) > 6 && value[5] == 'W' && value[6] <= '9':
		if strings.Count(value, "-") == 2 {
			return "day"
		}
		return "week"
	case len(value) == 7 && value[5] != 'Q' && value[5] != 'H' && value[4] == '-' && value[5] <= '9':
		return "month"
	case len(value) == 4:
		return "year"
	}
	return "range"
}

package timex

import (
	"strconv"
	"time"
)

// bounds are the first and last day, or minute, that a value can mean.
type bounds struct {
	earliest, latest string
}

const dayForm = "2006-01-02"

func date(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }

func iso(t time.Time) string { return t.Format(dayForm) }

func days(from, to time.Time) bounds { return bounds{iso(from), iso(to)} }

func pad(n, width int) string {
	s := strconv.Itoa(n)
	for len(s) < width {
		s = "0" + s
	}
	return s
}

func daysIn(y, m int) int { return date(y, m+1, 0).Day() }

func dayValue(t time.Time) (string, bounds) { return iso(t), days(t, t) }

func monthValue(y, m int) (string, bounds) {
	return pad(y, 4) + "-" + pad(m, 2), days(date(y, m, 1), date(y, m, daysIn(y, m)))
}

func yearValue(y int) (string, bounds) {
	if y < 1 {
		return "BC" + pad(1-y, 4), bounds{}
	}
	return pad(y, 4), days(date(y, 1, 1), date(y, 12, 31))
}

func weekValue(t time.Time) (string, bounds) {
	y, w := t.ISOWeek()
	from := monday(t)
	return pad(y, 4) + "-W" + pad(w, 2), days(from, from.AddDate(0, 0, 6))
}

func weekendValue(t time.Time) (string, bounds) {
	value, _ := weekValue(t)
	from := monday(t)
	return value + "-WE", days(from.AddDate(0, 0, 5), from.AddDate(0, 0, 6))
}

func quarterValue(y, q int) (string, bounds) {
	return pad(y, 4) + "-Q" + strconv.Itoa(q), days(date(y, 3*q-2, 1), date(y, 3*q, daysIn(y, 3*q)))
}

func halfValue(y int, code string) (string, bounds) {
	if code == "H1" {
		return pad(y, 4) + "-H1", days(date(y, 1, 1), date(y, 6, 30))
	}
	return pad(y, 4) + "-H2", days(date(y, 7, 1), date(y, 12, 31))
}

// seasonMonths gives the first month of each season; winter is that of the
// year it begins in.
var seasonMonths = map[string]int{"SP": 3, "SU": 6, "FA": 9, "WI": 12}

func seasonValue(y int, code string) (string, bounds) {
	m := seasonMonths[code]
	return pad(y, 4) + "-" + code, days(date(y, m, 1), date(y, m+3, 0))
}

// decadeValue names a decade by its first year without the last digit.
func decadeValue(first int) (string, bounds) {
	return pad(first/10, 3), days(date(first, 1, 1), date(first+9, 12, 31))
}

// centuryValue names a century by its first two digits, as ISO 8601 does: the
// 20th is that of the years 1900 to 1999.
func centuryValue(n int) (string, bounds) {
	first := (n - 1) * 100
	return pad(n-1, 2), days(date(first, 1, 1), date(first+99, 12, 31))
}

func monday(t time.Time) time.Time {
	return t.AddDate(0, 0, -((int(t.Weekday()) + 6) % 7))
}

// weekday counts from Monday, 1, to Sunday, 7.
func weekday(t time.Time) int { return (int(t.Weekday())+6)%7 + 1 }

// parseDay reads the date at the beginning of an RFC 3339 time or a date.
func parseDay(s string) (time.Time, bool) {
	if len(s) < len(dayForm) {
		return time.Time{}, false
	}
	t, err := time.Parse(dayForm, s[:len(dayForm)])
	return t, err == nil
}

// narrow cuts b to the part of it that a mod names: early and late are its
// halves, mid is its middle half. The cut is generous: writers are.
func narrow(b bounds, mod string) bounds {
	from, ok := parseDay(b.earliest)
	to, ok2 := parseDay(b.latest)
	if !ok || !ok2 || len(b.earliest) > len(dayForm) {
		return b
	}
	n := int(to.Sub(from)/(24*time.Hour)) + 1
	if n == 1 {
		switch mod {
		case "START":
			return bounds{b.earliest + "T00:00", b.latest + "T11:59"}
		case "END":
			return bounds{b.earliest + "T12:00", b.latest + "T23:59"}
		}
		return b
	}
	switch mod {
	case "START":
		to = from.AddDate(0, 0, (n+1)/2-1)
	case "END":
		from = to.AddDate(0, 0, -((n+1)/2 - 1))
	case "MID":
		from, to = from.AddDate(0, 0, n/4), to.AddDate(0, 0, -(n/4))
	}
	return days(from, to)
}

package timex

import (
	"strconv"
	"time"

	"synoptic/lang"
)

// holiday reads a feast, whose words end before end. shift is that of "last"
// and "next".
func (r *reader) holiday(i, end int, w lang.TimeWord, shift int) (expr, bool) {
	e := expr{kind: "DATE", end: end, daily: true}
	y, to := r.year(end)
	switch {
	case to > end:
		e.end = to
	case r.dated:
		_, m, d := feast(w.Code, r.day.Year())
		switch at := date(r.day.Year(), m, d); {
		case shift < 0:
			y = r.day.Year()
			if !at.Before(r.day) {
				y--
			}
		case shift > 0:
			y = r.day.Year()
			if !at.After(r.day) {
				y++
			}
		default:
			y = r.yearNear(i, m, d)
		}
	case len(w.Code) == len("12-25") && w.Code[0] != 'E':
		e.value = "XXXX-" + w.Code
	case w.Code[0] == 'E':
		e.value = "XXXX-XX-XX"
	default:
		e.value = "XXXX-" + w.Code[:2] + "-XX"
	}
	known := to > end || r.dated
	day := date(feast(w.Code, y))
	if known {
		e.value, e.bounds = dayValue(day)
	}
	if x, ok := r.role(e.end, lang.Weekend); ok && !x.Plural {
		// "Labor Day weekend"
		if n, last := r.year(e.end + 1); to == end && last > e.end+1 && r.word(e.end+1) != "," {
			day, known = date(feast(w.Code, n)), true
			e.value, e.bounds = dayValue(day)
			e.end = last - 1 // and the year
		}
		at := day
		if weekday(day) < 3 {
			at = day.AddDate(0, 0, -7)
		}
		value, b := weekendValue(at)
		e = expr{kind: "DATE", value: value, bounds: bounds{min(b.earliest, e.earliest), max(b.latest, e.latest)}, end: e.end + 1}
		if !known {
			e.value, e.bounds = "XXXX-WXX-WE", bounds{}
		}
	} else if u, ok := r.role(e.end, lang.TimeUnit); ok && u.Code == "W" && !u.Plural {
		e = expr{kind: "DATE", value: "XXXX-WXX", end: e.end + 1}
		if known {
			e.value, e.bounds = weekValue(day)
		}
	}
	return e, true
}

// feast returns the day of a feast in year y. Its code is a month and a day,
// "12-25", or a month, a number and a day of the week: "11-4-4" is the fourth
// Thursday of November, and a fifth one is the last. A further number is of
// days after that: "11-1-1-1". "E+1" is the day after Easter.
func feast(code string, y int) (year, m, d int) {
	if code[0] == 'E' {
		after, _ := strconv.Atoi(code[1:])
		t := easter(y).AddDate(0, 0, after)
		return t.Year(), int(t.Month()), t.Day()
	}
	m, _ = strconv.Atoi(code[:2])
	if len(code) == len("12-25") {
		d, _ = strconv.Atoi(code[3:])
		return y, m, d
	}
	n, w := int(code[3]-'0'), int(code[5]-'0')
	d = 1 + (w-weekday(date(y, m, 1))+7)%7 + 7*(n-1)
	if d > daysIn(y, m) {
		d -= 7
	}
	if len(code) > len("11-1-1") {
		d += int(code[7] - '0')
	}
	return y, m, d
}

// easter returns the Sunday of Easter of the western churches in the Gregorian
// year y, by the method of the Nature correspondent of 1876 (Meeus,
// Astronomical Algorithms, chapter 8).
func easter(y int) time.Time {
	a, b, c := y%19, y/100, y%100
	h := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
	l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
	n := h + l - 7*((a+11*h+22*l)/451) + 114
	return date(y, n/31, n%31+1)
}

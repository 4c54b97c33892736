package dossier

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// layouts are the forms of ISO 8601 in a dossier, with how much they say.
var layouts = []struct {
	iso, shown string
	unit       unit
}{
	{"2006-01-02", "2 Jan 2006", days},
	{"2006-01-02T15:04", "2 Jan 2006, 15:04", minutes},
	{time.RFC3339, "2 Jan 2006, 15:04 -07:00", minutes},
	{"2006-01-02T15:04:05", "2 Jan 2006, 15:04", minutes},
	{"2006-01-02T15:04Z07:00", "2 Jan 2006, 15:04 -07:00", minutes},
	{"2006-01-02 15:04", "2 Jan 2006, 15:04", minutes},
	{"2006-01", "Jan 2006", months},
	{"2006", "2006", years},
}

type unit uint8

const (
	years unit = iota + 1
	months
	days
	minutes
)

// parseDate reads an ISO 8601 date with as much as it gives.
func parseDate(s string) (at time.Time, shown string, u unit) {
	for _, l := range layouts {
		if at, err := time.Parse(l.iso, s); err == nil {
			shown := at.Format(l.shown)
			if at.Location() == time.UTC {
				shown = strings.TrimSuffix(shown, " +00:00")
				if strings.HasSuffix(l.iso, "Z07:00") {
					shown += " UTC"
				}
			}
			return at, shown, l.unit
		}
	}
	return time.Time{}, "", 0
}

// date writes an ISO 8601 date as "12 Mar 2031, 09:40"; what is none, as it is.
func date(s string) string {
	if _, shown, u := parseDate(s); u != 0 {
		return shown
	}
	return oneLine(s)
}

// dates writes the time from earliest to latest, both inclusive, saying what
// they share once: "12–13 Mar 2031".
func dates(earliest, latest string) string {
	switch {
	case earliest == latest || latest == "":
		return date(earliest)
	case earliest == "":
		return "until " + date(latest)
	}
	a, _, ua := parseDate(earliest)
	b, _, ub := parseDate(latest)
	if ua != ub || ua == 0 {
		return date(earliest) + " – " + date(latest)
	}
	sameDay := a.YearDay() == b.YearDay() && a.Year() == b.Year()
	switch {
	case ua == minutes && sameDay && a.Format("15:04") == "00:00" && b.Format("15:04") == "23:59":
		return a.Format("2 Jan 2006")
	case ua == minutes && sameDay:
		return a.Format("2 Jan 2006, 15:04") + "–" + b.Format("15:04")
	case ua == days && a.Year() == b.Year() && a.Month() == b.Month():
		return a.Format("2") + "–" + b.Format("2 Jan 2006")
	case ua == days && a.Year() == b.Year():
		return a.Format("2 Jan") + " – " + b.Format("2 Jan 2006")
	case ua == years:
		return a.Format("2006") + "–" + b.Format("2006")
	}
	return date(earliest) + " – " + date(latest)
}

// parts names the parts of a day that have a name.
var parts = map[[2]string]string{
	{"00:00", "11:59"}: "morning",
	{"12:00", "17:59"}: "afternoon",
	{"17:00", "23:59"}: "evening",
	{"18:00", "23:59"}: "evening",
}

// clock returns the time of day of an ISO 8601 time without seconds or zone.
func clock(s string) string {
	_, clock, _ := strings.Cut(s, "T")
	return clock
}

// when writes the time of e no finer than its precision.
func (e *Event) when() string {
	at, _, u := parseDate(e.Earliest)
	switch {
	case u == 0:
	case e.Precision == "year":
		return at.Format("2006")
	case e.Precision == "month" && u >= months:
		return at.Format("Jan 2006")
	case e.Precision == "day" && u >= days:
		return at.Format("2 Jan 2006")
	case e.Precision == "part" && u == minutes:
		if part := parts[[2]string{clock(e.Earliest), clock(e.Latest)}]; part != "" {
			return at.Format("2 Jan 2006, ") + part
		}
	case e.Precision == "minute" && u == minutes:
		return date(e.Earliest)
	}
	return dates(e.Earliest, e.Latest)
}

// published returns the days over which the articles were published.
func published(list []Article) string {
	var first, last time.Time
	for i := range list {
		at, _, u := parseDate(list[i].Published)
		if u < days {
			continue
		}
		if first.IsZero() || at.Before(first) {
			first = at
		}
		if last.IsZero() || at.After(last) {
			last = at
		}
	}
	if first.IsZero() {
		return ""
	}
	return dates(first.Format("2006-01-02"), last.Format("2006-01-02"))
}

// interval writes a number's bounds: "14", "≥ 14", "4–5".
func interval(low, high *float64) string {
	switch {
	case low == nil && high == nil:
		return ""
	case high == nil:
		return "≥ " + number(*low)
	case low == nil, *low == 0 && *high > 0: // as many as so many
		return "≤ " + number(*high)
	case *low == *high:
		return number(*low)
	}
	return number(*low) + "–" + number(*high)
}

// number writes x with commas between the thousands from 10,000.
func number(x float64) string {
	s := strconv.FormatFloat(x, 'f', -1, 64)
	whole, frac, dotted := strings.Cut(s, ".")
	sign := ""
	if rest, ok := strings.CutPrefix(whole, "-"); ok {
		sign, whole = "-", rest
	}
	if len(whole) > 4 && whole[0] >= '0' && whole[0] <= '9' {
		for i := len(whole) - 3; i > 0; i -= 3 {
			whole = whole[:i] + "," + whole[i:]
		}
	}
	if dotted {
		frac = "." + frac
	}
	return sign + whole + frac
}

// value writes a figure as an interval with its unit.
func (f *Figure) value() string { return measure(f.Low, f.High, oneLine(f.Unit)) }

// measure writes an interval with its unit.
func measure(low, high *float64, unit string) string {
	s := interval(low, high)
	if unit == "percentage" {
		return s + "%"
	}
	counted, per := unit, ""
	if i := strings.Index(unit, " per "); i >= 0 {
		counted, per = unit[:i], unit[i:] // "kilometres per hour"
	}
	last := counted[strings.LastIndexByte(counted, ' ')+1:]
	if s != "1" && slices.Contains(units, last) {
		counted += "s"
	}
	return strings.TrimSpace(s + " " + counted + per)
}

// units are the last words of what is counted in units, and take an s.
var units = strings.Fields(`second minute hour day week month year decade
	kilometre metre centimetre millimetre mile yard acre hectare litre gallon barrel
	kilogram gram milligram ton tonne kiloton megaton watt kilowatt megawatt gigawatt knot point degree`)

package timex

import (
	"math"
	"time"

	"synoptic/analyze/numeral"
	"synoptic/lang"
)

// unitAt gives the calendar unit that lies n units from the one of the anchor.
func (r *reader) unitAt(code string, n int) (expr, bool) {
	e := expr{kind: "DATE"}
	if !r.dated {
		switch code {
		case "D":
			e.value, e.daily = "XXXX-XX-XX", true
		case "W", "F":
			e.value = "XXXX-WXX"
		case "M":
			e.value = "XXXX-XX"
		case "Q":
			e.value = "XXXX-QX"
		case "Y":
			e.value = "XXXX"
		case "E":
			e.value = "XXX"
		case "C":
			e.value = "XX"
		case "N":
			e.value, e.kind, e.daily, e.aside = "XXXX-XX-XXTNI", "TIME", true, true
		default:
			return e, false
		}
		return e, true
	}
	return r.unitFrom(r.day, code, n)
}

// unitFrom is unitAt from another day.
func (r *reader) unitFrom(day time.Time, code string, n int) (expr, bool) {
	e := expr{kind: "DATE"}
	if n > 3000 || n < -3000 {
		return e, false
	}
	y := day.Year()
	switch code {
	case "D":
		e.value, e.bounds = dayValue(day.AddDate(0, 0, n))
		e.daily = true
	case "N":
		e.value, e.bounds = dayValue(day.AddDate(0, 0, n))
		e = r.withPart(e, lang.TimeWord{Code: "NI", Value: 18, Last: 23})
		e.daily, e.aside = true, true
	case "W":
		e.value, e.bounds = weekValue(day.AddDate(0, 0, 7*n))
	case "F":
		e.value, e.bounds = weekValue(day.AddDate(0, 0, 14*n))
	case "M":
		first := date(y, int(day.Month())+n, 1)
		e.value, e.bounds = monthValue(first.Year(), int(first.Month()))
	case "Q":
		first := date(y, int(day.Month())+3*n, 1)
		e.value, e.bounds = quarterValue(first.Year(), (int(first.Month())+2)/3)
	case "Y":
		e.value, e.bounds = yearValue(y + n)
	case "E":
		e.value, e.bounds = decadeValue(y - y%10 + 10*n)
	case "C":
		e.value, e.bounds = centuryValue((y-1)/100 + 1 + n)
	default:
		return e, false
	}
	return e, true
}

// unitEnd reads "year-end", "at month end": the last day of the one at hand, or
// of the one before in a clause of the past.
func (r *reader) unitEnd(i int) (expr, bool) {
	u, ok := r.role(i, lang.TimeUnit)
	k := r.hyphen(i + 1)
	if !ok || u.Plural || u.Code != "Y" && u.Code != "M" && u.Code != "Q" || !r.in(k, r.l.Close) || i > 0 && r.atoms[i].Glued && r.atoms[i-1].Kind != numeral.Mark {
		return expr{}, false
	}
	if k == i+1 && !r.in(i-1, r.l.OnDay) && !r.in(i-1, r.l.At) || r.hyphen(k+1) > k+1 {
		return expr{}, false
	}
	e, ok := r.open("D")
	e.end = k + 1
	if !r.dated {
		return e, ok
	}
	unit, ok := r.unitAt(u.Code, 0)
	if unit.latest > iso(r.day) && r.tense(i) == past {
		unit, ok = r.unitAt(u.Code, -1)
	}
	if day, found := parseDay(unit.latest); found {
		e.value, e.bounds = dayValue(day)
	}
	return e, ok
}

// open gives a unit that nothing anchors.
func (r *reader) open(code string) (expr, bool) {
	dated := r.dated
	r.dated = false
	e, ok := r.unitAt(code, 0)
	r.dated = dated
	return e, ok
}

// back bounds a span of n units that ends, or begins, at the anchor.
func (r *reader) back(n float64, code string, way int) bounds {
	if !r.dated || n > 3000 {
		return bounds{}
	}
	other, ok := step(r.day, n*float64(way), code)
	if !ok {
		return bounds{}
	}
	if way < 0 {
		return days(other, r.day)
	}
	return days(r.day, other)
}

// outward rounds away from zero.
func outward(n float64) int {
	if n < 0 {
		return int(math.Floor(n))
	}
	return int(math.Ceil(n))
}

// step moves day by n units, to the whole day.
func step(day time.Time, n float64, code string) (time.Time, bool) {
	whole := int(n)
	switch code {
	case "D", "N":
		return day.AddDate(0, 0, whole), true
	case "W":
		return day.AddDate(0, 0, int(7*n)), true
	case "F":
		return day.AddDate(0, 0, int(14*n)), true
	case "M":
		return day.AddDate(0, whole, int((n-float64(whole))*30)), true
	case "Q":
		return day.AddDate(0, 3*whole, 0), true
	case "Y":
		return day.AddDate(whole, int((n-float64(whole))*12), 0), true
	case "E":
		return day.AddDate(10*whole, 0, 0), true
	case "TH":
		return day.AddDate(0, 0, outward(n/24)), true
	case "TM":
		return day.AddDate(0, 0, outward(n/(24*60))), true
	case "TS":
		return day.AddDate(0, 0, outward(n/(24*60*60))), true
	}
	return day, false
}

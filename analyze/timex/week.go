package timex

import (
	"time"

	"synoptic/analyze/numeral"
	"synoptic/lang"
)

// shiftedWeek reads "of next week", "last week" after a day of the week: the
// number of weeks from the one of the anchor. end is i when there is none.
func (r *reader) shiftedWeek(i int) (n, end int) {
	k := i
	if r.in(k, r.l.On) {
		k++
	}
	if r.in(k, r.l.The) {
		k++
	}
	w, to := r.phrase(k, lang.Shift)
	if to == k || w.Code != "" && k == i {
		return 0, i
	}
	if u, ok := r.role(to, lang.TimeUnit); !ok || u.Code != "W" || u.Plural {
		return 0, i
	}
	return w.Value, to + 1
}

// dayOfWeek gives day w of the week that lies n weeks from the one of the anchor.
func (r *reader) dayOfWeek(w, n int) time.Time { return monday(r.day).AddDate(0, 0, 7*n+w-1) }

// numbered reads the day of the month after a day of the week that ends before
// atom i: "Friday the 13th", "Monday 21"; end is i when there is none.
func (r *reader) numbered(i int) (d, end int) {
	k := i
	if r.in(k, r.l.The) {
		k++
	}
	d, end = r.dayNumber(k)
	if end == k || k == i && end == k+1 && !r.closes(end) {
		return 0, i
	}
	if _, ok := r.role(end, lang.Month); ok {
		return 0, i
	}
	return d, end
}

// closes reports whether a phrase can end before atom i: a mark, a preposition
// or a verb follows, or nothing.
func (r *reader) closes(i int) bool {
	if i >= len(r.atoms) {
		return true
	}
	a := &r.atoms[i]
	if a.Kind == numeral.Mark {
		return !a.Glued || a.Word == "," || a.Word == "." || a.Word == ";" || a.Word == ")" || a.Word == "!" || a.Word == "?"
	}
	if a.Kind != numeral.Word {
		return false
	}
	switch t := r.tag(i); t {
	case "IN", "TO", "CC", "WDT", "WP", "WRB", "PRP", "RB", "DT", "MD", "EX", "VBD", "VBZ", "VBP":
		return true
	}
	return false
}

// sameDay finds the day numbered d that is weekday w, nearest to the anchor:
// the last one, or the next in a clause of the future.
func (r *reader) sameDay(w, d int, lies tense) (time.Time, bool) {
	y, m := r.day.Year(), int(r.day.Month())
	for n := 0; n <= 14; n++ { // every weekday falls on a 13th within that
		for _, back := range []int{-n, n} {
			first := date(y, m+back, 1)
			t := first.AddDate(0, 0, d-1)
			if t.Month() != first.Month() || weekday(t) != w || lies == past && t.After(r.day) || lies == future && t.Before(r.day) {
				continue
			}
			return t, true
		}
	}
	return time.Time{}, false
}

// partOf gives part n of the month or year e: the second week of it, the last
// day (n is -1), the first Monday ("1"). Weeks belong to where most of their
// days lie.
func (r *reader) partOf(code string, n int, e expr) (expr, bool) {
	month := len(e.value) == len("2006-01") && e.value[4] == '-' && (e.value[5] <= '9' || e.value[5:] == "XX")
	if e.kind != "DATE" || e.mod != "" || e.joined || !month && len(e.value) != len("2006") || n > 31 || n == 0 {
		return expr{}, false
	}
	from, ok := parseDay(e.earliest)
	to, ok2 := parseDay(e.latest)
	known := ok && ok2
	got := expr{kind: "DATE", end: e.end}
	switch {
	case code == "D":
		at := from.AddDate(0, 0, n-1)
		if n < 0 {
			at = to
		}
		got.value, got.bounds = dayValue(at)
		got.daily = true
	case code == "M" && !month && known && n <= 12:
		at := int(to.Month())
		if n > 0 {
			at = n
		}
		got.value, got.bounds = monthValue(from.Year(), at)
	case n > 5:
		return expr{}, false
	case code == "W":
		at := from.AddDate(0, 0, 3+7*(n-1))
		if n < 0 {
			at = to.AddDate(0, 0, -3)
		}
		got.value, got.bounds = weekValue(at)
	case code == "WE":
		at := from.AddDate(0, 0, (13-weekday(from))%7+7*(n-1))
		if n < 0 {
			at = to.AddDate(0, 0, -(weekday(to)+1)%7)
		}
		got.value, got.bounds = weekendValue(at)
	case len(code) == 1 && '1' <= code[0] && code[0] <= '7':
		w := int(code[0] - '0')
		at := from.AddDate(0, 0, (w-weekday(from)+7)%7+7*(n-1))
		if n < 0 {
			at = to.AddDate(0, 0, -((weekday(to) - w + 7) % 7))
		}
		got.value, got.bounds = dayValue(at)
		got.daily = true
	default:
		return expr{}, false
	}
	if !known {
		got.bounds = bounds{}
		got.value = map[string]string{"W": "XXXX-WXX", "WE": "XXXX-WXX-WE"}[code]
		if got.value == "" {
			got.value = "XXXX-XX-XX"
		}
	}
	return got, true
}

// within reads "of July", "of this month" after the unit of a part, whose words
// end before atom i.
func (r *reader) within(code string, n, i int) (expr, bool) {
	if r.nested || !r.in(i, r.l.Of) || r.word(i) == "," || i+1 >= len(r.atoms) {
		return expr{}, false
	}
	r.nested = true
	defer func() { r.nested = false }()
	e, ok := r.date(i + 1)
	if !ok || e.more != nil {
		return expr{}, false
	}
	return r.partOf(code, n, e)
}

// twice reads "the week after next", "the month before last", whose unit is at
// atom i.
func (r *reader) twice(i int, code string) (expr, bool) {
	w, k := r.phrase(i+1, lang.Ago)
	next, ok := r.role(k, lang.Shift)
	if k == i+1 || w.Code != "event" || !ok || next.Code != "" || next.Value != w.Value || !r.closes(k+1) {
		return expr{}, false
	}
	e, ok := r.unitAt(code, 2*w.Value)
	e.end = k + 1
	return e, ok
}

// weekNumber reads "the week 31", "the week 3 of 2027", whose unit is at atom i.
func (r *reader) weekNumber(i int, code string) (expr, bool) {
	n, ok := r.number(i+1, 2)
	if code != "W" || !ok || n < 1 || n > 53 || r.atoms[i+1].Glued || !r.closes(i+2) || r.capital(i) {
		return expr{}, false
	}
	y, end := r.year(i + 2)
	known := end > i+2
	if !known {
		y, known = r.day.Year(), r.dated
		if r.in(i+2, r.l.Of) {
			if shift, to := r.yearShift(i + 3); to > i+3 {
				y, end = y+shift, to
			}
		}
		end = max(end, i+2)
	}
	e := expr{kind: "DATE", value: "XXXX-W" + pad(n, 2), end: end}
	if known {
		// The fourth of January is always in the first week.
		e.value, e.bounds = weekValue(date(y, 1, 4).AddDate(0, 0, 7*(n-1)))
	}
	return e, true
}

// weekendOf reads "weekend of May 3", "the weekend of Thanksgiving", whose weekend
// is at atom i: the one that the day is part of, or next to.
func (r *reader) weekendOf(i int) (expr, bool) {
	if r.word(i+1) != "of" || i+2 >= len(r.atoms) || r.nested {
		return expr{}, false
	}
	r.nested = true
	e, ok := r.date(i + 2)
	r.nested = false
	if !ok || !e.daily || e.more != nil || e.kind != "DATE" {
		return expr{}, false
	}
	got := expr{kind: "DATE", value: "XXXX-WXX-WE", end: e.end}
	if day, ok := parseDay(e.earliest); ok {
		if weekday(day) < 3 {
			day = day.AddDate(0, 0, -7)
		}
		got.value, got.bounds = weekendValue(day)
		got.bounds = bounds{min(got.earliest, e.earliest), max(got.latest, e.latest)}
	}
	return got, true
}

// ofMonth reads "this month", "of next month" after a day of the month: the
// number of months from the one of the anchor. end is i when there is none.
func (r *reader) ofMonth(i int) (n, end int) {
	k := i
	if r.word(k) == "of" {
		k++
	}
	w, to := r.phrase(k, lang.Shift)
	if u, ok := r.role(to, lang.TimeUnit); to == k || !ok || u.Code != "M" || u.Plural || w.Code != "" {
		return 0, i
	}
	return w.Value, to + 1
}

// dayOfMonth reads "the 18th", the nearest one by the tense of its clause.
func (r *reader) dayOfMonth(i int) (expr, bool) {
	if !r.in(i, r.l.The) || i+1 >= len(r.atoms) {
		return expr{}, false
	}
	d, end := r.dayNumber(i + 1)
	led := r.word(end) == "of" || r.atoms[i+1].Kind == numeral.Digits && (r.in(i-1, r.l.OnDay) || r.in(i-1, r.l.At))
	if n, to := r.ofMonth(end); led && end > i+1 && to > end && (end > i+2 || r.atoms[i+1].Kind == numeral.Word) && r.owner(to) == to {
		// "the 21st of this month"
		e := expr{kind: "DATE", value: "XXXX-XX-" + pad(d, 2), end: to, daily: true}
		if first := date(r.day.Year(), int(r.day.Month())+n, 1); r.dated {
			if d > daysIn(first.Year(), int(first.Month())) {
				return expr{}, false
			}
			e.value, e.bounds = dayValue(first.AddDate(0, 0, d-1))
		}
		return e, true
	}
	if !r.in(i-1, r.l.OnDay) && !(r.nested && r.in(i-1, r.l.WeekOf)) {
		return expr{}, false
	}
	if end != i+3 || r.atoms[i+1].Kind != numeral.Digits || !r.closes(end) || r.word(end) == "of" {
		return expr{}, false
	}
	e := expr{kind: "DATE", value: "XXXX-XX-" + pad(d, 2), end: end, daily: true}
	if !r.dated {
		return e, true
	}
	lies := r.tense(i)
	for n := 0; n < 3; n++ {
		step := n
		if lies == past {
			step = -n
		}
		t := date(r.day.Year(), int(r.day.Month())+step, d)
		if t.Day() == d && !(lies == past && t.After(r.day)) && !(lies != past && t.Before(r.day)) {
			e.value, e.bounds = dayValue(t)
			break
		}
	}
	return e, true
}

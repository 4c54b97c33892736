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

// sameDay finds the day numbered d that is weekday w, nearest to the anchor and
// within half a year, that before it first; the other way round for the future.
func (r *reader) sameDay(w, d int, lies tense) (time.Time, bool) {
	y, m := r.day.Year(), int(r.day.Month())
	for n := 0; n <= 6; n++ {
		near := date(y, m-n, 1)
		far := date(y, m+n, 1)
		if lies != past {
			near, far = far, near
		}
		for _, first := range []time.Time{near, far} {
			if t := first.AddDate(0, 0, d-1); t.Month() == first.Month() && weekday(t) == w {
				return t, true
			}
		}
	}
	return time.Time{}, false
}

// partOf gives part n of the span e: the second week of a month, the last day
// (n is -1) of a year, its first Monday ("1"). Weeks belong to where most of their days lie.
func (r *reader) partOf(code string, n int, e expr) (expr, bool) {
	from, ok := parseDay(e.earliest)
	to, ok2 := parseDay(e.latest)
	if e.kind != "DATE" || e.mod != "" || len(e.earliest) != len(dayForm) || !ok || !ok2 || to.Sub(from) < 27*24*time.Hour {
		return expr{}, false
	}
	got := expr{kind: "DATE", end: e.end}
	at := from
	switch code {
	case "D":
		if at = from.AddDate(0, 0, n-1); n < 0 {
			at = to
		}
		got.value, got.bounds = dayValue(at)
		got.daily = true
	case "W":
		if at = from.AddDate(0, 0, 3+7*(n-1)); n < 0 {
			at = to.AddDate(0, 0, -3)
		}
		got.value, got.bounds = weekValue(at)
	case "WE":
		at = from.AddDate(0, 0, (13-weekday(from))%7+7*(n-1))
		if n < 0 {
			at = to.AddDate(0, 0, -(weekday(to)+1)%7)
		}
		got.value, got.bounds = weekendValue(at)
	case "M":
		if len(e.value) != 4 {
			return expr{}, false
		}
		if at = date(from.Year(), n, 1); n < 0 {
			at = date(from.Year(), 12, 1)
		}
		got.value, got.bounds = monthValue(at.Year(), int(at.Month()))
	default:
		w := int(code[0] - '0')
		if len(code) != 1 || w < 1 || w > 7 {
			return expr{}, false
		}
		if at = from.AddDate(0, 0, (w-weekday(from)+7)%7+7*(n-1)); n < 0 {
			at = to.AddDate(0, 0, -((weekday(to) - w + 7) % 7))
		}
		got.value, got.bounds = dayValue(at)
		got.daily = true
	}
	return got, !at.Before(from) && !at.After(to)
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

// dayOfMonth reads "the 18th", the nearest one by the tense of its clause.
func (r *reader) dayOfMonth(i int) (expr, bool) {
	if !r.in(i-1, r.l.OnDay) || !r.in(i, r.l.The) {
		return expr{}, false
	}
	d, end := r.dayNumber(i + 1)
	if end != i+3 || r.atoms[i+1].Kind != numeral.Digits || !r.closes(end) || r.word(end) == "of" {
		return expr{}, false
	}
	e := expr{kind: "DATE", value: "XXXX-XX-" + pad(d, 2), end: end, daily: true}
	if !r.dated {
		return e, true
	}
	t := date(r.day.Year(), int(r.day.Month()), d)
	switch lies := r.tense(i); {
	case lies != past && t.Before(r.day):
		t = date(r.day.Year(), int(r.day.Month())+1, d)
	case lies == past && t.After(r.day):
		t = date(r.day.Year(), int(r.day.Month())-1, d)
	}
	if t.Day() != d {
		return expr{}, false
	}
	e.value, e.bounds = dayValue(t)
	return e, true
}

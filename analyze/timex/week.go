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

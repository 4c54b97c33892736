package timex

import (
	"strconv"

	"synoptic/lang"
)

// relative reads "last week", "this month", "next Friday", "the past two
// years", "recent months", "that day".
func (r *reader) relative(i int) (expr, bool) {
	k := i
	the := r.in(k, r.l.The)
	if the {
		k++
	}
	if k >= len(r.atoms) {
		return expr{}, false
	}
	if e, ok := r.yearBack(k, the); ok {
		return e, true
	}
	if w, end := r.phrase(k, lang.Span); end > k && !r.predicate(k) { // but not "must last two hours"
		if e, ok := r.reach(end, w, the); ok {
			return e, true
		}
		if d, ok := r.role(end, lang.Weekday); ok && !d.Plural && w.Code == "" && !r.singularShift(k) && (the || !r.in(k, r.l.Bare)) {
			return r.weekday(end, d, w.Value, i), true // "the coming Thursday"
		}
	}
	if _, end := r.phrase(i, lang.Same); end > i {
		return r.same(end)
	}
	w, end := r.phrase(k, lang.Shift)
	if end == k || end == len(r.atoms) {
		return expr{}, false
	}
	if the && w.Value < 0 && r.in(end, r.l.Period) && r.ofQuarter > 0 {
		return r.theQuarter(end + 1), true // "the latest period"
	}
	if _, to := r.phrase(end, lang.YearKind); to > end {
		// "the current fiscal year"
		if _, ok := r.role(to, lang.TimeUnit); ok {
			to++
		}
		if u, ok := r.role(to-1, lang.TimeUnit); ok && u.Code == "Y" && !u.Plural {
			e, ok := r.unitAt("Y", w.Value)
			e.end = to
			return e, ok
		}
	}
	if u, ok := r.role(end+1, lang.TimeUnit); ok && !u.Plural && r.in(end, r.l.Further) {
		end++ // "this working week"
	}
	if u, ok := r.role(end, lang.TimeUnit); ok && !u.Plural {
		if w.Value < 0 {
			if e, ok := r.within(u.Code, -1, end+1); ok {
				return e, true // "the last week of July"
			}
		}
		return r.shifted(end, w, u, the)
	}
	if d, ok := r.role(end, lang.Weekday); ok {
		if !the && r.in(k, r.l.Bare) {
			return expr{}, false // "following Monday's storm"
		}
		if w.Value < 0 && !d.Plural {
			if e, ok := r.within(strconv.Itoa(d.Value), -1, end+1); ok {
				return e, true // "the last Monday of May"
			}
		}
		if w.Code == "text" && r.known && r.dated {
			day := r.day
			r.day = r.ref
			e := r.weekday(end, d, w.Value, i) // "the previous Friday"
			r.day = day
			return e, true
		}
		return r.weekday(end, d, w.Value, i), true
	}
	if m, ok := r.role(end, lang.Month); ok && r.capital(end) {
		return r.shiftedMonth(end, m.Value, w.Value)
	}
	if p, ok := r.role(end, lang.DayPart); ok && !p.Plural && (!the || w.Value > 0) {
		e, _ := r.unitAt("D", w.Value)
		if the {
			if e, _ = r.open("D"); r.known {
				e, _ = r.unitFrom(r.ref, "D", w.Value)
			}
		}
		e = r.withPart(e, p)
		e.end = end + 1
		e.daily = true
		return e, true
	}
	if s, ok := r.role(end, lang.Season); ok && r.word(end+1) != "-" {
		return r.shiftedSeason(end, s.Code, w.Value)
	}
	if f, to := r.phrase(end, lang.Holiday); to > end && (r.capital(end) || f.Value > 0) {
		return r.holiday(end, to, f, w.Value)
	}
	if x, ok := r.role(end, lang.Weekend); ok && !x.Plural {
		e := expr{kind: "DATE", value: "XXXX-WXX-WE", end: end + 1}
		switch {
		case w.Code == "text" && r.known:
			n := 7 * w.Value
			if n > 0 && weekday(r.ref) < 6 {
				n -= 7 // the weekend of the same week follows
			}
			e.value, e.bounds = weekendValue(r.ref.AddDate(0, 0, n))
		case w.Code == "text":
		case r.dated:
			n := 7 * w.Value
			if n == 0 && weekday(r.day) <= 2 && r.tense(i) == past {
				n = -7 // told on a Monday or Tuesday of what was
			}
			e.value, e.bounds = weekendValue(r.day.AddDate(0, 0, n))
		}
		return e, true
	}
	return expr{}, false
}

// shifted reads the unit after "last", "this", "next", "the following".
func (r *reader) shifted(i int, w, u lang.TimeWord, the bool) (expr, bool) {
	switch u.Code {
	case "TH":
		if w.Value == 0 || w.Code != "" {
			return expr{}, false
		}
		return expr{kind: "DURATION", value: length("1", "TH"), bounds: r.back(1, "TH", w.Value), end: i + 1}, true
	case "F":
		if w.Value == 0 || w.Code != "" {
			return expr{}, false
		}
		return expr{kind: "DURATION", value: length("1", "F"), bounds: r.back(1, "F", w.Value), end: i + 1}, true
	case "TS", "TM", "L":
		return expr{}, false
	case "D":
		if w.Value == 0 && w.Code == "" && !the {
			return expr{}, false // "this day"
		}
	}
	if u.Code == "N" && w.Value == 0 {
		return expr{}, false
	}
	if u.Code == "Q" && the && w.Value < 0 {
		return r.theQuarter(i + 1), true
	}
	if u.Code == "Y" {
		// "next year's first quarter"
		if k := r.owner(i + 1); k > i+1 {
			if n, end := r.quarterName(k); end > k {
				return r.quarterFrom(w.Value, n, end), true
			}
		}
	}
	if w.Code == "text" || the && u.Code == "D" {
		from, known := r.ref, r.known
		switch {
		case u.Code == "M" && !r.monthly.IsZero():
			from, known = r.monthly, true
		case u.Code == "Y" && r.spoken > 0:
			from, known = date(r.spoken, 1, 1), true
		}
		if !known {
			e, ok := r.open(u.Code)
			e.end = i + 1
			return e, ok
		}
		e, ok := r.unitFrom(from, u.Code, w.Value)
		e.end = i + 1
		return e, ok
	}
	e, ok := r.unitAt(u.Code, w.Value)
	e.end = i + 1
	if u.Code == "W" && ok {
		// "next week on Tuesday"
		k := i + 1
		if r.in(k, r.l.On) {
			k++
		}
		if d, ok := r.role(k, lang.Weekday); ok && !d.Plural && (r.named(k) || r.capital(k)) && r.owner(k+1) == k+1 && !the {
			e = expr{kind: "DATE", value: "XXXX-WXX-" + strconv.Itoa(d.Value), end: k + 1, daily: true}
			if r.dated {
				e.value, e.bounds = dayValue(r.dayOfWeek(d.Value, w.Value))
			}
			if p, ok := r.role(k+1, lang.DayPart); ok && !p.Plural {
				e = r.withPart(e, p)
				e.end = k + 2
			}
		}
	}
	return e, ok
}

// owner returns the atom after a possessive ending at i, or i.
func (r *reader) owner(i int) int {
	k := i
	for k < len(r.atoms) && r.atoms[k].Glued && r.in(k, r.l.Own) {
		k++
	}
	return k
}

func (r *reader) shiftedMonth(i, m, shift int) (expr, bool) {
	e := expr{kind: "DATE", end: i + 1}
	if d, end := r.dayNumber(i + 1); end > i+1 && shift <= 0 && d <= daysIn(2000, m) {
		return r.monthDay(i, m, d, end), true
	}
	if y, end := r.year(i + 1); end > i+1 && r.word(i+1) != "," {
		e.value, e.bounds = monthValue(y, m)
		e.end = end
		return e, true
	}
	if !r.dated {
		e.value = "XXXX-" + pad(m, 2)
		return e, true
	}
	y, now := r.day.Year(), int(r.day.Month())
	switch {
	case shift < 0 && m >= now:
		y--
	case shift > 0 && m <= now:
		y++
	}
	e.value, e.bounds = monthValue(y, m)
	return e, true
}

func (r *reader) shiftedSeason(i int, code string, shift int) (expr, bool) {
	e := expr{kind: "DATE", value: "XXXX-" + code, end: i + 1}
	if !r.dated {
		return e, true
	}
	y, now := r.day.Year(), int(r.day.Month())
	first := seasonMonths[code]
	switch {
	case shift < 0 && now < first+3:
		y--
	case shift > 0 && now >= first:
		y++
	case shift == 0 && code == "WI" && now <= 3:
		y--
	}
	e.value, e.bounds = seasonValue(y, code)
	return e, true
}

// same reads the unit after "that" and "the same": that of the day spoken of.
func (r *reader) same(i int) (expr, bool) {
	if w, ok := r.role(i, lang.Weekend); ok && !w.Plural {
		e := expr{kind: "DATE", value: "XXXX-WXX-WE", end: i + 1}
		if r.known {
			e.value, e.bounds = weekendValue(r.ref)
		}
		return e, true
	}
	u, ok := r.role(i, lang.TimeUnit)
	if !ok || u.Plural {
		return expr{}, false
	}
	switch u.Code {
	case "D", "W", "M", "Y", "N":
	default:
		return expr{}, false
	}
	e, ok := r.open(u.Code)
	if u.Code == "Y" && r.spoken > 0 {
		e.value, e.bounds = yearValue(r.spoken)
	} else if r.known {
		e, ok = r.unitFrom(r.ref, u.Code, 0)
	}
	e.end = i + 1
	return e, ok
}

// reach reads what follows "past", "recent", "coming": "two years", "months",
// "decade". It reaches back from the anchor, or ahead.
func (r *reader) reach(i int, w lang.TimeWord, the bool) (expr, bool) {
	if i >= len(r.atoms) {
		return expr{}, false
	}
	if u, ok := r.role(i, lang.TimeUnit); ok {
		e := expr{kind: "DURATION", end: i + 1}
		switch {
		case u.Code == "TS" || u.Code == "L":
			return e, false
		case u.Plural:
			if !the && w.Code == "" && w.Value < 0 {
				return e, false // "last days of"
			}
			e.value = length("X", u.Code)
			return e, true
		case r.singular(i - 1):
			e.value = length("1", u.Code)
			e.bounds = r.back(1, u.Code, w.Value)
			return e, true
		}
		return e, false
	}
	n, end := r.n.Read(r.atoms, i)
	if end == i || n.Ordinal {
		return expr{}, false
	}
	if _, ok := r.role(end-1, lang.TimeUnit); ok && n.Fraction && end > i+1 {
		n.Low = r.q.Numbers[r.atoms[i].Word].Value // "the past two quarters" is no half
		n.High, end = n.Low, end-1
	}
	end = r.hyphen(end)
	if r.in(end, r.l.Of) && r.word(end) == "of" {
		end++
	}
	if r.in(end, r.l.Further) {
		end++
	}
	u, ok := r.role(end, lang.TimeUnit)
	if !ok {
		if _, ok := r.role(end, lang.Weekend); !ok {
			return expr{}, false
		}
		u = lang.TimeWord{Code: "W"}
	}
	e := expr{kind: "DURATION", value: length(count(n), u.Code), end: end + 1}
	if _, to := r.phrase(e.end, lang.Rough); to > e.end {
		e.end, e.mod = to, mods[lang.About]
	}
	e.bounds = r.back(n.High, u.Code, w.Value)
	return e, true
}

// singular reports whether the word at i makes a span of a single unit: "the
// past year", where "the last year" is a calendar year.
func (r *reader) singular(i int) bool {
	_, shift := r.role(i, lang.Shift)
	return !shift
}

// singularShift reports whether the word at i can step from unit to unit too.
func (r *reader) singularShift(i int) bool { return !r.singular(i) }

// predicate reports whether the word at i is a verb that says something:
// "last" of "must last two hours", but not "coming" of "the coming weeks".
func (r *reader) predicate(i int) bool {
	switch r.tag(i) {
	case "VB", "VBD", "VBZ", "VBP":
		return true
	}
	return false
}

// dayRef reads "yesterday", "today", "tonight", with a part of the day.
func (r *reader) dayRef(end int, w lang.TimeWord) expr {
	e, _ := r.unitAt("D", w.Value)
	e.end, e.daily = end, true
	if w.Code == "NI" {
		return r.withPart(e, lang.TimeWord{Code: "NI", Value: 0, Last: 23})
	}
	if w.Code != "" {
		return r.withPart(e, lang.TimeWord{Code: w.Code, Value: 17, Last: 23})
	}
	if p, ok := r.role(end, lang.DayPart); ok && !p.Plural {
		e = r.withPart(e, p)
		e.end = end + 1
	}
	return e
}

// part reads a part of a day before its day: "the evening of May 3".
func (r *reader) part(i int) (expr, bool) {
	k := i
	if r.in(k, r.l.The) {
		k++
	}
	p, end := r.phrase(k, lang.DayPart)
	if end == k || p.Plural || end+1 >= len(r.atoms) || r.nested {
		return expr{}, false
	}
	if d, to := r.phrase(end, lang.DayRef); to > end && k == i && d.Code == "" {
		return r.withPart(r.dayRef(to, d), p), true // "mid-afternoon yesterday"
	}
	if !r.in(end, r.l.On) {
		return expr{}, false
	}
	r.nested = true
	e, ok := r.date(end + 1)
	r.nested = false
	if !ok || !e.daily || e.more != nil {
		return expr{}, false
	}
	return r.withPart(e, p), true
}

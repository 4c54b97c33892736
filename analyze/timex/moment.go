package timex

import (
	"strconv"
	"strings"

	"synoptic/analyze/numeral"
	"synoptic/lang"
)

// moment reads a date or a clock time, with what narrows it: "early Tuesday
// local time", "the end of May", "9 a.m. on Friday".
func (r *reader) moment(i int) (expr, bool) {
	if e, ok := r.clock(i); ok {
		return e, true
	}
	if e, ok := r.modified(i); ok {
		return e, true
	}
	e, ok := r.date(i)
	if !ok {
		return e, false
	}
	return r.attach(e), true
}

// modified reads "early", "the end of" and the like before a date.
func (r *reader) modified(i int) (expr, bool) {
	k := i
	w, end := r.phrase(k, lang.Mod)
	the := end == k && r.in(k, r.l.The)
	if the {
		k++
		w, end = r.phrase(k, lang.Mod)
	}
	if end == k || end == len(r.atoms) {
		return expr{}, false
	}
	end = r.hyphen(end)
	if end == len(r.atoms) {
		return expr{}, false
	}
	e, ok := r.date(end)
	if the && (!ok || len(e.value) > 3) {
		return expr{}, false // "the early 1980s", but not "the late Friday"
	}
	if !ok {
		e, ok = r.unitNamed(end)
	}
	if u, named := r.role(end, lang.TimeUnit); !ok && named && !the && end > i+1 && !u.Plural && (u.Code == "Y" || u.Code == "M" || u.Code == "W") && r.closes(end+1) {
		e, ok = r.unitAt(u.Code, 0) // "by end of year"
		e.end = end + 1
	}
	if !ok || e.kind == "SET" {
		return expr{}, false
	}
	e.mod = w.Code
	e.bounds = r.narrow(e.bounds, w)
	if e.daily {
		return r.attach(e), true
	}
	return e, true
}

// narrow cuts b by a mod. "Earlier" and "later" this month end and begin at
// the anchor.
func (r *reader) narrow(b bounds, w lang.TimeWord) bounds {
	if w.Value != 0 && r.dated && len(b.earliest) == len(dayForm) && b.earliest != b.latest {
		today := iso(r.day)
		if b.earliest <= today && today <= b.latest {
			if w.Value < 0 {
				return bounds{b.earliest, today}
			}
			return bounds{today, b.latest}
		}
	}
	if w.Value != 0 && b.earliest == b.latest {
		return b // "earlier Wednesday": some time before now
	}
	return narrow(b, w.Code)
}

// unitNamed reads "the year", "the month" after "the end of".
func (r *reader) unitNamed(i int) (expr, bool) {
	k := i
	if !r.in(k, r.l.The) {
		return expr{}, false
	}
	w, ok := r.role(k+1, lang.TimeUnit)
	if !ok || w.Plural {
		return expr{}, false
	}
	e, ok := r.unitAt(w.Code, 0)
	e.end = k + 2
	return e, ok
}

// date reads one date, without what narrows it.
func (r *reader) date(i int) (expr, bool) {
	a := &r.atoms[i]
	if a.Kind == numeral.Digits {
		if e, ok := r.coded(i); ok {
			return e, true
		}
		if e, ok := r.mixed(i); ok {
			return e, true
		}
		if e, ok := r.slashed(i); ok {
			return e, true
		}
		if e, ok := r.figures(i); ok {
			return e, true
		}
		return r.ordinal(i)
	}
	if a.Kind == numeral.Mark {
		if e, ok := r.apostrophe(i); ok {
			return e, true
		}
		return expr{}, false
	}
	if w, ok := r.role(i, lang.Weekday); ok && r.named(i) {
		return r.weekday(i, w, 0, i), true
	}
	if w, ok := r.role(i, lang.Month); ok {
		if e, ok := r.mixed(i); ok {
			return e, true
		}
		if r.isMonth(i) {
			return r.month(i, w.Value, false)
		}
	}
	if e, ok := r.coded(i); ok {
		return e, true
	}
	if e, ok := r.dayOfMonth(i); ok {
		return e, true
	}
	if e, ok := r.unitEnd(i); ok {
		return e, true
	}
	if e, ok := r.partAlone(i); ok {
		return e, true
	}
	if e, ok := r.relative(i); ok {
		return e, true
	}
	if w, end := r.phrase(i, lang.Holiday); end > i && (w.Value > 0 && !r.atoms[i].Glued || r.capital(i) || r.capital(end-1) || r.tag(i) == "NNP") {
		return r.holiday(i, end, w, 0)
	}
	if w, end := r.phrase(i, lang.DayRef); end > i {
		return r.dayRef(end, w), true
	}
	if e, ok := r.part(i); ok {
		return e, true
	}
	if k := i + 1; r.in(i, r.l.The) && k < len(r.atoms) {
		if e, ok := r.dayMonth(k); ok && e.more != nil {
			return e, true // "the ninth to the seventeenth of April"
		}
	} else if r.q.Numbers[a.Word].Kind == lang.Ordinal || r.q.Numbers[a.Word].Kind == lang.Tens {
		if e, ok := r.dayMonth(i); ok {
			return e, true
		}
	}
	if e, ok := r.ordinal(i); ok {
		return e, true
	}
	if w, ok := r.role(i, lang.Weekend); ok && !w.Plural {
		if e, ok := r.weekendOf(i); ok {
			return e, true
		}
	}
	if w, ok := r.role(i, lang.Season); ok {
		if e, ok := r.season(i, w); ok {
			return e, true
		}
	}
	if k := i + 1; r.in(i, r.l.The) {
		if k < len(r.atoms) && r.atoms[k].Kind == numeral.Digits {
			if e, ok := r.figures(k); ok && (len(e.value) < 4 || strings.Contains(e.value, "-Q") && e.more == nil) {
				return e, true // "the 1990s", "the 1988 third quarter"
			}
		}
		if y, ok := r.number(k, 4); ok && y >= 1900 && y < 2100 && r.ofQuarter > 0 {
			if u, ok := r.role(k+1, lang.TimeUnit); r.in(k+1, r.l.Period) || ok && u.Code == "Q" && !u.Plural {
				return r.quarterOf(y, r.ofQuarter, k+2), true // "the 1988 period"
			}
		}
		if s, ok := r.role(k, lang.Season); ok {
			if e, ok := r.season(k, s); ok {
				return e, true
			}
			if !r.l.Doubtful.Has(r.atoms[k].Word) && r.closes(k+1) {
				return r.theSeason(k, s.Code), true
			}
		}
		if e, ok := r.theUnit(k); ok {
			return e, true
		}
		if w, ok := r.role(k, lang.Decades); ok {
			value, b := decadeValue(1900 + w.Value)
			return expr{kind: "DATE", value: value, bounds: b, end: k + 1}, true
		}
		if w, ok := r.role(k, lang.Weekend); ok && !w.Plural {
			if e, ok := r.weekendOf(k); ok {
				return e, true
			}
			return r.weekend(k, 0), true
		}
		if u, ok := r.role(k, lang.TimeUnit); ok && u.Code == "Q" && !u.Plural {
			return r.theQuarter(k + 1), true
		}
	}
	if e, ok := r.spelled(i); ok {
		return e, true
	}
	if _, end := r.phrase(i, lang.YearKind); end > i {
		k := end
		if y, ok := r.number(k, 4); ok && y >= 1000 && y < 2200 {
			value, b := yearValue(y)
			return expr{kind: "DATE", value: value, bounds: b, end: k + 1}, true
		}
	}
	return expr{}, false
}

// theUnit reads what follows "the" in "the year", "the full year", "the week",
// "the month": the one of the report, or a length of one for a year that ended.
func (r *reader) theUnit(i int) (expr, bool) {
	k := i
	if r.in(k, r.l.Whole) {
		k++
	}
	if _, end := r.phrase(k, lang.YearKind); end > k {
		k = end
		if _, ok := r.role(k, lang.TimeUnit); !ok {
			k-- // "fiscal year" is one phrase
		}
	}
	u, ok := r.role(k, lang.TimeUnit)
	if ok && u.Code == "D" && !u.Plural {
		if _, to := r.phrase(k+1, lang.Ago); to == k+1 {
			return expr{}, false
		}
	} else if !ok || u.Plural || u.Code != "Y" && u.Code != "W" && u.Code != "M" || r.capital(k) && k > i {
		return expr{}, false
	}
	if k+1 < len(r.atoms) && r.atoms[k+1].Hyphen() {
		return expr{}, false
	}
	if y, to := r.year(k + 1); u.Code == "Y" && to > k+1 && r.atoms[k+1].Word != "," && r.word(k+1) != "in" {
		value, b := yearValue(y)
		return expr{kind: "DATE", value: value, bounds: b, end: to}, true // "the year 2000"
	}
	_, dated := r.role(k+2, lang.Month)
	_, counted := r.number(k+2, 2)
	if r.in(k+1, r.l.Ended) && (dated || counted || !r.l.To.Has(r.word(k+1))) {
		return expr{kind: "DURATION", value: length("1", u.Code), end: k + 1}, true
	}
	if e, ok := r.twice(k, u.Code); ok {
		return e, true
	}
	if e, ok := r.weekNumber(k, u.Code); ok {
		return e, true
	}
	if w, to := r.phrase(k+1, lang.Ref); to > k+2 && r.l.To.Has(r.word(k+1)) && strings.HasPrefix(w.Code, "PRESENT") && !r.capital(k) {
		e, ok := r.unitAt(u.Code, 0) // "the year to date"
		if r.dated {
			e.latest = iso(r.day)
		}
		e.end = to
		return e, ok
	}
	if w, to := r.phrase(k+1, lang.Ago); to > k+1 || r.capital(k) {
		// "the year before": that of what was spoken of
		if to == k+1 || k > i || w.Code == "anchor" || to < len(r.atoms) && r.atoms[to].Kind != numeral.Mark {
			return expr{}, false
		}
		e, ok := r.open(u.Code)
		if r.known {
			e, ok = r.unitFrom(r.ref, u.Code, w.Value)
		}
		e.end = to
		return e, ok
	}
	if u.Code == "W" && r.in(k+1, r.l.WeekOf) && k+2 < len(r.atoms) && !r.nested {
		j := k + 2
		if r.in(j, r.l.OnDay) && r.word(k+1) != "of" {
			j++
		}
		r.nested = true
		e, ok := r.date(min(j, len(r.atoms)-1))
		r.nested = false
		if ok && e.daily && e.more == nil {
			week := expr{kind: "DATE", value: "XXXX-WXX", end: e.end} // "the week of March 6"
			if day, ok := parseDay(e.earliest); ok {
				week.value, week.bounds = weekValue(day)
			}
			return week, true
		}
		if r.word(k+1) == "of" {
			return expr{}, false
		}
	}
	e, ok := r.unitAt(u.Code, 0)
	e.end = k + 1
	return e, ok
}

// named reports whether the word at i is written as a name of a day or month
// is: with a capital, if it is also a common word.
func (r *reader) named(i int) bool {
	return !r.l.Doubtful.Has(trimPoint(r.atoms[i].Word)) || r.capital(i) && r.follows(i)
}

// follows reports whether a number or a comma and a number follow atom i.
func (r *reader) follows(i int) bool {
	if r.word(i+1) == "," {
		i++
	}
	_, ok := r.number(i+1, 4)
	if !ok {
		_, ok = r.role(i+1, lang.Month)
	}
	return ok
}

func trimPoint(s string) string {
	if n := len(s); n > 1 && s[n-1] == '.' {
		return s[:n-1]
	}
	return s
}

func (r *reader) capital(i int) bool {
	c := r.d.Text[r.atoms[i].Start]
	return 'A' <= c && c <= 'Z' || c >= 0x80
}

// weekday reads a day of the week at atom i: alone, with a part of the day,
// or before a date. shift is that of "last" and "next", and start its atom.
func (r *reader) weekday(i int, w lang.TimeWord, shift, start int) expr {
	if w.Plural {
		e := expr{kind: "SET", value: "XXXX-WXX-" + strconv.Itoa(w.Value), end: i + 1}
		k := i + 1
		if r.in(k, r.l.At) {
			k++
		}
		c, ok := r.clockTime(k)
		if !ok && k > i+1 && k < len(r.atoms) {
			c, ok = r.pointedTime(k)
		}
		if ok {
			e, _ = r.setAt(e, c, c.end) // "Tuesdays at 9 a.m."
		}
		return e
	}
	k := i + 1
	// A part of the day may stand before the date: "Tuesday morning, May 3".
	part, partEnd := r.phrase(k, lang.DayPart)
	if partEnd > k && part.Plural && shift == 0 {
		return expr{kind: "SET", value: "XXXX-WXX-" + strconv.Itoa(w.Value) + "T" + part.Code, end: partEnd} // "Tuesday nights"
	}
	mod := ""
	if p, m, to := r.modPart(k); to > k && shift == 0 {
		part, mod, partEnd = p, m, to // "Sunday early morning"
	}
	if partEnd > k {
		k = partEnd
	}
	if j := r.comma(k); j < len(r.atoms) && shift == 0 {
		if m, ok := r.role(j, lang.Month); ok && r.isMonth(j) {
			if e, ok := r.month(j, m.Value, true); ok {
				if partEnd > i+1 && e.daily {
					e = r.withPart(e, part)
				}
				return e
			}
		}
		if r.atoms[j].Kind == numeral.Digits {
			if e, ok := r.date(j); ok && e.daily && e.kind == "DATE" {
				return e
			}
		}
		if r.in(j, r.l.The) {
			if e, ok := r.ordinal(j); ok && e.daily {
				return e
			}
		}
	}
	e := expr{kind: "DATE", value: "XXXX-WXX-" + strconv.Itoa(w.Value), end: i + 1, daily: true}
	if n, to := r.shiftedWeek(k); to > k && shift == 0 {
		e.end = to
		if r.dated {
			e.value, e.bounds = dayValue(r.dayOfWeek(w.Value, n))
		}
		if partEnd > i+1 {
			e = r.withPart(e, part)
		}
		return e
	}
	if d, to := r.numbered(k); to > k && partEnd <= i+1 {
		e.end = to
		if r.dated {
			if t, ok := r.sameDay(w.Value, d, r.tense(start)); ok {
				e.value, e.bounds = dayValue(t)
			}
		}
		return e
	}
	if r.dated {
		day := r.day
		back := (weekday(day) - w.Value + 7) % 7
		switch {
		case shift < 0:
			if back == 0 {
				back = 7
			}
			day = day.AddDate(0, 0, -back)
		case shift > 0:
			day = day.AddDate(0, 0, (7-back)%7)
			if back == 0 {
				day = day.AddDate(0, 0, 7)
			}
		default:
			if lies := r.tense(start); lies == future || lies == likely && back > 1 {
				back -= 7
				if back == -7 {
					back = 0
				}
			} else if back == 6 && r.today {
				back = -1 // updated the day after, while it still tells of its own day by name
			}
			day = day.AddDate(0, 0, -back)
		}
		e.value, e.bounds = dayValue(day)
		e.weekly = true
	}
	if partEnd > i+1 {
		e = r.withPart(e, part)
		e.end, e.mod = partEnd, mod
	}
	return e
}

func (r *reader) comma(i int) int {
	if r.word(i) == "," {
		return i + 1
	}
	return i
}

// withPart narrows a day to a part of it.
func (r *reader) withPart(e expr, part lang.TimeWord) expr {
	if strings.Contains(e.value, "T") {
		return e // "the early hours of Thursday morning"
	}
	if part.Code != "DT" && part.Code != "" {
		e.value += "T" + part.Code
		e.kind = "TIME"
	}
	if len(e.earliest) == len(dayForm) {
		e.bounds = bounds{e.earliest + "T" + pad(part.Value, 2) + ":00", e.latest + "T" + pad(part.Last, 2) + ":59"}
	}
	return e
}

// weekend reads the weekend whose word is at atom i, shift weeks from the last
// one, or from the coming one in a clause of the future.
func (r *reader) weekend(i, shift int) expr {
	e := expr{kind: "DATE", value: "XXXX-WXX-WE", end: i + 1}
	if r.dated {
		day := r.day
		if shift == 0 && weekday(day) < 6 && r.tense(i) == past {
			shift = -1
		}
		e.value, e.bounds = weekendValue(day.AddDate(0, 0, 7*shift))
	}
	return e
}

// theSeason reads "the summer", whose word is at atom i: the last one that has
// begun, or the one to come in a clause of the future.
func (r *reader) theSeason(i int, code string) expr {
	e := expr{kind: "DATE", value: "XXXX-" + code, end: i + 1}
	if !r.dated {
		return e
	}
	y := r.day.Year()
	begins := date(y, seasonMonths[code], 1)
	switch lies := r.tense(i); {
	case lies == past && begins.After(r.day):
		y--
	case lies == future && begins.AddDate(0, 3, 0).Before(r.day):
		y++
	}
	e.value, e.bounds = seasonValue(y, code)
	return e
}

// season reads "summer of 2016", "spring 2018"; a bare season is not a date.
func (r *reader) season(i int, w lang.TimeWord) (expr, bool) {
	y, end := r.year(i + 1)
	if end == i+1 {
		return expr{}, false
	}
	value, b := seasonValue(y, w.Code)
	return expr{kind: "DATE", value: value, bounds: b, end: end}, true
}

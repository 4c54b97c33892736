package timex

import (
	"strconv"

	"synoptic/analyze/numeral"
	"synoptic/lang"
)

// hour is a time of day that was read.
type hour struct {
	h, m, end int
	s         int // seconds, one more than told; 0 when they are not
	zone      string
	known     bool // of the 24 hours: "3 p.m.", "15:00", noon
}

// clockTime reads "4:42 PM EDT", "9 a.m.", "noon", "16:30", "0800 GMT".
func (r *reader) clockTime(i int) (c hour, ok bool) {
	if i >= len(r.atoms) {
		return c, false
	}
	if w, ok := r.role(i, lang.Noon); ok {
		c = hour{h: w.Value, end: i + 1, known: true}
		if w.Value == 24 && r.in(i-1, r.l.After) {
			c.h = 0 // "after midnight on Monday" is early that day
		}
		return r.zone(c), true
	}
	a := &r.atoms[i]
	if c, ok := r.pastHour(i); ok {
		return r.zone(c), true
	}
	if a.Kind == numeral.Word {
		c, ok := r.bareHour(i)
		if !ok {
			return c, false
		}
		minutes := r.minuteWords(&c)
		if w, end := r.phrase(c.end, lang.Meridiem); end > c.end && r.meridiem(c.end) && (w.Value > 0 || end > c.end+1 || len(r.atoms[c.end].Word) > 2) {
			c.h, c.end, c.known = c.h%12+w.Value, end, true
			return r.zone(c), true
		}
		if minutes {
			return c, r.spoken12(i, c.end)
		}
		if r.in(c.end, r.l.Clock) {
			c.end++
			return r.zone(c), true
		}
		return c, false
	}
	if n, ok := r.number(i, 2); ok && n == 12 {
		if w, ok := r.role(i+1, lang.Noon); ok && w.Value == 12 {
			return r.zone(hour{h: 12, end: i + 2, known: true}), true // "12 noon"
		}
	}
	if a.Kind != numeral.Digits || i > 0 && a.Glued && r.atoms[i-1].Kind != numeral.Mark {
		return c, false
	}
	c.end = i + 1
	n, ok := r.number(i, 2)
	switch {
	case ok:
		c.h = n
		if k := i + 2; k < len(r.atoms) && r.word(i+1) == ":" && r.atoms[i+1].Glued && r.atoms[k].Glued && len(r.atoms[k].Word) == 2 {
			m, ok := r.number(k, 2)
			if !ok || m > 59 {
				return c, false
			}
			c.m, c.end = m, k+1
			// seconds
			if k := c.end; k+1 < len(r.atoms) && r.word(k) == ":" && r.atoms[k].Glued && r.atoms[k+1].Glued && r.atoms[k+1].Kind == numeral.Digits {
				if s, ok := r.number(k+1, 2); ok && s < 60 {
					c.s = s + 1
				}
				c.end = k + 2
			}
		}
	case pointed(a.Word):
		// "2.15pm"
		t, ok := r.pointedTime(i)
		if _, pm := r.role(c.end, lang.Meridiem); !ok || !pm {
			return c, false
		}
		c.h, c.m = t.h, t.m
	default:
		// "0800 GMT"
		n, ok := r.number(i, 4)
		if !ok || len(a.Word) != 4 || n/100 > 23 || n%100 > 59 {
			return c, false
		}
		if w, ok := r.role(i+1, lang.Meridiem); ok && n >= 100 && n < 1300 && r.meridiem(i+1) {
			c.h, c.m, c.end, c.known = n/100%12+w.Value, n%100, i+2, true
			return r.zone(c), true // "1140 a.m."
		}
		if _, to := r.phrase(i+1, lang.Zone); to == i+1 {
			return c, false
		}
		c.h, c.m, c.known = n/100, n%100, true
		return r.zone(c), true
	}
	if w, end := r.phrase(c.end, lang.Meridiem); end > c.end && c.h >= 1 && c.h <= 12 && r.meridiem(c.end) {
		c.h = c.h%12 + w.Value
		c.end = end
		c.known = true
		return r.zone(c), true
	}
	if c.end == i+1 {
		if r.in(c.end, r.l.Clock) && c.h <= 24 {
			c.end++
			return r.zone(c), true
		}
		return c, false
	}
	if c.h > 24 {
		return c, false
	}
	c.known = c.h == 0 || c.h > 12
	return r.zone(c), true
}

// minuteWords adds the minutes in words after an hour: "five-thirty", "seven
// twenty-seven". It reports whether there are any.
func (r *reader) minuteWords(c *hour) bool {
	k := r.hyphen(c.end)
	w := r.q.Numbers[r.word(k)]
	if w.Kind != lang.Tens && (w.Kind != lang.Teen || w.Value < 10) || w.Value >= 60 {
		return false
	}
	c.m, c.end = int(w.Value), k+1
	if w.Kind == lang.Tens {
		if x := r.q.Numbers[r.word(r.hyphen(k+1))]; x.Kind == lang.Digit && x.Value > 0 {
			c.m, c.end = c.m+int(x.Value), r.hyphen(k+1)+1
		}
	}
	return true
}

// spoken12 reports whether hour and minutes in words, at atoms i to end, are a
// time of day: "at five-thirty", "from two thirty to", "five-thirty tomorrow".
// Numbers of other things are put so too.
func (r *reader) spoken12(i, end int) bool {
	if r.dayFollows(end) {
		return true
	}
	if _, part := r.partAfter(end); part > end {
		return true
	}
	led := i > 0 && r.word(i-1) != "," && (r.in(i-1, r.l.At) || r.in(i-1, r.l.From) || r.in(i-1, r.l.Between) || r.lastEnd == i || r.atoms[i-1].Kind == numeral.Word && r.l.To.Has(r.atoms[i-1].Word))
	return led && r.closes(end)
}

// dayFollows reports whether a word that days begin with stands at atom i.
func (r *reader) dayFollows(i int) bool {
	if r.in(i, r.l.On) {
		i++
	}
	if _, end := r.phrase(i, lang.DayRef); end > i {
		return true
	}
	_, ok := r.role(i, lang.Weekday)
	return ok && r.named(i)
}

// meridiem tells "9 am" from "9 am I".
func (r *reader) meridiem(i int) bool {
	if len(r.atoms[i].Word) > 2 || r.atoms[i].Glued {
		return true
	}
	return r.tag(i) != "VBP"
}

// pointedTime reads "17.30" at atom i.
func (r *reader) pointedTime(i int) (c hour, ok bool) {
	s := r.atoms[i].Word
	if r.atoms[i].Kind != numeral.Digits || !pointed(s) {
		return c, false
	}
	h, err := strconv.Atoi(s[:len(s)-3])
	m, err2 := strconv.Atoi(s[len(s)-2:])
	return hour{h: h, m: m, end: i + 1, known: h > 12}, err == nil && err2 == nil && h < 24 && m < 60
}

func pointed(s string) bool {
	n := len(s)
	return (n == 4 || n == 5) && s[n-3] == '.'
}

func (r *reader) zone(c hour) hour {
	k := c.end
	open := r.word(k) == "("
	if open {
		k++
	}
	if w, end := r.phrase(k, lang.Zone); end > k && (end > k+1 || r.d.Text[r.atoms[k].Start] < 'a') {
		if open && r.word(end) != ")" {
			return c
		}
		c.end, c.zone = end, w.Code
	}
	return c
}

// clock reads a time of day with the day after it: "9 a.m. on Tuesday",
// "from 10 to 11:30 a.m. Friday", "8 o'clock this morning".
func (r *reader) clock(i int) (expr, bool) {
	h, ok := r.hours(i)
	if !ok {
		return expr{}, false
	}
	if r.word(h.end) == "(" && !h.ranged {
		// "10 a.m. (0800 GMT) on Friday"
		if c, ok := r.clockTime(h.end + 1); ok && r.word(c.end) == ")" {
			day := r.dayOf(i, h.from)
			if e, ok := r.dayAfter(c.end + 1); ok && len(e.value) == len(dayForm) {
				day = e
			}
			e := r.on(day, h, h.end)
			more := r.at(day, c, c.end)
			more.start = h.end + 1
			e.more = &more
			return e, true
		}
	}
	if e, ok := r.dayAfter(h.end); ok {
		return r.on(e, h, e.end), true
	}
	if e, ok := r.set(h.end); ok && !h.ranged {
		if e, ok := r.setAt(e, h.from, e.end); ok {
			return e, true // "3 p.m. each day"
		}
	}
	return r.on(r.dayOf(i, h.from), h, h.end), true
}

// dayAfter reads the day, or part of one, that follows a time of day.
func (r *reader) dayAfter(i int) (expr, bool) {
	k := i
	if r.word(k) == "," {
		k++
	}
	if k < len(r.atoms) && r.in(k, r.l.On) {
		k++
	}
	if k >= len(r.atoms) || r.following {
		return expr{}, false
	}
	r.following = true
	defer func() { r.following = false }()
	if e, ok := r.date(k); ok && e.daily && e.more == nil && (e.kind == "DATE" || part(e.value)) {
		return e, true
	}
	if e, ok := r.modified(k); ok && e.daily && e.kind == "DATE" && r.word(i) != "," {
		return e, true
	}
	return expr{}, false
}

// part reports whether a value is a part of a day: "2016-11-07TMO".
func part(value string) bool {
	n := len(dayForm)
	return len(value) > n+1 && value[n] == 'T' && value[n+1] > '9'
}

// behindClock reports whether the year at atom i stands behind a time of day in
// figures, as programs write it, and ends the date.
func (r *reader) behindClock(i int) bool {
	return i > 1 && !r.atoms[i].Glued && len(r.atoms[i].Word) == 4 && r.closes(i+1)
}

// at puts a time of day on a day.
func (r *reader) at(e expr, c hour, end int) expr {
	e.value += "T" + pad(c.h, 2) + ":" + pad(c.m, 2)
	if c.s > 0 {
		e.value += ":" + pad(c.s-1, 2)
	}
	e.value += c.zone
	if len(e.earliest) == len(dayForm) {
		day, _ := parseDay(e.earliest)
		m := iso(day) + "T" + pad(c.h, 2) + ":" + pad(c.m, 2)
		if c.h == 24 {
			m = iso(day) + "T23:59" // midnight ends the day that it is told of
		}
		e.bounds = bounds{m, m}
	}
	e.kind, e.mod, e.end, e.daily, e.aside = "TIME", "", end, true, false
	return e
}

// attach reads a time of day after a day: "Tuesday at 9 a.m.", "Sunday
// afternoon local time".
func (r *reader) attach(e expr) expr {
	if !e.daily || e.more != nil {
		return e
	}
	k := e.end
	if e.kind == "TIME" {
		if _, end := r.phrase(k, lang.Zone); end > k+1 {
			e.end = end
			return e
		}
		if !part(e.value) {
			return e
		}
	}
	if w, ok := r.role(k, lang.DayPart); ok && !w.Plural && len(e.value) == len(dayForm) && e.mod == "" {
		if _, ok := r.role(k-1, lang.Weekday); ok {
			e.end = k + 1
			return r.withPart(e, w)
		}
	}
	if _, end := r.phrase(k, lang.Zone); end > k+1 {
		e.end = end
		return e
	}
	if p, end := r.partAfter(k); end > k && e.kind == "DATE" && e.mod == "" && len(e.value) == len(dayForm) {
		e = r.withPart(e, p) // "Tuesday in the morning"
		e.end = end
		return e
	}
	spanned := r.in(k, r.l.From) || r.in(k, r.l.Between)
	if r.in(k, r.l.At) || spanned {
		k++
		if r.in(k, r.l.At) {
			k++ // "Tuesday, at 9 a.m."
		}
	}
	h, ok := r.hours(k)
	if !ok && spanned && part(e.value) {
		h, ok = r.bareHours(k) // "Monday evening from 7 to 9"
	}
	if !ok && k > e.end && k < len(r.atoms) && pointed(r.atoms[k].Word) {
		h.from, ok = r.pointedTime(k) // "Monday at 17.30"
		h.end = h.from.end
	}
	if !ok && k > e.end && part(e.value) {
		// "last night at 8"
		if h.from, ok = r.bareHour(k); ok {
			h.end = h.from.end
			ok = r.closes(h.end)
		}
	}
	if ok && (h.ranged || !spanned) {
		if e.kind == "TIME" || e.mod == "" {
			at := r.on(e, h, h.end)
			if y, ok := r.number(at.end, 4); ok && !h.ranged && len(e.value) == len(dayForm) && pad(y, 4) == e.value[:4] && r.behindClock(at.end) {
				at.end++ // "Wed Oct 26 15:50:06 2016"
			}
			return at
		}
	}
	return e
}

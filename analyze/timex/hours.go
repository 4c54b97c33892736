package timex

import (
	"fmt"

	"synoptic/analyze/numeral"
	"synoptic/lang"
)

// hours is a time of day, or the two ends of a span of the day, that was read:
// "9 a.m.", "from 2:00 to 2:30 pm", "5-6 p.m.", "7 in the evening".
type hours struct {
	from, to hour
	ranged   bool
	second   int // the atom at which to begins
	end      int
}

// hours reads a time of day at atom i. A bare number is one only where what
// follows says so.
func (r *reader) hours(i int) (h hours, ok bool) {
	h.from, ok = r.clockTime(i)
	bare := false
	if k := i + 1; !ok && k+1 < len(r.atoms) && r.l.To.Has(r.atoms[k].Word) && (i == 0 || !r.atoms[i].Glued) {
		if to, pm := r.clockTime(k + 1); pm && to.known {
			h.from, ok = r.pointedTime(i) // "9.30-4.30pm"
		}
	}
	if !ok {
		if h.from, ok = r.bareHour(i); !ok {
			return h, false
		}
		bare = true
	}
	h.end = h.from.end
	if k := h.end; k+1 < len(r.atoms) && (r.l.To.Has(r.atoms[k].Word) || r.in(k, r.l.And) && r.in(i-1, r.l.Between)) {
		to, ok := r.clockTime(k + 1)
		if !ok {
			if to, ok = r.bareHour(k + 1); ok {
				w, end := r.partAfter(to.end)
				if ok = end > to.end; ok {
					to = to.within(w) // "between 5 and 6 in the afternoon"
					to.end = end
				} else if e, found := r.dayAfter(to.end); found && (part(e.value) || h.from.end > i+1 && r.word(i+1) == ":") {
					ok = true // "between 7 and 9 last night", "from 10:30 to 3 on May 5"
				}
			}
		}
		if ok && !h.from.known && !to.known && to.h < h.from.h && h.from.h <= 12 {
			to.h, to.known = to.h+12, true // "10:30 to 3"
		}
		if ok {
			h.to, h.ranged, h.second, h.end = to, true, k+1, to.end
			if !h.from.known && to.known && to.h >= 12 && h.from.h < 12 && h.from.h+12 < to.h {
				h.from.h += 12 // "2:00 to 2:30 pm", but not "11 to 2 pm"
			}
			if !h.from.known && to.known && to.h%12 == h.from.h%12 && to.m > h.from.m {
				h.from.h = to.h
			}
			return h, true
		}
	}
	if w, end := r.partAfter(h.end); end > h.end {
		h.from, h.end = h.from.within(w), end
		h.from.end = end
		return h, true
	}
	return h, !bare
}

// bareHours reads two hours that a part of the day before them makes clear: "7 to 9".
func (r *reader) bareHours(i int) (h hours, ok bool) {
	if h.from, ok = r.bareHour(i); !ok || h.from.end >= len(r.atoms) {
		return h, false
	}
	k := h.from.end
	if !r.l.To.Has(r.atoms[k].Word) && !(r.in(k, r.l.And) && r.in(i-1, r.l.Between)) {
		return h, false
	}
	h.to, ok = r.bareHour(k + 1)
	h.ranged, h.second, h.end = true, k+1, h.to.end
	return h, ok && r.closes(h.end)
}

// partAfter reads "in the morning" after a time of day; end is i when there is none.
func (r *reader) partAfter(i int) (w lang.TimeWord, end int) {
	k := i
	if p, _, to := r.modPart(i); to > i {
		return p, to // "8:00 early morning"
	}
	if !r.in(k, r.l.During) {
		return w, i
	}
	k++
	if r.in(k, r.l.The) {
		k++
	}
	if p, ok := r.role(k, lang.DayPart); ok && !p.Plural && (k == i+2 || p.Code == "NI") {
		return p, k + 1
	}
	return w, i
}

// partAlone reads "the morning" of "in the morning": that of the day spoken of.
func (r *reader) partAlone(i int) (expr, bool) {
	k := i
	if r.in(k, r.l.The) {
		k++
	}
	w, to := r.phrase(k, lang.Mod)
	if !r.in(i-1, r.l.During) || k == i && to == k {
		return expr{}, false
	}
	k = to
	p, end := r.phrase(k, lang.DayPart)
	if end == k || p.Plural || p.Code == "DT" || !r.closes(end) || r.in(end, r.l.On) {
		return expr{}, false
	}
	e := r.withPart(r.dayOf(i, hour{h: p.Value}), cut(p, w.Code))
	e.end, e.mod = end, w.Code
	return e, true
}

// cut gives the half of a part of the day that a mod names.
func cut(p lang.TimeWord, mod string) lang.TimeWord {
	switch mod {
	case "START":
		p.Last = (p.Value + p.Last) / 2
	case "END":
		p.Value = (p.Value + p.Last) / 2
	}
	return p
}

// modPart reads "early morning", "late evening" at atom i; end is i when there is none.
func (r *reader) modPart(i int) (p lang.TimeWord, mod string, end int) {
	w, k := r.phrase(i, lang.Mod)
	if k == i || k >= len(r.atoms) {
		return p, "", i
	}
	p, end = r.phrase(k, lang.DayPart)
	if end == k || p.Plural || p.Code == "DT" {
		return p, "", i
	}
	return cut(p, w.Code), w.Code, end
}

// within puts a time of twelve hours into a part of the day.
func (c hour) within(p lang.TimeWord) hour {
	if c.known || c.h > 12 {
		return c
	}
	switch p.Code {
	case "AF", "EV":
		c.h = c.h%12 + 12
	case "NI":
		if c.h%12 >= 5 {
			c.h = c.h%12 + 12
		} else {
			c.h %= 12
		}
	case "MO":
		c.h %= 12
	default:
		return c
	}
	c.known = true
	return c
}

// bareHour reads a whole number from 1 to 12 as an hour.
func (r *reader) bareHour(i int) (c hour, ok bool) {
	if i >= len(r.atoms) {
		return c, false
	}
	a := &r.atoms[i]
	switch a.Kind {
	case numeral.Digits:
		if i > 0 && a.Glued && r.atoms[i-1].Kind != numeral.Mark {
			return c, false
		}
		n, ok := r.number(i, 2)
		if !ok || n < 1 || n > 12 || i+1 < len(r.atoms) && r.atoms[i+1].Glued && r.atoms[i+1].Kind == numeral.Word {
			return c, false
		}
		return hour{h: n, end: i + 1}, true
	case numeral.Word:
		w := r.q.Numbers[a.Word]
		if n := int(w.Value); (w.Kind == lang.Digit || w.Kind == lang.Teen) && n >= 1 && n <= 12 {
			return hour{h: n, end: i + 1}, true
		}
	}
	return c, false
}

// pastHour reads "half past seven", "20 minutes past eight".
func (r *reader) pastHour(i int) (c hour, ok bool) {
	if i+2 >= len(r.atoms) || r.atoms[i].Glued {
		return c, false
	}
	x, k := r.n.Read(r.atoms, i)
	if k == i || x.Ordinal || x.Low != x.High || x.Low >= 60 {
		return c, false
	}
	m := int(x.Low)
	if x.Fraction {
		m = int(60 * x.Low)
	}
	if u, ok := r.role(k, lang.TimeUnit); ok && u.Code == "TM" {
		k++
	}
	if !r.in(k, r.l.PastHour) {
		return c, false
	}
	if c, ok = r.bareHour(k + 1); ok {
		c.m = m
		if r.in(c.end, r.l.Clock) {
			c.end++
		}
	}
	return c, ok && m > 0
}

// on puts the times of day on a day, which ends before end. A part of a day
// says in which half of it they lie.
func (r *reader) on(e expr, h hours, end int) expr {
	day := e
	if n := len(dayForm); len(e.value) > n && e.value[n] == 'T' {
		p := lang.TimeWord{Code: e.value[n+1:]}
		h.from, h.to = h.from.within(p), h.to.within(p)
		day.value = e.value[:n]
		if len(day.earliest) > n {
			day.earliest, day.latest = day.earliest[:n], day.latest[:n]
		}
	}
	if !h.ranged {
		return r.at(day, h.from, end)
	}
	more := r.at(day, h.to, end)
	more.joined, more.start = true, h.second
	e = r.at(day, h.from, h.from.end)
	e.more = &more
	return e
}

// clockReach is how many sentences before a time of day belongs to the same day.
const clockReach = 5

// partReach is the same for a part of the day: "On Tuesday afternoon they marched. … They
// broke through in the evening."
const partReach = 2

// dayOf gives the day of the time of day c, at atom i, that names none: the one its
// sentence has named; of what is past the date of the sentence before, or of one of a few
// before where that has an earlier time of day, or on which an earlier time of day was told
// just before; of a part of the day that of an earlier part just before;
// or the day that the text tells of; else the anchor.
func (r *reader) dayOf(i int, c hour) expr {
	far := 1
	clock := fmt.Sprintf("T%02d:%02d", c.h, c.m)
	if c.known && r.refClock != "" && clock >= r.refClock {
		far = clockReach
	}
	later := !c.known && r.refHour >= 0 && c.h > r.refHour && r.sentenceAt-r.refAt <= partReach
	if r.known && (r.refAt == r.sentenceAt || (r.refDate && r.sentenceAt-r.refAt <= far || later) && r.tense(i) == past) {
		e, _ := r.unitFrom(r.ref, "D", 0)
		return e
	}
	if c.known && !r.run.IsZero() && r.run.Before(r.day) && r.sentenceAt-r.runAt <= clockReach && clock >= r.runClock && r.tense(i) == past {
		e, _ := r.unitFrom(r.run, "D", 0)
		return e
	}
	if !r.told.IsZero() && r.tense(i) == past {
		e, _ := r.unitFrom(r.told, "D", 0)
		return e
	}
	e, _ := r.unitAt("D", 0)
	return e
}

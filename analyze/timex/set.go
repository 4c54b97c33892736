package timex

import (
	"strconv"
	"strings"

	"synoptic/analyze/numeral"
	"synoptic/lang"
)

// set reads what comes again: "every week", "daily", "twice a month",
// "$5 a year".
func (r *reader) set(i int) (expr, bool) {
	e, ok := r.repeated(i)
	if !ok {
		return e, false
	}
	k := e.end
	if r.in(k, r.l.At) {
		k++
	}
	if c, ok := r.clockTime(k); ok {
		if at, ok := r.setAt(e, c, c.end); ok {
			return at, true // "every day at 7 p.m."
		}
	}
	return e, true
}

// setAt puts a time of day on days that come again.
func (r *reader) setAt(e expr, c hour, end int) (expr, bool) {
	day := e.value
	if day == "P1D" {
		day = "XXXX-XX-XX"
	}
	if cut := strings.Index(day, "T"); cut > 0 && day[0] == 'X' {
		c = c.within(lang.TimeWord{Code: day[cut+1:]})
		day = day[:cut]
	}
	if !strings.HasPrefix(day, "XXXX-WXX-") && day != "XXXX-XX-XX" || e.kind != "SET" {
		return e, false
	}
	e = r.at(expr{value: day}, c, end)
	e.kind, e.daily = "SET", false
	return e, true
}

func (r *reader) repeated(i int) (expr, bool) {
	if x, ok := r.role(i, lang.Weekend); ok && x.Plural && r.recurs(i) {
		return expr{kind: "SET", value: "XXXX-WXX-WE", end: i + 1}, true // "on weekends"
	}
	if k := i + 1; r.in(i, r.l.The) && r.in(i-1, r.l.In) {
		if p, ok := r.role(k, lang.DayPart); ok && p.Plural && r.closes(k+1) {
			return expr{kind: "SET", value: "XXXX-XX-XXT" + p.Code, end: k + 1}, true // "in the mornings"
		}
	}
	if p, ok := r.role(i, lang.DayPart); ok && p.Plural && r.recurs(i) {
		return expr{kind: "SET", value: "XXXX-XX-XXT" + p.Code, end: i + 1}, true // "they meet mornings"
	}
	if w, end := r.phrase(i, lang.Often); end > i {
		if r.capital(i) && i > 0 { // "the Daily Echo"
			return expr{}, false
		}
		if w.Value > 0 && end < len(r.atoms) && r.atoms[end].Kind == numeral.Word && (r.tag(end)[0] == 'N' || r.tag(end) == "JJ") {
			return expr{}, false // "the annual meeting" says what meeting, not when
		}
		return expr{kind: "SET", value: w.Code, end: end}, true
	}
	if w, end := r.phrase(i, lang.Every); end > i && end < len(r.atoms) {
		times := max(1, w.Value)
		k := end
		if n, to := r.n.Read(r.atoms, k); to > k && !n.Ordinal && n.Low == n.High && n.Low < 1000 {
			times, k = int(n.Low), r.hyphen(to)
		}
		if x, ok := r.role(k, lang.Weekend); ok && x.Plural && times > 1 {
			return expr{kind: "SET", value: length(strconv.Itoa(times), "WE"), end: k + 1}, true
		} else if ok && times == 1 && !x.Plural {
			return expr{kind: "SET", value: "XXXX-WXX-WE", end: k + 1}, true
		}
		if u, ok := r.role(k, lang.TimeUnit); ok && !(u.Code == "N" && times == 1) {
			return expr{kind: "SET", value: length(strconv.Itoa(times), u.Code), end: k + 1}, true
		}
		if d, ok := r.role(k, lang.Weekday); ok {
			return expr{kind: "SET", value: "XXXX-WXX-" + strconv.Itoa(d.Value), end: k + 1}, true
		}
		if p, ok := r.role(k, lang.DayPart); ok {
			return expr{kind: "SET", value: "XXXX-XX-XXT" + p.Code, end: k + 1}, true
		}
		if s, ok := r.role(k, lang.Season); ok {
			return expr{kind: "SET", value: "XXXX-" + s.Code, end: k + 1}, true
		}
		if m, ok := r.role(k, lang.Month); ok && r.capital(k) {
			return expr{kind: "SET", value: "XXXX-" + pad(m.Value, 2), end: k + 1}, true
		}
	}
	return expr{}, false
}

// recurs reports whether the days in the plural at atom i are any such days:
// nothing that picks some of them stands before them, and nothing is named by
// them.
func (r *reader) recurs(i int) bool {
	if i == 0 || r.atoms[i].Glued || r.capital(i) || !r.closes(i+1) {
		return false
	}
	if r.in(i-1, r.l.OnDay) || r.in(i-1, r.l.During) || r.l.And.Has(r.atoms[i-1].Word) {
		return true
	}
	switch r.d.Tokens[r.atoms[i-1].Token].UPOS {
	case "VERB", "ADV":
		return true
	}
	return false
}

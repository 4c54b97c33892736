package timex

import (
	"strconv"

	"synoptic/analyze/numeral"
	"synoptic/lang"
)

// ordinal reads "the third quarter of 1989", "the first half of 2016", "the
// 21st century", "the 13th of September".
func (r *reader) ordinal(i int) (expr, bool) {
	if w, end := r.phrase(i, lang.Portion); end > i {
		k := end
		if y, to := r.year(k); to > k {
			value, b := halfValue(y, w.Code)
			return expr{kind: "DATE", value: value, bounds: b, end: to}, true
		}
		if r.nested || k == len(r.atoms) {
			return expr{}, false
		}
		r.nested = true
		e, ok := r.date(k)
		r.nested = false
		if ok && e.more == nil {
			e.mod = map[string]string{"H1": "START", "H2": "END"}[w.Code]
			e.bounds = narrow(e.bounds, e.mod)
			return e, true
		}
		if e, ok := r.unitNamed(k); ok {
			e.mod = map[string]string{"H1": "START", "H2": "END"}[w.Code]
			e.bounds = narrow(e.bounds, e.mod)
			return e, true
		}
		return expr{}, false
	}
	k := i
	the := r.in(k, r.l.The)
	if the {
		k++
	}
	if _, end := r.phrase(k, lang.YearKind); end > k {
		k = end
	}
	if k >= len(r.atoms) {
		return expr{}, false
	}
	if a := &r.atoms[k]; a.Kind != numeral.Digits && r.q.Numbers[a.Word].Kind == 0 {
		return expr{}, false
	}
	n, end := r.n.Read(r.atoms, k)
	if end > k && !n.Ordinal && !n.Digits {
		if m, ok := r.role(end, lang.Month); ok && r.monthName(end) && n.Low == n.High && n.Low == float64(int(n.Low)) && n.Low >= 1 && int(n.Low) <= daysIn(2000, m.Value) {
			if _, to := r.year(end + 1); to > end+1 {
				return r.monthDayAt(k, m.Value, int(n.Low), end+1), true // "twenty-five January nineteen eighty-six"
			}
		}
	}
	if end == k || !n.Ordinal {
		return expr{}, false
	}
	v := int(n.Low)
	end = r.hyphen(end)
	u, ok := r.role(end, lang.TimeUnit)
	if ok && !u.Plural {
		switch {
		case u.Code == "C" && v > 0 && v < 30:
			value, b := centuryValue(v)
			return expr{kind: "DATE", value: value, bounds: b, end: end + 1}, true
		case u.Code == "Q" && v >= 1 && v <= 4:
			e := r.quarter(end+1, v)
			if the && r.atoms[end-1].Hyphen() {
				e.start = i + 1 // "the third-quarter results": without the article
			}
			return e, true
		}
		if e, ok := r.within(u.Code, v, end+1); ok {
			return e, true // "the first week of May"
		}
		return expr{}, false
	}
	if x, ok := r.role(end, lang.Weekend); ok && !x.Plural {
		return r.within("WE", v, end+1)
	}
	if d, ok := r.role(end, lang.Weekday); ok && !d.Plural {
		if p, to := r.phrase(end+1, lang.DayPart); to > end+1 && !p.Plural {
			if e, ok := r.within(strconv.Itoa(d.Value), v, to); ok {
				return r.withPart(e, p), true // "the first Monday evening of May"
			}
		}
		return r.within(strconv.Itoa(d.Value), v, end+1)
	}
	if v < 1 || v > 31 || !n.Digits && !the && !r.in(end, r.l.Of) {
		return expr{}, false
	}
	if r.in(end, r.l.Of) {
		end++
	}
	m, ok := r.role(end, lang.Month)
	if !ok || !r.monthName(end) || v > daysIn(2000, m.Value) {
		return expr{}, false
	}
	return r.monthDayAt(k, m.Value, v, end+1), true
}

// monthDayAt completes a day and month that end before end.
func (r *reader) monthDayAt(i, m, d, end int) expr {
	e := expr{kind: "DATE", end: end, daily: true}
	y, to := r.year(end)
	switch {
	case to > end:
		e.end = to
	case r.dated:
		y = r.yearNear(i, m, d)
	default:
		e.value = "XXXX-" + pad(m, 2) + "-" + pad(d, 2)
		return e
	}
	e.value, e.bounds = dayValue(date(y, m, d))
	return e
}

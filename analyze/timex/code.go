package timex

import (
	"synoptic/analyze/numeral"
	"synoptic/lang"
)

// coded reads a quarter or half of a year by its sign: "Q3 2019", "2019-Q1",
// "H2 of 2016".
func (r *reader) coded(i int) (expr, bool) {
	if y, ok := r.number(i, 4); ok && len(r.atoms[i].Word) == 4 && y >= 1900 && y < 2100 && !r.glued(i) {
		code, n, end := r.sign(r.hyphen(i + 1))
		if end == 0 {
			return expr{}, false
		}
		return r.codedOf(y, code, n, end), true
	}
	code, n, end := r.sign(i)
	if end == 0 || r.glued(i) {
		return expr{}, false
	}
	if y, to := r.year(r.hyphen(end)); to > r.hyphen(end) {
		return r.codedOf(y, code, n, to), true
	}
	return expr{}, false // a Q2 without a year may be a heat of a race
}

func (r *reader) codedOf(y int, code string, n, end int) expr {
	if code == "Q" {
		return r.quarterOf(y, n, end)
	}
	e := expr{kind: "DATE", end: end}
	e.value, e.bounds = halfValue(y, code+pad(n, 1))
	return e
}

// sign reads "Q3" or "H1" at atom i; end is 0 when there is none.
func (r *reader) sign(i int) (code string, n, end int) {
	w, ok := r.role(i, lang.Sign)
	n, ok2 := r.number(i+1, 1)
	if !ok || !ok2 || !r.atoms[i+1].Glued || n < 1 || n > w.Value {
		return "", 0, 0
	}
	if k := i + 2; k < len(r.atoms) && r.atoms[k].Glued && r.atoms[k].Kind != numeral.Mark {
		return "", 0, 0
	}
	return w.Code, n, i + 2
}

// glued reports whether atom i continues what stands before it.
func (r *reader) glued(i int) bool {
	return i > 0 && r.atoms[i].Glued && r.atoms[i-1].Kind != numeral.Mark
}

// mixed reads a date of figures and a month's name parted by hyphens or
// slashes: "05-Aug-2016", "2019/aug/1", "Dec-2018", "Oct/2".
func (r *reader) mixed(i int) (expr, bool) {
	if i > 0 && r.atoms[i].Glued && r.atoms[i-1].Word != "(" && r.lastEnd != i-1 || i+2 >= len(r.atoms) {
		return expr{}, false
	}
	sep := r.atoms[i+1].Word
	if sep != "-" && sep != "/" {
		return expr{}, false
	}
	y, m, d, n, end := 0, 0, 0, 0, i
	for k := i; n < 3 && k < len(r.atoms); k += 2 {
		if k > i && !r.atoms[k].Glued {
			return expr{}, false
		}
		if w, ok := r.role(k, lang.Month); ok && m == 0 {
			m = w.Value
		} else if v, ok := r.number(k, 4); ok && len(r.atoms[k].Word) == 4 && y == 0 && v >= 1900 && v < 2100 {
			y = v
		} else if ok && len(r.atoms[k].Word) <= 2 && d == 0 && v >= 1 && v <= 31 {
			d = v
		} else {
			return expr{}, false
		}
		n, end = n+1, k+1
		if end+1 >= len(r.atoms) || r.atoms[end].Word != sep || !r.atoms[end].Glued || !r.atoms[end+1].Glued {
			break
		}
	}
	if m == 0 || n < 2 || d > 0 && d > daysIn(2000, m) || n == 2 && d > 0 && sep == "-" {
		return expr{}, false
	}
	if end < len(r.atoms) && r.atoms[end].Glued && r.atoms[end].Kind != numeral.Mark {
		return expr{}, false
	}
	e := expr{kind: "DATE", end: end}
	switch {
	case d == 0:
		e.value, e.bounds = monthValue(y, m)
		return e, true
	case y == 0 && !r.dated:
		e.value = "XXXX-" + pad(m, 2) + "-" + pad(d, 2)
	case y == 0:
		y = leap(r.yearNear(i, m, d), m, d)
		e.value, e.bounds = dayValue(date(y, m, d))
	default:
		if d > daysIn(y, m) {
			return expr{}, false
		}
		e.value, e.bounds = dayValue(date(y, m, d))
	}
	e.daily = true
	return e, true
}

// slashed reads a month and a day in figures, "10/25" or "22/04", where a
// preposition or a day of the week says that it is one. When it could be both
// the third of April and the fourth of March, the value is the one with the
// month first, and the bounds take in both.
func (r *reader) slashed(i int) (expr, bool) {
	y, yearEnd := r.strokeYear(i + 3)
	if !r.in(i-1, r.l.OnDay) && !r.in(i-1, r.l.Between) && yearEnd == 0 && (r.lastEnd != i-1 || r.lastEnd < 2 || r.atoms[r.lastEnd-2].Word != "/") {
		if _, ok := r.role(i-1, lang.Weekday); !ok {
			return expr{}, false
		}
	}
	if i+2 >= len(r.atoms) || r.atoms[i].Glued && r.lastEnd != i-1 || r.atoms[i+1].Word != "/" || !r.atoms[i+1].Glued || !r.atoms[i+2].Glued {
		return expr{}, false
	}
	a, ok := r.number(i, 2)
	b, ok2 := r.number(i+2, 2)
	if !ok || !ok2 || a < 1 || b < 1 || a > 31 || b > 31 || a > 12 && b > 12 {
		return expr{}, false
	}
	_, timed := r.clockTime(i + 3)
	if !timed && yearEnd == 0 && !r.strokes(i+4) && !r.closes(i+3) {
		return expr{}, false
	}
	m, d := a, b
	if m > 12 {
		m, d = b, a
	}
	if d > daysIn(2000, m) {
		return expr{}, false
	}
	e := expr{kind: "DATE", value: "XXXX-" + pad(m, 2) + "-" + pad(d, 2), end: i + 3, daily: true}
	if n, to := r.year(i + 3); yearEnd == 0 && to > i+3 && r.lastEnd == i-1 {
		y, yearEnd, e.end = n, to, to // "from 5/1-5/7, 2020"
	}
	if yearEnd > 0 {
		if d > daysIn(y, m) {
			return expr{}, false
		}
		e.value, e.bounds = dayValue(date(y, m, d))
		e.bounds = either(e.bounds, m, d, func(int, int) int { return y })
		return e, true
	}
	if r.dated {
		e.value, e.bounds = dayValue(date(leap(r.yearNear(i, m, d), m, d), m, d))
		e.yearless = true
		e.bounds = either(e.bounds, m, d, func(m, d int) int { return r.yearNear(i, m, d) })
	}
	return e, true
}

// strokes reports whether two figures with a stroke between them stand at atom
// i, joined to what is before them.
func (r *reader) strokes(i int) bool {
	return i+2 < len(r.atoms) && r.atoms[i-1].Hyphen() && r.atoms[i].Glued && r.atoms[i].Kind == numeral.Digits && r.atoms[i+1].Word == "/" && r.atoms[i+1].Glued &&
		r.atoms[i+2].Kind == numeral.Digits && r.atoms[i+2].Glued
}

// strokeYear finds the year that the second day of a span in figures carries,
// where the first ends before atom i: "10/1-11/2/2017", "5/1-5/7, 2020". end is 0
// when there is none.
func (r *reader) strokeYear(i int) (y, end int) {
	if !r.strokes(i + 1) {
		return 0, 0
	}
	k := i + 4
	if k+1 < len(r.atoms) && r.atoms[k].Word == "/" && r.atoms[k].Glued && len(r.atoms[k+1].Word) == 4 {
		if y, ok := r.number(k+1, 4); ok {
			return y, k + 2
		}
		return 0, 0
	}
	if y, to := r.year(k); to > k {
		return y, to
	}
	return 0, 0
}

// either widens the bounds of day d of month m to those of month d's day m,
// when there is one.
func either(b bounds, m, d int, year func(m, d int) int) bounds {
	if m > 12 || d > 12 || m == d {
		return b
	}
	other := iso(date(year(d, m), d, m))
	return bounds{min(b.earliest, other), max(b.latest, other)}
}

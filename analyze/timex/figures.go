package timex

import (
	"time"

	"synoptic/analyze/numeral"
	"synoptic/lang"
)

// figures reads a date that begins with digits: "2023-09-13", "11/01/89",
// "13 September 2023", "the 1990s", "2019".
func (r *reader) figures(i int) (expr, bool) {
	if e, ok := r.allFigures(i); ok {
		return e, true
	}
	if e, ok := r.oneFigure(i); ok {
		return e, true
	}
	if e, ok := r.dayMonth(i); ok {
		return e, true
	}
	y, ok := r.number(i, 4)
	if !ok || len(r.atoms[i].Word) != 4 || y < 1000 || y > 2200 {
		return expr{}, false
	}
	end := i + 1
	if r.word(end) == "'" && r.atoms[end].Glued && y%10 == 0 && (r.in(i-1, r.l.The) || r.in(i-2, r.l.The)) {
		end++ // "the 1990's", "the late 1990's", but not "1990's best film"
	}
	if r.word(end) == "s" && (r.atoms[end].Glued || y%10 == 0) {
		value, b := decadeValue(y - y%10)
		if y%100 == 0 {
			value, b = pad(y/100, 2), bounds{pad(y, 4) + "-01-01", pad(y+99, 4) + "-12-31"}
		}
		return expr{kind: "DATE", value: value, bounds: b, end: end + 1}, y%10 == 0
	}
	return r.bareYear(i, y)
}

// allFigures reads "2023-09-13" and "9/13/2023".
func (r *reader) allFigures(i int) (expr, bool) {
	if i+4 >= len(r.atoms) || i > 0 && r.atoms[i].Glued && r.atoms[i-1].Word != "(" && (r.lastEnd != i-1 || r.atoms[i-1].Kind != numeral.Mark || r.atoms[i-1].Word == "/") {
		return expr{}, false
	}
	for k := i + 1; k < i+5; k++ {
		if !r.atoms[k].Glued {
			return expr{}, false
		}
	}
	sep := r.atoms[i+1].Word
	if sep != r.atoms[i+3].Word || sep != "-" && sep != "/" && sep != "." {
		return expr{}, false
	}
	if i+5 < len(r.atoms) && r.atoms[i+5].Glued && r.atoms[i+5].Word == sep {
		return expr{}, false
	}
	a, ok := r.number(i, 4)
	b, ok2 := r.number(i+2, 2)
	c, ok3 := r.number(i+4, 4)
	if !ok || !ok2 || !ok3 {
		return expr{}, false
	}
	var y, m, d int
	switch {
	case len(r.atoms[i].Word) == 4:
		y, m, d = a, b, c
	case sep == "-" && len(r.atoms[i+4].Word) != 4:
		return expr{}, false
	default:
		y, m, d = c, a, b
		if len(r.atoms[i+4].Word) <= 2 {
			y += 1900
			if y < 1950 {
				y += 100
			}
		}
		if m > 12 || sep == "." {
			m, d = d, m
		}
	}
	if y < 1000 || y > 2200 || m < 1 || m > 12 || d < 1 || d > daysIn(y, m) {
		return expr{}, false
	}
	value, bd := dayValue(date(y, m, d))
	if sep == "/" && len(r.atoms[i].Word) != 4 {
		bd = either(bd, m, d, func(int, int) int { return y })
	}
	return expr{kind: "DATE", value: value, bounds: bd, end: i + 5, daily: true}, true
}

// oneFigure reads "23.04.2022" and "20220423", which are one run of digits.
func (r *reader) oneFigure(i int) (expr, bool) {
	s := r.atoms[i].Word
	if i > 0 && r.atoms[i].Glued && r.atoms[i-1].Word != "(" && !r.atoms[i-1].Hyphen() || !r.stands(i+1) {
		return expr{}, false
	}
	day, err := time.Parse("2.1.2006", s)
	if err != nil {
		if day, err = time.Parse("20060102", s); err != nil || day.Year() < 1900 || day.Year() >= 2100 || i > 0 && r.q.Labels.Has(r.atoms[i-1].Word) {
			return expr{}, false
		}
		if _, to := numeral.Match(&r.q.Symbols, r.atoms, max(0, i-1)); to == i && i > 0 {
			return expr{}, false
		}
	}
	if day.Year() < 1000 {
		return expr{}, false
	}
	value, b := dayValue(day)
	return expr{kind: "DATE", value: value, bounds: b, end: i + 1, daily: true}, true
}

// stands reports whether the digits before atom i end there, and count nothing.
func (r *reader) stands(i int) bool {
	if i >= len(r.atoms) || r.atoms[i].Kind == numeral.Mark && (!r.atoms[i].Glued || r.atoms[i].Word != "%" && r.atoms[i].Word != "/" && r.atoms[i].Word != ":") {
		return true
	}
	_, timed := r.clockTime(i)
	return timed || r.closes(i)
}

// dayMonth reads "13 September 2023", "13th of September", "3-5 May".
func (r *reader) dayMonth(i int) (expr, bool) {
	d, k := r.dayNumber(i)
	if k == i {
		return expr{}, false
	}
	first, firstEnd := d, k
	second := k + 1
	if k+1 < len(r.atoms) && (r.l.To.Has(r.atoms[k].Word) || r.l.And.Has(r.atoms[k].Word)) {
		if r.in(second, r.l.The) && r.atoms[i].Kind == numeral.Word || r.in(second, r.l.The) && firstEnd == i+2 {
			second++ // "between the ninth and the seventeenth of April"
		}
		if n, to := r.dayNumber(second); to > second && n > d {
			d, k = n, to
		}
	}
	ranged := k > firstEnd
	if !ranged && r.atoms[i].Kind == numeral.Word {
		return expr{}, false // a single one is read as an order
	}
	if r.word(k) == "of" || r.in(k, r.l.Of) && r.word(k) != "," {
		k++
	}
	m, ok := r.role(k, lang.Month)
	if !ok || !r.monthName(k) || d > daysIn(2000, m.Value) || i > 0 && r.atoms[i].Glued && r.atoms[i-1].Kind == numeral.Word {
		return expr{}, false
	}
	// "on 25 March 2019" but not "killed 12 May 3".
	if _, to := r.dayNumber(k + 1); to > k+1 {
		if _, end := r.year(k + 1); end == k+1 {
			return expr{}, false
		}
	}
	y, end := r.year(k + 1)
	known := end > k+1
	if !known {
		if n, ok := r.yearAhead(k+1, m.Value); ok {
			y, known = n, true
		} else if r.dated {
			y, known = r.yearNear(i, m.Value, d), true
		}
	}
	fill := func(e *expr, d int) {
		if known {
			e.value, e.bounds = dayValue(date(y, m.Value, d))
			return
		}
		e.value = "XXXX-" + pad(m.Value, 2) + "-" + pad(d, 2)
	}
	e := expr{kind: "DATE", end: end, daily: true}
	if !ranged {
		fill(&e, d)
		return e, true
	}
	if r.in(second-1, r.l.The) {
		second--
	}
	more := &expr{kind: "DATE", end: end, daily: true, joined: true, start: second}
	fill(more, d)
	fill(&e, first)
	e.end, e.more = firstEnd, more
	return e, true
}

// bareYear reads four digits as a year where they stand as one.
func (r *reader) bareYear(i, y int) (expr, bool) {
	a := &r.atoms[i]
	if i > 0 && a.Glued {
		switch p := &r.atoms[i-1]; p.Word {
		case "(", "[", "\"", "“", "‘", "'", "—", "–":
		case "-", "/":
			// "mid-2019", "post-2016", but not "555-2019"
			if i < 2 || r.atoms[i-2].Kind != numeral.Word || !p.Glued {
				return expr{}, false
			}
		default:
			return expr{}, false
		}
	}
	after := i + 1
	if after < len(r.atoms) {
		n := &r.atoms[after]
		if n.Glued && (n.Kind == numeral.Word && n.Word != "'s" || n.Word == "%" || n.Word == ":") {
			return expr{}, false
		}
		if w, ok := r.q.Numbers[n.Word]; ok && (w.Kind == lang.Scale || w.Kind == lang.Dozen) {
			return expr{}, false
		}
		if _, to := numeral.Match(&r.q.Units, r.atoms, after); to > after && len(r.roles[after]) == 0 && !n.Glued && n.Kind == numeral.Word && n.Word != "degree" {
			return expr{}, false
		}
		if u, ok := r.role(after, lang.TimeUnit); ok && u.Plural {
			return expr{}, false
		}
	}
	if i > 0 {
		if _, to := numeral.Match(&r.q.Symbols, r.atoms, i-1); to == i {
			return expr{}, false
		}
	}
	cued := r.in(i-1, r.l.YearAfter)
	if _, ok := r.role(i-1, lang.Mod); ok {
		cued = true
	}
	plural := after < len(r.atoms) && r.tag(after) == "NNS"
	round := y%100 == 0 && y != 2000 && y != 1900
	switch {
	case plural && (round || !cued && !r.in(i-1, r.l.The)):
		return expr{}, false
	case cued && y >= 1000 && !(round && y < 1900 && after < len(r.atoms) && r.tag(after) == "NN"):
	case y >= 1900 && y < 2100 && !r.labelled(i):
	case i > 0 && r.atoms[i-1].Word == "(" && y >= 1500:
	default:
		return expr{}, false
	}
	if n, end := r.quarterName(after); end > after {
		return r.quarterOf(y, n, end), true
	}
	value, b := yearValue(y)
	e := expr{kind: "DATE", value: value, bounds: b, end: after}
	if k := r.hyphen(after); k > after && r.atoms[after].Word == "-" && r.hyphen(k+1) == k+1 {
		// "2015-12", which can be no span of years
		if m, ok := r.number(k, 2); ok && len(r.atoms[k].Word) == 2 && m >= 1 && m <= 12 && m <= y%100 {
			e.value, e.bounds = monthValue(y, m)
			e.end = k + 1
			return e, true
		}
	}
	// "2015-16", "2015-2016", "1914–18"
	k := r.hyphen(after)
	if k == after && r.word(k) == "~" && r.atoms[k].Glued && k+1 < len(r.atoms) && r.atoms[k+1].Glued {
		k++ // "2014~2018"
	}
	if k > after {
		n, ok := r.number(k, 4)
		if ok && len(r.atoms[k].Word) == 2 {
			n += y / 100 * 100
		}
		if ok && n > y && n < y+100 && len(r.atoms[k].Word) != 3 && len(r.atoms[k].Word) != 1 && r.hyphen(k+1) == k+1 {
			value, b := yearValue(n)
			e.more = &expr{kind: "DATE", value: value, bounds: b, end: k + 1, start: k, joined: true}
		}
	}
	return e, true
}

// labelled reports whether the number at i belongs to a name: a capitalised
// word that is no time stands before it, as in "Airbus 2000".
func (r *reader) labelled(i int) bool {
	if i == 0 || r.atoms[i-1].Kind != numeral.Word {
		return i > 0 && r.atoms[i-1].Kind == numeral.Mark && r.atoms[i-1].Word != "," && r.atoms[i-1].Word != "(" && r.atoms[i-1].Word != "\"" && r.atoms[i-1].Word != "“" && !r.atoms[i-1].Hyphen()
	}
	return r.q.Labels.Has(r.atoms[i-1].Word)
}

func (r *reader) tag(i int) string { return r.d.Tokens[r.atoms[i].Token].XPOS }

// apostrophe reads "'90s" and "'89".
func (r *reader) apostrophe(i int) (expr, bool) {
	switch r.atoms[i].Word {
	case "'", "’", "‘":
	default:
		return expr{}, false
	}
	n, ok := r.number(i+1, 2)
	if !ok || !r.atoms[i+1].Glued || len(r.atoms[i+1].Word) != 2 {
		return expr{}, false
	}
	y := 1900 + n
	if n < 30 {
		y = 2000 + n
	}
	if i+2 < len(r.atoms) && r.atoms[i+2].Glued && r.atoms[i+2].Word == "s" && n%10 == 0 {
		value, b := decadeValue(y)
		return expr{kind: "DATE", value: value, bounds: b, end: i + 3}, true
	}
	return expr{}, false
}

package timex

import (
	"time"

	"synoptic/analyze/numeral"
	"synoptic/lang"
)

// month reads a date that begins with a month at atom i, and with needDay
// only one that names the day.
func (r *reader) month(i, m int, needDay bool) (expr, bool) {
	k := i + 1
	if r.in(k, r.l.The) {
		if d, end := r.dayNumber(k + 1); end > k+1 && d <= daysIn(2000, m) && (end > k+2 || r.atoms[k+1].Kind == numeral.Word) {
			return r.monthDay(i, m, d, end), true // "April the ninth"
		}
	}
	if d, end := r.dayNumber(k); end > k && d <= daysIn(2000, m) {
		return r.monthDay(i, m, d, end), true
	}
	if d, end := r.cardinal(k); end > k && d <= daysIn(2000, m) {
		return r.monthDay(i, m, d, end), true
	}
	if d, end := r.dayNumber(k + 1); r.word(k) == "," && end > k+2 && r.atoms[k+1].Kind == numeral.Digits && d <= daysIn(2000, m) {
		return r.monthDay(i, m, d, end), true // "October, 1st"
	}
	if needDay {
		return expr{}, false
	}
	if y, end := r.year(k); end > k {
		value, b := monthValue(y, m)
		return expr{kind: "DATE", value: value, bounds: b, end: end}, true
	}
	e := expr{kind: "DATE", end: k}
	if n, end := r.yearShift(k); end > k && r.dated {
		e.value, e.bounds = monthValue(r.day.Year()+n, m)
		e.end = end
		return e, true
	} else if end > k {
		e.value, e.end = "XXXX-"+pad(m, 2), end
		return e, true
	}
	if y, ok := r.yearAhead(k, m); ok {
		e.value, e.bounds = monthValue(y, m)
		return e, true
	}
	e.value, e.bounds = r.monthNear(i, m)
	e.yearless = r.dated
	return e, true
}

// monthNear gives a month without a year the year that its clause suggests.
func (r *reader) monthNear(i, m int) (string, bounds) {
	if !r.dated {
		return "XXXX-" + pad(m, 2), bounds{}
	}
	y := r.day.Year()
	now := int(r.day.Month())
	switch r.tense(i) {
	case future:
		if m < now {
			y++
		}
	case likely:
		switch {
		case m < now-6:
			y++
		case m > now+6:
			y--
		}
	default:
		// A month just ahead is rarely that of last year.
		if m > now+1 {
			y--
		}
	}
	return monthValue(y, m)
}

// monthDay reads what follows a month and a day: a year, the end of a range.
func (r *reader) monthDay(i, m, d, end int) expr {
	e := expr{kind: "DATE", end: end, daily: true}
	y, known := 0, false
	last, lastEnd := 0, end
	second := end + 1
	if k := end; k+1 < len(r.atoms) && r.l.To.Has(r.atoms[k].Word) {
		if r.in(second, r.l.The) {
			second++ // "from April the ninth to the seventeenth"
		}
		if n, to := r.dayNumber(second); to > second && n > d && (second == k+1 || to > second+1 || r.atoms[second].Kind == numeral.Word && r.closes(to)) {
			if _, ok := r.role(to, lang.TimeUnit); !ok && !(to < len(r.atoms) && r.atoms[to].Word == ":") {
				last, lastEnd = n, to
			}
		}
	}
	if n, to := r.year(lastEnd); to > lastEnd {
		y, known = n, true
		if last == 0 {
			e.end = to
		}
		lastEnd = to
	} else if n, ok := r.yearAhead(lastEnd, m); ok {
		y, known = n, true
	}
	if c, ok := r.clockTime(lastEnd); ok && !known && last == 0 && lastEnd < len(r.atoms) && r.word(lastEnd+1) == ":" {
		// "Oct 26 15:50:06 2016"
		if n, ok := r.number(c.end, 4); ok && n >= 1000 && n <= 2200 && r.behindClock(c.end) {
			y, known = n, true
		}
	}
	if n, to := r.yearShift(lastEnd); !known && to > lastEnd && last == 0 {
		e.end = to
		if r.dated {
			y, known = r.day.Year()+n, true
		}
	}
	if !known && r.dated {
		y, known = r.yearNear(i, m, d), true
		e.yearless = true
	}
	fill := func(e *expr, d int) {
		if known {
			e.value, e.bounds = dayValue(date(y, m, d))
			return
		}
		e.value = "XXXX-" + pad(m, 2) + "-" + pad(d, 2)
	}
	if known && lastEnd == end {
		y = leap(y, m, d)
	}
	fill(&e, d)
	if last == 0 && r.in(lastEnd, r.l.And) && e.end == lastEnd {
		// "April 24 and 25"
		if n, to := r.dayNumber(lastEnd + 1); to > lastEnd+1 && n > d && n <= daysIn(2000, m) && r.closes(to) && r.atoms[lastEnd+1].Kind == numeral.Digits {
			end, last, lastEnd, second = lastEnd, n, to, lastEnd+1
		}
	}
	if last > 0 {
		if r.in(second-1, r.l.The) {
			second--
		}
		more := &expr{kind: "DATE", end: lastEnd, daily: true, joined: true, start: second}
		fill(more, last)
		e.more = more
	}
	return e
}

// leap gives the year nearest to y that has day d of month m.
func leap(y, m, d int) int {
	for n := 1; n < 10 && d > daysIn(y, m); n++ {
		y += []int{-n, n}[n%2]
	}
	return y
}

// yearShift reads "last year", "this year", "that year" after a month.
func (r *reader) yearShift(i int) (n, end int) {
	w, k := r.phrase(i, lang.Shift)
	if _, to := r.phrase(i, lang.Same); to > i {
		w, k = lang.TimeWord{}, to
		if r.spoken > 0 {
			w.Value = r.spoken - r.day.Year()
		}
	}
	if k == i || w.Code != "" {
		return 0, i
	}
	if u, ok := r.role(k, lang.TimeUnit); ok && u.Code == "Y" && !u.Plural {
		return w.Value, k + 1
	}
	return 0, i
}

// yearNear chooses the year of a month and day: the past one unless the clause
// is of the future, or the coming one is near and the past one far.
func (r *reader) yearNear(i, m, d int) int {
	y := r.day.Year()
	t := date(y, m, d)
	ahead := int(t.Sub(r.day) / (24 * time.Hour))
	switch r.tense(i) {
	case likely:
		if ahead < -183 {
			return y + 1
		}
		if ahead > 183 {
			return y - 1
		}
		return y
	case future:
		if ahead < -60 {
			return y + 1
		}
		if ahead > 320 {
			return y - 1
		}
		return y
	}
	switch {
	case ahead > 60:
		return y - 1
	case ahead < -300:
		return y + 1
	}
	return y
}

// yearAhead finds the year that a later month of the same span carries:
// "between February and December 2017".
// What begins in a later month than it ends in began the year before.
func (r *reader) yearAhead(i, first int) (int, bool) {
	if i >= len(r.atoms) || !(r.l.To.Has(r.atoms[i].Word) || r.l.Or.Has(r.atoms[i].Word)) {
		return 0, false
	}
	k := i + 1
	if _, end := r.phrase(k, lang.Mod); end > k {
		k = end
	}
	if _, end := r.dayNumber(k); end > k {
		k = end
		if r.word(k) == "of" {
			k++
		}
	}
	m, ok := r.role(k, lang.Month)
	if !ok || !r.monthName(k) {
		return 0, false
	}
	k++
	if _, end := r.dayNumber(k); end > k {
		k = end
	}
	y, end := r.year(k)
	if m.Value < first {
		y--
	}
	return y, end > k
}

// dayNumber reads a day of the month, "13", "13th"; end is i when there is none.
func (r *reader) dayNumber(i int) (d, end int) {
	if i < len(r.atoms) && r.atoms[i].Kind == numeral.Word {
		return r.dayWord(i)
	}
	d, ok := r.number(i, 2)
	if !ok || d < 1 || d > 31 {
		return 0, i
	}
	end = i + 1
	if end < len(r.atoms) && r.atoms[end].Glued {
		switch a := &r.atoms[end]; {
		case a.Word == "st" || a.Word == "nd" || a.Word == "rd" || a.Word == "th":
			end++
		case a.Word == "%" || a.Word == "/" || a.Kind == numeral.Word && a.Word[0] != '\'':
			return 0, i
		case a.Word == ":" && end+1 < len(r.atoms) && r.atoms[end+1].Glued && r.atoms[end+1].Kind == numeral.Digits:
			return 0, i
		}
	}
	return d, end
}

// dayWord reads the day of a month in words, "thirty-first"; end is i when there is none.
func (r *reader) dayWord(i int) (d, end int) {
	if k := r.q.Numbers[r.atoms[i].Word].Kind; k != lang.Ordinal && k != lang.Tens {
		return 0, i
	}
	n, end := r.n.Read(r.atoms, i)
	if end == i || !n.Ordinal || n.Low < 1 || n.Low > 31 {
		return 0, i
	}
	if _, ok := r.role(end, lang.TimeUnit); ok {
		return 0, i // "the March second quarter"
	}
	return int(n.Low), end
}

// cardinal reads the day of a month that is written as a number of things is:
// "January twenty-five nineteen eighty-six", "May twenty-nine". A year, or the end
// of the sentence, has to follow; end is i when there is none.
func (r *reader) cardinal(i int) (d, end int) {
	if i >= len(r.atoms) || r.atoms[i].Kind != numeral.Word || r.q.Numbers[r.atoms[i].Word].Kind == 0 {
		return 0, i
	}
	n, end := r.n.Read(r.atoms, i)
	if end == i || n.Ordinal || n.Fraction || n.Loose || n.Low != n.High || n.Low < 1 || n.Low > 31 || n.Low != float64(int(n.Low)) {
		return 0, i
	}
	if _, to := r.yearWords(end); to > end {
		return int(n.Low), end
	}
	if r.word(end) == "," {
		if _, to := r.year(end); to > end {
			return int(n.Low), end
		}
	}
	if end < len(r.atoms) && !(end == len(r.atoms)-1 && r.atoms[end].Kind == numeral.Mark) {
		return 0, i
	}
	return int(n.Low), end
}

// isMonth tells "May" from "may" and "March" from "march".
func (r *reader) isMonth(i int) bool {
	word := trimPoint(r.atoms[i].Word)
	if !r.capital(i) {
		return !r.l.Doubtful.Has(word) && (len(word) > 3 || r.near(i))
	}
	if !r.l.Doubtful.Has(word) {
		return len(word) > 3 || r.atoms[i].Word != word || r.near(i) || (r.in(i-1, r.l.Of) && r.word(i-1) != "," || !r.l.Called.Has(word) && r.in(i-1, r.l.OnDay)) && r.closes(i+1)
	}
	if r.near(i) {
		return true
	}
	if r.in(i-1, r.l.The) && r.tag(i) == "NNP" && i+1 < len(r.atoms) && !r.capital(i+1) && r.tag(i + 1)[0] == 'N' {
		return true // "the March session"
	}
	if t := &r.d.Tokens[r.atoms[i].Token]; t.UPOS == "AUX" || t.UPOS == "VERB" || t.UPOS == "NOUN" {
		return false
	}
	if _, ok := r.role(i-1, lang.Shift); ok {
		return true
	}
	if _, ok := r.role(i-1, lang.Mod); ok {
		return true
	}
	return r.in(i-1, r.l.MonthCue) && !r.nameFollows(i)
}

// monthName reports whether the month at i, which a day stands before, is
// written as one: with a capital, if it is also another word.
func (r *reader) monthName(i int) bool {
	return r.capital(i) || !r.l.Doubtful.Has(trimPoint(r.atoms[i].Word))
}

// near reports whether a day or a year stands by the month at i.
func (r *reader) near(i int) bool {
	if n, ok := r.number(i+1, 4); ok && n > 0 && (n <= 31 || n >= 1000) {
		return true
	}
	if r.word(i+1) == "," {
		if n, ok := r.number(i+2, 4); ok && n >= 1000 {
			return true
		}
	}
	if _, ok := r.role(i+2, lang.Month); ok && (r.l.To.Has(r.word(i+1)) || r.l.And.Has(r.word(i+1))) && r.capital(i+2) {
		return true // "Jan-Feb 2017"
	}
	if _, ok := r.role(i-2, lang.Month); ok && (r.l.To.Has(r.word(i-1)) || r.l.And.Has(r.word(i-1))) && r.capital(i-2) {
		return true
	}
	if _, end := r.dayWord(min(i+1, len(r.atoms)-1)); end > i+1 {
		return true
	}
	if _, end := r.cardinal(i + 1); end > i+1 && r.capital(i) {
		return true
	}
	n, ok := r.number(i-1, 2)
	return ok && n > 0 && n <= 31
}

// nameFollows reports whether a capitalised word follows: "May Smith".
func (r *reader) nameFollows(i int) bool {
	return i+1 < len(r.atoms) && r.atoms[i+1].Kind == numeral.Word && r.capital(i+1) && len(r.roles[i+1]) == 0
}

// year reads "2023", ", 2023", "of 2023", "nineteen ninety-one" at atom i; end is i when there is none.
func (r *reader) year(i int) (y, end int) {
	k := i
	if r.in(k, r.l.Of) {
		k++
	}
	if y, end := r.yearWords(k); end > k {
		return y, end
	}
	if _, day := r.dayWord(max(0, i-1)); day == i && i > 0 {
		if y, end := r.thousandsAt(k); end > k && r.closes(end) {
			return y, end // "January first two thousand and three"
		}
	}
	y, ok := r.number(k, 4)
	if !ok || len(r.atoms[k].Word) != 4 || y < 1000 || y > 2200 || k > i && r.atoms[k].Glued {
		return 0, i
	}
	if r.word(i) == "," && k+1 < len(r.atoms) && r.atoms[k+1].Kind == numeral.Digits && !(r.word(k+2) == ":" && r.atoms[k+2].Glued) {
		return 0, i
	}
	return y, k + 1
}

// spelled reads a year in words as a date.
func (r *reader) spelled(i int) (expr, bool) {
	y, end := r.yearWords(i)
	if end == i {
		return expr{}, false
	}
	value, b := yearValue(y)
	return expr{kind: "DATE", value: value, bounds: b, end: end}, true
}

// thousands reads "two thousand", "two thousand and fifteen" as a year behind a
// month or "the year", or behind a word that years stand after if nothing follows
// that could be counted.
func (r *reader) thousands(i int) (y, end int) {
	y, end = r.thousandsAt(i)
	if end == i || i == 0 {
		return 0, i
	}
	_, month := r.role(i-1, lang.Month)
	if u, ok := r.role(i-1, lang.TimeUnit); !month && !(ok && u.Code == "Y") && !(r.in(i-1, r.l.YearAfter) && (end == len(r.atoms) || r.atoms[end].Kind == numeral.Mark)) {
		return 0, i
	}
	return y, end
}

// thousandsAt reads a number in words that could be a year of this century.
func (r *reader) thousandsAt(i int) (y, end int) {
	if i+1 >= len(r.atoms) || r.q.Numbers[r.atoms[i].Word].Kind != lang.Digit || r.q.Numbers[r.atoms[i+1].Word].Value != 1000 {
		return 0, i
	}
	n, end := r.n.Read(r.atoms, i)
	if end == i || n.Ordinal || n.Low != n.High || n.Low < 2000 || n.Low >= 2100 {
		return 0, i
	}
	return int(n.Low), end
}

// yearWords reads "nineteen ninety-one" at atom i; end is i when there is none.
func (r *reader) yearWords(i int) (y, end int) {
	a := r.q.Numbers[r.word(i)]
	if a.Kind != lang.Teen || a.Value < 17 || i+1 >= len(r.atoms) {
		return r.thousands(i)
	}
	k := r.hyphen(i + 1)
	b := r.q.Numbers[r.word(k)]
	if b.Kind == lang.Hundred && b.Value == 100 {
		// "seventeen hundred thirty-three", a year where more follows than a hundred
		k++
		if r.in(k, r.l.And) {
			k++
		}
		b = r.q.Numbers[r.word(k)]
	}
	if b.Kind != lang.Tens {
		return 0, i
	}
	y, end = int(a.Value)*100+int(b.Value), k+1
	if j := r.hyphen(end); j < len(r.atoms) {
		if c := r.q.Numbers[r.atoms[j].Word]; c.Kind == lang.Digit {
			y, end = y+int(c.Value), j+1
		}
	}
	return y, end
}

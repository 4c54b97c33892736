package timex

import "synoptic/lang"

// theQuarter reads "the quarter", which ends before atom end: the one spoken
// of, or the last that is over.
func (r *reader) theQuarter(end int) expr {
	e := expr{kind: "DATE", value: "XXXX-QX", end: end}
	switch {
	case !r.quarterly.IsZero() && (!r.dated || r.quarterly.Before(r.day)):
		q, _ := r.unitFrom(r.quarterly, "Q", 0)
		e.value, e.bounds = q.value, q.bounds
	case r.dated:
		q, _ := r.unitFrom(r.day, "Q", -1)
		e.value, e.bounds = q.value, q.bounds
	}
	return e
}

// yearBack reads "year-ago", "year-earlier quarter", "comparable year-earlier
// period": the quarter spoken of a year before, else the year before.
func (r *reader) yearBack(k int, the bool) (expr, bool) {
	if r.in(k, r.l.Alike) {
		k++
	}
	u, ok := r.role(k, lang.TimeUnit)
	j := r.hyphen(k + 1)
	if !ok || u.Code != "Y" || u.Plural || j == k+1 {
		return expr{}, false
	}
	w, end := r.phrase(j, lang.Ago)
	if end == j || w.Value >= 0 {
		return expr{}, false
	}
	var e expr
	if n, to := r.quarterName(end); to > end {
		return r.quarterFrom(-1, n, to), true
	}
	if r.quarterly.IsZero() {
		e, _ = r.unitAt("Y", -1)
	} else {
		e, _ = r.unitFrom(r.quarterly, "Q", -4)
	}
	if x, ok := r.role(end, lang.TimeUnit); r.in(end, r.l.Period) || ok && x.Code == "Q" && !x.Plural {
		end++
	} else if the {
		return expr{}, false // "the year-ago results": without the article
	}
	e.end = end
	return e, true
}

// quarter completes a quarter whose words end before end.
func (r *reader) quarter(end, n int) expr {
	e := expr{kind: "DATE", end: end}
	y, to := r.year(end)
	of := false
	if to == end && r.in(end, r.l.Of) && r.word(end) != "," {
		k := end + 1
		if r.in(k, r.l.The) {
			if u, ok := r.role(k+1, lang.TimeUnit); ok && u.Code == "Y" && !u.Plural {
				y, to, of = r.day.Year(), k+2, true // "the first quarter of the year"
			}
		} else if shift, last := r.yearShift(k); last > k {
			y, to, of = r.day.Year()+shift, last, true
		}
	}
	switch r.ofQuarter = n; {
	case of && !r.dated:
		e.value, e.end = "XXXX-Q"+pad(n, 1), to
		return e
	case to > end:
		e.end = to
	case r.dated:
		y = r.day.Year()
		if n > (int(r.day.Month())+2)/3 && r.tense(end-1) == past {
			y--
		}
	default:
		e.value = "XXXX-Q" + pad(n, 1)
		return e
	}
	return r.quarterOf(y, n, e.end)
}

// quarterOf gives quarter n of year y, and keeps it as the one spoken of.
func (r *reader) quarterOf(y, n, end int) expr {
	e := expr{kind: "DATE", end: end}
	e.value, e.bounds = quarterValue(y, n)
	r.ofQuarter = n
	r.quarterly, r.quarterAt = date(y, 3*n-1, 1), r.sentenceAt
	return e
}

// quarterFrom gives quarter n of the year that lies shift years from the anchor's.
func (r *reader) quarterFrom(shift, n, end int) expr {
	if r.dated {
		return r.quarterOf(r.day.Year()+shift, n, end)
	}
	r.ofQuarter = n
	return expr{kind: "DATE", value: "XXXX-Q" + pad(n, 1), end: end}
}

// quarterName reads "first quarter", "third-quarter"; end is i when there is none.
func (r *reader) quarterName(i int) (n, end int) {
	if i >= len(r.atoms) {
		return 0, i
	}
	x, k := r.n.Read(r.atoms, i)
	if k == i || !x.Ordinal || x.Low < 1 || x.Low > 4 {
		return 0, i
	}
	k = r.hyphen(k)
	if u, ok := r.role(k, lang.TimeUnit); ok && u.Code == "Q" && !u.Plural {
		return int(x.Low), k + 1
	}
	return 0, i
}

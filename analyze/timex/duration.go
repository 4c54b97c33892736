package timex

import (
	"math"
	"strconv"
	"strings"
	"time"

	"synoptic/analyze/numeral"
	"synoptic/lang"
)

var mods = map[lang.Bound]string{
	lang.Above: "MORE_THAN", lang.AtLeast: "EQUAL_OR_MORE", lang.Below: "LESS_THAN",
	lang.AtMost: "EQUAL_OR_LESS", lang.About: "APPROX",
}

// length writes a TIMEX3 duration of n units.
func length(n, code string) string {
	if whole, part, ok := strings.Cut(n, "."); ok && (part == "5" || part == "25" || part == "75") {
		if s := parts(whole, part, code); s != "" {
			return s
		}
	}
	switch code {
	case "TS":
		return "PT" + n + "S"
	case "TM":
		return "PT" + n + "M"
	case "TH":
		return "PT" + n + "H"
	case "N":
		return "P" + n + "D"
	case "F":
		if v, err := strconv.ParseFloat(n, 64); err == nil {
			return "P" + strconv.FormatFloat(2*v, 'f', -1, 64) + "W"
		}
		return "P" + n + "W"
	case "E":
		if v, err := strconv.ParseFloat(n, 64); err == nil {
			return "P" + strconv.FormatFloat(10*v, 'f', -1, 64) + "Y"
		}
		return "P" + n + "E"
	}
	return "P" + n + code
}

// parts writes half a year or an hour, or a quarter of one, by smaller units:
// P2Y6M, as TimeBank does. It returns nothing for units that are not so parted.
func parts(whole, part, code string) string {
	n := map[string]int{"25": 1, "5": 2, "75": 3}[part]
	head := ""
	if whole != "0" {
		head = whole
	}
	switch code {
	case "Y":
		return "P" + unitOf(head, "Y") + strconv.Itoa(3*n) + "M"
	case "TH":
		return "PT" + unitOf(head, "H") + strconv.Itoa(15*n) + "M"
	case "TM":
		return "PT" + unitOf(head, "M") + strconv.Itoa(15*n) + "S"
	}
	return ""
}

func unitOf(n, unit string) string {
	if n == "" {
		return ""
	}
	return n + unit
}

// count writes the number of units; "X" for one that is not told.
func count(n numeral.Number) string {
	if n.Low != n.High || math.IsInf(n.High, 0) {
		return "X"
	}
	return strconv.FormatFloat(n.Low, 'f', -1, 64)
}

// span reads a length of time, and the point it leads to: "two hours",
// "18-month", "more than 60 years", "three years ago", "hours".
func (r *reader) span(i int) (expr, bool) {
	k, mod := i, ""
	if b, end := numeral.Match(&r.q.Hedges, r.atoms, i); end > i && end < len(r.atoms) {
		if r.in(i, r.l.Hedges) && (!r.q.During.Has(r.atoms[i].Word) || end > i+1 || r.in(i-1, r.q.Lasting)) {
			k, mod = end, mods[b]
		}
	}
	if k == i && r.in(i, r.l.The) {
		// "the nine months", "the first six days"
		k++
		if x, to := r.n.Read(r.atoms, min(k, len(r.atoms)-1)); k < len(r.atoms) && to > k && x.Ordinal && x.Low == 1 {
			k = to
		}
		if r.in(k, r.l.Articles) {
			return expr{}, false
		}
	}
	if r.in(i, r.l.All) {
		if u, ok := r.role(i+1, lang.TimeUnit); ok && !u.Plural && smaller(u.Code, "E") && smaller("TH", u.Code) && u.Code != "Q" {
			return expr{kind: "DURATION", value: length("1", u.Code), end: i + 2}, true // "all day"
		}
	}
	the := k == i+1 && r.in(i, r.l.The)
	if e, ok := r.numbersFirst(k); ok {
		return e, true
	}
	if e, ok := r.ranged(k); ok && !the {
		return e, true
	}
	n, u, end, ok := r.length(k)
	if ok && the && r.atoms[end-2].Hyphen() {
		return expr{}, false // "the two-week strike": without the article
	}
	if !ok {
		return r.bare(i)
	}
	if _, to := r.phrase(end, lang.Ago); to == end && r.in(i, r.l.Per) && k == i && r.rated(i) {
		e := expr{kind: "SET", value: length("1", u.Code), end: end}
		if r.in(i-1, r.l.Times) {
			e.start = i - 1 // "twice a week"
		}
		return e, true
	}
	e := expr{kind: "DURATION", value: length(count(n), u.Code), mod: mod, end: end}
	if b, to := numeral.Match(&r.q.Trails, r.atoms, end); to > end && mods[b] != "" && r.word(end) != "+" {
		e.mod, e.end = mods[b], to
	}
	if _, to := r.phrase(e.end, lang.Rough); to > e.end {
		e.end = to
		if e.mod == "" {
			e.mod = mods[lang.About]
		}
	}
	if r.age(e.end) {
		return expr{}, false
	}
	// "two years and six months", "two hours 30 minutes"
	j := e.end
	if r.in(j, r.l.And) || r.word(j) == "," {
		j++
	}
	if n2, u2, to, ok := r.length(j); ok && j < len(r.atoms) && smaller(u2.Code, u.Code) && count(n2) != "X" && count(n) != "X" && !r.in(j, r.l.Articles) {
		n3, u3, third, ok := r.length(to)
		three := ok && to < len(r.atoms) && j == e.end && smaller(u3.Code, u2.Code) && count(n3) != "X" && !r.in(to, r.l.Articles)
		if _, back := r.phrase(to, lang.Ago); back == to || r.word(j-1) != "," {
			e.value = compound(e.value, length(count(n2), u2.Code))
			e.end = to
			if three { // "2 years 1 month 21 days"
				e.value = compound(e.value, length(count(n3), u3.Code))
				e.end = third
				if _, back := r.phrase(third, lang.Ago); back > third {
					e.end = back
				}
				return e, true
			}
			if w, back := r.phrase(to, lang.Ago); back > to && w.Code == "anchor" && r.dated && n.Low < 3000 {
				// "two weeks and two days ago": the second from where the first leads
				if from, ok := step(r.day, n.Low*float64(w.Value), u.Code); ok {
					day := r.day
					r.day = from
					e = r.ago(e, n2, u2, w, back)
					r.day = day
					return e, true
				}
			}
		}
	}
	if at, ok := r.reckoned(e, n, u); ok {
		return at, true
	}
	if w, to := r.phrase(e.end, lang.Ago); to > e.end {
		return r.ago(e, n, u, w, to), true
	}
	if r.opensSpan(i) {
		e.bounds = r.back(n.High, u.Code, r.way(i))
	}
	return e, true
}

// numbersFirst reads "5 past years", "2 upcoming months".
func (r *reader) numbersFirst(i int) (expr, bool) {
	if i >= len(r.atoms) || r.atoms[i].Kind == numeral.Mark {
		return expr{}, false
	}
	n, k := r.n.Read(r.atoms, i)
	if k == i || n.Ordinal || n.Fraction || n.Article {
		return expr{}, false
	}
	w, end := r.phrase(k, lang.Span)
	if end == k {
		w, end = r.phrase(k, lang.Shift)
	}
	u, ok := r.role(end, lang.TimeUnit)
	if end == k || !ok || !u.Plural || w.Value == 0 {
		return expr{}, false
	}
	return expr{kind: "DURATION", value: length(count(n), u.Code), bounds: r.back(n.High, u.Code, w.Value), end: end + 1}, true
}

// reckoned reads a length with the day that it is reckoned from: "three weeks
// from tomorrow", "two days after Christmas", "two weeks before May 13". It is
// the day that this leads to, or the month or year for those units.
func (r *reader) reckoned(e expr, n numeral.Number, u lang.TimeWord) (expr, bool) {
	w, k := r.phrase(e.end, lang.Ago)
	switch {
	case k > e.end && w.Code == "event":
	case k == e.end && r.in(k, r.l.From):
		w, k = lang.TimeWord{Value: 1}, k+1
	default:
		return expr{}, false
	}
	if r.nested || k >= len(r.atoms) || count(n) == "X" || n.Low != math.Trunc(n.Low) || n.Low > 3000 {
		return expr{}, false
	}
	switch more := e.mod == "MORE_THAN"; {
	case more && w.Value > 0, e.mod == "LESS_THAN" && w.Value < 0:
		e.mod = "AFTER"
	case more, e.mod == "LESS_THAN":
		e.mod = "BEFORE"
	}
	r.nested = true
	day, ok := r.date(k)
	r.nested = false
	if !ok || !day.daily || day.more != nil || day.kind != "DATE" || r.owner(day.end) > day.end {
		return expr{}, false
	}
	code, v := u.Code, int(n.Low)*w.Value
	switch code {
	case "W":
		code, v = "D", 7*v
	case "F":
		code, v = "D", 14*v
	case "D", "M", "Y":
	default:
		return expr{}, false
	}
	from, known := parseDay(day.value)
	at, ok := r.open(code)
	if known {
		at, ok = r.unitFrom(from, code, v)
	}
	at.end, at.mod = day.end, e.mod
	if e.mod == "BEFORE" || e.mod == "AFTER" {
		at.bounds, at.daily = bounds{}, false // one end is open
	}
	return at, ok
}

// ranged reads a length given by two numbers: "two to three weeks", "four- to
// six-hour", "between four and five hours". Its value is that of the first.
func (r *reader) ranged(i int) (expr, bool) {
	k := i
	between := r.in(k, r.l.Between)
	if between {
		k++
	}
	if k >= len(r.atoms) {
		return expr{}, false
	}
	a, k := r.n.Read(r.atoms, k)
	if k+1 >= len(r.atoms) || a.High == 0 || a.Ordinal || a.Article {
		return expr{}, false
	}
	if r.atoms[k].Hyphen() && !r.atoms[k+1].Glued {
		k++
	}
	if !(between && r.in(k, r.l.And) || !between && (r.l.To.Has(r.word(k)) || r.l.Or.Has(r.word(k)) && !r.in(k, r.l.And))) || k+1 >= len(r.atoms) {
		return expr{}, false
	}
	b, u, end, ok := r.length(k + 1)
	if !ok || r.in(k+1, r.l.Articles) || b.Low <= a.Low || r.age(end) {
		return expr{}, false
	}
	if _, to := r.phrase(end, lang.Ago); to > end {
		return expr{}, false
	}
	return expr{kind: "DURATION", value: length(count(a), u.Code), mod: mods[lang.About], end: end}, true
}

// rated reports whether the unit at i makes a rate of what stands before it:
// "twice a week", "$5 a year".
func (r *reader) rated(i int) bool {
	if i == 0 {
		return false
	}
	if r.in(i-1, r.l.Times) || r.in(i-1, r.l.TimesOf) || r.atoms[i-1].Kind == numeral.Digits {
		return true
	}
	if w := r.q.Numbers[r.atoms[i-1].Word]; w.Kind == lang.Scale || w.Kind == lang.ScaleMark {
		return true
	}
	u, to := numeral.Match(&r.q.Units, r.atoms, i-1)
	return to == i && (u.Dimension == "money" || u.Dimension == "percent" || u.Dimension == "length" || u.Dimension == "volume" || u.Dimension == "mass")
}

// opensSpan reports whether a span reckoned from the anchor begins at i: "in
// four years".
func (r *reader) opensSpan(i int) bool { return r.in(i-1, r.l.In) }

// way tells "the first visit in four years" from "will end in four years".
func (r *reader) way(i int) int {
	for k := i - 1; k >= 0 && k > i-14; k-- {
		if r.l.First.Has(r.atoms[k].Word) {
			return -1
		}
	}
	return 1
}

// length reads a number and a unit of time.
func (r *reader) length(i int) (n numeral.Number, u lang.TimeWord, end int, ok bool) {
	if i >= len(r.atoms) {
		return n, u, i, false
	}
	n, k := r.n.Read(r.atoms, i)
	single := false
	switch {
	case k > i && n.Ordinal:
		return n, u, i, false
	case k > i:
		if n.Digits && i > 0 && r.atoms[i].Glued && !(r.atoms[i-1].Kind == numeral.Mark) {
			return n, u, i, false
		}
	case r.in(i, r.l.Articles):
		n, k, single = numeral.Number{Low: 1, High: 1}, i+1, true
		if _, ok := r.role(k, lang.TimeUnit); ok && r.hyphen(k+1) > k+1 {
			if _, to := r.phrase(r.hyphen(k+1), lang.Ago); to > k+2 {
				return n, u, i, false // "a year-earlier loss"
			}
		}
	case r.in(i, r.l.Another):
		n, k, single = numeral.Number{Low: 1, High: 1}, i+1, true
	default:
		return n, u, i, false
	}
	if r.word(k) == "-" && r.hyphen(k) == k { // "two- "
		return n, u, i, false
	}
	k = r.hyphen(k)
	if !single && r.word(k) == "of" {
		k++
	}
	if r.in(k, r.l.Further) && !r.atoms[k].Glued {
		k++ // "two more weeks"
	}
	if n.Fraction && (r.in(k, r.l.Articles) || r.in(k, r.l.The)) {
		k++
	}
	u, ok = r.role(k, lang.TimeUnit)
	if !ok && !single {
		if u, ok = r.role(k, lang.Weekend); ok && !u.Plural && !r.atoms[k-1].Hyphen() {
			ok = false
		}
	}
	if !ok || single && u.Plural {
		return n, u, i, false
	}
	if u.Code == "TS" && !u.Plural && !(n.Low == 1 && !single) && !r.atoms[k-1].Hyphen() {
		return n, u, i, false // "a second term", "the 1988 second quarter"
	}
	if u.Code == "TS" && r.capital(k) && !r.atoms[k-1].Hyphen() {
		return n, u, i, false // "three SEC lawyers", "three Second Avenue shops"
	}
	if u.Code == "Q" && (single || !u.Plural) {
		return n, u, i, false
	}
	if u.Code == "N" && single {
		return n, u, i, false
	}
	k++
	if f, to := r.n.HalfAfter(r.atoms, k); to > k && n.Low == n.High {
		n.Low, n.High, k = n.Low+f, n.High+f, to
	}
	return n, u, k, true
}

// age reports whether what follows makes a length of time an age: "years old".
func (r *reader) age(i int) bool { return r.in(r.hyphen(i), r.l.Old) }

func smaller(a, b string) bool {
	const order = "L C E Y Q M F W D N TH TM TS"
	at := func(s string) int {
		for i := 0; i+len(s) <= len(order); i++ {
			if order[i:i+len(s)] == s && (i+len(s) == len(order) || order[i+len(s)] == ' ') && (i == 0 || order[i-1] == ' ') {
				return i
			}
		}
		return -1
	}
	return at(a) > at(b)
}

// compound joins two durations: P2Y and P6M to P2Y6M.
func compound(a, b string) string {
	if len(b) > 1 && b[1] == 'T' {
		if len(a) > 1 && a[1] == 'T' {
			return a + b[2:]
		}
		return a + b[1:]
	}
	return a + b[1:]
}

// bare reads a unit in the plural as a length that is not told: "for years".
func (r *reader) bare(i int) (expr, bool) {
	u, ok := r.role(i, lang.TimeUnit)
	if !ok || !u.Plural || u.Code == "Q" || u.Code == "N" || u.Code == "TS" {
		return expr{}, false
	}
	if w, to := r.phrase(i+1, lang.Ago); to > i+1 {
		e := expr{kind: "DURATION", value: length("X", u.Code), end: i + 1}
		if w.Code == "event" {
			return e, true
		}
		e.end = to
		if w.Code == "anchor" {
			e.kind, e.value = "DATE", "PAST_REF"
		}
		return e, true
	}
	if !r.in(i-1, r.l.For) {
		return expr{}, false
	}
	return expr{kind: "DURATION", value: length("X", u.Code), end: i + 1}, true
}

// nearQuarter is the number of sentences within which "a year ago" is of the
// quarter that was named.
const nearQuarter = 4

// ago turns a length into the point that lies so far from the anchor, or from
// the day spoken of. "Two days after the vote" stays a length.
func (r *reader) ago(e expr, n numeral.Number, u lang.TimeWord, w lang.TimeWord, end int) expr {
	if w.Code == "event" && end < len(r.atoms) && r.atoms[end].Kind != numeral.Mark {
		return e
	}
	e.end = end
	e.kind = "DATE"
	from := r.day
	if w.Code != "anchor" {
		from = r.ref
		results := u.Code == "Y" && n.Low == 1 && w.Value < 0 && !r.quarterly.IsZero()
		if !r.known && !results {
			e.kind = "DURATION"
			return e
		}
	}
	if count(n) == "X" || n.Low > 3000 {
		e.value = "PAST_REF"
		if w.Value > 0 {
			e.value = "FUTURE_REF"
		}
		return e
	}
	if w.Code == "anchor" && !r.dated {
		at, _ := r.unitAt(u.Code, 0)
		e.value = at.value
		if e.value == "" {
			e.value = "PAST_REF"
		}
		return e
	}
	code, v := u.Code, n.Low*float64(w.Value)
	if v != math.Trunc(v) {
		switch code {
		case "Y":
			code, v = "M", math.Round(v*12)
		case "W":
			code, v = "D", math.Round(v*7)
		}
	}
	if code == "E" {
		code, v = "Y", v*10
	}
	if code == "F" {
		code, v = "W", v*2
	}
	if code == "C" {
		code, v = "Y", v*100
	}
	if code == "Y" && v == -1 && !r.quarterly.IsZero() && (w.Code == "text" || w.Code == "anchor" && r.sentenceAt-r.quarterAt <= nearQuarter) {
		code, v, from = "Q", -4, r.quarterly // of results, "a year earlier"
	}
	switch {
	case e.mod == "MORE_THAN" && v < 0, e.mod == "LESS_THAN" && v > 0:
		e.mod = "BEFORE"
	case e.mod == "MORE_THAN", e.mod == "LESS_THAN":
		e.mod = "AFTER"
	}
	at, ok := r.unitFrom(from, code, int(v))
	if !ok {
		// Hours and minutes: the day itself, or the one that they lead to from a time of day.
		e.kind = "TIME"
		e.value = iso(from)
		if clock, err := time.Parse("T15:04", r.refClock); err == nil && w.Code != "anchor" && code == "TH" {
			if to := from.Add(time.Duration(clock.Hour()+int(v))*time.Hour + time.Duration(clock.Minute())*time.Minute); iso(to) != e.value {
				e.value, e.bounds = dayValue(to)
				e.daily = true
			}
		}
		return e
	}
	e.value, e.daily = at.value, at.daily
	if (w.Code == "anchor" || at.daily) && e.mod != "BEFORE" && e.mod != "AFTER" {
		e.bounds = at.bounds
	}
	return e
}

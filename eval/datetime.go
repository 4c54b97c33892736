package eval

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"synoptic/analyze/doc"
	"synoptic/span"
)

// datetimeCase is one case of the DateTimeModel of Microsoft Recognizers-Text.
type datetimeCase struct {
	Input        string
	NotSupported string
	Context      struct{ ReferenceDateTime string }
	Results      []datetimeResult
}

type datetimeResult struct {
	Text       string
	Resolution struct{ Values []datetimeValue }
}

// datetimeValue is one reading of an expression: its timex as the Recognizers
// write it, and the point, or the start and the end (which is the first moment
// after it), that it has by their calendar.
type datetimeValue struct {
	Timex, Value, Start, End string
}

// edges are the words that TIMEX3 leaves out of an expression, or may, and the
// Recognizers take in, or the other way round: prepositions, articles and
// hedges. They don't count when words are compared.
var edges = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`in on at from between by of for the a an around about circa before after since
		until till to through thru during within over into and or as no not more less than prior starting beginning
		up just only approximately least most exactly any some throughout towards earlier later year - – , . ( ) : ; " '`) {
		m[w] = true
	}
	return m
}()

// core returns s without the edge words at its ends.
func core(text string, s span.Span) span.Span {
	for {
		for s.Start < s.End && text[s.Start] == ' ' {
			s.Start++
		}
		for s.End > s.Start && text[s.End-1] == ' ' {
			s.End--
		}
		words := s.Text(text)
		first, last := s.Start, s.End
		if n := strings.IndexByte(words, ' '); n > 0 && edges[strings.ToLower(words[:n])] {
			first += n
		}
		if n := strings.LastIndexByte(words, ' '); n > 0 && edges[strings.ToLower(words[n+1:])] {
			last = s.Start + n
		}
		for last > first && edges[text[last-1:last]] {
			last--
		}
		for first < last && edges[text[first:first+1]] && !('a' <= text[first] && text[first] <= 'z') {
			first++
		}
		if first == s.Start && last == s.End || first >= last {
			return s
		}
		s = span.Span{Start: first, End: last}
	}
}

// datetimes scores the cases in the file at path: how many are supported on
// .NET, and how many of those pass. A case passes when what is found are just
// the times of the gold, in the same words but for edges and with a value that
// means the same.
func datetimes(path string) (passed, all int, err error) {
	b, err := readFile(path)
	if err != nil {
		return 0, 0, err
	}
	var cases []datetimeCase
	if err := json.Unmarshal(bytes.TrimPrefix(b, []byte("\ufeff")), &cases); err != nil {
		return 0, 0, fmt.Errorf("%s: %w", path, err)
	}
	for i := range cases {
		c := &cases[i]
		if strings.Contains(c.NotSupported, "dotnet") {
			continue
		}
		all++
		if c.passes(times(c.Input, c.Context.ReferenceDateTime)) {
			passed++
		}
	}
	return passed, all, nil
}

func (c *datetimeCase) passes(found []doc.Time) bool {
	at, k := 0, 0
	lower := strings.ToLower(c.Input)
	if len(lower) != len(c.Input) {
		lower = c.Input
	}
	for i := range c.Results {
		want := &c.Results[i]
		n := strings.Index(lower[at:], strings.ToLower(want.Text))
		if n < 0 {
			return false
		}
		words := span.Span{Start: at + n, End: at + n + len(want.Text)}
		at = words.End
		words = core(c.Input, words)
		to := k
		// The two ends of a span count as one, or apart.
		for end := k + 1; end <= len(found) && (end == k+1 || end == k+2 && found[k+1].Joined); end++ {
			whole := span.Span{Start: found[k].Start, End: found[end-1].End}
			if core(c.Input, whole) == words && slices.ContainsFunc(want.Resolution.Values, func(v datetimeValue) bool { return v.means(found[k:end], c.Context.ReferenceDateTime) }) {
				to = end
			}
		}
		// "Tuesday before 5 p.m." is two times in TIMEX3, the second of which is
		// on the day that the first names.
		if to == k && k+1 < len(found) && found[k+1].Type == "TIME" && found[k].Type == "DATE" && strings.HasPrefix(found[k+1].Value, found[k].Value) &&
			core(c.Input, span.Span{Start: found[k].Start, End: found[k+1].End}) == words && between(c.Input[found[k].End:found[k+1].Start]) &&
			slices.ContainsFunc(want.Resolution.Values, func(v datetimeValue) bool { return v.means(found[k+1:k+2], c.Context.ReferenceDateTime) }) {
			to = k + 2
		}
		if to == k {
			return false
		}
		k = to
	}
	return k == len(found)
}

// between reports whether all words of text are edges.
func between(text string) bool {
	return !slices.ContainsFunc(strings.Fields(strings.ToLower(text)), func(w string) bool { return !edges[w] })
}

// means reports whether v and what was found, one time or the two ends of a
// span, mean the same where it is now.
func (v *datetimeValue) means(found []doc.Time, now string) bool {
	first, last := &found[0], &found[len(found)-1]
	if a, b, length, ok := v.parts(); ok {
		if len(found) == 2 {
			return (pointed(a, first) || begins(v.Start, first)) && (pointed(b, last) || begins(v.End, last) || ends(v.End, last))
		}
		if first.Type == "DURATION" {
			return sameLength(first.Value, length)
		}
		return begins(v.Start, first) && ends(v.End, first)
	}
	if len(found) == 2 {
		return v.Start != "" && begins(v.Start, first) && ends(v.End, last)
	}
	if coarser(first, v.Timex) || v.Start != "" && v.End == "" && yearless(v.Timex, first) || v.End != "" && v.Start == "" && yearless(v.Timex, first) {
		return true
	}
	if first.Type == "DURATION" && v.Timex != "" && v.Timex[0] != 'P' {
		// "in two weeks": the length, or the day it leads to
		return ends(v.Timex, first) || begins(v.Timex, first) || away(v.Value, now, first.Value)
	}
	if day, part, ok := strings.Cut(first.Value, "T"); ok && strings.HasSuffix(v.Timex, "T"+part) && part > "9" && strings.HasPrefix(v.Start, day) {
		return true // the same part of the same day: "Tuesday afternoon"
	}
	if first.Mod == "MID" && yearless(v.Timex, first) && strings.HasPrefix(v.Start, first.Value) {
		return true // the middle of the same month
	}
	return pointed(v.Timex, first) || againAs[v.Timex] != "" && againAs[v.Timex] == first.Value ||
		v.End == "" && v.Start != "" && begins(v.Start, first) && ends(v.Start, first) ||
		v.Start == "" && v.End != "" && begins(v.End, first) && ends(v.End, first) || v.Value != "" && pointed(strings.Replace(v.Value, " ", "T", 1), first) ||
		v.Start != "" && v.End != "" && begins(v.Start, first) && ends(v.End, first)
}

// parts takes "(2016-11-07,2016-11-21,P2W)" apart.
func (v *datetimeValue) parts() (a, b, length string, ok bool) {
	s, ok := strings.CutPrefix(v.Timex, "(")
	if !ok {
		return "", "", "", false
	}
	f := strings.Split(strings.TrimSuffix(s, ")"), ",")
	if len(f) != 3 {
		return "", "", "", false
	}
	return f[0], f[1], f[2], true
}

// coarser reports whether t is the week, month or year that holds the day of
// timex: "two months ago" is a month in TIMEX3, and a day to the Recognizers.
func coarser(t *doc.Time, timex string) bool {
	return t.Type == "DATE" && len(timex) == len(time.DateOnly) && len(t.Value) < len(timex) && t.Mod == "" && t.Value[0] != 'X' &&
		t.Earliest <= timex && timex <= t.Latest
}

// yearless reports whether timex, which leaves the year open, is of the month
// or day of t. It is asked where the Recognizers give but one end.
func yearless(timex string, t *doc.Time) bool {
	rest, ok := strings.CutPrefix(timex, "XXXX-")
	return ok && rest != "" && rest[0] != 'W' && strings.HasSuffix(t.Value, "-"+rest)
}

// againAs gives TIMEX3's way to write what comes again for that of the Recognizers.
var againAs = map[string]string{"P1WE": "XXXX-WXX-WE", "P1D": "XXXX-XX-XX"}

// pointed reports whether the value of t is that of timex. A time of day
// without its day counts when it is on any day.
func pointed(timex string, t *doc.Time) bool {
	day, clock, timed := strings.Cut(t.Value, "T")
	if len(timex) > 2 && timex[1] == 'Y' {
		timex = timex[2:] // "FY2008": TimeBank has no sign for fiscal years
	}
	wantDay, wantClock, wantTimed := strings.Cut(timex, "T")
	if strings.HasPrefix(timex, "P") && strings.HasPrefix(t.Value, "P") {
		return sameLength(t.Value, timex)
	}
	if wantTimed != timed {
		return false
	}
	if timed && sameClock(clock) != sameClock(wantClock) {
		return false
	}
	if timed && wantDay == "" {
		return true
	}
	return day == wantDay || day == "XXXX-"+wantDay // "SU", any summer
}

// sameClock fills in the minutes and seconds of a time of day.
func sameClock(s string) string {
	if s == "" || s[0] < '0' || s[0] > '9' {
		return s
	}
	s = strings.TrimSuffix(s, "Z")
	for len(s) < len("15:04:05") {
		s += ":00"
	}
	return s
}

const minuteForm = "2006-01-02T15:04"

func moment(s string) (time.Time, bool) {
	s = strings.Replace(s, " ", "T", 1)
	if len(s) > len(minuteForm) {
		s = s[:len(minuteForm)]
	}
	if len(s) == len(time.DateOnly) {
		s += "T00:00"
	}
	t, err := time.Parse(minuteForm, s)
	return t, err == nil
}

// away reports whether the point s lies the length of time from now, be it
// before or after.
func away(s, now, length string) bool {
	at, ok := moment(s)
	from, ok2 := moment(now)
	m, ok3 := measure(length)
	if !ok || !ok2 || !ok3 || m[0] != math.Trunc(m[0]) {
		return false
	}
	step := time.Duration(m[1]) * time.Second
	return at.Equal(from.AddDate(0, int(m[0]), 0).Add(step)) || at.Equal(from.AddDate(0, -int(m[0]), 0).Add(-step))
}

// begins reports whether t begins at s.
func begins(s string, t *doc.Time) bool {
	a, ok := moment(s)
	b, ok2 := moment(t.Earliest)
	return ok && ok2 && a.Equal(b) || ok && t.Value == s // a day that could be another has wider bounds
}

// ends reports whether s is the end of t, or the first moment after it.
func ends(s string, t *doc.Time) bool {
	a, ok := moment(s)
	b, ok2 := moment(t.Latest)
	if !ok || !ok2 {
		return false
	}
	if ok && t.Value == s {
		return true
	}
	after := b.Add(time.Minute)
	if len(t.Latest) == len(time.DateOnly) {
		after = b.AddDate(0, 0, 1)
	}
	return a.Equal(b) || a.Equal(after)
}

// sameLength reports whether two durations are equal: P2W is P14D, PT1.5H is
// PT1H30M, P1Q is P3M.
func sameLength(a, b string) bool {
	if a == b {
		return true
	}
	x, ok := measure(a)
	y, ok2 := measure(b)
	return ok && ok2 && x == y
}

// measure gives the months and seconds of a duration.
func measure(s string) (m [2]float64, ok bool) {
	s, ok = strings.CutPrefix(s, "P")
	clock := false
	for ok && s != "" {
		if s[0] == 'T' {
			s, clock = s[1:], true
			continue
		}
		n := strings.IndexFunc(s, func(r rune) bool { return (r < '0' || r > '9') && r != '.' })
		if n < 1 {
			return m, false
		}
		v, err := strconv.ParseFloat(s[:n], 64)
		if err != nil {
			return m, false
		}
		switch unit := s[n]; {
		case clock && unit == 'H':
			m[1] += 3600 * v
		case clock && unit == 'M':
			m[1] += 60 * v
		case clock && unit == 'S':
			m[1] += v
		case unit == 'D':
			m[1] += 24 * 3600 * v
		case unit == 'W':
			m[1] += 7 * 24 * 3600 * v
		case unit == 'M':
			m[0] += v
		case unit == 'Q':
			m[0] += 3 * v
		case unit == 'Y':
			m[0] += 12 * v
		default:
			return m, false
		}
		s = s[n+1:]
	}
	return m, ok
}

// Package anchor dates the reports of one story by each other. What one report
// says in full ("Wednesday, 13 September 2023") tells what another means by
// "Wednesday", "last month" and "last year".
package anchor

import (
	"maps"
	"slices"
	"strings"
	"time"

	"synoptic/analyze/doc"
	"synoptic/analyze/timex"
)

// Set holds the times of all reports of one story, read against one another.
type Set struct {
	reports []report
}

// report is one document with the day it was published.
type report struct {
	d       *doc.Doc
	times   []doc.Time
	day     time.Time
	dated   bool // whether day is known, told or inferred
	told    bool
	virtual bool // day serves only to compare within the story
}

// Memory keeps how documents read from the days of one story, for the next that has
// them. The zero value is ready for use.
type Memory struct {
	times map[reading][]doc.Time
	days  map[*doc.Doc]published
}

// published is the day of a document, and whether it is told.
type published struct {
	day  time.Time
	told bool
}

// reading is a document read from a day.
type reading struct {
	d   *doc.Doc
	day time.Time
}

// published returns the day that a document tells it was published on.
func (m *Memory) published(d *doc.Doc) (time.Time, bool) {
	p, ok := m.days[d]
	if !ok {
		p.day, p.told = timex.Published(d)
		m.days[d] = p
	}
	return p.day, p.told
}

// at returns the times of a document read from a day.
func (m *Memory) at(d *doc.Doc, day time.Time) []doc.Time {
	at := reading{d, day}
	times, ok := m.times[at]
	if !ok {
		times = timex.At(d, day)
		m.times[at] = times
	}
	return times
}

// Resolve reads the times of docs, reports of one story, against the days that
// any of them give.
func Resolve(docs []*doc.Doc) *Set { return new(Memory).Resolve(docs) }

// Resolve is the function, and forgets what other documents read like.
func (m *Memory) Resolve(docs []*doc.Doc) *Set {
	now := make(map[*doc.Doc]bool, len(docs))
	for _, d := range docs {
		now[d] = true
	}
	maps.DeleteFunc(m.times, func(r reading, _ []doc.Time) bool { return !now[r.d] })
	maps.DeleteFunc(m.days, func(d *doc.Doc, _ published) bool { return !now[d] })
	if m.times == nil {
		m.times, m.days = map[reading][]doc.Time{}, map[*doc.Doc]published{}
	}
	s := &Set{reports: make([]report, len(docs))}
	for i, d := range docs {
		r := report{d: d, times: d.Times}
		r.day, r.told = m.published(d)
		if !r.told {
			r.day, r.dated = m.own(d)
		}
		r.dated = r.dated || r.told
		s.reports[i] = r
	}
	day, found := s.storyDay()
	known := found
	if !found {
		day, known, found = s.byYearless()
	}
	week := s.weekdays()
	for i := range s.reports {
		r := &s.reports[i]
		switch {
		case r.dated:
		case !found:
			continue
		default:
			if known && (len(week) > 0 && !shares(r.d, week) || otherMonth(r.d, day)) {
				continue
			}
			r.day = m.settle(r.d, day, -1)
			r.dated, r.virtual = known, !known
		}
		if !r.told {
			r.times = m.at(r.d, r.day)
		}
	}
	return s
}

// Published returns the day on which report i was published. It is inferred
// when the report does not tell it.
func (s *Set) Published(i int) (day string, inferred, ok bool) {
	r := &s.reports[i]
	if !r.dated {
		return "", false, false
	}
	return r.day.Format(dayForm), !r.told, true
}

// Bounds returns the bounds of time t of report i. The two ends of one span,
// "May or early June", have the bounds of the whole. ok is false when they are
// not known; such bounds can still be compared within the story.
func (s *Set) Bounds(i, t int) (b Bounds, ok bool) {
	r := &s.reports[i]
	if t >= len(r.times) {
		return b, false
	}
	first, last := t, t
	for first > 0 && r.times[first].Joined {
		first--
	}
	for last+1 < len(r.times) && r.times[last+1].Joined {
		last++
	}
	for k := first; k <= last; k++ {
		x := &r.times[k]
		if x.Earliest == "" || strings.HasSuffix(x.Value, "_REF") { // "now" is no date to compare
			return Bounds{}, false
		}
		one := Bounds{x.Earliest, x.Latest, precision(x.Value, x.Mod), minute(x.Earliest, "T00:00"), minute(x.Latest, "T23:59"), calendar}
		if k == first {
			b = one
			continue
		}
		b.Precision = "range"
		if one.from < b.from {
			b.Earliest, b.from = one.Earliest, one.from
		}
		if one.to > b.to {
			b.Latest, b.to = one.Latest, one.to
		}
	}
	if r.virtual && relative(&r.d.Times[t]) {
		return within(b, r.d.Times[t].Value), false
	}
	return b, true
}

// within gives the bounds of a time that is not dated, by its value without a
// date, for comparing it within the story.
func within(b Bounds, value string) Bounds {
	x := Bounds{from: b.from, to: b.to, frame: distant}
	switch {
	case strings.HasPrefix(value, "XXXX-WXX"), strings.HasPrefix(value, "XXXX-XX-XX"):
		x.frame = weekly
	case len(value) >= 7 && value[5] >= '0' && value[5] <= '9':
		if b.from[:4] != b.to[:4] {
			return Bounds{}
		}
		x.frame = yearless
		x.from, x.to = "2000"+b.from[4:], "2000"+b.to[4:]
	}
	return x
}

// relative reports whether t has no bounds of its own.
func relative(t *doc.Time) bool { return t.Earliest == "" }

// own finds the day of a report without a day of publication in its own
// words: a full date that names its day of the week.
func (m *Memory) own(d *doc.Doc) (time.Time, bool) {
	votes := map[string]int{}
	var order []string
	for i := range d.Times {
		t := &d.Times[i]
		if len(t.Value) < len(dayForm) || t.Earliest == "" || t.Type != "DATE" && t.Type != "TIME" || t.Value[:len(dayForm)] != t.Earliest[:len(dayForm)] {
			continue
		}
		if !namesWeekday(d, t) {
			continue
		}
		day := t.Earliest[:len(dayForm)]
		if votes[day] == 0 {
			order = append(order, day)
		}
		votes[day]++
	}
	if len(order) > 1 && scattered(order) {
		return time.Time{}, false // the captions of a gallery, a chronicle
	}
	slices.SortStableFunc(order, func(a, b string) int {
		if n := votes[b] - votes[a]; n != 0 {
			return n
		}
		return strings.Compare(b, a)
	})
	for _, s := range order {
		day, err := time.Parse(dayForm, s)
		if err != nil {
			continue
		}
		if slices.Contains(weekdaysOf(d), isoWeekday(day)) {
			return m.settle(d, day, 0), true
		}
	}
	return time.Time{}, false
}

// maxNews is the number of days that the full dates of one report of news span.
const maxNews = 14

// scattered reports whether the days lie further apart than those of one report.
func scattered(list []string) bool {
	first, err := time.Parse(dayForm, slices.Min(list))
	last, err2 := time.Parse(dayForm, slices.Max(list))
	return err != nil || err2 != nil || last.Sub(first) > maxNews*24*time.Hour
}

// namesWeekday reports whether a day of the week is part of t's words.
func namesWeekday(d *doc.Doc, t *doc.Time) bool {
	for i := t.Tokens.From; i < t.Tokens.To; i++ {
		if weekdayWord(d, i) > 0 {
			return true
		}
	}
	return false
}

// storyDay returns the day that most reports were published on; the earliest
// of those with the most votes.
func (s *Set) storyDay() (time.Time, bool) {
	votes := map[string]int{}
	var order []string
	for i := range s.reports {
		if r := &s.reports[i]; r.dated {
			day := r.day.Format(dayForm)
			if votes[day] == 0 {
				order = append(order, day)
			}
			votes[day]++
		}
	}
	if len(order) == 0 {
		return time.Time{}, false
	}
	slices.SortFunc(order, func(a, b string) int {
		if n := votes[b] - votes[a]; n != 0 {
			return n
		}
		return strings.Compare(a, b)
	})
	day, err := time.Parse(dayForm, order[0])
	return day, err == nil
}

// weekdays are the days of the week that dated reports name.
func (s *Set) weekdays() []int {
	var list []int
	for i := range s.reports {
		if r := &s.reports[i]; r.dated {
			list = append(list, weekdaysOf(r.d)...)
			list = append(list, isoWeekday(r.day))
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

func shares(d *doc.Doc, week []int) bool {
	mine := weekdaysOf(d)
	for _, w := range mine {
		if slices.Contains(week, w) {
			return true
		}
	}
	return len(mine) == 0
}

// otherMonth reports whether the address of d names a month that is not that of day, nor the
// one before or after.
func otherMonth(d *doc.Doc, day time.Time) bool {
	named, err := time.Parse("2006-01", d.Article.Month())
	if err != nil {
		return false
	}
	months := func(t time.Time) int { return 12*t.Year() + int(t.Month()) }
	apart := months(day) - months(named)
	return apart < -1 || apart > 1
}

// settle moves day, on which the news broke, to the day on which d seems to
// have been published: from back days before it to two days after it, so that
// the days of the week that d names, those to come apart, lie as short a time
// before as can be.
func (m *Memory) settle(d *doc.Doc, day time.Time, back int) time.Time {
	named := open(d, m.at(d, day), day.Format(dayForm))
	best, least := 0, -1
	for _, shift := range []int{0, 1, -1, 2} {
		if shift < back {
			continue
		}
		at := isoWeekday(day.AddDate(0, 0, shift))
		sum := 0
		for _, w := range named {
			sum += (at - w + 7) % 7
		}
		if least < 0 || sum < least {
			best, least = shift, sum
		}
	}
	return day.AddDate(0, 0, best)
}

// open lists the days of the week that d names without a date, in order, but for
// those that lie after today in times, the times of d read with dates.
func open(d *doc.Doc, times []doc.Time, today string) []int {
	var list []int
	for i := range d.Times {
		t := &d.Times[i]
		if !strings.HasPrefix(t.Value, "XXXX-WXX-") || t.Type == "SET" || strings.HasSuffix(t.Value, "WE") {
			continue
		}
		if i < len(times) && len(times[i].Earliest) >= len(dayForm) && times[i].Earliest[:len(dayForm)] > today {
			continue
		}
		if n := int(t.Value[len("XXXX-WXX-")] - '0'); n >= 1 && n <= 7 {
			list = append(list, n)
		}
	}
	return list
}

// weekdaysOf returns the days of the week that d names, sorted.
func weekdaysOf(d *doc.Doc) []int {
	var list []int
	for i := range d.Times {
		for k := d.Times[i].Tokens.From; k < d.Times[i].Tokens.To; k++ {
			if w := weekdayWord(d, k); w > 0 {
				list = append(list, w)
			}
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// isoWeekday counts from Monday, 1, to Sunday, 7.
func isoWeekday(t time.Time) int { return (int(t.Weekday())+6)%7 + 1 }

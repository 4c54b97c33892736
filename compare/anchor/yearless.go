package anchor

import (
	"slices"
	"strings"
	"time"

	"synoptic/analyze/doc"
	"synoptic/lang"
)

// byYearless finds the story's day when no report gives a full date. A date
// without a year near a day of the week ("April 30 (…) said on Monday") fits
// only some years: the first from the latest year that the reports name, if it
// is that one or the next. known is false when the day is only good enough to
// compare days of the week and months with one another.
func (s *Set) byYearless() (day time.Time, known, ok bool) {
	latest := 0
	any := false
	for i := range s.reports {
		d := s.reports[i].d
		for k := range d.Times {
			t := &d.Times[k]
			any = any || strings.HasPrefix(t.Value, "XXXX")
			if t.Type == "DATE" && len(t.Latest) >= 4 && t.Latest[0] <= '2' {
				if y := year(t.Latest); y > latest && y < 2100 {
					latest = y
				}
			}
		}
	}
	if !any {
		return day, false, false
	}
	for i := range s.reports {
		d := s.reports[i].d
		m, n, w, found := dateline(d)
		if !found || latest == 0 {
			continue
		}
		for y := latest; y <= latest+1; y++ {
			if t := time.Date(y, time.Month(m), n, 0, 0, 0, 0, time.UTC); isoWeekday(t) == w {
				return t, true, true
			}
		}
	}
	if latest == 0 {
		latest = 2000
	}
	// Any day will do that has the day of the week most reports begin with.
	t := time.Date(latest, time.July, 1, 0, 0, 0, 0, time.UTC)
	var votes [8]int
	for i := range s.reports {
		if named := open(s.reports[i].d, nil, ""); len(named) > 0 {
			votes[named[0]]++
		}
	}
	for best := slices.Max(votes[:]); best > 0 && votes[isoWeekday(t)] < best; {
		t = t.AddDate(0, 0, 1)
	}
	return t, false, true
}

// dateline finds the month and day at the head of a report, before any other
// sentence is done, and the first day of the week after it.
func dateline(d *doc.Doc) (month, day, weekday int, ok bool) {
	for i := range d.Times {
		t := &d.Times[i]
		if i > 6 {
			break
		}
		v := t.Value
		if len(v) != len("XXXX-04-30") || !strings.HasPrefix(v, "XXXX-") || v[5] == 'W' {
			continue
		}
		month, day = int(v[5]-'0')*10+int(v[6]-'0'), int(v[8]-'0')*10+int(v[9]-'0')
		s := d.SentenceOf(t.Tokens.From)
		if s < 0 || t.Tokens.From-d.Sentences[s].From > 6 {
			continue
		}
		for k := i + 1; k < len(d.Times); k++ {
			x := &d.Times[k]
			if d.SentenceOf(x.Tokens.From) != s {
				break
			}
			if strings.HasPrefix(x.Value, "XXXX-WXX-") && x.Type != "SET" {
				return month, day, int(x.Value[len("XXXX-WXX-")] - '0'), true
			}
		}
	}
	return 0, 0, 0, false
}

func year(s string) int {
	n := 0
	for _, c := range s[:4] {
		if c < '0' || c > '9' {
			return 0
		}
		n = n*10 + int(c-'0')
	}
	return n
}

// weekdayWord returns the day of the week that token i names, 0 for none.
func weekdayWord(d *doc.Doc, i int) int {
	if d.Lang == nil {
		return 0
	}
	for _, w := range d.Lang.Time.Words[strings.TrimSuffix(d.Tokens[i].Norm, ".")] {
		if w.Kind == lang.Weekday && !w.Plural {
			return w.Value
		}
	}
	return 0
}

package dossier

import (
	"slices"
	"strings"
	"time"
)

// moment is what the reports place at one time.
type moment struct {
	when string
	list []excerpt
}

// busy is how many excerpts are shown of one time; of the others, where they
// stand.
const busy = 6

// moments puts together what the timeline has for the same time, headlines and
// captions last.
func (r *reading) moments() []moment {
	var out []moment
	for i := 0; i < len(r.d.Timeline); {
		when := r.d.Timeline[i].when()
		var list []Evidence
		for ; i < len(r.d.Timeline) && r.d.Timeline[i].when() == when; i++ {
			list = append(list, r.d.Timeline[i].Evidence...)
		}
		at := r.excerpts(list, r.report)
		slices.SortStableFunc(at, func(a, b excerpt) int { return btoi(r.part(a.at[0]) != "") - btoi(r.part(b.at[0]) != "") })
		out = append(out, moment{when, at})
	}
	return out
}

// stamps tells when each report was published, as shortly as keeps them apart:
// without the day when all are of one, and all in the zone that most give, which
// is told when they give several. Empty when they do not differ.
func stamps(list []Article) map[string]string {
	var at []time.Time
	exact, clocks := true, false
	zones, days := map[string]int{}, map[string]bool{}
	var most time.Time // of the first report in the zone that most give
	for i := range list {
		t, _, u := parseDate(list[i].Published)
		if at = append(at, t); u == 0 {
			continue
		}
		exact = exact && u == minutes
		clocks = clocks || t.Hour()+t.Minute() > 0
		zone := t.Format("-07:00")
		if zones[zone]++; zones[zone] > zones[most.Format("-07:00")] || most.IsZero() {
			most = t
		}
	}
	exact = exact && clocks // midnight, everywhere, is a day without its hour
	if exact && len(zones) > 1 {
		for i := range at {
			at[i] = at[i].In(most.Location())
		}
	}
	for _, t := range at {
		if !t.IsZero() {
			days[t.Format("2006-01-02")] = true
		}
	}
	layout := "2 Jan"
	switch {
	case exact && len(days) == 1:
		layout = "15:04"
	case exact:
		layout = "2 Jan 15:04"
	case len(days) == 1:
		return nil
	}
	out := map[string]string{}
	var seen []string
	for i, t := range at {
		if t.IsZero() {
			continue
		}
		s := t.Format(layout)
		if exact && len(zones) > 1 {
			s += zoneName(t)
		}
		out[list[i].ID] = s
		if !slices.Contains(seen, s) {
			seen = append(seen, s)
		}
	}
	if len(seen) < 2 {
		return nil
	}
	return out
}

// zoneName names the zone of t: " UTC" or " +10:00".
func zoneName(t time.Time) string {
	if s := t.Format("-07:00"); s != "+00:00" {
		return " " + s
	}
	return " UTC"
}

// reprints says which outlets copy which: "Bay News, Echo reprint Northline".
func (r *reading) reprints() []string {
	var of []string // articles that are copied
	who := map[string][]string{}
	for i := range r.d.Articles {
		a := &r.d.Articles[i]
		if a.CopyOf == nil {
			continue
		}
		if !slices.Contains(of, *a.CopyOf) {
			of = append(of, *a.CopyOf)
		}
		who[*a.CopyOf] = append(who[*a.CopyOf], r.labels[i])
	}
	var out []string
	for _, id := range of {
		verb := " reprints "
		if len(who[id]) > 1 {
			verb = " reprint "
		}
		out = append(out, strings.Join(who[id], ", ")+verb+r.label(id))
	}
	return out
}

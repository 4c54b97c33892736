package dossier

import "testing"

func TestDates(t *testing.T) {
	for _, c := range []struct{ earliest, latest, want string }{
		{"2031-03-12", "2031-03-12", "12 Mar 2031"},
		{"2031-03-12", "", "12 Mar 2031"},
		{"", "2031-03-12", "until 12 Mar 2031"},
		{"2031-03-12", "2031-03-14", "12–14 Mar 2031"},
		{"2031-02-27", "2031-03-02", "27 Feb – 2 Mar 2031"},
		{"2030-12-30", "2031-01-02", "30 Dec 2030 – 2 Jan 2031"},
		{"2031-03-12T06:00", "2031-03-12T12:00", "12 Mar 2031, 06:00–12:00"},
		{"2031-03-12T00:00", "2031-03-12T23:59", "12 Mar 2031"},
		{"2031-03-12T09:40:00+02:00", "", "12 Mar 2031, 09:40 +02:00"},
		{"2031-03-12T09:40:00Z", "", "12 Mar 2031, 09:40 UTC"},
		{"2029", "2031", "2029–2031"},
		{"soon", "2031", "soon – 2031"},
	} {
		if got := dates(c.earliest, c.latest); got != c.want {
			t.Errorf("dates(%q, %q) = %q, want %q", c.earliest, c.latest, got, c.want)
		}
	}
}

func TestWhen(t *testing.T) {
	for _, c := range []struct {
		event Event
		want  string
	}{
		{Event{Earliest: "2031-03-01", Latest: "2031-03-31", Precision: "month"}, "Mar 2031"},
		{Event{Earliest: "2031-01-01", Latest: "2031-12-31", Precision: "year"}, "2031"},
		{Event{Earliest: "2031-03-12T00:00", Latest: "2031-03-12T23:59", Precision: "day"}, "12 Mar 2031"},
		{Event{Earliest: "2031-03-10", Latest: "2031-03-16", Precision: "week"}, "10–16 Mar 2031"},
		{Event{Earliest: "2031-03-12T09:40", Latest: "2031-03-12T09:40", Precision: "minute"}, "12 Mar 2031, 09:40"},
	} {
		if got := c.event.when(); got != c.want {
			t.Errorf("%+v: %q, want %q", c.event, got, c.want)
		}
	}
}

func TestInterval(t *testing.T) {
	n := func(x float64) *float64 { return &x }
	for _, c := range []struct {
		low, high *float64
		want      string
	}{
		{n(14), n(14), "14"},
		{n(14), nil, "≥ 14"},
		{nil, n(2.5), "≤ 2.5"},
		{n(4), n(5), "4–5"},
		{n(0), n(1.5e6), "≤ 1,500,000"},
		{n(0), n(0), "0"},
		{n(28500), n(1234567.25), "28,500–1,234,567.25"},
		{n(-12345), n(-12345), "-12,345"},
		{nil, nil, ""},
	} {
		if got := interval(c.low, c.high); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

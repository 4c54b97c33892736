package dossier

import (
	"fmt"
	"strings"
	"testing"
)

func TestStamps(t *testing.T) {
	tests := []struct{ published, want string }{
		{"2031-03-12T09:10:00Z 2031-03-12T11:05:00Z", "09:10, 11:05"},
		{"2031-03-12T23:10:00Z 2031-03-13T01:05:00Z", "12 Mar 23:10, 13 Mar 01:05"},
		{"2031-03-12T09:10:00+01:00 2031-03-12T09:10:00Z", "09:10 +01:00, 10:10 +01:00"},
		{"2031-03-12T09:10:00Z 2031-03-13", "12 Mar, 13 Mar"},
		{"2031-03-12 2031-03-12", ""},
		{"2031-03-12T00:00:00Z 2031-03-13T00:00:00Z", "12 Mar, 13 Mar"},
		{"2031-03-12T22:10:00Z 2031-03-13T09:10:00+10:00 2031-03-13T10:10:00+10:00", "08:10 +10:00, 09:10 +10:00, 10:10 +10:00"},
		{"2031-03-12T09:10:00Z soon", ""},
	}
	for _, test := range tests {
		var list []Article
		for i, s := range strings.Fields(test.published) {
			list = append(list, Article{ID: fmt.Sprint(i), Published: s})
		}
		at := stamps(list)
		var got []string
		for _, a := range list {
			if s := at[a.ID]; s != "" {
				got = append(got, s)
			}
		}
		if strings.Join(got, ", ") != test.want {
			t.Errorf("%s: got %s, want %s", test.published, got, test.want)
		}
	}
}

func TestReprints(t *testing.T) {
	d := &Dossier{Articles: []Article{
		{ID: "a", Outlet: "Bay News", CopyOf: str("c")}, {ID: "b", Outlet: "Echo", CopyOf: str("c")}, {ID: "c", Outlet: "Northline"},
	}}
	if got, want := strings.Join(newReading(d).reprints(), "|"), "Bay News, Echo reprint Northline"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestMeasure(t *testing.T) {
	one, four := 1.0, 4.0
	tests := []struct {
		low, high *float64
		unit      string
		want      string
	}{
		{&one, &one, "hour", "1 hour"}, {&one, &four, "hour", "1–4 hours"}, {&four, nil, "nautical mile", "≥ 4 nautical miles"},
		{&four, &four, "percentage", "4%"}, {nil, &four, "", "≤ 4"}, {&four, &four, "foot", "4 foot"}, {&four, &four, "kilometre per hour", "4 kilometres per hour"},
	}
	for _, test := range tests {
		if got := measure(test.low, test.high, test.unit); got != test.want {
			t.Errorf("got %s, want %s", got, test.want)
		}
	}
}

package moment

import "testing"

func TestParse(t *testing.T) {
	zoned := map[string]string{
		"2020-02-03T04:05:06Z": "2020-02-03T04:05:06Z", " 2021-05-04T10:45:00Z ": "2021-05-04T10:45:00Z",
		"2020-02-03T04:05:06.7+01:00": "2020-02-03T04:05:06+01:00", "2020-02-03T04:05:06.000Z": "2020-02-03T04:05:06Z",
		"2020-02-03T04:05:06+0100": "2020-02-03T04:05:06+01:00", "2021-05-04T10:45+02:00": "2021-05-04T10:45:00+02:00",
		"2020-02-03 04:05 +01:00": "2020-02-03T04:05:00+01:00", "2020-02-03 04:05:06 UTC": "2020-02-03T04:05:06Z",
		"Tue, 03 Mar 2026 10:00:00 GMT": "2026-03-03T10:00:00Z", "Mon, 03 Feb 2020 04:05:06 +0100": "2020-02-03T04:05:06+01:00",
		"Tue, 04 May 21 10:45 EST": "2021-05-04T10:45:00-05:00", "Tue,4 May 2021 10:45:00 PDT": "2021-05-04T10:45:00-07:00",
		"Tuesday, 4 May 2021 10:45:00 +02:00": "2021-05-04T10:45:00+02:00", "04 May 2021 10:45:00 Z": "2021-05-04T10:45:00Z",
		"Tue May 4 10:45:00 +0200 2021": "2021-05-04T10:45:00+02:00", "May 4, 2021, 3:45 PM EDT": "2021-05-04T15:45:00-04:00",
		"Tue May 04 2021 10:45:00 GMT+0200 (CEST)": "2021-05-04T10:45:00+02:00",
	}
	local := map[string]string{
		"2026-03-03 10:00": "2026-03-03", "2026-03-03T12:00": "2026-03-03", "2026-03-03T12:00:01": "2026-03-03",
		"Tue, 04 May 2021 23:45:00 AEST": "2021-05-04", "Tue, 04 May 2021 10:45:00": "2021-05-04",
		"3 March 2026 10:00": "2026-03-03", "2026-03-03 10:00 CST": "2026-03-03", "March 3, 2026, 10:00 pm": "2026-03-03", "Tue May 4 10:45:00 AEST 2021": "2021-05-04",
	}
	day := map[string]string{
		"2020-02-03": "2020-02-03", "20200203": "2020-02-03", "2020/2/3": "2020-02-03", "3.2.2020": "2020-02-03",
		"3 March 2026": "2026-03-03", "March 3, 2026": "2026-03-03", "3 Mar 2026": "2026-03-03", "Tuesday, 3rd Sept. 2026": "2026-09-03",
		"Mar. 3, 2026": "2026-03-03", "3-Mar-2026": "2026-03-03", "march 3 2026": "2026-03-03",
	}
	none := map[string]string{
		"2020-13-01": "", "2020": "", "Monday": "", "soon": "", "": "", "Tue, ": "", "03/04/2026": "", "3/4/26 10:00": "",
		"31 February 2026": "", "10:00": "", "3 março 2026": "", "The dam burst on 3 March 2026": "",
	}
	for _, tt := range []struct {
		cases map[string]string
		clock bool
	}{{zoned, false}, {local, true}, {day, false}, {none, false}} {
		for in, want := range tt.cases {
			if at, clock := Parse(in); at != want || clock != tt.clock {
				t.Errorf("Parse(%q) = %q, %v; want %q, %v", in, at, clock, want, tt.clock)
			}
		}
	}
}

func TestAmbiguous(t *testing.T) {
	for in, want := range map[string]bool{"03/04/2026": true, " 3/4/26 10:00": true, "2026/03/04": false, "3 March 2026": false, "": false} {
		if got := Ambiguous(in); got != want {
			t.Errorf("Ambiguous(%q) = %v", in, got)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"Tue, 03 Mar 2026 10:00:00 GMT", "2026-03-03T12:00", "March 3, 2026, 10:00 pm", "Tue May 04 2021 10:45:00 GMT+0200 (CEST)"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		at, clock := Parse(s)
		if again, lost := Parse(at); again != at || lost || clock && len(at) != len("2006-01-02") {
			t.Errorf("Parse(%q) = %q, which reads as %q", s, at, again)
		}
	})
}

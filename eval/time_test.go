package eval

import (
	"os"
	"path/filepath"
	"testing"
)

func write(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestTime(t *testing.T) {
	path := write(t, "a.tml", `<?xml version="1.0" ?><TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2017-05-17">17 May 2017</TIMEX3></DCT>
<TEXT>The mayors met <TIMEX3 tid="t1" type="DATE" value="2017-05-16">yesterday</TIMEX3> &amp; parted
<TIMEX3 tid="t2" type="DATE" value="2017-05">early this month</TIMEX3>.</TEXT></TimeML>`)
	r, err := Time([]string{path})
	if err != nil || r.Items != 1 {
		t.Fatal(r, err)
	}
	for _, name := range []string{"strict_f1", "relaxed_f1", "value_f1"} {
		if r.Scores[name] != 100 {
			t.Errorf("%s: %v", name, r.Scores[name])
		}
	}
}

func TestDateTimes(t *testing.T) {
	path := write(t, "DateTimeModel.json", `[
 {"Input": "The mayors met on Tuesday.", "Context": {"ReferenceDateTime": "2017-05-17T00:00:00"}, "Results": [
  {"Text": "tuesday", "Resolution": {"values": [{"timex": "XXXX-WXX-2", "value": "2017-05-16"}, {"timex": "XXXX-WXX-2", "value": "2017-05-23"}]}}]},
 {"Input": "The mayors met between 2 and 4 p.m. today.", "Context": {"ReferenceDateTime": "2017-05-17T00:00:00"}, "Results": [
  {"Text": "between 2 and 4 p.m. today", "Resolution": {"values": [{"timex": "(2017-05-17T14,2017-05-17T16,PT2H)", "start": "2017-05-17 14:00:00", "end": "2017-05-17 16:00:00"}]}}]},
 {"Input": "The mayors will meet today before 4 p.m.", "Context": {"ReferenceDateTime": "2017-05-17T00:00:00"}, "Results": [
  {"Text": "today before 4 p.m.", "Resolution": {"values": [{"timex": "2017-05-17T16", "end": "2017-05-17 16:00:00"}]}}]},
 {"Input": "It lasted one and a half hours.", "Context": {"ReferenceDateTime": "2017-05-17T00:00:00"}, "Results": [
  {"Text": "one and a half hours", "Resolution": {"values": [{"timex": "PT1.5H", "value": "5400"}]}}]},
 {"Input": "It fell over the past two weeks.", "Context": {"ReferenceDateTime": "2017-05-17T00:00:00"}, "Results": [
  {"Text": "past two weeks", "Resolution": {"values": [{"timex": "(2017-05-03,2017-05-17,P2W)", "start": "2017-05-03", "end": "2017-05-17"}]}}]},
 {"Input": "They met on May 3, 2016.", "Context": {"ReferenceDateTime": "2017-05-17T00:00:00"}, "Results": [
  {"Text": "may 3, 2016", "Resolution": {"values": [{"timex": "2016-05-04", "value": "2016-05-04"}]}}]},
 {"Input": "They met on May 3, 2016.", "Context": {"ReferenceDateTime": "2017-05-17T00:00:00"}, "Results": []},
 {"Input": "They will meet in five minutes.", "Context": {"ReferenceDateTime": "2017-05-17T10:30:00"}, "Results": [
  {"Text": "in five minutes", "Resolution": {"values": [{"timex": "2017-05-17T10:35:00", "value": "2017-05-17 10:35:00"}]}}]},
 {"Input": "They will meet in five minutes.", "Context": {"ReferenceDateTime": "2017-05-17T10:30:00"}, "Results": [
  {"Text": "in five minutes", "Resolution": {"values": [{"timex": "2017-05-17T10:36:00", "value": "2017-05-17 10:36:00"}]}}]},
 {"Input": "They met on Tuesday afternoon.", "Context": {"ReferenceDateTime": "2017-05-17T00:00:00"}, "Results": [
  {"Text": "tuesday afternoon", "Resolution": {"values": [{"timex": "XXXX-WXX-2TAF", "start": "2017-05-16 12:00:00", "end": "2017-05-16 16:00:00"}]}}]},
 {"Input": "They met in mid-March.", "Context": {"ReferenceDateTime": "2017-05-17T00:00:00"}, "Results": [
  {"Text": "mid-march", "Resolution": {"values": [{"timex": "XXXX-03", "start": "2017-03-10", "end": "2017-03-21"}]}}]},
 {"Input": "Never run.", "NotSupported": "dotnet", "Results": []}]`)
	for _, path := range []string{path, filepath.Dir(path)} {
		r, err := Time([]string{path})
		if err != nil || r.Items != 11 || int(r.Scores["datetime"]) != 72 {
			t.Error(path, r, err)
		}
	}
}

func TestQuantity(t *testing.T) {
	path := write(t, "q.json", `[
 {"req": "The wall is 3 to 4 metres high.", "res": [{"value": 3.5, "unit": "metre", "surface": "3 to 4 metres", "uncertainty": 0.5}]},
 {"req": "It cost £40.", "res": [{"value": 40, "unit": "pound sterling", "surface": "£40"}]},
 {"req": "It cost two goats.", "res": [{"value": 3, "unit": "dimensionless", "surface": "two"}]}]`)
	r, err := Quantity([]string{path})
	if err != nil || r.Items != 3 || r.Scores["f1"] != 100 || r.Scores["f1_all"] > 67 {
		t.Error(r, err)
	}
}

func TestRecognizers(t *testing.T) {
	path := write(t, "AgeModel.json", `[
 {"Input": "The mare is six years old.", "Results": [{"Text": "six years old", "Resolution": {"value": "6", "unit": "Year"}}]},
 {"Input": "The mare is old.", "Results": []},
 {"Input": "Never run.", "NotSupported": "dotnet", "Results": []}]`)
	r, err := Quantity([]string{filepath.Dir(path)})
	if err != nil || r.Items != 2 || r.Scores["age"] != 100 {
		t.Error(r, err)
	}
}

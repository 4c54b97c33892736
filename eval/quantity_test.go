package eval

import (
	"math"
	"os"
	"path/filepath"
	"testing"
)

func writeFile(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// A case passes when words and values are just those of the gold.
func TestRecognizersNumbers(t *testing.T) {
	folder := t.TempDir()
	write := func(name, text string) { writeFile(t, filepath.Join(folder, "Number", name), text) }
	write("NumberModel.json", `[
		{"Input": "Żaba has 12 hats", "Results": [{"Text": "12", "Start": 9, "End": 10, "Resolution": {"value": "12"}}]},
		{"Input": "12 hats", "Results": [{"Text": "12 hats", "Start": 0, "End": 6, "Resolution": {"value": "12"}}]},
		{"Input": "12 hats", "Results": []},
		{"Input": "12 hats", "NotSupported": "dotnet", "Results": []}]`)
	write("NumberRangeModel.json", `[
		{"Input": "more than 12", "Results": [{"Text": "more than 12", "Start": 0, "Resolution": {"value": "(12,)"}}]},
		{"Input": "more than 12", "Results": [{"Text": "more than 12", "Start": 0, "Resolution": {"value": "[12,)"}}]},
		{"Input": "from 3 to 9", "Results": [{"Text": "from 3 to 9", "Start": 0, "Resolution": {"value": "[3,9)"}}]},
		{"Input": "from 3 to 9", "Results": [{"Text": "from 3 to 9", "Start": 0, "Resolution": {"value": "[3,8)"}}]}]`)
	write("PercentModel.json", `[
		{"Input": "a small percent or 7%", "Results": [
			{"Text": "percent", "Start": 8, "Resolution": {"value": "null"}}, {"Text": "7%", "Start": 19, "Resolution": {"value": "7%"}}]}]`)
	write("OrdinalModel.json", `[
		{"Input": "the last door", "Results": [{"Text": "last", "Start": 4, "Resolution": {"offset": "0", "relativeTo": "end", "value": "end+0"}}]},
		{"Input": "the last door", "Results": [{"Text": "last", "Start": 4, "Resolution": {"offset": "0", "relativeTo": "start", "value": "0"}}]}]`)
	result, err := Quantity([]string{folder})
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]float64{"number": 100. / 3, "number_range": 50, "percent": 100, "ordinal": 50} {
		if got := result.Scores[name]; math.Abs(got-want) > .01 {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
	if result.Items != 10 {
		t.Errorf("%d items", result.Items)
	}
}

// Parts of one measure count as it, and dozens as numbers.
func TestQuantulum(t *testing.T) {
	path := filepath.Join(t.TempDir(), "gold.json")
	writeFile(t, path, `[
		{"req": "It took 2 hours and 30 minutes to sell two dozen pies at 5 euros.", "res": [
			{"value": 2, "unit": "hour", "surface": "2 hours"}, {"value": 30, "unit": "minute", "surface": "30 minutes"},
			{"value": 2, "unit": "dozen", "surface": "two dozen"}, {"value": 4, "unit": "euro", "surface": "5 euros"}]}]`)
	result, err := Quantity([]string{path})
	if err != nil {
		t.Fatal(err)
	}
	if f1 := result.Scores["f1"]; f1 != 50 { // one of two, as the price is wrong
		t.Errorf("f1 %v", f1)
	}
	if all := result.Scores["f1_all"]; math.Abs(all-100*2./3) > .01 {
		t.Errorf("f1_all %v", all)
	}
}

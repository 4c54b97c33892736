package eval

import (
	"math"
	"strings"
	"testing"
)

// The responses are those of Luo (2005), Table 1, to twelve mentions of three
// entities.
func TestConllScores(t *testing.T) {
	const gold = "aaaaabbccccc"
	for _, test := range []struct {
		found          string
		muc, b3, ceafe float64
	}{
		{gold, 100, 100, 100},
		{"xxxxxyyyyyyy", 94.7, 86.5, 73.3},
		{"xxxxxyyxxxxx", 94.7, 73.7, 66.7},
		{"xxxxxxxxxxxx", 90.0, 54.5, 29.4},
		{"123456789xyz", 0, 40.0, 17.8},
	} {
		s := ConllScores(strings.Split(test.found, ""), strings.Split(gold, ""))
		for name, want := range map[string]float64{
			"muc_f1": test.muc, "b3_f1": test.b3, "ceafe_f1": test.ceafe, "conll_f1": (test.muc + test.b3 + test.ceafe) / 3,
		} {
			if math.Abs(s[name]-want) > 0.06 {
				t.Errorf("%s: %s is %.2f, want %.1f", test.found, name, s[name], want)
			}
		}
	}
	if s := ConllScores(nil, nil); s["conll_f1"] != 0 {
		t.Errorf("of nothing: %v", s)
	}
}

func TestBestPairing(t *testing.T) {
	for _, test := range []struct {
		like [][]float64
		want float64
	}{
		{nil, 0},
		{[][]float64{{0.5}}, 0.5},
		{[][]float64{{0.9, 0.8}, {0.8, 0.1}}, 1.6}, // the greatest is not in it
		{[][]float64{{0.9, 0.8, 0}, {0.8, 0.1, 0.7}}, 1.6},
		{[][]float64{{0.9}, {0.8}, {1}}, 1},
		{[][]float64{{7, 5, 1}, {6, 5, 5}, {5, 0, 4}}, 16},
	} {
		if got := bestPairing(test.like); math.Abs(got-test.want) > 1e-9 {
			t.Errorf("%v: got %v, want %v", test.like, got, test.want)
		}
	}
}

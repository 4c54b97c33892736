package regression_test

import (
	"testing"

	"synoptic/eval/regression"
)

func TestRecallAt(t *testing.T) {
	list := []regression.Judged{{Odds: 1, Right: true}, {Odds: 5, Right: true}, {Odds: 4, Right: true}, {Odds: 3}, {Odds: 2}}
	for _, test := range []struct {
		least, recall float64
		odds          int
	}{{1, 2.0 / 3, 4}, {0.6, 1, 1}} {
		if recall, odds := regression.RecallAt(list, test.least); recall != test.recall || odds != test.odds {
			t.Errorf("at %v: recall %v at odds %d, want %v at %d", test.least, recall, odds, test.recall, test.odds)
		}
	}
	if recall, _ := regression.RecallAt(nil, 0.5); recall != 0 {
		t.Errorf("recall %v of nothing", recall)
	}
}

func TestAcross(t *testing.T) {
	var rows []regression.Row
	var groups []int
	for i := range 160 {
		rows = append(rows, regression.Row{Features: []int{1000, i % 2 * 1000}, Gold: float64(i % 2), Weight: 1})
		groups = append(groups, i/10)
	}
	told := regression.Across(rows, groups, 1, 8)
	if len(told) != len(rows) {
		t.Fatalf("%d of %d are judged", len(told), len(rows))
	}
	if recall, _ := regression.RecallAt(told, 1); recall != 1 {
		t.Errorf("recall %v of what is plain", recall)
	}
	if told := regression.Across(rows[:10], groups[:10], 1, 8); len(told) != 0 {
		t.Errorf("%d are judged by nothing", len(told))
	}
}

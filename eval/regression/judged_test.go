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

package story

import (
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestModel(t *testing.T) {
	m := Blank()
	m.Rank[2], m.Join[0], m.Merge, m.Split = 7, -500, 300, -900
	m.Trees = []Tree{
		{{Feature: 1, At: 250, Low: 1, High: 2}, {Feature: -1, At: -40}, {Feature: -1, At: 60}},
		{{Feature: -1, At: 5}},
	}
	got, err := ReadModel(m.String())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(m, got); diff != "" {
		t.Error(diff)
	}
	features := make([]int, len(m.Join)-1)
	for names, want := range map[int]int{250: -535, 251: -435} {
		features[1] = names
		if got := m.join(features); got != want {
			t.Errorf("odds of %d, want %d", got, want)
		}
	}
	if shipped() == nil {
		t.Error("no model ships")
	}
}

func TestReadModel(t *testing.T) {
	good := Blank().String()
	for name, text := range map[string]string{
		"split as merged":    strings.Replace(good, "merge\t0", "merge\t-9223372036854775808", 1),
		"too few weights":    "merge\t1\n",
		"no number":          good + "rank\n",
		"unknown line":       good + "bush\t1\n",
		"empty tree":         good + "tree\n",
		"no feature":         good + "tree\t99 1 1 2\t1\t2\n",
		"a branch goes back": good + "tree\t1 1 0 2\t1\t2\n",
		"a branch goes out":  good + "tree\t1 1 1 9\t1\t2\n",
		"half a node":        good + "tree\t1 1\n",
	} {
		if _, err := ReadModel(text); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	without := Blank()
	without.Split = -7
	if m, err := ReadModel(strings.Replace(without.String(), "split\t-7\n", "", 1)); err != nil || m.Split != math.MinInt {
		t.Errorf("with no line for splits: %v", err)
	}
	if !strings.Contains(good, "join\t0\tbefore the rest\n") {
		t.Error("weights have no names")
	}
}

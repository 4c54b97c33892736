package compare_test

import (
	"strings"
	"testing"

	"synoptic/compare"
)

// What two reports tell is no candidate; what one tells is, with what is counted of it.
func TestSoles(t *testing.T) {
	s := compare.New(read(
		"A fire in a mill in Veld killed 12 workers on Tuesday, police said. The owner, Ann Lund, had fired the only watchman in May.",
		"A fire in a mill in Veld killed 12 workers on Tuesday, police said. “We will never go back to that place,” one of the rescuers said.",
	))
	list, counted := s.Soles()
	found := map[string]map[string]int{}
	for i, e := range list {
		found[words(s, e)] = map[string]int{}
		for k, name := range compare.SoleNames {
			found[words(s, e)][name] = counted[i][k]
		}
	}
	fired, ok := found["The owner, Ann Lund, had fired the only watchman in May"]
	if !ok {
		t.Fatalf("found %v", found)
	}
	for name, want := range map[string]int{"one": 1000, "names": 333, "quoted": 0, "selves": 0, "past": 1000, "is": 0} {
		if fired[name] != want {
			t.Errorf("%s is %d, want %d", name, fired[name], want)
		}
	}
	for text, f := range found {
		switch {
		case strings.Contains(text, "killed 12"):
			t.Errorf("%q is no sole report", text)
		case strings.Contains(text, "never") && (f["quoted"] != 1000 || f["told"] != 1000 || f["selves"] != 500):
			t.Errorf("%q counts %v", text, f)
		}
	}
}

// A sentence of which most stands in claims of several reports is no candidate, however
// its clauses are parted.
func TestSolesTold(t *testing.T) {
	const told = "The mill burned down, the roof fell on the workers, and the river carried off what was left"
	s := compare.New(read(told+".", told+", a spokesman said."))
	list, _ := s.Soles()
	for _, e := range list {
		t.Errorf("%q is no sole report", words(s, e))
	}
}

func TestFormatSole(t *testing.T) {
	if got := compare.FormatSole(compare.Sole{7}); !strings.HasPrefix(got, "one\t7\nlike\t0\n") || strings.Count(got, "\n") != len(compare.SoleNames) {
		t.Errorf("got %q", got)
	}
}

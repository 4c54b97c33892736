package story

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestReadCorrections(t *testing.T) {
	got, err := ReadCorrections(strings.NewReader("{\"do\":\"split\",\"articles\":[\"a\",\"b\"]}\n\n {\"do\":\"undo\"}"))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]Correction{{Do: "split", Articles: []string{"a", "b"}}, {Do: "undo"}}, got); diff != "" {
		t.Error(diff)
	}
	for _, bad := range []string{"split", `{"do":1}`, `{"do":"pin","article":"a"}`, `{"do":"undo"}{"do":"undo"}`} {
		if _, err := ReadCorrections(strings.NewReader(bad)); err == nil {
			t.Errorf("%s: no error", bad)
		}
	}
}

func FuzzReadCorrections(f *testing.F) {
	f.Add(`{"do":"move","articles":["mill-3"],"stories":["school"]}`)
	f.Add("{\"do\":\"merge\",\"stories\":[\"school\",\"vote\"]}\n{\"do\":\"undo\"}")
	f.Fuzz(func(t *testing.T, text string) {
		list, err := ReadCorrections(strings.NewReader(text))
		if err != nil {
			return
		}
		c := New(Options{})
		add(c, stream)
		for _, k := range list {
			_, _ = c.Correct(k) // which may be wrong
		}
		remembered := 0
		for _, s := range c.stories {
			if s.id != "" {
				remembered = max(remembered, len(s.members))
			}
		}
		if remembered == 0 {
			t.Error("no story has an article")
		}
	})
}

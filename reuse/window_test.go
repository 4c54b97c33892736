package reuse

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWindow(t *testing.T) {
	w := NewWindow(3)
	add := func(text string) { w.Add(Read(text).Beginning()) }
	other := func(n int) string {
		return strings.Repeat(fmt.Sprintf("the harbour of port %d opened after the storm ", n), 9)
	}
	add(other(1))
	add(ferry)
	add(other(2))
	copies := func() []int {
		var list []int
		for _, m := range w.Copies(Read("By our staff. " + ferry).Beginning()) {
			list = append(list, m.N)
		}
		return list
	}
	if diff := cmp.Diff([]int{1}, copies()); diff != "" {
		t.Error(diff)
	}
	add(ferry + " The inquiry begins today.")
	texts, first := w.Texts()
	if len(texts) != 3 || first != 1 {
		t.Errorf("%d texts from %d on", len(texts), first)
	}
	if diff := cmp.Diff([]int{1, 3}, copies()); diff != "" {
		t.Error(diff)
	}
	w = RestoreWindow(3, texts, first)
	if diff := cmp.Diff([]int{1, 3}, copies()); diff != "" {
		t.Error(diff)
	}
	add(other(3))
	add(other(4))
	add(other(5))
	if got := copies(); len(got) != 0 {
		t.Errorf("copies %v of what is forgotten", got)
	}
	for _, bucket := range w.latest {
		for _, n := range bucket {
			if n < 4 {
				t.Fatalf("a bucket leads to text %d", n)
			}
		}
	}
	if len(w.links) != 3*bands {
		t.Errorf("%d links", len(w.links))
	}
}

func TestRevision(t *testing.T) {
	w := NewWindow(2)
	w.Add(Read(ferry).Beginning())
	for _, c := range []struct {
		name, text string
		added      []string
		gone       int
	}{
		{"the same", ferry, nil, 0},
		{"a figure", strings.Replace(ferry, "212", "218", 1), []string{"218"}, 1},
		{"a sentence more", ferry + " The captain was asked to explain.", []string{"The captain was asked to explain"}, 0},
		{"words gone", strings.Replace(ferry, " late on Tuesday", "", 1), nil, 3},
	} {
		t.Run(c.name, func(t *testing.T) {
			added, gone, ok := w.Revision(0, Read(c.text))
			var got []string
			for _, s := range added {
				got = append(got, s.Text(c.text))
			}
			if diff := cmp.Diff(c.added, got); diff != "" || gone != c.gone || !ok {
				t.Errorf("%s gone %d, %v", diff, gone, ok)
			}
		})
	}
	if _, _, ok := w.Revision(1, Read(ferry)); ok {
		t.Error("what is not kept has a revision")
	}
}

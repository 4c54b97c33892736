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
	for _, bucket := range w.buckets {
		for _, list := range bucket {
			if len(list) == 0 || int(list[0]) < 4 {
				t.Fatalf("a bucket holds %v", list)
			}
		}
	}
}

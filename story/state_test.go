package story

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"synoptic/lang/en"
)

func saved(t testing.TB, c *Clusterer) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := c.Save(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestState has a Clusterer that is saved and restored after each article go on
// as one that is not.
func TestState(t *testing.T) {
	o := Options{Language: en.English(), Window: 4}
	whole, parts := New(o), New(o)
	for i, a := range stream {
		if diff := cmp.Diff(whole.Add(a), parts.Add(a)); diff != "" {
			t.Fatalf("article %d: %s", i, diff)
		}
		if i == 2 {
			for _, c := range []*Clusterer{whole, parts} {
				for _, k := range []Correction{
					{Do: "split", Articles: []string{"mill-2"}}, {Do: "pin", Articles: []string{"vote"}},
					{Do: "merge", Stories: []string{"mill-2", "vote"}}, {Do: "undo"},
				} {
					if _, err := c.Correct(k); err != nil {
						t.Fatal(err)
					}
				}
			}
		}
		state := saved(t, parts)
		if !bytes.Equal(state, saved(t, whole)) {
			t.Fatalf("after article %d the states differ", i)
		}
		var err error
		if parts, err = Restore(bytes.NewReader(state), o); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(state, saved(t, parts)) {
			t.Fatalf("after article %d the state is not restored", i)
		}
	}
	if got := len(parts.Log()); got != 4 {
		t.Errorf("the log has %d corrections", got)
	}
}

func TestRestore(t *testing.T) {
	c := New(Options{})
	add(c, stream[:2])
	state := saved(t, c)
	if _, err := Restore(bytes.NewReader(state), Options{}); err != nil {
		t.Fatal(err)
	}
	for name, damaged := range map[string][]byte{
		"empty":           nil,
		"another version": append([]byte("synoptic stories 0\n"), state[len(stateVersion):]...),
		"cut":             state[:len(state)-9],
		"no digest":       state[:len(state)-8],
		"a number no end": append([]byte(stateVersion+"\x00\x00\x01"), bytes.Repeat([]byte{0xff}, 20)...), // a count of terms
		"a byte changed":  append(append(bytes.Clone(state[:len(state)/2]), state[len(state)/2]^1), state[len(state)/2+1:]...),
	} {
		if _, err := Restore(bytes.NewReader(damaged), Options{}); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// FuzzRestore is given what follows the version.
func FuzzRestore(f *testing.F) {
	// As many counters as ship would take most of the time of each run.
	o := Options{Window: 100, counterBits: 12}
	c := New(o)
	f.Add(saved(f, c)[len(stateVersion):])
	add(c, stream)
	if _, err := c.Correct(Correction{Do: "split", Articles: []string{"mill-3"}}); err != nil {
		f.Fatal(err)
	}
	f.Add(saved(f, c)[len(stateVersion):])
	f.Fuzz(func(t *testing.T, state []byte) {
		c, err := Restore(io.MultiReader(strings.NewReader(stateVersion), bytes.NewReader(state)), o)
		if err != nil {
			return
		}
		add(c, stream)
		if _, err := Restore(bytes.NewReader(saved(t, c)), o); err != nil {
			t.Fatal(err)
		}
	})
}

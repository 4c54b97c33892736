package vector

import (
	"cmp"
	"slices"
	"testing"

	"synoptic/analyze/class"
)

func TestRead(t *testing.T) {
	var words []Placed
	for i, w := range []string{"ferry", "ship", "treaty"} {
		p := Placed{Hash: class.Hash(w)}
		for j := range p.At {
			p.At[j] = int8((j*(i+1))%15 - 7)
		}
		words = append(words, p)
	}
	slices.SortFunc(words, func(a, b Placed) int { return cmp.Compare(a.Hash, b.Hash) })
	packed := Append(nil, words)
	w, err := Read(packed)
	if err != nil {
		t.Fatal(err)
	}
	if w.Len() != len(words) {
		t.Errorf("%d words are read", w.Len())
	}
	for i, p := range words {
		if *w.At(i) != p.At {
			t.Errorf("a vector is not what it was")
		}
	}
	if w.Find("ferry") < 0 || w.Find("lighthouse") >= 0 {
		t.Error("a word is found that is not there, or not one that is")
	}
	for n := range packed {
		if _, err := Read(packed[:n]); err == nil {
			t.Fatalf("%d of %d bytes are read", n, len(packed))
		}
	}
}

func TestNone(t *testing.T) {
	var w *Words
	if w.Len() != 0 || w.Find("ferry") != -1 || (&Words{}).Find("ferry") != -1 {
		t.Error("a word is found where there is none")
	}
}

func FuzzRead(f *testing.F) {
	f.Add(Append(nil, []Placed{{Hash: 7}}))
	f.Add([]byte{0})
	f.Fuzz(func(t *testing.T, b []byte) {
		if w, err := Read(b); err == nil {
			if i := w.Find("ferry"); i >= 0 {
				w.At(i)
			}
		}
	})
}

func TestRoot(t *testing.T) {
	for _, x := range []int64{0, 1, 2, 3, 4, 8, 9, 99, 100, 1 << 40, 1<<62 - 1} {
		if r := Root(x); r*r > x || (r+1)*(r+1) <= x {
			t.Errorf("root of %d is %d", x, r)
		}
	}
}

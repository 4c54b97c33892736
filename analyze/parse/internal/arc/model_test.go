package arc

import (
	"encoding/binary"
	"math"
	"testing"

	"synoptic/analyze/class"
	"synoptic/analyze/doc"
	"synoptic/analyze/neural"
	"synoptic/analyze/segment"
	"synoptic/article"
	"synoptic/lang/en"
	"synoptic/span"
)

// tiny returns a packed model that knows one word and two tags.
func tiny() []byte {
	var b []byte
	number := func(list ...int) {
		for _, n := range list {
			b = binary.AppendUvarint(b, uint64(n))
		}
	}
	names := func(list ...string) {
		number(len(list))
		for _, s := range list {
			number(len(s))
			b = append(b, s...)
		}
	}
	fill := func(n int) {
		for i := range n {
			b = append(b, byte(i*37+len(b)))
		}
	}
	rows := func(n, width int) {
		number(width, 4)
		fill(n * width)
	}
	matrix := func(in, out int) {
		fill(in * ((out + 31) / 32 * 32))
		for range 2 * out {
			b = binary.LittleEndian.AppendUint32(b, math.Float32bits(1e-4))
		}
	}
	names("det", "nsubj", "root")
	names("DT", "NN")
	names("DET", "NOUN")
	number(1, int(class.Hash("the")))
	for i, n := range []int{2, 3, 3, neural.Affixes + 1, neural.Affixes + 1, neural.Shapes} {
		rows(n, []int{4, 2, 1, 1, 1, 1}[i])
	}
	rows(1, 10)
	number(2)
	for _, in := range []int{10, 4} {
		number(2)
		outs := 8
		if in == 4 {
			outs = 6
		}
		matrix(in, outs)
		matrix(in, outs)
	}
	number(4, 2)
	matrix(4, 4)
	matrix(4, 4)
	matrix(4, 4)
	matrix(4, 2)
	matrix(4, 2)
	matrix(2, 3)
	for range 2 * distances {
		b = binary.LittleEndian.AppendUint32(b, 0)
	}
	return b
}

func text(s string) *doc.Doc {
	d := doc.New(&article.Article{Text: s}, en.English())
	segment.Run(d)
	return d
}

func TestRead(t *testing.T) {
	packed := tiny()
	m, err := Read(packed)
	if err != nil {
		t.Fatal(err)
	}
	if len(m.Relations) != 3 || m.Root != 2 {
		t.Errorf("read %v, %d", m.Relations, m.Root)
	}
	for n := range len(packed) {
		if _, err := Read(packed[:n]); err == nil {
			t.Fatalf("read a model from %d of %d bytes", n, len(packed))
		}
	}
	if _, err := Read(append(packed, 0)); err == nil {
		t.Error("read a model with a byte too many")
	}
}

// FuzzRead parses with whatever model can be read.
func FuzzRead(f *testing.F) {
	f.Add(tiny())
	d := text("The mayor said that two ferries had left.")
	f.Fuzz(func(t *testing.T, packed []byte) {
		m, err := Read(packed)
		if err != nil {
			return
		}
		var s Scratch
		n := len(d.Tokens)
		m.Parse(d, span.Range{From: 0, To: n}, &s)
		if !valid(s.Heads) {
			t.Fatalf("%v is no tree", s.Heads)
		}
		for _, r := range s.Relations {
			if r < 0 || r >= len(m.Relations) || r == m.Root {
				t.Fatalf("heads %v, relations %v", s.Heads, s.Relations)
			}
		}
	})
}

package role

import (
	"encoding/binary"
	"math"
	"slices"
	"strings"
	"testing"

	"synoptic/analyze/class"
	"synoptic/analyze/doc"
	"synoptic/analyze/neural"
	"synoptic/analyze/segment"
	"synoptic/article"
	"synoptic/lang/en"
	"synoptic/span"
)

// tiny returns a packed model that knows one word and few names.
func tiny() []byte {
	var b []byte
	number := func(list ...int) {
		for _, n := range list {
			b = binary.AppendUvarint(b, uint64(n))
		}
	}
	fill := func(n int) {
		for i := range n {
			b = append(b, byte(i*37+len(b)))
		}
	}
	floats := func(n int, x float32) {
		for range n {
			b = binary.LittleEndian.AppendUint32(b, math.Float32bits(x))
		}
	}
	matrix := func(in, out int) {
		fill(in * ((out + 31) / 32 * 32))
		floats(2*out, 1e-3)
	}
	for range Named {
		number(1, 2)
		b = append(b, "NN"...)
	}
	number(1, int(class.Hash("said")))
	for range 1 + Named {
		number(1, 4)
		fill(2)
	}
	for _, n := range []int{neural.Affixes + 1, neural.Affixes + 1, neural.Shapes} {
		number(1, 4)
		fill(n)
	}
	number(12, 4)
	fill(12)
	number(1, 2)
	matrix(12, 8)
	matrix(12, 8)
	matrix(4, int(Labels))
	for range int(Labels) * int(Labels) {
		floats(1, .5)
	}
	return b
}

func text(s string) *doc.Doc {
	d := doc.New(&article.Article{Text: s}, en.English())
	segment.Run(d)
	for i := range d.Tokens {
		d.Tokens[i].Head = -1
	}
	return d
}

func TestRead(t *testing.T) {
	packed := tiny()
	m, err := Read(packed)
	if err != nil {
		t.Fatal(err)
	}
	for n := range len(packed) {
		if _, err := Read(packed[:n]); err == nil {
			t.Fatalf("read a model from %d of %d bytes", n, len(packed))
		}
	}
	d := text(strings.Repeat("“It is over,” said Ann Lee. ", 200))
	if got := len(m.Label(d, make([]Label, len(d.Tokens)))); got != len(d.Tokens) {
		t.Errorf("%d labels of %d tokens", got, len(d.Tokens))
	}
}

// FuzzRead labels with whatever model can be read.
func FuzzRead(f *testing.F) {
	f.Add(tiny())
	d := text("“It is over,” said Ann Lee.")
	f.Fuzz(func(t *testing.T, packed []byte) {
		m, err := Read(packed)
		if err != nil {
			return
		}
		for _, l := range m.Label(d, make([]Label, len(d.Tokens))) {
			if l >= Labels {
				t.Fatalf("label %d", l)
			}
		}
	})
}

func TestPut(t *testing.T) {
	labels := make([]Label, 6)
	Put(labels, span.Range{From: 2, To: 3}, BeginCue)
	Put(labels, span.Range{From: 1, To: 5}, BeginContent)
	want := []Label{None, BeginContent, BeginCue, BeginContent, InContent, None}
	if !slices.Equal(labels, want) {
		t.Errorf("%v, want %v", labels, want)
	}
	for _, l := range []Label{BeginSource, InSource} {
		if Begin(l) != BeginSource || Begins(l) != (l == BeginSource) {
			t.Errorf("%v begins %v, with %v", l, Begins(l), Begin(l))
		}
	}
}

// Pieces hold every token once.
func TestPieces(t *testing.T) {
	for _, s := range []string{"", "One.", strings.Repeat("and so on ", 500), strings.Repeat("He left. She stayed.\n\n", 90)} {
		d := text(s)
		at := 0
		for _, p := range Pieces(d) {
			if p.From != at || p.Empty() {
				t.Fatalf("a piece from %d to %d behind %d", p.From, p.To, at)
			}
			at = p.To
		}
		if at != len(d.Tokens) {
			t.Errorf("%d of %d tokens in pieces", at, len(d.Tokens))
		}
	}
}

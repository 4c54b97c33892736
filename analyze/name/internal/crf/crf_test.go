package crf

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

var types = []string{"A", "B"}

// draw returns a model of two types with some features.
func draw(t *rapid.T) *Learnt {
	n := Labels(len(types))
	value := rapid.Int8Range(-9, 9)
	p := &Learnt{Types: types}
	for pass := range p.Moves {
		for range n * n {
			p.Moves[pass] = append(p.Moves[pass], int16(value.Draw(t, "move")))
		}
	}
	for key := range uint32(12) {
		f := Feature{Key: (key + 1) * 99}
		for y := range n {
			f.Weights = append(f.Weights, Weight{int(key) % Passes, y, value.Draw(t, "weight")})
		}
		p.Features = append(p.Features, f)
	}
	return p
}

// TestDecode compares the search with a look at every way there is.
func TestDecode(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := draw(t)
		m, err := Read(p.Append(nil))
		if err != nil {
			t.Fatal(err)
		}
		n := m.Labels()
		words := rapid.IntRange(1, 4).Draw(t, "words")
		scores := make([]int16, words*Passes*n)
		for i := range words {
			keys := rapid.SliceOfN(rapid.SampledFrom(p.Features), 0, 5).Draw(t, "features")
			for _, f := range keys {
				m.Add([]uint32{f.Key, f.Key + 1}, scores[i*Passes*n:(i+1)*Passes*n])
			}
		}
		var scratch Scratch
		for pass := range Passes {
			value := func(labels []uint8) (sum int) {
				before := 0
				for i, y := range labels {
					sum += int(scores[(i*Passes+pass)*n+int(y)]) + int(p.Moves[pass][before*n+int(y)])
					before = int(y)
				}
				return sum
			}
			got := m.Decode(pass, scores, &scratch, nil)
			if !fits(got) || len(got) != words {
				t.Fatalf("%v is no way through", got)
			}
			best := value(got)
			each(words, n, nil, func(labels []uint8) {
				if fits(labels) && value(labels) > best {
					t.Fatalf("%v with %d, but %v has %d", got, best, labels, value(labels))
				}
			})
		}
	})
}

// fits reports whether labels may stand one after the other.
func fits(labels []uint8) bool {
	before := 0
	for _, y := range labels {
		if !Follows(before, int(y)) {
			return false
		}
		before = int(y)
	}
	return Follows(before, 0)
}

// each visits all sequences of so many labels.
func each(words, n int, head []uint8, visit func([]uint8)) {
	if words == 0 {
		visit(head)
		return
	}
	for y := range n {
		each(words-1, n, append(slices.Clone(head), uint8(y)), visit)
	}
}

func TestLabels(t *testing.T) {
	for typ := range 3 {
		for part := range Parts {
			if gotType, gotPart := Cut(Label(typ, part)); gotType != typ || gotPart != part {
				t.Errorf("type %d, part %d: got %d, %d", typ, part, gotType, gotPart)
			}
		}
	}
	for _, c := range []struct {
		a, b int
		want bool
	}{
		{0, 0, true}, {0, Label(1, Begin), true}, {0, Label(1, Inside), false}, {Label(1, Begin), 0, false},
		{Label(1, Begin), Label(1, End), true}, {Label(1, Begin), Label(0, End), false}, {Label(1, End), Label(0, Single), true},
	} {
		if got := Follows(c.a, c.b); got != c.want {
			t.Errorf("%d before %d: %v", c.a, c.b, got)
		}
	}
}

func FuzzRead(f *testing.F) {
	p := &Learnt{Types: types, Features: []Feature{{7, []Weight{{1, 3, -5}}}}}
	for pass := range p.Moves {
		p.Moves[pass] = make([]int16, Labels(len(types))*Labels(len(types)))
	}
	f.Add(p.Append(nil))
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, packed []byte) {
		m, err := Read(packed)
		if err != nil {
			return
		}
		scores := make([]int16, 3*Passes*m.Labels())
		m.Add([]uint32{7}, scores)
		var scratch Scratch
		for pass := range Passes {
			if labels := m.Decode(pass, scores, &scratch, nil); len(labels) != 3 {
				t.Fatalf("%d labels", len(labels))
			}
		}
	})
}

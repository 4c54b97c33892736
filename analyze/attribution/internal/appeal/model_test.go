package appeal

import (
	"slices"
	"testing"

	"synoptic/analyze/doc"
)

func weighed(key uint32, weights ...int8) Weighed {
	w := Weighed{Key: key}
	copy(w.Weights[:], weights)
	return w
}

func TestModel(t *testing.T) {
	packed := Append(nil, []Weighed{
		weighed(3, -5, 2, 9, 2),
		weighed(7, 0, 8),
		weighed(1<<32-1, 127, -128),
	})
	m, err := Read(packed)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		features []uint32
		want     doc.Appeal
		lead     int
	}{
		{[]uint32{3}, doc.AppealWitness, 7},
		{[]uint32{3, 7}, doc.AppealParticipant, 1},
		{[]uint32{3, 7, 1<<32 - 1}, doc.NoAppeal, 0},
		{[]uint32{5}, doc.NoAppeal, 0}, // not known
		{nil, doc.NoAppeal, 0},
	} {
		if got, lead := m.Best(test.features); got != test.want || lead != test.lead {
			t.Errorf("%v: %q by %d, want %q by %d", test.features, got, lead, test.want, test.lead)
		}
	}
}

// A damaged model is told, and none makes the reader fail.
func TestDamaged(t *testing.T) {
	packed := Append(nil, []Weighed{weighed(3, 1), weighed(7, 2)})
	for n := range packed {
		if _, err := Read(packed[:n]); err == nil {
			t.Errorf("no error for %d of %d bytes", n, len(packed))
		}
	}
	if _, err := Read(append(slices.Clone(packed), 0)); err == nil {
		t.Error("no error for a byte too many")
	}
	if _, err := Read(Append(nil, []Weighed{weighed(3, 1), weighed(3, 2)})); err == nil {
		t.Error("no error for a feature twice")
	}
}

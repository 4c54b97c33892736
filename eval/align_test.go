package eval

import (
	"errors"
	"math"
	"strings"
	"testing"
)

func TestReadPairs(t *testing.T) {
	pairs, paraphrases, err := ReadPairs(strings.NewReader("4.5\tThe \"dam burst.\tThe dam broke.\r\n\n0\tOne.\tTwo.\textra\n"))
	if err != nil || paraphrases || len(pairs) != 2 || pairs[0] != (Pair{"The \"dam burst.", "The dam broke.", 4.5}) {
		t.Errorf("got %v, %v, %v", pairs, paraphrases, err)
	}
	pairs, paraphrases, err = ReadPairs(strings.NewReader("\ufeff" + msrHeader + "#1 ID\t#2 ID\t#1 String\t#2 String\n1\t7\t8\tOne.\tTwo.\n"))
	if err != nil || !paraphrases || len(pairs) != 1 || pairs[0] != (Pair{"One.", "Two.", 1}) {
		t.Errorf("got %v, %v, %v", pairs, paraphrases, err)
	}
	for _, test := range []struct {
		file string
		want error
		line int
	}{
		{"1\tOne.\n", ErrPairFields, 1},
		{"1\tOne.\tTwo.\nx\tOne.\tTwo.\n", ErrPairScore, 2},
		{"6\tOne.\tTwo.\n", ErrPairScore, 1},
		{"NaN\tOne.\tTwo.\n", ErrPairScore, 1},
		{msrHeader + "\n0.5\t1\t2\tOne.\tTwo.\n", ErrPairScore, 2},
		{msrHeader + "\n1\tOne.\tTwo.\n", ErrPairFields, 2},
		{"1\tOne.\t" + strings.Repeat("x", maxPairLine), ErrPairLong, 1},
	} {
		_, _, err := ReadPairs(strings.NewReader(test.file))
		var at *PairError
		if !errors.As(err, &at) || at.Line != test.line || !errors.Is(err, test.want) {
			t.Errorf("%.40q: got %v", test.file, err)
		}
	}
}

func FuzzReadPairs(f *testing.F) {
	f.Add("4.5\tOne.\tTwo.\n")
	f.Add(msrHeader + "\n1\t7\t8\tOne.\tTwo.\n")
	f.Add("\xff\t\t\t\n")
	f.Fuzz(func(t *testing.T, file string) {
		pairs, _, err := ReadPairs(strings.NewReader(file))
		if err != nil && pairs != nil {
			t.Fatal("both pairs and an error")
		}
		for _, p := range pairs {
			if !(p.Gold >= 0 && p.Gold <= 5) {
				t.Fatalf("score %v", p.Gold)
			}
		}
	})
}

func TestPearson(t *testing.T) {
	if r := Pearson([]float64{1, 2, 3}, []float64{2, 4, 6}); math.Abs(r-1) > 1e-9 {
		t.Errorf("got %v", r)
	}
	if r := Pearson([]float64{1, 2, 3}, []float64{3, 3, 3}); r != 0 {
		t.Errorf("got %v", r)
	}
}

func TestDecisions(t *testing.T) {
	var d Decisions
	for _, x := range [][2]bool{{true, true}, {true, false}, {false, false}, {false, true}, {false, false}} {
		d.Add(x[0], x[1])
	}
	if d.Accuracy() != 60 || d.F1() != 50 || math.Abs(d.Balanced()-(50+200.0/3)/2) > 1e-9 {
		t.Errorf("got %v, %v, %v", d.Accuracy(), d.F1(), d.Balanced())
	}
}

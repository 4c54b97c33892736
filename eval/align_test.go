package eval

import (
	"errors"
	"fmt"
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

func TestReadAnswers(t *testing.T) {
	list, err := ReadAnswers(strings.NewReader(`[{"question":"Why?","answers":[{"Answer":"the rain","cluster_global":1},{"Answer":"snow","cluster_global":0}]}]`))
	if err != nil || len(list) != 1 || len(list[0].Answers) != 2 || list[0].Answers[0] != (Answer{"the rain", 1}) {
		t.Errorf("got %v, %v", list, err)
	}
	for file, want := range map[string]error{
		"":                                  ErrAnswersForm,
		"{}":                                ErrAnswersForm,
		`[{"answers":[{"Answer":"rain"}]}]`: ErrAnswersForm,
		`[{"answers":[{"Answer":"","cluster_global":1}]}]`:                                         ErrAnswersForm,
		`[{"answers":[{"Answer":"` + strings.Repeat("x", maxAnswer+1) + `","cluster_global":1}]}]`: ErrAnswersLong,
	} {
		if _, err := ReadAnswers(strings.NewReader(file)); !errors.Is(err, want) {
			t.Errorf("%.40q: got %v", file, err)
		}
	}
}

func FuzzReadAnswers(f *testing.F) {
	f.Add(`[{"question":"Why?","answers":[{"Answer":"the rain","cluster_global":1}]}]`)
	f.Add(`[{"answers":[{}]},null]`)
	f.Fuzz(func(t *testing.T, file string) {
		if list, err := ReadAnswers(strings.NewReader(file)); err != nil && list != nil {
			t.Fatal("both questions and an error")
		}
	})
}

const (
	roleHeader = ",tokens_1,tokens_2,qas_1,qas_2,alignments\n"
	roleRow    = `0,The ferry sank .,The ship went down .,"[{'qa_uuid': 'x', 'verb_idx': 2, 'answer_range': '0:2', 'question': ""What's it?""}]",` +
		`"[{'qa_uuid': 'y', 'verb_idx': 2, 'answer_range': '0:2'}]","[{'sent1': [{'qa_uuid': 'x'}], 'sent2': [{'qa_uuid': 'y'}, {'qa_uuid': 'gone'}]}]"` + "\n"
)

func TestReadRoles(t *testing.T) {
	list, err := ReadRoles(strings.NewReader(roleHeader + roleRow))
	if err != nil || len(list) != 1 {
		t.Fatalf("got %v, %v", list, err)
	}
	p := list[0]
	if x := p.Roles[0][0]; x.Verb.Text(p.Text[0]) != "sank" || x.Answer.Text(p.Text[0]) != "The ferry" {
		t.Errorf("got %+v", x)
	}
	if g := p.Gold[0]; len(p.Gold) != 1 || len(g[0]) != 1 || len(g[1]) != 2 || g[1][0] != -1 || g[1][1] != 0 {
		t.Errorf("gold is %v", p.Gold)
	}
	for _, test := range []struct {
		file string
		want error
		line int
	}{
		{"", ErrRoleHeader, 1},
		{"a,b\n", ErrRoleHeader, 1},
		{roleHeader + "0,A .,B .,3,[],[]\n", ErrRole, 2},
		{roleHeader + "0,A .,B .,[,[],[]\n", ErrLiteral, 2},
		{roleHeader + roleRow + strings.Replace(roleRow, "'0:2'", "'0:9'", 1), ErrRole, 3},
		{roleHeader + strings.Replace(roleRow, "'verb_idx': 2", "'verb_idx': -1", 1), ErrRole, 2},
	} {
		_, err := ReadRoles(strings.NewReader(test.file))
		var at *PairError
		if !errors.As(err, &at) || at.Line != test.line || !errors.Is(err, test.want) {
			t.Errorf("%.60q: got %v", test.file, err)
		}
	}
}

func FuzzReadRoles(f *testing.F) {
	f.Add(roleHeader + roleRow)
	f.Add(roleHeader + "0,a,b,[[[,{'a':},\\\n")
	f.Fuzz(func(t *testing.T, file string) {
		list, err := ReadRoles(strings.NewReader(file))
		if err != nil && list != nil {
			t.Fatal("both sentences and an error")
		}
		for _, p := range list {
			for side, roles := range p.Roles {
				for _, r := range roles {
					_ = r.Verb.Text(p.Text[side]) + r.Answer.Text(p.Text[side])
				}
			}
		}
	})
}

func TestParseLiteral(t *testing.T) {
	v, err := parseLiteral(`[{'a': "it's", 'b': -3, 'c': None, 'd': ['x\'y', "z\"", '\n\u00e9']}, []]`)
	if got, want := fmt.Sprint(v, err), "[map[a:it's b:-3 c:<nil> d:[x'y z\" \né]] []] <nil>"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	for _, s := range []string{"", "[", "[1 2]", "{1: 2}", "{'a' 2}", "'a", "1 2", "x", "'\\", strings.Repeat("[", 99) + strings.Repeat("]", 99)} {
		if v, err := parseLiteral(s); !errors.Is(err, ErrLiteral) {
			t.Errorf("%q: got %v, %v", s, v, err)
		}
	}
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

package eval

import (
	"errors"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"synoptic/analyze/doc"
	"synoptic/span"
)

const appealHeader = "sentence,annotation\n"

func TestReadAppeals(t *testing.T) {
	const sentence = `<Source:Named:Expert>Anna Lund</Source:Named:Expert>, <Source_Attribute>a geologist</Source_Attribute>, said <Fact_Appeal:Indirect_Quote>the bridge, <Source:Unnamed:null>he</Source:Unnamed:null> said, is < 5 m > 2</Fact_Appeal:Indirect_Quote>.`
	list, err := ReadAppeals(strings.NewReader(appealHeader + "x,\"" + sentence + "\"\ny,No tags.\n"))
	if err != nil {
		t.Fatal(err)
	}
	if len(list) != 2 || list[1].Text != "No tags." || len(list[1].Sources) != 0 {
		t.Fatalf("got %+v", list)
	}
	a := list[0]
	if want := "Anna Lund, a geologist, said the bridge, he said, is < 5 m > 2."; a.Text != want {
		t.Fatalf("text is %q, want %q", a.Text, want)
	}
	want := []GoldSource{{span.Span{Start: 0, End: 9}, "Expert", true}, {span.Span{Start: 41, End: 43}, "null", false}}
	if !slices.Equal(a.Sources, want) {
		t.Errorf("sources are %v, want %v", a.Sources, want)
	}
	if len(a.Facts) != 1 || a.Facts[0].Text(a.Text) != "the bridge, he said, is < 5 m > 2" {
		t.Errorf("facts are %v", a.Facts)
	}
}

func TestReadAppealsErrors(t *testing.T) {
	for _, test := range []struct {
		name, file string
		want       error
		line       int
	}{
		{"nothing", "", ErrAppealHeader, 1},
		{"other columns", "a,b\nc,d\n", ErrAppealHeader, 1},
		{"not closed", appealHeader + "x,fine\nx,<Recipient>Lund\n", ErrAppealTag, 3},
		{"not opened", appealHeader + "x,Lund</Recipient>\n", ErrAppealTag, 2},
		{"crossed", appealHeader + "x,<Recipient>a<Appeal_Time>b</Recipient>c</Appeal_Time>\n", ErrAppealTag, 2},
		{"no type", appealHeader + "x,<Source:Named>Lund</Source:Named>\n", ErrAppealSource, 2},
		{"long", appealHeader + "x," + strings.Repeat("a", maxAppealBytes+1) + "\n", ErrAppealLong, 2},
		{"many tags", appealHeader + "x," + strings.Repeat("<Recipient></Recipient>", maxAppealTags) + "\n", ErrAppealLong, 2},
		{"too few columns", appealHeader + "x\n", nil, 2},
		{"a quotation mark astray", appealHeader + "x,\"a\"b\n", nil, 2},
	} {
		_, err := ReadAppeals(strings.NewReader(test.file))
		var at *AppealError
		if !errors.As(err, &at) || at.Line != test.line || test.want != nil && !errors.Is(err, test.want) {
			t.Errorf("%s: got %v", test.name, err)
		}
	}
}

func FuzzReadAppeals(f *testing.F) {
	for _, row := range []string{
		"x,<Source:Named:Expert>Lund</Source:Named:Expert> said", "x,<Source:Unnamed:null><Recipient>a</Recipient></Source:Unnamed:null>",
		"x,\"a\n<b> < c\"", "<,>", "x,</Fact_Appeal:Direct_Quote>", "x,<Source>", "\xff,<",
	} {
		f.Add(appealHeader + row + "\n")
	}
	f.Fuzz(func(t *testing.T, file string) {
		list, err := ReadAppeals(strings.NewReader(file))
		if err != nil && list != nil {
			t.Fatal("both sentences and an error")
		}
		for _, a := range list {
			for _, s := range a.Sources {
				if s.Start < 0 || s.End > len(a.Text) || s.Start > s.End {
					t.Fatalf("source %v in %d bytes", s, len(a.Text))
				}
			}
			for _, s := range a.Facts {
				if s.Start < 0 || s.End > len(a.Text) || s.Start > s.End {
					t.Fatalf("fact %v in %d bytes", s, len(a.Text))
				}
			}
		}
	})
}

func TestScoreSources(t *testing.T) {
	const text = "Lund and two men said the port, a mayor said, was shut."
	at := func(words string) span.Span {
		i := strings.Index(text, words)
		return span.Span{Start: i, End: i + len(words)}
	}
	gold := []Appeals{{Text: text, Sources: []GoldSource{{at("Lund"), "null", true}, {at("two men"), "Witness", false}, {at("a mayor"), "Official", false}}}}
	for _, test := range []struct {
		name  string
		found []FoundSource
		want  map[string]float64
	}{
		{"all right", []FoundSource{{at("Lund"), doc.AppealUnclear}, {at("two men"), doc.AppealWitness}, {at("mayor"), doc.AppealOfficial}},
			map[string]float64{"f1_Witness": 100, "f1_Official": 100, "f1_null": 100, "f1_Expert": 0, "micro_f1": 100, "detected_f1": 100, "macro_f1": 200.0 / 7, "macro_f1_null": 300.0 / 8}},
		{"one of the wrong type", []FoundSource{{at("Lund"), doc.AppealUnclear}, {at("two men"), doc.AppealExpert}, {at("a mayor"), doc.AppealOfficial}},
			map[string]float64{"f1_Witness": 0, "f1_Expert": 0, "detected_f1": 100, "micro_f1": 100 * 2.0 / 3}},
		{"one over two counts once", []FoundSource{{at("Lund and two men"), doc.AppealWitness}},
			map[string]float64{"f1_Witness": 100, "detected_precision": 100, "detected_recall": 100.0 / 3}},
		{"only a blank in common", []FoundSource{{span.Span{Start: 4, End: 5}, doc.AppealUnclear}}, map[string]float64{"detected_f1": 0}},
		{"nothing", nil, map[string]float64{"macro_f1": 0, "detected_f1": 0}},
	} {
		scores := ScoreSources(gold, [][]FoundSource{test.found})
		for name, want := range test.want {
			if got := scores[name]; math.Abs(got-want) > 1e-9 {
				t.Errorf("%s: %s is %v, want %v", test.name, name, got, want)
			}
		}
	}
}

func TestSourceType(t *testing.T) {
	path := filepath.Join(t.TempDir(), "gold.csv")
	rows := appealHeader + `x,"<Source:Unnamed:Official>Two officials</Source:Unnamed:Official> said <Fact_Appeal:Indirect_Quote>the bridge was closed on Monday.</Fact_Appeal:Indirect_Quote>"` + "\n" +
		"x,<Fact_No_Appeal>The bridge was closed.</Fact_No_Appeal>\n"
	if err := os.WriteFile(path, []byte(rows), 0o600); err != nil {
		t.Fatal(err)
	}
	r, err := Run("source-type", []string{path})
	if err != nil {
		t.Fatal(err)
	}
	if r.Items != 2 || r.Scores["f1_Official"] != 100 || r.Scores["detected_f1"] != 100 {
		t.Errorf("got %+v", r)
	}
	if _, err := SourceType(nil); !errors.Is(err, ErrNoGold) {
		t.Errorf("without paths: %v", err)
	}
}

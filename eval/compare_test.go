package eval

import (
	"encoding/json"
	"math"
	"testing"

	"synoptic/article"
	"synoptic/dossier"
)

// at is a piece of evidence in article id, from byte start to end.
func at(id string, start, end int) dossier.Evidence {
	return dossier.Evidence{Article: id, Span: dossier.Span{Start: start, End: end}}
}

func goldOf(slot, relation string, positions ...[]dossier.Evidence) GoldDisagreement {
	g := GoldDisagreement{Slot: slot, Relation: relation}
	for _, p := range positions {
		g.Positions = append(g.Positions, GoldPosition{Evidence: p})
	}
	return g
}

// shownAs is a disagreement with each position on a side of its own and all
// pairs of that relation.
func shownAs(slot, relation string, positions ...[]dossier.Evidence) dossier.Disagreement {
	d := dossier.Disagreement{Slot: slot, Relation: relation}
	for i, p := range positions {
		d.Positions = append(d.Positions, dossier.Position{Side: i, Evidence: p})
		for j := range i {
			d.Pairs = append(d.Pairs, dossier.Pair{A: j, B: i, Relation: relation})
		}
	}
	return d
}

type evidence = []dossier.Evidence

func TestFit(t *testing.T) {
	title := at("a", 0, 10)
	title.Field = "title"
	for _, c := range []struct {
		a, b dossier.Evidence
		want float64
	}{
		{at("a", 0, 10), at("a", 0, 10), 1},
		{at("a", 0, 10), at("a", 5, 15), 1.0 / 3},
		{at("a", 0, 10), at("a", 0, 20), 0.5},
		{at("a", 0, 10), at("a", 10, 20), 0},
		{at("a", 0, 10), at("b", 0, 10), 0},
		{at("a", 0, 10), title, 0},
	} {
		if got := fit(c.a, c.b); got != c.want {
			t.Errorf("fit(%v, %v) = %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

func TestMatch(t *testing.T) {
	gold := goldOf("count", "conflicts", evidence{at("a", 0, 10), at("b", 0, 10)}, evidence{at("c", 0, 10)})
	one := 1
	sided := goldOf("count", "conflicts", evidence{at("a", 0, 10)}, evidence{at("b", 0, 10)}, evidence{at("c", 0, 10)})
	sided.Positions[1].Side, sided.Positions[2].Side = &one, &one
	refines := shownAs("count", "refines", evidence{at("a", 0, 10)}, evidence{at("c", 0, 10)})
	refines.Positions[1].Side = 0
	for _, c := range []struct {
		name          string
		gold          GoldDisagreement
		shown         dossier.Disagreement
		strict, loose bool
	}{
		{"the same", gold, shownAs("count", "conflicts", evidence{at("a", 0, 10), at("b", 0, 10)}, evidence{at("c", 0, 10)}), true, true},
		{"one piece a side is enough", gold, shownAs("count", "conflicts", evidence{at("c", 0, 10)}, evidence{at("b", 0, 10)}), true, true},
		{"another slot", gold, shownAs("amount", "conflicts", evidence{at("a", 0, 10)}, evidence{at("c", 0, 10)}), false, true},
		{"long evidence", gold, shownAs("count", "conflicts", evidence{at("a", 0, 30)}, evidence{at("c", 0, 30)}), false, true},
		{"one side only", gold, shownAs("count", "conflicts", evidence{at("a", 0, 10)}, evidence{at("d", 0, 10)}), false, false},
		{"both on one side", gold, shownAs("count", "conflicts", evidence{at("a", 0, 10), at("c", 0, 10)}, evidence{at("d", 0, 10)}), false, false},
		{"other positions of one side", gold, shownAs("count", "conflicts", evidence{at("a", 0, 10)}, evidence{at("b", 0, 10)}), false, false},
		{"refining positions share a side", gold, refines, true, true},
		{"gold with sides", sided, shownAs("count", "conflicts", evidence{at("a", 0, 10)}, evidence{at("c", 0, 10)}), true, true},
		{"a side of the gold is missing", goldOf("count", "conflicts", evidence{at("a", 0, 10)}, evidence{at("b", 0, 10)}, evidence{at("c", 0, 10)}),
			shownAs("count", "conflicts", evidence{at("a", 0, 10)}, evidence{at("c", 0, 10)}), false, true},
	} {
		if got := strictly(c.gold, &c.shown); got != c.strict {
			t.Errorf("%s: strictly %v, want %v", c.name, got, c.strict)
		}
		if got := loosely(c.gold, &c.shown); got != c.loose {
			t.Errorf("%s: loosely %v, want %v", c.name, got, c.loose)
		}
	}
}

func TestPairUp(t *testing.T) {
	// The first must give way: 0 fits both, 1 fits only the first.
	edges := map[[2]int]bool{{0, 0}: true, {0, 1}: true, {1, 0}: true}
	got := pairUp(3, 2, func(i, j int) bool { return edges[[2]int{i, j}] })
	if got[0] != 1 || got[1] != 0 || got[2] != -1 {
		t.Errorf("pairUp = %v, want [1 0 -1]", got)
	}
}

func TestConflictShown(t *testing.T) {
	pair := goldOf("date", "none", evidence{at("a", 0, 10)}, evidence{at("b", 0, 10)})
	gold := Gold{
		Disagreements:    []GoldDisagreement{goldOf("count", "conflicts", evidence{at("a", 0, 20)}, evidence{at("b", 0, 20)})},
		NotDisagreements: []GoldDisagreement{pair},
	}
	for _, c := range []struct {
		name  string
		shown dossier.Disagreement
		want  bool
	}{
		{"as a conflict", shownAs("date", "conflicts", evidence{at("a", 5, 12)}, evidence{at("b", 0, 4)}), true},
		{"with another slot", shownAs("wording", "conflicts", evidence{at("a", 5, 12)}, evidence{at("b", 0, 4)}), true},
		{"as compatible", shownAs("date", "compatible", evidence{at("a", 0, 10)}, evidence{at("b", 0, 10)}), false},
		{"the true one of those sentences", shownAs("count", "conflicts", evidence{at("a", 0, 20)}, evidence{at("b", 0, 20)}), false},
		{"half of the pair", shownAs("date", "conflicts", evidence{at("a", 0, 10)}, evidence{at("c", 0, 10)}), false},
	} {
		d := &dossier.Dossier{Disagreements: []dossier.Disagreement{c.shown}}
		if got := conflictShown(pair, gold, d) != nil; got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestB3(t *testing.T) {
	a, b, c, d := at("a", 0, 10), at("b", 0, 10), at("c", 0, 10), at("d", 0, 10)
	for _, test := range []struct {
		name                              string
		groups, found                     [][]dossier.Evidence
		precision, fitted, recall, pieces float64
	}{
		{"the same", [][]dossier.Evidence{{a, b}, {c}}, [][]dossier.Evidence{{c}, {b, a}}, 3, 3, 3, 3},
		{"all in one", [][]dossier.Evidence{{a, b}, {c}}, [][]dossier.Evidence{{a, b, c}}, 2.0/3 + 2.0/3 + 1.0/3, 3, 3, 3},
		{"split", [][]dossier.Evidence{{a, b}, {c}}, [][]dossier.Evidence{{a}, {b}, {c}}, 3, 3, 0.5 + 0.5 + 1, 3},
		{"some not found", [][]dossier.Evidence{{a, b, c, d}}, [][]dossier.Evidence{{a, b}}, 2, 2, 0.5 + 0.5, 4},
		{"nothing found", [][]dossier.Evidence{{a, b}}, nil, 0, 0, 0, 2},
		{"more than the gold", [][]dossier.Evidence{{a, b}}, [][]dossier.Evidence{{a, b, c}, {d}}, 2, 2, 2, 2},
	} {
		precision, fitted, recall, pieces := b3(test.groups, test.found, half)
		for _, v := range [][2]float64{{precision, test.precision}, {fitted, test.fitted}, {recall, test.recall}, {pieces, test.pieces}} {
			if math.Abs(v[0]-v[1]) > 1e-9 {
				t.Errorf("%s: got %v %v %v %v, want %v %v %v %v", test.name, precision, fitted, recall, pieces,
					test.precision, test.fitted, test.recall, test.pieces)
				break
			}
		}
	}
}

func TestCopyPairs(t *testing.T) {
	got := copyPairs([]Copy{{"b", "a"}, {"d", "e"}, {"c", "d"}, {"c", "a"}, {"y", "x"}})
	if len(got) != 11 { // five of one report make ten pairs, two make one
		t.Errorf("got %d pairs: %v", len(got), got)
	}
}

// TestScore holds each score to a value worked out by hand.
func TestScore(t *testing.T) {
	a := "a"
	d := &dossier.Dossier{
		Articles: []dossier.Article{{ID: "a"}, {ID: "b", CopyOf: &a}, {ID: "c", CopyOf: &a}},
		Disagreements: []dossier.Disagreement{
			shownAs("count", "conflicts", evidence{at("a", 0, 10)}, evidence{at("c", 0, 10)}),     // right
			shownAs("amount", "conflicts", evidence{at("a", 20, 30)}, evidence{at("c", 20, 30)}),  // wrong slot
			shownAs("date", "conflicts", evidence{at("a", 40, 50)}, evidence{at("c", 40, 50)}),    // tempting
			shownAs("place", "compatible", evidence{at("a", 60, 70)}, evidence{at("c", 60, 70)}),  // not shown as one
			shownAs("wording", "refines", evidence{at("a", 80, 90)}, evidence{at("c", 200, 210)}), // not in the gold
		},
		Only: []dossier.Report{{Evidence: at("a", 100, 110)}, {Evidence: at("b", 100, 130)}},
	}
	gold := Gold{
		Copies: []Copy{{Article: "b", CopyOf: "a"}},
		Disagreements: []GoldDisagreement{
			goldOf("count", "updates", evidence{at("a", 0, 10)}, evidence{at("c", 0, 10)}),
			goldOf("duration", "conflicts", evidence{at("a", 20, 30)}, evidence{at("c", 20, 30)}),
		},
		NotDisagreements: []GoldDisagreement{
			goldOf("date", "none", evidence{at("a", 40, 50)}, evidence{at("c", 40, 50)}),
			goldOf("place", "none", evidence{at("a", 60, 70)}, evidence{at("c", 60, 70)}),
		},
		Only: []dossier.Evidence{at("a", 100, 110), at("b", 100, 110), at("c", 100, 110)},
	}
	want := map[string]float64{
		"disagreements_precision":              25,
		"disagreements_recall":                 50,
		"disagreements_f1":                     100.0 / 3,
		"disagreements_precision_loose":        50,
		"disagreements_recall_loose":           100,
		"disagreements_f1_loose":               200.0 / 3,
		"disagreements_slot":                   50,
		"disagreements_relation":               50,
		"not_disagreements":                    2,
		"conflicts_shown_of_not_disagreements": 1,
		"only_precision":                       50,
		"only_recall":                          100.0 / 3,
		"only_f1":                              40,
		"only_precision_loose":                 100,
		"only_recall_loose":                    200.0 / 3,
		"only_f1_loose":                        80,
		"copies_precision":                     100.0 / 3, // three pairs shown, one right
		"copies_recall":                        100,
		"copies_f1":                            50,
	}
	got := Score(d, gold)
	for name, v := range want {
		if math.Abs(got[name]-v) > 1e-9 {
			t.Errorf("%s = %v, want %v", name, got[name], v)
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			t.Errorf("%s is scored though the gold does not say it", name)
		}
	}
}

// TestDossierAsGold scores a dossier against its own JSON.
func TestDossierAsGold(t *testing.T) {
	a := "a"
	d := &dossier.Dossier{
		Articles:      []dossier.Article{{ID: "a"}, {ID: "b", CopyOf: &a}},
		Disagreements: []dossier.Disagreement{shownAs("count", "conflicts", evidence{at("a", 0, 10)}, evidence{at("b", 0, 10)})},
		Claims:        []dossier.Claim{{Reports: []dossier.Report{{Evidence: at("a", 0, 10)}, {Evidence: at("b", 0, 10)}}}},
		Quotes:        []dossier.Quote{{Renderings: []dossier.Rendering{{Evidence: at("a", 0, 10)}, {Evidence: at("b", 0, 10)}}}},
		Entities:      []dossier.Entity{{Mentions: evidence{at("a", 0, 10)}}, {Mentions: evidence{at("b", 0, 10)}}},
		Only:          []dossier.Report{{Evidence: at("a", 50, 60)}},
	}
	b, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	gold, err := ParseGold(b)
	if err != nil {
		t.Fatal(err)
	}
	scores := Score(d, gold)
	if len(scores) < 20 {
		t.Errorf("only %d scores: %v", len(scores), scores)
	}
	for name, v := range scores {
		if v != 100 {
			t.Errorf("%s = %v, want 100", name, v)
		}
	}
}

// TestCompareEmpty runs the task on the sample and on a folder with a pipeline
// that finds nothing.
func TestCompareEmpty(t *testing.T) {
	empty := func(articles []*article.Article) *dossier.Dossier {
		if len(articles) == 0 {
			t.Error("no articles")
		}
		return &dossier.Dossier{}
	}
	for _, c := range []struct {
		paths []string
		items int
	}{
		{nil, 4},
		{[]string{"../sample"}, 4},
		{[]string{"testdata/event"}, 1},
		{[]string{"testdata/event", "testdata/event"}, 2},
	} {
		result, err := Run("compare", c.paths, CompareTask(empty))
		if err != nil {
			t.Fatal(err)
		}
		if result.Task != "compare" || result.Items != c.items {
			t.Errorf("%v: task %q with %d items, want %d", c.paths, result.Task, result.Items, c.items)
		}
		for name, v := range result.Scores {
			if name != "not_disagreements" && v != 0 {
				t.Errorf("%v: %s = %v, want 0", c.paths, name, v)
			}
		}
	}
	if _, err := Run("compare", []string{t.TempDir()}, CompareTask(empty)); err == nil {
		t.Error("a folder without gold.json is no error")
	}
	if result, err := Run("compare", []string{"testdata"}, CompareTask(empty)); err != nil || result.Items != 1 {
		t.Errorf("a folder of folders: %v, %v", result, err)
	}
}

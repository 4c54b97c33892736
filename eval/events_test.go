package eval

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"synoptic/article"
	"synoptic/dossier"
)

func TestChooseEvents(t *testing.T) {
	articles := []*article.Article{
		{ID: "a", Title: "Two ferries sink", Text: "Two ferries sank off Veld."},
		{ID: "b", Text: "Three ferries sank off Veld."},
	}
	digest := func(words ...string) string {
		sum := sha256.Sum256([]byte(strings.Join(words, "\n") + "\n"))
		return hex.EncodeToString(sum[:])
	}
	const differ = `"disagreements":[{"slot":"count","relation":"conflicts","positions":[
		{"evidence":[{"article":"a","start":0,"end":11},{"article":"a","field":"title","start":0,"end":11}]},{"evidence":[{"article":"b","start":0,"end":13}]}]}],`
	right := digest("Two ferries", "Two ferries", "Three ferries", "sank off Veld", "sank off Veld")
	const claim = `"claims":[{"reports":[{"article":"a","start":12,"end":25},{"article":"b","start":14,"end":27}]}]`
	event := func(ids, sum, rest string) string {
		line := `{"event":7,"held":true,"articles":` + ids + `,"sha256":"` + sum + `",` + rest + `}`
		return strings.Join(strings.Fields(line), " ") + "\n"
	}
	whole := event(`["a","b"]`, right, differ+claim)
	for _, c := range []struct {
		name, lines string
		events      int
		err         string
	}{
		{"whole", whole, 1, ""},
		{"two", whole + whole, 2, ""},
		{"an article is missing", event(`["a","b","c"]`, right, differ+claim), 0, ""},
		{"other words", event(`["a","b"]`, right, claim), 0, "labelled event 7: its articles do not have the words"},
		{"a shorter text", event(`["a"]`, right, `"only":[{"article":"a","start":20,"end":27}]`), 0, "labelled event 7: a is not as long"},
		{"evidence of elsewhere", event(`["a"]`, right, `"only":[{"article":"z","start":0,"end":1}]`), 0, `labelled event 7: it has evidence in "z"`},
		{"cut off", "{", 0, "the labelled events: "},
	} {
		events, err := chooseEvents([]byte(c.lines), articles)
		if len(events) != c.events || (err != nil) != (c.err != "") || err != nil && !strings.HasPrefix(err.Error(), c.err) {
			t.Errorf("%s: %d events, %v", c.name, len(events), err)
		}
		for _, e := range events {
			if !e.Held || len(e.Articles) != 2 || len(e.Gold.Claims) != 1 {
				t.Errorf("%s: %+v", c.name, e)
			}
		}
	}
}

// The scores of the held half stand beside those of all.
func TestScoreHeld(t *testing.T) {
	gold := func(ids ...string) Gold {
		var g Gold
		for _, id := range ids {
			g.Only = append(g.Only, at(id, 0, 10))
		}
		return g
	}
	find := func(articles []*article.Article) *dossier.Dossier {
		return &dossier.Dossier{Only: []dossier.Report{{Evidence: at(articles[0].ID, 0, 10)}}}
	}
	events := []GoldEvent{
		{Articles: []*article.Article{{ID: "a"}}, Gold: gold("a")},
		{Articles: []*article.Article{{ID: "b"}}, Gold: gold("b", "c", "d"), Held: true},
	}
	result := scoreEvents(events, find)
	for name, want := range map[string]float64{"only_recall": 50, "held_only_recall": 100.0 / 3, "only_precision": 100, "held_only_precision": 100} {
		if got := result.Scores[name]; got != want {
			t.Errorf("%s = %v, want %v", name, got, want)
		}
	}
	result = scoreEvents(events[:1], find)
	for name := range result.Scores {
		if strings.HasPrefix(name, "held_") {
			t.Errorf("%s without an event that is held out", name)
		}
	}
}

// The gold is whole: twelve events, half of them held out and last, with nothing
// of the articles' text, and none that the program learns statements by.
func TestLabelledEvents(t *testing.T) {
	lines, err := unzip(labelledEvents)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(lines), `"text"`) {
		t.Error("there is text in it")
	}
	pairs, err := unzip(statements)
	if err != nil {
		t.Fatal(err)
	}
	n, held := 0, 0
	for line := range strings.Lines(string(lines)) {
		var l labelledEvent
		if err := json.Unmarshal([]byte(line), &l); err != nil {
			t.Fatal(err)
		}
		n++
		if l.Held {
			held++
		} else if held > 0 {
			t.Errorf("event %d: an open one behind one that is held out", l.Event)
		}
		if len(l.Articles) < 3 || l.Claims == nil || l.Disagreements == nil || l.NotDisagreements == nil || l.Quotes == nil || l.Only == nil || l.Copies == nil {
			t.Errorf("event %d is not whole", l.Event)
		}
		for _, e := range l.evidence() {
			if e.Start >= e.End || !slices.Contains(l.Articles, e.Article) {
				t.Errorf("event %d: evidence at %d to %d of %s", l.Event, e.Start, e.End, e.Article)
			}
		}
		for _, d := range l.Disagreements {
			if len(d.sides()) < 2 || !slices.Contains([]string{"conflicts", "updates", "refines"}, d.Relation) {
				t.Errorf("event %d: %d positions, %s", l.Event, len(d.sides()), d.Relation)
			}
		}
		for _, id := range l.Articles {
			if strings.Contains(string(pairs), `"`+id+`"`) {
				t.Errorf("event %d: %s is also in the pairs of statements", l.Event, id)
			}
		}
	}
	if n != 12 || held != 6 {
		t.Errorf("%d, %d of them held out", n, held)
	}
}

// TestCompareCorpora finds the labelled words in the corpora, where they are there.
func TestCompareCorpora(t *testing.T) {
	folder := filepath.Join("..", "..", "shared", "data", "clustering")
	paths := []string{"testdata/event", filepath.Join(folder, "basil.jsonl.gz"), filepath.Join(folder, "wikinews.jsonl.gz")}
	for _, path := range paths {
		if _, err := os.Stat(path); err != nil {
			t.Skipf("the clustering corpora do not ship: %v", err)
		}
	}
	empty := func([]*article.Article) *dossier.Dossier { return &dossier.Dossier{} }
	for _, c := range []struct {
		paths []string
		items int
	}{{paths, 13}, {paths[1:], 12}, {paths[1:2], 4}} {
		result, err := Run("compare", c.paths, CompareTask(empty))
		if err != nil || result.Items != c.items {
			t.Errorf("%v: %d events, want %d; %v", c.paths, result.Items, c.items, err)
		}
		if _, ok := result.Scores["held_claims_b3_recall"]; !ok {
			t.Errorf("%v: the held half is not scored", c.paths)
		}
	}
}

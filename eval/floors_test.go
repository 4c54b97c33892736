package eval_test

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"strings"
	"sync"
	"testing"

	"synoptic"
	"synoptic/article"
	"synoptic/dossier"
	"synoptic/eval"
	"synoptic/sample"
)

var update = flag.Bool("update", false, "write metrics.txt anew")

// floors are what the sample's scores may not fall below, in compare those over
// all its events. Raise one when a change has lifted its score for good; lower
// one only with a reason in the commit.
var floors = []struct {
	task, name string
	floor      float64
}{
	{"compare", "copies_f1", 80},
	{"compare", "disagreements_f1", 16},
	{"compare", "disagreements_f1_loose", 22},
	{"compare", "disagreements_precision_loose", 85},
	{"compare", "disagreements_relation", 75},
	{"compare", "quotes_b3_f1", 80},
	{"compare", "claims_b3_f1", 56},
	{"compare", "claims_b3_f1_loose", 66},
	{"compare", "entities_b3_f1", 90},
	{"compare", "only_recall_loose", 40},
	// The first event's alone. Much was made by the look of it, so that these
	// are far above those over all.
	{"ferry", "copies_f1", 100},
	{"ferry", "disagreements_f1", 55},
	{"ferry", "disagreements_f1_loose", 65},
	{"ferry", "disagreements_precision_loose", 80},
	{"ferry", "disagreements_relation", 60},
	{"ferry", "quotes_b3_f1", 85},
	{"ferry", "claims_b3_f1", 65},
	{"ferry", "claims_b3_f1_loose", 73},
	{"ferry", "entities_b3_f1", 85},
	{"ferry", "only_recall_loose", 40},
	{"parse", "uas", 91},
	{"parse", "las", 80},
	{"extract", "f1", 97},
	{"extract", "recall", 100},
}

// ceilings are what counts of errors may not rise above.
var ceilings = []struct {
	name    string
	ceiling float64
}{
	{"conflicts_shown_of_not_disagreements", 0},
}

// whole runs the whole program.
func whole(articles []*article.Article) *dossier.Dossier { return synoptic.Compare(articles, nil) }

// results are the scores of every task that has gold embedded.
var results = sync.OnceValues(func() ([]eval.Result, error) {
	compareTask := eval.CompareTask(whole)
	var all []eval.Result
	for _, task := range append(eval.Tasks[:len(eval.Tasks):len(eval.Tasks)], compareTask) {
		result, err := eval.Run(task.Name, nil, compareTask)
		if errors.Is(err, eval.ErrNoGold) {
			continue
		}
		if err != nil {
			return nil, err
		}
		all = append(all, result)
	}
	return all, nil
})

// TestMetrics holds metrics.txt to the scores as they are, so that each change
// of quality shows in the diff.
func TestMetrics(t *testing.T) {
	all, err := results()
	if err != nil {
		t.Fatal(err)
	}
	var made bytes.Buffer
	if err := eval.WriteMetrics(&made, sample.Digest(), all...); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile("metrics.txt", made.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	kept, err := os.ReadFile("metrics.txt")
	if err != nil {
		t.Fatal(err)
	}
	if changes := changed(string(kept), made.String()); changes != "" {
		t.Errorf("scores have changed; if for the better, or for a good reason, run make eval:\n%s", changes)
	}
}

// changed lists the lines that stand in only one of two texts.
func changed(before, after string) string {
	var list strings.Builder
	add := func(sign, of, other string) {
		for line := range strings.Lines(of) {
			if !strings.Contains("\n"+other, "\n"+line) {
				list.WriteString(sign + " " + line)
			}
		}
	}
	add("was", before, after)
	add("is ", after, before)
	return list.String()
}

// TestFloors keeps the scores of the sample from sinking.
func TestFloors(t *testing.T) {
	all, err := results()
	if err != nil {
		t.Fatal(err)
	}
	events, err := eval.Events(nil)
	if err != nil {
		t.Fatal(err)
	}
	first := events[0]
	scores := map[string]map[string]float64{first.Path: eval.Score(whole(first.Articles), first.Gold)}
	for _, r := range all {
		scores[r.Task] = r.Scores
	}
	for _, f := range floors {
		if score, ok := scores[f.task][f.name]; !ok || score < f.floor {
			t.Errorf("%s of %s is %.2f, below its floor of %.2f", f.name, f.task, score, f.floor)
		}
	}
	for _, c := range ceilings {
		if score, ok := scores["compare"][c.name]; !ok || score > c.ceiling {
			t.Errorf("%s is %.0f, above its ceiling of %.0f", c.name, score, c.ceiling)
		}
	}
	if t.Failed() {
		explain(t, events)
	}
}

// explain logs what of the sample's gold is missed.
func explain(t *testing.T, events []eval.GoldEvent) {
	t.Helper()
	for _, e := range events {
		var s strings.Builder
		eval.Explain(&s, whole(e.Articles), e.Gold)
		t.Logf("%s\n%s", e.Path, s.String())
	}
}

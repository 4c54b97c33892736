package eval

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"synoptic/article"
	"synoptic/lang/en"
	"synoptic/story"
)

// The figures are worked out by hand. Gold {a b c} {d e} {f}, found {a b} {c d}
// {e} {f}: B³ precision (1+1+½+½+1+1)/6, recall (⅔+⅔+⅓+½+½+1)/6; of four gold
// pairs and two found, one is the same. Without f: precision 4/5, recall 8/15.
func TestClusterScores(t *testing.T) {
	for _, c := range []struct {
		name        string
		found, gold string // one letter an article
		want        map[string]float64
	}{
		{"mixed", "112234", "xxxyyz", map[string]float64{
			"b3_precision": 83.3333, "b3_recall": 61.1111, "b3_f1": 70.5128, "pair_f1": 33.3333,
			"stories": 4, "multi_b3_f1": 64, "multi_pair_f1": 33.3333,
		}},
		{"right, under other names", "21123", "xyyxz", map[string]float64{
			"b3_precision": 100, "b3_recall": 100, "b3_f1": 100, "pair_f1": 100,
			"stories": 3, "multi_b3_f1": 100, "multi_pair_f1": 100,
		}},
		{"labels in common mean nothing", "ab", "bb", map[string]float64{
			"b3_precision": 100, "b3_recall": 50, "b3_f1": 66.6667, "pair_f1": 0,
			"stories": 2, "multi_b3_f1": 66.6667, "multi_pair_f1": 0,
		}},
		{"all in one", "1111", "xxyy", map[string]float64{
			"b3_precision": 50, "b3_recall": 100, "b3_f1": 66.6667, "pair_f1": 50,
			"stories": 1, "multi_b3_f1": 66.6667, "multi_pair_f1": 50,
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := ClusterScores(strings.Split(c.found, ""), strings.Split(c.gold, ""))
			if len(got) != len(c.want) {
				t.Errorf("scores %v, want %v", got, c.want)
			}
			for name, want := range c.want {
				if math.Abs(got[name]-want) > 0.0001 {
					t.Errorf("%s is %.4f, want %.4f", name, got[name], want)
				}
			}
		})
	}
}

func TestCluster(t *testing.T) {
	bridge := `{"id":"a","story":"bridge","published":"2031-05-01","text":"The Orrel bridge at Tamsin collapsed on Thursday after a barge hit its third pier, and two lorries fell into the river Voss."}`
	again := `{"id":"b","story":"bridge","published":"2031-05-02","text":"Two lorries fell into the Voss when a barge struck the Orrel bridge at Tamsin and its third pier collapsed."}`
	vote := `{"id":"a","story":"vote","published":"2031-05-02","text":"Parliament in Keldra voted by a wide margin to raise the tax on sugar, which shopkeepers oppose."}`
	write := func(name string, lines ...string) string {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, []byte(strings.Join(lines, "\n")), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	got, err := Cluster([]string{write("one.jsonl", bridge, "", vote, again), write("two.jsonl", bridge)})
	if err != nil {
		t.Fatal(err)
	}
	if got.Items != 4 || got.Scores["b3_f1"] != 100 || got.Scores["stories"] != 3 {
		t.Errorf("got %+v", got)
	}
	for name, lines := range map[string]string{
		"no story":    `{"id":"a","text":"Words."}`,
		"not JSON":    "{",
		"no articles": "",
		"no text":     `{"id":"a","story":"x"}`,
	} {
		if _, err := Cluster([]string{write("bad.jsonl", lines)}); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// TestSort follows a story that is parted once more has come.
func TestSort(t *testing.T) {
	g := ClusterGold{Articles: []*article.Article{
		{ID: "a", Published: "2031-05-01", Text: "The Orrel bridge at Tamsin collapsed on Thursday after a barge hit its third pier. Parliament in Keldra voted to raise the tax on sugar, which shopkeepers oppose."},
		{ID: "b", Published: "2031-05-01", Text: "The Orrel bridge at Tamsin collapsed after a barge hit its third pier on Thursday."},
		{ID: "c", Published: "2031-05-01", Text: "Keldra's shopkeepers oppose the higher tax on sugar that parliament voted for."},
		{ID: "d", Published: "2031-05-02", Text: "The skipper of the barge that hit the Orrel bridge at Tamsin was questioned. The third pier collapsed."},
		{ID: "e", Published: "2031-05-02", Text: "Shopkeepers in Keldra closed their doors against the tax on sugar that parliament raised."},
	}}
	for i := range 45 {
		g.Articles = append(g.Articles, &article.Article{ID: fmt.Sprint(i), Text: fmt.Sprintf("word%d other%d third%d.", i, i, i)})
	}
	arrival, final := g.Sort(story.New(story.Options{Language: en.English()}))
	for want, got := range map[string][]string{"a a a a a": arrival, "a a c a c": final} {
		if got := strings.Join(got[:5], " "); got != want {
			t.Errorf("stories %s, want %s", got, want)
		}
	}
}

package eval

import (
	"errors"
	"testing"

	"synoptic/analyze"
	"synoptic/article"
	"synoptic/lang/en"
)

func TestAmounts(t *testing.T) {
	text := "The talks lasted more than four hours on Monday. At least 12 ships came."
	d := analyze.Article(&article.Article{Text: text, Published: "2031-03-05"}, en.English())
	gold, err := parseAmounts(`{"article":"a","start":17,"end":37,"kind":"quantity","low":4,"low_open":true,"unit":"hour"}
{"article":"a","start":17,"end":37,"kind":"quantity","low":4,"unit":"hour"}
{"article":"a","start":17,"end":37,"kind":"quantity","low":4,"low_open":true,"unit":"day"}
{"article":"a","start":41,"end":47,"kind":"time","value":"2031-03-03"}
{"article":"a","start":41,"end":47,"kind":"time","value":"2031-03-10"}
{"article":"a","start":49,"end":60,"kind":"quantity","low":12}
{"article":"a","start":49,"end":60,"kind":"quantity","low":12,"high":12}
`)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []bool{true, false, false, true, false, true, false} {
		if g := gold["a"][i]; g.found(d) != want {
			t.Errorf("%d, %q: %v", i, g.Text(text), !want)
		}
	}
}

// The gold is whole: two hundred, half of them held out.
func TestAmountsGold(t *testing.T) {
	gold, err := parseAmounts(amounts)
	if err != nil {
		t.Fatal(err)
	}
	n, held := 0, 0
	for id, list := range gold {
		for _, g := range list {
			n++
			if g.Held {
				held++
			}
			if g.Empty() || g.Kind != "quantity" && g.Kind != "time" || g.Kind == "time" && g.Value == "" || g.Kind == "quantity" && g.Low == nil && g.High == nil {
				t.Errorf("%s: %+v", id, g)
			}
		}
	}
	if n != 200 || held < 95 || held > 105 {
		t.Errorf("%d, %d of them held out", n, held)
	}
	if _, err := parseAmounts("{"); err == nil {
		t.Error("no error for a line that is cut off")
	}
	if _, err := Amounts(nil); !errors.Is(err, ErrNoGold) {
		t.Errorf("without paths: %v", err)
	}
}

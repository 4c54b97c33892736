package eval

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"time"

	"synoptic/analyze"
	"synoptic/analyze/doc"
	"synoptic/lang/en"
	"synoptic/span"
)

// amounts are quantities and times of news, labelled by two readers apart: places
// and values alone, since the text is not ours to give.
//
//go:embed gold/amounts.jsonl
var amounts string

// amount is one quantity or time of the gold.
type amount struct {
	Article string
	span.Span
	Kind string // "quantity" or "time"
	// Held is true for the half that no rule was made by.
	Held bool

	Low, High                      *float64
	LowOpen, HighOpen, Approximate bool
	Unit, Of                       string

	Value, Earliest, Latest string
}

// UnmarshalJSON reads one line of the gold.
func (g *amount) UnmarshalJSON(b []byte) error {
	var raw struct {
		Article, Kind, Unit, Of, Value, Earliest, Latest string

		Start, End  int
		Held        bool
		Low, High   *float64
		LowOpen     bool `json:"low_open"`
		HighOpen    bool `json:"high_open"`
		Approximate bool
	}
	if err := json.Unmarshal(b, &raw); err != nil {
		return err
	}
	*g = amount{
		raw.Article, span.Span{Start: raw.Start, End: raw.End}, raw.Kind, raw.Held, raw.Low, raw.High,
		raw.LowOpen, raw.HighOpen, raw.Approximate, raw.Unit, raw.Of, raw.Value, raw.Earliest, raw.Latest,
	}
	return nil
}

// Amounts scores quantities and times in articles of the clustering corpora, as
// JSON Lines at paths, by gold that is embedded. A quantity is right when one
// overlaps it that has its bounds and unit; a time when one
// overlaps it that has its TIMEX3 value. Names that begin with "held_" are of the
// half that no rule was made by.
func Amounts(paths []string) (Result, error) {
	if len(paths) == 0 {
		return Result{}, ErrNoGold
	}
	gold, err := parseAmounts(amounts)
	if err != nil {
		return Result{}, err
	}
	articles, err := readCorpora(paths)
	if err != nil {
		return Result{}, err
	}
	var result Result
	total, right := map[string]int{}, map[string]int{}
	start := time.Now()
	for _, a := range articles {
		list := gold[a.ID]
		if len(list) == 0 {
			continue
		}
		d := analyze.Article(a, en.English())
		for _, g := range list {
			if g.End > len(a.Text) {
				return Result{}, fmt.Errorf("%s: the article is not as long as the gold's", a.ID)
			}
			g.Span = g.Shift(d.Body)
			result.Items++
			names := []string{"accuracy", g.Kind}
			if g.Held {
				names = append(names, "held_accuracy", "held_"+g.Kind)
			}
			found := g.found(d)
			for _, name := range names {
				total[name]++
				if found {
					right[name]++
				}
			}
		}
	}
	result.Timed(start)
	result.Scores = map[string]float64{}
	for name, n := range total {
		result.Scores[name] = share(right[name], n)
	}
	return result, nil
}

func parseAmounts(lines string) (map[string][]amount, error) {
	gold := map[string][]amount{}
	for line := range strings.Lines(lines) {
		var a amount
		if err := json.Unmarshal([]byte(line), &a); err != nil {
			return nil, fmt.Errorf("amounts: %w", err)
		}
		gold[a.Article] = append(gold[a.Article], a)
	}
	return gold, nil
}

// found reports whether d has g.
func (g *amount) found(d *doc.Doc) bool {
	if g.Kind == "time" {
		for _, t := range d.Times {
			if t.Overlaps(g.Span) && t.Value == g.Value {
				return true
			}
		}
		return false
	}
	for i := range d.Quantities {
		if q := &d.Quantities[i]; q.Overlaps(g.Span) && g.is(q) {
			return true
		}
	}
	return false
}

// is reports whether q has the bounds of g, in its unit.
func (g *amount) is(q *doc.Quantity) bool {
	same := func(want *float64, got float64, open, gotOpen bool) bool {
		if want == nil {
			return math.IsInf(got, 0) || got == 0
		}
		return open == gotOpen && near(*want, got)
	}
	unit := q.Unit
	if unit == "fraction" || unit == g.Of && g.Unit == "" { // "magnitude 6": what the number is of, there
		unit = ""
	}
	if q.Dimension == "score" { // "40-7" is one quantity of two numbers here
		return g.Low != nil && (near(*g.Low, q.Low) || near(*g.Low, q.High))
	}
	return unit == g.Unit && same(g.Low, q.Low, g.LowOpen, q.LowOpen) && same(g.High, q.High, g.HighOpen, q.HighOpen)
}

package eval

import (
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"os"
	"strings"
	"time"

	"synoptic/analyze/clause"
	"synoptic/analyze/doc"
	"synoptic/analyze/quantity"
	"synoptic/analyze/segment"
	"synoptic/analyze/tag"
	"synoptic/analyze/timex"
	"synoptic/article"
	"synoptic/lang/en"
	"synoptic/span"
)

// goldQuantity is one quantity of quantulum3's gold. A range is its middle
// with the distance of its ends as uncertainty.
type goldQuantity struct {
	Value       float64 `json:"value"`
	Unit        string  `json:"unit"`
	Surface     string  `json:"surface"`
	Uncertainty float64 `json:"uncertainty"`
	at          span.Span
}

type goldSentence struct {
	Text       string         `json:"req"`
	Quantities []goldQuantity `json:"res"`
}

// plainNumber is the unit of numbers without one in quantulum3's gold.
const plainNumber = "dimensionless"

// unitNames gives quantulum3's names where they differ from the program's.
var unitNames = map[string]string{
	"USD": "dollar", "EUR": "euro", "GBP": "pound sterling", "JPY": "yen", "fraction": plainNumber, "": plainNumber,
}

// Quantity scores the quantities found in the sentences of the JSON files at
// paths, which have the form of quantulum3's gold. One is right when it
// overlaps, and value and unit agree, both brought into the terms of the program by whole: "f1" is over quantities with a unit, and
// "f1_all" over plain numbers too. A path that is a folder holds the cases of
// Recognizers-Text, and is scored by the rate of cases passed for each model. The time includes reading
// the gold.
func Quantity(paths []string) (Result, error) {
	if len(paths) == 0 {
		return Result{}, ErrNoGold
	}
	var gold []goldSentence
	scores := map[string]float64{}
	start, cases := time.Now(), 0
	for _, path := range paths {
		if info, err := os.Stat(path); err == nil && info.IsDir() {
			rates, n, err := recognizers(path)
			if err != nil {
				return Result{}, err
			}
			maps.Copy(scores, rates)
			cases += n
			continue
		}
		b, err := readFile(path)
		if err != nil {
			return Result{}, err
		}
		var list []goldSentence
		if err := json.Unmarshal(b, &list); err != nil {
			return Result{}, fmt.Errorf("%s: %w", path, err)
		}
		gold = append(gold, list...)
	}
	docs := make([]*doc.Doc, len(gold))
	for i, g := range gold {
		docs[i] = quantities(g.Text)
	}
	result := Result{Items: len(gold) + cases, Scores: scores}
	result.Timed(start)
	if len(gold) == 0 {
		return result, nil
	}
	var withUnit, all counts
	for i, g := range gold {
		locate(&g)
		found := foundQuantities(docs[i])
		g.Quantities = whole(g.Quantities, found)
		used := make([]bool, len(found))
		for _, want := range g.Quantities {
			all.gold++
			unit := want.Unit != plainNumber
			if unit {
				withUnit.gold++
			}
			for k, f := range found {
				if used[k] || !f.at.Overlaps(want.at) || f.Unit != want.Unit || !near(f.Value, want.Value) || !near(f.Uncertainty, want.Uncertainty) {
					continue
				}
				used[k] = true
				all.both++
				if unit {
					withUnit.both++
				}
				break
			}
		}
		for _, f := range found {
			all.found++
			if f.Unit != plainNumber {
				withUnit.found++
			}
		}
	}
	scores["f1"], scores["f1_all"] = withUnit.f1(), all.f1()
	return result, nil
}

// quantities analyses text up to its quantities.
func quantities(text string) *doc.Doc {
	d := doc.New(&article.Article{Text: text}, en.English())
	for _, step := range []func(*doc.Doc){segment.Run, tag.Run, clause.Run, timex.Run, quantity.Run} {
		step(d)
	}
	return d
}

// numberWords are units of quantulum3's gold that the program reads as numbers.
var numberWords = map[string]float64{"dozen": 12, "baker's dozen": 13, "gross": 144}

// whole brings gold into the terms of the program: "two dozen" is 24 and not 2
// of a unit, and parts of what was found as one measure are that measure when
// they add up to it, as in "3 years, 2 months".
func whole(gold, found []goldQuantity) []goldQuantity {
	var list []goldQuantity
	for i := 0; i < len(gold); {
		q := gold[i]
		if n, ok := numberWords[q.Unit]; ok {
			q.Value, q.Uncertainty, q.Unit = q.Value*n, q.Uncertainty*n, plainNumber
		}
		j := i + 1
		for _, f := range found {
			if !f.at.Contains(q.at) || q.at.Len() == 0 {
				continue
			}
			sum, to := q.Value*factor(q.Unit), i+1
			for to < len(gold) && gold[to].at.Len() > 0 && f.at.Contains(gold[to].at) {
				sum += gold[to].Value * factor(gold[to].Unit)
				to++
			}
			if to > i+1 && factor(f.Unit) > 0 && math.Abs(sum/factor(f.Unit)/f.Value-1) < 1e-6 {
				f.at = q.at
				q, j = f, to
			}
		}
		list = append(list, q)
		i = j
	}
	return list
}

// factor turns the unit of a name into the base unit of its dimension; 0 when it is unknown.
func factor(unit string) float64 {
	units := &en.English().Quantity.Units
	var node int32
	for word := range strings.FieldsSeq(unit) {
		if node = units.Step(node, word); node == 0 {
			return 0
		}
	}
	u, _ := units.At(node)
	return u.Factor
}

// locate finds the gold quantities in their text, in order.
func locate(g *goldSentence) {
	at := 0
	for i := range g.Quantities {
		q := &g.Quantities[i]
		n := strings.Index(g.Text[at:], q.Surface)
		if n < 0 {
			continue
		}
		q.at = span.Span{Start: at + n, End: at + n + len(q.Surface)}
		at = q.at.End
	}
}

// foundQuantities gives what was found in the form of the gold. A bound that
// is open gives way to the other; years count as the plain numbers they are.
func foundQuantities(d *doc.Doc) []goldQuantity {
	var list []goldQuantity
	for _, q := range d.Quantities {
		if q.Article || q.Dimension == quantity.Ordinal {
			continue
		}
		low, high := q.Low, q.High
		if math.IsInf(high, 1) || q.LowOpen {
			high = low
		}
		if math.IsInf(low, -1) || q.HighOpen || low == 0 && high > 0 {
			low = high
		}
		f := goldQuantity{Value: (low + high) / 2, Uncertainty: (high - low) / 2, Unit: q.Unit, at: q.Span}
		if name, ok := unitNames[f.Unit]; ok {
			f.Unit = name
		}
		if money, per, ok := strings.Cut(f.Unit, " per "); ok && unitNames[money] != "" {
			f.Unit = unitNames[money] + " per " + per
		}
		list = append(list, f)
	}
	for _, t := range d.Times {
		if t.Type == "DATE" && len(t.Value) == 4 && t.End-t.Start == 4 {
			year := 0.0
			for _, c := range t.Value {
				year = year*10 + float64(c-'0')
			}
			list = append(list, goldQuantity{Value: year, Unit: plainNumber, at: t.Span})
		}
	}
	return list
}

func near(a, b float64) bool {
	if math.IsInf(a, 0) || math.IsInf(b, 0) {
		return a == b
	}
	return math.Abs(a-b) <= 1e-6*math.Max(math.Abs(a), math.Abs(b))+1e-12
}

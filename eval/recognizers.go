package eval

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"

	"synoptic/analyze/doc"
	"synoptic/analyze/quantity"
	"synoptic/span"
)

// recognizerCase is one case of Microsoft Recognizers-Text. Its offsets are
// passed over: they count in UTF-16 and are inclusive, so the words are looked
// for instead.
type recognizerCase struct {
	Input        string
	NotSupported string
	Results      []struct {
		Text       string
		Resolution map[string]any
	}
}

// models are the parts of the folder that can be scored, by the end of the
// file's path, with the quantities that each is about.
var models = []struct {
	file, name string
	about      func(q *doc.Quantity) bool
}{
	{"NumberModel.json", "number", func(q *doc.Quantity) bool { return q.Dimension != quantity.Ordinal }},
	{"OrdinalModel.json", "ordinal", func(q *doc.Quantity) bool { return q.Dimension == quantity.Ordinal }},
	{"PercentModel.json", "percent", func(q *doc.Quantity) bool { return q.Unit == "percentage" }},
	{"AgeModel.json", "age", func(q *doc.Quantity) bool { return q.Dimension == quantity.Age }},
	{"CurrencyModel.json", "currency", func(q *doc.Quantity) bool { return q.Dimension == quantity.Money }},
	{"TemperatureModel.json", "temperature", func(q *doc.Quantity) bool { return q.Dimension == "temperature" || q.Dimension == "angle" }},
	{"DimensionModel.json", "dimension", func(q *doc.Quantity) bool {
		switch q.Dimension {
		case quantity.Count, quantity.Ordinal, quantity.Age, quantity.Money, quantity.Percent, quantity.Time, quantity.Score:
			return false
		}
		return true
	}},
}

// recognizers scores a folder of Recognizers-Text: the rate of cases passed, by
// model. A case passes when the values found are just those of the gold, each
// overlapping its words.
func recognizers(folder string) (scores map[string]float64, items int, err error) {
	scores = map[string]float64{}
	for _, m := range models {
		passed, all := 0, 0
		err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || filepath.Base(path) != m.file {
				return err
			}
			b, err := readFile(path)
			if err != nil {
				return err
			}
			var cases []recognizerCase
			if err := json.Unmarshal(bytes.TrimPrefix(b, []byte("\ufeff")), &cases); err != nil {
				return fmt.Errorf("%s: %w", path, err)
			}
			for _, c := range cases {
				if strings.Contains(c.NotSupported, "dotnet") {
					continue
				}
				all++
				if passes(&c, m.about) {
					passed++
				}
			}
			return nil
		})
		if err != nil {
			return nil, 0, err
		}
		if all > 0 {
			scores[m.name] = 100 * float64(passed) / float64(all)
			items += all
		}
	}
	if items == 0 {
		return nil, 0, errors.New(folder + ": no file of a known model")
	}
	return scores, items, nil
}

func passes(c *recognizerCase, about func(*doc.Quantity) bool) bool {
	d := quantities(c.Input)
	var found []*doc.Quantity
	for i := range d.Quantities {
		if q := &d.Quantities[i]; !q.Article && about(q) {
			found = append(found, q)
		}
	}
	if len(found) != len(c.Results) {
		return false
	}
	at := 0
	lower := strings.ToLower(c.Input)
	for i, want := range c.Results {
		n := strings.Index(lower[at:], strings.ToLower(want.Text))
		if n < 0 {
			return false
		}
		words := span.Span{Start: at + n, End: at + n + len(want.Text)}
		at = words.End
		s, _ := want.Resolution["value"].(string)
		v, err := strconv.ParseFloat(strings.TrimSuffix(s, "%"), 64)
		q := found[i]
		if err != nil || !q.Overlaps(words) || q.Low != q.High && !near(q.Low, v) && !near(q.High, v) || q.Low == q.High && !near(q.Low, v) {
			return false
		}
	}
	return true
}

package eval

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"path/filepath"
	"strconv"
	"strings"
	"unicode/utf16"

	"synoptic/analyze/doc"
	"synoptic/analyze/quantity"
	"synoptic/span"
)

// recognizerCase is one case of Microsoft Recognizers-Text.
type recognizerCase struct {
	Input        string
	NotSupported string
	Results      []recognizerResult
}

// recognizerResult is one thing to find. Start and End count UTF-16 units, End
// the last one within; some cases lack them or err by a blank.
type recognizerResult struct {
	Text       string
	Start, End *int
	Resolution map[string]any
}

// models are the parts of the folder that can be scored, by the end of the
// file's path, with what they are to find.
var models = []struct {
	file, name string
	find       func(d *doc.Doc) []quantity.Figure
}{
	{"NumberModel.json", "number", quantity.Numbers},
	{"NumberRangeModel.json", "number_range", quantity.Ranges},
	{"OrdinalModel.json", "ordinal", quantity.Orders},
	{"PercentModel.json", "percent", of(quantity.Percent)},
	{"AgeModel.json", "age", of(quantity.Age)},
	{"CurrencyModel.json", "currency", of(quantity.Money)},
	{"TemperatureModel.json", "temperature", of("temperature")},
	{"DimensionModel.json", "dimension", func(d *doc.Doc) (list []quantity.Figure) {
		for _, f := range quantity.Measures(d) {
			switch f.Dimension {
			case quantity.Age, quantity.Money, quantity.Percent, quantity.Time, "temperature":
			default:
				list = append(list, f)
			}
		}
		return list
	}},
}

// of finds the measures of one dimension.
func of(dimension string) func(d *doc.Doc) []quantity.Figure {
	return func(d *doc.Doc) (list []quantity.Figure) {
		for _, f := range quantity.Measures(d) {
			if f.Dimension == dimension && (f.Unit != "fraction") {
				list = append(list, f)
			}
		}
		return list
	}
}

// recognizers scores a folder of Recognizers-Text: the rate of cases passed, by
// model. A case passes when what is found is just what the gold has: the same
// words and the same value, with no value for a unit that stands alone. Ends of
// ranges that a joint makes ("20 to 30") are open above in this gold and closed in
// the program; this is not held against it. The cases are for commands and
// arithmetic as well as prose, so they are read by the views of package quantity
// that take numbers as they are written, and not as quantities of news.
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
			for i := range cases {
				if strings.Contains(cases[i].NotSupported, "dotnet") {
					continue
				}
				all++
				if cases[i].passes(m.find(quantities(cases[i].Input))) {
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

// passes reports whether what was found is what the case asks for, in any order.
func (c *recognizerCase) passes(found []quantity.Figure) bool {
	if len(found) != len(c.Results) {
		return false
	}
	used := make([]bool, len(found))
	from := 0
	for _, want := range c.Results {
		at, ok := want.at(c.Input, from)
		if !ok {
			return false
		}
		if want.Start == nil {
			from = at.End
		}
		same := false
		for i, f := range found {
			if !used[i] && f.Span == at && want.agrees(&f) {
				used[i], same = true, true
				break
			}
		}
		if !same {
			return false
		}
	}
	return true
}

// at is where the words of a result stand in text: at Start, or the first place
// after byte from.
func (w *recognizerResult) at(text string, from int) (span.Span, bool) {
	lower := strings.ToLower(text)
	if len(lower) != len(text) {
		lower = text
	}
	words := strings.ToLower(w.Text)
	if w.Start != nil {
		start := byteOf(text, *w.Start)
		if strings.HasPrefix(lower[start:], words) {
			return span.Span{Start: start, End: start + len(words)}, true
		}
	}
	n := strings.Index(lower[from:], words)
	return span.Span{Start: from + n, End: from + n + len(words)}, n >= 0
}

// byteOf returns the byte of text at which its UTF-16 unit n begins.
func byteOf(text string, n int) int {
	for i, r := range text {
		if n <= 0 {
			return i
		}
		n -= utf16.RuneLen(r)
	}
	return len(text)
}

// agrees reports whether f has the value of the result: a number, an interval, or
// for orders the steps from where they count.
func (w *recognizerResult) agrees(f *quantity.Figure) bool {
	if offset, ok := w.Resolution["offset"].(string); ok {
		n, err := strconv.ParseFloat(offset, 64)
		return err == nil && f.Low == n && w.Resolution["relativeTo"] == f.From
	}
	s, ok := w.Resolution["value"].(string)
	if !ok || s == "null" {
		return math.IsNaN(f.Low)
	}
	if low, high, ok := strings.Cut(s, ","); ok {
		return bound(low[1:], f.Low) && bound(high[:len(high)-1], f.High) &&
			(low[0] == '(' || math.IsInf(f.Low, -1)) == (f.LowOpen || math.IsInf(f.Low, -1)) &&
			(high[len(high)-1] == ')') == (f.HighOpen || math.IsInf(f.High, 1) || f.Joint)
	}
	v, err := strconv.ParseFloat(strings.TrimSuffix(s, "%"), 64)
	return err == nil && near(f.Low, v) && near(f.High, v)
}

// bound reports whether x is the end of an interval that is written s, nothing
// for an end that is open.
func bound(s string, x float64) bool {
	if s == "" {
		return math.IsInf(x, 0)
	}
	v, err := strconv.ParseFloat(s, 64)
	return err == nil && near(x, v)
}

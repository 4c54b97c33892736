package eval

import (
	"encoding/xml"
	"errors"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"synoptic/analyze/clause"
	"synoptic/analyze/doc"
	"synoptic/analyze/parse"
	"synoptic/analyze/segment"
	"synoptic/analyze/tag"
	"synoptic/analyze/timex"
	"synoptic/article"
	"synoptic/lang/en"
	"synoptic/span"
)

// TimeML is one annotated article: its text, the day it was written and the
// expressions of time in it.
type TimeML struct {
	Path  string
	Day   string // of the document creation time, as a date
	Text  string
	Times []GoldTime
}

// GoldTime is one TIMEX3.
type GoldTime struct {
	span.Span
	Type, Value string
}

// Time scores the times found in the TimeML files at paths, or in folders
// there, as TempEval-3 does: strict F1 asks for the same span, relaxed F1 for
// one that overlaps, and value F1 for an overlap with the same value. A path
// that is a JSON file, or a file DateTimeModel.json in a folder there, holds
// the cases of Recognizers-Text, and is scored by the rate of cases passed.
func Time(paths []string) (Result, error) {
	if len(paths) == 0 {
		return Result{}, ErrNoGold
	}
	models, paths, err := datetimeModels(paths)
	if err != nil {
		return Result{}, err
	}
	gold, err := ReadTimeML(paths)
	if err != nil {
		return Result{}, err
	}
	result := Result{Items: len(gold), Scores: map[string]float64{}}
	found := make([][]doc.Time, len(gold))
	start := time.Now()
	for i, g := range gold {
		found[i] = times(g.Text, g.Day)
	}
	passed, cases := 0, 0
	for _, path := range models {
		p, n, err := datetimes(path)
		if err != nil {
			return Result{}, err
		}
		passed, cases = passed+p, cases+n
	}
	result.Items += cases
	result.Timed(start)
	if cases > 0 {
		result.Scores["datetime"] = 100 * float64(passed) / float64(cases)
	}
	if len(gold) > 0 {
		scoreTimeML(gold, found, result.Scores)
	}
	return result, nil
}

// datetimeModels parts the files of Recognizers-Text from paths. A folder is
// one of TimeML too when it has a file of that.
func datetimeModels(paths []string) (models, rest []string, err error) {
	for _, path := range paths {
		if base := filepath.Base(path); strings.HasSuffix(strings.TrimSuffix(base, ".gz"), ".json") {
			models = append(models, path)
			continue
		}
		rest = append(rest, path)
		err = errors.Join(err, filepath.WalkDir(path, func(name string, entry fs.DirEntry, err error) error {
			if err == nil && !entry.IsDir() && entry.Name() == "DateTimeModel.json" {
				models = append(models, name)
			}
			return nil // what can't be read is told where it is read
		}))
	}
	return models, rest, err
}

// times finds the times in text, written on day.
func times(text, day string) []doc.Time {
	d := doc.New(&article.Article{Text: text, Published: day}, en.English())
	for _, step := range []func(*doc.Doc){segment.Run, tag.Run, parse.Run, clause.Run, timex.Run} {
		step(d)
	}
	return d.Times
}

func scoreTimeML(gold []TimeML, all [][]doc.Time, scores map[string]float64) {
	var strict, relaxed, value counts
	for i, g := range gold {
		found := all[i]
		for _, c := range []*counts{&strict, &relaxed, &value} {
			c.found += len(found)
			c.gold += len(g.Times)
		}
		used := make([]bool, len(found))
		for _, want := range g.Times {
			k := slices.IndexFunc(found, func(t doc.Time) bool { return t.Span == want.Span })
			if k >= 0 {
				strict.both++
			} else {
				for j, t := range found {
					if !used[j] && t.Overlaps(want.Span) {
						k = j
						break
					}
				}
			}
			if k < 0 || used[k] {
				continue
			}
			used[k] = true
			relaxed.both++
			if found[k].Value == want.Value {
				value.both++
			}
		}
	}
	scores["strict_f1"], scores["relaxed_f1"], scores["value_f1"] = strict.f1(), relaxed.f1(), value.f1()
}

// ReadTimeML reads TimeML files; folders are searched for files ending in .tml.
func ReadTimeML(paths []string) ([]TimeML, error) {
	var list []TimeML
	for _, path := range paths {
		err := filepath.WalkDir(path, func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || name != path && !strings.Contains(filepath.Base(name), ".tml") {
				return err
			}
			f, err := open(name)
			if err != nil {
				return err
			}
			defer f.Close()
			g, err := parseTimeML(f)
			if err != nil {
				return errors.Join(errors.New(name), err)
			}
			if g.Text == "" {
				return errors.New(name + ": is no TimeML: it has no <TEXT>")
			}
			g.Path = name
			list = append(list, g)
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return list, nil
}

func parseTimeML(r io.Reader) (TimeML, error) {
	var g TimeML
	var text strings.Builder
	inText, inDay := false, false
	var open []int // indices of the times that are open
	d := xml.NewDecoder(r)
	d.Strict = false
	for {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return g, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "TEXT":
				inText = true
			case "DCT":
				inDay = true
			case "TIMEX3":
				x := GoldTime{Span: span.Span{Start: text.Len()}}
				for _, a := range t.Attr {
					switch a.Name.Local {
					case "type":
						x.Type = a.Value
					case "value":
						x.Value = a.Value
					}
				}
				if inDay && len(x.Value) >= len("2006-01-02") {
					g.Day = x.Value[:len("2006-01-02")]
				}
				if inText {
					open = append(open, len(g.Times))
					g.Times = append(g.Times, x)
				}
			}
		case xml.EndElement:
			switch t.Name.Local {
			case "TEXT":
				inText = false
			case "DCT":
				inDay = false
			case "TIMEX3":
				if inText && len(open) > 0 {
					g.Times[open[len(open)-1]].End = text.Len()
					open = open[:len(open)-1]
				}
			}
		case xml.CharData:
			if inText {
				text.Write(t)
			}
		}
	}
	g.Text = unwrap(text.String())
	return g, nil
}

// unwrap puts a blank for each newline that stands alone: such text is
// wrapped, and its paragraphs are parted by empty lines.
func unwrap(text string) string {
	b := []byte(text)
	for i, c := range b {
		if c == '\n' && i > 0 && i+1 < len(b) && b[i-1] != '\n' && b[i+1] != '\n' {
			b[i] = ' '
		}
	}
	return string(b)
}

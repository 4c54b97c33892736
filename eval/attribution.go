package eval

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strconv"
	"time"

	"synoptic/analyze"
	"synoptic/analyze/doc"
	"synoptic/article"
	"synoptic/lang/en"
	"synoptic/span"
)

// Attributed is one person's annotation of one article (PolNeAR).
type Attributed struct {
	ID           string            `json:"id"`
	Annotator    string            `json:"annotator"`
	Outlet       string            `json:"outlet"`
	Title        string            `json:"title"`
	Published    string            `json:"published"`
	Text         string            `json:"text"`
	Attributions []GoldAttribution `json:"attributions"`
}

// GoldAttribution holds spans as [start, end, text].
type GoldAttribution struct {
	Source  []GoldSpan `json:"source"`
	Cue     []GoldSpan `json:"cue"`
	Content []GoldSpan `json:"content"`
}

// GoldSpan is a stretch of the text, in bytes.
type GoldSpan struct{ span.Span }

// UnmarshalJSON reads [start, end, …].
func (g *GoldSpan) UnmarshalJSON(b []byte) error {
	var parts []json.RawMessage
	if err := json.Unmarshal(b, &parts); err != nil {
		return err
	}
	if len(parts) < 2 {
		return errors.New("a span needs a start and an end")
	}
	return errors.Join(json.Unmarshal(parts[0], &g.Start), json.Unmarshal(parts[1], &g.End))
}

// Attribution scores the attributions found in PolNeAR's articles. For each
// role, exact counts spans of which both ends are right, begin those whose
// start is, and jaccard the greatest intersection over union with any span of
// the other side; whole_exact counts attributions of which every span is
// right. Where several people annotated one article, each counts in part, so
// that every article weighs the same.
func Attribution(paths []string) (Result, error) {
	if len(paths) == 0 {
		return Result{}, ErrNoGold
	}
	gold, err := ReadAttributed(paths)
	if err != nil {
		return Result{}, err
	}
	repeats := map[string]int{}
	for _, g := range gold {
		repeats[g.ID]++
	}
	result := Result{Items: len(repeats)}
	done := map[string]*doc.Doc{}
	start := time.Now()
	for _, g := range gold {
		if done[g.ID] == nil {
			done[g.ID] = analyze.Article(&article.Article{ID: g.ID, Outlet: g.Outlet, Title: g.Title, Published: g.Published, Text: g.Text}, en.English())
		}
	}
	result.Timed(start)
	var m matches
	for _, g := range gold {
		m.article(done[g.ID], g, 1/float64(repeats[g.ID]))
	}
	result.Scores = m.scores()
	return result, nil
}

// ReadAttributed reads articles of PolNeAR, a JSON object a line, from the files
// at paths, gzipped or not.
func ReadAttributed(paths []string) ([]Attributed, error) {
	var list []Attributed
	for _, path := range paths {
		err := readLines(path, func(line []byte) error {
			var a Attributed
			if err := json.Unmarshal(line, &a); err != nil {
				return err
			}
			list = append(list, a)
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return list, nil
}

// readLines calls f with each line of a file that is not empty.
func readLines(path string, f func(line []byte) error) error {
	file, err := open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	r := bufio.NewReader(file)
	for n := 1; ; n++ {
		line, err := r.ReadBytes('\n')
		if err != nil && err != io.EOF {
			return err
		}
		if len(line) > 1 {
			if err := f(line); err != nil {
				return errors.Join(errors.New(path+": line "+strconv.Itoa(n)), err)
			}
		}
		if err == io.EOF {
			return nil
		}
	}
}

// matched counts, in parts of articles, what was found, what the gold has,
// and what of each was met.
type matched struct{ found, foundMet, gold, goldMet float64 }

func (m matched) f1() float64 {
	if m.foundMet == 0 || m.goldMet == 0 {
		return 0
	}
	p, r := m.foundMet/m.found, m.goldMet/m.gold
	return 100 * 2 * p * r / (p + r)
}

var roles = [3]string{"source", "cue", "content"}

// matches hold the counts of each role and of whole attributions.
type matches struct {
	exact, begin, jaccard [3]matched
	whole                 matched
}

func (m *matches) article(d *doc.Doc, g Attributed, weight float64) {
	var found, gold [3][]span.Span
	var foundWhole, goldWhole []string
	for _, a := range d.Attributions {
		parts := [3][]span.Span{}
		for k, spans := range [3][]span.Span{a.Source, a.Cue, a.Content} {
			for _, s := range spans {
				if field, at := d.Locate(s); field == doc.FieldText {
					parts[k] = append(parts[k], at)
				}
			}
			found[k] = append(found[k], parts[k]...)
		}
		foundWhole = append(foundWhole, key(parts))
	}
	for _, a := range g.Attributions {
		parts := [3][]span.Span{}
		for k, spans := range [3][]GoldSpan{a.Source, a.Cue, a.Content} {
			for _, s := range spans {
				parts[k] = append(parts[k], s.Span)
			}
			gold[k] = append(gold[k], parts[k]...)
		}
		goldWhole = append(goldWhole, key(parts))
	}
	for k := range roles {
		f, g := distinct(found[k]), distinct(gold[k])
		m.exact[k].spans(f, g, weight, func(a, b span.Span) float64 { return truth(a == b) })
		m.begin[k].spans(f, g, weight, func(a, b span.Span) float64 { return truth(a.Start == b.Start) })
		m.jaccard[k].spans(f, g, weight, span.Span.IoU)
	}
	for _, f := range foundWhole {
		m.whole.found += weight
		m.whole.foundMet += weight * truth(slices.Contains(goldWhole, f))
	}
	for _, g := range goldWhole {
		m.whole.gold += weight
		m.whole.goldMet += weight * truth(slices.Contains(foundWhole, g))
	}
}

// spans adds for each span how well the best of the other side meets it.
func (m *matched) spans(found, gold []span.Span, weight float64, met func(a, b span.Span) float64) {
	best := func(s span.Span, others []span.Span) float64 {
		top := 0.0
		for _, o := range others {
			top = max(top, met(s, o))
		}
		return top
	}
	for _, s := range found {
		m.found += weight
		m.foundMet += weight * best(s, gold)
	}
	for _, s := range gold {
		m.gold += weight
		m.goldMet += weight * best(s, found)
	}
}

func (m *matches) scores() map[string]float64 {
	scores := map[string]float64{"whole_exact": m.whole.f1()}
	for k, role := range roles {
		scores[role+"_exact"] = m.exact[k].f1()
		scores[role+"_begin"] = m.begin[k].f1()
		scores[role+"_jaccard"] = m.jaccard[k].f1()
	}
	return scores
}

func distinct(list []span.Span) []span.Span {
	list = slices.Clone(list)
	slices.SortFunc(list, span.Compare)
	return slices.Compact(list)
}

func key(parts [3][]span.Span) string {
	var b []byte
	for _, spans := range parts {
		for _, s := range distinct(spans) {
			b = strconv.AppendInt(b, int64(s.Start), 10)
			b = append(b, '-')
			b = strconv.AppendInt(b, int64(s.End), 10)
			b = append(b, ' ')
		}
		b = append(b, '/')
	}
	return string(b)
}

func truth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

package eval

import (
	_ "embed"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"synoptic/analyze"
	"synoptic/analyze/doc"
	"synoptic/article"
	"synoptic/lang/en"
	"synoptic/span"
)

// speakers is who speaks in quotations of PolNeAR's train: places alone, since
// its text is not ours to give.
//
//go:embed gold/speakers.tsv
var speakers string

// spoken is one quotation of the gold and who speaks.
type spoken struct {
	quotation span.Span
	speaker   span.Span // the name in full, or the description where nobody is named
	named     bool
}

// Speaker scores who is found to speak in quotations of PolNeAR's articles at
// paths, by gold that is embedded. The attribution that covers most of a
// quotation is taken, of several the innermost. Its speaker is right when it is the
// entity that has the gold's name, wherever that stands, or, where nobody is named, when
// its source is the gold's description.
func Speaker(paths []string) (Result, error) {
	if len(paths) == 0 {
		return Result{}, ErrNoGold
	}
	articles, err := ReadAttributed(paths)
	if err != nil {
		return Result{}, err
	}
	gold, err := parseSpeakers(speakers)
	if err != nil {
		return Result{}, err
	}
	var docs []*doc.Doc
	start := time.Now()
	done := map[string]bool{}
	for _, a := range articles {
		if len(gold[a.ID]) > 0 && !done[a.ID] {
			done[a.ID] = true
			docs = append(docs, analyze.Article(&article.Article{ID: a.ID, Outlet: a.Outlet, Title: a.Title, Published: a.Published, Text: a.Text}, en.English()))
		}
	}
	var result Result
	right := map[bool]int{}
	total := map[bool]int{}
	for _, d := range docs {
		for _, q := range gold[d.Article.ID] {
			q.quotation, q.speaker = q.quotation.Shift(d.Body), q.speaker.Shift(d.Body)
			if q.speaker.End > len(d.Text) || q.quotation.End > len(d.Text) {
				return Result{}, fmt.Errorf("%s: the article is not as long as the gold's", d.Article.ID)
			}
			result.Items++
			total[q.named]++
			if q.found(d) {
				right[q.named]++
			}
		}
	}
	result.Timed(start)
	result.Scores = map[string]float64{
		"accuracy":  share(right[true]+right[false], result.Items),
		"named":     share(right[true], total[true]),
		"described": share(right[false], total[false]),
	}
	return result, nil
}

// share is part in hundredths of all.
func share(part, all int) float64 {
	if all == 0 {
		return 0
	}
	return 100 * float64(part) / float64(all)
}

func parseSpeakers(table string) (map[string][]spoken, error) {
	gold := map[string][]spoken{}
	for line := range strings.Lines(table) {
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) != 6 {
			return nil, fmt.Errorf("speakers: %q has not six columns", line)
		}
		var at [4]int
		var errs error
		for i := range at {
			var err error
			at[i], err = strconv.Atoi(cells[i+1])
			errs = errors.Join(errs, err)
		}
		if errs != nil {
			return nil, fmt.Errorf("speakers: %w", errs)
		}
		gold[cells[0]] = append(gold[cells[0]], spoken{
			span.Span{Start: at[0], End: at[1]}, span.Span{Start: at[2], End: at[3]}, cells[5] == "named",
		})
	}
	return gold, nil
}

// found reports whether the right speaker of q is found in d.
func (q spoken) found(d *doc.Doc) bool {
	a := q.attribution(d)
	if a == nil {
		return false
	}
	name := d.Text[q.speaker.Start:q.speaker.End]
	if !q.named {
		for _, s := range a.Source {
			if common(s, q.speaker) > 0 || strings.Contains(d.Text[s.Start:s.End], name) {
				return true
			}
		}
		return false
	}
	if a.Speaker < 0 {
		return false
	}
	e := &d.Entities[a.Speaker]
	for _, i := range e.Names {
		s := d.Span(d.Names[i].Range)
		if common(s, q.speaker) > 0 || d.Text[s.Start:s.End] == name {
			return true
		}
	}
	for _, i := range e.References {
		if common(d.Span(d.References[i].Range), q.speaker) > 0 {
			return true
		}
	}
	return false
}

// attribution returns the attribution of d that covers most of q, of several
// the one with least beside, or nil when none covers half.
func (q spoken) attribution(d *doc.Doc) *doc.Attribution {
	var best *doc.Attribution
	most, least := 0, 0
	for i := range d.Attributions {
		covered, size := 0, 0
		for _, c := range d.Attributions[i].Content {
			covered += common(c, q.quotation)
			size += c.Len()
		}
		if 2*covered < q.quotation.Len() {
			continue
		}
		if best == nil || covered > most || covered == most && size < least {
			best, most, least = &d.Attributions[i], covered, size
		}
	}
	return best
}

// common is how many bytes two spans share.
func common(a, b span.Span) int { return max(0, min(a.End, b.End)-max(a.Start, b.Start)) }

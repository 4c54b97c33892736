package eval

import (
	"fmt"
	"slices"
	"time"
	"unicode"

	"synoptic/analyze"
	"synoptic/analyze/doc"
	"synoptic/article"
	"synoptic/lang/en"
	"synoptic/span"
)

// SourceTypes are FactAppeal's types of source with how the program calls them.
// "null" is last: it stands where a sentence does not say of what type its source
// is, and so is no type of source itself.
var SourceTypes = []struct {
	Type   string
	Appeal doc.Appeal
}{
	{"Active_Participant", doc.AppealParticipant},
	{"Witness", doc.AppealWitness},
	{"Official", doc.AppealOfficial},
	{"Expert", doc.AppealExpert},
	{"Expert_Document", doc.AppealDocument},
	{"Direct_Evidence", doc.AppealEvidence},
	{"News_Report", doc.AppealMedia},
	{"null", doc.AppealUnclear},
}

// FoundSource is a source to which the program sees an appeal.
type FoundSource struct {
	span.Span
	Appeal doc.Appeal
}

// FoundSources returns the sources to which d appeals, in order and each once:
// what overlaps one before it is left out, and the longer of two that begin
// together stays.
func FoundSources(d *doc.Doc) []FoundSource {
	var list []FoundSource
	for _, a := range d.Attributions {
		if a.Appeal != doc.NoAppeal && len(a.Source) > 0 {
			_, at := d.Locate(a.Source[0])
			list = append(list, FoundSource{at, a.Appeal})
		}
	}
	slices.SortStableFunc(list, func(a, b FoundSource) int { return span.Compare(a.Span, b.Span) })
	kept := list[:0]
	for _, f := range list {
		if len(kept) == 0 || !f.Overlaps(kept[len(kept)-1].Span) {
			kept = append(kept, f)
		}
	}
	return kept
}

// SourceType scores the types of source found in FactAppeal's sentences, each
// read by itself and without its tags. It counts as ScoreSources has it.
func SourceType(paths []string) (Result, error) {
	if len(paths) == 0 {
		return Result{}, ErrNoGold
	}
	gold, err := ReadAppealFiles(paths)
	if err != nil {
		return Result{}, err
	}
	result := Result{Items: len(gold)}
	found := make([][]FoundSource, len(gold))
	start := time.Now()
	for i := range gold {
		found[i] = FoundSources(gold[i].Doc())
	}
	result.Timed(start)
	result.Scores = ScoreSources(gold, found)
	return result, nil
}

// Doc returns the sentence as the program reads it.
func (a *Appeals) Doc() *doc.Doc {
	return analyze.Article(&article.Article{ID: "sentence", Text: a.Text}, en.English())
}

// ReadAppealFiles reads FactAppeal's CSV from the files at paths, gzipped or not.
func ReadAppealFiles(paths []string) ([]Appeals, error) {
	var list []Appeals
	for _, path := range paths {
		f, err := open(path)
		if err != nil {
			return nil, err
		}
		some, err := ReadAppeals(f)
		f.Close()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		list = append(list, some...)
	}
	return list, nil
}

// ScoreSources scores the sources found in each sentence of gold. One of a type is
// right when it shares a word with a source of that type in the gold; each is
// matched with one at most, those that share most words first. What is common to
// both is asked for, not the same ends, since FactAppeal parts a name from what
// describes it, which the program takes as one source.
//
// "f1_TYPE" is by type. "macro_f1" is the mean of those over the seven types;
// "macro_f1_null" also has "null", for sources of no type that shows, among them.
// "micro_f1" counts all eight types together, and "detected_f1",
// "detected_precision" and "detected_recall" the sources whatever their type.
func ScoreSources(gold []Appeals, found [][]FoundSource) map[string]float64 {
	scores := map[string]float64{}
	var all, any matched
	sum := 0.0
	for i, t := range SourceTypes {
		var m matched
		for n := range gold {
			m.pairs(gold[n].of(t.Type), foundOf(found[n], t.Appeal), gold[n].Text)
		}
		scores["f1_"+t.Type] = m.f1()
		sum += m.f1()
		switch i {
		case len(SourceTypes) - 2:
			scores["macro_f1"] = sum / float64(i+1)
		case len(SourceTypes) - 1:
			scores["macro_f1_null"] = sum / float64(i+1)
		}
		all.found, all.foundMet = all.found+m.found, all.foundMet+m.foundMet
		all.gold, all.goldMet = all.gold+m.gold, all.goldMet+m.goldMet
	}
	for n := range gold {
		any.pairs(gold[n].of(""), foundOf(found[n], doc.NoAppeal), gold[n].Text)
	}
	scores["micro_f1"] = all.f1()
	scores["detected_f1"] = any.f1()
	if any.found > 0 && any.gold > 0 {
		scores["detected_precision"] = 100 * any.foundMet / any.found
		scores["detected_recall"] = 100 * any.goldMet / any.gold
	}
	return scores
}

// of returns the sources of a type, of all types for none.
func (a *Appeals) of(kind string) []span.Span {
	var list []span.Span
	for _, s := range a.Sources {
		if kind == "" || s.Type == kind {
			list = append(list, s.Span)
		}
	}
	return list
}

func foundOf(found []FoundSource, kind doc.Appeal) []span.Span {
	var list []span.Span
	for _, f := range found {
		if kind == doc.NoAppeal || f.Appeal == kind {
			list = append(list, f.Span)
		}
	}
	return list
}

// pairs counts the spans of either side, and those that can be matched one to one.
func (m *matched) pairs(gold, found []span.Span, text string) {
	m.gold += float64(len(gold))
	m.found += float64(len(found))
	type pair struct{ gold, found, shared int }
	var list []pair
	for i, g := range gold {
		for k, f := range found {
			if n := letters(g.Intersect(f).Text(text)); n > 0 {
				list = append(list, pair{i, k, n})
			}
		}
	}
	slices.SortStableFunc(list, func(a, b pair) int { return b.shared - a.shared })
	metGold, metFound := make([]bool, len(gold)), make([]bool, len(found))
	for _, p := range list {
		if !metGold[p.gold] && !metFound[p.found] {
			metGold[p.gold], metFound[p.found] = true, true
			m.goldMet++
			m.foundMet++
		}
	}
}

// letters counts letters and figures.
func letters(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

package eval

import (
	_ "embed"
	"strings"
	"time"

	"synoptic/analyze/doc"
	"synoptic/analyze/parse"
	"synoptic/analyze/tag"
)

// ownTrees are sentences made up for this project and parsed by hand: too few
// to say how good the parser is, enough to see that it does not fall.
//
//go:embed gold/trees.conllu
var ownTrees string

// Parse scores trees, in hundredths of the gold words of the CoNLL-U files at
// paths, or of the project's own, tokens and sentences being gold and tags the tagger's.
func Parse(paths []string) (Result, error) {
	gold, err := parseTreebank(strings.NewReader(ownTrees))
	if len(paths) > 0 {
		gold, err = ReadTreebank(paths)
	}
	if err != nil {
		return Result{}, err
	}
	d := GoldTokens(gold)
	start := time.Now()
	tag.Run(d)
	parse.Run(d)
	result := Result{Items: len(d.Tokens)}
	result.Timed(start)
	var a Attachment
	a.Add(gold, d)
	result.Scores = a.Scores()
	return result, nil
}

// Attachment counts words whose heads are right. All words count, marks too.
type Attachment struct {
	Words int
	// Heads are right heads; Labeled are those with the right relation as the
	// CoNLL 2018 shared task has it, subtypes left out; Exact with subtypes.
	Heads, Labeled, Exact int
}

// Add counts the words of d, which are those of gold.
func (a *Attachment) Add(gold []Treebank, d *doc.Doc) {
	for n, t := range gold {
		from := d.Sentences[n].From
		for i, w := range t.Words {
			found := &d.Tokens[from+i]
			head := 0
			if found.Head >= 0 {
				head = found.Head - from + 1
			}
			a.Words++
			if head != w.Head || found.Relation == "" {
				continue
			}
			a.Heads++
			if universal(found.Relation) == universal(w.Relation) {
				a.Labeled++
			}
			if found.Relation == w.Relation {
				a.Exact++
			}
		}
	}
}

// Scores returns the rates by name: uas, las, and las_subtypes.
func (a *Attachment) Scores() map[string]float64 {
	return map[string]float64{
		"uas": percent(a.Heads, a.Words), "las": percent(a.Labeled, a.Words), "las_subtypes": percent(a.Exact, a.Words),
	}
}

// universal returns a relation without its subtype.
func universal(relation string) string {
	r, _, _ := strings.Cut(relation, ":")
	return r
}

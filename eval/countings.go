package eval

import (
	_ "embed"

	"synoptic/analyze/doc"
	"synoptic/compare"
)

// countings are pairs of quantities of the clustering corpora whose values differ,
// labelled by readers: places and labels alone.
//
//go:embed gold/quantities.jsonl.gz
var countings []byte

// CountingPair is two quantities of two reports of one story.
type CountingPair struct {
	Story    int  // the pairs of one story have one number
	Same     bool // both are of one thing
	Counting compare.Counting
}

// CountingPairs counts what speaks for the labelled pairs of quantities being of one
// thing, as StatementPairs does for statements.
func CountingPairs(paths []string) (pairs []CountingPair, missed int, err error) {
	err = labelledStories(countings, paths, func(s *compare.Story, at map[string]int, story []labelled) {
		var list [][2]compare.Evidence
		for _, l := range story {
			list = append(list, [2]compare.Evidence{l.A.evidence(s, at), l.B.evidence(s, at)})
		}
		found, ok := s.Countings(list)
		for i, l := range story {
			if !ok[i] {
				missed++
				continue
			}
			pairs = append(pairs, CountingPair{l.Story, l.Label == "same", found[i]})
		}
	})
	return pairs, missed, err
}

// evidence returns the words at p as the comparison has them.
func (p *placed) evidence(s *compare.Story, at map[string]int) compare.Evidence {
	e := compare.Evidence{Doc: at[p.Article], Span: p.Span}
	if p.Field == doc.FieldText {
		e.Span = p.Shift(s.Docs[e.Doc].Body)
	}
	return e
}

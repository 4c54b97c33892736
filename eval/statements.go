package eval

import (
	"bufio"
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"slices"

	"synoptic/article"
	"synoptic/compare"
	"synoptic/span"
)

// statements are pairs of statements of the clustering corpora, labelled by
// readers: places and labels alone, since the text is not ours to give.
//
//go:embed gold/statements.jsonl.gz
var statements []byte

// StatementPair is two statements of two reports of one story.
type StatementPair struct {
	Story int // the pairs of one story have one number
	// Gold is 1 when both say the same, a half when one says what the other
	// says and more of its own weight, 0 when they say different things.
	Gold     float64
	Likeness compare.Likeness
}

// labelled is a pair as the gold has it.
type labelled struct {
	Story int
	A, B  placed
	Label string // "same", "part" or "other"
}

type placed struct {
	Article, Field string
	span.Span
}

// UnmarshalJSON reads where a statement stands.
func (p *placed) UnmarshalJSON(b []byte) error {
	var raw struct {
		Article, Field string

		Start, End int
	}
	err := json.Unmarshal(b, &raw)
	*p = placed{raw.Article, raw.Field, span.Span{Start: raw.Start, End: raw.End}}
	return err
}

// fitting is how well a statement must fit the gold's, in intersection over union.
const fitting = 0.5

// StatementPairs counts how alike the labelled pairs of statements are in the
// articles at paths, which are the clustering corpora as JSON Lines. Pairs whose
// articles are not there, or that the program no longer reads as statements, are
// left out; missed is how many of the latter there are.
func StatementPairs(paths []string) (pairs []StatementPair, missed int, err error) {
	err = labelledStories(statements, paths, func(s *compare.Story, at map[string]int, story []labelled) {
		var list [][2]compare.Evidence
		for _, l := range story {
			list = append(list, [2]compare.Evidence{l.A.statement(s, at), l.B.statement(s, at)})
		}
		found, ok := s.Likenesses(list)
		for i, l := range story {
			if !ok[i] {
				missed++
				continue
			}
			pairs = append(pairs, StatementPair{l.Story, map[string]float64{"same": 1, "part": 0.5}[l.Label], found[i]})
		}
	})
	return pairs, missed, err
}

// labelledStories compares the articles that the pairs of one story are from, for each
// story of packed gold in turn; at is the number of each article in the comparison, by
// its id. Pairs whose articles are not at paths are left out.
func labelledStories(gold []byte, paths []string, score func(s *compare.Story, at map[string]int, story []labelled)) error {
	by, err := corporaByID(paths)
	if err != nil {
		return err
	}
	b, err := unzip(gold)
	if err != nil {
		return err
	}
	var stories [][]labelled
	lines := bufio.NewScanner(bytes.NewReader(b))
	for lines.Scan() {
		var l labelled
		if err := json.Unmarshal(lines.Bytes(), &l); err != nil {
			return fmt.Errorf("labelled pairs: %w", err)
		}
		if by[l.A.Article] == nil || by[l.B.Article] == nil {
			continue
		}
		if n := len(stories); n == 0 || stories[n-1][0].Story != l.Story {
			stories = append(stories, nil)
		}
		stories[len(stories)-1] = append(stories[len(stories)-1], l)
	}
	for _, story := range stories {
		var articles []*article.Article
		for _, l := range story {
			for _, a := range []*article.Article{by[l.A.Article], by[l.B.Article]} {
				if !slices.Contains(articles, a) {
					articles = append(articles, a)
				}
			}
		}
		s, at := compared(articles)
		score(s, at, story)
	}
	return nil
}

// statement returns the statement that fits p best.
func (p *placed) statement(s *compare.Story, at map[string]int) compare.Evidence {
	want := p.evidence(s, at)
	d := s.Docs[want.Doc]
	best, fit := compare.Evidence{Doc: want.Doc}, fitting
	for i := range d.Statements {
		if f := want.IoU(d.Statements[i].Span); f >= fit {
			best.Span, fit = d.Statements[i].Span, f
		}
	}
	return best
}

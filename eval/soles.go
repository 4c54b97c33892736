package eval

import (
	"bufio"
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"

	"synoptic/article"
	"synoptic/compare"
)

// soles are details of stories of the clustering corpora that one report alone has and
// that readers chose: places alone, since the text is not ours to give.
//
//go:embed gold/soles.jsonl.gz
var soles []byte

// SoleStatement is a statement that one report of a story alone may have.
type SoleStatement struct {
	Story int     // the statements of one story have one number
	Gold  float64 // 1 when readers chose it, a half when they chose some of it
	Sole  compare.Sole
}

// SoleStatements counts what tells whether statements matter that one report alone
// has, for all such statements of the labelled stories whose articles are at paths,
// the clustering corpora as JSON Lines; missed is how many of the details that readers
// chose fit no statement.
func SoleStatements(paths []string) (found []SoleStatement, missed int, err error) {
	by, err := corporaByID(paths)
	if err != nil {
		return nil, 0, err
	}
	b, err := unzip(soles)
	if err != nil {
		return nil, 0, err
	}
	lines := bufio.NewScanner(bytes.NewReader(b))
	for story := 0; lines.Scan(); story++ {
		var gold struct {
			Articles []string
			Only     []placed
		}
		if err := json.Unmarshal(lines.Bytes(), &gold); err != nil {
			return nil, 0, fmt.Errorf("labelled details: %w", err)
		}
		var articles []*article.Article
		for _, id := range gold.Articles {
			if by[id] != nil {
				articles = append(articles, by[id])
			}
		}
		if len(articles) < len(gold.Articles) {
			continue
		}
		s, at := compared(articles)
		list, counted := s.Soles()
		met := make([]bool, len(gold.Only))
		for i, e := range list {
			one := SoleStatement{Story: story, Sole: counted[i]}
			for k := range gold.Only {
				if want := gold.Only[k].evidence(s, at); want.Doc == e.Doc {
					fit := e.IoU(want.Span)
					met[k] = met[k] || fit >= fitting
					one.Gold = max(one.Gold, chosen(fit))
				}
			}
			found = append(found, one)
		}
		for _, ok := range met {
			if !ok {
				missed++
			}
		}
	}
	return found, missed, nil
}

// chosen is what a statement counts that fits a detail so well, in intersection over union.
func chosen(fit float64) float64 {
	switch {
	case fit >= fitting:
		return 1
	case fit >= fitting/2:
		return 0.5
	}
	return 0
}

package eval

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"

	"synoptic/analyze"
	"synoptic/analyze/doc"
	"synoptic/article"
	"synoptic/compare"
	"synoptic/dossier"
	"synoptic/lang/en"
)

// labelledEvents are events of the clustering corpora, labelled by two readers
// apart: places and labels alone, since the text is not ours to give. The held
// half stands last, so that the open one can be read without it. See
// gold/events.md.
//
//go:embed gold/events.jsonl.gz
var labelledEvents []byte

// labelledEvent is one line of labelledEvents.
type labelledEvent struct {
	Event    int
	Held     bool
	Articles []string // ids
	// SHA256 is of the words of all evidence, each followed by a newline. It
	// tells a text that is not the one that was labelled.
	SHA256 string
	Gold
}

// corpusEvents returns the labelled events whose articles are all in the files at paths.
func corpusEvents(paths []string) ([]GoldEvent, error) {
	articles, err := readCorpora(paths)
	if err != nil {
		return nil, err
	}
	lines, err := unzip(labelledEvents)
	if err != nil {
		return nil, fmt.Errorf("the labelled events: %w", err)
	}
	events, err := chooseEvents(lines, articles)
	if err == nil && len(events) == 0 {
		err = fmt.Errorf("%s: is no folder with gold.json, and holds no event that is labelled in the program", strings.Join(paths, ", "))
	}
	return events, err
}

// chooseEvents returns those of the labelled events, one a line, whose articles
// are all there.
func chooseEvents(lines []byte, articles []*article.Article) ([]GoldEvent, error) {
	by := map[string]*article.Article{}
	for _, a := range articles {
		by[a.ID] = a
	}
	var events []GoldEvent
	for line := range bytes.Lines(lines) {
		var l labelledEvent
		if err := json.Unmarshal(line, &l); err != nil {
			return nil, fmt.Errorf("the labelled events: %w", err)
		}
		e := GoldEvent{Held: l.Held, Gold: l.Gold}
		for _, id := range l.Articles {
			if a := by[id]; a != nil {
				e.Articles = append(e.Articles, a)
			}
		}
		if len(e.Articles) < len(l.Articles) {
			continue
		}
		sum, err := wordsSum(l.evidence(), by)
		if err != nil {
			return nil, fmt.Errorf("labelled event %d: %w", l.Event, err)
		}
		if sum != l.SHA256 {
			return nil, fmt.Errorf("labelled event %d: its articles do not have the words that were labelled", l.Event)
		}
		events = append(events, e)
	}
	return events, nil
}

// evidence is all evidence of g, in the order of its fields.
func (g *Gold) evidence() []dossier.Evidence {
	var list []dossier.Evidence
	for _, disagreements := range [][]GoldDisagreement{g.Disagreements, g.NotDisagreements} {
		for _, d := range disagreements {
			for _, p := range d.Positions {
				list = append(list, p.Evidence...)
			}
		}
	}
	for _, groups := range [][][]dossier.Evidence{goldQuotes(g.Quotes), goldClaims(g.Claims), {g.Only}} {
		for _, group := range groups {
			list = append(list, group...)
		}
	}
	return list
}

// wordsSum is the SHA-256 of the words of the evidence, in hexadecimal.
func wordsSum(list []dossier.Evidence, by map[string]*article.Article) (string, error) {
	h := sha256.New()
	for _, e := range list {
		a := by[e.Article]
		if a == nil {
			return "", fmt.Errorf("it has evidence in %q, which is not there", e.Article)
		}
		text := a.Text
		if e.Field == "title" {
			text = a.Title
		}
		if e.Start < 0 || e.End < e.Start || e.End > len(text) {
			return "", fmt.Errorf("%s is not as long as what was labelled", e.Article)
		}
		h.Write([]byte(text[e.Start:e.End] + "\n"))
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// readCorpora reads the clustering corpora as JSON Lines. Some of their articles
// hold bytes that are no text; any other that can't be read is an error, since
// the scores would not be those of the gold.
func readCorpora(paths []string) ([]*article.Article, error) {
	articles, left := article.Read(paths, article.Options{Language: en.English()})
	for i := range left {
		if left[i].Code != article.Binary {
			return nil, left[i]
		}
	}
	return articles, nil
}

// Corpora returns the paths of the clustering corpora in data, the folder of all corpora.
func Corpora(data string) []string {
	var paths []string
	for _, name := range []string{"wikinews", "basil", "gva", "ecbplus"} {
		paths = append(paths, filepath.Join(data, "clustering", name+".jsonl.gz"))
	}
	return paths
}

// corporaByID reads articles as readCorpora does, and returns them by their ids.
func corporaByID(paths []string) (map[string]*article.Article, error) {
	articles, err := readCorpora(paths)
	by := make(map[string]*article.Article, len(articles))
	for _, a := range articles {
		by[a.ID] = a
	}
	return by, err
}

// compared compares articles; at is the number of each in the comparison, by its id.
func compared(articles []*article.Article) (s *compare.Story, at map[string]int) {
	var docs []*doc.Doc
	for _, a := range articles {
		docs = append(docs, analyze.Article(a, en.English()))
	}
	s, at = compare.New(docs), map[string]int{}
	for n, d := range s.Docs {
		at[d.Article.ID] = n
	}
	return s, at
}

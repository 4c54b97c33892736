// Command folds says how good tagger and parser are on news that they have not
// learnt from: the open news of GUM is parted into five by its documents, and
// each part is tagged and parsed by models that have learnt from everything
// else. The models that ship have learnt from all of it.
//
//	go run ./analyze/parse/folds -data ../shared/data
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"strings"

	"synoptic/analyze/class"
	"synoptic/analyze/doc"
	neural "synoptic/analyze/neural/learn"
	"synoptic/analyze/parse"
	"synoptic/analyze/parse/learn"
	"synoptic/analyze/tag"
	taglearn "synoptic/analyze/tag/learn"
	"synoptic/eval"
	"synoptic/lang"
	"synoptic/lang/en"
)

const folds = 5

func main() {
	log.SetFlags(log.Ltime)
	data := flag.String("data", "../shared/data", "folder of the corpora")
	only := flag.String("folds", "01234", "which folds")
	open := flag.Bool("open", false, "learn from openly licensed corpora alone")
	quick := flag.Bool("quick", false, "learn in haste, and tags alone: to compare")
	parsing := neural.Options{Log: os.Stderr}
	flag.StringVar(&parsing.Vectors, "vectors", "", "the npm package of the vectors, a .tgz")
	flag.StringVar(&parsing.Python, "python", "python3", "Python with PyTorch")
	flag.Parse()
	gold, err := eval.ReadTreebank(taglearn.Treebanks(*data, false))
	if err != nil {
		log.Fatal(err)
	}
	var raw []*doc.Doc
	if !*open && !*quick {
		if raw, err = taglearn.News(*data); err != nil {
			log.Fatal(err)
		}
	}
	fold := newsFolds(gold)
	var all score
	for k := range folds {
		if !strings.Contains(*only, fmt.Sprint(k)) {
			continue
		}
		var rest, held []eval.Treebank
		for _, t := range gold {
			if f, ok := fold[t.Document]; ok && f == k {
				held = append(held, t)
			} else {
				rest = append(rest, t)
			}
		}
		one, err := run(rest, held, raw, *quick, parsing)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Printf("fold %d  %s\n", k+1, one.String())
		all.add(one)
	}
	fmt.Printf("all     %s\n", all.String())
}

// newsFolds gives the documents of news their folds in turn.
func newsFolds(gold []eval.Treebank) map[string]int {
	fold := map[string]int{}
	for _, t := range gold {
		if _, ok := fold[t.Document]; !ok && strings.HasPrefix(t.Document, "GUM_news_") {
			fold[t.Document] = len(fold) % folds
		}
	}
	return fold
}

// score counts what was right.
type score struct {
	eval.Attachment
	upos, xpos, lemma int
}

func (s *score) add(o score) {
	s.Words, s.Heads, s.Labeled, s.Exact = s.Words+o.Words, s.Heads+o.Heads, s.Labeled+o.Labeled, s.Exact+o.Exact
	s.upos, s.xpos, s.lemma = s.upos+o.upos, s.xpos+o.xpos, s.lemma+o.lemma
}

func (s *score) String() string {
	rate := func(n int) float64 { return 100 * float64(n) / float64(max(s.Words, 1)) }
	return fmt.Sprintf("%6d words  upos %.2f  xpos %.2f  lemma %.2f  uas %.2f  las %.2f  las_subtypes %.2f",
		s.Words, rate(s.upos), rate(s.xpos), rate(s.lemma), rate(s.Heads), rate(s.Labeled), rate(s.Exact))
}

// run learns from rest and scores on held.
func run(rest, held []eval.Treebank, raw []*doc.Doc, quick bool, parsing neural.Options) (score, error) {
	var s score
	classes := class.Known(en.English())
	tagging := taglearn.Options{Classes: classes}
	if quick {
		tagging.Schools, tagging.Passes = 1, 6
	}
	tagger, err := taglearn.Train(rest, raw, tagging)
	if err != nil {
		return s, err
	}
	d := learn.Tagged(held, tagger)
	if !quick {
		jackknifed, err := learn.Jackknife(rest, classes)
		if err != nil {
			return s, err
		}
		for _, r := range raw {
			r.Lang = d.Lang
			tag.Run(r)
		}
		parser, err := learn.Train(rest, jackknifed, raw, parsing)
		if err != nil {
			return s, err
		}
		d.Lang.Parse.Model = lang.NewModel(parser)
		parse.Run(d)
	}
	s.Add(held, d)
	n := 0
	for _, t := range held {
		for _, w := range t.Words {
			found := &d.Tokens[n]
			n++
			for _, right := range []struct {
				is    bool
				count *int
			}{{found.UPOS == w.UPOS, &s.upos}, {found.XPOS == w.XPOS, &s.xpos}, {found.Lemma == w.Lemma, &s.lemma}} {
				if right.is {
					*right.count++
				}
			}
		}
	}
	return s, nil
}

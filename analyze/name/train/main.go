// Command train makes the model that finds names from corpora with names
// marked. The same data give the same bytes on every machine.
//
//	go run ./analyze/name/train -data ../shared/data -o lang/en/name.model
//
// It is a conditional random field learnt in two passes, the second by what the
// first found elsewhere in the article (Krishnan and Manning 2006). What the
// second learns from was labelled by models that had not seen it.
package main

import (
	"flag"
	"fmt"
	"log"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"synoptic/analyze/name"
	"synoptic/analyze/name/internal/crf"
	"synoptic/analyze/tag"
	"synoptic/eval"
	"synoptic/lang"
	"synoptic/lang/en"
)

// Files under the data folder.
var (
	// world is news with nine types of name, under no licence that is stated.
	world = []string{"names/wwn9.train.iob.gz", "names/wwn9.dev.iob.gz"}
	// open have three types, and are openly licensed.
	open = []string{"names/uner.train.iob.gz", "names/uner.dev.iob.gz", "names/gumner.train.iob.gz", "names/wikigold.iob.gz"}
)

func main() {
	log.SetFlags(log.Ltime)
	data := flag.String("data", "../shared/data", "folder of the corpora")
	out := flag.String("o", "lang/en/name.model", "file to write")
	onlyOpen := flag.Bool("open", false, "train on openly licensed corpora alone")
	held := flag.String("held", "", "leave out files whose name has this in it, and score the model on them")
	flag.Parse()
	files, types := slices.Concat(world, open), worldTypes
	if *onlyOpen {
		files, types = open, openTypes
	}
	var texts []*text
	var tests []string
	for _, f := range files {
		path := filepath.Join(*data, f)
		if *held != "" && strings.Contains(f, *held) {
			tests = append(tests, path)
			continue
		}
		gold, err := eval.ReadNames([]string{path})
		if err != nil {
			log.Fatal(err)
		}
		for _, g := range vary(pieces(gold)) {
			texts = append(texts, newText(g, types))
		}
	}
	log.Printf("%d texts", len(texts))
	learnt := train(texts, types)
	// Not compressed, which would be most of the time to unpack it.
	packed := learnt.Append(nil)
	for _, path := range tests {
		if err := score(path, packed); err != nil {
			log.Fatal(err)
		}
	}
	if err := os.WriteFile(*out, packed, 0o666); err != nil {
		log.Fatal(err)
	}
	log.Printf("%d features, %d bytes", len(learnt.Features), len(packed))
}

// folds is how many models label the texts for the second pass.
const folds = 3

// train learns both passes.
func train(texts []*text, types []string) *crf.Learnt {
	for k := range folds {
		var in, out []*text
		for i, t := range texts {
			if i%folds == k {
				out = append(out, t)
			} else {
				in = append(in, t)
			}
		}
		l := newLearner(in, types, 0)
		l.learn(firstPasses)
		for _, t := range out {
			t.clues.Vote(l.label(t))
		}
	}
	first := newLearner(texts, types, 0)
	first.learn(firstPasses)
	second := newLearner(texts, types, 1)
	second.learn(lastPasses)
	return parts(types, first, second)
}

// score prints the scores of the model that packed holds on the file at path.
func score(path string, packed []byte) error {
	english := *en.English()
	english.Name.Model = lang.NewModel(packed)
	gold, err := eval.ReadNames([]string{path})
	if err != nil {
		return err
	}
	docs := eval.FindNames(gold, &english)
	for _, types := range [][]string{nil, eval.NameTypes} {
		line := filepath.Base(path)
		scores := eval.ScoreNames(docs, gold, types)
		for _, k := range slices.Sorted(maps.Keys(scores)) {
			line += fmt.Sprintf("  %s %.2f", k, scores[k])
		}
		log.Print(line)
	}
	return nil
}

// newText reads a document with gold names for training.
func newText(g *eval.NameGold, types []string) *text {
	d := g.Doc()
	tag.Run(d)
	t := &text{clues: name.Read(d)}
	for _, s := range d.Sentences {
		t.sentences = append(t.sentences, s.Range)
	}
	t.label(g, types)
	return t
}

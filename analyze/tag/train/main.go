// Command train makes the tagger's model from the treebanks. The same data
// give the same bytes on every machine.
//
//	go run ./analyze/tag/train -data ../shared/data -o lang/en/tag.model
package main

import (
	"bytes"
	"compress/gzip"
	"flag"
	"log"
	"os"
	"path/filepath"

	"synoptic/analyze/tag/internal/perceptron"
	"synoptic/eval"
)

// files are what the model is trained on, under the data folder.
var files = []string{"treebank/ewt.train.conllu.gz", "treebank/gum.train.open.conllu.gz"}

func main() {
	log.SetFlags(0)
	data := flag.String("data", "../shared/data", "folder of the corpora")
	out := flag.String("o", "lang/en/tag.model", "file to write")
	epochs := flag.Int("epochs", 8, "passes over the corpora")
	flag.Parse()
	paths := make([]string, len(files))
	for i, f := range files {
		paths[i] = filepath.Join(*data, f)
	}
	gold, err := eval.ReadTreebank(paths)
	if err != nil {
		log.Fatal(err)
	}
	packed, err := pack(gold, *epochs)
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(*out, packed, 0o666); err != nil {
		log.Fatal(err)
	}
}

func pack(gold []eval.Treebank, epochs int) ([]byte, error) {
	parts := trainLabels(gold, epochs)
	lemmas := trainLemmas(gold)
	var packed bytes.Buffer
	z, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := z.Write(lemmas.Append(parts.Append(nil))); err != nil {
		return nil, err
	}
	err = z.Close()
	log.Printf("%d labels, %d features, %d known words, %d endings, %d bytes",
		len(parts.Labels), len(parts.Features), len(parts.Known), len(lemmas.Endings), packed.Len())
	return packed.Bytes(), err
}

// sentence is what the tagger learns from.
type sentence struct {
	forms  []string
	labels []int
}

func (s *sentence) form(i int) string { return s.forms[i] }

// labelsOf returns the labels worth learning, and for each word's parts of
// speech the label it counts as: a rare pair goes with the most frequent one
// of the same Penn tag.
func labelsOf(gold []eval.Treebank) (labels []string, of map[string]int) {
	const rare = 20
	count := map[string]int{}
	for _, t := range gold {
		for _, w := range t.Words {
			count[perceptron.Join(w.UPOS, w.XPOS)]++
		}
	}
	all := sortedKeys(count)
	best := map[string]string{} // by Penn tag
	for _, l := range all {
		_, xpos := perceptron.Cut(l)
		if b, ok := best[xpos]; !ok || count[l] > count[b] {
			best[xpos] = l
		}
	}
	of = map[string]int{}
	for _, l := range all {
		if _, xpos := perceptron.Cut(l); count[l] >= rare || best[xpos] == l {
			of[l] = len(labels)
			labels = append(labels, l)
		}
	}
	for _, l := range all {
		if _, ok := of[l]; !ok {
			_, xpos := perceptron.Cut(l)
			of[l] = of[best[xpos]]
		}
	}
	return labels, of
}

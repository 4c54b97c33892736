// Command train makes the tagger's model from the treebanks. The same data
// give the same bytes on every machine.
//
//	go run ./analyze/tag/train -data ../shared/data -o lang/en/tag.model
package main

import (
	"bytes"
	"compress/gzip"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"synoptic/analyze/doc"
	"synoptic/analyze/segment"
	"synoptic/analyze/tag/internal/perceptron"
	"synoptic/article"
	"synoptic/eval"
	"synoptic/lang/en"
)

// Files under the data folder.
var (
	// treebanks are openly licensed.
	treebanks = []string{"treebank/ewt.train.conllu.gz", "treebank/gum.train.open.conllu.gz"}
	// news is publishers' text. It is tagged by a first model, and tells the
	// second what words unknown to the treebanks can be.
	news = []string{
		"attribution/polnear_train.jsonl.gz", "clustering/basil.jsonl.gz",
		"clustering/gva.jsonl.gz", "clustering/wikinews.jsonl.gz",
	}
)

func main() {
	log.SetFlags(0)
	data := flag.String("data", "../shared/data", "folder of the corpora")
	out := flag.String("o", "lang/en/tag.model", "file to write")
	open := flag.Bool("open", false, "train on openly licensed corpora alone")
	flag.Parse()
	gold, err := eval.ReadTreebank(under(*data, treebanks))
	if err != nil {
		log.Fatal(err)
	}
	var raw []*doc.Doc
	if !*open {
		if raw, err = segmented(under(*data, news)); err != nil {
			log.Fatal(err)
		}
	}
	packed, err := pack(gold, raw)
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(*out, packed, 0o666); err != nil {
		log.Fatal(err)
	}
}

func under(folder string, files []string) []string {
	paths := make([]string, len(files))
	for i, f := range files {
		paths[i] = filepath.Join(folder, f)
	}
	return paths
}

// segmented reads articles and splits them into sentences and tokens. What is
// no text is named and passed over; a file that is missing is an error.
func segmented(paths []string) ([]*doc.Doc, error) {
	articles, unread := article.Read(paths, article.Options{})
	for _, u := range unread {
		if u.Code != article.Binary {
			return nil, fmt.Errorf("%v", u)
		}
		log.Printf("passed over: %v", u)
	}
	docs := make([]*doc.Doc, len(articles))
	for i, a := range articles {
		docs[i] = doc.New(a, en.English())
		segment.Run(docs[i])
	}
	return docs, nil
}

func pack(gold []eval.Treebank, raw []*doc.Doc) ([]byte, error) {
	parts, err := trainLabels(gold, raw)
	if err != nil {
		return nil, err
	}
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

// unlearnt marks words to take no lesson from.
const unlearnt = -1

// labelsOf returns the labels worth learning, and for each word's parts of
// speech the label it counts as: a rare pair goes with the most frequent one
// of the same Penn tag. Foreign words and pieces of words are unlearnt: too
// many unknown words would be taken for them.
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
		upos, xpos := perceptron.Cut(l)
		if xpos == "FW" || xpos == "GW" || xpos == "AFX" || upos == "X" {
			of[l] = unlearnt
		} else if count[l] >= rare || best[xpos] == l {
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

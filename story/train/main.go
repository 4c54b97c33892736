// Command train counts in how many texts of the treebanks each word stands, so
// that a stream's first articles are not joined by everyday words.
//
//	go run ./story/train -data ../shared/data -o lang/en/frequencies.txt
package main

import (
	"cmp"
	"flag"
	"fmt"
	"log"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"synoptic/article"
	"synoptic/eval"
	"synoptic/story"
)

// files are what the words are counted in, under the data folder. Both are
// openly licensed.
var files = []string{"treebank/ewt.train.conllu.gz", "treebank/gum.train.open.conllu.gz"}

// least is how many texts a word must stand in to be listed.
const least = 3

func main() {
	log.SetFlags(0)
	data := flag.String("data", "../shared/data", "folder of the corpora")
	out := flag.String("o", "lang/en/frequencies.txt", "file to write")
	flag.Parse()
	paths := make([]string, len(files))
	for i, f := range files {
		paths[i] = filepath.Join(*data, f)
	}
	gold, err := eval.ReadTreebank(paths)
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(*out, []byte(list(texts(gold))), 0o666); err != nil {
		log.Fatal(err)
	}
}

// texts joins the sentences of each document.
func texts(gold []eval.Treebank) []string {
	var texts []string
	for _, sentence := range gold {
		if sentence.NewDocument || len(texts) == 0 {
			texts = append(texts, "")
		}
		texts[len(texts)-1] += sentence.Text + "\n"
	}
	return texts
}

func list(texts []string) string {
	counts := map[string]int{}
	for _, text := range texts {
		for _, w := range story.Words(&article.Article{Text: text}) {
			counts[w]++
		}
	}
	words := slices.DeleteFunc(slices.Collect(maps.Keys(counts)), func(w string) bool { return counts[w] < least })
	slices.SortFunc(words, func(a, b string) int { return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b)) })
	var b strings.Builder
	fmt.Fprintf(&b, "# How many texts a word stands in, of as many as \"*\" says. Counted by story/train\n")
	fmt.Fprintf(&b, "# in the training parts of UD English EWT (CC BY-SA 4.0) and GUM (open genres, CC BY).\n")
	fmt.Fprintf(&b, "*\t%d\n", len(texts))
	for _, w := range words {
		fmt.Fprintf(&b, "%s\t%d\n", w, counts[w])
	}
	return b.String()
}

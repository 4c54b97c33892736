package main

import (
	"bufio"
	"bytes"
	"cmp"
	"compress/gzip"
	"encoding/json"
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

// In how many texts a word, and a pair of words, must stand to be listed.
const (
	leastWord = 3
	leastPair = 6
)

// texts returns what the words are counted in: the documents of the treebanks,
// and news that none of the sets of stories has.
func texts(data string) []string {
	gold, err := eval.ReadTreebank([]string{
		filepath.Join(data, "treebank/ewt.train.conllu.gz"), filepath.Join(data, "treebank/gum.train.open.conllu.gz"),
	})
	if err != nil {
		log.Fatal(err)
	}
	var texts []string
	for _, sentence := range gold {
		if sentence.NewDocument || len(texts) == 0 {
			texts = append(texts, "")
		}
		texts[len(texts)-1] += sentence.Text + "\n"
	}
	seen := map[string]bool{} // an article may have several annotators
	lines(filepath.Join(data, "attribution/polnear_train.jsonl.gz"), func(line string) {
		var record struct{ ID, Text string }
		if err := json.Unmarshal([]byte(line), &record); err != nil {
			log.Fatal(err)
		}
		if !seen[record.ID] {
			seen[record.ID] = true
			texts = append(texts, record.Text)
		}
	})
	lines(filepath.Join(data, "names/wwn9.train.iob.gz"), func(line string) {
		word, _, _ := strings.Cut(line, "\t")
		switch word {
		case "-DOC-":
			texts = append(texts, "")
		case "":
			texts[len(texts)-1] += "\n"
		default:
			texts[len(texts)-1] += word + " "
		}
	})
	return texts
}

// lines calls f for each line of a compressed file.
func lines(path string, f func(line string)) {
	packed, err := os.ReadFile(path)
	if err != nil {
		log.Fatal(err)
	}
	plain, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		log.Fatal(err)
	}
	scanner := bufio.NewScanner(plain)
	scanner.Buffer(nil, 16<<20)
	for scanner.Scan() {
		f(scanner.Text())
	}
	if err := scanner.Err(); err != nil {
		log.Fatal(err)
	}
}

func list(texts []string) string {
	counts := map[string]int{}
	for _, text := range texts {
		for _, w := range story.Words(&article.Article{Text: text}) {
			counts[w]++
		}
	}
	words := slices.DeleteFunc(slices.Collect(maps.Keys(counts)), func(w string) bool {
		return counts[w] < leastWord || strings.Contains(w, " ") && counts[w] < leastPair
	})
	slices.SortFunc(words, func(a, b string) int { return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b)) })
	var b strings.Builder
	fmt.Fprintf(&b, "# How many texts a word, or two in a row, stand in, of as many as \"*\" says. Counted by\n")
	fmt.Fprintf(&b, "# story/train in the training parts of UD English EWT (CC BY-SA 4.0), GUM (open genres, CC BY),\n")
	fmt.Fprintf(&b, "# PolNeAR and Worldwide Newswire (no licence stated).\n")
	fmt.Fprintf(&b, "*\t%d\n", len(texts))
	for _, w := range words {
		fmt.Fprintf(&b, "%s\t%d\n", w, counts[w])
	}
	return b.String()
}

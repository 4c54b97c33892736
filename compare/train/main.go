// Command train counts in how many news articles each word stands and writes
// the list of common words that package compare weighs words by. Only numbers
// are kept of the articles.
package main

import (
	"bufio"
	"cmp"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"synoptic/analyze/doc"
	"synoptic/analyze/segment"
	"synoptic/analyze/tag"
	"synoptic/article"
	"synoptic/lang/en"
)

// corpora are read from the data folder, in this order.
var corpora = []string{
	"clustering/basil.jsonl.gz", "clustering/wikinews.jsonl.gz",
	"attribution/polnear_train.jsonl.gz", "attribution/polnear_dev.jsonl.gz",
}

// least is the share of articles, one in so many, from which a word is common.
const least = 200

func main() {
	data := flag.String("data", "../shared/data", "folder of the corpora")
	out := flag.String("o", "lang/en/common.txt", "file to write")
	flag.Parse()
	count := map[string]int{}
	articles := 0
	for _, name := range corpora {
		n, err := read(filepath.Join(*data, name), count)
		if err != nil {
			log.Fatal(err)
		}
		articles += n
	}
	if err := write(*out, count, articles); err != nil {
		log.Fatal(err)
	}
}

// read adds to count the articles of one file in which each word stands.
func read(path string, count map[string]int) (int, error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return 0, fmt.Errorf("%s: %w", path, err)
	}
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 16<<20)
	n := 0
	for lines.Scan() {
		var a struct{ Text string }
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			return n, fmt.Errorf("%s: line %d: %w", path, n+1, err)
		}
		n++
		d := doc.New(&article.Article{Text: a.Text}, en.English())
		segment.Run(d)
		tag.Run(d)
		seen := map[string]bool{}
		for i := range d.Tokens {
			k := &d.Tokens[i]
			if k.UPOS == "PROPN" || k.UPOS == "PUNCT" || k.UPOS == "NUM" {
				continue
			}
			if w := d.Lang.Compare.Same(k.Lemma); !seen[w] {
				seen[w] = true
				count[w]++
			}
		}
	}
	return n, lines.Err()
}

// write lists the common words with how many in a thousand articles have them,
// most common first.
func write(path string, count map[string]int, articles int) error {
	var words []string
	for w, n := range count {
		if n*least >= articles && len(w) > 1 && strings.IndexFunc(w, func(r rune) bool { return r < 'a' || r > 'z' }) < 0 {
			words = append(words, w)
		}
	}
	slices.SortFunc(words, func(a, b string) int { return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b)) })
	var b strings.Builder
	fmt.Fprintf(&b, "# Words and in how many of a thousand news articles they stand.\n# Counted over %d articles by compare/train; see common.md.\n", articles)
	for _, w := range words {
		fmt.Fprintf(&b, "%s\t%d\n", w, max(count[w]*1000/articles, 1))
	}
	return os.WriteFile(path, []byte(b.String()), 0o644)
}

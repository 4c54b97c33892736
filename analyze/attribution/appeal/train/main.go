// Command train makes the model that tells on what kind of source a statement
// rests, from FactAppeal's sentences. The same data give the same bytes on every
// machine.
//
//	go run ./analyze/attribution/appeal/train -data ../shared/data -o lang/en/source.model
//
// With -folds it makes no model but says how good one is on sentences that it has
// not learnt from: the sentences are put into five parts, each part is read with a
// model learnt from the others, and all are scored together. That is done as often
// as -folds says, with other parts each time, and the means are given.
package main

import (
	"flag"
	"fmt"
	"hash/fnv"
	"log"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"synoptic/analyze/attribution"
	"synoptic/analyze/attribution/internal/appeal"
	"synoptic/analyze/doc"
	"synoptic/eval"
)

func main() {
	log.SetFlags(0)
	data := flag.String("data", "../shared/data", "folder of the corpora")
	out := flag.String("o", "lang/en/source.model", "file to write")
	times := flag.Int("folds", 0, "how often to score five parts, each with a model learnt from the others")
	flag.Parse()
	gold, err := eval.ReadAppealFiles([]string{
		filepath.Join(*data, "attribution/factappeal_train.csv"),
		filepath.Join(*data, "attribution/factappeal_val.csv"),
	})
	if err != nil {
		log.Fatal(err)
	}
	texts := read(gold)
	if *times > 0 {
		means := map[string]float64{}
		for n := range *times {
			for name, score := range folds(texts, gold, n) {
				means[name] += score / float64(*times)
			}
		}
		for _, name := range slices.Sorted(maps.Keys(means)) {
			fmt.Printf("%-22s %6.2f\n", name, means[name])
		}
		return
	}
	packed := appeal.Append(nil, learn(texts))
	if err := os.WriteFile(*out, packed, 0o666); err != nil {
		log.Fatal(err)
	}
	log.Printf("%d bytes", len(packed))
}

// text is one sentence with its attributions.
type text struct {
	doc   *doc.Doc
	cases []example
}

// example is an attribution with a source.
type example struct {
	attribution int
	features    []uint32
	label       int // index in appeal.Kinds
}

const parts = 5

// part tells into which part a sentence goes: the same each time that it stands in
// the gold.
func part(sentence string, time int) int {
	h := fnv.New32a()
	fmt.Fprintf(h, "%d %s", time, sentence)
	return int(h.Sum32() % parts)
}

// read reads the sentences of gold.
func read(gold []eval.Appeals) []text {
	texts := make([]text, len(gold))
	for i := range gold {
		d := gold[i].Doc()
		t := text{doc: d}
		for k, features := range attribution.Clues(d) {
			if features != nil {
				t.cases = append(t.cases, example{k, features, slices.Index(appeal.Kinds[:], rests(&gold[i], d, k))})
			}
		}
		texts[i] = t
	}
	return texts
}

// rests returns on what kind of source attribution k rests by the gold: the type of
// the source there that its own overlaps, provided that its words are part of
// what is stated there as a fact, or that the source has no other words.
func rests(gold *eval.Appeals, d *doc.Doc, k int) doc.Appeal {
	a := &d.Attributions[k]
	for _, g := range gold.Sources {
		if !g.Overlaps(a.Source[0]) {
			continue
		}
		alone := true
		for n := range d.Attributions {
			if b := &d.Attributions[n]; n != k && len(b.Source) > 0 && g.Overlaps(b.Source[0]) && states(gold, b) {
				alone = false
			}
		}
		if !alone && !states(gold, a) {
			return doc.NoAppeal
		}
		for _, t := range eval.SourceTypes {
			if t.Type == g.Type {
				return t.Appeal
			}
		}
	}
	return doc.NoAppeal
}

// states reports whether the words of a share any with what the gold has as fact.
func states(gold *eval.Appeals, a *doc.Attribution) bool {
	for _, c := range a.Content {
		for _, f := range gold.Facts {
			if c.Overlaps(f) {
				return true
			}
		}
	}
	return false
}

// folds scores each part with a model learnt from the others.
func folds(texts []text, gold []eval.Appeals, time int) map[string]float64 {
	found := make([][]eval.FoundSource, len(texts))
	for p := range parts {
		var in []text
		var out []int
		for i, t := range texts {
			if part(gold[i].Text, time) == p {
				out = append(out, i)
			} else {
				in = append(in, t)
			}
		}
		m, err := appeal.Read(appeal.Append(nil, learn(in)))
		if err != nil {
			log.Fatal(err)
		}
		for _, i := range out {
			t := &texts[i]
			features := make([][]uint32, len(t.doc.Attributions))
			for _, c := range t.cases {
				features[c.attribution] = c.features
			}
			attribution.Judge(t.doc, func(k int) (doc.Appeal, int) { return m.Best(features[k]) })
			found[i] = eval.FoundSources(t.doc)
		}
	}
	return eval.ScoreSources(gold, found)
}

// Command train learns how the features of two aligned statements add up: to a
// score, from pairs of headlines of STS, and to whether one is the other in other
// words, from MSR. It is ridge regression, and gives the same weights on every
// machine. First it says how well that does on what was not learnt from.
//
//	go run ./compare/align/train -data ../shared/data -o lang/en/align.txt
package main

import (
	"flag"
	"log"
	"os"
	"path/filepath"
	"slices"

	"synoptic/compare/align"
	"synoptic/eval"
	"synoptic/eval/regression"
)

const head = `# How features of two aligned statements add up, in thousandths: for the score, and
# for saying the same. By compare/align/train; see align.md.
`

// strength draws weights towards nothing.
const strength = 1

func main() {
	log.SetFlags(0)
	data := flag.String("data", "../shared/data", "folder with the corpora")
	out := flag.String("o", "lang/en/align.txt", "file to write")
	flag.Parse()
	folder := filepath.Join(*data, "comparison")
	first, second := read(filepath.Join(folder, "sts_headlines_2013.tsv")), read(filepath.Join(folder, "sts_headlines_2014.tsv"))
	taught, held := read(filepath.Join(folder, "msr/msr-para-train.tsv")), read(filepath.Join(folder, "msr/msr-para-val.tsv"))
	log.Printf("headlines: 2013 → 2014 pearson %.3f, 2014 → 2013 %.3f", pearson(second, ridge(first)), pearson(first, ridge(second)))
	accuracy, f1 := paraphrases(held, ridge(taught))
	log.Printf("paraphrases: train → val accuracy %.1f, f1 %.1f", accuracy, f1)
	for n := range folds {
		var rest, part []row
		for i, r := range taught {
			if i%folds == n {
				part = append(part, r)
			} else {
				rest = append(rest, r)
			}
		}
		a, f := paraphrases(part, ridge(rest))
		accuracy, f1 = accuracy+a, f1+f
		if n == 0 {
			accuracy, f1 = a, f
		}
	}
	log.Printf("paraphrases: train, %d parts: accuracy %.1f, f1 %.1f", folds, accuracy/folds, f1/folds)
	weights := align.FormatWeights(ridge(slices.Concat(first, second)), ridge(slices.Concat(taught, held)))
	if err := os.WriteFile(*out, []byte(head+weights), 0o666); err != nil {
		log.Fatal(err)
	}
}

const folds = 5

// row is a pair by its features, with what people say, from 0 to 1.
type row struct {
	features align.Features
	gold     float64
}

func read(path string) []row {
	f, err := os.Open(path)
	if err != nil {
		log.Fatal(err)
	}
	pairs, same, err := eval.ReadPairs(f)
	f.Close()
	if err != nil {
		log.Fatal(err)
	}
	most := 5.0
	if same {
		most = 1
	}
	rows := make([]row, len(pairs))
	for i, p := range pairs {
		rows[i] = row{p.Align().Features, p.Gold / most}
	}
	return rows
}

func pearson(rows []row, w align.Features) float64 {
	var x, y []float64
	for _, r := range rows {
		x = append(x, float64(max(0, min(1000, r.features.Times(&w)))))
		y = append(y, r.gold)
	}
	return eval.Pearson(x, y)
}

func paraphrases(rows []row, w align.Features) (accuracy, f1 float64) {
	var c eval.Decisions
	for _, r := range rows {
		c.Add(r.gold == 1, r.features.Times(&w) >= 500)
	}
	return c.Accuracy(), c.F1()
}

// ridge returns the weights, in thousandths, that come closest to the gold of rows.
func ridge(rows []row) (w align.Features) {
	list := make([]regression.Row, len(rows))
	for i := range rows {
		list[i] = regression.Row{Features: rows[i].features[:], Gold: rows[i].gold, Weight: 1}
	}
	copy(w[:], regression.Ridge(list, strength))
	return w
}

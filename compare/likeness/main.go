// Command likeness learns how what two statements have in common adds up to the
// odds that they say the same, from pairs of statements that readers labelled. It
// is logistic regression by Newton's method, and gives the same weights on every
// machine. First it says how well that does on stories that were not learnt from.
//
//	go run ./compare/likeness -data ../shared/data -o lang/en/likeness.txt
package main

import (
	"flag"
	"log"
	"os"

	"synoptic/compare"
	"synoptic/eval"
	"synoptic/eval/regression"
)

const head = `# How what two statements have in common adds up to the logarithm of the odds that
# they say the same, in thousandths: with their words aligned, and without. By
# compare/likeness; see likeness.md.
`

const (
	strength = 3 // draws weights towards nothing
	rounds   = 12
)

func main() {
	log.SetFlags(0)
	data := flag.String("data", "../shared/data", "folder with the corpora")
	out := flag.String("o", "lang/en/likeness.txt", "file to write")
	flag.Parse()
	pairs, missed, err := eval.StatementPairs(eval.Corpora(*data))
	if err != nil {
		log.Fatal(err)
	}
	log.Printf("%d pairs; %d more are no longer read as statements", len(pairs), missed)
	examples, stories := rows(pairs)
	told := regression.Across(examples, stories, strength, rounds)
	for _, least := range []float64{0.9, 0.8, 0.7, 0.6} {
		recall, odds := regression.RecallAt(told, least)
		log.Printf("other stories: of what is the same or in part, %.1f%% are found at a precision of %.0f%% (odds %d)", 100*recall, 100*least, odds)
	}
	w := learn(examples)
	for i := range pairs {
		pairs[i].Likeness = pairs[i].Likeness.Cheap()
	}
	cheap, _ := rows(pairs)
	if err := os.WriteFile(*out, []byte(head+compare.FormatLikeness(w, learn(cheap))), 0o666); err != nil {
		log.Fatal(err)
	}
}

// rows returns pairs as examples, and of which story each is.
func rows(pairs []eval.StatementPair) (list []regression.Row, stories []int) {
	for i := range pairs {
		list = append(list, regression.Row{Features: pairs[i].Likeness[:], Gold: pairs[i].Gold, Weight: 1})
		stories = append(stories, pairs[i].Story)
	}
	return list, stories
}

// learn returns the weights, in thousandths.
func learn(examples []regression.Row) (w compare.Likeness) {
	copy(w[:], regression.Logistic(examples, strength, rounds))
	return w
}

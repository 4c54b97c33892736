// Command sole learns how what tells that a statement matters, which one report alone
// has, adds up, from what readers chose. It is logistic regression by Newton's method,
// and gives the same weights on every machine. First it says how well that does on
// stories that were not learnt from.
//
//	go run ./compare/sole -data ../shared/data -o lang/en/sole.txt
package main

import (
	"flag"
	"log"
	"os"

	"synoptic/compare"
	"synoptic/eval"
	"synoptic/eval/regression"
)

const head = `# How what tells that a statement matters that one report alone has adds up to the
# logarithm of the odds, in thousandths. By compare/sole; see sole.md.
`

const (
	strength = 10 // draws weights towards nothing
	rounds   = 12
)

func main() {
	log.SetFlags(0)
	data := flag.String("data", "../shared/data", "folder with the corpora")
	out := flag.String("o", "lang/en/sole.txt", "file to write")
	flag.Parse()
	found, missed, err := eval.SoleStatements(eval.Corpora(*data))
	if err != nil {
		log.Fatal(err)
	}
	log.Printf("%d statements; %d chosen details are none of them", len(found), missed)
	var examples []regression.Row
	var stories []int
	for i := range found {
		examples = append(examples, regression.Row{Features: found[i].Sole[:], Gold: found[i].Gold, Weight: 1})
		stories = append(stories, found[i].Story)
	}
	told := regression.Across(examples, stories, strength, rounds)
	for _, least := range []float64{0.4, 0.3, 0.2} {
		recall, odds := regression.RecallAt(told, least)
		log.Printf("other stories: of what was chosen, %.1f%% are found at a precision of %.0f%% (odds %d)", 100*recall, 100*least, odds)
	}
	var w compare.Sole
	copy(w[:], regression.Logistic(examples, strength, rounds))
	if err := os.WriteFile(*out, []byte(head+compare.FormatSole(w)), 0o666); err != nil {
		log.Fatal(err)
	}
}

// Command counting learns how what two quantities have in common adds up to the odds
// that they are of one thing, from pairs that readers labelled. It is logistic
// regression by Newton's method, and gives the same weights on every machine. First it
// says how well that does on stories that were not learnt from.
//
//	go run ./compare/counting -data ../shared/data -o lang/en/counting.txt
package main

import (
	"flag"
	"log"
	"os"

	"synoptic/compare"
	"synoptic/eval"
	"synoptic/eval/regression"
)

const head = `# How what two quantities have in common adds up to the logarithm of the odds that
# they are of one thing, in thousandths. By compare/counting; see counting.md.
`

const (
	strength = 2 // draws weights towards nothing
	rounds   = 12
)

func main() {
	log.SetFlags(0)
	data := flag.String("data", "../shared/data", "folder with the corpora")
	out := flag.String("o", "lang/en/counting.txt", "file to write")
	flag.Parse()
	pairs, missed, err := eval.CountingPairs(eval.Corpora(*data))
	if err != nil {
		log.Fatal(err)
	}
	log.Printf("%d pairs; %d more are no longer compared", len(pairs), missed)
	examples, stories := rows(pairs)
	told := regression.Across(examples, stories, strength, rounds)
	for _, least := range []float64{0.8, 0.7, 0.6, 0.5} {
		recall, odds := regression.RecallAt(told, least)
		log.Printf("other stories: of what is of one thing, %.1f%% are found at a precision of %.0f%% (odds %d)", 100*recall, 100*least, odds)
	}
	var w compare.Counting
	copy(w[:], regression.Logistic(examples, strength, rounds))
	if err := os.WriteFile(*out, []byte(head+compare.FormatCounting(w)), 0o666); err != nil {
		log.Fatal(err)
	}
}

// rows returns pairs as examples, and of which story each is.
func rows(pairs []eval.CountingPair) (list []regression.Row, stories []int) {
	for i := range pairs {
		r := regression.Row{Features: pairs[i].Counting[:], Weight: 1}
		if pairs[i].Same {
			r.Gold = 1
		}
		list, stories = append(list, r), append(stories, pairs[i].Story)
	}
	return list, stories
}

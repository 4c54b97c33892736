// Command train learns how what two mentions have in common adds up to the odds
// that they are of one event, for eval align, from those of ECB+. It is logistic
// regression by Newton's method, and gives the same weights on every machine.
// First it says how well that does on topics that were not learnt from.
//
//	go run ./eval/train -data ../shared/data -o eval/coreference.txt
package main

import (
	"compress/gzip"
	"flag"
	"fmt"
	"log"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"synoptic/eval"
	"synoptic/eval/regression"
)

const head = `# How what two mentions have in common adds up to the logarithm of the odds that
# they are of one event, in thousandths: of mentions with one lemma, with lemmas
# that are akin, and of others. By eval/train; see coreference.md.
`

const (
	strength = 1 // draws weights towards nothing
	rounds   = 8
	folds    = 5
)

func main() {
	log.SetFlags(0)
	data := flag.String("data", "../shared/data", "folder with the corpora")
	out := flag.String("o", "eval/coreference.txt", "file to write")
	flag.Parse()
	list, err := read(filepath.Join(*data, "comparison", "ecb_events_train.jsonl.gz"))
	if err != nil {
		log.Fatal(err)
	}
	topics := eval.ReadTopics(list)
	var found, same, gold []string
	for n := range folds {
		var rest, part []*eval.Topic
		for i := range topics {
			if number(topics[i].Name)%folds == n {
				part = append(part, &topics[i])
			} else {
				rest = append(rest, &topics[i])
			}
		}
		w := learn(rest)
		for _, t := range part {
			for i, c := range t.Cluster(w) {
				m := &t.Mentions[i]
				found = append(found, fmt.Sprint(t.Name, "/", c))
				same = append(same, t.Name+"/"+m.Lemma)
				gold = append(gold, m.Chain)
			}
		}
	}
	log.Printf("%d mentions; by one lemma: %s", len(gold), told(same, gold))
	log.Printf("other topics: %s", told(found, gold))
	var all []*eval.Topic
	for i := range topics {
		all = append(all, &topics[i])
	}
	if err := os.WriteFile(*out, []byte(head+learn(all).Format()), 0o666); err != nil {
		log.Fatal(err)
	}
}

func read(path string) ([]eval.Mention, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	return eval.ReadMentions(z)
}

// number is that of a topic's pair of events that are alike: 3 of "3ecb" and of
// "3ecbplus". What is learnt from one of the two tells something of the other.
func number(topic string) int {
	digits, _, _ := strings.Cut(topic, "ecb")
	n, _ := strconv.Atoi(digits)
	return n
}

func told(found, gold []string) string {
	s := eval.ConllScores(found, gold)
	return fmt.Sprintf("CoNLL %.1f (MUC %.1f, B³ %.1f, CEAFe %.1f)", s["conll_f1"], s["muc_f1"], s["b3_f1"], s["ceafe_f1"])
}

// learn learns the weights of each kinship by themselves.
func learn(topics []*eval.Topic) *eval.CoreferenceWeights {
	w := &eval.CoreferenceWeights{}
	sizes := map[string]int{}
	for _, t := range topics {
		for _, m := range t.Mentions {
			sizes[m.Chain]++
		}
	}
	for k := range w {
		var list []regression.Row
		for _, t := range topics {
			for i := range t.Pairs {
				p := &t.Pairs[i]
				if p.Kinship != eval.Kinship(k) {
					continue
				}
				a, b := t.Mentions[p.A].Chain, t.Mentions[p.B].Chain
				// A chain of 30 mentions has a hundred times the pairs of one of
				// three, though but ten times the mentions.
				e := regression.Row{Features: p.Features[:], Weight: 1 / math.Sqrt(math.Sqrt(float64(sizes[a]*sizes[b])))}
				if a == b {
					e.Gold = 1
				}
				list = append(list, e)
			}
		}
		copy(w[k][:], regression.Logistic(list, strength, rounds))
	}
	return w
}

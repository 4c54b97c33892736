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
		var list []example
		for _, t := range topics {
			for i := range t.Pairs {
				p := &t.Pairs[i]
				if p.Kinship != eval.Kinship(k) {
					continue
				}
				a, b := t.Mentions[p.A].Chain, t.Mentions[p.B].Chain
				// A chain of 30 mentions has a hundred times the pairs of one of
				// three, though but ten times the mentions.
				e := example{f: &p.Features, weight: 1 / math.Sqrt(math.Sqrt(float64(sizes[a]*sizes[b])))}
				if a == b {
					e.gold = 1
				}
				list = append(list, e)
			}
		}
		w[k] = fit(list)
	}
	return w
}

type example struct {
	f            *eval.Coreference
	gold, weight float64
}

const n = len(eval.CoreferenceNames)

// fit returns the weights, in thousandths. The first feature, which is always
// there, is not drawn towards nothing. Products are rounded before they are added,
// so that every processor gives the same.
func fit(list []example) eval.Coreference {
	var w [n]float64
	for range rounds {
		var m [n][n + 1]float64 // Hessian, and the gradient behind it
		for i := range list {
			e := &list[i]
			odds := 0.0
			for k, x := range e.f {
				odds += float64(w[k] * float64(x) / 1000)
			}
			p := 1 / (1 + math.Exp(-odds))
			by, off := float64(e.weight*p*(1-p)), float64(e.weight*(e.gold-p))
			for k, x := range e.f {
				if x == 0 {
					continue
				}
				for l, y := range e.f[:k+1] {
					m[k][l] += float64(by * float64(x*y) / 1e6)
				}
				m[k][n] += float64(off * float64(x) / 1000)
			}
		}
		for k := range n {
			for l := range k {
				m[l][k] = m[k][l]
			}
			if k > 0 {
				m[k][k] += strength
				m[k][n] -= float64(strength * w[k])
			}
		}
		solve(&m)
		for k := range w {
			if m[k][k] != 0 {
				w[k] += float64(m[k][n] / m[k][k])
			}
		}
	}
	var rounded eval.Coreference
	for k := range w {
		rounded[k] = int(math.Round(1000 * w[k]))
	}
	return rounded
}

// solve leaves m with nothing but its diagonal and what stands behind it (Gauss and
// Jordan, with the greatest pivot).
func solve(m *[n][n + 1]float64) {
	for c := range n {
		p := c
		for i := c; i < n; i++ {
			if math.Abs(m[i][c]) > math.Abs(m[p][c]) {
				p = i
			}
		}
		m[c], m[p] = m[p], m[c]
		for i := range n {
			if i == c || m[c][c] == 0 {
				continue
			}
			by := m[i][c] / m[c][c]
			for k := c; k <= n; k++ {
				m[i][k] -= float64(by * m[c][k])
			}
		}
	}
}

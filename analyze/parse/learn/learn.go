// Package learn makes the parser's model from treebanks. The same data give the
// same bytes on every machine.
package learn

import (
	"fmt"
	"maps"
	"slices"
	"sync"

	"synoptic/analyze/class"
	"synoptic/analyze/doc"
	"synoptic/analyze/parse/internal/arc"
	"synoptic/eval"
)

// Options say how to learn.
type Options struct {
	// Schools is how often the model is learnt anew, in another order; the
	// weights are averaged, which evens out luck. Defaults to 4.
	Schools int
	// Passes over the treebanks in each. Defaults to 6.
	Passes int
	// Classes of words. Defaults to none.
	Classes *class.Table
	// Log is told how it goes on. Defaults to nobody.
	Log func(format string, args ...any)
}

const (
	least    = 3      // times a feature must be seen
	moveRoom = 600000 // features of moves that are kept
	labelMin = 7      // weight of a vote for a relation that is kept
	seldom   = 10     // times a relation must be seen on its side of the head
)

// Train learns from gold; d holds its tokens with the tags that a tagger gives
// to text that it has not learnt from. It returns the model packed.
func Train(gold []eval.Treebank, d *doc.Doc, o Options) ([]byte, error) {
	if o.Schools == 0 {
		o.Schools = 4
	}
	if o.Passes == 0 {
		o.Passes = 6
	}
	if o.Log == nil {
		o.Log = func(string, ...any) {}
	}
	if len(gold) != len(d.Sentences) {
		return nil, fmt.Errorf("%d sentences of gold, %d of text", len(gold), len(d.Sentences))
	}
	list, parts := trees(gold, d)
	f := found(list, o.Classes)
	o.Log("%d sentences, %d and %d features", len(list), f.moves.n, f.labels.n)
	schools := make([]*learner, o.Schools)
	room := make(chan bool, 2) // two at once
	var wait sync.WaitGroup
	for i := range schools {
		wait.Go(func() {
			room <- true
			l := newLearner(f, parts, o.Classes)
			for pass := range o.Passes {
				wrong, total := l.pass(list, uint64(i*o.Passes+pass), pass > 0)
				o.Log("school %d, pass %d: %d of %d moves wrong", i, pass, wrong, total)
			}
			schools[i] = l
			<-room
		})
	}
	wait.Wait()
	parts.Moves = f.averageMoves(schools)
	parts.Labels = f.averageLabels(schools)
	packed := parts.Append(nil)
	o.Log("%d and %d features kept, %d bytes", len(parts.Moves), len(parts.Labels), len(packed))
	return packed, nil
}

// trees returns the sentences of gold to learn from, and what a model says of
// relations.
func trees(gold []eval.Treebank, d *doc.Doc) ([]tree, *arc.Parts) {
	number := map[string]uint8{}
	for _, t := range gold {
		for _, w := range t.Words {
			number[w.Relation] = 0
		}
	}
	parts := &arc.Parts{Relations: slices.Sorted(maps.Keys(number))}
	for i, r := range parts.Relations {
		number[r] = uint8(i)
	}
	count := [2][]int{make([]int, len(number)), make([]int, len(number))}
	var list []tree
	var sentence arc.Sentence
	for n, s := range d.Sentences {
		t := tree{tokens: d.Tokens[s.From:s.To]}
		words := gold[n].Words
		sentence.Set(t.tokens, nil)
		of := map[int]int{-1: arc.None} // word by token
		for i, k := range sentence.Index {
			of[k] = i
		}
		for i, k := range sentence.Index {
			r := number[words[k].Relation]
			head, known := words[k].Head-1, false
			for range words { // a head that is taken for a mark is passed over
				if _, known = of[head]; known {
					break
				}
				head = words[head].Head - 1
			}
			t.heads = append(t.heads, of[head])
			t.relations = append(t.relations, r)
			if of[head] >= 0 {
				count[side(of[head] < i)][r]++
			}
		}
		list = append(list, t)
	}
	for i := range count {
		for r, n := range count[i] {
			if n >= seldom {
				parts.Allowed[i] = append(parts.Allowed[i], uint8(r))
			}
		}
	}
	return list, parts
}

// side is 1 for tokens behind their heads.
func side(behind bool) int {
	if behind {
		return 1
	}
	return 0
}

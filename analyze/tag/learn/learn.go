// Package learn makes the tagger's model from treebanks. The same data give the
// same bytes on every machine.
package learn

import (
	"synoptic/analyze/class"
	"synoptic/analyze/doc"
	"synoptic/analyze/tag/internal/perceptron"
	"synoptic/eval"
)

// Options say how long to learn.
type Options struct {
	// Schools is how often the model is learnt anew, in another order; the
	// weights are averaged, which evens out luck. Defaults to 4.
	Schools int
	// Passes over the treebanks in each. Defaults to 8.
	Passes int
	// Classes of words, by what stands beside them. Defaults to none.
	Classes *class.Table
	// Log is told the size of the model. Defaults to nobody.
	Log func(format string, args ...any)
}

// first returns the options for the model that tags raw text for another.
func (o Options) first() Options {
	o.Passes = 5
	return o
}

// Train learns labels and lemmas from gold and returns the model packed. Raw
// text, when there is any, is tagged by a first model and tells the second what
// words unknown to gold can be.
func Train(gold []eval.Treebank, raw []*doc.Doc, o Options) ([]byte, error) {
	if o.Schools == 0 {
		o.Schools = 4
	}
	if o.Passes == 0 {
		o.Passes = 8
	}
	parts, err := trainLabels(gold, raw, o)
	if err != nil {
		return nil, err
	}
	lemmas := trainLemmas(gold)
	// Not compressed, which would be most of the time to unpack it.
	packed := lemmas.Append(parts.Append(nil))
	if o.Log != nil {
		o.Log("%d labels, %d features, %d known words, %d endings, %d bytes",
			len(parts.Labels), len(parts.Features), len(parts.Known), len(lemmas.Endings), len(packed))
	}
	return packed, nil
}

// sentence is what the tagger learns from.
type sentence struct {
	forms  []string
	labels []int
}

func (s *sentence) form(i int) string { return s.forms[i] }

// unlearnt marks words to take no lesson from.
const unlearnt = -1

// labelsOf returns the labels worth learning, and for each word's parts of
// speech the label it counts as: a rare pair goes with the most frequent one
// of the same Penn tag. Foreign words and pieces of words are unlearnt: too
// many unknown words would be taken for them.
func labelsOf(gold []eval.Treebank) (labels []string, of map[string]int) {
	const rare = 20
	count := map[string]int{}
	for _, t := range gold {
		for _, w := range t.Words {
			count[perceptron.Join(w.UPOS, w.XPOS)]++
		}
	}
	all := sortedKeys(count)
	best := map[string]string{} // by Penn tag
	for _, l := range all {
		_, xpos := perceptron.Cut(l)
		if b, ok := best[xpos]; !ok || count[l] > count[b] {
			best[xpos] = l
		}
	}
	of = map[string]int{}
	for _, l := range all {
		upos, xpos := perceptron.Cut(l)
		if xpos == "FW" || xpos == "GW" || xpos == "AFX" || upos == "X" {
			of[l] = unlearnt
		} else if count[l] >= rare || best[xpos] == l {
			of[l] = len(labels)
			labels = append(labels, l)
		}
	}
	for _, l := range all {
		if _, ok := of[l]; !ok {
			_, xpos := perceptron.Cut(l)
			of[l] = of[best[xpos]]
		}
	}
	return labels, of
}

package main

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"synoptic/analyze/tag/internal/perceptron"
	"synoptic/eval"
)

// trainLabels learns the averaged perceptron.
func trainLabels(gold []eval.Treebank, epochs int) *perceptron.Parts {
	labels, of := labelsOf(gold)
	var list []sentence
	for _, t := range gold {
		var s sentence
		for _, w := range t.Words {
			s.forms = append(s.forms, w.Form)
			s.labels = append(s.labels, of[perceptron.Join(w.UPOS, w.XPOS)])
		}
		list = append(list, s)
	}
	parts := &perceptron.Parts{Labels: labels}
	parts.Known, parts.Certain = ambiguity(list)
	list = append(list, headlines(gold, list)...)
	l := newLearner(len(labels), parts)
	l.prepare(list)
	for epoch := range epochs {
		l.pass(list, uint64(epoch))
	}
	parts.Features = l.features()
	return parts
}

// ambiguity gives each frequent word a class: the set of labels it has had. The
// words of a class whose label is certain need no features.
func ambiguity(list []sentence) (known []perceptron.Known, certain []int16) {
	const (
		seldom = 3  // words seen less often have no class
		sure   = 60 // words seen as often with one label only are certain
	)
	counts := map[uint32]map[int]int{}
	for _, s := range list {
		for i, f := range s.forms {
			h := perceptron.Hash(f)
			if counts[h] == nil {
				counts[h] = map[int]int{}
			}
			counts[h][s.labels[i]]++
		}
	}
	classOf := map[uint32]string{}
	size := map[string]int{}
	single := map[string]int16{}
	for _, h := range sortedKeys(counts) {
		c := counts[h]
		total, top := 0, 0
		for _, l := range sortedKeys(c) {
			total += c[l]
			if c[l] > c[top] {
				top = l
			}
		}
		if total < seldom || h == 0 {
			continue
		}
		name := ""
		if total >= sure && c[top]*500 >= total*499 {
			name = fmt.Sprintf("sure %d", top)
			single[name] = int16(top)
		} else {
			ls := slices.DeleteFunc(sortedKeys(c), func(l int) bool { return c[l]*20 < total })
			slices.SortStableFunc(ls, func(a, b int) int { return cmp.Compare(c[b], c[a]) })
			name = fmt.Sprint(ls)
		}
		classOf[h] = name
		size[name]++
	}
	index := map[string]uint32{}
	certain = append(certain, -1)
	for _, h := range sortedKeys(classOf) {
		name := classOf[h]
		_, one := single[name]
		if size[name] < 2 && !one {
			continue
		}
		if index[name] == 0 {
			index[name] = uint32(len(certain))
			label := int16(-1)
			if one {
				label = single[name]
			}
			certain = append(certain, label)
		}
		known = append(known, perceptron.Known{Hash: h, Class: index[name]})
	}
	return known, certain
}

// headlines returns copies of some sentences, capitalised as headlines are.
func headlines(gold []eval.Treebank, list []sentence) []sentence {
	var more []sentence
	rng := rand.New(rand.NewPCG(7, 7))
	for i, s := range list {
		if len(s.forms) < 4 || len(s.forms) > 25 {
			continue
		}
		draw := rng.IntN(100)
		if draw >= 16 {
			continue
		}
		c := sentence{labels: s.labels}
		for k, f := range s.forms {
			switch x := gold[i].Words[k].XPOS; {
			case draw < 3:
				f = strings.ToUpper(f)
			case k > 0 && len(f) < 5 && (x == "IN" || x == "DT" || x == "CC" || x == "TO"):
			case draw < 12:
				f = capital(f)
			}
			c.forms = append(c.forms, f)
		}
		if n := len(c.forms) - 1; c.forms[n] == "." {
			c.forms, c.labels = c.forms[:n], c.labels[:n]
		}
		more = append(more, c)
	}
	return more
}

func capital(w string) string {
	r, n := utf8.DecodeRuneInString(w)
	return string(unicode.ToUpper(r)) + w[n:]
}

// weight is one label's weight of a feature as it is learnt, with what its
// average needs.
type weight struct {
	label  uint8
	value  int32
	since  int32 // step of the last change
	summed int64
}

// learner is a perceptron at school.
type learner struct {
	labels  int
	known   map[uint32]uint32
	certain []int16
	ids     map[uint32]int32
	keys    []uint32
	weights [][]weight
	static  [][]int32 // by sentence, then word by word
	step    int32
	scores  []int32
}

func newLearner(labels int, parts *perceptron.Parts) *learner {
	l := &learner{labels: labels, known: map[uint32]uint32{}, certain: parts.Certain, ids: map[uint32]int32{}, scores: make([]int32, labels)}
	for _, k := range parts.Known {
		l.known[k.Hash] = k.Class
	}
	return l
}

// Class lets the learner stand in for the model.
func (l *learner) Class(hash uint32) uint32 { return l.known[hash] }

// statics is how many features of a word hang on no label.
var statics = func() int {
	var s perceptron.Sentence
	s.Set(1, func(int) string { return "a" }, newLearner(0, &perceptron.Parts{}))
	return len(s.Static(0, nil))
}()

// prepare finds the features that occur more than once, as they would with all
// labels right.
func (l *learner) prepare(list []sentence) {
	const seldom = 3
	count := map[uint32]int32{}
	var s perceptron.Sentence
	var f []uint32
	for _, t := range list {
		s.Set(len(t.forms), t.form, l)
		for i := range t.forms {
			f = s.Static(i, f[:0])
			before, before2 := at(t.labels, i-1), at(t.labels, i-2)
			for _, k := range s.Dynamic(i, before, before2, f) {
				count[k]++
			}
		}
	}
	for _, k := range sortedKeys(count) {
		if count[k] >= seldom && k != 0 {
			l.ids[k] = int32(len(l.keys))
			l.keys = append(l.keys, k)
		}
	}
	l.weights = make([][]weight, len(l.keys))
	for _, t := range list {
		s.Set(len(t.forms), t.form, l)
		var ids []int32
		for i := range t.forms {
			f = s.Static(i, f[:0])
			ids = append(ids, l.idsOf(f, nil)...)
		}
		l.static = append(l.static, ids)
	}
}

func at(labels []int, i int) int {
	if i < 0 {
		return -1
	}
	return labels[i]
}

// idsOf appends the numbers of features, -1 for those not learnt.
func (l *learner) idsOf(features []uint32, ids []int32) []int32 {
	for _, k := range features {
		id, ok := l.ids[k]
		if !ok {
			id = -1
		}
		ids = append(ids, id)
	}
	return ids
}

// pass goes once over all sentences in an order of its own.
func (l *learner) pass(list []sentence, epoch uint64) {
	var s perceptron.Sentence
	var f []uint32
	var ids []int32
	for _, n := range rand.New(rand.NewPCG(1, epoch)).Perm(len(list)) {
		t := &list[n]
		s.Set(len(t.forms), t.form, l)
		before, before2 := -1, -1
		for i, gold := range t.labels {
			label := int(l.certain[l.known[perceptron.Hash(t.forms[i])]])
			if label < 0 {
				f = s.Dynamic(i, before, before2, f[:0])
				ids = append(ids[:0], l.static[n][i*statics:(i+1)*statics]...)
				ids = l.idsOf(f, ids)
				label = l.best(ids)
				l.step++
				if label != gold {
					l.update(ids, gold, 1)
					l.update(ids, label, -1)
				}
			}
			before2, before = before, label
		}
	}
}

func (l *learner) best(ids []int32) int {
	clear(l.scores)
	for _, id := range ids {
		if id >= 0 {
			for _, w := range l.weights[id] {
				l.scores[w.label] += w.value
			}
		}
	}
	return slices.Index(l.scores, slices.Max(l.scores))
}

func (l *learner) update(ids []int32, label int, by int32) {
	for _, id := range ids {
		if id < 0 {
			continue
		}
		ws := l.weights[id]
		i := slices.IndexFunc(ws, func(w weight) bool { return int(w.label) == label })
		if i < 0 {
			l.weights[id] = append(ws, weight{label: uint8(label), value: by, since: l.step})
			continue
		}
		w := &ws[i]
		w.summed += int64(w.value) * int64(l.step-w.since)
		w.since = l.step
		w.value += by
	}
}

// features returns the averaged weights, rounded to bytes; small ones are
// dropped.
func (l *learner) features() []perceptron.Feature {
	const (
		scale = 12 // a weight of 1 is that many
		small = 7
	)
	var list []perceptron.Feature
	for id, ws := range l.weights {
		f := perceptron.Feature{Key: l.keys[id]}
		slices.SortFunc(ws, func(a, b weight) int { return cmp.Compare(a.label, b.label) })
		for _, w := range ws {
			sum := (w.summed + int64(w.value)*int64(l.step-w.since)) * scale
			half := int64(l.step) / 2
			if sum < 0 {
				half = -half
			}
			v := (sum + half) / int64(l.step)
			if v >= small || v <= -small {
				f.Weights = append(f.Weights, perceptron.Weight{Label: int(w.label), Value: int8(max(-127, min(127, v)))})
			}
		}
		if len(f.Weights) > 0 {
			list = append(list, f)
		}
	}
	return list
}

// sortedKeys returns the keys of m in order.
func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K {
	keys := make([]K, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

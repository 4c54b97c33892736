package learn

import (
	"cmp"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"synoptic/analyze/class"
	"synoptic/analyze/doc"
	"synoptic/analyze/tag/internal/perceptron"
	"synoptic/eval"
)

// trainLabels learns the averaged perceptron; raw may be empty.
func trainLabels(gold []eval.Treebank, raw []*doc.Doc, o Options) (*perceptron.Parts, error) {
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
	counts, seen := tally{}, tally{}
	counts.add(list)
	seen.add(list)
	for _, v := range verbs() {
		seen.note(perceptron.Hash(v.form), of[perceptron.Join("VERB", v.xpos)], 2)
	}
	all := slices.Concat(list, headlines(gold, list))
	if len(raw) > 0 {
		first, _, err := perceptron.Read(learn(labels, counts, seen, all, o.first()).Append(nil))
		if err != nil {
			return nil, err
		}
		seen.add(tagged(first, raw, o.Classes))
	}
	return learn(labels, counts, seen, all, o), nil
}

// learn trains on list; gold tells what words are certain, seen what labels
// they can have.
func learn(labels []string, gold, seen tally, list []sentence, o Options) *perceptron.Parts {
	parts := &perceptron.Parts{Labels: labels}
	dictionary(gold, seen, parts)
	l := newLearner(len(labels), parts, o.Classes)
	l.prepare(list)
	var sums []map[uint8]int64
	for school := range o.Schools {
		l.forget()
		for pass := range o.Passes {
			l.pass(list, uint64(school*o.Passes+pass))
		}
		sums = l.average(sums)
	}
	parts.Features = features(l.keys, sums, o.Schools)
	return parts
}

// tagged returns the sentences of raw that are in plain prose, as m labels them.
// Words whose capitals say nothing are not told from names, and teach nothing.
func tagged(m *perceptron.Model, raw []*doc.Doc, classes *class.Table) []sentence {
	var list []sentence
	var scratch perceptron.Scratch
	for _, d := range raw {
		for _, r := range d.Sentences {
			if r.Len() < 5 || r.Len() > 80 {
				continue
			}
			s := sentence{labels: m.Label(r.Len(), func(i int) string { return d.Word(r.From + i) }, classes, &scratch, nil)}
			if scratch.Sentence.Casing() != perceptron.Plain {
				continue
			}
			for i := r.From; i < r.To; i++ {
				s.forms = append(s.forms, d.Word(i))
				if scratch.Sentence.Forced(i - r.From) {
					s.labels[i-r.From] = unlearnt
				}
			}
			list = append(list, s)
		}
	}
	return list
}

// tally counts the labels of words by their hashes.
type tally map[uint32]map[int]int

func (t tally) add(list []sentence) {
	var words perceptron.Sentence
	for _, s := range list {
		words.Set(len(s.forms), s.form, unknown{}, nil)
		for i, label := range s.labels {
			if label != unlearnt {
				t.note(words.Key(i), label, 1)
			}
		}
	}
}

// unknown is a dictionary without words.
type unknown struct{}

func (unknown) Word(uint32) (class, allowed uint32) { return 0, 0 }

func (t tally) note(hash uint32, label, times int) {
	if t[hash] == nil {
		t[hash] = map[int]int{}
	}
	t[hash][label] += times
}

// closed returns the labels that few words have: new words do not take them.
func (t tally) closed() map[int]bool {
	const few = 300
	words := map[int]int{}
	for _, c := range t {
		for l := range c {
			words[l]++
		}
	}
	closed := map[int]bool{}
	for l, n := range words {
		closed[l] = n < few
	}
	return closed
}

// dictionary gives each frequent word a class: the labels it has had, the most
// frequent first. The words of a class whose label is certain need no features;
// others can have only what labels they have had.
func dictionary(gold, seen tally, parts *perceptron.Parts) {
	const (
		seldom = 3  // words seen less often have no class
		sure   = 60 // words seen as often with one label only are certain
		most   = 3  // labels in a class
		few    = 5  // words in a class
		often  = 10 // words seen as often are bound to their labels
	)
	type word struct {
		hash    uint32
		labels  []int // most frequent first
		sure    bool
		allowed string
	}
	closed := gold.closed()
	var words []word
	for _, h := range sortedKeys(seen) {
		if total, top := sum(gold[h]); total >= sure && gold[h][top]*500 >= total*499 {
			words = append(words, word{h, []int{top}, true, ""})
			continue
		}
		c := maps.Clone(seen[h])
		maps.DeleteFunc(c, func(l, _ int) bool { return closed[l] && gold[h][l] < 2 })
		total, _ := sum(c)
		if total < seldom || h == 0 {
			continue
		}
		allowed := ""
		if total >= often {
			for _, l := range sortedKeys(c) {
				if c[l]*200 >= total || gold[h][l] > 0 {
					allowed += string(rune(l))
				}
			}
		}
		ls := slices.DeleteFunc(sortedKeys(c), func(l int) bool { return c[l]*20 < total })
		slices.SortStableFunc(ls, func(a, b int) int { return cmp.Compare(c[b], c[a]) })
		words = append(words, word{h, ls[:min(len(ls), most)], false, allowed})
	}
	// A class of few words makes do with fewer labels.
	for n := most; n > 1; n-- {
		size := map[string]int{}
		for _, w := range words {
			size[fmt.Sprint(w.labels)]++
		}
		for i, w := range words {
			if len(w.labels) == n && size[fmt.Sprint(w.labels)] < few {
				words[i].labels = w.labels[:n-1]
			}
		}
	}
	index := map[string]uint32{}
	sets := map[string]uint32{"": 0}
	parts.Allowed = append(parts.Allowed, nil)
	parts.Certain = append(parts.Certain, -1)
	for _, w := range words {
		name := fmt.Sprint(w.labels, w.sure)
		if index[name] == 0 {
			index[name] = uint32(len(parts.Certain))
			label := int16(-1)
			if w.sure {
				label = int16(w.labels[0])
			}
			parts.Certain = append(parts.Certain, label)
		}
		if _, ok := sets[w.allowed]; !ok {
			sets[w.allowed] = uint32(len(parts.Allowed))
			parts.Allowed = append(parts.Allowed, []byte(w.allowed))
		}
		parts.Known = append(parts.Known, perceptron.Known{Hash: w.hash, Class: index[name], Allowed: sets[w.allowed]})
	}
}

// sum returns the sum of counts and the label with the highest.
func sum(counts map[int]int) (total, top int) {
	top = -1
	for _, l := range sortedKeys(counts) {
		total += counts[l]
		if top < 0 || counts[l] > counts[top] {
			top = l
		}
	}
	return total, top
}

// headlines returns copies of some sentences, written as headlines are: without
// articles and final stop, some with more capitals.
func headlines(gold []eval.Treebank, list []sentence) []sentence {
	var more []sentence
	rng := rand.New(rand.NewPCG(7, 7))
	for i, s := range list {
		if len(s.forms) < 4 || len(s.forms) > 25 {
			continue
		}
		draw := rng.IntN(100)
		if draw >= 22 {
			continue
		}
		var c sentence
		for k, f := range s.forms {
			x := gold[i].Words[k].XPOS
			if f == "." || x == "DT" && draw >= 8 && omitted(f) {
				continue
			}
			switch {
			case draw < 3:
				f = strings.ToUpper(f)
			case len(c.forms) == 0:
				f = capital(f)
			case draw < 14 && !(len(f) < 5 && (x == "IN" || x == "DT" || x == "CC" || x == "TO")):
				f = capital(f)
			}
			c.forms = append(c.forms, f)
			c.labels = append(c.labels, s.labels[k])
		}
		if len(c.forms) > 0 {
			more = append(more, c)
		}
	}
	return more
}

// omitted reports whether w is one of the determiners that headlines leave out.
func omitted(w string) bool {
	switch strings.ToLower(w) {
	case "a", "an", "the":
		return true
	}
	return false
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
	classes *class.Table
	known   map[uint32]perceptron.Known
	parts   *perceptron.Parts
	ids     map[uint32]int32
	keys    []uint32
	weights [][]weight
	static  [][]int32 // by sentence, then word by word
	step    int32
	scores  []int32
}

func newLearner(labels int, parts *perceptron.Parts, classes *class.Table) *learner {
	l := &learner{classes: classes, known: map[uint32]perceptron.Known{}, parts: parts, ids: map[uint32]int32{}, scores: make([]int32, labels)}
	for _, k := range parts.Known {
		l.known[k.Hash] = k
	}
	return l
}

// Word lets the learner stand in for the model.
func (l *learner) Word(hash uint32) (class, allowed uint32) {
	k := l.known[hash]
	return k.Class, k.Allowed
}

// statics is how many features of a word hang on no label.
var statics = func() int {
	var s perceptron.Sentence
	s.Set(1, func(int) string { return "a" }, newLearner(0, &perceptron.Parts{}, nil), nil)
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
		s.Set(len(t.forms), t.form, l, l.classes)
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
		s.Set(len(t.forms), t.form, l, l.classes)
		var ids []int32
		for i := range t.forms {
			f = s.Static(i, f[:0])
			ids = append(ids, l.idsOf(f, nil)...)
		}
		l.static = append(l.static, ids)
	}
}

// thin leaves out some of the features, so that the others must do without
// them: no word of the treebanks is then needed to tell what is about (dropout,
// Hinton et al. 2012).
func thin(rng *rand.Rand, ids []int32) {
	const dropped = 20 // in hundredths
	for i := range ids {
		if rng.IntN(100) < dropped {
			ids[i] = -1
		}
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
	rng := rand.New(rand.NewPCG(1, epoch))
	for _, n := range rng.Perm(len(list)) {
		t := &list[n]
		s.Set(len(t.forms), t.form, l, l.classes)
		before, before2 := -1, -1
		for i, gold := range t.labels {
			class, allowed := s.Deciding(i)
			label := int(l.parts.Certain[class])
			if label < 0 {
				f = s.Dynamic(i, before, before2, f[:0])
				ids = append(ids[:0], l.static[n][i*statics:(i+1)*statics]...)
				ids = l.idsOf(f, ids)
				thin(rng, ids)
				label = l.best(ids, l.parts.Allowed[allowed])
				l.step++
				if gold != unlearnt && label != gold {
					l.update(ids, gold, 1)
					l.update(ids, label, -1)
				}
			}
			before2, before = before, label
		}
	}
}

func (l *learner) best(ids []int32, allowed []byte) int {
	clear(l.scores)
	for _, id := range ids {
		if id >= 0 {
			for _, w := range l.weights[id] {
				l.scores[w.label] += w.value
			}
		}
	}
	return perceptron.Best(l.scores, allowed)
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

// forget drops all weights.
func (l *learner) forget() {
	l.weights = make([][]weight, len(l.keys))
	l.step = 0
}

// unit is what a weight of 1 is in an average.
const unit = 1 << 20

// average adds the averages of the weights over all steps to sums.
func (l *learner) average(sums []map[uint8]int64) []map[uint8]int64 {
	if sums == nil {
		sums = make([]map[uint8]int64, len(l.keys))
	}
	for id, ws := range l.weights {
		for _, w := range ws {
			sum := w.summed + int64(w.value)*int64(l.step-w.since)
			if sums[id] == nil {
				sums[id] = map[uint8]int64{}
			}
			sums[id][w.label] += sum * unit / int64(l.step)
		}
	}
	return sums
}

// features returns the weights rounded to bytes; small ones are dropped.
func features(keys []uint32, sums []map[uint8]int64, schools int) []perceptron.Feature {
	const (
		scale = 10 // a weight of 1 is that many
		small = 5
	)
	var list []perceptron.Feature
	for id, ws := range sums {
		f := perceptron.Feature{Key: keys[id]}
		for _, label := range sortedKeys(ws) {
			v := ws[label] * scale / (unit * int64(schools))
			if v >= small || v <= -small {
				f.Weights = append(f.Weights, perceptron.Weight{Label: int(label), Value: int8(max(-127, min(127, v)))})
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

package learn

import (
	"cmp"
	"slices"
	"strings"

	"synoptic/analyze/tag/internal/perceptron"
	"synoptic/eval"
)

// seen is one way to write a word with a Penn tag.
type seen struct {
	xpos     string
	capitals perceptron.Capitals
	lower    string
	form     string
}

// trainLemmas learns a list of endings that decide how a lemma is made. An
// ending is kept when it decides otherwise than the shorter ones do.
func trainLemmas(gold []eval.Treebank) *perceptron.LemmaParts {
	votes := map[seen]map[perceptron.Edit]int{}
	for _, t := range gold {
		for i, w := range t.Words {
			if w.XPOS == "GW" || w.XPOS == "CD" && perceptron.Digits(w.Form) || w.XPOS == "ADD" || strings.Contains(w.Misc, "CorrectForm") || w.Lemma == "_" {
				continue
			}
			form := strings.ReplaceAll(w.Form, "’", "'")
			c := perceptron.CapitalsOf(form, i == 0)
			s := seen{w.XPOS, c, strings.ToLower(form), form}
			if votes[s] == nil {
				votes[s] = map[perceptron.Edit]int{}
			}
			votes[s][perceptron.EditFor(form, w.Lemma)]++
		}
	}
	for _, v := range verbs() {
		s := seen{v.xpos, perceptron.Lower, v.form, v.form}
		if votes[s] == nil {
			votes[s] = map[perceptron.Edit]int{}
		}
		votes[s][perceptron.EditFor(v.form, v.lemma)] += 2
	}
	l := &lemmaLearner{index: map[perceptron.Edit]uint32{}, decided: map[uint32]perceptron.Edit{}}
	words := make([]seen, 0, len(votes))
	for s := range votes {
		words = append(words, s)
	}
	slices.SortFunc(words, func(a, b seen) int {
		return cmp.Or(cmp.Compare(a.xpos, b.xpos), cmp.Compare(a.capitals, b.capitals), cmp.Compare(a.form, b.form))
	})
	for n := 0; n <= perceptron.LongestEnding; n++ {
		l.endings(words, votes, n)
	}
	l.whole(words, votes)
	return l.parts()
}

// lemmaLearner gathers the endings kept so far.
type lemmaLearner struct {
	edits   []perceptron.Edit
	index   map[perceptron.Edit]uint32
	decided map[uint32]perceptron.Edit // by key
}

// endings keeps those of n bytes.
func (l *lemmaLearner) endings(words []seen, votes map[seen]map[perceptron.Edit]int, n int) {
	tally := map[uint32]map[perceptron.Edit]int{}
	for _, s := range words {
		if len(s.lower) <= n {
			continue
		}
		k := perceptron.EndingKey(s.xpos, s.capitals, s.lower[len(s.lower)-n:], false)
		if tally[k] == nil {
			tally[k] = map[perceptron.Edit]int{}
		}
		for e, count := range votes[s] {
			if e.Fits(s.lower) {
				tally[k][e] += min(count, 2)
			}
		}
	}
	done := map[uint32]bool{}
	for _, s := range words {
		if len(s.lower) <= n {
			continue
		}
		k := perceptron.EndingKey(s.xpos, s.capitals, s.lower[len(s.lower)-n:], false)
		if done[k] {
			continue
		}
		done[k] = true
		e, count := top(tally[k])
		if count == 0 {
			continue
		}
		if n > 0 && (count < 2 || e == l.decide(s, n-1)) {
			continue
		}
		l.decided[k] = e
	}
}

// decide returns the edit that endings of up to n bytes give.
func (l *lemmaLearner) decide(s seen, n int) perceptron.Edit {
	for n = min(n, len(s.lower)-1); n >= 0; n-- {
		if e, ok := l.decided[perceptron.EndingKey(s.xpos, s.capitals, s.lower[len(s.lower)-n:], false)]; ok && e.Fits(s.lower) {
			return e
		}
	}
	return perceptron.Edit{}
}

// whole keeps the words whose lemma their endings do not give.
func (l *lemmaLearner) whole(words []seen, votes map[seen]map[perceptron.Edit]int) {
	for _, s := range words {
		e, count := top(votes[s])
		if e.Apply(s.form) == l.decide(s, perceptron.LongestEnding).Apply(s.form) {
			continue
		}
		if count < 2 && !inflected(s.xpos) {
			continue
		}
		l.decided[perceptron.EndingKey(s.xpos, s.capitals, s.lower, true)] = e
	}
}

// inflected reports whether words of a Penn tag have lemmas other than
// themselves by the rules of the language, not by mending of errors.
func inflected(xpos string) bool {
	switch xpos {
	case "VBD", "VBG", "VBN", "VBZ", "VBP", "NNS", "JJR", "JJS", "RBR", "RBS":
		return true
	}
	return false
}

func (l *lemmaLearner) parts() *perceptron.LemmaParts {
	p := &perceptron.LemmaParts{}
	for _, k := range sortedKeys(l.decided) {
		e := l.decided[k]
		n, ok := l.index[e]
		if !ok {
			n = uint32(len(l.edits))
			l.edits = append(l.edits, e)
			l.index[e] = n
		}
		p.Endings = append(p.Endings, perceptron.Ending{Key: k, Edit: n})
	}
	p.Edits = l.edits
	return p
}

// top returns the edit with most votes, the plainer one of two alike.
func top(votes map[perceptron.Edit]int) (best perceptron.Edit, count int) {
	for e, n := range votes {
		if n > count || n == count && plainer(e, best) {
			best, count = e, n
		}
	}
	return best, count
}

func plainer(a, b perceptron.Edit) bool {
	if a.Cut != b.Cut {
		return a.Cut < b.Cut
	}
	if a.Add != b.Add {
		return a.Add < b.Add
	}
	return !a.Keep && b.Keep
}

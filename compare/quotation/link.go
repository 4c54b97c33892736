package quotation

import (
	"cmp"
	"slices"

	"synoptic/analyze/doc"
)

// link says that two units may render one utterance.
type link struct {
	a, b  int // a < b
	score int // in hundredths
}

// linkScore is the score from which two units are renderings of one utterance, and
// retoldScore the same where one gives in the reporter's words what the other quotes: a
// speaker may well say two things alike, but a reporter seldom retells a third.
const linkScore, retoldScore = 55, 40

// least is the score from which units a and b are renderings of one utterance.
func least(a, b *unit) int {
	if a.kind == doc.Indirect || b.kind == doc.Indirect {
		return retoldScore
	}
	return linkScore
}

// maxPosting is the number of units up to which a word proposes pairs; a word of
// more is the story's own, and a refrain must not cost the square of its length.
const maxPosting = 400

// links compares the units that share a telling word.
func links(units []unit) []link {
	var postings [][]int32 // by key
	var last []int         // by key: the last unit that has it
	var list []link
	weight := make([]int, len(units)) // of what the one at hand shares with each
	var met []int32
	for b := range units {
		for i := range units[b].terms {
			t := &units[b].terms[i]
			for int(t.key) >= len(postings) {
				postings, last = append(postings, nil), append(last, -1)
			}
			if last[t.key] == b || len(postings[t.key]) > maxPosting {
				continue
			}
			last[t.key] = b
			for _, a := range postings[t.key] {
				if weight[a] == 0 {
					met = append(met, a)
				}
				weight[a] += t.weight
			}
			postings[t.key] = append(postings[t.key], int32(b))
		}
		for _, a := range met {
			if 3*weight[a] >= min(units[a].weight, units[b].weight) {
				if score := compare(&units[a], &units[b]); score >= least(&units[a], &units[b]) {
					list = append(list, link{int(a), b, score})
				}
			}
			weight[a] = 0
		}
		met = met[:0]
	}
	list = apart(units, list)
	slices.SortFunc(list, func(x, y link) int {
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	return list
}

// apart drops the links of two units that each have all their words elsewhere, be it in
// the other's document or, of two in one document, in a third: "I won't say I will go. I
// won't say I will stay." in two reports are two utterances, and not four renderings of
// one.
func apart(units []unit, list []link) []link {
	whole := func(l link) bool { return slices.Equal(units[l.a].words, units[l.b].words) }
	found := make([][]int, len(units)) // documents that have a unit's words
	for _, l := range list {
		if whole(l) {
			found[l.a], found[l.b] = append(found[l.a], units[l.b].doc), append(found[l.b], units[l.a].doc)
		}
	}
	return slices.DeleteFunc(list, func(l link) bool {
		x, y := found[l.a], found[l.b]
		if units[l.a].doc == units[l.b].doc {
			return !whole(l) && slices.ContainsFunc(x, func(d int) bool { return slices.Contains(y, d) })
		}
		return !whole(l) && slices.Contains(x, units[l.b].doc) && slices.Contains(y, units[l.a].doc)
	})
}

// compare returns how surely two units render one utterance, in hundredths: 0
// for two statements, whatever they share.
func compare(a, b *unit) int {
	if a.kind == doc.Indirect && b.kind == doc.Indirect {
		return 0
	}
	if a.doc == b.doc && a.core.Overlaps(b.core) {
		return 0
	}
	common := shared(a, b)
	if common == 0 {
		return 0
	}
	same := a.speaker >= 0 && a.speaker == b.speaker || kin(a.source, b.source)
	// A body may speak through a person; two persons are two speakers.
	apart := a.person && b.person && a.speaker != b.speaker
	small, large := a, b
	if b.weight < a.weight {
		small, large = b, a
	}
	nested := slices.Equal(a.words, b.words) || contains(large.words, small.words)
	if days := max(a.day-b.day, b.day-a.day); !nested && a.day > 0 && b.day > 0 && (days > occasion && a.kind == doc.Direct && b.kind == doc.Direct || days > recalled) {
		return 0 // said again, in other words
	}
	if same && common >= 2 && plainly(a, b) {
		return 70
	}
	if !same && !nested && 100*small.covered(large) < least(a, b)*small.weight {
		return 0 // in whatever order
	}
	m := align(a.terms, b.terms)
	// How much of the shorter rendering's quoted words is met.
	part := 100 * m.weightCore(small == a) / max(small.weight, 1)
	telling := m.words - m.names
	if small.kind == doc.Indirect && telling < 3 {
		return 0
	}
	switch {
	case nested && telling >= 3 && (same || len(small.words) >= many || telling > 3 && !apart && a.paper == b.paper):
		// So many words in a row are no chance, whoever is taken to speak.
		return 100
	case opposed(a, b):
		return 0
	case !same && nested && len(small.words) < 6 && !small.verb && (small.attribution < 0 || a.speaker >= 0 && b.speaker >= 0):
		return 0 // a phrase that anybody uses
	case apart && (telling < 4 || part < 75):
		return 0
	case nested && same && telling > 0 && len(small.words) >= 4:
		return 80
	case nested && (telling >= 2 && (same || len(small.words) >= 4) || same && small.rare()):
		return 80
	case same && alike(a.words, b.words):
		return 75
	case same && small.fragment && common >= 4 && (part >= 60 || part >= 40 && m.rare()):
		return 60
	case telling < 3:
		return 0
	}
	score := part
	if a.kind == doc.Indirect || b.kind == doc.Indirect {
		if same && common >= 6 && !small.fragment && 10*small.covered(large) >= 6*small.weight {
			return 60 // the same in another order
		}
		score -= 5
		switch {
		case same:
		case telling < 5:
			score -= 20
		default:
			score -= 10
		}
		if small.fragment && part < 85 || 5*m.weightCore(small == b) < 2*large.weight {
			return 0
		}
	} else if !same {
		score -= 10
	}
	if a.doc == b.doc {
		score -= 10
	}
	if (a.attribution < 0) != (b.attribution < 0) {
		score -= 10
	}
	if telling == 3 {
		score -= 5
	}
	return score
}

// opposed reports whether a person speaks in one and a paper in the other: who
// repeats a paper says it for himself.
func opposed(a, b *unit) bool {
	return a.paper != b.paper && (a.person || b.person) && (a.speaker < 0 || a.speaker != b.speaker)
}

// occasion is how many days may lie between two reports that quote what was said on one
// occasion, unless they have the same words.
const occasion = 7

// recalled is how many days may lie between two reports of which one gives in its own
// words, or in part, what was said.
const recalled = 60

// many is the number of words that two speakers don't choose alike by chance.
const many = 8

// plainly reports whether one of two units is a few quoted words that the other
// gives without quotation marks.
func plainly(a, b *unit) bool {
	if b.kind != doc.Indirect {
		a, b = b, a
	}
	return a.fragment && b.kind == doc.Indirect && a.telling() <= 2 && a.rare() && contains(b.words, a.words)
}

// covered adds the weights of the terms in u's core that o has too, in whatever
// order.
func (u *unit) covered(o *unit) int {
	sum := 0
	for i := range u.terms {
		if t := &u.terms[i]; t.core {
			if _, ok := slices.BinarySearch(o.keys, t.key); ok {
				sum += t.weight
			}
		}
	}
	return sum
}

// kin reports whether two sources share so many words that they may be one
// body: "the Danish government", "a Danish government spokesman".
func kin(a, b []string) bool {
	n := 0
	for _, w := range a {
		if slices.Contains(b, w) {
			n++
		}
	}
	return n >= 2
}

// alike reports whether two renderings have most of their words in common, in
// whatever order.
func alike(a, b []string) bool {
	if min(len(a), len(b)) < 4 {
		return false
	}
	rest := slices.Clone(b)
	n := 0
	for _, w := range a {
		if i := slices.Index(rest, w); i >= 0 {
			rest = slices.Delete(rest, i, i+1)
			n++
		}
	}
	return 20*n >= 7*(len(a)+len(b))
}

// shared counts the different words that two units have in common, in whatever
// order, names included.
func shared(a, b *unit) int {
	n := 0
	for i, k := 0, 0; i < len(a.keys) && k < len(b.keys); {
		x, y := a.keys[i], b.keys[k]
		if x == y {
			n++
		}
		if x <= y {
			i++
		}
		if y <= x {
			k++
		}
	}
	return n
}

// rare reports whether a unit's quoted words tell enough to be known again by
// themselves.
func (u *unit) rare() bool {
	for _, t := range u.terms {
		if t.core && !t.name && len(t.lemma) > 5 {
			return true
		}
	}
	return false
}

// match is what two units share, in order.
type match struct {
	words, names int
	pairs        [][2]int // term indices
	a, b         []term
}

// rare reports whether a telling word of both cores is shared.
func (m *match) rare() bool {
	for _, p := range m.pairs {
		if t := m.a[p[0]]; t.core && m.b[p[1]].core && !t.name && len(t.lemma) > 5 {
			return true
		}
	}
	return false
}

// weightCore adds the weights of shared terms within the core of a or of b.
func (m *match) weightCore(ofA bool) int {
	sum := 0
	for _, p := range m.pairs {
		t := m.b[p[1]]
		if ofA {
			t = m.a[p[0]]
		}
		if t.core {
			sum += t.weight
		}
	}
	return sum
}

// align finds the heaviest common subsequence of terms.
func align(a, b []term) match {
	n, k := len(a), len(b)
	best := make([]int, (n+1)*(k+1))
	at := func(i, j int) *int { return &best[i*(k+1)+j] }
	for i := n - 1; i >= 0; i-- {
		for j := k - 1; j >= 0; j-- {
			v := max(*at(i+1, j), *at(i, j+1))
			if a[i].key == b[j].key {
				v = max(v, *at(i+1, j+1)+a[i].weight+b[j].weight)
			}
			*at(i, j) = v
		}
	}
	m := match{a: a, b: b}
	for i, j := 0, 0; i < n && j < k; {
		switch {
		case a[i].key == b[j].key && *at(i, j) == *at(i+1, j+1)+a[i].weight+b[j].weight:
			m.pairs = append(m.pairs, [2]int{i, j})
			m.words++
			if a[i].name {
				m.names++
			}
			i++
			j++
		case *at(i+1, j) >= *at(i, j+1):
			i++
		default:
			j++
		}
	}
	return m
}

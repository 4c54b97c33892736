// Package align aligns the words of two statements and says how much the two are
// alike: which words of one stand for which of the other, what stands in the same
// place and differs, and a score. It goes by what words are akin, and by what
// stands around them and what they hang on (Sultan, Bethard and Sumner, "Back to
// Basics for Monolingual Alignment", TACL 2014).
package align

import (
	"cmp"
	"slices"
	"sync"

	"synoptic/analyze/doc"
	"synoptic/span"
)

// Version moves with the output.
const Version = 1

// MaxTokens is how many tokens of a statement are aligned; what stands behind
// them is passed over, which keeps the work bounded.
const MaxTokens = 400

// Side is one of two statements: tokens of an analysed text.
type Side struct {
	Doc    *doc.Doc
	Tokens span.Range
}

// Whole is the side of all that a document says.
func Whole(d *doc.Doc) Side { return Side{d, span.Range{From: 0, To: len(d.Tokens)}} }

// Link says that tokens of one side stand for tokens of the other. Each token is
// in one link at most.
type Link struct {
	A, B span.Range
	// Weight is how surely, in thousandths.
	Weight int
}

// Kind says in what two spans differ.
type Kind string

// The kinds of difference.
const (
	Number   Kind = "number"   // values that are not the same
	Name     Kind = "name"     // names of different things
	Polarity Kind = "polarity" // affirmed in one, denied in the other
	Wording  Kind = "word"     // words that are not akin
)

// Difference is two spans of tokens that stand in the same place and differ.
type Difference struct {
	Kind Kind
	A, B span.Range
}

// Measures say how much two statements have in common.
type Measures struct {
	// Score is how much the two say the same, in thousandths: 0 for nothing,
	// 1000 for all.
	Score int
	// Same tells that one is the other in other words.
	Same     bool
	Features Features
}

// Result is what two statements have in common.
type Result struct {
	Measures
	Links       []Link       // in the order of A
	Differences []Difference // in the order of A
}

// Align aligns two statements of one language. Neither is the first: with the
// sides changed the score is the same.
func Align(a, b Side) *Result { return Read(a).Align(Read(b)) }

// Text is a statement made ready to be aligned, with as many others as one likes.
type Text struct{ text text }

// Read makes a side ready.
func Read(s Side) *Text {
	t := &Text{}
	t.text.read(s)
	return t
}

// Align aligns two statements as the function does. It changes neither, and may be
// called by several at a time.
func (t *Text) Align(o *Text) *Result {
	p := newPair(&t.text, &o.text)
	defer p.done()
	m := p.measure()
	return &Result{m, p.links(), append([]Difference(nil), p.found...)}
}

// Measure is Align without the links and differences, which takes less.
func (t *Text) Measure(o *Text) Measures {
	p := newPair(&t.text, &o.text)
	defer p.done()
	return p.measure()
}

// measure aligns.
func (p *pair) measure() (m Measures) {
	p.kin()
	p.link()
	p.function()
	p.found = p.differences(p.found[:0])
	off, opposites := p.off(p.found)
	m.Features = p.features(p.found, off, opposites)
	m.Score, m.Same = p.a.weights.judge(&m.Features)
	if p.identical() && slices.ContainsFunc(p.a.mate, func(k int) bool { return k >= 0 }) {
		m.Score, m.Same = 1000, true
	}
	// The pairs that weights are learnt from are much alike and hardly ever say
	// the opposite, so that these are not left to them.
	denies := func(d Difference) bool { return d.Kind == Polarity }
	if m.Score < leastSame || opposites > 0 || slices.ContainsFunc(p.found, denies) {
		m.Same = false
	}
	return m
}

// leastSame is the score from which on two statements can say the same.
const leastSame = 400

// pair is two statements at work.
type pair struct {
	a, b half
	// akin has for each unit of a and of b how much the words are akin, in
	// thousandths; 0 when they are not. It has content words alone.
	akin  []uint16
	list  []candidate // to be used again
	tops  []int
	found []Difference
}

// half is one statement of a pair with its links.
type half struct {
	*text
	mate []int // the unit of the other statement, or -1
	sure []int // the score of that
}

// pairs keeps the memory of pairs that are done for others.
var pairs = sync.Pool{New: func() any { return &pair{} }}

func newPair(a, b *text) *pair {
	p := pairs.Get().(*pair)
	p.a.start(a)
	p.b.start(b)
	p.akin = emptied(p.akin, len(a.units)*len(b.units))
	return p
}

// done says that p is not used any more.
func (p *pair) done() {
	p.a.text, p.b.text = nil, nil
	pairs.Put(p)
}

func (h *half) start(t *text) {
	h.text = t
	h.mate, h.sure = emptied(h.mate, len(t.units)), emptied(h.sure, len(t.units))
	for i := range h.mate {
		h.mate[i] = -1
	}
}

// emptied returns n zeroes, in the memory of s where they have room there.
func emptied[T any](s []T, n int) []T {
	s = slices.Grow(s[:0], n)[:n]
	clear(s)
	return s
}

// identical reports whether both have the same words in the same order.
func (p *pair) identical() bool {
	return slices.EqualFunc(p.a.words, p.b.words, func(i, k int16) bool { return p.a.units[i].written == p.b.units[k].written })
}

// links returns what is linked.
func (p *pair) links() []Link {
	n := 0
	for _, k := range p.a.mate {
		if k >= 0 {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	list := make([]Link, 0, n)
	for i, k := range p.a.mate {
		if k >= 0 {
			list = append(list, Link{p.a.of(&p.a.units[i]), p.b.of(&p.b.units[k]), p.a.sure[i]})
		}
	}
	return list
}

// at says how much two content words are akin.
func (p *pair) at(i, k int) int { return int(p.akin[i*len(p.b.units)+k]) }

// kin fills akin.
func (p *pair) kin() {
	for _, i := range p.a.content {
		row := p.akin[int(i)*len(p.b.units):][:len(p.b.units)]
		for _, k := range p.b.content {
			row[k] = uint16(similarity(&p.a.units[i], &p.b.units[k]))
		}
	}
}

// candidate is a link that could be made, with how far apart the units stand.
type candidate struct{ i, k, score, apart int }

func (p *pair) candidate(i, k, score int) candidate {
	apart := i*1000/len(p.a.units) - k*1000/len(p.b.units)
	return candidate{i, k, score, max(apart, -apart)}
}

// before orders candidates: the best first, of equal ones those that stand alike,
// then the foremost. What is still equal takes no unit from each other.
func (c candidate) before(o candidate) int {
	switch {
	case c.score != o.score:
		return o.score - c.score
	case c.apart != o.apart:
		return c.apart - o.apart
	case c.i+c.k != o.i+o.k:
		return c.i + c.k - o.i - o.k
	}
	return cmp.Or(min(c.i, c.k)-min(o.i, o.k), c.i-o.i)
}

// Weights of evidence. A word's kinship counts for most, what stands around it
// decides among several that are akin, as in Sultan and others.
const (
	kinWeight     = 800  // thousandths, for kinship
	contextWeight = 200  // for what stands around
	fullContext   = 2500 // thousandths of akin neighbours that are all one can have
	leastScore    = 380  // of a link
)

// link links content words one to one, the best first.
func (p *pair) link() {
	list := p.list[:0]
	for _, x := range p.a.content {
		for _, y := range p.b.content {
			i, k := int(x), int(y)
			if p.at(i, k) == 0 {
				continue
			}
			around := min(p.around(i, k), fullContext) * 1000 / fullContext
			score := (p.at(i, k)*kinWeight + around*contextWeight) / 1000
			if score >= leastScore {
				list = append(list, p.candidate(i, k, score))
			}
		}
	}
	p.take(list)
}

// take makes links, the best first, and keeps the memory of the list.
func (p *pair) take(list []candidate) {
	slices.SortFunc(list, candidate.before)
	for _, c := range list {
		if p.a.mate[c.i] < 0 && p.b.mate[c.k] < 0 {
			p.a.mate[c.i], p.b.mate[c.k] = c.k, c.i
			p.a.sure[c.i], p.b.sure[c.k] = c.score, c.score
		}
	}
	p.list = list
}

// Steps to either side that are looked at around a word.
const window = 3

// around adds up, in thousandths, how much the neighbours of two words are akin:
// content words within a few steps, and what the words hang on or what hangs on
// them by the same relation.
func (p *pair) around(i, k int) int {
	a, b := &p.a.units[i], &p.b.units[k]
	sum := p.best(p.a.near(i), p.b.near(k), func(n, m int) int {
		if n == i || m == k {
			return 0
		}
		return p.at(n, m) / 2
	})
	sum += p.best(p.a.under(a), p.b.under(b), func(n, m int) int {
		return p.related(n, m, p.at(n, m))
	})
	if a.head >= 0 && b.head >= 0 {
		sum += p.related(i, k, p.heads(int(a.head), int(b.head)))
	}
	return sum
}

// heads says how much two units of any sort are akin.
func (p *pair) heads(i, k int) int {
	a, b := &p.a.units[i], &p.b.units[k]
	if a.content && b.content {
		return p.at(i, k)
	}
	return similarity(a, b)
}

// related halves evidence from words that do not hang by the same relation.
func (p *pair) related(i, k, evidence int) int {
	if p.a.units[i].relation != p.b.units[k].relation {
		return evidence / 2
	}
	return evidence
}

// best adds up the best score of each of list with one of others, and of each of
// others with one of list, and halves that.
func (p *pair) best(list, others []int16, score func(i, k int) int) int {
	sum := 0
	p.tops = emptied(p.tops, len(others))
	for _, n := range list {
		top := 0
		for j, m := range others {
			s := score(int(n), int(m))
			top, p.tops[j] = max(top, s), max(p.tops[j], s)
		}
		sum += top
	}
	for _, top := range p.tops {
		sum += top
	}
	return sum / 2
}

// function links function words of the same form whose neighbours are linked.
func (p *pair) function() {
	list := p.list[:0]
	for _, i := range p.a.words {
		if p.a.units[i].content {
			continue
		}
		for _, k := range p.b.words {
			if p.b.units[k].content {
				continue
			}
			if score := p.beside(int(i), int(k)); score > 0 && similarity(&p.a.units[i], &p.b.units[k]) > 0 {
				list = append(list, p.candidate(int(i), int(k), score))
			}
		}
	}
	p.take(list)
}

// beside says how well the neighbours of two words are linked, in thousandths.
func (p *pair) beside(i, k int) int {
	score := 0
	if i > 0 && k > 0 && p.a.mate[i-1] == k-1 {
		score += 300
	}
	if i+1 < len(p.a.units) && k+1 < len(p.b.units) && p.a.mate[i+1] == k+1 {
		score += 300
	}
	if h, g := p.a.units[i].head, p.b.units[k].head; h >= 0 && g >= 0 && p.a.mate[h] == int(g) {
		score += 400
	}
	return score
}

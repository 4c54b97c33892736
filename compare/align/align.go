// Package align aligns the words of two statements and says how much the two are
// alike: which words of one stand for which of the other, what stands in the same
// place and differs, and a score. It goes by what words are akin, and by what
// stands around them and what they hang on (Sultan, Bethard and Sumner, "Back to
// Basics for Monolingual Alignment", TACL 2014).
package align

import (
	"cmp"
	"slices"

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

// Result is what two statements have in common.
type Result struct {
	// Score is how much the two say the same, in thousandths: 0 for nothing,
	// 1000 for all.
	Score int
	// Same tells that one is the other in other words.
	Same        bool
	Links       []Link       // in the order of A
	Differences []Difference // in the order of A
	Features    Features
}

// Align aligns two statements of one language. Neither is the first: with the
// sides changed the score is the same.
func Align(a, b Side) *Result {
	p := newPair(a, b)
	p.kin()
	p.link()
	p.function()
	r := &Result{}
	for i, k := range p.a.mate {
		if k >= 0 {
			r.Links = append(r.Links, Link{p.a.units[i].Range, p.b.units[k].Range, p.a.sure[i]})
		}
	}
	slices.SortFunc(r.Links, func(x, y Link) int { return cmp.Compare(x.A.From, y.A.From) })
	r.Differences = p.differences()
	r.Features = p.features(r.Differences)
	r.Score, r.Same = p.a.known.weights.judge(&r.Features)
	if len(r.Links) > 0 && p.identical() {
		r.Score, r.Same = 1000, true
	}
	// The pairs that weights are learnt from are much alike and hardly ever say
	// the opposite, so that these are not left to them.
	if r.Score < leastSame || r.opposite(p) {
		r.Same = false
	}
	return r
}

// leastSame is the score from which on two statements can say the same.
const leastSame = 400

// opposite reports whether one denies what the other affirms, or has the word for
// the opposite.
func (r *Result) opposite(p *pair) bool {
	_, opposites := p.off(r.Differences)
	return opposites > 0 || slices.ContainsFunc(r.Differences, func(d Difference) bool { return d.Kind == Polarity })
}

// identical reports whether both have the same words in the same order.
func (p *pair) identical() bool {
	mark := func(u unit) bool { return u.mark }
	a, b := slices.DeleteFunc(slices.Clone(p.a.units), mark), slices.DeleteFunc(slices.Clone(p.b.units), mark)
	return slices.EqualFunc(a, b, func(x, y unit) bool { return x.form == y.form })
}

// pair is two statements at work.
type pair struct {
	a, b *text
	// akin has for each unit of a and of b how much the words are akin, in
	// thousandths; 0 when they are not.
	akin []uint16
}

func newPair(a, b Side) *pair {
	p := &pair{a: newText(a), b: newText(b)}
	p.akin = make([]uint16, len(p.a.units)*len(p.b.units))
	return p
}

func (p *pair) at(i, k int) int { return int(p.akin[i*len(p.b.units)+k]) }

// kin fills akin.
func (p *pair) kin() {
	for i := range p.a.units {
		for k := range p.b.units {
			p.akin[i*len(p.b.units)+k] = uint16(similarity(&p.a.units[i], &p.b.units[k]))
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
	return cmp.Or(o.score-c.score, c.apart-o.apart, c.i+c.k-o.i-o.k, min(c.i, c.k)-min(o.i, o.k), c.i-o.i)
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
	var list []candidate
	for i := range p.a.units {
		if !p.a.units[i].content {
			continue
		}
		for k := range p.b.units {
			if !p.b.units[k].content || p.at(i, k) == 0 {
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

func (p *pair) take(list []candidate) {
	slices.SortFunc(list, candidate.before)
	for _, c := range list {
		if p.a.mate[c.i] < 0 && p.b.mate[c.k] < 0 {
			p.a.mate[c.i], p.b.mate[c.k] = c.k, c.i
			p.a.sure[c.i], p.b.sure[c.k] = c.score, c.score
		}
	}
}

// Steps to either side that are looked at around a word.
const window = 3

// around adds up, in thousandths, how much the neighbours of two words are akin:
// content words within a few steps, and what the words hang on or what hangs on
// them by the same relation.
func (p *pair) around(i, k int) int {
	a, b := &p.a.units[i], &p.b.units[k]
	sum := p.best(p.a.near[i], p.b.near[k], func(n, m int) int { return p.at(n, m) / 2 })
	sum += p.best(a.children, b.children, func(n, m int) int {
		return p.related(n, m, p.at(n, m))
	})
	if a.head >= 0 && b.head >= 0 {
		sum += p.related(i, k, p.at(a.head, b.head))
	}
	return sum
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
func (p *pair) best(list, others []int, score func(i, k int) int) int {
	sum := 0
	tops := make([]int, len(others))
	for _, n := range list {
		top := 0
		for j, m := range others {
			s := score(n, m)
			top, tops[j] = max(top, s), max(tops[j], s)
		}
		sum += top
	}
	for _, top := range tops {
		sum += top
	}
	return sum / 2
}

// function links function words of the same form whose neighbours are linked.
func (p *pair) function() {
	var list []candidate
	for i := range p.a.units {
		if p.a.units[i].content || p.a.units[i].mark {
			continue
		}
		for k := range p.b.units {
			if p.b.units[k].content || p.at(i, k) == 0 {
				continue
			}
			if score := p.beside(i, k); score > 0 {
				list = append(list, p.candidate(i, k, score))
			}
		}
	}
	p.take(list)
}

// beside says how well the neighbours of two words are linked, in thousandths.
func (p *pair) beside(i, k int) int {
	score := 0
	for _, step := range []int{-1, 1} {
		n, m := i+step, k+step
		if n >= 0 && m >= 0 && n < len(p.a.units) && m < len(p.b.units) && p.a.mate[n] == m {
			score += 300
		}
	}
	if h, g := p.a.units[i].head, p.b.units[k].head; h >= 0 && g >= 0 && p.a.mate[h] == g {
		score += 400
	}
	return score
}

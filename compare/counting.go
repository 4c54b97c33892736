package compare

import (
	"math"
	"slices"

	"synoptic/compare/align"
	"synoptic/lang"
)

// Counting is what is counted of two quantities of different articles that may be of
// one thing, in thousandths, in the order of CountingNames. It is the same with the
// two changed.
type Counting [len(CountingNames)]int

// CountingNames names what is counted.
var CountingNames = [...]string{
	"one",           // 1000, always
	"link",          // how likely the statements they stand in say the same
	"placed",        // they stand in the same place when their sentences are aligned
	"noun",          // what is counted has one word, or words that mean the same
	"noun_sure",     // these, or the verbs without them, are linked in the alignment, as far as the statements say the same
	"people",        // both count people without another word
	"humans",        // both count people by other words: "soldiers"
	"toll",          // both count one kind of harm
	"toll_apart",    // they count two
	"rose",          // both count one thing, and one says that it rose or fell
	"names_apart",   // both sentences have names, and none in common
	"ratio",         // of the larger to the smaller, up to four doublings
	"near",          // they are nearly the same, but not
	"conflict",      // the two can't both hold
	"bounded",       // both are bounds or about
	"article",       // one is "a"
	"gives",         // one of the articles has both values
	"manifold",      // values beside the two that the articles have for the like, up to 4
	"other_speaker", // two say them
	"large",         // how large the lesser of two values is that are not far apart, nor the same
	"large_noun",    // that, where what is counted has one word
	"late",          // how late in its article the later one stands
}

// Countings counts for pairs of evidence, each the span of a quantity, what speaks for
// the two being of one thing; ok is false for a pair that the program does not compare.
// The evidence refers to s.Docs. It is what weights are learnt from.
func (s *Story) Countings(pairs [][2]Evidence) (list []Counting, ok []bool) {
	t := newTable(s.Docs, s.Entities, s.Times, (*Memory)(nil).of(s.Docs))
	links := t.align()
	t.near = nearby(len(t.rows), links)
	facts := t.facts()
	at := map[Evidence]int{}
	for i := range facts {
		at[t.quantitySpan(&facts[i])] = i + 1
	}
	compared := t.comparable(facts, links)
	sides := aligner{table: t}
	for _, p := range pairs {
		a, b := at[p[0]]-1, at[p[1]]-1
		if _, found := slices.BinarySearchFunc(compared, [2]int{min(a, b), max(a, b)}, byFacts); !found {
			list, ok = append(list, Counting{}), append(ok, false)
			continue
		}
		f := t.countings(&facts[a], &facts[b])
		sides.add(&facts[a], &facts[b], &f)
		list, ok = append(list, f), append(ok, true)
	}
	return list, ok
}

// nearly is the ratio, in thousandths of the four doublings, up to which two values are
// nearly the same: some nine percent.
const nearly = 30

// closeBy is the ratio, as nearly has it, up to which two values are not far apart: some
// one and a half. A large number that is counted twice is seldom of two things.
const closeBy = 150

// large returns how large two values are of which the larger is r times the other, from 100
// on, by the logarithm, in thousandths; 100,000 is as large as any.
func large(a, b Interval, r int) int {
	least := min(math.Abs(a.main()*a.Factor), math.Abs(b.main()*b.Factor))
	if least < 100 || r > closeBy || relate(a, b) == Same {
		return 0
	}
	const ten = 332 // log2(10), in hundredths
	return min((log2(uint64(min(least, 1e6)), 1)-ten)*250/ten, 1000)
}

// countings counts what two facts have in common, but for what costs an alignment.
func (t *table) countings(a, b *fact) Counting {
	f := Counting{}
	n := -1
	add := func(x int) { n++; f[n] = max(0, min(x, 1000)) }
	yes := func(b bool) {
		x := 0
		if b {
			x = 1000
		}
		add(x)
	}
	ra, rb := &t.rows[a.row], &t.rows[b.row]
	add(1000)
	add(t.score(a.row, b.row))
	add(0) // placed
	yes(a.noun >= 0 && a.noun == b.noun)
	add(0) // noun_sure
	yes(a.people && b.people)
	yes(a.human && b.human)
	x, y := t.harm(a), t.harm(b)
	yes(x >= 0 && x == y)
	yes(x >= 0 && y >= 0 && x != y)
	rise := t.docs[a.doc].Lang.Compare.Rise
	yes(a.class == b.class && (rise.Has(ra.Lemma) || rise.Has(rb.Lemma)))
	sa, sb := &t.sentence[a.doc][a.sentence], &t.sentence[b.doc][b.sentence]
	yes(t.named(sa.keys) && t.named(sb.keys) && !t.sharesName(sa.keys, sb.keys))
	r, relation := ratio(a.Interval, b.Interval), relate(a.Interval, b.Interval)
	add(r)
	yes(r < nearly && relation != Same && relation != Compatible)
	yes(relation == Conflicts)
	yes((!a.point() || a.Approximate) && (!b.point() || b.Approximate))
	yes(a.article || b.article)
	yes(t.gives(b.doc, a) || t.gives(a.doc, b))
	add(1000 * t.others(a, b) / maxOthers)
	yes(ra.speaker >= 0 && rb.speaker >= 0 && ra.speaker != rb.speaker)
	size := large(a.Interval, b.Interval, r)
	add(size)
	if a.noun < 0 || a.noun != b.noun {
		size = 0
	}
	add(size)
	add(max(t.late(ra), t.late(rb)))
	return f
}

// placedAt and sureAt are where what costs an alignment stands in CountingNames.
var placedAt, sureAt = slices.Index(CountingNames[:], "placed"), slices.Index(CountingNames[:], "noun_sure")

// aligner aligns sentences in which facts stand, and keeps what it has of the sentence
// at hand, since several pairs of facts stand in two sentences.
type aligner struct {
	*table
	at    sentence
	known map[sentence]*align.Result // by the other
}

// sentence is a sentence of a document.
type sentence struct{ doc, sentence int }

func (f *fact) at() sentence { return sentence{f.doc, f.sentence} }

// align returns the alignment of the sentences of two facts.
func (s *aligner) align(a, b *fact) *align.Result {
	if s.known == nil || s.at != a.at() {
		s.at, s.known = a.at(), map[sentence]*align.Result{}
	}
	w := s.known[b.at()]
	if w == nil {
		w = s.readings[a.doc].sentences[a.sentence].Align(s.readings[b.doc].sentences[b.sentence])
		s.known[b.at()] = w
	}
	return w
}

// aligned is what the alignment of their sentences says of two facts: whether the
// numbers stand in one place, and whether what they count is linked.
type aligned struct{ placed, linked bool }

// aligned returns what the alignment of the sentences of two facts says of them.
func (s *aligner) aligned(a, b *fact) aligned {
	kept, at := s.readings[a.doc].facts, pairing{int32(a.quantity), int32(b.quantity), s.readings[b.doc]}
	found, ok := kept[at]
	if ok {
		return found
	}
	w := s.align(a, b)
	qa, qb := s.docs[a.doc].Quantities[a.quantity].Tokens, s.docs[b.doc].Quantities[b.quantity].Tokens
	found.placed = slices.ContainsFunc(w.Differences, func(d align.Difference) bool {
		return d.Kind == align.Number && d.A.Overlaps(qa) && d.B.Overlaps(qb)
	})
	found.linked = slices.ContainsFunc(w.Links, func(l align.Link) bool { return l.A.Has(a.counts()) && l.B.Has(b.counts()) })
	if kept != nil {
		kept[at] = found
	}
	return found
}

// add adds to f what the alignment of the sentences of two facts counts.
func (s *aligner) add(a, b *fact, f *Counting) {
	found := s.aligned(a, b)
	if found.placed {
		f[placedAt] = 1000
	}
	if found.linked {
		f[sureAt] = s.score(a.row, b.row)
	}
}

// sharesName reports whether two lists of keys have an entity in common.
func (t *table) sharesName(a, b []int32) bool {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch x, y := a[i], b[j]; {
		case x < y:
			i++
		case x > y:
			j++
		case t.names[x][0] == '@':
			return true
		default:
			i++
			j++
		}
	}
	return false
}

// ratio returns how many times one value is the other, as thousandths of four
// doublings; 1000 where one is nothing.
func ratio(a, b Interval) int {
	x, y := math.Abs(a.main()*a.Factor), math.Abs(b.main()*b.Factor)
	lo, hi := min(x, y), max(x, y)
	switch {
	case hi == 0:
		return 0
	case lo == 0 || hi > 16*lo:
		return 1000
	}
	return log2(uint64(hi/lo*1000), 1000) * 10 / 4
}

// harm returns the kind of harm that a fact counts, as a toll does, or -1.
func (t *table) harm(f *fact) int32 {
	growing := t.docs[f.doc].Lang.Compare.Growing
	switch {
	case growing.Has(t.names[f.class]):
		return f.class
	case f.verb >= 0 && growing.Has(t.names[f.verb]):
		return f.verb
	}
	return -1
}

// gives reports whether document n has the value of f for the same class too.
func (t *table) gives(n int, f *fact) bool {
	return slices.ContainsFunc(t.counted[f.kindIn(n)], func(g *fact) bool {
		return g.article == f.article && same(&g.Interval, &f.Interval)
	})
}

// maxOthers is how many further values of a class tell all that many more would.
const maxOthers = 4

// others counts the values, beside the two, that the documents of two facts have for
// the class of one of them, maxOthers at most.
func (t *table) others(a, b *fact) int {
	seen := append(make([]*Interval, 0, 2+maxOthers), &a.Interval, &b.Interval)
	for _, k := range []kind{a.kindIn(a.doc), a.kindIn(b.doc), b.kindIn(a.doc), b.kindIn(b.doc)} {
		for _, f := range t.counted[k] {
			if !f.article && !slices.ContainsFunc(seen, func(v *Interval) bool { return same(v, &f.Interval) }) {
				if seen = append(seen, &f.Interval); len(seen) == 2+maxOthers {
					return maxOthers
				}
			}
		}
	}
	return len(seen) - 2
}

// FormatCounting writes weights as a language has them: a line for each, with its
// name and its weight in thousandths.
func FormatCounting(w Counting) string { return formatWeights(CountingNames[:], w[:]) }

// countingOf returns the weights of a language.
func countingOf(l *lang.Language) *Counting {
	if l.Compare.Counting == nil {
		return &Counting{}
	}
	return l.Compare.Counting.Unpacked(func(packed []byte) any {
		w := &Counting{}
		readWeights(packed, CountingNames[:], w[:])
		return w
	}).(*Counting)
}

// Times adds up features by weights, both in thousandths: the logarithm of the odds
// that two quantities are of one thing, in thousandths.
func (f *Counting) Times(w *Counting) int { return weigh(f[:], w[:]) }

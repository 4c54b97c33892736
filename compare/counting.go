package compare

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

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
	"late",          // how late in its article the later one stands
}

// Countings counts for pairs of evidence, each the span of a quantity, what speaks for
// the two being of one thing; ok is false for a pair that the program does not compare.
// The evidence refers to s.Docs. It is what weights are learnt from.
func (s *Story) Countings(pairs [][2]Evidence) (list []Counting, ok []bool) {
	t := newTable(s.Docs, s.Entities, s.Times)
	links := t.align()
	t.scores = scores(links)
	facts := t.facts()
	at := map[Evidence]int{}
	for i := range facts {
		at[t.quantitySpan(&facts[i])] = i + 1
	}
	compared := map[[2]int]bool{}
	for _, p := range t.comparable(facts, links) {
		compared[p] = true
	}
	for _, p := range pairs {
		a, b := at[p[0]]-1, at[p[1]]-1
		if a < 0 || b < 0 || !compared[pairOf(a, b)] {
			list, ok = append(list, Counting{}), append(ok, false)
			continue
		}
		list, ok = append(list, t.countings(&facts[a], &facts[b])), append(ok, true)
	}
	return list, ok
}

// nearly is the ratio, in thousandths of the four doublings, up to which two values are
// nearly the same: some nine percent.
const nearly = 30

// countings counts what two facts have in common.
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
	da, db := t.docs[a.doc], t.docs[b.doc]
	sa, sb := &t.sentence[a.doc][a.sentence], &t.sentence[b.doc][b.sentence]
	link := t.scores[pairOf(a.row, b.row)]
	w := sa.text.Align(sb.text)
	qa, qb := da.Quantities[a.quantity].Tokens, db.Quantities[b.quantity].Tokens
	add(1000)
	add(link)
	yes(slices.ContainsFunc(w.Differences, func(d align.Difference) bool {
		return d.Kind == align.Number && d.A.Overlaps(qa) && d.B.Overlaps(qb)
	}))
	yes(a.noun >= 0 && a.noun == b.noun)
	sure := 0
	if slices.ContainsFunc(w.Links, func(l align.Link) bool { return l.A.Has(a.counts()) && l.B.Has(b.counts()) }) {
		sure = link
	}
	add(sure)
	yes(a.people && b.people)
	yes(a.human && b.human)
	x, y := t.harm(a), t.harm(b)
	yes(x >= 0 && x == y)
	yes(x >= 0 && y >= 0 && x != y)
	rise := da.Lang.Compare.Rise
	yes(a.class == b.class && (rise.Has(t.rows[a.row].Lemma) || rise.Has(t.rows[b.row].Lemma)))
	_, names := t.sharedWeights(sa, sb)
	yes(names == 0 && t.named(sa.keys) && t.named(sb.keys))
	r := ratio(a.Interval, b.Interval)
	add(r)
	relation := relate(a.Interval, b.Interval)
	yes(r < nearly && relation != Same && relation != Compatible)
	yes(relation == Conflicts)
	yes((!a.point() || a.Approximate) && (!b.point() || b.Approximate))
	yes(a.article || b.article)
	yes(t.gives(b.doc, a) || t.gives(a.doc, b))
	add(1000 * t.others(a, b) / maxOthers)
	u, v := t.speaker(&t.rows[a.row]), t.speaker(&t.rows[b.row])
	yes(u >= 0 && v >= 0 && u != v)
	add(max(t.late(&t.rows[a.row]), t.late(&t.rows[b.row])))
	return f
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
	return slices.ContainsFunc(t.counted[n], func(g *fact) bool {
		return g.dimension == f.dimension && g.class == f.class && g.article == f.article && relate(g.Interval, f.Interval) == Same
	})
}

// maxOthers is how many further values of a class tell all that many more would.
const maxOthers = 4

// others counts the values, beside the two, that the documents of two facts have for
// the class of one of them, maxOthers at most.
func (t *table) others(a, b *fact) int {
	seen := []Interval{a.Interval, b.Interval}
	for _, n := range []int{min(a.doc, b.doc), max(a.doc, b.doc)} {
		for _, f := range t.counted[n] {
			if f.dimension != a.dimension || f.class != a.class && f.class != b.class || f.article {
				continue
			}
			if !slices.ContainsFunc(seen, func(v Interval) bool { return relate(v, f.Interval) == Same }) {
				if seen = append(seen, f.Interval); len(seen) == 2+maxOthers {
					return maxOthers
				}
			}
		}
	}
	return len(seen) - 2
}

// FormatCounting writes weights as a language has them: a line for each, with its
// name and its weight in thousandths.
func FormatCounting(w Counting) string {
	var b strings.Builder
	for i, name := range CountingNames {
		fmt.Fprintf(&b, "%s\t%d\n", name, w[i])
	}
	return b.String()
}

// countingOf returns the weights of a language.
func countingOf(l *lang.Language) *Counting {
	if l.Compare.Counting == nil {
		return &Counting{}
	}
	return l.Compare.Counting.Unpacked(func(packed []byte) any {
		w := &Counting{}
		for _, line := range lang.Lines(string(packed)) {
			name, weight, _ := strings.Cut(line, "\t")
			if i := slices.Index(CountingNames[:], name); i >= 0 {
				w[i], _ = strconv.Atoi(weight)
			}
		}
		return w
	}).(*Counting)
}

// Times adds up features by weights, both in thousandths: the logarithm of the odds
// that two quantities are of one thing, in thousandths.
func (f *Counting) Times(w *Counting) int { return weigh(f[:], w[:]) }

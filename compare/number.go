package compare

import (
	"cmp"
	"math"
	"slices"

	"synoptic/analyze/doc"
	"synoptic/analyze/quantity"
	"synoptic/span"
)

// aims reports whether a fact tells what is meant or needed, not what is: "to
// secure 270 votes", but not "is said to have killed two" nor "had to leave".
func (t *table) aims(f *fact) bool {
	d := t.docs[f.doc]
	if t.rows[f.row].Irrealis || f.governor <= 0 || d.Tokens[f.governor-1].XPOS != "TO" {
		return t.rows[f.row].Irrealis
	}
	h := d.Tokens[f.governor].Head
	return h < 0 || t.word[f.doc][h] >= 0 || d.Tokens[h].XPOS != "VBD" && d.Tokens[h].XPOS != "VBN"
}

// meets reports whether two lists of keys have one in common.
func meets[T comparable](a, b []T) bool {
	for _, k := range a {
		if slices.Contains(b, k) {
			return true
		}
	}
	return false
}

// company tells whether two statements share an entity or who acts, and whether
// each has agents and none of them is the same.
func (t *table) company(a, b *row) (shared, apart bool) {
	keys, _ := t.shared(a, b)
	for _, k := range keys {
		if t.names[k][0] == '@' {
			shared = true
		}
	}
	same := t.sameActors(a, b)
	return shared || same, !same && t.otherActors(a, b)
}

// sameActors reports whether two statements have an agent in common.
func (t *table) sameActors(a, b *row) bool {
	return slices.ContainsFunc(a.agents, func(k int32) bool {
		return slices.ContainsFunc(b.agents, func(l int32) bool { return t.sameActor(k, l) })
	})
}

// otherActors reports whether two statements without an agent in common have
// others: both name theirs, or neither does.
func (t *table) otherActors(a, b *row) bool {
	return len(a.agents) > 0 && len(b.agents) > 0 && t.named(a.agents) == t.named(b.agents)
}

// named reports whether one of the keys is an entity. A name and a common noun
// may be the same actor: "the Sorvik", "the freighter".
func (t *table) named(keys []int32) bool {
	return slices.ContainsFunc(keys, func(k int32) bool { return k >= 0 && t.names[k][0] == '@' })
}

// sameActor reports whether two keys act as one: a capital stands for its
// country's government.
func (t *table) sameActor(k, l int32) bool {
	if k == l {
		return true
	}
	x, y := t.names[k], t.names[l]
	if x[0] != '@' || y[0] != '@' {
		return false
	}
	rules := t.rules[atoi(x[1:])]
	return rules != "" && rules == t.rules[atoi(y[1:])]
}

// numbers finds the facts of different documents that are of one thing, and returns the
// disagreements and the figures among them.
func (t *table) numbers(facts []fact, links []link) ([]Disagreement, []Figure) {
	var disagreements []Disagreement
	var figures []Figure
	for _, group := range t.sameThing(facts, t.comparable(facts, links)) {
		d, f := t.number(group)
		if d != nil {
			disagreements = append(disagreements, *d)
		}
		if f != nil {
			figures = append(figures, *f)
		}
	}
	return disagreements, figures
}

// Facts that are compared pair by pair: of one class, as many as maxFacts; of a
// statement or sentence with one of another, the first maxAside.
const maxFacts, maxAside = 400, 8

// comparable lists the pairs of facts that may be of one thing, in order: of one
// dimension, and of one class, or in statements or sentences that may say the same.
func (t *table) comparable(facts []fact, links []link) [][2]int {
	const story = -1 // stands for all documents
	classes := map[kind][]int{}
	told := map[kind]int{}
	rows, sentences := map[int][]int{}, map[sentence][]int{}
	var pairs [][2]int
	add := func(i, j int) {
		if a, b := &facts[i], &facts[j]; a.doc != b.doc && a.dimension == b.dimension {
			pairs = append(pairs, [2]int{min(i, j), max(i, j)})
		}
	}
	for i := range facts {
		f := &facts[i]
		told[f.kindIn(f.doc)]++
		if told[f.kindIn(f.doc)] > maxCounted {
			continue
		}
		if k := f.kindIn(story); len(classes[k]) < maxFacts {
			for _, j := range classes[k] {
				add(j, i)
			}
			classes[k] = append(classes[k], i)
		}
		if len(rows[f.row]) < maxAside {
			rows[f.row] = append(rows[f.row], i)
		}
		if at := f.at(); len(sentences[at]) < maxAside {
			sentences[at] = append(sentences[at], i)
		}
	}
	for _, l := range links {
		a, b := &t.rows[l.a], &t.rows[l.b]
		from, to := rows[l.a], rows[l.b]
		if l.score >= claimScore {
			from, to = sentences[sentence{a.doc, a.Sentence}], sentences[sentence{b.doc, b.Sentence}]
		}
		for _, i := range from {
			for _, j := range to {
				add(i, j)
			}
		}
	}
	slices.SortFunc(pairs, byFacts)
	return slices.Compact(pairs)
}

// byFacts orders pairs of facts.
func byFacts(x, y [2]int) int { return cmp.Or(x[0]-y[0], x[1]-y[1]) }

// light reports whether a statement's verb says little itself.
func (t *table) light(r *row) bool {
	return !r.copular && (t.docs[r.doc].Lang.Statement.Light.Has(r.Lemma) || t.docs[r.doc].Lang.Compare.Stop.Has(r.Lemma))
}

// otherThing reports whether two facts are not to be set beside each other, whatever
// else speaks for it: one is aimed at, sums are in two currencies, or what is summed over
// years is set against one of them; ages of people without a name are years apart, a
// vague number, "several", counts something under another name, or the sentence of one
// has the number of the other too.
func (t *table) otherThing(a, b *fact) bool {
	link := t.score(a.row, b.row)
	x, y := t.harm(a), t.harm(b)
	switch {
	case x >= 0 && y >= 0 && x != y:
		return true // the dead are not the hurt
	case t.besides(a, b) || t.besides(b, a) || t.converted(a, b):
		return true
	case t.aims(a) || t.aims(b) || !t.samePeriod(&t.rows[a.row], &t.rows[b.row]):
		return true
	case a.dimension == quantity.Money:
		return a.Unit != b.Unit
	case a.dimension == quantity.Age:
		return link < strong || !sameAge(a.Interval, b.Interval)
	}
	return (t.vague(a) || t.vague(b)) && a.class != b.class && link < strong
}

// besides reports whether the sentence of b, which has another value, has that of a
// beside it: "101 votes to 97" is no other number than "97 for it and 101 against".
func (t *table) besides(a, b *fact) bool {
	d := t.docs[b.doc]
	at := d.Sentences[b.sentence].Range
	first, _ := slices.BinarySearchFunc(d.Quantities, at.From, func(k doc.Quantity, from int) int { return k.Tokens.From - from })
	if a.article || same(&a.Interval, &b.Interval) {
		return false
	}
	for q := first; q < min(first+maxAside, len(d.Quantities)) && d.Quantities[q].Tokens.From < at.To; q++ {
		k := &d.Quantities[q]
		if v := intervalOf(k); k.Dimension == a.dimension && same(&v, &a.Interval) {
			return true
		}
	}
	return false
}

// converted reports whether two facts are one measure in another unit that rounds it, and
// what stands right beside them is the same: "25 km (15 miles)", "25 km (16 miles)".
func (t *table) converted(a, b *fact) bool {
	x, y := t.bracketed(a), t.bracketed(b)
	return x != nil && y != nil && same(x, y)
}

// bracketed returns the other quantity of its dimension in whose brackets a fact stands, or
// that stands in brackets behind it; nil where there is none.
func (t *table) bracketed(f *fact) *Interval {
	d := t.docs[f.doc]
	for q := max(f.quantity-1, 0); q < f.quantity+1 && q+1 < len(d.Quantities); q++ {
		x, y := &d.Quantities[q], &d.Quantities[q+1]
		if x.Dimension != y.Dimension || y.Tokens.From-x.Tokens.To != 1 || d.Tokens[x.Tokens.To].Norm != "(" {
			continue
		}
		if q == f.quantity {
			x = y
		}
		v := intervalOf(x)
		return &v
	}
	return nil
}

// vague reports whether a fact tells no number: "several", "dozens".
func (t *table) vague(f *fact) bool {
	d := t.docs[f.doc]
	q := d.Quantities[f.quantity].Tokens
	return !slices.ContainsFunc(d.Tokens[q.From:q.To], func(k doc.Token) bool { return k.UPOS == "NUM" })
}

// sameFact is the probability, in thousandths, from which two quantities are taken to
// be of one thing.
const sameFact = 400

// inGroup is the mean probability, in thousandths, over the pairs of two groups from which
// they join.
const inGroup = 280

// sameThing groups facts, the likeliest pairs first. Two groups join when their facts
// of different documents are of one thing with a probability of inGroup on average
// (average linkage), and no document gives them two values.
func (t *table) sameThing(facts []fact, candidates [][2]int) [][]*fact {
	links := t.likely(facts, candidates)
	c := newLinkage(len(facts), func(i int) int { return facts[i].doc }, links)
	values := make([]map[int][]Interval, len(facts)) // by group and document: the different ones
	for i := range facts {
		values[i] = map[int][]Interval{facts[i].doc: {facts[i].Interval}}
	}
	for _, l := range links {
		x, y := c.of[l.a], c.of[l.b]
		if l.score < sameFact {
			break
		}
		if x == y || c.mean(x, y) < inGroup || twoValues(values[x], values[y]) {
			continue
		}
		c.join(x, y)
		if c.of[l.a] == y {
			x, y = y, x
		}
		for d, list := range values[y] {
			for _, v := range list {
				if !slices.ContainsFunc(values[x][d], func(w Interval) bool { return same(&v, &w) }) {
					values[x][d] = append(values[x][d], v)
				}
			}
		}
		values[y] = nil
	}
	var groups [][]*fact
	for _, m := range c.members {
		slices.Sort(m)
		var group []*fact
		for _, i := range m {
			group = append(group, &facts[i])
		}
		if len(group) > 0 {
			groups = append(groups, group)
		}
	}
	slices.SortFunc(groups, func(a, b []*fact) int { return cmp.Or(a[0].doc-b[0].doc, a[0].quantity-b[0].quantity) })
	return groups
}

// twoValues reports whether a document gives two groups values that can't be one.
func twoValues(a, b map[int][]Interval) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	for d, list := range a {
		for _, v := range list {
			if slices.ContainsFunc(b[d], func(w Interval) bool { r := relate(v, w); return r != Same && r != Compatible }) {
				return true
			}
		}
	}
	return false
}

// likely returns how likely candidates are of one thing, the likeliest first. The
// sentences of a fact are aligned with those of maxMatches others behind it, the
// likeliest at first sight.
func (t *table) likely(facts []fact, candidates [][2]int) []link {
	type glance struct {
		b, most  int // the other fact, and the best that an alignment can make of the odds
		equal    int // what their values speak for it
		counting Counting
	}
	var links []link
	var list []glance
	sides := aligner{table: t}
	for len(candidates) > 0 {
		a := candidates[0][0]
		list = list[:0]
		for ; len(candidates) > 0 && candidates[0][0] == a; candidates = candidates[1:] {
			b := candidates[0][1]
			if t.otherThing(&facts[a], &facts[b]) {
				continue
			}
			f := t.countings(&facts[a], &facts[b])
			best := f
			best[placedAt], best[sureAt] = 1000, t.score(facts[a].row, facts[b].row)
			equal := alike(&facts[a], &facts[b])
			if most := best.Times(t.counting) + equal; probability(most) >= sameFact {
				list = append(list, glance{b, most, equal, f})
			} else {
				links = append(links, link{a, b, probability(f.Times(t.counting) + equal)})
			}
		}
		if len(list) > maxMatches {
			slices.SortStableFunc(list, func(x, y glance) int { return y.most - x.most })
			list = list[:maxMatches]
		}
		for _, g := range list {
			sides.add(&facts[a], &facts[g.b], &g.counting)
			links = append(links, link{a, g.b, probability(g.counting.Times(t.counting) + g.equal)})
		}
	}
	slices.SortFunc(links, func(x, y link) int {
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	return links
}

// alike returns what it adds to the odds, in thousandths of their logarithm, that two facts
// have one value: the more the larger it is, since seldom are two things 10,300. The weights
// know nothing of it, for they are learnt from values that differ. It is half the natural
// logarithm of the value; ages say nothing.
func alike(a, b *fact) int {
	x := a.main()
	if x != b.main() || x < telling || a.Unit != b.Unit || a.article || b.article || a.dimension == quantity.Age {
		return 0
	}
	return int(500 * math.Log(min(x, mostTelling)))
}

// telling is from where on that two have one value tells anything, mostTelling from where
// on a larger one tells no more. Below, a report has the same number for several things.
const telling, mostTelling = 100, 1e6

// number makes of one group of facts a disagreement where their values differ, be it
// without conflict, else a figure.
func (t *table) number(group []*fact) (*Disagreement, *Figure) {
	group = t.exactly(group)
	docs := map[int]bool{}
	exact, told := false, false
	for _, f := range group {
		docs[f.doc] = true
		exact = exact || !f.article
		told = told || !t.vague(f)
	}
	if len(docs) < 2 || !exact {
		return nil, nil
	}
	var positions []Position
	for _, f := range group {
		at := slices.IndexFunc(positions, func(p Position) bool {
			return same(p.Interval, &f.Interval) && p.Interval.Approximate == f.Approximate
		})
		if at < 0 {
			interval := f.Interval
			positions = append(positions, Position{Value: t.quantitySpan(f), Interval: &interval, Entity: -1})
			at = len(positions) - 1
		}
		positions[at].Evidence = append(positions[at].Evidence, t.valued(f))
	}
	d := t.docs[group[0].doc]
	about := Evidence{group[0].doc, d.Span(d.Quantities[group[0].quantity].Of)}
	if about.Empty() {
		if about = t.subjectWords(&t.rows[group[0].row]); about.Empty() || about.Overlaps(t.quantitySpan(group[0]).Span) {
			about = t.predicateWords(&t.rows[group[0].row])
		}
	}
	dis := &Disagreement{Slot: slotOf(group[0].dimension), About: about, Positions: positions, Claim: -1}
	dis.relate(func(a, b *Position) Relation {
		r := relate(*a.Interval, *b.Interval)
		if group[0].dimension == quantity.Age && (t.grown(a, b) || t.grown(b, a)) {
			return Compatible
		}
		if r == Conflicts && (t.withCulprit(a, b) || t.withCulprit(b, a)) {
			return Compatible
		}
		if r == Conflicts && group[0].dimension == quantity.Time && roughly(*a.Interval, *b.Interval) {
			return Compatible
		}
		if (r == Conflicts || r == Refines) && group[0].dimension != quantity.Time && t.grew(a, b, group[0].class) {
			return Updates
		}
		return r
	})
	if group[0].dimension == quantity.Count && positions[0].Interval.High <= 1 && len(positions) == 1 {
		return nil, nil
	}
	figure := &Figure{Of: about, Interval: *positions[0].Interval}
	for _, p := range positions {
		figure.Evidence = append(figure.Evidence, p.Evidence...)
	}
	other := slices.ContainsFunc(positions[1:], func(p Position) bool {
		return p.Interval.main()*p.Interval.Factor != positions[0].Interval.main()*positions[0].Interval.Factor
	})
	switch {
	case dis.Relation != Same && (dis.Relation != Compatible || other):
	case !told:
		return nil, nil // "several" is no figure
	default:
		return nil, figure // "about 2,000" and "2,200" are not alike
	}
	sum, pairs := 0, 0
	for i, a := range group {
		for _, b := range group[:i] {
			if a.doc != b.doc {
				sum += t.score(a.row, b.row)
				pairs++
			}
		}
	}
	dis.Confidence = min(95, 50+sum/max(pairs, 1)/20)
	return dis, nil
}

// exactly leaves out of a group what a document gives loosely, "thousands", where it has the
// number itself too.
func (t *table) exactly(group []*fact) []*fact {
	told := map[int]bool{}
	for _, f := range group {
		told[f.doc] = told[f.doc] || !f.article && !t.vague(f)
	}
	return slices.DeleteFunc(group, func(f *fact) bool { return told[f.doc] && t.vague(f) })
}

func slotOf(dimension string) Slot {
	switch dimension {
	case quantity.Time:
		return Duration
	case quantity.Count, quantity.Age:
		return Count
	}
	return Amount
}

// valued returns the words of a fact's statement, or sentence, that tell the number:
// those of the verb that it hangs on, less what hangs at the ends and has no part in it.
func (t *table) valued(f *fact) Evidence {
	d := t.docs[f.doc]
	q := &d.Quantities[f.quantity]
	whole := t.rows[f.row].Tokens
	if !whole.Contains(q.Tokens) {
		whole = d.Sentences[f.sentence].Range
	}
	c := f.head
	if !whole.Has(c) {
		c = q.Tokens.To - 1
	}
	for range maxHeads {
		h := d.Tokens[c].Head
		if d.Tokens[c].UPOS == "VERB" || d.Tokens[c].Relation == "" || d.Tokens[c].Relation == "conj" || !whole.Has(h) {
			break
		}
		c = h
	}
	at := yields(d, whole)[c-whole.From]
	if !at.Contains(q.Tokens) {
		return Evidence{f.doc, d.Span(whole)}
	}
	marked := make([]bool, at.Len())
	for i := q.Tokens.From; i < q.Tokens.To; i++ {
		marked[i-at.From] = true
	}
	if at.Has(f.head) {
		marked[f.head-at.From] = true
	}
	return Evidence{f.doc, d.Span(trim(d, at, span.Range{From: c, To: c + 1}, marked))}
}

// quantitySpan returns the words of a quantity.
func (t *table) quantitySpan(f *fact) Evidence {
	return Evidence{f.doc, t.docs[f.doc].Quantities[f.quantity].Span}
}

// grew reports whether the later of two positions, by publication, is the
// higher, and either its words say that the figure rose or it is of a kind that
// is counted upwards as news comes in, or both are the least that is known.
func (t *table) grew(a, b *Position, class int32) bool {
	pa, pb := t.taken(a), t.taken(b)
	if pa == undated || pb == undated || pa == pb {
		return false
	}
	if pa > pb {
		a, b = b, a
	}
	if a.Interval.main()*a.Interval.Factor >= b.Interval.main()*b.Interval.Factor {
		return false
	}
	least := math.IsInf(a.Interval.High, 1) && math.IsInf(b.Interval.High, 1)
	return least || t.rises(b) || t.docs[0].Lang.Compare.Growing.Has(t.names[class])
}

// withCulprit reports whether a position counts one more than another and says that who did
// it is among them: "seven people, including the gunman".
func (t *table) withCulprit(more, less *Position) bool {
	if more.Interval.Factor != 1 || more.Interval.main() != less.Interval.main()+1 {
		return false
	}
	return slices.ContainsFunc(more.Evidence, func(e Evidence) bool {
		d := t.docs[e.Doc]
		c := &d.Lang.Compare
		s := d.SentenceOf(d.Range(e.Span).From)
		if s < 0 {
			return false
		}
		for i := d.Range(e.Span).From; i < d.Sentences[s].To; i++ {
			if !c.Including.Has(d.Tokens[i].Norm) {
				continue
			}
			for k := i + 1; k < min(i+culpritReach, d.Sentences[s].To); k++ {
				if c.Culprits.Has(d.Tokens[k].Norm) {
					return true
				}
			}
		}
		return false
	})
}

// culpritReach is how many tokens behind "including" who did it is looked for.
const culpritReach = 5

// taken returns the instant at which a position was first taken.
func (t *table) taken(p *Position) string {
	first := undated
	for _, e := range p.Evidence {
		first = min(first, instant(t.docs[e.Doc].Article.Published))
	}
	return first
}

// rises reports whether a statement of a position says that the figure moved.
func (t *table) rises(p *Position) bool {
	for _, e := range p.Evidence {
		for r := t.first[e.Doc]; r < t.first[e.Doc+1]; r++ {
			if t.rows[r].Contains(e.Span) && t.docs[e.Doc].Lang.Compare.Rise.Has(t.rows[r].Lemma) {
				return true
			}
		}
	}
	return false
}

package compare

import (
	"cmp"
	"slices"

	"synoptic/analyze/doc"
	"synoptic/analyze/quantity"
	"synoptic/span"
)

// otherThings reports whether two complements name different things: other
// heads, or other entities.
func (t *table) otherThings(a, b []int32) bool {
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	return a[0] != b[0] || t.named(a) && t.named(b) && !slices.ContainsFunc(a, func(k int32) bool {
		return k >= 0 && t.names[k][0] == '@' && slices.Contains(b, k)
	})
}

// sameFact is the least number of points at which two quantities are taken to
// be of one thing.
const sameFact = 3

// points counts what speaks for two quantities being of the same thing, over
// what speaks against it. The class and the dimension are the same already.
func (t *table) points(a, b *fact, score int) int {
	ra, rb := &t.rows[a.row], &t.rows[b.row]
	if !t.samePeriod(ra, rb) || ra.Background != rb.Background && score < strong {
		return 0
	}
	if t.otherThings(a.of, b.of) || a.dimension == quantity.Money && a.Unit != b.Unit {
		return 0
	}
	if len(a.mods) > 0 && len(b.mods) > 0 && !meets(a.mods, b.mods) && score < strong {
		return 0
	}
	verb := ra.pred == rb.pred && !ra.stop
	if (a.article || b.article) && (!verb || t.light(ra) || t.light(rb) || !t.counted(a, b)) {
		return 0
	}
	if t.befell(a, ra) && t.befell(b, rb) && score < strong {
		if xs, ys := t.besides(a), t.besides(b); len(xs) > 0 && len(ys) > 0 && !meets(xs, ys) {
			return 0 // "one soldier was killed", "285 were killed"
		}
		if t.elsewhere(ra, rb, score < claimScore) {
			return 0 // "two died in one place", "ten died in another"
		}
	}
	if a.dimension == quantity.Time && !t.central(a) && len(ra.agents) > 0 && len(rb.agents) > 0 && !t.sameActors(ra, rb) {
		return 0
	}
	if t.manifold && !meets(a.mods, b.mods) && score < claimScore {
		return 0
	}
	growing := t.docs[a.doc].Lang.Compare.Growing
	if !growing.Has(t.names[a.class]) && ra.pred != rb.pred && growing.Has(t.names[ra.pred]) && growing.Has(t.names[rb.pred]) {
		return 0 // of soldiers, the dead are not the injured
	}
	if score < sureLink && farApart(a.Interval, b.Interval) || t.aims(a) || t.aims(b) {
		return 0
	}
	if relate(a.Interval, b.Interval) == Conflicts && (t.gives(b.doc, a) || t.gives(a.doc, b) || t.sums[b.sum(a)] || t.sums[a.sum(b)]) {
		return 0 // one document has both numbers, of two things
	}
	points := 0
	switch {
	case a.dimension == quantity.Time:
		points++ // what lasted is the same thing; verbs of lasting vary
		switch {
		case t.central(a):
			points += 2
		case t.weight[a.class] >= tellingNoun:
			points++
		}
	case (a.toll || b.toll) && t.docs[a.doc].Lang.Compare.Growing.Has(t.names[a.class]):
		points += 3 // one story has one toll of a kind
	case verb:
		points += 2
	}
	switch {
	case score >= strong:
		points += 3
	case score >= claimScore:
		points += 2
	case t.beside[sentences{ra.doc, ra.Sentence, rb.doc, rb.Sentence}]:
		points++ // "the ferry ran aground, killing four", "six died when the ferry ran aground"
	}
	if len(a.mods) > 0 && len(b.mods) > 0 {
		points++
	}
	switch shared, apart := t.company(ra, rb); {
	case shared:
		points++
	case apart && t.befell(a, ra) && t.befell(b, rb):
		// The ship that killed four has no part in "six people died".
	case apart && score >= claimScore:
		points-- // rescue teams may be the rescuers
	case apart:
		points -= 2
	}
	return points
}

// besides returns the keys of those whom a fact's statement befalls, but for what
// the fact counts when that is only people.
func (t *table) besides(f *fact) []int32 {
	var keys []int32
	d := t.docs[f.doc]
	for _, p := range t.rows[f.row].Participants {
		k := t.word[f.doc][p.Head]
		counted := p.Range.Overlaps(d.Quantities[f.quantity].Tokens) && f.class == t.rows[f.row].pred
		if p.Role == doc.Patient && k >= 0 && !counted {
			keys = append(keys, k)
		}
	}
	return keys
}

// farOff is how many times one number is another from which on they are of two
// things, unless the statements are the same for sure: from sureLink on, in
// thousandths.
const farOff, sureLink = 4, 900

// farApart reports whether one of two intervals is many times the other.
func farApart(a, b Interval) bool {
	x, y := a.main()*a.Factor, b.main()*b.Factor
	return max(x, y) > farOff*min(x, y)
}

// aims reports whether a fact tells what is meant or needed, not what is: "to
// secure 270 votes", but not "is said to have killed two".
func (t *table) aims(f *fact) bool {
	r := &t.rows[f.row]
	d := t.docs[f.doc]
	v := governor(d, f.head, d.Sentences[r.Sentence].Range)
	return r.Irrealis || v > 0 && d.Tokens[v-1].XPOS == "TO"
}

// tellingNoun is the weight, in hundredths of a bit, from which a noun alone says
// a good deal of what is meant: "evacuation".
const tellingNoun = 250

// central reports whether a fact is of an event that the story is about: a noun
// that most documents have.
func (t *table) central(f *fact) bool {
	return 2*t.spread[f.class] > len(t.docs) && t.docs[f.doc].Tokens[f.head].UPOS == "NOUN"
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

// numbers finds the quantities of different documents that are of one thing,
// and returns the disagreements and the figures among them.
func (t *table) numbers(links []link) ([]Disagreement, []Figure) {
	facts := t.facts()
	slices.SortStableFunc(facts, func(a, b fact) int {
		return cmp.Or(cmp.Compare(a.dimension, b.dimension), cmp.Compare(t.names[a.class], t.names[b.class]))
	})
	t.sums = map[sum]bool{}
	for n, d := range t.docs {
		for i := range d.Quantities {
			if q := &d.Quantities[i]; q.Dimension == quantity.Money {
				t.sums[sum{n, q.Low, q.High, q.Unit}] = true
			}
		}
	}
	t.beside = map[sentences]bool{}
	for _, l := range links {
		if a, b := &t.rows[l.a], &t.rows[l.b]; l.score >= claimScore {
			t.beside[sentences{a.doc, a.Sentence, b.doc, b.Sentence}] = true
			t.beside[sentences{b.doc, b.Sentence, a.doc, a.Sentence}] = true
		}
	}
	var disagreements []Disagreement
	var figures []Figure
	for from := 0; from < len(facts); {
		to := from + 1
		for to < len(facts) && facts[to].dimension == facts[from].dimension && facts[to].class == facts[from].class {
			to++
		}
		t.class = facts[from:min(to, from+maxFacts)]
		t.manifold = manifold(t.class)
		for _, group := range t.sameThing(t.class) {
			d, f := t.number(group)
			if d != nil {
				disagreements = append(disagreements, *d)
			}
			if f != nil {
				figures = append(figures, *f)
			}
		}
		from = to
	}
	return disagreements, figures
}

// gives reports whether document n has the value of f for the same class too.
func (t *table) gives(n int, f *fact) bool {
	return slices.ContainsFunc(t.class, func(g fact) bool {
		if g.doc != n || g.article != f.article {
			return false
		}
		r := relate(g.Interval, f.Interval)
		return r == Same || r == Compatible
	})
}

// sentences is a pair of sentences: the document and the number of each.
type sentences struct{ docA, a, docB, b int }

// sum is an amount of money that a document gives.
type sum struct {
	doc       int
	low, high float64
	unit      string
}

// sum returns the amount of g as f's document would give it.
func (f *fact) sum(g *fact) sum { return sum{f.doc, g.Low, g.High, g.Unit} }

// elsewhere reports whether the sentences of two statements name places, and none
// of one country or of the same name. One may lie in the other unless they are of
// one kind, two cities say; in doubt they are taken apart.
func (t *table) elsewhere(a, b *row, doubt bool) bool {
	xs, ys := t.places(a), t.places(b)
	if len(xs) == 0 || len(ys) == 0 || meets(xs, ys) {
		return false
	}
	return doubt || slices.ContainsFunc(xs, func(x int) bool {
		return slices.ContainsFunc(ys, func(y int) bool {
			k, known := t.docs[0].Lang.Name.Find(t.entities.Entities[x].Name)
			l, other := t.docs[0].Lang.Name.Find(t.entities.Entities[y].Name)
			return known && other && k.Label == l.Label
		})
	})
}

// places lists the places that the sentence of a statement names; of those of
// one country, the first of it.
func (t *table) places(r *row) []int {
	var list []int
	s := t.docs[r.doc].Sentences[r.Sentence]
	for i := s.From; i < s.To; i++ {
		k := t.word[r.doc][i]
		if k < 0 || t.names[k][0] != '@' {
			continue
		}
		if e := atoi(t.names[k][1:]); t.entities.Entities[e].Type == doc.Place {
			list = append(list, t.nation[e])
		}
	}
	return list
}

// maxArticle is the highest count that "a" is set against: who writes "a
// passenger" does not mean all three hundred.
const maxArticle = 10

// counted reports whether "a" and a count can be of one thing: it takes the same
// part in both statements, and the count is small.
func (t *table) counted(a, b *fact) bool {
	if max(a.Low, b.Low) > maxArticle {
		return false
	}
	x, y := t.role(a), t.role(b)
	return x == y && x != doc.Oblique && x != ""
}

// role returns the role of what a fact counts in its statement.
func (t *table) role(f *fact) doc.Role {
	for _, p := range t.rows[f.row].Participants {
		if p.Head == f.head {
			return p.Role
		}
	}
	return ""
}

// befell reports whether a fact counts those whom the predicate befell.
func (t *table) befell(f *fact, r *row) bool { return f.class == r.pred }

// light reports whether a statement's verb says little itself.
func (t *table) light(r *row) bool {
	return !r.copular && (t.docs[r.doc].Lang.Statement.Light.Has(r.Lemma) || t.docs[r.doc].Lang.Compare.Stop.Has(r.Lemma))
}

// manifold reports whether one document gives the class several values, so that
// the class alone does not tell what is counted.
func manifold(facts []fact) bool {
	for i, f := range facts {
		for _, g := range facts[:i] {
			if f.doc == g.doc && !f.article && !g.article && relate(f.Interval, g.Interval) == Conflicts {
				return true
			}
		}
	}
	return false
}

// maxFacts bounds the quantities of one class that are compared pair by pair.
const maxFacts = 400

// sameThing groups the facts of one class, the pairs that most speaks for first.
// Two groups join when their facts of different documents have points enough on
// average, and no document gives them two values.
func (t *table) sameThing(facts []fact) [][]*fact {
	type pair struct{ a, b, points, score int }
	var pairs []pair
	points := map[[2]int]int{}
	for i := range facts {
		for j := range facts[:i] {
			if facts[i].doc == facts[j].doc {
				continue
			}
			score := t.score(facts[i].row, facts[j].row)
			if p := t.points(&facts[i], &facts[j], score); p >= sameFact {
				pairs = append(pairs, pair{j, i, p, score})
				points[[2]int{j, i}] = p
			}
		}
	}
	slices.SortStableFunc(pairs, func(x, y pair) int {
		return cmp.Or(cmp.Compare(y.points, x.points), cmp.Compare(y.score, x.score), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	of := make([]int, len(facts))
	members := make([][]int, len(facts))
	for i := range facts {
		of[i], members[i] = i, []int{i}
	}
	for _, p := range pairs {
		x, y := of[p.a], of[p.b]
		if x == y {
			continue
		}
		sum, n, torn := 0, 0, false
		for _, i := range members[x] {
			for _, j := range members[y] {
				if facts[i].doc != facts[j].doc {
					sum += points[[2]int{min(i, j), max(i, j)}]
					n++
					continue
				}
				r := relate(facts[i].Interval, facts[j].Interval)
				torn = torn || r != Same && r != Compatible
			}
		}
		if torn || sum < sameFact*n {
			continue
		}
		for _, j := range members[y] {
			of[j] = x
		}
		members[x] = append(members[x], members[y]...)
		members[y] = nil
	}
	var groups [][]*fact
	for _, m := range members {
		slices.Sort(m)
		var group []*fact
		for _, i := range m {
			group = append(group, &facts[i])
		}
		if len(group) > 0 {
			groups = append(groups, group)
		}
	}
	return groups
}

// number makes of one group of facts a disagreement where their values differ,
// else a figure.
func (t *table) number(group []*fact) (*Disagreement, *Figure) {
	docs := map[int]bool{}
	exact := false
	for _, f := range group {
		docs[f.doc] = true
		exact = exact || !f.article
	}
	if len(docs) < 2 || !exact {
		return nil, nil
	}
	var positions []Position
	for _, f := range group {
		at := slices.IndexFunc(positions, func(p Position) bool {
			return relate(*p.Interval, f.Interval) == Same && p.Interval.Approximate == f.Approximate
		})
		if at < 0 {
			interval := f.Interval
			positions = append(positions, Position{Value: t.quantitySpan(f), Interval: &interval, Entity: -1})
			at = len(positions) - 1
		}
		positions[at].Evidence = append(positions[at].Evidence, t.counting(f))
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
	if dis.Relation == Same || dis.Relation == Compatible {
		return nil, figure
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

func slotOf(dimension string) Slot {
	switch dimension {
	case quantity.Time:
		return Duration
	case quantity.Count:
		return Count
	}
	return Amount
}

// counting returns the words of a fact's statement that tell the number: those of
// the verb that it hangs on, less what hangs at the ends and has no part in it.
func (t *table) counting(f *fact) Evidence {
	r := &t.rows[f.row]
	d := t.docs[f.doc]
	q := &d.Quantities[f.quantity]
	c := f.head
	if !r.Tokens.Has(c) {
		c = q.Tokens.From
	}
	for range maxHeads {
		h := d.Tokens[c].Head
		if d.Tokens[c].UPOS == "VERB" || d.Tokens[c].Relation == "" || d.Tokens[c].Relation == "conj" || !r.Tokens.Has(h) {
			break
		}
		c = h
	}
	at := yields(d, r.Tokens)[c-r.Tokens.From]
	if !at.Contains(q.Tokens) {
		return t.evidence(f.row)
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
// is counted upwards as news comes in.
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
	return t.rises(b) || t.docs[0].Lang.Compare.Growing.Has(t.names[class])
}

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

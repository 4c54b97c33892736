package compare

import (
	"sort"

	"synoptic/analyze/doc"
	"synoptic/analyze/quantity"
	"synoptic/span"
)

// fact is one quantity with what identifies the thing it counts or measures.
type fact struct {
	doc      int
	quantity int
	row      int // the statement it stands in
	Interval
	dimension string
	class     int32 // what is counted: the key of its noun, or of what befell people
	head      int   // token of the noun
	mods      []int32
	of        []int32 // keys of the noun group behind it: "extension of tax cuts"; head first
	toll      bool    // it is told as a toll: "the number of people hurt", "the dead"
	article   bool    // "a", "an" or "one", which often counts nothing
}

// facts lists the quantities of the story that can be compared.
func (t *table) facts() []fact {
	var facts []fact
	for n, d := range t.docs {
		innermost := make([]int, len(d.Quantities))
		for i := range innermost {
			innermost[i] = -1
		}
		for r := t.first[n]; r < t.first[n+1]; r++ {
			for _, q := range t.rows[r].Quantities {
				if innermost[q] < 0 || t.rows[r].Tokens.Len() < t.rows[innermost[q]].Tokens.Len() {
					innermost[q] = r
				}
			}
		}
		for q, r := range innermost {
			if r < 0 {
				continue
			}
			if f, ok := t.fact(n, q, r); ok {
				facts = append(facts, f)
			}
		}
	}
	return facts
}

// fact reads quantity q of document n, which stands in row r.
func (t *table) fact(n, q, r int) (fact, bool) {
	d := t.docs[n]
	k := &d.Quantities[q]
	if k.Dimension == quantity.Ordinal || k.Dimension == quantity.Age || k.Dimension == quantity.Score {
		return fact{}, false
	}
	if k.Head < 0 {
		return t.bare(n, q, r)
	}
	c := &d.Lang.Compare
	if at := k.Tokens.From; at > 0 && k.Dimension == quantity.Count && k.High <= maxPair && d.Lang.Compare.Definite.Has(d.Tokens[at-1].Norm) {
		return fact{}, false // "the two leaders" counts nobody
	}
	if at := k.Tokens.From; at > 1 && c.Definite.Has(d.Tokens[at-1].Norm) && d.Tokens[at-2].Norm == c.Of {
		return fact{}, false // "44 of the 76 seats"
	}
	if at := k.Tokens.From; at > 0 && c.Portions.Has(d.Tokens[at-1].Norm) {
		return fact{}, false // "the first 41 laps"
	}
	f := fact{
		doc: n, quantity: q, row: r, dimension: k.Dimension, head: k.Head,
		article:  k.Article || k.Dimension == quantity.Count && k.Low == 1 && k.High == 1,
		Interval: Interval{k.Low, k.High, k.LowOpen, k.HighOpen, k.Approximate, k.Unit, k.Factor},
	}
	if f.Factor == 0 {
		f.Factor = 1
	}
	head := &d.Tokens[k.Head]
	others := c.More.Has(head.Norm) // "30 others were hurt", besides the dead
	switch {
	case partOf(d, k.Tokens.To):
		// "Three of the dead were soldiers" counts soldiers.
		at := t.rows[r].Predicate
		if at.Empty() || k.Head >= at.From {
			return fact{}, false
		}
		noun := nominal(d, at, t.rows[r].Tokens)
		if noun < 0 {
			return fact{}, false
		}
		f.class, f.head = t.key(c.Same(lower(&d.Tokens[noun]))), noun
	case others || c.People.Has(lower(head)) || c.People.Has(head.Norm):
		// What befell people tells which are counted.
		v := governor(d, k.Head, t.rows[r].Tokens)
		if v < 0 || t.rows[r].Predicate.Has(v) {
			f.class = t.rows[r].pred
			if t.rows[r].stop {
				return fact{}, false
			}
		} else if f.class = t.word[n][v]; f.class < 0 {
			return fact{}, false
		}
	default:
		f.class, f.toll = t.tally(n, k)
	}
	for i := max(k.Tokens.From-1, 0); i < min(k.Tokens.To+1, len(d.Tokens)); i++ {
		if c.More.Has(d.Tokens[i].Norm) && !(others && i == k.Head) && !(k.Tokens.Has(i) && k.Low != k.High) { // but "more than five people"
			return fact{}, false // "five more people" adds to another count
		}
	}
	f.of = t.complement(n, k.Head)
	for i := k.Of.From; i < k.Of.To; i++ {
		w := &d.Tokens[i]
		if i == k.Head || w.UPOS != "ADJ" && w.UPOS != "NOUN" && w.UPOS != "PROPN" && w.UPOS != "VERB" {
			continue
		}
		if _, hedge := d.Lang.Statement.Hedges[w.Norm]; hedge || c.Stop.Has(w.Norm) {
			continue
		}
		f.mods = append(f.mods, t.key(c.Same(lower(w))))
	}
	return f, true
}

// governor returns the verb that token i hangs on, within at; -1 when none is there.
func governor(d *doc.Doc, i int, at span.Range) int {
	for range maxHeads {
		h := d.Tokens[i].Head
		if d.Tokens[i].Relation == "" || !at.Has(h) || h == i {
			return -1
		}
		if i = h; d.Tokens[i].UPOS == "VERB" {
			return i
		}
	}
	return -1
}

// partOf reports whether what begins at token i says of which a number is a part:
// "of the dead", "of those".
func partOf(d *doc.Doc, i int) bool {
	c := &d.Lang.Compare
	return i+1 < len(d.Tokens) && d.Tokens[i].Norm == c.Of && (c.Definite.Has(d.Tokens[i+1].Norm) || d.Tokens[i+1].UPOS == "PRON")
}

// nominal returns the noun that a predicate consists of, "were soldiers", or -1.
func nominal(d *doc.Doc, predicate, at span.Range) int {
	for i := predicate.From; i < at.To; i++ {
		k := &d.Tokens[i]
		if k.UPOS != "NOUN" {
			continue
		}
		for j := predicate.From; j < predicate.To; j++ {
			if d.Tokens[j].Relation == "cop" && d.Tokens[j].Head == i {
				return i
			}
		}
	}
	return -1
}

// tally returns the class of what quantity k of document n counts: its head, or
// behind a word such as "number" what is counted; and whether that is a toll, as
// "people hurt" or "the dead" are.
func (t *table) tally(n int, k *doc.Quantity) (class int32, toll bool) {
	d := t.docs[n]
	c := &d.Lang.Compare
	head := c.Same(lower(&d.Tokens[k.Head]))
	if of := k.Head - 1; c.Members.Has(lower(&d.Tokens[k.Head])) && of >= k.Of.From && d.Tokens[of].UPOS == "NOUN" {
		head = c.Same(lower(&d.Tokens[of])) // "staff members"
	}
	if !c.Tallies.Has(lower(&d.Tokens[k.Head])) {
		return t.key(head), c.Growing.Has(head)
	}
	s := d.SentenceOf(k.Head)
	for i := k.Head + 1; i < min(d.Sentences[s].To, k.Head+tallyReach); i++ {
		if w := c.Same(d.Tokens[i].Lemma); c.Growing.Has(w) {
			return t.key(w), true
		}
	}
	if of := t.complement(n, k.Head); len(of) > 0 && of[0] >= 0 {
		return of[0], false
	}
	return t.key(head), false
}

// tallyReach is how many tokens behind "number" what is counted is looked for.
const tallyReach = 6

// complement returns the keys of the noun group that hangs on the noun at token
// head by "of", its own head first; none when there is no such group.
func (t *table) complement(n, head int) []int32 {
	d := t.docs[n]
	g := sort.Search(len(d.Groups), func(i int) bool { return d.Groups[i].From > head })
	if g == len(d.Groups) || d.Groups[g].Kind != doc.NounGroup || d.Groups[g].Prep != head+1 || d.Tokens[head+1].Norm != d.Lang.Compare.Of {
		return nil
	}
	keys := []int32{t.word[n][d.Groups[g].Head]}
	for i := d.Groups[g].From; i < d.Groups[g].To; i++ {
		if k := t.word[n][i]; k >= 0 {
			keys = append(keys, k)
		}
	}
	return keys
}

// bare returns the fact of a sum or measure of which no noun is told, by the
// predicate that takes it as its object: "fined the mill $3 million".
func (t *table) bare(n, q, r int) (fact, bool) {
	k := &t.docs[n].Quantities[q]
	if k.Dimension == quantity.Count || k.Dimension == quantity.Time || t.rows[r].stop {
		return fact{}, false
	}
	for _, p := range t.rows[r].Participants {
		if p.Role == doc.Patient && p.Range.Has(k.Tokens.To-1) {
			f := fact{
				doc: n, quantity: q, row: r, dimension: k.Dimension, class: t.rows[r].pred, head: p.Head,
				Interval: Interval{k.Low, k.High, k.LowOpen, k.HighOpen, k.Approximate, k.Unit, k.Factor},
			}
			if f.Factor == 0 {
				f.Factor = 1
			}
			return f, true
		}
	}
	return fact{}, false
}

// maxPair is the highest count that points back at those already named when it
// stands behind a definite word.
const maxPair = 3

// cast returns the keys of those who have a role in a statement, by the keys of
// its document's tokens.
func cast(s *doc.Statement, word []int32, role doc.Role) []int32 {
	var keys []int32
	for _, p := range s.Participants {
		if k := word[p.Head]; p.Role == role && k >= 0 {
			keys = append(keys, k)
		}
	}
	return keys
}

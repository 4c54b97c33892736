package compare

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"synoptic/analyze/doc"
	"synoptic/analyze/quantity"
	"synoptic/span"
)

// fact is one quantity with what identifies the thing it counts or measures.
type fact struct {
	doc      int
	quantity int
	row      int // the statement it stands in, or one of its sentence
	sentence int
	Interval
	dimension string
	class     int32 // what is counted: the key of its noun, of what befell people, or of the verb where no noun is told
	head      int   // token of the noun, or -1
	noun      int32 // key of the noun, or -1
	governor  int   // token of the verb that it hangs on, or -1
	verb      int32 // key of the verb, or -1
	people    bool  // the noun counts anybody: "people"
	human     bool  // the noun is one for people: "soldiers"
	article   bool  // "a", "an" or "one", which often counts nothing
}

// counts returns the token that tells what is counted: the noun, else the verb.
func (f *fact) counts() int {
	if f.head >= 0 {
		return f.head
	}
	return f.governor
}

// kind is what facts of one document have in common that may be of one thing.
type kind struct {
	doc       int
	dimension string
	class     int32
}

// kindIn returns the kind of f, as facts of document n have it.
func (f *fact) kindIn(n int) kind { return kind{n, f.dimension, f.class} }

// maxCounted is how many facts of one kind are noted of a document: who gives more
// numbers for a thing writes a table, and no news.
const maxCounted = 40

// facts lists the quantities of the story that can be compared, and notes them by
// kind.
func (t *table) facts() []fact {
	var facts []fact
	for n, d := range t.docs {
		streets := t.addressesOf(n)
		for q, r := range t.holders(n) {
			if slices.ContainsFunc(streets, func(a address) bool { return a.Overlaps(d.Quantities[q].Span) }) {
				continue // "the 1700 block of Adams Trail" counts nothing
			}
			if s := d.SentenceOf(d.Quantities[q].Tokens.From); r >= 0 && s >= 0 {
				if f, ok := t.fact(n, q, r); ok {
					f.sentence = s
					facts = append(facts, f)
				}
			}
		}
	}
	t.counted = map[kind][]*fact{}
	for i := range facts {
		if k := facts[i].kindIn(facts[i].doc); len(t.counted[k]) < maxCounted {
			t.counted[k] = append(t.counted[k], &facts[i])
		}
	}
	return facts
}

// intervalOf returns the value of a quantity; without a unit, in ones.
func intervalOf(k *doc.Quantity) Interval {
	return Interval{k.Low, k.High, k.LowOpen, k.HighOpen, k.Approximate, k.Unit, cmp.Or(k.Factor, 1)}
}

// holders returns for each quantity of document n the innermost statement that holds
// it, else the first of its sentence, else -1.
func (t *table) holders(n int) []int {
	d := t.docs[n]
	rows := make([]int, len(d.Quantities))
	for i := range rows {
		rows[i] = -1
	}
	first := map[int]int{} // by sentence
	for r := t.first[n]; r < t.first[n+1]; r++ {
		k := &t.rows[r]
		if _, ok := first[k.Sentence]; !ok {
			first[k.Sentence] = r
		}
		for _, q := range k.Quantities {
			if rows[q] < 0 || k.Tokens.Len() < t.rows[rows[q]].Tokens.Len() {
				rows[q] = r
			}
		}
	}
	for q, r := range rows {
		if r < 0 {
			if r, ok := first[d.SentenceOf(d.Quantities[q].Tokens.From)]; ok {
				rows[q] = r
			}
		}
	}
	return rows
}

// fact reads quantity q of document n, which stands in row r.
func (t *table) fact(n, q, r int) (fact, bool) {
	d := t.docs[n]
	k := &d.Quantities[q]
	c := &d.Lang.Compare
	if k.Dimension == quantity.Ordinal || k.Dimension == quantity.Score || t.aged(n, q) >= 0 {
		return fact{}, false // ages of persons by name are compared apart
	}
	f := fact{
		doc: n, quantity: q, row: r, dimension: k.Dimension, class: -1, head: k.Head, noun: -1, governor: -1, verb: -1,
		article:  k.Article || k.Dimension == quantity.Count && k.Low == 1 && k.High == 1,
		Interval: intervalOf(k),
	}
	at := k.Tokens.From
	if at > 0 && k.Dimension == quantity.Count && k.High <= maxPair && c.Definite.Has(d.Tokens[at-1].Norm) {
		return fact{}, false // "the two leaders" counts nobody
	}
	if at > 1 && c.Definite.Has(d.Tokens[at-1].Norm) && d.Tokens[at-2].Norm == c.Of {
		return fact{}, false // "31 of the 60 seats"
	}
	if at > 0 && c.Portions.Has(d.Tokens[at-1].Norm) {
		return fact{}, false // "the first 41 laps"
	}
	if to := k.Tokens.To; to+1 < len(d.Tokens) && d.Tokens[to].Norm == c.Of && d.Tokens[to+1].UPOS == "NUM" {
		return fact{}, false // "five of six victims"
	}
	sentence := d.Sentences[d.SentenceOf(at)].Range
	from := k.Tokens.To - 1
	if f.head >= 0 && sentence.Has(f.head) {
		from = f.head
	}
	if f.governor = governor(d, from, sentence); f.governor >= 0 {
		f.verb = t.word[n][f.governor]
		if f.verb < 0 {
			if to := complementOf(d, f.governor, sentence); to >= 0 {
				f.governor, f.verb = to, t.word[n][to] // "had to leave"
			}
		}
	}
	others := false
	switch {
	case f.head < 0:
		last := &d.Tokens[k.Tokens.To-1]
		direct := last.Head == f.governor && (last.Relation == "obj" || strings.HasPrefix(last.Relation, "nsubj"))
		if f.class = f.verb; f.article || k.Dimension == quantity.Count && (f.class < 0 || !direct) {
			return fact{}, false // "killed 7", but not "arrested a man, 34"
		}
		if f.class < 0 {
			f.class = t.key("=" + k.Dimension) // "took 3,400 hectares": any area
		}
	case partOf(d, k.Tokens.To):
		// "Three of the dead were soldiers" counts soldiers.
		p := t.rows[r].Predicate
		noun := -1
		if !p.Empty() && k.Head < p.From {
			noun = nominal(d, p, t.rows[r].Tokens)
		}
		if noun < 0 {
			return fact{}, false
		}
		f.class, f.head = t.key(c.Same(lower(&d.Tokens[noun]))), noun
		f.noun, f.human = f.class, human(d, noun)
	default:
		head := &d.Tokens[f.head]
		others = c.More.Has(head.Norm) // "30 others were hurt", besides the dead
		f.people = others || c.People.Has(lower(head)) || c.People.Has(head.Norm)
		f.human = !f.people && human(d, f.head)
		if f.people {
			// What befell people tells which are counted.
			v := governor(d, k.Head, t.rows[r].Tokens)
			if b := t.befallen(n, k.Head); b >= 0 {
				v, f.governor, f.verb = b, b, t.word[n][b] // "there were 57 people injured"
			}
			switch {
			case v >= 0 && !t.rows[r].Predicate.Has(v):
				f.class = t.word[n][v]
			case !t.rows[r].stop:
				f.class = t.rows[r].pred
			}
			if f.class < 0 {
				f.class = f.verb
			}
			break
		}
		f.class = t.tally(n, k)
		f.noun = f.class
	}
	if f.class < 0 {
		return fact{}, false
	}
	for i := max(k.Tokens.From-1, 0); i < min(k.Tokens.To+1, len(d.Tokens)); i++ {
		if c.More.Has(d.Tokens[i].Norm) && (i > k.Tokens.From || d.Tokens[i].UPOS != "NOUN") && !(others && i == k.Head) && !(k.Tokens.Has(i) && k.Low != k.High) { // but "more than five people"
			return fact{}, false // "five more people" adds to another count, "of the rest five people" does not
		}
	}
	return f, true
}

// befallen returns the participle behind the noun at token head of document n that tells
// what harm befell those whom it stands for: "57 people injured"; -1 where there is none.
func (t *table) befallen(n, head int) int {
	d := t.docs[n]
	if i := head + 1; i < len(d.Tokens) && d.Tokens[i].Head == head && d.Tokens[i].XPOS == "VBN" && t.word[n][i] >= 0 && d.Lang.Compare.Growing.Has(t.names[t.word[n][i]]) {
		return i
	}
	return -1
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

// complementOf returns the verb that completes the verb at token v within at, or -1.
func complementOf(d *doc.Doc, v int, at span.Range) int {
	for i := v + 1; i < min(v+complementReach, at.To); i++ {
		if d.Tokens[i].Head == v && d.Tokens[i].Relation == "xcomp" && d.Tokens[i].UPOS == "VERB" {
			return i
		}
	}
	return -1
}

// complementReach is how many tokens behind a verb the one that completes it is looked for.
const complementReach = 6

// partOf reports whether what begins at token i says of which a number is a part:
// "of the dead", "of those".
func partOf(d *doc.Doc, i int) bool {
	c := &d.Lang.Compare
	return i+1 < len(d.Tokens) && d.Tokens[i].Norm == c.Of && (c.Definite.Has(d.Tokens[i+1].Norm) || d.Tokens[i+1].UPOS == "PRON") &&
		(i+2 == len(d.Tokens) || d.Tokens[i+2].UPOS != "NUM") // "31 of the 60 seats" counts seats
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
// behind a word such as "number" what is counted: "the number of people hurt".
func (t *table) tally(n int, k *doc.Quantity) int32 {
	d := t.docs[n]
	c := &d.Lang.Compare
	head := c.Same(lower(&d.Tokens[k.Head]))
	if of := k.Head - 1; c.Members.Has(lower(&d.Tokens[k.Head])) && of >= k.Of.From && d.Tokens[of].UPOS == "NOUN" {
		head = c.Same(lower(&d.Tokens[of])) // "staff members"
	}
	if !c.Tallies.Has(lower(&d.Tokens[k.Head])) {
		return t.key(head)
	}
	s := d.SentenceOf(k.Head)
	for i := k.Head + 1; i < min(d.Sentences[s].To, k.Head+tallyReach); i++ {
		if w := c.Same(d.Tokens[i].Lemma); c.Growing.Has(w) {
			return t.key(w)
		}
	}
	if of := t.complement(n, k.Head); of >= 0 {
		return of
	}
	return t.key(head)
}

// tallyReach is how many tokens behind "number" what is counted is looked for.
const tallyReach = 6

// complement returns the key of the noun that hangs on the noun at token head by
// "of", or -1.
func (t *table) complement(n, head int) int32 {
	d := t.docs[n]
	g := sort.Search(len(d.Groups), func(i int) bool { return d.Groups[i].From > head })
	if g == len(d.Groups) || d.Groups[g].Kind != doc.NounGroup || d.Groups[g].Prep != head+1 || d.Tokens[head+1].Norm != d.Lang.Compare.Of {
		return -1
	}
	return t.word[n][d.Groups[g].Head]
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

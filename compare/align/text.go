package align

import (
	"slices"
	"strings"
	words "synoptic/analyze/vector"

	"synoptic/analyze/doc"
	"synoptic/span"
)

// unit is what is aligned as one: a word, or a number over several tokens.
type unit struct {
	*word
	named    *doc.Name // that it is a word of, or nil
	number   *number   // nil for what has no value
	known    uint64    // hash of its key in the gazetteer; 0 for none
	relation uint32    // hash of how it hangs on its head
	from, to int16     // its tokens, from the first of the side
	head     int16     // unit that it hangs on, or -1
	denier   int16     // the unit that turns it around
	nth      int16     // of the text's content units, for one
	children children  // content units that hang on it
	content  bool      // carries meaning
	name     bool      // is a word of a name
	denied   bool      // something turns it around
}

// children are from one place of a text's list of them to another.
type children struct{ from, to int16 }

// number is what a number says.
type number struct {
	low, high float64 // in units of the dimension; an open end is infinite
	dimension string
}

// text is one statement at work. It does not change once it is made. A story has
// many, so that it is kept small.
type text struct {
	Side
	weights *weights
	units   []unit
	words   []int16 // the units that are no marks
	content []int16 // those that carry meaning
	hanging []int16 // those that hang on each, one unit's after another's

	// What is counted of the statement alone.
	weight         int      // of content
	numbers, names int      // of content
	denials        int      // what turns something around
	lemmas, pairs  []uint64 // hashes of the words by lemma, and of each with the next, sorted
	letters        letters
	sum            [dimensions]int32 // of the vectors of content by weight
	length         int64             // of sum
}

// read makes t the text of a side.
func (t *text) read(s Side) {
	d := s.Doc
	s.Tokens.To = min(s.Tokens.To, s.Tokens.From+MaxTokens)
	t.Side, t.units = s, make([]unit, 0, s.Tokens.Len())
	at := int16(0)
	r := readers.Get().(*reader)
	defer readers.Put(r)
	r.take(d.Lang)
	t.weights = r.weights
	var quantity [MaxTokens]int // of each token, plus one; 0 for none
	for q := range d.Quantities {
		if d.Quantities[q].Article || !s.Tokens.Overlaps(d.Quantities[q].Tokens) {
			continue
		}
		for i := d.Quantities[q].Tokens.From; i < d.Quantities[q].Tokens.To; i++ {
			if s.Tokens.Has(i) && numeric(&d.Tokens[i]) {
				quantity[i-s.Tokens.From] = q + 1
			}
		}
	}
	var names [MaxTokens]*doc.Name // of each token
	all := d.NamesIn(s.Tokens)
	for n := range all {
		for i := max(all[n].From, s.Tokens.From); i < min(all[n].To, s.Tokens.To); i++ {
			names[i-s.Tokens.From] = &all[n]
		}
	}
	var of [MaxTokens]int // unit of each token
	for i := range s.Tokens.Len() {
		q := quantity[i]
		if q > 0 && i > 0 && quantity[i-1] == q {
			t.units[len(t.units)-1].to = at + 1
		} else {
			u := r.unit(&d.Tokens[s.Tokens.From+i], names[i])
			u.from, u.to = at, at+1
			t.units = append(t.units, u)
		}
		at++
		of[i] = len(t.units) - 1
		if u := &t.units[len(t.units)-1]; q > 0 {
			u.value(&d.Quantities[q-1])
		}
	}
	for n := range all {
		t.alias(&all[n], of[:])
	}
	for u := range t.units {
		t.hang(u, of[:])
	}
	t.lay()
	t.count(r)
}

// lay lists the words, the content words and those that hang on each.
func (t *text) lay() {
	var content, hanging int
	for i := range t.units {
		if u := &t.units[i]; u.content {
			content++
			if u.head >= 0 {
				t.units[u.head].children.to++ // how many, at first
				hanging++
			}
		}
	}
	n := len(t.units)
	all := make([]int16, n+content+hanging)
	t.words, t.content, t.hanging = all[:0:n], all[n:n:n+content], all[n+content:]
	at := int16(0)
	for i := range t.units {
		u := &t.units[i]
		if !u.mark {
			t.words = append(t.words, int16(i))
		}
		if u.content {
			u.nth = int16(len(t.content))
			t.content = append(t.content, int16(i))
		}
		many := u.children.to
		u.children = children{at, at}
		at += many
	}
	for _, i := range t.content {
		if h := t.units[i].head; h >= 0 {
			of := &t.units[h].children
			t.hanging[of.to] = i
			of.to++
		}
	}
}

// under returns the content units that hang on a unit.
func (t *text) under(u *unit) []int16 { return t.hanging[u.children.from:u.children.to] }

// of returns the tokens of a unit.
func (t *text) of(u *unit) span.Range {
	return span.Range{From: t.Tokens.From + int(u.from), To: t.Tokens.From + int(u.to)}
}

// near returns the content units within a few steps of content unit i, and i.
func (t *text) near(i int) []int16 {
	from := int(t.units[i].nth)
	to := from + 1
	for from > 0 && int(t.content[from-1]) >= i-window {
		from--
	}
	for to < len(t.content) && int(t.content[to]) <= i+window {
		to++
	}
	return t.content[from:to]
}

// count counts what is counted of the statement alone.
func (t *text) count(r *reader) {
	var sum sum
	for i := range t.units {
		u := &t.units[i]
		if u.negates || u.controls {
			t.denials++
		}
		if !u.content {
			continue
		}
		t.weight += u.weight
		if u.number != nil {
			t.numbers++
		}
		if u.name {
			t.names++
		}
		if u.vector != nil {
			sum.add(u.vector, u.weight)
		}
	}
	t.sum = sum.numbers()
	t.length = words.Length(t.sum[:])
	hashes := make([]uint64, 0, max(0, 2*len(t.words)-1))
	for _, i := range t.words {
		hashes = append(hashes, t.units[i].hash)
	}
	t.lemmas = hashes
	for n := 1; n < len(t.words); n++ {
		hashes = append(hashes, hash(hash(t.lemmas[n-1], " "), t.units[t.words[n]].lemma))
	}
	t.pairs = hashes[len(t.lemmas):]
	slices.Sort(t.lemmas)
	slices.Sort(t.pairs)
	t.letters = r.lettersOf(t)
}

func numeric(k *doc.Token) bool { return k.UPOS == "NUM" }

// unit makes a unit of a token, which may be of a name.
func (r *reader) unit(k *doc.Token, name *doc.Name) unit {
	w := r.word(k)
	u := unit{word: w, content: w.tells, known: w.thing, number: w.figure, head: -1, relation: uint32(hash(basis, base(k.Relation)))}
	u.name, u.named = name != nil || k.UPOS == "PROPN", name
	return u
}

// value gives u the value of q, in the base unit of its dimension.
func (u *unit) value(q *doc.Quantity) {
	factor := q.Factor
	if factor == 0 {
		factor = 1
	}
	u.number = &number{float64(q.Low * factor), float64(q.High * factor), q.Dimension}
	u.content = true
}

// alias gives the last word of a name the key that the whole of it has in the
// gazetteer, so that "United States" and "U.S." are one.
func (t *text) alias(n *doc.Name, of []int) {
	if n.From < t.Tokens.From || n.To > t.Tokens.To {
		return
	}
	found, ok := t.Doc.Lang.Name.Find(t.Doc.Words(n.Range))
	last := of[n.To-1-t.Tokens.From]
	if ok {
		for u := of[n.From-t.Tokens.From]; u <= last; u++ {
			t.units[u].known = hash(basis, found.Key)
		}
	}
}

// hang puts unit u under the unit of its head.
func (t *text) hang(u int, of []int) {
	d := t.Doc
	at := t.of(&t.units[u])
	for i := at.From; i < at.To; i++ {
		h := d.Tokens[i].Head
		if d.Tokens[i].Relation == "" || h < t.Tokens.From || h >= t.Tokens.To || of[h-t.Tokens.From] == u {
			continue
		}
		relation := base(d.Tokens[i].Relation)
		t.units[u].head, t.units[u].relation = int16(of[h-t.Tokens.From]), uint32(hash(basis, relation))
		head := &t.units[t.units[u].head]
		switch relation {
		case "xcomp", "ccomp", "acl":
			if head.controls {
				t.units[u].denied = !t.units[u].denied
				t.units[u].denier = t.units[u].head
			}
		}
		if t.units[u].negates {
			head.denied = !head.denied
			head.denier = int16(u)
		}
		return
	}
}

// base returns a relation by which words hang alike whatever the voice or the
// subtype: the subject of the passive is an object.
func base(relation string) string {
	switch relation {
	case "nsubj:pass":
		return "obj"
	case "obl:agent":
		return "nsubj"
	}
	relation, _, _ = strings.Cut(relation, ":")
	return relation
}

// predicate is the unit with what denies it.
func (t *text) predicate(u int) span.Range {
	r := t.of(&t.units[u])
	if t.units[u].denied {
		n := t.of(&t.units[t.units[u].denier])
		r.From, r.To = min(r.From, n.From), max(r.To, n.To)
	}
	return r
}

package align

import (
	"math"
	"math/bits"
	"strings"
	"unicode"

	"synoptic/analyze/doc"
	"synoptic/lang"
	"synoptic/span"
)

// unit is what is aligned as one: a word, or a number over several tokens.
type unit struct {
	span.Range
	form, lemma string // lower case
	upos        string
	name        bool    // a word of a name
	content     bool    // carries meaning
	mark        bool    // a mark, which is never aligned
	negates     bool    // turns around what it hangs on
	controls    bool    // turns around what hangs on it
	denied      bool    // something turns it around
	denier      int     // the unit that does
	number      bool    // has a value
	low, high   float64 // in units of the dimension; an open end is infinite
	dimension   string
	weight      int // how much the word tells, in hundredths of a bit
	head        int // unit that it hangs on, or -1
	relation    string
	children    []int
	vector      *vector
	same        string     // the first word of its set of synonyms of the news
	named       span.Range // the name that it is a word of; empty for none
	known       string     // key of the gazetteer
	kin         *kinship   // nil for a word that no list has
}

// text is one statement at work.
type text struct {
	Side
	known *knowledge
	units []unit
	mate  []int   // the unit of the other statement, or -1
	sure  []int   // the score of that
	near  [][]int // content units within a few steps of each unit
}

func newText(s Side) *text {
	d := s.Doc
	s.Tokens.To = min(s.Tokens.To, s.Tokens.From+MaxTokens)
	t := &text{Side: s, known: know(d.Lang)}
	number := map[int]int{} // token to quantity
	for q := range d.Quantities {
		if d.Quantities[q].Article {
			continue
		}
		for i := d.Quantities[q].Tokens.From; i < d.Quantities[q].Tokens.To; i++ {
			if numeric(&d.Tokens[i]) {
				number[i] = q + 1
			}
		}
	}
	names := map[int]*doc.Name{}
	all := d.NamesIn(s.Tokens)
	for n := range all {
		for i := all[n].From; i < all[n].To; i++ {
			names[i] = &all[n]
		}
	}
	of := make([]int, s.Tokens.To-s.Tokens.From) // unit of each token
	for i := s.Tokens.From; i < s.Tokens.To; i++ {
		q := number[i]
		if q > 0 && i > s.Tokens.From && number[i-1] == q {
			t.units[len(t.units)-1].To = i + 1
		} else {
			t.units = append(t.units, t.unit(i, names[i]))
		}
		of[i-s.Tokens.From] = len(t.units) - 1
		if u := &t.units[len(t.units)-1]; q > 0 {
			u.value(&d.Quantities[q-1])
		}
	}
	for n := range all {
		t.alias(&all[n], of)
	}
	for u := range t.units {
		t.hang(u, of)
		t.mate, t.sure = append(t.mate, -1), append(t.sure, 0)
	}
	t.near = make([][]int, len(t.units))
	for u := range t.units {
		for n := max(0, u-window); n < min(len(t.units), u+window+1); n++ {
			if n != u && t.units[n].content {
				t.near[u] = append(t.near[u], n)
			}
		}
	}
	return t
}

func numeric(k *doc.Token) bool { return k.UPOS == "NUM" }

// unit makes a unit of token i, which may be of a name.
func (t *text) unit(i int, name *doc.Name) unit {
	d, k := t.Doc, &t.Doc.Tokens[i]
	u := unit{Range: span.Range{From: i, To: i + 1}, form: k.Norm, lemma: strings.ToLower(k.Lemma), upos: k.UPOS, head: -1, relation: base(k.Relation)}
	u.name = name != nil || k.UPOS == "PROPN"
	if name != nil {
		u.named = name.Range
	}
	u.mark = k.UPOS == "PUNCT" || k.UPOS == "SYM" || !strings.ContainsFunc(k.Norm, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
	clause, statement := &d.Lang.Clause, &d.Lang.Statement
	u.negates = clause.Negators.Has(k.Norm) || clause.Negators.Has(u.lemma) || statement.None.Has(u.lemma) && k.UPOS != "PROPN"
	u.controls = statement.Control[u.lemma].Denied || statement.Denials.Has(u.lemma)
	if d.Lang.Align.Denying.Has(u.lemma) {
		u.controls = k.UPOS == "NOUN"
		u.negates = !u.controls
	}
	switch k.UPOS {
	case "NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM", "INTJ", "X":
		u.content = !u.mark && !u.negates && !t.known.light.Has(u.lemma)
	}
	u.same = d.Lang.Compare.Same(u.lemma)
	u.weight = t.known.tells(u.form, u.lemma)
	u.kin = t.known.words[u.lemma]
	if u.kin == nil {
		u.kin = t.known.words[u.form]
	}
	u.vector = t.known.vectors.of(u.form)
	if u.vector == nil {
		u.vector = t.known.vectors.of(u.lemma)
	}
	if u.upos == "PROPN" || u.upos == "ADJ" || u.upos == "NOUN" {
		if found, ok := d.Lang.Name.Find(u.form); ok {
			u.known = found.Key
		}
	}
	if k.UPOS == "NUM" {
		if v, ok := plain(u.form); ok {
			u.number, u.low, u.high = true, v, v
		}
	}
	return u
}

// value gives u the value of q, in the base unit of its dimension.
func (u *unit) value(q *doc.Quantity) {
	factor := q.Factor
	if factor == 0 {
		factor = 1
	}
	u.number, u.dimension = true, q.Dimension
	u.low, u.high = float64(q.Low*factor), float64(q.High*factor)
	u.content = true
}

// plain reads figures with commas.
func plain(s string) (float64, bool) {
	v, seen, scale := 0.0, false, 0.0
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9' && scale == 0:
			v, seen = float64(v*10)+float64(r-'0'), true
		case r >= '0' && r <= '9':
			v, seen = v+float64(float64(r-'0')*scale), true
			scale /= 10
		case r == ',' && scale == 0:
		case r == '.' && scale == 0:
			scale = 0.1
		default:
			return 0, false
		}
	}
	return v, seen && !math.IsInf(v, 0)
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
			t.units[u].known = found.Key
		}
	}
}

// hang puts unit u under the unit of its head.
func (t *text) hang(u int, of []int) {
	d := t.Doc
	for i := t.units[u].From; i < t.units[u].To; i++ {
		h := d.Tokens[i].Head
		if d.Tokens[i].Relation == "" || h < t.Tokens.From || h >= t.Tokens.To || of[h-t.Tokens.From] == u {
			continue
		}
		t.units[u].head, t.units[u].relation = of[h-t.Tokens.From], base(d.Tokens[i].Relation)
		head := &t.units[t.units[u].head]
		if t.units[u].content {
			head.children = append(head.children, u)
		}
		switch t.units[u].relation {
		case "xcomp", "ccomp", "acl":
			if head.controls {
				t.units[u].denied = !t.units[u].denied
				t.units[u].denier = t.units[u].head
			}
		}
		if t.units[u].negates {
			head.denied = !head.denied
			head.denier = u
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

// knowledge is what the stage takes from a language, unpacked.
type knowledge struct {
	vectors *vectors
	words   map[string]*kinship
	weights *weights
	light   lang.Set
	rare    func(string) (int, bool)
	texts   int
}

func know(l *lang.Language) *knowledge {
	return &knowledge{
		vectors: vectorsOf(l), words: kinOf(l), weights: weightsOf(l), light: lightOf(l),
		rare:  func(w string) (int, bool) { n, ok := l.Story.Frequencies[w]; return n, ok },
		texts: l.Story.Articles,
	}
}

// lightOf are words that are no content of their own: auxiliaries.
func lightOf(l *lang.Language) lang.Set {
	return lang.Set{l.Clause.Be: {}, l.Clause.Have: {}, l.Clause.Do: {}}
}

// tells returns how much a word tells: the rarer, the more, in hundredths of a bit.
func (k *knowledge) tells(form, lemma string) int {
	n, ok := k.rare(form)
	if m, known := k.rare(lemma); known && (!ok || m > n) {
		n = m
	}
	return max(50, log2(uint64(2*k.texts+2), uint64(2*n+1)))
}

// log2 returns 100·log₂(a/b), rounded down; 0 when a is not above b.
func log2(a, b uint64) int {
	if a <= b || b == 0 {
		return 0
	}
	whole := bits.Len64(a/b) - 1
	x := a << 30 / b >> whole // in [1, 2), with 30 bits behind the point
	fraction := 0
	for range 10 {
		x = x * x >> 30
		fraction <<= 1
		if x >= 2<<30 {
			x >>= 1
			fraction |= 1
		}
	}
	return 100*whole + 100*fraction>>10
}

// denials counts what turns something around.
func (t *text) denials() int {
	n := 0
	for i := range t.units {
		if t.units[i].negates || t.units[i].controls {
			n++
		}
	}
	return n
}

// predicate is the unit with what denies it.
func (t *text) predicate(u int) span.Range {
	r := t.units[u].Range
	if t.units[u].denied {
		n := t.units[t.units[u].denier].Range
		r.From, r.To = min(r.From, n.From), max(r.To, n.To)
	}
	return r
}

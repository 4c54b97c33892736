package compare

import (
	"math/bits"
	"slices"
	"strconv"
	"strings"

	"synoptic/analyze/doc"
	"synoptic/compare/anchor"
	"synoptic/compare/entity"
)

// table holds every statement of the story with the keys it is compared by: a
// key is an entity of the story, a number, or a word reduced to its lemma and
// then to the first word of its set of synonyms.
type table struct {
	docs     []*doc.Doc
	readings []*reading // by document
	entities *entity.Set
	times    *anchor.Set
	ids      map[string]int32 // key by its text
	names    []string         // text by key
	nation   []int            // by entity: the first entity of the same country, else itself
	rules    []string         // by entity: the key of the country it is, or is the capital of
	weight   []int            // by key: how telling it is, in hundredths of a bit
	word     [][]int32        // by document and token: its key, or -1
	spread   []int            // by key: the documents that have it
	counted  map[kind][]*fact // of one document
	counting *Counting        // weights of the language
	rows     []row
	first    []int // index of each document's first row
	// firstSentence has for each document how many sentences those before it have.
	firstSentence []int

	weights  *likenessWeights // of the language
	near     [][]neighbour    // by row: those that it is linked to
	sentence [][]passage      // by document and sentence
	surround [][]passage      // by document and sentence: with its neighbours
}

// row is one statement.
type row struct {
	doc, index int
	*doc.Statement
	keys   []int32 // sorted, without repeats
	weight int     // sum over keys
	pred   int32   // key of the predicate, or -1
	agents []int32 // keys of those who act
	// patients are the keys of those whom it befalls.
	patients []int32
	// before is the keys of the sentence before, for a statement about "the
	// claims" or "it": what it says depends on them.
	before []int32
	stop   bool // its predicate is a word without meaning of its own
	// copular is for a predicate that is an adjective behind a verb such as "be".
	copular bool
	unsaid  bool          // it only asks, or makes it a condition or a wish
	past    bool          // its verb is of the past
	acted   bool          // a person known by name acts
	soon    bool          // it is to come soon, without a date
	speaker int           // the entity that says it, or -1
	time    int           // the one time that dates it, or -1
	bounds  anchor.Bounds // of time
}

func newTable(docs []*doc.Doc, entities *entity.Set, times *anchor.Set, readings []*reading) *table {
	t := &table{docs: docs, readings: readings, entities: entities, times: times, ids: map[string]int32{}, first: make([]int, len(docs)+1), firstSentence: make([]int, len(docs)+1)}
	t.weights = likenessOf(docs[0].Lang)
	t.counting = countingOf(docs[0].Lang)
	t.sentence, t.surround = make([][]passage, len(docs)), make([][]passage, len(docs))
	t.nations()
	var frequency, last []int // by key: how many sentences hold it, and the last that does
	sentences := 0
	for n, d := range docs {
		t.first[n] = len(t.rows)
		t.firstSentence[n+1] = t.firstSentence[n] + len(d.Sentences)
		word := t.keysByToken(n)
		t.word = append(t.word, word)
		for s := range d.Sentences {
			if !d.Sentences[s].Kind.Reported() {
				continue
			}
			sentences++
			for i := d.Sentences[s].From; i < d.Sentences[s].To; i++ {
				k := word[i]
				if k < 0 {
					continue
				}
				for len(frequency) <= int(k) {
					frequency, last = append(frequency, 0), append(last, 0)
				}
				if last[k] != sentences {
					last[k] = sentences
					frequency[k]++
				}
			}
		}
		for s := range d.Statements {
			t.add(n, s, word)
		}
	}
	t.first[len(docs)] = len(t.rows)
	sentences = max(sentences, fewSentences)
	t.weight = make([]int, len(t.names))
	for k := range t.names {
		f := 0
		if k < len(frequency) {
			f = frequency[k]
		}
		t.weight[k] = informative(sentences, f)
		if text := t.names[k]; text[0] == '#' && docs[0].Lang.Compare.Small.Has(text[1:]) {
			t.weight[k] = leastWeight
		}
		if common, ok := docs[0].Lang.Compare.Common[t.names[k]]; ok {
			t.weight[k] = min(t.weight[k], max(log2(1000, uint64(common)), leastWeight))
		}
	}
	t.spread = t.countSpread()
	for i := range t.rows {
		r := &t.rows[i]
		r.weight = t.total(r.keys)
		r.speaker = t.speakerOf(r)
		r.unsaid = r.Irrealis || t.question(r)
		r.past = t.pastVerb(r)
		_, r.soon = t.shortly(r)
		r.acted = slices.ContainsFunc(r.agents, t.person)
		if r.time = t.timeOf(r); r.time >= 0 {
			r.bounds, _ = t.times.Bounds(r.doc, r.time)
		}
	}
	return t
}

// pastVerb reports whether the verb of a statement is of the past.
func (t *table) pastVerb(r *row) bool {
	d := t.docs[r.doc]
	v := d.Clauses[r.Clause].Verb
	return v >= 0 && (d.Groups[v].Past || d.Groups[v].Perfect || d.Groups[v].Participle)
}

// person reports whether a key is that of a person.
func (t *table) person(k int32) bool {
	return t.names[k][0] == '@' && t.entities.Entities[atoi(t.names[k][1:])].Type == doc.Person
}

// key returns the number of a key by its text.
func (t *table) key(text string) int32 {
	k, ok := t.ids[text]
	if !ok {
		k = int32(len(t.names))
		t.ids[text] = k
		t.names = append(t.names, text)
		if t.spread != nil { // of a class that no word of the story carries
			t.spread = append(t.spread, 0)
			t.weight = append(t.weight, leastWeight)
		}
	}
	return k
}

// keysByToken returns the key of each token of document n, or -1. All tokens of
// a mention carry its entity.
func (t *table) keysByToken(n int) []int32 {
	d := t.docs[n]
	c := &d.Lang.Compare
	keys := make([]int32, len(d.Tokens))
	for i := range d.Tokens {
		k := &d.Tokens[i]
		keys[i] = -1
		switch k.UPOS {
		case "NOUN", "PROPN", "VERB", "ADJ", "ADV":
			if !c.Stop.Has(k.Norm) && !c.Stop.Has(k.Lemma) {
				keys[i] = t.key(c.Same(lower(k)))
			}
		case "NUM":
			keys[i] = t.key("#" + k.Norm)
		}
	}
	for _, m := range d.References {
		for k, both := range m.Both { // "the two leaders": a word for each
			if e := t.entities.Of(n, both); e >= 0 && m.Len() >= len(m.Both) {
				keys[m.To-len(m.Both)+k] = t.key("@" + strconv.Itoa(t.nation[e]))
			}
		}
		if e := t.entities.Of(n, m.Entity); m.Entity >= 0 && e >= 0 {
			for i := m.From; i < m.To; i++ {
				keys[i] = t.key("@" + strconv.Itoa(t.nation[e]))
			}
		}
	}
	for _, m := range d.Names {
		if m.Entity < 0 {
			continue
		}
		if e := t.entities.Of(n, m.Entity); e >= 0 {
			for i := m.From; i < m.To; i++ {
				keys[i] = t.key("@" + strconv.Itoa(t.nation[e]))
			}
		}
	}
	return keys
}

// nations finds the entities that are a country or its people under any name,
// which statements share as one: "Russian" and "Russia".
func (t *table) nations() {
	t.nation = make([]int, len(t.entities.Entities))
	t.rules = make([]string, len(t.entities.Entities))
	first := map[string]int{}
	for e := range t.entities.Entities {
		t.nation[e] = e
		name := &t.entities.Entities[e]
		if name.Type != doc.Place && name.Type != doc.GroupType {
			continue
		}
		known, ok := t.docs[0].Lang.Name.Find(name.Name)
		if !ok {
			continue
		}
		t.rules[e] = known.Key
		if country, ok := t.docs[0].Lang.Name.Capitals[known.Key]; ok {
			t.rules[e] = country
			continue
		}
		if f, ok := first[known.Key]; ok {
			t.nation[e] = f
		} else {
			first[known.Key] = e
		}
	}
}

// lower returns the lemma of a token in lower case.
func lower(k *doc.Token) string {
	if k.UPOS == "PROPN" || k.Lemma == "" {
		return plain(k.Norm)
	}
	return plain(k.Lemma)
}

// plain returns a word without the marks that keys of entities and numbers begin
// with: "@handle" and "#topic" are words.
func plain(word string) string {
	if bare := strings.TrimLeft(word, "@#"); bare != "" {
		return bare
	}
	return "at"
}

func (t *table) add(n, s int, word []int32) {
	d := t.docs[n]
	r := row{doc: n, index: s, Statement: &d.Statements[s], pred: -1}
	r.keys = distinct(word[r.Tokens.From:r.Tokens.To])
	c := &d.Lang.Compare
	lemma := r.Lemma
	if d.Lang.Statement.Light.Has(lemma) {
		for _, p := range r.Participants {
			if p.Role == doc.Patient && d.Tokens[p.Head].UPOS == "NOUN" {
				lemma = d.Tokens[p.Head].Lemma // "take effect", "hold talks"
				break
			}
		}
	}
	if v := d.Clauses[r.Clause].Verb; v >= 0 && lemma == r.Lemma && c.Stop.Has(lemma) {
		for i := d.Groups[v].To; i < r.Tokens.To; i++ {
			if k := &d.Tokens[i]; k.UPOS == "ADJ" {
				lemma, r.copular = k.Lemma, true // "is safe", "remained closed"
			} else if k.UPOS == "ADV" || k.UPOS == "PART" {
				continue
			}
			break
		}
	}
	r.agents, r.patients = cast(r.Statement, word, doc.Agent), cast(r.Statement, word, doc.Patient)
	if r.Sentence > 0 && pointsBack(d, r.Statement) {
		r.before = distinct(word[d.Sentences[r.Sentence-1].From:d.Sentences[r.Sentence-1].To])
	}
	r.stop = c.Stop.Has(lemma) || d.Lang.Statement.Light.Has(lemma)
	r.pred = t.key(c.Same(plain(lemma)))
	t.rows = append(t.rows, r)
}

// distinct returns the keys of a run of tokens, sorted and without repeats; nil for none.
func distinct(word []int32) []int32 {
	keys := make([]int32, 0, len(word))
	for _, k := range word {
		if k >= 0 {
			keys = append(keys, k)
		}
	}
	if len(keys) == 0 {
		return nil
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// pointsBack reports whether what a statement acts on is only pointed at: "the
// claims", "this", "it".
func pointsBack(d *doc.Doc, s *doc.Statement) bool {
	c := &d.Lang.Compare
	for _, p := range s.Participants {
		if p.Role != doc.Patient {
			continue
		}
		head := &d.Tokens[p.Head]
		shell := c.Shells.Has(head.Lemma) && p.Range.Len() == 2 && c.Definite.Has(d.Tokens[p.Range.From].Norm) && !filled(d, p.Head)
		if !shell && head.UPOS != "PRON" && head.UPOS != "DET" {
			return false
		}
		if shell {
			return true
		}
	}
	return false
}

// filled reports whether what follows the noun at token head says what it stands for:
// "his decision on whether to go", "the claim that he left". Where the tree hangs it on
// the verb, the words right behind tell.
func filled(d *doc.Doc, head int) bool {
	to := d.Sentences[d.SentenceOf(head)].To
	at := head + 1
	if at < to && d.Tokens[at].UPOS == "ADP" {
		at++ // "on whether", "of hiding"
	}
	if at < to {
		switch d.Tokens[at].XPOS {
		case "TO", "WRB", "WP", "VBG":
			return true
		case "IN":
			if d.Tokens[at].Relation == "mark" {
				return true
			}
		}
	}
	for i := head + 1; i < min(head+filledReach, to); i++ {
		if k := &d.Tokens[i]; k.Head == head && (strings.HasPrefix(k.Relation, "nmod") || strings.HasPrefix(k.Relation, "acl") || k.Relation == "ccomp") {
			return true
		}
	}
	return false
}

// filledReach is how many tokens behind a noun what fills it is looked for.
const filledReach = 12

// fewSentences is the number of sentences that a story is taken to have at least:
// in three lines every word that two share is in most of them, and would tell
// nothing.
const fewSentences = 60

// informative returns how much a key tells that stands in f of n sentences, in
// hundredths of a bit: 100·log₂((n+1)/(f+½)), at least leastWeight. It is
// computed in integers so that every processor gives the same.
func informative(n, f int) int {
	return max(log2(uint64(2*n+2), uint64(2*f+1)), leastWeight)
}

// leastWeight is what the commonest key tells, in hundredths of a bit.
const leastWeight = 50

// log2 returns 100·log₂(a/b), rounded down, by squaring.
func log2(a, b uint64) int {
	if a <= b || b == 0 {
		return 0
	}
	whole := bits.Len64(a/b) - 1
	// x is a/b scaled into [1, 2) with 30 bits behind the point.
	x := a << 30 / b >> whole
	fraction := 0
	for i := 0; i < 10; i++ {
		x = x * x >> 30
		fraction <<= 1
		if x >= 2<<30 {
			x >>= 1
			fraction |= 1
		}
	}
	return whole*100 + fraction*100>>10
}

// countSpread returns for each key the number of documents that have it.
func (t *table) countSpread() []int {
	spread := make([]int, len(t.names))
	last := make([]int, len(t.names))
	for n := range t.word {
		for _, k := range t.word[n] {
			if k >= 0 && last[k] != n+1 {
				last[k] = n + 1
				spread[k]++
			}
		}
	}
	return spread
}

// shared returns the keys that two rows have in common and their weight.
func (t *table) shared(a, b *row) (keys []int32, weight int) {
	for i, j := 0, 0; i < len(a.keys) && j < len(b.keys); {
		switch x, y := a.keys[i], b.keys[j]; {
		case x < y:
			i++
		case x > y:
			j++
		default:
			keys = append(keys, x)
			weight += t.weight[x]
			i++
			j++
		}
	}
	return keys, weight
}

// evidence returns the words of a row.
func (t *table) evidence(r int) Evidence {
	return Evidence{t.rows[r].doc, t.rows[r].Span}
}

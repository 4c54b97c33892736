// Package name finds what is named in an article: people, bodies, places,
// peoples, events. Rules go by capitals, by lists of known names and by what
// stands around; capitals that say nothing (the first word of a sentence, the
// words of a headline) are judged by the rest of the article. A trained model
// goes by what the rules found and by much else, and decides in running text.
package name

import (
	"cmp"
	"slices"

	"synoptic/analyze/doc"
	"synoptic/lang"
	"synoptic/span"
)

// Version of the step's output.
const Version = 5

// Run writes Names, in order of their ranges and without overlaps.
func Run(d *doc.Doc) {
	c := Read(d)
	d.Names = c.ruled
	if m := model(d.Lang); m != nil {
		d.Names = c.join(c.ruled, stretches(c.label(m)), m.Types)
	}
}

// Mark is a range of tokens that the model takes for something of its type.
type Mark struct {
	span.Range
	Type string
}

// MarkTypes returns the types of what Marks finds in a language.
func MarkTypes(l *lang.Language) []string {
	m := model(l)
	if m == nil {
		return nil
	}
	return slices.Clone(m.Types)
}

// Marks returns what the model finds, in order and as its corpora have it, dates
// and money too, before the rules have their say. Without a model there are none.
func Marks(d *doc.Doc) []Mark {
	m := model(d.Lang)
	if m == nil {
		return nil
	}
	var list []Mark
	for _, s := range stretches(Read(d).label(m)) {
		list = append(list, Mark{s.Range, m.Types[s.typ]})
	}
	return list
}

// rules finds names by rules alone.
func rules(d *doc.Doc) *finder {
	f := &finder{d: d, l: &d.Lang.Name, words: map[string]*use{}, phrases: map[string]*phrase{}}
	f.shape()
	f.count()
	for s := range d.Sentences {
		if f.style[s] == plain {
			f.sentence(d.Sentences[s].Range)
		}
	}
	f.settle()
	f.learn()
	for s := range d.Sentences {
		if f.style[s] != plain {
			f.headline(d.Sentences[s].Range, f.style[s] == capitals)
		}
	}
	f.settle()
	return f
}

// finder is the work on one article.
type finder struct {
	d       *doc.Doc
	l       *lang.Name
	look    []look
	style   []style
	words   map[string]*use
	phrases map[string]*phrase
	found   []mention
	names   lang.Phrases[string] // phrases found in plain sentences, to their keys
	key     []byte
	pairs   map[[2]string]int // words joined by a hyphen, counted when first asked for
}

// look is what the letters of a token show.
type look struct {
	upper   bool // begins with a capital
	caps    bool // two letters or more, all capitals
	word    bool // has a letter
	digits  bool // digits only
	glued   bool // follows the token before without a gap
	initial bool // stands where any word would have a capital
}

// style is how a sentence uses capitals.
type style uint8

const (
	plain    style = iota
	titled         // nearly every word has a capital
	capitals       // every letter is a capital
)

// use counts how the article writes a word.
type use struct {
	lower, middle, alone int // in lower case; with a capital inside a sentence; so and in no compound
}

// mention is one name as found.
type mention struct {
	span.Range
	title  span.Range
	phrase *phrase
}

// phrase gathers what all mentions of the same words show.
type phrase struct {
	key   string // the words in lower case
	score [kinds]int
	label [kinds]string
	kind  kind
	known lang.Known
	fixed bool // the gazetteer has it
	count int
	preps int // how often a preposition of place has counted
}

// kind is a type of name as a small number.
type kind uint8

const (
	other kind = iota
	person
	organization
	place
	group
	event
	work
	kinds
)

var types = [kinds]doc.Type{doc.Other, doc.Person, doc.Organization, doc.Place, doc.GroupType, doc.Event, doc.Work}

func kindOf(t string) kind {
	for k, name := range types {
		if string(name) == t {
			return kind(k)
		}
	}
	return other
}

// add records a name with what shows its kind.
func (f *finder) add(r span.Range, title span.Range) *phrase {
	key := f.phraseKey(r)
	p := f.phrases[key]
	if p == nil {
		p = &phrase{key: key}
		if n, known := f.known(r.From, r.To); n == r.Len() {
			p.known, p.fixed = known, true
		}
		f.phrases[key] = p
	}
	p.count++
	f.found = append(f.found, mention{r, title, p})
	return p
}

// phraseKey returns the words of r in lower case, parted by single blanks.
func (f *finder) phraseKey(r span.Range) string {
	f.key = f.key[:0]
	for i := r.From; i < r.To; i++ {
		if i > r.From {
			f.key = append(f.key, ' ')
		}
		f.key = append(f.key, f.d.Tokens[i].Norm...)
	}
	return string(f.key)
}

// known returns how many tokens from i the longest name of the gazetteer
// takes, none past to.
func (f *finder) known(i, to int) (int, lang.Known) {
	var (
		best  int
		found lang.Known
		node  int32
	)
	for k := i; k < to; k++ {
		if node = f.l.Known.Step(node, f.d.Tokens[k].Norm); node == 0 {
			break
		}
		if v, ok := f.l.Known.At(node); ok {
			best, found = k+1-i, v
		}
	}
	if best == 1 && !f.spelled(i) {
		return 0, lang.Known{}
	}
	return best, found
}

// spelled reports whether the one-word name at i is written as that name would
// be: "US" is a country and "us" and "Us" are not.
func (f *finder) spelled(i int) bool {
	w := f.d.Word(i)
	short := len(w) <= 3 && f.l.NotNames.Has(f.d.Tokens[i].Norm)
	return f.look[i].upper && (!short || f.look[i].caps)
}

// settle decides the kind of each phrase by the evidence of all its mentions.
func (f *finder) settle() {
	for _, m := range f.found {
		m.phrase.settle()
	}
	f.surnames()
}

func (p *phrase) settle() {
	if p.fixed {
		p.kind = kindOf(p.known.Type)
		if p.score[person] >= titleScore && p.known.Label != "Nationality" {
			p.kind = person // "Mr. Jordan"
		}
		return
	}
	best := other
	for k := person; k < kinds; k++ {
		if p.score[k] > p.score[best] {
			best = k
		}
	}
	if best == organization && p.score[best] < acronymScore {
		best = other // an article alone shows little
	}
	p.kind = best
}

// surnames gives single words the kind person when they are part of a
// person's fuller name in the same article.
func (f *finder) surnames() {
	family := lang.Set{}
	for _, m := range f.found {
		if m.phrase.kind != person || m.Len() < 2 {
			continue
		}
		last := m.To - 1
		for last > m.From && f.l.Suffixes.Has(f.d.Tokens[last].Norm) {
			last--
		}
		family[f.d.Tokens[last].Norm] = struct{}{}
		if first := f.d.Tokens[m.From].Norm; f.l.FamilyFirst.Has(first) {
			family[first] = struct{}{}
			family[f.phraseKey(span.Range{From: m.From + 1, To: m.To})] = struct{}{}
		}
	}
	for _, m := range f.found {
		if p := m.phrase; family.Has(p.key) && (!p.fixed || p.score[place] == 0 && p.known.Label != "Country") && p.score[organization] < headScore {
			p.kind = person
		}
	}
}

// list returns the names found, in order and without overlaps.
func (f *finder) list() []doc.Name {
	var list []doc.Name
	slices.SortStableFunc(f.found, func(a, b mention) int {
		if c := cmp.Compare(a.From, b.From); c != 0 {
			return c
		}
		return cmp.Compare(b.To, a.To)
	})
	end := 0
	for _, m := range f.found {
		if m.From < end {
			continue
		}
		p := m.phrase
		if p.kind == other && !p.fixed && m.Len() == 1 && f.doubtful(m.From) {
			continue
		}
		end = m.To
		label := p.label[p.kind]
		if p.fixed && p.kind == kindOf(p.known.Type) {
			label = p.known.Label
		}
		list = append(list, doc.Name{Range: m.Range, Type: types[p.kind], Label: label, Entity: -1, Title: m.title})
	}
	return list
}

// doubtful reports whether the word at i, of which nothing is known, may have
// its capital for another reason than being a name.
func (f *finder) doubtful(i int) bool {
	t := &f.d.Tokens[i]
	if f.look[i].initial && f.used(t.Norm).middle == 0 {
		return true
	}
	if t.UPOS != "" && t.UPOS != "PROPN" || t.XPOS == "NNPS" && t.Lemma != t.Norm && f.used(t.Norm).alone < 2 {
		return true
	}
	return f.l.RoleModifiers.Has(t.Norm) || f.l.Heads[t.Norm].Type != ""
}

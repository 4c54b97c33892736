// Package origin finds, across the articles of one story, where chains of
// reporting end: who said it, which paper it stood in, and when it is nobody
// but the outlet itself. Sources that cannot be shown to be the same stay
// apart, so the number of origins is an upper bound.
package origin

import (
	"slices"
	"strconv"
	"strings"

	"synoptic/analyze/doc"
	"synoptic/compare/entity"
	"synoptic/span"
)

// Origin is one source across the story.
type Origin struct {
	Kind doc.OriginKind
	// Name is the fullest of the sources' own words; the outlet's name for its
	// own reporting. Unnamed people who share a description and a nationality
	// are one origin although nothing shows that they are the same.
	Name     string
	Entity   int // index in the story's entities, or -1
	Mentions []Mention
}

// Mention is where an article names an origin.
type Mention struct {
	Doc int
	span.Span
}

// Link is one step of a chain.
type Link struct {
	Origin int       // index in Set.Origins
	Cue    span.Span // the words that relay, in the article
}

// Set holds the origins of one story, in the order of their first mention.
type Set struct {
	Origins []Origin
	docs    []*doc.Doc
	of      [][]int // by document and attribution; -1 when nobody is named
	self    []int   // by document
}

// Resolve finds the origins of all attributions in docs.
func Resolve(docs []*doc.Doc, entities *entity.Set) *Set {
	s := &Set{docs: docs, of: make([][]int, len(docs)), self: make([]int, len(docs))}
	b := builder{set: s, entities: entities, byKey: map[string]int{}, recent: make([][]int, len(docs))}
	for n, d := range docs {
		s.self[n] = b.outlet(d)
		s.of[n] = make([]int, len(d.Attributions))
		for i := range d.Attributions {
			s.of[n][i] = b.attribution(n, &d.Attributions[i])
			if s.of[n][i] >= 0 {
				b.recent[n] = append(b.recent[n], s.of[n][i])
			}
		}
	}
	for i := range s.Origins {
		o := &s.Origins[i]
		slices.SortFunc(o.Mentions, func(a, b Mention) int {
			if a.Doc != b.Doc {
				return a.Doc - b.Doc
			}
			return span.Compare(a.Span, b.Span)
		})
		o.Mentions = slices.Compact(o.Mentions)
	}
	return s
}

// Self returns the origin that is the own reporting of a document's outlet.
func (s *Set) Self(doc int) int { return s.self[doc] }

// Of returns the origin of an attribution, or -1 when it names nobody.
func (s *Set) Of(doc, attribution int) int { return s.of[doc][attribution] }

// Chain returns how words reached a document, the nearest relay first and
// their speaker last. It is empty for the outlet's own words (attribution -1).
// The outlet itself is left out where it names itself as the relay.
func (s *Set) Chain(doc, attribution int) []Link {
	var chain []Link
	list := s.docs[doc].Attributions
	for n := 0; attribution >= 0 && n < len(list); n++ {
		a := &list[attribution]
		if o := s.of[doc][attribution]; o >= 0 && o != s.self[doc] && a.Reports() &&
			(len(chain) == 0 || chain[len(chain)-1].Origin != o) {
			chain = append(chain, Link{o, a.Cue[0]})
		}
		attribution = a.Parent
	}
	slices.Reverse(chain)
	return chain
}

type builder struct {
	set      *Set
	entities *entity.Set
	byKey    map[string]int
	recent   [][]int // by document, the origins of its attributions so far
}

// outlet returns the origin for a document's own reporting. Articles of one
// outlet share it; articles without an outlet have one each.
func (b *builder) outlet(d *doc.Doc) int {
	name, key := d.Article.Outlet, "self/"+fold(d.Article.Outlet)
	if name == "" {
		name, key = d.Article.ID, "self//"+d.Article.ID
	}
	return b.get(key, Origin{Kind: doc.OriginSelf, Name: name, Entity: -1})
}

func (b *builder) get(key string, o Origin) int {
	if i, ok := b.byKey[key]; ok {
		return i
	}
	i := len(b.set.Origins)
	b.set.Origins = append(b.set.Origins, o)
	b.byKey[key] = i
	return i
}

// attribution returns the origin of a, which stands in document n.
func (b *builder) attribution(n int, a *doc.Attribution) int {
	if len(a.Source) == 0 {
		return -1
	}
	d := b.set.docs[n]
	p := newPhrase(d, a.Source[0])
	story := -1
	if a.Speaker >= 0 {
		story = b.entities.Of(n, a.Speaker)
		if t := d.Entities[a.Speaker].Type; t == doc.GroupType && p.head >= 0 && d.Tokens[p.head].UPOS != "PROPN" {
			story = -1 // "the Norwegian military" is not the Norwegians
		}
	}
	if i, ok := b.anaphor(n, &p); ok && story < 0 {
		o := &b.set.Origins[i]
		o.Mentions = append(o.Mentions, Mention{n, a.Source[0]})
		return i
	}
	name := p.name()
	var key string
	switch {
	case story >= 0 && a.Origin != doc.OriginDocument:
		name = b.entities.Entities[story].Name
		key = "entity/" + name + "/" + strconv.Itoa(story)
	case a.Origin == doc.OriginMedia || a.Origin == doc.OriginOrganization || a.Origin == doc.OriginDocument:
		key = string(a.Origin) + "/" + p.key()
		if p.bare() {
			// "the report", "state media" alone: within one article only,
			// unless one event has but one of its kind.
			if p.instrument() {
				key = "document/the " + p.lemma()
			} else {
				key += "/" + strconv.Itoa(n)
			}
		}
	case a.Origin == doc.OriginPerson && p.proper():
		key = "person/" + p.key()
	default:
		// Nobody by name: one within an article, and across articles only
		// with the same nationality or body.
		key = "unnamed/" + p.key()
		if p.bare() {
			key += "/" + strconv.Itoa(n)
		}
	}
	i := b.get(key, Origin{Kind: a.Origin, Name: name, Entity: story})
	o := &b.set.Origins[i]
	for _, s := range a.Source {
		o.Mentions = append(o.Mentions, Mention{n, s})
	}
	if o.Entity < 0 && len(name) > len(o.Name) && o.Kind != doc.OriginSelf {
		o.Name = name
	}
	if self := &b.set.Origins[b.set.self[n]]; b.sameOutlet(self.Name, name) {
		return b.set.self[n]
	}
	return i
}

// anaphor finds the origin that a short source refers back to in its article:
// a pronoun, "the readout" after "a palace readout", "the Post" after the name
// of a paper.
func (b *builder) anaphor(n int, p *phrase) (int, bool) {
	for k := len(b.recent[n]) - 1; k >= 0; k-- {
		i := b.recent[n][k]
		o := &b.set.Origins[i]
		if p.pronoun() {
			person := p.d.Lang.Attribution.Persons.Has(p.d.Tokens[p.at.From].Norm)
			if k >= len(b.recent[n])-3 && person == somebody(o.Kind) {
				return i, true
			}
			continue
		}
		if p.at.Len() == 1 && p.definite && !somebody(o.Kind) && strings.Contains(" "+fold(o.Name)+" ", " "+fold(p.name())+" ") {
			return i, true
		}
	}
	return 0, false
}

// somebody reports whether an origin of this kind is people.
func somebody(kind doc.OriginKind) bool {
	switch kind {
	case doc.OriginPerson, doc.OriginOfficial, doc.OriginExpert, doc.OriginWitness, doc.OriginUnnamed:
		return true
	}
	return false
}

// sameOutlet reports whether a source's name is that of the outlet.
func (b *builder) sameOutlet(outlet, name string) bool {
	o, n := fold(outlet), fold(name)
	if o == "" || n == "" {
		return false
	}
	return o == n || acronym(name) == strings.ToUpper(o) && len(o) > 1 || acronym(outlet) == strings.ToUpper(n) && len(n) > 1
}

// phrase is the core of a source: its first base noun phrase.
type phrase struct {
	d    *doc.Doc
	at   span.Range // the words that name it
	head int
	// definite is true behind a word like "the".
	definite bool
}

// newPhrase finds the core of the source at s: without article, apposition or
// relative clause; the inner document of "remarks in a video".
func newPhrase(d *doc.Doc, s span.Span) phrase {
	r := d.Range(s)
	p := phrase{d: d, at: r, head: -1}
	from := r.From
	for {
		end := from
		p.head = -1
		for end < r.To {
			t := &d.Tokens[end]
			if t.UPOS == "ADP" || t.UPOS == "VERB" && p.head >= 0 || t.UPOS == "AUX" || t.Norm == "," || t.Norm == "(" || t.UPOS == "SCONJ" {
				break
			}
			if t.UPOS == "NOUN" || t.UPOS == "PROPN" || t.UPOS == "PRON" || p.head < 0 || t.UPOS == "ADJ" && end+1 == r.To {
				p.head = end
			}
			end++
		}
		p.at = span.Range{From: from, To: end}
		if end+1 < r.To && d.Tokens[end].UPOS == "ADP" && p.head >= 0 && p.source(p.head) == string(doc.OriginDocument) {
			inner := p.headFrom(end+1, r.To)
			if inner >= 0 && p.source(inner) == string(doc.OriginDocument) {
				from = end + 1
				continue
			}
		}
		break
	}
	for p.at.Len() > 1 && (d.Tokens[p.at.From].UPOS == "DET" || d.Tokens[p.at.From].UPOS == "ADP" || d.Tokens[p.at.From].UPOS == "PUNCT") {
		p.definite = p.definite || d.Lang.Name.Definite.Has(d.Tokens[p.at.From].Norm)
		p.at.From++
	}
	for p.at.Len() > 1 && d.Tokens[p.at.To-1].UPOS == "PUNCT" {
		p.at.To--
	}
	// Who made or owns it belongs to it: "officials in Rome", "a video
	// released by the palace".
	if p.head >= 0 && d.Tokens[p.head].UPOS != "PROPN" {
		for i := p.at.To; i < r.To && i < p.at.To+8; i++ {
			t := &d.Tokens[i]
			if t.Norm == "," || t.Norm == "(" || t.UPOS == "PRON" || t.UPOS == "SCONJ" {
				break
			}
			if t.UPOS == "PROPN" || capital(d, i) {
				end := i + 1
				for end < r.To && (d.Tokens[end].UPOS == "PROPN" || d.Tokens[end].UPOS == "NOUN" || capital(d, end)) {
					end++
				}
				p.at.To = end
				break
			}
		}
	}
	return p
}

func (p *phrase) source(i int) string { return p.d.Lang.Attribution.Sources[p.d.Tokens[i].Lemma] }

// capital reports whether token i of d begins with a capital letter.
func capital(d *doc.Doc, i int) bool {
	c := d.Word(i)[0]
	return c >= 'A' && c <= 'Z'
}

// pronoun reports whether the phrase is one pronoun of the third person.
func (p *phrase) pronoun() bool { return p.at.Len() == 1 && p.d.Tokens[p.at.From].XPOS == "PRP" }

// lemma returns the dictionary form of the main noun, or of the word that
// stands for it and its synonyms.
func (p *phrase) lemma() string { return p.d.Lang.Compare.Same(p.d.Tokens[p.head].Lemma) }

// instrument reports whether the phrase names a document of which one event
// has but one.
func (p *phrase) instrument() bool {
	return p.head >= 0 && p.d.Lang.Attribution.Instruments.Has(p.d.Tokens[p.head].Lemma)
}

// headFrom returns the main noun of the base phrase that begins at i, or -1.
func (p *phrase) headFrom(i, to int) int {
	head := -1
	for ; i < to; i++ {
		switch p.d.Tokens[i].UPOS {
		case "NOUN", "PROPN":
			head = i
		case "DET", "ADJ", "NUM", "PART":
		default:
			return head
		}
	}
	return head
}

// name returns the words, with neither article nor trailing possessive.
func (p *phrase) name() string { return p.d.Words(p.at) }

// proper reports whether the phrase has a proper noun.
func (p *phrase) proper() bool {
	for i := p.at.From; i < p.at.To; i++ {
		if p.d.Tokens[i].UPOS == "PROPN" {
			return true
		}
	}
	return false
}

// bare reports whether nothing in the phrase tells it from its like: neither a
// name nor a nationality.
func (p *phrase) bare() bool {
	for i := p.at.From; i < p.at.To; i++ {
		t := &p.d.Tokens[i]
		if t.UPOS == "PROPN" {
			return false
		}
		if c := p.d.Word(i)[0]; c >= 'A' && c <= 'Z' && i > p.at.From {
			return false
		}
		if t.UPOS == "ADJ" && p.d.Word(i)[0] >= 'A' && p.d.Word(i)[0] <= 'Z' && p.at.From == i && p.at.Len() > 1 {
			return false
		}
	}
	return true
}

// key folds the phrase for comparison: dictionary forms of what is left
// without articles, possessives and prepositions, as an acronym where the
// whole is a name that has one.
func (p *phrase) key() string {
	var words []string
	capitals := true
	for i := p.at.From; i < p.at.To; i++ {
		t := &p.d.Tokens[i]
		switch t.UPOS {
		case "DET", "PUNCT", "PART", "ADP", "NUM", "ADV", "CCONJ":
			continue
		}
		w := t.Lemma
		if t.UPOS == "PROPN" {
			w = strings.ReplaceAll(t.Norm, ".", "")
		} else {
			capitals = false
		}
		words = append(words, strings.ToLower(w))
	}
	if capitals && len(words) > 1 {
		if a := acronym(p.name()); len(a) > 1 {
			return strings.ToLower(a)
		}
	}
	return strings.Join(words, " ")
}

// acronym returns the capitals that words of name begin with.
func acronym(name string) string {
	var b strings.Builder
	for _, w := range strings.Fields(name) {
		if c := w[0]; c >= 'A' && c <= 'Z' && w != "The" {
			b.WriteByte(c)
		}
	}
	return b.String()
}

func fold(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	return strings.TrimPrefix(s, "the ")
}

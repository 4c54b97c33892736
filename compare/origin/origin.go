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
	"synoptic/lang"
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
	head     string // dictionary form of the main noun
	core     string // Name without what hangs on it
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
	venues  [][]int // by document and attribution; -1 when there is none
	self    []int   // by document
}

// Resolve finds the origins of all attributions in docs.
func Resolve(docs []*doc.Doc, entities *entity.Set) *Set {
	s := &Set{docs: docs, of: make([][]int, len(docs)), venues: make([][]int, len(docs)), self: make([]int, len(docs))}
	b := builder{set: s, entities: entities, byKey: map[string]int{}, recent: make([][]int, len(docs))}
	for n, d := range docs {
		s.self[n] = b.outlet(d)
		s.of[n] = make([]int, len(d.Attributions))
		s.venues[n] = make([]int, len(d.Attributions))
		for i := range d.Attributions {
			a := &d.Attributions[i]
			s.of[n][i], s.venues[n][i] = b.attribution(n, a), b.venue(n, a)
			for _, o := range []int{s.venues[n][i], s.of[n][i]} {
				if o >= 0 {
					b.recent[n] = append(b.recent[n], o)
				}
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

// Chain returns how words reached a document, the nearest relay first and
// their speaker last. It is empty for the outlet's own words (attribution -1).
// The outlet itself is left out where it names itself as the relay.
func (s *Set) Chain(doc, attribution int) []Link {
	var chain []Link
	list := s.docs[doc].Attributions
	for n := 0; attribution >= 0 && n < len(list); n++ {
		a := &list[attribution]
		for _, o := range []int{s.of[doc][attribution], s.venues[doc][attribution]} {
			if o >= 0 && o != s.self[doc] && a.Reports() && !slices.ContainsFunc(chain, func(l Link) bool { return l.Origin == o }) {
				chain = append(chain, Link{o, a.Cue[0]})
			}
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

// attribution returns the origin of a, which stands in document n; -1 when its
// source is nobody's name and no kind of people, body or paper.
func (b *builder) attribution(n int, a *doc.Attribution) int {
	if len(a.Source) == 0 {
		return -1
	}
	said := a.Source[0]
	if !a.Antecedent.Empty() {
		said = a.Antecedent
	}
	d := b.set.docs[n]
	if i := b.spokeIn(n, a); i >= 0 {
		b.set.Origins[i].Mentions = append(b.set.Origins[i].Mentions, Mention{n, a.Source[0]})
		return i
	}
	if said.Contains(a.Venue) && !a.Venue.Empty() {
		said = beforeVerb(d, said, a.Venue) // "a readout carried by Nord"
	}
	p := newPhrase(d, said)
	i := b.source(n, &p, b.entities.Speaker(n, d, a), a.Origin)
	if i >= 0 && i != b.set.self[n] {
		o := &b.set.Origins[i]
		for _, s := range a.Source {
			o.Mentions = append(o.Mentions, Mention{n, s})
		}
	}
	return i
}

// spokeIn returns the origin that spoke in the paper that a points back to: in "Lund said in
// a statement released by his office. … the statement went on" that is Lund; else -1.
func (b *builder) spokeIn(n int, a *doc.Attribution) int {
	if a.Antecedent.Empty() {
		return -1
	}
	d := b.set.docs[n]
	list, at := d.Attributions, d.Range(a.Antecedent)
	if at.From == 0 || !d.Lang.Compare.Within.Has(d.Tokens[at.From-1].Norm) {
		return -1
	}
	k, _ := slices.BinarySearchFunc(list, a.Antecedent.End, func(o doc.Attribution, end int) int { return o.Cue[0].Start - end })
	for last := max(k-maxNested, 0); k > last; {
		k--
		if o := &list[k]; o.Speaker >= 0 && o.Act == lang.Speech && b.set.of[n][k] >= 0 && at.From-d.Range(o.Cue[0]).To <= cueReach {
			return b.set.of[n][k]
		}
	}
	return -1
}

// maxNested is how many cues before a paper are looked at, and cueReach how many tokens
// stand between the cue and the paper at most: "said on Monday in a statement".
const maxNested, cueReach = 4, 4

// beforeVerb cuts s before the verb that leads to the outlet at venue, which
// stands in it.
func beforeVerb(d *doc.Doc, s, venue span.Span) span.Span {
	at, to := d.Range(s), d.Range(venue).From
	for i := to - 1; i > at.From+1; i-- {
		if d.Tokens[i].UPOS == "VERB" {
			return d.Span(span.Range{From: at.From, To: i})
		}
	}
	return s
}

// venue returns the origin of the outlet to which the words of a were said; -1
// when there is none.
func (b *builder) venue(n int, a *doc.Attribution) int {
	if a.Venue.Empty() {
		return -1
	}
	d := b.set.docs[n]
	p := newPhrase(d, a.Venue)
	i := b.source(n, &p, d.EntityAt(p.head), doc.OriginMedia)
	if i >= 0 && i != b.set.self[n] {
		b.set.Origins[i].Mentions = append(b.set.Origins[i].Mentions, Mention{n, a.Venue})
	}
	return i
}

// source returns the origin that a phrase of document n names; speaker is the
// document's entity, or -1.
func (b *builder) source(n int, p *phrase, speaker int, kind doc.OriginKind) int {
	d := b.set.docs[n]
	if p.ownOutlet(d.Article.Outlet) || p.writer() {
		return b.set.self[n]
	}
	story := -1
	if speaker >= 0 {
		switch t := d.Entities[speaker].Type; {
		case t == doc.Event:
			return -1
		case t == doc.GroupType && p.head >= 0 && d.Tokens[p.head].UPOS != "PROPN":
			// "the Norwegian military" is not the Norwegians
		default:
			story = b.entities.Of(n, speaker)
		}
	}
	if kind == doc.OriginDocument && p.owned() {
		if i := b.owner(n, p); i >= 0 {
			return i
		}
		if p.remark() {
			return -1
		}
	}
	if i, ok := b.anaphor(n, p); ok && story < 0 {
		return i
	}
	if story < 0 && !p.speaks(kind) {
		return -1
	}
	if own := doc.OriginKind(p.source(max(p.head, 0))); story < 0 && kind == doc.OriginUnnamed && own != "" {
		kind = own // "one of the officials"
	}
	in := func(entity int) int { return b.entities.Of(n, entity) }
	if kind == doc.OriginMedia && story < 0 && !(p.head >= 0 && d.Lang.Attribution.Apart.Has(d.Tokens[p.head].Lemma)) {
		// "the Nord news agency" is Nord.
		for _, one := range p.names() {
			if one.Type == doc.Organization && !p.ownedBy(one) {
				story = in(one.Entity)
			}
		}
	}
	name := p.name()
	var key string
	switch {
	case story >= 0 && kind != doc.OriginDocument:
		name = b.entities.Entities[story].Name
		key = "entity/" + name + "/" + strconv.Itoa(story)
		if country := government(d, name); country != "" && d.Entities[speaker].Type == doc.Place {
			key = "government/" + country
		}
	case kind == doc.OriginMedia || kind == doc.OriginOrganization || kind == doc.OriginDocument:
		key = string(kind) + "/" + p.key(in)
		if p.bare() {
			// "the report", "state media" alone: within one article only,
			// unless one event has but one of its kind.
			if p.instrument() {
				key = "document/the " + p.lemma()
			} else {
				key += "/" + strconv.Itoa(n)
			}
		}
	case kind == doc.OriginPerson && p.proper():
		key = "person/" + p.key(in)
	default:
		// Nobody by name: one within an article, and across articles only
		// with the same nationality or body.
		key = "unnamed/" + p.key(in)
		if p.bare() {
			key += "/" + strconv.Itoa(n)
		}
	}
	if self := &b.set.Origins[b.set.self[n]]; b.sameOutlet(self.Name, name) {
		return b.set.self[n]
	}
	core := name
	if story < 0 {
		core = d.Words(p.at)
	}
	i := b.get(key, Origin{Kind: kind, Name: name, Entity: story, head: p.lemma(), core: core})
	o := &b.set.Origins[i]
	if o.Entity < 0 && len(name) > len(o.Name) && o.Kind != doc.OriginSelf {
		o.Name = name
	}
	if kind == doc.OriginMedia && o.Kind == doc.OriginOrganization {
		o.Kind = kind // one mention shows what it is
	}
	return i
}

// government returns the key of the country that a place's name stands for as
// a source: its own or that of its capital; empty for other places.
func government(d *doc.Doc, name string) string {
	l := &d.Lang.Name
	if country, ok := l.Capitals[strings.ToLower(name)]; ok {
		return country
	}
	if k, ok := l.Find(name); ok && k.Type == string(doc.Place) && k.Label == "Country" {
		return k.Key
	}
	return ""
}

// owner returns the origin of those whose words a paper or remark is: "her
// statement", "a statement from the port", "White House memo"; -1 when nobody
// is named.
func (b *builder) owner(n int, p *phrase) int {
	d := p.d
	owner, speaker := span.Range{}, -1
	for i := p.at.From; i < p.head && speaker < 0; i++ {
		if next := i + 1; next == p.head || d.Tokens[next].XPOS == "POS" || d.Tokens[i].XPOS == "PRP$" {
			speaker, owner = d.EntityAt(i), span.Range{From: i, To: i + 1}
		}
	}
	if speaker >= 0 {
		switch d.Entities[speaker].Type {
		case doc.Person, doc.Organization, doc.Place:
			o := phrase{d: d, at: owner, head: owner.From}
			return b.source(n, &o, speaker, kindOf(d, speaker))
		}
		return -1
	}
	for i := p.head + 1; i+1 < p.whole.To && i < p.head+4; i++ {
		if t := &d.Tokens[i]; t.UPOS == "VERB" {
			continue
		} else if t.UPOS != "ADP" || !d.Lang.Attribution.Owners.Has(t.Norm) {
			return -1
		}
		o := newPhrase(d, d.Span(span.Range{From: i + 1, To: p.whole.To}))
		if o.head < 0 {
			return -1
		}
		speaker := d.EntityAt(o.head)
		kind := doc.OriginKind(o.source(o.head))
		if speaker >= 0 && (kind == "" || d.Entities[speaker].Type == doc.Person) {
			kind = kindOf(d, speaker)
		}
		if kind == "" || kind == doc.OriginDocument {
			return -1
		}
		return b.source(n, &o, speaker, kind)
	}
	return -1
}

// kindOf returns the kind of origin that an entity of d is.
func kindOf(d *doc.Doc, entity int) doc.OriginKind {
	if d.Entities[entity].Type == doc.Person {
		return doc.OriginPerson
	}
	return doc.OriginOrganization
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
			several := p.d.Lang.Attribution.Several.Has(p.d.Tokens[p.at.From].Norm)
			if k >= len(b.recent[n])-3 && person == somebody(o.Kind) && (o.Kind != doc.OriginPerson || !several) {
				return i, several || !b.several(n, o)
			}
			continue
		}
		if !p.definite || p.head < 0 {
			continue
		}
		near := k >= len(b.recent[n])-2
		short := p.at.Len() == 1 && (p.bare() || o.Kind == doc.OriginMedia)
		switch {
		case (short && o.Kind != doc.OriginPerson || p.bare() && o.Kind != doc.OriginPerson && p.at.Len() > 1) && strings.HasSuffix(" "+fold(o.core), " "+fold(p.d.Words(p.at))),
			short && o.Kind == doc.OriginDocument && o.head == p.lemma(),
			p.bare() && p.at.Len() < 3 && near && o.Kind == doc.OriginMedia && p.source(p.head) == string(doc.OriginMedia),
			short && near && o.Kind == doc.OriginMedia && p.d.Lang.Attribution.Pieces.Has(p.d.Tokens[p.head].Lemma),
			short && k == len(b.recent[n])-1 && p.owned() && (o.Kind == doc.OriginPerson || o.Kind == doc.OriginOrganization) && !p.anothers(o.Mentions):
			return i, true
		}
	}
	return 0, false
}

// several reports whether an origin is named in document n as more than one: "workers".
func (b *builder) several(n int, o *Origin) bool {
	d := b.set.docs[n]
	for k := len(o.Mentions) - 1; k >= 0; k-- {
		if m := o.Mentions[k]; m.Doc == n {
			p := newPhrase(d, m.Span)
			return p.head >= 0 && (d.Tokens[p.head].XPOS == "NNS" || d.Tokens[p.head].XPOS == "NNPS")
		}
	}
	return false
}

// somebody reports whether an origin of this kind is people.
func somebody(kind doc.OriginKind) bool {
	switch kind {
	case doc.OriginPerson, doc.OriginOfficial, doc.OriginExpert, doc.OriginWitness, doc.OriginUnnamed:
		return true
	}
	return false
}

// sameOutlet reports whether a source's name is that of the outlet, which may
// be given by its address on the web.
func (b *builder) sameOutlet(outlet, name string) bool {
	o, n := fold(outlet), fold(name)
	if host, _, found := strings.Cut(strings.TrimPrefix(o, "www."), "."); found && !strings.Contains(o, " ") && host == strings.ReplaceAll(n, " ", "") && len(host) > 2 {
		return true
	}
	if o == "" || n == "" {
		return false
	}
	return o == n || acronym(name) == strings.ToUpper(o) && len(o) > 1 || acronym(outlet) == strings.ToUpper(n) && len(n) > 1
}

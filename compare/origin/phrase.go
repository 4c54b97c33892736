package origin

import (
	"slices"
	"strconv"
	"strings"

	"synoptic/analyze/doc"
	"synoptic/span"
)

// phrase is the core of a source: its first base noun phrase.
type phrase struct {
	d     *doc.Doc
	whole span.Range // the source
	at    span.Range // the words that name it
	head  int
	// definite is true behind a word like "the".
	definite bool
}

// newPhrase finds the core of the source at s: without article, apposition or
// relative clause; the inner document of "remarks in a video".
func newPhrase(d *doc.Doc, s span.Span) phrase {
	r := d.Range(s)
	p := phrase{d: d, whole: r, at: r, head: -1}
	from := r.From
	for {
		end := from
		p.head = -1
		for end < r.To {
			t := &d.Tokens[end]
			if t.UPOS == "ADP" || t.UPOS == "VERB" && p.head >= 0 && d.Tokens[p.head].UPOS != "DET" || t.UPOS == "AUX" || t.Norm == "," || t.Norm == "(" || t.UPOS == "SCONJ" {
				break
			}
			if p.head >= 0 && d.Lang.Name.Calendar.Has(t.Norm) && d.Tokens[p.head].UPOS != "DET" {
				break // "a resolution Tuesday"
			}
			if p.head >= 0 && (t.UPOS == "CCONJ" && !p.shares(end, r.To) || t.XPOS == "``") {
				break
			}
			if t.UPOS == "NOUN" || t.UPOS == "PROPN" || t.UPOS == "PRON" || p.head < 0 || t.UPOS == "ADJ" && end+1 == r.To && d.Tokens[p.head].UPOS != "NOUN" && d.Tokens[p.head].UPOS != "PRON" {
				p.head = end
			}
			end++
		}
		p.at = span.Range{From: from, To: end}
		if end+1 < r.To && d.Tokens[end].UPOS == "ADP" && p.head >= 0 {
			inner := p.headFrom(end+1, r.To)
			if inner >= 0 && p.remark() && p.source(inner) == string(doc.OriginDocument) {
				from = end + 1 // "remarks in a video"
				continue
			}
			if inner >= 0 && (d.Lang.Attribution.Partitives.Has(d.Tokens[p.head].Norm) || d.Tokens[p.head].UPOS == "NUM") {
				from = end + 1 // "two of the officials"
				continue
			}
		}
		break
	}
	for p.at.Len() > 1 && p.at.From != p.head && (d.Tokens[p.at.From].UPOS == "DET" || d.Tokens[p.at.From].UPOS == "ADP" || d.Tokens[p.at.From].UPOS == "PUNCT") {
		p.definite = p.definite || d.Lang.Name.Definite.Has(d.Tokens[p.at.From].Norm)
		p.at.From++
	}
	for p.at.Len() > 1 && (d.Tokens[p.at.To-1].UPOS == "PUNCT" || d.Tokens[p.at.To-1].UPOS == "ADJ" && p.at.To-1 > p.head) {
		p.at.To--
	}
	// Who made or owns it belongs to it: "officials in Rome", "a video
	// released by the palace".
	if p.head >= 0 && d.Tokens[p.head].UPOS != "PROPN" {
		for i := p.at.To; i < r.To && i < p.at.To+8; i++ {
			t := &d.Tokens[i]
			if t.Norm == "," || t.Norm == "(" || d.Lang.Name.Calendar.Has(t.Norm) || t.UPOS == "PRON" || t.UPOS == "SCONJ" || t.UPOS == "CCONJ" ||
				t.UPOS == "VERB" && p.source(p.head) != string(doc.OriginDocument) {
				break
			}
			by := i > p.at.To && p.source(p.head) == string(doc.OriginDocument) && d.Lang.Attribution.Owners.Has(d.Tokens[i-1].Norm)
			if t.UPOS == "PROPN" || capital(d, i) || by {
				end := i + 1
				for end < r.To && (d.Tokens[end].UPOS == "PROPN" || d.Tokens[end].UPOS == "NOUN" || d.Tokens[end].UPOS == "ADJ" || d.Tokens[end].XPOS == "POS" || capital(d, end)) {
					end++
				}
				if d.Tokens[end-1].XPOS == "POS" {
					end--
				}
				if by && end+1 < r.To && d.Lang.Attribution.Owners.Has(d.Tokens[end].Norm) && capital(d, end+1) {
					for end++; end < r.To && capital(d, end); { // "of photographs by Lee"
						end++
					}
				}
				if end+1 < r.To && d.Tokens[end].UPOS == "CCONJ" && capital(d, end+1) {
					for end++; end < r.To && capital(d, end); {
						end++
					}
				}
				p.at.To = end
				break
			}
		}
	}
	return p
}

// source returns the kind of origin that the noun at i names, alone or with
// the word before it; empty for any other word.
func (p *phrase) source(i int) string {
	list := p.d.Lang.Attribution.Sources
	if i > p.at.From {
		if kind, ok := list[p.d.Tokens[i-1].Norm+" "+p.d.Tokens[i].Lemma]; ok {
			return kind
		}
	}
	if kind, ok := list[p.d.Tokens[i].Lemma]; ok {
		return kind
	}
	if kind, ok := list[p.d.Tokens[i].Norm]; ok {
		return kind
	}
	if p.d.Tokens[i].UPOS == "NOUN" && p.d.Lang.Attribution.People.Has(p.d.Tokens[i].Lemma) {
		return string(doc.OriginUnnamed)
	}
	return ""
}

// remark reports whether the phrase is words of somebody that are no source
// without that body's name: "remarks".
func (p *phrase) remark() bool {
	return p.head >= 0 && p.d.Lang.Attribution.Remarks.Has(p.d.Tokens[p.head].Lemma)
}

// owned reports whether the phrase is words that have an owner.
func (p *phrase) owned() bool {
	return p.remark() || p.head >= 0 && p.d.Lang.Attribution.Writings.Has(p.d.Tokens[p.head].Lemma)
}

// speaks reports whether a phrase that names no known entity can be a source
// of that kind: a name, or a noun for people, bodies, outlets or papers.
func (p *phrase) speaks(kind doc.OriginKind) bool {
	if p.head < 0 {
		return false
	}
	t := &p.d.Tokens[p.head]
	if p.d.Lang.Attribution.Partitives.Has(t.Norm) && p.head+1 < p.whole.To && p.d.Tokens[p.head+1].UPOS == "ADP" {
		return false // "one of its bridges"
	}
	if p.source(p.head) != "" {
		return !p.remark()
	}
	switch t.UPOS {
	case "PROPN":
		if kind == doc.OriginMedia {
			return true
		}
		for _, n := range p.d.NamesIn(span.Range{From: p.head, To: p.head + 1}) {
			if n.Has(p.head) {
				return n.Type != doc.Event && n.Type != doc.Other
			}
		}
		return p.at.Len() > 1
	case "NOUN", "ADJ", "NUM":
		// Behind a name that owns it a noun may be a body: "Israel's military".
		return kind == doc.OriginMedia || kind == doc.OriginDocument || kind == doc.OriginOrganization && p.proper()
	}
	return false
}

// ownedBy reports whether a name in the phrase only owns what it names:
// "Lee's newspaper".
func (p *phrase) ownedBy(n doc.Name) bool {
	return n.To < p.at.To && p.d.Tokens[n.To].XPOS == "POS"
}

// anothers reports whether the paper that a phrase points back to is not of the one who spoke
// last: it was told of since, and nobody is named before it there, "a letter came from ninety
// bakers". The last of mentions is where that one spoke.
func (p *phrase) anothers(mentions []Mention) bool {
	if len(mentions) == 0 {
		return false
	}
	d, lemma := p.d, p.lemma()
	said := d.SentenceOf(d.Range(mentions[len(mentions)-1].Span).From)
	for i := p.whole.From - 1; i > 0 && i > p.whole.From-paperReach; i-- {
		if d.Tokens[i].Lemma != lemma || d.Tokens[i].UPOS != "NOUN" {
			continue
		}
		at := d.SentenceOf(i)
		if at <= said {
			return false
		}
		for k := d.Sentences[at].From; k < i; k++ {
			if d.EntityAt(k) >= 0 || d.Tokens[k].XPOS == "PRP" || d.Tokens[k].XPOS == "PRP$" {
				return false // "Lund issued a letter", "his letter"
			}
		}
		return true
	}
	return false
}

// paperReach is how many tokens back the first mention of a paper is looked for.
const paperReach = 200

// shares reports whether the conjunction at i joins words that describe one
// noun: "U.S. and South Korean officials", "city and state officials".
func (p *phrase) shares(i, to int) bool {
	if t := &p.d.Tokens[i-1]; p.head == i-1 && t.Head > i && t.Head < to && p.source(t.Head) != "" && describes(t.Relation) {
		return true
	}
	if p.head == i-1 && p.at.From == p.head && i+2 < to && p.d.Tokens[p.head].XPOS == "NN" && p.d.Tokens[i+1].XPOS == "NN" && p.d.Tokens[i+2].XPOS == "NNS" &&
		p.source(i+2) != "" && p.source(p.head) != string(doc.OriginOfficial) {
		return true // for the tree a city speaks
	}
	if p.head != i-1 || !capital(p.d, i-1) || i+2 >= to || !capital(p.d, i+1) {
		return false
	}
	if k, ok := p.d.Lang.Name.Find(p.d.Word(i - 1)); p.d.Tokens[i-1].UPOS != "ADJ" && (!ok || k.Type != string(doc.Place) && k.Type != string(doc.GroupType)) {
		return false
	}
	k := i + 1
	for k < to && capital(p.d, k) && p.d.Tokens[k].UPOS != "ADP" {
		k++
	}
	return k < to && p.d.Tokens[k].UPOS == "NOUN" && p.source(k) != ""
}

// describes reports whether what hangs on a noun by a relation describes it.
func describes(relation string) bool { return relation == "compound" || relation == "amod" }

// ownOutlet reports whether the phrase is the outlet's way to speak of itself:
// "this newspaper", "the Courier".
func (p *phrase) ownOutlet(outlet string) bool {
	first, last := p.whole.From, p.at.To-1
	if p.head < 0 || p.at.Len() > 2 {
		return false
	}
	if p.source(p.head) == string(doc.OriginMedia) && first < p.head && p.d.Lang.Attribution.Own.Has(p.d.Tokens[first].Norm) {
		return true
	}
	names := strings.Fields(fold(outlet))
	return p.definite && p.at.Len() == 1 && len(names) > 1 && names[len(names)-1] == p.d.Tokens[last].Norm && capital(p.d, last)
}

// capital reports whether token i of d begins with a capital letter.
func capital(d *doc.Doc, i int) bool {
	c := d.Word(i)[0]
	return c >= 'A' && c <= 'Z'
}

// pronoun reports whether the phrase is one pronoun of the third person.
func (p *phrase) pronoun() bool { return p.at.Len() == 1 && p.d.Tokens[p.at.From].XPOS == "PRP" }

// writer reports whether the phrase is who writes: "I", outside quotations.
func (p *phrase) writer() bool {
	if !p.pronoun() || !p.d.Lang.Compare.Self.Has(p.d.Tokens[p.at.From].Norm) {
		return false
	}
	at := p.d.Span(p.at)
	return !slices.ContainsFunc(p.d.Quotes, func(q doc.Quote) bool { return q.Contains(at) })
}

// lemma returns the dictionary form of the main noun, or of the word that
// stands for it and its synonyms.
func (p *phrase) lemma() string {
	if p.head < 0 {
		return ""
	}
	return p.d.Lang.Compare.Same(p.d.Tokens[p.head].Lemma)
}

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
		case "PRON":
			if p.d.Tokens[i].XPOS != "PRP$" {
				return head
			}
		default:
			return head
		}
	}
	return head
}

// name returns the words, with neither article nor trailing possessive; of
// people without a name, with what is said of them: "people familiar with the
// plan".
func (p *phrase) name() string {
	at := p.at
	if p.head >= 0 && p.bare() && at.To < p.whole.To && p.described() {
		to := min(p.whole.To, at.To+longest)
		for at.To < to && p.d.Tokens[at.To].UPOS != "PUNCT" && !p.dates(at.To) {
			at.To++
		}
		if at.To < p.whole.To && p.d.Tokens[at.To].UPOS != "PUNCT" && !p.dates(at.To) {
			at = p.at
		}
	}
	return p.d.Words(at)
}

// dates reports whether a day or month begins at token i, with its preposition if it has one:
// "police on Monday".
func (p *phrase) dates(i int) bool {
	calendar := p.d.Lang.Name.Calendar
	return calendar.Has(p.d.Tokens[i].Norm) || p.d.Tokens[i].UPOS == "ADP" && i+1 < p.whole.To && calendar.Has(p.d.Tokens[i+1].Norm)
}

// described reports whether the phrase is one for people without a name of whom
// more may be said: "people familiar with the plan", "a spokesman for the militia".
func (p *phrase) described() bool {
	switch doc.OriginKind(p.source(p.head)) {
	case doc.OriginUnnamed:
		return true
	case doc.OriginOfficial, doc.OriginExpert, doc.OriginWitness:
		next := &p.d.Tokens[p.at.To]
		l := &p.d.Lang.Attribution
		return next.UPOS == "ADP" || next.UPOS == "ADJ" || next.XPOS == "VBN" && !l.Readers.Has(next.Lemma) && !l.Carriers.Has(next.Lemma)
	}
	return false
}

// longest is how many words are shown of what is said of people without a name.
const longest = 8

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
// without articles, possessives and prepositions, in order of the alphabet; a
// country or people by its key; an acronym where the whole is a name that has
// one. entity tells persons and bodies in it by name, by their number in the
// story.
func (p *phrase) key(entity func(int) int) string {
	var words []string
	capitals := true
	names := p.names()
	for i := p.at.From; i < p.at.To; i++ {
		t := &p.d.Tokens[i]
		if len(names) > 0 && i >= names[0].Title.From {
			words = append(words, "#"+strconv.Itoa(entity(names[0].Entity)))
			capitals = false
			i = names[0].To - 1
			names = names[1:]
			continue
		}
		if k, n := p.country(i); n > 0 {
			words = append(words, "@"+k)
			capitals = capitals && p.head >= 0 && p.source(p.head) == "" // not "the South Korean Military"
			i += n - 1
			continue
		}
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
	slices.Sort(words)
	return strings.Join(slices.Compact(words), " ")
}

// names lists the persons and bodies that the phrase names beside its head.
func (p *phrase) names() []doc.Name {
	var list []doc.Name
	for _, n := range p.d.NamesIn(p.at) {
		if n.Entity < 0 || !p.at.Contains(n.Range) || n.Has(p.head) || n.Type != doc.Person && n.Type != doc.Organization {
			continue
		}
		if n.Title.Empty() || n.Title.From < p.at.From || n.Title.Has(p.head) {
			n.Title = span.Range{From: n.From, To: n.From}
		}
		list = append(list, n)
	}
	return list
}

// country returns the key of the country that the name or adjective at i means
// and how many tokens it has; 0 when there is none.
func (p *phrase) country(i int) (string, int) {
	for n := min(4, p.at.To-i); n > 0; n-- {
		if !capital(p.d, i) {
			break
		}
		k, ok := p.d.Lang.Name.Find(p.d.Words(span.Range{From: i, To: i + n}))
		if ok && (k.Label == "Country" || k.Label == "Nationality") {
			return k.Key, n
		}
	}
	return "", 0
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

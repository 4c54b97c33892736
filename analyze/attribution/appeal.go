package attribution

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"synoptic/analyze/attribution/internal/appeal"
	"synoptic/analyze/class"
	"synoptic/analyze/doc"
	"synoptic/span"
)

// appeals tells of each attribution with a source on what kind of source its
// words rest.
func (r *reader) appeals() {
	if r.l.Appeals == nil {
		return
	}
	m, _ := r.l.Appeals.Unpacked(unpackAppeals).(*appeal.Model)
	if m == nil {
		return
	}
	w := r.witness()
	Judge(r.d, func(k int) (doc.Appeal, int) { return m.Best(w.clues(k)) })
}

// Judge gives the attributions of d that have a source their appeals, and better
// origins where it can, by what best says of each: a kind, and by how much it
// leads. What is clear of a person in one place holds wherever the person speaks.
func Judge(d *doc.Doc, best func(k int) (kind doc.Appeal, lead int)) {
	type known struct {
		kind doc.Appeal
		lead int
	}
	people := make([]known, len(d.Entities))
	leads := make([]int, len(d.Attributions))
	for k := range d.Attributions {
		a := &d.Attributions[k]
		if len(a.Source) == 0 {
			continue
		}
		a.Appeal, leads[k] = best(k)
		if a.Appeal == doc.NoAppeal || a.Appeal == doc.AppealUnclear || a.Speaker < 0 || d.Entities[a.Speaker].Type != doc.Person {
			continue
		}
		if p := &people[a.Speaker]; leads[k] >= clear && leads[k] > p.lead {
			*p = known{a.Appeal, leads[k]}
		}
	}
	for k := range d.Attributions {
		a := &d.Attributions[k]
		if len(a.Source) == 0 {
			continue
		}
		kind, lead := a.Appeal, leads[k]
		if a.Speaker >= 0 && people[a.Speaker].lead > 0 {
			kind, lead = people[a.Speaker].kind, people[a.Speaker].lead
		}
		if a.Appeal == doc.AppealUnclear {
			a.Appeal = kind
		}
		if lead >= clear {
			a.Origin = better(a, kind)
		}
	}
}

// clear is by how much a kind must lead, in the model's scores, to be told of a
// person elsewhere and to say more of an origin than rules know: the odds are two
// and a half to one.
const clear = 30

// better returns the origin of a, whose source is of that kind. The model is right
// more often than rules where these see only the name of a person or body. Where
// they know an official, an expert, a paper or an outlet by a noun, they are; and
// who is not to be named stays unnamed, also as a witness ("people familiar with
// it").
func better(a *doc.Attribution, kind doc.Appeal) doc.OriginKind {
	switch {
	case a.Origin == doc.OriginPerson && a.Speaker >= 0 && kind == doc.AppealOfficial:
		return doc.OriginOfficial
	case a.Origin == doc.OriginPerson && a.Speaker >= 0 && kind == doc.AppealExpert:
		return doc.OriginExpert
	case a.Origin == doc.OriginOrganization && kind == doc.AppealMedia:
		return doc.OriginMedia
	}
	return a.Origin
}

func unpackAppeals(packed []byte) any {
	m, err := appeal.Read(packed)
	if err != nil {
		return nil
	}
	return m
}

// Clues returns for each attribution of d the features that tell on what kind of
// source it rests; none for one without a source.
func Clues(d *doc.Doc) [][]uint32 {
	w := newReader(d).witness()
	list := make([][]uint32, len(d.Attributions))
	for k := range list {
		if len(d.Attributions[k].Source) > 0 {
			list[k] = w.clues(k)
		}
	}
	return list
}

// What is looked at of one attribution at most, in tokens or words, so that the
// time for a text of any kind grows with its length alone.
const (
	longSource  = 60
	longContent = 100
	manyRoles   = 4
	around      = 3 // tokens on either side of a source
)

// witness says of an attribution what tells on what kind of source it rests: the
// source with its tags, lists and names, what describes it, the cue, and what
// sort of words are given.
type witness struct {
	*reader
	classes *class.Table
	list    []uint32
}

func (r *reader) witness() *witness { return &witness{reader: r, classes: class.Known(r.d.Lang)} }

// add adds a feature of some parts.
func (w *witness) add(parts ...string) {
	h := class.Hash(parts[0])
	for _, p := range parts[1:] {
		h = class.Mix(h, class.Hash(p))
	}
	w.list = append(w.list, h)
}

// word adds the word at i, as one in some place, with its classes and what lists
// say of it.
func (w *witness) word(place string, i int) {
	t := &w.d.Tokens[i]
	w.add(place, strings.ToLower(t.Lemma))
	for level, c := range w.classes.Of(class.HashLower(w.d.Word(i))) {
		if c > 0 {
			w.add(place, "class", strconv.Itoa(level), strconv.Itoa(int(c)))
		}
	}
	if kind := w.listed(i); kind != "" {
		w.add(place, "list", kind)
	}
}

// listed is what lists say of the word at i.
func (w *witness) listed(i int) string {
	word, lemma, names := w.norm(i), strings.ToLower(w.d.Tokens[i].Lemma), &w.d.Lang.Name
	if kind, ok := w.l.Sources[lemma]; ok {
		return kind
	}
	switch {
	case w.l.Press.Has(lemma):
		return "press"
	case w.l.Media.Has(word):
		return "outlet"
	case names.Roles.Has(lemma):
		return "role"
	case names.Honorifics[word] != "":
		return "honorific"
	}
	kind := names.Heads[word]
	return kind.Type + kind.Label
}

// clues returns the features of attribution k, each once, in order.
func (w *witness) clues(k int) []uint32 {
	w.list = nil
	a := &w.d.Attributions[k]
	at, cue := w.d.Range(a.Source[0]), w.d.Range(a.Cue[0])
	at.To = min(at.To, at.From+longSource)
	w.add("any")
	if !at.Empty() && !cue.Empty() {
		head := w.headOf(at)
		if head < 0 {
			head = at.To - 1
		}
		what := w.what(at, head)
		w.source(at, head, what)
		w.beside(a, at, head, what)
		w.cue(a, at, cue, what)
		w.content(a, what)
	}
	slices.Sort(w.list)
	return slices.Compact(w.list)
}

// what says in a word what a source is.
func (w *witness) what(at span.Range, head int) string {
	if kind := w.common(head); kind != "" {
		return kind
	}
	if w.isMedia(at, head) {
		return "outlet"
	}
	if w.upos(head) == "PRON" {
		return w.norm(head)
	}
	what := w.upos(head)
	for _, n := range w.d.NamesIn(at) {
		if n.Has(head) || what == w.upos(head) {
			what = string(n.Type)
			if n.Type == doc.Person && n.Len() == 1 && n.Title.Empty() {
				what = "surname"
			}
		}
	}
	return what
}

// source adds what the words for the source say by themselves.
func (w *witness) source(at span.Range, head int, what string) {
	w.add("what", what)
	w.word("head", head)
	w.add("tag", w.xpos(head))
	w.add("tag", w.xpos(head), what)
	w.add("size", what, strconv.Itoa(min(at.Len(), 6)))
	w.add("letters", shape(w.d.Word(head)))
	switch first := w.upos(at.From); first {
	case "DET", "NUM":
		w.add("begins", w.norm(at.From))
		w.add("begins", w.norm(at.From), what)
	default:
		w.add("begins", first)
	}
	for _, n := range w.d.NamesIn(at) {
		name := w.d.Words(n.Range)
		w.add("label", n.Label)
		w.add("name", shape(name))
		if known, ok := w.d.Lang.Name.Find(name); ok {
			w.add("known", known.Type, known.Label)
		}
		if n.Has(head) {
			w.add("name", shape(name), string(n.Type))
			w.add("names", string(n.Type), strconv.Itoa(min(n.Len(), 4)))
			for i := n.Title.From; i < n.Title.To; i++ {
				w.word("title", i)
			}
		}
	}
	comma := at.From
	for comma < at.To && w.norm(comma) != "," {
		comma++
	}
	if comma < at.To {
		w.add("described", what)
	}
	for i := at.From; i < at.To; i++ {
		if w.l.Sights.Has(w.d.Tokens[i].Lemma) {
			w.add("sight", strconv.FormatBool(i == head))
		}
		if w.upos(i) == "PUNCT" || w.upos(i) == "DET" || i == head {
			continue
		}
		w.word("in", i)
		switch {
		case i > comma:
			w.word("behind", i) // "Ann Lee, the mayor"
		case i > head:
			w.word("after", i) // "people familiar with it"
		}
	}
}

// beside adds what stands on either side of the source, and how the article speaks
// of who it is elsewhere.
func (w *witness) beside(a *doc.Attribution, at span.Range, head int, what string) {
	if n := w.d.SentenceOf(head); n >= 0 {
		s := w.d.Sentences[n]
		if at.From == s.From {
			w.add("first", what)
		}
		for i := max(s.From, at.From-around); i < at.From; i++ {
			w.word("before", i)
		}
		for i := at.To; i < min(s.To, at.To+around); i++ {
			w.word("next", i)
		}
	}
	if a.Speaker >= 0 {
		roles := w.d.Entities[a.Speaker].Roles
		for _, role := range roles[:min(len(roles), manyRoles)] {
			for i := role.From; i < role.To; i++ {
				w.word("behind", i)
			}
		}
	}
}

// cue adds what the cue says.
func (w *witness) cue(a *doc.Attribution, at, cue span.Range, what string) {
	top := w.top(cue)
	lemma, act, kind, relation := w.lemma(top), string(a.Act), string(a.Kind), w.d.Tokens[top].Relation
	w.word("cue", top)
	w.add("cue", lemma, what)
	w.add("cuetag", w.xpos(top))
	w.add("act", act)
	w.add("act", act, what)
	w.add("kind", kind)
	w.add("kind", kind, what)
	w.add("kind", kind, lemma)
	for i := cue.From; i < min(cue.To, cue.From+longSource); i++ {
		w.add("incue", w.norm(i))
	}
	place := strconv.FormatBool(cue.From < at.From)
	w.add("place", place)
	w.add("place", place, lemma)
	w.add("sure", strconv.Itoa(a.Confidence/10))
	w.add("within", strconv.FormatBool(a.Parent >= 0))
	w.add("venue", strconv.FormatBool(!a.Venue.Empty()))
	w.add("relation", relation)
	w.add("relation", relation, act)
}

// content adds what sort of words are given: firm or not, about themselves or not.
func (w *witness) content(a *doc.Attribution, what string) {
	kind, quoted, finite, left := string(a.Kind), false, false, longContent
	for n, c := range a.Content {
		at := w.d.Range(c)
		at.To = min(at.To, at.From+left)
		if at.Empty() {
			continue
		}
		left -= at.Len()
		if n == 0 {
			w.add("opens", w.norm(at.From))
			if at.Len() > 1 {
				w.add("second", w.norm(at.From+1))
			}
		}
		top := w.top(at)
		w.add("about", strings.ToLower(w.d.Tokens[top].Lemma))
		w.add("abouttag", w.xpos(top))
		for i := at.From; i < at.To; i++ {
			t := &w.d.Tokens[i]
			quoted = quoted || w.mark(i)
			finite = finite || t.Finite()
			switch {
			case t.XPOS == "MD":
				w.add("modal", t.Norm)
			case t.Finite():
				w.add("verb", t.XPOS)
				w.add("verb", strings.ToLower(t.Lemma))
			case t.UPOS == "NUM":
				w.add("number")
			case t.UPOS == "PRON" || t.UPOS == "ADV" || t.UPOS == "ADJ" || t.UPOS == "SCONJ":
				w.add("says", t.Norm)
			}
			if t.XPOS == "PRP" || t.XPOS == "PRP$" {
				w.add("self", t.Norm, kind)
				w.add("self", t.Norm, what)
				w.add("self", t.Norm, kind, what)
			}
		}
	}
	w.add("quoted", strconv.FormatBool(quoted))
	w.add("finite", strconv.FormatBool(finite))
}

// shape is how a name is written: "KQRS" is XXXX, "Ann Lee" Xx Xx.
func shape(name string) string {
	const long = 12
	var b []byte
	for _, r := range name {
		c := byte('-')
		switch {
		case unicode.IsUpper(r):
			c = 'X'
		case unicode.IsLower(r):
			c = 'x'
		case unicode.IsDigit(r):
			c = '0'
		case r == ' ' || r == '.':
			c = byte(r)
		}
		if c != 'x' || len(b) == 0 || b[len(b)-1] != 'x' {
			b = append(b, c)
		}
		if len(b) == long {
			break
		}
	}
	return string(b)
}

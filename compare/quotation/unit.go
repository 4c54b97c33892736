package quotation

import (
	"math/bits"
	"slices"
	"strconv"
	"strings"
	"time"

	"synoptic/analyze/doc"
	"synoptic/compare/entity"
	"synoptic/span"
)

// unit is a stretch of one sentence that may render an utterance: a quotation,
// a quoted fragment with the words around it, or an indirect content.
type unit struct {
	doc         int
	attribution int // index, or -1
	speaker     int // story entity, or -1
	kind        doc.AttributionKind
	fragment    bool       // a few quoted words within other words
	core        span.Range // the quoted words; all words of an indirect content
	whole       span.Range // core with the words around it in the same content
	around      span.Range // all of that content in the sentence
	person      bool       // speaker is a person
	cue         int        // token of a cue that belongs to the wording ("called it"), or -1
	sentence    int        // of core, within its quotation: 0 for the first
	quote       int        // index of the quotation, or -1
	source      []string   // lemmas of the source's telling words
	words       []string   // normal forms of the words of core
	tokens      []int      // where they stand
	day         int        // of publication, counted from 1970 on; 0 when not known
	paper       bool       // a document of the event is the source: "the lawsuit"
	terms       []term     // content words of whole, in order
	keys        []int32    // of the terms, each once, sorted
	weight      int        // of the terms in core
	verb        bool       // a verb stands in core
}

// term is a content word.
type term struct {
	token  int
	norm   string
	lemma  string // or the word that stands for it and its synonyms
	key    int32  // number of the lemma in the story
	name   bool   // a proper noun: tells who, not what
	core   bool
	weight int
}

// maxWords bounds a unit; longer sentences are cut.
const maxWords = 80

// reach is how many words around a quoted fragment tell what it is about.
const reach = 10

// join is how many words may part two quoted fragments that are one rendering:
// "'will join efforts' to halt 'all tests'".
const join = 2

// gather finds the units of all documents.
func gather(docs []*doc.Doc, entities *entity.Set) []unit {
	var list []unit
	for n, d := range docs {
		units := append(quoted(n, d, entities), told(n, d, entities)...)
		if published := d.Article.Published; len(published) >= len(time.DateOnly) {
			if day, err := time.Parse(time.DateOnly, published[:len(time.DateOnly)]); err == nil {
				for i := range units {
					units[i].day = int(day.Unix() / (24 * 60 * 60))
				}
			}
		}
		list = append(list, units...)
	}
	said := map[string]int{}
	return slices.DeleteFunc(list, func(u unit) bool {
		if !slices.ContainsFunc(u.terms, func(t term) bool { return t.core }) {
			return true
		}
		words := strconv.Itoa(u.doc) + " " + strings.Join(u.words, " ")
		said[words]++
		return said[words] > refrain
	})
}

// refrain is how often one document may say the same words before the rest is
// passed over.
const refrain = 4

// quoted makes a unit of each outer quotation, sentence by sentence.
func quoted(n int, d *doc.Doc, entities *entity.Set) []unit {
	var list []unit
	for at, q := range d.Quotes {
		tokens := d.Range(q.Span)
		if q.Depth > 0 || tokens.Empty() {
			continue
		}
		k, content := attributionOf(d, q.Span)
		if !q.Speech && k < 0 {
			continue
		}
		first := max(d.SentenceOf(tokens.From), 0)
		for i := first; i < len(d.Sentences) && d.Sentences[i].From < tokens.To; i++ {
			s := d.Sentences[i]
			if !s.Kind.Reported() {
				continue
			}
			core := span.Range{From: max(tokens.From, s.From), To: min(tokens.To, s.To)}
			u := unit{doc: n, attribution: k, kind: doc.Direct, core: core, whole: core, around: core, cue: -1, quote: at, sentence: i - first}
			u.say(n, d, entities)
			if k >= 0 {
				u.frame(d, content, s.Range)
				u.source = telling(d, d.Attributions[k].Source)
			}
			if last := len(list) - 1; last >= 0 && u.fragment && list[last].fragment && list[last].attribution == k &&
				list[last].sentence == 0 && u.core.From-list[last].core.To <= join && list[last].whole.Overlaps(u.whole) {
				p := &list[last]
				p.core.To, p.whole.To = u.core.To, max(p.whole.To, u.whole.To)
				p.around = span.Range{From: min(p.around.From, u.around.From), To: max(p.around.To, u.around.To)}
				p.words, p.tokens, p.terms = nil, nil, nil
				p.read(d)
				continue
			}
			u.read(d)
			list = append(list, u)
		}
	}
	return list
}

// frame finds the words around a quotation that belong to the same content,
// and the cue where that carries meaning: "called it 'a farce'".
func (u *unit) frame(d *doc.Doc, content span.Span, s span.Range) {
	around := d.Range(content)
	around = span.Range{From: max(around.From, s.From), To: min(around.To, s.To)}
	if around.Contains(u.core) && around.Len() > u.core.Len()+1 {
		u.kind, u.fragment, u.around = doc.Mixed, true, around
		u.whole = span.Range{From: max(around.From, u.core.From-reach), To: min(around.To, u.core.To+reach)}
		if t := &d.Tokens[u.whole.From]; u.whole.From == around.From && u.whole.From < u.core.From && d.Lang.Attribution.Complementizers.Has(t.Norm) {
			u.whole.From++
			u.around.From++
		}
	}
	cue := d.Range(d.Attributions[u.attribution].Cue[0])
	if cue.To != around.From || u.core.Len() > 12 {
		return
	}
	for i := around.From; i < u.core.From; i++ {
		if d.Tokens[i].Finite() {
			return
		}
	}
	if around.From < u.core.From && u.whole.From == around.From {
		u.cue = cue.From
	}
}

// telling returns the lemmas of nouns, names and adjectives in spans.
func telling(d *doc.Doc, spans []span.Span) []string {
	var list []string
	for _, s := range spans {
		r := d.Range(s)
		for i := r.From; i < r.To; i++ {
			switch d.Tokens[i].UPOS {
			case "NOUN", "PROPN", "ADJ":
				list = append(list, strings.ToLower(d.Tokens[i].Lemma))
			}
		}
	}
	return list
}

// told makes a unit of each content that is not quoted through.
func told(n int, d *doc.Doc, entities *entity.Set) []unit {
	var list []unit
	for k, a := range d.Attributions {
		if len(a.Source) == 0 || a.Kind == doc.Direct {
			continue
		}
		for _, c := range a.Content {
			at := d.Range(c)
			if at.Empty() || quotesIn(d, c) {
				continue
			}
			s := d.SentenceOf(at.From)
			if s < 0 {
				continue
			}
			at.To = min(at.To, d.Sentences[s].To)
			if at.Len() > 1 && d.Lang.Attribution.Complementizers.Has(d.Tokens[at.From].Norm) {
				at.From++
			}
			u := unit{doc: n, attribution: k, kind: doc.Indirect, core: at, whole: at, around: at, cue: -1, quote: -1, source: telling(d, a.Source)}
			u.say(n, d, entities)
			u.read(d)
			list = append(list, u)
		}
	}
	return list
}

// quotesIn reports whether a quotation stands within s.
func quotesIn(d *doc.Doc, s span.Span) bool {
	for _, q := range d.Quotes {
		if q.Overlaps(s) {
			return true
		}
	}
	return false
}

// attributionOf returns the attribution with a source and the smallest content
// that holds s, with that content; the one farthest from the outlet of two.
func attributionOf(d *doc.Doc, s span.Span) (int, span.Span) {
	best, at := -1, span.Span{}
	for k, a := range d.Attributions {
		if len(a.Source) == 0 {
			continue
		}
		for _, c := range a.Content {
			if c.Contains(s) && (best < 0 || c.Len() < at.Len() || c.Len() == at.Len() && a.Parent == best) {
				best, at = k, c
			}
		}
	}
	return best, at
}

// say fills in who speaks, by the unit's attribution.
func (u *unit) say(n int, d *doc.Doc, entities *entity.Set) {
	u.speaker = -1
	if u.attribution >= 0 && d.Attributions[u.attribution].Origin == doc.OriginDocument {
		u.paper = slices.ContainsFunc(telling(d, d.Attributions[u.attribution].Source), d.Lang.Attribution.Instruments.Has)
	}
	if u.attribution < 0 {
		return
	}
	u.speaker = entities.Of(n, entities.Speaker(n, d, &d.Attributions[u.attribution]))
	u.person = u.speaker >= 0 && entities.Entities[u.speaker].Type == doc.Person
}

// read fills in words and terms.
func (u *unit) read(d *doc.Doc) {
	u.whole.To = min(u.whole.To, u.whole.From+maxWords)
	u.core.To = min(u.core.To, u.core.From+maxWords)
	for i := u.whole.From; i < u.whole.To; i++ {
		t := &d.Tokens[i]
		in := u.core.Has(i)
		if in && t.UPOS != "PUNCT" && letters(t.Norm) {
			u.words, u.tokens = append(u.words, t.Norm), append(u.tokens, i)
		}
		u.verb = u.verb || in && (t.UPOS == "VERB" || t.UPOS == "AUX")
		switch t.UPOS {
		case "NOUN", "VERB", "ADJ", "PROPN", "NUM", "ADV":
		default:
			continue
		}
		lemma := strings.ToLower(t.Lemma)
		if !letters(lemma) || d.Lang.Compare.Stop.Has(lemma) {
			continue
		}
		u.terms = append(u.terms, term{token: i, norm: t.Norm, lemma: d.Lang.Compare.Same(lemma), name: t.UPOS == "PROPN", core: in})
	}
}

// unify gives each form of a word one lemma across the story: the one it has
// most often, since the tagger may read the same words in two ways.
func unify(units []unit) {
	count := map[[2]string]int{}
	best := map[string]string{}
	for i := range units {
		for _, t := range units[i].terms {
			count[[2]string{t.norm, t.lemma}]++
			n, top := count[[2]string{t.norm, t.lemma}], count[[2]string{t.norm, best[t.norm]}]
			if n > top || n == top && t.lemma < best[t.norm] {
				best[t.norm] = t.lemma
			}
		}
	}
	for i := range units {
		for k := range units[i].terms {
			t := &units[i].terms[k]
			t.lemma = best[t.norm]
		}
	}
}

// letters reports whether a word has a letter or a digit.
func letters(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r >= 0x80
	})
}

// index lists the keys of u.
func (u *unit) index() {
	u.keys = make([]int32, len(u.terms))
	for i := range u.terms {
		u.keys[i] = u.terms[i].key
	}
	slices.Sort(u.keys)
	u.keys = slices.Compact(u.keys)
}

// weigh gives each term its weight: the rarer in the story, the more it tells;
// names tell half.
func weigh(units []unit) {
	keys := map[string]int32{}
	var count []int // by key
	for i := range units {
		u := &units[i]
		for k := range u.terms {
			t := &u.terms[k]
			key, ok := keys[t.lemma]
			if !ok {
				key = int32(len(count))
				keys[t.lemma] = key
				count = append(count, 0)
			}
			t.key = key
		}
		u.index()
		for _, key := range u.keys {
			count[key]++
		}
	}
	for i := range units {
		u := &units[i]
		for k := range u.terms {
			t := &u.terms[k]
			t.weight = 2 * (1 + bits.Len(uint(len(units)/count[t.key])))
			if t.name {
				t.weight /= 2
			}
			if t.core {
				u.weight += t.weight
			}
		}
	}
}

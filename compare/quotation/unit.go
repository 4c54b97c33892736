package quotation

import (
	"math/bits"
	"slices"
	"strings"

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
	whole       span.Range // core with the clause it stands in
	words       []string   // normal forms of the words of core
	terms       []term     // content words of whole, in order
	weight      int        // of the terms in core
}

// term is a content word.
type term struct {
	token  int
	lemma  string
	name   bool // a proper noun: tells who, not what
	core   bool
	weight int
}

// maxWords bounds a unit; longer sentences are cut.
const maxWords = 80

// gather finds the units of all documents.
func gather(docs []*doc.Doc, entities *entity.Set) []unit {
	var list []unit
	for n, d := range docs {
		list = append(list, quoted(n, d, entities)...)
		list = append(list, told(n, d, entities)...)
	}
	return slices.DeleteFunc(list, func(u unit) bool { return !slices.ContainsFunc(u.terms, func(t term) bool { return t.core }) })
}

// quoted makes a unit of each outer quotation, sentence by sentence.
func quoted(n int, d *doc.Doc, entities *entity.Set) []unit {
	var list []unit
	for _, q := range d.Quotes {
		tokens := d.Range(q.Span)
		if q.Depth > 0 || tokens.Empty() {
			continue
		}
		k, content := attributionOf(d, q.Span)
		if !q.Speech && k < 0 {
			continue
		}
		first := d.SentenceOf(tokens.From)
		for i := max(first, 0); i < len(d.Sentences) && d.Sentences[i].From < tokens.To; i++ {
			s := d.Sentences[i]
			if !s.Kind.Reported() {
				continue
			}
			core := span.Range{From: max(tokens.From, s.From), To: min(tokens.To, s.To)}
			u := unit{doc: n, attribution: k, speaker: speaker(n, d, k, entities), kind: doc.Direct, core: core, whole: core}
			if k >= 0 {
				around := d.Range(content)
				around = span.Range{From: max(around.From, s.From), To: min(around.To, s.To)}
				if around.Contains(core) && around.Len() > core.Len()+1 {
					u.whole, u.kind, u.fragment = around, doc.Mixed, true
				}
				// "called it 'a farce'": the cue tells what is meant.
				if cue := d.Range(d.Attributions[k].Cue[0]); u.fragment && cue.To == u.whole.From || !u.fragment && cue.To == core.From && core.Len() <= 12 {
					u.fragment = true
					u.kind = doc.Mixed
				}
			}
			u.read(d)
			list = append(list, u)
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
			u := unit{doc: n, attribution: k, speaker: speaker(n, d, k, entities), kind: doc.Indirect, core: at, whole: at}
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
// that holds the middle of s, with that content.
func attributionOf(d *doc.Doc, s span.Span) (int, span.Span) {
	best, at := -1, span.Span{}
	for k, a := range d.Attributions {
		if len(a.Source) == 0 {
			continue
		}
		for _, c := range a.Content {
			if c.Contains(s) && (best < 0 || c.Len() < at.Len()) {
				best, at = k, c
			}
		}
	}
	return best, at
}

// speaker returns the story's entity that speaks in attribution k: its own
// speaker, or that of what relays it when it has none.
func speaker(n int, d *doc.Doc, k int, entities *entity.Set) int {
	if k < 0 || d.Attributions[k].Speaker < 0 {
		return -1
	}
	return entities.Of(n, d.Attributions[k].Speaker)
}

// read fills in words and terms.
func (u *unit) read(d *doc.Doc) {
	u.whole.To = min(u.whole.To, u.whole.From+maxWords)
	u.core.To = min(u.core.To, u.core.From+maxWords)
	for i := u.whole.From; i < u.whole.To; i++ {
		t := &d.Tokens[i]
		in := u.core.Has(i)
		if in && t.UPOS != "PUNCT" && letters(t.Norm) {
			u.words = append(u.words, t.Norm)
		}
		switch t.UPOS {
		case "NOUN", "VERB", "ADJ", "PROPN", "NUM", "ADV":
		default:
			continue
		}
		lemma := strings.ToLower(t.Lemma)
		if !letters(lemma) || d.Lang.Compare.Stop.Has(lemma) {
			continue
		}
		u.terms = append(u.terms, term{token: i, lemma: d.Lang.Compare.Same(lemma), name: t.UPOS == "PROPN", core: in})
	}
}

// letters reports whether a word has a letter or a digit.
func letters(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r >= 0x80
	})
}

// weigh gives each term its weight: the rarer in the story, the more it tells;
// names tell half.
func weigh(units []unit) {
	count := map[string]int{}
	for i := range units {
		seen := map[string]bool{}
		for _, t := range units[i].terms {
			if !seen[t.lemma] {
				seen[t.lemma] = true
				count[t.lemma]++
			}
		}
	}
	for i := range units {
		u := &units[i]
		for k := range u.terms {
			t := &u.terms[k]
			t.weight = 2 * (1 + bits.Len(uint(len(units)/count[t.lemma])))
			if t.name {
				t.weight /= 2
			}
			if t.core {
				u.weight += t.weight
			}
		}
	}
}

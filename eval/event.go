package eval

import (
	"math/bits"
	"slices"
	"strings"

	"synoptic/analyze"
	"synoptic/analyze/doc"
	"synoptic/article"
	"synoptic/compare/align"
	"synoptic/lang/en"
	"synoptic/span"
)

// report is one that mentions events, read.
type report struct {
	*doc.Doc
	sentences []*align.Text
	words     bag
	tokens    []span.Range // of each token of the gold
}

// event is a mention of an event in its report.
type event struct {
	*Mention
	report   *report
	place    int // of its sentence, among all of a topic
	sentence int
	head     int         // token
	words    *align.Text // the mention alone
	near     *align.Text // with all that hangs on it
	args     []int       // tokens: who and what it is about
	cue      bool        // says that words are somebody's
	speaker  string      // whose
	rarity   int
	wide     bag // words within a few steps
	close    bag // words within fewer
	about    bag // args
	alike    *alike
}

// alike are the mentions of a topic that have one lemma.
type alike struct {
	common      int // reports that have one, in thousandths of all
	twice       map[*report]bool
	reports     map[*report]bool
	places      map[int]bool
	wide, close bag
	about       bag
}

// bag counts words by lemma.
type bag map[string]int

func (b bag) add(o bag) {
	for w, n := range o {
		b[w] += n
	}
}

// cosine of two bags, in thousandths, with words weighed by weight.
func (b bag) cosine(o bag, weight func(string) int) int {
	var bb, oo, bo int
	for w, n := range b {
		n *= weight(w)
		bb += n * n
		bo += n * o[w] * weight(w)
	}
	for w, n := range o {
		n *= weight(w)
		oo += n * n
	}
	return cosine(bo, bb, oo)
}

// rarity is how rare a word is in everyday texts, in bits.
func rarity(form, lemma string) int {
	s := &en.English().Story
	return bits.Len(uint(s.Articles / (1 + max(s.Frequencies[form], s.Frequencies[lemma]))))
}

func lower(k *doc.Token) string { return strings.ToLower(k.Lemma) }

// tells reports whether a word has a meaning of its own.
func tells(k *doc.Token) bool {
	switch k.UPOS {
	case "NOUN", "PROPN", "VERB", "ADJ", "NUM":
		return true
	}
	return false
}

// bracket has marks as corpora of trees write them.
var bracket = strings.NewReplacer("``", `"`, "''", `"`, "-LRB-", "(", "-RRB-", ")", "-LSB-", "[", "-RSB-", "]", "-LCB-", "{", "-RCB-", "}")

// readTokens reads a report that has been cut into tokens.
func readTokens(tokens []string) *report {
	var text strings.Builder
	at := make([]span.Span, len(tokens))
	for i, t := range tokens {
		if i > 0 {
			text.WriteByte(' ')
		}
		at[i].Start = text.Len()
		text.WriteString(bracket.Replace(t))
		at[i].End = text.Len()
	}
	d := analyze.Article(&article.Article{ID: "report", Text: text.String()}, en.English())
	r := &report{Doc: d, words: bag{}}
	for _, s := range d.Sentences {
		r.sentences = append(r.sentences, align.Read(align.Side{Doc: d, Tokens: s.Range}))
	}
	for i := range d.Tokens {
		if tells(&d.Tokens[i]) {
			r.words[lower(&d.Tokens[i])] = 1
		}
	}
	from := 0
	for _, s := range at {
		for from < len(d.Tokens) && d.Tokens[from].End <= s.Start {
			from++
		}
		to := from
		for to < len(d.Tokens) && d.Tokens[to].Start < s.End {
			to++
		}
		r.tokens = append(r.tokens, span.Range{From: from, To: to})
	}
	return r
}

// event places m in its report; nil when no word of it is to be read.
func (r *report) event(m *Mention) *event {
	e := &event{Mention: m, report: r, sentence: -1, head: -1}
	tokens := span.Range{From: r.tokens[m.At[0]].From, To: r.tokens[m.At[len(m.At)-1]].To}
	for _, i := range m.At {
		if e.head < 0 && m.Tokens[i] == m.Head {
			e.head = r.tokens[i].From
		}
	}
	if e.head < 0 {
		e.head = tokens.To - 1
	}
	if !tokens.Empty() && tokens.Has(e.head) {
		e.sentence = r.SentenceOf(e.head)
	}
	if e.sentence < 0 {
		return nil
	}
	s := r.Sentences[e.sentence].Range
	tokens.From, tokens.To = max(tokens.From, s.From), min(tokens.To, s.To)
	e.words = align.Read(align.Side{Doc: r.Doc, Tokens: tokens})
	e.near = align.Read(align.Side{Doc: r.Doc, Tokens: r.under(e.head, tokens, s)})
	e.args = r.args(e.head, s)
	e.cued()
	e.rarity = rarity(strings.ToLower(m.Head), m.Lemma)
	e.wide, e.close, e.about = e.within(s, wideEvent), e.within(s, closeEvent), bag{}
	for _, i := range e.args {
		e.about[r.thing(i)] = 1
	}
	return e
}

// Steps from the head of a mention that are looked at.
const (
	wideEvent  = 6
	closeEvent = 3
)

// within returns the words within n steps of e's head.
func (e *event) within(s span.Range, n int) bag {
	b := bag{}
	for i := max(s.From, e.head-n); i < min(s.To, e.head+n+1); i++ {
		if k := &e.report.Tokens[i]; i != e.head && tells(k) {
			b[lower(k)] = 1
		}
	}
	return b
}

// under returns tokens, and from the first to the last that hangs on head.
func (r *report) under(head int, tokens, s span.Range) span.Range {
	for i := s.From; i < s.To; i++ {
		h := i
		for range 20 {
			if h == head || !r.hangs(h, s) {
				break
			}
			h = r.Tokens[h].Head
		}
		if h == head {
			tokens.From, tokens.To = min(tokens.From, i), max(tokens.To, i+1)
		}
	}
	return tokens
}

// hangs reports whether token i hangs on another of its sentence.
func (r *report) hangs(i int, s span.Range) bool {
	k := &r.Tokens[i]
	return k.Relation != "" && k.Relation != "root" && s.Has(k.Head)
}

// args returns what hangs on a mention's head as somebody or something, and, when
// nobody acts there, who acts and is acted on in what the head hangs on.
func (r *report) args(head int, s span.Range) []int {
	acts := false
	var list []int
	add := func(of int, relations ...string) {
		for i := s.From; i < s.To; i++ {
			relation, _, _ := strings.Cut(r.Tokens[i].Relation, ":")
			if i != head && r.Tokens[i].Head == of && r.hangs(i, s) && slices.Contains(relations, relation) {
				list = append(list, i)
				acts = acts || relation == "nsubj"
			}
		}
	}
	add(head, "nsubj", "obj", "iobj", "obl", "nmod", "compound", "amod", "nummod", "appos")
	for i, n := head, 0; n < 3 && !acts && r.hangs(i, s); n++ {
		relation, _, _ := strings.Cut(r.Tokens[i].Relation, ":")
		i = r.Tokens[i].Head
		switch relation {
		case "acl":
			list = append(list, i)
			acts = true
		case "conj", "xcomp", "advcl", "ccomp", "obj", "obl":
			add(i, "nsubj", "obj")
		}
	}
	return list
}

// thing returns what token i means: the last word of the name of whom or what it
// refers to, or its own lemma.
func (r *report) thing(i int) string {
	for _, n := range r.NamesIn(span.Range{From: i, To: i + 1}) {
		if n.Entity >= 0 {
			return r.named(n.Entity)
		}
	}
	for k := range r.References {
		if f := &r.References[k]; f.Has(i) && f.Entity >= 0 {
			return r.named(f.Entity)
		}
	}
	return lower(&r.Tokens[i])
}

func (r *report) named(entity int) string {
	name := strings.ToLower(r.Entities[entity].Name)
	return name[strings.LastIndexByte(name, ' ')+1:]
}

// cued finds whether e is a cue, and whose words it brings.
func (e *event) cued() {
	r := e.report
	for i := range r.Attributions {
		a := &r.Attributions[i]
		if !slices.ContainsFunc(a.Cue, func(c span.Span) bool { return c.Contains(r.Tokens[e.head].Span) }) {
			continue
		}
		e.cue = true
		if a.Speaker >= 0 {
			e.speaker = r.named(a.Speaker)
		} else if len(a.Source) > 0 {
			if words := r.Range(a.Source[0]); !words.Empty() {
				e.speaker = lower(&r.Tokens[words.To-1])
			}
		}
	}
}

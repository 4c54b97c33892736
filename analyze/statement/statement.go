// Package statement turns clauses into statements: who did what to whom, when,
// how many, whether it is affirmed, how firmly, and on whose word.
package statement

import (
	"slices"
	"sort"
	"strings"
	"time"

	"synoptic/analyze/doc"
	"synoptic/span"
)

// Version of the step's output.
const Version = 2

// A clause with fewer words that carry meaning says too little to be compared:
// minWords without a finite verb of its own, minFinite with one.
const (
	minWords  = 3
	minFinite = 2
)

// Run writes Statements.
func Run(d *doc.Doc) {
	r := newReader(d)
	for c := range d.Clauses {
		r.clause(c)
	}
}

// reader holds what is looked up by clause.
type reader struct {
	d        *doc.Doc
	children [][]int // by clause
	quantity cursor
	time     cursor
	byToken  map[int]int // entity by the last token of a mention
	content  [][]int     // by sentence: attributions with content in it
	cues     [][]int     // by sentence: attributions with a cue in it
}

// cursor walks a list of token ranges in step with the clauses.
type cursor []span.Range

// in returns the indices of the ranges that lie within r.
func (c cursor) in(r span.Range) []int {
	lo, hi := 0, len(c)
	for lo < hi {
		if m := (lo + hi) / 2; c[m].From < r.From {
			lo = m + 1
		} else {
			hi = m
		}
	}
	var found []int
	for i := lo; i < len(c) && c[i].From < r.To; i++ {
		if c[i].To <= r.To {
			found = append(found, i)
		}
	}
	return found
}

func newReader(d *doc.Doc) *reader {
	r := &reader{
		d: d, children: make([][]int, len(d.Clauses)), byToken: map[int]int{},
		content: make([][]int, len(d.Sentences)), cues: make([][]int, len(d.Sentences)),
	}
	for a := range d.Attributions {
		r.bucket(r.content, d.Attributions[a].Content, a)
		r.bucket(r.cues, d.Attributions[a].Cue, a)
	}
	for c := range d.Clauses {
		if p := d.Clauses[c].Parent; p >= 0 {
			r.children[p] = append(r.children[p], c)
		}
	}
	for i := range d.Quantities {
		r.quantity = append(r.quantity, d.Quantities[i].Tokens)
	}
	for i := range d.Times {
		r.time = append(r.time, d.Times[i].Tokens)
	}
	for _, n := range d.Names {
		if n.Entity >= 0 && !n.Empty() {
			r.byToken[n.To-1] = n.Entity
		}
	}
	for _, f := range d.References {
		if f.Entity >= 0 && !f.Empty() {
			if _, ok := r.byToken[f.To-1]; !ok {
				r.byToken[f.To-1] = f.Entity
			}
		}
	}
	return r
}

// bucket notes attribution a under each sentence that one of the spans touches.
func (r *reader) bucket(by [][]int, spans []span.Span, a int) {
	for _, s := range spans {
		tokens := r.d.Range(s)
		if tokens.Empty() {
			continue
		}
		for n := r.d.SentenceOf(tokens.From); n >= 0 && n < len(by) && r.d.Sentences[n].From < tokens.To; n++ {
			if k := len(by[n]); k == 0 || by[n][k-1] != a {
				by[n] = append(by[n], a)
			}
		}
	}
}

// clause writes the statement of clause c, if it makes one of its own:
// infinitives belong to the verb they lean on, frames ("he said") to what they
// frame, and regions that do not tell the news make none.
func (r *reader) clause(c int) {
	d := r.d
	k := &d.Clauses[c]
	if !d.Sentences[k.Sentence].Kind.Reported() {
		return
	}
	if k.Kind == doc.InfinitiveClause && k.Parent >= 0 {
		return
	}
	s := doc.Statement{Sentence: k.Sentence, Clause: c, Hedge: doc.HedgeNone, Attribution: -1}
	s.Tokens = r.reach(c)
	if k.Verb < 0 || k.Kind == doc.ParticipleClause || k.Kind == doc.RelativeClause && d.Groups[k.Verb].Participle {
		if content(d, s.Tokens) < minWords {
			return
		}
	}
	s.Tokens = trim(d, s.Tokens)
	if content(d, s.Tokens) < minFinite {
		return
	}
	s.Span = d.Span(s.Tokens)
	r.predicate(&s, c)
	r.participants(&s, c)
	if slices.ContainsFunc(s.Participants, r.none) {
		s.Denied = !s.Denied
	}
	if !r.attribute(&s, c) {
		return
	}
	r.cut(&s)
	s.Participants = slices.DeleteFunc(s.Participants, func(p doc.Participant) bool { return p.Range.From >= s.Tokens.To })
	s.Quantities = r.quantity.in(s.Tokens)
	s.Times = r.time.in(s.Tokens)
	r.hedge(&s)
	r.deny(&s)
	if s.Irrealis = r.irrealis(k); s.Irrealis {
		weaken(&s, string(doc.HedgePossible))
	}
	s.Background = r.background(&s, k)
	d.Statements = append(d.Statements, s)
}

// none reports whether a participant is nobody: "gave no details", "nobody saw
// it", but not "no fewer than six".
func (r *reader) none(p doc.Participant) bool {
	d := r.d
	if p.Role == doc.Oblique || !d.Lang.Statement.None.Has(d.Tokens[p.Range.From].Norm) {
		return false
	}
	if p.Range.Len() == 1 {
		return true
	}
	x := d.Tokens[p.Range.From+1].XPOS
	return x != "JJR" && x != "RBR"
}

// reach returns the tokens of clause c with the infinitives, and the reduced
// clauses without a comma, that follow it directly.
func (r *reader) reach(c int) span.Range {
	d := r.d
	reach := d.Clauses[c].Range
	for next := c + 1; next < len(d.Clauses) && d.Clauses[next].Sentence == d.Clauses[c].Sentence; next++ {
		n := &d.Clauses[next]
		if n.From < d.Clauses[c].From {
			break // the clause that holds this one
		}
		if n.From < reach.To {
			reach.To = max(reach.To, n.To)
			continue
		}
		if n.Kind != doc.InfinitiveClause && !(n.Verb >= 0 && d.Groups[n.Verb].Participle) {
			break
		}
		joined := true
		listed := n.Kind == doc.InfinitiveClause && n.Verb >= 0 && !d.Groups[n.Verb].Infinitive
		for i := reach.To; i < n.From; i++ {
			if t := &d.Tokens[i]; t.UPOS == "PUNCT" && !(listed && t.Norm == ",") {
				joined = false
			}
		}
		if !joined {
			break
		}
		reach.To = n.To
	}
	return reach
}

// content counts the words of r that carry meaning.
func content(d *doc.Doc, r span.Range) int {
	n := 0
	for i := r.From; i < r.To; i++ {
		switch d.Tokens[i].UPOS {
		case "NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV":
			n++
		}
	}
	return n
}

// trim drops marks and joining words from both ends of r, but keeps a
// quotation mark whose partner is inside.
func trim(d *doc.Doc, r span.Range) span.Range {
	for !r.Empty() {
		t := &d.Tokens[r.From]
		if t.UPOS == "PUNCT" && !strings.ContainsAny(t.Norm, "\"'$(") || t.UPOS == "CCONJ" || t.UPOS == "SCONJ" && t.XPOS == "IN" {
			r.From++
			continue
		}
		break
	}
	for !r.Empty() {
		t := &d.Tokens[r.To-1]
		if t.UPOS == "PUNCT" && !strings.ContainsAny(t.Norm, "\"'%)") || t.UPOS == "CCONJ" {
			r.To--
			continue
		}
		if t.UPOS == "ADV" && r.Len() > 2 && d.Tokens[r.To-2].Norm == "," {
			r.To-- // "…, especially"
			continue
		}
		break
	}
	return r
}

// predicate fills in the verb, looking through verbs that lean on an
// infinitive: the predicate of "failed to sign" is sign, denied.
func (r *reader) predicate(s *doc.Statement, c int) {
	d, l := r.d, &r.d.Lang.Statement
	k := &d.Clauses[c]
	if k.Verb < 0 {
		head := s.Tokens.From
		if k.Subject >= 0 {
			head = d.Groups[k.Subject].Head
		}
		s.Predicate = span.Range{From: head, To: head + 1}
		s.Lemma = d.Tokens[head].Lemma
		return
	}
	v := &d.Groups[k.Verb]
	s.Predicate = v.Range
	s.Lemma = d.Tokens[v.Head].Lemma
	s.Denied = v.Negated
	if h, ok := l.Hedges[v.Modal]; ok {
		weaken(s, h)
	}
	for at := c; ; {
		control, ok := l.Control[s.Lemma]
		if !ok {
			return
		}
		child := -1
		for _, n := range r.children[at] {
			if n := &d.Clauses[n]; n.Kind == doc.InfinitiveClause && n.From-d.Clauses[at].To <= 1 && len(d.Clauses[at].Objects) == 0 {
				child = r.children[at][0]
				break
			}
		}
		if child < 0 || d.Clauses[child].Verb < 0 {
			return
		}
		v := &d.Groups[d.Clauses[child].Verb]
		s.Predicate = v.Range
		s.Lemma = d.Tokens[v.Head].Lemma
		if control.Denied != v.Negated {
			s.Denied = !s.Denied
		}
		weaken(s, control.Hedge)
		at = child
	}
}

// participants lists the noun groups of clause c and of the infinitives it
// reaches, each with its role in the active voice.
func (r *reader) participants(s *doc.Statement, c int) {
	d := r.d
	k := &d.Clauses[c]
	passive := k.Verb >= 0 && d.Groups[k.Verb].Passive
	subject, object := doc.Agent, doc.Patient
	if passive {
		subject, object = doc.Patient, doc.Patient
	}
	if k.Subject >= 0 {
		r.add(s, k.Subject, subject)
	}
	for n := c; n < len(d.Clauses) && d.Clauses[n].From < s.Tokens.To && d.Clauses[n].Sentence == k.Sentence; n++ {
		if n != c && d.Clauses[n].Kind != doc.InfinitiveClause && d.Clauses[n].Parent != c {
			continue
		}
		if n != c && d.Clauses[n].From < d.Clauses[c].From {
			continue
		}
		for _, g := range d.Clauses[n].Objects {
			r.add(s, g, object)
		}
		for _, g := range d.Clauses[n].Obliques {
			role := doc.Oblique
			if passive && d.Groups[g].Prep >= 0 && d.Tokens[d.Groups[g].Prep].Norm == d.Lang.Statement.Agent {
				role = doc.Agent
			}
			r.add(s, g, role)
		}
	}
}

func (r *reader) add(s *doc.Statement, group int, role doc.Role) {
	d := r.d
	g := &d.Groups[group]
	p := doc.Participant{Role: role, Range: g.Range, Head: g.Head, Entity: -1}
	if g.Prep >= 0 {
		p.Prep = d.Tokens[g.Prep].Norm
	}
	if e, ok := r.byToken[g.Head]; ok {
		p.Entity = e
	}
	s.Participants = append(s.Participants, p)
}

// attribute finds the innermost attribution whose content holds the
// statement. It returns false for a frame: a clause whose verb is the cue of an
// attribution that has content of its own elsewhere.
func (r *reader) attribute(s *doc.Statement, c int) bool {
	d := r.d
	at := d.Span(s.Predicate)
	best := -1
	for _, a := range r.content[s.Sentence] {
		for _, content := range d.Attributions[a].Content {
			if content.Contains(at) {
				if best < 0 || length(d.Attributions[a].Content) < length(d.Attributions[best].Content) {
					best = a
				}
			}
		}
	}
	s.Attribution = best
	if d.Clauses[c].Verb < 0 {
		return true
	}
	verb := d.Span(d.Groups[d.Clauses[c].Verb].Range)
	for _, a := range r.cues[s.Sentence] {
		for _, cue := range d.Attributions[a].Cue {
			if cue.Overlaps(verb) && r.holdsClause(a, c) {
				return false
			}
		}
	}
	return true
}

// clauseStart is how many tokens of a content may stand before its first finite
// clause for the content to be a clause itself.
const clauseStart = 2

// cut leaves the words that say who stands behind a statement out of its span
// when they stand at either end: they are no part of what is said.
func (r *reader) cut(s *doc.Statement) {
	d := r.d
	for _, a := range r.cues[s.Sentence] {
		k := &d.Attributions[a]
		for _, spans := range [][]span.Span{k.Cue, k.Source} {
			for _, x := range spans {
				t := d.Range(x)
				switch {
				case t.Empty() || !s.Tokens.Contains(t) || t.Overlaps(s.Predicate):
				case s.Predicate.To <= t.From && r.tail(s, t, k):
					s.Tokens.To = t.From
				}
			}
		}
	}
	s.Tokens = trim(d, s.Tokens)
	s.Span = d.Span(s.Tokens)
}

// tail reports whether nothing but words of attribution k stands between token
// range t and the end of the statement.
func (r *reader) tail(s *doc.Statement, t span.Range, k *doc.Attribution) bool {
	d := r.d
	for i := t.To; i < s.Tokens.To; i++ {
		at := d.Tokens[i].Span
		inside := d.Tokens[i].UPOS == "PUNCT"
		for _, spans := range [][]span.Span{k.Cue, k.Source} {
			for _, x := range spans {
				inside = inside || x.Contains(at)
			}
		}
		if !inside {
			return false
		}
	}
	return true
}

// holdsClause reports whether a content of attribution a is a clause of its own, so that c is
// only the frame around it. Quoted words without a verb of their own, and
// contents that begin with a preposition, leave their frame a statement:
// "called it 'a sham'", "warned of consequences if it did".
func (r *reader) holdsClause(a, c int) bool {
	d := r.d
	for _, s := range d.Attributions[a].Content {
		tokens := d.Range(s)
		if tokens.Empty() {
			continue
		}
		n := d.SentenceOf(tokens.From)
		if n < 0 {
			continue
		}
		for k := r.firstClause(n); k < len(d.Clauses) && d.Clauses[k].Sentence == n; k++ {
			clause := &d.Clauses[k]
			if k == c || clause.Verb < 0 || d.Groups[clause.Verb].Participle || clause.Kind == doc.InfinitiveClause {
				continue
			}
			if verb := d.Span(d.Groups[clause.Verb].Range); !s.Contains(verb) || r.relays(a, n, verb) {
				continue
			}
			if clause.From <= tokens.From+clauseStart || d.Tokens[tokens.From].UPOS != "ADP" && clause.Kind != doc.RelativeClause && clause.Kind != doc.AdverbialClause {
				return true
			}
		}
	}
	return false
}

// relays reports whether a verb of sentence n is the cue of one through whom
// attribution a was relayed, and so no part of what a says.
func (r *reader) relays(a, n int, verb span.Span) bool {
	for _, k := range r.cues[n] {
		if !r.ancestor(k, a) {
			continue
		}
		for _, cue := range r.d.Attributions[k].Cue {
			if cue.Overlaps(verb) {
				return true
			}
		}
	}
	return false
}

// maxChain bounds how many hands a chain is followed through.
const maxChain = 8

// ancestor reports whether attribution a was relayed through k.
func (r *reader) ancestor(k, a int) bool {
	for range maxChain {
		a = r.d.Attributions[a].Parent
		if a < 0 || a == k {
			return a >= 0
		}
	}
	return false
}

// firstClause returns the index of the first clause of sentence n.
func (r *reader) firstClause(n int) int {
	return sort.Search(len(r.d.Clauses), func(i int) bool { return r.d.Clauses[i].Sentence >= n })
}

func length(spans []span.Span) int {
	n := 0
	for _, s := range spans {
		n += s.Len()
	}
	return n
}

// hedge weakens the statement by the hedging words of its own clause that stand
// outside of noun groups: "two suspected missiles" doubts what was fired, not
// that it was.
func (r *reader) hedge(s *doc.Statement) {
	d := r.d
	own := d.Clauses[s.Clause].Range
	g := sort.Search(len(d.Groups), func(i int) bool { return d.Groups[i].To > own.From })
	for i := own.From; i < own.To; i++ {
		for g < len(d.Groups) && d.Groups[g].To <= i {
			g++
		}
		if g < len(d.Groups) && d.Groups[g].Kind == doc.NounGroup && d.Groups[g].Has(i) {
			continue
		}
		t := &d.Tokens[i]
		if t.XPOS == "MD" {
			continue // counted with its verb
		}
		if h, ok := d.Lang.Statement.Hedges[t.Norm]; ok {
			weaken(s, h)
		}
	}
}

// irrealis reports whether clause k tells of no fact: what ought to be, a
// condition, a question, or the content of a verb of wishing.
func (r *reader) irrealis(k *doc.Clause) bool {
	d, l := r.d, &r.d.Lang.Statement
	if k.Verb >= 0 && l.Deontic.Has(d.Groups[k.Verb].Modal) {
		return true
	}
	switch k.Kind {
	case doc.CoordClause:
		return k.Parent >= 0 && r.irrealis(&d.Clauses[k.Parent])
	case doc.AdverbialClause:
		return l.Conditions.Has(d.Tokens[k.From].Norm)
	case doc.ComplementClause:
		if k.From > 0 && l.Conditions.Has(d.Tokens[k.From-1].Norm) {
			return true
		}
		return k.Parent >= 0 && d.Clauses[k.Parent].Verb >= 0 && l.Irrealis.Has(d.Tokens[d.Groups[d.Clauses[k.Parent].Verb].Head].Lemma)
	}
	return false
}

// deny turns the statement around when the cue of its attribution denies it.
func (r *reader) deny(s *doc.Statement) {
	d := r.d
	if k := d.Clauses[s.Clause].Kind; s.Attribution < 0 || k == doc.RelativeClause || k == doc.AdverbialClause {
		return // "denied licences that could help" says nothing against helping
	}
	for _, cue := range d.Attributions[s.Attribution].Cue {
		for t := d.Range(cue); t.From < t.To; t.From++ {
			if d.Lang.Statement.Denials.Has(d.Tokens[t.From].Lemma) {
				if !r.negated(s.Sentence, t.From) {
					s.Denied = !s.Denied
				}
				return
			}
		}
	}
}

// negated reports whether the verb at token i of sentence n is negated: "did
// not deny".
func (r *reader) negated(n, i int) bool {
	d := r.d
	for c := r.firstClause(n); c < len(d.Clauses) && d.Clauses[c].Sentence == n; c++ {
		if v := d.Clauses[c].Verb; v >= 0 && d.Groups[v].Has(i) {
			return d.Groups[v].Negated
		}
	}
	return false
}

// strength orders the hedges from flat to weak.
var strength = map[string]int{"": 0, "none": 0, "reported": 1, "probable": 2, "possible": 3}

// weaken gives s the hedge h when that is weaker than the one it has.
func weaken(s *doc.Statement, h string) {
	if strength[h] > strength[string(s.Hedge)] {
		s.Hedge = doc.Hedge(h)
	}
}

// background reports whether the statement tells of what had been before the
// news: the past perfect, or a time more than a week before publication.
func (r *reader) background(s *doc.Statement, k *doc.Clause) bool {
	d := r.d
	for i := k.From; i < k.To; i++ {
		if d.Lang.Statement.Background.Has(d.Tokens[i].Norm) {
			return true
		}
	}
	day := d.Article.Published
	for _, t := range s.Times {
		if latest := d.Times[t].Latest; latest != "" && len(day) >= 10 && d.Times[t].Type == "DATE" && weekBefore(latest, day[:10]) {
			return true
		}
	}
	return false
}

// weekBefore reports whether day a is more than a week before day b, both as
// ISO 8601 dates.
func weekBefore(a, b string) bool {
	ta, errA := time.Parse(time.DateOnly, a[:min(len(a), 10)])
	tb, errB := time.Parse(time.DateOnly, b)
	return errA == nil && errB == nil && tb.Sub(ta) > 7*24*time.Hour
}

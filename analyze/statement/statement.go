// Package statement turns clauses into statements: who did what to whom, when,
// how many, whether it is affirmed, how firmly, and on whose word.
package statement

import (
	"slices"
	"sort"
	"strings"

	"synoptic/analyze/doc"
	"synoptic/span"
)

// Version of the step's output.
const Version = 13

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
	s.Tokens = r.closed(k, r.reach(c))
	if at, ok := r.yield(c, s.Tokens); ok {
		s.Tokens = at
	}
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
	if slices.ContainsFunc(s.Participants, r.none) || r.nobody(k) || r.groundless(k) {
		s.Denied = !s.Denied
	}
	if !r.attribute(&s, c) {
		return
	}
	r.cut(&s)
	if r.nor(&s) {
		s.Denied = !s.Denied
	}
	s.Participants = slices.DeleteFunc(s.Participants, func(p doc.Participant) bool { return p.Range.From >= s.Tokens.To })
	s.Quantities = r.quantity.in(s.Tokens)
	s.Times = r.time.in(s.Tokens)
	r.hedge(&s)
	r.deny(&s)
	r.governed(&s, k)
	if s.Irrealis = r.irrealis(k); s.Irrealis && !r.deontic(k) {
		weaken(&s, string(doc.HedgePossible))
	}
	s.Background = r.background(&s, k)
	d.Statements = append(d.Statements, s)
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

// yield returns the tokens of clause c by the tree: what hangs on its verb, less the
// clauses that hang on it and make statements of their own. Where the tree gives it no
// subject it begins as chunked does. ok is false where the tree has no part that holds
// the verb group.
func (r *reader) yield(c int, chunked span.Range) (at span.Range, ok bool) {
	d := r.d
	k := &d.Clauses[c]
	if k.Verb < 0 || k.Kind == doc.ParticipleClause {
		return at, false
	}
	top := r.top(k.Verb)
	if top < 0 {
		return at, false
	}
	sentence := d.Sentences[k.Sentence].Range
	cut := map[int]bool{}
	for n := r.firstClause(k.Sentence); n < len(d.Clauses) && d.Clauses[n].Sentence == k.Sentence; n++ {
		o := &d.Clauses[n]
		if n == c || o.Verb < 0 || o.Kind == doc.InfinitiveClause {
			continue
		}
		if t := r.top(o.Verb); t >= 0 && t != top && r.apart(t, top, o.Kind) {
			cut[t] = true
		}
	}
	verb := d.Groups[k.Verb].Range
	at = verb
	own := func(i int) bool {
		for n := 0; n < deep && i != top && i >= 0 && !cut[i]; n++ {
			i = d.Tokens[i].Head
		}
		return i == top
	}
	subject := false
	for i := sentence.From; i < verb.From; i++ {
		if d.Tokens[i].UPOS != "PUNCT" && own(i) {
			at.From = min(at.From, i)
			subject = subject || d.Tokens[i].Head == top && strings.HasPrefix(d.Tokens[i].Relation, "nsubj")
		}
	}
	for i := verb.To; i < sentence.To; i++ {
		if d.Tokens[i].UPOS == "PUNCT" {
			continue
		}
		if own(i) {
			at.To = i + 1
		} else if d.Tokens[i-1].Norm == "," {
			break // "…, injuring nine, hours before"
		}
	}
	if !at.Has(top) {
		return at, false
	}
	if chunked.From < at.From && (!subject && k.Subject >= 0 && chunked.Contains(d.Groups[k.Subject].Range) || !r.verbs(k.Sentence, span.Range{From: chunked.From, To: at.From})) {
		at.From = chunked.From
	}
	for n := c + 1; n < len(d.Clauses) && d.Clauses[n].From <= at.To; n++ {
		if o := &d.Clauses[n]; o.Kind == doc.InfinitiveClause && o.From == at.To && chunked.Contains(o.Range) {
			at.To = o.To // "were due to sign the treaty"
		}
	}
	return r.marked(at, sentence), true
}

// verbs reports whether a verb group of sentence n stands in a range.
func (r *reader) verbs(n int, at span.Range) bool {
	for c := r.firstClause(n); c < len(r.d.Clauses) && r.d.Clauses[c].Sentence == n; c++ {
		if v := r.d.Clauses[c].Verb; v >= 0 && at.Overlaps(r.d.Groups[v].Range) {
			return true
		}
	}
	return false
}

// marked adds to tokens the quotation mark that opens right before them, and what
// closes right behind them when it opens inside.
func (r *reader) marked(at, sentence span.Range) span.Range {
	d := r.d
	n := sort.Search(len(d.Quotes), func(i int) bool { return d.Quotes[i].End > d.Tokens[at.From].Start })
	for ; n < len(d.Quotes) && d.Quotes[n].Start < d.Tokens[at.To-1].End; n++ {
		q := d.Range(d.Quotes[n].Span)
		if q.From == at.From-1 && at.From > sentence.From {
			at.From--
		}
		closing := q.From >= at.From && q.To > at.To && q.To <= sentence.To
		for i := at.To; closing && i < q.To; i++ {
			closing = d.Tokens[i].UPOS == "PUNCT"
		}
		if closing {
			at.To = q.To
		}
	}
	return at
}

// top returns the token that a verb group hangs on the tree by: its main verb, or what
// that is a copula or an auxiliary of; -1 without a tree.
func (r *reader) top(group int) int {
	d := r.d
	t := d.Groups[group].Head
	for range deep {
		k := &d.Tokens[t]
		if k.Relation == "" {
			return -1
		}
		if k.Head < 0 || k.Relation != "cop" && !strings.HasPrefix(k.Relation, "aux") {
			return t
		}
		t = k.Head
	}
	return t
}

// apart reports whether what token t heads is a clause that stands beside what hangs on
// top, or tells of it, and is no part of it.
func (r *reader) apart(t, top int, kind doc.ClauseKind) bool {
	k := &r.d.Tokens[t]
	switch k.Relation {
	case "conj":
		return kind != doc.ParticipleClause || k.Head == top
	case "parataxis", "advcl", "acl:relcl", "advcl:relcl":
		return true
	}
	return false
}

// closed ends a relative clause at the comma where the tree has it end, so that it
// does not run on into what its noun does: "Lee, who is in Rome, condemned it".
func (r *reader) closed(k *doc.Clause, at span.Range) span.Range {
	if k.Kind != doc.RelativeClause || k.Verb < 0 {
		return at
	}
	top := r.d.Groups[k.Verb].Head
	if t := &r.d.Tokens[top]; (t.Relation == "cop" || strings.HasPrefix(t.Relation, "aux")) && t.Head >= 0 {
		top = t.Head
	}
	if !at.Has(top) || !strings.HasPrefix(r.d.Tokens[top].Relation, "acl") {
		return at
	}
	for i := at.To - 1; i > top; i-- {
		if r.below(i, top) {
			if i+1 < at.To && r.d.Tokens[i+1].Norm == "," {
				at.To = i + 1
			}
			break
		}
	}
	return at
}

// deep is how many heads up a token is looked for under another.
const deep = 40

// below reports whether token i hangs on top, at any remove.
func (r *reader) below(i, top int) bool {
	for range deep {
		if i == top {
			return true
		}
		if i = r.d.Tokens[i].Head; i < 0 {
			break
		}
	}
	return false
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
	s.Denied = v.Negated || r.turned(v.To, k.To)
	if h, ok := l.Hedges[v.Modal]; ok && !r.often(v) {
		weaken(s, h)
	}
	for at := c; ; {
		if g := r.gerund(at); g >= 0 && r.takesGerund(s.Lemma) {
			s.Predicate, s.Lemma = d.Groups[g].Range, d.Tokens[d.Groups[g].Head].Lemma
			return // the verb turns it around as it does a clause
		}
		control, ok := l.Control[s.Lemma]
		if !ok || control.Bare && s.Predicate.Len() > 1 || r.counted(s.Predicate.From) {
			return
		}
		child := -1
		for _, n := range r.children[at] {
			if k := &d.Clauses[n]; k.Kind == doc.InfinitiveClause && k.From-d.Clauses[at].To <= 1 && len(d.Clauses[at].Objects) == 0 {
				child = n
				break
			}
		}
		if child < 0 || d.Clauses[child].Verb < 0 {
			return
		}
		v := &d.Groups[d.Clauses[child].Verb]
		s.Predicate = v.Range
		s.Lemma = d.Tokens[v.Head].Lemma
		if from := d.Clauses[child].From; control.Denied || from > 0 && l.Yet.Has(d.Tokens[from-1].Norm) {
			s.Denied = !s.Denied
		}
		if v.Negated {
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

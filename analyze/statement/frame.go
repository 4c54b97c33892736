package statement

import (
	"slices"
	"sort"
	"strings"

	"synoptic/analyze/doc"
	"synoptic/span"
)

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

// attribute finds the innermost attribution whose content holds the
// statement. It returns false for a frame: a clause whose verb is the cue of an
// attribution that has content of its own elsewhere.
func (r *reader) attribute(s *doc.Statement, c int) bool {
	d := r.d
	at := d.Span(s.Predicate)
	best := -1
	for _, a := range r.content[s.Sentence] {
		for _, content := range d.Attributions[a].Content {
			if !content.Contains(at) {
				continue
			}
			// Who speaks and who passes it on may have the same words.
			if best < 0 || r.ancestor(best, a) || !r.ancestor(a, best) && length(d.Attributions[a].Content) < length(d.Attributions[best].Content) {
				best = a
			}
		}
	}
	// What somebody refused or threatened to do is told by who tells of the refusal, and
	// so is what tells of a thing that he praised or of when he did, and background that
	// stands among what he said.
	for best >= 0 && (r.leans(s, c, best) || r.beside(c, best) || r.narrated(c, best)) {
		best = d.Attributions[best].Parent
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

// leans reports whether the cue of attribution a is the verb of clause c, which takes its
// meaning from the infinitive that is the predicate of s: "refused to sign".
func (r *reader) leans(s *doc.Statement, c, a int) bool {
	d := r.d
	v := d.Clauses[c].Verb
	if v < 0 || d.Groups[v].Range == s.Predicate || d.Attributions[a].Kind == doc.Direct {
		return false
	}
	_, control := d.Lang.Statement.Control[d.Tokens[d.Groups[v].Head].Lemma]
	verb := d.Span(d.Groups[v].Range)
	return control && slices.ContainsFunc(d.Attributions[a].Cue, func(cue span.Span) bool { return cue.Overlaps(verb) })
}

// beside reports whether clause c is no part of what attribution a says, though it stands
// within: it tells of a thing, "backed a plan that gives them cheap loans", or when the
// thing was said, "praised the crew after it had won".
func (r *reader) beside(c, a int) bool {
	d := r.d
	k := &d.Clauses[c]
	if k.Verb < 0 || k.Kind != doc.RelativeClause && k.Kind != doc.AdverbialClause && k.Kind != doc.ParticipleClause {
		return false
	}
	if n, joined := r.noun(k); joined && (d.Lang.Statement.Grounds.Has(d.Tokens[n].Lemma) || d.Lang.Statement.Claims.Has(d.Tokens[n].Lemma) || d.Lang.Statement.Guesses.Has(d.Tokens[n].Lemma)) {
		return false // "found no evidence that it left"
	}
	at, own := d.Span(d.Groups[k.Verb].Range), r.top(k.Verb)
	for _, content := range d.Attributions[a].Content {
		if !content.Contains(at) {
			continue
		}
		words := d.Range(content)
		for n := r.firstClause(k.Sentence); n < len(d.Clauses) && d.Clauses[n].Sentence == k.Sentence; n++ {
			o := &d.Clauses[n]
			if n != c && o.Verb >= 0 && words.Contains(d.Groups[o.Verb].Range) && (o.Kind == doc.MainClause || o.Kind == doc.ComplementClause) {
				return false
			}
		}
		if slices.ContainsFunc(d.Quotes, func(q doc.Quote) bool { return q.Contains(at) }) {
			return false
		}
		thing := false
		for i := words.From; i < words.To; i++ {
			switch x := &d.Tokens[i]; {
			case words.Has(x.Head) || x.UPOS == "PUNCT" || i == own && x.Relation == "advcl":
			case x.Relation == "obj" && (x.UPOS == "NOUN" || x.UPOS == "PROPN"):
				thing = true
			default:
				return false // it says a clause
			}
		}
		return thing
	}
	return false
}

// narrated reports whether clause c, within the words of attribution a, is who writes telling
// of a thing that those name: a relative clause in the present, where what was said in the
// past is told in the past, "police said the fire reached a mill that makes paper" (the
// sequence of tenses); one among what somebody would not say, "have not said how they
// will vote in a land where thousands fled"; or one among what somebody offers or means to
// do, "offered to mend the boat that sank".
func (r *reader) narrated(c, a int) bool {
	d := r.d
	k := &d.Clauses[c]
	if k.Verb < 0 || k.Kind == doc.ComplementClause {
		return false
	}
	own := r.top(k.Verb)
	if own < 0 || !strings.HasSuffix(d.Tokens[own].Relation, ":relcl") {
		return false
	}
	for i := max(k.From-1, 0); i <= k.From; i++ {
		if t := &d.Tokens[i]; t.Relation == "mark" && t.Head == own {
			return false // "the case that it is safe", which the parser takes for a relative clause
		}
	}
	verb, said, silent := d.Span(d.Groups[k.Verb].Range), false, false
	for _, cue := range d.Attributions[a].Cue {
		at := d.Range(cue)
		if k.Contains(at) {
			return false // "which, police said, makes paper"
		}
		for i := at.From; i < at.To; i++ {
			said = said || d.Tokens[i].XPOS == "VBD" && d.Tokens[i].UPOS == "VERB"
			silent = silent || d.Lang.Clause.Negators.Has(d.Tokens[i].Norm)
		}
	}
	first := d.Tokens[d.Groups[k.Verb].From].XPOS
	if slices.ContainsFunc(d.Quotes, func(q doc.Quote) bool { return q.Contains(verb) }) {
		return false
	}
	for _, content := range d.Attributions[a].Content {
		if at := d.Range(content); content.Contains(verb) && d.Tokens[at.From].XPOS == "TO" && (first == "VBD" || first == "VBZ" || first == "VBP") {
			return true
		}
	}
	if !silent && (!said || first != "VBZ" && first != "VBP") {
		return false
	}
	for _, content := range d.Attributions[a].Content {
		for n := r.firstClause(k.Sentence); n < len(d.Clauses) && d.Clauses[n].Sentence == k.Sentence; n++ {
			o := &d.Clauses[n]
			if n == c || o.Verb < 0 || o.Kind != doc.MainClause && o.Kind != doc.ComplementClause || !content.Contains(d.Span(d.Groups[o.Verb].Range)) {
				continue
			}
			// Those words are a clause without c.
			if x := d.Tokens[d.Groups[o.Verb].From].XPOS; silent || x == "VBD" {
				return true
			}
		}
	}
	return false
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

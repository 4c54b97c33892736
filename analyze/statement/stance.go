package statement

import (
	"sort"
	"strings"
	"time"

	"synoptic/analyze/doc"
)

// none reports whether a participant is nobody: "gave no details", "nobody saw
// it", but not "no fewer than six".
func (r *reader) none(p doc.Participant) bool {
	d := r.d
	if p.Role == doc.Oblique || !d.Lang.Statement.None.Has(d.Tokens[p.Range.From].Norm) {
		return false
	}
	if i := p.Range.From; i > 0 && (strings.Trim(d.Tokens[i-1].Norm, "-–—") == "" || d.Tokens[i-1].XPOS == "``") {
		return false // "three men — none of them local — were held", the lone “no” vote
	}
	switch d.Tokens[p.Head].Relation {
	case "appos", "parataxis", "nmod", "dep":
		return false // "three men, none of them local, were held"
	}
	if p.Range.Len() == 1 {
		return true
	}
	x := d.Tokens[p.Range.From+1].XPOS
	return x != "JJR" && x != "RBR"
}

// nobody reports whether relative clause k tells of nobody: "no treaty that is
// worth it", "there is no treaty in the world that is worth it".
func (r *reader) nobody(k *doc.Clause) bool {
	d := r.d
	if k.Kind != doc.RelativeClause || k.Parent < 0 {
		return false
	}
	parent := &d.Clauses[k.Parent]
	there := parent.Subject >= 0 && d.Tokens[d.Groups[parent.Subject].Head].XPOS == "EX"
	for _, n := range parent.Objects {
		g := &d.Groups[n]
		if !d.Lang.Statement.Doubts.Has(d.Tokens[g.Head].Lemma) && g.To <= k.From && (there || k.From-g.To <= 1) && r.none(doc.Participant{Role: doc.Patient, Range: g.Range}) {
			return true
		}
	}
	return false
}

// nor reports whether "nor" or the like begins the clause of a statement before its
// auxiliary, "nor would it help", and takes that in.
func (r *reader) nor(s *doc.Statement) bool {
	d := r.d
	if v := d.Clauses[s.Clause].Verb; v < 0 || d.Groups[v].Negated {
		return false
	}
	i := s.Tokens.From
	if d.Tokens[i].UPOS == "AUX" {
		i--
	}
	if i < d.Sentences[s.Sentence].From || !d.Lang.Statement.Nor.Has(d.Tokens[i].Norm) || d.Tokens[i+1].UPOS != "AUX" {
		return false
	}
	s.Tokens.From = i
	s.Span = d.Span(s.Tokens)
	return true
}

// counted reports whether token i, read as a verb, is rather a noun that a number counts:
// "Two suspects to be tried".
func (r *reader) counted(i int) bool {
	d := r.d
	return i > 0 && d.Tokens[i].XPOS == "VBZ" && d.Tokens[i-1].XPOS == "CD"
}

// often reports whether verb group v has an adverb beside which a modal verb tells what was.
func (r *reader) often(v *doc.Group) bool {
	l := r.d.Lang
	for i := v.From; i < v.To; i++ {
		if l.Statement.Often.Has(r.d.Tokens[i].Norm) || l.Statement.Able.Has(v.Modal) && l.Clause.Only.Has(r.d.Tokens[i].Norm) {
			return true
		}
	}
	return false
}

// turned reports whether a negation stands right behind the verb: "pleaded not
// guilty", "was \"not a surprise\"".
func (r *reader) turned(i, end int) bool {
	for i < end && r.d.Tokens[i].UPOS == "PUNCT" {
		i++
	}
	return i < end && r.d.Lang.Clause.Negators.Has(r.d.Tokens[i].Norm) && !(i+1 < end && r.d.Lang.Clause.Only.Has(r.d.Tokens[i+1].Norm))
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
		if h, ok := d.Lang.Statement.Hedges[t.Norm]; ok && !r.elsewhere(s, i) && !r.compared(i) && !r.active(s, i) {
			weaken(s, h)
		}
	}
}

// compared reports whether a word before token i compares: "six times more likely to be
// stopped" doubts nothing.
func (r *reader) compared(i int) bool {
	if i == 0 {
		return false
	}
	x := r.d.Tokens[i-1].XPOS
	return r.d.Tokens[i].UPOS == "ADJ" && (x == "RBR" || x == "RBS" || x == "JJR")
}

// active reports whether token i is the verb of a statement, in the active voice: what
// "two thirds believed" is that they did.
func (r *reader) active(s *doc.Statement, i int) bool {
	v := r.d.Clauses[s.Clause].Verb
	return v >= 0 && r.d.Groups[v].Head == i && !r.d.Groups[v].Passive && !r.d.Groups[v].Participle && r.d.Tokens[i].UPOS == "VERB"
}

// elsewhere reports whether token i of a statement weakens a clause within it: "mended it
// in the first of what are likely to be many repairs" doubts no mending.
func (r *reader) elsewhere(s *doc.Statement, i int) bool {
	for n := 0; n < deep; n++ {
		k := &r.d.Tokens[i]
		if s.Predicate.Has(i) || k.Relation == "" || k.Head < 0 {
			return false
		}
		switch k.Relation {
		case "acl", "acl:relcl", "ccomp", "advcl", "advcl:relcl", "csubj", "amod":
			return k.Head >= s.Tokens.From && k.Head < s.Tokens.To
		}
		i = k.Head
	}
	return false
}

// irrealis reports whether clause k tells of no fact: what ought to be, a
// condition, a question, or the content of a verb of wishing.
func (r *reader) irrealis(k *doc.Clause) bool {
	d, l := r.d, &r.d.Lang.Statement
	if r.deontic(k) {
		return true
	}
	if n, joined := r.noun(k); n >= 0 && (l.Grounds.Has(d.Tokens[n].Lemma) && r.before(n, l.Scant) ||
		joined && l.Guesses.Has(d.Tokens[n].Lemma) && !(l.Doubts.Has(d.Tokens[n].Lemma) && r.before(n, l.None))) {
		return true
	}
	switch k.Kind {
	case doc.CoordClause:
		return k.Parent >= 0 && r.irrealis(&d.Clauses[k.Parent])
	case doc.AdverbialClause:
		if p := k.Parent; p >= 0 && d.Clauses[p].Kind == doc.ComplementClause && r.irrealis(&d.Clauses[p]) {
			return true // "speculation that it was dropped because she left"
		}
		first := d.Tokens[k.From].Norm
		return l.Conditions.Has(first) || l.Pending.Has(first) && r.present(k)
	case doc.ComplementClause:
		if r.asks(k) {
			return true
		}
		if k.From > 0 && l.Conditions.Has(d.Tokens[k.From-1].Norm) {
			return true
		}
		return r.open(k)
	}
	return false
}

// open reports whether what governs the content clause k leaves open whether it is
// so.
func (r *reader) open(k *doc.Clause) bool {
	d, l := r.d, &r.d.Lang.Statement
	if k.Parent < 0 || d.Clauses[k.Parent].Verb < 0 {
		return false
	}
	v := &d.Groups[d.Clauses[k.Parent].Verb]
	lemma := d.Tokens[v.Head].Lemma
	no := v.Negated || r.byNobody(v.Head)
	return l.Irrealis.Has(lemma) || l.Findings.Has(lemma) && (no || v.Infinitive) || l.Unsaid.Has(lemma) && no
}

// present reports whether the verb of clause k is of the present, in which what is
// to come stands behind "once".
func (r *reader) present(k *doc.Clause) bool {
	if k.Verb < 0 {
		return false
	}
	v := &r.d.Groups[k.Verb]
	return !v.Past && !v.Participle
}

// deontic reports whether clause k tells what ought to be: "must go to prison".
func (r *reader) deontic(k *doc.Clause) bool {
	return k.Verb >= 0 && r.d.Lang.Statement.Deontic.Has(r.d.Groups[k.Verb].Modal)
}

// deny turns the statement around when what frames it, or the cue of its attribution,
// denies it.
func (r *reader) deny(s *doc.Statement) {
	d := r.d
	k := &d.Clauses[s.Clause]
	if v := k.Verb; v >= 0 && d.Groups[v].Range != s.Predicate && r.takesGerund(d.Tokens[d.Groups[v].Head].Lemma) {
		s.Denied = !s.Denied // "denied taking money", or "did not deny" it
		return
	}
	if r.rejected(k) || r.untrue(k) {
		s.Denied = !s.Denied
		return
	}
	if s.Attribution < 0 || k.Kind == doc.RelativeClause || k.Kind == doc.AdverbialClause {
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
// news: by a word such as "previously", or a date more than a week before
// publication.
func (r *reader) background(s *doc.Statement, k *doc.Clause) bool {
	d := r.d
	for i := k.From; i < k.To; i++ {
		if t := &d.Tokens[i]; t.UPOS != "SCONJ" && d.Lang.Statement.Background.Has(t.Norm) {
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

package statement

import (
	"strings"

	"synoptic/analyze/doc"
	"synoptic/lang"
)

// groundless reports whether clause k is the content of a noun that tells what there is
// to show it, of which there is none: "no sign that it left", "found no evidence it
// left", "failed to find a shred of evidence that it left".
func (r *reader) groundless(k *doc.Clause) bool {
	d := r.d
	n, _ := r.noun(k)
	if n < 0 || !d.Lang.Statement.Grounds.Has(d.Tokens[n].Lemma) {
		return false
	}
	if h := d.Tokens[n].Head; h >= 0 && d.Lang.Statement.Shreds.Has(d.Tokens[h].Lemma) && !r.before(n, d.Lang.Statement.None) {
		n = h // "a shred of evidence", but not "a review of evidence"
	}
	h := d.Tokens[n].Head
	return r.before(n, d.Lang.Statement.None) || r.negated(k.Sentence, h) ||
		h >= 0 && d.Tokens[h].Relation == "xcomp" && d.Lang.Statement.Control[d.Tokens[d.Tokens[h].Head].Lemma].Denied
}

// rejected reports whether clause k is the content of a noun for what is said that a
// verb denies, or that nothing backs: "dismissed claims that it left", "does not support
// claims that it left".
func (r *reader) rejected(k *doc.Clause) bool {
	d, l := r.d, &r.d.Lang.Statement
	n, joined := r.noun(k)
	if !joined || !l.Claims.Has(d.Tokens[n].Lemma) || d.Tokens[n].Head < 0 {
		return false
	}
	h := d.Tokens[n].Head
	v, no := &d.Tokens[h], r.negated(k.Sentence, h) || r.byNobody(h)
	return (d.Tokens[n].Relation == "obj" || d.Tokens[n].Relation == "obl" && !r.cased(n)) &&
		((l.Denials.Has(v.Lemma) || l.Rejections.Has(v.Lemma)) && !no || l.Backs.Has(v.Lemma) && no)
}

// byNobody reports whether the subject of the verb at token i turns it around: "nothing
// shows", "no letter shows".
func (r *reader) byNobody(i int) bool {
	d := r.d
	for k := max(i-governorReach, d.Sentences[d.SentenceOf(i)].From); k < i; k++ {
		if x := &d.Tokens[k]; x.Head == i && strings.HasPrefix(x.Relation, "nsubj") {
			return d.Lang.Statement.None.Has(x.Norm) || r.before(k, d.Lang.Statement.None)
		}
	}
	return false
}

// untrue reports whether clause k is the content of a noun for what is said that the
// sentence goes on to call false: "claims that it left were false".
func (r *reader) untrue(k *doc.Clause) bool {
	d, l := r.d, &r.d.Lang.Statement
	n, joined := r.noun(k)
	if !joined || !l.Claims.Has(d.Tokens[n].Lemma) {
		return false
	}
	for i := k.To; i < min(k.To+governorReach, d.Sentences[k.Sentence].To); i++ {
		if x := &d.Tokens[i]; l.False.Has(x.Lemma) && (x.Head == n || d.Tokens[n].Head == i) {
			return true
		}
	}
	return false
}

// noun returns the noun whose content clause k is by the tree, or -1: of "the claim
// that it left" and "the claim saying it left" claim, of "the claim which it made" none;
// joined says whether a word joins the two.
func (r *reader) noun(k *doc.Clause) (n int, joined bool) {
	d := r.d
	if k.Verb < 0 {
		return -1, false
	}
	t := r.top(k.Verb)
	if t >= 0 && d.Tokens[t].Relation == "ccomp" && d.Tokens[t].Head >= 0 && strings.HasPrefix(d.Tokens[d.Tokens[t].Head].Relation, "acl") {
		return d.Tokens[d.Tokens[t].Head].Head, true // "a report that said it left"
	}
	if t < 0 || !strings.HasPrefix(d.Tokens[t].Relation, "acl") {
		return -1, false
	}
	for i := max(d.Tokens[t].Head+1, t-governorReach); i < t; i++ {
		switch x := &d.Tokens[i]; {
		case x.Head == t && x.Relation == "mark":
			joined = true
		case x.Head == t && x.XPOS == "WDT":
			if x.Relation != "obj" || !r.acts(t) {
				return -1, false
			}
			joined = true // the parser takes "claims that it cheated the bank" for relative
		}
	}
	return d.Tokens[t].Head, joined
}

// governorReach is how many tokens from a clause what it hangs on is looked for, so that
// the cost of a long sentence is linear.
const governorReach = 40

// acts reports whether a verb has an object behind it.
func (r *reader) acts(verb int) bool {
	d := r.d
	for i := verb + 1; i < min(verb+objectReach, d.Sentences[d.SentenceOf(verb)].To); i++ {
		if d.Tokens[i].Head == verb && d.Tokens[i].Relation == "obj" {
			return true
		}
	}
	return false
}

// objectReach is how many tokens behind a verb its object is looked for.
const objectReach = 8

// cased reports whether a preposition leads to the noun at token n.
func (r *reader) cased(n int) bool {
	for i := max(n-nounReach, 0); i < n; i++ {
		if r.d.Tokens[i].Head == n && r.d.Tokens[i].Relation == "case" {
			return true
		}
	}
	return false
}

// before reports whether a word of a set hangs on the noun at token n before it.
func (r *reader) before(n int, set lang.Set) bool {
	d := r.d
	for i := max(n-nounReach, 0); i < n; i++ {
		if d.Tokens[i].Head == n && set.Has(d.Tokens[i].Norm) {
			return true
		}
	}
	return false
}

// nounReach is how many tokens before a noun its determiners are looked for.
const nounReach = 4

// asks reports whether clause k is a question within another clause that leaves its
// answer open: "do not know why it left", "it was unclear who left".
func (r *reader) asks(k *doc.Clause) bool {
	d := r.d
	if x := d.Tokens[k.From].XPOS; x != "WRB" && x != "WP" && x != "WDT" || k.Parent < 0 || d.Clauses[k.Parent].Verb < 0 {
		return false
	}
	parent := &d.Clauses[k.Parent]
	v := &d.Groups[parent.Verb]
	if v.Negated {
		return true
	}
	for i := max(v.To, k.From-governorReach); i < min(parent.To, k.From); i++ {
		if d.Lang.Statement.Unknown.Has(d.Tokens[i].Norm) {
			return true
		}
	}
	return false
}

// governed applies what the verbs do that clause k hangs on by the tree as what they
// are about: "prevented from leaving", "stopped short of leaving" and "without leaving"
// deny it, "accused of leaving" alleges it, but not "the man charged with leading it".
func (r *reader) governed(s *doc.Statement, k *doc.Clause) {
	d, l := r.d, &r.d.Lang.Statement
	if k.Verb < 0 {
		return
	}
	t := r.top(k.Verb)
	for n := 0; n < governors && t >= 0; n++ {
		x := &d.Tokens[t]
		if x.Head < 0 || x.Relation != "advcl" && x.Relation != "xcomp" && x.Relation != "ccomp" {
			return
		}
		if x.Relation == "ccomp" {
			if h := l.Control[d.Tokens[x.Head].Lemma].Hedge; h == string(doc.HedgeProbable) && (s.Attribution < 0 || len(d.Attributions[s.Attribution].Source) == 0) {
				weaken(s, h) // "it appears that it left"
			}
			return
		}
		joined := r.mark(t)
		switch verb := d.Tokens[x.Head].Lemma; {
		case joined == "":
		case l.Without.Has(joined), joined == l.From && l.Prevents.Has(verb), joined == d.Lang.Compare.Of && l.Short.Has(verb):
			s.Denied = !s.Denied
		case l.Accuses.Has(verb) && joined != l.From && (joined == d.Lang.Compare.Of || !strings.HasPrefix(d.Tokens[x.Head].Relation, "acl")):
			weaken(s, string(doc.HedgeReported))
		}
		t = x.Head
	}
}

// governors is how many verbs up a clause is coloured by what it hangs on.
const governors = 3

// mark returns the word that joins the gerund at token t to what it hangs on, "from
// leaving", or nothing.
func (r *reader) mark(t int) string {
	d := r.d
	gerund := d.Tokens[t].XPOS == "VBG"
	joined := ""
	for i := max(t-markReach, 0); i < t; i++ {
		if k := &d.Tokens[i]; k.Head == t && k.Relation == "mark" {
			joined = k.Norm
		} else if k.Head == t && k.XPOS == "VBG" {
			gerund = true // "being delivered"
		}
	}
	if !gerund {
		return ""
	}
	return joined
}

// markReach is how many tokens before a gerund what joins it is looked for.
const markReach = 6

// takesGerund reports whether a verb denies the gerund behind it: "denied taking money",
// "avoided taking money".
func (r *reader) takesGerund(lemma string) bool {
	return r.d.Lang.Statement.Denials.Has(lemma) || r.d.Lang.Statement.Avoids.Has(lemma)
}

// gerund returns the verb group that the verb of clause c has for its object, "denied
// taking money", or -1.
func (r *reader) gerund(c int) int {
	d := r.d
	v := d.Clauses[c].Verb
	for _, n := range r.children[c] {
		k := &d.Clauses[n]
		if k.Verb < 0 || k.From > d.Clauses[c].To {
			continue
		}
		if t := r.top(k.Verb); t >= 0 && d.Tokens[t].Relation == "xcomp" && d.Tokens[t].Head == d.Groups[v].Head && d.Tokens[d.Groups[k.Verb].From].XPOS == "VBG" {
			return k.Verb
		}
	}
	return -1
}

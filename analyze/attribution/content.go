package attribution

import (
	"synoptic/analyze/doc"
	"synoptic/lang"
	"synoptic/span"
)

// stretch returns the bytes of tokens [from, to) without marks at its ends
// that belong to the sentence around it.
func (r *reader) stretch(from, to int) span.Span {
	for from < to && r.stop(from) {
		from++
	}
	for to > from && r.stop(to-1) {
		to--
	}
	for from < to && r.norm(from) == "(" && r.find(")", from, to) < 0 {
		from++
	}
	for to > from && r.norm(to-1) == ")" && r.find("(", from, to) < 0 {
		to--
		for to > from && r.stop(to-1) {
			to--
		}
	}
	return r.d.Span(span.Range{From: from, To: to})
}

// find returns the first token of [from, to) with that form, or -1.
func (r *reader) find(form string, from, to int) int {
	for i := from; i < to; i++ {
		if r.norm(i) == form {
			return i
		}
	}
	return -1
}

// stop reports whether token i is a mark that no content begins or ends with.
func (r *reader) stop(i int) bool {
	switch r.norm(i) {
	case ",", ";", ":", ".", "—", "–", "--", "-", "…":
		return r.spoken[i] < 0
	}
	return false
}

// end returns where the words of a sentence end: before its last stop.
func (r *reader) end(s doc.Sentence) int {
	to := s.To
	for to > s.From && r.stop(to-1) {
		to--
	}
	return to
}

// endsQuoted reports whether a quotation ends right before token i, a comma
// between them allowed.
func (r *reader) endsQuoted(i int) bool { return r.quoteBefore(i) >= 0 }

func (r *reader) quoteBefore(i int) int {
	for k := i - 1; k >= 0 && k >= i-2; k-- {
		if n := r.closes(k); n >= 0 {
			return n
		}
		if r.norm(k) != "," {
			break
		}
	}
	return -1
}

// standsAfter reports whether source and cue, tokens [from, to), come behind
// or within their words: ", Lee said." and ", Lee said, ". A cue with a hearer
// may have one after it.
func (r *reader) standsAfter(from, to int, s doc.Sentence, hearer bool) bool {
	if from <= s.From {
		return false
	}
	if to < s.To && r.opens(to) >= 0 && r.spoken[s.From] < 0 {
		return false // "Asked about it, Lee said 'no'"
	}
	if x := r.xpos(s.From); to+1 < s.To && r.norm(to) == "," && r.opens(to+1) >= 0 && (x == "VBG" || x == "VBN") {
		return false // "Calling it “a farce,” Lee said, “We will leave.”"
	}
	if n := r.quoteBefore(from); n >= 0 && r.speechQuote(n, from) {
		return true
	}
	p := from - 1
	switch r.norm(p) {
	case ",", "—", "–", "--", "?", "!":
	default:
		return false
	}
	if hearer {
		to = r.heard(to, s)
	}
	if r.clauseVerb(s.From, p) < 0 {
		// "The answer, Lee said, is no."
		if r.skip(to, s) >= r.end(s) && p-s.From <= 8 {
			return true // "Or maybe tomorrow, Lee said."
		}
		return to+1 < s.To && r.norm(to) == "," && r.opens(to+1) < 0 && r.clauseVerb(to, s.To) >= 0 && p-s.From <= 20 &&
			!r.l.Complementizers.Has(r.norm(to+1)) && r.xpos(to+1) != "VBG"
	}
	// What follows must not be a clause of its own.
	i := r.skip(to, s)
	if i >= s.To || r.stop(i) || r.norm(i) == ")" {
		return i >= s.To || r.norm(i) != ":"
	}
	if r.l.Complementizers.Has(r.norm(i)) || r.opens(i) >= 0 {
		return false
	}
	return r.l.Subordinators.Has(r.norm(i)) || r.upos(i) == "CCONJ" || r.xpos(i) == "VBG" || r.upos(i) == "ADP" && r.clauseVerb(i, s.To) < 0
}

// heard passes over the one who was told, at i.
func (r *reader) heard(i int, s doc.Sentence) int {
	if i < s.To && (r.inside(i) || r.nominal(i)) {
		return r.phraseEnd(i, s.To)
	}
	return i
}

// speechQuote reports whether quotation n, right before token i, is what the
// cue after it says: not a title or a lone word without a comma.
func (r *reader) speechQuote(n, i int) bool {
	q := r.d.Quotes[n]
	tokens := r.d.Range(q.Inner)
	if tokens.Empty() {
		return false
	}
	last := r.norm(tokens.To - 1)
	if r.spoken[tokens.From] < 0 && r.title(q) {
		return false
	}
	return r.norm(i-1) == "," || last == "," || last == "?" || last == "!" || last == "." || last == "…" || tokens.Len() > 4
}

// skip passes over adverbs, words of time and short circumstances after a cue:
// "said on Monday", "said in a statement".
func (r *reader) skip(i int, s doc.Sentence) int {
	for i < s.To && r.spoken[i] < 0 {
		switch {
		case r.upos(i) == "ADV" && !r.l.Interrogatives.Has(r.norm(i)) && !r.l.Subordinators.Has(r.norm(i)):
			i++
		case r.l.Times.Has(r.norm(i)) && !r.l.Impersonal.Has(r.norm(i)):
			i++
			for i < s.To && (r.l.Times.Has(r.norm(i)) || r.l.Zones.Has(r.norm(i)) || r.upos(i) == "NUM") {
				i++
			}
		case r.upos(i) == "ADP" && r.circumstance(i, s.To, true) && !r.l.Subordinators.Has(r.norm(i)):
			i = r.phraseEnd(i+1, s.To)
		default:
			return i
		}
	}
	return i
}

// phraseEnd returns where the base noun phrase that begins at i ends.
func (r *reader) phraseEnd(i, to int) int {
	for from := i; i < to && r.spoken[i] < 0 && (r.inside(i) || r.nominal(i)) && r.norm(i) != "."; i++ {
		if i > from && r.nominal(i-1) && (r.upos(i) == "DET" || r.upos(i) == "PRON") {
			break
		}
	}
	return i
}

// wordsBefore returns the content that ends where source and cue begin.
func (r *reader) wordsBefore(before span.Range) []span.Span {
	if before.Empty() {
		return nil
	}
	if n := r.quoteBefore(before.To); n >= 0 {
		q := r.d.Quotes[n]
		tokens := r.d.Range(q.Span)
		if tokens.From <= before.From+1 || r.l.Complementizers.Has(r.norm(before.From)) {
			return []span.Span{q.Span}
		}
		// Words of the same clause run into the quotation.
		at := r.d.Span(span.Range{From: before.From, To: before.To})
		return []span.Span{{Start: at.Start, End: q.End}}
	}
	at := r.stretch(before.From, before.To)
	if at.Empty() {
		return nil
	}
	return []span.Span{at}
}

// parenthetic reports whether source and cue stand within a clause that has
// not come to its verb, or goes on: "The bridge, Lee said, is safe."
func (r *reader) parenthetic(before span.Range, after int, s doc.Sentence) bool {
	if n := r.quoteBefore(before.To); n >= 0 {
		return false
	}
	next := after + 1
	if next >= s.To {
		return false
	}
	return r.finite(next) || r.upos(next) == "AUX" || r.upos(next) == "CCONJ" && r.clauseVerb(next, s.To) >= 0 || r.clauseVerb(before.From, before.To) < 0
}

// quoteLater returns a quotation that goes on after source and cue: in the
// same sentence behind a comma, or as the sentences that follow in the paragraph.
func (r *reader) quoteLater(i int, s doc.Sentence) []span.Span {
	for k := i; k < s.To; k++ {
		if n := r.opens(k); n >= 0 && k > i && r.spoken[k] >= 0 && (r.norm(k-1) == "," || r.norm(k-1) == ":") {
			return []span.Span{r.d.Quotes[n].Span}
		}
	}
	return nil
}

// wordsAfter returns the content that follows the cue with this lemma, or its
// source and cue, from token i on.
func (r *reader) wordsAfter(i int, s doc.Sentence, lemma string, cue lang.Cue) []span.Span {
	hearer := cue.Hearer
	for i < s.To {
		n := r.norm(i)
		switch {
		case r.opens(i) >= 0 && (r.spoken[i] >= 0 || cue.Clause && !hearer || cue.Object):
			return r.quoted(i, s, cue)
		case r.l.Complementizers.Has(n) && cue.Clause && (r.upos(i) == "SCONJ" || r.clauseVerb(i+1, s.To) >= 0):
			return r.one(i, r.cut(i, s, true))
		case r.l.Interrogatives.Has(n) && (cue.Question || cue.Clause) && r.clauseVerb(i, s.To) >= 0 && r.upos(i) != "ADP":
			return r.one(i, r.cut(i, s, true))
		case n == ":":
			return r.one(i+1, r.end(s))
		case n == ",":
			if i+1 < s.To && r.opens(i+1) >= 0 && cue.Clause {
				return r.quoted(i+1, s, cue)
			}
			for k := i + 1; k < s.To && k < i+aside && cue.Clause; k++ {
				if r.opens(k) >= 0 && r.spoken[k] >= 0 {
					return r.quoted(k, s, cue)
				}
			}
			// ", however, that"
			k := i + 1
			for k < s.To && k < i+aside && r.norm(k) != "," {
				k++
			}
			if k+1 < s.To && r.norm(k) == "," && r.l.Complementizers.Has(r.norm(k+1)) && cue.Clause {
				i = k + 1
				continue
			}
			return nil
		case n == "to" && cue.Infinitive && i+1 < s.To && r.upos(i) == "PART":
			return r.one(i, r.cut(i, s, true))
		case r.stop(i) || n == ")" || n == ";":
			return nil
		case hearer && (r.inside(i) || r.nominal(i)):
			hearer = false
			end := r.phraseEnd(i, s.To)
			// "told a crowd in Rome", "told reporters and staff"
			for end < s.To && (r.upos(end) == "ADP" || r.upos(end) == "CCONJ") && end+1 < s.To && (r.inside(end+1) || r.nominal(end+1)) && !r.circumstance(end, s.To, true) {
				end = r.phraseEnd(end+1, s.To)
			}
			if end >= s.To || r.stop(end) && r.norm(end) != ":" && !(r.norm(end) == "," && end+1 < s.To && r.opens(end+1) >= 0) {
				if cue.Object {
					return r.one(i, r.cut(i, s, false))
				}
				if end < s.To && r.norm(end) == "," {
					i = end
					continue
				}
				return nil
			}
			if r.finite(end) && (r.upos(i) != "PRON" || r.l.Persons.Has(r.norm(i))) {
				return r.one(i, r.cut(i, s, true)) // the hearer was the subject
			}
			i = end
			continue
		case r.l.Times.Has(n) && !r.l.Impersonal.Has(n) && !(r.nominalStart(i) && r.upos(i) == "AUX"):
			i = max(i+1, r.skip(i, s))
			continue
		case cue.Clause && r.finite(i) && r.gap(i, s):
			return r.one(i, r.cut(i, s, true)) // "what Lee said was a farce"
		case cue.Clause && r.clauseHere(i, s, cue.Kind == lang.Speech && !cue.Object):
			return r.one(i, r.cut(i, s, true))
		case cue.Object && (r.inside(i) || r.nominal(i) || r.xpos(i) == "VBG"):
			return r.one(i, r.cut(i, s, false))
		case r.upos(i) == "ADV" || r.upos(i) == "PART":
			i++
			continue
		case r.upos(i) == "ADP" || r.upos(i) == "SCONJ" || r.upos(i) == "ADJ":
			if r.l.Subordinators.Has(n) && !r.l.Roles.Has(n) {
				k := i + 1
				for k < s.To && k < i+aside && !(r.l.Complementizers.Has(r.norm(k)) && r.upos(k) == "SCONJ") {
					k++
				}
				if k == s.To || k == i+aside || !cue.Clause {
					return nil
				}
				i = k // "said before leaving that"
				continue
			}
			if late, ok := r.l.Cues[lemma+" "+n]; ok && late.Object && i+1 < s.To {
				return r.one(i+1, r.cut(i+1, s, false)) // "warned Rome against leaving"
			}
			// Pass over the phrase when the words come behind it.
			end := r.phraseEnd(i+1, s.To)
			if end <= i {
				end = i + 1
			}
			// "said in remarks carried by the Post that"
			if end+1 < s.To && r.xpos(end) == "VBN" && r.l.Agents.Has(r.norm(end+1)) {
				end = r.phraseEnd(end+2, s.To)
			}
			if end >= s.To {
				return nil
			}
			i = end
			continue
		default:
			return nil
		}
	}
	return nil
}

// aside is how many tokens may stand between a cue and its words.
const aside = 15

func (r *reader) nominalStart(i int) bool { return r.inside(i) || r.nominal(i) }

// gap reports whether the clause whose verb stands at i, right after a cue, has
// its subject before the cue's own: "which Lee said was".
func (r *reader) gap(i int, s doc.Sentence) bool {
	for k := i - 2; k >= s.From && k >= i-14; k-- {
		if r.l.Relatives.Has(r.norm(k)) || r.l.Interrogatives.Has(r.norm(k)) {
			return true
		}
		if r.norm(k) == "," {
			return false
		}
	}
	return false
}

// inRelative reports whether a relative pronoun stands between the verb at k
// and the comma before it, after token i.
func (r *reader) inRelative(k, i int) bool {
	for k--; k > i && r.norm(k) != ","; k-- {
		if r.l.Relatives.Has(r.norm(k)) {
			return true
		}
	}
	return false
}

// clauseHere reports whether a clause with subject and finite verb begins at
// i; any takes the verb of a relative clause too, for cues that have no object.
func (r *reader) clauseHere(i int, s doc.Sentence, any bool) bool {
	if !r.inside(i) && !r.nominal(i) && r.xpos(i) != "VBG" && r.xpos(i) != "EX" && !(r.upos(i) == "CCONJ" && i+1 < s.To && r.nominal(i+1)) {
		return false
	}
	end, verb := r.cut(i, s, true), false
	for k := i; k < end; k++ {
		if r.finite(k) && (any || !r.inRelative(k, i)) {
			return k > i
		}
		verb = verb || r.verbal(k) && k > i
		if r.norm(k) == ";" || r.norm(k) == ":" {
			return false
		}
		if r.norm(k) == "," && r.xpos(i) == "PRP" {
			return false
		}
	}
	// A tagger takes some finite verbs for participles.
	return any && verb && end-i > 3
}

func (r *reader) one(from, to int) []span.Span {
	at := r.stretch(from, to)
	if at.Empty() {
		return nil
	}
	return []span.Span{at}
}

// quoted returns the content that begins with the quotation at token i: all of
// it, and what the sentence says on in the same clause.
func (r *reader) quoted(i int, s doc.Sentence, cue lang.Cue) []span.Span {
	q := r.d.Quotes[r.opens(i)]
	end := r.d.Range(q.Span).To
	if end >= r.end(s) {
		return []span.Span{q.Span}
	}
	to := r.cut(i, s, cue.Clause)
	if to <= end || r.norm(end) == "," {
		return []span.Span{q.Span}
	}
	at := r.stretch(end, to)
	if at.Empty() {
		return []span.Span{q.Span}
	}
	return []span.Span{q.Span.Cover(at)}
}

// cut returns where a content that begins at token i ends: at the sentence's
// end, or before what belongs to the sentence around it. A clause reaches
// farther than the object of a verb.
func (r *reader) cut(i int, s doc.Sentence, clause bool) int {
	end := r.end(s)
	for k := i + 1; k < end; k++ {
		if r.spoken[k] >= 0 {
			if r.closes(k) >= 0 && r.norm(k-1) == "," && (r.trailing(k, s) || r.newCue(k, s)) {
				return k + 1
			}
			continue
		}
		n := r.norm(k)
		switch {
		case n == ";":
			return k
		case r.according(k, s) > 0:
			return k
		case r.upos(k) == "CCONJ" && (r.newCue(k, s) || r.freshClause(k, s)):
			return k
		case n == ",":
			if r.trailing(k, s) || r.newCue(k, s) {
				return k
			}
			if !clause && !r.describes(k+1, end) {
				return k
			}
			if clause && k+1 < end && (r.subordinate(k+1, end) || r.upos(k+1) == "CCONJ" && r.freshClause(k+1, s)) {
				return k
			}
		case n == "—" || n == "–" || n == "--":
			if !r.pairedDash(k, i, end) || r.newCue(k, s) {
				return k
			}
			// An aside at the end: "— an apparent reference to Rome — and vowed".
			for j := k + 1; j < end; j++ {
				if r.norm(j) == n && r.spoken[j] < 0 {
					if r.newCue(j, s) {
						return k
					}
					break
				}
			}
		case !clause && r.l.Subordinators.Has(n) && !r.l.Roles.Has(n) && k > i+1:
			return k
		case !clause && r.upos(k) == "ADP" && r.timeOnly(k, end):
			return k
		}
	}
	return end
}

// subordinate reports whether an adverbial clause begins at k; "as well as"
// begins none.
func (r *reader) subordinate(k, end int) bool {
	if !r.l.Subordinators.Has(r.norm(k)) || k+2 < end && r.norm(k+2) == r.norm(k) {
		return false
	}
	return !r.l.Conditions.Has(r.norm(k)) && r.clauseVerb(k+1, end) >= 0
}

// timeOnly reports whether from the preposition at k to the end there is only
// a phrase of time.
func (r *reader) timeOnly(k, end int) bool {
	if end-k > 5 || k+1 >= end {
		return false
	}
	for i := k + 1; i < end; i++ {
		if r.l.Times.Has(r.norm(i)) {
			return true
		}
	}
	return false
}

// freshClause reports whether the conjunction at k opens a main clause with a
// subject that is a name or pronoun and a cue: ", and Lee said".
func (r *reader) freshClause(k int, s doc.Sentence) bool {
	for i := k + 1; i < s.To && i < k+14; i++ {
		if r.spoken[i] >= 0 {
			return false
		}
		if r.finite(i) {
			_, sure := r.l.Always[r.norm(i)]
			return sure
		}
		if !r.inside(i) && !r.nominal(i) && r.upos(i) != "ADP" {
			return false
		}
	}
	return false
}

func (r *reader) pairedDash(k, from, end int) bool {
	for i := from; i < k; i++ {
		if r.norm(i) == r.norm(k) {
			return true
		}
	}
	for i := k + 1; i < end; i++ {
		if r.norm(i) == r.norm(k) {
			return true
		}
	}
	return false
}

// trailing reports whether the comma at k opens an attribution that closes the
// sentence: ", the agency reported", ", said Lee".
func (r *reader) trailing(k int, s doc.Sentence) bool {
	for i := k + 1; i < s.To && i < k+30; i++ {
		if r.spoken[i] >= 0 {
			return false
		}
		cue, group, ok := r.cueAt(i, s)
		if !ok || !cue.After || cue.Kind == lang.Evidence {
			if r.finite(i) && !r.relativeVerb(i, k) {
				return false
			}
			continue
		}
		if group.From == k+1 {
			return r.inverted(group, s, cue)
		}
		np := r.subjectBefore(group.From, k+1)
		return np.From == k+1 && r.standsAfter(np.From, group.To, s, cue.Hearer)
	}
	return false
}

func (r *reader) relativeVerb(i, from int) bool {
	for k := i - 1; k > from; k-- {
		if r.l.Relatives.Has(r.norm(k)) {
			return true
		}
	}
	return false
}

// newCue reports whether the conjunction or comma at k leads straight to
// another cue with the same subject: "and vowed", ", adding".
func (r *reader) newCue(k int, s doc.Sentence) bool {
	i := k + 1
	for i < s.To && (r.upos(i) == "ADV" || r.upos(i) == "CCONJ" || r.l.Subordinators.Has(r.norm(i)) && i+1 < s.To && r.xpos(i+1) == "VBG") {
		i++
	}
	if i >= s.To || r.spoken[i] >= 0 {
		return false
	}
	cue, _, ok := r.cueAt(i, s)
	if !ok || cue.Kind != lang.Speech {
		return false
	}
	switch r.xpos(i) {
	case "VBD", "VBZ", "VBG":
		return true
	case "VBN":
		_, sure := r.l.Always[r.norm(i)]
		return sure
	}
	return false
}

package attribution

import (
	"slices"
	"strings"

	"synoptic/analyze/doc"
	"synoptic/lang"
	"synoptic/span"
)

// bound takes from a draft, by the tree, what is not in the clause of its cue: what the
// clause before the main one tells is said by nobody in the main one, nor the other way
// round, and of two who speak in one sentence each says what stands at the own cue.
func (r *reader) bound(d *draft, s doc.Sentence, drafts []int) {
	r.fronted(d, s)
	r.relative(d, s)
	r.afterFronted(d, s)
	r.joined(d, s, drafts)
	r.contrasted(d, s, drafts)
	r.goesOn(d, s, drafts)
	r.ofAnother(d, s)
	r.dated(d, s)
}

// fronted ends the words of a cue in a clause before the main one with that clause:
// "When Lund asked about it, the mayor left".
func (r *reader) fronted(d *draft, s doc.Sentence) {
	main, end := r.mainBehind(d.head, s)
	if end <= d.cue.To {
		return
	}
	for c := range d.content {
		if at := r.d.Range(d.content[c]); at.From >= d.cue.To && at.From < end && at.Has(main) {
			d.content[c] = r.stretch(at.From, end)
		}
	}
}

// relative ends the words of a cue in a relative clause with that clause: "men who refused
// to give their names seized the mill".
func (r *reader) relative(d *draft, s doc.Sentence) {
	v := d.head
	for n := 0; n < window && v >= s.From && !strings.HasPrefix(r.d.Tokens[v].Relation, "acl"); n++ {
		v = r.d.Tokens[v].Head
	}
	if v < s.From {
		return
	}
	noun := r.d.Tokens[v].Head
	if noun < s.From || noun > v || !strings.HasPrefix(r.d.Tokens[noun].Relation, "nsubj") {
		return
	}
	main, end := r.d.Tokens[noun].Head, r.below(v, s)
	for c := range d.content {
		if at := r.d.Range(d.content[c]); main >= end && at.From >= d.cue.To && at.From < end && at.Has(main) {
			d.content[c] = r.stretch(at.From, end)
		}
	}
}

// mainBehind returns a token of the main clause that stands behind the adverbial one in
// which the verb at i is, and where the latter ends; -1 and 0 where there is none. The
// clauses tell more than the tree does, which is often wrong about what is so far away.
func (r *reader) mainBehind(i int, s doc.Sentence) (main, end int) {
	for h, n := i, 0; h >= s.From && n < window; h, n = r.d.Tokens[h].Head, n+1 {
		main := r.d.Tokens[h].Head
		if main <= h || main >= s.To || !r.adverbial(h) || r.d.Tokens[main].Relation == "conj" && r.d.Tokens[main].Head < h {
			continue
		}
		if end := r.below(h, s); end <= main && r.norm(end) == "," {
			return main, end
		}
	}
	list := r.d.Clauses
	k := firstWhere(len(list), func(k int) bool { return list[k].From > i }) - 1
	for k >= 0 && list[k].From >= s.From && (list[k].Verb < 0 || !r.d.Groups[list[k].Verb].Has(i)) {
		k--
	}
	u := k
	for u >= 0 && list[u].From >= s.From && list[u].Kind != doc.AdverbialClause {
		u = list[u].Parent
	}
	if k < 0 || u < 0 || list[u].From < s.From || r.l.Roles.Has(r.norm(list[u].From)) {
		return -1, 0
	}
	if before := list[u].From - 1; before >= s.From && r.norm(before) != "," && !r.l.Complementizers.Has(r.norm(before)) {
		return -1, 0
	}
	for m := k + 1; m < len(list) && list[m].From < s.To; m++ {
		if from := list[m].From; list[m].Kind == doc.MainClause && from > i && r.norm(from-1) == "," && r.upos(from) != "CCONJ" && list[m].Verb >= 0 {
			return r.d.Groups[list[m].Verb].Head, from - 1
		}
	}
	return -1, 0
}

// adverbial reports whether the verb at h is that of an adverbial clause: "when he left",
// but not the "as he said" that tells who says what the main clause does.
func (r *reader) adverbial(h int) bool {
	if r.d.Tokens[h].Relation != "advcl" {
		return false
	}
	for i := h - 1; i >= 0 && i >= h-window; i-- {
		if r.d.Tokens[i].Head == h && r.d.Tokens[i].Relation == "mark" {
			return !r.l.Roles.Has(r.norm(i))
		}
	}
	return true
}

// afterFronted takes the clause before the main one from the words of who speaks in that:
// "When Lund asked about it, the mayor said that the hall was sold".
func (r *reader) afterFronted(d *draft, s doc.Sentence) {
	if d.source.Empty() || d.source.To > d.cue.From || d.cue.To < s.To && r.norm(d.cue.To) == "," || !r.speaksBehind(d) {
		return
	}
	d.content = slices.DeleteFunc(slices.Clone(d.content), func(c span.Span) bool {
		at := r.d.Range(c)
		if at.From < s.From || at.To > d.source.From || r.kindOf([]span.Span{c}) != doc.Indirect {
			return false
		}
		for h, n := r.top(at), 0; h >= s.From && n < window; h, n = r.d.Tokens[h].Head, n+1 {
			if r.d.Tokens[h].Head == d.head {
				return r.adverbial(h)
			}
		}
		return false
	})
}

// speaksBehind reports whether words of a draft stand behind its cue.
func (r *reader) speaksBehind(d *draft) bool {
	return slices.ContainsFunc(d.content, func(c span.Span) bool { return r.d.Range(c).From >= d.cue.To })
}

// joined parts two who speak in one sentence: in "it fell, police said, and Lund said it
// would be mended" police say the first and Lund the second.
func (r *reader) joined(d *draft, s doc.Sentence, drafts []int) {
	at := d.source.From - 1 // the "and"
	if d.source.Empty() || d.source.To > d.cue.From || at <= s.From || r.upos(at) != "CCONJ" || !r.speaksBehind(d) {
		return
	}
	for _, j := range drafts {
		o := &r.drafts[j]
		if o.kind != lang.Speech || o.source.Empty() || max(o.cue.To, o.source.To) > at || max(o.cue.To, o.source.To) < at-1 {
			continue
		}
		d.content = slices.DeleteFunc(slices.Clone(d.content), func(c span.Span) bool {
			to := r.d.Range(c)
			return to.From >= s.From && to.To <= at && r.kindOf([]span.Span{c}) == doc.Indirect
		})
		o.content = slices.DeleteFunc(slices.Clone(o.content), func(c span.Span) bool {
			from := r.d.Range(c).From
			return len(o.content) > 1 && from >= at && from <= d.cue.From
		})
		return
	}
}

// contrasted parts two who speak in one sentence, the second behind "while" or ", but": in
// "Lund said that it fell, while Holm said that it rose" neither says what the other does.
func (r *reader) contrasted(d *draft, s doc.Sentence, drafts []int) {
	while := d.source.From - 1
	if d.source.Empty() || d.source.To > d.cue.From || d.kind != lang.Speech || while <= s.From || !r.contrasts(while, d) || r.spoken[while] >= 0 || !r.speaksBehind(d) ||
		r.kindOf(d.content) == doc.Indirect && r.clauseVerb(d.cue.To, r.d.Range(d.content[len(d.content)-1]).To) < 0 {
		return // "… while he railed against it" is no other account
	}
	for _, j := range drafts {
		o := &r.drafts[j]
		if o.kind != lang.Speech || o.source.Empty() || max(o.source.To, o.cue.To) > while {
			continue
		}
		for c := range o.content {
			at := r.d.Range(o.content[c])
			if at.From < o.cue.To || !at.Has(while) || o.source.From >= o.cue.To {
				continue // all of "according to Lund, P, and Holm said Q" may be Lund's
			}
			end := while
			for end > at.From && r.stop(end-1) {
				end--
			}
			if end > at.From+1 {
				o.content[c] = r.stretch(at.From, end)
			}
		}
		d.content = slices.DeleteFunc(slices.Clone(d.content), func(c span.Span) bool {
			at := r.d.Range(c)
			return at.From >= s.From && at.To <= while
		})
	}
}

// contrasts reports whether the word at i, before the source of d, sets what d says beside
// what is said before: "while", ", but"; not where "that" goes on, nor of what a person told
// of there agreed to do.
func (r *reader) contrasts(i int, d *draft) bool {
	return r.l.Contrasts.Has(r.norm(i)) || r.upos(i) == "CCONJ" && r.norm(i-1) == "," && !r.l.Complementizers.Has(r.norm(i+1)) &&
		(r.upos(i+1) != "PRON" || d.cue.To >= len(r.d.Tokens) || r.xpos(d.cue.To) != "TO")
}

// dated takes what dates a source from its words: "according to results published on
// Monday, it fell".
func (r *reader) dated(d *draft, s doc.Sentence) {
	if d.source.Empty() || d.source.From < d.cue.To || r.according(d.cue.From, s) == 0 {
		return
	}
	for c := range d.content {
		at := r.d.Range(d.content[c])
		if at.From < d.cue.To || at.From > d.source.To || r.upos(at.From) != "ADP" {
			continue
		}
		for k := at.From; k < min(at.From+dateTokens, at.To-1) && !r.verbal(k); k++ {
			if r.norm(k) == "," {
				d.content[c] = r.stretch(k+1, at.To)
				return
			}
		}
	}
}

// dateTokens is how many tokens what dates a source has at most, with its comma.
const dateTokens = 6

// ofAnother takes from a draft what another says where it stands, in a later sentence
// or by the same source: "…," the report states.
func (r *reader) ofAnother(d *draft, s doc.Sentence) {
	for c, words := range d.content {
		at := r.d.Range(words)
		n := r.d.SentenceOf(at.From)
		if n < 0 || at.From < s.From {
			continue
		}
		if slices.ContainsFunc(r.of[n], func(k int) bool {
			o := &r.drafts[k]
			return o.kind == lang.Speech && !o.source.Empty() && (at.From >= s.To || o.source == d.source) && at.Contains(o.source) && at.Contains(o.cue) &&
				!at.Contains(d.cue) && r.spoken[o.cue.From] < 0 && len(o.content) > 0 && o.content[0].Start == words.Start
		}) {
			if d.content = slices.Clone(d.content); at.From >= s.To {
				d.content = d.content[:c] // and what goes on there
			} else {
				d.content = slices.Delete(d.content, c, c+1)
			}
			return
		}
	}
}

// goesOn gives "according to" behind "and" what comes after it: "Lund left and, according to
// police, took a bag". Whom it names is no source of that verb.
func (r *reader) goesOn(d *draft, s doc.Sentence, drafts []int) {
	if d.cue.From <= s.From+1 || r.according(d.cue.From, s) == 0 || d.source.From < d.cue.To || d.source.To+1 >= s.To || r.norm(d.source.To) != "," || r.speaksBehind(d) {
		return
	}
	and := d.cue.From - 1
	if r.norm(and) == "," {
		and--
	}
	if r.upos(and) != "CCONJ" || !r.verbal(d.source.To+1) {
		return
	}
	d.content = r.one(d.source.To+1, r.cut(d.source.To+1, s, true))
	for _, j := range drafts {
		if o := &r.drafts[j]; o != d && o.source == d.source {
			o.content = nil
		}
	}
}

// ownSubject gives a draft the subject of its own verb where it has no source, or its source
// is another's or reaches back over another verb, or is what describes the subject: "Ten died
// and the post office said", "Lund left, and Holm said".
func (r *reader) ownSubject(d *draft, s doc.Sentence) {
	if d.source.To > d.cue.From || !r.finite(d.head) && r.xpos(d.head) != "VBN" || d.source.Empty() && (d.kind != lang.Speech || !r.finite(d.head)) {
		return
	}
	for i := s.From; i < d.head; i++ {
		k := &r.d.Tokens[i]
		if k.Head != d.head || k.Relation != "nsubj" || r.l.Relatives.Has(k.Norm) || !r.nominal(i) {
			continue
		}
		from := i
		for from > s.From && r.under(from-1, i) {
			from--
		}
		for from < i && (r.upos(from) == "CCONJ" || r.upos(from) == "PUNCT") {
			from++
		}
		switch {
		case d.source.Empty() && !r.sayer(span.Range{From: from, To: i + 1}):
		case d.source.To <= from:
			d.source = r.trimmed(span.Range{From: from, To: d.cue.From})
		case d.source.From > i && r.accordingBefore(d.source.From, i, s):
			d.source = span.Range{From: from, To: i + 1} // "Lund, according to the Post, said"
			d.content = slices.DeleteFunc(slices.Clone(d.content), func(c span.Span) bool { return r.d.Range(c).Overlaps(d.source) })
		case d.source.Has(i) && from > d.source.From && r.clauseVerb(d.source.From, from) >= 0:
			d.source.From = from
		case d.source.Len() > 1 && r.l.Relatives.Has(r.norm(d.source.From)) && i < d.source.From:
			d.source.From = from // "a guard, who saw it, told"
		}
		return
	}
}

// purpose gives a draft whose verb is an infinitive, without a source, the subject of the
// nearest verb that it hangs on whose subject can speak: "sailors seized on the letters to
// suggest that the mayor lied".
func (r *reader) purpose(d *draft, s doc.Sentence) {
	if !d.source.Empty() || d.kind != lang.Speech || r.xpos(d.head) != "VB" || r.upos(d.cue.From) != "PART" {
		return
	}
	for v, n := r.d.Tokens[d.head].Head, 0; n < window && v >= s.From; v, n = r.d.Tokens[v].Head, n+1 {
		for i := s.From; i < d.cue.From; i++ {
			k := &r.d.Tokens[i]
			switch {
			case k.Head == v && k.Relation == "obj" && i > v && r.d.Tokens[d.head].Relation == "xcomp":
				return // "it moved Lund to say": another construction
			case k.Head != v || k.Relation != "nsubj" || i > v || r.l.Relatives.Has(k.Norm) || !r.nominal(i) || r.spoken[i] >= 0 || r.l.Remarks.Has(k.Lemma):
				continue
			}
			if at := r.phraseAt(i, s.From, v); r.sayer(at) {
				d.source = at
				return
			}
		}
	}
}

// namedBefore takes from a draft whose cue is a mere colon the source that stands right before
// it in a sentence of another's: "Lund used these words against Karl Roe: “…”".
func (r *reader) namedBefore(d *draft, s doc.Sentence) {
	if d.cue.Len() != 1 || r.norm(d.cue.From) != ":" || d.source.Empty() || d.source.To > d.cue.From || r.clauseVerb(s.From, d.source.From) < 0 {
		return
	}
	d.source = span.Range{}
	for i := s.From; i < d.cue.From; i++ {
		k := &r.d.Tokens[i]
		if k.Relation != "nsubj" || k.Head < 0 || r.d.Tokens[k.Head].Relation != "root" || r.spoken[i] >= 0 {
			continue
		}
		if at := r.phraseAt(i, s.From, d.cue.From); r.sayer(at) {
			d.source = at
			return
		}
	}
}

// bothSources gives a draft whose source begins with what joins two, "…, the mayor and the
// port office said", the first of them too, which stands behind the words.
func (r *reader) bothSources(d *draft, s doc.Sentence) {
	and := d.source.From
	if d.source.Len() < 2 || r.upos(and) != "CCONJ" || and == s.From || !r.nominal(and-1) || r.spoken[and-1] >= 0 {
		return
	}
	d.source.From++
	first := r.phraseBefore(and, s.From)
	if first.Empty() || first.From == s.From || r.norm(first.From-1) != "," && r.closes(first.From-1) < 0 {
		return
	}
	if slices.ContainsFunc(d.content, func(c span.Span) bool { return r.d.Range(c).Overlaps(first) }) {
		return
	}
	d.source.From = first.From
}

// phraseAt returns the noun at i with what hangs on it, from from on and up to to, but
// no clause that describes it.
func (r *reader) phraseAt(i, from, to int) span.Range {
	at := span.Range{From: i, To: i + 1}
	for at.From > from && r.under(at.From-1, i) {
		at.From--
	}
	for at.To < to && r.under(at.To, i) && !r.clauseOf(at.To, i) {
		at.To++
	}
	for r.upos(at.To-1) == "PUNCT" && at.To > i+1 {
		at.To--
	}
	return at
}

// accordingBefore reports whether a phrase like "according to" ends before the token at i
// of a sentence, and begins behind subject.
func (r *reader) accordingBefore(i, subject int, s doc.Sentence) bool {
	for n := 1; n <= maxAccording && i-n > subject; n++ {
		if r.according(i-n, s) == n {
			return true
		}
	}
	return false
}

// maxAccording is how many tokens a phrase like "according to" has at most.
const maxAccording = 4

// outerSubject gives a draft the subject of its verb, or of the verb that it goes on
// from, where its source stands in a clause that describes that subject: "the firm that
// Lund set up called it a farce", "Holm, who saw it, was blunt, calling it a farce".
func (r *reader) outerSubject(d *draft, s doc.Sentence) {
	if d.source.Empty() || d.source.From < s.From || d.source.To > d.cue.From {
		return
	}
	subject := r.subject(d.head, s)
	top := r.top(d.source)
	if subject < 0 || subject > top || r.spoken[subject] >= 0 || !r.nominal(subject) || r.under(d.head, subject) || !r.clauseOf(top, subject) {
		return
	}
	d.source = r.phraseAt(subject, s.From, d.cue.From)
}

// clauseOf reports whether the token at i stands in a clause that describes the noun at
// noun, or what that is named beside it.
func (r *reader) clauseOf(i, noun int) bool {
	clause := false
	for n := 0; n < window && i > noun; n++ {
		k := &r.d.Tokens[i]
		switch {
		case strings.HasPrefix(k.Relation, "acl"):
			clause = true
		case clause && k.Relation != "appos" && k.Relation != "flat":
			return false
		}
		i = k.Head
	}
	return clause && i == noun
}

// subject returns the subject of the verb at i, or else of the one that it is joined to
// or tells the circumstances of; -1 where there is none.
func (r *reader) subject(i int, s doc.Sentence) int {
	for n := 0; n < window && i >= s.From; n++ {
		for k := s.From; k < s.To; k++ {
			if t := &r.d.Tokens[k]; t.Head == i && strings.HasPrefix(t.Relation, "nsubj") {
				return k
			}
		}
		if k := &r.d.Tokens[i]; k.Relation != "conj" && k.Relation != "advcl" && k.Relation != "xcomp" || k.Relation == "advcl" && k.XPOS != "VBG" {
			return -1
		}
		i = r.d.Tokens[i].Head
	}
	return -1
}

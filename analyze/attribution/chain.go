package attribution

import (
	"slices"

	"synoptic/analyze/doc"
	"synoptic/lang"
	"synoptic/span"
)

// chains completes who passed words on: PolNeAR marks the outermost attribution
// alone, so that the network tells little of what stands within one.
func (r *reader) chains() {
	r.of = make([][]int, len(r.d.Sentences))
	for k := range r.drafts {
		if n := r.drafts[k].sentence; n >= 0 && len(r.drafts[k].content) > 0 {
			r.of[n] = append(r.of[n], k)
		}
	}
	for n := range r.d.Sentences {
		s := r.d.Sentences[n]
		if !s.Kind.Reported() {
			continue
		}
		r.signature(n, s)
		r.inner(s, r.of[n])
		taken := -1 // the "as saying" of the verb before
		for i := s.From; i < s.To; i++ {
			if r.spoken[i] >= 0 || r.upos(i) != "VERB" {
				continue
			}
			switch lemma := r.lemma(i); {
			case r.l.Ascribings.Has(lemma):
				if to := r.find(r.l.To, i+1, min(s.To, i+aside)); to > 0 && r.finite(i) {
					if source := r.tellerAfter(to+1, s.To); !source.Empty() {
						r.citesBefore(n, s, i, r.verbGroup(i, s.From), source)
					}
				}
			case r.l.Relays.Has(lemma):
				if as := r.quotingAs(i, s); as >= 0 && as != taken {
					r.quotes(n, s, i, as)
					taken = as
				} else {
					r.cites(n, s, i)
				}
			case r.l.Learnings.Has(lemma):
				r.learns(n, s, i)
			}
		}
	}
}

// window is how far behind its verb "as saying" or a "that" is looked for.
const window = 40

// quotingAs returns the "as" of "quoted Lee as saying" behind the verb at i, or -1.
func (r *reader) quotingAs(i int, s doc.Sentence) int {
	for k := i + 1; k+1 < s.To && k < i+window; k++ {
		switch {
		case r.spoken[k] >= 0, r.xpos(i) == "VBG" && r.finite(k) && r.l.Relays.Has(r.lemma(k)):
			return -1
		case r.l.Roles.Has(r.norm(k)) && r.xpos(k+1) == "VBG":
			if _, ok := r.l.Cues[r.lemma(k+1)]; ok {
				return k
			}
		}
	}
	return -1
}

// quotes drafts both who quotes and who is quoted: "the Daily Post quoted Lee as
// saying", "Lee was quoted by the Daily Post as saying", "Lee was quoted as saying
// by the Daily Post". The cue that quotes stands at i, its "as" at as.
func (r *reader) quotes(n int, s doc.Sentence, i, as int) {
	group := r.verbGroup(i, s.From)
	cue := r.l.Cues[r.lemma(as+1)]
	var quoting, quoted span.Range
	passive := r.xpos(i) == "VBN" && (r.passive(group, i) || i+1 == as || r.l.Agents.Has(r.norm(i+1)))
	after := as + 2
	if passive {
		quoted = r.subjectBefore(group.From, s.From)
		if quoted.Empty() && group.From > s.From && r.norm(group.From-1) == "," {
			quoted = r.phraseBefore(group.From-1, s.From)
		}
		switch {
		case i+1 < as && r.l.Agents.Has(r.norm(i+1)):
			quoting = r.phraseAfter(i+2, as, false)
		case after < s.To && r.l.Agents.Has(r.norm(after)):
			quoting = r.phraseAfter(after+1, s.To, true)
			after = max(after, quoting.To)
		}
	} else {
		quoting = r.subjectBefore(group.From, s.From)
		if k := r.cueOf(n, i); k >= 0 && !r.drafts[k].source.Empty() && r.drafts[k].source.To <= group.From {
			quoting = r.drafts[k].source
		}
		if quoting.Len() == 1 && r.l.Relatives.Has(r.norm(quoting.From)) {
			quoting = r.antecedent(quoting, s)
		}
		quoted = r.phraseAfter(i+1, as, false)
		for k := quoting.From + 1; k < quoting.To; k++ {
			if r.xpos(k) == "VBG" && r.l.Relays.Has(r.lemma(k)) {
				quoting.To = k // "the Post, citing Lee, quoted"
			}
		}
	}
	if quoted.Empty() {
		return
	}
	first := group.From
	if passive {
		first = quoted.From
	} else if !quoting.Empty() {
		first = quoting.From
	}
	var content []span.Span
	if !passive {
		content = r.wordsAfter(after, s, r.lemma(as+1), cue)
	}
	if len(content) == 0 && r.standsAfter(first, after, s, false) {
		content = append(r.wordsBefore(span.Range{From: s.From, To: first}), r.quoteLater(after, s)...)
	} else if len(content) == 0 {
		content = r.wordsAfter(after, s, r.lemma(as+1), cue)
	}
	if len(content) == 0 {
		return
	}
	// What was made of the two verbs apart gives way.
	children := []int{}
	for _, k := range r.of[n] {
		d := &r.drafts[k]
		if d.cue.Has(i) || d.cue.Has(as+1) {
			content = r.longer(content, d.content, as, first)
			d.content = nil
			for _, j := range r.of[n] {
				if r.drafts[j].parent == k {
					children = append(children, j)
				}
			}
		}
	}
	r.takeFrom(max(n-2, 0), n, content) // they are no one's who speaks in the sentence before
	by := -1
	if !quoting.Empty() {
		r.add(draft{sentence: n, source: r.trimmed(quoting), cue: group, head: i, kind: lang.Speech, content: content, parent: -1, sure: 80})
		by = len(r.drafts) - 1
	}
	inner := span.Range{From: as, To: as + 2}
	if by < 0 {
		inner.From = group.From
	}
	r.add(draft{sentence: n, source: r.trimmed(quoted), cue: inner, head: as + 1, kind: lang.Speech, content: content, parent: by, sure: 80})
	for _, j := range children {
		r.drafts[j].parent = len(r.drafts) - 1
	}
}

// takeFrom takes words from the drafts of sentences [from, to) that have others too.
func (r *reader) takeFrom(from, to int, words []span.Span) {
	for _, k := range slices.Concat(r.of[from:to]...) {
		if d := &r.drafts[k]; len(d.content) > 1 {
			d.content = slices.DeleteFunc(slices.Clone(d.content), func(o span.Span) bool {
				return slices.ContainsFunc(words, func(c span.Span) bool { return c.Contains(o) })
			})
		}
	}
}

// signature drafts a quotation with its author behind a dash, at the end of its
// paragraph or in one of its own: "— Ann Lee, mayor of Orvik".
func (r *reader) signature(n int, s doc.Sentence) {
	from := s.From
	for from < s.To && !r.dash(from) {
		from++
	}
	if from+1 >= s.To || from > s.From && r.closes(from-1) < 0 {
		return
	}
	for i := from + 1; i < s.To; i++ {
		if r.finite(i) || r.spoken[i] >= 0 {
			return
		}
	}
	source := r.phraseAfter(from+1, s.To, false)
	if source.Empty() || source.From != from+1 || source.To < r.end(s) || source.Len() > signed {
		return
	}
	names := r.d.NamesIn(source)
	if len(names) == 0 || names[0].Type != doc.Person || names[0].From > source.From+3 {
		return
	}
	k := firstWhere(len(r.outer), func(k int) bool { return r.outer[k].Start >= r.d.Tokens[from].Start }) - 1
	if k < 0 {
		return
	}
	quoted := r.outer[k]
	at := r.d.Range(quoted)
	first := r.d.SentenceOf(at.From)
	if at.To != from || first < 0 || r.d.Sentences[first].From != at.From {
		return
	}
	content := []span.Span{quoted}
	r.takeFrom(max(first-1, 0), min(n+2, len(r.of)), content)
	for _, k := range slices.Concat(r.of[max(first-1, 0) : n+1]...) {
		if d := &r.drafts[k]; len(d.content) == 1 && quoted.Contains(d.content[0]) {
			d.content = nil
		}
	}
	r.add(draft{sentence: n, source: source, cue: span.Range{From: from, To: from + 1}, head: from, kind: lang.Speech, content: content, parent: -1, sure: 85})
}

// signed is the most words of an author behind a dash.
const signed = 14

// dash reports whether token i is a dash between spaces, or at the start of a line.
func (r *reader) dash(i int) bool {
	switch r.norm(i) {
	case "-", "–", "—", "--", "―":
		return !r.touches(i) && r.spoken[i] < 0
	}
	return false
}

// longer returns what a draft had as content where that goes on longer, over
// sentences that follow: quotations that the network gave to it.
func (r *reader) longer(content, had []span.Span, as, first int) []span.Span {
	for _, h := range had {
		at := r.d.Range(h)
		if at.From > as+1 || at.To <= first {
			known := false
			for _, c := range content {
				known = known || c.Overlaps(h)
			}
			if !known {
				content = append(content, h)
			}
		}
	}
	return content
}

// cueOf returns the place of the draft of sentence n whose cue holds token i, or -1.
func (r *reader) cueOf(n, i int) int {
	for _, k := range slices.Backward(r.of[n]) {
		if d := &r.drafts[k]; d.cue.Has(i) && len(d.content) > 0 {
			return k
		}
	}
	return -1
}

// cites drafts whom the verb at i, "citing" or "cited", refers to: its words are
// those of the attribution that it hangs on.
func (r *reader) cites(n int, s doc.Sentence, i int) {
	group := r.verbGroup(i, s.From)
	begin := r.relativeAt(group.From, s)
	relative := begin < group.From
	if r.hasAux(group, i) && !relative {
		return
	}
	cited := r.tellerAfter(i+1, s.To)
	if cited.Empty() {
		return
	}
	if r.xpos(i) != "VBG" && !relative {
		r.citesBefore(n, s, i, group, cited)
		return
	}
	main, mine := -1, -1
	for _, k := range r.of[n] {
		d := &r.drafts[k]
		switch {
		case len(d.content) == 0:
		case d.cue.Has(i):
			if mine = k; d.parent >= 0 && r.drafts[d.parent].sentence == n && d.source.Overlaps(cited) && !relative {
				return // as the rules have it
			}
		case !d.source.Empty() && relative && (d.source.Has(begin) || d.source.To == begin || d.source.To+1 == begin):
			main = k // the clause hangs on the source
		case relative || d.kind != lang.Speech && d.kind != lang.Evidence:
		case main < 0 || r.nearer(d.cue, r.drafts[main].cue, i):
			main = k
		}
	}
	if main < 0 && !relative {
		main = r.reports(n, s, i, cited)
	}
	if main < 0 {
		return
	}
	d := &r.drafts[main]
	if relative && d.source.Has(begin) {
		d.source.To = begin
		for d.source.Len() > 1 && r.upos(d.source.To-1) == "PUNCT" {
			d.source.To--
		}
	}
	if mine >= 0 && mine != main {
		r.drafts[mine].content = nil
	}
	if d.source.Overlaps(cited) && !relative && begin > s.From && r.norm(begin-1) == "," {
		// "the Post, citing Lee, said": not Lee
		if source := r.phraseBefore(begin-1, s.From); !source.Empty() {
			d.source = source
		}
	}
	// "reported on Monday, citing Lee, that": the words come behind the one cited.
	if that := r.thatBehind(cited.To, s); that >= 0 && r.d.Range(d.content[0]).From > i {
		d.content = r.one(that, r.cut(that, s, true))
	} else {
		for c := range d.content {
			switch at := r.d.Range(d.content[c]); {
			case at.From < begin && at.To > begin:
				d.content[c] = r.stretch(at.From, begin)
			case relative && r.l.Relatives.Has(r.norm(at.From)) && r.upos(at.From) != "SCONJ":
				d.content[c] = span.Span{} // ", which in turn cited Poe"
			}
		}
		d.content = slices.DeleteFunc(d.content, span.Span.Empty)
	}
	if len(d.content) > 0 {
		r.add(draft{sentence: n, source: cited, cue: group, head: i, kind: lang.Speech, content: d.content, parent: main, sure: 80})
	}
}

// relativeAt returns where the relative pronoun stands that opens the clause of the
// verb group at from, a few words passed over: "which in turn cited"; from itself
// when there is none.
func (r *reader) relativeAt(from int, s doc.Sentence) int {
	for k := from - 1; k > s.From && k >= from-3; k-- {
		if r.l.Relatives.Has(r.norm(k)) && r.upos(k) != "SCONJ" {
			return k
		}
		if r.verbal(k) || r.stop(k) {
			break
		}
	}
	return from
}

// citesBefore drafts whom an outlet cites in a sentence of its own for what the one
// before reports: "The Post said the bridge was closed. It cited Lee."
func (r *reader) citesBefore(n int, s doc.Sentence, i int, group, cited span.Range) {
	subject := r.subjectBefore(group.From, s.From)
	if subject.Empty() || subject.From != s.From || n == 0 {
		return
	}
	outlet := r.refersTo(subject)
	if outlet.Empty() {
		outlet = subject
	}
	who := r.speaker(outlet)
	for _, k := range slices.Concat(r.of[max(n-2, 0):n]...) {
		d := &r.drafts[k]
		if len(d.content) == 0 || d.parent >= 0 || d.kind != lang.Speech || d.source.Empty() {
			continue
		}
		if !d.source.Overlaps(outlet) && (who < 0 || r.speaker(d.source) != who) {
			continue
		}
		if mine := r.cueOf(n, i); mine >= 0 {
			r.drafts[mine].content = nil
		}
		r.add(draft{sentence: n, source: cited, cue: group, head: i, kind: lang.Speech, content: d.content, parent: k, sure: 60})
		return
	}
}

// tellerAfter returns the phrase at i, without the clause that says what they told,
// if it can be somebody who tells: a name, a person, a body or a paper.
func (r *reader) tellerAfter(i, to int) span.Range {
	at := r.phraseAfter(i, to, false)
	for k := at.From + 1; k < at.To; k++ {
		if r.opensWords(k) || r.norm(k-1) == "," && r.l.Relatives.Has(r.norm(k)) {
			at.To = k // "citing Lee that", "citing Lee, who"
		}
	}
	if at.Empty() {
		return at
	}
	at = r.trimmed(at)
	if h := r.headOf(at); h < 0 || !r.sayer(at) && !(r.upos(h) == "NOUN" && r.l.People.Has(r.d.Tokens[h].Lemma)) {
		return span.Range{}
	}
	return at
}

// nearer reports whether cue a governs the verb at i rather than b: by the tree,
// or else by standing before it and nearer.
func (r *reader) nearer(a, b span.Range, i int) bool {
	for h, n := r.d.Tokens[i].Head, 0; h >= 0 && n < window; h, n = r.d.Tokens[h].Head, n+1 {
		if a.Has(h) != b.Has(h) {
			return a.Has(h)
		}
	}
	if (a.From < i) != (b.From < i) {
		return a.From < i
	}
	return max(a.From-i, i-a.From) < max(b.From-i, i-b.From)
}

// opensWords reports whether token i is a "that" which opens what somebody says,
// by its tag or by the tree.
func (r *reader) opensWords(i int) bool {
	return r.l.Complementizers.Has(r.norm(i)) && (r.upos(i) == "SCONJ" || r.d.Tokens[i].Relation == "mark")
}

// thatBehind returns the "that" which opens the words behind the one cited, a
// clause that describes it passed over; -1 when there is none.
func (r *reader) thatBehind(i int, s doc.Sentence) int {
	for k := i; k < s.To && k < i+window; k++ {
		if r.spoken[k] >= 0 {
			break
		}
		if r.opensWords(k) && (k == i || r.norm(k-1) == ",") {
			return k
		}
	}
	return -1
}

// reports drafts the verb that "citing Lee" at i hangs on where nothing is
// drafted of it: "the Post reported on Monday, citing Lee, that". It returns the
// place of the draft, or -1.
func (r *reader) reports(n int, s doc.Sentence, i int, cited span.Range) int {
	head := r.d.Tokens[i].Head
	if head < s.From || head >= i || r.upos(head) != "VERB" {
		return -1
	}
	cue, ok := r.l.Cues[r.lemma(head)]
	if !ok || cue.Kind != lang.Speech || !cue.Clause {
		return -1
	}
	group := r.verbGroup(head, s.From)
	source := r.subjectBefore(group.From, s.From)
	that := r.thatBehind(cited.To, s)
	if source.Empty() || that < 0 {
		return -1
	}
	r.add(draft{sentence: n, source: source, cue: group, head: head, kind: cue.Kind, content: r.one(that, r.cut(that, s, true)), parent: -1, sure: 80})
	return r.cueOf(n, head)
}

// learns drafts who tells whom in "the Post has learned from Lee that" and "Lee was
// told by Poe that": who learns it passes it on.
func (r *reader) learns(n int, s doc.Sentence, i int) {
	if i+1 >= s.To || !r.l.Teachers.Has(r.norm(i+1)) {
		return
	}
	group := r.verbGroup(i, s.From)
	if passive := r.passive(group, i); passive != r.l.Agents.Has(r.norm(i+1)) {
		return
	}
	teller := r.tellerAfter(i+2, s.To)
	if teller.Empty() {
		return
	}
	that := r.thatBehind(teller.To, s)
	if that < 0 && teller.To < s.To && r.l.Complementizers.Has(r.norm(teller.To)) {
		that = teller.To
	}
	pupil := r.subjectBefore(group.From, s.From)
	if that < 0 || pupil.Empty() {
		return
	}
	if k := r.cueOf(n, i); k >= 0 {
		r.drafts[k].content = nil
	}
	content := r.one(that, r.cut(that, s, true))
	r.add(draft{sentence: n, source: pupil, cue: group, head: i, kind: lang.Speech, content: content, parent: -1, sure: 70})
	if k := r.cueOf(n, i); k >= 0 {
		r.add(draft{sentence: n, source: teller, cue: span.Range{From: i, To: i + 2}, head: i, kind: lang.Speech, content: content, parent: k, sure: 70})
	}
}

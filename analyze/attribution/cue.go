package attribution

import (
	"slices"
	"strings"

	"synoptic/analyze/doc"
	"synoptic/article"
	"synoptic/lang"
	"synoptic/span"
)

// sentence drafts the attributions whose cue stands in sentence n.
func (r *reader) sentence(n int) {
	s := r.d.Sentences[n]
	r.heading(n, s)
	for i := s.From; i < s.To; i++ {
		if r.spoken[i] >= 0 {
			continue
		}
		if k := r.according(i, s); k > 0 {
			r.accordingTo(n, s, span.Range{From: i, To: i + k})
			i += k - 1
			continue
		}
		if r.l.Hearsay.Has(r.norm(i)) {
			r.hearsay(n, s, i)
			continue
		}
		if cue, group, ok := r.cueAt(i, s); ok {
			i = max(group.To, r.verb(n, s, i, group, cue)) - 1
		}
	}
}

// cueAt reads the verb at i as a cue, with its group.
func (r *reader) cueAt(i int, s doc.Sentence) (lang.Cue, span.Range, bool) {
	_, sure := r.l.Always[r.norm(i)]
	lemma := r.lemma(i)
	if !sure && r.upos(i) != "VERB" && !r.closing(i, s) {
		return lang.Cue{}, span.Range{}, false
	}
	group := r.verbGroup(i, s.From)
	if i+1 < s.To {
		if cue, ok := r.l.Cues[lemma+" "+r.norm(i+1)]; ok && r.spoken[i+1] < 0 {
			group.To++
			return cue, group, true
		}
	}
	cue, ok := r.l.Cues[lemma]
	return cue, group, ok
}

// closing reports whether what the tagger took for a plural at i is the verb that
// ends a sentence behind its words: ", the Daily Post reports.", or stands behind who is
// quoted: "…," the suit claims.
func (r *reader) closing(i int, s doc.Sentence) bool {
	verb, ok := r.l.Forms[r.norm(i)]
	if cue := r.l.Cues[verb]; !ok || !cue.After || !cue.Clause || r.xpos(i) != "NNS" && r.xpos(i) != "NNPS" || i == s.From {
		return false
	}
	if r.quotedBefore(i, s) {
		return i+1 == s.To || r.stop(i+1) || r.norm(i+1) == ","
	}
	if r.upos(i-1) != "PROPN" {
		return false
	}
	for k := i + 1; k < s.To; k++ {
		if !r.stop(k) {
			return false
		}
	}
	k := i - 1
	for k > s.From && r.norm(k) != "," {
		if !r.inside(k) && r.upos(k) != "ADP" {
			return false
		}
		k--
	}
	return k > s.From && r.spoken[k] < 0 && r.clauseVerb(s.From, k) >= 0
}

// quotedBefore reports whether nothing but a noun with its article stands between the
// word at i and a quotation that ends with a comma.
func (r *reader) quotedBefore(i int, s doc.Sentence) bool {
	k := i - 1
	for k > s.From && r.spoken[k] < 0 && r.inside(k) {
		k--
	}
	return k > s.From && k < i-1 && r.upos(k+1) == "DET" && r.upos(i-1) == "NOUN" && r.closes(k) >= 0 && r.norm(k-1) == ","
}

// lemma returns the dictionary form of the cue at i.
func (r *reader) lemma(i int) string {
	if verb, ok := r.l.Always[r.norm(i)]; ok {
		return verb
	}
	lemma := r.d.Tokens[i].Lemma
	if _, ok := r.l.Cues[lemma]; ok {
		return lemma
	}
	if verb, ok := r.l.Forms[r.norm(i)]; ok {
		return verb
	}
	return lemma
}

// according returns how many tokens at i are a phrase like "according to", or 0.
func (r *reader) according(i int, s doc.Sentence) int {
	best := 0
	for _, words := range r.l.According[r.norm(i)] {
		if len(words) <= best || i+len(words) > s.To {
			continue
		}
		match := true
		for k, w := range words {
			match = match && r.norm(i+k) == w
		}
		if match {
			best = len(words)
		}
	}
	if best == 1 && !(i == s.From || r.norm(i-1) == "," || r.closes(i-1) >= 0) {
		return 0 // "per" as in "per year"
	}
	return best
}

// accordingTo drafts the attribution of a phrase like "according to".
func (r *reader) accordingTo(n int, s doc.Sentence, cue span.Range) {
	source := r.phraseAfter(cue.To, s.To, false)
	if source.Empty() {
		return
	}
	d := draft{sentence: n, source: source, cue: cue, head: cue.From, kind: lang.Speech, parent: -1, sure: 90}
	before := span.Range{From: s.From, To: cue.From}
	end := source.To
	relative := cue.From-2 > s.From && r.norm(cue.From-1) == "," && (r.l.Relatives.Has(r.norm(cue.From-2)) || r.l.Complementizers.Has(r.norm(cue.From-2)))
	switch {
	case relative && end < s.To && r.norm(end) == ",":
		// "in which, according to Lee, the plan failed"
		d.content = r.one(end+1, r.cut(end+1, s, true))
	case r.clauseVerb(before.From, before.To) >= 0 || before.Len() > 6 || r.endsQuoted(before.To):
		d.content = r.wordsBefore(before)
		// A parenthesis: the clause goes on after it.
		if end < s.To && r.norm(end) == "," && r.clauseVerb(before.From, before.To) < 0 {
			d.content = append(d.content, r.stretch(end+1, r.end(s)))
		}
	case end < s.To:
		from := end
		if r.norm(from) == "," {
			from++
		}
		if before.Len() > 1 {
			d.content = append(d.content, r.stretch(before.From, before.To))
		}
		d.content = append(d.content, r.one(from, r.cut(from, s, true))...)
	}
	if len(d.content) > 0 {
		r.add(d)
	}
}

// hearsay drafts "reportedly": the whole clause without the adverb.
func (r *reader) hearsay(n int, s doc.Sentence, i int) {
	d := draft{sentence: n, cue: span.Range{From: i, To: i + 1}, head: i, kind: lang.Speech, parent: -1, sure: 60}
	from := i
	for from > s.From && !r.boundary(from-1) {
		from--
	}
	if from < i {
		d.content = append(d.content, r.stretch(from, i))
	}
	if i+1 < s.To {
		d.content = append(d.content, r.stretch(i+1, r.cut(i+1, s, true)))
	}
	if len(d.content) > 0 {
		r.add(d)
	}
}

// boundary reports whether token i parts clauses.
func (r *reader) boundary(i int) bool {
	switch r.norm(i) {
	case ",", ";", ":", "—", "–", "--":
		return true
	}
	return r.l.Complementizers.Has(r.norm(i)) && r.upos(i) == "SCONJ" || r.l.Subordinators.Has(r.norm(i)) && r.upos(i) == "SCONJ"
}

// heading drafts "Ann Lee: the bridge is safe" at the head of a sentence.
func (r *reader) heading(n int, s doc.Sentence) {
	limit := min(s.To, s.From+8)
	for i := s.From; i < limit; i++ {
		if r.norm(i) != ":" {
			if !r.inside(i) && !r.nominal(i) && r.upos(i) != "ADP" {
				return
			}
			continue
		}
		source := span.Range{From: s.From, To: i}
		if i == s.From || s.To-i < 4 || r.l.Labels.Has(r.norm(i-1)) || r.l.Labels.Has(r.norm(s.From)) || r.spoken[s.From] >= 0 {
			return
		}
		end, outlet := r.signed(i+1, s)
		if !r.named(source) && (outlet.Empty() || source.Len() > 3 || r.common(i-1) == "" && !r.l.People.Has(r.d.Tokens[i-1].Lemma)) {
			return
		}
		d := draft{
			sentence: n, source: source, cue: span.Range{From: i, To: i + 1}, head: i,
			kind: lang.Speech, content: []span.Span{r.stretch(i+1, end)}, parent: -1, sure: 60,
		}
		if s.Kind == article.Headline && r.named(source) {
			d.sure = trusted
		}
		if !outlet.Empty() {
			r.add(draft{
				sentence: n, source: outlet, cue: span.Range{From: end, To: end + 1}, head: end,
				kind: lang.Speech, content: d.content, parent: -1, sure: 60,
			})
			d.parent = len(r.drafts) - 1
		}
		r.add(d)
		return
	}
}

// signed returns where the words of a heading end that begin at i, and the outlet
// behind a dash there: "Lee: the bridge is safe – Daily Post".
func (r *reader) signed(i int, s doc.Sentence) (int, span.Range) {
	end := r.end(s)
	for k := end - 1; k > i && k > end-8; k-- {
		switch r.norm(k) {
		case "-", "–", "—", "--":
			at := span.Range{From: k + 1, To: end}
			if last := r.d.Word(end - 1); !r.touches(k) && (r.isMedia(at, end-1) || r.l.Media.Has(r.norm(end-1)) || at.Len() == 1 && len(last) > 1 && strings.ToUpper(last) == last && r.capital(end-1)) {
				return k, at
			}
			return end, span.Range{}
		}
	}
	return end, span.Range{}
}

// touches reports whether no space stands before token i.
func (r *reader) touches(i int) bool { return i > 0 && r.d.Tokens[i].Start == r.d.Tokens[i-1].End }

// named reports whether a person's or body's name ends the range.
func (r *reader) named(at span.Range) bool {
	for _, n := range r.d.NamesIn(at) {
		if n.To == at.To && at.Contains(n.Range) {
			return n.Type == doc.Person || n.Type == doc.Organization
		}
	}
	return false
}

// verb drafts the attribution of a verb and returns where reading goes on.
func (r *reader) verb(n int, s doc.Sentence, head int, group span.Range, cue lang.Cue) int {
	d := draft{sentence: n, cue: group, head: head, kind: cue.Kind, parent: -1, sure: 80}
	if cue.Kind != lang.Speech && cue.Kind != lang.Evidence {
		d.sure = 60
	}
	xpos := r.xpos(head)
	if _, sure := r.l.Always[r.norm(head)]; sure && xpos != "VBN" && xpos != "VBD" && xpos != "VBZ" {
		xpos = "VBD"
	}
	aux := group.From < head && r.hasAux(group, head)
	switch {
	case xpos == "VBN" && r.passive(group, head):
		return r.passiveVerb(n, s, d, cue)
	case !aux && cue.Question && r.asked(group, s):
		d.content = r.wordsAfter(group.To, s, r.lemma(head), cue)
		if len(d.content) > 0 {
			r.add(d)
		}
		return 0
	case xpos == "VBN" && !aux:
		if head+1 < s.To && (r.l.Agents.Has(r.norm(head+1)) || r.nominal(head+1) || r.upos(head+1) == "PUNCT") && r.norm(head+1) != ":" {
			return 0 // "claims denied by", "suspected rebels"
		}
	case xpos == "VB" && !aux:
		return 0 // infinitives and imperatives have no subject of their own
	}
	if r.upos(group.From) == "PART" || !cue.Clause && cue.Kind == lang.Speech && r.modal(group) {
		return 0 // "to say", "would discuss"
	}

	if r.naming(head, group, s) {
		return 0
	}
	relay := r.l.Relays.Has(r.lemma(head)) && xpos == "VBG"
	if relay {
		r.relay(n, s, d)
		return 0
	}

	inverted, shared := r.inverted(group, s, cue), false
	switch {
	case inverted:
		d.source = r.phraseAfter(group.To, s.To, true)
	case xpos == "VBG" && !aux && group.From > s.From && r.upos(group.From-1) == "NOUN" && group.To < s.To && r.upos(group.To) == "NOUN":
		return 0 // "government reporting requirements"
	case xpos == "VBG" && !aux:
		d.source, shared = r.sharedSubject(group.From, s), true
		d.sure -= 10
	default:
		d.source = r.subjectBefore(group.From, s.From)
		if d.source.Empty() || r.upos(group.From-1) == "CCONJ" {
			if !r.coordinated(group.From, s) {
				return 0
			}
			d.source, shared = r.sharedSubject(group.From, s), true
			d.sure -= 10
		} else if d.source.Len() == 1 && r.l.Relatives.Has(r.norm(d.source.From)) {
			d.source = r.antecedent(d.source, s)
		}
	}
	if d.source.Empty() || d.source.Len() == 1 && r.l.Impersonal.Has(r.norm(d.source.From)) && cue.Kind != lang.Speech {
		return 0
	}
	if _, sure := r.l.Always[r.norm(head)]; !sure && !r.sayer(d.source) && !r.pronoun(d.source) && (cue.Kind != lang.Evidence || !r.sight(d.source, group)) {
		return 0 // a choice that signals something says nothing
	}

	after := group.To
	if inverted {
		after = d.source.To
	}
	d.source = r.withoutRelay(n, d.source, s)
	start := group.From
	if !inverted && d.source.To <= group.From {
		start = d.source.From
	}
	before := span.Range{From: s.From, To: start}
	// ", adding “…”": its words are not those before its subject.
	fresh := shared && after < s.To && (r.opens(after) >= 0 || r.l.Complementizers.Has(r.norm(after)))
	if cue.Kind == lang.Evidence && len(r.drafts) > 0 && r.drafts[len(r.drafts)-1].sentence == n {
		cue.After = false // what someone says is not what a video shows
	}
	standsAfter := cue.After && !fresh && (inverted && group.From > s.From || r.standsAfter(start, after, s, cue.Hearer))
	if standsAfter {
		d.content = r.wordsBefore(before)
		d.sure += 10
		if cue.Hearer {
			after = r.heard(after, s)
		}
		if after < s.To && r.norm(after) == "," && after+1 < s.To && r.opens(after+1) < 0 && r.parenthetic(before, after, s) {
			d.content = append(d.content, r.stretch(after+1, r.end(s)))
		}
		d.content = append(d.content, r.quoteLater(after, s)...)
	} else if !inverted || group.From == s.From {
		d.content = r.wordsAfter(after, s, r.lemma(head), cue)
	}
	for i, c := range d.content {
		at := r.d.Range(c)
		if !shared || d.source.From < after || d.source.From >= at.To {
			continue
		}
		if d.content[i] = (span.Span{}); at.From < d.source.From {
			d.content[i] = r.stretch(at.From, d.source.From) // "Denying it, Lee said"
		}
	}
	d.content = slices.DeleteFunc(d.content, span.Span.Empty)
	if k := r.skip(after, s); len(d.content) == 0 && r.l.Roles.Has(r.norm(s.From)) && d.source.From == s.From+1 && k+1 < s.To && r.norm(k) == "," {
		d.content = r.one(k+1, r.end(s)) // "As Lee notes, the vote is close."
		d.sure = trusted
	}
	if len(d.content) == 0 {
		return 0
	}
	r.add(d)
	return 0
}

// naming reports whether the verb at head only gives the noun before it a
// name: "a group called Sea Watch marched".
func (r *reader) naming(head int, group span.Range, s doc.Sentence) bool {
	if !r.l.Namings.Has(r.lemma(head)) || group.From < head || group.To+1 >= s.To || r.xpos(head) != "VBD" && r.xpos(head) != "VBN" {
		return false
	}
	subject := r.phraseBefore(group.From, s.From)
	if subject.Empty() || r.upos(subject.From) != "DET" || r.l.Impersonal.Has(r.norm(subject.From)) || r.d.Lang.Name.Definite.Has(r.norm(subject.From)) {
		return false
	}
	end := r.phraseEnd(group.To, s.To)
	return end > group.To && r.upos(end-1) == "PROPN" && (end >= s.To || r.stop(end) || r.finite(end) || r.upos(end) == "ADP")
}

// asked reports whether a verb of asking stands without its asker: "Asked
// whether", "when asked how".
func (r *reader) asked(group span.Range, s doc.Sentence) bool {
	xpos := r.xpos(group.To - 1)
	if xpos != "VBN" && xpos != "VBD" {
		return false
	}
	p := group.From - 1
	for p >= s.From && r.upos(p) == "PUNCT" && r.norm(p) != "," {
		p--
	}
	return p < s.From || r.l.Subordinators.Has(r.norm(p))
}

// antecedent returns the noun phrase that a relative pronoun stands for; the
// pronoun itself when there is none.
func (r *reader) antecedent(pronoun span.Range, s doc.Sentence) span.Range {
	end := pronoun.From
	if end > s.From && r.norm(end-1) == "," {
		end--
	}
	if np := r.phraseBefore(end, s.From); !np.Empty() {
		return np
	}
	return pronoun
}

// modal reports whether a modal verb stands in the group.
func (r *reader) modal(group span.Range) bool {
	for i := group.From; i < group.To; i++ {
		if r.xpos(i) == "MD" {
			return true
		}
	}
	return false
}

// hasAux reports whether an auxiliary stands in the group before its head.
func (r *reader) hasAux(group span.Range, head int) bool {
	for i := group.From; i < head; i++ {
		if r.upos(i) == "AUX" {
			return true
		}
	}
	return false
}

// passive reports whether a form of "be" stands last among the auxiliaries.
func (r *reader) passive(group span.Range, head int) bool {
	for i := head - 1; i >= group.From; i-- {
		if r.upos(i) == "AUX" {
			return r.d.Tokens[i].Lemma == "be" || r.d.Tokens[i].Lemma == "get"
		}
	}
	return false
}

// passiveVerb drafts "is believed to", "it is feared that", "was quoted as
// saying by" and "was condemned by". It returns where reading goes on.
func (r *reader) passiveVerb(n int, s doc.Sentence, d draft, cue lang.Cue) int {
	subject := r.subjectBefore(d.cue.From, s.From)
	if subject.Len() == 1 && r.l.Relatives.Has(r.norm(subject.From)) {
		subject = r.antecedent(subject, s)
	}
	i := d.cue.To
	if i >= s.To {
		return 0
	}
	if r.l.Relays.Has(r.lemma(d.head)) && i+1 < s.To && r.l.Roles.Has(r.norm(i)) && r.xpos(i+1) == "VBG" {
		r.quotedAs(n, s, d, subject)
		return i + 2
	}
	if r.l.Agents.Has(r.norm(i)) {
		d.source = r.phraseAfter(i+1, s.To, false)
		if d.source.Empty() || subject.Empty() || !r.sayer(d.source) {
			return 0
		}
		d.cue.To = i + 1
		d.content = []span.Span{r.d.Span(subject)}
		d.sure -= 10
		r.add(d)
		return 0
	}
	if !cue.Clause || cue.Hearer {
		return 0
	}
	impersonal := subject.Len() == 1 && r.l.Impersonal.Has(r.norm(subject.From))
	switch {
	case r.norm(i) == "to" && !subject.Empty() && !impersonal:
		d.content = []span.Span{r.d.Span(subject), r.stretch(i, r.cut(i, s, true))}
	case impersonal && (r.l.Complementizers.Has(r.norm(i)) || r.inside(i) || r.nominal(i)):
		d.content = []span.Span{r.stretch(i, r.cut(i, s, true))}
	default:
		return 0
	}
	d.sure -= 20
	r.add(d)
	return 0
}

// add keeps a draft and gives its words to a relay that waits for them.
func (r *reader) add(d draft) {
	d.content = slices.DeleteFunc(slices.Clone(d.content), span.Span.Empty)
	if len(d.content) == 0 && d.parent != waiting {
		return
	}
	r.drafts = append(r.drafts, d)
	if d.parent == waiting {
		return
	}
	me := len(r.drafts) - 1
	if r.of != nil {
		r.of[d.sentence] = append(r.of[d.sentence], me)
	}
	for k := me - 1; k >= 0 && r.drafts[k].sentence == d.sentence; k-- {
		if r.drafts[k].parent == waiting {
			r.drafts[k].parent, r.drafts[k].content = me, d.content
		}
	}
}

// inverted reports whether the subject of the group follows it: "..., said Lee".
func (r *reader) inverted(group span.Range, s doc.Sentence, cue lang.Cue) bool {
	if !cue.After || cue.Kind == lang.Evidence || group.To >= s.To || r.xpos(group.To-1) == "VBG" || r.hasAux(group, group.To-1) {
		return false
	}
	next := r.phraseAfter(group.To, s.To, true)
	if next.Empty() || r.spoken[group.To] >= 0 || cue.Hearer {
		return false
	}
	if group.From == s.From {
		return next.To < s.To && (r.norm(next.To) == ":" || r.norm(next.To) == ",")
	}
	p := group.From - 1
	if r.closes(p) >= 0 {
		return true
	}
	if n := r.norm(p); n != "," && n != "?" && n != "!" && n != "—" {
		return false
	}
	if r.clauseVerb(group.To, next.To) >= 0 && !r.hasRelative(next) {
		return false
	}
	if next.To < s.To && (r.finite(next.To)) {
		return false
	}
	// "Lee, the mayor, said the plan “was a farce”"
	if next.To < s.To && r.opens(next.To) >= 0 && r.norm(p) == "," && r.closes(p-1) < 0 && !r.subjectBefore(group.From, s.From).Empty() {
		return false
	}
	if r.clauseVerb(s.From, p) < 0 && s.Kind != "headline" && (p == 0 || !r.mark(p-1)) && !r.amid(span.Range{From: s.From, To: p}, next, s) {
		return false
	}
	return r.subjectBefore(group.From, s.From).Empty() || !r.l.Times.Has(r.norm(group.To))
}

// amid reports whether a name and its cue stand between a subject, before them, and its
// verb: "The bridge, said Lee, is safe." A subject with a comma of its own speaks itself:
// "Lee, the mayor, said Park, her deputy, was ill."
func (r *reader) amid(subject, name span.Range, s doc.Sentence) bool {
	for i := subject.From; i < subject.To; i++ {
		if r.norm(i) == "," {
			return false
		}
	}
	last := name.To - 1
	for i := name.From; i < name.To; i++ {
		if r.norm(i) == "," {
			last = i - 1
			break
		}
	}
	return subject.Len() > 0 && last >= name.From && r.upos(last) == "PROPN" && name.To+1 < s.To && r.norm(name.To) == "," &&
		(r.finite(name.To+1) || r.upos(name.To+1) == "AUX")
}

func (r *reader) hasRelative(at span.Range) bool {
	for i := at.From; i < at.To; i++ {
		if r.l.Relatives.Has(r.norm(i)) {
			return true
		}
	}
	return false
}

// coordinated reports whether a verb that begins at i can share the subject of
// an earlier verb of the sentence: it follows a conjunction or a comma.
func (r *reader) coordinated(i int, s doc.Sentence) bool {
	for k := i - 1; k >= s.From && k >= i-3; k-- {
		if r.upos(k) == "CCONJ" {
			return true
		}
		if r.upos(k) != "ADV" && r.norm(k) != "," {
			return false
		}
	}
	return false
}

// sharedSubject returns the subject of the verb that one without a subject of
// its own, at i, hangs on: that of the last cue of the sentence before i, else
// of its first finite verb; the noun right before a participle when no comma
// parts them.
func (r *reader) sharedSubject(i int, s doc.Sentence) span.Range {
	if i > s.From && r.nominal(i-1) && r.xpos(i) == "VBG" {
		if np := r.phraseBefore(i, s.From); !np.Empty() {
			return np
		}
	}
	for k := len(r.drafts) - 1; k >= 0 && r.d.SentenceOf(r.drafts[k].cue.From) == r.d.SentenceOf(i); k-- {
		if d := &r.drafts[k]; !d.source.Empty() && d.source.From < i && d.parent != waiting {
			return d.source
		}
	}
	for v := s.From; v < i; v++ {
		if r.spoken[v] < 0 && r.finite(v) {
			g := r.verbGroup(v, s.From)
			if np := r.subjectBefore(g.From, s.From); !np.Empty() {
				return np
			}
		}
	}
	if i == s.From || r.upos(i-1) == "SCONJ" || r.l.Subordinators.Has(r.norm(i-1)) {
		for v := i + 1; v < s.To; v++ {
			if r.spoken[v] < 0 && r.finite(v) && v > i+1 {
				g := r.verbGroup(v, i)
				if np := r.phraseBefore(g.From, i+1); !np.Empty() && np.From > i && (r.norm(np.From-1) == "," || r.quoteBefore(np.From) >= 0) {
					return np
				}
			}
		}
	}
	return span.Range{}
}

// pronoun reports whether the phrase is one pronoun.
func (r *reader) pronoun(at span.Range) bool { return at.Len() == 1 && r.upos(at.From) == "PRON" }

// sayer reports whether the phrase can speak: a name, a pronoun for people, or
// a noun known as a source.
func (r *reader) sayer(at span.Range) bool {
	h := r.headOf(at)
	if h < 0 {
		return false
	}
	if r.upos(h) == "PROPN" || r.l.Persons.Has(r.norm(h)) || r.l.Media.Has(r.norm(h)) {
		return true
	}
	_, ok := r.l.Sources[r.d.Tokens[h].Lemma]
	return ok
}

// sight reports whether the subject right before the verb group has a word for what
// shows the thing itself: "a set of pictures shows".
func (r *reader) sight(at, group span.Range) bool {
	for i := at.From; i < at.To && at.To == group.From; i++ {
		if r.l.Sights.Has(r.d.Tokens[i].Lemma) {
			return true
		}
	}
	return false
}

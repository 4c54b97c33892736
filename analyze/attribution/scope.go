package attribution

import (
	"slices"
	"strings"

	"synoptic/analyze/doc"
	"synoptic/lang"
	"synoptic/span"
)

// inner mends what stands within the words of others: content that is cut off
// before its verb, by the tree; and a source that is taken from without.
func (r *reader) inner(s doc.Sentence, drafts []int) {
	for _, k := range drafts {
		d := &r.drafts[k]
		for c := range d.content {
			at := r.d.Range(d.content[c])
			if at.From < s.From || at.To >= s.To || !r.l.Complementizers.Has(r.norm(at.From)) || r.d.Tokens[at.From].Relation != "mark" {
				continue
			}
			verb := r.d.Tokens[at.From].Head
			if verb < at.To || r.clauseVerb(at.From, at.To) >= 0 {
				continue
			}
			whole := r.stretch(at.From, r.below(verb, s))
			cut := r.d.Range(whole)
			if !cut.Overlaps(d.cue) && !cut.Overlaps(d.source) {
				d.content[c] = whole
				d.content = slices.DeleteFunc(d.content, func(o span.Span) bool { return o != whole && whole.Contains(o) })
				break
			}
		}
	}
	for _, k := range drafts {
		r.withoutHearer(&r.drafts[k])
		r.overheard(&r.drafts[k], s)
		r.passiveSource(&r.drafts[k])
		r.ownSubject(&r.drafts[k], s)
		r.purpose(&r.drafts[k], s)
		r.bothSources(&r.drafts[k], s)
		r.namedBefore(&r.drafts[k], s)
		r.outerSubject(&r.drafts[k], s)
		r.scope(&r.drafts[k], s, drafts)
		r.bound(&r.drafts[k], s, drafts)
	}
	for _, k := range drafts {
		d := &r.drafts[k]
		if d.source.Empty() || r.xpos(d.head) == "VBG" || r.upos(d.head) != "VERB" {
			continue
		}
		for _, j := range drafts {
			o := &r.drafts[j]
			if j == k || o.source != d.source {
				continue
			}
			for _, c := range o.content {
				at := r.d.Range(c)
				if !at.Has(d.head) || at.Contains(d.source) {
					continue
				}
				group := r.verbGroup(d.head, at.From)
				if subject := r.subjectBefore(group.From, at.From); !subject.Empty() && group.From > at.From && r.upos(group.From-1) != "CCONJ" {
					d.source = r.trimmed(r.subjectOf(subject, d.head))
				}
			}
		}
	}
}

// withoutHearer takes the one who was told from the words: "told Radio Nord that".
func (r *reader) withoutHearer(d *draft) {
	if !r.l.Cues[r.lemma(d.head)].Hearer {
		return
	}
	for c := range d.content {
		at := r.d.Range(d.content[c])
		if at.From != d.cue.To {
			continue
		}
		for k := at.From; k < at.To && k < at.From+aside; k++ {
			if k > at.From && r.opensWords(k) {
				d.content[c] = r.stretch(k, at.To)
				break
			}
			if !r.inside(k) && !r.nominal(k) && r.upos(k) != "ADP" {
				break
			}
		}
	}
}

// overheard gives "saying" in "Lee was caught by a microphone saying" to Lee.
func (r *reader) overheard(d *draft, s doc.Sentence) {
	verb := r.d.Tokens[d.head].Head
	if r.xpos(d.head) != "VBG" || verb < s.From || verb >= d.head || r.xpos(verb) != "VBN" || !r.l.Overhears.Has(r.d.Tokens[verb].Lemma) {
		return
	}
	group := r.verbGroup(verb, s.From)
	if !r.passive(group, verb) {
		return
	}
	if subject := r.subjectBefore(group.From, s.From); !subject.Empty() {
		d.source = r.trimmed(subject)
	}
}

// passiveSource takes the source from a draft whose cue is in the passive when that
// is its subject, who is believed or told something, or talked about, and says nothing:
// "the miners have been assured that", "Lund is said to have left".
func (r *reader) passiveSource(d *draft) {
	talked := r.l.Talked.Has(r.lemma(d.head))
	to := talked && d.head+1 < len(r.d.Tokens) && r.xpos(d.head+1) == "TO" // "a leader said to have fled"
	if d.source.Empty() || r.xpos(d.head) != "VBN" && !to || r.l.Relays.Has(r.lemma(d.head)) {
		return
	}
	token := &r.d.Tokens[d.head]
	group := r.verbGroup(d.head, r.d.Sentences[d.sentence].From)
	reduced := group.Len() == 1 && strings.HasPrefix(token.Relation, "acl") // "the man accused of lying"
	if !r.passive(group, d.head) && !reduced && !to {
		return
	}
	subject := reduced && d.source.Has(token.Head)
	for i := d.source.From; i < d.source.To; i++ {
		subject = subject || r.d.Tokens[i].Head == d.head && strings.HasPrefix(r.d.Tokens[i].Relation, "nsubj")
	}
	if !subject || r.byAgent(d) {
		return
	}
	if cue, known := r.l.Cues[r.lemma(d.head)]; talked || known && (cue.Hearer || cue.Kind != lang.Speech) {
		d.source = span.Range{}
	}
}

// byAgent gives a draft in the passive to whom "by" names: "Lund, described by the judge as
// vain", and takes him from the words. It reports whether there is one.
func (r *reader) byAgent(d *draft) bool {
	at := d.cue.To
	if r.l.Agents.Has(r.norm(at - 1)) {
		at--
	}
	end := r.d.Sentences[d.sentence].To
	if at+1 >= end || !r.l.Agents.Has(r.norm(at)) {
		return false
	}
	agent := span.Range{From: at + 1, To: r.phraseEnd(at+1, end)}
	if agent.Empty() || !r.nominal(agent.To-1) {
		return false
	}
	for c := range d.content {
		if words := r.d.Range(d.content[c]); words.Has(agent.From) && words.To > agent.To {
			d.content[c] = r.stretch(agent.To, words.To)
		}
	}
	d.source = agent
	return true
}

// scope takes from a draft what its source does not say: the question before
// "Asked whether …, Lee said", and in "the toll rose as Lee said four were killed"
// the clause that hers hangs on.
func (r *reader) scope(d *draft, s doc.Sentence, drafts []int) {
	if d.source.Empty() || len(d.content) == 0 {
		return
	}
	for _, j := range drafts {
		asked := &r.drafts[j]
		if asked.cue.From != s.From || !asked.source.Empty() || len(asked.content) == 0 || d.source.From < asked.cue.To {
			continue
		}
		question := r.d.Range(asked.content[0])
		for i := question.From; i < question.To; i++ {
			if r.norm(i) == "," && i+1 < question.To && d.source.From == i+1 {
				question.To = i
				asked.content[0] = r.stretch(question.From, i)
			}
		}
		d.content = slices.DeleteFunc(slices.Clone(d.content), func(c span.Span) bool {
			at := r.d.Range(c)
			return at.From >= s.From && at.To <= question.To
		})
		if d.parent == j {
			d.parent = -1
		}
	}
	before := d.source.From - 1
	if before <= s.From || !r.l.Subordinators.Has(r.norm(before)) || d.source.To > d.cue.From {
		return
	}
	behind := false
	for _, c := range d.content {
		behind = behind || r.d.Range(c).From >= d.cue.To
	}
	if !behind {
		return
	}
	d.content = slices.DeleteFunc(slices.Clone(d.content), func(c span.Span) bool {
		at := r.d.Range(c)
		return at.From >= s.From && at.To <= before && r.kindOf([]span.Span{c}) == doc.Indirect
	})
}

// below returns the end of all that hangs on the token at head.
func (r *reader) below(head int, s doc.Sentence) int {
	end := head + 1
	for i := s.To - 1; i > head; i-- {
		for h, n := i, 0; h >= 0 && n < window; h, n = r.d.Tokens[h].Head, n+1 {
			if h == head {
				end = i + 1
				break
			}
		}
		if end > head+1 {
			break
		}
	}
	for end > head+1 && r.stop(end-1) {
		end--
	}
	return end
}

package attribution

import (
	"slices"

	"synoptic/analyze/doc"
	"synoptic/lang"
	"synoptic/span"
)

// quotedAs drafts "Lee was quoted as saying by the Daily Post".
func (r *reader) quotedAs(n int, s doc.Sentence, d draft, subject span.Range) {
	if subject.Empty() {
		return
	}
	i := d.cue.To + 2
	d.cue.To = i
	d.source = subject
	by := span.Range{}
	if i < s.To && r.l.Agents.Has(r.norm(i)) {
		by = r.phraseAfter(i+1, s.To, false)
		if !by.Empty() {
			i = by.To
		}
	}
	if r.standsAfter(subject.From, i, s, false) {
		d.content = r.wordsBefore(span.Range{From: s.From, To: subject.From})
		d.content = append(d.content, r.quoteLater(i, s)...)
	} else {
		d.content = r.wordsAfter(i, s, "", lang.Cue{Clause: true})
	}
	d.content = slices.DeleteFunc(d.content, span.Span.Empty)
	if len(d.content) == 0 {
		return
	}
	if !by.Empty() {
		r.add(draft{sentence: n, source: by, cue: d.cue, head: d.head, kind: lang.Speech, content: d.content, parent: -1, sure: d.sure})
		d.parent = len(r.drafts) - 1
	}
	r.add(d)
}

// relay drafts "citing Lee": its words are those of the verb it hangs on.
func (r *reader) relay(n int, s doc.Sentence, d draft) {
	d.source = r.phraseAfter(d.cue.To, s.To, false)
	if d.source.Empty() {
		return
	}
	if !r.sayer(d.source) {
		d.source, d.sure = r.sharedSubject(d.cue.From, s), d.sure-20
		d.content = r.one(d.cue.To, r.cut(d.cue.To, s, false))
		if !d.source.Empty() && len(d.content) > 0 {
			r.add(d)
		}
		return
	}
	// The verb may come later: "the Post, citing Lee, reported".
	for k := len(r.drafts) - 1; k >= 0 && r.drafts[k].sentence == n; k-- {
		if r.drafts[k].cue.To <= d.cue.From {
			d.content, d.parent = r.drafts[k].content, k
			r.add(d)
			return
		}
	}
	d.parent = waiting
	r.add(d)
}

// waiting marks a relay whose verb has not been read yet.
const waiting = -2

// withoutRelay cuts a source before the relay that stands in it: "the Post,
// citing Lee, reported"; what stands before the relay is the source too where
// the one it cites was taken for it.
func (r *reader) withoutRelay(n int, source span.Range, s doc.Sentence) span.Range {
	for k := len(r.drafts) - 1; k >= 0 && r.drafts[k].sentence == n; k-- {
		cue := r.drafts[k].cue
		if r.drafts[k].parent != waiting {
			continue
		}
		if cited := r.drafts[k].source; cited.From <= source.From && source.From < cited.To && cue.From > s.From && r.norm(cue.From-1) == "," {
			if np := r.phraseBefore(cue.From-1, s.From); !np.Empty() {
				return np
			}
		}
		if source.From < cue.From && cue.From < source.To {
			source.To = cue.From
			for source.Len() > 1 && r.upos(source.To-1) == "PUNCT" {
				source.To--
			}
		}
	}
	return source
}

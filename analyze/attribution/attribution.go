// Package attribution says who stands behind which words: source, cue and
// content, and through whom one account relays another.
package attribution

import (
	"synoptic/analyze/attribution/internal/role"
	"synoptic/analyze/doc"
)

// Version of the step's output.
const Version = 16

// Run writes Attributions, and in Quotes which are speech.
func Run(d *doc.Doc) {
	r := newReader(d).rules()
	if d.Lang.Attribution.Model != nil {
		if m, _ := d.Lang.Attribution.Model.Unpacked(unpack).(*role.Model); m != nil {
			r.revise(m.Label(d, r.outermost()))
		}
	}
	r.chains()
	r.settle()
	r.appeals()
}

// rules drafts what rules find.
func (r *reader) rules() *reader {
	for n := range r.d.Sentences {
		if r.d.Sentences[n].Kind.Reported() {
			r.sentence(n)
		}
	}
	r.continuations()
	return r
}

// unpack reads a model as analyze/attribution/train writes it; nil when it is
// damaged.
func unpack(packed []byte) any {
	m, err := role.Read(packed)
	if err != nil {
		return nil
	}
	return m
}

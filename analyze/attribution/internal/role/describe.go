// Package role tells which words of a report are source, cue and content of an
// attribution, as a network sees them that knows what rules have found.
package role

import (
	"synoptic/analyze/doc"
	"synoptic/span"
)

// Label is the part a token has.
type Label uint8

// The labels: the first token of a span begins it.
const (
	None Label = iota
	BeginSource
	InSource
	BeginCue
	InCue
	BeginContent
	InContent

	Labels
)

// Names are how labels are written.
var Names = [Labels]string{"O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"}

// Begins reports whether a span begins with label l.
func Begins(l Label) bool { return l%2 == 1 }

// Begin returns the label that begins spans of the role of l, which is one.
func Begin(l Label) Label { return l - 1 + l%2 }

// Put gives the tokens of r a role, told by the label that begins it. Those that
// have one keep it, and what is behind them begins anew.
func Put(labels []Label, r span.Range, begin Label) {
	for i := r.From; i < r.To; i++ {
		if labels[i] != None {
			continue
		}
		labels[i] = begin
		if i > r.From && (labels[i-1] == begin || labels[i-1] == begin+1) {
			labels[i] = begin + 1
		}
	}
}

// Named is how many of the features of a token are names.
const Named = 8

// Features are what is known of a token beside its form: Penn tag, UPOS, relation,
// where its head is, what rules found, what act it is as a verb, what act its head
// is, and where it stands among quotation marks and sentences.
type Features [Named]string

// Describe returns the features of all tokens.
func Describe(d *doc.Doc, found []Label) []Features {
	list := make([]Features, len(d.Tokens))
	quoted := make([]string, len(d.Tokens))
	for _, q := range d.Quotes {
		r := d.Range(q.Span)
		for i := r.From; i < r.To; i++ {
			switch {
			case i == r.From:
				quoted[i] = "open"
			case i == r.To-1 && q.Inner.End < q.End:
				quoted[i] = "close"
			case quoted[i] == "":
				quoted[i] = "in"
			}
		}
	}
	cues := d.Lang.Attribution.Cues
	for n, s := range d.Sentences {
		for i := s.From; i < s.To; i++ {
			t := &d.Tokens[i]
			f := &list[i]
			*f = Features{t.XPOS, t.UPOS, t.Relation, "", Names[found[i]], string(cues[t.Lemma].Kind), "", quoted[i]}
			if t.Head >= 0 {
				f[3] = far(t.Head - i)
				f[6] = string(cues[d.Tokens[t.Head].Lemma].Kind)
			}
			if i == s.From {
				if f[7] += " sentence"; n == 0 || d.Sentences[n-1].Paragraph != s.Paragraph {
					f[7] += " paragraph"
				}
			}
		}
	}
	return list
}

// far names a distance.
func far(n int) string {
	switch {
	case n < -8:
		return "far before"
	case n < -3:
		return "before"
	case n > 8:
		return "far behind"
	case n > 3:
		return "behind"
	}
	return [...]string{"-3", "-2", "-1", "0", "1", "2", "3"}[n+3]
}

// Pieces parts the tokens into what is read at once: paragraphs together until
// they are long enough to tell what goes on, a very long one in parts.
func Pieces(d *doc.Doc) []span.Range {
	const enough, most = 100, 400
	var pieces []span.Range
	from := 0
	for n, s := range d.Sentences {
		last := n+1 == len(d.Sentences)
		if last || s.To-from >= most || s.To-from >= enough && d.Sentences[n+1].Paragraph != s.Paragraph {
			pieces = append(pieces, span.Range{From: from, To: s.To})
			from = s.To
		}
	}
	return pieces
}

// Package parse makes a tree of each tagged sentence: a head and a relation for
// every token, as Universal Dependencies has them. A small neural network scores
// pairs of tokens (analyze/parse/internal/arc), and the best tree is taken; its
// arcs may cross.
package parse

import (
	"synoptic/analyze/doc"
	"synoptic/analyze/parse/internal/arc"
	"synoptic/span"
)

// Version of the step's output.
const Version = 3

// Root is the relation of the one token of a sentence that has no head.
const Root = "root"

const (
	// longest is how many tokens are parsed at once. Time grows with the square of
	// their number, and where they are all alike with its cube; sentences of news
	// are shorter.
	longest = 100
	// loose is what the parts of a longer one are to its first.
	loose = "parataxis"
)

// Run writes Head and Relation of all tokens. Without a model it leaves them as
// they are.
func Run(d *doc.Doc) {
	if d.Lang.Parse.Model == nil {
		return
	}
	m, _ := d.Lang.Parse.Model.Unpacked(unpack).(*arc.Model)
	if m == nil {
		return
	}
	var scratch arc.Scratch
	for _, s := range d.Sentences {
		first := -1
		for from := s.From; from < s.To; from += longest {
			root := part(m, d, span.Range{From: from, To: min(from+longest, s.To)}, &scratch)
			if first < 0 {
				first = root
			} else {
				d.Tokens[root].Head, d.Tokens[root].Relation = first, loose
			}
		}
	}
}

// part parses the tokens of r and returns their root.
func part(m *arc.Model, d *doc.Doc, r span.Range, scratch *arc.Scratch) int {
	m.Parse(d, r, scratch)
	root := r.From
	for i := range r.Len() {
		t, head := &d.Tokens[r.From+i], scratch.Heads[i+1]
		t.Head, t.Relation = r.From+head-1, m.Relations[scratch.Relations[i+1]]
		if head == 0 {
			root = r.From + i
			t.Head, t.Relation = -1, Root
		}
	}
	return root
}

// unpack reads a model as analyze/parse/train writes it; nil when it is damaged.
func unpack(packed []byte) any {
	m, err := arc.Read(packed)
	if err != nil {
		return nil
	}
	return m
}

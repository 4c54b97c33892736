// Package parse makes a tree of each tagged sentence: a head and a relation for
// every token, as Universal Dependencies has them. A small neural network scores
// pairs of tokens (analyze/parse/internal/arc), and the best tree is taken; its
// arcs may cross.
package parse

import (
	"synoptic/analyze/doc"
	"synoptic/analyze/parse/internal/arc"
)

// Version of the step's output.
const Version = 2

// Root is the relation of the one token of a sentence that has no head.
const Root = "root"

// Run writes Head and Relation of all tokens. Without a model it leaves them as
// they are. Time grows with the square of a sentence's length, which
// analyze/segment bounds.
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
		m.Parse(d, s.Range, &scratch)
		for i := range s.Len() {
			t, head := &d.Tokens[s.From+i], scratch.Heads[i+1]
			t.Head, t.Relation = s.From+head-1, m.Relations[scratch.Relations[i+1]]
			if head == 0 {
				t.Head, t.Relation = -1, Root
			}
		}
	}
}

// unpack reads a model as analyze/parse/train writes it; nil when it is damaged.
func unpack(packed []byte) any {
	m, err := arc.Read(packed)
	if err != nil {
		return nil
	}
	return m
}

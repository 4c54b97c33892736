// Package parse makes a tree of each tagged sentence: a head and a relation for
// every token, as Universal Dependencies has them. A greedy transition parser
// goes over the tokens once, so its time is linear in their number; trees are
// projective.
package parse

import (
	"synoptic/analyze/class"
	"synoptic/analyze/doc"
	"synoptic/analyze/parse/internal/arc"
	"synoptic/span"
)

// Version of the step's output.
const Version = 1

// Root is the relation of the one token of a sentence that has no head.
const Root = "root"

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
	classes := class.Known(d.Lang)
	var scratch arc.Scratch
	for _, s := range d.Sentences {
		sentence(m, d, s.Range, classes, &scratch)
	}
}

// sentence parses the tokens of r; scratch is used again.
func sentence(m *arc.Model, d *doc.Doc, r span.Range, classes *class.Table, scratch *arc.Scratch) {
	tokens := d.Tokens[r.From:r.To]
	for i := range tokens {
		tokens[i].Head, tokens[i].Relation = none, mark
	}
	x := &scratch.Sentence
	x.Set(tokens, classes)
	m.Parse(scratch)
	for i, k := range x.Index {
		t := &tokens[k]
		if head := scratch.State.Heads[i]; head >= 0 {
			t.Head, t.Relation = r.From+x.Index[head], m.Relations[scratch.State.Relations[i]]
		} else {
			t.Relation = Root
		}
	}
	marks(d.Tokens, r)
}

// unpack reads a model as analyze/parse/train writes it; nil when it is damaged.
func unpack(packed []byte) any {
	m, err := arc.Read(packed)
	if err != nil {
		return nil
	}
	return m
}

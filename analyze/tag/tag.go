// Package tag gives each token its part of speech and its lemma.
package tag

import (
	"synoptic/analyze/class"
	"synoptic/analyze/doc"
	"synoptic/analyze/tag/internal/perceptron"
	"synoptic/span"
)

// Version of the step's output.
const Version = 3

// tagger is a model unpacked.
type tagger struct {
	labels *perceptron.Model
	lemmas *perceptron.Lemmas
	upos   []string // by label
	xpos   []string
}

// Run writes UPOS, XPOS and Lemma of all tokens. Without a model it leaves
// them as they are.
func Run(d *doc.Doc) {
	if d.Lang.Tag.Model == nil {
		return
	}
	t, _ := d.Lang.Tag.Model.Unpacked(unpack).(*tagger)
	if t == nil {
		return
	}
	classes := class.Known(d.Lang)
	var scratch perceptron.Scratch
	var labels []int
	for _, s := range d.Sentences {
		labels = t.sentence(d, s.Range, classes, &scratch, labels)
	}
}

// sentence tags the tokens of r; scratch and labels are used again.
func (t *tagger) sentence(d *doc.Doc, r span.Range, classes *class.Table, scratch *perceptron.Scratch, labels []int) []int {
	form := func(i int) string { return d.Word(r.From + i) }
	labels = t.labels.Label(r.Len(), form, classes, scratch, labels)
	headline := scratch.Sentence.Casing() != perceptron.Plain
	for i, label := range labels {
		w := &d.Tokens[r.From+i]
		w.UPOS, w.XPOS = t.upos[label], t.xpos[label]
		f := form(i)
		capitals := perceptron.CapitalsOf(f, i == 0 || headline)
		if capitals == perceptron.Lower {
			f = w.Norm // with straight apostrophes
		}
		w.Lemma = t.lemmas.Lemma(f, w.Norm, w.XPOS, capitals)
	}
	return labels
}

// unpack reads a model as analyze/tag/train writes it; nil when it is damaged.
func unpack(packed []byte) any {
	labels, rest, err := perceptron.Read(packed)
	if err != nil {
		return nil
	}
	lemmas, err := perceptron.ReadLemmas(rest)
	if err != nil {
		return nil
	}
	t := &tagger{labels: labels, lemmas: lemmas}
	for _, l := range labels.Labels {
		upos, xpos := perceptron.Cut(l)
		t.upos, t.xpos = append(t.upos, upos), append(t.xpos, xpos)
	}
	return t
}

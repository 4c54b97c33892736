package compare

import (
	"synoptic/analyze/doc"
	"synoptic/lang"
)

// Sole is what is counted of a statement that one document alone may report, in
// thousandths, in the order of SoleNames.
type Sole [len(SoleNames)]int

// SoleNames names what is counted.
var SoleNames = [...]string{
	"one",      // 1000, always
	"like",     // how far it is like a statement of another document
	"sentence", // the same of the likest of its sentence
	"fresh",    // weight of the words that no other document has, up to 40 bits
	"common",   // weight of those that others have, up to 40 bits
	"names",    // names that no other document has, up to 3
	"counts",   // it gives a quantity
	"quoted",   // it is said between quotation marks
	"told",     // somebody says it
	"guess",    // it is told as possible or probable
	"at",       // how late in its article it stands
	"first",    // it stands in the first twentieth
	"last",     // it stands in the last twentieth
	"words",    // tokens, up to 40
	"long",     // it has 32 tokens or more
	"selves",   // words for who speaks or is spoken to in its sentence, up to 2
	"past",     // its verb is of the past
	"is",       // it says what something is
}

// Soles returns the statements that one document alone may report, with what is
// counted of each. It is what weights are learnt from.
func (s *Story) Soles() (list []Evidence, counted []Sole) {
	t := newTable(s.Docs, s.Entities, s.Times, (*Memory)(nil).of(s.Docs))
	links := t.align()
	t.near = nearby(len(t.rows), links)
	for _, c := range s.soles(t, links, func(f *Sole) int { counted = append(counted, *f); return 0 }) {
		list = append(list, c.Evidence)
	}
	return list, counted
}

// sole counts what tells whether a statement, shown as e, matters: like is how like it is to one
// of another document, around the same of its sentence.
func (t *table) sole(r *row, e Evidence, like, around int) Sole {
	f := Sole{}
	n := -1
	add := func(x int) { n++; f[n] = max(0, min(x, 1000)) }
	yes := func(b bool) {
		x := 0
		if b {
			x = 1000
		}
		add(x)
	}
	d := t.docs[r.doc]
	fresh, common, names := 0, 0, 0
	for _, k := range r.keys {
		switch {
		case t.spread[k] > 1:
			common += t.weight[k]
			continue
		case t.names[k][0] == '@':
			names++
		}
		fresh += t.weight[k]
	}
	selves := 0
	for i := d.Sentences[r.Sentence].From; i < d.Sentences[r.Sentence].To; i++ {
		if d.Lang.Compare.Selves.Has(d.Tokens[i].Norm) {
			selves++
		}
	}
	at := 1000 * e.Start / (len(d.Text) + 1)
	c := &d.Clauses[r.Clause]
	add(1000)
	add(like)
	add(around)
	add(fresh / 4)
	add(common / 4)
	add(1000 * min(names, 3) / 3)
	yes(t.counts(r))
	yes(t.quoted(r))
	yes(r.Attribution >= 0)
	yes(r.Hedge != doc.HedgeNone)
	add(at)
	yes(at < 50)
	yes(at >= 950)
	add(25 * r.Tokens.Len())
	yes(r.Tokens.Len() >= 32)
	add(500 * min(selves, 2))
	yes(c.Verb >= 0 && d.Groups[c.Verb].Past)
	yes(r.copular)
	return f
}

// FormatSole writes weights as a language has them: a line for each, with its name and
// its weight in thousandths.
func FormatSole(w Sole) string { return formatWeights(SoleNames[:], w[:]) }

// soleOf returns the weights of a language.
func soleOf(l *lang.Language) *Sole {
	if l.Compare.Sole == nil {
		return &Sole{}
	}
	return l.Compare.Sole.Unpacked(func(packed []byte) any {
		w := &Sole{}
		readWeights(packed, SoleNames[:], w[:])
		return w
	}).(*Sole)
}

package name

import (
	"synoptic/analyze/class"
	"unicode/utf8"

	"synoptic/span"
)

// features gathers the features of one word: each is the hash of what it says
// and of the number of its kind.
type features struct {
	kind uint32
	list []uint32
}

func (f *features) add(v uint32) {
	f.kind++
	f.list = append(f.list, class.Mix(f.kind, v))
}

// addIf adds v unless it is about nothing.
func (f *features) addIf(about, v uint32) {
	f.kind++
	if about != 0 {
		f.list = append(f.list, class.Mix(f.kind, v))
	}
}

// Kinds of feature are numbered from here on in each group, so that a new one
// moves none of another group.
const (
	wordKinds = 100 * (iota + 1)
	letterKinds
	shapeKinds
	tagKinds
	classKinds
	listKinds
	ruleKinds
	runKinds
	voteKinds
)

// Words off the edge of a sentence.
var (
	before = clue{lower: 2, form: 2, shape: 2, tag: 2, fine: 3000, middle: 300, wide: 100}
	after  = clue{lower: 3, form: 3, shape: 3, tag: 3, fine: 3001, middle: 301, wide: 101}
)

// at returns what is known of token i, which may lie outside the sentence s.
func (c *Clues) at(i int, s span.Range) *clue {
	switch {
	case i < s.From:
		return &before
	case i >= s.To:
		return &after
	}
	return &c.word[i]
}

// window is a word with those around it.
type window struct{ l3, l2, l1, w, r1, r2, r3 *clue }

// Features appends the features of token i in the sentence s to list: what its
// own and the words around show, whatever the rest of the article says.
func (c *Clues) Features(i int, s span.Range, list []uint32) []uint32 {
	f := features{list: list}
	near := window{c.at(i-3, s), c.at(i-2, s), c.at(i-1, s), &c.word[i], c.at(i+1, s), c.at(i+2, s), c.at(i+3, s)}
	f.words(&near)
	f.letters(c.f.d.Word(i))
	f.shapes(&near)
	f.tags(&near)
	f.classes(&near)
	f.lists(&near)
	f.rules(&near)
	if r := near.w.run; !r.Empty() {
		f.run(partOf(r, i), r.Len(), c.at(r.From-1, s), c.at(r.From, s), c.at(r.To-1, s), c.at(r.To, s))
	}
	return f.list
}

func (f *features) words(n *window) {
	f.kind = wordKinds
	f.add(0) // whatever the word
	f.add(n.w.lower)
	f.add(n.w.form)
	f.add(n.l1.lower)
	f.add(n.r1.lower)
	f.add(n.l2.lower)
	f.add(n.r2.lower)
	f.add(class.Mix(n.l1.lower, n.w.lower))
	f.add(class.Mix(n.w.lower, n.r1.lower))
	f.add(class.Mix(n.l1.lower, n.r1.lower))
	f.add(class.Mix(n.l2.lower, n.l1.lower))
	f.add(class.Mix(n.r1.lower, n.r2.lower))
}

// affix is the number of letters of the longest beginnings and ends.
const affix = 4

func (f *features) letters(word string) {
	f.kind = letterKinds
	for n, at := 0, 0; n < affix; n++ {
		_, size := utf8.DecodeRuneInString(word[at:])
		at += size
		f.add(class.Hash(word[:at]))
	}
	for n, at := 0, len(word); n < affix; n++ {
		_, size := utf8.DecodeLastRuneInString(word[:at])
		at -= size
		f.add(class.Hash(word[at:]))
	}
}

func (f *features) shapes(n *window) {
	f.kind = shapeKinds
	w, l1, r1 := n.w, n.l1, n.r1
	f.add(w.shape)
	f.add(l1.shape)
	f.add(r1.shape)
	f.add(class.Mix(w.shape, w.place))
	f.add(class.Mix(l1.shape, w.shape))
	f.add(class.Mix(w.shape, r1.shape))
	three := class.Mix(l1.shape, class.Mix(w.shape, r1.shape))
	f.add(three)
	f.add(class.Mix(class.Mix(n.l2.shape, three), n.r2.shape))
	f.add(class.Mix(w.use, class.Mix(w.shape, w.place)))
	f.add(class.Mix(w.use, w.tag))
}

func (f *features) tags(n *window) {
	f.kind = tagKinds
	w, l1, r1 := n.w, n.l1, n.r1
	f.add(w.tag)
	f.add(l1.tag)
	f.add(r1.tag)
	f.add(class.Mix(l1.tag, w.tag))
	f.add(class.Mix(w.tag, r1.tag))
	f.add(class.Mix(l1.tag, class.Mix(w.tag, r1.tag)))
	f.add(class.Mix(n.l2.tag, class.Mix(l1.tag, w.tag)))
	f.add(class.Mix(w.tag, class.Mix(r1.tag, n.r2.tag)))
	f.add(class.Mix(w.tag, class.Mix(w.shape, w.place)))
}

func (f *features) classes(n *window) {
	f.kind = classKinds
	w, l1, r1 := n.w, n.l1, n.r1
	f.addIf(w.fine, w.fine)
	f.addIf(w.middle, w.middle)
	f.addIf(w.wide, w.wide)
	for _, o := range [...]*clue{l1, r1, n.l2, n.r2} {
		f.addIf(o.fine, o.fine)
	}
	for _, o := range [...]*clue{l1, r1, n.l2, n.r2, n.l3, n.r3} {
		f.addIf(o.middle, o.middle)
	}
	f.add(class.Mix(l1.middle, w.middle))
	f.add(class.Mix(w.middle, r1.middle))
	f.add(class.Mix(l1.wide, class.Mix(w.wide, r1.wide)))
	f.add(class.Mix(w.middle, w.shape))
	f.add(class.Mix(w.fine, w.shape))
	f.add(class.Mix(l1.middle, w.shape))
	f.add(class.Mix(r1.middle, w.shape))
	f.addIf(w.fine, class.Mix(w.fine, w.place))
	f.addIf(w.middle, class.Mix(l1.lower, w.middle))
}

func (f *features) lists(n *window) {
	f.kind = listKinds
	w, l1, r1 := n.w, n.l1, n.r1
	f.add(class.Mix(w.list, w.shape))
	f.addIf(l1.list, l1.list)
	f.addIf(r1.list, r1.list)
	f.add(class.Mix(l1.list, w.list))
	f.add(class.Mix(w.list, r1.list))
	f.addIf(w.known, w.known)
	f.addIf(l1.known, l1.known)
	f.addIf(r1.known, r1.known)
	f.add(class.Mix(w.known, class.Mix(l1.known, r1.known)))
	f.addIf(w.known, class.Mix(w.known, w.place))
	f.addIf(w.known, class.Mix(w.known, w.lower))
}

func (f *features) rules(n *window) {
	f.kind = ruleKinds
	w, l1, r1 := n.w, n.l1, n.r1
	f.add(w.rule)
	f.add(class.Mix(l1.rule, class.Mix(w.rule, r1.rule)))
	f.add(class.Mix(w.rule, w.label))
	f.add(class.Mix(w.rule, w.lower))
	f.add(class.Mix(w.rule, l1.lower))
	f.add(class.Mix(w.rule, r1.lower))
	f.add(class.Mix(w.rule, w.middle))
	f.add(class.Mix(w.rule, w.tag))
	f.addIf(l1.rule, class.Mix(l1.rule, l1.label))
	f.addIf(r1.rule, class.Mix(r1.rule, r1.label))
	f.add(class.Mix(w.rule, w.use))
}

// run adds what the run of capitals shows that the word is a part of: its first
// and last word, and those around it. "Association" at its end is far from its
// first word.
func (f *features) run(part uint32, size int, prev, first, last, next *clue) {
	f.kind = runKinds
	length := uint32(min(size, 6))
	in := func(v uint32) { f.add(class.Mix(part, v)) }
	in(length)
	for _, w := range [...]*clue{last, first} {
		in(w.lower)
		in(w.fine)
		in(w.middle)
		in(w.list)
	}
	for _, w := range [...]*clue{next, prev} {
		in(w.lower)
		in(w.fine)
		in(class.Mix(w.middle, length))
		in(w.list)
	}
	in(class.Mix(prev.lower, next.lower))
	in(class.Mix(prev.wide, next.wide))
	in(class.Mix(first.wide, last.middle))
	in(class.Mix(prev.tag, next.tag))
}

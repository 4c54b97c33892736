package name

import (
	"synoptic/analyze/class"
	"unicode"

	"synoptic/analyze/doc"
	"synoptic/analyze/name/internal/crf"
	"synoptic/lang"
	"synoptic/span"
)

// Clues are what the model goes by in one article: the words, how they are
// written, and what lists and rules say of them. The trainer needs them too.
type Clues struct {
	f      *finder
	word   []clue
	ruled  []doc.Name // what the rules found
	ballot *ballot
}

// clue holds the hashes of what is known of one word; 0 where there is nothing.
type clue struct {
	lower, form, shape, tag uint32
	fine, middle, wide      uint32
	rule                    uint32 // part and type of the name that the rules found
	label                   uint32 // the rules' finer type
	known                   uint32 // part and type of the gazetteer's phrase
	list                    uint32 // the list of words that has it
	use                     uint32 // how else the article writes it
	place                   uint32 // in the sentence: first or not, and how that uses capitals
	run                     span.Range
}

// Read runs the rules over d and gathers what they and the lists say.
func Read(d *doc.Doc) *Clues {
	f := rules(d)
	c := &Clues{f: f, ruled: f.list(), word: make([]clue, len(d.Tokens))}
	classes := class.Known(d.Lang)
	for i := range d.Tokens {
		c.word[i] = c.read(i, classes)
	}
	for _, n := range c.ruled {
		for i := n.From; i < n.To; i++ {
			c.word[i].rule = class.Mix(partOf(n.Range, i), class.Hash(string(n.Type)))
			c.word[i].label = class.Hash(n.Label)
		}
		for i := n.Title.From; i < n.Title.To; i++ {
			c.word[i].label = class.Mix(partOf(n.Title, i), class.Hash("title"))
		}
	}
	for n, s := range d.Sentences {
		style := uint32(f.style[n])
		if !s.Empty() && !f.look[s.From].upper && f.look[s.From].word {
			style = uint32(capitals) + 1 // as people write who spare capitals
		}
		for i := s.From; i < s.To; i++ {
			c.word[i].place = 1 + 2*style
			if f.look[i].initial {
				c.word[i].place++
			}
		}
		c.sentence(s.Range)
	}
	return c
}

// partOf says which part of r token i is.
func partOf(r span.Range, i int) uint32 {
	switch {
	case r.Len() == 1:
		return crf.Single + 1
	case i == r.From:
		return crf.Begin + 1
	case i == r.To-1:
		return crf.End + 1
	}
	return crf.Inside + 1
}

// read gathers what is known of token i by itself.
func (c *Clues) read(i int, classes *class.Table) clue {
	f, d := c.f, c.f.d
	t := &d.Tokens[i]
	w := clue{lower: class.Hash(t.Norm), form: class.Hash(d.Word(i)), shape: shapeOf(d.Word(i)), tag: class.Hash(t.XPOS)}
	of := classes.Of(w.lower)
	w.fine, w.middle, w.wide = of[0], of[1], of[2]
	w.list = c.listed(t.Norm)
	u := f.used(t.Norm)
	w.use = 1 + min(bucket(u.lower), 2) + 3*bucket(u.middle) + 12*bucket(u.alone)
	return w
}

// bucket counts up to three.
func bucket(n int) uint32 { return uint32(min(n, 3)) }

// listed returns which lists of words have a word.
func (c *Clues) listed(norm string) uint32 {
	l := c.f.l
	bits := uint32(0)
	set := func(n int, has bool) {
		if has {
			bits |= 1 << n
		}
	}
	set(0, l.Given[norm] != "")
	set(1, l.Surnames.Has(norm))
	set(2, l.Honorifics[norm] != "")
	set(3, l.Roles.Has(norm))
	set(4, l.RoleModifiers.Has(norm))
	set(5, l.FamilyFirst.Has(norm))
	set(6, l.NotNames.Has(norm))
	set(7, l.PlaceFirst.Has(norm))
	set(8, l.Generic.Has(norm))
	set(9, l.Calendar.Has(norm))
	set(10, l.Speech.Has(norm))
	set(11, l.Suffixes.Has(norm))
	set(12, l.Compass.Has(norm))
	set(13, l.PlacePrepositions.Has(norm))
	set(14, l.BodyFirst.Has(norm))
	if k, ok := l.Connectors[norm]; ok {
		bits = class.Mix(bits, class.Hash(k))
	}
	if k, ok := l.Heads[norm]; ok {
		bits = class.Mix(bits, class.Mix(2, class.Hash(k.Type+k.Label)))
	}
	if k, ok := l.Sorts[norm]; ok {
		bits = class.Mix(bits, class.Mix(3, class.Hash(k.Type+k.Label)))
	}
	return bits
}

// sentence marks the phrases of the gazetteer and the runs of capitals.
func (c *Clues) sentence(r span.Range) {
	for i := r.From; i < r.To; {
		n, k := c.phraseAt(i, r.To)
		if n == 0 {
			i++
			continue
		}
		at := span.Range{From: i, To: i + n}
		known := class.Mix(c.start(i), class.Hash(k.Type+" "+k.Label))
		for ; i < at.To; i++ {
			c.word[i].known = class.Mix(partOf(at, i), known)
		}
	}
	for i := r.From; i < r.To; {
		if !c.f.look[i].upper {
			i++
			continue
		}
		j := c.runEnd(i, r.To)
		for k := i; k < j; k++ {
			c.word[k].run = span.Range{From: i, To: j}
		}
		i = j
	}
}

// phraseAt returns how many tokens from i the longest phrase of the gazetteer
// takes, none past to, however they are written.
func (c *Clues) phraseAt(i, to int) (int, lang.Known) {
	var (
		best  int
		found lang.Known
		node  int32
	)
	for k := i; k < to; k++ {
		if node = c.f.l.Known.Step(node, c.f.d.Tokens[k].Norm); node == 0 {
			break
		}
		if v, ok := c.f.l.Known.At(node); ok {
			best, found = k+1-i, v
		}
	}
	return best, found
}

// start tells apart whether the word at i has a capital.
func (c *Clues) start(i int) uint32 {
	if c.f.look[i].upper {
		return 1
	}
	return 2
}

// runEnd returns where the run of capitals that begins at i ends, over single
// words and marks that names may hold.
func (c *Clues) runEnd(i, to int) int {
	j := i + 1
	for j < to {
		if c.f.look[j].upper {
			j++
			continue
		}
		k := j
		for k < to && k < j+2 && c.joins(k) {
			k++
		}
		if k == j || k >= to || !c.f.look[k].upper {
			break
		}
		j = k + 1
	}
	return j
}

func (c *Clues) joins(i int) bool {
	n := c.f.d.Tokens[i].Norm
	return c.f.l.Connectors[n] == ofto || c.f.l.Connectors[n] == part || c.f.l.Connectors[n] == link || n == "-" || n == "&" || c.f.l.Articles.Has(n)
}

// shapeOf returns the shape of a word: runs of capitals, small letters, digits
// and other signs, long runs cut short.
func shapeOf(w string) uint32 {
	h, last, run := uint32(7), uint32(0), 0
	for _, r := range w {
		k := uint32(r) + 8
		switch {
		case unicode.IsUpper(r):
			k = 1
		case unicode.IsLetter(r):
			k = 2
		case unicode.IsDigit(r):
			k = 3
		}
		if k == last {
			if run++; run > 2 {
				continue
			}
		} else {
			last, run = k, 1
		}
		h = class.Mix(h, k)
	}
	return h
}

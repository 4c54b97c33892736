package name

import (
	"synoptic/analyze/class"
	"synoptic/analyze/name/internal/crf"
	"synoptic/span"
)

// longPhrase is the number of words of the longest name that is looked for
// elsewhere in the article.
const longPhrase = 8

// votes counts the types that a first pass gave to the mentions of one phrase.
// Types count from 1; 0 is for words outside names.
type votes [crf.MostTypes + 1]int16

// verdict returns the type with the most votes, without one for own when not
// below 0, and whether all or most are for it, as one number; 0 when nobody votes.
func (v *votes) verdict(own int) uint32 {
	top, most, sum := 0, int16(0), int16(0)
	for t, n := range v {
		if t == own {
			n--
		}
		sum += n
		if n > most {
			top, most = t, n
		}
	}
	switch {
	case most <= 0:
		return 0
	case most == sum:
		return uint32(4*top) + 1
	case 2*most > sum:
		return uint32(4*top) + 2
	}
	return 3
}

// tally holds votes by the hashes of phrases.
type tally map[uint32]*votes

func (t tally) vote(key uint32, typ uint8) {
	v := t[key]
	if v == nil {
		v = &votes{}
		t[key] = v
	}
	if v[typ] < 1<<14 {
		v[typ]++
	}
}

// ballot is what the first pass says of one article.
type ballot struct {
	label  []uint8      // by token
	typ    []uint8      // by token; 0 outside names
	name   []span.Range // by token: the name that it is part of
	words  tally        // words with a capital
	exact  tally        // whole names
	inside tally        // parts of longer names
	short  tally        // first letters of longer names
	found  []elsewhere  // by token
}

// elsewhere says that a word is part of a phrase that the article names
// elsewhere: as a whole, within a longer name, or of which it is the acronym.
type elsewhere struct{ part, exact, inside, acronym uint32 }

// phrase returns the hash of the words of r. Whether the first has a capital
// tells "US" from "us".
func (c *Clues) phrase(r span.Range) uint32 {
	h := c.start(r.From)
	for i := r.From; i < r.To; i++ {
		h = class.Mix(h, c.word[i].lower)
	}
	return h
}

// Vote takes the labels of a first pass over the whole article, by token, for
// Again to go by.
func (c *Clues) Vote(labels []uint8) {
	n := len(labels)
	b := &ballot{labels, make([]uint8, n), make([]span.Range, n), tally{}, tally{}, tally{}, tally{}, make([]elsewhere, n)}
	c.ballot = b
	for _, m := range stretches(labels) {
		for i := m.From; i < m.To; i++ {
			b.typ[i], b.name[i] = uint8(m.typ)+1, m.Range
		}
		c.count(m.Range, b.typ[m.From])
	}
	for i := range labels {
		if c.f.look[i].upper {
			b.words.vote(c.word[i].lower, b.typ[i])
		}
	}
	for _, s := range c.f.d.Sentences {
		for i := s.From; i < s.To; {
			i += c.find(i, s.To)
		}
	}
}

// count votes for the name r, its parts and its acronym.
func (c *Clues) count(r span.Range, typ uint8) {
	b := c.ballot
	b.exact.vote(c.phrase(r), typ)
	if r.Len() == 1 || r.Len() > longPhrase {
		return
	}
	for i := r.From; i < r.To; i++ {
		for j := i + 1; j <= r.To && c.f.look[i].upper; j++ {
			if j-i < r.Len() {
				b.inside.vote(c.phrase(span.Range{From: i, To: j}), typ)
			}
		}
	}
	if a := c.acronym(r); a != 0 {
		b.short.vote(a, typ)
	}
}

// acronym returns the hash of the first letters of the words with capitals in
// r, 0 for fewer than two.
func (c *Clues) acronym(r span.Range) uint32 {
	var letters []byte
	for i := r.From; i < r.To; i++ {
		if c.f.look[i].upper {
			letters = append(letters, c.f.d.Tokens[i].Norm[0])
		}
	}
	if len(letters) < 2 {
		return 0
	}
	return class.Hash(string(letters))
}

// find looks at i for the longest phrase, ending before to, that the article
// names elsewhere, and returns its length, or 1.
func (c *Clues) find(i, to int) int {
	b := c.ballot
	h, size := c.start(i), 1
	var e elsewhere
	for j := i; j < min(i+longPhrase, to); j++ {
		h = class.Mix(h, c.word[j].lower)
		r := span.Range{From: i, To: j + 1}
		if v := b.exact[h]; v != nil {
			if t := v.verdict(c.own(b.name[i] == r, i)); t != 0 {
				e, size = elsewhere{exact: t}, r.Len()
			}
		}
		if v := b.inside[h]; v != nil {
			at := b.name[i]
			if t := v.verdict(c.own(at.Contains(r) && at.Len() > r.Len() && at.Len() <= longPhrase, i)); t != 0 {
				e.inside, size = t, r.Len()
			}
		}
	}
	r := span.Range{From: i, To: i + size}
	for j := r.From; j < r.To && (e.exact != 0 || e.inside != 0); j++ {
		e.part = partOf(r, j)
		b.found[j] = e
	}
	if c.f.look[i].caps {
		if v := b.short[class.Hash(c.f.d.Tokens[i].Norm)]; v != nil {
			b.found[i].acronym = v.verdict(-1)
		}
	}
	return size
}

// own returns the type of token i, whose vote for itself does not count, when
// it has voted; else -1.
func (c *Clues) own(voted bool, i int) int {
	if !voted {
		return -1
	}
	return int(c.ballot.typ[i])
}

// Again appends the features that the first pass gives to token i in the
// sentence s.
func (c *Clues) Again(i int, s span.Range, list []uint32) []uint32 {
	b := c.ballot
	label := func(i int) uint32 {
		if !s.Has(i) {
			return 99
		}
		return uint32(b.label[i]) + 1
	}
	f := features{kind: voteKinds, list: list}
	own, e := label(i), &b.found[i]
	exact, inside := class.Mix(e.part, e.exact), class.Mix(e.part, e.inside)
	f.add(own)
	f.add(class.Mix(label(i-1), class.Mix(own, label(i+1))))
	f.add(exact)
	f.add(inside)
	f.add(class.Mix(own, exact))
	f.add(class.Mix(own, inside))
	f.add(class.Mix(exact, e.inside))
	f.add(e.acronym)
	f.add(class.Mix(own, e.acronym))
	word := uint32(0)
	if v := b.words[c.word[i].lower]; v != nil && c.f.look[i].upper {
		word = v.verdict(int(b.typ[i])) + 1
	}
	f.add(word)
	f.add(class.Mix(own, word))
	f.add(class.Mix(class.Mix(own, word), class.Mix(e.exact, e.inside)))
	if r := b.name[i]; !r.Empty() {
		last := &c.word[r.To-1]
		f.add(class.Mix(own, uint32(min(r.Len(), 6))))
		f.add(class.Mix(own, last.lower))
		f.add(class.Mix(own, last.fine))
		f.add(class.Mix(own, c.at(r.To, s).lower))
		f.add(class.Mix(own, c.at(r.From-1, s).lower))
		if a := c.acronym(r); a != 0 {
			if v := b.exact[class.Mix(1, a)]; v != nil {
				f.add(class.Mix(own, v.verdict(-1)))
			}
		}
	}
	return f.list
}

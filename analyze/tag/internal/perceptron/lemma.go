package perceptron

import (
	"encoding/binary"
	"strings"
	"unicode"
	"unicode/utf8"

	"synoptic/analyze/weight"
)

// Capitals says how a word is written, as far as that tells its lemma.
type Capitals byte

// The ways to write a word.
const (
	Lower   Capitals = 'l'
	Inside  Capitals = 'c' // capitalised where the sentence did not ask for it
	Initial Capitals = 'i' // capitalised, but so would any word be there
	All     Capitals = 'a'
)

// CapitalsOf tells how form is written; forced is true for the first word of a
// sentence and all words of a headline in capitals.
func CapitalsOf(form string, forced bool) Capitals {
	r, n := utf8.DecodeRuneInString(form)
	switch {
	case !unicode.IsUpper(r):
		return Lower
	case n < len(form) && strings.ToUpper(form) == form:
		return All
	case forced:
		return Initial
	}
	return Inside
}

// Edit makes a lemma of a form: Cut bytes are taken from its end and Add put
// there instead. The form is lowered first unless Keep is set.
type Edit struct {
	Keep bool
	Cut  int
	Add  string
}

// EditFor returns the edit that makes lemma of form.
func EditFor(form, lemma string) Edit {
	low := strings.ToLower(form)
	e := edit(low, lemma)
	if low != form {
		if k := edit(form, lemma); k.Cut < e.Cut {
			k.Keep = true
			return k
		}
	}
	return e
}

func edit(form, lemma string) Edit {
	n := 0
	for n < len(form) && n < len(lemma) && form[n] == lemma[n] {
		n++
	}
	for n > 0 && (n < len(form) && !utf8.RuneStart(form[n]) || n < len(lemma) && !utf8.RuneStart(lemma[n])) {
		n--
	}
	return Edit{Cut: len(form) - n, Add: lemma[n:]}
}

// Apply returns the lemma of form; form itself when the edit does not fit it.
func (e Edit) Apply(form string) string {
	if !e.Keep {
		form = strings.ToLower(form)
	}
	if e.Cut == 0 && e.Add == "" {
		return form
	}
	stem := len(form) - e.Cut
	if stem < 0 || stem < len(form) && !utf8.RuneStart(form[stem]) {
		return form
	}
	return form[:stem] + e.Add
}

// LongestEnding is the number of bytes of the longest ending that decides an edit.
const LongestEnding = 6

// Fits reports whether an edit that an ending decides leaves enough of a word.
func (e Edit) Fits(word string) bool {
	const shortest = 2
	return e.Cut == 0 || len(word)-e.Cut >= shortest
}

// EndingKey returns the key of an ending of words with the Penn tag xpos;
// whole is true when ending is the whole word.
func EndingKey(xpos string, capitals Capitals, ending string, whole bool) uint32 {
	h := seed
	for i := 0; i < len(xpos); i++ {
		h = (h ^ uint32(xpos[i])) * prime
	}
	h = (h ^ uint32(capitals)) * prime
	if whole {
		h = (h ^ '^') * prime
	}
	for i := len(ending) - 1; i >= 0; i-- {
		h = (h ^ uint32(ending[i])) * prime
	}
	if h = mix(h); h == 0 {
		return 1
	}
	return h
}

// Lemmas gives the edit of a word by the longest ending known. It is safe for
// use by several at once.
type Lemmas struct {
	edits []Edit
	slots []ending
	mask  uint32
}

type ending struct{ key, edit uint32 }

// LemmaParts are what Lemmas are made of.
type LemmaParts struct {
	Edits   []Edit
	Endings []Ending // in order of their keys
}

// Ending is an ending with the index in Edits that it decides.
type Ending struct{ Key, Edit uint32 }

// Append packs p after b.
func (p *LemmaParts) Append(b []byte) []byte {
	b = binary.AppendUvarint(b, uint64(len(p.Edits)))
	for _, e := range p.Edits {
		keep := byte(0)
		if e.Keep {
			keep = 1
		}
		b = append(b, keep, byte(e.Cut), byte(len(e.Add)))
		b = append(b, e.Add...)
	}
	b = binary.AppendUvarint(b, uint64(len(p.Endings)))
	last := uint32(0)
	for _, k := range p.Endings {
		b = binary.AppendUvarint(b, uint64(k.Key-last))
		b = binary.AppendUvarint(b, uint64(k.Edit))
		last = k.Key
	}
	return b
}

// ReadLemmas unpacks what LemmaParts packed.
func ReadLemmas(packed []byte) (*Lemmas, error) {
	r := &weight.Reader{Rest: packed}
	l := &Lemmas{}
	for range r.Count() {
		h := r.Bytes(3)
		l.edits = append(l.edits, Edit{Keep: h[0] == 1, Cut: int(h[1]), Add: string(r.Bytes(int(h[2])))})
	}
	n := r.Count()
	l.mask = tableSize(n) - 1
	l.slots = make([]ending, l.mask+1)
	last := uint32(0)
	for range n {
		last += uint32(r.Uvarint())
		k := ending{last, uint32(r.Uvarint())}
		if r.Bad || int(k.edit) >= len(l.edits) {
			return nil, errModel
		}
		at := k.key & l.mask
		for l.slots[at].key != 0 {
			at = (at + 1) & l.mask
		}
		l.slots[at] = k
	}
	return l, nil
}

func (l *Lemmas) find(key uint32) (Edit, bool) {
	for at := key & l.mask; l.slots[at].key != 0; at = (at + 1) & l.mask {
		if l.slots[at].key == key {
			return l.edits[l.slots[at].edit], true
		}
	}
	return Edit{}, false
}

// Digits reports whether a number is written in digits.
func Digits(form string) bool { return form != "" && '0' <= form[0] && form[0] <= '9' }

// Lemma returns the lemma of form; lower is its lower case. Numbers in digits
// lose their commas.
func (l *Lemmas) Lemma(form, lower, xpos string, capitals Capitals) string {
	if xpos == "CD" && Digits(form) {
		return strings.ReplaceAll(form, ",", "")
	}
	if e, ok := l.find(EndingKey(xpos, capitals, lower, true)); ok {
		return e.Apply(form)
	}
	if capitals != Lower {
		if e, ok := l.find(EndingKey(xpos, Lower, lower, true)); ok {
			return e.Apply(form)
		}
	}
	for n := min(LongestEnding, len(lower)-1); n >= 0; n-- {
		if e, ok := l.find(EndingKey(xpos, capitals, lower[len(lower)-n:], false)); ok && e.Fits(lower) {
			return e.Apply(form)
		}
	}
	return Edit{}.Apply(form)
}

// Package numeral reads numbers, in digits and in words. It works on atoms:
// pieces of tokens, so that its readers do not depend on whether "18-month" or
// "10kg" is one token or several.
package numeral

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"synoptic/analyze/doc"
	"synoptic/lang"
	"synoptic/span"
)

// Kind tells atoms apart.
type Kind uint8

// The kinds of atom.
const (
	Word   Kind = iota + 1 // letters, with inner points and apostrophes
	Digits                 // decimal digits, with inner points and commas
	Mark                   // any other single rune
	Opaque                 // an address of the net, a handle: never read
)

// Atom is a word, a run of digits or a mark within a token.
type Atom struct {
	span.Span
	Token int
	Last  int    // the token it ends in: Token, unless a text cut into tokens was put together
	Word  string // lower case
	Kind  Kind
	Glued bool // nothing stands between it and the atom before
}

// Append adds the atoms of the tokens in r to atoms.
func Append(atoms []Atom, d *doc.Doc, r span.Range) []Atom {
	for i := r.From; i < r.To; i++ {
		t := &d.Tokens[i]
		glued := i > r.From && d.Tokens[i-1].End == t.Start
		text := t.Text(d.Text)
		if plain(text) {
			atoms = append(atoms, Atom{t.Span, i, i, t.Norm, Word, glued})
			continue
		}
		if opaque(text) {
			atoms = append(atoms, Atom{t.Span, i, i, t.Norm, Opaque, glued})
			continue
		}
		atoms = split(atoms, t, i, text, glued)
	}
	return atoms
}

// plain reports whether text is one word of ASCII letters, points and apostrophes.
func plain(text string) bool {
	for i := 0; i < len(text); i++ {
		c := text[i]
		if !('a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || i > 0 && (c == '.' || c == '\'')) {
			return false
		}
	}
	return true
}

func opaque(text string) bool {
	return len(text) > 3 && (strings.Contains(text, "://") || strings.Contains(text, "www.") || strings.ContainsRune(text, '@')) ||
		len(text) > 1 && text[0] == '#' && !unicode.IsDigit(rune(text[1]))
}

func split(atoms []Atom, t *doc.Token, token int, text string, glued bool) []Atom {
	same := len(t.Norm) == len(text)
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		j, kind := i+n, Mark
		switch {
		case digit(r):
			kind = Digits
			for j < len(text) {
				c := text[j]
				if digit(rune(c)) || (c == '.' || c == ',') && j+1 < len(text) && digit(rune(text[j+1])) {
					j++
					continue
				}
				break
			}
		case unicode.IsLetter(r):
			kind = Word
			for j < len(text) {
				r, n := utf8.DecodeRuneInString(text[j:])
				if !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '.' && r != '\'' && r != '’' {
					break
				}
				j += n
			}
		}
		word := text[i:j]
		if same {
			word = t.Norm[i:j]
		} else if kind == Word {
			word = strings.ToLower(strings.ReplaceAll(word, "’", "'"))
		}
		atoms = append(atoms, Atom{span.Span{Start: t.Start + i, End: t.Start + j}, token, token, word, kind, glued})
		i, glued = j, true
	}
	return atoms
}

func digit(r rune) bool { return '0' <= r && r <= '9' }

// Hyphen reports whether a joins words: a hyphen or a dash without gaps.
func (a *Atom) Hyphen() bool {
	if a.Kind != Mark || !a.Glued {
		return false
	}
	switch a.Word {
	case "-", "‐", "‑", "–", "—":
		return true
	}
	return false
}

// Match walks phrases from atom i over words, digits and marks. A hyphen
// between words stands for a blank. It returns the value of the longest phrase
// and the atom after it; end is i when there is none.
func Match[V any](p *lang.Phrases[V], atoms []Atom, i int) (v V, end int) {
	end = i
	var node int32
	for k := i; k < len(atoms); k++ {
		a := &atoms[k]
		if k > i && a.Hyphen() && k+1 < len(atoms) && atoms[k+1].Glued {
			if p.Step(node, a.Word) == 0 {
				continue
			}
		}
		if node = p.Step(node, a.Word); node == 0 {
			break
		}
		if got, ok := p.At(node); ok {
			v, end = got, k+1
		}
	}
	return v, end
}

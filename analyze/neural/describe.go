package neural

import (
	"unicode"
	"unicode/utf8"

	"synoptic/analyze/class"
)

// How many affixes are told apart, and shapes. Rows of affixes are counted from 1.
const (
	Affixes = 4096
	letters = 3 // in one
)

// Shapes of words.
const (
	unshaped = iota
	digits
	lower
	upper
	letter
	title
	mixed

	Shapes
)

// Described says what a network knows a word by.
type Described struct {
	Hash           uint32 // of its norm
	Suffix, Prefix int    // from 1 to Affixes
	Shape          int    // below Shapes
}

// Describe describes a token whose text is form.
func Describe(form, norm string) Described {
	from, to := len(norm), 0
	for range letters {
		_, n := utf8.DecodeLastRuneInString(norm[:from])
		from -= n
		_, n = utf8.DecodeRuneInString(norm[to:])
		to += n
	}
	return Described{
		Hash:   class.Hash(norm),
		Suffix: 1 + int(class.Hash(norm[from:])%Affixes),
		Prefix: 1 + int(class.Hash(norm[:to])%Affixes),
		Shape:  shaped(form),
	}
}

// shaped returns the shape of a word.
func shaped(form string) int {
	first, uppers, lowers, n := false, 0, 0, 0
	for i, r := range form {
		switch {
		case unicode.IsDigit(r):
			return digits
		case unicode.IsUpper(r):
			uppers++
			first = first || i == 0
		case unicode.IsLetter(r):
			lowers++
		}
		n++
	}
	switch {
	case uppers+lowers == 0:
		return unshaped
	case uppers == 0:
		return lower
	case lowers == 0 && n > 1:
		return upper
	case lowers == 0:
		return letter
	case first:
		return title
	}
	return mixed
}

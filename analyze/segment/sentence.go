package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// sentenceEnd tells whether the sentence that begins at token from ends with token i or with
// marks that close it. It returns the token that begins the next one, which is not after
// to, or 0 when none ends here. Tokens from to to are one block.
func (s *splitter) sentenceEnd(from, i, to int) int {
	w := s.written(i)
	if s.credit(i+1, to) && !opens(w) {
		return i + 1
	}
	if w == "[...]" || w == "[…]" { // left out before a new sentence
		if i+1 < to && capitalised(s.written(i+1)) {
			return i + 1
		}
		return 0
	}
	stop := terminal(w)
	if !stop && !(len(w) > 1 && w[len(w)-1] == '.') {
		return 0
	}
	if s.apart && w == "." && s.within(i, to) {
		return 0
	}
	j, quoted := i+1, false
	for j < to && s.touches(j) {
		mark := s.written(j)
		if !terminal(mark) && !closes(mark) {
			break
		}
		quoted = quoted || isQuote(mark)
		j++
	}
	for s.note(j, to) {
		j += 3
	}
	k := j
	for k < to && opens(s.written(k)) {
		k++
	}
	if k >= to {
		return 0
	}
	next := s.written(k)
	if s.touches(j) && !quoted {
		// The space is missing: "said.The".
		if w == "." && j == i+1 && s.touches(i) && endsSentence(s.written(i-1)) && capitalised(next) {
			return j
		}
		return 0
	}
	if !s.begins(k, to) {
		return 0
	}
	if (quoted || w != ".") && strings.Trim(next, "-–—") == "" {
		return 0 // "Who?" — Ann Lee
	}
	switch {
	case !stop:
		if s.mayEnd(w) && (s.lang.Starters.Has(s.tokens[k].Norm) || quoted && startsUpper(next) || s.clocked(from, i, k)) {
			return j
		}
		return 0
	case quoted && w != "." && s.told(k, to):
		return 0
	}
	return j
}

// within reports whether the full stop at token i stands in a number or belongs
// to an abbreviation whose parts stand apart: "4 . 6", "the U . N . Council".
func (s *splitter) within(i, to int) bool {
	if i == s.first || i+1 >= to || s.touches(i) {
		return false
	}
	word := func(k int) string {
		if k < s.first || k >= to {
			return ""
		}
		return s.written(k)
	}
	before, next := word(i-1), word(i+1)
	if isDigit(before[0]) {
		return len(before) <= 3 && len(next) <= 2 && isDigit(next[0])
	}
	if len(next) == 1 && isLetterOrDigit(next[0]) && word(i+2) == "." && len(before) == 1 {
		return true
	}
	abbreviation := s.form(before + ".")
	if s.lang.Titles.Has(abbreviation) {
		return true
	}
	initial := len(before) == 1 && isLetterOrDigit(before[0]) && (before != "I" || word(i-2) == ".")
	return (initial || s.lang.Abbreviations.Has(abbreviation)) && !s.lang.Starters.Has(s.tokens[i+1].Norm)
}

// credit reports whether the credit of a picture begins with token k, as it
// does in the paragraph of a caption: "Photo: Ann Lee".
func (s *splitter) credit(k, to int) bool {
	return k+2 < to && s.tokens[k+1].Norm == ":" && s.touches(k+1) && !s.touches(k) &&
		capitalised(s.written(k)) && s.lang.Credits.Has(s.tokens[k].Norm)
}

// note reports whether tokens j and on are the sign of a note: "[3]".
func (s *splitter) note(j, to int) bool {
	return j+2 < to && s.tokens[j].Norm == "[" && s.tokens[j+2].Norm == "]" && startsDigit(s.tokens[j+1].Norm)
}

// touches reports whether no space stands before token i.
func (s *splitter) touches(i int) bool {
	return i > 0 && i < len(s.tokens) && s.tokens[i].Start == s.tokens[i-1].End
}

// terminal reports whether w is a mark that ends sentences.
func terminal(w string) bool {
	for _, r := range w {
		switch r {
		case '.', '!', '?', '…', '。', '！', '？':
		default:
			return false
		}
	}
	return true
}

func closes(w string) bool {
	return isQuote(w) && w != "“" && w != "‘" || w == ")" || w == "]" || w == "}"
}

func opens(w string) bool {
	return isQuote(w) && w != "”" && w != "’" || w == "(" || w == "[" || w == "{"
}

func isQuote(w string) bool {
	switch w {
	case "\"", "'", "''", "``", "“", "”", "‘", "’", "«", "»", "„":
		return true
	}
	return false
}

// endsSentence reports whether w may stand before a full stop that has no space
// after it, rather than within an address or a name.
func endsSentence(w string) bool {
	return utf8.RuneCountInString(w) > 2 || isDigit(w[0]) || closes(w)
}

// capitalised reports whether w begins with a capital and goes on in lower case.
func capitalised(w string) bool {
	_, n := utf8.DecodeRuneInString(w)
	next, _ := utf8.DecodeRuneInString(w[n:])
	return startsUpper(w) && (n == len(w) || unicode.IsLower(next))
}

// begins reports whether a sentence may begin with token k.
func (s *splitter) begins(k, to int) bool {
	w := s.written(k)
	r, n := utf8.DecodeRuneInString(w)
	switch {
	case unicode.IsLower(r):
		return strings.IndexFunc(w[n:], unicode.IsUpper) >= 0 || s.lang.Particles.Has(w) && s.particleName(k, to)
	case unicode.IsLetter(r), unicode.IsNumber(r):
		return true
	}
	return !strings.ContainsRune(",;:)]}%/&", r) && !terminal(w)
}

// particleName reports whether the particle at token k leads to a capital:
// "al-Qaida", "de la Cruz".
func (s *splitter) particleName(k, to int) bool {
	for i := k + 1; i < min(k+3, to); i++ {
		if w := s.written(i); startsUpper(w) {
			return true
		}
	}
	return false
}

// mayEnd reports whether the abbreviation w may end a sentence.
func (s *splitter) mayEnd(w string) bool {
	if utf8.RuneCountInString(w) == 2 || isDigit(w[0]) {
		return false // an initial, or the number of an item
	}
	f := s.form(w)
	return !s.lang.Titles.Has(f) && !s.lang.Numbered.Has(strings.ToLower(f))
}

// clocked reports whether the time of day that ends at token i ends the sentence that begins
// at token from, before the word at k: "called at 5 p.m. Officers came", but not "at 5 p.m.
// Friday", "At 5 p.m. Ann Lee spoke".
func (s *splitter) clocked(from, i, k int) bool {
	return s.lang.Hours.Has(s.tokens[i].Norm) && capitalised(s.written(k)) &&
		!s.lang.Days.Has(s.tokens[k].Norm) && !s.lang.Openers.Has(s.tokens[from].Norm)
}

// told reports whether from token k on a name tells who spoke: "Why?" Ann
// Lee asked.
func (s *splitter) told(k, to int) bool {
	if s.lang.Starters.Has(s.tokens[k].Norm) {
		return false
	}
	for i := k; i < min(k+5, to); i++ {
		if i > k && s.lang.Telling.Has(s.tokens[i].Norm) {
			return true
		}
		if !startsUpper(s.written(i)) {
			return false
		}
	}
	return false
}

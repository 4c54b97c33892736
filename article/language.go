package article

import (
	"strings"
	"unicode"

	"synoptic/lang"
)

// In reports whether a is in language l, as far as that can be told: by its
// function words, or for a text of few words by what it says of itself.
func (a *Article) In(l *lang.Language) bool {
	const (
		enough = 30  // words that tell a language
		most   = 500 // words that are looked at
	)
	words, function := 0, 0
	for word := range strings.FieldsFuncSeq(a.Text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		words++
		if l.Article.Function.Has(strings.ToLower(word)) {
			function++
		}
		if words == most {
			break
		}
	}
	if words >= enough {
		// A quarter or more in running text, and a tenth in lists of results;
		// a few hundredths in any other language.
		return function*10 >= words
	}
	given, _, _ := strings.Cut(strings.ToLower(a.Language), "-")
	return given == "" || given == l.Code
}

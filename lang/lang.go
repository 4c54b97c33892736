// Package lang says what a language must provide. A language is a value handed
// to the stages; lang/en is English. Another language is a folder beside it
// with the same file names. Each stage's needs are in the file named after it.
package lang

// Language is all that the stages know of one language.
type Language struct {
	Code string // BCP 47, such as "en"

	Article     Article
	Segment     Segment
	Class       Class
	Vector      Vector
	Tag         Tag
	Parse       Parse
	Clause      Clause
	Name        Name
	Attribution Attribution
	Quantity    Quantity
	Time        Time
	Statement   Statement
	Story       Story
	Compare     Compare
	Align       Align
}

// Set is a set of lower-case words or phrases.
type Set map[string]struct{}

// Has reports whether s holds word.
func (s Set) Has(word string) bool {
	_, ok := s[word]
	return ok
}

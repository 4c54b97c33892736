package lang

// Vector is what analyze/vector needs of a language.
type Vector struct {
	// Words places words by the company they keep, as compare/align/words writes it.
	Words *Model
}

package lang

// Align is what compare/align needs of a language.
type Align struct {
	// Denying are words beside negators that turn around what they hang on or
	// what hangs on them: "without", "failure" to. Lemmas.
	Denying Set
	// Relations says which words are akin, as text: a line begins with "=" and
	// has lemmas that mean the same, "+" and ones that are made of one another,
	// "<" and a lemma before wider ones, "!" and two that mean the opposite.
	Relations *Model
	// Weights says how features of two statements add up to a score, as
	// compare/align/train writes it.
	Weights *Model
}

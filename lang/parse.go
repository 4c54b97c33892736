package lang

// Parse is what analyze/parse needs of a language.
type Parse struct {
	// Model is the parser, as analyze/parse/train writes it.
	Model *Model
}

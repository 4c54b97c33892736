package lang

// Class is what analyze/class needs of a language.
type Class struct {
	// Model is the table of words, as analyze/class/train writes it.
	Model *Model
}

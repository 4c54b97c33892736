package lang

// Tag is what package tag needs of a language.
type Tag struct {
	// Model is the tagger with its lemmas, as analyze/tag/train writes it.
	Model *Model
}

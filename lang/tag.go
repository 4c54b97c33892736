package lang

// Tag is what package tag needs of a language.
type Tag struct {
}

package lang

// Article is what package article needs of a language.
type Article struct {
}

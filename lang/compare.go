package lang

// Compare is what package compare needs of a language.
type Compare struct {
}

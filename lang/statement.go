package lang

// Statement is what package statement needs of a language.
type Statement struct {
}

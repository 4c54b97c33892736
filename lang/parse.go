package lang

// Parse is what package parse needs of a language.
type Parse struct {
}

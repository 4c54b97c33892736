package lang

// Name is what package name needs of a language.
type Name struct {
}

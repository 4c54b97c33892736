package lang

// Attribution is what package attribution needs of a language.
type Attribution struct {
}

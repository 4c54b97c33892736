package lang

// Quantity is what package quantity needs of a language.
type Quantity struct {
}

package lang

// Segment is what package segment needs of a language.
type Segment struct {
}

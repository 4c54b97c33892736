package lang

// Time is what package time needs of a language.
type Time struct {
}

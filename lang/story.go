package lang

// Story is what package story needs of a language.
type Story struct {
	// Frequencies says in how many of Articles everyday texts a word in lower
	// case stands. A word that is not in it is taken as rare.
	Frequencies map[string]int
	Articles    int
}

package lang

// Compare is what package compare needs of a language. All words are lemmas.
type Compare struct {
	// Synonyms gives each word the first word of its set: words that tell of
	// the same thing, verbs with their nouns.
	Synonyms map[string]string
	// Streets are the kinds of street by the words for them: "lane" to "lane", "ln" to
	// "lane". Blocks are the words for what stands between two crossings.
	Streets map[string]string
	Blocks  Set
	// Provisional are words beside what is agreed or found, one of Pacts, that is not final:
	// "an initial agreement", "a deal in principle".
	Provisional, Pacts Set
	// Soon are adverbs of what is near at hand and not dated: "soon", "shortly".
	Soon Set
	// States are verbs of what lasts, which can be so on one day and on another: "remain".
	States Set
	// Stop words carry no meaning of their own in a comparison.
	Stop Set
	// Common gives words that are frequent in any news, and in how many of a
	// thousand articles they stand. Keys are first words of sets of synonyms.
	Common map[string]int
	// Likeness says how what two statements have in common adds up to the odds
	// that they say the same, as compare/likeness writes it.
	Likeness *Model
	// Counting says how what two quantities have in common adds up to the odds that
	// they are of one thing, as compare/counting writes it.
	Counting *Model
	// Sole says how what tells that a statement matters that one report alone has
	// adds up, as compare/sole writes it.
	Sole *Model
	// Selves are words for who speaks and who is spoken to: "I", "your".
	Selves Set
	// Self are words for who speaks alone: "I", "my".
	Self Set
	// People are the nouns that count anybody, so that only what happened to
	// them tells what is counted: "people", "victim".
	People Set
	// Since stands before the date, and Within before the length of time, that
	// something is the first since: "first since 2019", "first in four years".
	Since, Within Set
	// Places are the prepositions behind which a place can stand.
	Places Set
	// Sites are common nouns for places where people are or are taken.
	Sites Set
	// Routine words are all that a line has that only says how far a story has come: "the
	// incident is under investigation".
	Routine Set
	// Relational nouns say how somebody stands to another, which is no
	// office: "counterpart", "ally".
	Relational Set
	// Lapsed stand before an office that someone does not hold: "former".
	Lapsed Set
	// Ties are nouns for kin and couples, with a word for all those that can be said of
	// one pair of people: "wife" and "husband" are one kind, "girlfriend" another.
	Ties map[string]string
	// Of is the preposition of what a noun is about: "of".
	Of string
	// Shells are nouns that stand for what was said before: "the claims"
	// (shell nouns, Schmid 2000).
	Shells Set
	// Tallies are nouns that count what stands behind them: "number".
	Tallies Set
	// Members are nouns that say no more than the noun before them: "staff
	// members".
	Members Set
	// Portions are words that make a number behind them a part of more: "the
	// first 41 laps".
	Portions Set
	// More words beside a number add it to another: "five more people".
	More Set
	// Small numbers stand in any text and tell little.
	Small Set
	// Definite words before a small number point back at those already named:
	// "the two leaders".
	Definite Set
	// First words say that something is the first of its kind, so that a time
	// behind them reaches back to the one before: "first visit since 2019".
	First Set
	// Including stands before one of those counted, and Culprits are who did it: "seven
	// people, including the gunman".
	Including, Culprits Set
	// Growing things are counted upwards as news comes in: the dead, the
	// injured, the arrested. Keys are first words of sets of synonyms.
	Growing Set
	// Rise verbs tell of a figure that moved: "rose", "climbed".
	Rise Set
}

// Same returns the word that stands for word and all words of its set.
func (c *Compare) Same(word string) string {
	if s, ok := c.Synonyms[word]; ok {
		return s
	}
	return word
}

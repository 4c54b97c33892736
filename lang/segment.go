package lang

// Segment is what package segment needs of a language. All entries are lower
// case with straight apostrophes.
type Segment struct {
	// Titles are abbreviations with their full stop that stand before a name or
	// a number and so never end a sentence: "mr.", "sen.".
	Titles Set
	// Abbreviations are those that may end one: "inc.", "u.s.".
	Abbreviations Set
	// Numbered are abbreviations only before a number: "no.", "p.".
	Numbered Set
	// Clitics are endings that are tokens of their own: "'s", "n't".
	Clitics []string
	// Splits gives the length in bytes of the first part of words that are two
	// tokens: 3 for "cannot".
	Splits map[string]int
	// Elided are words that begin with an apostrophe: "'em".
	Elided Set
	// Prefixes keep a hyphen within the word: "non", "re".
	Prefixes Set
	// Hyphenated are words that keep theirs whatever stands before it: "e-mail".
	Hyphenated Set
	// Syllables are parts of given names that are one token when two of them
	// are joined by a hyphen, in any order: "jong", "un".
	Syllables Set
	// Units are tokens of their own when written against a number: "m", "pm".
	Units Set
	// Currencies are one token with the sign that ends them: "us$".
	Currencies Set
	// Domains end the host name of a web address: "com".
	Domains Set
	// Starters are words that, capitalised after an abbreviation, begin a
	// sentence: "the", "he".
	Starters Set
	// Hours stand behind a time of day: "p.m.". Behind them Days, "monday", "eastern", go on
	// the sentence, and what Openers begin is not at its end: "At 5 p.m.".
	Hours, Days, Openers Set
	// Particles begin names though they are lower case: "al", "de".
	Particles Set
	// Credits are words that, capitalised and before a colon, begin the credit of
	// a picture: "photo".
	Credits Set
	// Telling are verb forms that name the speaker after a quotation: "asked".
	Telling Set
}

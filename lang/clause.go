package lang

// Clause is what analyze/clause needs of a language.
type Clause struct {
	// Subordinators open an adverbial clause: "as", "while", "after".
	Subordinators Set
	// Complementizers open the content of a verb: "that", "whether".
	Complementizers Set
	// Relativizers stand for the noun before them: "who", "which", "that".
	Relativizers Set
	// Negators turn a verb group around: "not", "never".
	Negators Set
	// Only are words right behind one that take its meaning: "not only".
	Only Set
	// Negations are pairs of words before a verb that turn it around: "no
	// longer".
	Negations Set
	// Futures are the modal verbs of the future: "will".
	Futures Set
	// Be, Have and Do are the lemmas of the auxiliaries.
	Be, Have, Do string
	// Past is the ending that the past tense and its participle share: "ed".
	Past string
	// InfinitiveMark stands before an infinitive: "to".
	InfinitiveMark string
	// Prepositional participles have become prepositions: "according",
	// "including".
	Prepositional Set
	// Causatives take a bare infinitive behind their object: "help", "let".
	Causatives Set
	// ClauseVerbs take a clause as their object, with or without "that":
	// "said workers want", "believes".
	ClauseVerbs Set
	// Prepositions are so whatever a tagger makes of them: "amid".
	Prepositions Set
	// Places say where somebody stands in a picture: "left".
	Places Set
	// TimeNouns head noun groups that say when, without a preposition, and so
	// are neither subject nor object: "Wednesday", "week", "morning".
	TimeNouns Set
	// QuoteVerbs take their subject behind them after a quotation: "said".
	QuoteVerbs Set
}

package lang

// Statement is what analyze/statement needs of a language. All keys are lemmas.
type Statement struct {
	// Control verbs take their meaning from the infinitive behind them:
	// "failed to sign" says of signing that it did not happen.
	Control map[string]Control
	// Hedges are words that make a statement less than certain, with the
	// hedge they give: "possible", "probable" or "reported".
	Hedges map[string]string
	// Foretelling are hedges and verbs that look ahead and so are less sure of what
	// is to come, not of what is: "expected".
	Foretelling Set
	// Denials are cue verbs that turn what they frame around: "deny".
	Denials Set
	// Conditions open a clause that tells of no fact: "if", "whether".
	Conditions Set
	// None are determiners and pronouns that turn a statement around: "gave no
	// details", "nobody saw it".
	None Set
	// Nor joins a clause and denies it: "nor would it help".
	Nor Set
	// Often are adverbs of what happens again and again, so that a modal verb beside them
	// doubts nothing: "could often be found".
	Often Set
	// Able are modal verbs that beside "only" tell what was: "could only finish sixth".
	Able Set
	// Any are determiners of what there may not be: "any role".
	Any Set
	// Be is the verb of being.
	Be string
	// Deontic are the modal verbs of what ought to be and so is no fact.
	Deontic Set
	// Irrealis verbs have a content that is wished, asked or feared and so no
	// fact: "ensure", "demand".
	Irrealis Set
	// Findings are verbs whose content is open where they are denied or only meant to
	// be done: "did not confirm", "to determine".
	Findings Set
	// Unsaid are verbs whose content is open where they are denied: "did not say".
	Unsaid Set
	// Grounds are nouns for what shows that something is so: "no evidence that it left"
	// denies it, and so does "rejected" before one of Claims, nouns for what is said.
	Grounds, Claims Set
	// Shreds are nouns for the least of Grounds: "a shred of evidence".
	Shreds Set
	// Rejections are verbs that deny the content of a noun of Claims, and say nothing
	// against that of others: "rejected claims that it left".
	Rejections Set
	// Backs are verbs that do so where they are negated: "does not support claims that it
	// left".
	Backs Set
	// Yet are words between an auxiliary and an infinitive that deny it: "has yet to leave".
	Yet Set
	// Prevents are verbs that deny the gerund behind From: "prevented it from leaving";
	// Short are words that deny it behind "of": "stopped short of leaving"; Without are
	// the words that join a gerund and deny it; Avoids are verbs that deny it directly.
	Prevents, Short, Without, Avoids Set
	From                             string
	// Accuses are verbs that allege the gerund behind a preposition: "accused of lying".
	Accuses Set
	// Doubts are nouns whose lack denies nothing: "no doubt that it left".
	Doubts Set
	// False are adjectives that deny the content of a noun of Claims.
	False Set
	// Scant words before a noun of Grounds leave its content open: "little evidence".
	Scant Set
	// Unknown are predicates that leave open what is asked behind them: "unclear".
	Unknown Set
	// Guesses are nouns whose content is no fact: "the possibility that it left".
	Guesses Set
	// Pending words open a clause that tells of no fact where its verb is of the
	// present: "once the inquiry is complete".
	Pending Set
	// Light verbs say little themselves; the statement is about the noun
	// behind them: "hold talks", "make a visit".
	Light Set
	// Background words say that what follows happened before the news:
	// "previously", "formerly".
	Background Set
	// Agent is the preposition of the agent in the passive: "by".
	Agent string
}

// Control says what a verb does to the infinitive behind it.
type Control struct {
	Denied bool
	Hedge  string // as in Hedges; empty for none
	Bare   bool   // only where the verb stands without an auxiliary: "used to", not "may have used to"
}

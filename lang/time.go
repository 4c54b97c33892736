package lang

// Time is what package timex needs of a language. It reads numbers by
// Quantity.
type Time struct {
	// Words are the parts that each word can play; abbreviations stand without
	// their point.
	Words map[string][]TimeWord
	// Phrases are expressions of several words with a kind of their own: "the
	// beginning of", "from now".
	Phrases Phrases[TimeWord]

	The      Set // "the", and "its", "their"
	Articles Set // "a", "an": one unit
	Of       Set // "the end of July"
	On       Set // between clock and day: "9 a.m. on Tuesday"
	And      Set
	To       Set // joins the ends of a span: "to", "until", "through"
	Or       Set
	Between  Set
	At       Set // between day and clock: "Tuesday at 9 a.m."
	// YearAfter holds the words that a bare year stands after: "in", "since".
	YearAfter Set
	// Ahead holds words that make a date without a year the next such date:
	// "by", "until".
	Ahead Set
	// Before holds those of Ahead that do so only where nothing is told that was:
	// "voted before Tuesday".
	Before Set
	// Future holds words that mark a clause as of the future, when it has not
	// been parsed: "will".
	Future Set
	// Plans are lemmas of what is fixed for a day to come: "schedule", "due".
	Plans Set
	// Fixed are participles that fix a day to come when a word of Fixing stands
	// between: "set for June 25".
	Fixed, Fixing Set
	// Keys are words without a part of their own in which expressions can be
	// recognised: "future" of "the near future".
	Keys     Set
	Another  Set // "another": one more unit
	Further  Set // between number and unit: "two more weeks", "ten business days"
	Whole    Set // between "the" and a unit: "the full year"
	Ended    Set // after a unit that is then a length: "the year ended June 30"
	During   Set // between a time of day and its part: "7 in the evening"
	From     Set // before the first of two times of a day: "Monday from 2 to 4 p.m."
	PastHour Set // "past": "half past seven"
	Clock    Set // after an hour: "o'clock"
	OnDay    Set // before a day in figures: "on the 18th", "by 10/25"
	WeekOf   Set // between "the week" and its first day: "of", "starting"
	All      Set // before a unit: "all day"
	Bare     Set // shifts that are prepositions without an article: "following Monday's vote"
	Follows  Set // verbs of what comes behind another: "comes after Sunday's fire"
	Advance  Set // nouns for being ahead of what comes: "in advance of"
	After    Set // before a midnight that begins its day: "after"
	Have     Set // lemmas of the auxiliary of the perfect
	// In begins a span that lies ahead, or behind after First: "in four years".
	In    Set
	First Set // "first", "most", "worst"
	For   Set // words before a bare plural that lasted: "for", "after", "in"
	// Doubtful holds names and units of time that are also other words ("may",
	// "second"), and MonthCue what must stand before such a month's name for it
	// to be one when it stands alone.
	Doubtful Set
	Called   Set // short months that are also given names: "jan"
	MonthCue Set
	Times    Set // "twice", "once": with "a week" a repetition
	TimesOf  Set // "times": "four times a week"
	Old      Set // after a unit: an age, no duration
	Hedges   Set // first words of the hedges that a length of time can have
	Own      Set // "'s": "next year's first quarter"
	Per      Set // "$5 a year", "per day"
	// Alike and Period stand around "year-ago": "the comparable year-ago period".
	Alike, Period Set
	// Edges stand before a time up to which, or from which, something goes on,
	// and not at which it happens: "since", "ahead of", "scheduled for".
	Edges Set
	// Papers are the nouns of what a time behind them only dates: "statement".
	Papers Set
	// Posted stand with a preposition before the date of the text itself: "posted on".
	Posted Set
	// Up before "to date" makes no time of it.
	Up Set
	// Close stands behind a unit whose last day is meant: "year-end".
	Close Set
	// Unreal are the auxiliaries that make the perfect of what did not come about,
	// or has not yet: "would have been Monday".
	Unreal Set
	// Events are names of days: "9/11" to "2001-09-11".
	Events map[string]string
}

// TimeKind says how a word takes part in an expression of time.
type TimeKind uint8

// The kinds of time word.
const (
	Month    TimeKind = iota + 1 // Value 1 to 12
	Weekday                      // Value 1 (Monday) to 7
	TimeUnit                     // Code is the TIMEX3 unit
	Season                       // Code SP, SU, FA, WI
	DayPart                      // Code MO, AF, EV, NI; Value and Last its hours
	Meridiem                     // "a.m.", "p.m.": Value hours to add
	Noon                         // a clock time by name: Value its hour
	Zone                         // "GMT", "local time"
	DayRef                       // "today": Value days from the anchor, Code a part
	Shift                        // "last", "next", "this": Value steps
	Span                         // "past", "coming": reaches back (-1) or ahead (1)
	Ago                          // after a span: Value -1 or 1; Code "anchor" or "text"
	Mod                          // "early", "end of": Code the TIMEX3 mod
	Portion                      // "first half of": Code H1, H2
	Every                        // "every"
	Often                        // "daily": Code the period; Value 1 for adjectives that only name a thing
	Ref                          // "now", "recently": Code PRESENT_REF …
	Same                         // "that", "the same": the day spoken of
	Era                          // "B.C."
	Decades                      // "nineties": Value 90
	YearKind                     // "fiscal", "calendar"
	Weekend
	Holiday // Code "12-25", "11-4-4" or "E-2", see package timex; Value 1 when written without a capital too
	Sign    // before a figure: Code "Q", "H"; Value the number of them in a year
	Rough   // after a length: "or so"
)

// TimeWord is the part one word plays in an expression of time.
type TimeWord struct {
	Kind   TimeKind
	Value  int
	Last   int
	Code   string
	Plural bool // "years", "Tuesdays"
}

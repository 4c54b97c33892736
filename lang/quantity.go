package lang

// Quantity is what packages numeral and quantity need of a language.
type Quantity struct {
	Numbers map[string]NumberWord

	// Hedges stand before a number, Trails after it ("or more").
	Hedges, Trails Phrases[Bound]
	// Comparisons stand before a number where it is compared: "bigger or equal than".
	// After holds what may stand behind one, as in "5000 or equal to".
	Comparisons, After Phrases[Bound]
	// Orders that do not count from the start: "last", "next to last".
	Orders Phrases[Order]
	// Ambiguous words are units only by a number: "cup".
	Ambiguous Set
	// But may join two comparisons, Definite stands before an order.
	But, Definite Set
	// Units by their names, symbols and abbreviations.
	Units Phrases[Unit]
	// Symbols stand before a sum of money: "$".
	Symbols Phrases[Unit]
	// Codes of money, in lower case, that count only when written in capitals:
	// behind a sum and before one.
	Codes, CodesBefore map[string]Unit
	// Tails are units by forms that stand only behind a larger unit of their
	// dimension: the "in" of "5 ft 2 in".
	Tails Phrases[Unit]

	Articles Set // "a", "an"
	Point    Set // before the decimals of a number in words
	And      Set // joins the parts of a number: "and", "&"
	Between  Set // begins a range whose ends are joined by And
	From     Set // begins a range whose ends are joined by To
	To       Set // joins the ends of a range: "to"
	Through  Set // joins the ends of a range that holds them: "5 through 8"
	Or       Set
	Of       Set // "dozens of", "two hours of"
	In       Set // "$5 billion in aid"
	Per      Set // begins the second part of a rate
	Old      Set // after a unit of time: an age
	Aged     Set // before a number: an age
	Years    Set // "yo": right after a number, an age in years
	Who      Set // "she", before a verb of Being and an age
	Being    Set // "is", "turned"
	Heat     Set // words by which degrees are those of temperature
	Turns    Set // and those by which they are of an angle or a place on Earth
	Sized    Set // after a measure: "1.8m tall"
	// Decades of a life stand after these, or after them and one of Stage: "in his
	// late 40s".
	Own, Stage Set

	// During holds words that mean "more than" before most units, but
	// "in the course of" before units of time unless Lasting words precede.
	During, Lasting Set
	// Spatial holds hedges that are prepositions unless a unit follows.
	Spatial Set
	// Change holds verbs, as lemmas and irregular forms, whose "from … to …" is no range.
	Change Set
	// Reach holds verbs, as Change does, that link a figure to their subject: "rose
	// to 12", "is 12". Lasts holds those of lengths of time: "lasted two hours".
	Reach, Lasts Set
	// Lapse holds words after which a span of time is a distance from
	// something and not how long it lasted: "two months after".
	Lapse Set
	// Labels stand before a number that names: "number", "flight", "page".
	Labels Set
	// NotCounted holds nouns that "a" does not count: "a lot", "a bid".
	NotCounted Set
	// Adjectives that stand for those counted: "12 dead".
	Stands Set
	// One, the numeral, is also a pronoun; after these words it is one.
	NotOne Set
	One    string
	Year   string // the unit of ages
	// Worth holds words that link a figure to the noun before it: "worth $5
	// billion", "a crowd of 300".
	Worth Set
	// Exceeds holds verbs, as Change does, whose figure is surpassed: "tops 500".
	Exceeds Set
	// Passes holds those that have another sense before what is counted: "passes 3,000",
	// but "passed 3,000 cars".
	Passes Set
	// Minus words make a number negative: "minus 20 degrees".
	Minus Set
	// Ratios stand between the numbers of a share, "one in three"; true for
	// those that any number may stand before: "two out of five".
	Ratios Phrases[bool]
	// Margin stands between a number and how far it may be off: "plus or minus".
	Margin Phrases[bool]
	// More holds words after which "a third" is a share; it is one too between a
	// word of Off and one of Since: "up a third in May".
	More, Off, Since Set
	// Before holds units that stand before their number: "magnitude 6.4".
	Before map[string]Unit
	// Scales are letters for degrees: the "C" of "12C".
	Scales map[string]Unit
	// Streets end an address that begins with a number.
	Streets Set
	// Letters are the units of formulas, "W/m2", as they are written there.
	Letters map[string]Unit
	// Words of a formula in the name of its unit: "square metre", "cubic metre",
	// "metre per second", "inverse second".
	Square, Cubic, Divided, Inverse string
	// Sums are the moneys whose names, the keys, are also those of a unit of mass.
	Sums map[string]Unit
	// At links measures, but no counts: "rates at 5 percent", not "died at 52".
	At Set
	// Complement holds prepositions that say more of what a share or sum is
	// of: "tariff on steel".
	Complement Set
	// Onto may stand between a verb of Reach and its figure, By between one
	// and a share.
	Onto, By Set
	// For holds prepositions of how long something went on.
	For Set
	// Closing verbs bring their subject to an end, and Within stands before how
	// long it took until then: "was completed in two hours".
	Closing, Within Set
}

// NumberKind says how a word takes part in a number.
type NumberKind uint8

// The kinds of number word.
const (
	Digit     NumberKind = iota + 1 // zero to nine
	Teen                            // ten to nineteen
	Tens                            // twenty to ninety
	Hundred                         // multiplies what stands before it
	Scale                           // thousand and above
	ScaleMark                       // "m", "bn": a scale written after digits
	Dozen                           // counted like a noun: "two dozen", "a couple"
	Vague                           // "several": from Value to High, nothing counted before it
	Multi                           // "multi" of "multi-million": Value or more times the scale behind it
	Plurals                         // "dozens": Value or more; "of thousands" multiplies
	Half                            // "half": fraction with no numerator needed
	Part                            // "thirds", "quarter": fraction, Value its share
	Ordinal
)

// NumberWord is the part one word plays in a number.
type NumberWord struct {
	Kind  NumberKind
	Value float64
	High  float64 // of Vague; 0 for no upper bound
	// Loose is true for words that name a number loosely, "a couple", and for
	// marks of scale that stand in sums of money only.
	Loose bool
}

// Bound says how a hedge bounds the number it stands by.
type Bound uint8

// The bounds.
const (
	Above Bound = iota + 1 // "more than": above n, n left out
	AtLeast
	Below   // "fewer than"
	AtMost  // "up to"
	About   // near n
	Exactly // "just", "only": part of the expression, changes nothing
	Odd     // "-odd": n and some more
	Equal   // "equal to"
)

// Order is a place counted in steps from the end or from what is at hand: -1
// from "end" is the last but one.
type Order struct {
	From  string // "current" or "end"
	Steps float64
}

// Unit is a unit of measure.
type Unit struct {
	Name      string // normalised, singular: "hour", "USD"
	Dimension string // "time", "length", "money", "percent"…
	Factor    float64
	// Short units are abbreviations that stand only right after digits.
	Short bool
	// Times multiplies the number, 1000000 in "30 MEUR"; 0 means 1.
	Times float64
}

// Package compare lays the accounts of one event side by side: who is who
// across them, which statements say the same, where they differ slot by slot,
// which quotations are one utterance, and what only one of them has.
package compare

import (
	"synoptic/analyze/doc"
	"synoptic/compare/anchor"
	"synoptic/compare/entity"
	"synoptic/compare/origin"
	"synoptic/compare/quotation"
	"synoptic/span"
)

// Story is the comparison of several accounts. All its evidence counts in the
// Text of the documents; documents are known by their index in Docs.
type Story struct {
	Docs     []*doc.Doc // ordered by article id
	CopyOf   []int      // for each document the one it reprints, or -1
	Entities *entity.Set
	Times    *anchor.Set
	Origins  *origin.Set
	Quotes   []quotation.Quotation

	Claims        []Claim
	Disagreements []Disagreement
	Figures       []Figure
	Timeline      []Event
	Only          []Report
	Missing       []Missing
	Summary       []int // indices in Claims, in reading order
	Title         *Evidence
	// Unaligned counts the sentences that tell the news and of which no part
	// stands in any claim, disagreement, quotation or sole report.
	Unaligned int

	before [][]int // by document and sentence: the document that first has it word for word
}

// Evidence is exact words of one document.
type Evidence struct {
	Doc int
	span.Span
}

// Claim is what statements of several documents say alike.
type Claim struct {
	Reports []Report // ordered by document, then by place
	Best    int      // index in Reports of the one that says it best
	// Statement is the words of Best, or their whole sentence when they can't
	// be read alone.
	Statement Evidence
	// Score is how alike the reports are on average, in thousandths.
	Score   int
	Because string // what joined the reports, for a person to read
}

// Report is one document's statement of a claim.
type Report struct {
	Evidence
	Statement int // index in the document's Statements
	Chain     []origin.Link
	Denied    bool
	Hedge     doc.Hedge
	Unsure    bool // it is alike, and may tell another fact
}

// Slot is what accounts can differ in.
type Slot string

// The slots.
const (
	Count     Slot = "count"
	Duration  Slot = "duration"
	Amount    Slot = "amount"
	Date      Slot = "date"
	Place     Slot = "place"
	NameSlot  Slot = "name"
	RoleSlot  Slot = "role"
	Polarity  Slot = "polarity"
	Certainty Slot = "certainty"
	Wording   Slot = "wording"
)

// Relation is how two positions stand to each other.
type Relation string

// The relations, from the weakest difference to the strongest.
const (
	Same       Relation = "same"
	Compatible Relation = "compatible" // both can be true
	Refines    Relation = "refines"    // one is more exact than the other
	Updates    Relation = "updates"    // the later one takes the place of the earlier
	Conflicts  Relation = "conflicts"  // both cannot be true
)

// strength orders the relations.
var strength = []Relation{Same, Compatible, Refines, Updates, Conflicts}

// Disagreement is one slot of one fact with the positions taken.
type Disagreement struct {
	Slot      Slot
	About     Evidence // the words that name what it is about
	Positions []Position
	Pairs     []Pair
	Relation  Relation // the strongest of the pairs
	Claim     int      // index in Claims, or -1
	// Confidence is in hundredths.
	Confidence int
}

// Position is one value and the words of those who take it.
type Position struct {
	Value    Evidence // the words that give the value
	Side     int      // positions with the same number do not conflict
	Evidence []Evidence
	// Bounds of a number, in Unit; nil when the value is no number.
	Interval *Interval
	// Earliest and Latest bound a date; empty when the value is none.
	Earliest, Latest string
	Entity           int // index in Entities, or -1
}

// Interval is a number with its bounds and unit.
type Interval struct {
	Low, High         float64 // in Unit; infinite where there is no bound
	LowOpen, HighOpen bool
	Approximate       bool
	Unit              string
	Factor            float64 // of the unit in its base unit
}

// Pair relates two positions by their index.
type Pair struct {
	A, B     int
	Relation Relation
}

// Figure is a number that several documents give and none contradicts.
type Figure struct {
	Of       Evidence // the words for what is counted or measured
	Interval Interval
	Evidence []Evidence
}

// Event is a dated point of the story.
type Event struct {
	Earliest, Latest string
	Precision        string
	Evidence         []Evidence
}

// Missing is a claim that most documents make and those with nothing like it.
type Missing struct {
	Claim int
	Docs  []int
}

// Root returns the origin at the end of a report's chain: the outlet's own
// reporting when nobody is named. A copy's own reporting is its original's, and so is a
// sentence that another had before, word for word.
func (s *Story) Root(r Report) int {
	if len(r.Chain) > 0 {
		return r.Chain[len(r.Chain)-1].Origin
	}
	if of := s.CopyOf[r.Doc]; of >= 0 {
		return s.Origins.Self(of)
	}
	return s.Origins.Self(s.before[r.Doc][s.Docs[r.Doc].Statements[r.Statement].Sentence])
}

// Package dossier is the reader's page: plain values that hold a whole
// comparison, ranked and arranged for reading, and their renderings. Every
// line of it is exact words of a source with where they stand.
package dossier

import "slices"

// Dossier is what compare makes of the articles of one event. Its JSON form is
// a published format: names and meanings stay, fields may be added.
type Dossier struct {
	Synoptic string    `json:"synoptic"` // version of the program
	Title    *Evidence `json:"title"`    // nil when no article offers one
	Summary  []string  `json:"summary"`  // claim ids, in reading order
	Articles []Article `json:"articles"`
	Entities []Entity  `json:"entities"`
	Origins  []Origin  `json:"origins"`
	Claims   []Claim   `json:"claims"`
	// Disagreements are ordered as an editor would want them: conflicts
	// first, the surest and most widely reported first among them.
	Disagreements []Disagreement `json:"disagreements"`
	Quotes        []Quote        `json:"quotes"`
	Timeline      []Event        `json:"timeline"`
	Figures       []Figure       `json:"figures"`
	Only          []Report       `json:"only"`
	Missing       []Missing      `json:"missing"`
	LeftOut       []LeftOut      `json:"left_out"`
	// UnalignedSentences counts the reported sentences of which no part
	// stands in any claim, disagreement, quotation or sole report.
	UnalignedSentences int      `json:"unaligned_sentences"`
	Manifest           Manifest `json:"manifest"`
}

// Shared reports whether any two articles have anything in common: a claim, a
// quotation, or something that they differ in.
func (d *Dossier) Shared() bool {
	several := func(c Claim) bool {
		return slices.ContainsFunc(c.Reports, func(r Report) bool { return r.Article != c.Reports[0].Article })
	}
	return len(d.Disagreements) > 0 || len(d.Quotes) > 0 || slices.ContainsFunc(d.Claims, several)
}

// Span is a half-open range of UTF-8 byte offsets and the words there.
type Span struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	Field string `json:"field,omitempty"` // "title"; empty for the article's text
}

// Evidence is a span of one article.
type Evidence struct {
	Article string `json:"article"` // id
	Span
}

// Article is one report, with the text that all offsets count in.
type Article struct {
	ID            string   `json:"id"`
	Outlet        string   `json:"outlet"`
	Title         string   `json:"title"`
	Published     string   `json:"published"`
	PublishedFrom string   `json:"published_from"`
	URL           string   `json:"url"`
	CopyOf        *string  `json:"copy_of"` // id of the article this one reprints
	Text          string   `json:"text"`
	Regions       []Region `json:"regions"`
	Sentences     []Bounds `json:"sentences"` // of text, in order
}

// Bounds is a half-open range of UTF-8 byte offsets.
type Bounds struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Region is a marked part of an article's text.
type Region struct {
	Span
	Kind string `json:"kind"`
}

// Entity is who or what the story's articles speak of.
type Entity struct {
	ID          string     `json:"id"`
	Type        string     `json:"type"`
	Name        string     `json:"name"`
	Aliases     []string   `json:"aliases"`
	Participant bool       `json:"participant"`
	Mentions    []Evidence `json:"mentions"`
}

// Origin is where chains of reporting end.
type Origin struct {
	ID       string     `json:"id"`
	Kind     string     `json:"kind"`
	Name     string     `json:"name"`   // the sources' own words, or the outlet's name
	Entity   *string    `json:"entity"` // id
	Mentions []Evidence `json:"mentions"`
}

// Claim is what several statements say alike.
type Claim struct {
	ID        string   `json:"id"`
	Statement Evidence `json:"statement"` // the report that says it best
	Reports   []Report `json:"reports"`
	// Outlets and Originals are those of reports that are not unsure.
	Outlets   []string `json:"outlets"`
	Originals []string `json:"originals"` // article ids, copies left out
	// Origins are the distinct ends of the same reports' chains. Their number is an upper
	// bound: paraphrased reuse can hide.
	Origins    []string `json:"origins"`
	Because    string   `json:"because"` // why the reports were joined
	Confidence float64  `json:"confidence"`
}

// Report is one article's statement of a claim.
type Report struct {
	Evidence
	// Chain is nearest first; the outlet itself stands in it only as the root.
	Chain    []Link `json:"chain"`
	Polarity string `json:"polarity"` // affirmed or denied
	Hedge    string `json:"hedge"`    // none, possible, probable or reported
	// Unsure says that the report is alike, and may tell another fact than its claim.
	Unsure bool `json:"unsure"`
}

// Link is one step of a chain.
type Link struct {
	Origin string    `json:"origin"` // id
	Cue    *Evidence `json:"cue"`
}

// Disagreement is one slot of one fact with the positions taken.
type Disagreement struct {
	ID        string     `json:"id"`
	Slot      string     `json:"slot"`  // count, duration, amount, date, place, name, role, polarity, certainty or wording
	About     string     `json:"about"` // the sources' own words
	Positions []Position `json:"positions"`
	Pairs     []Pair     `json:"pairs"`
	Relation  string     `json:"relation"` // the strongest of the pairs
	Claim     *string    `json:"claim"`
	// Confidence is from 0 to 1, in hundredths.
	Confidence float64 `json:"confidence"`
}

// Position is one value of a slot and who takes it.
type Position struct {
	Value    string     `json:"value"` // the sources' own words
	Side     int        `json:"side"`  // positions with the same number do not conflict
	Low      *float64   `json:"low,omitempty"`
	High     *float64   `json:"high,omitempty"`
	Unit     string     `json:"unit,omitempty"`
	Earliest string     `json:"earliest,omitempty"`
	Latest   string     `json:"latest,omitempty"`
	Entity   *string    `json:"entity,omitempty"`
	Outlets  []string   `json:"outlets"`
	Evidence []Evidence `json:"evidence"`
}

// Pair relates two positions by their index.
type Pair struct {
	A        int    `json:"a"`
	B        int    `json:"b"`
	Relation string `json:"relation"` // same, compatible, refines, updates or conflicts
}

// Quote is one utterance in its renderings.
type Quote struct {
	ID          string      `json:"id"`
	Speaker     *string     `json:"speaker"` // entity id
	SpeakerName string      `json:"speaker_name"`
	Renderings  []Rendering `json:"renderings"`
	Relation    string      `json:"relation"` // identical, variant or partial
}

// Rendering is one outlet's wording of an utterance.
type Rendering struct {
	Evidence
	Kind string `json:"kind"` // direct, indirect or mixed
}

// Event is a point of the timeline.
type Event struct {
	Earliest  string     `json:"earliest"`
	Latest    string     `json:"latest"`
	Precision string     `json:"precision"` // minute, part (of a day), day, week, month, year or range
	Evidence  []Evidence `json:"evidence"`
}

// Figure is a number that the story turns on.
type Figure struct {
	Of       string     `json:"of"`
	Low      *float64   `json:"low"`
	High     *float64   `json:"high"`
	Unit     string     `json:"unit"`
	Evidence []Evidence `json:"evidence"`
}

// Missing is a claim that most outlets have, and the outlets that do not.
type Missing struct {
	Claim   string   `json:"claim"`
	Outlets []string `json:"outlets"`
}

// LeftOut is an input that could not be read.
type LeftOut struct {
	Path   string `json:"path"`
	Code   string `json:"code"`
	Reason string `json:"reason"`
}

// Manifest says what a dossier was made from and by what.
type Manifest struct {
	Inputs []Input        `json:"inputs"`
	Stages map[string]int `json:"stages"`
}

// Input is one article that was read.
type Input struct {
	ID     string `json:"id"`
	SHA256 string `json:"sha256"`
}

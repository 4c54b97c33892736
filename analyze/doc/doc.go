// Package doc holds the nouns of one analysed article: tokens, sentences,
// names, entities, attributions, quantities, times and statements. Each step of
// package analyze reads some of them and writes others. All are spans or token
// ranges into one text.
package doc

import (
	"sort"

	"synoptic/article"
	"synoptic/lang"
	"synoptic/span"
)

// Doc is one article under analysis. Steps append to it in the order of
// analyze.Steps; nothing changes what an earlier step wrote.
type Doc struct {
	Article *article.Article
	Lang    *lang.Language

	// Text is what all offsets count in: the article's title and text, joined
	// so that every step sees the headline as a sentence like any other. Locate
	// turns its offsets into those of the article's own fields, whose bytes are
	// what is shown: marks that were decoded wrongly are right here alone.
	Text string
	// Body is where the article's text begins in Text; 0 when the article has
	// no title apart from its text.
	Body int
	// Regions are the article's, moved to count in Text, and the title as a
	// headline. Ordered by span.Compare.
	Regions []article.Region

	Tokens       []Token
	Sentences    []Sentence
	Groups       []Group
	Clauses      []Clause
	Names        []Name
	References   []Reference
	Entities     []Entity
	Quotes       []Quote
	Attributions []Attribution
	Quantities   []Quantity
	Times        []Time
	Statements   []Statement

	// Mended is whether marks were put right in Text, so that it holds Fill.
	Mended bool
}

// titleGap stands between title and text in Doc.Text, so that no sentence
// crosses from one to the other.
const titleGap = "\n\n"

// New prepares a for analysis. The title is put before the text unless the
// text already begins with it.
func New(a *article.Article, l *lang.Language) *Doc {
	d := &Doc{Article: a, Lang: l, Text: a.Text}
	if a.Title != "" && !repeats(a.Text, a.Title) {
		d.Body = len(a.Title) + len(titleGap)
		d.Text = a.Title + titleGap + a.Text
		d.Regions = append(d.Regions, article.Region{Span: span.Span{Start: 0, End: len(a.Title)}, Kind: article.Headline})
	}
	for _, r := range a.Regions {
		d.Regions = append(d.Regions, article.Region{Span: r.Shift(d.Body), Kind: r.Kind})
	}
	if mended := article.Mend(d.Text, true, fillUp); mended != d.Text {
		d.Text, d.Mended = mended, true
	}
	return d
}

func repeats(text, title string) bool {
	return len(text) >= len(title) && text[:len(title)] == title
}

// Field names of an article that a span can count in.
const (
	FieldText  = ""
	FieldTitle = "title"
)

// Locate turns a span of Text into the article's field that holds it and the
// span's place there. A span that runs from the title into the text is cut to
// its part in the text.
func (d *Doc) Locate(s span.Span) (field string, at span.Span) {
	if d.Body == 0 {
		return FieldText, s
	}
	if title := d.Body - len(titleGap); s.Start < title && s.End <= d.Body {
		return FieldTitle, span.Span{Start: s.Start, End: min(s.End, title)}
	}
	return FieldText, span.Span{Start: max(s.Start, d.Body) - d.Body, End: s.End - d.Body}
}

// Kind returns the kind of the innermost region that holds s; empty for body text.
func (d *Doc) Kind(s span.Span) article.Kind {
	var kind article.Kind
	for _, r := range d.Regions {
		if r.Start > s.Start {
			break
		}
		if r.Contains(s) {
			kind = r.Kind // regions are ordered outer first
		}
	}
	return kind
}

// Span returns the bytes from the first to the last token of r; the empty span
// for an empty range.
func (d *Doc) Span(r span.Range) span.Span {
	if r.Empty() {
		return span.Span{}
	}
	return span.Span{Start: d.Tokens[r.From].Start, End: d.Tokens[r.To-1].End}
}

// Words returns the text of a token range.
func (d *Doc) Words(r span.Range) string { return d.unfilled(d.Span(r).Text(d.Text)) }

// Word returns the text of token i.
func (d *Doc) Word(i int) string { return d.unfilled(d.Tokens[i].Text(d.Text)) }

// Range returns the tokens that lie wholly within s.
func (d *Doc) Range(s span.Span) span.Range {
	from := sort.Search(len(d.Tokens), func(i int) bool { return d.Tokens[i].Start >= s.Start })
	to := from + sort.Search(len(d.Tokens)-from, func(i int) bool { return d.Tokens[from+i].End > s.End })
	return span.Range{From: from, To: to}
}

// SentenceOf returns the index of the sentence that holds token i, or -1.
func (d *Doc) SentenceOf(i int) int {
	n := sort.Search(len(d.Sentences), func(k int) bool { return d.Sentences[k].To > i })
	if n < len(d.Sentences) && d.Sentences[n].Has(i) {
		return n
	}
	return -1
}

// EntityAt returns the entity whose name or reference holds token i, or -1.
func (d *Doc) EntityAt(i int) int {
	for _, n := range d.NamesIn(span.Range{From: i, To: i + 1}) {
		if n.Has(i) && n.Entity >= 0 {
			return n.Entity
		}
	}
	for _, f := range d.References {
		if f.Has(i) && f.Entity >= 0 {
			return f.Entity
		}
	}
	return -1
}

// NamesIn returns the names that share tokens with r.
func (d *Doc) NamesIn(r span.Range) []Name {
	from := sort.Search(len(d.Names), func(i int) bool { return d.Names[i].From >= r.From })
	for from > 0 && d.Names[from-1].To > r.From {
		from--
	}
	to := from
	for to < len(d.Names) && d.Names[to].From < r.To {
		to++
	}
	return d.Names[from:to]
}

// Token is a word or a mark, as Universal Dependencies splits them: clitics
// ("'s", "n't") are tokens of their own.
type Token struct {
	span.Span
	Norm  string // lower case, with straight quotation marks
	Lemma string // dictionary form, lower case but for proper nouns
	UPOS  string // Universal Dependencies part of speech, such as "NOUN"
	XPOS  string // Penn Treebank tag, such as "NNS"
	// Head is the token that this one hangs on, -1 for the root of a sentence;
	// Relation says how, in the words of Universal Dependencies ("nsubj:pass").
	// Relation is empty, and Head means nothing, before a sentence is parsed.
	Head     int
	Relation string
}

// Finite reports whether the token is a finite verb or a modal by its Penn tag.
func (t *Token) Finite() bool {
	switch t.XPOS {
	case "VBD", "VBZ", "VBP", "MD":
		return true
	}
	return false
}

// Sentence is a range of tokens within one paragraph.
type Sentence struct {
	span.Range
	Paragraph int          // counted from 0 over the whole text
	Kind      article.Kind // the region it lies in; empty for body text
}

// GroupKind tells noun groups from verb groups.
type GroupKind uint8

// The kinds of group.
const (
	NounGroup GroupKind = iota + 1
	VerbGroup
)

// Group is a base phrase: a noun with what stands before it, or a verb with
// its auxiliaries (chunks after Abney 1991). Groups never overlap and never
// cross a sentence.
type Group struct {
	span.Range
	Kind GroupKind
	Head int // token of the main noun or verb
	Prep int // noun groups: token of the preposition that governs it, or -1

	// Of verb groups:
	Negated    bool // "did not", "never", "failed to" does not count here
	Passive    bool
	Perfect    bool
	Past       bool   // finite past tense, "had" of the past perfect included
	Future     bool   // will, shall, is to, is going to
	Infinitive bool   // introduced by "to"
	Participle bool   // no finite verb: "saying", "killed by"
	Modal      string // lemma of the modal verb, such as "could"
}

// ClauseKind says how a clause hangs in its sentence.
type ClauseKind string

// The kinds of clause.
const (
	MainClause       ClauseKind = "main"
	CoordClause      ClauseKind = "coord"      // joined to an earlier one by and, or, but
	RelativeClause   ClauseKind = "relative"   // "which lasted two hours"
	ComplementClause ClauseKind = "complement" // "that it would leave", content of a verb
	AdverbialClause  ClauseKind = "adverbial"  // "as the leaders met"
	ParticipleClause ClauseKind = "participle" // "saying it would leave"
	InfinitiveClause ClauseKind = "infinitive" // "to leave"
	VerblessClause   ClauseKind = "verbless"   // a headline or fragment
)

// Clause is one predicate with its groups. The ranges of clauses may nest; a
// clause's own tokens are its range less those of its children.
type Clause struct {
	span.Range
	Kind     ClauseKind
	Verb     int   // index in Groups of its verb group, or -1 for a verbless clause
	Subject  int   // index in Groups, or -1; for relative and reduced clauses, the noun they hang on
	Objects  []int // noun groups after the verb without a preposition, in order
	Obliques []int // noun groups with a preposition, in order
	Parent   int   // index in Clauses, or -1
	Sentence int
}

// Type says what kind of thing a name names.
type Type string

// The types of name and entity.
const (
	Person       Type = "person"
	Organization Type = "organization"
	Place        Type = "place"
	GroupType    Type = "group" // nationalities, religions, parties' members
	Event        Type = "event"
	Work         Type = "work"
	Other        Type = "other"
)

// Name is one mention of something by its name.
type Name struct {
	span.Range
	Type   Type
	Label  string // the finder's own type, such as "Facility"
	Entity int    // index in Doc.Entities, or -1; written by identity
	// Title is the range of a title or role before the name ("Russian
	// President"), empty when there is none. It is not part of the name.
	Title span.Range
	// Because is the rule that linked it to the other names of its entity, for
	// a person to read; empty for the name that the others were linked to.
	Because string
}

// Reference is a mention of an entity without its name: "the North Korean
// leader", "he".
type Reference struct {
	span.Range
	Entity int // index in Doc.Entities; -1 when it means two of them
	// Both are the two that "the two leaders" means; otherwise empty.
	Both    []int
	Because string // the rule that linked it, for a person to read
}

// Entity is who or what several mentions in one article refer to.
type Entity struct {
	Type    Type
	Name    string   // the fullest name
	Aliases []string // other spellings, in order of first use
	// Participant is false for bylines, credits and outlets that are only
	// named as sources of a photograph or of the article.
	Participant bool
	Names       []int // indices in Doc.Names, in order
	References  []int // indices in Doc.References, in order
	// Roles are the titles and descriptions used of it, as ranges.
	Roles []span.Range
}

// Quote is a stretch between quotation marks, marks included. A quote over
// several paragraphs is several Quotes with the same Speech.
type Quote struct {
	span.Span
	Inner  span.Span // without the marks
	Speech bool      // false for scare quotes, titles and nicknames
	Depth  int       // 0 for an outer quote, 1 for one inside another
}

// AttributionKind tells how the words are given.
type AttributionKind string

// The kinds of attribution.
const (
	Direct   AttributionKind = "direct"
	Indirect AttributionKind = "indirect"
	Mixed    AttributionKind = "mixed"
)

// OriginKind says what kind of source stands behind an attribution.
type OriginKind string

// The kinds of origin.
const (
	OriginPerson       OriginKind = "person"
	OriginOrganization OriginKind = "organization"
	OriginDocument     OriginKind = "document"
	OriginMedia        OriginKind = "media"
	OriginOfficial     OriginKind = "official"
	OriginExpert       OriginKind = "expert"
	OriginWitness      OriginKind = "witness"
	OriginUnnamed      OriginKind = "unnamed"
	OriginSelf         OriginKind = "self" // the outlet's own reporting
)

// Appeal says on what kind of source a statement rests that is given as a fact,
// as FactAppeal has it (Mor-Lan, Sheafer and Shenhav 2026).
type Appeal string

// The kinds of appeal.
const (
	NoAppeal          Appeal = ""            // the words are no fact: an opinion, a wish, an order
	AppealParticipant Appeal = "participant" // who acts in what is told
	AppealWitness     Appeal = "witness"     // who saw or heard it
	AppealOfficial    Appeal = "official"    // who speaks for an authority
	AppealExpert      Appeal = "expert"      // who knows the field
	AppealDocument    Appeal = "document"    // a study, a report, a court paper
	AppealEvidence    Appeal = "evidence"    // a video, a photograph, records: the thing itself
	AppealMedia       Appeal = "media"       // another outlet
	AppealUnclear     Appeal = "unclear"     // a source of whom the text does not say what it is
)

// Attribution says who stands behind some words (source, cue and content as in
// PolNeAR, Newell et al. 2018).
type Attribution struct {
	Source  []span.Span // empty when no source is named ("has been reported")
	Cue     []span.Span
	Content []span.Span
	Kind    AttributionKind
	// Act is what sort of act the cue is: words said, or only wanted or liked.
	Act     lang.CueKind
	Speaker int // index in Doc.Entities, or -1
	Origin  OriginKind
	// Appeal is what kind of source the words rest on as facts, by a learnt
	// model; NoAppeal too where there is no source.
	Appeal Appeal
	// Venue is the outlet to which or in which the words were said: "told the
	// Daily Post", "said on Radio Nord". Empty when none is named.
	Venue span.Span
	// Antecedent is what a source that names nobody itself stands for, "it", "the
	// agency", "the statement", where it stands before; empty when it is not clear,
	// or Speaker tells it.
	Antecedent span.Span
	// Parent is the attribution this one was relayed through, or -1: in "Kim
	// said …, AP reported" the parent of Kim's is AP's.
	Parent int
	// Confidence is in hundredths, 0 to 100.
	Confidence int
}

// Reports tells acts that give an account from those that only show a wish or
// a liking.
func (a *Attribution) Reports() bool {
	return a.Act != lang.Intention && a.Act != lang.Attitude
}

// Quantity is a number read as an interval, with what it measures or counts.
type Quantity struct {
	span.Span
	Tokens span.Range
	// Low and High bound the value, in Unit; ±Inf where there is no bound.
	Low, High         float64
	LowOpen, HighOpen bool
	// Approximate is true where words say so ("about"): the value may lie a tenth
	// of the bounds beyond them, by the slack of package compare.
	Approximate bool
	Unit        string // "hour", "percentage", "USD"; empty for counts
	Dimension   string // "time", "length", "money", "percent", "count", "ordinal", "age"…
	// Factor turns Unit into the base unit of Dimension: 3600 for hours.
	Factor float64
	// Of is what is counted or measured: the noun group of "two suspected
	// ballistic missiles" without its number, or the event that lasted. Empty
	// when not found. Head is its main noun's token, or -1.
	Of   span.Range
	Head int
	// Article is true when the number is only an article, "a missile", or one of
	// several, "one of the missiles": worth comparing only where another report counts the same noun.
	Article bool
}

// Time is an expression of time with its TIMEX3 type and value.
type Time struct {
	span.Span
	Tokens span.Range
	Type   string // DATE, TIME, DURATION or SET
	Value  string // TIMEX3 value; weekdays without an anchor are "XXXX-WXX-3"
	Mod    string // TIMEX3 mod, such as APPROX or START
	// Earliest and Latest are the inclusive bounds as ISO 8601 dates, or dates
	// with minutes; both empty when unresolved or not a point in time.
	Earliest, Latest string
	// Joined is true when this and the time before it are the ends of one
	// span, or alternatives: "May or early June", "from 3 to 5 May".
	Joined bool
}

// Role of a participant in a statement.
type Role string

// The roles, in the voice of the active verb: the one shot in "was shot" is
// the object.
const (
	Agent   Role = "agent"
	Patient Role = "patient"
	Oblique Role = "oblique" // with a preposition
)

// Participant is a noun group that takes part in a statement.
type Participant struct {
	Role   Role
	Range  span.Range
	Head   int    // token of its main noun
	Prep   string // lemma of its preposition, for obliques
	Entity int    // index in Doc.Entities, or -1
}

// Hedge says how firmly a statement is made.
type Hedge string

// The hedges, from flat to weak.
const (
	HedgeNone     Hedge = "none"
	HedgeReported Hedge = "reported"
	HedgeProbable Hedge = "probable"
	HedgePossible Hedge = "possible"
)

// Statement is what one clause says.
type Statement struct {
	span.Span
	Tokens       span.Range
	Sentence     int
	Clause       int        // index in Doc.Clauses
	Predicate    span.Range // the verb group, or the head of a verbless clause
	Lemma        string     // of the main verb or noun
	Participants []Participant
	Denied       bool // polarity: "did not", "denied", "failed to"
	Hedge        Hedge
	Quantities   []int // indices in Doc.Quantities
	Times        []int // indices in Doc.Times
	Attribution  int   // index in Doc.Attributions of the nearest, or -1
	// Irrealis is true for what is told as a condition, a wish or a question
	// and not as a fact.
	Irrealis bool
	// Background is true for what had happened before the news ("previously",
	// a date more than a week before publication).
	Background bool
}

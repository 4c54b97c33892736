package lang

import "strings"

// Attribution is what package attribution needs of a language. All words are
// in lower case; those of Cues and Sources are dictionary forms.
type Attribution struct {
	// Model sees roles beside what rules find, as analyze/attribution/train writes
	// it; nil for none.
	Model *Model
	// Appeals tells on what kind of source words rest, as
	// analyze/attribution/appeal/train writes it; nil for none.
	Appeals *Model

	Cues        map[string]Cue        // a verb, or a verb and the word after it
	Forms       map[string]string     // regular forms of the verbs of Cues, for where a tagger errs
	Always      map[string]string     // forms that are cues whatever their tag, with their dictionary form
	According   map[string][][]string // by first word, phrases before a source that stand for a verb: "according to"
	Hearsay     Set                   // adverbs that stand for "it is said"
	Sources     map[string]string     // nouns for a source, with the kind of origin
	People      Set                   // nouns that mean people
	Instruments Set                   // documents of which one event has but one: "lawsuit"
	Sights      Set                   // what shows the thing itself: "video"
	Media       Set                   // names of outlets and agencies, and last words of such names
	Stations    Set                   // first words of such names: "Radio"
	Apart       Set                   // nouns for outlets that are not the one whose name stands before: "Hamas television"
	CallSigns   string                // letters that the call signs of stations begin with: "KTRK"
	Press       Set                   // people of the media: "reporter"
	Carriers    Set                   // verbs for what an outlet does with another's words: "carry"
	Readers     Set                   // and with papers of others: "see", "obtain"
	Writings    Set                   // words of an owner that can stand by themselves: "statement"
	Remarks     Set                   // words of an owner that are no source without one: "remark"
	Owners      Set                   // prepositions before whose words they are: "from"
	Own         Set                   // words by which an outlet speaks of itself: "this newspaper"
	Pieces      Set                   // what an outlet publishes: "article"
	Namings     Set                   // verbs that may only give a name: "call"
	Partitives  Set                   // nouns for a part of what follows: "one of"
	Labels      Set                   // words that stand before a colon without speaking: "Analysis:"

	Complementizers Set            // "that"
	Interrogatives  Set            // "whether", "how"
	Subordinators   Set            // open an adverbial clause: "while", "after"
	Contrasts       Set            // set what another says beside it: "while", "whereas"
	Relatives       Set            // "who", "which"
	Agents          Set            // before the doer of a passive: "by"
	Roles           Set            // open a second predicate of an object: "as"
	Relays          Set            // verbs whose object is the source: "cite", "quote"
	Talked          Set            // verbs in whose passive the subject is talked about: "accuse"
	Entails         Set            // verbs of what follows, which are no cues of words: "mean"
	Tolls           map[string]Set // objects with which a verb says nothing: "claim" lives
	Ascribings      Set            // verbs whose source stands behind To: "attribute it to"
	To              string
	Overhears       Set // verbs, in the passive, for what becomes known of a speaker: "catch"
	Learnings       Set // verbs of who is told: "learn", and with a passive "tell"
	Teachers        Set // words behind these before who tells: "from", "by"
	Writes          Set // verbs of writing, behind which In names the paper
	In              string
	Tellings        Set // verbs of telling that open a sentence before the outlet: "Writing in"
	Times           Set // words of time that may follow a cue: "Wednesday", "last"
	Zones           Set // words behind a time that say whose it is: "local time"
	Occasions       Set // open a phrase of time or occasion: "on", "during"
	Conditions      Set // subordinators whose clause belongs to what is said: "because"
	Impersonal      Set // subjects that name nobody: "it"
	Persons         Set // pronouns for people
	Several         Set // those for several: "they"
}

// Cue is what a verb that attributes means and takes.
type Cue struct {
	Kind CueKind
	// Clause: a clause or a whole quotation may follow. After: it may stand
	// behind its words. Hearer: the first object is who was told. Infinitive:
	// "to leave" carries the words. Object: a noun does. Question: "whether"
	// or a question word opens them.
	Clause, After, Hearer, Infinitive, Object, Question bool
}

// CueKind says what sort of act a cue is.
type CueKind string

// The kinds of cue.
const (
	Speech    CueKind = "speech"
	Belief    CueKind = "belief"
	Intention CueKind = "intention"
	Attitude  CueKind = "attitude"
	Evidence  CueKind = "evidence"
)

// ParseCues reads "verb<TAB>kind<TAB>letters" lines: c Clause, b After,
// a Hearer, t Infinitive, o Object, w Question.
func ParseCues(list string) map[string]Cue {
	cues := map[string]Cue{}
	for _, line := range Lines(list) {
		verb, rest, _ := strings.Cut(line, "\t")
		kind, takes, _ := strings.Cut(rest, "\t")
		cues[verb] = Cue{
			Kind:       CueKind(kind),
			Clause:     strings.Contains(takes, "c"),
			After:      strings.Contains(takes, "b"),
			Hearer:     strings.Contains(takes, "a"),
			Infinitive: strings.Contains(takes, "t"),
			Object:     strings.Contains(takes, "o"),
			Question:   strings.Contains(takes, "w"),
		}
	}
	return cues
}

// ParsePhrases splits phrases into words and files them under the first.
func ParsePhrases(phrases ...string) map[string][][]string {
	m := map[string][][]string{}
	for _, p := range phrases {
		words := strings.Fields(p)
		m[words[0]] = append(m[words[0]], words)
	}
	return m
}

// Words returns a set of the words given.
func Words(words ...string) Set {
	set := Set{}
	for _, w := range words {
		set[w] = struct{}{}
	}
	return set
}

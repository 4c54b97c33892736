package lang

import "strings"

// Name is what packages name and identity need of a language. All words and
// phrases are lower case with straight quotation marks.
type Name struct {
	// Model finds names beside the rules, as analyze/name/train writes it;
	// without one the rules do alone.
	Model *Model
	// Known is the gazetteer: names of places, bodies, outlets, peoples and
	// events, with the key under which different spellings are one.
	Known Phrases[Known]
	// Capitals gives capital cities the key of their country, whose government
	// they may stand for.
	Capitals map[string]string
	// Heads are words that show what a name of several words names:
	// "ministry" an organization, "river" a place.
	Heads map[string]Kind
	// Sorts are nouns beside a name that say of what kind it is: the
	// "freighter" of "the freighter Doe", the "river" of "the Doe river".
	Sorts map[string]Kind
	// BodyFirst are first words of the names of bodies: "radio".
	BodyFirst Set
	// Told are verbs of speech whose object, when it is no person, is an
	// outlet: "told".
	Told Set
	// Honorifics stand right before a person's name, with the gender they
	// show: "m", "f" or "x".
	Honorifics map[string]string
	// Roles are nouns for what a person is or does: "president".
	Roles Set
	// RoleModifiers stand before a role and belong to it: "prime", "acting".
	RoleModifiers Set
	// Versus stand between the parties of a case at law: "v.".
	Versus Set
	// Romanized are given names that are brought over from other alphabets, and spelled
	// in several ways that are all right.
	Romanized Set
	// Given are given names with the gender that bears them: "m", "f" or "x".
	Given map[string]string
	// Surnames are common family names.
	Surnames Set
	// FamilyFirst are family names that stand before the given name.
	FamilyFirst Set
	// Suffixes stand after a person's name and belong to it: "jr.".
	Suffixes Set
	// Numerals are the numbers of rulers, after their names in capitals: "xiv".
	Numerals Set
	// Degrees are letters after a full name that are no part of it: "phd".
	Degrees Set
	// Styles are words for what a place is that may stand before "of" and its
	// name: "city".
	Styles Set
	// LeftOut are words for what a place is that may be left out after its
	// name: "park".
	LeftOut Set
	// Becoming are lemmas of verbs that say what someone is or becomes, beside
	// "be": "serve" as, "elect".
	Becoming Set
	// Identifies are lemmas of verbs that give somebody a name behind As: "identify" as.
	Identifies, As Set
	// Homeland are words for one's country: "nation".
	Homeland Set
	// Aliased are words that give another name of what was just named, and
	// AliasFillers what may stand around them: "also known as".
	Aliased, AliasFillers Set
	// Connectors are lower-case words inside names, with their kind: "of"
	// joins to a head, "part" belongs to a family name and shows a person,
	// "link" belongs to names of any kind, "and" joins two.
	Connectors map[string]string
	// NotNames are words that may be capitalised and are no names: the
	// calendar, function words, common openers of sentences.
	NotNames Set
	// Speech are verbs whose subject is a person or a body.
	Speech Set
	// Collective are plural owners inside a name: the "workers" of "Workers'
	// Party".
	Collective Set
	// PlacePrepositions stand before places: "in", "near".
	PlacePrepositions Set
	// Possessives are the endings that show an owner: "'s".
	Possessives Set
	// Articles may stand before a name without being part of it.
	Articles Set
	// Pronouns of the third person with the gender they show ("m", "f");
	// possessive ones too.
	Pronouns map[string]string
	// RoleKinds gives roles that may stand for each other a common word: a
	// "president" may be called a "leader".
	RoleKinds map[string][]string
	// Compass are adjectives before a place that are part of no name:
	// "eastern".
	Compass Set
	// Points are the points of the compass that may stand for half a country:
	// "south".
	Points Set
	// Both and Two show that two people are meant, before a plural noun;
	// Pairs are nouns for two people, and Anyone nouns for people of any role.
	Both, Two, Pairs, Anyone Set
	// Definite are words that open a description of someone already named:
	// "the".
	Definite Set
	// Calendar are the names of days and months, which end a name.
	Calendar Set
	// Numbered are words that a number after them makes into a name:
	// "channel".
	Numbered Set
	// Hyphenated are words after a hyphen that are no part of the name before
	// it: the "led" of "U.S.-led".
	Hyphenated Set
	// Cited are verbs for what an outlet does as an outlet, beside Speech:
	// "reported".
	Cited Set
	// Kin are roles of relatives.
	Kin Set
	// Conjunctions join clauses and lists.
	Conjunctions Set
	// PlaceFirst are first words of the names of places: "san", "mount".
	PlaceFirst Set
	// Generic are words of NotNames that may begin the name of a body:
	// "national", "federal".
	Generic Set
	// TitleLower are short words that stay in lower case in headlines.
	TitleLower Set
	// Variants gives words that are spelled in two ways the one to compare by.
	Variants map[string]string
	// Deputies make another office of the one they stand before: "vice".
	Deputies Set
	// Ministers are roles that there are several of, told apart by one of the
	// Portfolios before them: "minister" and "foreign".
	Ministers, Portfolios Set
	// Nicknames are short forms of given names: "bob" of "robert".
	Nicknames map[string]string
	// Endings rewrites endings of words by which transliterations of one
	// name differ, longest first.
	Endings []Ending
	// Letters rewrites letters inside longer words in the same way, in order.
	Letters []Ending
}

// Kind is a type of name with a finer label.
type Kind struct {
	Type, Label string
}

// Ending is an ending, or letters, and what is written for it.
type Ending struct {
	From, To string
}

// Find returns what the gazetteer says of a whole name, in any case.
func (n *Name) Find(name string) (Known, bool) {
	var node int32
	for word := range strings.FieldsSeq(strings.ToLower(name)) {
		if node = n.Known.Step(node, word); node == 0 {
			return Known{}, false
		}
	}
	return n.Known.At(node)
}

// Known is what the gazetteer says of a phrase.
type Known struct {
	Kind
	// Key names the thing itself, the same for all its spellings. For a
	// nationality it is the country's.
	Key string
}

package en

import (
	_ "embed"
	"strings"

	"synoptic/lang"
)

//go:embed cues.txt
var cueList string

//go:embed source_nouns.txt
var sourceNouns string

// people is WordNet's; see NOTICE.
//
//go:embed persons.txt
var people string

//go:embed media.txt
var mediaNames string

// attributionModel is described in attribution.md.
//
//go:embed attribution.model
var attributionModel []byte

// sourceModel is described in source.md.
//
//go:embed source.model
var sourceModel []byte

func attribution() lang.Attribution {
	cues := lang.ParseCues(cueList)
	return lang.Attribution{
		Model:     lang.NewModel(attributionModel),
		Appeals:   lang.NewModel(sourceModel),
		Forms:     verbForms(cues),
		Cues:      cues,
		Always:    map[string]string{"said": "say", "says": "say", "told": "tell", "tells": "tell", "tweeted": "tweet"},
		According: lang.ParsePhrases("according to", "per", "in the words of", "in the view of", "in the opinion of", "in the eyes of", "as per", "as reported by", "as first reported by", "via"),
		Hearsay:   lang.Words("reportedly", "allegedly", "purportedly", "supposedly"),
		Sources:   lang.ParseMap(sourceNouns),
		People:    lang.ParseSet(people),
		Instruments: lang.Words("lawsuit", "suit", "complaint", "indictment", "verdict", "ruling", "resolution", "treaty",
			"agreement", "bill", "constitution", "affidavit", "petition", "warrant", "injunction", "readout", "communique", "communiqué"),
		Sights: lang.Words("video", "footage", "photo", "photograph", "image", "picture", "recording", "tape", "audio", "clip", "scan", "screenshot",
			"graph", "chart", "map", "film", "selfie", "x-ray", "camera", "cctv", "livestream", "webcam", "dashcam", "bodycam", "record", "datum", "fossil",
			"evidence", "trace", "transcript", "log", "receipt", "satellite"),
		Media:     lang.ParseSet(mediaNames),
		Press:     lang.Words("reporter", "journalist", "correspondent", "columnist", "blogger", "editor", "writer", "host", "anchor", "presenter", "moderator", "narrator", "publisher"),
		Stations:  lang.Words("tv", "radio", "television", "channel", "canal", "kanal", "gazeta", "agence", "agencia", "prensa", "diario"),
		Apart:     lang.Words("television", "tv", "radio", "station", "media", "press", "channel", "site", "website"),
		CallSigns: "KW",
		Readers:   lang.Words("see", "obtain", "review", "view", "read", "hear", "examine", "leak", "cite", "quote"),
		Carriers:  lang.Words("carry", "air", "broadcast", "publish", "post", "report", "release", "run", "interview"),
		Writings:  lang.Words("statement", "letter", "tweet", "post", "message", "email", "e-mail", "announcement", "declaration", "testimony", "press release", "release", "memo", "note", "account"),
		Remarks: lang.Words("remark", "comment", "speech", "interview", "answer", "question", "argument", "exchange", "response",
			"reply", "reaction", "word", "claim", "visit", "meeting", "relation", "trip", "talk"),
		Owners:  lang.Words("by", "from", "of"),
		Pieces:  lang.Words("report", "article", "story", "dispatch", "piece", "interview"),
		Namings: lang.Words("call", "dub", "name"),
		Own:     lang.Words("this", "our"),
		Partitives: lang.Words("one", "some", "many", "most", "all", "both", "none", "several", "few", "half", "third", "quarter", "two-thirds", "number",
			"majority", "minority", "handful", "lot", "percent", "percentage", "dozen", "dozens", "hundreds", "scores", "group", "pair", "couple"),
		Labels: lang.Words("analysis", "opinion", "live", "exclusive", "video", "watch", "update", "updates", "updated",
			"explainer", "explained", "factbox", "editorial", "comment", "commentary", "breaking", "news", "review", "timeline",
			"profile", "photos", "pictures", "gallery", "podcast", "interview", "transcript", "read", "more", "related",
			"matters", "note", "background", "lines", "picture", "out", "next", "line", "know", "here", "correction", "photo",
			"image", "credit", "source", "sources", "by", "report", "special", "why", "how", "what", "part", "chapter", "q", "a"),
		Complementizers: lang.Words("that"),
		Interrogatives:  lang.Words("whether", "if", "how", "why", "what", "who", "where", "when", "which"),
		Subordinators: lang.Words("as", "while", "when", "after", "before", "because", "since", "until", "till", "although", "though",
			"whereas", "unless", "once", "amid", "despite", "whenever", "wherever"),
		Contrasts: lang.Words("while", "whereas", "whilst"),
		Relatives: lang.Words("who", "which", "that", "whose", "whom"),
		Agents:    lang.Words("by"),
		Roles:     lang.Words("as"),
		Relays:    lang.Words("cite", "quote"),
		Overhears: lang.Words("catch", "hear", "overhear", "film", "record", "tape", "see", "show"),
		Talked: lang.Words("accuse", "charge", "criticize", "criticise", "blame", "suspect", "fault", "condemn", "praise", "indict", "confirm",
			"say", "allege", "report", "rumor", "rumour"),
		Entails:    lang.Words("mean"),
		Tolls:      map[string]lang.Set{"claim": lang.Words("life", "victim")},
		Ascribings: lang.Words("attribute"),
		To:         "to",
		Learnings:  lang.Words("learn", "hear", "tell", "inform", "assure", "warn", "advise", "brief"),
		Teachers:   lang.Words("from", "by"),
		Writes:     lang.Words("write"),
		In:         "in",
		Tellings:   lang.Words("write", "speak", "talk", "appear"),
		Times: lang.Words("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday",
			"tonight", "tomorrow", "last", "this", "earlier", "later", "week", "month", "year", "night", "morning", "evening",
			"afternoon", "recently", "january", "february", "march", "april", "may", "june", "july", "august", "september",
			"october", "november", "december", "day", "now", "then", "early", "late", "weekend", "noon", "midnight", "mon.",
			"tue.", "tues.", "wed.", "thu.", "thurs.", "fri.", "sat.", "sun.", "jan.", "feb.", "aug.", "sept.", "oct.", "nov.", "dec."),
		Zones:      lang.Words("local", "time", "gmt", "utc", "et", "est", "edt", "pt", "pst", "pdt", "bst", "cet", "a.m.", "p.m.", "am", "pm"),
		Occasions:  lang.Words("in", "on", "during", "at", "via", "through", "by", "over", "from"),
		Conditions: lang.Words("because", "unless", "if", "since", "until", "till", "whereas"),
		Impersonal: lang.Words("it", "there", "this", "that"),
		Several:    lang.Words("they"),
		Persons:    lang.Words("he", "she", "i", "we", "they", "you", "who"),
	}
}

// verbForms returns the regular forms of the verbs in cues with the verbs they
// are forms of.
func verbForms(cues map[string]lang.Cue) map[string]string {
	forms := map[string]string{}
	for verb := range cues {
		verb, _, _ = strings.Cut(verb, " ")
		stem, last := verb[:len(verb)-1], verb[len(verb)-1]
		endings := []string{verb + "s", verb + "ed", verb + "ing"}
		switch {
		case last == 'e':
			endings = []string{verb + "s", verb + "d", stem + "ing"}
		case last == 'y' && !strings.ContainsAny(stem[len(stem)-1:], "aeiou"):
			endings = []string{stem + "ies", stem + "ied", verb + "ing"}
		case last == 's' || last == 'x' || last == 'z' || strings.HasSuffix(verb, "sh") || strings.HasSuffix(verb, "ch"):
			endings[0] = verb + "es"
		case !strings.ContainsRune("aeiouwy", rune(last)):
			endings = append(endings, verb+string(last)+"ed", verb+string(last)+"ing")
		}
		for _, form := range endings {
			if other, ok := forms[form]; !ok || verb < other {
				forms[form] = verb
			}
		}
	}
	return forms
}

package en

import (
	_ "embed"
	"strings"

	"synoptic/lang"
)

var (
	//go:embed countries.txt
	countriesList string
	//go:embed places.txt
	placesList string
	//go:embed organizations.txt
	organizationsList string
	//go:embed outlets.txt
	outletsList string
	//go:embed events.txt
	eventsList string
	//go:embed groups.txt
	groupsList string
	//go:embed honorifics.txt
	honorificsList string
	//go:embed roles.txt
	rolesList string
	//go:embed role_modifiers.txt
	roleModifiersList string
	//go:embed given_names.txt
	givenList string
	//go:embed surnames.txt
	surnamesList string
	//go:embed family_first.txt
	familyFirstList string
	//go:embed suffixes.txt
	suffixesList string
	//go:embed connectors.txt
	connectorsList string
	//go:embed not_names.txt
	notNamesList string
	//go:embed speech_verbs.txt
	speechVerbsList string
	//go:embed name_heads.txt
	nameHeadsList string
	//go:embed sorts.txt
	sortsList string
	//go:embed nicknames.txt
	nicknamesList string
)

var (
	// nameModel is described in name.md.
	//
	//go:embed name.model
	nameModel []byte
)

// calendar is the days of the week and the months.
const calendar = `monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays
	fridays saturdays sundays january february march april may june july august september october november
	december jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. feb jul aug sept oct nov dec`

func name() lang.Name {
	return lang.Name{
		Model:         lang.NewModel(nameModel),
		Known:         gazetteer(),
		Capitals:      capitals(),
		Heads:         kinds(nameHeadsList),
		Sorts:         kinds(sortsList),
		BodyFirst:     words("radio radiotelevision banco banque banca grupo télé tele team telecom club agence agencia"),
		Told:          words("told tells tell telling"),
		Honorifics:    lang.ParseMap(honorificsList),
		Roles:         lang.ParseSet(rolesList),
		Versus:        words("v. v"),
		RoleModifiers: lang.ParseSet(roleModifiersList),
		Romanized: words(`mohammed mohamed mohammad mohamad muhammad muhammed mohamud ahmed ahmad ahmet hussein hussain
			hossein hassan hasan husain yusuf yousef youssef yousuf joseph ibrahim abdullah abdallah abdulla abdul abdel osama
			usama nouri nuri al el bin omar umar khaled khalid said saeed sayed syed fatima fatema aisha ayesha ali aly mustafa mustapha mahmoud
			mahmud mehmed mehmet karim kareem jamal gamal tariq tarek nasser naser bashar moammar muammar sergei sergey andrei
			andrey andriy alexei alexey aleksei aleksey aleksandr alexander alexandr oleksandr dmitry dmitri dmitriy dmytro
			yuri yury yuriy yevgeny evgeny yevgeni evgeni nikolai nikolay mikhail mikhael vladimir volodymyr sergiy viktor
			victor vasily vasili anatoly anatoli gennady arkady kim kym lee li`),
		Given:        lang.ParseMap(givenList),
		Surnames:     lang.ParseSet(surnamesList),
		FamilyFirst:  lang.ParseSet(familyFirstList),
		Suffixes:     lang.ParseSet(suffixesList),
		Numerals:     words("i v vi vii viii ix xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii xxiii"),
		Degrees:      words("phd md jd mba dds rn cpa esq frs fba obe mbe cbe dbe kbe qc kc"),
		Styles:       words("city town village municipality state republic federal kingdom commonwealth principality sultanate emirate"),
		LeftOut:      words("islands isles archipelago park forest desert square"),
		Becoming:     words("become remain serve elect reelect appoint name nominate promote install crown proclaim declare make"),
		Homeland:     words("nation country homeland"),
		Aliased:      words("known called nicknamed dubbed styled née nee alias aka a.k.a."),
		AliasFillers: words("( [ , \" `` '' ' also still better commonly widely popularly often sometimes originally formerly previously locally simply as by stage name"),
		Connectors:   lang.ParseMap(connectorsList),
		NotNames:     lang.ParseSet(notNamesList),
		Speech:       lang.ParseSet(speechVerbsList),
		Collective: words(`people workers worker women men children veterans teachers writers
			employees governors attorneys farmers players students king queen lawyers citizens
			mother father valentine new year`),
		PlacePrepositions: words("in at near outside from to toward towards into across around throughout via"),
		Possessives:       words("'s '"),
		Articles:          words("the a an"),
		Pronouns: map[string]string{
			"he": "m", "him": "m", "his": "m", "himself": "m",
			"she": "f", "her": "f", "hers": "f", "herself": "f",
		},
		RoleKinds: map[string][]string{
			"leader": {"president", "prime minister", "chancellor", "premier", "dictator", "strongman", "ruler", "king",
				"emperor", "chairman", "emir", "monarch", "sultan", "autocrat", "speaker", "head", "governor"},
			"dictator":       {"leader", "president", "ruler", "strongman"},
			"strongman":      {"leader", "president", "ruler", "dictator"},
			"ruler":          {"leader", "king", "emir", "sultan", "monarch", "dictator"},
			"monarch":        {"king", "queen", "emperor"},
			"premier":        {"prime minister"},
			"lawmaker":       {"senator", "representative", "congressman", "congresswoman", "sen.", "rep.", "mp"},
			"legislator":     {"senator", "representative", "congressman", "congresswoman", "sen.", "rep.", "mp"},
			"congressman":    {"representative", "rep.", "rep"},
			"congresswoman":  {"representative", "rep.", "rep"},
			"representative": {"rep.", "rep"},
			"chair":          {"chairman", "chairwoman", "chairperson"},
			"lawyer":         {"attorney", "counsel", "solicitor"},
			"judge":          {"justice"},
			"cleric":         {"imam", "bishop", "archbishop", "rabbi", "pastor", "rev.", "ayatollah"},
			"pastor":         {"rev.", "reverend"},
			"pontiff":        {"pope"},
			"commander":      {"gen.", "general", "col.", "colonel"},
			"senator":        {"sen.", "sen"},
			"governor":       {"gov.", "gov"},
			"spokesperson":   {"spokesman", "spokeswoman"},
			"general":        {"gen.", "gen"},
			"diplomat":       {"ambassador", "envoy"},
			"candidate":      {"nominee", "contender"},
			"nominee":        {"candidate"},
		},
		Compass:  words("northern southern eastern western central northeastern northwestern southeastern southwestern"),
		Points:   words("north south east west"),
		Both:     words("both"),
		Two:      words("two"),
		Pairs:    words("pair duo"),
		Anyone:   words("man woman politician statesman"),
		Definite: words("the this that"),
		Calendar: words(calendar),
		Numbered: words("channel flight apollo boeing airbus route highway interstate falcon russia area soyuz"),
		Hyphenated: words(`led era based backed style born bred wide run made like type only long old year owned funded
			drafted allied linked friendly controlled held occupied related ranked area educated trained built
			bound speaking dominated supported sponsored brokered mediated elect turned in and to by on`),
		Cited:      words("reported reports report published quoted quotes cited cites aired broadcast broadcasts has had contributed"),
		Identifies: words("identify name"),
		As:         words("as"),
		Kin: words(`wife husband son daughter brother sister mother father widow widower nephew niece uncle aunt cousin
			grandson granddaughter grandfather grandmother stepfather stepmother fiance fiancee sibling twin spouse heir lady`),
		Conjunctions: words("and but or as while when after before because although though that which who whom whose"),
		PlaceFirst:   words("el la le umm deir san santa santo são sao los las puerto villa rio mount mt. fort port lake cape gulf camp ciudad cerro playa isla bahía bahia st. saint new north south east west upper lower"),
		Generic: words(`national federal state local public high supreme international central special joint great social
			economic political military foreign domestic united royal world city county town health education security
			defense defence police new big young old media private economic federal center university school hospital
			central northern southern eastern western north south east west market trade nuclear`),
		TitleLower: words("a an the and or but nor of in on at to for by as with from into over off up out if vs vs. via per no is it de la al"),
		Variants: map[string]string{
			"defence": "defense", "centre": "center", "labour": "labor", "organisation": "organization", "programme": "program",
			"harbour": "harbor", "theatre": "theater", "organisations": "organizations", "defences": "defenses", "licence": "license",
			"offence": "offense", "neighbourhood": "neighborhood", "aluminium": "aluminum", "saint": "st", "mount": "mt",
		},
		Deputies:   words("vice deputy assistant associate"),
		Ministers:  words("minister secretary"),
		Portfolios: words("prime foreign interior defense finance economy energy health education environment justice labor transport trade home press security information state treasury agriculture culture tourism"),
		Nicknames:  lang.ParseMap(nicknamesList),
		Endings: []lang.Ending{
			{"ah", "a"},
			{"skyy", "ski"}, {"skiy", "ski"}, {"skyi", "ski"}, {"skii", "ski"}, {"skij", "ski"}, {"sky", "ski"},
			{"iy", "i"}, {"ii", "i"}, {"ey", "ei"}, {"yy", "i"}, {"y", "i"}, {"off", "ov"}, {"eff", "ev"},
		},
		Letters: []lang.Ending{
			{"tsch", "ch"}, {"tch", "ch"}, {"sch", "sh"}, {"ck", "k"}, {"kh", "k"}, {"gh", "g"}, {"dh", "d"}, {"ph", "f"},
			{"q", "k"}, {"w", "v"}, {"x", "ks"}, {"tz", "ts"}, {"yo", "o"}, {"ye", "e"}, {"je", "e"}, {"ya", "a"}, {"ja", "a"}, {"yu", "u"}, {"ju", "u"},
			{"oo", "u"}, {"ou", "u"}, {"ee", "i"}, {"ai", "ei"}, {"vh", "vg"},
		},
	}
}

// capitals lists the capital of each country.
func capitals() map[string]string {
	m := map[string]string{}
	for _, line := range lang.Lines(countriesList) {
		if f := strings.Split(line, "|"); len(f) > 3 && f[3] != "" {
			m[f[3]] = f[0]
		}
	}
	return m
}

// gazetteer puts all lists of names in one. Of a name in several lists the
// first counts, so the order below is part of the data.
func gazetteer() lang.Phrases[lang.Known] {
	var p lang.Phrases[lang.Known]
	seen := lang.Set{}
	add := func(name, typ, label, key string) {
		name = phrase(name)
		if name != "" && !seen.Has(name) {
			seen[name] = struct{}{}
			p.Add(name, lang.Known{Kind: lang.Kind{Type: typ, Label: label}, Key: key})
		}
	}
	for _, line := range lang.Lines(countriesList) {
		f := strings.Split(line+"|||", "|")
		key := f[0]
		add(key, "place", "Country", key)
		for other := range strings.SplitSeq(f[1], ";") {
			add(other, "place", "Country", key)
		}
		for demonym := range strings.SplitSeq(f[2], ";") {
			add(demonym, "group", "Nationality", key)
		}
		add(f[3], "place", "City", f[3])
	}
	joined := func(list, typ string, label func(string) string) {
		for _, line := range lang.Lines(list) {
			kind, names, ok := strings.Cut(line, "\t")
			if !ok {
				kind, names = "", line
			}
			key, _, _ := strings.Cut(names, "=")
			for name := range strings.SplitSeq(names, "=") {
				if typ == "" {
					add(name, kind, label(kind), key)
				} else {
					add(name, typ, label(kind), key)
				}
			}
		}
	}
	joined(outletsList, "organization", func(string) string { return "Outlet" })
	joined(organizationsList, "organization", labelled)
	joined(placesList, "place", labelled)
	joined(eventsList, "", labelled)
	joined(groupsList, "group", func(string) string { return "Group" })
	return p
}

func labelled(word string) string {
	if word == "" {
		return ""
	}
	return strings.ToUpper(word[:1]) + word[1:]
}

// phrase parts the tokens of a name by blanks, as package segment splits text.
func phrase(name string) string {
	return strings.TrimSpace(apart.Replace(name + " "))
}

var apart = strings.NewReplacer("-", " - ", ",", " ,", "'s ", " 's ", "s' ", "s ' ", "/", " / ")

// kinds reads a list of words with a type and a finer one.
func kinds(list string) map[string]lang.Kind {
	m := map[string]lang.Kind{}
	for _, line := range lang.Lines(list) {
		if f := strings.Split(line, "\t"); len(f) == 3 {
			m[f[0]] = lang.Kind{Type: f[1], Label: labelled(f[2])}
		}
	}
	return m
}

package en

import (
	_ "embed"
	"strconv"
	"strings"

	"synoptic/lang"
)

var (
	//go:embed synonyms.txt
	synonymList string
	//go:embed common.txt
	commonList string
	// countingWeights are described in counting.md.
	//go:embed counting.txt
	countingWeights []byte
	// likenessWeights are described in likeness.md.
	//go:embed likeness.txt
	likenessWeights []byte
	// soleWeights are described in sole.md.
	//go:embed sole.txt
	soleWeights []byte
)

func compare() lang.Compare {
	c := lang.Compare{
		Synonyms: map[string]string{},
		Common:   map[string]int{},
		Likeness: lang.NewModel(likenessWeights),
		Counting: lang.NewModel(countingWeights),
		Sole:     lang.NewModel(soleWeights),
		Self:     words("i me my mine myself"),
		Selves:   words("i we you me us my our your"),
		Stop: words(`be have do will would shall should can could may might must
			a an the this that these those it he she they we i you who which what there here
			of in on at to for from by with about as into over after before between through during under against
			and or but nor so yet if than then not no also just only even still too very much more most many
			say tell ask add note report state accord describe call speak
			mr mr. ms ms. mrs mrs. dr dr. one other such same own its their his her our your my
			now when while where why how because since until both each all any some few several
			get go come make take give put let keep see use become seem appear time day week month year
			thing way lot part number today yesterday tomorrow`),
		Streets: map[string]string{
			"street": "street", "st": "street", "avenue": "avenue", "ave": "avenue", "road": "road", "rd": "road", "drive": "drive", "dr": "drive",
			"lane": "lane", "ln": "lane", "court": "court", "ct": "court", "place": "place", "pl": "place", "boulevard": "boulevard", "blvd": "boulevard",
			"trail": "trail", "parkway": "parkway", "pkwy": "parkway", "terrace": "terrace", "circle": "circle",
		},
		Blocks:      words("block"),
		Provisional: words("initial preliminary tentative provisional interim draft principle outline"),
		Pacts: words(`agreement deal accord pact treaty contract truce ceasefire approval constitution settlement budget result
			finding figure tally verdict ruling`),
		Soon:   words("soon shortly"),
		States: words("remain stay continue keep live wait lie stand last persist"),
		Of:     "of",
		People: words("people person victim casualty individual"),
		Relational: words(`counterpart colleague rival host guest opponent foe enemy
			brother sister son daughter father mother wife husband cousin uncle aunt nephew niece relative neighbor neighbour
			predecessor successor mentor protege boss critic member veteran native
			man woman person people figure one pair duo official leader executive representative politician lawmaker
			activist expert analyst worker employee resident author star player`),
		Including: words("including counting"),
		Culprits:  words("shooter gunman attacker bomber assailant killer suspect perpetrator driver himself herself themselves"),
		Lapsed:    words("former then late outgoing incoming next future aspiring presumptive"),
		Routine: words(`information detail investigation incident case matter time moment update story question
			release available further immediate remain continue investigate know clear unclear ongoing pending
			need provide give follow develop come expect await more additional other new breaking`),
		Ties: map[string]string{
			"wife": "spouse", "husband": "spouse", "spouse": "spouse", "widow": "spouse", "widower": "spouse",
			"girlfriend": "partner", "boyfriend": "partner", "fiance": "partner", "fiancee": "partner", "fiancé": "partner", "fiancée": "partner",
			"ex-wife": "former", "ex-husband": "former", "ex-girlfriend": "former", "ex-boyfriend": "former",
			"son": "child", "daughter": "child", "stepson": "stepchild", "stepdaughter": "stepchild",
			"father": "parent", "mother": "parent", "stepfather": "stepparent", "stepmother": "stepparent",
			"brother": "sibling", "sister": "sibling", "stepbrother": "stepsibling", "stepsister": "stepsibling",
			"grandson": "grandchild", "granddaughter": "grandchild", "grandfather": "grandparent", "grandmother": "grandparent",
			"uncle": "uncle", "aunt": "uncle",
			"nephew": "nephew", "niece": "nephew", "cousin": "cousin",
		},
		Small:    words("one two three four five six seven eight nine ten 1 2 3 4 5 6 7 8 9 10"),
		Definite: words("the these those both all our their his her its your my"),
		Since:    words("since"),
		Within:   words("in"),
		Shells: words(`claim allegation accusation charge report statement remark comment assertion suggestion
			rumor rumour idea notion issue matter question move decision plan proposal step news incident episode
			finding conclusion view criticism demand request offer threat`),
		Portions: words("first last next final previous"),
		Members:  words("member personnel"),
		Tallies:  words("number tally count total figure sum"),
		More:     words("more other another additional extra further others remaining rest"),
		Places:   words("to at in near from outside inside toward towards into"),
		Sites: words(`hospital school gymnasium gym church mosque temple synagogue stadium arena terminal airport airfield
			station port harbor harbour dock hotel house home apartment building office factory warehouse store shop mall
			market restaurant bar club theater theatre cinema museum library university college campus park
			bridge tunnel farm field forest lake river beach island mountain hill valley desert prison jail court courthouse
			embassy consulate palace ministry base camp barracks shelter tent clinic morgue cemetery village town suburb
			border checkpoint crossing intersection highway motorway hall quay pier marina`),
		First:   words("first 1st"),
		Growing: words("kill injure arrest missing rescue evacuate infection displace case damage destroy search"),
		Rise:    words("rise climb grow increase jump update revise mount swell"),
	}
	for word, share := range lang.ParseMap(commonList) {
		c.Common[word], _ = strconv.Atoi(share)
	}
	for _, line := range lang.Lines(synonymList) {
		set := strings.Fields(line)
		for _, w := range set {
			if _, ok := c.Synonyms[w]; !ok {
				c.Synonyms[w] = set[0]
			}
		}
	}
	return c
}

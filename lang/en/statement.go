package en

import (
	_ "embed"

	"synoptic/lang"
)

//go:embed certainty.txt
var hedgeList string

//go:embed control.txt
var controlList string

func statement() lang.Statement {
	s := lang.Statement{
		Control:     map[string]lang.Control{},
		Hedges:      lang.ParseMap(hedgeList),
		Foretelling: words("expected expect"),
		Denials:     words("deny dispute refute rebut contradict disprove"),
		Conditions:  words("if unless whether"),
		None:        words("no none nobody nothing neither"),
		Nor:         words("nor neither"),
		Often:       words("often always sometimes usually frequently regularly"),
		Able:        words("could"),
		Deontic:     words("should must ought shall"),
		Irrealis: words(`ensure want hope wish demand require ask urge propose recommend prefer insist request call
			consider fear worry imagine suppose pretend wonder doubt question`),
		Findings: words("confirm prove establish determine verify decide conclude demonstrate mean imply suggest indicate believe"),
		Unsaid:   words("say think show state claim allege admit acknowledge"),
		Grounds:  words("evidence indication sign proof hint confirmation suggestion clue"),
		Shreds:   words("shred scrap bit piece iota ounce trace kind sort"),
		Claims: words(`claim allegation accusation assertion report suggestion notion idea rumor rumour speculation charge theory
			assumption contention argument insinuation`),
		Rejections: words("dismiss reject discount rebuff debunk"),
		Yet:        words("yet"),
		Backs:      words("support back bear substantiate corroborate confirm prove bolster"),
		Prevents:   words("prevent stop block bar ban prohibit discourage deter keep restrain refrain abstain dissuade hinder preclude"),
		Short:      words("short"),
		Without:    words("without"),
		Avoids:     words("avoid"),
		From:       "from",
		Accuses:    words("accuse charge suspect blame indict"),
		Doubts:     words("doubt question"),
		False:      words("false untrue baseless unfounded incorrect wrong groundless"),
		Scant:      words("little scant insufficient few"),
		Unknown:    words("unclear unknown uncertain undetermined early soon"),
		Guesses:    words("possibility chance speculation rumor rumour prospect risk suspicion question doubt likelihood notion suggestion theory fear concern worry hope case"),
		Pending:    words("once until"),
		Light:      words("hold make take have do give get be become undergo conduct stage carry"),
		Background: words("previously formerly once earlier historically traditionally long-standing longstanding"),
		Any:        words("any"),
		Be:         "be",
		Agent:      "by",
	}
	for verb, does := range lang.ParseMap(controlList) {
		switch does {
		case "denied":
			s.Control[verb] = lang.Control{Denied: true}
		case "bare":
			s.Control[verb] = lang.Control{Bare: true}
		default:
			s.Control[verb] = lang.Control{Hedge: does}
		}
	}
	return s
}

package en

import (
	"strings"

	"synoptic/lang"
)

func clause() lang.Clause {
	return lang.Clause{
		Subordinators:   words("as while after before when because if although though since until unless whereas once amid"),
		Complementizers: words("that whether if how why where what"),
		Relativizers:    words("who whom which that whose where"),
		Negators:        words("not n't never neither nor hardly barely"),
		Only:            words("only just merely simply"),
		Negations:       lang.Set{"no longer": {}},
		Futures:         words("will shall 'll"),
		Be:              "be", Have: "have", Do: "do",
		InfinitiveMark: "to", Past: "ed",
		Prepositional: words("according including excluding regarding concerning following amid barring pending given compared based owing starting"),
		Causatives:    words("help let make see watch hear have"),
		ClauseVerbs: words(`say tell believe think know hope fear expect see feel find mean show suggest claim argue report
			add note write insist warn announce declare estimate understand hear learn realize realise admit deny agree
			acknowledge reveal indicate conclude allege assert predict guess suppose wish want make let help ensure is be`),
		Prepositions: words("amid amidst via versus vs"),
		Places:       words("left right center centre foreground background above below rear top bottom pictured"),
		TimeNouns: words(`monday tuesday wednesday thursday friday saturday sunday january february march
			april june july august september october november december jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec.
			today tomorrow yesterday tonight time times week weeks month months year years day days hour hours minute minutes
			morning afternoon evening night weekend midday noon midnight century decade decades spring summer autumn winter fall`),
		QuoteVerbs: words(`say tell ask reply add note write tweet explain insist warn argue declare announce claim
			conclude continue state report recall remark observe joke quip shout urge admit acknowledge concede confirm`),
	}
}

// words makes a set of the words of a list parted by white space.
func words(list string) lang.Set { return lang.Words(strings.Fields(list)...) }

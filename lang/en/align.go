package en

import (
	_ "embed"

	"synoptic/lang"
)

var (
	//go:embed wordnet.txt
	relationList []byte
	// alignWeights are described in align.md.
	//go:embed align.txt
	alignWeights []byte
)

func align() lang.Align {
	return lang.Align{
		Denying:   words("without failure refusal inability lack absence barely hardly scarcely neither nor none"),
		Relations: lang.NewModel(relationList),
		Weights:   lang.NewModel(alignWeights),
	}
}

package en

import (
	_ "embed"

	"synoptic/lang"
)

// parseModel is described in parse.md.
//
//go:embed parse.model
var parseModel []byte

func parse() lang.Parse {
	return lang.Parse{Model: lang.NewModel(parseModel)}
}

package en

import (
	_ "embed"

	"synoptic/lang"
)

// vectorModel is described in vector.md.
//
//go:embed vector.model
var vectorModel []byte

func vector() lang.Vector {
	return lang.Vector{Words: lang.NewModel(vectorModel)}
}

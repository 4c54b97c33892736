package en

import (
	_ "embed"

	"synoptic/lang"
)

// classModel is described in class.md.
//
//go:embed class.model
var classModel []byte

func class() lang.Class {
	return lang.Class{Model: lang.NewModel(classModel)}
}

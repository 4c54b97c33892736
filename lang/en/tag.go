package en

import (
	_ "embed"

	"synoptic/lang"
)

// tagModel is described in tag.md.
//
//go:embed tag.model
var tagModel []byte

func tag() lang.Tag {
	return lang.Tag{Model: lang.NewModel(tagModel)}
}

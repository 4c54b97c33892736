// Package en is English, as the press of many countries writes it.
package en

import (
	"sync"

	"synoptic/lang"
)

// English returns the language value. It is built on first use and shared;
// nobody may change it.
var English = sync.OnceValue(func() *lang.Language {
	return &lang.Language{
		Code:        "en",
		Article:     articleData(),
		Quantity:    quantity(),
		Time:        timeWords(),
		Name:        name(),
		Segment:     segment(),
		Class:       class(),
		Vector:      vector(),
		Tag:         tag(),
		Attribution: attribution(),
		Parse:       parse(),
		Clause:      clause(),
		Compare:     compare(),
		Align:       align(),
		Statement:   statement(),
		Story:       story(),
	}
})

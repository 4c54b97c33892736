// Package clause finds base phrases and clauses in tagged sentences. It is a
// shallow parser: noun and verb groups by a finite-state walk over the tags
// (chunks, Abney 1991), then one clause for each verb group, with its subject,
// objects and obliques by position.
package clause

import (
	"synoptic/analyze/doc"
)

// Version of the step's output.
const Version = 4

// Run writes Groups and Clauses.
func Run(d *doc.Doc) {
	for s := range d.Sentences {
		first := len(d.Groups)
		group(d, d.Sentences[s].Range)
		lists(d, first)
		clauses(d, s, first)
	}
}

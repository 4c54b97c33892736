// Package attribution finds quotations and says who stands behind which words:
// source, cue and content, and through whom one account relays another.
package attribution

import (
	"slices"

	"synoptic/analyze/doc"
)

// Version of the step's output.
const Version = 6

// Run writes Quotes and Attributions.
func Run(d *doc.Doc) {
	d.Quotes = quotes(d)
	r := newReader(d)
	for n := range d.Sentences {
		if d.Sentences[n].Kind.Reported() {
			r.sentence(n)
		}
	}
	r.continuations()
	r.settle()
}

func sortBy[T any](list []T, compare func(a, b T) int) { slices.SortStableFunc(list, compare) }

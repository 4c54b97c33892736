// Package attribution is a placeholder until its step is written.
package attribution

import "synoptic/analyze/doc"

// Version of the step's output.
const Version = 1

// Run does nothing yet.
func Run(d *doc.Doc) {}

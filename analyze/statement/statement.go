// Package statement is a placeholder until its step is written.
package statement

import "synoptic/analyze/doc"

// Version of the step's output.
const Version = 1

// Run does nothing yet.
func Run(d *doc.Doc) {}

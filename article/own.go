package article

import (
	"bytes"
	"encoding/json"
	"regexp"
)

// What the program writes can lie among the reports that it was made of. As
// HTML it names its generator, as JSON it has members that no article has, and
// as text it ends in a line with the version.
var (
	ownPage = regexp.MustCompile(`(?i)<meta\s+name="generator"\s+content="Synoptic\b`)
	ownFoot = regexp.MustCompile(`\n\nSynoptic \d+\.\d+\.\d+\S*(?: ·(?: .*)?(?:\n.*)?)?\n*$`)
)

// How many of the last bytes hold the foot of a text.
const footLen = 400

// own reports whether b, a whole file of format f, was written by the program.
func own(b []byte, f format) bool {
	switch f {
	case hypertext:
		return ownPage.Match(b[:min(len(b), sniffLen)])
	case plain:
		return ownFoot.Match(b[max(0, len(b)-footLen):])
	case document:
		if !bytes.Contains(b, []byte(`"manifest"`)) {
			return false
		}
		var keys struct {
			Synoptic string          `json:"synoptic"`
			Manifest json.RawMessage `json:"manifest"`
		}
		return json.Unmarshal(b, &keys) == nil && keys.Synoptic != "" && keys.Manifest != nil
	}
	return false
}

// pass leaves out what the program wrote itself. In a folder it merely lies
// beside the reports.
func (r *reader) pass(at string) {
	if !r.within {
		r.leave(at, OwnOutput, "was written by Synoptic and is no report")
		return
	}
	r.passed++
	r.warn("%s: was written by Synoptic and is passed over", at)
}

package feed

import (
	"strings"

	"synoptic/article/moment"
)

// when returns s as moment.Parse reads it; what is no time stays as it is, so
// that it can be told.
func when(s string) string {
	if at, _ := moment.Parse(s); at != "" {
		return at
	}
	return strings.Join(strings.Fields(s), " ")
}

// Package htmldate stands in for github.com/markusmobius/go-htmldate, which
// go-trafilatura imports: the names that it uses, and no search. Package extract
// asks trafilatura for no date, but to link the module alone made every start of
// the program take 0.2 seconds and 60 MB more, for tables of dates in 200
// languages. The go.mod of the program replaces it with this.
package htmldate

import (
	"errors"
	"time"

	"golang.org/x/net/html"
)

// Options are those that trafilatura sets.
type Options struct {
	UseOriginalDate     bool
	SkipExtensiveSearch bool
	URL                 string
}

// Result is what a search finds.
type Result struct {
	DateTime time.Time
	HasTime  bool
}

// IsZero reports whether r holds no time.
func (r Result) IsZero() bool { return r.DateTime.IsZero() }

// FromDocument finds nothing.
func FromDocument(*html.Node, Options) (Result, error) {
	return Result{}, errors.New("dates are not searched for")
}

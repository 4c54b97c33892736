package feed

import (
	"bytes"
	"errors"
)

// Limits on what makes a parser of XML slow, each far above what feeds need.
const (
	maxOpen   = 500     // elements open within one another
	maxTags   = 8 << 10 // bytes of the tags around the items
	maxCopies = 1 << 32 // bytes of one item times its pieces, as text is joined piece by piece
	maxScopes = 1 << 22 // pieces of one item times its namespaces, as each element has a map of them
	maxFeed   = 8       // how many times that a whole feed may cost
	perItem   = 8       // pieces that the tags around an item cost as much as
)

var (
	errItemTooLarge = errors.New("the item is too large")
	errTangled      = errors.New("the item has too many elements within one another or namespaces")
)

// budget is what is left to spend on one feed.
type budget struct {
	copies, scopes int64
	namespaces     int // declared around the items
}

func newBudget(around []byte) *budget {
	return &budget{maxFeed * maxCopies, maxFeed * maxScopes, namespaces(around)}
}

func namespaces(b []byte) int { return bytes.Count(b, []byte("xmlns")) }

// spend returns an error when XML of these bytes, at most limit of them, would
// take a parser too long.
func (s *budget) spend(b []byte, limit int) error {
	if len(b) > limit {
		return errItemTooLarge
	}
	scan := scanner{b: b}
	open, pieces := 0, 0
	for {
		t, ok := scan.element()
		if !ok {
			break
		}
		pieces++
		switch {
		case t.ends:
			open--
		case !t.empty:
			open++
		}
		if open > maxOpen {
			return errTangled
		}
	}
	pieces += scan.passed + perItem
	copies, scopes := int64(len(b))*int64(pieces), int64(pieces)*int64(s.namespaces+namespaces(b))
	if copies > min(maxCopies, s.copies) || scopes > min(maxScopes, s.scopes) {
		return errTangled
	}
	s.copies -= copies
	s.scopes -= scopes
	return nil
}

package reuse

// Kind says how far one text is a copy of another.
type Kind uint8

// The kinds, from least to most shared.
const (
	None      Kind = iota // passages at most
	Contained             // one is mostly held in the other, which has much of its own
	Near                  // each is mostly held in the other
)

// What makes a copy. A desk that takes over agency copy trims it and puts its
// own first sentence: four fifths still stand. Texts of a few lines share too
// much by chance to be called copies.
const (
	CopyCover = 800 // thousandths of a text's words that make it a copy
	CopyWords = 40  // equal words that make a copy at least
)

// Kind tells whether one of the texts copies the other. Which came first is
// for the caller to say.
func (r Result) Kind() Kind {
	switch {
	case r.equal() < CopyWords:
		return None
	case r.CoverA >= CopyCover && r.CoverB >= CopyCover:
		return Near
	case r.CoverA >= CopyCover || r.CoverB >= CopyCover:
		return Contained
	}
	return None
}

// equal returns the number of equal words.
func (r Result) equal() int {
	n := 0
	for _, p := range r.Passages {
		n += p.Words
	}
	return n
}

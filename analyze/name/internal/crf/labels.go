package crf

// A label is 0 for a word outside all names, else it says of what type the name
// is and which part of it the word is.
const (
	Begin = iota
	Inside
	End
	Single
	Parts // how many there are
)

// Label returns the label of a part of a name of the type numbered t.
func Label(t, part int) int { return 1 + t*Parts + part }

// Cut parts a label other than 0.
func Cut(label int) (t, part int) { return (label - 1) / Parts, (label - 1) % Parts }

// Labels returns how many labels there are for a number of types.
func Labels(types int) int { return 1 + types*Parts }

// opens reports whether a label leaves a name open, so that the next word goes
// on with it.
func opens(label int) bool { return label > 0 && (label-1)%Parts < End }

// goesOn reports whether a label goes on with an open name.
func goesOn(label int) bool {
	if label == 0 {
		return false
	}
	p := (label - 1) % Parts
	return p == Inside || p == End
}

// Follows reports whether label b may stand after a; at the edges of a sentence
// the label beyond is 0.
func Follows(a, b int) bool {
	if opens(a) != goesOn(b) {
		return false
	}
	return !opens(a) || (a-1)/Parts == (b-1)/Parts
}

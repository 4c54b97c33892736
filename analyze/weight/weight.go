// Package weight adds up what features say for or against labels, four labels at
// a time, for steps whose frequent features weigh on most labels.
package weight

const (
	perWord = 4
	bits    = 16
	bias    = 128 // raises each weight, so that none is below 0 and none runs over into the next
)

// AtOnce is how many rows can be added up before sums must be read and cleared.
const AtOnce = 1<<bits/(2*bias) - 1

// Rows holds rows with a weight for each label.
type Rows struct {
	width int // of a row, in words
	words []uint64
}

// NewRows returns room for n rows of so many labels.
func NewRows(labels, n int) Rows {
	w := Width(labels)
	return Rows{w, make([]uint64, 0, n*w)}
}

// Width returns how many words the sums of so many labels take.
func Width(labels int) int { return (labels + perWord - 1) / perWord }

// New appends a row without weights and returns its place.
func (r *Rows) New() uint32 {
	at := len(r.words)
	for range r.width {
		r.words = append(r.words, bias|bias<<bits|bias<<(2*bits)|bias<<(3*bits))
	}
	return uint32(at)
}

// Put adds a weight to the row at a place.
func (r *Rows) Put(at uint32, label int, w int8) {
	r.words[int(at)+label/perWord] += uint64(int64(w)) << (label % perWord * bits)
}

// Add adds the row at a place to sums, which are as wide as a row.
func (r *Rows) Add(at uint32, sums []uint64) {
	for i, w := range r.words[at:][:len(sums)] {
		sums[i] += w
	}
}

// Sum returns what sums hold for a label once so many rows are added to it.
func Sum(sums []uint64, label, rows int) int {
	return int(uint16(sums[label/perWord]>>(label%perWord*bits))) - rows*bias
}

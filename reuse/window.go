package reuse

import (
	"slices"

	"synoptic/span"
)

// MaxBeginning is how many words of a text a Window keeps, the first ones.
const MaxBeginning = 1000

// Window is an Index of the latest texts of a stream, in little memory: it keeps
// the beginnings of texts as hashes, so that matches have no passages.
type Window struct {
	size    int
	first   int        // number of the oldest text that is kept
	texts   [][]uint32 // hashes of words
	buckets [bands]map[uint64][]int32
}

// NewWindow returns a Window that keeps size texts.
func NewWindow(size int) *Window {
	w := &Window{size: size}
	for b := range w.buckets {
		w.buckets[b] = map[uint64][]int32{}
	}
	return w
}

// Beginning returns what a Window keeps of a text.
func (t *Text) Beginning() []uint32 {
	hashes := make([]uint32, min(len(t.words), MaxBeginning))
	for i := range hashes {
		hashes[i] = uint32(t.words[i].hash)
	}
	return hashes
}

// textOf returns a text of words that are nowhere.
func textOf(hashes []uint32) *Text {
	t := &Text{words: make([]word, len(hashes))}
	for i, h := range hashes {
		t.words[i].hash = uint64(h)
	}
	return t
}

// Add adds a text by its beginning, and drops the oldest when there are too many.
func (w *Window) Add(beginning []uint32) {
	if len(w.texts) == w.size {
		for b, key := range textOf(w.texts[0]).bands() {
			if list := w.buckets[b][key]; len(list) == 1 && int(list[0]) == w.first {
				delete(w.buckets[b], key)
			} else if len(list) > 1 && int(list[0]) == w.first {
				w.buckets[b][key] = list[1:]
			}
		}
		w.texts[0] = nil
		w.texts = w.texts[1:]
		w.first++
	}
	n := int32(w.first + len(w.texts))
	w.texts = append(w.texts, beginning)
	for b, key := range textOf(beginning).bands() {
		list := w.buckets[b][key]
		if len(list) == maxBucket {
			list = slices.Delete(list, 0, 1)
		}
		w.buckets[b][key] = append(list, n)
	}
}

// Copies returns the kept texts that copy one or are copied by it, in order of
// their numbers, which count from the first that was ever added.
func (w *Window) Copies(beginning []uint32) []Match {
	t := textOf(beginning)
	var found []int
	for b, key := range t.bands() {
		for _, n := range w.buckets[b][key] {
			found = append(found, int(n))
		}
	}
	slices.Sort(found)
	var matches []Match
	for _, n := range slices.Compact(found) {
		r := Compare(t, textOf(w.texts[n-w.first]))
		if kind := r.Kind(); kind != None {
			matches = append(matches, Match{N: n, Kind: kind, Result: r})
		}
	}
	return matches
}

// Revision says what t changes of the kept text n: the stretches of t that are
// not in that, and how many words of that are not in t; false when it is not kept. Beginnings
// are compared, as far as they reach.
func (w *Window) Revision(n int, t *Text) (added []span.Span, gone int, ok bool) {
	if n < w.first || n >= w.first+len(w.texts) {
		return nil, 0, false
	}
	now, before := textOf(t.Beginning()), textOf(w.texts[n-w.first])
	var inNow, inBefore []bool
	if swapped(now, before) {
		_, g := align(before, now, newAutomaton(before.words))
		inNow, inBefore = g.inB, g.inA
	} else {
		_, g := align(now, before, newAutomaton(now.words))
		inNow, inBefore = g.inA, g.inB
	}
	for i := 0; i < len(inNow); i++ {
		from := i
		for i < len(inNow) && !inNow[i] {
			i++
		}
		if i > from {
			added = append(added, t.span(from, i))
		}
	}
	for _, in := range inBefore {
		if !in {
			gone++
		}
	}
	return added, gone, true
}

// Texts returns the beginnings that are kept, the oldest first, and the number
// of that one.
func (w *Window) Texts() (texts [][]uint32, first int) { return w.texts, w.first }

// RestoreWindow returns a Window that keeps size texts and has what Texts told.
func RestoreWindow(size int, texts [][]uint32, first int) *Window {
	w := NewWindow(size)
	w.first = first
	for _, t := range texts {
		w.Add(t)
	}
	return w
}

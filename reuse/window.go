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
	size   int
	first  int        // number of the oldest text that is kept
	texts  [][]uint32 // hashes of words
	latest [bands]map[uint64]int32
	links  []link // of the kept texts, a link for each band, by their numbers modulo size
}

// link leads from a text of a bucket to the one before it, which may be kept no more.
type link struct {
	key    uint64 // of the bucket
	before int32  // -1 when the text was the first
}

// Beginning is what a Window keeps of a text.
type Beginning struct {
	hashes []uint32 // of words
	bands  []uint64
}

// NewWindow returns a Window that keeps size texts.
func NewWindow(size int) *Window {
	w := &Window{size: size}
	for b := range w.latest {
		w.latest[b] = map[uint64]int32{}
	}
	return w
}

// Beginning returns what a Window keeps of t.
func (t *Text) Beginning() *Beginning {
	hashes := make([]uint32, min(len(t.words), MaxBeginning))
	for i := range hashes {
		hashes[i] = uint32(t.words[i].hash)
	}
	return beginning(hashes)
}

func beginning(hashes []uint32) *Beginning { return &Beginning{hashes, textOf(hashes).bands()} }

// textOf returns a text of words that are nowhere.
func textOf(hashes []uint32) *Text {
	t := &Text{words: make([]word, len(hashes))}
	for i, h := range hashes {
		t.words[i].hash = uint64(h)
	}
	return t
}

// linksOf returns the links of text n.
func (w *Window) linksOf(n int) []link {
	at := n % w.size * bands
	return w.links[at : at+bands]
}

// Add adds a text by its beginning, and drops the oldest when there are too many.
func (w *Window) Add(t *Beginning) {
	if len(w.texts) == w.size {
		w.drop()
	}
	n := w.first + len(w.texts)
	w.texts = append(w.texts, t.hashes)
	if need := (n%w.size + 1) * bands; len(w.links) < need {
		w.links = append(w.links, make([]link, need-len(w.links))...)
	}
	links := w.linksOf(n)
	for b, key := range t.bands {
		before, ok := w.latest[b][key]
		if !ok {
			before = -1
		}
		links[b] = link{key, before}
		w.latest[b][key] = int32(n)
	}
}

// drop drops the oldest text.
func (w *Window) drop() {
	if len(w.texts[0]) >= shingle { // else it is in no bucket
		for b, l := range w.linksOf(w.first) {
			if int(w.latest[b][l.key]) == w.first {
				delete(w.latest[b], l.key)
			}
		}
	}
	w.texts[0] = nil
	w.texts = w.texts[1:]
	w.first++
}

// Copies returns the kept texts that copy one or are copied by it, in order of
// their numbers, which count from the first that was ever added.
func (w *Window) Copies(of *Beginning) []Match {
	var found []int
	for b, key := range of.bands {
		n, ok := w.latest[b][key]
		for i := 0; ok && i < maxBucket && int(n) >= w.first; i++ {
			found = append(found, int(n))
			n = w.linksOf(int(n))[b].before
		}
	}
	if len(found) == 0 {
		return nil
	}
	t := textOf(of.hashes)
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
	now, before := textOf(t.Beginning().hashes), textOf(w.texts[n-w.first])
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
		w.Add(beginning(t))
	}
	return w
}

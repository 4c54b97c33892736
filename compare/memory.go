package compare

import (
	"maps"
	"slices"

	"synoptic/analyze/doc"
	"synoptic/compare/align"
	"synoptic/compare/anchor"
	"synoptic/reuse"
)

// Memory compares documents again and again, as reports of an event come in or are
// taken out, and keeps between two comparisons what is true of a document, or of two
// statements, whatever stands beside them. The story is the same as without. The zero
// value is ready for use; one comparison runs at a time.
type Memory struct {
	docs     []*doc.Doc // last compared
	readings []*reading // of each
	times    anchor.Memory
}

// reading is what is kept of one document.
type reading struct {
	news                  *reuse.Text
	statements, sentences []*align.Text // ready to be aligned
	// alike is how alike the words of statements are, whole how alike sentences are,
	// links which words of statements stand for each other, facts what quantities have to
	// do with each other; nil where nothing is kept.
	alike map[pairing]words
	whole map[pairing]int32
	links map[pairing][]align.Link
	facts map[pairing]aligned
}

// pairing is a statement, sentence or quantity, and one of another document.
type pairing struct {
	own, other int32
	of         *reading
}

// words are the counts of Likeness for the words of two statements.
type words [len(LikenessNames)]int16

// New compares the documents as the function does, and forgets all others.
func (m *Memory) New(docs []*doc.Doc) *Story { return compare(docs, m) }

// dates returns what is kept of the documents' times.
func (m *Memory) dates() *anchor.Memory {
	if m == nil {
		return &anchor.Memory{}
	}
	return &m.times
}

// of returns the readings of documents; new ones where m is nil, or has not seen them.
func (m *Memory) of(docs []*doc.Doc) []*reading {
	list := make([]*reading, len(docs))
	if m == nil {
		for n := range list {
			list[n] = &reading{}
		}
		return list
	}
	known, gone := map[*doc.Doc]*reading{}, map[*reading]bool{}
	for n, d := range m.docs {
		known[d], gone[m.readings[n]] = m.readings[n], true
	}
	for n, d := range docs {
		r := known[d]
		if r == nil {
			r = &reading{alike: map[pairing]words{}, whole: map[pairing]int32{}, links: map[pairing][]align.Link{}, facts: map[pairing]aligned{}}
		}
		delete(known, d) // one that stands twice is read twice
		delete(gone, r)
		list[n] = r
	}
	if len(gone) > 0 {
		for _, r := range list {
			maps.DeleteFunc(r.alike, func(p pairing, _ words) bool { return gone[p.of] })
			maps.DeleteFunc(r.whole, func(p pairing, _ int32) bool { return gone[p.of] })
			maps.DeleteFunc(r.links, func(p pairing, _ []align.Link) bool { return gone[p.of] })
			maps.DeleteFunc(r.facts, func(p pairing, _ aligned) bool { return gone[p.of] })
		}
	}
	m.docs, m.readings = slices.Clone(docs), list
	return list
}

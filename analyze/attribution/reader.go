package attribution

import (
	"strings"

	"synoptic/analyze/doc"
	"synoptic/lang"
	"synoptic/span"
)

// reader gathers the attributions of one document, in draft.
type reader struct {
	d *doc.Doc
	l *lang.Attribution
	// spoken holds for each token the outermost quotation that holds it, as
	// an index in d.Quotes, or -1; titles and single words do not count.
	spoken  []int
	starts  map[int]int  // outer quotation by its first token
	ends    map[int]int  // outer quotation by its closing mark
	outer   []span.Span  // the outer quotations, in order
	outlets map[int]bool // entities that the article shows to be outlets
	drafts  []draft
	of      [][]int // drafts by sentence, once rules and network are done
}

// draft is an attribution in tokens.
type draft struct {
	sentence int
	source   span.Range // empty when nobody is named
	cue      span.Range
	head     int // token of the cue's main word
	kind     lang.CueKind
	content  []span.Span
	parent   int // index in drafts, or -1 to be found by nesting
	sure     int // confidence in hundredths
}

func newReader(d *doc.Doc) *reader {
	r := &reader{d: d, l: &d.Lang.Attribution, spoken: make([]int, len(d.Tokens)), starts: map[int]int{}, ends: map[int]int{}}
	for i := range r.spoken {
		r.spoken[i] = -1
	}
	for n, q := range d.Quotes {
		if q.Depth == 0 {
			r.outer = append(r.outer, q.Span)
		}
		tokens := d.Range(q.Span)
		if tokens.Empty() || q.Depth > 0 {
			continue
		}
		r.starts[tokens.From] = n
		if q.Inner.End < q.End {
			r.ends[tokens.To-1] = n
		}
		if !r.speechLike(q) {
			continue
		}
		for i := tokens.From; i < tokens.To; i++ {
			r.spoken[i] = n
		}
	}
	r.findOutlets()
	return r
}

// speechLike reports whether a quotation by itself looks like something said:
// it has a verb, or ends in a stop of its own, and is no title.
func (r *reader) speechLike(q doc.Quote) bool {
	tokens := r.d.Range(q.Inner)
	if tokens.Empty() {
		return false
	}
	words, capitals, verb := 0, 0, false
	for i := tokens.From; i < tokens.To; i++ {
		t := r.d.Tokens[i]
		if t.UPOS == "PUNCT" {
			continue
		}
		words++
		if c := t.Text(r.d.Text)[0]; c >= 'A' && c <= 'Z' {
			capitals++
		}
		verb = verb || r.finite(i)
	}
	last := r.d.Word(tokens.To - 1)
	stop := strings.ContainsAny(last, ".,?!;") || last == "…"
	switch {
	case words == 0:
		return false
	case words <= 6 && capitals*3 >= words*2 && !verb:
		return words > 1 && stop && strings.ContainsAny(last, "?!")
	case stop:
		return words > 1 || strings.ContainsAny(last, "?!")
	}
	return verb && words > 3
}

func (r *reader) upos(i int) string { return r.d.Tokens[i].UPOS }
func (r *reader) xpos(i int) string { return r.d.Tokens[i].XPOS }
func (r *reader) norm(i int) string { return r.d.Tokens[i].Norm }

// finite reports whether token i is a finite verb by its tag.
func (r *reader) finite(i int) bool { return r.d.Tokens[i].Finite() }

func (r *reader) verbal(i int) bool { return r.upos(i) == "VERB" || r.upos(i) == "AUX" }

// mark reports whether token i is a quotation mark.
func (r *reader) mark(i int) bool {
	switch r.norm(i) {
	case "\"", "'", "''", "``", "`":
		return r.xpos(i) != "POS"
	}
	return false
}

// nominal reports whether token i can be the main word of a noun phrase.
func (r *reader) nominal(i int) bool {
	switch r.upos(i) {
	case "NOUN", "PROPN", "NUM":
		return true
	case "PRON":
		return r.xpos(i) != "PRP$" && r.xpos(i) != "WP$"
	}
	return false
}

// inside reports whether token i can stand within a base noun phrase.
func (r *reader) inside(i int) bool {
	switch r.upos(i) {
	case "NOUN", "PROPN", "NUM", "ADJ", "DET", "SYM":
		return !r.l.Relatives.Has(r.norm(i)) || r.upos(i) == "DET" && r.norm(i) == "that"
	case "PRON":
		return r.xpos(i) == "PRP$"
	case "PART":
		return r.xpos(i) == "POS"
	case "PUNCT":
		n := r.norm(i)
		return n == "-" || n == "." && i > 0 && r.upos(i-1) == "PROPN" || n == "/" || n == "&"
	case "X":
		return true
	}
	return false
}

// clauseVerb returns the first finite verb in [from, to), or -1.
func (r *reader) clauseVerb(from, to int) int {
	for i := from; i < to; i++ {
		if r.finite(i) {
			return i
		}
	}
	return -1
}

// verbGroup returns the verb group around the verb at head: auxiliaries,
// adverbs and "to" before it.
func (r *reader) verbGroup(head, from int) span.Range {
	start := head
	for i := head - 1; i >= from; i-- {
		switch {
		case r.upos(i) == "AUX":
			start = i
		case r.upos(i) == "PART" && r.xpos(i) != "POS":
			start = i
		case r.upos(i) == "ADV" && !r.l.Subordinators.Has(r.norm(i)) && !r.l.Interrogatives.Has(r.norm(i)):
			// Counts only when something of the group or a noun is before it.
			if i > from && (r.verbal(i-1) || r.upos(i-1) == "PART" || r.upos(i-1) == "ADV" || r.nominal(i-1)) {
				start = i
			} else {
				return span.Range{From: start, To: head + 1}
			}
		default:
			return span.Range{From: start, To: head + 1}
		}
	}
	return span.Range{From: start, To: head + 1}
}

// opens returns the quotation whose first token is i, or -1.
func (r *reader) opens(i int) int {
	if n, ok := r.starts[i]; ok {
		return n
	}
	return -1
}

// closes returns the outer quotation whose closing mark is token i, or -1.
func (r *reader) closes(i int) int {
	if n, ok := r.ends[i]; ok {
		return n
	}
	return -1
}

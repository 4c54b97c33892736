package extract

import (
	"slices"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A line of this many words, almost all in links, leads elsewhere; a shorter
// one may be a name that the page links throughout.
const leadWords = 5

// A paragraph has this many words at least; what has fewer may be a line of its
// own, such as a button.
const fullWords = 15

// A page of fewer words than this may be too short for the extractors.
const shortPage = 100

// article says which blocks of o, the outline of doc, are the article, and who
// wrote it if an extractor found that out. It may change doc.
//
// Two extractors that go about it differently seldom make the same mistake, so
// what both keep is the article. Where they agree on nothing, as where one of them
// fails, it is the prose that one kept; on pages of a sentence or two, which are too short
// for either, it is the sentences.
func (o *outline) article(doc *html.Node) (kept []bool, author string) {
	first, author := byTrafilatura(doc)
	one, other := o.keeps(first), o.keeps(byReadability(doc))
	kept = o.agreed(one, other)
	for _, single := range [][]bool{one, other} {
		if !slices.Contains(kept, true) {
			for i := range o.blocks {
				kept[i] = single[i] && o.blocks[i].prose()
			}
		}
	}
	if !slices.Contains(kept, true) && len(o.words) < shortPage {
		for i, b := range o.blocks {
			kept[i] = b.tag == atom.P && b.prose() && closes(b.text)
		}
	}
	return kept, author
}

// agreed returns the blocks that both extractors kept, with some corrections.
// One of them leaves out, without need, paragraphs that stand just as those do
// which both keep, and quotations, such as posts, between these. Both may keep
// captions, lines that only lead elsewhere, and short lines away from the rest.
func (o *outline) agreed(one, other []bool) []bool {
	kept := make([]bool, len(o.blocks))
	shapes := map[uint64]int{} // words that both keep, by shape
	counts := make([]int, len(o.parents))
	all, first, last := 0, -1, -1
	for i, b := range o.blocks {
		if !one[i] || !other[i] {
			continue
		}
		kept[i] = true
		shapes[b.shape] += b.words
		counts[b.element] += b.words
		all += b.words
		if b.words >= fullWords {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	main := o.innermost(counts, all*4/5)
	for i, b := range o.blocks {
		within := o.within(b.element, main)
		if b.prose() && (one[i] || other[i]) && shapes[b.shape] > 0 || b.quote && within && first < i && i < last {
			kept[i] = true
		}
		if b.elsewhere() || b.caption || b.words < fullWords && !within && shapes[b.shape] < fullWords {
			kept[i] = false
		}
	}
	return kept
}

// prose reports whether b is running text of the page's content.
func (b *block) prose() bool { return b.linked*3 <= b.words && !b.aside && !b.caption }

// elsewhere reports whether b is a line that leads to another page: "Read more:"
// and a headline, all but the label a link. Headings may link to what they head.
func (b *block) elsewhere() bool {
	return b.words >= leadWords && b.linked*5 >= b.words*4 && (!b.heading || b.item)
}

// innermost returns the innermost element with at least enough words, given
// how many stand directly in each.
func (o *outline) innermost(words []int, enough int) int {
	// An element has a higher number than its parent.
	for i := len(words) - 1; i > 0; i-- {
		if words[i] >= enough {
			return i
		}
		words[o.parents[i]] += words[i]
	}
	return 0
}

// within reports whether an element is outer or stands in it.
func (o *outline) within(element, outer int) bool {
	for element > outer {
		element = o.parents[element]
	}
	return element == outer
}

// keeps says which blocks an extractor kept, more than half of each, given the
// words of what it made of the page.
func (o *outline) keeps(part []uint64) []bool {
	kept := make([]bool, len(o.blocks))
	found := aligned(o.words, part)
	at := 0
	for i, b := range o.blocks {
		n := 0
		for _, f := range found[at : at+b.words] {
			if f {
				n++
			}
		}
		at += b.words
		kept[i] = 2*n > b.words
	}
	return kept
}

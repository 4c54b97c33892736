package extract

// share of a block's words, in tenths, that an extractor has to keep to have
// kept the block.
const keptTenths = 5

// A line of this many words, almost all in links, leads elsewhere; a shorter
// one may be a name that the page links throughout.
const leadWords = 5

// verdict is what the extractors say of a page.
type verdict struct {
	*outline
	one, other []bool // for each block, whether an extractor kept it
}

// article says which blocks are the article. Two extractors that go about it
// differently seldom make the same mistake, so what both keep is the article,
// but for captions and lines that only link elsewhere. Three things one of them
// leaves out without need: paragraphs that stand just as those which both keep,
// and quotations, such as posts, between them.
func (v *verdict) article() []bool {
	kept := make([]bool, len(v.blocks))
	shapes := map[uint64]int{} // words that both keep, by shape
	counts := make([]int, len(v.parents))
	all, first, last := 0, -1, -1
	for i, b := range v.blocks {
		if !v.one[i] || !v.other[i] {
			continue
		}
		kept[i] = true
		if b.words >= 8 {
			shapes[b.shape] += b.words
		}
		counts[b.element] += b.words
		all += b.words
		if b.words >= 15 {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	main := v.innermost(counts, all*4/5)
	for i := range v.blocks {
		b := &v.blocks[i]
		if !kept[i] && b.prose() && (v.one[i] || v.other[i]) && shapes[b.shape] > 0 {
			kept[i] = true
		}
		if !kept[i] && b.quote && first < i && i < last && v.within(b.element, main) {
			kept[i] = true
		}
		if b.elsewhere() || b.caption {
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

func (o *outline) within(element, outer int) bool {
	for element > outer {
		element = o.parents[element]
	}
	return element == outer
}

// keeps says which blocks an extractor kept, given the words of what it made of
// the page.
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
		kept[i] = n*10 > b.words*keptTenths
	}
	return kept
}

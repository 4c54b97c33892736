package parse

import (
	"synoptic/analyze/doc"
	"synoptic/analyze/parse/internal/arc"
	"synoptic/span"
)

const (
	mark = "punct" // the relation of marks
	none = arc.None
)

// marks gives the marks of r heads anew by the tree of the words, as the
// guidelines of Universal Dependencies have it: brackets and quotation marks
// hang on the head of what they enclose, other marks on the dependent of the
// innermost arc over them, and those over which there is none on the root.
func marks(tokens []doc.Token, r span.Range) {
	root := r.From
	for i := r.From; i < r.To; i++ {
		if tokens[i].Relation == Root && tokens[i].Head < 0 {
			root = i
		}
		for h := tokens[i].Head; h >= 0 && tokens[h].Relation == mark; h = tokens[h].Head {
			tokens[i].Head = tokens[h].Head
		}
	}
	left, right := none, r.From // the words beside a mark
	quote := none
	var brackets []int // open ones
	for i := r.From; i < r.To; i++ {
		t := &tokens[i]
		if t.Relation != mark {
			left = i
			continue
		}
		for right = max(right, i); right < r.To && tokens[right].Relation == mark; right++ {
		}
		t.Head = root
		if left != none && right < r.To {
			t.Head = innermost(tokens, left, right)
		}
		partner := none
		switch t.XPOS {
		case "-LRB-":
			brackets = append(brackets, i)
		case "-RRB-":
			if n := len(brackets); n > 0 {
				partner, brackets = brackets[n-1], brackets[:n-1]
			}
		case "``":
			quote = i
		case "''":
			partner, quote = quote, none
		}
		if partner != none {
			if h := enclosed(tokens, partner, i); h != none {
				tokens[partner].Head, t.Head = h, h
			}
		}
	}
}

// innermost returns the dependent of the innermost arc over the gap between two
// words beside each other.
func innermost(tokens []doc.Token, left, right int) int {
	l, r := left, right
	for tokens[l].Head >= 0 && tokens[l].Head <= left {
		l = tokens[l].Head
	}
	for tokens[r].Head >= right {
		r = tokens[r].Head
	}
	a, b := tokens[l].Head, tokens[r].Head
	switch {
	case a < 0: // l is the root
		return r
	case b < 0:
		return l
	case b <= l && a <= r:
		return l
	}
	return r
}

// enclosed returns the one word between two marks on which all others between
// them hang; none when there is no such word.
func enclosed(tokens []doc.Token, from, to int) int {
	head := none
	for i := from + 1; i < to; i++ {
		if tokens[i].Relation == mark {
			continue
		}
		if h := tokens[i].Head; h < from || h > to {
			if head != none {
				return none
			}
			head = i
		}
	}
	return head
}

package lang

import "strings"

// Phrases maps phrases of lower-case words to values. It is walked word by
// word, so that a text is matched without building strings.
type Phrases[V any] struct {
	next   map[edge]int32
	values map[int32]V
}

type edge struct {
	from int32
	word string
}

// Add gives phrase, words parted by single blanks, the value v.
func (p *Phrases[V]) Add(phrase string, v V) {
	if p.next == nil {
		p.next, p.values = map[edge]int32{}, map[int32]V{}
	}
	var node int32
	for word := range strings.FieldsSeq(phrase) {
		e := edge{node, word}
		to, ok := p.next[e]
		if !ok {
			to = int32(len(p.next) + 1)
			p.next[e] = to
		}
		node = to
	}
	p.values[node] = v
}

// Step goes on from node, 0 at first, by one word. It returns 0 when no phrase
// goes on so.
func (p *Phrases[V]) Step(node int32, word string) int32 {
	return p.next[edge{node, word}]
}

// At returns the value of the phrase that ends at node.
func (p *Phrases[V]) At(node int32) (V, bool) {
	v, ok := p.values[node]
	return v, ok
}

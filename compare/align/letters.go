package align

import "math/bits"

// letters counts how often a statement has three letters in a row, each word with
// a blank on either side.
type letters struct {
	list    []triple // each once
	slots   []int32  // where in list a triple stands, plus one; the place goes by its hash
	squares int64    // of the counts, added up
}

type triple struct{ letters, count uint32 }

// lettersOf counts the letters of the words of t.
func lettersOf(t *text) letters {
	most := 0
	for _, i := range t.words {
		most += len(t.units[i].form)
	}
	l := letters{list: make([]triple, 0, most), slots: make([]int32, 1<<bits.Len(uint(most+most/2)))}
	for _, i := range t.words {
		form, last := t.units[i].form, uint32(' ')
		for n := range len(form) {
			next := byte(' ')
			if n+1 < len(form) {
				next = form[n+1]
			}
			last = last<<8 | uint32(form[n])
			l.add((last<<8 | uint32(next)) & 0xffffff)
		}
	}
	for _, x := range l.list {
		l.squares += int64(x.count) * int64(x.count)
	}
	return l
}

// slot is where the triple stands in slots, or would.
func (l *letters) slot(x uint32) int {
	mask := len(l.slots) - 1
	at := int(x*0x9e3779b1>>8) & mask
	for l.slots[at] > 0 && l.list[l.slots[at]-1].letters != x {
		at = (at + 1) & mask
	}
	return at
}

func (l *letters) add(x uint32) {
	at := l.slot(x)
	if l.slots[at] == 0 {
		l.list = append(l.list, triple{letters: x})
		l.slots[at] = int32(len(l.list))
	}
	l.list[l.slots[at]-1].count++
}

// cosine is that of the counts of two statements, in thousandths.
func (l *letters) cosine(o *letters) int {
	length := root(l.squares * o.squares)
	if length == 0 {
		return 0
	}
	if len(l.list) > len(o.list) {
		l, o = o, l
	}
	var dot int64
	for _, x := range l.list {
		if n := o.slots[o.slot(x.letters)]; n > 0 {
			dot += int64(x.count) * int64(o.list[n-1].count)
		}
	}
	return int(dot * 1000 / length)
}

package align

import (
	"slices"

	words "synoptic/analyze/vector"
)

// letters counts how often a statement has three letters in a row, each word with
// a blank on either side.
type letters struct {
	threes  []uint32 // each once, in order
	counts  []uint16
	squares int64 // of the counts, added up
}

// lettersOf counts the letters of the words of t.
func (r *reader) lettersOf(t *text) letters {
	all := r.threes[:0]
	for _, i := range t.words {
		form, last := t.units[i].form, uint32(' ')
		for n := range len(form) {
			next := byte(' ')
			if n+1 < len(form) {
				next = form[n+1]
			}
			last = last<<8 | uint32(form[n])
			all = append(all, (last<<8|uint32(next))&0xffffff)
		}
	}
	r.threes = all
	slices.Sort(all)
	different := 0
	for n := range all {
		if n == 0 || all[n] != all[n-1] {
			different++
		}
	}
	l := letters{threes: make([]uint32, 0, different), counts: make([]uint16, 0, different)}
	for n := 0; n < len(all); {
		from := n
		for n < len(all) && all[n] == all[from] {
			n++
		}
		count := min(n-from, 1<<16-1)
		l.threes, l.counts = append(l.threes, all[from]), append(l.counts, uint16(count))
		l.squares += int64(count) * int64(count)
	}
	return l
}

// cosine is that of the counts of two statements, in thousandths.
func (l *letters) cosine(o *letters) int {
	length := words.Root(l.squares * o.squares)
	if length == 0 {
		return 0
	}
	var dot int64
	a, b := l.threes, o.threes
	for i, k := 0, 0; i < len(a) && k < len(b); {
		x, y := a[i], b[k]
		if x == y {
			dot += int64(l.counts[i]) * int64(o.counts[k])
		}
		if x <= y {
			i++
		}
		if y <= x {
			k++
		}
	}
	return int(dot * 1000 / length)
}

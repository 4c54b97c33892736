package crf

import "math"

// Scratch is room for the search that can be used again.
type Scratch struct {
	best []int32 // of the word before, by label
	next []int32
	from []uint8 // words × labels: the label before on the best way
}

// Decode returns the best labels of a sentence in a pass, in list, which is
// grown as needed: the way with the highest sum of scores and moves (Viterbi
// 1967), of ways alike the first found. A row of scores has the labels of all
// passes.
func (m *Model) Decode(pass int, scores []int16, s *Scratch, list []uint8) []uint8 {
	n := m.labels
	words := len(scores) / (Passes * n)
	list = list[:0]
	if words == 0 {
		return list
	}
	if s.best == nil {
		s.best, s.next = make([]int32, n), make([]int32, n)
	}
	if cap(s.from) < words*n {
		s.from = make([]uint8, words*n)
	}
	s.from = s.from[:words*n]
	moves := m.moves[pass]
	row := func(i int) []int16 { return scores[(Passes*i+pass)*n : (Passes*i+pass+1)*n] }
	for b, v := range row(0) {
		s.best[b] = math.MinInt32 / 2
		if !goesOn(b) {
			s.best[b] = int32(v) + moves[b]
		}
	}
	for i := 1; i < words; i++ {
		step(moves, s.best, s.next, row(i), s.from[i*n:(i+1)*n])
		s.best, s.next = s.next, s.best
	}
	last := 0
	for a := 1; a < n; a++ {
		if !opens(a) && s.best[a] > s.best[last] {
			last = a
		}
	}
	for range words {
		list = append(list, 0)
	}
	for i := words - 1; i > 0; i-- {
		list[i] = uint8(last)
		last = int(s.from[i*n+last])
	}
	list[0] = uint8(last)
	return list
}

// step finds for each label of a word the best label before it.
func step(moves, best, next []int32, row []int16, from []uint8) {
	n := len(best)
	start := func(b int) {
		at, top := 0, best[0]+moves[b]
		for t := 1; t < n; t += Parts {
			e, s := t+End, t+Single
			if v := best[e] + moves[e*n+b]; v > top {
				at, top = e, v
			}
			if v := best[s] + moves[s*n+b]; v > top {
				at, top = s, v
			}
		}
		next[b], from[b] = top+int32(row[b]), uint8(at)
	}
	start(0)
	for t := 1; t < n; t += Parts {
		start(t + Begin)
		start(t + Single)
		b, i := t+Begin, t+Inside
		for _, to := range [2]int{i, t + End} {
			at, top := b, best[b]+moves[b*n+to]
			if v := best[i] + moves[i*n+to]; v > top {
				at, top = i, v
			}
			next[to], from[to] = top+int32(row[to]), uint8(at)
		}
	}
}

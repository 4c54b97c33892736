package main

import (
	"math"
	"slices"

	"synoptic/analyze/name/internal/crf"
)

// room holds what one step needs; it is used again.
type room struct {
	kept                 [][]int32
	wrong                []fault
	scores               []float64 // words × labels: sums, then how likely
	moves                []float64 // how likely
	want, have           []float64 // words × labels: probabilities
	wantMoves, haveMoves []float64
	ahead, behind, total []float64
	next                 [][]int // by label, those that may follow
}

// reset makes room for so many words and labels.
func (r *room) reset(words, n int) {
	for len(r.kept) < words {
		r.kept = append(r.kept, nil)
	}
	for _, s := range []*[]float64{&r.scores, &r.want, &r.have, &r.ahead, &r.behind} {
		*s = slices.Grow((*s)[:0], words*n)[:words*n]
		clear(*s)
	}
	for _, s := range []*[]float64{&r.moves, &r.wantMoves, &r.haveMoves} {
		*s = slices.Grow((*s)[:0], n*n)[:n*n]
		clear(*s)
	}
	r.total = slices.Grow(r.total[:0], words)[:words]
	if r.next == nil {
		r.next = make([][]int, n)
		for a := range n * n {
			if crf.Follows(a/n, a%n) {
				r.next[a/n] = append(r.next[a/n], a%n)
			}
		}
	}
}

// likely turns sums and the weights of moves into how likely each is, but for
// a factor.
func (r *room) likely(moves []float64, n int) {
	const hopeless = -60
	for i := 0; i < len(r.scores); i += n {
		row := r.scores[i : i+n]
		top := slices.Max(row)
		for y := range row {
			row[y] = exp(max(row[y]-top, hopeless))
		}
	}
	for a := range n {
		for b := range n {
			if crf.Follows(a, b) {
				r.moves[a*n+b] = exp(max(moves[a*n+b], hopeless))
			}
		}
	}
}

// marginals writes the probabilities of labels and moves by going ahead and
// back (Rabiner 1989), among the labels that may be unless may is nil. It
// reports whether there is any way at all.
func (r *room) marginals(may []uint64, n int, at, moves []float64) bool {
	words := len(r.total)
	for i := range words {
		row := r.ahead[i*n : (i+1)*n]
		clear(row)
		if i == 0 {
			copy(row, r.moves[:n])
		} else {
			for a, p := range r.ahead[(i-1)*n : i*n] {
				for _, b := range r.next[a] {
					row[b] += float64(p * r.moves[a*n+b])
				}
			}
		}
		sum := 0.0
		for b := range row {
			if may != nil && may[i]>>b&1 == 0 || i == words-1 && !crf.Follows(b, 0) {
				row[b] = 0
			}
			row[b] *= r.scores[i*n+b]
			sum += row[b]
		}
		if sum == 0 {
			return false
		}
		r.total[i] = sum
		for b := range row {
			row[b] /= sum
		}
	}
	for y := range n {
		r.behind[(words-1)*n+y] = 0
		if crf.Follows(y, 0) {
			r.behind[(words-1)*n+y] = 1
		}
	}
	from := make([]float64, n)
	for i := words - 1; i >= 0; i-- {
		back := r.behind[i*n : (i+1)*n]
		for y := range n {
			at[i*n+y] = r.ahead[i*n+y] * back[y]
			from[y] = 0
			if may == nil || may[i]>>y&1 == 1 {
				from[y] = r.scores[i*n+y] * back[y] / r.total[i]
			}
		}
		if i == 0 {
			for y := range n {
				moves[y] += at[y]
			}
			break
		}
		for a := range n {
			sum, p := 0.0, r.ahead[(i-1)*n+a]
			for _, b := range r.next[a] {
				v := float64(r.moves[a*n+b] * from[b])
				sum += v
				moves[a*n+b] += float64(p * v)
			}
			r.behind[(i-1)*n+a] = sum
		}
	}
	return true
}

// exp is e to the power of x. Unlike math.Exp it gives the same bits on every
// processor.
func exp(x float64) float64 {
	const (
		ln2High = 6.93147180369123816490e-01
		ln2Low  = 1.90821492927058770002e-10
		terms   = 14
	)
	k := math.Round(x / math.Ln2)
	x = x - float64(k*ln2High) - float64(k*ln2Low)
	sum, term := 1.0, 1.0
	for i := 1; i < terms; i++ {
		term = float64(term*x) / float64(i)
		sum += term
	}
	return math.Ldexp(sum, int(k))
}

package eval

import "math"

// ConllScores compares two labellings of the same mentions as the shared tasks of
// CoNLL 2011 and 2012 do: F1 of MUC (Vilain et al. 1995), B³ (Bagga and Baldwin
// 1998) and CEAFe (Luo 2005), and the mean of the three.
func ConllScores(found, gold []string) map[string]float64 {
	o := overlapOf(found, gold)
	muc, b3, ceafe := o.mucF1(), o.b3F1(), o.ceafe(found, gold)
	return map[string]float64{"muc_f1": muc, "b3_f1": b3, "ceafe_f1": ceafe, "conll_f1": (muc + b3 + ceafe) / 3}
}

// ceafe returns F1, in percent, of the clusters of either side paired one to one
// as is best, a pair counting by the Dice coefficient of the two.
func (o overlap) ceafe(found, gold []string) float64 {
	// Clusters that share nothing are pairs that count for nothing, so what hangs
	// together is paired by itself.
	part := newForest(len(found))
	var first [2]map[string]int
	for side, labels := range [2][]string{found, gold} {
		first[side] = map[string]int{}
		for i, l := range labels {
			if k, ok := first[side][l]; ok {
				part.join(k, i)
			} else {
				first[side][l] = i
			}
		}
	}
	type piece struct{ labels [2][]string }
	pieces := map[int]*piece{}
	var order []*piece
	for side, labels := range [2][]string{found, gold} {
		for i, l := range labels {
			if first[side][l] != i {
				continue
			}
			root := part.root(i)
			if pieces[root] == nil {
				pieces[root] = &piece{}
				order = append(order, pieces[root])
			}
			pieces[root].labels[side] = append(pieces[root].labels[side], l)
		}
	}
	sum := 0.0
	for _, p := range order {
		rows, columns := p.labels[foundSide], p.labels[goldSide]
		like := make([][]float64, len(rows))
		for i, f := range rows {
			like[i] = make([]float64, len(columns))
			for k, g := range columns {
				like[i][k] = 2 * float64(o.both[[2]string{f, g}]) / float64(o.sizes[foundSide][f]+o.sizes[goldSide][g])
			}
		}
		sum += bestPairing(like)
	}
	return 100 * 2 * sum / float64(max(1, len(o.sizes[foundSide])+len(o.sizes[goldSide])))
}

// forest says what hangs together.
type forest []int

func newForest(n int) forest {
	f := make(forest, n)
	for i := range f {
		f[i] = i
	}
	return f
}

func (f forest) root(i int) int {
	for f[i] != i {
		f[i] = f[f[i]]
		i = f[i]
	}
	return i
}

func (f forest) join(i, k int) { f[f.root(i)] = f.root(k) }

// bestPairing returns the greatest sum of like over pairs of rows and columns, none
// of which is in two (the Hungarian method, with potentials).
func bestPairing(like [][]float64) float64 {
	if len(like) == 0 || len(like[0]) == 0 {
		return 0
	}
	if len(like) > len(like[0]) {
		turned := make([][]float64, len(like[0]))
		for k := range turned {
			turned[k] = make([]float64, len(like))
			for i := range like {
				turned[k][i] = like[i][k]
			}
		}
		like = turned
	}
	n, m := len(like), len(like[0])
	rows, columns := make([]float64, n+1), make([]float64, m+1) // potentials
	of, way := make([]int, m+1), make([]int, m+1)               // row of each column, counted from 1
	for i := 1; i <= n; i++ {
		of[0] = i
		least, done := make([]float64, m+1), make([]bool, m+1)
		for k := range least {
			least[k] = math.Inf(1)
		}
		at := 0
		for of[at] != 0 {
			done[at] = true
			row, next, by := of[at], 0, math.Inf(1)
			for k := 1; k <= m; k++ {
				if done[k] {
					continue
				}
				if c := -like[row-1][k-1] - rows[row] - columns[k]; c < least[k] {
					least[k], way[k] = c, at
				}
				if least[k] < by {
					by, next = least[k], k
				}
			}
			for k := 0; k <= m; k++ {
				if done[k] {
					rows[of[k]] += by
					columns[k] -= by
				} else {
					least[k] -= by
				}
			}
			at = next
		}
		for at != 0 {
			of[at] = of[way[at]]
			at = way[at]
		}
	}
	sum := 0.0
	for k := 1; k <= m; k++ {
		if of[k] != 0 {
			sum += like[of[k]-1][k-1]
		}
	}
	return sum
}

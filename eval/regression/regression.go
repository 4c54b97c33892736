// Package regression learns how whole numbers add up, for the commands that make
// weights. Products are rounded before they are added, so that every processor
// gives the same weights.
package regression

import "math"

// Row is one example: features and weights are in thousandths, and the first feature
// is always there.
type Row struct {
	Features []int
	Gold     float64 // from 0 to 1
	Weight   float64 // how much it counts
}

// Ridge returns the weights, in thousandths, that come closest to the gold by least
// squares. They are drawn towards nothing by strength, but for the first.
func Ridge(rows []Row, strength float64) []int {
	n := len(rows[0].Features)
	m := matrix(n)
	for _, r := range rows {
		add(m, r.Features, r.Weight, float64(r.Weight*r.Gold))
	}
	for k := 1; k < n; k++ {
		m[k][k] += strength
	}
	return rounded(solve(m))
}

// Logistic returns the weights, in thousandths, by which features add up to the
// logarithm of the odds, by rounds of Newton's method; drawn as Ridge's are.
func Logistic(rows []Row, strength float64, rounds int) []int {
	n := len(rows[0].Features)
	w := make([]float64, n)
	for range rounds {
		m := matrix(n) // Hessian, and the gradient behind it
		for _, r := range rows {
			odds := 0.0
			for k, x := range r.Features {
				odds += float64(w[k] * float64(x) / 1000)
			}
			p := 1 / (1 + math.Exp(-odds))
			add(m, r.Features, float64(r.Weight*p*(1-p)), float64(r.Weight*(r.Gold-p)))
		}
		for k := 1; k < n; k++ {
			m[k][k] += strength
			m[k][n] -= float64(strength * w[k])
		}
		for k, step := range solve(m) {
			w[k] += step
		}
	}
	return rounded(w)
}

func matrix(n int) [][]float64 {
	m := make([][]float64, n)
	for i := range m {
		m[i] = make([]float64, n+1)
	}
	return m
}

// add adds the products of features by pairs, times by, on and below the diagonal, and
// features times off behind it.
func add(m [][]float64, features []int, by, off float64) {
	n := len(features)
	for k, x := range features {
		if x == 0 {
			continue
		}
		for l, y := range features[:k+1] {
			m[k][l] += float64(by * float64(x*y) / 1e6)
		}
		m[k][n] += float64(off * float64(x) / 1000)
	}
}

// solve mirrors what stands below the diagonal of m and returns what times m gives
// the column behind it (Gauss and Jordan, with the greatest pivot); 0 for what m says
// nothing of.
func solve(m [][]float64) []float64 {
	n := len(m)
	for k := range n {
		for l := range k {
			m[l][k] = m[k][l]
		}
	}
	for c := range n {
		p := c
		for i := c; i < n; i++ {
			if math.Abs(m[i][c]) > math.Abs(m[p][c]) {
				p = i
			}
		}
		m[c], m[p] = m[p], m[c]
		for i := range n {
			if i == c || m[c][c] == 0 {
				continue
			}
			by := m[i][c] / m[c][c]
			for k := c; k <= n; k++ {
				m[i][k] -= float64(by * m[c][k])
			}
		}
	}
	x := make([]float64, n)
	for k := range x {
		if m[k][k] != 0 {
			x[k] = m[k][n] / m[k][k]
		}
	}
	return x
}

func rounded(w []float64) []int {
	list := make([]int, len(w))
	for k := range w {
		list[k] = int(math.Round(1000 * w[k]))
	}
	return list
}

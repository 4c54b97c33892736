package arc

import "math"

// never is below every score.
const never = -math.MaxFloat32

// tree returns the heads of the best tree over n nodes, where score[i*n+h] says
// how well i hangs on h: of those in which one node alone hangs on node 0. It
// changes score.
func tree(score []float32, n int) []int {
	for i := range n {
		score[i*n+i] = never
	}
	heads := arborescence(score, n)
	root, roots := 0, 0
	for i := 1; i < n; i++ {
		if heads[i] == 0 {
			roots++
			if root == 0 || score[i*n] > score[root*n] {
				root = i
			}
		}
	}
	if roots < 2 {
		return heads
	}
	// More than one: the best of them stays. To try each would be exact, and
	// costs as often the time.
	for i := 1; i < n; i++ {
		if i != root {
			score[i*n] = never
		}
	}
	return arborescence(score, n)
}

// arborescence returns the heads of the best tree with node 0 on top (Chu and
// Liu 1965, Edmonds 1967): every node takes its best head, and while some go
// round in a circle, the circle is made one node and broken where that costs the
// least.
func arborescence(score []float32, n int) []int {
	heads := make([]int, n)
	for i := 1; i < n; i++ {
		for h := range n {
			if score[i*n+h] > score[i*n+heads[i]] {
				heads[i] = h
			}
		}
	}
	circle := circleOf(heads)
	if circle == nil {
		return heads
	}
	in := make([]bool, n)
	for _, c := range circle {
		in[c] = true
	}
	var out []int // nodes outside the circle; it becomes the last of the smaller graph
	for i := range n {
		if !in[i] {
			out = append(out, i)
		}
	}
	last := len(out)
	size := last + 1
	smaller := make([]float32, size*size)
	leaves, enters := make([]int, size), make([]int, size) // by outer node: the node of the circle
	for a, i := range out {
		for b, h := range out {
			smaller[a*size+b] = score[i*n+h]
		}
		leaves[a], enters[a] = circle[0], circle[0]
		for _, c := range circle {
			if score[i*n+c] > score[i*n+leaves[a]] {
				leaves[a] = c
			}
			if gain(score, n, heads, c, i) > gain(score, n, heads, enters[a], i) {
				enters[a] = c
			}
		}
		smaller[a*size+last] = score[i*n+leaves[a]]
		smaller[last*size+a] = gain(score, n, heads, enters[a], i)
	}
	smaller[last*size+last] = never
	found := arborescence(smaller, size)
	for a := 1; a < last; a++ {
		if found[a] == last {
			heads[out[a]] = leaves[a]
		} else {
			heads[out[a]] = out[found[a]]
		}
	}
	enter := found[last]
	heads[enters[enter]] = out[enter]
	return heads
}

// gain is what a circle gains when its node c hangs on h instead.
func gain(score []float32, n int, heads []int, c, h int) float32 {
	return score[c*n+h] - score[c*n+heads[c]]
}

// circleOf returns nodes of which each hangs on the next and the last on the
// first; nil when there are none.
func circleOf(heads []int) []int {
	seen := make([]int, len(heads)) // by which walk, from 1
	for i := 1; i < len(heads); i++ {
		at := i
		for at != 0 && seen[at] == 0 {
			seen[at] = i
			at = heads[at]
		}
		if at != 0 && seen[at] == i {
			circle := []int{at}
			for k := heads[at]; k != at; k = heads[k] {
				circle = append(circle, k)
			}
			return circle
		}
	}
	return nil
}

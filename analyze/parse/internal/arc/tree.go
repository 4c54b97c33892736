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
// round in circles, each circle is made one node, to be broken where that costs
// the least.
func arborescence(score []float32, n int) []int {
	heads := make([]int, n)
	for i := 1; i < n; i++ {
		row := score[i*n:][:n]
		for h, x := range row {
			if x > row[heads[i]] {
				heads[i] = h
			}
		}
	}
	node, circled, size := contract(heads)
	if size == n {
		return heads
	}
	// Between two new nodes the best arc between their old ones counts, less
	// what a circle loses that it breaks.
	smaller := make([]float32, size*size)
	for k := range smaller {
		smaller[k] = never
	}
	best := make([][2]int, size*size) // the old nodes of that arc
	for i := 1; i < n; i++ {
		lost := float32(0)
		if circled[i] {
			lost = score[i*n+heads[i]]
		}
		for h, x := range score[i*n:][:n] {
			if k := node[i]*size + node[h]; node[i] != node[h] && (x-lost > smaller[k] || best[k][0] == 0) {
				smaller[k], best[k] = x-lost, [2]int{i, h}
			}
		}
	}
	for a, b := range arborescence(smaller, size) {
		if a > 0 {
			arc := best[a*size+b]
			heads[arc[0]] = arc[1]
		}
	}
	return heads
}

// contract makes each circle of heads one node. It returns the new node of each
// old one, which of these go round, and how many new ones there are; node 0 stays.
func contract(heads []int) (node []int, circled []bool, size int) {
	node, circled = make([]int, len(heads)), make([]bool, len(heads))
	seen := make([]int, len(heads)) // by which walk, from 1
	size = 1
	for i := 1; i < len(heads); i++ {
		at := i
		for at != 0 && seen[at] == 0 {
			seen[at] = i
			at = heads[at]
		}
		if at == 0 || seen[at] != i || circled[at] {
			continue
		}
		for k := at; !circled[k]; k = heads[k] {
			node[k], circled[k] = size, true
		}
		size++
	}
	for i := 1; i < len(heads); i++ {
		if !circled[i] {
			node[i] = size
			size++
		}
	}
	return node, circled, size
}

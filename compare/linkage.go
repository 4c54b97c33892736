package compare

// linkage is a clustering of items, rows or facts, that keeps what average linkage
// asks for: the sum of the scores between any two clusters, and how many pairs they
// make.
type linkage struct {
	of      []int         // cluster by item
	members [][]int       // items by cluster; nil once it is joined to another
	docs    []map[int]int // by cluster: how many items it has of each document
	sums    []map[int]int // by cluster: the scores with each cluster it is linked to
}

// newLinkage makes each of n items a cluster; doc tells its document.
func newLinkage(n int, doc func(item int) int, links []link) *linkage {
	c := &linkage{of: make([]int, n), members: make([][]int, n), docs: make([]map[int]int, n), sums: make([]map[int]int, n)}
	for i := range n {
		c.of[i] = i
		c.members[i] = []int{i}
		c.docs[i] = map[int]int{doc(i): 1}
		c.sums[i] = map[int]int{}
	}
	for _, l := range links {
		c.sums[l.a][l.b] += l.score
		c.sums[l.b][l.a] += l.score
	}
	return c
}

// mean returns the mean score over the pairs of items of different documents
// that clusters x and y make; 0 when they make none.
func (c *linkage) mean(x, y int) int {
	pairs := len(c.members[x]) * len(c.members[y])
	few, many := c.docs[x], c.docs[y]
	if len(few) > len(many) {
		few, many = many, few
	}
	for d, n := range few {
		pairs -= n * many[d]
	}
	// An item has been compared with maxMatches others at most in either way.
	pairs = min(pairs, 2*maxMatches*min(len(c.members[x]), len(c.members[y])))
	return c.sums[x][y] / max(pairs, 1)
}

// join makes one cluster of x and y, the smaller moving into the larger.
func (c *linkage) join(x, y int) {
	if len(c.members[x]) < len(c.members[y]) {
		x, y = y, x
	}
	for _, r := range c.members[y] {
		c.of[r] = x
	}
	c.members[x] = append(c.members[x], c.members[y]...)
	for d, n := range c.docs[y] {
		c.docs[x][d] += n
	}
	delete(c.sums[x], y)
	for z, sum := range c.sums[y] {
		if z == x {
			continue
		}
		c.sums[x][z] += sum
		c.sums[z][x] += sum
		delete(c.sums[z], y)
	}
	c.members[y], c.docs[y], c.sums[y] = nil, nil, nil
}

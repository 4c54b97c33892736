package story

// postings holds for each term the numbers of the latest articles that have it,
// in rising order. They lie side by side in blocks, each of some power of two of
// numbers, so that millions of lists are no work for the garbage collector.
type postings struct {
	lists map[uint32]posting
	pages [][]uint32             // what blocks are cut from
	used  int                    // of the last page
	free  [maxBlock + 1][]uint32 // where blocks of each size begin that hold nothing
}

// posting is one list.
type posting struct {
	at   uint32 // where its block begins
	n    uint16
	size uint8 // of the block, as a power of two
}

const (
	pageBits = 16 // numbers of a page, as a power of two
	maxBlock = 8  // of the largest block, as a power of two
)

func newPostings() postings { return postings{lists: map[uint32]posting{}, used: 1 << pageBits} }

// of returns the list of a term, until the next call.
func (p *postings) of(term uint32) []uint32 {
	l := p.lists[term]
	return p.block(l)[:l.n]
}

func (p *postings) block(l posting) []uint32 {
	if l.n == 0 {
		return nil
	}
	at := l.at & (1<<pageBits - 1)
	return p.pages[l.at>>pageBits][at : at+1<<l.size]
}

// add adds n to the list of a term. The first number goes when there are too many.
func (p *postings) add(term, n uint32) {
	l := p.lists[term]
	switch {
	case l.n == 0:
		l = p.take(0)
	case int(l.n) == maxPostings:
		block := p.block(l)
		copy(block, block[1:])
		l.n--
	case int(l.n) == 1<<l.size:
		larger := p.take(l.size + 1)
		larger.n = l.n
		copy(p.block(larger), p.block(l))
		p.free[l.size] = append(p.free[l.size], l.at)
		l = larger
	}
	l.n++
	p.block(l)[l.n-1] = n
	p.lists[term] = l
}

// take returns an empty block.
func (p *postings) take(size uint8) posting {
	if free := p.free[size]; len(free) > 0 {
		p.free[size] = free[:len(free)-1]
		return posting{at: free[len(free)-1], size: size}
	}
	if p.used+1<<size > 1<<pageBits {
		p.pages = append(p.pages, make([]uint32, 1<<pageBits))
		p.used = 0
	}
	at := uint32(len(p.pages)-1)<<pageBits + uint32(p.used)
	p.used += 1 << size
	return posting{at: at, size: size}
}

// remove takes n out of the list of a term if it comes first there.
func (p *postings) remove(term, n uint32) {
	l := p.lists[term]
	block := p.block(l)
	if l.n == 0 || block[0] != n {
		return
	}
	if l.n--; l.n == 0 {
		p.free[l.size] = append(p.free[l.size], l.at)
		delete(p.lists, term)
		return
	}
	copy(block, block[1:])
	p.lists[term] = l
}

package dossier

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// graph is the chains behind the reports of a claim in tiers: the outlets,
// those who relay, and the origins. Ties lead from one tier to the next.
type graph struct {
	tiers [][]node
	ties  [][]tie // between tier i and tier i+1
}

// node is one box of a graph.
type node struct {
	name   string
	outlet int  // index of the outlet it names, or -1
	copies int  // how many outlets that copy this one it stands for too
	more   int  // how many other outlets it stands for too
	own    bool // an origin that is the outlet's own reporting
	pass   bool // nothing stands here: a tie runs through this tier
}

// tie joins two nodes of neighbouring tiers, by their index.
type tie struct{ from, to int }

const (
	relays  = 2  // tiers of those who relay, at most
	boxed   = 12 // outlets with boxes of their own, at most
	clipped = 48 // bytes of a name in a box, about
)

// path is the way of one report from its outlet to its origin.
type path struct {
	outlet int
	copies int
	via    []string // ids of origins
	root   string   // id; empty for the outlet's own reporting
	joined int      // other outlets with the same way that this path stands for
}

// way tells paths that differ in nothing but the outlet.
func (p *path) way() string { return strings.Join(p.via, "\x00") + "\x00\x00" + p.root }

// graph lays out the chains of c; nil when they would show nothing: when nobody
// relays and no two outlets rest on one origin.
func (r *reading) graph(c *Claim) *graph {
	paths := r.paths(c)
	if !slices.ContainsFunc(paths, func(p *path) bool {
		return len(p.via) > 0 || p.root != "" && slices.ContainsFunc(paths, func(q *path) bool { return q.root == p.root && q.outlet != p.outlet })
	}) {
		return nil
	}
	crowded := len(paths) > boxed
	if crowded {
		paths = gathered(paths)
	}
	depth := 0
	for _, p := range paths {
		depth = max(depth, len(p.via))
	}
	// Outlets of one origin stand together, so that ties hardly cross.
	first := map[string]int{}
	for i, p := range paths {
		if _, ok := first[p.root]; !ok && p.root != "" {
			first[p.root] = i
		}
	}
	slices.SortStableFunc(paths, func(a, b *path) int {
		if a.root == "" || b.root == "" {
			return btoi(a.root == "") - btoi(b.root == "")
		}
		return cmp.Or(cmp.Compare(first[a.root], first[b.root]), cmp.Compare(strings.Join(a.via, "\x00"), strings.Join(b.via, "\x00")))
	})
	g := &graph{tiers: make([][]node, depth+2), ties: make([][]tie, depth+1)}
	index := make([]map[string]int, depth+2)
	for t := range index {
		index[t] = map[string]int{}
	}
	place := func(t int, key string, n node) int {
		k, ok := index[t][key]
		if !ok {
			k = len(g.tiers[t])
			index[t][key] = k
			g.tiers[t] = append(g.tiers[t], n)
		}
		return k
	}
	for i, p := range paths {
		box := node{name: clip(r.outlets[p.outlet], clipped), outlet: p.outlet, copies: p.copies, more: p.joined}
		key := fmt.Sprint(p.outlet)
		if crowded {
			key = fmt.Sprint("way ", i)
		}
		at := place(0, key, box)
		for t := 1; t <= depth+1; t++ {
			var to int
			switch {
			case t <= len(p.via):
				to = place(t, p.via[t-1], node{name: r.origin(p.via[t-1]), outlet: -1})
			case t <= depth:
				to = place(t, fmt.Sprint(at, " to ", p.root), node{outlet: -1, pass: true})
			case p.root == "":
				to = place(t, "own "+key, node{name: box.name, outlet: p.outlet, more: p.joined, own: true})
			default:
				to = place(t, p.root, node{name: r.origin(p.root), outlet: -1})
			}
			if x := (tie{at, to}); !slices.Contains(g.ties[t-1], x) {
				g.ties[t-1] = append(g.ties[t-1], x)
			}
			at = to
		}
	}
	return g
}

// origin names the origin with the id.
func (r *reading) origin(id string) string {
	return clip(r.shown(oneLine(r.d.Origins[r.originAt[id]].Name)), clipped)
}

// paths lists the ways of the sure reports of c in the order of outlets, each once.
// A copy stands with its original where that reports c too.
func (r *reading) paths(c *Claim) []*path {
	var out []*path
	has := map[string]bool{}
	reports := c.sure()
	for i := range reports {
		has[reports[i].Article] = true
	}
	copies := map[string][]int{} // outlets of copies, by original
	for i := range reports {
		p := &reports[i]
		if o := r.original(p.Article); o != p.Article && has[o] && r.outlet(p.Article) != r.outlet(o) {
			if n := r.outlet(p.Article); !slices.Contains(copies[o], n) {
				copies[o] = append(copies[o], n)
			}
		}
	}
	for i := range reports {
		p := &reports[i]
		n := r.outlet(p.Article)
		if o := r.original(p.Article); n < 0 || o != p.Article && has[o] {
			continue
		}
		x := &path{outlet: n, copies: len(copies[p.Article])}
		for _, l := range p.Chain {
			if i, ok := r.originAt[l.Origin]; ok && r.d.Origins[i].Kind != "self" {
				x.via = append(x.via, l.Origin)
			}
		}
		if k := len(x.via); k > 0 {
			x.via, x.root = x.via[:k-1], x.via[k-1]
			x.via = x.via[:min(len(x.via), relays)]
		}
		if !slices.ContainsFunc(out, func(y *path) bool { return y.outlet == x.outlet && y.way() == x.way() }) {
			out = append(out, x)
		}
	}
	slices.SortStableFunc(out, func(a, b *path) int { return cmp.Compare(a.outlet, b.outlet) })
	return out
}

// gathered puts outlets with the same way in one path.
func gathered(list []*path) []*path {
	var out []*path
	index := map[string]*path{}
	for _, p := range list {
		if q := index[p.way()]; q != nil {
			q.joined += 1 + p.copies
			continue
		}
		p.joined, p.copies = p.copies, 0
		index[p.way()] = p
		out = append(out, p)
	}
	return out
}

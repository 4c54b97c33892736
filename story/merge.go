package story

import "slices"

// passEvery is how many articles arrive between two looks at stories that may be
// one, and at those that may be two.
const passEvery = 50

// suspect is a pair of stories, by their ids, that may be of one event.
type suspect struct{ a, b string }

// suspect notes the stories that an article might have joined as well as s. It
// shows that they have something in common, which they did not when they began.
func (c *Clusterer) suspect(x *Arrival, s *group) {
	const most = 2 // that are noted
	n := 0
	for _, k := range x.Candidates {
		if k.group != s && n < most && k.Score >= c.model.Merge {
			c.suspects = append(c.suspects, suspect{s.id, k.Story})
			n++
		}
	}
}

// merge makes one story of each two suspects that are close enough.
func (c *Clusterer) merge() {
	for _, p := range c.suspects {
		a, b := c.stories[p.a], c.stories[p.b]
		if a == nil || b == nil || a == b || c.near(a, b) < c.model.Merge || c.bound(a, b) || apart(a.language(), b.language()) {
			continue
		}
		c.unite(a, b)
	}
	c.suspects = nil
}

// near is how close two stories are: the mean of the rank scores of each one's
// articles with the other.
func (c *Clusterer) near(a, b *group) int {
	sum, n := 0, 0
	for _, side := range [][2]*group{{a, b}, {b, a}} {
		of := side[1].shown()
		for _, r := range side[0].shown() {
			sum += linear(c.model.Rank, features(r, of, side[1]))
			n++
		}
	}
	return sum / n
}

// unite puts the articles of the younger of two stories into the older.
func (c *Clusterer) unite(a, b *group) {
	if b.began < a.began {
		a, b = b, a
	}
	for _, r := range b.members {
		r.story = a
	}
	a.members = append(a.members, b.members...)
	slices.SortFunc(a.members, byArrival)
	a.close += b.close
	a.joins += b.joins
	b.members = nil
	c.redirect(b, a)
}

// Redirects returns the stories that have become part of others since the
// Clusterer began or was restored, in the order in which they did.
func (c *Clusterer) Redirects() []Redirect { return c.redirects }

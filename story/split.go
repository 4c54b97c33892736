package story

// leastSplit is how many articles a story has at least to be parted, two for
// each part: one alone does not show what else the story is about.
const leastSplit = 4

// split parts each story that took an article since the last pass and falls in
// two. What it parts merge does not join again, nor the other way round: one asks
// for parts that are less close than the model's Split, the other for stories at
// least as close as its Merge, and ReadModel takes none that is not more.
func (c *Clusterer) split() {
	seen := c.corrected()
	for _, r := range c.records[max(len(c.records)-passEvery, 0):] {
		s := r.story
		if seen[s] || len(s.members) < leastSplit || len(s.members) > maxMembers || s.pinned() {
			continue
		}
		seen[s] = true
		first, second := s.parts()
		if len(first.members) < 2 || len(second.members) < 2 {
			continue
		}
		first.tighten()
		second.tighten()
		if c.near(first, second) < c.model.Split {
			c.part(s, first, second)
		}
	}
}

// corrected returns the stories that a person put articles into or keeps apart
// from others: in them nothing is parted.
func (c *Clusterer) corrected() map[*group]bool {
	stories := map[*group]bool{}
	for _, e := range c.log {
		if e.undone {
			continue
		}
		for _, m := range e.moves {
			if r := c.byID[m.article]; r != nil {
				stories[r.story] = true
			}
		}
		for _, id := range e.apart {
			stories[c.stories[id]] = true
		}
	}
	return stories
}

// parts puts with each of the two articles that are least alike what is more like
// it. The first part has the article that the story began with.
func (s *group) parts() (first, second *group) {
	var words [maxMembers][maxMembers]int
	least, one, other := 1001, 0, 0
	for i, r := range s.members {
		words[i][i] = 1000
		for j, m := range s.members[:i] {
			l := alike(&r.vector, &m.vector)[byWords]
			words[i][j], words[j][i] = l, l
			if l < least {
				least, one, other = l, j, i
			}
		}
	}
	near := func(i int) bool { return words[i][one] >= words[i][other] }
	first, second = &group{}, &group{}
	for i, r := range s.members {
		if near(i) == near(0) {
			first.members = append(first.members, r)
		} else {
			second.members = append(second.members, r)
		}
	}
	return first, second
}

// part leaves a story the first of its parts, and makes the second a story of its own.
func (c *Clusterer) part(s, first, second *group) {
	s.members, s.joins, s.close = first.members, first.joins, first.close
	second.id, second.began = c.free(second.members), second.members[0].n
	c.stories[second.id] = second
	for _, r := range second.members {
		r.story = second
		c.moves = append(c.moves, Moved{r.id, second.id})
	}
}

// Moves returns the articles that were given another story, by corrections or
// because theirs was parted, since the Clusterer began or was restored, in the
// order in which they were. The list grows with the stream, as that of Redirects does.
// An article is of the story that its last move names or, without one, its answer, or
// of what that redirects to.
func (c *Clusterer) Moves() []Moved { return c.moves }

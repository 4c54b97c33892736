package story

import (
	"fmt"
	"slices"
)

// Correction is what a person puts right. Its JSON form is a published format.
// Stories may be named by ids that redirect.
type Correction struct {
	// Do is what to do.
	//
	//	merge  the stories are one, under the id of the oldest
	//	split  the articles, which are of one story, are a story of their own
	//	move   the articles belong to the first of the stories
	//	pin    the articles stay where they are: no pass makes their story one with another, or parts it
	//	undo   the latest correction that holds holds no more
	//
	// Stories that were split, or between which articles were moved, are never
	// made one again but by a correction. No pass parts a story that corrections put
	// articles into or took them out of.
	Do       string   `json:"do"`
	Articles []string `json:"articles,omitempty"`
	Stories  []string `json:"stories,omitempty"`
}

// Most articles and stories of one correction, and most corrections.
const (
	maxNamed       = 10_000
	maxCorrections = 100_000
)

// entry is a correction in the log, with what it takes to undo it.
type entry struct {
	Correction
	undone bool
	moves  []move
	apart  []string // two stories that are to stay apart, or none
	pinned []string // articles that were not pinned before
}

// move says where an article was.
type move struct{ article, from string }

// Moved says that an article was given another story, by a person or because
// its story was parted. Its JSON form is a published format.
type Moved struct {
	Article string `json:"moved"`
	To      string `json:"to"`
}

// Correct does what a person says, and notes it in the log. It returns which
// articles have another story now, in the order of their arrival. On an error,
// as when an article or a story is not known or is no longer remembered, nothing is
// changed.
func (c *Clusterer) Correct(k Correction) ([]Moved, error) {
	if len(c.log) >= maxCorrections || len(k.Articles) > maxNamed || len(k.Stories) > maxNamed {
		return nil, fmt.Errorf("too many corrections, or too much in one")
	}
	articles, err := c.named(k.Articles)
	if err != nil {
		return nil, err
	}
	var stories []*group
	for _, id := range k.Stories {
		s := c.stories[id]
		if s == nil {
			return nil, fmt.Errorf("no story %q is remembered", id)
		}
		stories = append(stories, s)
	}
	e := entry{Correction: k}
	switch {
	case k.Do == "merge" && len(stories) > 1 && len(articles) == 0:
		to := slices.MinFunc(stories, func(a, b *group) int { return int(a.began) - int(b.began) })
		for _, s := range stories {
			if s != to {
				articles = append(articles, s.members...)
			}
		}
		c.give(&e, articles, to)
	case k.Do == "split" && len(articles) > 0 && len(stories) == 0:
		from := articles[0].story
		for _, r := range articles {
			if r.story != from {
				return nil, fmt.Errorf("articles %q and %q are of two stories", articles[0].id, r.id)
			}
		}
		if len(articles) == len(from.members) {
			return nil, fmt.Errorf("nothing is left of story %q", from.id)
		}
		to := &group{id: c.free(articles), began: articles[0].n}
		c.stories[to.id] = to
		e.apart = []string{from.id, to.id}
		c.give(&e, articles, to)
	case k.Do == "move" && len(articles) > 0 && len(stories) == 1:
		from := articles[0].story
		if from != stories[0] && len(articles) < len(from.members) {
			e.apart = []string{from.id, stories[0].id}
		}
		c.give(&e, articles, stories[0])
	case k.Do == "pin" && len(articles) > 0 && len(stories) == 0:
		for _, r := range articles {
			if !r.pinned {
				r.pinned = true
				e.pinned = append(e.pinned, r.id)
			}
		}
	case k.Do == "undo" && len(articles)+len(stories) == 0:
		return c.undo(e)
	default:
		return nil, fmt.Errorf("%q is no correction, or names what it has no use for", k.Do)
	}
	c.log = append(c.log, e)
	return c.moved(articles, e.moves), nil
}

// named returns articles by their ids, each once, as they arrived.
func (c *Clusterer) named(ids []string) ([]*record, error) {
	var list []*record
	for _, id := range ids {
		r := c.byID[id]
		if r == nil {
			return nil, fmt.Errorf("no article %q is remembered", id)
		}
		list = append(list, r)
	}
	slices.SortFunc(list, byArrival)
	return slices.Compact(list), nil
}

func byArrival(a, b *record) int { return int(a.n) - int(b.n) }

// moved notes where articles are now, of those that were moved, and returns it.
func (c *Clusterer) moved(articles []*record, moves []move) []Moved {
	var list []Moved
	for _, r := range articles {
		if slices.ContainsFunc(moves, func(m move) bool { return m.article == r.id }) {
			list = append(list, Moved{r.id, r.story.id})
		}
	}
	c.moves = append(c.moves, list...)
	return list
}

// free returns the id of the first of the articles by which no story goes yet.
func (c *Clusterer) free(articles []*record) string {
	for _, r := range articles {
		if c.stories[r.id] == nil {
			return r.id
		}
	}
	id := articles[0].id + "+"
	for c.stories[id] != nil {
		id += "+"
	}
	return id
}

// give puts articles into a story and notes where they were.
func (c *Clusterer) give(e *entry, articles []*record, to *group) {
	changed := []*group{to}
	for _, r := range articles {
		if from := r.story; from != to {
			e.moves = append(e.moves, move{r.id, from.id})
			if !slices.Contains(changed, from) {
				changed = append(changed, from)
			}
			c.put(r, to)
		}
	}
	for _, s := range changed {
		s.tighten()
	}
}

// put takes an article out of its story and puts it into another. A story that
// has nothing left redirects there.
func (c *Clusterer) put(r *record, to *group) {
	from := r.story
	i, _ := slices.BinarySearchFunc(from.members, r, byArrival)
	from.members = slices.Delete(from.members, i, i+1)
	i, _ = slices.BinarySearchFunc(to.members, r, byArrival)
	to.members = slices.Insert(to.members, i, r)
	r.story = to
	if len(from.members) == 0 {
		c.redirect(from, to)
	}
}

// redirect lets a story, which has no articles, be found as another.
func (c *Clusterer) redirect(from, to *group) {
	for _, id := range append(from.aliases, from.id) {
		to.aliases = append(to.aliases, id)
		c.stories[id] = to
	}
	c.redirects = append(c.redirects, Redirect{from.id, to.id})
}

// undo takes back the latest correction that holds.
func (c *Clusterer) undo(e entry) ([]Moved, error) {
	at := len(c.log) - 1
	for at >= 0 && (c.log[at].undone || c.log[at].Do == "undo") {
		at--
	}
	if at < 0 {
		return nil, fmt.Errorf("there is nothing to undo")
	}
	last := &c.log[at]
	last.undone = true
	var articles []*record
	var changed []*group
	for _, m := range last.moves {
		r := c.byID[m.article]
		if r == nil {
			continue // no longer remembered
		}
		to := c.revive(m.from, r)
		for _, s := range []*group{r.story, to} {
			if !slices.Contains(changed, s) {
				changed = append(changed, s)
			}
		}
		c.put(r, to)
		articles = append(articles, r)
	}
	for _, s := range changed {
		s.tighten()
	}
	for _, id := range last.pinned {
		if r := c.byID[id]; r != nil {
			r.pinned = false
		}
	}
	c.log = append(c.log, e)
	slices.SortFunc(articles, byArrival)
	return c.moved(articles, last.moves), nil
}

// revive returns the story of an id, which is made anew for article r when the
// id redirects or is forgotten.
func (c *Clusterer) revive(id string, r *record) *group {
	s := c.stories[id]
	if s != nil && s.id == id {
		return s
	}
	if s != nil {
		s.aliases = slices.DeleteFunc(s.aliases, func(alias string) bool { return alias == id })
		c.redirects = slices.DeleteFunc(c.redirects, func(r Redirect) bool { return r.From == id })
	}
	s = &group{id: id, began: r.n}
	c.stories[id] = s
	return s
}

// tighten reckons anew how tight a story is.
func (s *group) tighten() {
	s.joins, s.close = 0, 0
	for n, r := range s.members {
		if n > 0 {
			s.joined(r, (&group{members: s.members[:n]}).shown())
		}
	}
}

// pinned reports whether a person wants an article of a story to stay.
func (s *group) pinned() bool {
	return slices.ContainsFunc(s.members, func(r *record) bool { return r.pinned })
}

// bound reports whether corrections keep two stories from becoming one.
func (c *Clusterer) bound(a, b *group) bool {
	if a.pinned() || b.pinned() {
		return true
	}
	return slices.ContainsFunc(c.log, func(e entry) bool {
		if e.undone || len(e.apart) == 0 {
			return false
		}
		x, y := c.stories[e.apart[0]], c.stories[e.apart[1]]
		return x == a && y == b || x == b && y == a
	})
}

// Log returns the corrections, in the order in which they were made.
func (c *Clusterer) Log() []Correction {
	list := make([]Correction, len(c.log))
	for i, e := range c.log {
		list[i] = e.Correction
	}
	return list
}

package identity

import (
	"cmp"
	"slices"

	"synoptic/analyze/doc"
)

// answer is a description that someone may be called by: a role, with the key
// of the country or body it is in, or without any.
type answer struct {
	word, key string
}

// answers is how many different descriptions of one person count.
const answers = 64

// cast keeps, for a place in the text that only moves forward, who of those
// that answer to a description was named last before it.
type cast struct {
	nearest map[answer]*called
	events  []event
	next    int
	// answersTo gives for each person what descriptions so far given of it it
	// answers to, and last the token of its latest name, or -1.
	answersTo [][]answer
	last      []int
}

// called is who answers to a description.
type called struct {
	entity, last int // named last before the place, and at which token; -1
	first        int // of all that answer to it, the one described first
	many, named  bool
}

// keyed returns whom the role word means with one of the keys, and why: the one
// named last of those so described, or the only one; else -1.
func (c *cast) keyed(words, keys []string) (int, string) {
	best, last, first, many, others := -1, -1, -1, false, false
	for _, w := range words {
		for _, k := range keys {
			one := c.nearest[answer{w, k}]
			if one == nil {
				continue
			}
			many = many || one.many || first >= 0 && one.first != first
			first = one.first
			if one.last < 0 {
				continue
			}
			others = others || one.named || best >= 0 && best != one.entity
			if one.last > last {
				best, last = one.entity, one.last
			}
		}
	}
	switch {
	case best >= 0 && others:
		return best, "the nearest of those so described"
	case best >= 0:
		return best, "the only one so described here"
	case first >= 0 && !many:
		return first, "the only one so described here"
	}
	return -1, ""
}

// only returns the one person of the text with the role word, or -1.
func (c *cast) only(word string) int {
	if one := c.nearest[answer{word: word}]; one != nil && !one.many {
		return one.first
	}
	return -1
}

// event is a name of a person, or a description with the answers it adds.
type event struct {
	at, entity int
	adds       []answer
}

// newCast lists all names and roles of people in the order of the text.
func (r *resolver) newCast() *cast {
	c := &cast{nearest: map[answer]*called{}, answersTo: make([][]answer, len(r.ents)), last: make([]int, len(r.ents))}
	for e := range r.ents {
		x := &r.ents[e]
		c.last[e] = -1
		if x.typ != doc.Person || x.signed {
			continue
		}
		for _, n := range x.names {
			c.events = append(c.events, event{at: r.d.Names[n].From, entity: e})
		}
		seen := map[answer]bool{}
		for _, o := range x.roles {
			var adds []answer
			add := func(a answer) {
				if !seen[a] && len(seen) < answers {
					seen[a] = true
					adds = append(adds, a)
				}
			}
			for _, h := range o.heads {
				add(answer{word: h})
			}
			if len(adds) > 0 {
				c.events = append(c.events, event{at: o.From, entity: e, adds: slices.Clone(adds)})
			}
			keyed := len(adds)
			for _, h := range o.heads {
				for _, k := range o.keys {
					add(answer{h, k})
				}
			}
			for _, a := range adds {
				c.join(a, e)
			}
			// Who answers to a country's office may be told only later.
			c.answersTo[e] = append(c.answersTo[e], adds[keyed:]...)
		}
	}
	slices.SortStableFunc(c.events, func(a, b event) int { return cmp.Compare(a.at, b.at) })
	return c
}

// join notes that person e answers to a somewhere in the text.
func (c *cast) join(a answer, e int) {
	one := c.nearest[a]
	if one == nil {
		c.nearest[a] = &called{entity: -1, last: -1, first: e}
		return
	}
	one.many = one.many || one.first != e
}

// until moves on to token at.
func (c *cast) until(at int) {
	for ; c.next < len(c.events) && c.events[c.next].at < at; c.next++ {
		v := &c.events[c.next]
		todo := v.adds
		if todo == nil {
			c.last[v.entity] = v.at
			todo = c.answersTo[v.entity]
		} else {
			c.answersTo[v.entity] = append(c.answersTo[v.entity], todo...)
		}
		for _, a := range todo {
			one := c.nearest[a]
			if last := c.last[v.entity]; last > one.last {
				one.named = one.named || one.entity >= 0 && one.entity != v.entity
				one.entity, one.last = v.entity, last
			}
		}
	}
}

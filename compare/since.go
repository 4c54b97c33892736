package compare

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"synoptic/compare/anchor"
	"synoptic/span"
)

// firstReach is how many tokens may stand between "first" and the time that
// says since when.
const firstReach = 10

// reach is a time that says since when something is the first of its kind:
// "his first visit in four years", "the first since 2019".
type reach struct {
	Evidence // the words from "first" to the time
	time     int
	class    int32   // what is the first: the key of the noun or predicate
	entities []int32 // keys of the entities of the sentence
	bounds   anchor.Bounds
}

// since finds the times since when different documents say that the same thing
// is the first of its kind, and how they stand to each other.
func (t *table) since() []Disagreement {
	var list []reach
	for n := range t.docs {
		list = append(list, t.reaches(n)...)
	}
	var found []Disagreement
	used := make([]bool, len(list))
	for i := range list {
		if used[i] {
			continue
		}
		group := []reach{list[i]}
		for j := i + 1; j < len(list); j++ {
			if !used[j] && slices.ContainsFunc(group, func(r reach) bool { return r.Doc != list[j].Doc && t.sameFirst(&r, &list[j]) }) {
				group = append(group, list[j])
				used[j] = true
			}
		}
		if d, ok := t.sinceWhen(group); ok {
			found = append(found, d)
		}
	}
	return found
}

// reaches lists the times of document n that stand behind "first".
func (t *table) reaches(n int) []reach {
	d := t.docs[n]
	var list []reach
	word := t.word[n]
	for i := range d.Times {
		k := &d.Times[i]
		s := d.SentenceOf(k.Tokens.From)
		if s < 0 || !d.Sentences[s].Kind.Reported() {
			continue
		}
		bounds, ok := t.backTo(n, i)
		if !ok {
			continue
		}
		for f := k.Tokens.From - 1; f >= max(d.Sentences[s].From, k.Tokens.From-firstReach); f-- {
			if !d.Lang.Compare.First.Has(d.Tokens[f].Norm) {
				continue
			}
			before := d.Lang.Compare.Since
			if k.Type == "DURATION" {
				before = d.Lang.Compare.Within
			}
			if !before.Has(d.Tokens[k.Tokens.From-1].Norm) && !before.Has(d.Tokens[k.Tokens.From].Norm) {
				break
			}
			r := reach{Evidence: Evidence{n, d.Span(span.Range{From: f, To: k.Tokens.To})}, time: i, class: -1, bounds: bounds}
			for j := f + 1; j < k.Tokens.From && r.class < 0; j++ {
				if d.Tokens[j].UPOS == "NOUN" {
					r.class = word[j]
				}
			}
			for j := d.Sentences[s].From; j < d.Sentences[s].To; j++ {
				if word[j] >= 0 && t.names[word[j]][0] == '@' {
					r.entities = append(r.entities, word[j])
				}
			}
			slices.Sort(r.entities)
			r.entities = slices.Compact(r.entities)
			list = append(list, r)
			break
		}
	}
	return list
}

// backTo returns what time i of document n reaches back to: the date itself, or
// for "in four years" the year, month or day so long before publication.
func (t *table) backTo(n, i int) (anchor.Bounds, bool) {
	k := &t.docs[n].Times[i]
	if k.Type == "DATE" {
		return t.times.Bounds(n, i)
	}
	published, ok := t.published(n)
	if !ok || k.Type != "DURATION" || len(k.Value) < 3 || k.Value[0] != 'P' {
		return anchor.Bounds{}, false
	}
	last := len(k.Value) - 1
	count, err := strconv.Atoi(k.Value[1:last])
	if err != nil || count <= 0 || count > 1000 {
		return anchor.Bounds{}, false
	}
	var from, to time.Time
	switch k.Value[last] {
	case 'Y':
		from = time.Date(published.Year()-count, 1, 1, 0, 0, 0, 0, time.UTC)
		to = from.AddDate(1, 0, -1)
	case 'M':
		from = time.Date(published.Year(), published.Month()-time.Month(count), 1, 0, 0, 0, 0, time.UTC)
		to = from.AddDate(0, 1, -1)
	default:
		return anchor.Bounds{}, false
	}
	return anchor.Bounds{Earliest: from.Format(time.DateOnly), Latest: to.Format(time.DateOnly)}, true
}

// sameFirst reports whether two firsts are of one thing: the same noun with an
// entity in common, or no noun against any with two.
func (t *table) sameFirst(a, b *reach) bool {
	shared := 0
	for _, e := range a.entities {
		if slices.Contains(b.entities, e) {
			shared++
		}
	}
	if a.class >= 0 && b.class >= 0 {
		return a.class == b.class && shared >= 1
	}
	return shared >= 2
}

func (t *table) sinceWhen(group []reach) (Disagreement, bool) {
	d := Disagreement{Slot: Date, About: group[0].Evidence, Claim: -1, Confidence: 60}
	for _, r := range group {
		at := slices.IndexFunc(d.Positions, func(p Position) bool {
			return strings.EqualFold(p.Value.Text(t.docs[p.Value.Doc].Text), t.timeWords(r.Doc, r.time).Text(t.docs[r.Doc].Text))
		})
		d.put(at, Position{
			Value: t.timeWords(r.Doc, r.time), Earliest: r.bounds.Earliest, Latest: r.bounds.Latest, Entity: -1,
		}, r.Evidence)
	}
	if len(d.Positions) < 2 {
		return d, false
	}
	d.relate(func(a, b *Position) Relation {
		switch anchor.Compare(anchor.Bounds{Earliest: a.Earliest, Latest: a.Latest}, anchor.Bounds{Earliest: b.Earliest, Latest: b.Latest}) {
		case anchor.Disjoint:
			return Conflicts
		default:
			return Compatible
		}
	})
	return d, true
}

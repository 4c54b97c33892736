package compare

import (
	"slices"

	"synoptic/analyze/doc"
	"synoptic/compare/anchor"
	"synoptic/span"
)

// term is a range of years that a document gives beside a person: "held the seat from
// 1966 to 1978".
type term struct {
	Evidence // the words of the years
	from, to string
}

// terms finds people whom accounts give ranges of years that mostly overlap and are not
// the same: "1967 to 1979", "1966 to 1978". Who has several in one account is left out,
// since they may be of two offices.
func (t *table) terms() []Disagreement {
	told := make([][]term, len(t.entities.Entities))
	for n := range t.docs {
		for e, list := range t.termsOf(n) {
			if len(list) == 1 {
				told[e] = append(told[e], list[0])
			}
		}
	}
	var found []Disagreement
	for e, list := range told {
		d := Disagreement{Slot: Date, About: t.mention(e), Claim: -1, Confidence: termConfidence}
		for _, k := range list {
			at := slices.IndexFunc(d.Positions, func(p Position) bool { return p.Earliest == k.from && p.Latest == k.to })
			d.put(at, Position{Value: k.Evidence, Earliest: k.from, Latest: k.to, Entity: -1}, k.Evidence)
		}
		if len(d.Positions) == 2 && t.oneTerm(&d.Positions[0], &d.Positions[1]) {
			d.relate(func(_, _ *Position) Relation { return Conflicts })
			found = append(found, d)
		}
	}
	return found
}

// termConfidence is how sure it is, in hundredths, that two ranges are of one office.
const termConfidence = 60

// oneTerm reports whether two ranges have more than half of their days in common.
func (t *table) oneTerm(a, b *Position) bool {
	both := days(anchor.Bounds{Earliest: max(a.Earliest, b.Earliest), Latest: min(a.Latest, b.Latest)})
	return 2*both > max(days(anchor.Bounds{Earliest: a.Earliest, Latest: a.Latest}), days(anchor.Bounds{Earliest: b.Earliest, Latest: b.Latest}))
}

// termsOf lists the ranges of years of document n by the person named last before each in
// its sentence.
func (t *table) termsOf(n int) map[int][]term {
	d := t.docs[n]
	var by map[int][]term
	for i := 1; i < len(d.Times); i++ {
		first, last := &d.Times[i-1], &d.Times[i]
		s := d.SentenceOf(first.Tokens.From)
		if !last.Joined || !year(first) || !year(last) || s < 0 || s != d.SentenceOf(last.Tokens.From) || !d.Sentences[s].Kind.Reported() {
			continue
		}
		b, ok := t.times.Bounds(n, i)
		if e := t.personBefore(n, d.Sentences[s].From, first.Tokens.From); ok && e >= 0 {
			if by == nil {
				by = map[int][]term{}
			}
			at := span.Range{From: first.Tokens.From, To: last.Tokens.To}
			by[e] = append(by[e], term{Evidence{n, d.Span(at)}, b.Earliest, b.Latest})
		}
	}
	return by
}

// year reports whether a time is a year.
func year(x *doc.Time) bool { return x.Type == "DATE" && len(x.Value) == len("2031") }

// personBefore returns the person of the story named last in tokens from to to of
// document n, or -1.
func (t *table) personBefore(n, from, to int) int {
	for i := to - 1; i >= from; i-- {
		k := t.word[n][i]
		if k < 0 || !t.person(k) {
			continue
		}
		if e := atoi(t.names[k][1:]); t.entities.Entities[e].Participant {
			return e
		}
	}
	return -1
}

package compare

import (
	"slices"
	"time"

	"synoptic/analyze/doc"
	"synoptic/analyze/quantity"
)

// ages finds people whom accounts give different ages: "Ann Lund, 25", "Lund, 26". Who
// is given two by one account is left out: two people may have been taken for one.
func (t *table) ages() []Disagreement {
	told := make([][]fact, len(t.entities.Entities))
	for n, d := range t.docs {
		for q := range d.Quantities {
			if e := t.aged(n, q); e >= 0 {
				k := &d.Quantities[q]
				told[e] = append(told[e], fact{
					doc: n, quantity: q, head: k.Head, dimension: quantity.Age,
					Interval: intervalOf(k),
				})
			}
		}
	}
	var found []Disagreement
	for e, facts := range told {
		if twoAges(facts) {
			continue
		}
		d := Disagreement{Slot: Count, About: t.mention(e), Claim: -1, Confidence: ageConfidence}
		for i := range facts {
			f := &facts[i]
			at := slices.IndexFunc(d.Positions, func(p Position) bool { return relate(*p.Interval, f.Interval) == Same })
			d.put(at, Position{Value: t.quantitySpan(f), Interval: &f.Interval, Entity: e}, t.agedWords(f))
		}
		d.relate(func(a, b *Position) Relation {
			if t.grown(a, b) || t.grown(b, a) {
				return Compatible
			}
			return relate(*a.Interval, *b.Interval)
		})
		if d.Relation == Conflicts {
			found = append(found, d)
		}
	}
	return found
}

// birthday is how many days lie between two reports at least for the one to count a
// year more.
const birthday = 30

// grown reports whether those who give the age of b wrote so much later than those who
// give that of a that the person has grown so much older.
func (t *table) grown(a, b *Position) bool {
	years := int(b.Interval.Low - a.Interval.Low)
	if years < 1 || years > maxYears {
		return false
	}
	var last, first time.Time
	for _, e := range a.Evidence {
		day, ok := t.published(e.Doc)
		if !ok {
			return false
		}
		if day.After(last) {
			last = day
		}
	}
	for _, e := range b.Evidence {
		day, ok := t.published(e.Doc)
		if !ok {
			return false
		}
		if first.IsZero() || day.Before(first) {
			first = day
		}
	}
	days := int(first.Sub(last).Hours() / 24)
	return days >= birthday+(years-1)*365 && days <= (years+1)*366
}

// published returns the day on which document n was published.
func (t *table) published(n int) (time.Time, bool) {
	day, _, ok := t.times.Published(n)
	if !ok {
		return time.Time{}, false
	}
	d, err := time.Parse(time.DateOnly, day)
	return d, err == nil
}

// twoAges reports whether one document gives two ages that conflict.
func twoAges(facts []fact) bool {
	for i, f := range facts {
		for _, g := range facts[:i] {
			if f.doc == g.doc && relate(f.Interval, g.Interval) == Conflicts {
				return true
			}
		}
	}
	return false
}

// ageConfidence is how sure it is, in hundredths, that two ages are of one person:
// as sure as the name is.
const ageConfidence = 80

// maxYears is how many years accounts can be apart that give the age of one person
// without a name; other ages are of others.
const maxYears = 3

// sameAge reports whether two ages can be of one person, or of the same people.
func sameAge(a, b Interval) bool {
	return max(a.Low-b.Low, b.Low-a.Low) <= maxYears && max(a.High-b.High, b.High-a.High) <= maxYears
}

// aged returns the person of the story whose age quantity q of document n is, or -1.
func (t *table) aged(n, q int) int {
	d := t.docs[n]
	k := &d.Quantities[q]
	if k.Dimension != quantity.Age || k.Head < 0 || !d.Sentences[max(d.SentenceOf(k.Head), 0)].Kind.Reported() {
		return -1
	}
	key := t.word[n][k.Head]
	if key < 0 || t.names[key][0] != '@' {
		return -1
	}
	e := atoi(t.names[key][1:])
	if x := &t.entities.Entities[e]; x.Type != doc.Person || !x.Participant {
		return -1
	}
	return e
}

// agedWords returns an age with whose it is.
func (t *table) agedWords(f *fact) Evidence {
	d := t.docs[f.doc]
	k := &d.Quantities[f.quantity]
	at := k.Tokens
	at.From, at.To = min(at.From, k.Of.From), max(at.To, k.Of.To)
	return Evidence{f.doc, d.Span(at)}
}

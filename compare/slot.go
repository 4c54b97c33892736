package compare

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"synoptic/analyze/doc"
	"synoptic/compare/anchor"
	"synoptic/lang"
	"synoptic/span"
)

// strong is the score, in thousandths, from which two statements are taken to
// be of the same event, so that a slot they fill differently is a difference.
const strong = 500

// opposed is what strong is for two statements one of which is denied, which makes
// them less like.
const opposed = 400

// surePlace is the score, in thousandths, from which two common nouns for places
// are told apart.
const surePlace = 700

// contrasts finds where two statements of one event, strongly linked, differ in
// polarity, certainty, date or place.
func (t *table) contrasts(links []link, claims [][]int) []Disagreement {
	var found []Disagreement
	claim := make([][]int, len(t.rows)) // by row: the rows of its claim
	for _, rows := range claims {
		for _, r := range rows {
			claim[r] = rows
		}
	}
	type seat struct {
		row  int
		slot Slot
	}
	used := map[seat]bool{} // rows that stand in a disagreement
	all := []func(l link, samePredicate bool) (Disagreement, bool){t.polarity, t.certainty, t.date, t.place, t.soon}
	for _, l := range links {
		if l.score < opposed {
			break
		}
		a, b := &t.rows[l.a], &t.rows[l.b]
		if a.unsaid || b.unsaid {
			continue
		}
		finders := all
		if l.score < strong && a.Denied == b.Denied {
			if a.soon == b.soon {
				continue
			}
			finders = all[len(all)-1:]
		}
		samePredicate := t.samePredicate(l)
		for _, find := range finders {
			d, ok := find(l, samePredicate)
			if !ok || used[seat{l.a, d.Slot}] || used[seat{l.b, d.Slot}] {
				continue
			}
			sides := [2][]int{{l.a}, {l.b}}
			used[seat{l.a, d.Slot}], used[seat{l.b, d.Slot}] = true, true
			for i := range sides {
				for _, other := range claim[sides[i][0]] {
					if !used[seat{other, d.Slot}] && t.alike(sides[i][0], other) {
						used[seat{other, d.Slot}] = true
						sides[i] = append(sides[i], other)
						d.Positions[i].Evidence = append(d.Positions[i].Evidence, t.evidence(other))
					}
				}
			}
			if !t.torn(sides) {
				found = append(found, d)
			}
		}
	}
	return found
}

// samePredicate reports whether the predicates of two linked rows are one, or words
// that stand for each other.
func (t *table) samePredicate(l link) bool {
	a, b := &t.rows[l.a], &t.rows[l.b]
	if a.pred == b.pred && !a.stop {
		return true
	}
	for _, k := range t.links(l.a, l.b) {
		if k.Weight >= sameVerb && a.Predicate.Contains(k.A) && b.Predicate.Contains(k.B) && meaningful(t.docs[a.doc], k.A.To-1) {
			return true
		}
	}
	return false
}

// sameVerb is how surely two predicates are linked at least, in thousandths, to be one: less
// links "bought" and "owned", too.
const sameVerb = 700

// question reports whether a statement only asks: "where he was born".
func (t *table) question(r *row) bool {
	d := t.docs[r.doc]
	at := d.Range(r.Span)
	if at.Empty() {
		return false
	}
	first, l := d.Tokens[at.From].Norm, &d.Lang.Attribution
	if at.From > d.Sentences[r.Sentence].From && l.Interrogatives.Has(d.Tokens[at.From-1].Norm) && !l.Relatives.Has(d.Tokens[at.From-1].Norm) {
		return true // "asked whether he sent it"
	}
	return l.Interrogatives.Has(first) && !l.Relatives.Has(first)
}

// governed returns the keys of the nouns behind a preposition in a statement.
func (t *table) governed(r *row, prep string) []int32 {
	var keys []int32
	for _, p := range r.Participants {
		if k := t.word[r.doc][p.Head]; p.Role == doc.Oblique && p.Prep == prep && k >= 0 {
			keys = append(keys, k)
		}
	}
	return keys
}

// torn reports whether one document stands on both sides and does not give them
// to two sources: it corrects or questions a view, and the accounts do not differ.
func (t *table) torn(sides [2][]int) bool {
	for _, a := range sides[0] {
		for _, b := range sides[1] {
			x, y := &t.rows[a], &t.rows[b]
			if x.doc == y.doc && (x.Attribution < 0 || y.Attribution < 0 || x.Attribution == y.Attribution) {
				return true
			}
		}
	}
	return false
}

// alike reports whether two statements of one claim say it in the same way:
// affirmed or denied, as firmly, of the same names, time and place.
func (t *table) alike(a, b int) bool {
	x, y := &t.rows[a], &t.rows[b]
	if x.pred != y.pred || x.Denied != y.Denied || x.Hedge != y.Hedge || t.hedges(x.doc, x.Tokens) != t.hedges(y.doc, y.Tokens) || t.otherNames(x, y) {
		return false
	}
	i, okI := t.when(x)
	j, okJ := t.when(y)
	if okI != okJ || (len(x.Times) == 0) != (len(y.Times) == 0) {
		return false
	}
	hullX, _ := t.hull(x)
	hullY, _ := t.hull(y)
	if x.soon != y.soon || !okI && (hullX.Earliest != hullY.Earliest || hullX.Latest != hullY.Latest) {
		return false
	}
	if okI {
		bx, _ := t.times.Bounds(x.doc, i)
		by, _ := t.times.Bounds(y.doc, j)
		if anchor.Compare(bx, by) != anchor.Same {
			return false
		}
	}
	for _, p := range x.Participants {
		if q := t.governed(y, p.Prep); p.Role == doc.Oblique && t.docs[x.doc].Lang.Compare.Places.Has(p.Prep) && len(q) > 0 && !meets(q, t.governed(x, p.Prep)) {
			return false
		}
	}
	return true
}

// two makes a disagreement of two positions with the given relation.
func (t *table) two(slot Slot, l link, va, vb Evidence, relation Relation) Disagreement {
	d := Disagreement{Slot: slot, About: t.evidence(l.a), Claim: -1, Confidence: min(95, l.score/10)}
	if of := t.subjectWords(&t.rows[l.a]); !of.Empty() {
		d.About = of
	}
	d.Positions = []Position{
		{Value: va, Evidence: []Evidence{t.evidence(l.a)}, Entity: -1},
		{Value: vb, Evidence: []Evidence{t.evidence(l.b)}, Entity: -1},
	}
	d.relate(func(_, _ *Position) Relation { return relation })
	return d
}

// subjectWords returns the words of what a statement is about: its first
// patient, else its agent.
func (t *table) subjectWords(r *row) Evidence {
	d := t.docs[r.doc]
	for _, role := range []doc.Role{doc.Patient, doc.Agent} {
		for _, p := range r.Participants {
			if head := d.Tokens[p.Head].UPOS; p.Role == role && head != "PRON" && head != "NUM" {
				return Evidence{r.doc, d.Span(p.Range)}
			}
		}
	}
	return Evidence{}
}

// maxAsked is the most bytes of a statement that is named whole.
const maxAsked = 90

// asked returns the words that say what is in question: the whole statement of a
// row when it is short, which tells more than a noun of it; otherwise about.
func (t *table) asked(r int, about Evidence) Evidence {
	if e := t.evidence(r); e.Len() <= maxAsked {
		return e
	}
	return about
}

func (t *table) predicateWords(r *row) Evidence {
	return Evidence{r.doc, t.docs[r.doc].Span(r.Predicate)}
}

// polarity: one account affirms what the other denies.
func (t *table) polarity(l link, samePredicate bool) (Disagreement, bool) {
	a, b := &t.rows[l.a], &t.rows[l.b]
	if a.pred != b.pred || !samePredicate || !t.verbal(a) || !t.verbal(b) || a.Denied == b.Denied || a.Hedge != b.Hedge || a.Background != b.Background || !t.sameTime(a, b) {
		return Disagreement{}, false
	}
	if !t.sameCast(a, b) || !t.sameSetting(a, b) || l.score < sure && (t.light(a) || t.light(b)) || !t.sameObject(a, b) ||
		t.subordinate(a) || t.subordinate(b) || t.modal(a) || t.modal(b) || slices.Equal(a.keys, b.keys) && t.marked(a) && t.marked(b) {
		return Disagreement{}, false
	}
	d := t.two(Polarity, l, t.predicateWords(a), t.predicateWords(b), Conflicts)
	said := l.a
	if a.Denied {
		said = l.b
	}
	d.About = t.asked(said, d.About)
	return d, true
}

// verbal reports whether the predicate of a statement is a verb.
func (t *table) verbal(r *row) bool { return t.docs[r.doc].Clauses[r.Clause].Verb >= 0 }

// date: the accounts put the same event at different times.
func (t *table) date(l link, samePredicate bool) (Disagreement, bool) {
	a, b := &t.rows[l.a], &t.rows[l.b]
	if !samePredicate {
		return Disagreement{}, false
	}
	if a.Denied != b.Denied || a.Background != b.Background || l.score < sure && !t.sameCast(a, b) || t.lasts(a) || t.lasts(b) {
		return Disagreement{}, false
	}
	x, okX := t.when(a)
	y, okY := t.when(b)
	if !okX || !okY || t.stamp(a, x) || t.stamp(b, y) || !t.attached(a, x) || !t.attached(b, y) || t.sameWeekday(a.doc, x, b.doc, y) || t.sameClock(a.doc, x, b.doc, y) ||
		strings.EqualFold(t.docs[a.doc].Words(t.docs[a.doc].Times[x].Tokens), t.docs[b.doc].Words(t.docs[b.doc].Times[y].Tokens)) {
		return Disagreement{}, false // one word of two days is one day, published late
	}
	bx, _ := t.times.Bounds(a.doc, x)
	by, _ := t.times.Bounds(b.doc, y)
	var relation Relation
	switch anchor.Compare(bx, by) {
	case anchor.Disjoint:
		relation = Conflicts
	case anchor.Contains, anchor.Within:
		if day(bx) && day(by) || !t.dated(a.doc, x) || !t.dated(b.doc, y) {
			return Disagreement{}, false // "Monday", "Monday night"; "on Monday", "last week"
		}
		relation = Refines
	case anchor.Near:
		relation = Compatible // one day or hour in two time zones, or not
	default:
		return Disagreement{}, false
	}
	d := t.two(Date, l, t.timeWords(a.doc, x), t.timeWords(b.doc, y), relation)
	d.Positions[0].Earliest, d.Positions[0].Latest = bx.Earliest, bx.Latest
	d.Positions[1].Earliest, d.Positions[1].Latest = by.Earliest, by.Latest
	return d, true
}

// sameClock reports whether two times are one time of day, and one of them names no day: on
// which it lies is only taken from when it was told.
func (t *table) sameClock(n, i, m, j int) bool {
	x, y := &t.docs[n].Times[i], &t.docs[m].Times[j]
	_, p, _ := strings.Cut(x.Value, "T")
	_, q, _ := strings.Cut(y.Value, "T")
	return strings.Contains(p, ":") && p == q && !(t.dated(n, i) && t.dated(m, j))
}

// soon: one account says when something is to come, the other only that it is soon.
// Two who meet are the same two, so that a weaker link will do.
func (t *table) soon(l link, samePredicate bool) (Disagreement, bool) {
	a, b := &t.rows[l.a], &t.rows[l.b]
	if a.soon == b.soon || !samePredicate || a.Denied != b.Denied || t.lasts(a) || t.lasts(b) {
		return Disagreement{}, false
	}
	if l.score < strong && (!t.sameCast(a, b) || t.sharedNames(a, b) < 2) || t.otherNames(a, b) {
		return Disagreement{}, false
	}
	vague, exact := a, b
	if b.soon {
		vague, exact = b, a
	}
	x, _ := t.shortly(vague)
	y, bounds, ok := t.ahead(exact)
	if !ok {
		return Disagreement{}, false
	}
	va, vb, at := x, y, 1
	if vague == b {
		va, vb, at = y, x, 0
	}
	d := t.two(Date, l, va, vb, Refines)
	d.Positions[at].Earliest, d.Positions[at].Latest = bounds.Earliest, bounds.Latest
	return d, true
}

// otherNames reports whether each of two statements names somebody or something that the
// other does not.
func (t *table) otherNames(a, b *row) bool {
	return t.sharedNames(a, b) < min(t.sharedNames(a, a), t.sharedNames(b, b))
}

// sharedNames counts the entities that two statements share.
func (t *table) sharedNames(a, b *row) int {
	n := 0
	for _, k := range a.keys {
		if t.names[k][0] == '@' && has(b.keys, k) {
			n++
		}
	}
	return n
}

// shortly returns the word by which a statement without a time puts what it tells in the
// near future: "soon".
func (t *table) shortly(r *row) (Evidence, bool) {
	d := t.docs[r.doc]
	if len(r.Times) > 0 {
		return Evidence{}, false
	}
	for i := r.Tokens.From; i < r.Tokens.To; i++ {
		if k := &d.Tokens[i]; d.Lang.Compare.Soon.Has(k.Norm) && k.UPOS == "ADV" && (i+1 == len(d.Tokens) || d.Tokens[i+1].UPOS != "SCONJ" && d.Tokens[i+1].UPOS != "ADP") {
			return Evidence{r.doc, d.Span(span.Range{From: i, To: i + 1})}, true
		}
	}
	return Evidence{}, false
}

// ahead returns the words for when what a statement tells is to come, and their bounds as
// far as they are known: they begin on the day of publication at the earliest, or the verb
// is of the future.
func (t *table) ahead(r *row) (Evidence, anchor.Bounds, bool) {
	d := t.docs[r.doc]
	today, _, dated := t.times.Published(r.doc)
	v := d.Clauses[r.Clause].Verb
	future := v >= 0 && (d.Groups[v].Future || r.Predicate != d.Groups[v].Range) // "is expected to meet"
	var at span.Range
	var hull anchor.Bounds
	for _, i := range r.Times {
		b, ok := t.times.Bounds(r.doc, i)
		known := dated && ok && b.Earliest != ""
		if known && b.Earliest < today || !known && !future || t.stamp(r, i) || !t.attached(r, i) {
			return Evidence{}, anchor.Bounds{}, false
		}
		switch k := d.Times[i].Tokens; {
		case at.Empty():
			at, hull = k, anchor.Bounds{Earliest: b.Earliest, Latest: b.Latest}
		case k.From >= at.From: // "May or early June"
			at.To = max(at.To, k.To)
			hull.Latest = max(hull.Latest, b.Latest)
		}
	}
	return Evidence{r.doc, d.Span(at)}, hull, !at.Empty()
}

// stamp reports whether time i of a statement only says when the report was put out:
// "Published Friday, June 10", or day, year and hour without a preposition.
func (t *table) stamp(r *row, i int) bool {
	d := t.docs[r.doc]
	at := r.Tokens
	for at.From < at.To && d.Tokens[at.From].UPOS == "PUNCT" {
		at.From++
	}
	if at.From < at.To && d.Lang.Time.Posted.Has(d.Tokens[at.From].Norm) {
		return true
	}
	x := &d.Times[i]
	year := false
	for k := x.Tokens.From; k < x.Tokens.To; k++ {
		year = year || len(x.Value) >= len(time.DateOnly) && strings.Contains(d.Tokens[k].Norm, x.Value[:len("2031")])
	}
	return year && len(x.Value) > len(time.DateOnly) && x.Tokens.From > 0 && d.Tokens[x.Tokens.From-1].UPOS != "ADP"
}

// attached reports whether time i of the document of row r hangs on the predicate of r or
// another verb, and not on a noun: "was charged in the shooting on Monday".
func (t *table) attached(r *row, i int) bool {
	d := t.docs[r.doc]
	at := d.Times[i].Tokens
	if d.Times[i].Joined {
		return true // hangs on the time before
	}
	for k := at.From; k < at.To; k++ {
		h := d.Tokens[k].Head
		if d.Tokens[k].Relation == "" || h < 0 || at.Has(h) {
			continue
		}
		head := d.Tokens[h].UPOS
		return r.Predicate.Has(h) || head != "NOUN" && head != "PROPN"
	}
	return true
}

// sameWeekday reports whether two times name one day of the week, which is one day that
// two reports tell of in two weeks.
func (t *table) sameWeekday(a, x, b, y int) bool {
	of := func(n, i int) int {
		d := t.docs[n]
		for at := d.Times[i].Tokens; at.From < at.To; at.From++ {
			for _, w := range d.Lang.Time.Words[d.Tokens[at.From].Norm] {
				if w.Kind == lang.Weekday {
					return w.Value
				}
			}
		}
		return 0
	}
	day := of(a, x)
	return day > 0 && day == of(b, y)
}

// lasts reports whether a statement tells of what lasts, and can be so at both of two
// times: "remained in custody".
func (t *table) lasts(r *row) bool { return t.docs[r.doc].Lang.Compare.States.Has(r.Lemma) }

// dated reports whether time i of document n names a day, month or year, and is not
// only told from the day of publication: "last week".
func (t *table) dated(n, i int) bool {
	d := t.docs[n]
	for at := d.Times[i].Tokens; at.From < at.To; at.From++ {
		if k := &d.Tokens[at.From]; k.UPOS == "PROPN" || k.UPOS == "NUM" && len(k.Norm) == len("2026") && !strings.Contains(k.Norm, ":") {
			return true
		}
	}
	return false
}

// place: the accounts put the same event, or its goal, at different places. Only
// places of one kind can be told apart without a map: two cities, two countries,
// or two common nouns.
func (t *table) place(l link, samePredicate bool) (Disagreement, bool) {
	a, b := &t.rows[l.a], &t.rows[l.b]
	if !samePredicate {
		return Disagreement{}, false
	}
	if a.Denied != b.Denied || a.Background != b.Background || !t.sameTime(a, b) || !t.sameCast(a, b) || t.subordinate(a) || t.subordinate(b) {
		return Disagreement{}, false
	}
	for _, p := range a.Participants {
		for _, q := range b.Participants {
			if l.score < surePlace && t.names[max(t.word[a.doc][p.Head], 0)][0] != '@' {
				continue // one may be in the other, "the hospital", "the village"
			}
			if p.Role != doc.Oblique || p.Prep != q.Prep || !t.docs[a.doc].Lang.Compare.Places.Has(p.Prep) || !t.apart(a, &p, b, &q) {
				continue
			}
			d := t.two(Place, l, t.participantWords(a, &p), t.participantWords(b, &q), Conflicts)
			d.Confidence = min(d.Confidence, 60)
			return d, true
		}
	}
	return Disagreement{}, false
}

// apart reports whether two participants are different places of one kind, and
// neither statement names the other's place as well.
func (t *table) apart(a *row, p *doc.Participant, b *row, q *doc.Participant) bool {
	x, y := t.word[a.doc][p.Head], t.word[b.doc][q.Head]
	if x < 0 || y < 0 || x == y || has(a.keys, y) || has(b.keys, x) {
		return false
	}
	kx, ky := t.placeKind(a, p), t.placeKind(b, q)
	return kx != "" && kx == ky
}

// placeKind returns the gazetteer's label of a named place, the part of speech
// of a common noun that can be one, and nothing for all else.
func (t *table) placeKind(r *row, p *doc.Participant) string {
	d := t.docs[r.doc]
	name := t.names[t.word[r.doc][p.Head]]
	if name[0] != '@' {
		if head := &d.Tokens[p.Head]; head.UPOS == "NOUN" && d.Lang.Compare.Sites.Has(head.Lemma) {
			return head.UPOS
		}
		return ""
	}
	e := &t.entities.Entities[atoi(name[1:])]
	if e.Type != doc.Place {
		return ""
	}
	known, _ := d.Lang.Name.Find(e.Name)
	return known.Label
}

func (t *table) participantWords(r *row, p *doc.Participant) Evidence {
	return Evidence{r.doc, t.docs[r.doc].Span(p.Range)}
}

// sortDisagreements puts conflicts first, facts before words, then the most
// widely reported and the surest.
func sortDisagreements(list []Disagreement) {
	soft := map[Slot]int{Certainty: 1, Wording: 2} // facts come before words
	slices.SortStableFunc(list, func(a, b Disagreement) int {
		return cmp.Or(
			cmp.Compare(slices.Index(strength, b.Relation), slices.Index(strength, a.Relation)),
			cmp.Compare(soft[a.Slot], soft[b.Slot]),
			cmp.Compare(b.spread(), a.spread()),
			cmp.Compare(b.Confidence, a.Confidence),
			cmp.Compare(a.Positions[0].Evidence[0].Doc, b.Positions[0].Evidence[0].Doc),
			span.Compare(a.Positions[0].Evidence[0].Span, b.Positions[0].Evidence[0].Span),
			cmp.Compare(a.Slot, b.Slot),
		)
	})
}

// spread counts the documents that take a position.
func (d *Disagreement) spread() int {
	docs := map[int]bool{}
	for _, p := range d.Positions {
		for _, e := range p.Evidence {
			docs[e.Doc] = true
		}
	}
	return len(docs)
}

package compare

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"synoptic/analyze/doc"
	"synoptic/compare/anchor"
	"synoptic/span"
)

// strong is the score, in thousandths, from which two statements are taken to
// be of the same event, so that a slot they fill differently is a difference.
const strong = 560

// sure is the score, in thousandths, from which a shade of certainty is told.
const sure = 650

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
	used := map[[2]int]bool{} // rows that stand in a disagreement, by slot
	for _, l := range links {
		if l.score < strong {
			break
		}
		a, b := &t.rows[l.a], &t.rows[l.b]
		if a.pred != b.pred || a.stop || a.Irrealis || b.Irrealis {
			continue
		}
		for slot, find := range []func(l link) (Disagreement, bool){t.polarity, t.certainty, t.date, t.place} {
			if used[[2]int{l.a, slot}] || used[[2]int{l.b, slot}] {
				continue
			}
			if d, ok := find(l); ok {
				sides := [2][]int{{l.a}, {l.b}}
				used[[2]int{l.a, slot}], used[[2]int{l.b, slot}] = true, true
				for i := range sides {
					for _, other := range claim[sides[i][0]] {
						if !used[[2]int{other, slot}] && t.alike(sides[i][0], other) {
							used[[2]int{other, slot}] = true
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
	}
	return found
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

func (t *table) castOf(r *row, role doc.Role) []int32 { return cast(r.Statement, t.word[r.doc], role) }

// alike reports whether two statements of one claim say it in the same way:
// affirmed or denied, as firmly, of the same time and place.
func (t *table) alike(a, b int) bool {
	x, y := &t.rows[a], &t.rows[b]
	if x.pred != y.pred || x.Denied != y.Denied || x.Hedge != y.Hedge {
		return false
	}
	i, okI := t.when(x)
	j, okJ := t.when(y)
	if okI != okJ {
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
			if p.Role == role && d.Tokens[p.Head].UPOS != "PRON" {
				return Evidence{r.doc, d.Span(p.Range)}
			}
		}
	}
	return Evidence{}
}

func (t *table) predicateWords(r *row) Evidence {
	return Evidence{r.doc, t.docs[r.doc].Span(r.Predicate)}
}

// polarity: one account affirms what the other denies.
func (t *table) polarity(l link) (Disagreement, bool) {
	a, b := &t.rows[l.a], &t.rows[l.b]
	if a.Denied == b.Denied || a.Hedge != b.Hedge || a.Background != b.Background || !t.sameTime(a, b) {
		return Disagreement{}, false
	}
	if !t.sameCast(a, b) || !t.sameSetting(a, b) || t.light(a) || t.light(b) || !t.sameObject(a, b) ||
		t.subordinate(a) || t.subordinate(b) || t.modal(a) || t.modal(b) {
		return Disagreement{}, false
	}
	return t.two(Polarity, l, t.predicateWords(a), t.predicateWords(b), Conflicts), true
}

// certainty: one account states flat what the other only holds possible.
func (t *table) certainty(l link) (Disagreement, bool) {
	a, b := &t.rows[l.a], &t.rows[l.b]
	if l.score < sure {
		return Disagreement{}, false
	}
	flat, possible := a.Hedge, b.Hedge
	if possible == doc.HedgeNone {
		flat, possible = possible, flat
	}
	if flat != doc.HedgeNone || possible != doc.HedgePossible && possible != doc.HedgeProbable {
		return Disagreement{}, false
	}
	if a.Denied != b.Denied || a.Background != b.Background || !t.sameTime(a, b) || !t.sameCast(a, b) {
		return Disagreement{}, false
	}
	if t.subordinate(a) || t.subordinate(b) || t.light(a) || t.light(b) || !t.sameSetting(a, b) || t.quoted(a) || t.quoted(b) {
		return Disagreement{}, false
	}
	return t.two(Certainty, l, t.predicateWords(a), t.predicateWords(b), Conflicts), true
}

// day reports whether bounds lie within one day.
func day(b anchor.Bounds) bool {
	return len(b.Earliest) >= len(time.DateOnly) && len(b.Latest) >= len(time.DateOnly) &&
		b.Earliest[:len(time.DateOnly)] == b.Latest[:len(time.DateOnly)]
}

// sameSetting reports whether two statements have the same nouns behind each
// preposition that both use: "born in the state", "born in the country" differ.
func (t *table) sameSetting(a, b *row) bool {
	for _, p := range a.Participants {
		if p.Role != doc.Oblique || p.Prep == "" {
			continue
		}
		met, differs := false, false
		for _, q := range b.Participants {
			if q.Role == doc.Oblique && q.Prep == p.Prep {
				same := t.word[a.doc][p.Head] == t.word[b.doc][q.Head]
				met, differs = met || same, differs || !same
			}
		}
		if differs && !met {
			return false
		}
	}
	return true
}

// modal reports whether a statement says what can or may be, not what is or
// will be.
func (t *table) modal(r *row) bool {
	d := t.docs[r.doc]
	c := &d.Clauses[r.Clause]
	return c.Verb >= 0 && d.Groups[c.Verb].Modal != "" && !d.Groups[c.Verb].Future
}

// sameObject reports whether two statements share more than who acts and what
// is done.
func (t *table) sameObject(a, b *row) bool {
	keys, _ := t.shared(a, b)
	return slices.ContainsFunc(keys, func(k int32) bool {
		return k != a.pred && !slices.Contains(a.agents, k) && !slices.Contains(b.agents, k)
	})
}

// quoted reports whether a statement is somebody's words between quotation
// marks, which the quotations compare.
func (t *table) quoted(r *row) bool {
	return r.Attribution >= 0 && t.docs[r.doc].Attributions[r.Attribution].Kind == doc.Direct
}

// subordinate reports whether a statement is a condition, a purpose or a
// circumstance, which asserts nothing by itself.
func (t *table) subordinate(r *row) bool {
	d := t.docs[r.doc]
	c := &d.Clauses[r.Clause]
	switch c.Kind {
	case doc.AdverbialClause, doc.ParticipleClause, doc.InfinitiveClause, doc.VerblessClause:
		return true
	case doc.RelativeClause:
		return d.Groups[c.Verb].Participle || d.Tokens[c.From].XPOS == "WRB" // "released by …", "where he was born"
	}
	return false
}

// date: the accounts put the same event at different times.
func (t *table) date(l link) (Disagreement, bool) {
	a, b := &t.rows[l.a], &t.rows[l.b]
	if a.Denied != b.Denied || a.Background != b.Background || !t.sameCast(a, b) {
		return Disagreement{}, false
	}
	x, okX := t.when(a)
	y, okY := t.when(b)
	if !okX || !okY {
		return Disagreement{}, false
	}
	bx, _ := t.times.Bounds(a.doc, x)
	by, _ := t.times.Bounds(b.doc, y)
	var relation Relation
	switch anchor.Compare(bx, by) {
	case anchor.Disjoint:
		relation = Conflicts
	case anchor.Contains, anchor.Within:
		if day(bx) && day(by) {
			return Disagreement{}, false // "Monday", "Monday night"
		}
		relation = Refines
	default:
		return Disagreement{}, false
	}
	d := t.two(Date, l, t.timeWords(a.doc, x), t.timeWords(b.doc, y), relation)
	d.Positions[0].Earliest, d.Positions[0].Latest = bx.Earliest, bx.Latest
	d.Positions[1].Earliest, d.Positions[1].Latest = by.Earliest, by.Latest
	return d, true
}

// place: the accounts put the same event, or its goal, at different places. Only
// places of one kind can be told apart without a map: two cities, two countries,
// or two common nouns.
func (t *table) place(l link) (Disagreement, bool) {
	a, b := &t.rows[l.a], &t.rows[l.b]
	if a.Denied != b.Denied || a.Background != b.Background || !t.sameTime(a, b) || !t.sameCast(a, b) || t.subordinate(a) || t.subordinate(b) {
		return Disagreement{}, false
	}
	for _, p := range a.Participants {
		for _, q := range b.Participants {
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

// when returns the one time that dates a statement: the only resolved one that
// stands in its own clause.
func (t *table) when(r *row) (int, bool) {
	found := -1
	for _, i := range r.Times {
		k := &t.docs[r.doc].Times[i]
		if k.Type != "DATE" && k.Type != "TIME" {
			continue
		}
		if _, ok := t.times.Bounds(r.doc, i); !ok {
			continue
		}
		if found >= 0 {
			return -1, false
		}
		found = i
	}
	return found, found >= 0
}

func (t *table) timeWords(n, i int) Evidence {
	return Evidence{n, t.docs[n].Times[i].Span}
}

// sameTime reports whether nothing in the times of two statements keeps them
// from being of one event.
func (t *table) sameTime(a, b *row) bool {
	x, okX := t.when(a)
	y, okY := t.when(b)
	if !okX || !okY {
		return true
	}
	bx, _ := t.times.Bounds(a.doc, x)
	by, _ := t.times.Bounds(b.doc, y)
	return anchor.Compare(bx, by) != anchor.Disjoint
}

// longPeriod is the number of days from which a time is a period that figures
// are summed over.
const longPeriod = 45

// samePeriod reports whether two statements with figures can be of one time:
// what is summed over years is not what is summed over one of them.
func (t *table) samePeriod(a, b *row) bool {
	x, okX := t.hull(a)
	y, okY := t.hull(b)
	if !okX || !okY {
		return true
	}
	switch anchor.Compare(x, y) {
	case anchor.Disjoint:
		return false
	case anchor.Within, anchor.Contains, anchor.Overlaps:
		return days(x) < longPeriod && days(y) < longPeriod
	}
	return true
}

// hull returns the bounds of all resolved times of a statement together.
func (t *table) hull(r *row) (anchor.Bounds, bool) {
	var hull anchor.Bounds
	found := false
	for _, i := range r.Times {
		k := &t.docs[r.doc].Times[i]
		b, ok := t.times.Bounds(r.doc, i)
		if !ok || b.Earliest == "" || k.Type != "DATE" && k.Type != "TIME" {
			continue
		}
		switch {
		case !found:
			hull, found = anchor.Bounds{Earliest: b.Earliest, Latest: b.Latest}, true
		default:
			hull.Earliest, hull.Latest = min(hull.Earliest, b.Earliest), max(hull.Latest, b.Latest)
		}
	}
	return hull, found
}

// days returns the length of bounds in days.
func days(b anchor.Bounds) int {
	from, err := time.Parse(time.DateOnly, b.Earliest[:min(len(b.Earliest), len(time.DateOnly))])
	to, err2 := time.Parse(time.DateOnly, b.Latest[:min(len(b.Latest), len(time.DateOnly))])
	if err != nil || err2 != nil {
		return 0
	}
	return int(to.Sub(from).Hours()/24) + 1
}

// sameCast reports whether two statements share a participant, have the same
// agents where both name some, and the same patients where both have some.
func (t *table) sameCast(a, b *row) bool {
	shared, apart := t.company(a, b)
	if !shared || apart {
		return false
	}
	xs, ys := t.castOf(a, doc.Patient), t.castOf(b, doc.Patient)
	return len(xs) == 0 || len(ys) == 0 || meets(xs, ys)
}

// roles finds people whom accounts give different offices: two descriptions
// with a modifier in common ("campaign chairman", "campaign manager") and heads
// that are no synonyms.
func (t *table) roles() []Disagreement {
	var found []Disagreement
	for e := range t.entities.Entities {
		entity := &t.entities.Entities[e]
		if entity.Type != doc.Person || !entity.Participant {
			continue
		}
		var roles []role
		for _, m := range entity.Members {
			roles = append(roles, t.rolesOf(m.Doc, m.Entity)...)
		}
		if d, ok := t.roleDifference(e, roles); ok {
			found = append(found, d)
		}
	}
	return found
}

// maxRole is the length in tokens up to which a description is an office and
// not a story about somebody.
const maxRole = 6

// role is one description of a person.
type role struct {
	Evidence
	head string   // first word of its set of synonyms
	mods []string // likewise, sorted
}

func (t *table) rolesOf(n, local int) []role {
	d := t.docs[n]
	var roles []role
	for _, r := range d.Entities[local].Roles {
		if r.Empty() || r.Len() > maxRole || !d.Sentences[max(d.SentenceOf(r.From), 0)].Kind.Reported() {
			continue
		}
		if g, found := slices.BinarySearchFunc(d.Groups, r.From, func(g doc.Group, at int) int {
			switch {
			case g.To <= at:
				return -1
			case g.From > at:
				return 1
			}
			return 0
		}); found {
			r.From = d.Groups[g].From // "former campaign chairman", not "chairman"
		}
		end := r.To - 1
		for i := r.From + 1; i < r.To && !d.Lang.Name.Roles.Has(d.Tokens[r.To-1].Norm); i++ {
			if u := d.Tokens[i].UPOS; u == "ADP" || u == "PRON" || u == "VERB" || u == "PUNCT" {
				end = i - 1 // "chair of the board"
				break
			}
		}
		head := &d.Tokens[end]
		if head.UPOS != "NOUN" && head.UPOS != "PROPN" || d.Lang.Compare.Relational.Has(head.Norm) {
			continue
		}
		k := role{Evidence: Evidence{n, d.Span(r)}, head: d.Lang.Compare.Same(strings.ToLower(lower(head)))}
		for i := r.From; i < r.To; i++ {
			if w := &d.Tokens[i]; i != end && w.UPOS == "NOUN" {
				k.mods = append(k.mods, d.Lang.Compare.Same(strings.ToLower(lower(w))))
			}
		}
		slices.Sort(k.mods)
		roles = append(roles, k)
	}
	return roles
}

// roleDifference groups the descriptions of one person by their head and keeps
// those that share a modifier with another head's.
func (t *table) roleDifference(e int, roles []role) (Disagreement, bool) {
	var positions []Position
	var heads []string
	for i, r := range roles {
		differs := false
		for j, s := range roles {
			if i != j && r.Doc != s.Doc && r.head != s.head && meetsText(r.mods, s.mods) {
				differs = true
			}
		}
		if !differs {
			continue
		}
		at := slices.Index(heads, r.head)
		if at < 0 {
			at = len(heads)
			heads = append(heads, r.head)
			positions = append(positions, Position{Value: r.Evidence, Entity: e})
		}
		positions[at].Evidence = append(positions[at].Evidence, r.Evidence)
	}
	if len(positions) < 2 {
		return Disagreement{}, false
	}
	docs := func(p Position) []int {
		var list []int
		for _, e := range p.Evidence {
			list = append(list, e.Doc)
		}
		return list
	}
	// One account that uses both words holds them for the same.
	for i, p := range positions {
		for _, q := range positions[:i] {
			for _, n := range docs(p) {
				if slices.Contains(docs(q), n) {
					return Disagreement{}, false
				}
			}
		}
	}
	d := Disagreement{Slot: RoleSlot, Positions: positions, Claim: -1, Confidence: 50}
	d.About = t.mention(e)
	// One person can hold two offices, so this is never told as a conflict.
	d.relate(func(_, _ *Position) Relation { return Refines })
	return d, true
}

func meetsText(a, b []string) bool {
	for _, s := range a {
		if slices.Contains(b, s) {
			return true
		}
	}
	return false
}

// mention returns words of the story that name entity e in full.
func (t *table) mention(e int) Evidence {
	entity := &t.entities.Entities[e]
	var first Evidence
	for _, m := range entity.Members {
		d := t.docs[m.Doc]
		for _, n := range d.Entities[m.Entity].Names {
			at := Evidence{m.Doc, d.Span(d.Names[n].Range)}
			if first.Empty() {
				first = at
			}
			if d.Words(d.Names[n].Range) == entity.Name {
				return at
			}
		}
	}
	return first
}

// sortDisagreements puts conflicts first, facts before words, then the most
// widely reported and the surest.
func sortDisagreements(list []Disagreement) {
	rank := []Relation{Conflicts, Updates, Refines, Compatible, Same}
	soft := map[Slot]int{Certainty: 1, Wording: 2} // facts come before words
	slices.SortStableFunc(list, func(a, b Disagreement) int {
		return cmp.Or(
			cmp.Compare(slices.Index(rank, a.Relation), slices.Index(rank, b.Relation)),
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

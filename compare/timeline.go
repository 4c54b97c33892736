package compare

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"time"

	"synoptic/analyze/doc"
	"synoptic/compare/anchor"
	"synoptic/span"
)

// moment is a time that a document gives for something that happened.
type moment struct {
	Evidence     // the clause that tells of it, fit to be read alone
	row      int // its statement
	claim    int // or -1
	bounds   anchor.Bounds
}

// timeline lists what is dated in the order of when it happened, not of when it
// was told. Moments of one event are one entry, dated as finely as any of them
// is; each document stands in it once.
func (s *Story) timeline(t *table) {
	claim := map[int]int{}
	for c := range s.Claims {
		for _, r := range s.Claims[c].Reports {
			claim[t.first[r.Doc]+r.Statement] = c
		}
	}
	var entries [][]moment
	for n := range t.docs {
		if s.CopyOf[n] >= 0 {
			continue
		}
		for _, m := range t.moments(n) {
			c, ok := claim[m.row]
			if m.claim = c; !ok {
				m.claim = -1
			}
			at := slices.IndexFunc(entries, func(e []moment) bool {
				return slices.ContainsFunc(e, func(o moment) bool { return t.oneEvent(&o, &m) })
			})
			if at < 0 {
				entries = append(entries, []moment{m})
			} else {
				entries[at] = append(entries[at], m)
			}
		}
	}
	for _, e := range entries {
		s.Timeline = append(s.Timeline, t.event(e))
	}
	slices.SortStableFunc(s.Timeline, func(a, b Event) int {
		return cmp.Or(
			cmp.Compare(a.Earliest, b.Earliest), cmp.Compare(a.Latest, b.Latest),
			cmp.Compare(len(b.Evidence), len(a.Evidence)),
			cmp.Compare(a.Evidence[0].Doc, b.Evidence[0].Doc), span.Compare(a.Evidence[0].Span, b.Evidence[0].Span),
		)
	})
}

// maxMoments bounds the moments of one document: more are those of a chronicle.
const maxMoments = 100

// moments lists those of document n in order. Where a statement has several
// times, the finest dates it.
func (t *table) moments(n int) []moment {
	var list []moment
	at := map[int]int{} // by row
	for i := range t.docs[n].Times {
		m, ok := t.moment(n, i)
		if !ok {
			continue
		}
		k, seen := at[m.row]
		switch {
		case !seen && len(list) == maxMoments:
			return list
		case !seen:
			at[m.row] = len(list)
			list = append(list, m)
		case days(m.bounds) < days(list[k].bounds), anchor.Compare(m.bounds, list[k].bounds) == anchor.Within:
			list[k] = m
		}
	}
	return list
}

// event makes an entry of its moments: the finest of their times, and of each
// document the moment that reads best, the body before headlines and captions.
func (t *table) event(list []moment) Event {
	finest := list[0].bounds
	best := map[int]moment{}
	var docs []int
	for _, m := range list {
		if anchor.Compare(m.bounds, finest) == anchor.Within {
			finest = m.bounds
		}
		old, seen := best[m.Doc]
		if !seen {
			docs = append(docs, m.Doc)
		}
		if !seen || t.reads(m, old) {
			best[m.Doc] = m
		}
	}
	e := Event{Earliest: finest.Earliest, Latest: finest.Latest, Precision: finest.Precision}
	for _, n := range docs { // in order, as the moments are
		e.Evidence = append(e.Evidence, best[n].Evidence)
	}
	return e
}

// reads reports whether a shows the event better than b: in the body, or with a
// finer time.
func (t *table) reads(a, b moment) bool {
	d := t.docs[a.Doc]
	if x, y := d.Kind(a.Span) == "", d.Kind(b.Span) == ""; x != y {
		return x
	}
	return anchor.Compare(a.bounds, b.bounds) == anchor.Within
}

// oneEvent reports whether two moments are of one event: their times agree, and
// they are one claim, the same words, or tell the same of the same actors.
func (t *table) oneEvent(a, b *moment) bool {
	if apart(&a.bounds, &b.bounds) || apart(&b.bounds, &a.bounds) {
		return false // most pairs
	}
	same := false
	switch anchor.Compare(a.bounds, b.bounds) {
	case anchor.Same:
		same = true
	case anchor.Within, anchor.Contains:
		same = day(a.bounds) && day(b.bounds)
	default:
		return false
	}
	if a.claim >= 0 && a.claim == b.claim {
		return true
	}
	if !same {
		return false
	}
	if a.Doc == b.Doc && a.Overlaps(b.Span) {
		return true
	}
	ra, rb := &t.rows[a.row], &t.rows[b.row]
	if ra.Denied != rb.Denied || t.otherActors(ra, rb) && !t.sameActors(ra, rb) {
		return false
	}
	score := t.score(a.row, b.row)
	return score >= claimScore || score >= linkScore && ra.pred == rb.pred && !ra.stop
}

// apart reports whether a ends on a day before b begins.
func apart(a, b *anchor.Bounds) bool {
	return a.Latest < b.Earliest[:min(len(b.Earliest), len(time.DateOnly))]
}

// moment reads time i of document n. It is one when it says when something
// happened or will: not what it is named after ("the 2016 election"), how far it
// reaches ("since 2016"), what may or should happen, or when something was said
// or shown.
func (t *table) moment(n, i int) (moment, bool) {
	d := t.docs[n]
	x := &d.Times[i]
	if x.Type != "DATE" && x.Type != "TIME" || x.Joined {
		return moment{}, false
	}
	b, ok := t.times.Bounds(n, i)
	if !ok || b.Earliest == "" { // known only within the story
		return moment{}, false
	}
	c := clauseAt(d, x.Tokens.From)
	if c >= 0 && d.Clauses[c].Kind == doc.AdverbialClause && d.Clauses[c].From == x.Tokens.From && joint(d, x.Tokens.To) {
		c = d.Clauses[c].Parent // "on Monday after …"
	}
	if c < 0 || speech(d, x.Span) || calls(d, x.Tokens) || frames(d, x.Tokens, b.Precision) || !t.happens(n, c, &b) {
		return moment{}, false
	}
	for told := c; told >= 0; told = d.Clauses[told].Parent {
		r := t.rowAt(n, told)
		if r >= 0 && (t.rows[r].Irrealis || t.rows[r].Denied || t.rows[r].Hedge == doc.HedgePossible || t.quoted(&t.rows[r])) {
			return moment{}, false
		}
		if m, ok := t.telling(n, told, r); ok {
			m.bounds = b
			return m, m.Contains(x.Span)
		}
	}
	return moment{}, false
}

// calls reports whether the time in r is part of what something is called:
// "the 1962 law", "Tuesday's vote".
func calls(d *doc.Doc, r span.Range) bool {
	if r.To < len(d.Tokens) && d.Tokens[r.To].XPOS == "POS" {
		return true
	}
	g := groupAt(d, r.To-1)
	return g >= 0 && d.Groups[g].Kind == doc.NounGroup && !r.Has(d.Groups[g].Head)
}

// frames reports whether the time in r bounds something or dates a paper: a
// word such as "since" stands before it, or "in a statement". "After 3 p.m." is
// when it happened.
func frames(d *doc.Doc, r span.Range, precision string) bool {
	k := r.From - 1
	for k >= 0 && d.Tokens[k].UPOS == "DET" {
		k--
	}
	if k < 0 {
		return false
	}
	l := &d.Lang.Time
	if word := d.Tokens[k].Norm; l.Edges.Has(word) && !(precision == "minute" && d.Lang.Quantity.Lapse.Has(word)) {
		return true
	}
	if k > 0 && d.Tokens[k].UPOS == "ADP" {
		k--
	}
	g := groupAt(d, k)
	return l.Papers.Has(d.Tokens[k].Lemma) && g >= 0 && d.Groups[g].Prep >= 0 && l.In.Has(d.Tokens[d.Groups[g].Prep].Norm)
}

// happens reports whether clause c tells of something that happened, or is
// fixed for the future. An infinitive, a guess, a word of saying and a state
// that lasts beyond a day do not; nor does what is told of the past in the
// present, but for headlines and captions.
func (t *table) happens(n, c int, b *anchor.Bounds) bool {
	d := t.docs[n]
	k := &d.Clauses[c]
	if k.Verb < 0 || k.Kind == doc.InfinitiveClause {
		return false
	}
	v := &d.Groups[k.Verb]
	if v.Modal != "" && !v.Future || d.Tokens[v.Head].UPOS == "AUX" {
		return false
	}
	if first := &d.Tokens[k.From]; k.Kind == doc.ParticipleClause && first.UPOS == "ADP" && !d.Lang.Quantity.Lapse.Has(first.Norm) {
		return false // "a chance of winning"
	}
	if lemma := d.Tokens[v.Head].Lemma; d.Lang.Compare.Stop.Has(lemma) {
		// "took effect": the noun says what happened.
		r := t.rowAt(n, c)
		if _, says := d.Lang.Attribution.Cues[lemma]; says || r < 0 || days(*b) > 1 || t.rows[r].stop && d.Lang.Statement.Light.Has(lemma) {
			return false
		}
	}
	if v.Past || v.Perfect || v.Future || v.Participle || d.Sentences[k.Sentence].Kind != "" {
		return true
	}
	today, _, ok := t.times.Published(n)
	return days(*b) <= 1 && (!ok || b.Latest[:len(today)] > today)
}

// telling gives clause c, whose statement is row r or -1, as it can be read
// alone. It must have a finite verb with its subject before it; a relative
// clause takes the noun that it hangs on, and a pronoun the sentence.
func (t *table) telling(n, c, r int) (moment, bool) {
	d := t.docs[n]
	k := &d.Clauses[c]
	if r < 0 || k.Verb < 0 {
		return moment{}, false
	}
	verb, tokens := &d.Groups[k.Verb], t.rows[r].Tokens
	if verb.Participle || verb.Infinitive {
		return moment{}, false
	}
	m := moment{Evidence: t.evidence(r), row: r}
	m.Start = d.Tokens[alone(d, &t.rows[r], verb.From)].Start
	if k.Subject < 0 { // "Five of them appeared"
		return m, tokens.From < verb.From && k.Kind != doc.RelativeClause
	}
	subject := &d.Groups[k.Subject]
	head := &d.Tokens[subject.Head]
	switch {
	case k.Kind == doc.RelativeClause && subject.From < tokens.From:
		m.Span = m.Cover(d.Span(subject.Range))
	case !tokens.Contains(subject.Range) || strings.HasPrefix(head.XPOS, "W"):
		return moment{}, false
	case head.UPOS == "PRON" && k.Kind != doc.AdverbialClause: // whose sentence tells of another time
		m.Evidence = t.statement(r)
	}
	return m, true
}

// alone returns the token at which the clause of r, whose verb begins at token
// verb, can be read alone: after "when", "and", "Monday after".
func alone(d *doc.Doc, r *row, verb int) int {
	at := r.Tokens.From
	for _, i := range r.Times {
		if x := d.Times[i].Tokens; x.From == at && joint(d, x.To) {
			at = x.To // that time belongs to the clause before
		}
	}
	for ; at < verb; at++ {
		if w := &d.Tokens[at]; w.UPOS != "SCONJ" && w.UPOS != "CCONJ" && w.XPOS != "WRB" && !joint(d, at) {
			return at
		}
	}
	return r.Tokens.From
}

// joint reports whether token i joins clauses: "after", "when".
func joint(d *doc.Doc, i int) bool {
	return i < len(d.Tokens) && (d.Tokens[i].UPOS == "SCONJ" || d.Lang.Quantity.Lapse.Has(d.Tokens[i].Norm))
}

// speech reports whether s is somebody's words between quotation marks.
func speech(d *doc.Doc, s span.Span) bool {
	i := sort.Search(len(d.Quotes), func(k int) bool { return d.Quotes[k].End >= s.End })
	return i < len(d.Quotes) && d.Quotes[i].Speech && d.Quotes[i].Contains(s)
}

// rowAt returns the row of clause c of document n, or -1.
func (t *table) rowAt(n, c int) int {
	rows := t.rows[t.first[n]:t.first[n+1]]
	i := sort.Search(len(rows), func(i int) bool { return rows[i].Clause >= c })
	if i < len(rows) && rows[i].Clause == c {
		return t.first[n] + i
	}
	return -1
}

// clauseAt returns the smallest clause that holds token i, or -1.
func clauseAt(d *doc.Doc, i int) int {
	s := d.SentenceOf(i)
	best := -1
	for c := sort.Search(len(d.Clauses), func(k int) bool { return d.Clauses[k].Sentence >= s }); c < len(d.Clauses) && d.Clauses[c].Sentence == s; c++ {
		if d.Clauses[c].Has(i) && (best < 0 || d.Clauses[c].Len() <= d.Clauses[best].Len()) {
			best = c
		}
	}
	return best
}

// groupAt returns the group that holds token i, or -1.
func groupAt(d *doc.Doc, i int) int {
	g := sort.Search(len(d.Groups), func(k int) bool { return d.Groups[k].To > i })
	if g < len(d.Groups) && d.Groups[g].Has(i) {
		return g
	}
	return -1
}

package clause

import (
	"slices"
	"strings"

	"synoptic/analyze/doc"
	"synoptic/span"
)

// clauses writes the clauses of sentence s, whose groups begin at index first.
// Each verb group makes one; a sentence without any makes a verbless one.
func clauses(d *doc.Doc, s, first int) {
	c := &builder{d: d, sentence: s, Range: d.Sentences[s].Range, first: first, base: len(d.Clauses)}
	c.finish()
	for g := first; g < len(d.Groups); g++ {
		if d.Groups[g].Kind == doc.VerbGroup {
			c.add(g)
		}
	}
	if len(d.Clauses) == c.base {
		c.verbless()
		return
	}
	c.close()
}

// builder makes the clauses of one sentence, left to right.
type builder struct {
	d        *doc.Doc
	sentence int
	span.Range
	first int // index of the sentence's first group
	base  int // index of the sentence's first clause
}

// finish takes the participle of a sentence without a finite verb for one when
// it stands right behind its noun: "12 miners drowned in the pit", where many
// such forms are mistaken for participles, and "Two killed in blast".
func (b *builder) finish() {
	d := b.d
	for g := b.first; g < len(d.Groups); g++ {
		if v := &d.Groups[g]; v.Kind == doc.VerbGroup && !v.Participle && !v.Infinitive {
			return
		}
	}
	for g := b.first + 1; g < len(d.Groups); g++ {
		v, n := &d.Groups[g], &d.Groups[g-1]
		if v.Kind != doc.VerbGroup || d.Tokens[v.Head].XPOS != "VBN" || n.Kind != doc.NounGroup || n.Prep >= 0 || n.To != v.From || b.temporal(g-1) {
			continue
		}
		v.Participle, v.Past = false, true
		if g+1 < len(d.Groups) {
			o := &d.Groups[g+1]
			if o.Kind == doc.NounGroup && o.Prep < 0 && o.From == v.To && !b.temporal(g+1) {
				v.Passive = false // "Police arrested 30 people"
			}
		}
		return
	}
}

func (b *builder) verbless() {
	c := doc.Clause{Range: b.Range, Kind: doc.VerblessClause, Verb: -1, Subject: -1, Parent: -1, Sentence: b.sentence}
	for g := b.first; g < len(b.d.Groups); g++ {
		switch {
		case b.d.Groups[g].Prep >= 0:
			c.Obliques = append(c.Obliques, g)
		case c.Subject < 0 && !b.temporal(g):
			c.Subject = g
		default:
			c.Objects = append(c.Objects, g)
		}
	}
	b.d.Clauses = append(b.d.Clauses, c)
}

// add opens the clause of verb group g.
func (b *builder) add(g int) {
	d := b.d
	v := &d.Groups[g]
	prev := len(d.Clauses) - 1
	if prev < b.base {
		prev = -1
	}
	c := doc.Clause{Kind: doc.MainClause, Verb: g, Subject: -1, Parent: -1, Sentence: b.sentence}
	c.From, c.To = v.From, b.To
	left := b.From // nothing before this token belongs to the clause
	if prev >= 0 {
		left = d.Groups[d.Clauses[prev].Verb].To
	}
	if prev < 0 && b.acted(g) {
		v.Participle, v.Passive, v.Past = false, false, true
	}
	switch {
	case v.Infinitive || b.bare(g, prev):
		c.Kind, c.Parent = doc.InfinitiveClause, prev
		if prev >= 0 {
			c.Subject = d.Clauses[prev].Subject
			if n := b.nounBefore(v.From); n >= 0 && d.Groups[n].Prep < 0 && d.Groups[n].From >= left && d.Groups[n].To == v.From {
				c.Subject = n
			}
		}
	case v.Participle:
		b.participle(&c, g, prev, left)
	default:
		b.finite(&c, g, prev, left)
	}
	if c.Kind != doc.RelativeClause && c.Kind != doc.AdverbialClause && (prev < 0 || c.Kind == doc.MainClause && !v.Participle && b.leading()) {
		c.From = b.From
	}
	d.Clauses = append(d.Clauses, c)
}

// objectReach is how many tokens may stand between a verb and its object: "up
// to", "at least".
const objectReach = 2

// acted reports whether verb group g, read as a participle right behind the noun
// that opens the sentence, is its verb in the past: an object follows, as in
// "Norland used up to 11 million shells".
func (b *builder) acted(g int) bool {
	d := b.d
	v := &d.Groups[g]
	if !v.Participle || v.Len() != 1 || d.Tokens[v.Head].XPOS != "VBN" || g != b.first+1 || g+1 >= len(d.Groups) {
		return false
	}
	subject, object := &d.Groups[b.first], &d.Groups[g+1]
	if subject.Kind != doc.NounGroup || subject.Prep >= 0 || subject.To != v.From || object.Kind != doc.NounGroup || b.temporal(g+1) {
		return false
	}
	counted := object.From-v.To <= objectReach && slices.ContainsFunc(d.Tokens[object.From:object.To], func(t doc.Token) bool { return t.UPOS == "NUM" })
	return object.Prep < 0 && object.From == v.To || counted && object.Prep != v.To
}

// leading reports whether no clause so far has a finite verb of its own, so that
// all stand within the opening of the main clause: "Among those who …".
func (b *builder) leading() bool {
	for c := b.base; c < len(b.d.Clauses); c++ {
		k := &b.d.Clauses[c]
		if k.Kind != doc.RelativeClause || !b.d.Groups[k.Verb].Participle {
			return false
		}
	}
	return true
}

// opening reports whether the sentence opens with a noun and all clauses so far
// are relative, adverbial or reduced ones behind it. A main clause that proves
// to be a reduced one is made one.
func (b *builder) opening() bool {
	d := b.d
	if b.first >= len(d.Groups) || d.Groups[b.first].Kind != doc.NounGroup || d.Groups[b.first].Prep >= 0 {
		return false
	}
	misread := false
	for c := b.base; c < len(d.Clauses); c++ {
		k := &d.Clauses[c]
		switch k.Kind {
		case doc.RelativeClause, doc.AdverbialClause, doc.ParticipleClause:
			if k.From <= d.Groups[b.first].From {
				return false
			}
		case doc.MainClause:
			// A past tense right behind the noun is its participle when
			// another verb without a subject follows: "those hurt when …".
			x := d.Tokens[d.Groups[k.Verb].Head].XPOS
			if c != b.base || x != "VBD" && x != "VBP" || d.Groups[k.Verb].Len() != 1 {
				return false
			}
			misread = true
		default:
			return false
		}
	}
	if misread {
		k := &d.Clauses[b.base]
		k.Kind, k.From = doc.RelativeClause, d.Groups[k.Verb].From
		d.Groups[k.Verb].Participle = true
	}
	return true
}

// bare reports whether verb group g is an infinitive without its mark: behind
// the object of a causative ("helped workers build"), or joined to one before
// it or to the verb of a modal ("will restrain imports, prevent fraud and …").
func (b *builder) bare(g, prev int) bool {
	d := b.d
	v := &d.Groups[g]
	if prev < 0 || v.From != v.Head || v.Modal != "" {
		return false
	}
	x := d.Tokens[v.Head].XPOS
	if x != "VB" && x != "VBP" {
		return false
	}
	last := &d.Groups[d.Clauses[prev].Verb]
	if x == "VB" && last.To == v.From {
		return d.Lang.Clause.Causatives.Has(d.Tokens[last.Head].Lemma) // "helped end the strike"
	}
	if g-1 >= b.first && d.Groups[g-1].To == v.From && d.Groups[g-1].From == last.To {
		return d.Lang.Clause.Causatives.Has(d.Tokens[last.Head].Lemma)
	}
	if t := &d.Tokens[v.From-1]; x != "VB" || t.UPOS != "CCONJ" && t.Norm != "," {
		return false
	}
	return d.Clauses[prev].Kind == doc.InfinitiveClause || last.Modal != ""
}

// participle places "a video released by the office" (relative, of the noun
// before it) and "arriving on Tuesday, he …" (participle, of the clause's own
// subject).
func (b *builder) participle(c *doc.Clause, g, prev, left int) {
	d := b.d
	v := &d.Groups[g]
	c.Parent = prev
	n := b.nounBefore(v.From)
	if n >= 0 && d.Groups[n].From >= left && d.Groups[n].To == v.From && !b.temporal(n) {
		c.Kind = doc.RelativeClause
		c.Subject = n
		if d.Tokens[v.Head].XPOS == "VBG" && prev >= 0 && d.Groups[n].Prep < 0 {
			c.Kind = doc.ParticipleClause // "showed the leaders smiling"
		}
		return
	}
	if n >= 0 && d.Tokens[v.Head].XPOS == "VBN" && d.Groups[n].To == v.From-1 && d.Tokens[v.From-1].Norm == "," && d.Groups[n].From >= left && !b.temporal(n) {
		c.Kind, c.Subject = doc.RelativeClause, n // "the leaders, regarded as outcasts,"
		return
	}
	c.Kind = doc.ParticipleClause
	if v.From > b.From {
		if t := &d.Tokens[v.From-1]; t.UPOS == "SCONJ" || t.UPOS == "ADP" || d.Lang.Clause.Subordinators.Has(t.Norm) {
			c.From = v.From - 1
		}
	}
	if prev >= 0 {
		c.Subject = d.Clauses[prev].Subject
	}
}

// finite places a clause with a finite verb.
func (b *builder) finite(c *doc.Clause, g, prev, left int) {
	d, p := b.d, &b.d.Lang.Clause
	v := &d.Groups[g]
	at := v.From - 1 // the token before the verb
	for at >= left && d.Tokens[at].UPOS == "ADV" {
		at--
	}
	var before *doc.Token
	if at >= b.From {
		before = &d.Tokens[at]
	}
	switch {
	case before != nil && at >= left && b.relativizer(at):
		c.Kind, c.Parent, c.From = doc.RelativeClause, prev, at
		if at > b.From && d.Tokens[at-1].UPOS == "ADP" {
			c.From--
		}
		c.Subject = b.antecedent(c.From)
		return
	case before != nil && at >= left && before.UPOS == "CCONJ" && prev >= 0:
		// "… and returned home": the subject of the clause it is joined to.
		c.Kind, c.From = doc.CoordClause, at+1
		of := b.coordinated(prev)
		c.Parent, c.Subject = of, d.Clauses[of].Subject
		return
	case before != nil && at >= left && quoteEnd(before) && p.QuoteVerbs.Has(d.Tokens[v.Head].Lemma) && b.inverted(c, g):
		c.From = v.From
		return
	case before != nil && dashOrComma(before) && prev >= 0:
		if n := b.resumed(prev, at); n >= 0 {
			// "Kim, who arrived Tuesday, met": the clause that the relative one broke.
			c.Subject = n
			c.From = b.startOf(n, b.From)
			return
		}
	}
	n := b.subject(v.From, left)
	if k := b.nounBefore(v.From); n < 0 && k >= 0 && prev >= 0 && v.Len() == 1 && d.Tokens[v.Head].XPOS == "VBD" && strings.HasSuffix(d.Tokens[v.Head].Norm, d.Lang.Clause.Past) && d.Groups[k].To == v.From && d.Groups[k].From >= left && b.stated() {
		// "has published remarks addressed to them": the participle, misread.
		v.Participle = true
		c.Kind, c.Parent, c.Subject, c.From = doc.RelativeClause, prev, k, v.From
		return
	}
	if b.held(prev, n, v.From) {
		// "the town where they met is small": the clause that holds the relative one.
		if held := b.governor(b.antecedent(d.Clauses[prev].From)); held >= 0 {
			c.Subject, c.From = held, b.startOf(held, b.From)
			d.Clauses[prev].To = v.From
			return
		}
	}
	if n < 0 && prev >= 0 && b.opening() {
		// "The number of those hurt when the ship sank rose": all clauses so
		// far stand within the subject.
		if n = b.subject(d.Clauses[b.base].From, b.From); n >= 0 {
			for k := b.base; k <= prev; k++ {
				d.Clauses[k].To = min(d.Clauses[k].To, v.From)
			}
			c.Subject, c.From = n, b.From
			return
		}
	}
	c.Subject = n
	if n < 0 {
		c.From = max(left, b.From)
		if prev >= 0 {
			c.From = v.From
			c.Parent, c.Kind = prev, doc.CoordClause
			c.Subject = d.Clauses[prev].Subject
			if p.QuoteVerbs.Has(d.Tokens[v.Head].Lemma) {
				c.Kind, c.Parent = doc.MainClause, -1
				b.inverted(c, g)
			}
		}
		return
	}
	c.From = b.startOf(n, left)
	if prev < 0 {
		switch k := c.From - 1; {
		case k < b.From:
		case b.subordinator(k):
			c.Kind, c.From = doc.AdverbialClause, k // "If the river rises, …"
		case k > b.From && d.Lang.Clause.Relativizers.Has(d.Tokens[k].Norm) && nominal(&d.Tokens[k-1]):
			c.Kind, c.From = doc.RelativeClause, k // "the town where they met"
		}
		return
	}
	// The word before the subject says how the clause hangs in the sentence.
	for k := c.From - 1; k >= left; k-- {
		t := &d.Tokens[k]
		switch {
		case p.Complementizers.Has(t.Norm) && (t.UPOS == "SCONJ" || t.XPOS == "IN" || t.XPOS == "WRB" || t.XPOS == "WP"):
			c.Kind, c.Parent, c.From = doc.ComplementClause, prev, k+1
			if t.XPOS == "WRB" || t.XPOS == "WP" {
				c.From = k // "how long it may last"
			}
			if k > left && d.Tokens[k-1].UPOS == "NOUN" && k-1 >= left && d.Groups[d.Clauses[prev].Verb].To < k-1 {
				c.Kind = doc.RelativeClause
			}
			return
		case t.XPOS == "WDT" || t.XPOS == "WP$":
			c.Kind, c.Parent, c.From = doc.RelativeClause, prev, k
			return
		case b.subordinator(k):
			c.Kind, c.Parent, c.From = doc.AdverbialClause, prev, k
			if n := b.nounBefore(k); n >= 0 && d.Groups[n].To == k && b.temporal(n) && d.Groups[n].From >= left {
				c.From = d.Groups[n].From // "hours before …"
			}
			return
		case t.UPOS == "CCONJ":
			c.Kind, c.Parent = doc.CoordClause, b.coordinated(prev)
			return
		case t.UPOS == "PUNCT" || nominal(t):
			k = left
		}
	}
	if verb := d.Tokens[left-1].Lemma; c.From == left && (p.ClauseVerbs.Has(verb) || p.QuoteVerbs.Has(verb) || !d.Groups[d.Clauses[prev].Verb].Participle) {
		c.Kind, c.Parent = doc.ComplementClause, prev // "said it would leave"
	} else if k := n - 1; k >= b.first && d.Groups[k].From == left && d.Groups[k].To == c.From && p.QuoteVerbs.Has(d.Tokens[left-1].Lemma) {
		c.Kind, c.Parent = doc.ComplementClause, prev // "told reporters it would leave"
	}
}

// subordinator reports whether token k opens an adverbial clause.
func (b *builder) subordinator(k int) bool {
	t := &b.d.Tokens[k]
	return b.d.Lang.Clause.Subordinators.Has(t.Norm) && (t.UPOS == "SCONJ" || t.UPOS == "ADP" || t.XPOS == "IN" || t.XPOS == "WRB")
}

// stated reports whether a main clause has had its verb.
func (b *builder) stated() bool {
	for c := b.base; c < len(b.d.Clauses); c++ {
		if k := b.d.Clauses[c].Kind; k == doc.MainClause || k == doc.CoordClause {
			return true
		}
	}
	return false
}

// coordinated returns the clause that one joined by "and" after prev belongs
// with: prev itself, or the one it hangs on when prev is a mere participle.
func (b *builder) coordinated(prev int) int {
	for c := prev; c >= b.base; c = b.d.Clauses[c].Parent {
		switch b.d.Clauses[c].Kind {
		case doc.ParticipleClause, doc.RelativeClause, doc.InfinitiveClause:
			if b.d.Clauses[c].Parent < 0 {
				return prev
			}
		default:
			return c
		}
	}
	return prev
}

// close cuts each clause where the next one begins that is no part of it, and
// hands the noun groups behind each verb to their clauses. What stands before
// a verb within a clause that was closed there belongs to that clause alone.
func (b *builder) close() {
	d := b.d
	taken := make([]bool, len(d.Groups)-b.first)
	for i := b.base; i < len(d.Clauses); i++ {
		c := &d.Clauses[i]
		end := c.To
		if i+1 < len(d.Clauses) {
			next := &d.Clauses[i+1]
			if end > next.From && next.From > d.Groups[c.Verb].From {
				end = next.From
			}
		}
		c.To = max(b.trim(c.From, end), d.Groups[c.Verb].To)
		if c.From > d.Groups[c.Verb].From {
			c.From = d.Groups[c.Verb].From
		}
		for g := b.first; g < len(d.Groups); g++ {
			n := &d.Groups[g]
			if n.Kind != doc.NounGroup || g == c.Subject || n.To > c.To || n.From < c.From {
				continue
			}
			before := n.From < d.Groups[c.Verb].From
			if before && taken[g-b.first] {
				continue
			}
			taken[g-b.first] = true
			switch {
			case n.Prep >= 0 || b.temporal(g):
				c.Obliques = append(c.Obliques, g)
			case !before:
				c.Objects = append(c.Objects, g)
			}
		}
	}
}

// trim drops marks and joining words from the end of a clause.
func (b *builder) trim(from, to int) int {
	for to > from {
		t := &b.d.Tokens[to-1]
		if t.UPOS == "PUNCT" && !strings.ContainsAny(t.Norm, "\"')") || t.UPOS == "CCONJ" || t.UPOS == "SCONJ" || b.d.Lang.Clause.Subordinators.Has(t.Norm) && t.UPOS == "ADP" {
			to--
			continue
		}
		break
	}
	return to
}

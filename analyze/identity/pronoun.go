package identity

import (
	"slices"
	"strings"

	"synoptic/analyze/doc"
	"synoptic/span"
)

// pronouns links he and she, outside quotations, to the person they most likely
// mean, by what makes a person salient (Lappin and Leass 1994): to have been named
// a short while ago, as a subject, often, and to be of the pronoun's gender for
// certain. Where two people come near each other nothing is linked.
func (r *resolver) pronouns() {
	d := r.d
	marks := r.marks()
	r.genders(marks)
	quoted := r.quoted()
	c := company{r: r, marks: marks, quoted: quoted}
	for s := range d.Sentences {
		sent := &d.Sentences[s]
		if !sent.Kind.Reported() {
			continue
		}
		for i := sent.From; i < sent.To; i++ {
			at := oneToken(i)
			if m := marks[i]; m.entity >= 0 && !m.Empty() {
				c.meet(m.entity, s, m.Range, quoted[i], false)
				continue
			}
			g := r.l.Pronouns[d.Tokens[i].Norm]
			if g == "" || quoted[i] {
				continue
			}
			e, because := c.meant(i, s, g)
			if e < 0 {
				continue
			}
			if r.ents[e].gender == "" {
				r.ents[e].gender = g
			}
			c.meet(e, s, at, false, true)
			d.References = append(d.References, doc.Reference{Range: at, Entity: e, Because: because})
		}
	}
	r.order()
}

// quoted tells of each token whether it stands within a quotation. What follows
// an opening mark that no other closes is not known to.
func (r *resolver) quoted() []bool {
	in := make([]bool, len(r.d.Tokens))
	for _, q := range r.d.Quotes {
		at := r.d.Range(q.Inner)
		for i := at.From; i < at.To; i++ {
			in[i] = true
		}
	}
	return in
}

// company is who has been named up to a place in the text, those last named
// first forgotten last.
type company struct {
	r      *resolver
	marks  []mark
	quoted []bool
	last   []met
}

// met is one mention of a person by name, description or pronoun.
type met struct {
	entity, sentence int
	at               span.Range
	points           int // by how it stands there
	pronoun          bool
	head             int // what it hangs on
	subject          bool
}

const (
	memory  = 24 // mentions that are remembered,
	farther = 5  // from no more sentences before
)

// reach is how many tokens around a pronoun those are looked for whom it can't mean.
const reach = 60

// Points of a mention, and of a person by mentions.
const (
	asSubject  = 30 // of a clause
	ofSentence = 15 // of the main clause
	asOwner    = 5
	asOblique  = -10
	inQuote    = -40
	again      = 12 // for each mention more that is remembered, up to three
	sameGender = 35 // known, and not only possible
	perBreak   = 22 // for each sentence that has ended since, off
	enough     = 5  // the least that one must have,
	ahead      = 20 // and that before the next
)

// meet notes a mention of person e in sentence s.
func (c *company) meet(e, s int, at span.Range, quoted, pronoun bool) {
	d := c.r.d
	m := met{entity: e, sentence: s, at: at, pronoun: pronoun, head: -1}
	top := at.From
	for i := at.From; i < at.To; i++ {
		if h := d.Tokens[i].Head; !at.Has(h) {
			top = i
			break
		}
	}
	for h := d.Tokens[top].Head; h >= 0; h = d.Tokens[top].Head {
		// "Ann Lee and Joe Poe said", "The mayor, Ann Lee, said"
		if relation := d.Tokens[top].Relation; relation != "appos" && (relation != "conj" || d.Tokens[h].UPOS != "PROPN") {
			break
		}
		top = h
	}
	t := &d.Tokens[top]
	m.head = t.Head
	switch relation, _, _ := strings.Cut(t.Relation, ":"); relation {
	case "nsubj":
		m.subject = true
		m.points = asSubject
		if h := t.Head; h >= 0 && (d.Tokens[h].Head < 0 || d.Tokens[h].Relation == "parataxis" || d.Tokens[h].Relation == "conj") {
			m.points += ofSentence
		}
	case "root": // "It was Ann Lee who spoke."
		m.points = asSubject
	case "nmod":
		if t.Relation == "nmod:poss" {
			m.points = asOwner
		} else {
			m.points = asOblique
		}
	case "obl":
		m.points = asOblique
	}
	if quoted {
		m.points += inQuote
	}
	if len(c.last) == memory {
		copy(c.last, c.last[1:])
		c.last = c.last[:memory-1]
	}
	c.last = append(c.last, m)
}

// meant returns whom the pronoun of gender g at token i of sentence s means, and
// why; -1 when that is not clear.
func (c *company) meant(i, s int, g string) (int, string) {
	r := c.r
	best, most, next := -1, 0, 0
	alone := true
	others := c.apart(i, s)
	for k := len(c.last) - 1; k >= 0; k-- {
		m := &c.last[k]
		if !r.may(m.entity, g) || s-m.sentence > farther || c.later(k, m.entity) || slices.Contains(others, m.entity) {
			continue
		}
		if c.same(m, i) {
			continue
		}
		points := c.points(k, s, g)
		switch {
		case best < 0:
			best, most, next = m.entity, points, -1<<30
		case points > most:
			best, most, next, alone = m.entity, points, most, false
		default:
			next, alone = max(next, points), false
		}
	}
	switch {
	case best < 0 || most < enough || !alone && most < next+ahead:
		return -1, ""
	case alone:
		return best, "the only one named shortly before who may be meant"
	}
	return best, "the one most spoken of shortly before"
}

// apart returns whom the pronoun at i of sentence s, when it is a subject, can't mean
// since it governs their names (principle C of Chomsky's binding theory): "he called on
// Lund to resign", and whom the words name that it says: "“Lund must go,” he said".
func (c *company) apart(i, s int) []int {
	d := c.r.d
	t := &d.Tokens[i]
	if !strings.HasPrefix(t.Relation, "nsubj") {
		return nil
	}
	var others []int
	sent := d.Sentences[s].Range
	for j := max(sent.From, i-reach); j < min(sent.To, i+reach); j++ {
		if e := c.marks[j].entity; e >= 0 && (c.quoted[j] || j > i && under(d, j, t.Head)) {
			others = append(others, e)
		}
	}
	return others
}

// under reports whether token i hangs on h, be it by others, and stands in no clause that
// only goes on from it or describes a noun of it.
func under(d *doc.Doc, i, h int) bool {
	for range deepest {
		if rel := d.Tokens[i].Relation; rel == "parataxis" || rel == "conj" || strings.HasPrefix(rel, "acl") {
			return false
		}
		if i = d.Tokens[i].Head; i == h || i < 0 {
			return i == h
		}
	}
	return false
}

// deepest is over how many tokens one hangs on another at most, as far as is looked.
const deepest = 12

// later reports whether e is met again after mention k.
func (c *company) later(k, e int) bool {
	for _, m := range c.last[k+1:] {
		if m.entity == e {
			return true
		}
	}
	return false
}

// same reports whether the pronoun at i is of one verb with m, its subject, so that
// it must be another: "Lund praised him".
func (c *company) same(m *met, i int) bool {
	t := &c.r.d.Tokens[i]
	return m.subject && m.head >= 0 && t.Head == m.head && t.XPOS == "PRP" && !strings.HasSuffix(t.Norm, "self") && !strings.HasPrefix(t.Relation, "nsubj")
}

// points says how likely the person of mention k, the last of it, is meant by a
// pronoun of gender g in sentence s.
func (c *company) points(k, s int, g string) int {
	m := &c.last[k]
	sum := m.points - perBreak*(s-m.sentence)
	more := 0
	for j := range c.last[:k] {
		o := &c.last[j]
		if o.entity != m.entity || s-o.sentence > farther {
			continue
		}
		more++
		// Who was the subject before and is named again in passing stays on top.
		sum = max(sum, o.points-perBreak*(s-o.sentence))
	}
	sum += again * min(more, 3)
	if c.r.ents[m.entity].gender == g {
		sum += sameGender
	}
	return sum
}

// genders settles the gender of people by the pronouns that follow them in
// sentences that name nobody else, where these agree.
func (r *resolver) genders(marks []mark) {
	d := r.d
	count := make([]map[string]int, len(r.ents))
	for s := range d.Sentences {
		one, many := -1, false
		for i := d.Sentences[s].From; i < d.Sentences[s].To; i++ {
			if e := marks[i].entity; e >= 0 {
				many = many || one >= 0 && one != e
				one = e
			}
			g := r.l.Pronouns[d.Tokens[i].Norm]
			if g == "" || one < 0 || many {
				continue
			}
			if count[one] == nil {
				count[one] = map[string]int{}
			}
			count[one][g]++
		}
	}
	for e := range r.ents {
		if m, f := count[e]["m"], count[e]["f"]; r.ents[e].gender == "" && m != f {
			if m > 2*f {
				r.ents[e].gender = "m"
			} else if f > 2*m {
				r.ents[e].gender = "f"
			}
		}
	}
}

// mark is a mention of a person by name or description.
type mark struct {
	span.Range
	entity int // -1 where none begins
}

// marks gives for each token the person whose name or description begins there.
func (r *resolver) marks() []mark {
	m := make([]mark, len(r.d.Tokens))
	for i := range m {
		m[i].entity = -1
	}
	for _, n := range r.d.Names {
		if n.Type == doc.Person && n.Entity >= 0 && r.d.Entities[n.Entity].Participant {
			m[n.From] = mark{n.Range, n.Entity}
		}
	}
	for _, x := range r.d.References {
		m[x.From] = mark{x.Range, x.Entity}
	}
	return m
}

// may reports whether person e may be of gender g.
func (r *resolver) may(e int, g string) bool {
	return r.ents[e].typ == doc.Person && (r.ents[e].gender == "" || r.ents[e].gender == g)
}

func oneToken(i int) span.Range { return span.Range{From: i, To: i + 1} }

package quantity

import (
	"sort"
	"strings"

	"synoptic/analyze/doc"
	"synoptic/analyze/numeral"
	"synoptic/lang"
	"synoptic/span"
)

// ages turns q into an age where its words say so: "25-year-old", "aged 42",
// "Ann Roe, 42, said", "in his 40s". It returns the atom after the age.
func (r *reader) ages(q *doc.Quantity, i, k, end int, v *value) int {
	age := func(to int) int {
		q.Dimension, q.Article = Age, false
		if q.Unit == "" {
			q.Unit, q.Factor = r.years.Name, r.years.Factor
		}
		return to
	}
	if v.unit.Dimension == Time {
		j := end
		if j+1 < len(r.atoms) && r.atoms[j].Hyphen() {
			j++
		}
		if j < len(r.atoms) && r.l.Old.Has(r.atoms[j].Word) {
			return age(j + 1)
		}
		if j+1 < len(r.atoms) && r.l.Of.Has(r.atoms[j].Word) && r.l.Aged.Has(r.atoms[j+1].Word) {
			return age(j + 2)
		}
		return end
	}
	if q.Dimension != Count || v.fraction || q.Low > 125 || q.Low < 0 {
		return end
	}
	j := end
	if j+1 < len(r.atoms) && r.atoms[j].Hyphen() {
		j++
	}
	if j < len(r.atoms) && r.l.Years.Has(r.atoms[j].Word) {
		return age(j + 1)
	}
	if i > 0 && (r.l.Aged.Has(r.atoms[i-1].Word) || i > 1 && r.l.Of.Has(r.atoms[i-1].Word) && r.l.Aged.Has(r.atoms[i-2].Word)) && !r.noun(end) {
		return age(end)
	}
	if v.decade {
		return age(end)
	}
	// "who is 46,", "she turned 90"
	if v.digits && v.plain && k == i && q.Low == q.High && i > 1 && r.l.Being.Has(r.atoms[i-1].Word) && r.l.Who.Has(r.atoms[i-2].Word) &&
		(end == len(r.atoms) || r.stop(end)) {
		return age(end)
	}
	if v.digits && v.plain && k == i && k > 1 && q.Low == q.High && r.atoms[k-1].Word == "," && (r.person(k-2) || r.somebody(k-2)) &&
		(end == len(r.atoms) || r.stop(end)) {
		return age(end)
	}
	return end
}

// stop reports whether the mark at atom i ends an apposition.
func (r *reader) stop(i int) bool {
	switch r.atoms[i].Word {
	case ",", ".", ")", ";", "—", "–":
		return true
	}
	return false
}

// person reports whether the word at atom i can end a person's name.
func (r *reader) person(i int) bool {
	a := &r.atoms[i]
	if i > 0 && r.d.Lang.Name.Suffixes.Has(a.Word) {
		a = &r.atoms[i-1] // "Ann Roe III, 42,"
	}
	if a.Kind != numeral.Word || !upper(r.d.Text[a.Start]) || r.inTime(a.Start) {
		return false
	}
	x := r.d.Tokens[a.Token].XPOS
	if x != "" && x != "NNP" && x != "NNPS" {
		return false
	}
	for n := r.name; n >= 0 && n > r.name-3; n-- {
		if n < len(r.d.Names) && r.d.Names[n].Has(a.Token) {
			return r.d.Names[n].Type == doc.Person
		}
	}
	return true
}

// somebody reports whether the word at atom i is a noun for one person: "the driver, 42,".
func (r *reader) somebody(i int) bool {
	t := &r.d.Tokens[r.atoms[i].Token]
	return t.XPOS == "NN" && r.d.Lang.Attribution.People.Has(t.Lemma)
}

// measure finds what q counts or measures. k is the atom of its number.
func (r *reader) measure(q *doc.Quantity, k, end int) {
	d := r.d
	number, last := r.atoms[k].Token, r.atoms[end-1].Last
	if q.Dimension == Score {
		return
	}
	after, limit := last+1, d.Sentences[r.at].To
	// "28-member bloc": members are counted, not blocs.
	if q.Dimension == Count && end+1 < len(r.atoms) && r.atoms[end].Hyphen() && r.atoms[end+1].Glued {
		if n := r.atoms[end+1].Token; nominal(&d.Tokens[n]) {
			q.Of = span.Range{From: n, To: n + 1}
			r.tail(n, limit, q)
			q.Head = n
		}
		return
	}
	if q.Dimension == Money {
		if n := len(d.Quantities); n > 0 && d.Tokens[q.Tokens.From].Start > 0 && q.Tokens.From > 0 && d.Tokens[q.Tokens.From-1].Norm == "(" {
			// "2 billion euros ($2.2 billion)": the same sum again
			if x := &d.Quantities[n-1]; x.Dimension == Money && x.Tokens.To == q.Tokens.From-1 {
				q.Of, q.Head = x.Of, x.Head
				return
			}
		}
		after = r.pastBracket(after, limit)
	}
	// "a 25 percent tariff", "two suspected missiles", "a four-day, 90-mile march"
	if r.tail(r.pastSeries(after, limit), limit, q) {
		return
	}
	if q.Dimension == Age {
		r.aged(q)
		return
	}
	if after < limit {
		t := &d.Tokens[after]
		of := r.l.Of.Has(t.Norm)
		if of || q.Dimension != Count && q.Dimension != Time && q.Dimension != Ordinal && q.Dimension != temperature && r.l.In.Has(t.Norm) {
			// "two hours of talks", "$5 billion in aid", "dozens of people"
			if n := r.groupFrom(after + 1); n >= 0 && d.Groups[n].From <= after+2 && d.Groups[n].Kind == doc.NounGroup {
				if from := r.skipNumber(&d.Groups[n]); !r.isTime(d.Tokens[d.Groups[n].Head].Start) && (r.tail(from, limit, q) || r.trim(from, d.Groups[n].To, d.Groups[n].Head, q)) {
					return
				}
			}
		}
		if r.l.Stands.Has(t.Norm) && q.Dimension == Count {
			q.Of, q.Head = span.Range{From: after, To: after + 1}, after
			return
		}
	}
	if q.Dimension == Ordinal || r.pointsBack(k, end, q) || q.Dimension == Time && after < limit && r.l.Lapse.Has(d.Tokens[after].Norm) {
		return
	}
	r.governed(q, number, after)
}

// pastBracket returns the token after a short bracket at token i, or i.
func (r *reader) pastBracket(i, limit int) int {
	if i < limit && r.d.Tokens[i].Norm == "(" {
		for k := i + 1; k < limit && k < i+9; k++ {
			if r.d.Tokens[k].Norm == ")" {
				return k + 1
			}
		}
	}
	return i
}

// pastSeries returns the token after a comma at token i and the number of a
// further measure behind it, when a hyphen joins the unit before the comma; or i.
func (r *reader) pastSeries(i, limit int) int {
	if i+2 >= limit || i < 2 || r.d.Tokens[i].Norm != "," || !strings.Contains(r.d.Word(i-1), "-") && r.d.Word(i-2) != "-" {
		return i
	}
	if t := &r.d.Tokens[i+1]; t.XPOS == "CD" || t.UPOS == "NUM" || strings.Contains(t.Norm, "-") {
		if i+4 < limit && r.d.Tokens[i+2].Norm == "-" {
			return i + 4
		}
		return i + 2
	}
	return i
}

// tail makes the noun with its adjectives from token i what q is of: the rest
// of a group that began with the number. It reports whether there is one.
func (r *reader) tail(i, limit int, q *doc.Quantity) bool {
	d := r.d
	head := -1
	j := i
	if i < limit && q.Dimension != Count && q.Dimension != Ordinal && (d.Tokens[i].XPOS == "VBG" || d.Tokens[i].XPOS == "VBN") {
		return false // "a year putting pressure on them"
	}
	for ; j < limit && j < i+12; j++ {
		t := &d.Tokens[j]
		hyphen := j+1 < limit && d.Tokens[j+1].Norm == "-" && d.Tokens[j+1].Start == t.End
		switch {
		case r.isTime(t.Start) && (head >= 0 || !hyphen):
			limit = j
			continue
		case t.UPOS == "PUNCT" && t.Norm == "-" && j+1 < limit && d.Tokens[j+1].Start == t.End && (j == i || d.Tokens[j-1].End == t.Start):
			if head >= 0 {
				head = -1
			}
			continue
		case hyphen:
			continue
		case nominal(t):
			if head >= 0 && q.Dimension == Count && q.Low > 1 && d.Tokens[head].XPOS == "NNS" && t.XPOS == "NN" {
				break // what several are counted of is in the plural
			}
			head = j
			continue
		case t.UPOS == "ADJ" || t.XPOS == "JJ" || t.XPOS == "JJR" || t.XPOS == "VBN" || t.XPOS == "VBG" || t.UPOS == "NUM" && head < 0 && j > i:
			if head < 0 || d.Tokens[j-1].XPOS == "POS" {
				continue
			}
			// "short-range ballistic missiles", not "gave two men new homes"
			if t.XPOS == "JJ" && d.Tokens[head].XPOS == "NN" && head == j-1 && j+1 < limit && nominal(&d.Tokens[j+1]) {
				continue
			}
		case t.XPOS == "POS" && head >= 0 && j+1 < limit && (nominal(&d.Tokens[j+1]) || d.Tokens[j+1].UPOS == "ADJ"):
			continue
		case t.UPOS == "ADV" && j+1 < limit && head < 0 && (d.Tokens[j+1].UPOS == "ADJ" || d.Tokens[j+1].XPOS == "VBN"):
			continue
		case quoted(t) && head < 0 && j+1 < limit:
			continue
		}
		break
	}
	if head < 0 {
		// "One Israeli was killed": a people's adjective stands as the noun.
		if q.Dimension != Count || j != i+1 || d.Tokens[i].UPOS != "ADJ" || !upper(d.Text[d.Tokens[i].Start]) {
			return false
		}
		head = i
	}
	// A noun in the plural that was taken for a verb: "two steel imports".
	if q.Dimension == Count && q.Low > 1 && j == head+1 && j < limit && d.Tokens[j].XPOS == "VBZ" && d.Tokens[head].XPOS != "NNS" && d.Tokens[head].XPOS != "NNPS" {
		head = j
	}
	from := i
	for from < head && (d.Tokens[from].UPOS == "PUNCT" || d.Tokens[from].XPOS == "JJR" || r.l.Old.Has(d.Tokens[from].Norm)) {
		from++
	}
	if d.Tokens[from].UPOS == "PUNCT" {
		return false
	}
	q.Of, q.Head = span.Range{From: from, To: head + 1}, head
	if q.Dimension == Percent || q.Dimension == Money {
		q.Of.To = r.complement(head+1, limit)
	}
	return true
}

// complement returns the end of "on steel imports", "of goods" at token i, or i.
func (r *reader) complement(i, limit int) int {
	if i >= limit || !r.l.Complement.Has(r.d.Tokens[i].Norm) {
		return i
	}
	n := r.groupFrom(i + 1)
	if n < 0 || r.d.Groups[n].From != i+1 || r.d.Groups[n].Kind != doc.NounGroup || r.isTime(r.d.Tokens[i+1].Start) {
		return i
	}
	return r.d.Groups[n].To
}

// object narrows what a share or sum is of to the noun behind it: "tariffs of
// 25 percent on steel" are those on steel. The head stays.
func (r *reader) object(q *doc.Quantity, after int) bool {
	if q.Dimension != Percent && q.Dimension != Money {
		return false
	}
	limit := r.d.Sentences[r.at].To
	if to := r.complement(after, limit); to > after {
		q.Of = span.Range{From: after + 1, To: to}
		return true
	}
	return false
}

// like takes what q is of from the share or sum before it in the sentence, when
// a complement as that one has follows: "25 percent tariffs on steel and 10
// percent on aluminium".
func (r *reader) like(q *doc.Quantity, after int) bool {
	n := len(r.d.Quantities) - 1
	if n < 0 || after >= r.d.Sentences[r.at].To {
		return false
	}
	p := &r.d.Quantities[n]
	if p.Dimension != q.Dimension || p.Head < r.d.Sentences[r.at].From || p.Of.To < 2 || p.Of.To > q.Tokens.From {
		return false
	}
	prep := r.d.Tokens[after].Norm
	for i := p.Head; i < p.Of.To; i++ {
		if r.d.Tokens[i].Norm == prep && r.object(q, after) {
			q.Head = p.Head
			return true
		}
	}
	return false
}

func nominal(t *doc.Token) bool {
	return t.UPOS == "NOUN" || t.UPOS == "PROPN" || len(t.XPOS) > 1 && t.XPOS[:2] == "NN"
}

func quoted(t *doc.Token) bool {
	switch t.Norm {
	case "\"", "'", "``", "''":
		return true
	}
	return false
}

// isTime reports whether byte at lies in a date or clock time.
func (r *reader) isTime(at int) bool {
	times := r.d.Times
	n := sort.Search(len(times), func(k int) bool { return times[k].End > at })
	return n < len(times) && times[n].Start <= at && times[n].Type != "DURATION"
}

// trim makes the tokens from to to, with head among them, what q is of, less
// leading marks. It reports whether head is left.
func (r *reader) trim(from, to, head int, q *doc.Quantity) bool {
	for from < to {
		t := &r.d.Tokens[from]
		if t.UPOS == "PUNCT" || t.UPOS == "DET" || t.XPOS == "POS" || t.XPOS == "PRP$" || r.l.Old.Has(t.Norm) {
			from++
			continue
		}
		break
	}
	if head < from || head >= to || r.d.Tokens[from].UPOS == "CCONJ" || r.d.Tokens[head].UPOS == "PRON" {
		return false
	}
	q.Of, q.Head = span.Range{From: from, To: to}, head
	return true
}

// skipNumber returns the token after the determiner and number that a group
// begins with: "12 of the 15 passengers".
func (r *reader) skipNumber(g *doc.Group) int {
	i := g.From
	for i < g.Head {
		if t := &r.d.Tokens[i]; t.UPOS == "DET" || t.UPOS == "NUM" || t.XPOS == "CD" || t.XPOS == "PRP$" {
			i++
			continue
		}
		break
	}
	return i
}

// aged finds whose age q is: the name before ", 42,".
func (r *reader) aged(q *doc.Quantity) {
	i := q.Tokens.From - 1
	for i >= 0 && i > q.Tokens.From-4 && (r.d.Tokens[i].Norm == "," || r.l.Aged.Has(r.d.Tokens[i].Norm)) {
		i--
	}
	if i < 0 || i < r.d.Sentences[r.at].From {
		return
	}
	if g := r.groupOf(i); g >= 0 && r.d.Groups[g].Kind == doc.NounGroup && r.d.Groups[g].To <= q.Tokens.From {
		q.Of, q.Head = r.d.Groups[g].Range, r.d.Groups[g].Head
	}
}

// governed finds what a verb or preposition makes the subject of q: "the talks
// lasted two hours", "the toll rose to 12", "a fine of $5", "12 were killed".
func (r *reader) governed(q *doc.Quantity, number, after int) {
	d := r.d
	start := d.Sentences[r.at].From
	before := q.Tokens.From - 1
	if before > start {
		// "a crowd of 300", "a deal worth $5 billion"; "rates above 80 percent"
		at := -1
		if r.l.Worth.Has(d.Tokens[before].Norm) || q.Dimension != Count && r.l.At.Has(d.Tokens[before].Norm) {
			at = before - 1
		} else if q.Tokens.From < number && r.l.Spatial.Has(d.Tokens[q.Tokens.From].Norm) && nominal(&d.Tokens[before]) {
			at = before
		}
		if g := r.groupOf(at); at >= 0 && g >= 0 && d.Groups[g].Kind == doc.NounGroup && d.Groups[g].Head == at {
			group := &d.Groups[g]
			if r.trim(r.skipNumber(group), group.To, group.Head, q) {
				r.object(q, after)
				return
			}
		}
	}
	if r.like(q, after) {
		return
	}
	c := r.clauseOf(number)
	if c < 0 || d.Clauses[c].Verb < 0 {
		return
	}
	clause := &d.Clauses[c]
	verb := &d.Groups[clause.Verb]
	g := r.groupOf(number)
	switch {
	case g >= 0 && g == clause.Subject:
		// "12 were killed", "more than 300 died"
		if q.Dimension == Count && d.Tokens[verb.Head].UPOS != "AUX" {
			q.Of, q.Head = verb.Range, verb.Head
		}
	case (r.reach(q).Has(d.Tokens[verb.Head].Lemma) || r.reach(q).Has(d.Tokens[verb.Head].Norm)) && verb.To <= q.Tokens.From && r.reaches(verb.To, q):
		if s := r.subject(clause); s >= 0 {
			group := &d.Groups[s]
			r.trim(r.skipNumber(group), group.To, group.Head, q)
		}
	case q.Dimension == Time && before >= start && r.l.For.Has(d.Tokens[before].Norm) && verb.To <= q.Tokens.From && d.Tokens[verb.Head].UPOS != "AUX":
		// "met for two hours": the meeting itself
		q.Of, q.Head = verb.Range, verb.Head
	case q.Dimension == Time && before >= start && verb.To == before && r.l.Within.Has(d.Tokens[before].Norm) && r.l.Closing.Has(d.Tokens[verb.Head].Lemma) && (verb.Past || verb.Passive):
		// "the evacuation was completed in two hours"
		if s := r.subject(clause); s >= 0 {
			group := &d.Groups[s]
			r.trim(r.skipNumber(group), group.To, group.Head, q)
		}
	case q.Dimension == Count && after < d.Sentences[r.at].To && verb.From == after && verb.Passive:
		q.Of, q.Head = verb.Range, verb.Head
	}
}

// reach returns the lemmas of the verbs that link q to their subject.
func (r *reader) reach(q *doc.Quantity) lang.Set {
	if q.Dimension == Time {
		return r.l.Lasts
	}
	return r.l.Reach
}

// reaches reports whether only adverbs and a word such as "to" stand between
// the verb group that ends before token from and q.
func (r *reader) reaches(from int, q *doc.Quantity) bool {
	for i := from; i < q.Tokens.From; i++ {
		t := &r.d.Tokens[i]
		if t.UPOS == "ADV" || t.UPOS == "DET" || r.l.Onto.Has(t.Norm) {
			continue
		}
		if q.Dimension == Percent && r.l.By.Has(t.Norm) {
			continue
		}
		return false
	}
	return true
}

// subject returns the group of what a clause is about, or -1. In "Ann and
// Bo's talks" that is the talks.
func (r *reader) subject(c *doc.Clause) int {
	s := c.Subject
	if s < 0 || s+1 >= len(r.d.Groups) {
		return s
	}
	if a, b := &r.d.Groups[s], &r.d.Groups[s+1]; a.To+1 == b.From && r.l.And.Has(r.d.Tokens[a.To].Norm) && b.Kind == doc.NounGroup {
		for i := b.From; i < b.Head; i++ {
			if r.d.Tokens[i].XPOS == "POS" {
				return s + 1
			}
		}
	}
	return s
}

// groupFrom returns the first group that begins at token i or after it, or -1.
func (r *reader) groupFrom(i int) int {
	n := sort.Search(len(r.d.Groups), func(k int) bool { return r.d.Groups[k].From >= i })
	if n == len(r.d.Groups) {
		return -1
	}
	return n
}

// groupOf returns the group that holds token i, or -1.
func (r *reader) groupOf(i int) int {
	n := sort.Search(len(r.d.Groups), func(k int) bool { return r.d.Groups[k].To > i })
	if n < len(r.d.Groups) && r.d.Groups[n].Has(i) {
		return n
	}
	return -1
}

// reachBack is how many clauses before a token are looked at for the one that
// holds it.
const reachBack = 32

// clauseOf returns the smallest clause that holds token i, or -1.
func (r *reader) clauseOf(i int) int {
	clauses := r.d.Clauses
	n := sort.Search(len(clauses), func(k int) bool { return clauses[k].Sentence > r.at })
	best := -1
	for k := n - 1; k >= 0 && k >= n-reachBack && clauses[k].Sentence == r.at; k-- {
		if clauses[k].Has(i) && (best < 0 || clauses[k].Len() < clauses[best].Len()) {
			best = k
		}
	}
	return best
}

// articles adds a quantity of one for each noun group of the sentence that
// begins with an indefinite article and has a singular noun that can be
// counted: "a missile".
func (r *reader) articles(from int) {
	d := r.d
	sent := d.Sentences[r.at]
	q, end := from, len(d.Quantities) // the quantities of this sentence, in order
	added := false
	g := r.groupFrom(sent.From)
	for ; g >= 0 && g < len(d.Groups) && d.Groups[g].From < sent.To; g++ {
		group := &d.Groups[g]
		if group.Kind != doc.NounGroup {
			continue
		}
		at := group.From
		if !r.l.Articles.Has(d.Tokens[at].Norm) || group.Head <= at || d.Tokens[group.Head].XPOS != "NN" || r.l.NotCounted.Has(d.Tokens[group.Head].Lemma) {
			continue
		}
		for q < end && d.Quantities[q].Tokens.To <= at {
			q++
		}
		if q < end && d.Quantities[q].Tokens.From < group.To && !d.Quantities[q].Article {
			continue // it has a number of its own
		}
		x := doc.Quantity{
			Span: d.Tokens[at].Span, Tokens: span.Range{From: at, To: at + 1},
			Low: 1, High: 1, Dimension: Count, Factor: 1, Article: true,
			Of: span.Range{From: at + 1, To: group.To}, Head: group.Head,
		}
		d.Quantities = append(d.Quantities, x)
		added = true
	}
	if added {
		list := d.Quantities[from:]
		sort.SliceStable(list, func(a, b int) bool { return span.Compare(list[a].Span, list[b].Span) < 0 })
	}
}

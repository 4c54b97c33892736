package compare

import (
	"cmp"
	"slices"
	"sync"

	"synoptic/analyze/doc"
	"synoptic/article"
	"synoptic/compare/anchor"
	"synoptic/compare/entity"
	"synoptic/compare/origin"
	"synoptic/compare/quotation"
	"synoptic/lang"
	"synoptic/span"
)

// Version of the comparison's output: it moves whenever the same documents
// give another story.
const Version = 16

// New compares the documents. Their order does not matter.
func New(docs []*doc.Doc) *Story { return compare(docs, nil) }

// compare compares documents of which m knows what it has seen before; it may be nil.
func compare(docs []*doc.Doc, m *Memory) *Story {
	s := &Story{Docs: slices.Clone(docs)}
	slices.SortFunc(s.Docs, func(a, b *doc.Doc) int {
		return cmp.Or(cmp.Compare(a.Article.ID, b.Article.ID), cmp.Compare(a.Text, b.Text))
	})
	if len(s.Docs) == 0 {
		s.Entities, s.Times, s.Origins = &entity.Set{}, &anchor.Set{}, &origin.Set{}
		return s
	}
	readings := m.of(s.Docs)
	var aside sync.WaitGroup // what needs little of the rest is done beside it
	aside.Go(func() { s.copies(readings) })
	aside.Go(func() { s.Times = m.dates().Resolve(s.Docs) })
	s.Entities = entity.Resolve(s.Docs)
	aside.Wait()
	aside.Go(func() { s.Origins = origin.Resolve(s.Docs, s.Entities) })
	aside.Go(func() { s.Quotes = quotation.Group(s.Docs, s.Entities) })
	t := newTable(s.Docs, s.Entities, s.Times, readings)
	links := t.align()
	aside.Wait()
	t.near = nearby(len(t.rows), links)
	facts := t.facts()
	var numbers []Disagreement
	aside.Go(func() { numbers, s.Figures = t.numbers(facts, links) })
	clusters := t.claims(links)
	s.claims(t, clusters)
	aside.Wait()
	s.Disagreements = slices.Concat(numbers, t.contrasts(links, clusters), t.roles(), t.ties(), t.ages(), t.spellings(), t.addresses(), t.since(), t.terms(), s.wordings())
	sortDisagreements(s.Disagreements)
	s.paraphrases(t, clusters)
	s.place()
	s.only(t, links)
	s.missing(t)
	s.timeline(t)
	s.title(t)
	s.summarise(t)
	s.unaligned()
	return s
}

// claims turns clusters of rows into claims with their reports.
func (s *Story) claims(t *table, clusters [][]int) {
	for _, rows := range clusters {
		var c Claim
		sure := t.sure(rows)
		for i, r := range rows {
			report := s.report(t, r)
			report.Evidence = t.hedged(r, t.core(r, rows))
			report.Unsure = !sure[i]
			c.Reports = append(c.Reports, report)
		}
		c.Best, c.Score = t.best(rows, sure)
		c.Reports[c.Best].Unsure = false
		c.Because = t.because(rows, rows[c.Best])
		c.Statement = t.statement(rows[c.Best])
		s.Claims = append(s.Claims, c)
	}
}

// hedged returns the words of row r with what says that it is denied, only asked, made a
// condition or believed: "it was not clear if charges will be filed".
func (t *table) hedged(r int, e Evidence) Evidence {
	k := &t.rows[r]
	d := t.docs[k.doc]
	at := e.Span
	switch what, ok := t.believed(k); {
	case ok:
		at = at.Cover(d.Span(what.whole))
	case k.unsaid:
		from, c := k.Tokens.From, k.Clause
		for n := 0; n < maxJoined && d.Clauses[c].Parent >= 0 && d.Clauses[d.Clauses[c].Parent].Sentence == k.Sentence; n++ {
			joined := d.Clauses[c].Kind == doc.CoordClause
			c = d.Clauses[c].Parent
			from = min(from, begins(d, c))
			if !joined {
				break // "did not establish that they met or wrote": up to what governs both
			}
		}
		if c := d.Clauses[k.Clause].From; c >= d.Sentences[k.Sentence].From {
			from = min(from, c) // "once the inquiry is complete"
			if i := c - 1; i >= d.Sentences[k.Sentence].From && d.Lang.Statement.Conditions.Has(d.Tokens[i].Norm) {
				from = min(from, i)
			}
		}
		at = at.Cover(span.Span{Start: d.Tokens[from].Start, End: at.End})
	default:
		if whole := t.framed(k); whole.From < k.Tokens.From {
			at = at.Cover(d.Span(whole))
		}
	}
	if at.Len() > maxStatement {
		return e
	}
	return Evidence{e.Doc, at}
}

// framed returns the tokens of a statement with what denies or weakens it where that
// stands before it: "Lund denied that it left", "there is no sign that it left", "it
// appears that it left".
func (t *table) framed(k *row) span.Range {
	d := t.docs[k.doc]
	l := &d.Lang.Statement
	at := k.Tokens
	if k.Denied {
		at.From = t.frame(k, func(x *doc.Token) bool {
			return l.None.Has(x.Norm) || d.Lang.Clause.Negators.Has(x.Norm) || l.Without.Has(x.Norm) || l.Short.Has(x.Norm) ||
				l.Denials.Has(x.Lemma) || l.Rejections.Has(x.Lemma) || l.Prevents.Has(x.Lemma) || l.Avoids.Has(x.Lemma) || l.Control[x.Lemma].Denied
		})
	}
	if k.Hedge == doc.HedgeReported || k.Hedge == doc.HedgeProbable {
		at.From = min(at.From, t.frame(k, func(x *doc.Token) bool {
			return l.Hedges[x.Norm] == string(k.Hedge) || x.UPOS == "VERB" && (l.Control[x.Lemma].Hedge == string(k.Hedge) || k.Hedge == doc.HedgeReported && l.Accuses.Has(x.Lemma))
		}))
	}
	return at
}

// frame returns the token from which a statement is to be shown so that it holds a word
// that colours it: its own first one where it holds one, or none stands before it.
func (t *table) frame(k *row, colours func(*doc.Token) bool) int {
	d := t.docs[k.doc]
	first := k.Tokens.From
	for i := first; i < k.Tokens.To; i++ {
		if colours(&d.Tokens[i]) {
			return first
		}
	}
	i, least := first-1, max(d.Sentences[k.Sentence].From, first-frameReach)
	for i >= least && !colours(&d.Tokens[i]) {
		i--
	}
	c := k.Clause - 1
	switch head := d.Tokens[max(i, 0)].Head; {
	case i < least:
		return first
	case k.Tokens.Has(head) || head >= 0 && k.Tokens.Has(d.Tokens[head].Head) || c < 0 || d.Clauses[c].Sentence != k.Sentence || d.Clauses[c].From > i:
		return i // "no longer needed"
	}
	from := min(begins(d, c), i)
	if k.Attribution >= 0 {
		for _, s := range d.Attributions[k.Attribution].Source {
			if r := d.Range(s); !r.Empty() && d.SentenceOf(r.From) == k.Sentence {
				from = min(from, r.From)
			}
		}
	}
	return from
}

// frameReach is how many tokens before a statement what colours it is looked for.
const frameReach = 40

// maxJoined is how many joined clauses up what governs them is looked for.
const maxJoined = 4

// begins returns the token where clause c begins with its subject, or its verb.
func begins(d *doc.Doc, c int) int {
	k := &d.Clauses[c]
	switch {
	case k.Verb < 0:
		return k.From
	case k.Subject >= 0 && d.Groups[k.Subject].From >= k.From:
		return min(d.Groups[k.Subject].From, d.Groups[k.Verb].From)
	}
	return d.Groups[k.Verb].From
}

// report makes a row a report, with who stands behind it.
func (s *Story) report(t *table, r int) Report {
	k := &t.rows[r]
	return Report{
		Evidence: t.evidence(r), Statement: k.index, Denied: k.Denied, Hedge: k.Hedge,
		Chain: s.Origins.Chain(k.doc, t.behind(k)),
	}
}

// behind returns the attribution of who stands behind a row, or -1: its own, or
// that whose cue is its predicate where it holds words of theirs: "Lund condemned
// the “shameful” delay".
func (t *table) behind(k *row) int {
	d := t.docs[k.doc]
	predicate := d.Span(k.Predicate)
	from, _ := slices.BinarySearchFunc(d.Attributions, d.Tokens[d.Sentences[k.Sentence].From].Start, func(a doc.Attribution, at int) int { return a.Cue[0].Start - at })
	for i := from; i < len(d.Attributions) && d.Attributions[i].Cue[0].Start < predicate.End; i++ {
		a := &d.Attributions[i]
		if a.Cue[0].Overlaps(predicate) && a.Act == lang.Speech && a.Kind != doc.Indirect && len(a.Source) > 0 && k.Contains(a.Source[0]) {
			return i
		}
	}
	return k.Attribution
}

// sureScore is the score, in thousandths, from which two statements of a claim are taken
// to tell one fact for sure.
const sureScore = 650

// sure reports for each row of a claim whether it surely tells what others do: it is linked
// by sureScore, at one remove or more, to those that most documents are linked by. Where no
// two are, all are as likely as each other, and none is sure.
func (t *table) sure(rows []int) []bool {
	of := make([]int, len(rows)) // the first of the rows that each is linked to
	for i := range rows {
		of[i] = i
	}
	for i, a := range rows {
		for _, x := range t.near[a] {
			k, ok := slices.BinarySearch(rows, int(x.row))
			least := sureScore
			if t.rows[a].Denied != t.rows[x.row].Denied {
				least = opposed // they differ on one fact
			}
			if !ok || int(x.score) < least || of[k] == of[i] || t.befallsOthers(&t.rows[a], &t.rows[x.row]) {
				continue
			}
			from, to := max(of[i], of[k]), min(of[i], of[k])
			for n := range of {
				if of[n] == from {
					of[n] = to
				}
			}
		}
	}
	documents := make([]int, len(rows)) // of those linked, by the first of them
	last := make([]int, len(rows))
	best := 0
	for i, r := range rows {
		if k := of[i]; documents[k] == 0 || last[k] != t.rows[r].doc {
			documents[k]++
			last[k] = t.rows[r].doc
		}
	}
	for k := range documents {
		if documents[k] > documents[best] {
			best = k
		}
	}
	sure := make([]bool, len(rows))
	for i := range rows {
		sure[i] = of[i] == best && documents[best] > 1
	}
	return sure
}

// befallsOthers reports whether two statements befall persons, and none in common: "Lund was
// released", "he was released" of Holm.
func (t *table) befallsOthers(a, b *row) bool {
	return slices.ContainsFunc(a.patients, t.person) && slices.ContainsFunc(b.patients, t.person) &&
		!slices.ContainsFunc(a.patients, func(k int32) bool { return t.person(k) && slices.Contains(b.patients, k) })
}

// best returns the row, as an index in rows, that holds most of what the rows
// have in common and can be read alone, one that is sure where any is, and the mean score
// over all pairs.
func (t *table) best(rows []int, sure []bool) (best, mean int) {
	count := map[int32]int{}
	sum, pairs := 0, 0
	first := 0 // of the rows of one document
	for i, a := range rows {
		for _, k := range t.rows[a].keys {
			count[k]++
		}
		if t.rows[a].doc != t.rows[rows[first]].doc {
			first = i
		}
		pairs += first
		for _, x := range t.near[a] {
			if _, ok := slices.BinarySearch(rows, int(x.row)); ok && int(x.row) < a {
				sum += int(x.score)
			}
		}
	}
	top, rank := 0, worst+1
	any := slices.Contains(sure, true)
	for i, a := range rows {
		if any && !sure[i] {
			continue
		}
		r := &t.rows[a]
		common := 0
		for _, k := range r.keys {
			common += t.weight[k] * (count[k] - 1)
			if count[k] == 1 {
				common -= t.weight[k] / 2 // what the others do not say
			}
		}
		if k := t.readable(r); k < rank || k == rank && common > top {
			best, top, rank = i, common, k
		}
	}
	return best, sum / max(pairs, 1)
}

// worst is the rank of what is hardest to read alone.
const worst = 3

// readable ranks how well a statement can be read alone, 0 being best.
func (t *table) readable(r *row) int {
	d := t.docs[r.doc]
	switch kind := d.Clauses[r.Clause].Kind; {
	case t.subordinate(r):
		return worst
	case d.Sentences[r.Sentence].Kind != "":
		return 2
	case kind == doc.RelativeClause || !t.ownSubject(r):
		return 1
	}
	return 0
}

// ownSubject reports whether the subject of a statement stands within it, and
// is no pronoun.
func (t *table) ownSubject(r *row) bool {
	d := t.docs[r.doc]
	s := d.Clauses[r.Clause].Subject
	return s >= 0 && r.Tokens.Contains(d.Groups[s].Range) && d.Tokens[d.Groups[s].Head].UPOS != "PRON"
}

// maxStatement is the length in bytes up to which a whole sentence stands for a
// clause that can't be read alone.
const maxStatement = 280

// statement returns the words that say a claim: the clause of row r, or its
// whole sentence when the clause can't be read alone.
func (t *table) statement(r int) Evidence {
	k := &t.rows[r]
	d := t.docs[k.doc]
	sentence := d.Sentences[k.Sentence].Range
	if s := d.Span(sentence); (t.readable(k) > 0 || cutShort(d, k.Tokens.To, sentence.To)) && s.Len() <= maxStatement {
		return Evidence{k.doc, s}
	}
	return t.evidence(r)
}

// cutShort reports whether a clause that ends before token i of a sentence that
// ends before token end goes on without a mark or a joining word.
func cutShort(d *doc.Doc, i, end int) bool {
	if i >= end {
		return false
	}
	switch d.Tokens[i].UPOS {
	case "PUNCT", "CCONJ", "SCONJ":
		return false
	}
	return true
}

// place gives each disagreement the claim that its evidence stands in.
func (s *Story) place() {
	type told struct {
		span.Span
		claim int
	}
	at := make([][]told, len(s.Docs)) // by document
	for c := range s.Claims {
		for _, r := range s.Claims[c].Reports {
			at[r.Doc] = append(at[r.Doc], told{s.Docs[r.Doc].Statements[r.Statement].Span, c})
		}
	}
	for i := range s.Disagreements {
		d := &s.Disagreements[i]
		for _, p := range d.Positions {
			for _, e := range p.Evidence {
				for _, k := range at[e.Doc] {
					if d.Claim < 0 && k.Contains(e.Span) {
						d.Claim = k.claim
					}
				}
			}
		}
	}
}

// missing lists the claims that at least three originals make, and two thirds
// of all originals, and the documents that have nothing like them.
func (s *Story) missing(t *table) {
	originals := 0
	for _, of := range s.CopyOf {
		if of < 0 {
			originals++
		}
	}
	if originals < 3 {
		return
	}
	has, sure, near := make([]bool, len(s.Docs)), make([]bool, len(s.Docs)), make([]bool, len(s.Docs))
	for c := range s.Claims {
		clear(has)
		clear(sure)
		n := 0
		for _, r := range s.Claims[c].Reports {
			has[r.Doc] = true
			if !r.Unsure && !sure[r.Doc] && s.CopyOf[r.Doc] < 0 {
				sure[r.Doc] = true
				n++
			}
		}
		if 3*n < 2*originals || n < 3 {
			continue
		}
		clear(near)
		for _, r := range s.Claims[c].Reports {
			for _, x := range t.near[t.first[r.Doc]+r.Statement] {
				near[t.rows[x.row].doc] = true
			}
		}
		var without []int
		for i := range s.Docs {
			if !has[i] && !near[i] {
				without = append(without, i)
			}
		}
		if len(without) > 0 {
			s.Missing = append(s.Missing, Missing{c, without})
		}
	}
}

// title takes the headline that has most in common with how the other documents
// begin; without any, the opening sentence that has.
func (s *Story) title(t *table) {
	openings := make([][]int32, len(s.Docs)) // keys of each document's opening
	for n, d := range s.Docs {
		for _, i := range opening(d, "") {
			openings[n] = append(openings[n], t.word[n][d.Sentences[i].From:d.Sentences[i].To]...)
		}
		for _, i := range opening(d, article.Headline) {
			openings[n] = append(openings[n], t.word[n][d.Sentences[i].From:d.Sentences[i].To]...)
		}
		openings[n] = distinct(openings[n])
	}
	for _, kind := range []article.Kind{article.Headline, ""} {
		best, top := Evidence{}, 0
		for n, d := range s.Docs {
			if s.CopyOf[n] >= 0 {
				continue
			}
			for _, i := range opening(d, kind) {
				own := distinct(t.word[n][d.Sentences[i].From:d.Sentences[i].To])
				score := 0
				for m := range s.Docs {
					if m != n {
						_, shared := t.shared(&row{keys: own}, &row{keys: openings[m]})
						score += shared
					}
				}
				if e := d.Span(d.Sentences[i].Range); score > top && e.Len() <= maxStatement {
					best, top = Evidence{n, e}, score
				}
			}
		}
		if top > 0 {
			s.Title = &best
			return
		}
	}
}

// openingLength is how many sentences of its body a document opens with.
const openingLength = 2

// opening returns the first sentences of a kind, of the body two, else one.
func opening(d *doc.Doc, kind article.Kind) []int {
	var found []int
	most := 1
	if kind == "" {
		most = openingLength
	}
	for i := range d.Sentences {
		if d.Sentences[i].Kind == kind && len(found) < most {
			found = append(found, i)
		}
	}
	return found
}

// documents counts the documents that report a claim.
func (c *Claim) documents() int {
	n, last := 0, -1
	for _, r := range c.Reports {
		if r.Doc != last {
			n++
			last = r.Doc
		}
	}
	return n
}

// unaligned counts the sentences that tell the news and stand in nothing shown.
func (s *Story) unaligned() {
	shown := s.shown()
	add := func(e Evidence) { shown[e.Doc] = append(shown[e.Doc], e.Span) }
	for _, c := range s.Claims {
		for _, r := range c.Reports {
			add(r.Evidence)
		}
	}
	for _, r := range s.Only {
		add(r.Evidence)
	}
	for n, d := range s.Docs {
		slices.SortFunc(shown[n], span.Compare)
		at := 0
		for i := range d.Sentences {
			if !d.Sentences[i].Kind.Reported() {
				continue
			}
			sentence := d.Span(d.Sentences[i].Range)
			for at < len(shown[n]) && shown[n][at].End <= sentence.Start {
				at++
			}
			if !slices.ContainsFunc(shown[n][at:], sentence.Overlaps) {
				s.Unaligned++
			}
		}
	}
}

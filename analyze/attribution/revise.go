package attribution

import (
	"strings"

	"synoptic/analyze/attribution/internal/role"
	"synoptic/analyze/doc"
	"synoptic/lang"
	"synoptic/span"
)

// Rules returns the roles of tokens as rules alone find them.
func Rules(d *doc.Doc) []role.Label {
	return newReader(d).rules().outermost()
}

// outermost returns the roles of tokens by the drafts that no other relays or
// holds.
func (r *reader) outermost() []role.Label {
	labels := make([]role.Label, len(r.d.Tokens))
	holders := r.holders()
	for k, d := range r.drafts {
		if d.parent >= 0 || d.parent == waiting || holders[k] >= 0 {
			continue
		}
		role.Put(labels, d.cue, role.BeginCue)
		role.Put(labels, d.source, role.BeginSource)
		for _, c := range d.content {
			role.Put(labels, r.d.Range(c), role.BeginContent)
		}
	}
	return labels
}

// holders returns for each draft one in whose words its cue stands, or -1.
func (r *reader) holders() []int {
	at := map[int]int{} // draft by the main token of its cue
	for k, d := range r.drafts {
		at[d.head] = k
	}
	holders := make([]int, len(r.drafts))
	for k := range holders {
		holders[k] = -1
	}
	for k, d := range r.drafts {
		for _, c := range d.content {
			for t := r.d.Range(c); !t.Empty(); t.From++ {
				if held, ok := at[t.From]; ok && held != k {
					holders[held] = k
				}
			}
		}
	}
	return holders
}

// piece is a stretch of tokens of one role.
type piece struct {
	span.Range
	role  role.Label
	draft int // that it is the cue of; -1 when it is of none
}

// pieces returns the stretches of labels, in order.
func pieces(labels []role.Label) []piece {
	var list []piece
	for i, l := range labels {
		switch {
		case l == role.None:
		case role.Begins(l) || i == 0 || labels[i-1] != l && labels[i-1] != l-1:
			list = append(list, piece{span.Range{From: i, To: i + 1}, role.Begin(l), -1})
		default:
			list[len(list)-1].To = i + 1
		}
	}
	return list
}

// revise makes the drafts say what labels do: a network knows from the whole
// paragraph, and from what the rules found, which words are source, cue and
// content. What it sees is put together here, as the rules did where they saw it
// too, else by the tree and by what stands nearest.
func (r *reader) revise(labels []role.Label) {
	var cues, sources, contents []piece
	for _, p := range pieces(labels) {
		switch p.role {
		case role.BeginCue:
			cues = append(cues, p)
		case role.BeginSource:
			sources = append(sources, p)
		default:
			contents = append(contents, p)
		}
	}
	within := make([]bool, len(r.d.Tokens))
	for _, c := range contents {
		for i := c.From; i < c.To; i++ {
			within[i] = true
		}
	}
	// Which draft each cue is that of. Where the network sees the cue of a draft and
	// that of what it relays, the rules' reading stays. What it does not see goes,
	// but for what stands within the words of another and what rules are sure of.
	draftAt := make([]int, len(r.d.Tokens))
	for i := range draftAt {
		draftAt[i] = -1
	}
	for k, d := range r.drafts {
		if d.parent == waiting {
			continue
		}
		for i := d.cue.From; i < d.cue.To; i++ {
			draftAt[i] = k
		}
	}
	holders := r.holders()
	seen, relays, holds := make([]bool, len(r.drafts)), make([]bool, len(r.drafts)), make([]bool, len(r.drafts))
	passed := make([]bool, len(r.drafts)) // through which the words of one seen came
	for c := range cues {
		p := &cues[c]
		for i := p.From; i < p.To && p.draft < 0; i++ {
			if k := draftAt[i]; k >= 0 && !seen[k] {
				p.draft, seen[k] = k, true
				if h := holders[k]; h >= 0 {
					relays[h], holds[h] = true, true
				}
				if h := r.drafts[k].parent; h >= 0 {
					relays[k], relays[h], passed[h] = true, true, true
				}
			}
		}
	}
	revised := cues[:0]
	for _, p := range cues {
		switch {
		case p.draft < 0:
			p.draft = len(r.drafts)
			r.drafts = append(r.drafts, r.newDraft(p.Range))
		case relays[p.draft]:
			continue
		}
		revised = append(revised, p)
		d := &r.drafts[p.draft]
		d.cue = p.Range
		if !p.Has(d.head) {
			d.head = r.top(p.Range)
		}
	}
	for k := range seen {
		d := &r.drafts[k]
		if !seen[k] && !passed[k] && holders[k] < 0 && d.parent == -1 && !within[d.head] && d.sure < trusted && !(holds[k] && r.says(d.head)) {
			d.content = nil
		}
	}
	cues = revised
	r.giveSources(cues, sources)
	r.giveContents(cues, contents)
	for _, p := range cues {
		d := &r.drafts[p.draft]
		if _, known := r.l.Cues[r.lemma(d.head)]; d.kind == lang.Attitude && r.kindOf(d.content) != doc.Indirect && (!known || r.kindOf(d.content) == doc.Direct) {
			d.kind = lang.Speech // whatever the cue, words between quotation marks were said
		}
	}
}

// trusted is how sure a rule must be for its draft to stay when the network does
// not see it.
const trusted = 90

// newDraft returns a draft of a cue that the rules did not find.
func (r *reader) newDraft(cue span.Range) draft {
	head := r.top(cue)
	kind := lang.Attitude
	if known, ok := r.l.Cues[r.lemma(head)]; ok {
		kind = known.Kind
	}
	return draft{sentence: r.d.SentenceOf(cue.From), cue: cue, head: head, kind: kind, parent: -1, sure: 60}
}

// top returns the token of a stretch whose head stands outside it, a verb rather
// than another.
func (r *reader) top(at span.Range) int {
	best := -1
	for i := at.From; i < at.To; i++ {
		if h := r.d.Tokens[i].Head; h >= at.From && h < at.To {
			continue
		}
		if best < 0 || r.upos(best) != "VERB" && r.upos(i) == "VERB" {
			best = i
		}
	}
	return max(best, at.From)
}

// giveSources gives each cue the source of its sentence that the rules gave it,
// or that hangs on it, or that is the nearest.
func (r *reader) giveSources(cues, sources []piece) {
	for _, p := range cues {
		d := &r.drafts[p.draft]
		best, least := span.Range{}, 1<<30
		for _, s := range near(sources, p.Range) {
			if r.d.SentenceOf(s.From) != d.sentence {
				continue
			}
			cost := 10 + r.between(s.Range, p.Range, near(cues, p.Range))
			if h := r.d.Tokens[r.top(s.Range)].Head; h >= 0 && p.Has(h) {
				cost = 5
			}
			if s.Overlaps(d.source) {
				cost = 1
				if s.Has(r.headOf(d.source)) {
					cost = 0
				}
			}
			if cost < least {
				best, least = s.Range, cost
			}
		}
		if best.Empty() || !d.source.Empty() && best.Len() == 1 && r.l.Relatives.Has(r.norm(best.From)) {
			continue // the rules know who "which" is
		}
		d.source = r.trimmed(r.subjectOf(best, d.head))
	}
}

// subjectOf returns the part of a source that is the subject of the verb at token cue where
// what stands before it hangs elsewhere: in "told the house an inquiry had found" the
// house was told, and the inquiry found.
func (r *reader) subjectOf(source span.Range, cue int) span.Range {
	if h := r.d.Tokens[cue].Head; h > source.From && source.Has(h) && strings.HasPrefix(r.d.Tokens[cue].Relation, "acl") {
		from := h
		for from > source.From && r.under(from-1, h) {
			from--
		}
		for i := source.From; i < from; i++ {
			if r.upos(i) == "VERB" {
				return span.Range{From: from, To: source.To} // "disputed a report that said"
			}
		}
	}
	for i := source.From; i < source.To; i++ {
		k := &r.d.Tokens[i]
		if k.Head != cue || !strings.HasPrefix(k.Relation, "nsubj") {
			continue
		}
		from := i
		for j := i - 1; j >= source.From && r.under(j, i); j-- {
			from = j
		}
		if before := from - 1; before >= source.From && r.nominal(before) && r.d.Tokens[before].Head >= 0 && !source.Has(r.d.Tokens[before].Head) {
			source.From = from
		}
		break
	}
	return source
}

// under reports whether token i hangs on token top, at any remove.
func (r *reader) under(i, top int) bool {
	for n := 0; n < window && i >= 0; n++ {
		if i == top {
			return true
		}
		i = r.d.Tokens[i].Head
	}
	return false
}

// trimmed returns a source without a comma at its end, unless that closes what
// another opened: "Lee, the mayor,"; and without the relative pronoun of what it says:
// "who police said was there".
func (r *reader) trimmed(source span.Range) span.Range {
	if source.Len() > 1 && r.l.Relatives.Has(r.norm(source.From)) && r.nominal(source.To-1) {
		source.From++
	}
	last := source.To - 1
	if last == source.From || r.norm(last) != "," {
		return source
	}
	for i := source.From; i < last; i++ {
		if r.norm(i) == "," {
			return source
		}
	}
	return span.Range{From: source.From, To: last}
}

// giveContents gives each stretch of content to the cue that the rules gave it
// to, or on which it hangs, or that is the nearest; a quotation whose sentences
// have no cue to the one before, or else the one behind.
func (r *reader) giveContents(cues, contents []piece) {
	const far = 1 << 30
	had := make([][]span.Span, len(r.drafts))
	for _, p := range cues {
		had[p.draft], r.drafts[p.draft].content = r.drafts[p.draft].content, nil
	}
	for _, s := range contents {
		best, least := -1, far
		text := r.d.Span(s.Range)
		top := r.d.Tokens[r.top(s.Range)].Head
		quoted := r.kindOf([]span.Span{text}) != doc.Indirect
		first, last := r.d.SentenceOf(s.From), r.d.SentenceOf(s.To-1)
		around := near(cues, s.Range)
		for _, p := range around {
			d := &r.drafts[p.draft]
			cost := 10 + r.between(s.Range, p.Range, around)
			if d.sentence < first || d.sentence > last {
				if !quoted || r.spoken[s.From] < 0 && !r.mark(s.From) {
					cost = far // "despite the fear of many that “…”" is theirs, or the writer's
				}
				cost += 100
				if d.sentence > last {
					cost += 100
				}
				if first < 0 || d.sentence < 0 || r.d.Sentences[first].Paragraph != r.d.Sentences[d.sentence].Paragraph {
					cost += 300
				}
			} else if top >= 0 && p.Has(top) {
				cost = 5
			}
			for _, h := range had[p.draft] {
				if h.Overlaps(text) {
					cost = 0
				}
			}
			if cost < least {
				best, least = p.draft, cost
			}
		}
		if best >= 0 && (s.Len() > 1 || !r.l.Impersonal.Has(r.norm(s.From))) {
			r.drafts[best].content = append(r.drafts[best].content, text)
		}
	}
	for _, p := range cues {
		if d := &r.drafts[p.draft]; len(d.content) == 0 {
			d.content = had[p.draft]
		}
	}
}

// between is how many tokens lie between two stretches, more when cues do.
func (r *reader) between(a, b span.Range, cues []piece) int {
	if a.From > b.From {
		a, b = b, a
	}
	n := max(b.From-a.To, 0)
	for _, c := range cues {
		if c.From >= a.To && c.To <= b.From {
			n += 20
		}
	}
	return n
}

// near returns the few of list that stand nearest before and behind at.
func near(list []piece, at span.Range) []piece {
	const few = 4
	k := firstWhere(len(list), func(k int) bool { return list[k].From >= at.From })
	return list[max(k-few, 0):min(k+few, len(list))]
}

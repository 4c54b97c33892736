package attribution

import (
	"cmp"
	"slices"
	"strings"

	"synoptic/analyze/doc"
	"synoptic/lang"
	"synoptic/span"
)

// continuations gives quoted sentences without a cue of their own to who spoke
// last in the paragraph, or in the paragraph before when that ended in speech.
func (r *reader) continuations() {
	given := make([]bool, len(r.d.Tokens)) // which tokens are content already
	for _, d := range r.drafts {
		for _, c := range d.content {
			for i := r.d.Range(c); !i.Empty(); i.From++ {
				given[i.From] = true
			}
		}
	}
	for n, q := range r.d.Quotes {
		tokens := r.d.Range(q.Span)
		if q.Depth > 0 || tokens.Empty() || r.spoken[tokens.From] != n || slices.Contains(given[tokens.From:tokens.To], true) || !r.wholeSentences(tokens) {
			continue
		}
		first := r.d.SentenceOf(tokens.From)
		if first < 0 {
			continue
		}
		paragraph := r.d.Sentences[first].Paragraph
		if k := r.lastSpoken(first, paragraph); k >= 0 {
			r.drafts[k].content = append(r.drafts[k].content, q.Span)
		}
	}
}

// wholeSentences reports whether a quotation begins and ends with sentences.
func (r *reader) wholeSentences(tokens span.Range) bool {
	first, last := r.d.SentenceOf(tokens.From), r.d.SentenceOf(tokens.To-1)
	if first < 0 || last < 0 || r.d.Sentences[first].From != tokens.From {
		return false
	}
	for i := tokens.To; i < r.d.Sentences[last].To; i++ {
		if !r.stop(i) && !r.mark(i) {
			return false
		}
	}
	return true
}

// lastSpoken returns the draft of speech nearest before sentence n in its
// paragraph, or the one that ends the paragraph before; -1 when there is none.
func (r *reader) lastSpoken(n, paragraph int) int {
	best := -1
	for k := firstWhere(len(r.drafts), func(k int) bool { return r.drafts[k].sentence >= n }) - 1; k >= 0; k-- {
		d := &r.drafts[k]
		if best >= 0 && d.sentence < r.drafts[best].sentence || r.d.Sentences[d.sentence].Paragraph < paragraph-1 {
			break
		}
		if d.kind != lang.Speech || d.source.Empty() && d.parent < 0 {
			continue
		}
		p := r.d.Sentences[d.sentence].Paragraph
		if p != paragraph && (p != paragraph-1 || r.lastSentence(p) != d.sentence && !r.quotedTo(d, n)) {
			continue
		}
		best = k // at last the first of its sentence: the main cue
	}
	return best
}

// lastSentence returns the last sentence of a paragraph.
func (r *reader) lastSentence(paragraph int) int {
	return -1 + firstWhere(len(r.d.Sentences), func(i int) bool { return r.d.Sentences[i].Paragraph > paragraph })
}

func firstWhere(n int, f func(int) bool) int {
	low, high := 0, n
	for low < high {
		if mid := (low + high) / 2; f(mid) {
			high = mid
		} else {
			low = mid + 1
		}
	}
	return low
}

// quotedTo reports whether the words of d reach up to sentence n.
func (r *reader) quotedTo(d *draft, n int) bool {
	if len(d.content) == 0 {
		return false // all of it was taken by others
	}
	tokens := r.d.Range(d.content[len(d.content)-1])
	return !tokens.Empty() && n > 0 && r.d.SentenceOf(tokens.To-1) == n-1
}

// settle writes the drafts as attributions, in the order of their cues, and
// marks which quotations are speech.
func (r *reader) settle() {
	keep := r.drafts[:0]
	index := make([]int, len(r.drafts))
	for k, d := range r.drafts {
		index[k] = -1
		if len(d.content) == 0 || d.parent == waiting || (r.l.Entails.Has(r.lemma(d.head)) || r.toll(d.head)) && r.kindOf(d.content) == doc.Indirect {
			continue
		}
		index[k] = len(keep)
		keep = append(keep, d)
	}
	for k := range keep {
		if keep[k].parent >= 0 {
			keep[k].parent = index[keep[k].parent]
		}
	}
	order := make([]int, len(keep))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(keep[a].cue.From, keep[b].cue.From) })
	place := make([]int, len(keep))
	for at, k := range order {
		place[k] = at
	}
	for _, k := range order {
		d := keep[k]
		a := doc.Attribution{
			Cue:        []span.Span{r.d.Span(d.cue)},
			Content:    d.content,
			Kind:       r.kindOf(d.content),
			Act:        d.kind,
			Speaker:    -1,
			Origin:     doc.OriginUnnamed,
			Parent:     -1,
			Confidence: max(10, min(99, d.sure)),
		}
		if !d.source.Empty() {
			a.Source = []span.Span{r.d.Span(d.source)}
			a.Speaker = r.speaker(d.source)
			a.Origin = r.origin(d.source, a.Speaker)
			if a.Speaker < 0 {
				if at := r.refersTo(d.source); !at.Empty() {
					a.Antecedent = r.d.Span(at)
					a.Speaker = r.speaker(at)
					a.Origin = r.origin(at, a.Speaker)
				}
			}
			if d.kind == lang.Speech && (d.parent < 0 || !r.l.Relays.Has(r.lemma(d.head))) {
				a.Venue = r.venue(&d)
				if at := r.d.Range(a.Antecedent); a.Venue.Empty() && !at.Empty() {
					if carrier := r.carrying(r.headOf(at)); !carrier.Empty() {
						a.Venue = r.d.Span(carrier)
					}
				}
			}
		}
		if d.parent >= 0 {
			a.Parent = place[d.parent]
		}
		if a.Speaker >= 0 && r.pronoun(d.source) && r.told(&d, a.Speaker) {
			a.Speaker = -1 // "he asked the congressman": another
		}
		r.d.Attributions = append(r.d.Attributions, a)
	}
	r.nest()
	r.goOn()
	r.pronouns()
	r.markSpeech()
}

// toll reports whether the verb at i has an object with which it says nothing: "the fire
// claimed two lives".
func (r *reader) toll(i int) bool {
	objects := r.l.Tolls[r.lemma(i)]
	for k := i + 1; k < len(r.d.Tokens) && k < i+aside; k++ {
		if t := &r.d.Tokens[k]; t.Head == i && t.Relation == "obj" {
			return objects.Has(t.Lemma)
		}
	}
	return false
}

// told reports whether entity is the one whom a cue with a hearer speaks to.
func (r *reader) told(d *draft, entity int) bool {
	if !r.l.Cues[r.lemma(d.head)].Hearer && !r.l.Cues[r.lemma(d.head)].Question || d.cue.To >= len(r.d.Tokens) {
		return false
	}
	at := span.Range{From: d.cue.To, To: r.phraseEnd(d.cue.To, r.d.Sentences[d.sentence].To)}
	if at.Empty() {
		return false
	}
	for _, n := range r.d.NamesIn(at) {
		if n.Entity == entity && at.Contains(n.Range) {
			return true
		}
	}
	k := firstWhere(len(r.d.References), func(k int) bool { return r.d.References[k].From >= at.From })
	return k < len(r.d.References) && at.Contains(r.d.References[k].Range) && r.d.References[k].Entity == entity
}

// nest gives each attribution without a parent the smallest one whose content
// holds its cue.
func (r *reader) nest() {
	type piece struct {
		span.Span
		of int // index of its attribution
	}
	list := r.d.Attributions
	in := make([][]piece, len(r.d.Sentences)) // contents by the sentences they touch
	for k := range list {
		for _, c := range list[k].Content {
			t := r.d.Range(c)
			for n := r.d.SentenceOf(t.From); n >= 0 && n < len(in) && r.d.Sentences[n].From < t.To; n++ {
				in[n] = append(in[n], piece{c, k})
			}
		}
	}
	for i := range list {
		cue := list[i].Cue[0]
		n := r.d.SentenceOf(r.d.Range(cue).From)
		if list[i].Parent >= 0 || n < 0 {
			continue
		}
		best, size := -1, 0
		for _, c := range in[n] {
			if c.Contains(cue) && (best < 0 || c.Len() < size || c.Len() == size && r.descends(c.of, best)) && !r.descends(c.of, i) {
				best, size = c.of, c.Len()
			}
		}
		list[i].Parent = best
	}
}

// pronouns gives a pronoun that nobody could resolve to the person whose words
// it stands in: "Lee promised support for what she called a just cause". Of two
// equal pronouns the inner one is who the outer one is.
func (r *reader) pronouns() {
	list := r.d.Attributions
	for i := range list {
		a := &list[i]
		if a.Parent < 0 || len(a.Source) == 0 {
			continue
		}
		at := r.d.Range(a.Source[0])
		if at.Len() != 1 || r.xpos(at.From) != "PRP" || !r.l.Persons.Has(r.norm(at.From)) {
			continue
		}
		if a.Speaker >= 0 && !r.sameWord(at, list[a.Parent].Source) {
			continue
		}
		if p := list[a.Parent].Speaker; p >= 0 && r.d.Entities[p].Type == doc.Person {
			a.Speaker = p
		}
	}
}

// goOn gives "he said" to the person whose words the sentence before told: who
// goes on without a name is who spoke last.
func (r *reader) goOn() {
	list := r.d.Attributions
	last, sentence := -1, -1 // who spoke in the sentence before, and that sentence
	until := -1              // the last sentence of the words told there
	described := -1          // the attribution to somebody without a name there
	for i := range list {
		a := &list[i]
		if a.Parent >= 0 || a.Act != lang.Speech || len(a.Source) == 0 {
			continue
		}
		at, n := r.d.Range(a.Source[0]), r.d.SentenceOf(r.d.Range(a.Cue[0]).From)
		if n < 0 || at.Empty() {
			continue
		}
		gender, personal := r.d.Lang.Name.Pronouns[r.norm(at.From)]
		if personal && gender != "" && at.Len() == 1 && r.xpos(at.From) == "PRP" {
			mayBeLast := last >= 0 && r.bears(last, gender) && !r.inWords(a, last)
			switch {
			case mayBeLast && (sentence == n-1 || until < n && r.follows(a, until) && !r.anotherIn(span.Range{From: r.d.Sentences[until].To, To: at.From}, last, gender)):
				a.Speaker = last
			case sentence == n-1 && described >= 0:
				a.Speaker, a.Antecedent, a.Origin = -1, list[described].Source[0], list[described].Origin
			default:
				if person := r.actor(n-1, r.norm(at.From), gender); person >= 0 && !r.inWords(a, person) && (a.Speaker < 0 || !r.mentioned(a.Speaker, span.Range{From: r.d.Sentences[n-1].From, To: at.From})) {
					a.Speaker = person
				}
				if a.Speaker < 0 && mayBeLast && n-sentence <= silence && !r.anotherIn(span.Range{From: r.d.Sentences[min(sentence+1, n)].From, To: at.From}, last, gender) {
					a.Speaker = last
				}
			}
		}
		if n != sentence || last < 0 {
			last, described, sentence, until = -1, -1, n, n
			for _, c := range a.Content {
				until = max(until, r.d.SentenceOf(r.d.Range(c).To-1))
			}
			switch head := r.headOf(at); {
			case a.Speaker >= 0 && r.d.Entities[a.Speaker].Type == doc.Person:
				last = a.Speaker
			case a.Speaker < 0 && head >= 0 && r.xpos(head) == "NN" && r.l.People.Has(r.d.Tokens[head].Lemma) && !r.d.Lang.Name.Definite.Has(r.norm(at.From)):
				described = i
			}
		}
	}
}

// follows reports whether the words of an attribution begin right behind sentence n.
func (r *reader) follows(a *doc.Attribution, n int) bool {
	return len(a.Content) > 0 && r.d.SentenceOf(r.d.Range(a.Content[0]).From) == n+1
}

// inWords reports whether what is told in other words begins with the name of an entity:
// who "called on Lund to resign" is not Lund.
func (r *reader) inWords(a *doc.Attribution, entity int) bool {
	return slices.ContainsFunc(a.Content, func(c span.Span) bool {
		at := r.d.Range(c)
		at.To = min(at.To, at.From+aside)
		return slices.ContainsFunc(r.d.NamesIn(at), func(n doc.Name) bool { return n.Entity == entity && r.spoken[n.From] < 0 })
	})
}

// mentioned reports whether an entity is named within at.
func (r *reader) mentioned(entity int, at span.Range) bool {
	return slices.ContainsFunc(r.d.NamesIn(at), func(n doc.Name) bool { return n.Entity == entity })
}

// silence is how many sentences behind a speaker "he said" may come, where nobody else is
// told of between.
const silence = 8

// anotherIn reports whether words outside quotations tell of another person than speaker, who
// may have that gender, or of one without a name.
func (r *reader) anotherIn(at span.Range, speaker int, gender string) bool {
	for _, k := range r.d.NamesIn(at) {
		if k.Type == doc.Person && k.Entity != speaker && r.spoken[k.From] < 0 && (k.Entity < 0 || r.bears(k.Entity, gender)) {
			return true
		}
	}
	for i := at.From; i < at.To; i++ {
		if r.spoken[i] < 0 && r.upos(i) == "NOUN" && strings.HasPrefix(r.d.Tokens[i].Relation, "nsubj") && r.l.People.Has(r.d.Tokens[i].Lemma) && r.xpos(i) == "NN" {
			return true
		}
	}
	return false
}

// actor returns the one person named in sentence n, when what it tells is of that person, or
// when it goes on with the same pronoun about the person of the sentence before; else -1.
func (r *reader) actor(n int, pronoun, gender string) int {
	for least := n - 1; n >= max(least, 0); n-- {
		s := r.d.Sentences[n]
		if !s.Kind.Reported() {
			return -1
		}
		subject := -1
		for i := s.From; i < s.To && subject < 0; i++ {
			if t := &r.d.Tokens[i]; strings.HasPrefix(t.Relation, "nsubj") && t.Head >= 0 && r.d.Tokens[t.Head].Head < 0 && r.spoken[i] < 0 {
				subject = i
			}
		}
		person := -1
		for _, k := range r.d.NamesIn(s.Range) {
			if k.Type != doc.Person || k.Entity < 0 || k.Entity == person {
				continue
			}
			if person >= 0 {
				return -1
			}
			person = k.Entity
		}
		switch {
		case subject < 0:
			return -1
		case person >= 0 && r.d.EntityAt(subject) == person && r.bears(person, gender):
			return person
		case person >= 0 || r.norm(subject) != pronoun:
			return -1
		}
	}
	return -1
}

// bears reports whether a person may have that gender, by the given name.
func (r *reader) bears(entity int, gender string) bool {
	given, _, _ := strings.Cut(strings.ToLower(r.d.Entities[entity].Name), " ")
	g := r.d.Lang.Name.Given[given]
	return g == "" || g == "x" || g == gender
}

// sameWord reports whether a source is one word, equal to that at.
func (r *reader) sameWord(at span.Range, source []span.Span) bool {
	if len(source) == 0 {
		return false
	}
	other := r.d.Range(source[0])
	return other.Len() == 1 && r.norm(other.From) == r.norm(at.From)
}

// descends reports whether attribution k is i or relayed, at any remove, by i.
func (r *reader) descends(k, i int) bool {
	for n := 0; k >= 0 && n <= len(r.d.Attributions); n++ {
		if k == i {
			return true
		}
		k = r.d.Attributions[k].Parent
	}
	return false
}

// markSpeech settles which quotations are someone's words: those that are
// content of an attribution, and those that look like speech by themselves.
func (r *reader) markSpeech() {
	var said []span.Span
	for _, a := range r.d.Attributions {
		if len(a.Source) > 0 {
			said = append(said, a.Content...)
		}
	}
	slices.SortFunc(said, span.Compare)
	k, end := 0, 0 // how many begin before the quotation, and where the last of these ends
	for n := range r.d.Quotes {
		q := &r.d.Quotes[n]
		for ; k < len(said) && said[k].Start <= q.Start; k++ {
			end = max(end, said[k].End)
		}
		q.Speech = r.speechLike(*q) || !r.title(*q) && q.End <= end
	}
}

// title reports whether a quotation looks like the name of a work or show:
// capitals on all its longer words.
func (r *reader) title(q doc.Quote) bool {
	tokens := r.d.Range(q.Inner)
	words := 0
	for i := tokens.From; i < tokens.To; i++ {
		w := r.d.Word(i)
		if r.upos(i) == "PUNCT" {
			continue
		}
		words++
		if c := w[0]; c >= 'a' && c <= 'z' && (len(w) > 3 || i == tokens.From) {
			return false
		}
	}
	return words > 1
}

// kindOf tells how the words are given.
func (r *reader) kindOf(content []span.Span) doc.AttributionKind {
	quoted, total := 0, 0
	for _, c := range content {
		total += c.Len()
		for k := firstWhere(len(r.outer), func(k int) bool { return r.outer[k].End > c.Start }); k < len(r.outer) && r.outer[k].Start < c.End; k++ {
			quoted += c.Intersect(r.outer[k]).Len()
		}
	}
	switch {
	case quoted == 0:
		return doc.Indirect
	case quoted >= total-2:
		return doc.Direct
	}
	return doc.Mixed
}

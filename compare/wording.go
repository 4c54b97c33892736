package compare

import (
	"slices"
	"strings"
	"unicode"

	"synoptic/analyze/doc"
	"synoptic/compare/quotation"
	"synoptic/span"
)

// maxSwap is the number of words that may stand in the place of others within
// two renderings of one utterance; more is a trim or another sentence.
const maxSwap = 6

// wordings finds the quotations that outlets print in different words: within
// two direct renderings of one utterance, words that stand in each other's
// place behind the same words.
func (s *Story) wordings() []Disagreement {
	var found []Disagreement
	for i := range s.Quotes {
		if d, ok := s.wording(&s.Quotes[i]); ok {
			found = append(found, d)
		}
	}
	return found
}

// maxRenderings is how many different renderings of one utterance are aligned
// with each other; a refrain said a thousand times has few.
const maxRenderings = 12

// wording makes positions of the words that stand in one place of the renderings
// of q: the first place where two of them differ, and what the others have there.
func (s *Story) wording(q *quotation.Quotation) (Disagreement, bool) {
	var direct []*quotation.Rendering // of each text the first
	same := map[string][]Evidence{}   // by text
	for i := range q.Renderings {
		r := &q.Renderings[i]
		text := r.Text(s.Docs[r.Doc].Text)
		if r.Kind == doc.Indirect || len(same[text]) == 0 && len(direct) == maxRenderings {
			continue
		}
		if len(same[text]) == 0 {
			direct = append(direct, r)
		}
		same[text] = append(same[text], Evidence{r.Doc, r.Span})
	}
	for a, x := range direct {
		for _, y := range direct[a+1:] {
			if x.Doc == y.Doc {
				continue
			}
			swaps := s.swaps(x, y)
			if len(swaps) == 0 {
				continue
			}
			at := swaps[0]
			d := Disagreement{Slot: Wording, About: Evidence{x.Doc, x.Span}, Claim: -1, Confidence: 60}
			// Two wordings can both be right, as translations are; two names can't.
			relation := Refines
			if proper(s.Docs[x.Doc], at.a) && proper(s.Docs[y.Doc], at.b) {
				d.Slot, relation = NameSlot, Conflicts
			}
			d.take(s, x, at.a, same)
			for _, z := range direct {
				if words, ok := s.inPlace(x, z, at.a); ok && z != x {
					d.take(s, z, words, same)
				}
			}
			if d.mixed(s) {
				continue
			}
			d.relate(func(_, _ *Position) Relation { return relation })
			return d, true
		}
	}
	return Disagreement{}, false
}

// mixed reports whether words of one position stand in the evidence of another,
// or one document takes two: then the words are parts of a longer utterance, or
// it was said twice.
func (d *Disagreement) mixed(s *Story) bool {
	for i, p := range d.Positions {
		v := s.Docs[p.Value.Doc]
		text := norm(v, v.Range(p.Value.Span))
		for j, q := range d.Positions {
			if i == j {
				continue
			}
			own := norm(s.Docs[q.Value.Doc], s.Docs[q.Value.Doc].Range(q.Value.Span))
			for _, e := range q.Evidence {
				if slices.ContainsFunc(p.Evidence, func(o Evidence) bool { return o.Doc == e.Doc }) {
					return true
				}
				x := s.Docs[e.Doc]
				if words := strings.Replace(norm(x, x.Range(e.Span)), own, "", 1); strings.Contains(words, text) {
					return true
				}
			}
		}
	}
	return false
}

// take adds rendering r, and those of the same text, to the position whose value is words of its document,
// or to a new one.
func (d *Disagreement) take(s *Story, r *quotation.Rendering, words span.Range, same map[string][]Evidence) {
	text := norm(s.Docs[r.Doc], words)
	evidence := slices.Clone(same[r.Text(s.Docs[r.Doc].Text)])
	at := s.Docs[r.Doc].Span(constituent(s.Docs[r.Doc], s.Docs[r.Doc].Range(r.Span), words))
	for i := range evidence { // of the same text, so that what stands there is the same distance off
		from := evidence[i].Start + at.Start - r.Start
		evidence[i].Span = span.Span{Start: from, End: from + at.Len()}
	}
	for i := range d.Positions {
		v := d.Positions[i].Value
		if norm(s.Docs[v.Doc], s.Docs[v.Doc].Range(v.Span)) == text {
			d.Positions[i].Evidence = append(d.Positions[i].Evidence, evidence...)
			return
		}
	}
	d.Positions = append(d.Positions, Position{
		Value: Evidence{r.Doc, s.Docs[r.Doc].Span(words)}, Evidence: evidence, Entity: -1,
	})
}

// maxWhole is how many tokens a quotation has at most that is shown whole.
const maxWhole = 18

// constituent returns the smallest clause of the tokens of whole that holds words; of
// names the smallest phrase, with what hangs on it. What is short stays whole.
func constituent(d *doc.Doc, whole, words span.Range) span.Range {
	if whole.Len() <= maxWhole {
		return whole
	}
	hanging := yields(d, whole)
	noun := proper(d, words)
	for i, n := words.From, 0; n < maxHeads; n++ {
		k := &d.Tokens[i]
		if at := hanging[i-whole.From]; at.Contains(words) && (clausal(k.Relation) || noun && !inner(k.Relation)) {
			return unjoined(d, at, words)
		}
		if k.Relation == "" || !whole.Has(k.Head) || k.Head == i {
			break
		}
		i = k.Head
	}
	return whole
}

// clausal reports whether what hangs by a relation of Universal Dependencies is a
// clause of its own.
func clausal(relation string) bool {
	switch relation {
	case "advcl", "ccomp", "csubj", "parataxis", "acl:relcl":
		return true
	}
	return false
}

// inner reports whether what hangs by a relation is part of a longer name or noun.
func inner(relation string) bool {
	switch relation {
	case "compound", "flat", "amod", "nmod:poss", "goeswith", "fixed":
		return true
	}
	return false
}

// inPlace returns what rendering z has where x has words: others, or the same.
func (s *Story) inPlace(x, z *quotation.Rendering, words span.Range) (span.Range, bool) {
	for _, w := range s.swaps(x, z) {
		if w.a == words {
			return w.b, true
		}
	}
	text := norm(s.Docs[x.Doc], words)
	d := s.Docs[z.Doc]
	r := d.Range(z.Span)
	for i := r.From; i+words.Len() <= r.To; i++ {
		same := span.Range{From: i, To: i + words.Len()}
		if norm(d, same) == text {
			return same, true
		}
	}
	return span.Range{}, false
}

// norm returns the words of r in lower case.
func norm(d *doc.Doc, r span.Range) string {
	text := ""
	for i := r.From; i < r.To; i++ {
		text += " " + d.Tokens[i].Norm
	}
	return text
}

// swap is words of two texts that stand in each other's place.
type swap struct{ a, b span.Range }

// maxAligned is the number of words up to which two renderings are aligned.
const maxAligned = 200

// swaps aligns two renderings word by word (longest common subsequence) and
// returns the words that stand in each other's place: at most maxSwap on either
// side, between quotation marks, with equal words right before, and behind them or the end.
// Where there are none, words that one of them leaves out count with the word behind: "very
// dangerous", "dangerous".
func (s *Story) swaps(x, y *quotation.Rendering) []swap {
	a, b := s.Docs[x.Doc], s.Docs[y.Doc]
	ra, rb := a.Range(x.Span), b.Range(y.Span)
	n, m := ra.Len(), rb.Len()
	if n > maxAligned || m > maxAligned {
		return nil
	}
	length := make([][]int16, n+1)
	for i := range length {
		length[i] = make([]int16, m+1)
	}
	same := func(i, j int) bool {
		x, y := &a.Tokens[ra.From+i], &b.Tokens[rb.From+j]
		return x.Norm == y.Norm || x.Lemma == y.Lemma && meaningful(a, ra.From+i)
	}
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			if same(i, j) {
				length[i][j] = length[i+1][j+1] + 1
			} else {
				length[i][j] = max(length[i+1][j], length[i][j+1])
			}
		}
	}
	var found, dropped []swap
	common := 0 // words of meaning that both have
	lastI, lastJ := -1, -1
	begun := false            // words, and not only marks, have been the same
	apart := func(i, j int) { // what stands between words that both have, or at the end
		if !begun || i-lastI < 2 || j-lastJ < 2 {
			if i < n && j < m && begun && max(i-lastI, j-lastJ) > 1 {
				w := swap{span.Range{From: ra.From + lastI + 1, To: ra.From + i + 1}, span.Range{From: rb.From + lastJ + 1, To: rb.From + j + 1}}
				if left(a, w.a) && left(b, w.b) && quoted(a, w.a) && quoted(b, w.b) && i+1 < n && j+1 < m && same(i+1, j+1) {
					dropped = append(dropped, w)
				}
			}
			return
		}
		w := swap{
			bare(a, span.Range{From: ra.From + lastI + 1, To: ra.From + i}),
			bare(b, span.Range{From: rb.From + lastJ + 1, To: rb.From + j}),
		}
		if w.a.Len() <= maxSwap && w.b.Len() <= maxSwap && quoted(a, w.a) && quoted(b, w.b) && swapped(a, b, w.a, w.b) {
			found = append(found, w)
		}
	}
	for i, j := 0, 0; i < n && j < m; {
		switch {
		case same(i, j):
			apart(i, j)
			if meaningful(a, ra.From+i) {
				common++
			}
			begun = begun || a.Tokens[ra.From+i].UPOS != "PUNCT"
			lastI, lastJ = i, j
			i++
			j++
		case length[i+1][j] >= length[i][j+1]:
			i++
		default:
			j++
		}
	}
	apart(n, m)
	if 2*common < min(meaning(a, ra), meaning(b, rb)) {
		return nil // not the same sentence
	}
	if len(found) == 0 {
		return dropped
	}
	return found
}

// left reports whether the words of r but for the last, which both renderings have, are such
// as a copy may leave out unseen: one or two that qualify it.
func left(d *doc.Doc, r span.Range) bool {
	if r.Len() > 1+maxDropped || !meaningful(d, r.To-1) {
		return false
	}
	for i := r.From; i < r.To-1; i++ {
		if k := &d.Tokens[i]; k.UPOS != "ADV" && k.UPOS != "ADJ" && !d.Lang.Clause.Negators.Has(k.Norm) {
			return false
		}
	}
	return true
}

// maxDropped is how many words are looked for that one of two renderings leaves out.
const maxDropped = 2

// bare leaves marks out of both ends of r, and what only joins or helps behind.
func bare(d *doc.Doc, r span.Range) span.Range {
	for !r.Empty() && d.Tokens[r.From].UPOS == "PUNCT" {
		r.From++
	}
	for !r.Empty() {
		switch d.Tokens[r.To-1].UPOS {
		case "PUNCT", "ADP", "PART", "DET", "CCONJ", "SCONJ", "AUX", "PRON":
			r.To--
			continue
		}
		break
	}
	return r
}

// quoted reports whether r stands wholly between quotation marks.
func quoted(d *doc.Doc, r span.Range) bool {
	s := d.Span(r)
	return !r.Empty() && slices.ContainsFunc(d.Quotes, func(q doc.Quote) bool { return q.Inner.Contains(s) })
}

// meaningful reports whether token i carries meaning of its own.
func meaningful(d *doc.Doc, i int) bool {
	switch d.Tokens[i].UPOS {
	case "NOUN", "PROPN", "VERB", "ADJ", "NUM":
		return !d.Lang.Compare.Stop.Has(d.Tokens[i].Lemma)
	}
	return false
}

// meaning counts the meaningful tokens of r.
func meaning(d *doc.Doc, r span.Range) int {
	n := 0
	for i := r.From; i < r.To; i++ {
		if meaningful(d, i) {
			n++
		}
	}
	return n
}

// proper reports whether r holds proper nouns only.
func proper(d *doc.Doc, r span.Range) bool {
	for i := r.From; i < r.To; i++ {
		if d.Tokens[i].UPOS != "PROPN" {
			return false
		}
	}
	return !r.Empty()
}

// swapped reports whether the last words of both ranges carry meaning and are
// of one part of speech, and no word stands in both, be it spelt with other
// marks ("E.U.", "EU") or in another form.
func swapped(a, b *doc.Doc, x, y span.Range) bool {
	last, other := &a.Tokens[x.To-1], &b.Tokens[y.To-1]
	for _, k := range []*doc.Token{last, other} {
		switch k.UPOS {
		case "NOUN", "VERB", "ADJ", "PROPN":
		default:
			return false
		}
	}
	if strings.Contains(last.Norm+other.Norm, "*") {
		return false // letters hidden from the reader
	}
	if last.UPOS != other.UPOS && (last.UPOS == "PROPN" || other.UPOS == "PROPN") {
		return false
	}
	if a.Lang.Compare.Stop.Has(last.Lemma) || b.Lang.Compare.Stop.Has(other.Lemma) || near(join(a, x), join(b, y)) || near(letters(last), letters(other)) {
		return false
	}
	seen := map[string]bool{}
	for i := x.From; i < x.To; i++ {
		seen[letters(&a.Tokens[i])] = true
		seen[a.Tokens[i].Lemma] = true
	}
	for j := y.From; j < y.To; j++ {
		if seen[letters(&b.Tokens[j])] || seen[b.Tokens[j].Lemma] {
			return false
		}
	}
	return true
}

// join returns the letters of all words of r.
func join(d *doc.Doc, r span.Range) string {
	text := ""
	for i := r.From; i < r.To; i++ {
		text += letters(&d.Tokens[i])
	}
	return text
}

// near reports whether two words are one in two spellings: one short for the
// other ("Sen.", "Senator"), or apart by two letters at most, "Momma" and "Mama".
func near(a, b string) bool {
	if a == "" || b == "" || strings.HasPrefix(a, b) || strings.HasPrefix(b, a) {
		return true
	}
	if short, long := min(len(a), len(b)), max(len(a), len(b)); short <= 3 && long > short && a[0] == b[0] {
		return true // "VA", "Virginia"
	}
	x, y := single(a), single(b)
	return min(len(a), len(b)) > 4 && distance(x, y) <= 2 || min(len(a), len(b)) > 3 && distance(x, y) <= 1
}

// single returns the letters of a word, those that stand twice in a row once.
func single(word string) []rune { return slices.Compact([]rune(word)) }

// distance is the edit distance of Levenshtein (1966).
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		last := row[0]
		row[0] = i + 1
		for j := range b {
			cost := last
			if a[i] != b[j] {
				cost++
			}
			last = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}

// letters returns the word of a token without marks.
func letters(t *doc.Token) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, t.Norm)
}

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
const maxSwap = 4

// wordings finds the quotations that outlets print in different words: within
// two direct renderings of one utterance, words that stand in each other's
// place with the same words around them.
func (s *Story) wordings() []Disagreement {
	var found []Disagreement
	for i := range s.Quotes {
		if d, ok := s.wording(&s.Quotes[i]); ok {
			found = append(found, d)
		}
	}
	return found
}

func (s *Story) wording(q *quotation.Quotation) (Disagreement, bool) {
	for a := range q.Renderings {
		for b := a + 1; b < len(q.Renderings); b++ {
			x, y := &q.Renderings[a], &q.Renderings[b]
			if x.Doc == y.Doc || x.Kind == doc.Indirect || y.Kind == doc.Indirect {
				continue
			}
			dx, dy := s.Docs[x.Doc], s.Docs[y.Doc]
			sx, sy, ok := swap(dx, dy, dx.Range(x.Span), dy.Range(y.Span))
			if !ok {
				continue
			}
			slot := Wording
			if proper(dx, sx) && proper(dy, sy) {
				slot = NameSlot
			}
			d := Disagreement{Slot: slot, About: Evidence{x.Doc, x.Span}, Claim: -1, Confidence: 60}
			d.Positions = []Position{
				{Value: Evidence{x.Doc, dx.Span(sx)}, Evidence: []Evidence{{x.Doc, x.Span}}, Entity: -1},
				{Value: Evidence{y.Doc, dy.Span(sy)}, Evidence: []Evidence{{y.Doc, y.Span}}, Entity: -1},
			}
			// Further renderings take the side whose words they have.
			for c := range q.Renderings {
				z := &q.Renderings[c]
				if c == a || c == b || z.Kind == doc.Indirect {
					continue
				}
				for p, words := range []string{d.Positions[0].words(s), d.Positions[1].words(s)} {
					if contains(s.Docs[z.Doc], z.Span, words) {
						d.Positions[p].Evidence = append(d.Positions[p].Evidence, Evidence{z.Doc, z.Span})
						break
					}
				}
			}
			d.relate(func(_, _ *Position) Relation { return Conflicts })
			return d, true
		}
	}
	return Disagreement{}, false
}

// words returns the value's words in lower case.
func (p *Position) words(s *Story) string {
	d := s.Docs[p.Value.Doc]
	return norm(d, d.Range(p.Value.Span))
}

func norm(d *doc.Doc, r span.Range) string {
	text := ""
	for i := r.From; i < r.To; i++ {
		text += " " + d.Tokens[i].Norm
	}
	return text
}

// contains reports whether the words stand in span s of d.
func contains(d *doc.Doc, s span.Span, words string) bool {
	r := d.Range(s)
	for i := r.From; i < r.To; i++ {
		for j := i + 1; j <= min(r.To, i+maxSwap); j++ {
			if norm(d, span.Range{From: i, To: j}) == words {
				return true
			}
		}
	}
	return false
}

// swap aligns two renderings word by word (longest common subsequence) and
// returns the first words that stand in each other's place: at most maxSwap on
// either side, with a content word in each, no lemma shared, and equal words
// right before and behind them.
func swap(a, b *doc.Doc, ra, rb span.Range) (x, y span.Range, ok bool) {
	n, m := ra.Len(), rb.Len()
	if n > 200 || m > 200 {
		return x, y, false
	}
	length := make([][]int16, n+1)
	for i := range length {
		length[i] = make([]int16, m+1)
	}
	same := func(i, j int) bool { return a.Tokens[ra.From+i].Norm == b.Tokens[rb.From+j].Norm }
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			if same(i, j) {
				length[i][j] = length[i+1][j+1] + 1
			} else {
				length[i][j] = max(length[i+1][j], length[i][j+1])
			}
		}
	}
	if 2*int(length[0][0]) < min(words(a, ra), words(b, rb)) {
		return x, y, false // not the same sentence
	}
	lastI, lastJ := -1, -1
	for i, j := 0, 0; i < n && j < m; {
		switch {
		case same(i, j):
			if lastI >= 0 && i-lastI > 1 && j-lastJ > 1 {
				x = span.Range{From: ra.From + lastI + 1, To: ra.From + i}
				y = span.Range{From: rb.From + lastJ + 1, To: rb.From + j}
				x, y = bare(a, x), bare(b, y)
				if x.Len() <= maxSwap && y.Len() <= maxSwap && quoted(a, x) && quoted(b, y) && swapped(a, b, x, y) {
					return x, y, true
				}
			}
			lastI, lastJ = i, j
			i++
			j++
		case length[i+1][j] >= length[i][j+1]:
			i++
		default:
			j++
		}
	}
	return x, y, false
}

// bare leaves marks out of both ends of r.
func bare(d *doc.Doc, r span.Range) span.Range {
	for !r.Empty() && d.Tokens[r.From].UPOS == "PUNCT" {
		r.From++
	}
	for !r.Empty() && d.Tokens[r.To-1].UPOS == "PUNCT" {
		r.To--
	}
	return r
}

// quoted reports whether r stands wholly between quotation marks.
func quoted(d *doc.Doc, r span.Range) bool {
	s := d.Span(r)
	return !r.Empty() && slices.ContainsFunc(d.Quotes, func(q doc.Quote) bool { return q.Inner.Contains(s) })
}

// words counts the tokens of r that are no marks.
func words(d *doc.Doc, r span.Range) int {
	n := 0
	for i := r.From; i < r.To; i++ {
		if d.Tokens[i].UPOS != "PUNCT" {
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
	if last.UPOS != other.UPOS {
		return false
	}
	switch last.UPOS {
	case "NOUN", "VERB", "ADJ", "PROPN", "NUM":
	default:
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

// letters returns the word of a token without marks.
func letters(t *doc.Token) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, t.Norm)
}

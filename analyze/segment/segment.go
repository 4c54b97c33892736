// Package segment splits text into paragraphs, sentences and tokens. Tokens
// follow the English treebanks of Universal Dependencies, so that what is
// learnt from those holds here.
package segment

import (
	"sort"
	"strings"
	"unicode/utf8"

	"synoptic/analyze/doc"
	"synoptic/article"
	"synoptic/lang"
	"synoptic/span"
)

// Version of the step's output.
const Version = 7

// maxSentence is the number of tokens at which a sentence ends whatever
// follows. Later steps compare the words of one sentence with each other; with
// a bound their work stays linear in texts without full stops.
const maxSentence = 400

// Run writes Tokens and Sentences. No token and no sentence crosses the end of
// a paragraph or the edge of a region.
func Run(d *doc.Doc) {
	s := splitter{text: d.Text, lang: &d.Lang.Segment, apart: doc.Apart(d.Text), mended: d.Mended}
	s.tokens = make([]doc.Token, 0, len(d.Text)/5)
	cuts := edges(d)
	for n, p := range paragraphs(d) {
		at := p.Start
		for at < p.End {
			end := p.End
			for len(cuts) > 0 && cuts[0] <= at {
				cuts = cuts[1:]
			}
			if len(cuts) > 0 && cuts[0] < end {
				end = cuts[0]
			}
			s.block(at, end, n)
			at = end
		}
	}
	d.Tokens, d.Sentences = s.tokens, s.sentences
	for i := range d.Sentences {
		d.Sentences[i].Kind = d.Kind(d.Span(d.Sentences[i].Range))
	}
}

// paragraphs returns the stretches of d.Text that hold a paragraph each, the
// title first.
func paragraphs(d *doc.Doc) []span.Span {
	var list []span.Span
	if d.Body > 0 {
		list = append(list, article.Paragraphs(d.Text[:d.Body])...)
	}
	for _, p := range article.Paragraphs(d.Text[d.Body:]) {
		list = append(list, p.Shift(d.Body))
	}
	return list
}

// edges returns where regions begin and end, in order.
func edges(d *doc.Doc) []int {
	var cuts []int
	for _, r := range d.Regions {
		if r.Valid(d.Text) {
			cuts = append(cuts, r.Start, r.End)
		}
	}
	sort.Ints(cuts)
	return cuts
}

// splitter gathers the tokens and sentences of one text.
type splitter struct {
	text      string
	lang      *lang.Segment
	tokens    []doc.Token
	sentences []doc.Sentence
	first     int  // first token of the block at hand
	limit     int  // where the block ends
	apart     bool // whether the text was cut into tokens
	mended    bool // whether marks were put right in it
}

// block splits text[at:end], which lies within one paragraph and between two
// edges of regions.
func (s *splitter) block(at, end, paragraph int) {
	from := len(s.tokens)
	s.tokenize(at, end)
	to := len(s.tokens)
	for i := from; i < to; i++ {
		next := s.sentenceEnd(from, i, to)
		if next == 0 && i+1-from == maxSentence && i+1 < to {
			next = i + 1
		}
		if next > 0 {
			s.sentences = append(s.sentences, doc.Sentence{Range: span.Range{From: from, To: next}, Paragraph: paragraph})
			from, i = next, next-1
		}
	}
	if from < to {
		s.sentences = append(s.sentences, doc.Sentence{Range: span.Range{From: from, To: to}, Paragraph: paragraph})
	}
}

// add appends the token text[from:to], and what fills up a mark that was put right behind it.
func (s *splitter) add(from, to int) {
	norm := normalize(s.text[from:to])
	for s.mended && to < s.limit {
		r, n := utf8.DecodeRuneInString(s.text[to:])
		if !strings.ContainsRune(doc.Fill, r) {
			break
		}
		to += n
	}
	s.tokens = append(s.tokens, doc.Token{Span: span.Span{Start: from, End: to}, Norm: norm, Lemma: norm})
}

// written returns the text of token i.
func (s *splitter) written(i int) string {
	w := s.tokens[i].Text(s.text)
	if s.mended {
		w = strings.TrimRight(w, doc.Fill)
	}
	return w
}

var straight = strings.NewReplacer("’", "'", "‘", "'", "‚", "'", "‛", "'", "“", "\"", "”", "\"", "„", "\"", "«", "\"", "»", "\"")

// normalize lowers word and straightens its quotation marks. It returns word
// itself when there is nothing to change.
func normalize(word string) string {
	for i := 0; i < len(word); i++ {
		if c := word[i]; c >= 0x80 {
			return strings.ToLower(straight.Replace(word))
		}
	}
	return strings.ToLower(word)
}

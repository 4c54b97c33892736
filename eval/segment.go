package eval

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"synoptic/analyze/doc"
	"synoptic/analyze/segment"
	"synoptic/article"
	"synoptic/lang/en"
	"synoptic/span"
)

// Segment scores sentences and tokens found in the raw text of the CoNLL-U
// files at paths: their "# text" joined, a document at a time, with a blank
// line where a paragraph begins. A span counts when both its ends are right.
func Segment(paths []string) (Result, error) {
	if len(paths) == 0 {
		return Result{}, ErrNoGold
	}
	gold, err := ReadTreebank(paths)
	if err != nil {
		return Result{}, err
	}
	texts, tokens, sentences := rawTexts(gold)
	result := Result{Items: len(gold)}
	var tokenScore, sentenceScore counts
	docs := make([]*doc.Doc, len(texts))
	start := time.Now()
	for i, text := range texts {
		docs[i] = doc.New(&article.Article{Text: text}, en.English())
		segment.Run(docs[i])
	}
	result.Timed(start)
	for i, d := range docs {
		found := make([]span.Span, len(d.Tokens))
		for k, t := range d.Tokens {
			found[k] = t.Span
		}
		tokenScore.add(found, tokens[i])
		found = make([]span.Span, len(d.Sentences))
		for k, s := range d.Sentences {
			found[k] = d.Span(s.Range)
		}
		sentenceScore.add(found, sentences[i])
	}
	result.Scores = map[string]float64{"token_f1": tokenScore.f1(), "sentence_f1": sentenceScore.f1()}
	return result, nil
}

// counts are the spans found, those in the gold, and those in both.
type counts struct{ found, gold, both int }

func (c *counts) add(found, gold []span.Span) {
	in := make(map[span.Span]bool, len(gold))
	for _, s := range gold {
		in[s] = true
	}
	for _, s := range found {
		if in[s] {
			c.both++
		}
	}
	c.found += len(found)
	c.gold += len(gold)
}

func (c *counts) f1() float64 {
	if c.both == 0 {
		return 0
	}
	return 100 * 2 * float64(c.both) / float64(c.found+c.gold)
}

// rawTexts joins the sentences into documents, with the spans of their words
// and sentences. A word whose form is not what the text says (a typing error
// mended in the gold) has the length of its form there.
func rawTexts(gold []Treebank) (texts []string, tokens, sentences [][]span.Span) {
	var b strings.Builder
	flush := func() {
		if b.Len() > 0 {
			texts = append(texts, b.String())
			b.Reset()
		}
	}
	for i, t := range gold {
		if t.NewDocument || i == 0 {
			flush()
			tokens, sentences = append(tokens, nil), append(sentences, nil)
		}
		last := len(tokens) - 1
		switch {
		case b.Len() == 0:
		case t.NewPart:
			b.WriteString("\n\n")
		case len(gold[i-1].Words) > 0 && !gold[i-1].Words[len(gold[i-1].Words)-1].Glued:
			b.WriteByte(' ')
		}
		base := b.Len()
		b.WriteString(t.Text)
		at := 0
		whole := span.Span{Start: base, End: base}
		for _, w := range t.Words {
			at += spaces(t.Text[at:])
			end := after(t.Text, at, w.Form)
			s := span.Span{Start: base + at, End: base + end}
			tokens[last] = append(tokens[last], s)
			whole.End = s.End
			at = end
		}
		sentences[last] = append(sentences[last], whole)
	}
	flush()
	return texts, tokens, sentences
}

// spaces returns how many bytes of white space text begins with.
func spaces(text string) int {
	return len(text) - len(strings.TrimLeftFunc(text, unicode.IsSpace))
}

// after returns where form ends in text when it begins at at.
func after(text string, at int, form string) int {
	if strings.HasPrefix(text[at:], form) {
		return at + len(form)
	}
	end := at
	for range utf8.RuneCountInString(form) {
		_, n := utf8.DecodeRuneInString(text[end:])
		end += n
	}
	return end
}

package eval

import (
	"strings"
	"time"

	"synoptic/analyze/doc"
	"synoptic/analyze/tag"
	"synoptic/article"
	"synoptic/lang/en"
	"synoptic/span"
)

// Tag scores parts of speech and lemmas, in hundredths of the gold words of
// the CoNLL-U files at paths.
func Tag(paths []string) (Result, error) {
	if len(paths) == 0 {
		return Result{}, ErrNoGold
	}
	gold, err := ReadTreebank(paths)
	if err != nil {
		return Result{}, err
	}
	d := GoldTokens(gold)
	start := time.Now()
	tag.Run(d)
	result := Result{Items: len(d.Tokens)}
	result.Timed(start)
	var upos, xpos, lemma int
	n := 0
	for _, t := range gold {
		for _, w := range t.Words {
			found := &d.Tokens[n]
			n++
			if found.UPOS == w.UPOS {
				upos++
			}
			if found.XPOS == w.XPOS {
				xpos++
			}
			if found.Lemma == w.Lemma {
				lemma++
			}
		}
	}
	result.Scores = map[string]float64{"upos": percent(upos, n), "xpos": percent(xpos, n), "lemma": percent(lemma, n)}
	return result, nil
}

func percent(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return 100 * float64(part) / float64(whole)
}

// GoldTokens returns a document whose tokens and sentences are those of gold;
// words stand parted by spaces unless they are glued.
func GoldTokens(gold []Treebank) *doc.Doc {
	var text strings.Builder
	d := doc.New(&article.Article{}, en.English())
	for n, t := range gold {
		from := len(d.Tokens)
		for _, w := range t.Words {
			at := text.Len()
			text.WriteString(w.Form)
			norm := normalized(w.Form)
			d.Tokens = append(d.Tokens, doc.Token{Span: span.Span{Start: at, End: text.Len()}, Norm: norm, Lemma: norm})
			if !w.Glued {
				text.WriteByte(' ')
			}
		}
		text.WriteString("\n")
		d.Sentences = append(d.Sentences, doc.Sentence{Range: span.Range{From: from, To: len(d.Tokens)}, Paragraph: n})
	}
	d.Text = text.String()
	return d
}

// normalized returns a token's norm, as segment makes it.
func normalized(form string) string {
	return strings.ToLower(strings.NewReplacer("’", "'", "‘", "'", "“", "\"", "”", "\"").Replace(form))
}

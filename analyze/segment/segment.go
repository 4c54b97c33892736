// Package segment splits text into tokens and sentences.
package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"synoptic/analyze/doc"
	"synoptic/span"
)

// Version of the step's output.
const Version = 1

// Run writes Tokens and Sentences.
func Run(d *doc.Doc) {
	paragraph := -1
	for at := 0; at < len(d.Text); {
		end := strings.IndexByte(d.Text[at:], '\n')
		if end < 0 {
			end = len(d.Text)
		} else {
			end += at
		}
		if strings.TrimSpace(d.Text[at:end]) != "" {
			paragraph++
			one(d, at, end, paragraph)
		}
		at = end + 1
	}
}

func one(d *doc.Doc, at, end, paragraph int) {
	from := len(d.Tokens)
	add := func(s, e int) {
		t := d.Text[s:e]
		norm := strings.ToLower(strings.NewReplacer("’", "'", "‘", "'", "“", "\"", "”", "\"").Replace(t))
		d.Tokens = append(d.Tokens, doc.Token{Span: span.Span{Start: s, End: e}, Norm: norm, Lemma: norm})
	}
	for i := at; i < end; {
		r, n := utf8.DecodeRuneInString(d.Text[i:])
		if unicode.IsSpace(r) {
			i += n
			continue
		}
		j := i + n
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			for j < end {
				r, n := utf8.DecodeRuneInString(d.Text[j:])
				next, _ := utf8.DecodeRuneInString(d.Text[min(j+n, end):end])
				if !(unicode.IsLetter(r) || unicode.IsDigit(r) || (r == '.' || r == ',' || r == '-') && (unicode.IsLetter(next) || unicode.IsDigit(next))) {
					break
				}
				j += n
			}
		}
		add(i, j)
		i = j
		last := d.Tokens[len(d.Tokens)-1].Norm
		if strings.ContainsAny(last, ".!?") && len(last) == 1 {
			if end-i > 2 && d.Text[i] == ' ' && unicode.IsUpper(rune(d.Text[i+1])) {
				d.Sentences = append(d.Sentences, doc.Sentence{Range: span.Range{From: from, To: len(d.Tokens)}, Paragraph: paragraph})
				from = len(d.Tokens)
			}
		}
	}
	if from < len(d.Tokens) {
		d.Sentences = append(d.Sentences, doc.Sentence{Range: span.Range{From: from, To: len(d.Tokens)}, Paragraph: paragraph})
	}
	for i := range d.Sentences {
		d.Sentences[i].Kind = d.Kind(d.Span(d.Sentences[i].Range))
	}
}

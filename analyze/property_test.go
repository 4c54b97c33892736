package analyze

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"synoptic/article"
	"synoptic/lang/en"
	"synoptic/span"
)

// fragments are what news is made of, to be joined in any order, as a page that
// was cut or a text with lost lines joins them.
var fragments = []string{
	"Anna Lund", "Mayor Lund", "she", "the two leaders", "officials", "a spokesman for the ministry", "the Orvik Post", "Reuters", "who",
	"said", "told reporters", "denied", "acknowledged", "added", "was quoted as saying", "reported", "citing", "according to", "asked about", "failed to sign",
	"that", "but that", "and", "while", "after", "which", "because", "if", "in a statement", "in a letter and memo", "on Monday", "two hours later", "since 2019",
	"the bridge", "two ships", "more than 30 people", "no treaty", "between four and five hours", "$1.2 million", "a third of them",
	"sank", "were killed", "is safe", "will leave", "may have caused it", "killing four",
	"“", "”", "\"", "'", "‘", "’", "“We’re ready,”", "\"It is so.\"", ",", ".", ". ", "?", ":", "—", "(", ")", "- ", "...", "\n", "\n\n", " ", " ", " ",
	"VELD, March 5 (Reuters) - ", "By Ida Roe\n", "Photo: Tom Arden/Agency", "Why it matters: ",
}

// Whatever the order of the words, no step fails and all that is written lies
// within the text.
func TestAnyOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(fragments), 0, 60).Draw(t, "text"), rapid.SampledFrom([]string{" ", " ", ""}).Draw(t, "between"))
		d := Article(&article.Article{Text: text, Published: "2031-03-05"}, en.English())
		check := func(what string, list ...span.Span) {
			for _, s := range list {
				if s.Start < 0 || s.End > len(d.Text) || s.Start > s.End {
					t.Fatalf("%s %v out of %d bytes of %q", what, s, len(d.Text), text)
				}
			}
		}
		for i := range d.Attributions {
			a := &d.Attributions[i]
			check("source", a.Source...)
			check("cue", a.Cue...)
			check("content", a.Content...)
			if a.Parent >= len(d.Attributions) || a.Parent == i {
				t.Fatalf("attribution %d relayed by %d", i, a.Parent)
			}
		}
		for i := range d.Statements {
			check("statement", d.Statements[i].Span)
		}
		for i := range d.Quantities {
			check("quantity", d.Quantities[i].Span)
		}
		for i := range d.Times {
			check("time", d.Times[i].Span)
		}
		for i := range d.Names {
			check("name", d.Span(d.Names[i].Range))
		}
	})
}

// Package analyze reads one article closely. It is one visible, ordered list
// of steps, each in a folder of its own; every step reads what earlier ones
// wrote on the document and writes its own part.
package analyze

import (
	"sync"
	"time"

	"synoptic/analyze/attribution"
	"synoptic/analyze/clause"
	"synoptic/analyze/doc"
	"synoptic/analyze/identity"
	"synoptic/analyze/name"
	"synoptic/analyze/parse"
	"synoptic/analyze/quantity"
	"synoptic/analyze/quote"
	"synoptic/analyze/segment"
	"synoptic/analyze/statement"
	"synoptic/analyze/tag"
	"synoptic/analyze/timex"
	"synoptic/article"
	"synoptic/lang"
)

// Step is one stage of analysis over one document.
type Step struct {
	Name    string
	Version int      // moves whenever the step's output for some text changes
	Reads   []string // fields of doc.Doc, besides Text, Regions and Lang
	Writes  []string // fields of doc.Doc
	Run     func(*doc.Doc)
}

// Steps is the pipeline, in the order it runs.
var Steps = []Step{
	{"segment", segment.Version, nil, []string{"Tokens", "Sentences"}, segment.Run},
	{"tag", tag.Version, []string{"Tokens", "Sentences"}, []string{"Tokens"}, tag.Run},
	{"quote", quote.Version, []string{"Tokens", "Sentences"}, []string{"Quotes"}, quote.Run},
	{"clause", clause.Version, []string{"Tokens", "Sentences"}, []string{"Groups", "Clauses"}, clause.Run},
	{"name", name.Version, []string{"Tokens", "Sentences", "Groups"}, []string{"Names"}, name.Run},
	{"parse", parse.Version, []string{"Tokens", "Sentences"}, []string{"Tokens"}, parse.Run},
	{"identity", identity.Version, []string{"Tokens", "Sentences", "Groups", "Names", "Quotes"}, []string{"Names", "References", "Entities"}, identity.Run},
	{"attribution", attribution.Version, []string{"Tokens", "Sentences", "Groups", "Clauses", "Names", "References", "Entities", "Quotes"}, []string{"Quotes", "Attributions"}, attribution.Run},
	{"timex", timex.Version, []string{"Tokens", "Sentences", "Groups", "Clauses", "Names"}, []string{"Times"}, timex.Run},
	{"quantity", quantity.Version, []string{"Tokens", "Sentences", "Groups", "Clauses", "Names", "Times"}, []string{"Quantities"}, quantity.Run},
	{"statement", statement.Version, []string{"Tokens", "Sentences", "Groups", "Clauses", "Names", "References", "Entities", "Quotes", "Attributions", "Quantities", "Times"}, []string{"Statements"}, statement.Run},
}

// Load unpacks the models of l that the steps need, all at once, before an
// article is at hand. Without it each step does so when it first runs.
func Load(l *lang.Language) {
	var loading sync.WaitGroup
	for _, step := range Steps {
		loading.Go(func() { step.Run(doc.New(&article.Article{}, l)) })
	}
	loading.Wait()
}

// Article analyses a in language l. It is pure: the same article gives the
// same document, whatever ran before. An article without a day of publication takes that
// which stands in the head of its text.
func Article(a *article.Article, l *lang.Language) *doc.Doc {
	d := doc.New(a, l)
	for _, step := range Steps {
		step.Run(d)
	}
	if a.Published != "" {
		return d
	}
	if day, ok := timex.Published(d); ok {
		dated := *a // an article is its reader's
		dated.Published, dated.From = day.Format(time.DateOnly), article.FromText
		d.Article = &dated
	}
	return d
}

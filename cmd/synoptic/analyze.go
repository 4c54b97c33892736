package main

import (
	"iter"

	"synoptic"
	"synoptic/article"
	"synoptic/dossier"
)

type analyzeCommand struct{ lineFlags }

// Help says what is written.
func (analyzeCommand) Help() string {
	return `Each line holds the article's text with its regions, sentences, entities, names,
attributions, quantities, times and statements. "start" and "end" are UTF-8 byte
offsets in the text, or in the title where a "field" says so.`
}

func (c *analyzeCommand) Run(a *app) error {
	return lines(a, c.lineFlags, "reading closely", func(articles []*article.Article) iter.Seq[dossier.Analysis] {
		a.foreign(articles)
		return func(yield func(dossier.Analysis) bool) {
			for d := range synoptic.Analyze(articles) {
				if !yield(dossier.NewAnalysis(d)) {
					return
				}
			}
		}
	})
}

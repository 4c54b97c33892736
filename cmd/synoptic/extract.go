package main

import (
	"fmt"
	"iter"
	"strings"

	"synoptic/article"
)

type extractCommand struct{ lineFlags }

// Help says what is written.
func (extractCommand) Help() string {
	return `Each line is an article as JSON Lines have it, which every other command reads:
"id", "url", "outlet", "title", "byline", "published", "published_from",
"modified", "language", "text" and "regions". Pages are not fetched: save them.`
}

func (c *extractCommand) Run(a *app) error {
	for _, path := range c.Paths {
		scheme, _, isURL := strings.Cut(path, "://")
		if isURL && (strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https")) {
			return usageError(fmt.Sprintf("%s: pages can't be fetched yet; save the page and name the file", oneLine(path)))
		}
	}
	return lines(a, c.lineFlags, "extracting", func(articles []*article.Article) iter.Seq[article.Line] {
		return func(yield func(article.Line) bool) {
			for _, one := range articles {
				if !yield(article.NewLine(one)) {
					return
				}
			}
		}
	})
}

// Package sample holds six made-up reports of one made-up event, and what an
// editor finds in them: something to try the program on, and to test it with.
package sample

import (
	"embed"
	"encoding/csv"
	"io/fs"
	"path"
	"strings"

	"synoptic/article"
)

//go:embed articles/*.txt meta.csv
var files embed.FS

//go:embed testdata/gold.json
var gold []byte

// Files returns the sample as a folder: articles/*.txt and meta.csv.
func Files() fs.FS { return files }

// Gold returns what an editor finds in the sample, in the form of a dossier.
func Gold() []byte { return gold }

// Articles reads the sample. Each call makes new articles.
func Articles() ([]*article.Article, error) {
	meta, err := files.Open("meta.csv")
	if err != nil {
		return nil, err
	}
	defer meta.Close()
	rows, err := csv.NewReader(meta).ReadAll()
	if err != nil {
		return nil, err
	}
	var articles []*article.Article
	for _, row := range rows[1:] {
		name := path.Join("articles", row[0])
		text, err := files.ReadFile(name)
		if err != nil {
			return nil, err
		}
		a := &article.Article{
			ID: strings.TrimSuffix(row[0], ".txt"), Outlet: row[1], Published: row[2], URL: row[3], Title: row[4],
			Text: string(text), Path: name,
		}
		if a.Published != "" {
			a.From = article.FromMeta
		}
		articles = append(articles, a)
	}
	return articles, nil
}

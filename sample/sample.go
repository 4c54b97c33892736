// Package sample holds six made-up reports of one made-up event, and what an
// editor finds in them: something to try the program on, and to test it with.
package sample

import (
	"bytes"
	"embed"
	"io/fs"

	"synoptic/article"
	"synoptic/lang/en"
)

//go:embed articles/*.txt meta.csv
var files embed.FS

//go:embed testdata/gold.json
var gold []byte

// Files returns the sample as a folder: articles/*.txt and meta.csv.
func Files() fs.FS { return files }

// Gold returns what an editor finds in the sample, in the form of a dossier.
func Gold() []byte { return gold }

// Articles reads the sample as the program reads files, in the order of their
// names. Each call makes new articles.
func Articles() ([]*article.Article, error) {
	table, err := files.ReadFile("meta.csv")
	if err != nil {
		return nil, err
	}
	meta, err := article.ParseMeta("meta.csv", table)
	if err != nil {
		return nil, err
	}
	paths, err := fs.Glob(files, "articles/*.txt")
	if err != nil {
		return nil, err
	}
	var articles []*article.Article
	for _, path := range paths {
		text, err := files.ReadFile(path)
		if err != nil {
			return nil, err
		}
		read, left := article.ReadFrom(path, bytes.NewReader(text), article.Options{Language: en.English(), Meta: meta})
		if len(left) > 0 {
			return nil, left[0]
		}
		articles = append(articles, read...)
	}
	return articles, nil
}

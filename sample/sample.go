// Package sample holds six made-up reports of one made-up event, what an editor
// finds in them, and some of them as web pages: something to try the program on,
// and to test it with.
package sample

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"

	"synoptic/article"
	"synoptic/lang/en"
)

//go:embed articles/*.txt meta.csv pages
var files embed.FS

//go:embed testdata/gold.json
var gold []byte

// Gold returns what an editor finds in the sample, in the form of a dossier.
func Gold() []byte { return gold }

// Pages returns reports as web pages in a folder html, and in ground-truth.json
// the text of each, as scrapinghub's article-extraction-benchmark has them.
func Pages() fs.FS {
	pages, err := fs.Sub(files, "pages")
	if err != nil {
		panic(err) // the folder is embedded
	}
	return pages
}

// Digest is SHA-256, in hex, of all files of the sample and of its gold: scores
// can be held against each other while it stays the same.
func Digest() string {
	sum := sha256.New()
	// The embedded files can't fail to be read.
	_ = fs.WalkDir(files, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		b, err := files.ReadFile(path)
		fmt.Fprintf(sum, "%s %d\n%s", path, len(b), b)
		return err
	})
	sum.Write(gold)
	return hex.EncodeToString(sum.Sum(nil))
}

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

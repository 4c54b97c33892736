// Package sample holds four made-up events, each in the words of several made-up
// outlets, and what an editor finds in them: something to try the program on,
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

//go:embed */articles/*.txt */meta.csv */gold.json ferry/pages
var files embed.FS

// folders are the folders of the events. The first is the one that is shown.
var folders = []string{"ferry", "trial", "vote", "wildfire"}

// Event is the reports of one event.
type Event struct {
	Name     string // of its folder
	Articles []*article.Article
	Gold     []byte // what an editor finds in them, in the form of a dossier
}

// Events reads all events as the program reads files. Each call makes new
// articles.
func Events() ([]Event, error) {
	var events []Event
	for _, name := range folders {
		articles, err := read(name)
		if err != nil {
			return nil, err
		}
		gold, err := files.ReadFile(name + "/gold.json")
		if err != nil {
			return nil, err
		}
		events = append(events, Event{Name: name, Articles: articles, Gold: gold})
	}
	return events, nil
}

// Articles reads the event that is shown, as Events does.
func Articles() ([]*article.Article, error) { return read(folders[0]) }

// Pages returns reports as web pages in a folder html, and in ground-truth.json
// the text of each, as scrapinghub's article-extraction-benchmark has them.
func Pages() fs.FS {
	pages, err := fs.Sub(files, "ferry/pages")
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
	return hex.EncodeToString(sum.Sum(nil))
}

// read reads the articles of a folder, in the order of their names.
func read(folder string) ([]*article.Article, error) {
	table, err := files.ReadFile(folder + "/meta.csv")
	if err != nil {
		return nil, err
	}
	meta, err := article.ParseMeta("meta.csv", table)
	if err != nil {
		return nil, err
	}
	paths, err := fs.Glob(files, folder+"/articles/*.txt")
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

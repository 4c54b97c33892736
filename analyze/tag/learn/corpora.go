package learn

import (
	"fmt"
	"path/filepath"

	"synoptic/analyze/doc"
	"synoptic/analyze/segment"
	"synoptic/article"
	"synoptic/lang/en"
)

// Treebanks returns the paths of the treebanks under the data folder. All are
// openly licensed. A model that ships learns from their dev files too, and folds
// tell how good it is (analyze/parse/folds); held leaves those out, so that
// they can be scored.
func Treebanks(data string, held bool) []string {
	files := []string{"treebank/ewt.train.conllu.gz", "treebank/gum.train.open.conllu.gz"}
	if !held {
		files = append(files, "treebank/ewt.dev.conllu.gz", "treebank/gum.dev.open.conllu.gz")
	}
	return under(data, files)
}

// News reads publishers' articles under the data folder and splits them into
// sentences and tokens. What is no text is passed over; a file that is missing
// is an error.
func News(data string) ([]*doc.Doc, error) {
	articles, unread := article.Read(under(data, []string{
		"attribution/polnear_train.jsonl.gz", "clustering/basil.jsonl.gz",
		"clustering/gva.jsonl.gz", "clustering/wikinews.jsonl.gz",
	}), article.Options{})
	for _, u := range unread {
		if u.Code != article.Binary {
			return nil, fmt.Errorf("%v", u)
		}
	}
	docs := make([]*doc.Doc, len(articles))
	for i, a := range articles {
		docs[i] = doc.New(a, en.English())
		segment.Run(docs[i])
	}
	return docs, nil
}

func under(folder string, files []string) []string {
	paths := make([]string, len(files))
	for i, f := range files {
		paths[i] = filepath.Join(folder, f)
	}
	return paths
}

// Package learn makes the parser's model from treebanks, by train.py.
package learn

import (
	"bufio"
	_ "embed"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"

	"synoptic/analyze/class"
	"synoptic/analyze/doc"
	"synoptic/analyze/neural"
	"synoptic/analyze/neural/learn"
	parser "synoptic/analyze/parse"
	"synoptic/analyze/parse/internal/arc"
	"synoptic/eval"
	"synoptic/span"
)

const (
	teachers = 2   // models that parse the news
	least    = 5   // tokens in a sentence of news to learn from
	most     = 120 // tokens in a sentence to learn from
	share    = 3   // one sentence of news in so many is learnt from
)

//go:embed train.py
var script []byte

// Train learns from gold; tagged holds its tokens with the tags that a tagger
// gives to text that it has not learnt from. It returns the model packed. The
// same data give the same bytes on machines that are alike.
//
// With news, which is tagged, several models are learnt from gold, and the one
// that is returned from gold and from the news as they parse it together: so one
// knows most of what several do (Hinton, Vinyals and Dean 2015), and more words.
func Train(gold []eval.Treebank, tagged *doc.Doc, news []*doc.Doc, o learn.Options) ([]byte, error) {
	if len(gold) != len(tagged.Sentences) {
		return nil, fmt.Errorf("%d sentences of gold, %d of text", len(gold), len(tagged.Sentences))
	}
	folder, err := os.MkdirTemp("", "parser")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	t := trainer{o, folder}
	tokens := filepath.Join(folder, "gold")
	if err := write(tokens, []*doc.Doc{tagged}, [][]span.Range{hang(gold, tagged)}); err != nil {
		return nil, err
	}
	if len(news) == 0 {
		return t.learn(1, tokens)
	}
	models := make([][]byte, teachers)
	failed := make([]error, teachers)
	var wait sync.WaitGroup
	for i := range models {
		wait.Go(func() { models[i], failed[i] = t.learn(i+1, tokens) })
	}
	wait.Wait()
	if err := errors.Join(failed...); err != nil {
		return nil, err
	}
	sentences := sample(news)
	if err := parse(news, sentences, models); err != nil {
		return nil, err
	}
	parsed := filepath.Join(folder, "news")
	if err := write(parsed, news, sentences); err != nil {
		return nil, err
	}
	return t.learn(teachers+1, tokens, parsed)
}

// trainer learns models into a folder.
type trainer struct {
	learn.Options

	folder string
}

// learn learns one model, in an order and from a start that seed says.
func (t *trainer) learn(seed int, tokens ...string) ([]byte, error) {
	model := filepath.Join(t.folder, fmt.Sprintf("model%d", seed))
	if err := learn.Run(script, t.Options, append([]string{t.Vectors, model, strconv.Itoa(seed)}, tokens...)...); err != nil {
		return nil, err
	}
	return os.ReadFile(model)
}

// hang gives the tokens of d the heads and relations of gold, and returns the
// sentences that are not too long.
func hang(gold []eval.Treebank, d *doc.Doc) []span.Range {
	var sentences []span.Range
	for n, s := range d.Sentences {
		for i, w := range gold[n].Words {
			t := &d.Tokens[s.From+i]
			t.Head, t.Relation = s.From+w.Head-1, w.Relation
			if w.Head == 0 {
				t.Head = -1
			}
		}
		if s.Len() <= most {
			sentences = append(sentences, s.Range)
		}
	}
	return sentences
}

// parse gives sentences of news the trees that models find together.
func parse(news []*doc.Doc, sentences [][]span.Range, packed [][]byte) error {
	models := make([]*arc.Model, len(packed))
	for i, p := range packed {
		var err error
		if models[i], err = arc.Read(p); err != nil {
			return err
		}
	}
	scratch := make([]arc.Scratch, len(models))
	for k, d := range news {
		for _, s := range sentences[k] {
			heads, relations := arc.ParseTogether(models, d, s, scratch)
			for i := range s.Len() {
				t := &d.Tokens[s.From+i]
				t.Head, t.Relation = s.From+heads[i+1]-1, models[0].Relations[relations[i+1]]
				if heads[i+1] == 0 {
					t.Head, t.Relation = -1, parser.Root
				}
			}
		}
	}
	return nil
}

// sample returns sentences of news to learn from, by their document's place: each
// text once, and one in so many, by its hash.
func sample(news []*doc.Doc) [][]span.Range {
	known := map[string]bool{}
	list := make([][]span.Range, len(news))
	for i, d := range news {
		for _, s := range d.Sentences {
			text := d.Text[d.Tokens[s.From].Start:d.Tokens[s.To-1].End]
			if s.Len() < least || s.Len() > most || known[text] || class.Hash(text)%share != 0 {
				continue
			}
			known[text] = true
			list[i] = append(list[i], s.Range)
		}
	}
	return list
}

// write writes what is learnt from, a line for each token and an empty one behind
// each sentence: norm, tags, what else describes it, head counted from 1, relation.
func write(path string, docs []*doc.Doc, sentences [][]span.Range) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	for k, d := range docs {
		for _, s := range sentences[k] {
			for i := s.From; i < s.To; i++ {
				t := &d.Tokens[i]
				is := neural.Describe(d.Word(i), t.Norm)
				head := 0
				if t.Head >= 0 {
					head = t.Head - s.From + 1
				}
				norm := strings.Join(strings.Fields(t.Norm), "_")
				fmt.Fprintf(w, "%s\t%s\t%s\t%d\t%d\t%d\t%d\t%s\n", norm, t.XPOS, t.UPOS, is.Suffix, is.Prefix, is.Shape, head, t.Relation)
			}
			fmt.Fprintln(w)
		}
	}
	return errors.Join(w.Flush(), f.Close())
}

// Package learn makes the model of who said what, by train.py.
package learn

import (
	"bufio"
	_ "embed"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"synoptic/analyze"
	"synoptic/analyze/attribution"
	"synoptic/analyze/attribution/internal/role"
	"synoptic/analyze/doc"
	"synoptic/analyze/neural"
	"synoptic/analyze/neural/learn"
	"synoptic/article"
	"synoptic/eval"
	"synoptic/lang"
)

//go:embed train.py
var script []byte

// Train learns from annotated articles in language l, which rules have read
// first, and returns the model packed. The same data give the same bytes on
// machines that are alike.
func Train(gold []eval.Attributed, l *lang.Language, o learn.Options) ([]byte, error) {
	folder, err := os.MkdirTemp("", "attribution")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	tokens, model := filepath.Join(folder, "tokens"), filepath.Join(folder, "model")
	if err := write(tokens, gold, l); err != nil {
		return nil, err
	}
	if err := learn.Run(script, o, o.Vectors, model, "1", tokens); err != nil {
		return nil, err
	}
	return os.ReadFile(model)
}

// write writes what is learnt from, a line for each token and an empty one behind
// each piece of text: norm, features, what else describes it, role.
func write(path string, gold []eval.Attributed, l *lang.Language) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	for _, g := range gold {
		d := analyze.Article(&article.Article{ID: g.ID, Outlet: g.Outlet, Title: g.Title, Published: g.Published, Text: g.Text}, l)
		labels := make([]role.Label, len(d.Tokens))
		for _, a := range g.Attributions {
			put(d, labels, a.Cue, role.BeginCue)
			put(d, labels, a.Source, role.BeginSource)
			put(d, labels, a.Content, role.BeginContent)
		}
		features := role.Describe(d, attribution.Rules(d))
		for _, r := range role.Pieces(d) {
			for i := r.From; i < r.To; i++ {
				t := &d.Tokens[i]
				is := neural.Describe(d.Word(i), t.Norm)
				norm := strings.Join(strings.Fields(t.Norm), "_")
				fmt.Fprintf(w, "%s\t%s\t%d\t%d\t%d\t%d\n", norm, strings.Join(features[i][:], "\t"), is.Suffix, is.Prefix, is.Shape, labels[i])
			}
			fmt.Fprintln(w)
		}
	}
	return errors.Join(w.Flush(), f.Close())
}

// put gives the tokens of spans of the article's text a role.
func put(d *doc.Doc, labels []role.Label, spans []eval.GoldSpan, begin role.Label) {
	for _, s := range spans {
		role.Put(labels, d.Range(s.Shift(d.Body)), begin)
	}
}

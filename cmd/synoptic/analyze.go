package main

import (
	"encoding/json"
	"errors"
	"io"

	"synoptic"
	"synoptic/dossier"
)

type analyzeCommand struct {
	Paths  []string `arg:"" name:"path" help:"Files or folders with articles; \"-\" is standard input."`
	Output string   `short:"o" help:"Write to FILE rather than to standard output." placeholder:"FILE"`
	Meta   string   `help:"CSV table of what the articles do not say of themselves, with columns file (or id), outlet, published, url, title." placeholder:"FILE.csv"`
}

// Help says what is written.
func (analyzeCommand) Help() string {
	return `Each line holds the article's text with its regions, sentences, entities, names,
attributions, quantities, times and statements. "start" and "end" are UTF-8 byte
offsets in the text, or in the title where a "field" says so.`
}

func (c *analyzeCommand) Run(a *app) error {
	if err := writable(c.Output); err != nil {
		return err
	}
	articles, left, err := a.read(c.Paths, c.Meta)
	if err != nil {
		return err
	}
	if len(articles) == 0 && len(left) == 0 {
		return errors.New("no article to analyze")
	}
	err = a.write(c.Output, func(w io.Writer) error {
		step, done := a.progress("reading closely", len(articles))
		defer done()
		out := json.NewEncoder(w)
		out.SetEscapeHTML(false)
		for d := range synoptic.Analyze(articles) {
			if err := out.Encode(dossier.NewAnalysis(d)); err != nil {
				return err
			}
			step()
		}
		return nil
	})
	if err == nil && len(left) > 0 {
		err = errLeft
	}
	return err
}

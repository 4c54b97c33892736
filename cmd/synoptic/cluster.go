package main

import (
	"encoding/json"
	"errors"
	"io"

	"synoptic"
)

type clusterCommand struct {
	Paths  []string `arg:"" name:"path" help:"Files or folders with articles, in the order they are to be taken; \"-\" is standard input."`
	Output string   `short:"o" help:"Write to FILE rather than to standard output." placeholder:"FILE"`
	Meta   string   `help:"CSV table of what the articles do not say of themselves, with columns file (or id), outlet, published, url, title." placeholder:"FILE.csv"`
}

// Help says what is written.
func (clusterCommand) Help() string {
	return `Each line is {"id", "story", "copy_of", "because", "runner_up"}: the article, the id
of its story (that of the story's first article), the article that it copies if
any, and what decided.`
}

func (c *clusterCommand) Run(a *app) error {
	if err := writable(c.Output); err != nil {
		return err
	}
	articles, left, err := a.read(c.Paths, c.Meta)
	if err != nil {
		return err
	}
	if len(articles) == 0 && len(left) == 0 {
		return errors.New("no article to cluster")
	}
	err = a.write(c.Output, func(w io.Writer) error {
		step, done := a.progress("sorting into stories", len(articles))
		defer done()
		out := json.NewEncoder(w)
		out.SetEscapeHTML(false)
		for answer := range synoptic.Cluster(articles) {
			if err := out.Encode(answer); err != nil {
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

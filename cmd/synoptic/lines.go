package main

import (
	"encoding/json"
	"io"
	"iter"

	"synoptic/article"
)

// lineFlags are those of a command that writes a line for each article.
type lineFlags struct {
	Paths  []string `arg:"" name:"path" help:"Files or folders with articles, in the order they are to be taken; \"-\" is standard input."`
	Output string   `short:"o" help:"Write to FILE rather than to standard output." placeholder:"FILE"`
	Meta   string   `help:"CSV table of what the articles do not say of themselves, with columns file (or id), outlet, published (2026-03-03, or 2026-03-03T10:00:00+01:00), url, title." placeholder:"FILE.csv"`
}

// lines writes what work yields for the articles as JSON, one object a line.
// Doing names the work on the terminal.
func lines[T any](a *app, f lineFlags, doing string, work func([]*article.Article) iter.Seq[T]) error {
	if err := writable(f.Output); err != nil {
		return err
	}
	articles, left, err := a.read(f.Paths, f.Meta, f.Output)
	if err != nil {
		return err
	}
	return writeLines(a, f.Output, doing, len(articles), work(articles), left)
}

// writeLines writes each of n items that work gives as a line of JSON to output,
// and returns errLeft when something was left out.
func writeLines[T any](a *app, output, doing string, n int, work iter.Seq[T], left []article.Unread) error {
	err := a.write(output, func(w io.Writer) error {
		step, done := a.progress(doing, n)
		defer done()
		out := json.NewEncoder(w)
		out.SetEscapeHTML(false)
		for line := range work {
			if err := out.Encode(line); err != nil {
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

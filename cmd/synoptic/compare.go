package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"synoptic"
	"synoptic/analyze/doc"
	"synoptic/article"
	"synoptic/dossier"
	"synoptic/sample"
)

type compareCommand struct {
	Paths  []string `arg:"" optional:"" name:"path" help:"Files or folders with articles about one event; \"-\" is standard input."`
	Format string   `help:"Write text, json, html, markdown or csv. Defaults to what -o says: csv for a folder, else by the ending of the file; without -o, text." placeholder:"FORMAT"`
	Output string   `short:"o" help:"Write to FILE rather than to standard output. As csv, claims.csv, quotations.csv and disagreements.csv go into the folder FILE, which is made if need be." placeholder:"FILE"`
	Meta   string   `help:"CSV table of what the articles do not say of themselves, with columns file (or id), outlet, published (2026-03-03, or 2026-03-03T10:00:00+01:00), url, title." placeholder:"FILE.csv"`
	Sample bool     `help:"Compare the made-up reports that come with the program."`
}

func (compareCommand) Help() string {
	return `Differences come first, then what the accounts share, quotations, dates, figures, people, what only one outlet has and what most have and one does not. Words of a report stand with their place in it.

How to read it. Conflict: both can't be right as they stand. Later figure: a report gives another number than an earlier one. One is more exact: one lies within what the other leaves open. Named by different roles, quoted in different words: both can be right. How sure: one gives as a fact what another gives as likely. Hedged: the report gives it as possible or probable. Says not: the report denies what others say. Same source: outlets that have it from one and the same. Origins at most: where the accounts come from, of which there may be fewer, since reports hide what they take from each other.`
}

func (c *compareCommand) Run(a *app) error {
	format, err := c.format()
	if err != nil {
		return err
	}
	check := writable
	if format == "csv" {
		check = fillable
	}
	if err := check(c.Output); err != nil {
		return err
	}
	outputs := []string{c.Output}
	if format == "csv" {
		outputs = tables(c.Output)
	}
	articles, left, err := c.articles(a, outputs)
	if err != nil {
		return err
	}
	switch len(articles) {
	case 0:
		return errLeft
	case 1:
		a.note("only one article was read; a comparison needs two")
	}
	a.foreign(articles)
	step, done := a.progress("reading closely", len(articles))
	docs := make([]*doc.Doc, 0, len(articles))
	for d := range synoptic.Analyze(articles) {
		docs = append(docs, d)
		step()
	}
	done()
	page := synoptic.Lay(docs, left)
	if len(articles) > 1 && !page.Shared() {
		a.note("these reports share no claim; \"synoptic cluster\" tells which reports are of one event")
	}
	if format == "csv" {
		err = writeTables(c.Output, page.CSV())
	} else {
		err = a.write(c.Output, func(w io.Writer) error { return render(w, page, format) })
	}
	if err != nil {
		return err
	}
	if len(left) > 0 {
		return errLeft
	}
	return nil
}

func (c *compareCommand) articles(a *app, outputs []string) ([]*article.Article, []article.Unread, error) {
	switch {
	case c.Sample && (len(c.Paths) > 0 || c.Meta != ""):
		return nil, nil, usageError("--sample brings its own articles: leave out PATH and --meta")
	case c.Sample:
		articles, err := sample.Articles()
		return articles, nil, err
	case len(c.Paths) == 0:
		return nil, nil, usageError("compare needs a PATH: files or a folder with articles about one event, or --sample")
	}
	return a.read(c.Paths, c.Meta, outputs...)
}

// formats are the endings that say a format.
var formats = map[string]string{
	".txt": "text", ".json": "json", ".html": "html", ".htm": "html", ".md": "markdown", ".markdown": "markdown",
	".csv": "csv", // which needs a folder, as fillable says
}

// format settles what is written.
func (c *compareCommand) format() (string, error) {
	switch f := strings.ToLower(c.Format); f {
	case "text", "json", "html", "markdown", "csv":
		return f, nil
	case "":
	default:
		return "", usageError(fmt.Sprintf("there is no format %q: it is text, json, html, markdown or csv", c.Format))
	}
	if c.Output == "" || c.Output == "-" {
		return "text", nil
	}
	if namesFolder(c.Output) {
		return "csv", nil
	}
	ext := strings.ToLower(filepath.Ext(c.Output))
	if f, ok := formats[ext]; ok {
		return f, nil
	}
	return "", usageError(fmt.Sprintf("-o %s: its ending names no format (.txt, .json, .html, .md); add --format, or a / to make it a folder for csv", c.Output))
}

func render(w io.Writer, d *dossier.Dossier, format string) error {
	switch format {
	case "json":
		return d.JSON(w)
	case "html":
		return d.HTML(w)
	case "markdown":
		return d.Markdown(w)
	}
	return d.Text(w, dossier.TextOptions{Color: terminal(w) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"})
}

package main

import (
	"slices"
	"strings"

	"synoptic"
	"synoptic/article"
	"synoptic/dossier"
	"synoptic/eval"
)

type evalCommand struct {
	Task  string   `arg:"" help:"What to score: ${tasks}."`
	Paths []string `arg:"" optional:"" name:"path" help:"Gold files or folders. Defaults to the sample's gold, which only compare and extract have."`
	Types []string `placeholder:"TYPE" help:"Map names onto some of these types: ${nametypes}."`
	JSON  bool     `help:"Write one JSON object rather than a table."`
}

// Help says what gold each task takes.
func (evalCommand) Help() string {
	return `Gold may be compressed (.gz). It is:

    align          pairs of statements: STS or MSR as tab-separated values, QA-Align as
                   CSV, NAnCo as JSON; or mentions of events of ECB+ as JSON Lines
    amounts        articles of the clustering corpora as JSON Lines; what they count and
                   when is in the program
    attribution    PolNeAR as JSON Lines
    cluster        articles as JSON Lines, each with its "story"
    compare        folders with articles and gold.json, in the form of a dossier, or
                   a folder of such folders, which are scored together; or articles of
                   the clustering corpora as JSON Lines: gold for 12 events of them is
                   in the program
    extract        folders of web pages as scrapinghub's benchmark has them
    identity       CoNLL-U with GUM's "Entity="
    names          IOB2
    quantity       a folder of Recognizers-Text, or JSON of quantulum3
    parse          CoNLL-U
    segment, tag   CoNLL-U
    source-type    FactAppeal as CSV
    speaker        PolNeAR's train as JSON Lines; who speaks in it is in the program
    time           a folder of TimeML, or DateTimeModel.json of Recognizers-Text`
}

// compareTask scores the whole program, which package eval can't import.
var compareTask = eval.CompareTask(func(articles []*article.Article) *dossier.Dossier {
	return synoptic.Compare(articles, nil)
})

// taskNames lists what can be scored, for the help.
func taskNames() string {
	var names []string
	for _, t := range append(slices.Clone(eval.Tasks), compareTask) {
		names = append(names, t.Name)
	}
	slices.Sort(names)
	return strings.Join(names, ", ")
}

func (c *evalCommand) Run(a *app) error {
	known := c.Task == compareTask.Name || slices.ContainsFunc(eval.Tasks, func(t eval.Task) bool { return t.Name == c.Task })
	if !known {
		return usageError("there is no task \"" + c.Task + "\": it is one of " + taskNames())
	}
	tasks := []eval.Task{compareTask}
	if len(c.Types) > 0 {
		if c.Task != "names" {
			return usageError("--types is for names only")
		}
		tasks = append(tasks, eval.NamesOf(c.Types))
	}
	result, err := eval.Run(c.Task, c.Paths, tasks...)
	if err != nil {
		return err
	}
	if c.JSON {
		return eval.WriteJSON(a.stdout, result)
	}
	return eval.WriteTable(a.stdout, result)
}

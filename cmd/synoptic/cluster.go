package main

import "synoptic"

type clusterCommand struct{ lineFlags }

// Help says what is written.
func (clusterCommand) Help() string {
	return `Each line is {"id", "story", "copy_of", "because", "score", "runner_up",
"runner_up_score"}: the article, the id of its story (that of the story's first
article), the article that it copies if any, what decided, and the story that
came next; scores are thousandths.`
}

func (c *clusterCommand) Run(a *app) error {
	return lines(a, c.lineFlags, "sorting into stories", synoptic.Cluster)
}

package main

import (
	"synoptic"
)

type alignCommand struct {
	Paths  []string `arg:"" name:"path" help:"Files or folders with pairs of statements as JSON Lines (.jsonl) or JSON; \"-\" is standard input."`
	Output string   `short:"o" help:"Write to FILE rather than to standard output." placeholder:"FILE"`
}

// Help says what is read and written.
func (alignCommand) Help() string {
	return `Each pair is {"id", "a", "b"}: two statements of 4096 bytes at most each. Each line
of the result is {"id", "score", "same", "links", "differences"}: how much the two
say the same, from 0 to 1; whether one is the other in other words; the words that
stand for each other, as pairs of a span in "a" and one in "b"; and in the same way
the words that stand in the same place and differ, with their "kind": number, name,
polarity or word. "start" and "end" are UTF-8 byte offsets in "a" or "b".`
}

func (c *alignCommand) Run(a *app) error {
	if err := writable(c.Output); err != nil {
		return err
	}
	var inputs []string
	o := synoptic.Options{Stdin: a.stdin, Opened: func(path string) { inputs = append(inputs, path) }}
	if !a.quiet {
		o.Warn = func(message string) { a.note("%s", message) }
	}
	pairs, left := synoptic.ReadPairs(c.Paths, o)
	if err := a.apart([]string{c.Output}, inputs); err != nil {
		return err
	}
	a.leftOut(left, count(len(pairs), "pair"))
	return writeLines(a, c.Output, "aligning", len(pairs), synoptic.Align(pairs), left)
}

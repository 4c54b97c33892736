package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"runtime/debug"
	"slices"

	"synoptic"
	"synoptic/article"
	"synoptic/story"
)

// readAhead is how many articles are read at most before their turn comes.
const readAhead = 8

type clusterCommand struct {
	lineFlags
	State  string `help:"Go on from the state in FILE, if there is one, and save the state there." placeholder:"FILE"`
	Events string `help:"Corrections as JSON Lines, those that the state has already among them." placeholder:"FILE"`
}

// Help says what is written and what corrections look like.
func (clusterCommand) Help() string {
	return `Each line is {"id", "story", "copy_of", "because", "days", "score", "runner_up",
"runner_up_score", "revision_of", "changed"}: the article, the id of its story
(that of the story's first article), the article that it copies if any, the words
that decided, the days to the nearest report of the story, the story that came
next, and, when the same article came before, its id then and what is new; scores
say how likely a story is, in thousandths. At the end come lines {"moved", "to"} for
articles that got another story, by corrections or because theirs turned out to be
two, each as often as it did, and {"redirect", "to"} for stories that became part of
older ones.

Corrections, each as soon as what it names has come and those before it that name
any of that are done; an undo waits for all before it, and all behind it wait:

    {"do":"merge","stories":["a","b"]}               they are one story
    {"do":"split","articles":["c","d"]}              they are a story of their own
    {"do":"move","articles":["c"],"stories":["a"]}   they belong to that story
    {"do":"pin","articles":["c"]}                    their story stays as it is
    {"do":"undo"}                                    the latest that holds is undone`
}

func (c *clusterCommand) Run(a *app) error {
	for _, path := range []string{c.Output, c.State} {
		if err := writable(path); err != nil {
			return err
		}
	}
	// What is remembered is large and stays: let there be little waste beside it.
	debug.SetGCPercent(30)
	d := desk{}
	if err := d.open(c.State, c.Events); err != nil {
		return err
	}
	var inputs []string
	var left []article.Unread
	o, told := a.reading(c.Meta, &inputs)
	wrong := error(nil)
	fill := func(w io.Writer) error {
		out := json.NewEncoder(w)
		out.SetEscapeHTML(false)
		var failed error
		var err error
		n := 0
		// Articles are read while those before them are put into stories, a few
		// ahead. What is told of them waits for its turn too.
		turns := make(chan func(), readAhead)
		warn := o.Warn
		if warn != nil {
			o.Warn = func(message string) { turns <- func() { warn(message) } }
		}
		go func() {
			defer close(turns)
			left, err = synoptic.Stream(c.Paths, o, func(read *article.Article) {
				reading := d.stories.Read(read)
				turns <- func() {
					n++
					failed = cmp.Or(failed, out.Encode(d.add(reading)))
				}
			})
		}()
		for turn := range turns {
			turn()
		}
		told()
		if err = cmp.Or(err, a.apart([]string{c.Output, c.State}, inputs)); err != nil {
			wrong = err
			return err
		}
		for _, line := range d.end() {
			failed = cmp.Or(failed, out.Encode(line))
		}
		a.leftOut(left, count(n, "article"))
		return failed
	}
	var err error
	if c.Output == "" || c.Output == "-" {
		err = fill(a.stdout) // each answer at once
	} else {
		err = a.write(c.Output, fill)
	}
	if err = cmp.Or(wrong, err); err != nil {
		return err
	}
	if c.State != "" {
		if err := a.write(c.State, d.stories.Save); err != nil {
			return err
		}
	}
	for _, w := range d.wrong {
		fmt.Fprintf(a.stderr, "synoptic: left out: %s: %s\n", oneLine(c.Events), oneLine(w))
	}
	if len(left)+len(d.wrong) > 0 {
		return errLeft
	}
	return nil
}

// desk is a stream of articles and the corrections that wait for them.
type desk struct {
	stories *story.Clusterer
	waiting []story.Correction
	wrong   []string // corrections that could not be made, with the reason
	// idle is true when nothing that is waited for has come since corrections were
	// last made; named is what those that wait name.
	idle  bool
	named map[string]bool
}

// open takes up the state and the corrections of two files, if named.
func (d *desk) open(state, events string) error {
	d.stories = synoptic.NewClusterer()
	if state != "" {
		file, err := os.Open(state)
		switch {
		case err == nil:
			defer file.Close()
			if d.stories, err = synoptic.RestoreClusterer(file); err != nil {
				return fmt.Errorf("%s: %w", state, err)
			}
		case !errors.Is(err, fs.ErrNotExist):
			return err
		}
	}
	if events == "" {
		return nil
	}
	file, err := os.Open(events)
	if err != nil {
		return err
	}
	defer file.Close()
	if d.waiting, err = synoptic.ReadCorrections(file); err != nil {
		return fmt.Errorf("%s: %w", events, err)
	}
	for _, made := range d.stories.Log() {
		i := slices.IndexFunc(d.waiting, func(k story.Correction) bool { return same(k, made) })
		if i < 0 {
			return fmt.Errorf("%s: does not have all the corrections that %s has", events, state)
		}
		d.waiting = slices.Delete(d.waiting, i, i+1)
	}
	return nil
}

func same(a, b story.Correction) bool {
	return a.Do == b.Do && slices.Equal(a.Articles, b.Articles) && slices.Equal(a.Stories, b.Stories)
}

// add takes the next article, after the corrections that can be made before it.
func (d *desk) add(a *story.Reading) story.Answer {
	if !d.idle {
		d.correct()
	}
	answer := d.stories.Take(a)
	d.idle = !d.named[answer.ID]
	return answer
}

// correct makes those of the corrections that can be made. Those that name the same
// keep their order, and an undo keeps its place.
func (d *desk) correct() {
	held := map[string]bool{} // named by those that have to wait
	var waiting []story.Correction
	for i, k := range d.waiting {
		names := slices.Concat(k.Articles, k.Stories)
		if !slices.ContainsFunc(names, func(name string) bool { return held[name] }) && (k.Do != "undo" || len(waiting) == 0) {
			if _, err := d.stories.Correct(k); err == nil {
				continue
			}
		}
		if k.Do == "undo" {
			waiting = append(waiting, d.waiting[i:]...)
			break
		}
		waiting = append(waiting, k)
		for _, name := range names {
			held[name] = true
		}
	}
	d.waiting, d.named = waiting, map[string]bool{}
	for _, k := range waiting {
		for _, name := range slices.Concat(k.Articles, k.Stories) {
			d.named[name] = true
		}
	}
}

// end makes the corrections that are left and returns what else is to be told.
func (d *desk) end() []any {
	for _, k := range d.waiting {
		if _, err := d.stories.Correct(k); err != nil {
			line, _ := json.Marshal(k)
			d.wrong = append(d.wrong, fmt.Sprintf("%s: %v", line, err))
		}
	}
	var list []any
	for _, m := range d.stories.Moves() {
		list = append(list, m)
	}
	for _, r := range d.stories.Redirects() {
		list = append(list, r)
	}
	return list
}

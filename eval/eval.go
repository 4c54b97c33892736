// Package eval scores the stages on gold: files in the forms that public
// corpora come in, and the gold that ships with the program.
package eval

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
	"text/tabwriter"
	"time"
)

// Result is what one task scored on one body of gold.
type Result struct {
	Task string `json:"task"`
	// Items counts what was scored: sentences, articles, pairs or events, as
	// the task has it.
	Items int `json:"items"`
	// Scores are rates and F1 from 0 to 100, correlations from 0 to 1, and
	// plain counts, by name.
	Scores map[string]float64 `json:"scores"`
	// Seconds is how long the program worked on the items, and PerSecond how
	// many of them it did in one. Reading the gold is not counted.
	Seconds   float64 `json:"seconds"`
	PerSecond float64 `json:"per_second"`
}

// Task scores one stage on the gold at paths, or on the gold embedded in the
// program when there are none.
type Task struct {
	Name  string
	Run   func(paths []string) (Result, error)
	takes kind
}

// kind says what the paths of a task name.
type kind uint8

const (
	either kind = iota
	files
	folders
)

// check reports what speaks against path before it is read.
func (k kind) check(path string) error {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		info, err = os.Stat(path + ".gz")
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s: there is no such file or folder", path)
	case err != nil:
		return err
	case k == files && info.IsDir():
		return fmt.Errorf("%s: is a folder; name the files in it", path)
	case k == folders && !info.IsDir():
		return fmt.Errorf("%s: is no folder; name the one that it is in", path)
	}
	return nil
}

// Tasks are the tasks that score one stage by itself. CompareTask, which needs
// the whole pipeline, is handed to Run beside them.
var Tasks = []Task{
	{"segment", Segment, files},
	{"tag", Tag, files},
	{"parse", Parse, files},
	{"names", Names, files},
	{"identity", Identity, files},
	{"attribution", Attribution, files},
	{"speaker", Speaker, files},
	{"source-type", SourceType, files},
	{"cluster", Cluster, files},
	{"quantity", Quantity, either},
	{"time", Time, either},
	{"amounts", Amounts, files},
	{"align", Align, files},
	{"extract", Extract, folders},
}

// ErrNoGold is what a task returns without paths when no gold is embedded for it.
var ErrNoGold = errors.New("no gold for this task is embedded in the program: name a PATH")

// Run runs the task of that name, one of more or of Tasks, over paths.
func Run(name string, paths []string, more ...Task) (Result, error) {
	tasks := slices.Concat(more, Tasks)
	i := slices.IndexFunc(tasks, func(t Task) bool { return t.Name == name })
	if i < 0 {
		names := make([]string, len(tasks))
		for i, t := range tasks {
			names[i] = t.Name
		}
		return Result{}, fmt.Errorf("no task %q: the tasks are %s", name, strings.Join(names, ", "))
	}
	for _, path := range paths {
		if err := tasks[i].takes.check(path); err != nil {
			return Result{}, fmt.Errorf("%s: %w", name, err)
		}
	}
	result, err := tasks[i].Run(paths)
	if err == nil && result.Items == 0 {
		err = fmt.Errorf("%s: no gold for this task", strings.Join(paths, ", "))
	}
	if err != nil {
		return Result{}, fmt.Errorf("%s: %w", name, err)
	}
	result.Task = name
	return result, nil
}

// Timed fills in the times of r for work that began at start.
func (r *Result) Timed(start time.Time) {
	r.Seconds = time.Since(start).Seconds()
	if r.Seconds > 0 {
		r.PerSecond = float64(r.Items) / r.Seconds
	}
}

// WriteTable writes results for people: one score a line, by task and name.
func WriteTable(w io.Writer, results ...Result) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, r := range results {
		fmt.Fprintf(t, "%s\titems\t%d\n", r.Task, r.Items)
		for _, name := range sortedNames(r.Scores) {
			fmt.Fprintf(t, "%s\t%s\t%.2f\n", r.Task, name, r.Scores[name])
		}
		if r.Seconds > 0 {
			fmt.Fprintf(t, "%s\tseconds\t%.2f\n", r.Task, r.Seconds)
			fmt.Fprintf(t, "%s\tper_second\t%.1f\n", r.Task, r.PerSecond)
		}
	}
	return t.Flush()
}

// WriteMetrics writes results for a file that is kept: without times, and with
// the digest of the text they were scored on.
func WriteMetrics(w io.Writer, digest string, results ...Result) error {
	kept := slices.Clone(results)
	for i := range kept {
		kept[i].Seconds = 0
	}
	fmt.Fprintf(w, "sample  sha256  %s\n", digest)
	return WriteTable(w, kept...)
}

// WriteJSON writes r as one object on one line.
func WriteJSON(w io.Writer, r Result) error { return json.NewEncoder(w).Encode(r) }

func sortedNames(scores map[string]float64) []string {
	names := make([]string, 0, len(scores))
	for name := range scores {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

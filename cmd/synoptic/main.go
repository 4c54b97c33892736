// Command synoptic lays several outlets' reports of one news event side by
// side. It is flags and wiring only: package synoptic does the work.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/alecthomas/kong"

	"synoptic"
	"synoptic/article"
	"synoptic/eval"
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// Exit statuses.
const (
	exitDone  = 0
	exitLeft  = 1 // something was left out, or failed
	exitUsage = 2 // the command line makes no sense
)

const description = `Reads several outlets' reports of one news event and lays the accounts side by
side: who said what, where they agree, where they differ, and what only one of
them has. Every line shown is exact words of a source. Nothing is fetched or
sent anywhere.

PATH is a file, a folder, or "-" for standard input. Files are plain text
(.txt), web pages (.html), JSON Lines (.jsonl), JSON (.json: one article, an
array, ninjs or a JSON Feed), feeds (.xml, .rss, .atom) or web archives (.warc);
each may be compressed (.gz). What can't be read is named on standard error, and
the rest goes on; the exit status is then 1, and 2 when the command line is wrong.

Try it:  synoptic compare --sample`

// commands is the command line.
type commands struct {
	Compare compareCommand `cmd:"" help:"Lay articles about one event side by side."`
	Analyze analyzeCommand `cmd:"" help:"Say what each article says: one JSON object a line."`
	Extract extractCommand `cmd:"" help:"Take the articles out of web pages: one JSON object a line."`
	Cluster clusterCommand `cmd:"" help:"Say which articles of a stream are about one event: one JSON object a line."`
	Align   alignCommand   `cmd:"" help:"Say how much two statements have in common, word by word: one JSON object a line."`
	Eval    evalCommand    `cmd:"" help:"Score a stage on gold answers."`
	Version versionCommand `cmd:"" help:"Print the version."`

	ShowVersion kong.VersionFlag `name:"version" help:"Print the version."`

	Quiet bool `help:"Show no progress and no warnings." short:"q"`
}

// app is what commands work with besides their flags.
type app struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	quiet          bool
}

// usageError is a command line that makes no sense.
type usageError string

func (e usageError) Error() string { return string(e) }

// errLeft says that something was left out, which was told already.
var errLeft = errors.New("some inputs were left out")

// exit is how kong ends the program after --help.
type exit struct{}

// run is the program. It returns the exit status.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) (status int) {
	helped := exitDone
	defer func() {
		if r := recover(); r != nil {
			if _, ok := r.(exit); !ok {
				panic(r)
			}
			status = helped
		}
	}()
	var c commands
	parser, err := kong.New(&c,
		kong.Name("synoptic"),
		kong.Description(description),
		kong.Vars{"tasks": taskNames(), "version": versionLine, "nametypes": strings.Join(eval.NameTypes, ", ")},
		kong.Writers(stdout, stderr),
		kong.Exit(func(int) { panic(exit{}) }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, WrapUpperBound: 80}),
	)
	if err != nil {
		panic(err) // the struct above is wrong
	}
	if len(args) == 0 {
		helped = exitUsage // the help is all that there is to say
		args = []string{"--help"}
	}
	if args[0] == "help" {
		args = append(slices.Clone(args[1:]), "--help")
	}
	context, err := parser.Parse(args)
	var parse *kong.ParseError
	if errors.As(err, &parse) {
		context, err = parse.Context, usageError(wrong(err))
	} else if err == nil {
		err = context.Run(&app{stdin, stdout, stderr, c.Quiet})
	}
	help := "synoptic --help"
	if context != nil && context.Selected() != nil {
		help = "synoptic " + context.Selected().Name + " --help"
	}
	return complain(stderr, help, err)
}

// wrong says in plain words what kong found wrong with the arguments.
func wrong(err error) string {
	if rest, ok := strings.CutPrefix(err.Error(), "expected \"<"); ok {
		name, _, _ := strings.Cut(rest, ">")
		return "a " + strings.ToUpper(name) + " is missing"
	}
	if flag, rest, ok := strings.Cut(err.Error(), ": expected "); ok && strings.Contains(rest, `"EOL"`) {
		return flag + " needs a value"
	}
	return err.Error()
}

// complain tells what went wrong and returns the exit status for it. Help is
// the command that says more of how to call the program.
func complain(stderr io.Writer, help string, err error) int {
	var usage usageError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errLeft):
		return exitLeft
	case errors.As(err, &usage):
		fmt.Fprintf(stderr, "synoptic: %v\n%q says more.\n", err, help)
		return exitUsage
	}
	fmt.Fprintf(stderr, "synoptic: %v\n", err)
	return exitLeft
}

const versionLine = "synoptic " + synoptic.Version

type versionCommand struct{}

func (versionCommand) Run(a *app) error {
	_, err := fmt.Fprintln(a.stdout, versionLine)
	return err
}

// Most inputs left out, and most notes, that are told one by one.
const maxNamed = 50

// read reads the articles of paths and tells what was left out. It is wrong
// usage when one of the outputs is a file that was read.
func (a *app) read(paths []string, meta string, outputs ...string) ([]*article.Article, []article.Unread, error) {
	var inputs []string
	o, told := a.reading(meta, &inputs)
	articles, left, err := synoptic.Read(paths, o)
	told()
	if err != nil {
		return nil, nil, err
	}
	if err := a.apart(outputs, inputs); err != nil {
		return nil, nil, err
	}
	a.leftOut(left, count(len(articles), "article"))
	return articles, left, nil
}

// reading returns how articles are read, adding the files that are to inputs, and a
// function that tells at the end how many notes were not told.
func (a *app) reading(meta string, inputs *[]string) (o synoptic.Options, told func()) {
	o = synoptic.Options{Meta: meta, Stdin: a.stdin, Opened: func(path string) { *inputs = append(*inputs, path) }}
	notes := 0
	if !a.quiet {
		o.Warn = func(message string) {
			if notes++; notes <= maxNamed {
				a.note("%s", message)
			}
		}
	}
	return o, func() {
		if notes > maxNamed {
			fmt.Fprintf(a.stderr, "synoptic: … and %s more\n", count(notes-maxNamed, "note"))
		}
	}
}

// leftOut tells what was left out, beside what was read.
func (a *app) leftOut(left []article.Unread, read string) {
	for i, u := range left {
		if i == maxNamed {
			fmt.Fprintf(a.stderr, "synoptic: … and %d more\n", len(left)-i)
			break
		}
		fmt.Fprintf(a.stderr, "synoptic: left out: %v\n", oneLine(u.Error()))
	}
	if len(left) > 0 {
		fmt.Fprintf(a.stderr, "synoptic: %s read, %s left out\n", read, count(len(left), "input"))
	}
}

// note tells what is odd, unless nobody wants to know.
func (a *app) note(format string, args ...any) {
	if !a.quiet {
		fmt.Fprintln(a.stderr, "synoptic: note:", oneLine(fmt.Sprintf(format, args...)))
	}
}

// foreign tells which articles will not be understood.
func (a *app) foreign(articles []*article.Article) {
	const most = 5 // that are named
	found := synoptic.Foreign(articles)
	if len(found) == 0 {
		return
	}
	var names []string
	for _, f := range found[:min(len(found), most)] {
		names = append(names, f.ID)
	}
	if len(found) > most {
		names = append(names, "…")
	}
	a.note("%d of %s not in English by the look of it (%s); no other language is understood", len(found), count(len(articles), "report"), strings.Join(names, ", "))
}

// oneLine keeps control characters of file names from the terminal.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || 0x80 <= r && r < 0xa0 {
			return '�'
		}
		return r
	}, s)
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// terminal reports whether w is a terminal.
func terminal(w any) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// progress returns a function that shows how far work has come, and one that
// wipes that off again. They do nothing unless standard error is a terminal.
func (a *app) progress(doing string, all int) (step, done func()) {
	if a.quiet || !terminal(a.stderr) {
		return func() {}, func() {}
	}
	n := 0
	return func() {
			n++
			fmt.Fprintf(a.stderr, "\r%s: %d of %d", doing, n, all)
		}, func() {
			fmt.Fprint(a.stderr, "\r\x1b[K")
		}
}

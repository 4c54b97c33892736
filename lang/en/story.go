package en

import (
	_ "embed" // for the list
	"strconv"
	"strings"

	"synoptic/lang"
)

//go:embed frequencies.txt
var frequencies string

// story reads frequencies.txt: the number of texts, then words with the number
// of texts that each stands in. The list is written by story/train.
func story() lang.Story {
	s := lang.Story{Frequencies: make(map[string]int, strings.Count(frequencies, "\n"))}
	for line := range strings.Lines(frequencies) { // a long list: at once, for a quick start
		if line[0] == '#' {
			continue
		}
		word, n, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		count, err := strconv.Atoi(n)
		if err != nil {
			panic("frequencies.txt: " + word + ": " + err.Error()) // the list is embedded
		}
		s.Frequencies[word] = count
	}
	s.Articles = s.Frequencies["*"]
	delete(s.Frequencies, "*")
	return s
}

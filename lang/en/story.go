package en

import (
	_ "embed" // for the list
	"strconv"

	"synoptic/lang"
)

//go:embed frequencies.txt
var frequencies string

// story reads frequencies.txt: the number of texts, then words with the number
// of texts that each stands in. The list is written by story/train.
func story() lang.Story {
	s := lang.Story{Frequencies: map[string]int{}}
	for word, n := range lang.ParseMap(frequencies) {
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

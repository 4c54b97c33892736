package analyze

import (
	"runtime"
	"strings"
	"testing"

	"synoptic/article"
	"synoptic/lang/en"
)

// endless are words that, said over and over without a full stop, make one
// step or another compare all of a sentence with all of it.
var endless = []string{
	"boat ", "he said ", "to go ", "saying ", "and left ", "who left ", "he left, ", "Norland and Sudland ",
	"said he left to go, ", "the boat that left, ", "a man killed by ", "3 men ", "Ann Lund said, ", "“x” said Ann, ", "saying to go ",
	"The Post, citing Ann, quoted Lund as saying that, ", "It cited Ann. ", "Ann was told by Lund that he said ",
	"often ", "the agency said, ", "a report seen by CNN said, ", "He told the agency. ",
}

// A text twice as long takes about twice the memory, whatever the text. Memory
// stands for work here, since it can be counted the same on every machine.
func TestLinear(t *testing.T) {
	allocated("boat ", 10) // what is made once
	for _, words := range endless {
		once, twice := allocated(words, 2500), allocated(words, 5000)
		if twice > 3*once {
			t.Errorf("%q: %d bytes, for twice the text %d", words, once, twice)
		}
	}
}

// allocated returns the bytes that the analysis of n words takes.
func allocated(words string, n int) uint64 {
	a := &article.Article{Text: strings.Repeat(words, n/len(strings.Fields(words)))}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	Article(a, en.English())
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// No sentence is so long that work within one sentence counts.
func TestSentencesBounded(t *testing.T) {
	d := Article(&article.Article{Text: strings.Repeat("boat ", 5000)}, en.English())
	for _, s := range d.Sentences {
		if s.Len() > 500 {
			t.Fatalf("a sentence of %d tokens", s.Len())
		}
	}
}

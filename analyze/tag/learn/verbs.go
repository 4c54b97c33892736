package learn

import (
	_ "embed"
	"strings"

	"synoptic/lang"
)

//go:embed verbs.txt
var verbList string

// verb is one form of a verb with its Penn tag.
type verb struct{ form, xpos, lemma string }

// verbs returns the forms of the verbs of the list. A line of three words none
// of which is doubled is an irregular one.
func verbs() []verb {
	var list []verb
	for _, line := range lang.Lines(verbList) {
		words := strings.Fields(line)
		if len(words) == 3 {
			base := words[0]
			list = append(list, verb{base, "VB", base}, verb{words[1], "VBD", base}, verb{words[2], "VBN", base})
			list = append(list, present(base, base)...)
			continue
		}
		for _, w := range words {
			base, double := strings.CutSuffix(w, "+")
			stem := base
			if double {
				stem += base[len(base)-1:]
			}
			past := stem + "ed"
			switch {
			case strings.HasSuffix(base, "e"):
				past = base + "d"
			case softY(base):
				past = base[:len(base)-1] + "ied"
			}
			list = append(list, verb{base, "VB", base}, verb{past, "VBD", base}, verb{past, "VBN", base})
			list = append(list, present(base, stem)...)
		}
	}
	return list
}

// present returns the forms of base in -s and -ing; stem has its last letter
// doubled where the verb does so.
func present(base, stem string) []verb {
	third := base + "s"
	switch {
	case softY(base):
		third = base[:len(base)-1] + "ies"
	case strings.HasSuffix(base, "s"), strings.HasSuffix(base, "x"), strings.HasSuffix(base, "z"),
		strings.HasSuffix(base, "ch"), strings.HasSuffix(base, "sh"), strings.HasSuffix(base, "o"):
		third = base + "es"
	}
	ing := stem + "ing"
	switch {
	case strings.HasSuffix(base, "ie"):
		ing = base[:len(base)-2] + "ying"
	case strings.HasSuffix(base, "ee"):
	case strings.HasSuffix(base, "e"):
		ing = base[:len(base)-1] + "ing"
	case strings.Contains(doubling, " "+base+" "):
		ing = base + base[len(base)-1:] + "ing"
	}
	return []verb{{third, "VBZ", base}, {ing, "VBG", base}}
}

// doubling are the irregular verbs that double their last letter in -ing.
const doubling = " begin cut dig forbid forget get hit let put quit run set shed shut sit spin split swim upset win "

// softY reports whether word ends in a consonant and y.
func softY(word string) bool {
	n := len(word)
	return n > 1 && word[n-1] == 'y' && strings.IndexByte("aeiou", word[n-2]) < 0
}

package dossier

import (
	"slices"
	"strings"
)

// column is a part of a collation: words that all versions share, or where they
// differ, what each has there.
type column struct {
	shared   string
	readings []variant
}

// variant is one of the wordings that stand in the same place; no words when
// a version has nothing there.
type variant struct {
	words    string
	versions []int // indices of the versions
}

// How alike versions must be to be set against each other word by word.
const (
	kept     = 2  // of a version, one word in so many is common to all
	collated = 12 // versions, at most
)

// collation aligns the versions of a quotation word by word, all of them where
// they are alike, otherwise as many as are, from the first on. It is nil where
// fewer than two are or nothing differs.
func collation(list []version) []column {
	if len(list) < 2 || len(list) > collated {
		return nil
	}
	texts := make([][]string, len(list))
	for i := range list {
		var words []string
		for _, r := range list[i].runs {
			words = append(words, strings.Fields(r.text)...)
		}
		texts[i] = words
	}
	everyone, at, taken := everywhere(texts)
	if len(taken) < 2 {
		return nil
	}
	var out []column
	from := make([]int, len(texts)) // by version: the first word not yet placed
	differs := false
	gap := func(to func(i int) int) {
		var c column
		for _, i := range taken {
			words := strings.Join(texts[i][from[i]:to(i)], " ")
			k := slices.IndexFunc(c.readings, func(v variant) bool { return same(v.words, words) })
			if k < 0 {
				k = len(c.readings)
				c.readings = append(c.readings, variant{words: words})
			}
			c.readings[k].versions = append(c.readings[k].versions, i)
		}
		switch {
		case len(c.readings) > 1:
			differs = true
			out = append(out, c)
		case c.readings[0].words != "": // unlike in letters and marks only
			out = appendShared(out, c.readings[0].words)
		}
	}
	for k, ok := range everyone {
		if !ok {
			continue
		}
		gap(func(i int) int { return at[i][k] })
		out = appendShared(out, texts[taken[0]][k])
		for _, i := range taken {
			from[i] = at[i][k] + 1
		}
	}
	gap(func(i int) int { return len(texts[i]) })
	if !differs {
		return nil
	}
	return out
}

// appendShared adds shared words to a collation.
func appendShared(list []column, words string) []column {
	if n := len(list); n > 0 && list[n-1].readings == nil {
		list[n-1].shared += " " + words
		return list
	}
	return append(list, column{shared: words})
}

// same tells words that differ in letter case and marks only.
func same(a, b string) bool {
	telling := func(s string) []string {
		return slices.DeleteFunc(bare(strings.Fields(s)), func(w string) bool { return w == "" })
	}
	return slices.Equal(telling(a), telling(b))
}

// everywhere tells which words of the first text every text taken has too, in
// order, and where: at[i][k] is the index in text i. Texts that would leave less
// than half of the words of any of them common are not taken.
func everywhere(texts [][]string) (everyone []bool, at [][]int, taken []int) {
	first := texts[0]
	for _, missing := range empty(bare(first)) {
		everyone = append(everyone, !missing)
	}
	at = make([][]int, len(texts))
	for k := range first {
		at[0] = append(at[0], k)
	}
	taken = []int{0}
	longest := len(first)
	for i, text := range texts[1:] {
		if len(first)*len(text) > aligned {
			continue
		}
		pairs := common(first, text)
		next, n := slices.Clone(everyone), 0
		for k := range next {
			next[k] = next[k] && pairs[k] >= 0
			n += btoi(next[k])
		}
		most := max(longest, len(text))
		if n*kept < most {
			continue
		}
		longest = most
		everyone, at[i+1] = next, pairs
		taken = append(taken, i+1)
	}
	return everyone, at, taken
}

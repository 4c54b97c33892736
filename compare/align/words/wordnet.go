package main

import (
	"bufio"
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// Senses of a word that count, the most frequent first: what a word means but
// seldom makes more false kin than true.
const (
	synonymSenses = 3 // for words that mean the same
	parentSenses  = 2 // for wider ones
)

const head = `# What words are akin to, from WordNet 3.1 (see NOTICE) by compare/align/words:
# "=" words that mean the same, "+" words made of one another, "<" a word before
# wider ones, "!" two that mean the opposite. Lemmas that are frequent in English.
`

// synset is one meaning.
type synset struct {
	words    []string // as WordNet orders them
	parents  []string // keys
	derived  []pointer
	opposite []pointer
}

// pointer leads from a word of one synset to a word of another, by their places
// there.
type pointer struct {
	from int
	key  string
	to   int
}

// relations returns the list of what frequent words are akin to.
func relations(folder string, frequent map[string]bool) (string, error) {
	sets := map[string]*synset{}    // by part of speech and offset
	senses := map[string][]string{} // by part of speech and word: keys, the most frequent first
	for _, pos := range []string{"noun", "verb", "adj", "adv"} {
		if err := lines(filepath.Join(folder, "data."+pos), func(f []string) error {
			return readSynset(sets, pos, f)
		}); err != nil {
			return "", err
		}
		if err := lines(filepath.Join(folder, "index."+pos), func(f []string) error {
			n, err := strconv.Atoi(f[2])
			if err != nil || n > len(f) {
				return fmt.Errorf("a bad entry of %s", f[0])
			}
			for _, offset := range f[len(f)-n:] {
				senses[pos+" "+f[0]] = append(senses[pos+" "+f[0]], pos+offset)
			}
			return nil
		}); err != nil {
			return "", err
		}
	}
	rank := func(pos, w, key string) int {
		if i := slices.Index(senses[pos+" "+w], key); i >= 0 {
			return i
		}
		return 99
	}
	keys := make([]string, 0, len(sets))
	for key := range sets {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	var out []string
	parents := map[string][]string{}
	for _, key := range keys {
		s := sets[key]
		pos := key[:len(key)-8]
		var members []string
		for _, w := range s.words {
			if frequent[w] && rank(pos, w, key) < synonymSenses {
				members = append(members, w)
			}
		}
		if len(members) > 1 {
			out = append(out, "= "+strings.Join(members, " "))
		}
		for i, w := range s.words {
			if !frequent[w] || rank(pos, w, key) >= parentSenses {
				continue
			}
			for _, p := range s.parents {
				for _, wide := range sets[p].words {
					if frequent[wide] && wide != w && rank(p[:len(p)-8], wide, p) < synonymSenses && !slices.Contains(parents[w], wide) {
						parents[w] = append(parents[w], wide)
					}
				}
			}
			link := func(sign string, pointers []pointer) {
				for _, p := range pointers {
					if t := sets[p.key]; p.from == i && t != nil && 0 <= p.to && p.to < len(t.words) && frequent[t.words[p.to]] && t.words[p.to] != w {
						out = append(out, sign+min(w, t.words[p.to])+" "+max(w, t.words[p.to]))
					}
				}
			}
			link("+ ", s.derived)
			link("! ", s.opposite)
		}
	}
	for w, list := range parents {
		out = append(out, "< "+w+" "+strings.Join(list, " "))
	}
	slices.SortFunc(out, cmp.Compare[string])
	return head + strings.Join(slices.Compact(out), "\n") + "\n", nil
}

var parts = map[string]string{"n": "noun", "v": "verb", "a": "adj", "s": "adj", "r": "adv"}

// readSynset reads a line of a data file: offset, file, type, count of words in
// hexadecimal, words with a number each, count of pointers, pointers of four
// fields each.
func readSynset(sets map[string]*synset, pos string, f []string) error {
	bad := fmt.Errorf("a bad entry at %s of %s", f[0], pos)
	n, err := strconv.ParseInt(f[3], 16, 32)
	if err != nil || len(f) < 5+2*int(n) {
		return bad
	}
	s := &synset{}
	for i := range int(n) {
		w, _, _ := strings.Cut(f[4+2*i], "(") // "galore(ip)": where an adjective stands
		s.words = append(s.words, strings.ToLower(w))
	}
	key := pos + f[0]
	f = f[4+2*n:]
	count, err := strconv.Atoi(f[0])
	if err != nil || len(f) < 1+4*count {
		return bad
	}
	for i := range count {
		p := f[1+4*i : 5+4*i]
		target := parts[p[2]] + p[1]
		at, err := strconv.ParseInt(p[3], 16, 32)
		if err != nil {
			return bad
		}
		to := pointer{int(at>>8) - 1, target, int(at&255) - 1}
		switch p[0] {
		case "@", "&":
			s.parents = append(s.parents, target)
		case "+":
			s.derived = append(s.derived, to)
		case "!":
			s.opposite = append(s.opposite, to)
		}
	}
	sets[key] = s
	return nil
}

// lines calls f with the fields of each entry of a WordNet file.
func lines(path string, f func(fields []string) error) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	s := bufio.NewScanner(file)
	s.Buffer(nil, 1<<20)
	for s.Scan() {
		if fields := strings.Fields(s.Text()); !strings.HasPrefix(s.Text(), " ") && len(fields) > 4 {
			if err := f(fields); err != nil {
				return fmt.Errorf("%s: %w", path, err)
			}
		}
	}
	return s.Err()
}

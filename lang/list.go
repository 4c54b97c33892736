package lang

import "strings"

// ParseSet reads a list with one lower-case entry a line. Empty lines and
// lines that begin with "#" are passed over.
func ParseSet(list string) Set {
	set := Set{}
	for _, line := range Lines(list) {
		set[line] = struct{}{}
	}
	return set
}

// ParseMap reads a list of "key<TAB>value" lines, in the way of ParseSet.
func ParseMap(list string) map[string]string {
	m := map[string]string{}
	for _, line := range Lines(list) {
		key, value, _ := strings.Cut(line, "\t")
		m[key] = value
	}
	return m
}

// Lines returns the lines of a list that carry an entry.
func Lines(list string) []string {
	var lines []string
	for line := range strings.Lines(list) {
		line = strings.TrimSpace(line)
		if line != "" && line[0] != '#' {
			lines = append(lines, line)
		}
	}
	return lines
}

package compare

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"synoptic/lang"
)

// formatWeights writes weights as a language has them: a line for each, with its name
// and its weight in thousandths.
func formatWeights(names []string, weights []int) string {
	var b strings.Builder
	for i, name := range names {
		fmt.Fprintf(&b, "%s\t%d\n", name, weights[i])
	}
	return b.String()
}

// readWeights reads what formatWeights wrote into weights; those that it does not name
// stay as they are.
func readWeights(packed []byte, names []string, weights []int) {
	for _, line := range lang.Lines(string(packed)) {
		name, weight, _ := strings.Cut(line, "\t")
		if i := slices.Index(names, name); i >= 0 {
			weights[i], _ = strconv.Atoi(weight)
		}
	}
}

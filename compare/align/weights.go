package align

import (
	"fmt"
	"strconv"
	"strings"

	"synoptic/lang"
)

// weights say how features add up, in thousandths.
type weights struct {
	score, same Features
}

// judge returns the score of features, in thousandths from 0 to 1000, and whether
// the two statements say the same.
func (w *weights) judge(f *Features) (score int, same bool) {
	return max(0, min(1000, w.score.Times(f))), w.same.Times(f) >= 500
}

// Times adds up features by weights, both in thousandths.
func (f *Features) Times(o *Features) int {
	sum := 0
	for i := range f {
		sum += f[i] * o[i]
	}
	return sum / 1000
}

// FormatWeights writes weights as a language has them: a line for each feature,
// with its name, its weight for the score and that for being the same.
func FormatWeights(score, same Features) string {
	var b strings.Builder
	for i, name := range FeatureNames {
		fmt.Fprintf(&b, "%s\t%d\t%d\n", name, score[i], same[i])
	}
	return b.String()
}

func readWeights(list string) *weights {
	w := &weights{}
	for _, line := range lang.Lines(list) {
		f := strings.Fields(line)
		for i, name := range FeatureNames {
			if len(f) == 3 && f[0] == name {
				w.score[i], _ = strconv.Atoi(f[1])
				w.same[i], _ = strconv.Atoi(f[2])
			}
		}
	}
	return w
}

func weightsOf(l *lang.Language) *weights {
	if l.Align.Weights == nil {
		return &weights{}
	}
	return l.Align.Weights.Unpacked(func(packed []byte) any { return readWeights(string(packed)) }).(*weights)
}

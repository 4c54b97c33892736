package dossier

import (
	"strings"
	"testing"
)

func TestVariants(t *testing.T) {
	for _, c := range []struct {
		texts   []string
		partial bool
		want    []string // with [ ] around what differs
	}{
		{[]string{"The gate has done its job,", "the gate has completed its task."}, false,
			[]string{"The gate has [done] its [job,]", "the gate has [completed] its [task.]"}},
		{[]string{"We saw it — and left", "“We saw it and left”"}, false,
			[]string{"We saw it — and left", "“We saw it and left”"}},
		{[]string{"First we waited and then we left the hall", "we waited, then we left"}, true,
			[]string{"First we waited [and] then we left the hall", "we waited, then we left"}},
		{[]string{"alone"}, false, []string{"alone"}},
		{[]string{"nothing alike", "other words"}, true, []string{"nothing alike", "[other words]"}},
	} {
		for i, runs := range variants(c.texts, c.partial) {
			var words []string
			for _, r := range runs {
				if r.differs {
					words = append(words, "["+r.text+"]")
				} else {
					words = append(words, r.text)
				}
			}
			if got := strings.Join(words, " "); got != c.want[i] {
				t.Errorf("%q, want %q", got, c.want[i])
			}
		}
	}
}

package dossier

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func collatedString(texts ...string) string {
	var list []version
	for _, s := range texts {
		list = append(list, version{runs: []run{{text: s}}})
	}
	var parts []string
	for _, c := range collation(list) {
		if c.readings == nil {
			parts = append(parts, c.shared)
			continue
		}
		var alt []string
		for _, v := range c.readings {
			alt = append(alt, fmt.Sprint(v.versions, " ", v.words))
		}
		parts = append(parts, "{"+strings.Join(alt, " | ")+"}")
	}
	return strings.Join(parts, " ")
}

func TestCollation(t *testing.T) {
	for _, c := range []struct {
		texts []string
		want  string
	}{
		{[]string{"The gate has done its job,", "the gate has completed its task."},
			"The gate has {[0] done | [1] completed} its {[0] job, | [1] task.}"},
		{[]string{"We left the hall at once", "we left the room at once", "We left that hall at once"},
			"We left {[0] the hall | [1] the room | [2] that hall} at once"},
		// What a version does not have.
		{[]string{"We waited and left", "We left"}, "We {[0] waited and | [1] } left"},
		// Marks and letter case are no difference.
		{[]string{"“We saw it — and left”", "we saw it and left."}, ""},
		// A version with hardly a word in common is not set against the others.
		{[]string{"The gate has done its job", "all is well", "The gate has done its duty"},
			"The gate has done its {[0] job | [2] duty}"},
		{[]string{"nothing alike", "other words"}, ""},
		{[]string{"alone"}, ""},
		{nil, ""},
	} {
		if got := collatedString(c.texts...); got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.texts, got, c.want)
		}
	}
}

// Each version taken can be read off a collation again.
func TestCollationRoundTrip(t *testing.T) {
	word := rapid.SampledFrom([]string{"a", "b", "c", "d", "—", "“a"})
	rapid.Check(t, func(t *rapid.T) {
		var list []version
		for range rapid.IntRange(0, 4).Draw(t, "versions") {
			list = append(list, version{runs: []run{{text: strings.Join(rapid.SliceOfN(word, 0, 8).Draw(t, "words"), " ")}}})
		}
		columns := collation(list)
		taken := map[int]bool{}
		for _, c := range columns {
			for _, v := range c.readings {
				for _, i := range v.versions {
					taken[i] = true
				}
			}
		}
		for i := range taken {
			var words []string
			for _, c := range columns {
				words = append(words, strings.Fields(c.shared)...)
				for _, v := range c.readings {
					for _, k := range v.versions {
						if k == i {
							words = append(words, strings.Fields(v.words)...)
						}
					}
				}
			}
			got := strings.Join(bare(words), "")
			if want := strings.Join(bare(strings.Fields(list[i].runs[0].text)), ""); got != want {
				t.Fatalf("version %d reads %q, want %q", i, got, want)
			}
		}
	})
}

package dossier

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		in    string
		width int
		want  []string
	}{
		{"one two three", 7, []string{"one two", "three"}},
		{"", 7, []string{""}},
		{"unbreakable", 5, []string{"unbre", "akabl", "e"}},
		{"漢字かな交じり", 6, []string{"漢字か", "な交じ", "り"}},
		{"at [Post\u00a01–2]", 10, []string{"at", "[Post 1–2]"}},
		{"see [Post\u00a01–2] on", 13, []string{"see", "[Post 1–2] on"}},
		{styled(bold, "one two") + " three", 4, []string{"<b>one</>", "<b>two</>", "thre", "e"}},
	} {
		lines := wrap(c.in, c.width)
		for i, l := range lines {
			l = strings.NewReplacer(string(bold), "<b>", string(plain), "</>").Replace(l)
			lines[i] = strings.ReplaceAll(l, "\u00a0", " ")
		}
		if diff := cmp.Diff(c.want, lines); diff != "" {
			t.Errorf("%q at %d (-want +got)\n%s", c.in, c.width, diff)
		}
	}
}

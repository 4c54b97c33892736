package eval

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// treebank is two made-up sentences: "President Lena Okafor of Torva left .
// Okafor returned ."
var treebank = strings.ReplaceAll(`# newdoc id = made-up
# text = President Lena Okafor of Torva left.
1 President president PROPN NNP _ 2 nmod:desc _ Entity=(1-person-new-nnnnn-cf1-1-coref
2 Lena Lena PROPN NNP _ 6 nsubj _ _
3 Okafor Okafor PROPN NNP _ 2 flat _ _
4 of of ADP IN _ 5 case _ _
5 Torva Torva PROPN NNP _ 2 nmod _ Entity=(2-place-new-nnnnn-cf2-1-sgl-Torva)1)
6 left leave VERB VBD _ 0 root _ SpaceAfter=No
7 . . PUNCT . _ 6 punct _ _

# text = Okafor returned.
1 Okafor Okafor PROPN NNP _ 2 nsubj _ Entity=(1-person-giv:act-nnnnn-cf1-1-coref)
2 returned return VERB VBD _ 0 root _ SpaceAfter=No
3 . . PUNCT . _ 2 punct _ _
`, " _ ", "\t_\t")

func TestIdentityGold(t *testing.T) {
	path := filepath.Join(t.TempDir(), "gold.conllu")
	var lines []string
	for line := range strings.SplitSeq(treebank, "\n") {
		if !strings.HasPrefix(line, "#") {
			line = strings.ReplaceAll(line, " ", "\t")
		}
		lines = append(lines, line)
	}
	if err := os.WriteFile(path, []byte(strings.Join(lines, "\n")+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	gold, err := ReadTreebank([]string{path})
	if err != nil {
		t.Fatal(err)
	}
	d, entities := identityDoc(gold)
	var got []string
	for i, n := range d.Names {
		got = append(got, string(n.Type)+" "+d.Words(n.Range)+" ["+d.Words(n.Title)+"] "+entities[i])
	}
	want := "person Lena Okafor [President] 1; place Torva [] 2; person Okafor [] 1"
	if s := strings.Join(got, "; "); s != want {
		t.Errorf("got %s\nwant %s", s, want)
	}
	r, err := Identity([]string{path})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"pairwise_f1", "b3_f1", "muc_f1"} {
		if r.Items != 3 || r.Scores[name] != 100 {
			t.Errorf("%d items, %s is %v", r.Items, name, r.Scores[name])
		}
	}
}

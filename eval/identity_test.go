package eval

import (
	"os"
	"path/filepath"
	"strconv"
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

// TestIdentityNames checks what of a mention is its name, and which mentions
// have none.
func TestIdentityNames(t *testing.T) {
	// Words as form/UPOS/head/relation, with what "Entity=" says of them.
	tests := []struct{ text, want string }{
		{"the/DET/5/det/(1-organization Torva/ADJ/5/amod People/PROPN/5/nmod 's/PART/3/case Army/PROPN/0/root/1)", "Torva People's Army"},
		{"Torva/PROPN/3/nmod/(1-person(2-organization 's/PART/1/case/2) Mayor/PROPN/0/root/1)", "Torva; Mayor"},
		{"Sea/PROPN/4/compound/(1-organization and/CCONJ/3/cc Air/PROPN/1/conj Bureau/PROPN/0/root/1)", "Sea and Air Bureau"},
		{"University/PROPN/0/root/(1-organization of/ADP/4/case Southern/ADJ/4/amod Torva/PROPN/1/nmod/1)", "University of Southern Torva"},
		{"Terminal/PROPN/0/root/(1-place 2/NUM/1/nummod/1)", "Terminal 2"},
		{"Lena/PROPN/0/root/(1-person \"/PUNCT/3/punct Lee/PROPN/1/flat \"/PUNCT/3/punct Vale/PROPN/1/flat/1)", "Lena \" Lee \" Vale"},
		{"Lena/PROPN/0/root/(1-person(2-person) and/CCONJ/3/cc Mara/PROPN/1/conj/(3-person)1)", "Lena; Mara"},
		{"Hale/PROPN/0/root/(1-organization and/CCONJ/3/cc Vale/PROPN/1/conj/1)", "Hale and Vale"},
		{"Madam/PROPN/2/compound/(1-person Speaker/PROPN/0/root/1)", "Madam Speaker"},
		{"the/DET/2/det/(1-person mayor/NOUN/0/root/1)", ""},
	}
	for _, c := range tests {
		var words []Word
		for f := range strings.FieldsSeq(c.text) {
			p := strings.SplitN(f+"/", "/", 5)
			head, _ := strconv.Atoi(p[2])
			w := Word{Form: p[0], Lemma: p[0], UPOS: p[1], Head: head, Relation: p[3], Misc: "Entity=" + strings.TrimSuffix(p[4], "/")}
			switch w.UPOS {
			case "PART":
				w.XPOS = "POS"
				words[len(words)-1].Glued = true
			case "PUNCT":
				w.XPOS = "''"
			}
			words = append(words, w)
		}
		d, _ := identityDoc([]Treebank{{Words: words}})
		var got []string
		for _, n := range d.Names {
			got = append(got, d.Words(n.Range))
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, s, c.want)
		}
	}
}

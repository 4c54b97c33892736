package eval

import (
	"compress/gzip"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// treebankSample is one document of three sentences in two paragraphs.
const treebankSample = `# newdoc id = made-up
# newpar
# text = Ann can't leave.
1	Ann	Ann	PROPN	NNP	_	4	nsubj	_	_
2-3	can't	_	_	_	_	_	_	_	_
2	ca	can	AUX	MD	_	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	leave	leave	VERB	VB	_	0	root	_	SpaceAfter=No
5	.	.	PUNCT	.	_	4	punct	_	_

# text = She said.
1	She	she	PRON	PRP	_	2	nsubj	_	_
2	said	say	VERB	VBD	_	0	root	_	SpaceAfter=No
3	.	.	PUNCT	.	_	2	punct	_	_

# newpar
# text = John and Mary slept
1	John	John	PROPN	NNP	_	4	nsubj	_	_
2	and	and	CCONJ	CC	_	3	cc	_	_
3	Mary	Mary	PROPN	NNP	_	1	conj	_	_
4	slept	sleep	VERB	VBD	_	0	root	_	_
4.1	slept	sleep	VERB	VBD	_	_	_	_	_
`

func TestReadTreebank(t *testing.T) {
	folder := t.TempDir()
	plain, packed := filepath.Join(folder, "a.conllu"), filepath.Join(folder, "a.conllu.gz")
	if err := os.WriteFile(plain, []byte(treebankSample), 0o666); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(packed)
	if err != nil {
		t.Fatal(err)
	}
	z := gzip.NewWriter(f)
	if _, err := z.Write([]byte(treebankSample)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	gold, err := ReadTreebank([]string{plain, packed})
	if err != nil {
		t.Fatal(err)
	}
	if len(gold) != 6 || !gold[0].NewDocument || !gold[2].NewPart || gold[1].NewPart {
		t.Fatalf("%d sentences: %+v", len(gold), gold)
	}
	if w := gold[3].Words; len(w) != 5 || !w[1].Glued || w[2].Glued || w[1].Lemma != "can" || w[4].Head != 4 {
		t.Errorf("words %+v", w)
	}
	for _, paths := range [][]string{{plain}, {plain, packed}} {
		r, err := Segment(paths)
		if err != nil || r.Scores["token_f1"] != 100 || r.Scores["sentence_f1"] != 100 {
			t.Errorf("segment: %v %v", r.Scores, err)
		}
		r, err = Tag(paths)
		if err != nil || r.Items != 12*len(paths) || r.Scores["upos"] != 100 || r.Scores["xpos"] != 100 || r.Scores["lemma"] != 100 {
			t.Errorf("tag: %+v %v", r, err)
		}
	}
	if _, err := Segment([]string{filepath.Join(folder, "none")}); err == nil {
		t.Error("no error for a file that is not there")
	}
}

func TestBlocks(t *testing.T) {
	var text strings.Builder
	for _, head := range []string{"# newpar_block = p (4 s) | figure rend:::\"a\" (2 s)", "", "", "", "", "# newpar_block = p (x s)", ""} {
		if head != "" {
			text.WriteString(head + "\n")
		}
		text.WriteString("1\ta\ta\tX\tX\t_\t0\troot\t_\t_\n\n")
	}
	gold, err := parseTreebank(strings.NewReader(text.String()))
	if err != nil {
		t.Fatal(err)
	}
	var parts []bool
	for _, s := range gold {
		parts = append(parts, s.NewPart)
	}
	if want := []bool{true, false, true, false, true, true, false}; !slices.Equal(parts, want) {
		t.Errorf("paragraphs begin %v, want %v", parts, want)
	}
}

func TestBadTreebank(t *testing.T) {
	for _, bad := range []string{"1\ta\tb\n", "2\ta\ta\tX\tX\t_\t0\troot\t_\t_\n", "x\ta\ta\tX\tX\t_\t0\troot\t_\t_\n"} {
		if _, err := parseTreebank(strings.NewReader(bad)); err == nil {
			t.Errorf("no error for %q", bad)
		}
	}
}

func FuzzParseTreebank(f *testing.F) {
	f.Add(treebankSample)
	f.Add("1-2\tab\t_\t_\t_\t_\t_\t_\t_\t_\n# text = \n\n\n")
	f.Fuzz(func(t *testing.T, file string) {
		gold, err := parseTreebank(strings.NewReader(file))
		if err == nil {
			rawTexts(gold)
		}
	})
}

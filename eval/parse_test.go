package eval

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAttachment(t *testing.T) {
	gold, err := parseTreebank(strings.NewReader(`# text = Ann was hit.
1	Ann	Ann	PROPN	NNP	_	3	nsubj:pass	_	_
2	was	be	AUX	VBD	_	3	aux:pass	_	_
3	hit	hit	VERB	VBN	_	0	root	_	SpaceAfter=No
4	.	.	PUNCT	.	_	3	punct	_	_
`))
	if err != nil {
		t.Fatal(err)
	}
	d := GoldTokens(gold)
	for i, found := range []struct {
		head     int
		relation string
	}{{2, "nsubj"}, {2, "aux:pass"}, {-1, "root"}, {0, "punct"}} {
		d.Tokens[i].Head, d.Tokens[i].Relation = found.head, found.relation
	}
	var a Attachment
	a.Add(gold, d)
	want := map[string]float64{"uas": 75, "las": 75, "las_subtypes": 50}
	if diff := cmp.Diff(want, a.Scores()); diff != "" {
		t.Error(diff)
	}
}

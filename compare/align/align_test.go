package align_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"synoptic/analyze"
	"synoptic/analyze/doc"
	"synoptic/article"
	"synoptic/compare/align"
	"synoptic/lang/en"
)

func read(text string) *doc.Doc {
	return analyze.Article(&article.Article{ID: "a", Text: text}, en.English())
}

func TestAlign(t *testing.T) {
	for _, test := range []struct {
		a, b        string
		links       string // some that there must be
		differences string // all
		same        bool
	}{
		{
			"The dam above Veld burst on Monday and flooded 300 homes.",
			"A dam near Veld broke on Monday, inundating 250 houses.",
			"dam=dam Veld=Veld burst=broke Monday=Monday flooded=inundating homes=houses", "number 300|250", true,
		},
		{
			"Trade talks between the U.S. and China collapsed.", "Chinese and American trade negotiations broke down.",
			"Trade=trade talks=negotiations U.S.=American China=Chinese", "", true,
		},
		{
			"The Sorvik had left its lane.", "The Sorvik had not left its assigned lane.",
			"Sorvik=Sorvik left=left lane=lane", "polarity left|not left", false,
		},
		{
			"Seven sailors died.", "7 sailors were killed.",
			"Seven=7 sailors=sailors died=killed", "", true,
		},
		{
			"The company paid $1.2 million in March.", "The company paid 1,200,000 dollars in March.",
			"company=company paid=paid 1.2 million=1,200,000 March=March", "", true,
		},
		{
			"Anna Lund opened the bridge.", "Oswin Pell opened the bridge.",
			"opened=opened bridge=bridge", "name Anna Lund|Oswin Pell", false,
		},
		{
			"Prices rose sharply in Halverport.", "Prices fell sharply in Halverport.",
			"Prices=Prices sharply=sharply", "word rose|fell", false,
		},
	} {
		a, b := read(test.a), read(test.b)
		r := align.Align(align.Whole(a), align.Whole(b))
		var links, differences []string
		for _, l := range r.Links {
			links = append(links, a.Words(l.A)+"="+b.Words(l.B))
		}
		for _, d := range r.Differences {
			differences = append(differences, fmt.Sprintf("%s %s|%s", d.Kind, a.Words(d.A), b.Words(d.B)))
		}
		all := " " + strings.Join(links, " ") + " "
		for _, want := range strings.Fields(strings.ReplaceAll(test.links, "1.2 million", "1.2_million")) {
			if want = strings.ReplaceAll(want, "_", " "); !strings.Contains(all, " "+want+" ") {
				t.Errorf("%s\n%s\nno link %s in %v", test.a, test.b, want, links)
			}
		}
		if got := strings.Join(differences, ", "); got != test.differences {
			t.Errorf("%s\n%s\ndifferences are %q, want %q", test.a, test.b, got, test.differences)
		}
		if r.Same != test.same {
			t.Errorf("%s\n%s\nsame is %v, with a score of %d", test.a, test.b, r.Same, r.Score)
		}
	}
}

var statements = []string{
	"The ferry hit a freighter in the strait on Friday, and twelve people were hurt.",
	"Twelve passengers were injured when a freighter collided with the ferry, the coast guard said.",
	"The minister did not resign, the minister said, and the minister will not resign.",
	"Talks on the ferry treaty begin on Monday in Halverport.",
	"Halverport, Halverport and Halverport: three ports, 3 ports, more than 3 ports.",
	"…", "the of and", strings.Repeat("ferry ", 500),
}

// Sides may be changed, links are one to one and in bounds, and a statement is
// itself in the same words.
func TestProperties(t *testing.T) {
	var docs []*doc.Doc
	for _, s := range statements {
		docs = append(docs, read(s))
	}
	for i, a := range docs {
		for k, b := range docs {
			r, back := align.Align(align.Whole(a), align.Whole(b)), align.Align(align.Whole(b), align.Whole(a))
			if r.Features != back.Features || r.Score != back.Score || r.Same != back.Same || len(r.Links) != len(back.Links) {
				t.Errorf("%q and %q: other than with the sides changed:\n%v\n%v", statements[i], statements[k], r.Features, back.Features)
			}
			if r.Score < 0 || r.Score > 1000 || i == k && len(r.Links) > 0 && (len(r.Differences) > 0 || r.Score != 1000 || !r.Same) {
				t.Errorf("%q and %q: score %d, %v", statements[i], statements[k], r.Score, r.Differences)
			}
			var inA, inB []int
			for _, l := range r.Links {
				if l.A.Empty() || l.B.Empty() || l.A.To > len(a.Tokens) || l.B.To > len(b.Tokens) {
					t.Fatalf("link %v out of bounds", l)
				}
				inA, inB = append(inA, l.A.From), append(inB, l.B.From)
			}
			slices.Sort(inA)
			slices.Sort(inB)
			if len(slices.Compact(slices.Clone(inA))) != len(inA) || len(slices.Compact(slices.Clone(inB))) != len(inB) {
				t.Errorf("%q and %q: links share words", statements[i], statements[k])
			}
		}
	}
}

// Several may read and align at a time, and find what one finds.
func TestSeveral(t *testing.T) {
	var docs []*doc.Doc
	for _, s := range statements {
		docs = append(docs, read(s))
	}
	find := func() (found []*align.Result) {
		for _, a := range docs {
			for _, b := range docs {
				found = append(found, align.Align(align.Whole(a), align.Whole(b)))
			}
		}
		return found
	}
	want := find()
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			if !reflect.DeepEqual(find(), want) {
				t.Error("others find something else")
			}
		})
	}
	all.Wait()
}

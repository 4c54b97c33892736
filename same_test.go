package synoptic_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"synoptic"
	"synoptic/analyze/doc"
	"synoptic/article"
)

func collect(articles []*article.Article) []*doc.Doc {
	return slices.Collect(synoptic.Analyze(articles))
}

func page(t testing.TB, articles []*article.Article) string {
	t.Helper()
	var b bytes.Buffer
	if err := synoptic.Compare(articles, nil).JSON(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// The same articles give the same bytes, whatever their order and the number of
// processors.
func TestSameBytes(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 5))
	for _, story := range [][]*article.Article{sampled(t), crowd(t, 12)} {
		want := page(t, story)
		for _, procs := range []int{1, 2, 4} {
			before := runtime.GOMAXPROCS(procs)
			r.Shuffle(len(story), func(i, j int) { story[i], story[j] = story[j], story[i] })
			got := page(t, story)
			runtime.GOMAXPROCS(before)
			if diff := cmp.Diff(strings.Split(want, "\n"), strings.Split(got, "\n")); diff != "" {
				t.Fatalf("another page in another order on %d processors:\n%s", procs, diff)
			}
		}
	}
}

// Reports that come in one by one, in whatever order, and some that go, give the page
// that they give at once.
func TestMemory(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 13))
	for _, story := range [][]*article.Article{sampled(t), crowd(t, 7)} {
		docs := collect(story)
		for range 2 {
			r.Shuffle(len(docs), func(i, j int) { docs[i], docs[j] = docs[j], docs[i] })
			var memory synoptic.Memory
			for n := range docs {
				some := docs[max(0, n-5) : n+1]
				var got, want bytes.Buffer
				if err := errors.Join(memory.Lay(some, nil).JSON(&got), synoptic.Lay(some, nil).JSON(&want)); err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(want.String(), got.String()); diff != "" {
					t.Fatalf("another page with %d reports laid before:\n%s", n, diff)
				}
			}
		}
	}
}

// check reads a page and holds each span on it to the words that it says.
func check(t testing.TB, articles []*article.Article) {
	t.Helper()
	text := map[string]map[any]string{} // by article and field
	for _, a := range articles {
		text[a.ID] = map[any]string{nil: a.Text, doc.FieldTitle: a.Title}
	}
	var root any
	if err := json.Unmarshal([]byte(page(t, articles)), &root); err != nil {
		t.Fatal(err)
	}
	spans := 0
	var walk func(v any)
	walk = func(v any) {
		switch v := v.(type) {
		case []any:
			for _, e := range v {
				walk(e)
			}
		case map[string]any:
			for _, e := range v {
				walk(e)
			}
			id, ok := v["article"].(string)
			if !ok {
				return
			}
			spans++
			in := text[id][v["field"]]
			start, end := int(v["start"].(float64)), int(v["end"].(float64))
			if start < 0 || end > len(in) || start >= end || in[start:end] != v["text"] || !utf8.ValidString(in[start:end]) {
				t.Fatalf("%v", v)
			}
		}
	}
	walk(root)
	if spans == 0 && len(articles) > 2 {
		t.Fatal("no spans")
	}
}

func TestSpans(t *testing.T) {
	check(t, sampled(t))
	check(t, crowd(t, 12))
}

// FuzzCompare lays any two texts side by side.
func FuzzCompare(f *testing.F) {
	articles := sampled(f)
	f.Add(articles[1].Text, articles[4].Text, "Ferry struck")
	f.Add("", "“", "")
	f.Add("A fire killed 12 on Monday.", "A fire killed more than 1e9 on 31 Feb. 0000.", "\n")
	f.Fuzz(func(t *testing.T, a, b, title string) {
		a, b, title = strings.ToValidUTF8(a, ""), strings.ToValidUTF8(b, ""), strings.ToValidUTF8(title, "")
		check(t, []*article.Article{
			{ID: "a", Text: a, Title: title, Published: "2031-03-05"},
			{ID: "b", Text: b, Outlet: title},
		})
	})
}

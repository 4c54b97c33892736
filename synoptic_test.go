package synoptic_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"synoptic"
	"synoptic/article"
)

// many are articles enough to keep every worker busy.
func many(t *testing.T, n int) []*article.Article {
	t.Helper()
	var lines strings.Builder
	for i := range n {
		fmt.Fprintf(&lines, "{\"id\":\"a%d\",\"text\":\"The dam above Veld burst on Monday and flooded %d homes.\"}\n", i, 100+i)
	}
	articles, left, err := synoptic.Read([]string{"-"}, synoptic.Options{Stdin: strings.NewReader(lines.String())})
	if err != nil || len(left) > 0 || len(articles) != n {
		t.Fatal(len(articles), left, err)
	}
	return articles
}

// Results come in the order of the articles, and whoever takes them may stop
// at any time.
func TestAnalyzeOrder(t *testing.T) {
	articles := many(t, 60)
	for _, stop := range []int{0, 1, 17, 60} {
		i := 0
		for d := range synoptic.Analyze(articles) {
			if d.Article != articles[i] {
				t.Fatalf("result %d is of %s", i, d.Article.ID)
			}
			if i++; i >= stop {
				break
			}
		}
	}
}

// The page is the same bytes whatever the order of articles and of what was
// left out.
func TestCompareOrder(t *testing.T) {
	articles := many(t, 4)
	left := []article.Unread{{Path: "b", Code: article.Empty, Reason: "is empty"}, {Path: "a", Code: article.Empty, Reason: "is empty"}}
	page := func() string {
		var b bytes.Buffer
		if err := synoptic.Compare(articles, left).JSON(&b); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	forth := page()
	articles[0], articles[3] = articles[3], articles[0]
	left[0], left[1] = left[1], left[0]
	if page() != forth {
		t.Error("another order gave another page")
	}
	if !strings.Contains(forth, `"synoptic": "`+synoptic.Version+`"`) || !strings.Contains(forth, `"segment": `) {
		t.Error("the page does not say what made it")
	}
}

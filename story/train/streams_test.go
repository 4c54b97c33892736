package main

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"synoptic/article"
	"synoptic/eval"
)

func TestBusy(t *testing.T) {
	var set eval.ClusterGold
	for i := range 200 {
		set.Articles = append(set.Articles, &article.Article{ID: fmt.Sprint("of story ", i/4, ": ", i)})
		set.Stories = append(set.Stories, fmt.Sprint("story ", i/4))
	}
	stream := busy(set, 0)
	if diff := cmp.Diff(stream, busy(set, 0)); diff != "" {
		t.Errorf("made twice, it differs: %s", diff)
	}
	began, stories, articles := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for i, a := range stream.Articles {
		if i > 0 && a.Published < stream.Articles[i-1].Published {
			t.Errorf("%s comes after what is younger", a.ID)
		}
		if !strings.HasPrefix(a.ID, "of "+stream.Stories[i]+":") {
			t.Errorf("%s is given to %s", a.ID, stream.Stories[i])
		}
		articles[a.ID] = true
		if !stories[stream.Stories[i]] {
			stories[stream.Stories[i]], began[a.Published] = true, true
		}
	}
	if len(articles) != 200 || len(began) < 5 || len(began) > 20 {
		t.Errorf("%d articles, and 50 stories that begin on %d days, which should be some ten", len(articles), len(began))
	}
	if a := set.Articles[0]; a.Published != "" {
		t.Errorf("the set itself is changed: %+v", a)
	}
}

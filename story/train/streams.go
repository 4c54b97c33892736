package main

import (
	"math/rand/v2"
	"slices"
	"time"

	"synoptic/article"
	"synoptic/eval"
)

// busyStories is how many stories begin a day in a busy stream.
const busyStories = 5

// busy gives the stories of a set other days, on each of which so many begin, and
// puts the articles in the order of their days. The sets that have days tell of few
// things at a time, from which a near day would be learnt to say more than it does
// where much happens every day.
func busy(set eval.ClusterGold, draw uint64) eval.ClusterGold {
	random := rand.New(rand.NewPCG(busyStories, draw))
	began := map[string]int{}
	for _, s := range set.Stories {
		began[s] = 0
	}
	days := max(len(began)/busyStories, 1)
	clear(began)
	type report struct {
		*article.Article
		story string
		day   int
	}
	var reports []report
	for i, s := range set.Stories {
		if _, ok := began[s]; !ok {
			began[s] = random.IntN(days)
		}
		r := report{new(*set.Articles[i]), s, began[s] + later(random)}
		r.Published = time.Unix(0, 0).UTC().AddDate(40, 0, r.day).Format(time.DateOnly)
		reports = append(reports, r)
	}
	slices.SortStableFunc(reports, func(a, b report) int { return a.day - b.day })
	var stream eval.ClusterGold
	for _, r := range reports {
		stream.Articles = append(stream.Articles, r.Article)
		stream.Stories = append(stream.Stories, r.story)
	}
	return stream
}

// later is how many days a report comes after its story began: mostly few, but trials
// and anniversaries take most of a year.
func later(random *rand.Rand) int {
	switch n := random.IntN(100); {
	case n < 50:
		return random.IntN(2)
	case n < 80:
		return random.IntN(7)
	case n < 92:
		return random.IntN(60)
	}
	return random.IntN(330)
}

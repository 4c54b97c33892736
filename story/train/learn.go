package main

import (
	"slices"
	"strings"
	"sync"

	"synoptic/eval"
	"synoptic/eval/regression"
	"synoptic/lang/en"
	"synoptic/story"
)

// How it is learnt. The strengths are those with which sets that were left out
// scored best.
const (
	rankStrength = 1
	joinStrength = 100
	rounds       = 6 // of Newton's method
	passes       = 2 // over stories as the model finds them, after one over gold stories
	nearest      = 8 // of the stories that an article does not belong to, how many it learns from
	streamWeight = 500
	draws        = 3 // of busy streams
	// splitBelow is one of the strengths. Learnt as Merge is, it came out higher and
	// parted stories of the sets that were left out which are one.
	splitBelow = -2500
)

var trees = boosting{Number: 100, Depth: 4, Rate: 0.1, Strength: 20, Least: 8}

// falling are the features that never speak for a story; those of likeness, and
// what sets a story off from others, never speak against it.
var falling = []string{"days to nearest", "days to mean", "days before first", "days after last"}

func signs(features int) []int {
	list := make([]int, features)
	for i := range list {
		if i >= len(story.FeatureNames) {
			list[i] = 1
			continue
		}
		switch name := story.FeatureNames[i]; {
		case slices.Contains(falling, name):
			list[i] = -1
		case strings.HasPrefix(name, "mean "), strings.HasPrefix(name, "most "), strings.HasPrefix(name, "least "),
			strings.HasPrefix(name, "centre "), strings.HasSuffix(name, " by days"):
			list[i] = 1
		}
	}
	return list
}

// lesson is what one walk over a set shows.
type lesson struct {
	rank, join []regression.Row
}

// walk gives a set to the model. Articles learn from the stories that they may
// belong to, how much of each is of the same gold story; then they go where the
// gold has them, or where the model does.
func walk(set eval.ClusterGold, m *story.Model, forced bool) lesson {
	var l lesson
	c := story.New(story.Options{Language: en.English(), Model: m})
	content := map[string]map[string]int{} // articles by story, then by gold story
	sizes := map[string]int{}
	for i, a := range set.Articles {
		gold := set.Stories[i]
		x := c.Arrive(a)
		for n, k := range x.Candidates {
			share := float64(content[k.Story][gold]) / float64(sizes[k.Story])
			if share > 0 || n < nearest {
				l.rank = append(l.rank, row(k.Features[:len(story.FeatureNames)], share))
			}
			if n == 0 {
				l.join = append(l.join, row(k.Features, share))
			}
		}
		home := a.ID
		if forced {
			home = gold
		} else if len(x.Candidates) > 0 && m.Joins(x.Candidates[0]) {
			home = x.Candidates[0].Story
		}
		if content[home] == nil {
			content[home] = map[string]int{}
		}
		content[home][gold]++
		sizes[home]++
		c.Place(x, home)
	}
	return l
}

// without is in the names of features that are not learnt from; empty for none.
var without string

// row is an example whose features have what is always there before them.
func row(features []int, gold float64) regression.Row {
	r := regression.Row{Features: slices.Concat([]int{1000}, features), Gold: gold, Weight: 1}
	for i, name := range story.FeatureNames {
		if without != "" && strings.Contains(name, without) {
			r.Features[i+1] = 0 // says nothing, and therefore gets no weight
		}
	}
	return r
}

// each calls f for every stream, several at once.
func each(streams []eval.ClusterGold, f func(i int)) {
	var running sync.WaitGroup
	for i := range streams {
		running.Go(func() { f(i) })
	}
	running.Wait()
}

// level gives each stream the same weight and puts their rows together.
func level(streams [][]regression.Row) []regression.Row {
	var all []regression.Row
	for _, rows := range streams {
		for _, r := range rows {
			r.Weight = streamWeight / float64(len(rows))
			all = append(all, r)
		}
	}
	return all
}

// learn makes a model from sets: the mean of several, each learnt from the sets as they
// are and as other busy streams, so that no one draw of their days tells.
func learn(sets []eval.ClusterGold) *story.Model {
	var models []*story.Model
	for draw := range draws {
		models = append(models, learnFrom(sets, uint64(draw)))
	}
	m := mean(models)
	always := m.Join[0]
	m.Join[0] = best(sets, func(shift int) *story.Model {
		n := *m
		n.Join = slices.Clone(m.Join)
		n.Join[0] = always - shift
		return &n
	}, []int{-600, -450, -300, -150, 0, 150, 300, 450, 600}).Join[0]
	m = best(sets, func(merge int) *story.Model {
		n := *m
		n.Merge = merge
		return &n
	}, []int{0, 500, 1000, 1500, 2000, 100_000})
	m.Split = splitBelow
	return m
}

// mean returns the model that gives the mean of what models give.
func mean(models []*story.Model) *story.Model {
	m := story.Blank()
	for _, o := range models {
		for i, w := range o.Rank {
			m.Rank[i] += w
		}
		for i, w := range o.Join {
			m.Join[i] += w
		}
		for _, tree := range o.Trees {
			for i := range tree {
				if tree[i].Feature < 0 {
					tree[i].At /= len(models)
				}
			}
			m.Trees = append(m.Trees, tree)
		}
	}
	for i := range m.Rank {
		m.Rank[i] /= len(models)
	}
	for i := range m.Join {
		m.Join[i] /= len(models)
	}
	return m
}

// learnFrom makes a model from sets, as they are and as busy streams of one draw.
func learnFrom(sets []eval.ClusterGold, draw uint64) *story.Model {
	streams := slices.Clone(sets)
	for _, set := range sets {
		streams = append(streams, busy(set, draw))
	}
	m := story.Blank()
	ranks, joins := make([][]regression.Row, len(streams)), make([][]regression.Row, len(streams))
	each(streams, func(i int) { ranks[i] = walk(streams[i], m, true).rank })
	rows := level(ranks)
	for i := range rows {
		rows[i].Weight *= 10
	}
	m.Rank = regression.Logistic(rows, rankStrength, rounds)
	each(streams, func(i int) { joins[i] = walk(streams[i], m, true).join })
	learnJoin(m, level(joins))
	for range passes {
		each(streams, func(i int) { joins[i] = append(joins[i], walk(streams[i], m, false).join...) })
		learnJoin(m, level(joins))
	}
	return m
}

// learnJoin learns from rows when an article belongs to the story that is
// likeliest: half by weights, half by trees.
func learnJoin(m *story.Model, rows []regression.Row) {
	m.Join = regression.Logistic(rows, joinStrength, rounds+2)
	bare := make([]regression.Row, len(rows))
	for i, r := range rows {
		bare[i] = regression.Row{Features: r.Features[1:], Gold: r.Gold, Weight: r.Weight}
	}
	t := trees
	t.Signs = signs(len(bare[0].Features))
	always, grown := boost(bare, t)
	m.Join[0] += always
	for i := range m.Join {
		m.Join[i] /= 2
	}
	for _, tree := range grown {
		for i := range tree {
			if tree[i].Feature < 0 {
				tree[i].At /= 2
			}
		}
	}
	m.Trees = grown
}

// best returns the model, of those that make gives for numbers, by which the
// sets score best.
func best(sets []eval.ClusterGold, model func(int) *story.Model, numbers []int) *story.Model {
	var top *story.Model
	most := -1.0
	for _, n := range numbers {
		m := model(n)
		sums := slices.Repeat([]float64{0}, len(sets))
		each(sets, func(i int) {
			arrival, final := score(sets[i], m)
			sums[i] = arrival["b3_f1"] + arrival["pair_f1"] + final["b3_f1"] + final["pair_f1"]
		})
		sum := 0.0
		for _, s := range sums {
			sum += s
		}
		if sum > most {
			top, most = m, sum
		}
	}
	return top
}

// score sorts a set by a model and scores it.
func score(set eval.ClusterGold, m *story.Model) (arrival, final map[string]float64) {
	at, end := set.Sort(story.New(story.Options{Language: en.English(), Model: m}))
	return eval.ClusterScores(at, set.Stories), eval.ClusterScores(end, set.Stories)
}

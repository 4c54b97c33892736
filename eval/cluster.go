package eval

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"synoptic/article"
	"synoptic/lang/en"
	"synoptic/story"
)

// ClusterGold is a stream of articles with the story of each.
type ClusterGold struct {
	Articles []*article.Article
	Stories  []string
}

// Cluster scores the story that each article of the files at paths is given as
// it arrives and, with "final_" before the name, after all merges and splits. The files are article JSON Lines with a field "story";
// each is a stream of its own, read in order, and stories never cross files.
func Cluster(paths []string) (Result, error) {
	if len(paths) == 0 {
		return Result{}, ErrNoGold
	}
	streams := make([]ClusterGold, len(paths))
	for i, path := range paths {
		gold, err := ReadClusterGold(path)
		if err != nil {
			return Result{}, err
		}
		streams[i] = gold
	}
	var found, final, gold []string
	start := time.Now()
	for i, stream := range streams {
		arrival, end := stream.Sort(story.New(story.Options{Language: en.English()}))
		for n := range arrival {
			found = append(found, fmt.Sprint(i, "/", arrival[n]))
			final = append(final, fmt.Sprint(i, "/", end[n]))
		}
	}
	result := Result{Items: len(found)}
	result.Timed(start)
	for i, stream := range streams {
		for _, s := range stream.Stories {
			gold = append(gold, fmt.Sprint(i, "/", s))
		}
	}
	result.Scores = ClusterScores(found, gold)
	for name, score := range ClusterScores(final, gold) {
		result.Scores["final_"+name] = score
	}
	return result, nil
}

// Sort gives the stream to c and returns the story of each article as it
// arrived, and after all merges and splits.
func (g ClusterGold) Sort(c *story.Clusterer) (arrival, final []string) {
	for _, a := range g.Articles {
		arrival = append(arrival, c.Add(a).Story)
	}
	to, moved := map[string]string{}, map[string]string{}
	for _, r := range c.Redirects() {
		to[r.From] = r.To
	}
	for _, m := range c.Moves() {
		moved[m.Article] = m.To
	}
	for i, s := range arrival {
		s = cmp.Or(moved[g.Articles[i].ID], s)
		for to[s] != "" {
			s = to[s]
		}
		final = append(final, s)
	}
	return arrival, final
}

// ReadClusterGold reads a stream: article JSON Lines with a field "story".
func ReadClusterGold(path string) (ClusterGold, error) {
	var gold ClusterGold
	r, err := open(path)
	if err != nil {
		return gold, err
	}
	defer r.Close()
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 16<<20)
	for n := 1; lines.Scan(); n++ {
		line := lines.Bytes()
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		at := fmt.Sprintf("%s:%d", path, n)
		var record struct{ Story string }
		if err := json.Unmarshal(line, &record); err != nil {
			return gold, fmt.Errorf("%s: %w", at, err)
		}
		if record.Story == "" {
			return gold, fmt.Errorf("%s: no story", at)
		}
		articles, left := article.ReadFrom("gold.jsonl", bytes.NewReader(line), article.Options{Language: en.English()})
		if len(articles) != 1 {
			return gold, fmt.Errorf("%s: not an article: %v", at, left)
		}
		articles[0].ID = fmt.Sprint(n) // so that a repeated id is no matter
		gold.Articles = append(gold.Articles, articles[0])
		gold.Stories = append(gold.Stories, record.Story)
	}
	if err := lines.Err(); err != nil {
		return gold, fmt.Errorf("%s: %w", path, err)
	}
	if len(gold.Articles) == 0 {
		return gold, errors.New(path + ": no articles")
	}
	return gold, nil
}

// ClusterScores compares two labellings of the same articles: B³ (Bagga and
// Baldwin 1998) and F1 over pairs, over all articles and over those of gold
// stories with two or more.
func ClusterScores(found, gold []string) map[string]float64 {
	sizes := map[string]int{}
	for _, g := range gold {
		sizes[g]++
	}
	var multiFound, multiGold []string
	for i, g := range gold {
		if sizes[g] > 1 {
			multiFound = append(multiFound, found[i])
			multiGold = append(multiGold, g)
		}
	}
	all, multi := overlapOf(found, gold), overlapOf(multiFound, multiGold)
	return map[string]float64{
		"b3_precision":  all.b3(foundSide),
		"b3_recall":     all.b3(goldSide),
		"b3_f1":         all.b3F1(),
		"pair_f1":       all.pairF1(),
		"stories":       float64(len(all.sizes[foundSide])),
		"multi_b3_f1":   multi.b3F1(),
		"multi_pair_f1": multi.pairF1(),
	}
}

// The sides of a comparison of two labellings.
const (
	foundSide = iota
	goldSide
)

// overlap counts articles by their label on either side, and on both.
type overlap struct {
	sizes    [2]map[string]int
	both     map[[2]string]int
	articles int
}

func overlapOf(found, gold []string) overlap {
	o := overlap{sizes: [2]map[string]int{{}, {}}, both: map[[2]string]int{}, articles: len(found)}
	for i := range found {
		o.sizes[foundSide][found[i]]++
		o.sizes[goldSide][gold[i]]++
		o.both[[2]string{found[i], gold[i]}]++
	}
	return o
}

// b3 returns B³ precision for the found side and recall for the gold side, in
// percent: the mean over articles of the share, in its story on that side, of
// those with the same label on both. Shares are added by the size of the story,
// so that the order of addition is fixed.
func (o overlap) b3(side int) float64 {
	squares := map[int]int{} // by size of the story
	for labels, n := range o.both {
		squares[o.sizes[side][labels[side]]] += n * n
	}
	sum := 0.0
	for size := 1; size <= o.articles; size++ {
		sum += float64(squares[size]) / float64(size)
	}
	return 100 * sum / float64(max(o.articles, 1))
}

func (o overlap) b3F1() float64 {
	p, r := o.b3(foundSide), o.b3(goldSide)
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// pairF1 returns F1 over pairs of articles of one story, in percent; 0 when
// there is none on either side.
func (o overlap) pairF1() float64 {
	either, both := 0, 0
	for _, sizes := range o.sizes {
		for _, n := range sizes {
			either += n * (n - 1)
		}
	}
	for _, n := range o.both {
		both += n * (n - 1)
	}
	return 100 * 2 * float64(both) / float64(max(either, 1))
}

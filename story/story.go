// Package story tells which articles of a stream are about one event, as they
// arrive: each article joins a story or begins one, once and for all, with the
// words that decided it.
package story

import (
	"cmp"
	"slices"
	"time"

	"synoptic/article"
	"synoptic/lang"
	"synoptic/reuse"
)

// Options say how a Clusterer works. The zero value is useful.
type Options struct {
	// Language knows which words are common. Defaults to none: words are then
	// common only when the stream has had them often.
	Language *lang.Language
	// Threshold is the least score, in thousandths, with which an article
	// joins a story. Defaults to 220.
	Threshold int
}

const defaultThreshold = 220

// halfGap is how many days apart an article and the nearest of a story must be
// published for their score to be halved. Reports of one event come within days;
// trials and anniversaries come much later, and still may be meant.
const halfGap = 20

// becauseWords is how many words an answer names.
const becauseWords = 6

// Answer says where an article belongs. Its JSON form is a published format.
type Answer struct {
	ID    string `json:"id"`    // of the article
	Story string `json:"story"` // id: that of the article that began the story
	// CopyOf is the id of the earliest article that most of this one is found
	// in word for word; nil when there is none.
	CopyOf *string `json:"copy_of"`
	// Because holds the words of the article that brought it to its story,
	// the weightiest first; empty when it begins one.
	Because []string `json:"because"`
	// Score is how close the article is to its story, in thousandths; 0 when
	// it begins one.
	Score int `json:"score"`
	// RunnerUp is the story that came next or, for an article that begins a
	// story, the closest; nil when no other is at all close.
	RunnerUp      *string `json:"runner_up"`
	RunnerUpScore int     `json:"runner_up_score"` // in thousandths
}

// Clusterer sorts a stream of articles into stories in one pass. The same
// stream gives the same answers. It is not for use by several goroutines.
type Clusterer struct {
	threshold int
	words     *vocabulary
	postings  [][]posting // by word
	stories   []story
	articles  []string // ids
	storyOf   []int    // by article, index in stories
	copies    reuse.Index
}

// story is the articles of one event.
type story struct {
	id       string
	articles int
	days     []int // sorted days of publication, of those that are dated
}

// posting is the weight that a word has in a story: the sum over its articles.
type posting struct {
	story int
	sum   int64
}

// New returns a Clusterer that knows no article.
func New(o Options) *Clusterer {
	c := &Clusterer{threshold: o.Threshold}
	if c.threshold == 0 {
		c.threshold = defaultThreshold
	}
	var background lang.Story
	if o.Language != nil {
		background = o.Language.Story
	}
	c.words = newVocabulary(background)
	return c
}

// candidate is a story that shares words with an article.
type candidate struct {
	story int
	score int // in thousandths
}

// Add takes the next article of the stream and says where it belongs. A copy
// goes where its original is.
func (c *Clusterer) Add(a *article.Article) Answer {
	vector := c.words.vector(words(a))
	answer := Answer{ID: a.ID, Because: []string{}}
	best := c.closest(vector, day(a.Published))

	home := -1
	if original := c.original(a); original >= 0 {
		id := c.articles[original]
		answer.CopyOf = &id
		home = c.storyOf[original]
	} else if len(best) > 0 && best[0].score >= c.threshold {
		home = best[0].story
	}
	for _, b := range best {
		if b.story == home {
			answer.Score = b.score
		} else if answer.RunnerUp == nil {
			id := c.stories[b.story].id
			answer.RunnerUp, answer.RunnerUpScore = &id, b.score
		}
	}
	if home < 0 {
		home = len(c.stories)
		c.stories = append(c.stories, story{id: a.ID})
	} else {
		answer.Because = c.because(vector, home)
	}
	answer.Story = c.stories[home].id
	c.join(a, vector, home)
	return answer
}

// closest returns the stories by their score with the article, the closest first, of
// two as close the older. The score is the mean of the cosines with the story's
// articles, less for the days in between.
func (c *Clusterer) closest(vector []term, day int) []candidate {
	sums := make([]int64, len(c.stories))
	for _, t := range vector {
		if t.id >= len(c.postings) {
			continue
		}
		for _, p := range c.postings[t.id] {
			sums[p.story] += t.weight * p.sum
		}
	}
	var list []candidate
	for n, sum := range sums {
		s := &c.stories[n]
		if 1000*sum < int64(s.articles)*unit*unit {
			continue // less than a thousandth, whatever the days
		}
		score := sum / int64(s.articles) * 1000 / (unit * unit)
		if gap, ok := s.gap(day); ok {
			score = score * halfGap * halfGap / int64(halfGap*halfGap+gap*gap)
		}
		if score > 0 {
			list = append(list, candidate{n, int(score)})
		}
	}
	slices.SortFunc(list, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.story, b.story))
	})
	return list
}

// because returns the words that bring the article and the story together.
func (c *Clusterer) because(vector []term, home int) []string {
	type part struct {
		shown  string
		weight int64
	}
	var parts []part
	for _, t := range vector {
		if t.id >= len(c.postings) {
			continue
		}
		if i, ok := find(c.postings[t.id], home); ok {
			parts = append(parts, part{t.shown, t.weight * c.postings[t.id][i].sum})
		}
	}
	slices.SortStableFunc(parts, func(a, b part) int { return cmp.Compare(b.weight, a.weight) })
	var list []string
	for _, p := range parts[:min(len(parts), becauseWords)] {
		list = append(list, p.shown)
	}
	return list
}

// original returns the earliest article that a copies, or -1, and counts a in.
func (c *Clusterer) original(a *article.Article) int {
	t := reuse.Read(a.Text)
	original := -1
	for _, m := range c.copies.Copies(t) {
		if m.Kind == reuse.Near || m.Result.CoverA >= reuse.CopyCover {
			original = m.N
			break
		}
	}
	c.copies.Add(t)
	return original
}

// join puts an article into a story.
func (c *Clusterer) join(a *article.Article, vector []term, home int) {
	s := &c.stories[home]
	s.articles++
	if d := day(a.Published); d != undated {
		i, _ := slices.BinarySearch(s.days, d)
		s.days = slices.Insert(s.days, i, d)
	}
	c.articles = append(c.articles, a.ID)
	c.storyOf = append(c.storyOf, home)
	for len(c.postings) < len(c.words.counts) {
		c.postings = append(c.postings, nil)
	}
	for _, t := range vector {
		list := c.postings[t.id]
		i, ok := find(list, home)
		if !ok {
			list = slices.Insert(list, i, posting{story: home})
		}
		list[i].sum += t.weight
		c.postings[t.id] = list
	}
}

func find(list []posting, story int) (int, bool) {
	return slices.BinarySearchFunc(list, story, func(p posting, story int) int { return cmp.Compare(p.story, story) })
}

// undated stands for a day that is not known.
const undated = -1 << 31

// day returns the day that published names, counted from 1970.
func day(published string) int {
	if len(published) < len(time.DateOnly) {
		return undated
	}
	t, err := time.Parse(time.DateOnly, published[:len(time.DateOnly)])
	if err != nil {
		return undated
	}
	return int(t.Unix() / (24 * 60 * 60))
}

// gap returns the days between day and the nearest of the story's; false when
// one of them is not dated.
func (s *story) gap(day int) (int, bool) {
	if day == undated || len(s.days) == 0 {
		return 0, false
	}
	i, _ := slices.BinarySearch(s.days, day)
	gap := 1 << 30
	if i < len(s.days) {
		gap = s.days[i] - day
	}
	if i > 0 {
		gap = min(gap, day-s.days[i-1])
	}
	return gap, true
}

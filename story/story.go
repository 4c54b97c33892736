// Package story tells which articles of a stream are about one event, as they
// arrive: each article joins a story or begins one, with what decided it. Stories
// that turn out to be of one event become one, under the older id; one that turns
// out to be of two is parted, and keeps its id for what it began with.
package story

import (
	"cmp"
	"slices"
	"time"

	words "synoptic/analyze/vector"
	"synoptic/article"
	"synoptic/lang"
	"synoptic/reuse"
)

// Options say how a Clusterer works. The zero value is useful.
type Options struct {
	// Language knows which words are common in it. Defaults to none: words are then
	// common only when the stream has had them often, as they are in other languages.
	Language *lang.Language
	// Window is how many articles are remembered, the latest to arrive. A
	// story none of whose articles is remembered takes no more. Defaults to
	// 200,000.
	Window int
	// Model weighs what speaks for a story. Defaults to the one that ships.
	Model *Model

	counterBits int // of frequencies, fewer where tests make many Clusterers; 0 for frequencyBits
}

const defaultWindow = 200_000

// becauseTerms is how many terms an answer names.
const becauseTerms = 8

// maxDays is how many days an article may be from the nearest of its story.
// What comes a year later looks back on the event, or is another.
const maxDays = 366

// maxCandidates is how many stories are looked at closely for an article.
const maxCandidates = 24

// Answer says where an article belongs. Its JSON form is a published format.
type Answer struct {
	ID    string `json:"id"`    // of the article
	Story string `json:"story"` // id: that of the article that began the story
	// CopyOf is the id of the earliest article that most of this one is found
	// in word for word; nil when there is none.
	CopyOf *string `json:"copy_of"`
	// Because holds the words, pairs of words, names and numbers of the article
	// that brought it to its story, the weightiest first; empty when it begins
	// one.
	Because []string `json:"because"`
	// Days is how many days lie between the article and the nearest of its
	// story; nil when that is not known.
	Days *int `json:"days"`
	// Score is how likely the article belongs to its story, in thousandths, as
	// far as its words and its time tell; 0 when it begins one.
	Score int `json:"score"`
	// RunnerUp is the story that came next or, for an article that begins a
	// story, the closest; nil when no other is at all close.
	RunnerUp      *string `json:"runner_up"`
	RunnerUpScore int     `json:"runner_up_score"` // as Score
	// RevisionOf is the id under which the same article, by its id or its URL, came before;
	// nil when it did not. It is in the same story.
	RevisionOf *string `json:"revision_of"`
	// Changed says what is new in a revision, as far as its beginning is
	// remembered; nil otherwise.
	Changed *Change `json:"changed,omitempty"`
}

// Change is what a revision changes.
type Change struct {
	Added []string `json:"added"` // words of it that are new
	Gone  int      `json:"gone"`  // how many words of the earlier one are not in it
}

// Redirect says that a story has become part of an older one. Its JSON form is
// a published format.
type Redirect struct {
	From string `json:"redirect"`
	To   string `json:"to"`
}

// Clusterer sorts a stream of articles into stories in one pass. The same
// stream gives the same answers. It is not for use by several goroutines.
type Clusterer struct {
	window      int
	language    *lang.Language // never nil
	model       *Model
	words       *words.Words // what those of language mean
	frequencies *frequencies
	index       *index
	first       uint32    // number of the oldest article that is remembered
	records     []*record // from there on
	byID        map[string]*record
	byURL       map[uint64]*record // by the hash of their URL, the latest
	stories     map[string]*group  // by id, those that redirect too
	log         []entry
	suspects    []suspect
	redirects   []Redirect
	moves       []Moved
	copies      *reuse.Window
}

// record is what is remembered of one article.
type record struct {
	id     string
	n      uint32 // how many arrived before it
	story  *group
	url    uint64 // hash of its URL; 0 without one
	day    int
	pinned bool // a person wants it to stay
	// language is BCP 47 without country and script; empty when not known.
	language string
	vector
}

// group is the articles of one event.
type group struct {
	id      string
	began   uint32    // number of the article that gave it its id
	members []*record // that are remembered, as they arrived
	joins   int       // how many joined after the first
	close   int       // the sum of how alike they were to those before
	aliases []string  // ids of stories that have become part of it
}

// tightness is how alike the articles of a story are by their words.
func (s *group) tightness() int { return s.close / max(s.joins, 1) }

// New returns a Clusterer that knows no article.
func New(o Options) *Clusterer {
	known := cmp.Or(o.Language, &lang.Language{})
	c := &Clusterer{
		window:      cmp.Or(o.Window, defaultWindow),
		language:    known,
		model:       o.Model,
		words:       words.Of(known),
		frequencies: newFrequencies(known.Story, cmp.Or(o.counterBits, frequencyBits)),
		index:       newIndex(),
		byID:        map[string]*record{},
		byURL:       map[uint64]*record{},
		stories:     map[string]*group{},
		copies:      reuse.NewWindow(copyWindow),
	}
	if c.model == nil {
		c.model = shipped()
	}
	return c
}

// Arrival is an article that has been read and not yet put into a story, with
// the stories that it may belong to.
type Arrival struct {
	Candidates []Candidate // the likeliest first
	record     *record
	uses       []use
	keys       []term
}

// Candidate is a story that an article may belong to.
type Candidate struct {
	Story string
	// Features are in thousandths, by FeatureNames and, behind them, what sets
	// the story off from the others.
	Features []int
	Score    int // by the model's Rank
	group    *group
}

// Reading is an article as it has been read for a Clusterer.
type Reading struct {
	article   *article.Article
	language  string
	uses      []use
	text      *reuse.Text
	beginning *reuse.Beginning
}

// Read reads an article for Take. Unlike all else it may be called on another goroutine,
// and ahead, but for Clusterers with other options.
func (c *Clusterer) Read(a *article.Article) *Reading {
	uses := read(a)
	language := c.languageOf(a, uses)
	c.frequencies.look(uses, c.counted(language))
	text := reuse.Read(a.Text)
	return &Reading{a, language, uses, text, text.Beginning()}
}

// counted returns the language by which frequencies go for an article.
func (c *Clusterer) counted(language string) string {
	if language == c.language.Code {
		return ""
	}
	return language
}

// known returns what the words of a language mean.
func (c *Clusterer) known(language string) *words.Words {
	if c.counted(language) == "" {
		return c.words
	}
	return nil
}

// Add takes the next article of the stream and says where it belongs. A copy
// goes where its original is.
func (c *Clusterer) Add(a *article.Article) Answer { return c.Take(c.Read(a)) }

// Take is Add for an article that has been read.
func (c *Clusterer) Take(a *Reading) Answer {
	x := c.arrive(a)
	answer := Answer{ID: a.article.ID, Because: []string{}}
	home := -1 // among the candidates
	if len(x.Candidates) > 0 && c.model.Joins(x.Candidates[0]) {
		home = 0
	}
	s := (*group)(nil)
	if home >= 0 {
		s = x.Candidates[home].group
	}
	if before := c.before(x.record); before != nil {
		id := before.id
		answer.RevisionOf, answer.Changed, s = &id, c.changed(a, before), before.story
	} else if original := c.original(a.beginning); original != nil {
		id := original.id
		answer.CopyOf, s = &id, original.story
	}
	c.copies.Add(a.beginning)
	if s != nil {
		home = slices.IndexFunc(x.Candidates, func(k Candidate) bool { return k.group == s })
	}
	for i, k := range x.Candidates {
		if i != home {
			id := k.Story
			answer.RunnerUp, answer.RunnerUpScore = &id, likely(c.model.join(k.Features))
			break
		}
	}
	if home >= 0 {
		answer.Score = likely(c.model.join(x.Candidates[home].Features))
	}
	if s != nil {
		answer.Because = because(x, s.shown())
		answer.Days = daysBetween(x.record, s.members)
		answer.Story = s.id
	} else {
		answer.Story = c.free([]*record{x.record})
	}
	c.Place(x, answer.Story)
	if s != nil {
		c.suspect(x, s)
	}
	if c.next()%passEvery == 0 {
		c.merge()
		c.split()
	}
	return answer
}

// next is the number of the article that will arrive next.
func (c *Clusterer) next() uint32 { return c.first + uint32(len(c.records)) }

// Arrive reads the next article of the stream. Place must follow.
func (c *Clusterer) Arrive(a *article.Article) *Arrival { return c.arrive(c.Read(a)) }

func (c *Clusterer) arrive(read *Reading) *Arrival {
	a := read.article
	x := &Arrival{uses: read.uses}
	rarities := c.frequencies.rarities(x.uses, c.counted(read.language))
	r := &record{
		id: a.ID, n: c.next(), url: urlHash(a.URL), day: day(a.Published), language: read.language,
		vector: newVector(x.uses, rarities, c.known(read.language)),
	}
	r.places = newPlaces(r.terms)
	x.record, x.keys = r, keysOf(&r.vector)
	seen := map[*group]bool{}
	for _, f := range c.index.find(x.keys, c.first, c.next()) {
		s := c.records[f.n-c.first].story
		if seen[s] || apart(r.language, s.language()) {
			continue
		}
		if len(seen) == maxCandidates {
			break
		}
		seen[s] = true
		if days := daysBetween(r, s.shown()); days != nil && *days > maxDays {
			continue
		}
		x.Candidates = append(x.Candidates, Candidate{Story: s.id, Features: features(r, s.shown(), s), group: s})
	}
	c.rank(x.Candidates)
	return x
}

// rank orders stories by their scores and tells each one's distance from the
// others.
func (c *Clusterer) rank(list []Candidate) {
	for i := range list {
		list[i].Score = linear(c.model.Rank, list[i].Features)
	}
	slices.SortStableFunc(list, func(a, b Candidate) int { return cmp.Compare(b.Score, a.Score) })
	rest, n := 0, 0
	for _, k := range list[min(2, len(list)):min(10, len(list))] {
		rest += k.Score
		n++
	}
	for i := range list {
		k := &list[i]
		next, others := maxAhead, maxAhead // where there is no other
		if i > 0 {
			next = ahead(k.Score - list[0].Score)
		} else if len(list) > 1 {
			next = ahead(k.Score - list[1].Score)
		}
		if n > 0 {
			others = ahead(k.Score - rest/n)
		}
		k.Features = append(k.Features, k.Score, next, others)
	}
}

// maxAhead is how far a story can be ahead of others: more tells nothing.
const maxAhead = 4000

func ahead(score int) int { return min(max(score, -maxAhead), maxAhead) }

// Place puts an article that has arrived into a story, which begins with it
// when there is none of that id.
func (c *Clusterer) Place(x *Arrival, story string) {
	r := x.record
	s := c.stories[story]
	if s == nil {
		s = &group{id: story, began: r.n}
		c.stories[story] = s
	} else if len(s.members) > 0 {
		s.joined(r, s.shown())
	}
	r.places = nil
	r.story = s
	s.members = append(s.members, r)
	c.frequencies.add(x.uses, c.counted(r.language))
	c.index.add(r.n, x.keys)
	c.records = append(c.records, r)
	c.know(r)
	if len(c.records) > c.window {
		c.forget()
	}
}

// know lets an article be found by its id and its URL.
func (c *Clusterer) know(r *record) {
	c.byID[r.id] = r
	if r.url != 0 {
		c.byURL[r.url] = r
	}
}

// joined counts how alike an article is to those before it.
func (s *group) joined(r *record, before []*record) {
	sum := 0
	for _, m := range before {
		sum += alike(&r.vector, &m.vector)[byWords]
	}
	s.close += sum / len(before)
	s.joins++
}

// forget drops the article that arrived first.
func (c *Clusterer) forget() {
	r := c.records[0]
	c.records[0] = nil
	c.records = c.records[1:]
	c.first++
	c.index.remove(r.n, keysOf(&r.vector))
	if c.byID[r.id] == r {
		delete(c.byID, r.id)
	}
	if c.byURL[r.url] == r {
		delete(c.byURL, r.url)
	}
	s := r.story
	s.members = s.members[1:] // members are in the order of their arrival
	if len(s.members) == 0 {
		for _, id := range append(s.aliases, s.id) {
			delete(c.stories, id)
		}
	}
}

// because returns the terms that bring an article and others together.
func because(x *Arrival, members []*record) []string {
	type part struct {
		hash   uint32
		weight uint64
	}
	var parts []part
	for _, t := range x.record.terms {
		sum := uint64(0)
		for _, m := range members {
			i, ok := slices.BinarySearchFunc(m.terms, t, func(a, b term) int { return cmp.Compare(a.hash(), b.hash()) })
			if ok {
				sum += uint64(t.weight) * uint64(m.terms[i].weight)
			}
		}
		if sum > 0 {
			parts = append(parts, part{t.hash(), sum})
		}
	}
	slices.SortFunc(parts, func(a, b part) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.hash, b.hash))
	})
	list := []string{}
	for _, p := range parts {
		if len(list) == becauseTerms {
			break
		}
		i := len(x.uses) - 1
		for cut(x.uses[i].hash) != p.hash {
			i--
		}
		if s := x.uses[i].shown; !within(s, list) {
			list = append(list, s)
		}
	}
	return list
}

// within reports whether a word stands in one of a list of terms.
func within(word string, list []string) bool {
	return slices.ContainsFunc(list, func(s string) bool {
		return s == word || len(s) > len(word) && (s[:len(word)+1] == word+" " || s[len(s)-len(word)-1:] == " "+word)
	})
}

// likely turns the logarithm of odds into thousandths. Between powers of two
// the odds are taken from a straight line, which errs by a hundredth at most.
func likely(score int) int {
	bits := score * 1443 // millionths of a bit
	whole := bits / 1_000_000
	part := bits - whole*1_000_000
	if part < 0 {
		whole, part = whole-1, part+1_000_000
	}
	if whole > 20 {
		return 1000
	}
	if whole < -20 {
		return 0
	}
	odds := (1_000_000 + part) << (whole + 20) // in millionths, times 2 to the 20
	return 1000 * odds / (odds + 1_000_000<<20)
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

// daysBetween returns the days between r and the nearest of the members.
func daysBetween(r *record, members []*record) *int {
	nearest := -1
	for _, m := range members {
		if apart := abs(r.day - m.day); m.day != undated && r.day != undated && (nearest < 0 || apart < nearest) {
			nearest = apart
		}
	}
	if nearest < 0 {
		return nil
	}
	return &nearest
}

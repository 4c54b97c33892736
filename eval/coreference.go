package eval

import (
	_ "embed"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"

	"synoptic/compare/align"
	"synoptic/lang"
	"synoptic/lang/en"
)

// Topic is the mentions of the reports of one topic.
type Topic struct {
	Name     string
	Mentions []Mention
	Pairs    []MentionPair
}

// MentionPair is two mentions of a topic, by their places in Mentions.
type MentionPair struct {
	A, B     int
	Kinship  Kinship
	Features Coreference
}

// Kinship says how akin the lemmas of two mentions are. Each has weights of its
// own: what stands around counts for more the less the words are akin.
type Kinship int

// The sorts of kinship.
const (
	SameLemma Kinship = iota
	KinLemma          // mean the same, or are made of one another
	OtherLemma
	kinships
)

// Coreference is what is counted of two mentions that may be of one event, in
// thousandths, in the order of CoreferenceNames.
type Coreference [len(CoreferenceNames)]int

// CoreferenceNames names what is counted. What begins with "sentence_" is a feature
// of the alignment of the sentences that the two stand in, and with "near_" of the
// mentions with all that hangs on them.
var CoreferenceNames = [...]string{
	"one",       // 1000, always
	"form",      // one form
	"kin",       // how akin the lemmas are; 0 when they are the same
	"letters",   // letters in common
	"direction", // cosine of the vectors
	"aligned",   // share of the words of both that is linked
	"tag",       // one tag
	"verbs", "no_verbs",
	"rarer", "less_rare", // how rare the words are
	"linked", // the heads are linked as the sentences are aligned
	"sentence", "sentence_aligned", "sentence_plain", "sentence_lemmas", "sentence_pairs",
	"sentence_numbers", "sentence_numbers_off", "sentence_names", "sentence_names_off",
	"near", "near_aligned", "near_plain", "near_names", "near_names_off", "near_length",
	"about",                               // share of what the one is about that the other is about
	"about_others",                        // none of it
	"cues", "one_speaker", "two_speakers", // both bring somebody's words
	"reports",               // cosine of the reports' words
	"common", "less_common", // share of the topic's reports that have such a lemma
	"twice",               // one of the reports has several
	"first", "both_first", // in the first sentence
	"apart", "late", // how far apart in the reports, and how late the later one
	"in_other",                   // the lemma stands in the other's sentence
	"hang",                       // hang on words that are linked
	"window",                     // linked words around
	"lemma_around", "lemma_near", // cosine of what stands around the two lemmas anywhere in the topic
	"lemma_about",        // of what they are about
	"together", "in_one", // sentences, and reports, that have both lemmas
	"about_alike", // cosine of what the two are about
}

// featureAt is where a feature of an alignment stands.
func featureAt(name string) int { return slices.Index(align.FeatureNames[:], name) }

var (
	lettersAt   = featureAt("letters")
	directionAt = featureAt("direction")
	alignedAt   = featureAt("aligned")
	sentencesAt = featuresAt("sentence_")
	nearAt      = featuresAt("near_")
)

func featuresAt(prefix string) (at []int) {
	for _, name := range CoreferenceNames {
		if f, ok := strings.CutPrefix(name, prefix); ok {
			at = append(at, featureAt(f))
		}
	}
	return at
}

// ReadTopics reads what stands around mentions and counts what any two of a topic
// have in common. Topics stand in the order in which they come first.
func ReadTopics(list []Mention) []Topic {
	at := map[string]int{}
	var topics []Topic
	for _, m := range list {
		n, ok := at[m.Topic]
		if !ok {
			n = len(topics)
			at[m.Topic] = n
			topics = append(topics, Topic{Name: m.Topic})
		}
		topics[n].Mentions = append(topics[n].Mentions, m)
	}
	for i := range topics {
		topics[i].read()
	}
	return topics
}

// topic is the mentions of a topic at work.
type topic struct {
	events  []*event // nil for what can't be read
	reports []*report
	words   bag // reports that have a word
	aligned map[[2]int]*align.Result
}

func (t *Topic) read() {
	w := &topic{words: bag{}, aligned: map[[2]int]*align.Result{}}
	type text struct{ report, words string }
	known := map[text]*report{}
	first := map[*report]int{} // place of its first sentence
	places := 0
	for i := range t.Mentions {
		m := &t.Mentions[i]
		key := text{m.Report, strings.Join(m.Tokens, " ")}
		r := known[key]
		if r == nil {
			r = readTokens(m.Tokens)
			known[key], first[r] = r, places
			places += len(r.Sentences)
			w.reports = append(w.reports, r)
			w.words.add(r.words)
		}
		e := r.event(m)
		if e != nil {
			e.place = first[r] + e.sentence
		}
		w.events = append(w.events, e)
	}
	w.lemmas()
	for b := range w.events {
		for a := range b {
			if w.events[a] != nil && w.events[b] != nil {
				k, f := w.count(w.events[a], w.events[b])
				t.Pairs = append(t.Pairs, MentionPair{a, b, k, f})
			}
		}
	}
}

// lemmas gathers the mentions that have one lemma.
func (t *topic) lemmas() {
	by := map[string]*alike{}
	for _, e := range t.events {
		if e == nil {
			continue
		}
		l := by[e.Lemma]
		if l == nil {
			l = &alike{twice: map[*report]bool{}, reports: map[*report]bool{}, places: map[int]bool{}, wide: bag{}, close: bag{}, about: bag{}}
			by[e.Lemma] = l
		}
		l.twice[e.report] = l.reports[e.report]
		l.reports[e.report], l.places[e.place] = true, true
		l.common = 1000 * len(l.reports) / len(t.reports)
		l.wide.add(e.wide)
		l.close.add(e.close)
		l.about.add(e.about)
		e.alike = l
	}
}

// weight is how much a word tells within the topic: the more, the fewer reports
// have it.
func (t *topic) weight(word string) int { return 1 + len(t.reports) - t.words[word] }

// kinship says how akin the lemmas of two mentions are, also in thousandths.
func kinship(a, b *event, letters int) (Kinship, int) {
	l := en.English()
	if a.Lemma == b.Lemma {
		return SameLemma, 0
	}
	kin := max(align.Kin(l, a.Lemma, b.Lemma), align.Kin(l, lower(&a.report.Tokens[a.head]), lower(&b.report.Tokens[b.head])))
	if l.Compare.Same(a.Lemma) == l.Compare.Same(b.Lemma) {
		kin = 1000
	}
	if kin > 0 || letters >= leastLetters {
		return KinLemma, kin
	}
	return OtherLemma, 0
}

// leastLetters is how alike words are written at least that may be made of one
// another.
const leastLetters = 600

// sentences aligns the sentences of two mentions, of which a does not stand behind b.
func (t *topic) sentences(a, b *event) *align.Result {
	key := [2]int{a.place, b.place}
	r := t.aligned[key]
	if r == nil {
		r = a.report.sentences[a.sentence].Align(b.report.sentences[b.sentence])
		t.aligned[key] = r
	}
	return r
}

// count counts what two mentions have in common.
func (t *topic) count(a, b *event) (Kinship, Coreference) {
	if a.place > b.place {
		a, b = b, a
	}
	f, n := Coreference{}, 0
	add := func(list ...int) {
		for _, x := range list {
			f[n] = max(0, min(x, 1000))
			n++
		}
	}
	yes := func(list ...bool) {
		for _, b := range list {
			x := 0
			if b {
				x = 1000
			}
			add(x)
		}
	}
	x, y := &a.report.Tokens[a.head], &b.report.Tokens[b.head]
	words := a.words.Align(b.words).Features
	kind, kin := kinship(a, b, words[lettersAt])
	verbs := 0
	for _, upos := range []string{x.UPOS, y.UPOS} {
		if upos == "VERB" {
			verbs++
		}
	}
	add(1000)
	yes(x.Norm == y.Norm)
	add(kin, words[lettersAt], words[directionAt], words[alignedAt])
	yes(x.UPOS == y.UPOS, verbs == 2, verbs == 0)
	add(70*max(a.rarity, b.rarity), 70*min(a.rarity, b.rarity))

	sentences := t.sentences(a, b)
	links := sentences.Links
	yes(linked(links, a.head, b.head))
	add(sentences.Score)
	for _, at := range sentencesAt {
		add(sentences.Features[at])
	}
	near := a.near.Align(b.near)
	add(near.Score)
	for _, at := range nearAt {
		add(near.Features[at])
	}
	shared := min(a.shares(b.args, func(i, k int) bool { return linked(links, i, k) || a.report.thing(i) == b.report.thing(k) }),
		b.shares(a.args, func(i, k int) bool { return linked(links, k, i) || a.report.thing(k) == b.report.thing(i) }))
	fewer := min(len(a.args), len(b.args))
	add(1000 * shared / max(1, fewer))
	yes(shared == 0 && fewer > 0)
	cues := a.cue && b.cue
	told := cues && a.speaker != "" && b.speaker != ""
	yes(cues, told && a.speaker == b.speaker, told && a.speaker != b.speaker)

	add(a.report.words.cosine(b.report.words, func(w string) int { return rarity(w, w) }))
	add(max(a.alike.common, b.alike.common), min(a.alike.common, b.alike.common))
	yes(a.alike.twice[a.report] || b.alike.twice[b.report])
	yes(a.sentence == 0 || b.sentence == 0, a.sentence == 0 && b.sentence == 0)
	la, lb := 1000*a.head/len(a.report.Tokens), 1000*b.head/len(b.report.Tokens)
	add(max(la-lb, lb-la), max(la, lb))
	yes(kind != SameLemma && (a.has(b.Lemma) || b.has(a.Lemma)))
	yes(a.hangs() && b.hangs() && linked(links, x.Head, y.Head))
	add(250 * a.window(b, links))
	if kind == SameLemma {
		add(0, 0, 0, 0, 0)
	} else {
		p, q := a.alike, b.alike
		add(p.wide.cosine(q.wide, t.weight), p.close.cosine(q.close, t.weight), p.about.cosine(q.about, t.weight))
		add(shareOf(p.places, q.places), shareOf(p.reports, q.reports))
	}
	add(a.about.cosine(b.about, t.weight))
	return kind, f
}

// linked reports whether a link has token i of one side and k of the other.
func linked(links []align.Link, i, k int) bool {
	return slices.ContainsFunc(links, func(l align.Link) bool { return l.A.Has(i) && l.B.Has(k) })
}

// shares counts the things that e is about and that are one with some of others.
func (e *event) shares(others []int, one func(i, k int) bool) int {
	n := 0
	for _, i := range e.args {
		if slices.ContainsFunc(others, func(k int) bool { return one(i, k) }) {
			n++
		}
	}
	return n
}

// windowEvent is how many steps from two heads words are looked for that are linked.
const windowEvent = 4

// window counts links of words around the heads of two mentions.
func (e *event) window(o *event, links []align.Link) int {
	n := 0
	for _, l := range links {
		if l.A.Has(e.head) || l.B.Has(o.head) || !e.around(l.A.From) || !o.around(l.B.From) {
			continue
		}
		if tells(&e.report.Tokens[l.A.From]) || tells(&o.report.Tokens[l.B.From]) {
			n++
		}
	}
	return n
}

func (e *event) around(i int) bool { return i >= e.head-windowEvent && i <= e.head+windowEvent }

func (e *event) hangs() bool { return e.report.hangs(e.head, e.report.Sentences[e.sentence].Range) }

// has reports whether a lemma stands in the sentence of e.
func (e *event) has(lemma string) bool {
	s := e.report.Sentences[e.sentence]
	for i := s.From; i < s.To; i++ {
		if lower(&e.report.Tokens[i]) == lemma {
			return true
		}
	}
	return false
}

// shareOf returns how much of the smaller of two sets is in the other, in
// thousandths.
func shareOf[K comparable](a, b map[K]bool) int {
	n := 0
	for k := range a {
		if b[k] {
			n++
		}
	}
	return 1000 * n / min(len(a), len(b))
}

// cosine makes one of a product and two squares, in thousandths. Nothing is added
// as a fraction, so that every processor gives the same.
func cosine(product, x, y int) int {
	if x == 0 || y == 0 {
		return 0
	}
	return int(1000 * float64(product) / math.Sqrt(float64(x)*float64(y)))
}

// CoreferenceWeights are the weights of features for each kinship, in thousandths.
type CoreferenceWeights [kinships]Coreference

// odds adds up the features: the logarithm of the odds that both are one event, in
// thousandths.
func (p *MentionPair) odds(w *CoreferenceWeights) int {
	sum := 0
	for i, x := range p.Features {
		sum += x * w[p.Kinship][i]
	}
	return sum / 1000
}

// sureness is the odds that are worth half as much as any can be. Greater ones are
// worth little more, so that one pair does not outweigh all others of two clusters.
const sureness = 2000

// sameEvent is the mean, in thousandths from -1000, from which on two clusters of
// mentions are joined. It is the best on topics of the train file that the weights
// were not learnt from.
const sameEvent = -300

// Cluster returns for each mention the number of its event: the clusters that agree
// best are joined first (average linkage).
func (t *Topic) Cluster(w *CoreferenceWeights) []int {
	n := len(t.Mentions)
	sums, sizes, of := make([][]int, n), make([]int, n), make([]int, n)
	for i := range n {
		sums[i], sizes[i], of[i] = make([]int, n), 1, i
		for k := range sums[i] {
			sums[i][k] = -1000
		}
	}
	for i := range t.Pairs {
		p := &t.Pairs[i]
		odds := p.odds(w)
		sum := 1000 * odds / (sureness + max(odds, -odds))
		sums[p.A][p.B], sums[p.B][p.A] = sum, sum
	}
	for {
		x, y, best := -1, -1, sameEvent
		for i := range n {
			for k := 0; k < i && sizes[i] > 0; k++ {
				if sizes[k] == 0 {
					continue
				}
				if mean := sums[i][k] / (sizes[i] * sizes[k]); mean > best {
					x, y, best = k, i, mean
				}
			}
		}
		if x < 0 {
			return of
		}
		for k := range n {
			sums[x][k] += sums[y][k]
			sums[k][x] = sums[x][k]
		}
		sizes[x], sizes[y] = sizes[x]+sizes[y], 0
		for i := range of {
			if of[i] == y {
				of[i] = x
			}
		}
	}
}

//go:embed coreference.txt
var coreferenceText string

// coreferenceWeights are those that were learnt.
var coreferenceWeights = sync.OnceValue(func() *CoreferenceWeights {
	w := &CoreferenceWeights{}
	for _, line := range lang.Lines(coreferenceText) {
		f := strings.Fields(line)
		i := slices.Index(CoreferenceNames[:], f[0])
		if i < 0 || len(f) != 1+int(kinships) {
			continue
		}
		for k := range w {
			w[k][i], _ = strconv.Atoi(f[1+k])
		}
	}
	return w
})

// Format writes the weights as a line for each feature.
func (w *CoreferenceWeights) Format() string {
	var b strings.Builder
	for i, name := range CoreferenceNames {
		fmt.Fprintf(&b, "%s\t%d\t%d\t%d\n", name, w[SameLemma][i], w[KinLemma][i], w[OtherLemma][i])
	}
	return b.String()
}

package compare

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"synoptic/compare/align"
	"synoptic/lang"
)

// Likeness is what is counted of two statements of different articles that may
// say the same, in thousandths, in the order of LikenessNames. It is the same
// with the two changed.
type Likeness [len(LikenessNames)]int

// LikenessNames names what is counted. What begins with "words_" is a feature of
// the alignment of the two, as compare/align counts it.
var LikenessNames = [...]string{
	"one",           // 1000, always
	"within",        // share of the keys of the shorter sentence that the other has, by weight
	"around",        // Dice coefficient of the keys of both sentences and their neighbours
	"shared_words",  // weight of the words that they share, up to 20 bits
	"shared_names",  // of names, up to 10 bits
	"predicate",     // they have one predicate
	"predicate_in",  // the predicate of one stands in the other
	"agent",         // somebody acts in both
	"patient",       // something befalls the same one in both
	"denied",        // one is denied
	"speaker",       // one person says both
	"other_speaker", // two say them
	"same_time",     // both have a time, and the times can be one
	"late",          // how late in its article the later one stands
	"apart",         // how much later in its article one stands
	"short",         // tokens of the shorter one, up to 20
	"light",         // weight of the lighter one, up to 40 bits
	"unsaid",        // one only asks, or makes it a condition or a wish
	"tense",         // one tells of what is past
	"other_person",  // other persons act
	"sentences",     // score of the alignment of the sentences that they stand in
	"words_aligned", "words_aligned_a", "words_exact", "words_exact2", "words_plain", "words_lemmas", "words_pairs",
	"words_letters", "words_numbers", "words_names", "words_order", "words_root",
}

// sentencesAt is where "sentences" stands in LikenessNames; it and what follows cost
// an alignment.
var sentencesAt = slices.Index(LikenessNames[:], "sentences")

// ofWords is the feature of an alignment that each of LikenessNames is, or -1.
var ofWords = func() (at [len(LikenessNames)]int) {
	for i, name := range LikenessNames {
		at[i] = -1
		for k, f := range align.FeatureNames {
			if name == "words_"+f {
				at[i] = k
			}
		}
	}
	return at
}()

// Likenesses counts for pairs of evidence, each the span of a statement, how
// alike the statements are; ok is false for a pair that has no such statement.
// The evidence refers to s.Docs. It is what weights are learnt from.
func (s *Story) Likenesses(pairs [][2]Evidence) (list []Likeness, ok []bool) {
	t := newTable(s.Docs, s.Entities, s.Times, (*Memory)(nil).of(s.Docs))
	t.each(t.read)
	v, at := t.view(), map[Evidence]int{}
	for r := range t.rows {
		at[t.evidence(r)] = r + 1
	}
	for _, p := range pairs {
		a, b := at[p[0]]-1, at[p[1]]-1
		if a < 0 || b < 0 {
			list, ok = append(list, Likeness{}), append(ok, false)
			continue
		}
		v.at(a)
		f := v.likeness(b)
		v.closely(b, &f)
		v.sentences(b, &f)
		list, ok = append(list, f), append(ok, true)
	}
	return list, ok
}

// likeness counts how alike v's row and row j are, but for what costs an alignment.
func (v *view) likeness(j int) Likeness {
	t := v.table
	a, b := &t.rows[v.row], &t.rows[j]
	f := Likeness{}
	n := -1
	add := func(x int) { n++; f[n] = max(0, min(x, 1000)) }
	yes := func(b bool) {
		x := 0
		if b {
			x = 1000
		}
		add(x)
	}
	words, names := v.shared(b)
	add(1000)
	sight := v.look(b)
	add(int(sight.within))
	add(int(sight.around))
	add(words / 2)
	add(names)
	yes(a.pred == b.pred && !a.stop)
	yes(a.pred != b.pred && (v.holds(b.pred) || has(b.keys, a.pred)))
	yes(t.sameActors(a, b))
	yes(meets(a.patients, b.patients))
	yes(a.Denied != b.Denied)
	x, y := t.speaker(a), t.speaker(b)
	yes(x >= 0 && x == y)
	yes(x >= 0 && y >= 0 && x != y)
	yes(t.bothTimed(a, b) && t.sameTime(a, b))
	la, lb := t.late(a), t.late(b)
	add(max(la, lb))
	add(max(la-lb, lb-la))
	add(50 * min(a.Tokens.Len(), b.Tokens.Len()))
	add(min(a.weight, b.weight) / 4)
	yes(a.unsaid != b.unsaid)
	yes(a.past != b.past)
	yes(a.acted && b.acted && !t.sameActors(a, b))
	return f
}

// closely adds to f what the alignment of v's row and row j counts.
func (v *view) closely(j int, f *Likeness) {
	a, b := &v.rows[v.row], &v.rows[j]
	kept, at := v.readings[a.doc].alike, pairing{int32(a.index), int32(b.index), v.readings[b.doc]}
	w, ok := kept[at]
	if !ok {
		m := v.text(v.row).Measure(v.text(j))
		for k, i := range ofWords {
			if i >= 0 {
				w[k] = int16(m.Features[i])
			}
		}
		if kept != nil {
			kept[at] = w
		}
	}
	for k, i := range ofWords {
		if i >= 0 {
			f[k] = int(w[k])
		}
	}
}

// sentences adds to f the score of the alignment of the sentences of v's row and row j.
func (v *view) sentences(j int, f *Likeness) {
	a, b := &v.rows[v.row], &v.rows[j]
	x, y := v.readings[a.doc], v.readings[b.doc]
	kept, at := x.whole, pairing{int32(a.Sentence), int32(b.Sentence), y}
	if kept == nil {
		kept = v.known
	}
	s, ok := kept[at]
	if !ok {
		s = int32(x.sentences[a.Sentence].Measure(y.sentences[b.Sentence]).Score)
		kept[at] = s
	}
	f[sentencesAt] = int(s)
}

// text returns row r ready to be aligned.
func (t *table) text(r int) *align.Text { return t.readings[t.rows[r].doc].statements[t.rows[r].index] }

// links returns which words of two rows stand for each other.
func (t *table) links(i, j int) []align.Link {
	a, b := &t.rows[i], &t.rows[j]
	kept, at := t.readings[a.doc].links, pairing{int32(a.index), int32(b.index), t.readings[b.doc]}
	list, ok := kept[at]
	if !ok {
		list = t.text(i).Align(t.text(j)).Links
		if kept != nil {
			kept[at] = list
		}
	}
	return list
}

// speaker returns the entity that says a statement, or -1.
func (t *table) speaker(r *row) int { return r.speaker }

// speakerOf finds the entity that says a statement, or -1.
func (t *table) speakerOf(r *row) int {
	if r.Attribution < 0 {
		return -1
	}
	d := t.docs[r.doc]
	return t.entities.Of(r.doc, t.entities.Speaker(r.doc, d, &d.Attributions[r.Attribution]))
}

// bothTimed reports whether one time dates each of two statements.
func (t *table) bothTimed(a, b *row) bool {
	_, x := t.when(a)
	_, y := t.when(b)
	return x && y
}

// late is how far down its article a statement stands, in thousandths.
func (t *table) late(r *row) int { return 1000 * r.Sentence / max(1, len(t.docs[r.doc].Sentences)) }

// Cheap returns f without what costs an alignment.
func (f Likeness) Cheap() Likeness {
	clear(f[sentencesAt:])
	return f
}

// FormatLikeness writes weights as a language has them: a line for each feature,
// with its name, its weight, and its weight where nothing has been aligned.
func FormatLikeness(weights, cheap Likeness) string {
	var b strings.Builder
	for i, name := range LikenessNames {
		fmt.Fprintf(&b, "%s\t%d\t%d\n", name, weights[i], cheap[i])
	}
	return b.String()
}

// likenessWeights are the weights of a language.
type likenessWeights struct{ all, cheap Likeness }

func likenessOf(l *lang.Language) *likenessWeights {
	if l.Compare.Likeness == nil {
		return &likenessWeights{}
	}
	return l.Compare.Likeness.Unpacked(func(packed []byte) any {
		w := &likenessWeights{}
		for _, line := range lang.Lines(string(packed)) {
			f := strings.Fields(line)
			for i, name := range LikenessNames {
				if len(f) == 3 && f[0] == name {
					w.all[i], _ = strconv.Atoi(f[1])
					w.cheap[i], _ = strconv.Atoi(f[2])
				}
			}
		}
		return w
	}).(*likenessWeights)
}

// Times adds up features by weights, both in thousandths: the logarithm of the
// odds that two statements say the same, in thousandths.
func (f *Likeness) Times(w *Likeness) int { return weigh(f[:], w[:]) }

// weigh adds up features by weights, both in thousandths.
func weigh(features, weights []int) int {
	sum := 0
	for i, x := range features {
		sum += x * weights[i]
	}
	return sum / 1000
}

// logistic has the thousandths of 1/(1+e^-x) for x from 0 to 6 in steps of a
// quarter; in between is a straight line, so that every processor gives the same.
var logistic = [...]int{500, 562, 622, 679, 731, 777, 818, 852, 881, 905, 924, 940, 953, 963, 971, 977, 982, 986, 989, 991, 993, 995, 996, 997, 998}

// probability turns the logarithm of odds into a probability, both in thousandths.
func probability(odds int) int {
	x := max(odds, -odds)
	p := logistic[len(logistic)-1]
	if i := x / 250; i+1 < len(logistic) {
		p = logistic[i] + (logistic[i+1]-logistic[i])*(x%250)/250
	}
	if odds < 0 {
		return 1000 - p
	}
	return p
}

package story

import words "synoptic/analyze/vector"

// meaning is where the words of an article stand together, by their vectors: of all its
// words, then of its head. Two reports of one event in other words are near.
type meaning struct {
	at     [meanings]words.Vector // up to steepest either way
	length [meanings]int32
}

// meanings is how many parts of an article have one.
const meanings = 2

// steepest is the largest number of a meaning, either way.
const steepest = 127

// sums adds up the vectors of words by their weights, for each part.
type sums [meanings][words.Dimensions]int64

func (s *sums) add(at *words.Vector, t term) {
	for k, x := range at {
		y := int64(x) * int64(t.weight)
		s[0][k] += y
		if byHead.in(t.flags()) {
			s[1][k] += y
		}
	}
}

// meaning returns the sums as a meaning; nil when nothing has been added.
func (s *sums) meaning() *meaning {
	if *s == (sums{}) {
		return nil
	}
	m := &meaning{}
	for k := range s {
		most := int64(1)
		for _, x := range s[k] {
			most = max(most, x, -x)
		}
		for i, x := range s[k] {
			m.at[k][i] = int8(x * steepest / most)
		}
	}
	m.measure()
	return m
}

// measure reckons the lengths.
func (m *meaning) measure() {
	for k := range m.at {
		m.length[k] = int32(words.Length(m.at[k][:]))
	}
}

// near returns how near part k of two meanings is, in thousandths: the cosine of the
// angle between them, 0 for less than none.
func (m *meaning) near(o *meaning, k int) int {
	var product int64
	for i, x := range &m.at[k] {
		product += int64(x) * int64(o.at[k][i])
	}
	return max(0, words.Angle(product, int64(m.length[k]), int64(o.length[k])))
}

// usual returns how near part k of the meanings of two articles usually is where they
// have so much in common by their words, in thousandths: what is told where an article
// has none, as in other languages. It was read off the articles that the model is
// learnt from.
func usual(k, common int) int {
	line := [meanings]struct{ from, per int }{{815, 190}, {715, 270}}[k]
	return line.from + common*line.per/1000
}

// state writes or reads a meaning, if there is one.
func (m *meaning) state(k *coder) {
	for i := range m.at {
		for j := range m.at[i] {
			x := uint8(m.at[i][j])
			code(k, &x, 1<<8-1)
			m.at[i][j] = int8(x)
		}
	}
	if k.out == nil {
		m.measure()
	}
}

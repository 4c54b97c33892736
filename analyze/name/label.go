package name

import (
	"synoptic/analyze/name/internal/crf"
	"synoptic/lang"
)

// model returns the model of a language; nil when it has none.
func model(l *lang.Language) *crf.Model {
	if l.Name.Model == nil {
		return nil
	}
	m, _ := l.Name.Model.Unpacked(unpack).(*crf.Model)
	return m
}

// unpack reads a model as analyze/name/train writes it; nil when it is damaged.
func unpack(packed []byte) any {
	m, err := crf.Read(packed)
	if err != nil {
		return nil
	}
	return m
}

// label returns the labels that m gives to the words of the article.
func (c *Clues) label(m *crf.Model) []uint8 {
	n := crf.Passes * m.Labels()
	scores := make([]int16, len(c.word)*n)
	labels := make([]uint8, len(c.word))
	var (
		scratch  crf.Scratch
		features []uint32
		list     []uint8
	)
	for _, s := range c.f.d.Sentences {
		for i := s.From; i < s.To; i++ {
			features = c.Features(i, s.Range, features[:0])
			m.Add(features, scores[i*n:(i+1)*n])
		}
		list = m.Decode(0, scores[s.From*n:s.To*n], &scratch, list)
		copy(labels[s.From:s.To], list)
	}
	c.Vote(labels)
	again := make([]uint8, len(c.word))
	for _, s := range c.f.d.Sentences {
		for i := s.From; i < s.To; i++ {
			features = c.Again(i, s.Range, features[:0])
			m.Add(features, scores[i*n:(i+1)*n])
		}
		list = m.Decode(1, scores[s.From*n:s.To*n], &scratch, list)
		copy(again[s.From:s.To], list)
	}
	return again
}

package story

// likeness is how much two articles have in common, each part in thousandths.
type likeness [likenesses]int

// The parts of likeness: a cosine for each field, then the rest. What is in
// common is weighed on a logarithmic scale, whatever else there is.
const (
	itsHead     = int(fields) + iota // share of the first's head that the second has
	theirHead                        // share of the second's head that the first has
	commonWords                      // words in common
	commonNames                      // names in common
	commonPairs                      // pairs in common
	commonHead                       // names in common that stand in the head of one
	nearMeaning                      // how near what the words mean is
	nearHead                         // how near what the words of the heads mean is
	likenesses
)

var likenessNames = []string{
	"words", "names", "numbers", "head", "pairs", "name pairs", "its head", "their head",
	"common words", "common names", "common pairs", "common head names", "meaning", "head meaning",
}

// alike compares two vectors.
func alike(a, b *vector) likeness {
	var dots [fields]uint64
	var heads [2]uint64
	var common [likenesses]uint64
	places := a.places
	if places == nil {
		places = newPlaces(a.terms)
	}
	for _, t := range b.terms {
		i := places.of(a.terms, t.hash())
		if i < 0 {
			continue
		}
		s := a.terms[i]
		x, y := uint64(s.weight), uint64(t.weight)
		both, less := s.flags()&t.flags(), min(x, y)
		if both&isPair != 0 {
			dots[byPairs] += x * y
			common[commonPairs] += less
			if both&isName != 0 {
				dots[byNamePairs] += x * y
			}
			continue
		}
		dots[byWords] += x * y
		common[commonWords] += less
		headS, headT := byHead.in(s.flags()), byHead.in(t.flags())
		if both&isName != 0 {
			dots[byNames] += x * y
			common[commonNames] += less
			if headS || headT {
				common[commonHead] += less
			}
		}
		if both&isNumber != 0 {
			dots[byNumbers] += x * y
		}
		if headS {
			heads[0] += x * x
		}
		if headT {
			heads[1] += y * y
		}
		if headS && headT {
			dots[byHead] += x * y
		}
	}
	var l likeness
	for f := range fields {
		if length := uint64(a.lengths[f]) * uint64(b.lengths[f]); length > 0 {
			l[f] = int(min(1000*dots[f]/length, 1000))
		}
	}
	for n, v := range []*vector{a, b} {
		if length := uint64(v.lengths[byHead]); length > 0 {
			l[itsHead+n] = int(min(1000*heads[n]/(length*length), 1000))
		}
	}
	for n := commonWords; n < nearMeaning; n++ {
		l[n] = log2(1+common[n]) * 1000 / 256 / 20
	}
	if a.meaning == nil || b.meaning == nil {
		l[nearMeaning], l[nearHead] = usual(0, l[byWords]), usual(1, l[byHead])
		return l
	}
	l[nearMeaning], l[nearHead] = a.meaning.near(b.meaning, 0), a.meaning.near(b.meaning, 1)
	return l
}

package align

import "synoptic/lang"

// Near says how far two words of a language point the same way, by their vectors: the
// cosine in thousandths, 0 when one has no vector.
func Near(l *lang.Language, a, b string) int {
	v := vectorsOf(l)
	if v == nil {
		return 0
	}
	x, y := v.of(a), v.of(b)
	if x == nil || y == nil {
		return 0
	}
	return x.cosine(y)
}

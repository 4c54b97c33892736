package align

// Features are what is counted of two statements, in thousandths, in the order of
// FeatureNames. They are the same with the sides changed.
type Features [len(FeatureNames)]int

// FeatureNames names the features.
var FeatureNames = [...]string{
	"one",         // 1000, always
	"aligned",     // share of the weight of content words that is linked, harmonic mean of both sides
	"aligned_a",   // the share of the side that has the greater one
	"exact",       // as aligned, links of the same word alone
	"plain",       // as aligned, each word weighing the same
	"lemmas",      // Dice coefficient of all words
	"pairs",       // Dice coefficient of words with the next
	"trees",       // share of words whose head is linked to the head of what they are linked to
	"direction",   // cosine of the sums of vectors
	"letters",     // cosine of counts of three letters in a row
	"length",      // shorter by longer
	"numbers",     // share of numbers that have the same value; 0 without numbers
	"numbers_off", // share of numbers that have no like
	"names",       // as numbers, of names
	"names_off",
	"differ",   // differences of numbers, up to three
	"denied",   // differences of polarity, up to two
	"wording",  // differences of words, up to four
	"aligned2", // aligned, squared
	"exact2",
	"order", // share of pairs of links next to each other that stand in the same order
	"root",  // the roots are linked
	"left",  // the weight of what has no link, in tens of bits, up to 1000
	"direction2",
	"off",     // share of the weight that differs as numbers, names and opposites do
	"opposed", // opposites in the same place, up to two
}

// features counts.
func (p *pair) features(differences []Difference) Features {
	var f Features
	set := map[string]int{}
	a, b := p.a, p.b
	sa, sb := a.share(b, linked), b.share(a, linked)
	set["one"] = 1000
	set["aligned"] = harmonic(sa, sb)
	set["aligned_a"] = max(sa, sb)
	set["exact"] = harmonic(a.share(b, exactly), b.share(a, exactly))
	set["plain"] = harmonic(a.share(b, evenly), b.share(a, evenly))
	set["lemmas"] = dice(a.grams(1), b.grams(1))
	set["pairs"] = dice(a.grams(2), b.grams(2))
	set["trees"] = harmonic(a.trees(b), b.trees(a))
	set["direction"] = max(0, cosine(a.sum(), b.sum()))
	set["letters"] = trigrams(a, b)
	set["length"] = ratio(a.count(), b.count())
	set["numbers"], set["numbers_off"] = both(a, b, func(u *unit) bool { return u.number })
	set["names"], set["names_off"] = both(a, b, func(u *unit) bool { return u.name })
	for _, d := range differences {
		switch d.Kind {
		case Number, Name:
			set["differ"] = min(1000, set["differ"]+333)
		case Polarity:
			set["denied"] = min(1000, set["denied"]+500)
		case Wording:
			set["wording"] = min(1000, set["wording"]+250)
		}
	}
	off, opposites := p.off(differences)
	set["off"], set["opposed"] = off, min(1000, 500*opposites)
	set["aligned2"] = set["aligned"] * set["aligned"] / 1000
	set["exact2"] = set["exact"] * set["exact"] / 1000
	set["direction2"] = set["direction"] * set["direction"] / 1000
	set["order"] = (a.order() + b.order()) / 2
	set["root"] = p.root()
	set["left"] = min(1000, a.left()+b.left())
	for i, name := range FeatureNames {
		f[i] = set[name]
	}
	return f
}

func harmonic(a, b int) int {
	if a+b == 0 {
		return 0
	}
	return 2 * a * b / (a + b)
}

func ratio(a, b int) int {
	if a == 0 || b == 0 {
		return 0
	}
	return 1000 * min(a, b) / max(a, b)
}

// What a link of a unit to another counts, in thousandths of its weight, and what
// the unit weighs.
func linked(u *unit, sure int) (weight, part int)  { return u.weight, sure }
func exactly(u *unit, sure int) (weight, part int) { return u.weight, sure / 1000 * 1000 }
func evenly(_ *unit, sure int) (weight, part int)  { return 100, sure }

// share returns what part of the weight of t's content words is linked.
func (t *text) share(o *text, count func(u *unit, sure int) (weight, part int)) int {
	all, met := 0, 0
	for i := range t.units {
		u := &t.units[i]
		if !u.content {
			continue
		}
		s := 0
		if k := t.mate[i]; k >= 0 {
			s = similarity(u, &o.units[k])
		}
		w, part := count(u, s)
		all += w
		met += w * part
	}
	if all == 0 {
		return 0
	}
	return met / all
}

// grams counts words, n in a row, by lemma.
func (t *text) grams(n int) map[string]int {
	counts := map[string]int{}
	var words []string
	for i := range t.units {
		if !t.units[i].mark {
			words = append(words, t.units[i].lemma)
		}
	}
	for i := 0; i+n <= len(words); i++ {
		key := words[i]
		for _, w := range words[i+1 : i+n] {
			key += " " + w
		}
		counts[key]++
	}
	return counts
}

func dice(a, b map[string]int) int {
	met, all := 0, 0
	for key, n := range a {
		met += min(n, b[key])
		all += n
	}
	for _, n := range b {
		all += n
	}
	if all == 0 {
		return 0
	}
	return 2000 * met / all
}

// trees is the share of linked content words whose heads are linked too.
func (t *text) trees(o *text) int {
	all, met := 0, 0
	for i := range t.units {
		if !t.units[i].content || t.units[i].head < 0 {
			continue
		}
		all++
		if k := t.mate[i]; k >= 0 && o.units[k].head >= 0 && t.mate[t.units[i].head] == o.units[k].head {
			met++
		}
	}
	if all == 0 {
		return 0
	}
	return 1000 * met / all
}

// sum adds up the vectors of content words by their weights.
func (t *text) sum() []int64 {
	s := make([]int64, dimensions)
	for i := range t.units {
		if u := &t.units[i]; u.content && u.vector != nil {
			for j, x := range u.vector {
				s[j] += int64(x) * int64(u.weight)
			}
		}
	}
	for j := range s {
		s[j] /= 64 // room for the squares
	}
	return s
}

// trigrams is the cosine of how often two texts have three letters in a row.
func trigrams(a, b *text) int {
	count := func(t *text) map[string]int {
		m := map[string]int{}
		for i := range t.units {
			if t.units[i].mark {
				continue
			}
			w := " " + t.units[i].form + " "
			for n := 0; n+3 <= len(w); n++ {
				m[w[n:n+3]]++
			}
		}
		return m
	}
	x, y := count(a), count(b)
	var dot, xx, yy int64
	for key, n := range x {
		dot += int64(n) * int64(y[key])
		xx += int64(n) * int64(n)
	}
	for _, n := range y {
		yy += int64(n) * int64(n)
	}
	length := root(xx * yy)
	if length == 0 {
		return 0
	}
	return int(dot * 1000 / length)
}

// count returns how many words there are.
func (t *text) count() int {
	n := 0
	for i := range t.units {
		if !t.units[i].mark {
			n++
		}
	}
	return n
}

// both returns the share of units of a sort, of both texts, that are linked, and
// that of those that are not where both texts have such.
func both(a, b *text, sort func(*unit) bool) (met, off int) {
	count := func(t *text) (all, met int) {
		for i := range t.units {
			if t.units[i].content && sort(&t.units[i]) {
				all++
				if t.mate[i] >= 0 {
					met++
				}
			}
		}
		return all, met
	}
	allA, metA := count(a)
	allB, metB := count(b)
	if allA+allB == 0 {
		return 0, 0
	}
	return 1000 * (metA + metB) / (allA + allB), 1000 * (allA + allB - metA - metB) / (allA + allB)
}

// order is the share of links next to each other that stand in the same order.
func (t *text) order() int {
	last, all, kept := -1, 0, 0
	for i, k := range t.mate {
		if k < 0 || !t.units[i].content {
			continue
		}
		if last >= 0 {
			all++
			if k > last {
				kept++
			}
		}
		last = k
	}
	if all == 0 {
		return 0
	}
	return 1000 * kept / all
}

// root is 1000 when a root is linked to a root.
func (p *pair) root() int {
	for i, k := range p.a.mate {
		if k >= 0 && p.a.units[i].head < 0 && p.b.units[k].head < 0 && p.a.units[i].content {
			return 1000
		}
	}
	return 0
}

// left is the weight of content words without a link, in tenths of a bit.
func (t *text) left() int {
	n := 0
	for i := range t.units {
		if t.units[i].content && t.mate[i] < 0 {
			n += t.units[i].weight
		}
	}
	return n / 10
}

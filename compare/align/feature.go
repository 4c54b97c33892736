package align

import words "synoptic/analyze/vector"

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
func (p *pair) features(differences []Difference, off, opposites int) Features {
	a, b := p.a.shares(p.b.text), p.b.shares(p.a.text)
	aligned, exact := harmonic(a.linked, b.linked), harmonic(a.exact, b.exact)
	direction := max(0, words.Angle(product(&p.a.sum, &p.b.sum), p.a.length, p.b.length))
	numbers, numbersOff := met(p.a.numbers+p.b.numbers, a.numbers+b.numbers)
	names, namesOff := met(p.a.names+p.b.names, a.names+b.names)
	differ, denied, wording := 0, 0, 0
	for _, d := range differences {
		switch d.Kind {
		case Number, Name:
			differ++
		case Polarity:
			denied++
		case Wording:
			wording++
		}
	}
	return Features([...]int{ // does not compile unless there are as many as names
		1000,
		aligned, max(a.linked, b.linked), exact, harmonic(a.even, b.even),
		dice(p.a.lemmas, p.b.lemmas), dice(p.a.pairs, p.b.pairs), harmonic(p.a.trees(&p.b), p.b.trees(&p.a)),
		direction, p.a.letters.cosine(&p.b.letters), ratio(len(p.a.words), len(p.b.words)),
		numbers, numbersOff, names, namesOff,
		min(1000, 333*differ), min(1000, 500*denied), min(1000, 250*wording),
		aligned * aligned / 1000, exact * exact / 1000,
		(p.a.order() + p.b.order()) / 2, p.root(), min(1000, p.a.left()+p.b.left()),
		direction * direction / 1000, off, min(1000, 500*opposites),
	})
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

// shares is what part of one statement is linked.
type shares struct {
	linked  int // of the weight of content words, in thousandths
	exact   int // as linked, by links of the same word alone
	even    int // as linked, each word weighing the same
	numbers int // how many
	names   int
}

// shares looks again at how much words are akin, from this side: a few lists go
// one way.
func (h *half) shares(o *text) shares {
	s := shares{}
	for _, i := range h.content {
		if h.mate[i] < 0 {
			continue
		}
		u := &h.units[i]
		sure := similarity(u, &o.units[h.mate[i]])
		s.linked += u.weight * sure
		s.exact += u.weight * (sure / 1000 * 1000)
		s.even += sure
		if u.number != nil {
			s.numbers++
		}
		if u.name {
			s.names++
		}
	}
	s.linked /= max(h.weight, 1)
	s.exact /= max(h.weight, 1)
	s.even /= max(len(h.content), 1)
	return s
}

// product multiplies two vectors.
func product(a, b *[dimensions]int32) int64 {
	var sum int64
	for i := range a {
		sum += int64(a[i]) * int64(b[i])
	}
	return sum
}

// met returns the share of all that is linked and that of the rest, in thousandths.
func met(all, linked int) (met, off int) {
	if all == 0 {
		return 0, 0
	}
	return 1000 * linked / all, 1000 * (all - linked) / all
}

// dice is the Dice coefficient of two sorted lists.
func dice(a, b []uint64) int {
	if len(a)+len(b) == 0 {
		return 0
	}
	met, k := 0, 0
	for _, x := range a {
		for k < len(b) && b[k] < x {
			k++
		}
		if k < len(b) && b[k] == x {
			met++
			k++
		}
	}
	return 2000 * met / (len(a) + len(b))
}

// trees is the share of linked content words whose heads are linked too.
func (h *half) trees(o *half) int {
	all, met := 0, 0
	for _, i := range h.content {
		head := h.units[i].head
		if head < 0 {
			continue
		}
		all++
		if k := h.mate[i]; k >= 0 && o.units[k].head >= 0 && h.mate[head] == int(o.units[k].head) {
			met++
		}
	}
	if all == 0 {
		return 0
	}
	return 1000 * met / all
}

// order is the share of links next to each other that stand in the same order.
func (h *half) order() int {
	last, all, kept := -1, 0, 0
	for _, i := range h.content {
		k := h.mate[i]
		if k < 0 {
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
	for _, i := range p.a.content {
		if k := p.a.mate[i]; k >= 0 && p.a.units[i].head < 0 && p.b.units[k].head < 0 {
			return 1000
		}
	}
	return 0
}

// left is the weight of content words without a link, in tenths of a bit.
func (h *half) left() int {
	n := 0
	for _, i := range h.content {
		if h.mate[i] < 0 {
			n += h.units[i].weight
		}
	}
	return n / 10
}

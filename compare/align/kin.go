package align

import (
	"math"
	"slices"
	"strings"

	"synoptic/lang"
)

// kinship is what a list says of one word; sets are numbers of groups of words, the
// others hashes of words.
type kinship struct {
	sets    []int32  // of words that mean the same
	derived []uint64 // words made of it, or that it is made of
	wider   []uint64
	against []uint64 // that mean the opposite

	// bits has the bits of sets, words those of the words of the other lists, to
	// pass over most that are in none.
	bits, words uint64
}

// kinOf reads a language's list of what words are akin.
func kinOf(l *lang.Language) map[string]*kinship {
	if l.Align.Relations == nil {
		return nil
	}
	m, _ := l.Align.Relations.Unpacked(func(packed []byte) any { return readKin(string(packed)) }).(map[string]*kinship)
	return m
}

func readKin(list string) map[string]*kinship {
	words := map[string]*kinship{}
	of := func(w string) *kinship {
		k := words[w]
		if k == nil {
			k = &kinship{}
			words[w] = k
		}
		return k
	}
	for n, line := range lang.Lines(list) {
		f := strings.Fields(line)
		if len(f) < 3 {
			continue
		}
		switch f[0] {
		case "=":
			for _, w := range f[1:] {
				of(w).sets = append(of(w).sets, int32(n))
			}
		case "<":
			for _, w := range f[2:] {
				of(f[1]).wider = append(of(f[1]).wider, hash(basis, w))
			}
		case "+":
			of(f[1]).derived = append(of(f[1]).derived, hash(basis, f[2]))
			of(f[2]).derived = append(of(f[2]).derived, hash(basis, f[1]))
		case "!":
			of(f[1]).against = append(of(f[1]).against, hash(basis, f[2]))
			of(f[2]).against = append(of(f[2]).against, hash(basis, f[1]))
		}
	}
	for _, k := range words {
		for _, n := range k.sets {
			k.bits |= 1 << (n & 63)
		}
		for _, list := range [...][]uint64{k.derived, k.wider, k.against} {
			for _, w := range list {
				k.words |= bit(w)
			}
		}
	}
	return words
}

// How much words are akin, in thousandths.
const (
	alike     = 1000 // the same word
	synonym   = 850
	madeOf    = 850
	wider     = 650
	spelled   = 850
	leastNear = 550 // cosine of two words from which on they count as akin
)

// similarity returns how much two units are akin, in thousandths; 0 when they are
// not. It is the same both ways.
func similarity(a, b *unit) int {
	switch {
	case a.mark || b.mark:
		return 0
	case a.number != nil || b.number != nil:
		if a.number != nil && b.number != nil {
			if a.number.agrees(b.number) {
				return alike
			}
			return 0
		}
		if a.written == b.written {
			return alike
		}
		return 0
	case a.written == b.written || a.hash == b.hash:
		return alike
	case a.known != 0 && a.known == b.known:
		return 950
	case !a.content || !b.content:
		return 0
	case a.same == b.same:
		return synonym
	}
	if opposed(a, b) {
		return 0
	}
	best := 0
	if a.kin != nil && b.kin != nil && (a.kin.bits&b.kin.bits|a.kin.words&b.bit|b.kin.words&a.bit) != 0 {
		best = a.kin.akin(a.hash, b.kin, b.hash)
	}
	if a.initial == b.initial && a.initial > 0 {
		if s := spelling(a.form, b.form); s > best && (a.name && b.name || s >= 800) {
			best = max(best, s*spelled/1000)
		}
	}
	if a.name || b.name {
		return best
	}
	if a.vector != nil && b.vector != nil {
		best = max(best, min(a.vector.near(b.vector), 900))
	}
	return best
}

// agrees reports whether two numbers can mean the same value: equal intervals, or
// an open one that begins or ends where the other stands.
func (u *number) agrees(o *number) bool {
	if u.dimension != "" && o.dimension != "" && u.dimension != o.dimension && u.dimension != "count" && o.dimension != "count" {
		return false
	}
	if u.low == o.low && u.high == o.high {
		return true
	}
	return u.main() == o.main()
}

// main is the value that a number gives: its finite end, and of "at most five",
// which begins at nothing, the upper one.
func (u *number) main() float64 {
	if math.IsInf(u.low, 0) || u.low == 0 && !math.IsInf(u.high, 0) {
		return u.high
	}
	return u.low
}

func meet(a, b []int32) bool {
	for _, x := range a {
		if slices.Contains(b, x) {
			return true
		}
	}
	return false
}

// leastSpelled is how alike two spellings of a word are at least, in thousandths.
const leastSpelled = 700

// shortest and longest are the bytes of a word whose spelling is looked at.
const shortest, longest = 4, 64

// spelling returns how much two words of shortest to longest bytes have the same
// letters, in thousandths: the Dice coefficient over pairs of letters.
func spelling(a, b string) int {
	if 2000*(min(len(a), len(b))-1) < leastSpelled*(len(a)+len(b)-2) {
		return 0 // were all of the shorter one in the other
	}
	n := 0
	used := [longest]bool{}
	for i := 0; i+1 < len(a); i++ {
		for k := 0; k+1 < len(b); k++ {
			if !used[k] && a[i] == b[k] && a[i+1] == b[k+1] {
				used[k] = true
				n++
				break
			}
		}
	}
	s := 2000 * n / (len(a) + len(b) - 2)
	if s < leastSpelled {
		return 0
	}
	return s
}

// Kin says how much two words of a language are akin, by lemma, in thousandths:
// 1000 for the same word, less for words that mean the same, are made of one
// another, or of which one is the wider; 0 for all others.
func Kin(l *lang.Language, a, b string) int {
	if a == b {
		return alike
	}
	words := kinOf(l)
	x, y := words[a], words[b]
	if x == nil || y == nil {
		return 0
	}
	return x.akin(hash(basis, a), y, hash(basis, b))
}

// akin says how much word a with kinship x and word b with y are akin, by hashes.
func (x *kinship) akin(a uint64, y *kinship, b uint64) int {
	switch {
	case meet(x.sets, y.sets):
		return synonym
	case slices.Contains(x.derived, b) || slices.Contains(y.derived, a):
		return madeOf
	case slices.Contains(x.wider, b) || slices.Contains(y.wider, a):
		return wider
	}
	return 0
}

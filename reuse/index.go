package reuse

import (
	"math/bits"
	"slices"
)

// The sketch: the least hash of the text's shingles in each of 128 bins (one
// permutation hashing, Li, Owen and Zhang 2012), cut into 32 bands of 4. Two
// texts that share half of all their shingles meet in a band seven times in
// eight, those that share a tenth once in 300.
const (
	shingle = 4 // words
	bins    = 128
	bands   = 32
	rows    = bins / bands
)

type sketch [bins]uint64

// Index finds, among many texts, those that copy one another, without
// comparing each with each. Texts are numbered from 0 as they are added.
type Index struct {
	texts   []*Text
	buckets [bands]map[uint64][]int32
}

// maxBucket is how many texts of one bucket are looked at: the first ones and
// the latest. More than these share a band only when they are boilerplate.
const maxBucket = 64

// Match is a text of the index that copies, or is copied by, the one asked for.
type Match struct {
	N      int // number in the index
	Kind   Kind
	Result Result // A is the text asked for, B that of the index
}

// Add adds t and returns its number.
func (x *Index) Add(t *Text) int {
	n := len(x.texts)
	x.texts = append(x.texts, t)
	for b, key := range t.bands() {
		if x.buckets[b] == nil {
			x.buckets[b] = map[uint64][]int32{}
		}
		list := x.buckets[b][key]
		if len(list) >= maxBucket {
			list = slices.Delete(list, maxBucket/2, maxBucket/2+1)
		}
		x.buckets[b][key] = append(list, int32(n))
	}
	return n
}

// Similar returns the numbers of the texts that share a band with t, in order:
// likely copies, to be compared.
func (x *Index) Similar(t *Text) []int {
	var found []int
	for b, key := range t.bands() {
		for _, n := range x.buckets[b][key] {
			found = append(found, int(n))
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// Copies returns the texts of the index that copy t or are copied by it, by
// exact comparison, in order of their numbers. t itself is among them when it
// was added. A text held in one more than twice as long can be missed: compare
// such pairs directly.
func (x *Index) Copies(t *Text) []Match {
	var matches []Match
	for _, n := range x.Similar(t) {
		r := Compare(t, x.texts[n])
		if kind := r.Kind(); kind != None {
			matches = append(matches, Match{N: n, Kind: kind, Result: r})
		}
	}
	return matches
}

// bands returns the keys of t's bands; none for a text shorter than a shingle.
func (t *Text) bands() []uint64 {
	s, ok := t.sketch()
	if !ok {
		return nil
	}
	keys := make([]uint64, bands)
	for b := range keys {
		key := uint64(0)
		for _, h := range s[b*rows : (b+1)*rows] {
			key = mix(key ^ h)
		}
		keys[b] = key
	}
	return keys
}

// sketch returns the least hash in each bin. An empty bin takes the value of
// one that a fixed sequence of tries leads to (Shrivastava 2017), so that
// short texts are compared fairly too.
func (t *Text) sketch() (s sketch, ok bool) {
	var full [bins]bool
	for i := 0; i+shingle <= len(t.words); i++ {
		h := uint64(0)
		for _, w := range t.words[i : i+shingle] {
			h = mix(h ^ w.hash)
		}
		bin, rest := h%bins, h/bins
		if !full[bin] || rest < s[bin] {
			s[bin], full[bin] = rest, true
		}
		ok = true
	}
	if !ok {
		return s, false
	}
	for bin := range s {
		from := uint64(bin)
		for try := uint64(1); !full[from]; try++ {
			from = mix(uint64(bin)<<32|try) % bins
		}
		s[bin] = s[from]
	}
	return s, true
}

// mix spreads the bits of x over all 64 (a folded multiplication, as wyhash does).
func mix(x uint64) uint64 {
	hi, lo := bits.Mul64(x^0x9E3779B97F4A7C15, 0xD6E8FEB86659FD93)
	return hi ^ lo
}

// Package crf labels the words of a sentence with a linear-chain conditional
// random field (Lafferty, McCallum and Pereira 2001): its packed model, the
// search for the best labels, and classes of words.
package crf

// Hash returns the hash of a word (FNV-1a), never 0.
func Hash(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return finish(h)
}

// Mix joins two hashes into one, in their order; never 0.
func Mix(a, b uint32) uint32 {
	return finish((a^(b+0x9e3779b9+a<<6+a>>2))*0x85ebca6b ^ b)
}

// finish spreads the bits of h and keeps 0 free.
func finish(h uint32) uint32 {
	h ^= h >> 15
	h *= 0x2c1b3c6d
	h ^= h >> 12
	h *= 0x297a2d39
	h ^= h >> 15
	if h == 0 {
		return 1
	}
	return h
}

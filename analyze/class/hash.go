package class

import (
	"unicode"
	"unicode/utf8"
)

const (
	seed  uint32 = 2166136261
	prime uint32 = 16777619
)

// Hash returns the hash of a word (FNV-1a), never 0.
func Hash(s string) uint32 {
	h := seed
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * prime
	}
	return finish(h)
}

// HashLower returns the hash of form in lower case, with straight quotation marks.
func HashLower(form string) uint32 {
	h := seed
	var buffer [utf8.UTFMax]byte
	for _, r := range form {
		switch {
		case r >= 'A' && r <= 'Z':
			r += 'a' - 'A'
		case r == '’' || r == '‘':
			r = '\''
		case r == '“' || r == '”':
			r = '"'
		case r >= utf8.RuneSelf:
			for _, b := range utf8.AppendRune(buffer[:0], unicode.ToLower(r)) {
				h = (h ^ uint32(b)) * prime
			}
			continue
		}
		h = (h ^ uint32(r)) * prime
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

package story

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/zeebo/xxh3"

	"synoptic/lang"
)

// The table of frequencies: rows of counters, of which a term has one in each.
// It takes as much memory however many terms a stream has (Cormode and
// Muthukrishnan 2005).
const (
	frequencyRows = 2
	frequencyBits = 21
)

// maxCounted is how many articles are counted before all counts are halved, so
// that what was news years ago is not taken for common for ever.
const maxCounted = 1 << 20

// fewest is how many texts a language without frequencies is taken to have
// seen none of the words in, so that a stream's first articles can meet at all.
const fewest = 100

// frequencies counts in how many articles each term has stood so far, beside
// what the language knows of it. Articles in other languages are counted by
// themselves, since a word that is common there may be rare here. An empty language stands for
// the one that is known, and for what is in none for sure.
type frequencies struct {
	known    map[uint64]uint32 // what the language knows, by hash
	texts    int               // that the language knows of
	bits     int               // counters of a row, as a power of two
	counts   [frequencyRows][]uint32
	articles map[string]int // counted, by language
	all      int            // the sum of these
}

func newFrequencies(background lang.Story, bits int) *frequencies {
	f := &frequencies{
		known:    make(map[uint64]uint32, len(background.Frequencies)),
		texts:    max(background.Articles, fewest),
		bits:     bits,
		articles: map[string]int{},
	}
	for word, n := range background.Frequencies {
		hash := xxh3.HashString(word)
		if a, b, ok := strings.Cut(word, " "); ok {
			hash = mix(xxh3.HashString(a), xxh3.HashString(b))
		}
		f.known[hash] = uint32(n)
	}
	for i := range f.counts {
		f.counts[i] = make([]uint32, 1<<bits)
	}
	return f
}

func (f *frequencies) slot(hash uint64, row int) *uint32 {
	at := (hash * [frequencyRows]uint64{0x9E3779B97F4A7C15, 0xD6E8FEB86659FD93}[row]) >> (64 - f.bits)
	return &f.counts[row][at]
}

// count returns how many articles have had a term.
func (f *frequencies) count(hash uint64) int { return int(min(*f.slot(hash, 0), *f.slot(hash, 1))) }

// salt parts the counts of languages.
func salt(language string) uint64 {
	if language == "" {
		return 0
	}
	return xxh3.HashString(language)
}

// maxShort is how many letters a word has at most that a language of which nothing
// is known is taken to have in all texts, until the stream tells: most are articles,
// pronouns, prepositions. Only in scripts with small letters, since others write
// longer words in as many.
const maxShort = 3

// look notes in how many texts the language has each term, for rarities. It changes
// nothing in f.
func (f *frequencies) look(uses []use, language string) {
	for i, u := range uses {
		if language == "" {
			uses[i].known = f.known[u.hash]
		} else if short(u) {
			uses[i].known = fewest
		}
	}
}

// short reports whether a word is short, or both of a pair.
func short(u use) bool {
	if u.flags&isPair != 0 {
		return short(use{norm: strings.TrimRight(u.shown[:u.second], " ")}) && short(use{norm: u.shown[u.second:]})
	}
	first, _ := utf8.DecodeRuneInString(u.norm)
	return u.flags&isName == 0 && unicode.IsLower(first) && utf8.RuneCountInString(u.norm) <= maxShort
}

// rarities returns how rare each term of an article has been until now in its
// language, in 256ths of a bit: 256 when it stands in half of the articles.
func (f *frequencies) rarities(uses []use, language string) []int {
	list := make([]int, len(uses))
	with := salt(language)
	for i, u := range uses {
		list[i] = f.count(u.hash ^ with) // all at once, since the memory is slow and can be asked for many
	}
	texts := f.texts
	if language != "" {
		texts = fewest
	}
	// The +1 stand for half an article that has the word, and one that has not.
	all := log2(uint64(2*(texts+f.articles[language]) + 2))
	for i, u := range uses {
		list[i] = all - log2(uint64(2*(list[i]+int(u.known))+1))
	}
	return list
}

// add counts an article with its terms, each of which is listed once.
func (f *frequencies) add(uses []use, language string) {
	with := salt(language)
	for _, u := range uses {
		n := uint32(f.count(u.hash ^ with))
		for row := range f.counts {
			// Only what holds the least is raised, which keeps the error small.
			if at := f.slot(u.hash^with, row); *at == n {
				*at = n + 1
			}
		}
	}
	f.articles[language]++
	if f.all++; f.all < maxCounted {
		return
	}
	f.all = 0
	for language := range f.articles {
		f.articles[language] /= 2
		f.all += f.articles[language]
	}
	for _, row := range f.counts {
		for i := range row {
			row[i] /= 2
		}
	}
}

// logs holds the logarithms of small numbers.
var logs = func() (list [1 << 12]uint16) {
	for x := range list {
		list[x] = uint16(logarithm(uint64(x)))
	}
	return list
}()

// log2 returns the binary logarithm of x in 256ths, rounded down; 0 for 0.
func log2(x uint64) int {
	if x < uint64(len(logs)) {
		return int(logs[x])
	}
	return logarithm(x)
}

func logarithm(x uint64) int {
	if x == 0 {
		return 0
	}
	whole := bits.Len64(x) - 1
	result := whole
	m := x << (63 - whole) // in [1, 2), with 63 bits after the point
	for range 8 {
		hi, lo := bits.Mul64(m, m) // in [1, 4), with 126 bits after the point
		result <<= 1
		if hi>>63 == 1 {
			result |= 1
			m = hi
		} else {
			m = hi<<1 | lo>>63
		}
	}
	return result
}

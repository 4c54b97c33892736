package story

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
	"github.com/zeebo/xxh3"

	"synoptic/article"
)

// What a use of a word counts for, in quarters: in the body once.
const (
	countBody  = 4
	countTitle = 8
	countLead  = 8
	// leadWords is how many words of the text are its lead.
	leadWords = 60
)

// maxRead is how much of a text is read, in bytes. What an article is about
// stands at its beginning; what follows is as often background, which stories
// have in common.
const maxRead = 4 << 10

// flags say what a term is, and where it stands.
type flags uint16

const (
	inTitle flags = 1 << iota
	inLead
	isName   // capitals begin it more often than not where no sentence begins
	isNumber // it begins with a digit
	isPair   // two words in a row
)

// use is what an article has of one term.
type use struct {
	hash   uint64
	shown  string // as it first stands in the article
	norm   string // lower case, without a possessive ending; empty for pairs
	second int    // where in shown the second word of a pair begins
	count  int    // in quarters
	known  uint32 // in how many texts the language has it
	flags  flags
}

// token is one word as it stands.
type token struct {
	use     int32 // index in reader.uses
	region  flags
	capital bool
	begins  bool   // a sentence or a line
	joined  bool   // only a space parts it from the word before
	at, end int32  // in text
	text    string // what at and end count in
}

// reader collects the terms of one article.
type reader struct {
	at       map[uint64]int32 // index in uses, by hash
	uses     []use
	capitals []int32 // capitals where no sentence begins
	inner    []int32 // uses where no sentence begins
	tokens   []token
	lead     int // words of the lead still to come
}

// read returns the terms of what a reports, in the order of first use: words,
// then pairs of words.
func read(a *article.Article) []use {
	title, text := clip(a.Title, maxRead), clip(a.Text, maxRead)
	words := (len(title) + len(text)) / 5 // about
	terms := words * 3 / 2
	r := reader{
		at:       make(map[uint64]int32, terms),
		uses:     make([]use, 0, terms),
		capitals: make([]int32, 0, terms), inner: make([]int32, 0, terms),
		tokens: make([]token, 0, words),
	}
	if !strings.HasPrefix(a.Text, a.Title) {
		r.read(title, inTitle)
	}
	r.lead = leadWords
	at := 0
	for _, region := range a.Regions {
		if region.Kind.Reported() || region.Start < at || region.Start >= len(text) {
			continue
		}
		r.read(text[at:region.Start], 0)
		at = min(region.End, len(text))
	}
	r.read(text[at:], 0)
	for i := range r.uses {
		if r.capitals[i] > 0 && 2*r.capitals[i] > r.inner[i] {
			r.uses[i].flags |= isName
		}
	}
	r.pairs()
	return r.uses
}

// clip returns the first bytes of a text, most of them at most.
func clip(text string, most int) string {
	if len(text) <= most {
		return text
	}
	end := most
	for !utf8.RuneStart(text[end]) {
		end--
	}
	return text[:end]
}

// read counts the words of text. A title tells nothing of capitals.
func (r *reader) read(text string, region flags) {
	begins, joined := true, false
	for it := words.FromString(text); it.Next(); {
		w := it.Value()
		first, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsLetter(first) && !unicode.IsDigit(first) {
			begins = begins || strings.ContainsRune(".!?:\n\"“", first)
			joined = joined && w == " "
			continue
		}
		in := region
		if r.lead > 0 && region == 0 {
			r.lead--
			in = inLead
		}
		r.add(text, it.Start(), it.End(), in, unicode.IsUpper(first), unicode.IsDigit(first), begins, joined)
		begins, joined = false, true
	}
}

func (r *reader) add(text string, start, end int, region flags, capital, digit, begins, joined bool) {
	norm, shown := normal(text[start:end])
	kind := region
	if digit {
		kind |= isNumber
	}
	hash := xxh3.HashString(norm)
	i := r.count(hash, use{hash: hash, shown: shown, norm: norm, flags: kind}, region)
	r.tokens = append(r.tokens, token{i, region, capital, begins, joined && !begins, int32(start), int32(start + len(shown)), text})
	if begins || region == inTitle {
		return
	}
	r.inner[i]++
	if capital {
		r.capitals[i]++
	}
}

// normal returns the normal form of a word, and the word without a possessive
// ending.
func normal(shown string) (norm, bare string) {
	norm = strings.ToLower(shown)
	if strings.Contains(norm, "’") {
		norm = strings.ReplaceAll(norm, "’", "'")
	}
	if owner, ok := strings.CutSuffix(norm, "'s"); ok {
		return owner, shown[:strings.LastIndexAny(shown, "'’")]
	}
	return norm, shown
}

// count counts a use in a region, and returns its place in r.uses.
func (r *reader) count(hash uint64, u use, region flags) int32 {
	i, ok := r.at[hash]
	if !ok {
		i = int32(len(r.uses))
		r.at[hash] = i
		r.uses = append(r.uses, u)
		r.capitals, r.inner = append(r.capitals, 0), append(r.inner, 0)
	}
	switch region {
	case inTitle:
		r.uses[i].count += countTitle
	case inLead:
		r.uses[i].count += countLead
	default:
		r.uses[i].count += countBody
	}
	r.uses[i].flags |= region
	return i
}

// pairs adds words that stand next to each other, as terms of their own.
func (r *reader) pairs() {
	for k := 1; k < len(r.tokens); k++ {
		a, b := r.tokens[k-1], r.tokens[k]
		if !b.joined {
			continue
		}
		hash := mix(r.uses[a.use].hash, r.uses[b.use].hash)
		kind := isPair | r.uses[a.use].flags&r.uses[b.use].flags&isName
		r.count(hash, use{hash: hash, norm: r.uses[a.use].norm + " " + r.uses[b.use].norm, shown: b.text[a.at:b.end], second: int(b.at - a.at), flags: kind | b.region}, b.region)
	}
}

// mix makes one hash of two, in their order.
func mix(a, b uint64) uint64 { return (a^b>>32)*0x9E3779B97F4A7C15 + b }

// Words returns the words that tell stories apart in what a reports, in normal
// form, in the order of first use, then pairs of words with a space between.
func Words(a *article.Article) []string {
	var list []string
	for _, u := range read(a) {
		if u.flags&isPair != 0 {
			first, _ := normal(strings.TrimRight(u.shown[:u.second], " "))
			second, _ := normal(u.shown[u.second:])
			u.norm = first + " " + second
		}
		list = append(list, u.norm)
	}
	return list
}

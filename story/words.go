package story

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"synoptic/article"
	"synoptic/span"
)

// What a word counts for, in quarters: a word of the body counts once.
const (
	inBody  = 4
	inLead  = 8
	inTitle = 8
	// leadWords is how many words of the text are its lead.
	leadWords = 50
)

// word is what an article has of one word.
type word struct {
	norm  string // lower case, without a possessive ending
	shown string // as it first stands in the article
	count int    // in quarters
	name  bool   // a capital begins it more often than not where no sentence begins
}

// words returns the words of what a reports, in the order of first use.
func words(a *article.Article) []word {
	c := counter{at: map[string]int{}}
	if !strings.HasPrefix(a.Text, a.Title) {
		c.read(a.Title, inTitle, true)
	}
	c.lead = leadWords
	at := 0
	for _, r := range a.Regions {
		if r.Kind.Reported() || r.Start < at {
			continue
		}
		c.read(a.Text[at:r.Start], inBody, false)
		at = r.End
	}
	c.read(a.Text[at:], inBody, false)
	list := make([]word, len(c.list))
	for i, w := range c.list {
		w.name = c.capitals[i] > 0 && 2*c.capitals[i] > c.inner[i]
		list[i] = w
	}
	return list
}

type counter struct {
	at       map[string]int // index in list, by norm
	list     []word
	capitals []int // capitals where no sentence begins
	inner    []int // uses where no sentence begins
	lead     int   // words of the lead still to come
}

// read counts the words of text. A title tells nothing of capitals.
func (c *counter) read(text string, weight int, title bool) {
	begins := true
	for i := 0; i < len(text); {
		w := wordAt(text, i)
		if w.Empty() {
			r, size := utf8.DecodeRuneInString(text[i:])
			begins = begins || strings.ContainsRune(".!?:\n\"“", r)
			i += size
			continue
		}
		c.add(w.Text(text), weight, begins || title)
		i, begins = w.End, false
	}
}

func (c *counter) add(shown string, weight int, begins bool) {
	if c.lead > 0 {
		c.lead--
		weight = inLead
	}
	norm := strings.ToLower(strings.ReplaceAll(shown, "’", "'"))
	if owner, ok := strings.CutSuffix(norm, "'s"); ok {
		norm, shown = owner, shown[:strings.LastIndexAny(shown, "'’")]
	}
	i, ok := c.at[norm]
	if !ok {
		i = len(c.list)
		c.at[norm] = i
		c.list = append(c.list, word{norm: norm, shown: shown})
		c.capitals, c.inner = append(c.capitals, 0), append(c.inner, 0)
	}
	c.list[i].count += weight
	if begins {
		return
	}
	c.inner[i]++
	if r, _ := utf8.DecodeRuneInString(shown); unicode.IsUpper(r) {
		c.capitals[i]++
	}
}

// wordAt returns the word that begins at i, or the empty span: letters, digits
// and marks, with apostrophes before letters and points and commas between digits.
func wordAt(text string, i int) span.Span {
	end, last := i, rune(0)
	for end < len(text) {
		r, size := utf8.DecodeRuneInString(text[end:])
		if !wordRune(r) {
			next, _ := utf8.DecodeRuneInString(text[end+size:])
			joins := (r == '\'' || r == '’') && unicode.IsLetter(next) ||
				(r == '.' || r == ',') && unicode.IsDigit(last) && unicode.IsDigit(next)
			if end == i || !joins {
				break
			}
		}
		end, last = end+size, r
	}
	return span.Span{Start: i, End: end}
}

func wordRune(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
}

// Words returns the words that tell stories apart in what a reports, in normal
// form, in the order of first use.
func Words(a *article.Article) []string {
	var list []string
	for _, w := range words(a) {
		list = append(list, w.norm)
	}
	return list
}

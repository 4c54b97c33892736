package lang

import "strings"

// Article is what package article needs of a language, to tell the report from
// what stands around it. All words are in lower case, with straight quotation
// marks and single spaces.
type Article struct {
	Dates  Set            // open a line with the publication date: "published"
	Months map[string]int // 1 to 12, short forms without their full stop too
	Days   Set            // weekdays, short forms without their full stop too

	By       Set // open a byline: "by"
	Joins    Set // small words within a byline: "and", "for", "van"
	Agencies Set // "ap", "reuters"

	Cities  Set // stand alone in a dateline that is not in capitals
	Openers Set // capitals before a colon or dash that are no place: "breaking"

	Caption   Wordings // "file photo", "a photograph released by"
	Positions Set      // who stands where: "left", "second from right"
	Sides     []string // the same in short, where it may mean a party: "(l)"
	Rows      []string // open a list of who is seen: "from left"
	Poses     Set      // verbs as captions use them: "shakes", "poses"
	Scenes    Set      // tie who is seen to a place or an occasion: "during"
	Finite    Set      // words that only a full sentence has: "was", "said", "took"
	Pasts     []string // endings of verbs in the past: "ed"
	Credit    Wordings // "getty images", "photo by"

	Labels    Set // "why it matters"
	LabelStop Set // never within a label: "he", "said"

	Contributors Wordings
	Correction   Wordings
	Promo        Wordings
	Boilerplate  Wordings
	Glued        []string // parts of the page that end up before a paragraph, in lower case
	Urges        Set      // open a line that wants something of the reader: "subscribe"
	Quoted       Wordings // announce a text given at length: "an excerpt from"

	Filed       []string // between reporters and where they are: "reported from"
	Determiners Set      // headlines do without: "the"

	Function Set // words that any text has many of and other languages do not have: "the", "which"
}

// Wordings tells paragraphs by words that they begin with, end with, hold or
// wholly are.
type Wordings struct {
	begin map[string][]string // by first word
	end   []string
	hold  []string
	whole Set
}

// ParseWordings reads a list with one wording a line: "^sign up" begins a
// paragraph, "has more$" ends one, "^share$" is all of one, and a line without
// marks may stand anywhere in it. It passes over lines as ParseSet does.
func ParseWordings(list string) Wordings {
	w := Wordings{begin: map[string][]string{}, whole: Set{}}
	for _, line := range Lines(list) {
		words, begins := strings.CutPrefix(line, "^")
		words, ends := strings.CutSuffix(words, "$")
		switch {
		case begins && ends:
			w.whole[words] = struct{}{}
		case begins:
			first := firstWord(words)
			w.begin[first] = append(w.begin[first], words)
		case ends:
			w.end = append(w.end, words)
		default:
			w.hold = append(w.hold, words)
		}
	}
	return w
}

// Match reports whether one of the wordings fits s, which must be in lower
// case with single spaces. A wording ends where a word ends.
func (w Wordings) Match(s string) bool {
	return w.Begins(s) || w.Within(s)
}

// Begins reports whether s begins with one of the wordings for that, or is one
// of those that are whole paragraphs. A wording of one word counts only where
// no other word follows at once: "copyright 2020", not "copyright law".
func (w Wordings) Begins(s string) bool {
	if w.whole.Has(strings.TrimRight(s, ".!:…")) || w.whole.Has(s) {
		return true
	}
	for _, words := range w.begin[firstWord(s)] {
		if rest, ok := strings.CutPrefix(s, words); ok && !within(s, len(words)) &&
			(strings.Contains(words, " ") || !wordByte(words[len(words)-1]) || !opensWord(rest)) {
			return true
		}
	}
	return false
}

// Within reports whether s holds or ends with one of the wordings for that.
func (w Wordings) Within(s string) bool {
	bare := strings.TrimRight(s, ".!)")
	for _, words := range w.end {
		if strings.HasSuffix(bare, words) && !within(bare, len(bare)-len(words)) {
			return true
		}
	}
	for _, words := range w.hold {
		for at := 0; ; {
			i := strings.Index(s[at:], words)
			if i < 0 {
				break
			}
			at += i
			if !within(s, at) && !within(s, at+len(words)) {
				return true
			}
			at += len(words)
		}
	}
	return false
}

// within reports whether byte i of s stands between two letters or digits.
func within(s string, i int) bool {
	return i > 0 && i < len(s) && wordByte(s[i-1]) && wordByte(s[i])
}

func wordByte(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c >= 0x80
}

// firstWord is the letters and digits that s begins with, or the marks before
// the first of them.
func firstWord(s string) string {
	if s == "" {
		return ""
	}
	word := wordByte(s[0])
	i := 0
	for i < len(s) && s[i] != ' ' && wordByte(s[i]) == word {
		i++
	}
	return s[:i]
}

// opensWord reports whether s goes on with a space and a letter.
func opensWord(s string) bool {
	return len(s) > 1 && s[0] == ' ' && ('a' <= s[1] && s[1] <= 'z' || s[1] >= 0x80 && !strings.HasPrefix(s[1:], "©"))
}

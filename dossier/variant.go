package dossier

import (
	"slices"
	"strings"
	"unicode"
)

// version is one wording of a quotation and where it stands.
type version struct {
	runs []run
	at   []Evidence
	kind string
}

// group is evidence that has the same words but for capitals, quotation marks
// and the last mark, as copies do.
type group struct {
	words string
	at    []Evidence
}

// grouped joins evidence with the same words, in order of first appearance.
func grouped(list []Evidence) []group {
	var out []group
	index := map[string]int{}
	for _, e := range list {
		words := oneLine(e.Text)
		key := strings.Trim(straight.Replace(strings.ToLower(words)), "\"' ,.;:")
		k, ok := index[key]
		if !ok {
			k = len(out)
			index[key] = k
			out = append(out, group{words: words})
		}
		if !slices.Contains(out[k].at, e) {
			out[k].at = append(out[k].at, e)
		}
	}
	return out
}

// versions joins the renderings that have the same words and marks where the
// others differ.
func (q *Quote) versions() []version {
	var list []Evidence
	kinds := map[Evidence]string{}
	for _, r := range q.Renderings {
		list = append(list, r.Evidence)
		kinds[r.Evidence] = r.Kind
	}
	var out []version
	var texts []string
	for _, g := range grouped(list) {
		texts = append(texts, g.words)
		out = append(out, version{at: g.at, kind: oneLine(kinds[g.at[0]])})
	}
	for i, runs := range variants(texts, q.Relation == "partial") {
		if q.Relation == "identical" || mostly(runs) {
			runs = []run{{text: texts[i]}}
		}
		out[i].runs = runs
	}
	return out
}

// places lists where the renderings stand.
func (q *Quote) places() []Evidence {
	var out []Evidence
	for _, r := range q.Renderings {
		out = append(out, r.Evidence)
	}
	return out
}

// mostly tells whether over half of the text differs, where marks would show
// nothing.
func mostly(list []run) bool {
	differing, all := 0, 0
	for _, r := range list {
		all += len(r.text)
		if r.differs {
			differing += len(r.text)
		}
	}
	return 2*differing > all
}

// manner says in plain words how a version gives the utterance; empty for a
// quotation.
func (v *version) manner() string {
	switch v.kind {
	case "direct":
		return ""
	case "mixed":
		return "partly quoted"
	case "indirect":
		return "reworded"
	}
	return v.kind
}

// speaker names who is quoted.
func (q *Quote) speaker() string {
	if name := oneLine(q.SpeakerName); name != "" {
		return name
	}
	return "speaker not named"
}

// quoteRelation says in plain words how renderings of a quotation stand to
// each other.
func quoteRelation(relation string) string {
	switch relation {
	case "identical":
		return "word for word"
	case "variant":
		return "in different words"
	case "partial":
		return "in part"
	}
	return oneLine(relation)
}

// run is a stretch of words that stands in all renderings of a quotation, or
// differs between them.
type run struct {
	text    string
	differs bool
}

// aligned is the most word pairs that variants compares for one rendering;
// longer ones are shown unmarked.
const aligned = 1 << 20

// variants marks where renderings of one utterance differ in words, each
// against the first. Letter case, punctuation and quotation marks do not
// count. When partial, what the first has before or after the part that another
// gives is no difference.
func variants(texts []string, partial bool) [][]run {
	out := make([][]run, len(texts))
	if len(texts) == 0 {
		return out
	}
	first := strings.Fields(texts[0])
	matched := empty(bare(first))
	from, to := len(first), -1
	for i, text := range texts[1:] {
		words := strings.Fields(text)
		if len(words)*len(first) > aligned {
			out[i+1] = []run{{text: text}}
			continue
		}
		same := empty(bare(words))
		for k, n := range common(first, words) {
			if n >= 0 {
				matched[k], same[n] = true, true
				from, to = min(from, k), max(to, k)
			}
		}
		out[i+1] = runs(words, same)
	}
	if len(texts) == 1 || to < 0 {
		out[0] = []run{{text: texts[0]}}
		return out
	}
	if partial {
		for k := range matched {
			matched[k] = matched[k] || k < from || k > to
		}
	}
	out[0] = runs(first, matched)
	return out
}

// common pairs the words of the longest common subsequence of a and b: for each
// word of a it gives the index of its like in b, or -1. Words without letters
// or digits have none.
func common(a, b []string) []int {
	x, y := bare(a), bare(b)
	width := len(b) + 1
	best := make([]int32, (len(a)+1)*width)
	for i := len(a) - 1; i >= 0; i-- {
		for k := len(b) - 1; k >= 0; k-- {
			if x[i] == y[k] && x[i] != "" {
				best[i*width+k] = best[(i+1)*width+k+1] + 1
			} else {
				best[i*width+k] = max(best[(i+1)*width+k], best[i*width+k+1])
			}
		}
	}
	at := make([]int, len(a))
	for i, k := 0, 0; i < len(a); {
		switch {
		case k < len(b) && x[i] == y[k] && x[i] != "":
			at[i] = k
			i++
			k++
		case k == len(b) || best[(i+1)*width+k] >= best[i*width+k+1]:
			at[i] = -1
			i++
		default:
			k++
		}
	}
	return at
}

// bare returns words in lower case without what is no letter or digit.
func bare(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = strings.Map(func(c rune) rune {
			if unicode.IsLetter(c) || unicode.IsDigit(c) {
				return unicode.ToLower(c)
			}
			return -1
		}, w)
	}
	return out
}

// empty tells which words hold no letter or digit; they never differ.
func empty(words []string) []bool {
	out := make([]bool, len(words))
	for i, w := range words {
		out[i] = w == ""
	}
	return out
}

func runs(words []string, same []bool) []run {
	var out []run
	for i, w := range words {
		if n := len(out); n > 0 && out[n-1].differs == !same[i] {
			out[n-1].text += " " + w
		} else {
			out = append(out, run{text: w, differs: !same[i]})
		}
	}
	return out
}

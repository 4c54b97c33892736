package main

import (
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"synoptic/analyze/name"
	"synoptic/analyze/name/internal/crf"
	"synoptic/eval"
	"synoptic/lang/en"
	"synoptic/span"
)

// The types of name that are learnt.
var (
	worldTypes = []string{"Person", "Organization", "Location", "Facility", "NORP", "Misc", "Product", "Date", "Money"}
	openTypes  = []string{"Person", "Organization", "Location"}
)

// coarse are the types of corpora that have three, with those they may mean. All
// else may stand where such a corpus has nothing.
var coarse = map[string][]string{
	"PER": {"Person"}, "ORG": {"Organization"}, "LOC": {"Location", "Facility"},
}

// text is one document to learn from.
type text struct {
	clues     *name.Clues
	sentences []span.Range
	gold      []uint8  // labels by token
	may       []uint64 // sets of labels by token, where gold is not sure; or nil
}

// label writes the labels of g.
func (t *text) label(g *eval.NameGold, types []string) {
	t.gold = make([]uint8, len(g.Words))
	may := make([]uint64, len(g.Words))
	outside := uint64(1)
	for n, typ := range types {
		if !slices.Contains([]string{"Person", "Organization", "Location", "Facility"}, typ) {
			outside |= set(n, crf.Begin) | set(n, crf.Inside) | set(n, crf.End) | set(n, crf.Single)
		}
	}
	three := true
	for i := range may {
		may[i] = outside
	}
	for _, n := range g.Names {
		of, ok := coarse[n.Type]
		if !ok {
			of, three = []string{n.Type}, false
		}
		for i := n.From; i < n.To; i++ {
			part := partOf(n.Range, i)
			may[i] = 0
			for k := len(of) - 1; k >= 0; k-- {
				if typ := slices.Index(types, of[k]); typ >= 0 {
					t.gold[i] = uint8(crf.Label(typ, part))
					may[i] |= set(typ, part)
				}
			}
		}
	}
	if three {
		t.may = may
	}
}

func set(typ, part int) uint64 { return 1 << crf.Label(typ, part) }

func partOf(r span.Range, i int) int {
	switch {
	case r.Len() == 1:
		return crf.Single
	case i == r.From:
		return crf.Begin
	case i == r.To-1:
		return crf.End
	}
	return crf.Inside
}

// untitled takes titles off the names of people, which some corpora count in and
// others do not.
func untitled(g *eval.NameGold) *eval.NameGold {
	l := &en.English().Name
	for k := range g.Names {
		n := &g.Names[k]
		for n.Len() > 1 && (n.Type == "PER" || n.Type == "Person") {
			w := strings.ToLower(g.Words[n.From])
			if _, given := l.Given[w]; given || l.Honorifics[w] == "" && !l.Roles.Has(w) && !l.RoleModifiers.Has(w) {
				break
			}
			n.From++
		}
	}
	return g
}

// piece is how many sentences at most are taken for one document, where a
// corpus does not say where its documents end.
const piece = 300

// pieces parts documents that are too long to be one.
func pieces(gold []eval.NameGold) []*eval.NameGold {
	var list []*eval.NameGold
	for n := range gold {
		g := &gold[n]
		if len(g.Sentences) <= piece {
			list = append(list, untitled(g))
			continue
		}
		for s := range slices.Chunk(g.Sentences, 40) {
			list = append(list, untitled(cut(g, s)))
		}
	}
	return list
}

// cut returns a document of some sentences of g that follow one another.
func cut(g *eval.NameGold, sentences []span.Range) *eval.NameGold {
	from, to := sentences[0].From, sentences[len(sentences)-1].To
	c := &eval.NameGold{Words: g.Words[from:to]}
	for _, s := range sentences {
		c.Sentences = append(c.Sentences, span.Range{From: s.From - from, To: s.To - from})
	}
	for _, n := range g.Names {
		if n.From >= from && n.To <= to {
			c.Names = append(c.Names, eval.NamedRange{Range: span.Range{From: n.From - from, To: n.To - from}, Type: n.Type})
		}
	}
	return c
}

// vary gives many documents a headline made of one of their sentences, and adds
// some documents again in small letters, as they are written on the web.
func vary(list []*eval.NameGold) []*eval.NameGold {
	rng := rand.New(rand.NewPCG(3, 5))
	var more []*eval.NameGold
	for _, g := range list {
		draw := rng.IntN(100)
		switch {
		case draw < 20:
			g = headed(g, strings.ToUpper, rng)
		case draw < 60:
			g = headed(g, capital, rng)
		}
		more = append(more, g)
		if draw >= 95 {
			more = append(more, respelled(g, strings.ToLower))
		}
	}
	return more
}

// headed returns g with a headline before it, if it has a sentence that is fit.
func headed(g *eval.NameGold, spell func(string) string, rng *rand.Rand) *eval.NameGold {
	var fit []span.Range
	for _, s := range g.Sentences {
		if s.Len() >= 6 && s.Len() <= 24 {
			fit = append(fit, s)
		}
	}
	if len(fit) == 0 {
		return g
	}
	s := fit[rng.IntN(len(fit))]
	h := respelled(cut(g, []span.Range{s}), spell)
	if last := len(h.Words) - 1; h.Words[last] == "." {
		h.Words = h.Words[:last]
		h.Sentences[0].To = last
	}
	n := len(h.Words)
	h.Words = append(h.Words, g.Words...)
	for _, s := range g.Sentences {
		h.Sentences = append(h.Sentences, span.Range{From: s.From + n, To: s.To + n})
	}
	for _, m := range g.Names {
		h.Names = append(h.Names, eval.NamedRange{Range: span.Range{From: m.From + n, To: m.To + n}, Type: m.Type})
	}
	return h
}

func respelled(g *eval.NameGold, spell func(string) string) *eval.NameGold {
	c := &eval.NameGold{Sentences: slices.Clone(g.Sentences), Names: slices.Clone(g.Names)}
	for _, w := range g.Words {
		c.Words = append(c.Words, spell(w))
	}
	return c
}

// capital gives w the capital that it has in a headline.
func capital(w string) string {
	if en.English().Name.TitleLower.Has(w) {
		return w
	}
	r, n := utf8.DecodeRuneInString(w)
	return string(unicode.ToUpper(r)) + w[n:]
}

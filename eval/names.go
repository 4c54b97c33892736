package eval

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"time"

	"synoptic/analyze/doc"
	"synoptic/analyze/name"
	"synoptic/analyze/tag"
	"synoptic/article"
	"synoptic/lang/en"
	"synoptic/span"
)

// NameGold is one document of an IOB2 file.
type NameGold struct {
	Words     []string
	Sentences []span.Range
	Names     []NamedRange // in order
}

// NamedRange is a range of words with its type.
type NamedRange struct {
	span.Range
	Type string
}

// Names scores names, span and type, on the IOB2 files at paths. Gold of any
// set of types is mapped onto people, places and bodies, and onto peoples
// where the gold has them; other gold is left out.
func Names(paths []string) (Result, error) {
	if len(paths) == 0 {
		return Result{}, ErrNoGold
	}
	var gold []NameGold
	for _, path := range paths {
		r, err := open(path)
		if err != nil {
			return Result{}, err
		}
		list, err := parseNames(r)
		r.Close()
		if err != nil {
			return Result{}, fmt.Errorf("%s: %w", path, err)
		}
		gold = append(gold, list...)
	}
	docs := make([]*doc.Doc, len(gold))
	result := Result{}
	for n := range gold {
		docs[n] = nameDoc(gold[n])
		result.Items += len(docs[n].Tokens)
	}
	start := time.Now()
	for _, d := range docs {
		tag.Run(d)
		name.Run(d)
	}
	result.Timed(start)
	result.Scores = nameScores(docs, gold)
	return result, nil
}

// nameTypes maps the types of gold, in lower case, and of package doc onto
// those that are scored.
var nameTypes = map[string]string{
	"per": "PER", "person": "PER", "org": "ORG", "organization": "ORG", "organisation": "ORG",
	"loc": "LOC", "location": "LOC", "gpe": "LOC", "fac": "LOC", "facility": "LOC", "place": "LOC",
	"norp": "NORP", "group": "NORP",
}

func nameScores(docs []*doc.Doc, gold []NameGold) map[string]float64 {
	type tally struct{ both, found, gold int }
	by := map[string]*tally{"PER": {}, "ORG": {}, "LOC": {}, "NORP": {}}
	for n, d := range docs {
		want := map[NamedRange]bool{}
		for _, g := range gold[n].Names {
			if g.Type = nameTypes[strings.ToLower(g.Type)]; g.Type != "" {
				want[g] = true
				by[g.Type].gold++
			}
		}
		for _, f := range d.Names {
			t := nameTypes[string(f.Type)]
			if t == "" {
				continue
			}
			by[t].found++
			if want[NamedRange{f.Range, t}] {
				by[t].both++
			}
		}
	}
	if by["NORP"].gold == 0 {
		delete(by, "NORP")
	}
	scores := map[string]float64{}
	var all tally
	for t, c := range by {
		all = tally{all.both + c.both, all.found + c.found, all.gold + c.gold}
		scores["f1_"+t] = percent(2*c.both, c.found+c.gold)
	}
	scores["precision"] = percent(all.both, all.found)
	scores["recall"] = percent(all.both, all.gold)
	scores["f1"] = percent(2*all.both, all.found+all.gold)
	return scores
}

// nameDoc returns a document with the words of g as tokens. IOB2 does not say
// where blanks stood: hyphens and marks that close are taken to be glued.
func nameDoc(g NameGold) *doc.Doc {
	d := doc.New(&article.Article{}, en.English())
	var text strings.Builder
	for i, w := range g.Words {
		glued := w == "-" || len(w) == 1 && strings.ContainsRune(",.;:!?)'", rune(w[0])) || strings.HasPrefix(w, "'s") || strings.HasPrefix(w, "’")
		if i > 0 && !glued && g.Words[i-1] != "-" {
			text.WriteByte(' ')
		}
		at := text.Len()
		text.WriteString(w)
		norm := normalized(w)
		d.Tokens = append(d.Tokens, doc.Token{Span: span.Span{Start: at, End: text.Len()}, Norm: norm, Lemma: norm})
	}
	d.Text = text.String()
	for n, s := range g.Sentences {
		d.Sentences = append(d.Sentences, doc.Sentence{Range: s, Paragraph: n})
	}
	return d
}

// parseNames reads IOB2: a word and its tag a line, the tag last; an empty
// line after a sentence, "-DOC-" before a document.
func parseNames(r io.Reader) ([]NameGold, error) {
	var (
		list []NameGold
		g    NameGold
		from int
	)
	sentence := func() {
		if len(g.Words) > from {
			g.Sentences = append(g.Sentences, span.Range{From: from, To: len(g.Words)})
			from = len(g.Words)
		}
	}
	document := func() {
		sentence()
		if len(g.Words) > 0 {
			list = append(list, g)
		}
		g, from = NameGold{}, 0
	}
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimRight(lines.Text(), "\r \t")
		switch {
		case line == "":
			sentence()
			continue
		case strings.HasPrefix(line, "-DOC-"):
			document()
			continue
		}
		fields := strings.Fields(line)
		label := fields[len(fields)-1]
		if len(fields) < 2 || label != "O" && !strings.HasPrefix(label, "B-") && !strings.HasPrefix(label, "I-") {
			return nil, fmt.Errorf("line %d: want a word and its tag, got %q", n, line)
		}
		i := len(g.Words)
		g.Words = append(g.Words, fields[0])
		switch last := len(g.Names) - 1; {
		case label == "O":
		case label[0] == 'I' && last >= 0 && g.Names[last].To == i && i > from && g.Names[last].Type == label[2:]:
			g.Names[last].To = i + 1
		default:
			g.Names = append(g.Names, NamedRange{span.Range{From: i, To: i + 1}, label[2:]})
		}
	}
	document()
	return list, lines.Err()
}

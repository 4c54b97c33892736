package eval

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"synoptic/analyze/doc"
	"synoptic/analyze/name"
	"synoptic/analyze/tag"
	"synoptic/article"
	"synoptic/lang"
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

// NameTypes are the types that gold of any set of types is mapped onto where it
// is asked for: people, places, bodies and peoples; other gold is left out.
var NameTypes = []string{"PER", "LOC", "ORG", "NORP"}

// Names scores names, span and type, on the IOB2 files at paths: by the types of
// the gold where the model has them all, dates and money too, else by NameTypes.
func Names(paths []string) (Result, error) { return NamesOf(nil).Run(paths) }

// NamesOf is the task Names with the gold mapped onto types, some of NameTypes;
// none is as Names has it.
func NamesOf(types []string) Task {
	return Task{Name: "names", takes: files, Run: func(paths []string) (Result, error) {
		for _, t := range types {
			if !slices.Contains(NameTypes, t) {
				return Result{}, fmt.Errorf("no type %q: the types are %s", t, strings.Join(NameTypes, ", "))
			}
		}
		gold, err := ReadNames(paths)
		if err != nil {
			return Result{}, err
		}
		start := time.Now()
		docs := FindNames(gold, en.English())
		var result Result
		for n := range gold {
			result.Items += len(gold[n].Words)
		}
		result.Timed(start)
		result.Scores = ScoreNames(docs, gold, types)
		return result, nil
	}}
}

// FindNames returns the documents of gold with the names that l finds.
func FindNames(gold []NameGold, l *lang.Language) []*doc.Doc {
	docs := make([]*doc.Doc, len(gold))
	for n := range gold {
		docs[n] = gold[n].Doc()
		docs[n].Lang = l
		tag.Run(docs[n])
		name.Run(docs[n])
	}
	return docs
}

// ScoreNames scores the names of docs by gold, as NamesOf says. By the gold's own
// types it is the model's finds that count, else the names of the step.
func ScoreNames(docs []*doc.Doc, gold []NameGold, types []string) map[string]float64 {
	want, found := make([][]NamedRange, len(docs)), make([][]NamedRange, len(docs))
	if own := goldTypes(gold); len(types) == 0 && len(docs) > 0 && within(own, name.MarkTypes(docs[0].Lang)) {
		for n, d := range docs {
			want[n] = gold[n].Names
			for _, m := range name.Marks(d) {
				found[n] = append(found[n], NamedRange(m))
			}
		}
		return nameScores(want, found, own)
	}
	if len(types) == 0 {
		types = NameTypes
	}
	for n, d := range docs {
		for _, g := range gold[n].Names {
			want[n] = append(want[n], NamedRange{g.Range, nameTypes[strings.ToLower(g.Type)]})
		}
		for _, f := range d.Names {
			found[n] = append(found[n], NamedRange{f.Range, nameTypes[string(f.Type)]})
		}
	}
	return nameScores(want, found, types)
}

// goldTypes returns the types that gold has, in order.
func goldTypes(gold []NameGold) []string {
	types := map[string]bool{}
	for n := range gold {
		for _, g := range gold[n].Names {
			types[g.Type] = true
		}
	}
	return slices.Sorted(maps.Keys(types))
}

func within(list, all []string) bool {
	return !slices.ContainsFunc(list, func(s string) bool { return !slices.Contains(all, s) })
}

// ReadNames reads IOB2 files.
func ReadNames(paths []string) ([]NameGold, error) {
	if len(paths) == 0 {
		return nil, ErrNoGold
	}
	var gold []NameGold
	for _, path := range paths {
		r, err := open(path)
		if err != nil {
			return nil, err
		}
		list, err := parseNames(r)
		r.Close()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		gold = append(gold, list...)
	}
	return gold, nil
}

// nameTypes maps the types of gold, in lower case, and of package doc onto
// those that are scored.
var nameTypes = map[string]string{
	"per": "PER", "person": "PER", "org": "ORG", "organization": "ORG", "organisation": "ORG",
	"loc": "LOC", "location": "LOC", "gpe": "LOC", "fac": "LOC", "facility": "LOC", "place": "LOC",
	"norp": "NORP", "group": "NORP",
}

// nameScores compares the names found in each document with those wanted, of
// types; others do not count, nor do peoples where the gold has none.
func nameScores(want, found [][]NamedRange, types []string) map[string]float64 {
	type tally struct{ both, found, gold int }
	by := map[string]*tally{}
	for _, t := range types {
		by[t] = &tally{}
	}
	for n := range want {
		in := map[NamedRange]bool{}
		for _, g := range want[n] {
			if c := by[g.Type]; c != nil {
				in[g] = true
				c.gold++
			}
		}
		for _, f := range found[n] {
			if c := by[f.Type]; c != nil {
				c.found++
				if in[f] {
					c.both++
				}
			}
		}
	}
	if c := by["NORP"]; c != nil && c.gold == 0 {
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

// Doc returns a document with the words of g as tokens. IOB2 does not say
// where blanks stood: hyphens and marks that close are taken to be glued.
func (g *NameGold) Doc() *doc.Doc {
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
		from := s.From
		for i := s.From; i < s.To; i++ {
			if i+1 == s.To || stops(g.Words, i) {
				d.Sentences = append(d.Sentences, doc.Sentence{Range: span.Range{From: from, To: i + 1}, Paragraph: n})
				from = i + 1
			}
		}
	}
	return d
}

// stops reports whether a sentence ends with word i of several, since some
// files part their text by paragraphs: a full stop before a capital, and after
// no initial.
func stops(words []string, i int) bool {
	switch words[i] {
	case ".", "?", "!":
	default:
		return false
	}
	next, _ := utf8.DecodeRuneInString(words[i+1])
	return unicode.IsUpper(next) && (i == 0 || len(words[i-1]) > 1)
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

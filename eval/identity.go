package eval

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"synoptic/analyze/doc"
	"synoptic/analyze/identity"
	"synoptic/analyze/parse"
	"synoptic/lang/en"
	"synoptic/span"
)

// Identity scores who is who within an article on CoNLL-U files with GUM's
// "Entity=" (Zeldes 2017): mentions of people, bodies and places whose head is
// a proper noun are given to the step as names, and what it joins is scored.
func Identity(paths []string) (Result, error) {
	if len(paths) == 0 {
		return Result{}, ErrNoGold
	}
	gold, err := ReadTreebank(paths)
	if err != nil {
		return Result{}, err
	}
	var docs []*doc.Doc
	var want, found []string
	for from := 0; from < len(gold); {
		to := from + 1
		for to < len(gold) && !gold[to].NewDocument {
			to++
		}
		d, entities := identityDoc(gold[from:to])
		for _, e := range entities {
			want = append(want, fmt.Sprint(len(docs), "/", e))
		}
		docs = append(docs, d)
		from = to
	}
	start := time.Now()
	for _, d := range docs {
		parse.Run(d)
		identity.Run(d)
	}
	result := Result{Items: len(want)}
	result.Timed(start)
	for n, d := range docs {
		for _, name := range d.Names {
			found = append(found, fmt.Sprint(n, "/", name.Entity))
		}
	}
	o := overlapOf(found, want)
	result.Scores = map[string]float64{"pairwise_f1": o.pairF1(), "b3_f1": o.b3F1(), "muc_f1": o.mucF1()}
	return result, nil
}

// mucF1 returns F1 over the links that the labels imply (Vilain et al. 1995),
// in percent.
func (o overlap) mucF1() float64 {
	both := o.articles - len(o.both)
	return percent(2*both, 2*o.articles-len(o.sizes[foundSide])-len(o.sizes[goldSide]))
}

// identityDoc returns the sentences as a document with gold words, tags and
// names, and the gold entity of each name.
func identityDoc(gold []Treebank) (*doc.Doc, []string) {
	d := GoldTokens(gold)
	n := 0
	var marks []entityMark
	for _, t := range gold {
		from := n
		for _, w := range t.Words {
			x := &d.Tokens[n]
			x.Lemma, x.UPOS, x.XPOS = w.Lemma, w.UPOS, w.XPOS
			n++
		}
		marks = append(marks, entityMarks(t.Words, from)...)
	}
	slices.SortStableFunc(marks, func(a, b entityMark) int {
		if a.From != b.From {
			return a.From - b.From
		}
		return b.To - a.To
	})
	var entities []string
	for _, m := range marks {
		if len(d.Names) > 0 && d.Names[len(d.Names)-1].Range == m.Range {
			continue // one name with two mentions around it
		}
		name := doc.Name{Range: m.Range, Type: m.typ, Entity: -1}
		if m.typ == doc.Person {
			name = titled(d, name)
		}
		d.Names = append(d.Names, name)
		entities = append(entities, m.entity)
	}
	return d, entities
}

// entityMark is a mention with the words of its name as tokens of the document.
type entityMark struct {
	span.Range
	typ    doc.Type
	entity string
}

var identityTypes = map[string]doc.Type{"person": doc.Person, "organization": doc.Organization, "place": doc.Place}

// entityMarks reads the mentions of one sentence, whose first word is token
// from of the document.
func entityMarks(words []Word, from int) []entityMark {
	var open, all []entityMark
	for i := range words {
		for rest := miscValue(words[i].Misc, "Entity="); rest != ""; {
			if rest[0] != '(' {
				id, after, _ := strings.Cut(rest, ")")
				rest = after
				for k := len(open) - 1; k >= 0; k-- {
					if open[k].entity == id {
						all = append(all, ended(open[k], i+1, words)...)
						open = slices.Delete(open, k, k+1)
						break
					}
				}
				continue
			}
			end := strings.IndexAny(rest[1:], "()") + 1
			if end == 0 {
				end = len(rest)
			}
			f := strings.SplitN(rest[1:end], "-", 3)
			m := entityMark{entity: f[0]}
			m.From = i
			if len(f) > 1 {
				m.typ = identityTypes[f[1]]
			}
			if rest = rest[end:]; strings.HasPrefix(rest, ")") {
				rest = rest[1:]
				all = append(all, ended(m, i+1, words)...)
			} else {
				open = append(open, m)
			}
		}
	}
	for i := range all {
		all[i].From += from
		all[i].To += from
	}
	return all
}

func miscValue(misc, key string) string {
	for f := range strings.SplitSeq(misc, "|") {
		if v, ok := strings.CutPrefix(f, key); ok {
			return v
		}
	}
	return ""
}

// ended closes mention m before word to and cuts it down to its name: the proper
// nouns around its head, with small words between them. It is none when the
// type is not scored or the head is no proper noun.
func ended(m entityMark, to int, words []Word) []entityMark {
	head := -1
	for i := m.From; i < to; i++ {
		if h := words[i].Head - 1; h < m.From || h >= to {
			head = i
			break
		}
	}
	if m.typ == "" || head < 0 || words[head].UPOS != "PROPN" {
		return nil
	}
	within := func(i int) bool {
		switch words[i].UPOS {
		case "PROPN", "PUNCT":
			return words[i].UPOS == "PROPN" || words[i].Form == "-" || strings.HasSuffix(words[i].Form, ".")
		case "ADJ", "NOUN", "NUM", "VERB", "X":
			return words[i].Form[0] >= 'A' && words[i].Form[0] <= 'Z'
		}
		return false
	}
	first, last := head, head
	for first > m.From && within(first-1) {
		first--
	}
	for last+1 < to {
		if within(last + 1) {
			last++
			continue
		}
		k := last + 1 // "of the", "and", "for"
		for k < to && k-last <= 2 && (words[k].UPOS == "ADP" || words[k].UPOS == "DET" || words[k].UPOS == "CCONJ") {
			k++
		}
		if m.typ == doc.Person || k == last+1 || k >= to || words[k].UPOS != "PROPN" {
			break
		}
		last = k
	}
	for last > head && words[last].UPOS == "PUNCT" {
		last--
	}
	m.From, m.To = first, last+1
	return []entityMark{m}
}

// titled parts what stands before a person's name from it.
func titled(d *doc.Doc, n doc.Name) doc.Name {
	l := &en.English().Name
	from := n.From
	for n.From+1 < n.To {
		norm := d.Tokens[n.From].Norm
		if l.Honorifics[norm] == "" && !l.Roles.Has(norm) && !l.RoleModifiers.Has(norm) {
			break
		}
		n.From++
	}
	if n.From > from {
		n.Title = span.Range{From: from, To: n.From}
	}
	return n
}

package eval

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"synoptic/analyze/clause"
	"synoptic/analyze/doc"
	"synoptic/analyze/identity"
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
		clause.Run(d)
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
	whole  span.Range // the mention in the words of its sentence
	head   int        // the word on which the rest of it hangs, or -1
}

var identityTypes = map[string]doc.Type{"person": doc.Person, "organization": doc.Organization, "place": doc.Place}

// entityMarks reads the named mentions of one sentence, whose first word is
// token from of the document.
func entityMarks(words []Word, from int) []entityMark {
	var open, closed []entityMark
	end := func(m entityMark, to int) {
		m.whole.To, m.head = to, -1
		for i := m.whole.From; i < to && m.head < 0; i++ {
			if h := words[i].Head - 1; !m.whole.Has(h) {
				m.head = i
			}
		}
		closed = append(closed, m)
	}
	for i := range words {
		for rest := miscValue(words[i].Misc, "Entity="); rest != ""; {
			if rest[0] != '(' {
				id, after, _ := strings.Cut(rest, ")")
				rest = after
				for k := len(open) - 1; k >= 0; k-- {
					if open[k].entity == id {
						end(open[k], i+1)
						open = slices.Delete(open, k, k+1)
						break
					}
				}
				continue
			}
			stop := strings.IndexAny(rest[1:], "()") + 1
			if stop == 0 {
				stop = len(rest)
			}
			f := strings.SplitN(rest[1:stop], "-", 3)
			m := entityMark{entity: f[0]}
			m.whole.From = i
			if len(f) > 1 {
				m.typ = identityTypes[f[1]]
			}
			if rest = rest[stop:]; strings.HasPrefix(rest, ")") {
				rest = rest[1:]
				end(m, i+1)
			} else {
				open = append(open, m)
			}
		}
	}
	s := naming{words, closed}
	var all []entityMark
	for _, m := range closed {
		if s.named(m) {
			m.Range = s.name(m)
			m.From += from
			m.To += from
			all = append(all, m)
		}
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

// naming finds the names in the mentions of a sentence.
type naming struct {
	words    []Word
	mentions []entityMark // of any type
}

// named reports whether m is of a type that is scored and has a proper noun
// for its head. Several things joined by "and" are not one that has a name.
func (s naming) named(m entityMark) bool {
	if m.typ == "" || m.head < 0 || s.words[m.head].UPOS != "PROPN" {
		return false
	}
	for _, o := range s.mentions {
		if o.head >= 0 && m.whole.Contains(o.whole) && !o.whole.Has(m.head) && s.words[o.head].Head-1 == m.head && s.words[o.head].Relation == "conj" {
			return false
		}
	}
	return true
}

// name cuts the mention m down to its name: the proper nouns around its head,
// with capitalised words, numbers and small words among them.
func (s naming) name(m entityMark) span.Range {
	w := s.words
	first, last := m.head, m.head
	for first > m.whole.From {
		if s.part(first - 1) {
			first--
			continue
		}
		// "Korean People's Army", "National Aeronautics and Space
		// Administration"; an owner who is another is no part of the name.
		if m.typ == doc.Person || first-2 < m.whole.From || !s.part(first-2) || w[first-1].XPOS != "POS" && w[first-1].UPOS != "CCONJ" || s.other(m, first) {
			break
		}
		first -= 2
	}
	for last+1 < m.whole.To {
		if s.part(last+1) || w[last+1].UPOS == "NUM" && (w[last].UPOS == "PROPN" || w[last].Form == "-") {
			last++
			continue
		}
		// Jane "Jo" Doe
		if m.typ == doc.Person && last+4 < m.whole.To && quoteMark(w[last+1]) && quoteMark(w[last+3]) && s.part(last+4) {
			last += 4
			continue
		}
		k := last + 1 // "of the", "and", "for"
		for k < m.whole.To && k-last <= 2 && (w[k].UPOS == "ADP" || w[k].UPOS == "DET" || w[k].UPOS == "CCONJ") {
			k++
		}
		if m.typ == doc.Person || k == last+1 || k >= m.whole.To || !s.part(k) {
			break
		}
		last = k
	}
	for w[first].UPOS == "PUNCT" {
		first++
	}
	for w[last].UPOS == "PUNCT" {
		last--
	}
	return span.Range{From: first, To: last + 1}
}

// part reports whether word i may be one of a name.
func (s naming) part(i int) bool {
	w := &s.words[i]
	switch w.UPOS {
	case "PROPN":
		return true
	case "PUNCT":
		return w.Form == "-" || strings.HasSuffix(w.Form, ".")
	case "ADJ", "NOUN", "NUM", "VERB", "X":
		return w.Form[0] >= 'A' && w.Form[0] <= 'Z'
	}
	return false
}

func quoteMark(w Word) bool { return w.XPOS == "``" || w.XPOS == "''" }

// other reports whether a mention beside the head of m ends right before word
// i, or before the mark of the owner there.
func (s naming) other(m entityMark, i int) bool {
	return slices.ContainsFunc(s.mentions, func(o entityMark) bool {
		return (o.whole.To == i || o.whole.To == i-1) && !o.whole.Has(m.head)
	})
}

// titled parts what stands before a person's name from it. A title alone stays
// whole.
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
	if last := d.Tokens[n.From].Norm; n.From+1 == n.To && l.Roles.Has(last) && !l.Surnames.Has(last) {
		n.From = from
	}
	if n.From > from {
		n.Title = span.Range{From: from, To: n.From}
	}
	return n
}

package entity

import (
	"slices"
	"strings"

	"synoptic/analyze/doc"
	"synoptic/span"
)

// Speaker returns the entity of article n, d, whose words an attribution of it gives, or
// -1. Who is named by an office alone, "the prime minister said", is the one person of
// the story who is said to hold it, by any article, if the article has named that person.
func (s *Set) Speaker(n int, d *doc.Doc, a *doc.Attribution) int {
	if a.Speaker >= 0 || len(a.Source) == 0 || !a.Antecedent.Empty() {
		return a.Speaker
	}
	at := d.Range(a.Source[0])
	if at.Len() < 2 || !d.Lang.Name.Definite.Has(d.Tokens[at.From].Norm) {
		return -1
	}
	e, ok := s.offices[office(d, at)]
	if !ok || e < 0 {
		return -1
	}
	for _, m := range s.Entities[e].Members {
		if m.Doc != n {
			continue
		}
		if s.clear(n, d, m.Entity, at.From) {
			return m.Entity
		}
	}
	return -1
}

// clear reports whether article n, d, has named person e before token at, and nobody since
// of whom the story tells no office.
func (s *Set) clear(n int, d *doc.Doc, e, at int) bool {
	k, _ := slices.BinarySearchFunc(d.Names, at, func(k doc.Name, at int) int { return k.From - at })
	for last := max(k-maxNames, 0); k > last; {
		k--
		switch o := &d.Names[k]; {
		case o.Type != doc.Person || o.Entity < 0:
		case o.Entity == e:
			return true
		default:
			if other := s.Of(n, o.Entity); other >= 0 && !s.holds[other] {
				return false
			}
		}
	}
	return false
}

// maxNames is how many names before an office the one of who holds it is looked for.
const maxNames = 400

// several stands for an office that more than one holds.
const several = -1

// hold notes which person of the story holds which office, as the articles have it, by
// the words of it and by the last of them: "British prime minister", "prime minister".
func (s *Set) hold(docs []*doc.Doc) {
	s.offices, s.holds = map[string]int{}, make([]bool, len(s.Entities))
	for e := range s.Entities {
		if s.Entities[e].Type != doc.Person {
			continue
		}
		for _, m := range s.Entities[e].Members {
			for _, r := range docs[m.Doc].Entities[m.Entity].Roles {
				s.holds[e] = true
				if lapsed(docs[m.Doc], r) {
					continue
				}
				for words := office(docs[m.Doc], r); words != ""; {
					if other, ok := s.offices[words]; ok && other != e {
						s.offices[words] = several
					} else {
						s.offices[words] = e
					}
					_, words, _ = strings.Cut(words, " ")
				}
			}
		}
	}
}

// lapsed reports whether the office at r is not held: "the former mayor".
func lapsed(d *doc.Doc, r span.Range) bool {
	for i := max(r.From-1, 0); i < r.To; i++ {
		if d.Lang.Compare.Lapsed.Has(d.Tokens[i].Norm) {
			return true
		}
	}
	return false
}

// longOffice is how many words of an office are looked at.
const longOffice = 6

// office returns the words of an office without an article, in small letters, and of words
// that mean the same the first. It is empty when they are more than longOffice, hold a mark,
// "the mayor, Ann Lund", or are of no office, "the host".
func office(d *doc.Doc, at span.Range) string {
	for at.From < at.To && d.Tokens[at.From].UPOS == "DET" {
		at.From++
	}
	if at.Empty() || at.Len() > longOffice || d.Lang.Compare.Relational.Has(d.Tokens[at.To-1].Norm) {
		return ""
	}
	var words []string
	for _, k := range d.Tokens[at.From:at.To] {
		if k.UPOS == "PUNCT" {
			return ""
		}
		words = append(words, d.Lang.Compare.Same(strings.ToLower(k.Norm)))
	}
	return strings.Join(words, " ")
}

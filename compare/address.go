package compare

import (
	"fmt"
	"slices"
	"strings"

	"synoptic/analyze/doc"
	"synoptic/analyze/identity"
	"synoptic/span"
)

// address is a street as a document names it.
type address struct {
	Evidence        // with its number, and "block of"
	name     string // without its kind: "partridge"
	kind     string // "drive"
	number   string // of the house or the block, in figures; empty where none is given
	block    bool   // the number is that of a block
}

// maxStreet is how many words the name of a street has at most, without its kind.
const maxStreet = 3

// addresses finds streets that accounts name differently: "Partridge Drive", "Partridge
// Lane"; "the 1700 block of Adams Trail", "the 17000 block".
func (t *table) addresses() []Disagreement {
	var lists [][]address
	for n := range t.docs {
		lists = append(lists, t.addressesOf(n))
	}
	name := func(a *address) string { return a.name }
	kind := func(a *address) string { return a.kind }
	street := func(a *address) string {
		if a.number == "" {
			return ""
		}
		return fmt.Sprint(a.name, " ", a.kind, a.block) // 3401 stands in the 3400 block
	}
	number := func(a *address) string { return a.number }
	return slices.Concat(
		t.differing(lists, name, kind, func(_, _ string) bool { return true }),
		t.differing(lists, street, number, misread),
	)
}

// differing finds addresses of one key, of different documents, that differ in a part as
// they may where one place is meant. A document that has two of one key takes no side.
func (t *table) differing(lists [][]address, key, part func(*address) string, may func(a, b string) bool) []Disagreement {
	by := map[string][]address{}
	var keys []string // in order
	for _, list := range lists {
		first, torn := map[string]*address{}, map[string]bool{}
		for i := range list {
			a := &list[i]
			k := key(a)
			if first[k] == nil {
				first[k] = a
			}
			torn[k] = torn[k] || part(first[k]) != part(a)
		}
		for i := range list {
			a := &list[i]
			k := key(a)
			if first[k] != a || torn[k] || k == "" {
				continue
			}
			if by[k] == nil {
				keys = append(keys, k)
			}
			by[k] = append(by[k], *a)
		}
	}
	var found []Disagreement
	for _, k := range keys {
		if d, ok := t.addressDifference(by[k], part, may); ok {
			found = append(found, d)
		}
	}
	return found
}

// addressConfidence is how sure it is, in hundredths, that two addresses are one.
const addressConfidence = 70

// addressDifference makes a disagreement of addresses of which part differs, as it may
// where one place is meant.
func (t *table) addressDifference(list []address, part func(*address) string, may func(a, b string) bool) (Disagreement, bool) {
	d := Disagreement{Slot: Place, About: list[0].Evidence, Claim: -1, Confidence: addressConfidence}
	var parts []string // by position
	for i := range list {
		a := &list[i]
		at := slices.Index(parts, part(a))
		if at < 0 {
			parts = append(parts, part(a))
		}
		d.put(at, Position{Value: a.Evidence, Entity: -1}, a.Evidence)
	}
	if len(parts) != 2 || !may(parts[0], parts[1]) {
		return d, false
	}
	d.relate(func(_, _ *Position) Relation { return Conflicts })
	return d, true
}

// maxAddresses is how many streets are noted of a document: one that names more is a
// list, and no news.
const maxAddresses = 100

// addressesOf lists the streets that document n names.
func (t *table) addressesOf(n int) []address {
	d := t.docs[n]
	l := &d.Lang.Compare
	var list []address
	for s := range d.Sentences {
		if !d.Sentences[s].Kind.Reported() {
			continue
		}
		for i := d.Sentences[s].From + 1; i < d.Sentences[s].To; i++ {
			kind := l.Streets[strings.TrimSuffix(d.Tokens[i].Norm, ".")]
			if kind == "" || !capital(d, i) {
				continue
			}
			from := i
			for from > d.Sentences[s].From && i-from < maxStreet && capital(d, from-1) && d.Tokens[from-1].UPOS == "PROPN" {
				from--
			}
			if from == i {
				continue
			}
			a := address{name: d.Words(span.Range{From: from, To: i}), kind: kind}
			a.name = strings.ToLower(a.name)
			if strings.ContainsAny(a.name, "0123456789") {
				continue // "62nd Street" crosses "62nd Avenue"
			}
			start := from - 1
			if k := from - 1; k > d.Sentences[s].From+1 && d.Tokens[k].Norm == l.Of && l.Blocks.Has(d.Tokens[k-1].Norm) {
				start, a.block = k-2, true
			}
			if start >= d.Sentences[s].From && figures(d.Tokens[start].Norm) {
				a.number = d.Tokens[start].Norm
			} else {
				start = from
			}
			a.Evidence = Evidence{n, d.Span(span.Range{From: start, To: i + 1})}
			if list = append(list, a); len(list) == maxAddresses {
				return list
			}
		}
	}
	return list
}

// capital reports whether a capital begins token i.
func capital(d *doc.Doc, i int) bool {
	c := d.Text[d.Tokens[i].Start]
	return 'A' <= c && c <= 'Z'
}

// figures reports whether a word is a number of two to six figures.
func figures(s string) bool {
	return len(s) >= 2 && len(s) <= 6 && strings.Trim(s, "0123456789") == ""
}

// misread reports whether two numbers of houses differ as one that is read or written
// wrongly does: in one figure, or in the order of two.
func misread(a, b string) bool { return identity.OneEdit(a, b) || turned(a, b) }

// Package entity tells who is who across the articles of one story.
package entity

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"

	"synoptic/analyze/doc"
	"synoptic/analyze/identity"
	"synoptic/analyze/quantity"
	"synoptic/lang"
	"synoptic/span"
)

// Ref is an entity of one article: the indices of the article and, within it,
// in Doc.Entities.
type Ref struct {
	Doc, Entity int
}

// Entity is who or what the articles of a story speak of.
type Entity struct {
	Type    doc.Type
	Name    string   // the form used most among the full ones
	Aliases []string // other spellings, sorted
	// Participant is true when it is one in any article.
	Participant bool
	Members     []Ref // ordered by article, then entity
	// Because says for each member by which rule it was joined, for a person
	// to read; it is empty for the one that the others were joined to.
	Because []string
}

// Set is all entities of a story. Their order is that of their first members
// in the articles as given.
type Set struct {
	Entities []Entity
	of       [][]int
	offices  map[string]int // the person who holds each, or several
	holds    []bool         // by entity: whether it holds any
}

// Of returns the index in s.Entities of an entity of article n, or -1 when
// there is none such.
func (s *Set) Of(n, entity int) int {
	if n < 0 || n >= len(s.of) || entity < 0 || entity >= len(s.of[n]) {
		return -1
	}
	return s.of[n][entity]
}

// Resolve joins the entities of the articles. What it joins does not depend on
// the order of docs.
func Resolve(docs []*doc.Doc) *Set {
	s := &Set{of: make([][]int, len(docs))}
	if len(docs) == 0 {
		return s
	}
	r := resolver{docs: docs, l: &docs[0].Lang.Name}
	r.read()
	r.index()
	r.exact()
	r.acronyms()
	r.oneWord()
	r.people()
	r.near()
	r.slips()
	r.short()
	r.untyped()
	r.collect(s)
	s.hold(docs)
	return s
}

// resolver joins locals, the entities of all articles, by union and find.
type resolver struct {
	docs   []*doc.Doc
	l      *lang.Name
	locals []local
	order  []int // locals in an order that does not depend on that of the articles
	rank   []int // the place of each local in order
	// byWord gives for a family name, a given name or the whole without blanks
	// the persons that bear it, in order.
	byWord map[string][]int
}

// local is an entity of one article.
type local struct {
	ref   Ref
	typ   doc.Type
	name  string
	form  identity.Form
	forms []identity.Form // of all spellings
	keys  []string
	signs bool
	ages  []float64 // that the article gives the person, in years
	up    int       // the local it is joined to, itself when none
	why   string
	// Of a local that is joined to none: the articles of all that are joined
	// to it, and how often they name it.
	docs   map[int]struct{}
	weight int
}

func (r *resolver) read() {
	for n, d := range r.docs {
		for e := range d.Entities {
			x := &d.Entities[e]
			t := local{ref: Ref{n, e}, typ: x.Type, name: x.Name, form: identity.NewForm(r.l, x.Name), signs: !x.Participant && x.Type == doc.Person, up: len(r.locals), docs: map[int]struct{}{n: {}}, weight: len(x.Names)}
			for _, a := range append([]string{x.Name}, x.Aliases...) {
				f := identity.NewForm(r.l, a)
				t.forms = append(t.forms, f)
				if k := identity.Known(r.l, a); k != "" && x.Type != doc.Person {
					t.keys = append(t.keys, "known "+k)
				} else if f.Key() != "" && (len(t.keys) == 0 || x.Type != doc.Person) {
					t.keys = append(t.keys, f.Key())
				}
			}
			r.locals = append(r.locals, t)
		}
		r.ages(n, len(r.locals)-len(d.Entities))
	}
	r.order = make([]int, len(r.locals))
	for i := range r.order {
		r.order[i] = i
	}
	slices.SortStableFunc(r.order, func(a, b int) int {
		x, y := &r.locals[a], &r.locals[b]
		return cmp.Or(cmp.Compare(len(y.form.Words), len(x.form.Words)), cmp.Compare(x.form.Key(), y.form.Key()), cmp.Compare(x.typ, y.typ), cmp.Compare(x.name, y.name))
	})
}

// ages notes how old document n, whose locals begin at first, says that people are.
func (r *resolver) ages(n, first int) {
	d := r.docs[n]
	for i := range d.Quantities {
		q := &d.Quantities[i]
		if q.Dimension != quantity.Age || q.Head < 0 || q.Low != q.High {
			continue
		}
		for _, name := range d.NamesIn(span.Range{From: q.Head, To: q.Head + 1}) {
			if name.Entity >= 0 && name.Type == doc.Person {
				x := &r.locals[first+name.Entity]
				x.ages = append(x.ages, q.Low)
			}
		}
	}
}

// index notes how the persons with full names may be looked up.
func (r *resolver) index() {
	r.rank = make([]int, len(r.locals))
	r.byWord = map[string][]int{}
	for n, i := range r.order {
		r.rank[i] = n
		x := &r.locals[i]
		if x.typ != doc.Person || !x.form.Full() {
			continue
		}
		words := []string{identity.Spelling(r.l, x.form.Family()), identity.Spelling(r.l, x.form.Words[0]), strings.Join(x.form.Given(), ""), strings.Join(x.form.Words, "")}
		slices.Sort(words)
		for _, w := range slices.Compact(words) {
			r.byWord[w] = append(r.byWord[w], i)
		}
	}
}

// bearers returns the persons whose full names may be f's, or have f as their
// family or given name, in order.
func (r *resolver) bearers(f identity.Form) []int {
	all := slices.Concat(
		r.byWord[identity.Spelling(r.l, f.Family())],
		r.byWord[identity.Spelling(r.l, f.Words[len(f.Words)-1])],
		r.byWord[strings.Join(f.Words, "")])
	slices.SortFunc(all, func(a, b int) int { return cmp.Compare(r.rank[a], r.rank[b]) })
	return slices.Compact(all)
}

func (r *resolver) find(i int) int {
	for r.locals[i].up != i {
		r.locals[i].up = r.locals[r.locals[i].up].up
		i = r.locals[i].up
	}
	return i
}

func (r *resolver) join(a, b int, why string) {
	a, b = r.find(a), r.find(b)
	if a == b {
		return
	}
	a, b = min(a, b), max(a, b)
	x, y := &r.locals[a], &r.locals[b]
	y.up, y.why = a, why
	x.weight += y.weight
	if len(x.docs) < len(y.docs) {
		x.docs, y.docs = y.docs, x.docs
	}
	for n := range y.docs {
		x.docs[n] = struct{}{}
	}
}

// family is the kind of thing that names may be compared within: bodies,
// places and unknown ones share names, people and peoples do not.
func family(t doc.Type) string {
	switch t {
	case doc.Person, doc.GroupType:
		return string(t)
	}
	return "thing"
}

// exact joins entities that are no persons by any key they have in common.
func (r *resolver) exact() {
	first := map[string]int{}
	for _, i := range r.order {
		x := &r.locals[i]
		if x.typ == doc.Person {
			continue
		}
		for _, k := range x.keys {
			k = family(x.typ) + "/" + k
			if j, ok := first[k]; ok {
				r.join(i, j, "a name in common")
			} else {
				first[k] = i
			}
		}
	}
}

// acronyms joins a body known only by its letters in one article to the one
// body of the story that they stand for.
func (r *resolver) acronyms() {
	full := map[string]int{}
	for _, i := range r.order {
		x := &r.locals[i]
		if x.typ != doc.Organization || len(x.form.Words) < 3 {
			continue
		}
		a := x.form.Acronym(r.l)
		if j, ok := full[a]; ok && (j < 0 || r.find(j) != r.find(i)) {
			full[a] = -1
		} else {
			full[a] = i
		}
	}
	for _, i := range r.order {
		x := &r.locals[i]
		if x.typ != doc.Organization && x.typ != doc.Other || len(x.form.Words) != 1 || len(x.form.Words[0]) < 3 || strings.ToUpper(x.name) != x.name {
			continue
		}
		if j, ok := full[x.form.Words[0]]; ok && j >= 0 {
			r.join(i, j, "its first letters")
		}
	}
}

// oneWord joins a body that an article knows by one word only to the one body
// of the story that begins or ends with it.
func (r *resolver) oneWord() {
	full := map[string]int{}
	for _, i := range r.order {
		x := &r.locals[i]
		if x.typ != doc.Organization || len(x.form.Words) < 2 || x.known() {
			continue
		}
		for _, w := range []string{x.form.Words[0], x.form.Words[len(x.form.Words)-1]} {
			if j, ok := full[w]; ok && (j < 0 || r.find(j) != r.find(i)) {
				full[w] = -1
			} else {
				full[w] = i
			}
		}
	}
	for _, i := range r.order {
		x := &r.locals[i]
		if x.typ != doc.Organization || len(x.form.Words) != 1 || x.known() {
			continue
		}
		if j, ok := full[x.form.Words[0]]; ok && j >= 0 && identity.OneWordOf(r.l, x.form, r.locals[j].form) && !r.clash(i, j) {
			r.join(i, j, "one word of its name")
		}
	}
}

// known reports whether the gazetteer has one of the names of x.
func (x *local) known() bool {
	return slices.ContainsFunc(x.keys, func(k string) bool { return strings.HasPrefix(k, "known ") })
}

// untyped joins what one article has as a thing, or cannot tell, and another as
// a person by the same words: to the person when it is nothing else for sure or
// the name is in full, else to the thing when it is named more often and the
// person has no role.
func (r *resolver) untyped() {
	things := map[string]int{}
	for _, i := range r.order {
		x := &r.locals[i]
		if x.typ == doc.Person || x.typ == doc.GroupType || x.known() {
			continue
		}
		if j, ok := things[x.form.Key()]; !ok || r.locals[r.find(j)].weight < r.locals[r.find(i)].weight {
			things[x.form.Key()] = i
		}
	}
	for _, i := range r.order {
		x := &r.locals[i]
		if x.typ != doc.Person {
			continue
		}
		j, ok := things[x.form.Key()]
		if !ok || r.clash(i, j) || len(x.form.Key()) < 4 {
			continue
		}
		one := r.docs[x.ref.Doc].Entities[x.ref.Entity]
		if r.locals[j].typ == doc.Other && (x.form.Full() || len(one.Roles) > 0) || !x.form.Full() && len(one.Roles) == 0 && r.find(i) == i && r.locals[r.find(j)].weight >= r.locals[i].weight {
			r.join(i, j, "the same words")
		}
	}
}

// people joins persons by their full names. No two persons of one article are
// ever joined, nor one who signs an article with one who is in the news.
func (r *resolver) people() {
	seen := map[string]int{}
	for _, i := range r.order {
		x := &r.locals[i]
		if x.typ != doc.Person || !x.form.Full() {
			continue
		}
		k := signed(x.form.Key(), x.signs)
		if j, ok := seen[k]; ok && !r.clash(i, j) {
			r.join(i, j, "the same full name")
			continue
		}
		seen[k] = i
		for _, j := range r.bearers(x.form) {
			y := &r.locals[j]
			if r.rank[j] < r.rank[i] && x.signs == y.signs && r.find(i) != r.find(j) && r.same(x, y) && !r.clash(i, j) {
				r.join(i, j, "the same full name")
			}
		}
	}
}

// near joins persons whose full names are spelled nearly alike, such as those
// brought over from another alphabet.
func (r *resolver) near() {
	r.pair("nearly the same spelling", func(x, y *local) bool {
		return identity.NearPerson(r.l, x.form, y.form) && !otherAge(x, y)
	})
}

// slips joins persons one of whose names is a misspelling of the other's. In a large story,
// where many people are named, they are to be of one age too.
func (r *resolver) slips() {
	r.pair("a slip in the spelling", func(x, y *local) bool {
		sure := slices.ContainsFunc(x.ages, func(age float64) bool { return slices.Contains(y.ages, age) })
		return (sure || len(r.docs) <= fewReports) && !otherAge(x, y) && identity.SlipOfPerson(r.l, x.form, y.form, sure)
	})
}

// pair joins persons of different articles who share a family or a given name, as it is
// spelled or nearly so, and are one by what else is told.
func (r *resolver) pair(why string, one func(x, y *local) bool) {
	for _, i := range r.order {
		x := &r.locals[i]
		if x.typ != doc.Person || !x.form.Full() {
			continue
		}
		for _, j := range slices.Concat(r.byWord[identity.Spelling(r.l, x.form.Family())], r.byWord[identity.Spelling(r.l, x.form.Words[0])]) {
			y := &r.locals[j]
			if r.rank[j] < r.rank[i] && x.signs == y.signs && r.find(i) != r.find(j) && one(x, y) && !r.clash(i, j) {
				r.join(i, j, why)
			}
		}
	}
}

// otherAge reports whether two persons are told to be more than a year apart in age.
func otherAge(x, y *local) bool {
	return len(x.ages) > 0 && len(y.ages) > 0 && !slices.ContainsFunc(x.ages, func(a float64) bool {
		return slices.ContainsFunc(y.ages, func(b float64) bool { return max(a-b, b-a) <= 1 })
	})
}

// fewReports is up to how many reports two names that differ by a slip are taken for one
// person's whatever else is told.
const fewReports = 20

// same reports whether two persons have the same full name. "Jr." may be left
// out of a name that no other person of the story bears without it.
func (r *resolver) same(x, y *local) bool {
	if !identity.SamePerson(r.l, x.form, y.form) {
		return false
	}
	return x.form.Suffix == y.form.Suffix || !r.shared(x)
}

// shared reports whether some article tells two bearers of x's family name
// apart, so that a suffix may not be left out.
func (r *resolver) shared(x *local) bool {
	count := make(map[int]int)
	for i := range r.locals {
		z := &r.locals[i]
		if z.typ != doc.Person || z.signs != x.signs {
			continue
		}
		if identity.Alike(r.l, z.form.Family(), x.form.Family()) {
			if count[z.ref.Doc]++; count[z.ref.Doc] > 1 {
				return true
			}
		}
	}
	return false
}

// signed keeps the key of one who signs an article apart.
func signed(key string, signs bool) string {
	if signs {
		return key + " signs"
	}
	return key
}

// clash reports whether joining i and j would join two entities of one article.
func (r *resolver) clash(i, j int) bool {
	a, b := r.locals[r.find(i)].docs, r.locals[r.find(j)].docs
	if len(a) > len(b) {
		a, b = b, a
	}
	for n := range a {
		if _, ok := b[n]; ok {
			return true
		}
	}
	return false
}

// short joins a person whom an article knows by a short name only to the one
// person of the story whose full name it is part of.
func (r *resolver) short() {
	for _, i := range r.order {
		x := &r.locals[i]
		if x.typ != doc.Person {
			continue
		}
		found, weight, tie := -1, 0, false
		for _, j := range r.bearers(x.form) {
			y := &r.locals[j]
			if i == j || y.signs != x.signs || len(y.form.Words) <= len(x.form.Words) || !r.shortOf(x, y) || r.clash(i, j) {
				continue
			}
			if found >= 0 && r.find(found) == r.find(j) {
				continue
			}
			w := r.locals[r.find(j)].weight
			switch {
			case found < 0 || w > 2*weight:
				found, tie, weight = j, false, w
			case 2*w >= weight:
				tie = true
			}
		}
		if found >= 0 && !tie {
			r.join(i, found, "short for the one name that it fits")
		}
	}
	r.alone()
}

// shortOf reports whether x may be short for the full name of y: "Jr." stays
// with "Jr.".
func (r *resolver) shortOf(x, y *local) bool {
	if x.form.Suffix != "" {
		return x.form.Suffix == y.form.Suffix && (identity.ShortOf(r.l, x.form, y.form) || identity.GivenOf(r.l, x.form, y.form))
	}
	return identity.ShortOf(r.l, x.form, y.form)
}

// alone joins persons that no article names in full, by the same short name.
func (r *resolver) alone() {
	first := map[string]int{}
	for _, i := range r.order {
		x := &r.locals[i]
		if x.typ != doc.Person || x.form.Full() || r.find(i) != i {
			continue
		}
		k := signed(x.form.Key(), x.signs)
		if j, ok := first[k]; ok && !r.clash(i, j) {
			r.join(i, j, "the same short name")
		} else if !ok {
			first[k] = i
		}
	}
}

// collect writes the joined entities.
func (r *resolver) collect(s *Set) {
	at := map[int]int{}
	for n, d := range r.docs {
		s.of[n] = make([]int, len(d.Entities))
	}
	for i := range r.locals {
		x := &r.locals[i]
		root := r.find(i)
		e, ok := at[root]
		if !ok {
			e = len(s.Entities)
			at[root] = e
			s.Entities = append(s.Entities, Entity{})
		}
		out := &s.Entities[e]
		out.Members = append(out.Members, x.ref)
		out.Because = append(out.Because, x.why)
		out.Participant = out.Participant || r.docs[x.ref.Doc].Entities[x.ref.Entity].Participant
		s.of[x.ref.Doc][x.ref.Entity] = e
	}
	for e := range s.Entities {
		r.name(&s.Entities[e])
	}
}

// name settles the name, type and aliases of e: the name is the one of most
// words with all given names, the most frequent of those that have as many.
func (r *resolver) name(e *Entity) {
	count, kinds := map[string]int{}, map[doc.Type]int{}
	for _, m := range e.Members {
		d := r.docs[m.Doc]
		x := &d.Entities[m.Entity]
		kinds[x.Type] += len(x.Names)
		for _, n := range x.Names {
			count[d.Words(d.Names[n].Range)]++
		}
	}
	names := slices.Sorted(maps.Keys(count))
	// A name in a dateline or a shouted headline counts for its plain spelling.
	upper := map[string]int{}
	for _, w := range names {
		upper[strings.ToUpper(w)] += count[w]
	}
	for _, w := range names {
		if u := strings.ToUpper(w); u != w {
			count[w] = upper[u]
		}
	}
	var types []doc.Type
	for t := range kinds {
		types = append(types, t)
	}
	slices.SortFunc(types, func(a, b doc.Type) int {
		return cmp.Or(last(a == doc.Other, b == doc.Other), cmp.Compare(kinds[b], kinds[a]), cmp.Compare(a, b))
	})
	if len(types) > 0 {
		e.Type = types[0]
	}
	full := func(w string) bool {
		f := identity.NewForm(r.l, w)
		return e.Type != doc.Person || f.Full() && !slices.ContainsFunc(names, func(o string) bool { return familyOf(w, o) })
	}
	letters := func(w string) bool {
		if e.Type != doc.Organization {
			return false
		}
		f := identity.NewForm(r.l, w)
		return strings.ToUpper(w) == w || slices.ContainsFunc(names, func(o string) bool { return identity.OneWordOf(r.l, f, identity.NewForm(r.l, o)) })
	}
	shout := func(w string) bool { return e.Type != doc.Organization && len(w) > 4 && strings.ToUpper(w) == w }
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(
			last(!full(a), !full(b)),
			last(letters(a), letters(b)),
			last(shout(a), shout(b)),
			cmp.Compare(count[b], count[a]),
			cmp.Compare(len(b), len(a)),
			cmp.Compare(a, b))
	})
	if len(names) == 0 {
		return
	}
	e.Name = names[0]
	e.Aliases = slices.Clone(names[1:])
	slices.Sort(e.Aliases)
}

// familyOf reports whether w is the family name of several words in the full
// name o: "De la Cruz" in "Ana de la Cruz".
func familyOf(w, o string) bool {
	at := len(o) - len(w)
	return at > 0 && o[at-1] == ' ' && strings.EqualFold(o[at:], w) && unicode.IsLower(rune(o[at]))
}

// last orders what a test holds for after the rest.
func last(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

package identity

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"synoptic/analyze/doc"
)

// bodies joins the names of what is no person: the same names first, then
// short ones to the one longer name that they fit, longer ones first.
func (r *resolver) bodies() {
	from := len(r.ents)
	for i, n := range r.d.Names {
		if n.Type == doc.Person {
			continue
		}
		m := &r.names[i]
		key := string(n.Type) + "/" + m.key
		if m.key == "" {
			key = string(n.Type) + "=" + m.form.Key()
		}
		e, ok := r.byKey[key]
		if !ok {
			e = len(r.ents)
			r.ents = append(r.ents, entity{typ: n.Type, form: m.form, key: m.key, signed: true, up: e})
			r.byKey[key] = e
		}
		r.join(i, e, "the same name")
	}
	var order []int
	for e := from; e < len(r.ents); e++ {
		order = append(order, e)
		r.indexBody(e)
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(len(r.ents[b].form.Words), len(r.ents[a].form.Words))
	})
	for _, e := range order {
		if x, because := r.longer(e); x >= 0 {
			r.merge(e, x, because)
		}
	}
	r.respelled(order)
	r.homeland(order)
}

// respelled joins places and bodies that differ by vowels only, as names
// brought over from another script do, to those named more often, unless
// everyone knows both.
func (r *resolver) respelled(bodies []int) {
	first := map[string]int{}
	for _, e := range bodies {
		x := &r.ents[e]
		c := consonants(Spelling(r.l, x.form.all))
		if x.up != e || x.typ != doc.Place && x.typ != doc.Organization || len(c) < 4 || len(x.form.all) < 6 {
			continue
		}
		k := fmt.Sprint(x.typ, len(x.form.Words), " ", c)
		o, ok := first[k]
		if !ok {
			first[k] = e
			continue
		}
		y := &r.ents[o]
		if x.key != "" && y.key != "" {
			continue
		}
		if len(x.names) > len(y.names) {
			first[k] = e
			r.merge(o, e, respelling)
		} else {
			r.merge(e, o, respelling)
		}
	}
}

// homeland joins "the Nation" to the country that the article names most.
func (r *resolver) homeland(bodies []int) {
	home, tie := -1, false
	for _, e := range bodies {
		x := &r.ents[e]
		if x.typ != doc.Place || len(x.names) == 0 || !r.country(x) {
			continue
		}
		if home >= 0 && len(x.names) == len(r.ents[home].names) {
			tie = true
		}
		if home < 0 || len(x.names) > len(r.ents[home].names) {
			home, tie = e, false
		}
	}
	if home < 0 || tie || len(r.ents[home].names) < 2 {
		return
	}
	r.home = r.ents[home].key
	for _, e := range bodies {
		if x := &r.ents[e]; x.typ == doc.Place && len(x.names) > 0 && len(x.form.Words) == 1 && r.l.Homeland.Has(x.form.Words[0]) {
			r.merge(e, home, "the country that the article names most")
		}
	}
}

// respelling is why names that are spelled nearly alike are joined.
const respelling = "nearly the same spelling"

// merge puts all names of e into x, and says why of the first, which the
// others were joined to.
func (r *resolver) merge(e, x int, because string) {
	names := r.ents[e].names
	r.ents[e].names, r.ents[e].up = nil, x
	for _, i := range names {
		why := r.names[i].because
		if why == "" {
			why = because
		}
		r.join(i, x, why)
	}
}

// body returns what e has been joined to, itself when nothing.
func (r *resolver) body(e int) int {
	for r.ents[e].up != e {
		e = r.ents[e].up
	}
	return e
}

// longer returns the body of which e is a short form, and why. It returns -1
// when there is none, or more than one.
func (r *resolver) longer(e int) (int, string) {
	found, because := -1, ""
	for _, o := range r.nearBody(e) {
		o = r.body(o)
		if o == e || o == found {
			continue
		}
		why := r.shortFor(e, o)
		switch {
		case why == "":
		case found >= 0:
			return -1, ""
		default:
			found, because = o, why
		}
	}
	return found, because
}

// shortFor says how e is a short form of x: by its letters, as the first or
// last words of its name, or as the compass point of a country. It is empty when
// e is none.
func (r *resolver) shortFor(e, x int) string {
	a, b := &r.ents[e], &r.ents[x]
	short, long := a.form.Words, b.form.Words
	if len(long) < len(short) || len(long) == len(short) && len(long) > 1 {
		return ""
	}
	body := b.typ == doc.Organization && (a.typ == doc.Organization || a.typ == doc.Other) && a.key == ""
	place := a.typ == doc.Place && b.typ == doc.Place
	switch {
	case (body || place && a.key == "") && r.acronymOf(a, b):
		return "its first letters"
	case body && (r.tail(a, b) || b.key == "" && (OneWordOf(r.l, a.form, b.form) || r.lastOf(a, b))):
		return "its last words"
	case (body || place && a.key == "") && r.headOf(a, b):
		return "its first words"
	case body && a.typ == b.typ && b.key == "" && r.adherents(a, b):
		return "what the body is of"
	case place && (a.key == "" && r.without(a, b) || r.styled(a, b)):
		return "without the word for what it is"
	case a.typ == b.typ && r.compass(a, b):
		return "its point of the compass"
	}
	return ""
}

// lastOf reports whether a is the last word of the body b, with an article:
// "the Harriers".
func (r *resolver) lastOf(a, b *entity) bool {
	short, long := a.form.Words, b.form.Words
	return len(short) == 1 && len(long) > 1 && len(short[0]) > 3 && short[0] == long[len(long)-1] && !r.hangs(long[len(long)-2]) && r.withArticle(a)
}

// adherents reports whether a is what the body b is of: "Scientology" of the
// "Church of Scientology".
func (r *resolver) adherents(a, b *entity) bool {
	w := b.form.Words
	return len(a.form.Words) == 1 && len(w) == 3 && r.l.Connectors[w[1]] == "of" && w[2] == a.form.Words[0] && r.l.Heads[w[0]].Type == string(doc.Organization)
}

// without reports whether a is the place b without the words that say what it
// is: the "Senja" of "Senja Park", the "Chathams" of "Chatham Islands".
func (r *resolver) without(a, b *entity) bool {
	short, long := a.form.Words, b.form.Words
	n := len(short)
	if len(long) <= n {
		return false
	}
	head := long[len(long)-1]
	if n == 1 && len(long) == 2 && short[0] == long[0]+"s" && r.l.LeftOut.Has(head) {
		return true
	}
	if !slices.Equal(short, long[:n]) || !allHeads(r.l, long[n:]) {
		return false
	}
	label := r.d.Names[a.names[0]].Label
	return label != "" && label == r.l.Heads[head].Label || label == "" && r.l.LeftOut.Has(head)
}

// compass reports whether a is the compass point of the country b, "the South".
func (r *resolver) compass(a, b *entity) bool {
	w := a.form.Words
	return len(w) == 1 && r.l.Points.Has(w[0]) && len(b.form.Words) == 2 && b.form.Words[0] == w[0] && r.country(b) && r.withArticle(a)
}

// country reports whether x has the name of a country.
func (r *resolver) country(x *entity) bool {
	k, ok := r.l.Find(x.key)
	return ok && k.Label == "Country"
}

// withArticle reports whether an article stands before one of the first names
// of x.
func (r *resolver) withArticle(x *entity) bool {
	return slices.ContainsFunc(x.names[:min(len(x.names), looked)], func(i int) bool {
		at := r.d.Names[i].From
		return at > 0 && r.l.Articles.Has(r.d.Tokens[at-1].Norm)
	})
}

// looked is how many names of one thing are looked at.
const looked = 8

// acronymOf reports whether a is the first letters of b, in capitals: two of a
// place, or of a body when they stand in parentheses, and otherwise three.
func (r *resolver) acronymOf(a, b *entity) bool {
	w := a.form.Words[0]
	if len(a.form.Words) != 1 || len(w) < 2 || len(b.form.Words) < 2 || b.form.Acronym(r.l) != w && b.form.letters() != w {
		return false
	}
	return slices.ContainsFunc(a.names[:min(len(a.names), looked)], func(i int) bool {
		n := r.d.Names[i]
		text := r.d.Words(n.Range)
		return n.Len() == 1 && text == strings.ToUpper(text) && (len(w) > 2 || b.typ == doc.Place || n.From > 0 && r.d.Tokens[n.From-1].Norm == "(")
	})
}

// tail reports whether a is the last words of b and what b has before them is
// a country or people, so that "Defense Ministry" is the "Russian Defense
// Ministry".
func (r *resolver) tail(a, b *entity) bool {
	short, long := a.form.Words, b.form.Words
	skip := len(long) - len(short)
	if len(short) < 2 || skip < 1 || b.key != "" || !slices.Equal(short, long[skip:]) {
		return false
	}
	var node int32
	for _, w := range long[:skip] {
		if w == "us" {
			w = "u.s."
		}
		if node = r.l.Known.Step(node, w); node == 0 {
			return false
		}
	}
	k, ok := r.l.Known.At(node)
	return ok && (k.Type == "group" || k.Type == "place")
}

// headOf reports whether b is a with more after it: "Supreme Court" of "Supreme
// Court of Peru". One word alone has an article.
func (r *resolver) headOf(a, b *entity) bool {
	short, long := a.form.Words, b.form.Words
	if len(long) < len(short)+2 || !slices.Equal(short, long[:len(short)]) || r.l.Heads[short[len(short)-1]].Type == "" {
		return false
	}
	return r.hangs(long[len(short)]) && (len(short) > 1 || r.withArticle(a))
}

// hangs reports whether a word ties what follows to the name before it.
func (r *resolver) hangs(w string) bool {
	return r.l.Connectors[w] == "of" || r.l.PlacePrepositions.Has(w)
}

// styled reports whether b is the place a with a word for what it is before
// it: "City of Cleveland".
func (r *resolver) styled(a, b *entity) bool {
	for k, w := range b.form.Words {
		if k > 0 && r.l.Connectors[w] == "of" {
			return slices.Equal(a.form.Words, b.form.Words[k+1:])
		}
		if !r.l.Styles.Has(w) {
			return false
		}
	}
	return false
}

// indexBody makes e, which is no person, found by its first word, its last, its
// last two, its acronym and the words around "of".
func (r *resolver) indexBody(e int) {
	f := r.ents[e].form
	keys := []string{"first " + f.Words[0], "end " + f.Words[len(f.Words)-1], "last " + f.tail(), "letters " + f.Acronym(r.l), "letters " + f.letters(), "first " + f.Words[0] + "s"}
	for k, w := range f.Words {
		if k > 0 && r.hangs(w) {
			keys = append(keys, "before "+strings.Join(f.Words[:k], " "), "after "+strings.Join(f.Words[k+1:], " "))
			break
		}
	}
	for _, k := range keys {
		r.note(k, e)
	}
}

// tail returns the last two words, by which longer names of the same thing are
// found.
func (f Form) tail() string {
	return strings.Join(f.Words[max(0, len(f.Words)-2):], " ")
}

// nearBody returns the bodies that e may be short for, by index.
func (r *resolver) nearBody(e int) []int {
	f := r.ents[e].form
	whole := strings.Join(f.Words, " ")
	all := slices.Concat(r.byWord["last "+f.tail()], r.byWord["before "+whole], r.byWord["after "+whole])
	if len(f.Words) == 1 {
		all = slices.Concat(all, r.byWord["first "+whole], r.byWord["end "+whole], r.byWord["letters "+whole])
	}
	slices.Sort(all)
	return slices.Compact(all)
}

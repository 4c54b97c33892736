package identity

import (
	"slices"
	"strings"

	"synoptic/analyze/doc"
	"synoptic/lang"
	"synoptic/span"
)

// people joins the names of persons: full names first, then short ones to the
// full name they most likely stand for. Two full names are never joined for a
// short one's sake.
func (r *resolver) people() {
	var short []int
	r.titled = map[string]bool{}
	for i := range r.names {
		if m := &r.names[i]; len(m.heads) > 0 {
			r.titled[m.form.Key()] = true
		}
	}
	for i, n := range r.d.Names {
		if n.Type != doc.Person {
			continue
		}
		m := &r.names[i]
		if m.office {
			continue
		}
		if !m.form.Full() || r.partOf(m) {
			short = append(short, i)
			continue
		}
		if e, because := r.samePerson(m); e >= 0 {
			r.join(i, e, because)
		} else {
			r.person(i)
		}
	}
	r.suffixes(short)
	for _, i := range short {
		if e := r.fullOf(i); e >= 0 {
			r.join(i, e, "short for the name")
		} else {
			r.person(i)
		}
	}
}

// suffixes lets the one bearer of a name with "Jr." be named without it: once,
// when he came first, was spoken of by the family name before that, and nobody
// of that family name came before him; or wherever, when only one formal mention
// has the suffix, with a middle name that the others leave out too.
func (r *resolver) suffixes(short []int) {
	spoken := map[string][]int{} // short names by spelling, in order
	junior := lang.Set{}         // those with a suffix
	for _, i := range short {
		if f := r.names[i].form; len(f.Words) == 1 {
			k := Spelling(r.l, f.all)
			spoken[k] = append(spoken[k], i)
			if f.Suffix != "" {
				junior[k] = struct{}{}
			}
		}
	}
	for e := range r.ents {
		x := &r.ents[e]
		if x.typ != doc.Person || len(x.names) == 0 || x.form.Suffix != "" || len(x.heads) > 0 {
			continue
		}
		family := Spelling(r.l, x.form.Family())
		for _, o := range r.near(x.form) {
			y := &r.ents[o]
			if y.typ != doc.Person || y.form.Suffix == "" || y.inSigned != x.inSigned || !SamePerson(r.l, x.form, y.form) {
				continue
			}
			formal := len(y.names) == 1 && len(y.form.Words) == 3 && len(x.form.Words) == 2 && !r.kin(y.heads) && !junior.Has(family)
			first, again := y.names[0], x.names[0]
			at, _ := slices.BinarySearch(spoken[family], first)
			before := at > 0
			between := at < len(spoken[family]) && spoken[family][at] < again
			if formal || len(x.names) == 1 && !before && between {
				r.merge(e, o, "the only one of the name")
				break
			}
		}
	}
}

// fulls notes what the full names of people may end in.
func (r *resolver) fulls() {
	r.tails = map[string]int{}
	seen := map[string]bool{}
	for i, n := range r.d.Names {
		x := &r.names[i]
		if n.Type != doc.Person || x.office {
			continue
		}
		k := x.form.Key()
		if x.signed {
			k += " signed"
		}
		if x.form.Full() && !seen[k] {
			seen[k] = true
			note := func(tail string) {
				if x.signed {
					tail += " signed"
				}
				r.tails[tail] = max(r.tails[tail], len(x.form.Words))
			}
			if x.form.FamilyFirst {
				note(x.form.given)
				continue
			}
			for i := 1; i < min(len(x.form.Words), longName); i++ {
				note(strings.Join(x.form.Words[i:], ""))
			}
		}
	}
}

// longName is the number of words from which on a name is looked at no
// further.
const longName = 12

// partOf reports whether a name of several words is part of a longer one:
// "Jong-un", "bin Salman".
func (r *resolver) partOf(m *mention) bool {
	k := m.form.all
	if m.signed {
		k += " signed"
	}
	return r.tails[k] > len(m.form.Words)
}

func (r *resolver) person(i int) {
	m := &r.names[i]
	r.ents = append(r.ents, entity{typ: doc.Person, form: m.form, gender: m.gender, signed: true, inSigned: m.signed})
	r.join(i, len(r.ents)-1, "")
}

// near returns the persons that f may name in full or in short, by index. The
// next call writes over the list.
func (r *resolver) near(f Form) []int {
	r.found = r.found[:0]
	for _, w := range []string{Spelling(r.l, f.Family()), Spelling(r.l, f.Words[len(f.Words)-1]), Spelling(r.l, f.Words[0]), nick(r.l, f.Words[0]), f.all} {
		r.found = append(r.found, r.byWord[w]...)
	}
	slices.Sort(r.found)
	r.found = slices.Compact(r.found)
	return r.found
}

// index makes person e found by the family and given names in f.
func (r *resolver) index(e int, f Form) {
	for _, w := range []string{Spelling(r.l, f.Family()), Spelling(r.l, f.Words[0]), nick(r.l, f.Words[0]), f.given, f.all} {
		if w != "" {
			r.note(w, e)
		}
	}
}

// bearers is how many entities one word is noted for: where more bear it, it
// tells nobody apart.
const bearers = 32

// note makes entity e found by the word w.
func (r *resolver) note(w string, e int) {
	if list := r.byWord[w]; len(list) < bearers && !slices.Contains(list, e) {
		r.byWord[w] = append(list, e)
	}
}

// samePerson returns the person that the full name m names, or -1, and why: the same
// name, or else one spelled nearly so. A name with "Jr." is another's than the
// same name without.
func (r *resolver) samePerson(m *mention) (int, string) {
	nearly := -1
	for _, e := range r.near(m.form) {
		x := &r.ents[e]
		if x.inSigned != m.signed || x.form.Suffix != m.form.Suffix {
			continue
		}
		if SamePerson(r.l, x.form, m.form) {
			return e, "the same full name"
		}
		if nearly < 0 && NearPerson(r.l, x.form, m.form) && !(x.gender != "" && m.gender != "" && x.gender != m.gender) {
			nearly = e
		}
	}
	return nearly, respelling
}

// fullOf returns the person whom the short name i most likely means, or -1.
func (r *resolver) fullOf(i int) int {
	m := &r.names[i]
	best, bestScore := -1, -1
	for _, e := range r.near(m.form) {
		x := &r.ents[e]
		if len(x.names) == 0 || x.inSigned != m.signed || x.gender != "" && m.gender != "" && x.gender != m.gender {
			continue
		}
		score := r.fit(i, e)
		if score > bestScore {
			best, bestScore = e, score
		}
	}
	return best
}

// fit scores how well the short name i stands for person e; -1 when it cannot.
func (r *resolver) fit(i, e int) int {
	m, x := &r.names[i], &r.ents[e]
	given := false
	switch {
	case m.form.Suffix != "" && m.form.Suffix != x.form.Suffix && !r.ruler(m.form, x.form):
		return -1
	case !x.form.Full():
		if (x.form.all != m.form.all || x.form.Suffix != m.form.Suffix && !r.l.Numerals.Has(x.form.Suffix) && !r.l.Numerals.Has(m.form.Suffix)) && !(len(x.form.Words) == 1 && len(m.form.Words) == 1 && (nick(r.l, x.form.all) == m.form.all || x.form.all == nick(r.l, m.form.all))) {
			return -1
		}
	case ShortOf(r.l, m.form, x.form), slices.ContainsFunc(x.also, func(f Form) bool { return ShortOf(r.l, m.form, f) }):
	case GivenOf(r.l, m.form, x.form):
		given = true
	default:
		return -1
	}
	heads, own := m.told, x.told
	match := false
	for _, h := range m.heads {
		match = match || r.fits(h, x.heads)
	}
	before := r.d.Names[x.names[0]].From < r.d.Names[i].From
	switch {
	case match:
	case given && len(heads) > 0:
		return -1 // "Sergei, a carpenter" is not Sergei Doe
	case len(heads) > 0 && len(own) > 0 && (r.kin(own) || x.form.Suffix != "" || !before):
		return -1 // "President Doe" is not "his daughter Jane Doe"
	case len(heads) > 0 && x.form.Suffix != "":
		return -1
	case (r.kin(own) || x.form.Suffix != "" && r.titled[m.form.Key()]) && !before:
		return -1
	}
	score := 0
	if match {
		score += 1000
	}
	if before {
		score += 400
	}
	if !given {
		score += 600
	}
	if r.kin(own) && !match {
		score -= 20 // relatives are rarely meant by the family name alone
	}
	// The one who is spoken of most; of equals, the one named first.
	return score + 2*min(len(x.names), 100)
}

// ruler reports whether a may be the ruler's name of b: "Norton I" of Joshua
// Norton, who was the first of that name.
func (r *resolver) ruler(a, b Form) bool {
	if len(a.Words) != 1 || b.Suffix != "" || !r.l.Numerals.Has(a.Suffix) {
		return false
	}
	return a.all == b.all || len(a.Suffix) == 1 && a.all == b.Family()
}

// fits reports whether one called head may be one of those called own.
func (r *resolver) fits(head string, own []string) bool {
	for _, o := range own {
		if o == head || r.spelled(o) == r.spelled(head) || slices.Contains(r.l.RoleKinds[head], o) || slices.Contains(r.l.RoleKinds[o], head) {
			return true
		}
	}
	return false
}

// spelled returns a role as it is compared: "saint" and "st." as one.
func (r *resolver) spelled(role string) string {
	role = Fold(role)
	if v := r.l.Variants[role]; v != "" {
		return v
	}
	return role
}

// kin reports whether one of the roles is that of a relative.
func (r *resolver) kin(heads []string) bool {
	return slices.ContainsFunc(heads, r.l.Kin.Has)
}

// roleHeads returns the words in a range that say what someone is, courtesy
// titles left out. In "the president's son" that is the son, in "an aide to the
// president" the aide.
func (r *resolver) roleHeads(at span.Range) []string {
	var heads []string
	for i := at.From; i < at.To; i++ {
		n := r.d.Tokens[i].Norm
		if len(heads) > 0 && (r.l.Connectors[n] == "of" || r.l.PlacePrepositions.Has(n)) {
			break
		}
		if r.l.Possessives.Has(n) {
			heads = nil
		}
		if r.l.Roles.Has(n) || r.l.Honorifics[n] == "x" {
			p := r.post(i, at.From)
			if heads = append(heads, p); r.l.Ministers.Has(n) && p != n {
				heads = append(heads, n) // a foreign minister is a minister
			}
		}
	}
	return heads
}

// post returns the role at token i, with what makes it another before it: "vice
// president", where that is not before token from, and "foreign minister".
func (r *resolver) post(i, from int) string {
	n := r.d.Tokens[i].Norm
	if i == 0 {
		return n
	}
	before := r.d.Tokens[i-1].Norm
	if v := r.l.Variants[before]; v != "" {
		before = v
	}
	if i > from && r.l.Deputies.Has(before) || r.l.Ministers.Has(n) && r.l.Portfolios.Has(before) {
		return before + " " + n
	}
	return n
}

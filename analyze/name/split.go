package name

import (
	"synoptic/lang"
	"synoptic/span"
)

// split parts a run of capitalised words of the sentence s into names and
// their titles: "Russian Defense Minister Ivan Petrov" holds a people and a
// person with a title.
func (f *finder) split(r, s span.Range) {
	for !r.Empty() && f.dropFirst(r) {
		r.From++
	}
	for !r.Empty() && f.dropLast(r) {
		r.To--
	}
	if r.Empty() || f.noName(r) {
		return
	}
	if f.knownAll(r) {
		f.mention(r, f.titleBefore(r, s), s)
		return
	}
	if f.tiled(r) {
		for i := r.From; i < r.To; {
			n, _ := f.known(i, r.To)
			f.mention(span.Range{From: i, To: i + n}, span.Range{}, s)
			i += n
		}
		return
	}
	if f.afterOffice(r, s) {
		return
	}
	if at := f.roleIn(r); at >= 0 {
		f.titled(r, at, s)
		return
	}
	if r.Len() > 1 && f.office(r.To-1) && !f.personal(r.To-1) {
		f.inTitle(span.Range{From: r.From, To: r.To - 1}, s) // "the Navy Secretary"
		return
	}
	if f.headed(r) {
		f.mention(r, span.Range{}, s)
		return
	}
	if at := f.personIn(r); at > r.From {
		f.split(span.Range{From: r.From, To: at}, s)
		r.From = at
		f.mention(r, f.titleBefore(r, s), s)
		return
	}
	if at := f.knownEnd(r); at > r.From {
		f.split(span.Range{From: r.From, To: at}, s)
		f.split(span.Range{From: at, To: r.To}, s)
		return
	}
	if r.Len() == 1 {
		n := f.d.Tokens[r.From].Norm
		outlet := f.l.Heads[n].Label == "Outlet" && f.told(r, s)
		if f.l.Honorifics[n] != "" || f.l.RoleModifiers.Has(n) || f.l.Roles.Has(n) || f.l.Heads[n].Type != "" && !outlet {
			return // "the President", "the General", "the Commission"
		}
	}
	f.mention(r, f.titleBefore(r, s), s)
}

// told reports whether r, with "the", is whom somebody told something: "told the
// Courier".
func (f *finder) told(r, s span.Range) bool {
	i := r.From - 1
	return i > s.From && f.l.Articles.Has(f.d.Tokens[i].Norm) && f.l.Told.Has(f.d.Tokens[i-1].Norm)
}

// noName reports whether r is no name though it has capitals: a word that is
// shouted, or a party and state like "R-Texas".
func (f *finder) noName(r span.Range) bool {
	if n, _ := f.known(r.From, r.To); n > 0 {
		return false
	}
	t := &f.d.Tokens[r.From]
	if r.Len() == 1 && t.Len() == 1 {
		return true
	}
	if r.Len() == 1 && f.look[r.From].caps {
		return t.Len() > 6 || t.Len() > 3 && f.used(t.Norm).lower > 0
	}
	if t.Len() > 1 || r.Len() != 3 || f.d.Tokens[r.From+1].Norm != "-" {
		return false
	}
	before := f.d.Tokens[max(r.From-1, 0)].Norm
	return before == "(" || before == "," || f.knownWord(r.To-1)
}

// dropFirst reports whether the first word of r is no part of a name.
func (f *finder) dropFirst(r span.Range) bool {
	n := f.d.Tokens[r.From].Norm
	if k, _ := f.known(r.From, r.To); k > 0 {
		return false
	}
	if f.l.Suffixes.Has(n) || f.l.RoleModifiers.Has(n) && r.Len() > 1 && f.roleIn(r) < 0 && (f.knownWord(r.From+1) || f.look[r.From].initial && !f.headed(r)) {
		return true
	}
	if f.l.Articles.Has(n) || f.l.Compass.Has(n) && r.Len() > 1 && f.knownWord(r.From+1) {
		return true
	}
	if f.l.Generic.Has(n) && f.headed(r) {
		return false
	}
	if !f.l.NotNames.Has(n) || f.l.RoleModifiers.Has(n) && r.Len() > 1 {
		return false
	}
	return r.Len() == 1 || f.look[r.From].initial && f.used(n).middle == 0 || len(n) < 3
}

// dropLast reports whether the last word of r is no part of a name.
func (f *finder) dropLast(r span.Range) bool {
	i := r.To - 1
	if !f.look[i].word && !f.look[i].digits && !f.l.Possessives.Has(f.d.Tokens[i].Norm) {
		return true
	}
	n := f.d.Tokens[i].Norm
	if r.Len() > 1 && !f.look[i].upper && f.l.Connectors[n] != "" {
		return true
	}
	if r.Len() > 2 && f.given(r.From) && f.office(i) && !f.personal(i) {
		return true // the next one's title, where lines run together
	}
	if u := f.used(n); r.Len() > 1 && u.lower > 0 && u.lower >= u.alone && f.look[i].upper && !f.personal(i) && f.l.Heads[n].Type == "" && f.knownIn(r) == 0 && !f.l.Suffixes.Has(n) && !f.headed(r) {
		return true // "Doe Emails", where emails are spoken of
	}
	return f.l.Possessives.Has(n) && r.Len() > 1 && !f.knownAll(r)
}

// knownIn returns how many last tokens of r end a known name.
func (f *finder) knownIn(r span.Range) int {
	for i := r.From; i < r.To; i++ {
		if n, _ := f.known(i, r.To); i+n == r.To && n > 0 {
			return n
		}
	}
	return 0
}

// knownAll reports whether r as a whole is a known name.
func (f *finder) knownAll(r span.Range) bool {
	n, _ := f.known(r.From, r.To)
	return n == r.Len()
}

// tiled reports whether r is known names one after the other, of which the
// last is a people, a party or a body that the others only tell apart: "House
// Republicans".
func (f *finder) tiled(r span.Range) bool {
	var last lang.Known
	for i := r.From; i < r.To; {
		n, k := f.known(i, r.To)
		if n == 0 || f.personal(i) && n == 1 && k.Type != "group" {
			return false
		}
		last = k
		i += n
	}
	return last.Type == "group" || last.Type == "organization"
}

// office reports whether the word at i is a role or title.
func (f *finder) office(i int) bool {
	n := f.d.Tokens[i].Norm
	return f.l.Roles.Has(n) || f.l.Honorifics[n] == "x"
}

// afterOffice handles a run after a role and "of", which may hold what the
// office is for and then the person: "Minister of Trade John Doe". It reports
// whether it did.
func (f *finder) afterOffice(r, s span.Range) bool {
	i := r.From - 1
	if i-1 >= s.From && f.l.Articles.Has(f.d.Tokens[i].Norm) {
		i--
	}
	if i-1 < s.From || f.l.Connectors[f.d.Tokens[i].Norm] != ofto || !f.office(i-1) || f.office(r.From) {
		return false
	}
	for k := r.From; k < r.To; k++ {
		if !f.given(k) && !f.l.FamilyFirst.Has(f.d.Tokens[k].Norm) || r.To-k < 2 && !f.personal(k) {
			continue
		}
		if k == r.From {
			return false
		}
		f.inTitle(span.Range{From: r.From, To: k}, s)
		f.person(span.Range{From: k, To: r.To}, span.Range{From: i - 1, To: k}, s)
		return true
	}
	if r.Len() == 1 && !f.knownWord(r.From) && f.l.RoleModifiers.Has(f.d.Tokens[r.From].Norm) {
		return true // "Secretary of Defense"
	}
	return false
}

// roleIn returns the last title or role in r with a name after it, or -1.
func (f *finder) roleIn(r span.Range) int {
	if _, ok := f.l.Heads[f.d.Tokens[r.To-1].Norm]; ok && !f.personal(r.To-1) {
		return -1 // "Queen Mary Hospital"
	}
	for i := r.To - 2; i >= r.From; i-- {
		n := f.d.Tokens[i].Norm
		_, title := f.l.Honorifics[n]
		if !title && !f.l.Roles.Has(n) || i == r.From && f.courtesy(i) {
			continue
		}
		if i > r.From && (f.given(i-1) && !f.l.Roles.Has(n) || f.l.FamilyFirst.Has(f.d.Tokens[i-1].Norm)) {
			continue // "Martin Luther King Jr", "Choe Son Hui"
		}
		if f.l.Kin.Has(n) && !title {
			continue
		}
		rest := span.Range{From: i + 1, To: r.To}
		if !f.look[i+1].upper && f.l.Connectors[f.d.Tokens[i+1].Norm] != part || f.look[i+1].digits {
			return -1
		}
		if n, k := f.known(i+1, r.To); n == rest.Len() && k.Type != "group" && !f.l.Surnames.Has(f.d.Tokens[i+1].Norm) && f.l.Honorifics[f.d.Tokens[i].Norm] == "" {
			return -1
		}
		if f.suffix(rest) {
			return -1 // "Martin Luther King Jr."
		}
		if n, _ := f.known(i, r.To); n > 1 {
			continue // "General Assembly", "Prince Edward Island"
		}
		return i
	}
	return -1
}

// courtesy reports whether the word at i looks like a courtesy title and is
// none, since an article or a noun of sort stands before it: "the Lady Doe".
func (f *finder) courtesy(i int) bool {
	if g := f.l.Honorifics[f.d.Tokens[i].Norm]; i == 0 || g != "m" && g != "f" || !f.ordinary(i) {
		return false
	}
	return f.l.Articles.Has(f.d.Tokens[i-1].Norm) || f.isSort(i-1)
}

// suffix reports whether r is only what follows a person's name.
func (f *finder) suffix(r span.Range) bool {
	return r.Len() == 1 && f.l.Suffixes.Has(f.d.Tokens[r.From].Norm)
}

func (f *finder) given(i int) bool {
	_, ok := f.l.Given[f.d.Tokens[i].Norm]
	return ok
}

// personal reports whether the word at i is known as part of people's names.
func (f *finder) personal(i int) bool {
	n := f.d.Tokens[i].Norm
	return f.l.Surnames.Has(n) || f.given(i)
}

// titled records the person after the role at token at, and the names that
// stand in the title: the body of "Navy Secretary John Doe".
func (f *finder) titled(r span.Range, at int, s span.Range) {
	from := at
	for from > r.From {
		n := f.d.Tokens[from-1].Norm
		_, title := f.l.Honorifics[n]
		if !title && !f.l.Roles.Has(n) && !f.l.RoleModifiers.Has(n) && f.d.Tokens[from-1].Norm != "-" {
			break
		}
		from--
	}
	if body := (span.Range{From: r.From, To: from}); !body.Empty() {
		f.inTitle(body, s)
	}
	title := span.Range{From: r.From, To: at + 1}
	f.person(span.Range{From: at + 1, To: r.To}, title, s)
}

// inTitle records the names in the part of a title before the role.
func (f *finder) inTitle(r, s span.Range) {
	for i := r.From; i < r.To; {
		n, _ := f.known(i, r.To)
		rest := span.Range{From: i, To: r.To}
		if n < rest.Len() && f.headed(rest) {
			f.mention(rest, span.Range{}, s)
			return
		}
		if n == 0 {
			if rest.Len() == 1 && f.look[i].caps || f.used(f.d.Tokens[i].Norm).alone > 1 && f.used(f.d.Tokens[i].Norm).lower == 0 && !f.l.NotNames.Has(f.d.Tokens[i].Norm) {
				f.mention(span.Range{From: i, To: i + 1}, span.Range{}, s)
			}
			i++
			continue
		}
		f.mention(span.Range{From: i, To: i + n}, span.Range{}, s)
		i += n
	}
}

// person records the range after a title as a person, less what follows the
// person's name.
func (f *finder) person(r, title, s span.Range) {
	// "Secretary of State John Doe": the name begins at a given name.
	for k := r.From; k < r.To; k++ {
		if f.l.Connectors[f.d.Tokens[k].Norm] != ofto {
			continue
		}
		if k > r.From && f.personal(k-1) { // "Senator Doe of Peru"
			f.split(span.Range{From: k + 1, To: r.To}, s)
			r.To = k
			break
		}
		r.From, title.To = k+1, k+1
	}
	for !r.Empty() && f.dropLast(r) {
		r.To--
	}
	if r.Empty() || f.offices(r) {
		return
	}
	p := f.add(r, title)
	p.score[person] += titleScore
	f.context(p, r, s)
}

// offices reports whether r has nothing but words of titles.
func (f *finder) offices(r span.Range) bool {
	for i := r.From; i < r.To; i++ {
		n := f.d.Tokens[i].Norm
		if !f.office(i) && !f.l.RoleModifiers.Has(n) && !f.l.NotNames.Has(n) && !(f.l.Heads[n].Type != "" && !f.personal(i)) || f.used(n).alone > 1 && f.personal(i) {
			return false
		}
	}
	return true
}

// headed reports whether r is a name by its head: "Ministry of Defense",
// "Seoul Central Court".
func (f *finder) headed(r span.Range) bool {
	if r.Len() < 2 {
		return false
	}
	return f.headAt(r) >= 0
}

// headAt returns the token of the head of r, or -1.
func (f *finder) headAt(r span.Range) int {
	for i := r.From; i < r.To; i++ {
		if c := f.l.Connectors[f.d.Tokens[i].Norm]; c == ofto && !f.look[i].upper && i > r.From {
			if f.l.Heads[f.d.Tokens[i-1].Norm].Type != "" {
				return i - 1
			}
			return -1
		}
	}
	last := r.To - 1
	if f.look[last].digits && r.Len() > 2 {
		last--
	}
	if f.l.Heads[f.d.Tokens[last].Norm].Type == "" || r.Len() == 2 && f.given(r.From) && f.l.Surnames.Has(f.d.Tokens[last].Norm) {
		return -1 // "Jerry Hall"
	}
	return last
}

// personIn returns where in r a person's name begins after the name of a
// people, party, body or place: "Republican John Doe". It is r.From when r has
// no such parts.
func (f *finder) personIn(r span.Range) int {
	n, _ := f.known(r.From, r.To)
	at := r.From + n
	if n == 0 || at >= r.To {
		return r.From
	}
	if f.given(at) && r.To-at >= 2 || f.l.FamilyFirst.Has(f.d.Tokens[at].Norm) && r.To-at >= 2 && r.To-at <= 5 {
		if f.given(r.From) && n == 1 {
			return r.From // "Jordan Lee Smith"
		}
		return at
	}
	return r.From
}

// knownEnd returns where in r a known name of two words or more begins that r
// ends with: "Trump White House".
func (f *finder) knownEnd(r span.Range) int {
	for i := r.From + 1; i < r.To-1; i++ {
		if n, _ := f.known(i, r.To); n >= 2 && i+n == r.To {
			return i
		}
	}
	return r.From
}

// longTitle is the number of tokens that a title in lower case may have.
const longTitle = 7

// modifier reports whether the word at i, in lower case, may stand before a
// role and belong to it: the "campaign" of "campaign chairman".
func (f *finder) modifier(i int) bool {
	t := &f.d.Tokens[i]
	return f.look[i].word && !f.look[i].upper && (t.UPOS == "NOUN" && t.XPOS == "NN" || t.UPOS == "ADJ" && (t.XPOS == "JJ" || t.XPOS == "JJS")) && !f.l.NotNames.Has(t.Norm)
}

// titleBefore returns the title in lower case that stands right before r:
// "North Korean leader", "State Department spokesman".
func (f *finder) titleBefore(r, s span.Range) span.Range {
	if f.knownAll(r) && !f.personal(r.To-1) || f.headed(r) {
		return span.Range{} // "the official News Agency"
	}
	i := r.From
	role := false
	for i > s.From && r.From-i < longTitle {
		n := f.d.Tokens[i-1].Norm
		if f.look[i-1].upper && !f.look[i-1].initial {
			break
		}
		_, honorific := f.l.Honorifics[n]
		switch {
		case f.l.Roles.Has(n) || honorific && f.look[i-1].upper:
			role = true
		case role && (f.l.RoleModifiers.Has(n) || f.hyphen(i-1, s) || f.modifier(i-1)):
		default:
			n = ""
		}
		if n == "" {
			break
		}
		i--
	}
	if !role {
		return span.Range{}
	}
	end := r.From
	// "North Korea's leader"
	if i > s.From && f.l.Possessives.Has(f.d.Tokens[i-1].Norm) && i-2 >= s.From && f.look[i-2].upper {
		i--
	}
	for i > s.From && (f.look[i-1].upper || f.hyphen(i-1, s) && i-2 >= s.From && f.look[i-2].upper && f.look[i].upper) && !(f.look[i-1].initial && f.l.NotNames.Has(f.d.Tokens[i-1].Norm) && f.knownAt(i-1, s) < 2) && !f.l.Calendar.Has(f.d.Tokens[i-1].Norm) {
		i--
	}
	return span.Range{From: i, To: end}
}

package name

import (
	"synoptic/article"
	"synoptic/lang"
	"synoptic/span"
)

// Weights of what shows the kind of a name. Only their order matters much:
// a title beats a head, a head beats a given name, and those beat what stands
// around.
const (
	titleScore   = 12
	headScore    = 10
	suffixScore  = 8
	ageScore     = 6
	givenScore   = 6
	familyScore  = 4
	surnameScore = 4
	stateScore   = 5
	acronymScore = 3
	initialScore = 4
	roleScore    = 5
	sortScore    = 4
	signScore    = 5
	speechScore  = 2
	prepScore    = 2
	articleScore = 1
)

// acronym is the label of bodies in capitals of which nothing else is known.
const acronym = "Acronym"

// mention records a name with the evidence of its own words and of those
// around it in sentence s.
func (f *finder) mention(r, title, s span.Range) {
	p := f.add(r, title)
	if !title.Empty() {
		switch bare := r.Len() == 1 && !f.look[title.To-1].upper && !f.personal(r.From); {
		case !bare:
			p.score[person] += titleScore
		case !f.isSort(title.To - 1): // "steel maker Doe" may be a firm
			p.score[person] += roleScore
		}
	}
	if p.count == 1 {
		f.own(p, r)
	}
	f.context(p, r, s)
}

// own adds what the words of the name itself show.
func (f *finder) own(p *phrase, r span.Range) {
	if h := f.headAt(r); h >= 0 && r.Len() > 1 {
		kind := f.l.Heads[f.d.Tokens[h].Norm]
		k := kindOf(kind.Type)
		p.score[k] += headScore
		p.label[k] = kind.Label
		return
	}
	first, last := f.d.Tokens[r.From].Norm, f.d.Tokens[r.To-1].Norm
	words := 0
	for i := r.From; i < r.To; i++ {
		if f.look[i].word {
			words++
		}
		if t := &f.d.Tokens[i]; i > r.From && f.look[i].upper && !f.look[i].glued && t.Len() <= 2 && (t.Len() == 1 || f.d.Text[t.End-1] == '.') {
			p.score[person] += initialScore
		}
		if c := f.l.Connectors[f.d.Tokens[i].Norm]; c == part && !f.look[i].upper {
			p.score[person] += initialScore
		}
		if f.look[i].digits {
			p.score[other] += 1
			p.score[person] -= givenScore
		}
	}
	if words > 4 {
		return
	}
	if f.l.Suffixes.Has(last) && words > 1 {
		p.score[person] += suffixScore
	}
	if words == 1 && f.look[r.From].caps {
		p.score[organization] += acronymScore
		p.label[organization] = acronym
		return
	}
	if f.given(r.From) {
		if words > 1 {
			p.score[person] += givenScore
		} else {
			p.score[person] += speechScore
		}
	}
	if f.l.PlaceFirst.Has(first) && words > 1 {
		p.score[place] += givenScore
	}
	if f.l.BodyFirst.Has(first) && words > 1 {
		p.score[organization] += headScore
	}
	if f.l.FamilyFirst.Has(first) && words > 1 {
		p.score[person] += familyScore
	}
	if f.l.Surnames.Has(last) {
		p.score[person] += surnameScore
	}
	if n, known := f.known(r.From, r.To); n > 0 && n < r.Len() && !f.given(r.From) {
		// "Texas Rangers", "American Red Something"
		if known.Type == "place" || known.Type == "group" || known.Type == "organization" {
			p.score[organization] += acronymScore
		}
	}
}

// context adds what stands around the name in sentence s.
func (f *finder) context(p *phrase, r, s span.Range) {
	next := func(n int) string {
		if r.To+n < s.To {
			return f.d.Tokens[r.To+n].Norm
		}
		return ""
	}
	prev := ""
	if r.From > s.From {
		prev = f.d.Tokens[r.From-1].Norm
	}
	people := r.Len() >= 2 && !f.look[r.From].caps
	if people && !f.l.Articles.Has(prev) && f.plainName(r) && !f.modifies(r, s) {
		p.score[person] += articleScore
	}
	if next(0) == "," {
		if w := next(1); len(w) <= 2 && r.To+1 < s.To && f.look[r.To+1].digits && r.Len() < 5 {
			p.score[person] += ageScore // ", 42,"
		}
		if n, k := f.known(min(r.To+1, s.To), s.To); n > 0 && k.Type == "place" && (k.Label == "State" || k.Label == "Country") {
			p.score[place] += stateScore
		} else if f.describes(r.To+1, s) && r.Len() < 6 {
			p.score[person] += roleScore
		}
		if next(1) == "who" && f.l.Connectors[prev] != ofto {
			p.score[person] += roleScore
		}
	}
	if next(0) == "who" || next(0) == "whom" {
		p.score[person] += speechScore
	}
	if f.l.Told.Has(prev) && !people || f.told(r, s) {
		p.score[organization] += acronymScore // "told Doe", "told the Courier"
	} else if f.l.Speech.Has(next(0)) || f.l.Speech.Has(prev) {
		p.score[person] += speechScore
		if !people {
			p.score[organization] += articleScore
		}
	}
	f.sort(p, r, s)
	f.signed(p, r, s)
	if prev == "," && r.From-2 >= s.From && f.l.Roles.Has(f.d.Tokens[r.From-2].Norm) {
		p.score[person] += roleScore
	}
	if f.l.PlacePrepositions.Has(prev) && r.Len() <= 3 && p.preps < 2 && !f.look[r.From].caps && p.score[organization] < acronymScore {
		p.preps++
		p.score[place] += prepScore
	}
	if f.l.Articles.Has(prev) && !f.modifies(r, s) {
		p.score[organization] += articleScore
		p.score[person] -= speechScore + 1
	}
	if prev == "(" && next(0) == ")" {
		f.acronym(p, r)
	}
}

// sort adds what a noun beside the name in sentence s says of its kind.
func (f *finder) sort(p *phrase, r, s span.Range) {
	add := func(i, score int) {
		kind := f.l.Sorts[f.d.Tokens[i].Norm]
		k := kindOf(kind.Type)
		p.score[k] += score
		if p.label[k] == "" {
			p.label[k] = kind.Label
		}
	}
	if i := r.From - 1; i >= s.From && f.isSort(i) {
		add(i, sortScore) // "the freighter Doe"
	} else if i > s.From && f.l.Connectors[f.d.Tokens[i].Norm] == ofto && f.isSort(i-1) {
		add(i-1, sortScore) // "the town of Doe"
	}
	i := r.To
	for i < min(r.To+3, s.To) && f.d.Tokens[i].UPOS == "NOUN" && !f.look[i].upper {
		i++
	}
	if i > r.To && f.isSort(i-1) {
		add(i-1, sortScore) // "the Doe news agency"
	}
	if i := f.apposed(r.To, s); i >= 0 {
		add(i, roleScore)
	}
}

// isSort reports whether the word at i says of what kind the name beside it is.
func (f *finder) isSort(i int) bool {
	return !f.look[i].upper && f.l.Sorts[f.d.Tokens[i].Norm].Type != ""
}

// apposed returns the noun of sort in what describes the name that ends at i:
// the "town" of ", a small town in the north,"; -1 when there is none.
func (f *finder) apposed(i int, s span.Range) int {
	if i+2 >= s.To || !f.l.Articles.Has(f.d.Tokens[i+1].Norm) || f.d.Tokens[i].Norm != "," && f.d.Tokens[i].Lemma != f.d.Lang.Clause.Be {
		return -1
	}
	for k := i + 2; k < min(i+7, s.To); k++ {
		t := &f.d.Tokens[k]
		if t.UPOS == "NOUN" && (k+1 >= s.To || f.d.Tokens[k+1].UPOS != "NOUN") {
			if f.isSort(k) {
				return k
			}
			return -1
		}
		if t.UPOS == "VERB" || t.UPOS == "AUX" || t.UPOS == "ADP" || t.UPOS == "PUNCT" && !f.hyphen(k, s) {
			return -1
		}
	}
	return -1
}

// signed adds what shows an outlet where reports say whence they come: the
// "Doe" of "(Doe) -", of "By Doe" and of "Photo: Ann Roe/Doe".
func (f *finder) signed(p *phrase, r, s span.Range) {
	before, after := r.From-1, r.To
	if before < s.From {
		return
	}
	switch n := f.d.Tokens[before].Norm; {
	case n == "(" && after+1 < s.To && f.d.Tokens[after].Norm == ")" && dash(f.d.Tokens[after+1].Norm):
		p.score[organization] += titleScore
	case n == "/" && before > s.From && f.look[before-1].upper && f.look[before].glued && f.look[r.From].glued && f.place(s.From) != "":
		p.score[organization] += signScore
	case before == s.From && after == s.To && f.place(s.From) == article.Byline && r.Len() == 1 && !f.personal(r.From):
		p.score[organization] += signScore
	}
}

// place returns the kind of region that the sentence of token i stands in.
func (f *finder) place(i int) article.Kind {
	if s := f.d.SentenceOf(i); s >= 0 {
		return f.d.Sentences[s].Kind
	}
	return ""
}

func dash(norm string) bool {
	switch norm {
	case "-", "–", "—", "--":
		return true
	}
	return false
}

// plainName reports whether r is two or three words of which nothing is known,
// as the names of people mostly are.
func (f *finder) plainName(r span.Range) bool {
	if r.Len() > 3 {
		return false
	}
	for i := r.From; i < r.To; i++ {
		n := f.d.Tokens[i].Norm
		if !f.look[i].upper || f.look[i].caps || f.look[i].glued || f.l.NotNames.Has(n) || f.l.Heads[n].Type != "" || f.l.PlaceFirst.Has(n) ||
			f.l.Generic.Has(n) || f.knownWord(i) || f.used(n).lower > 0 || f.ordinary(i) {
			return false
		}
		if t := &f.d.Tokens[i]; t.UPOS != "" && (t.UPOS != "PROPN" || t.XPOS == "NNPS") {
			return false
		}
	}
	return true
}

// ordinary reports whether the word at i is one that any report may have in
// lower case, and no part of people's names.
func (f *finder) ordinary(i int) bool {
	t := &f.d.Tokens[i]
	return f.d.Lang.Compare.Common[t.Norm] > 0 && !f.personal(i)
}

// modifies reports whether a noun follows the name, so that an article before
// it is the noun's: "the Doe campaign".
func (f *finder) modifies(r, s span.Range) bool {
	if r.To >= s.To || f.look[r.To].upper {
		return false
	}
	t := &f.d.Tokens[r.To]
	if t.UPOS != "" {
		return t.UPOS == "NOUN" || t.UPOS == "ADJ"
	}
	return f.look[r.To].word && !f.l.NotNames.Has(t.Norm) && !f.l.Speech.Has(t.Norm) && !f.l.Possessives.Has(t.Norm)
}

// describes reports whether a description of a person begins at i: "a
// professor", "the party's leader", "senior fellow"; not the subject of a
// clause that follows, "the coast guard said".
func (f *finder) describes(i int, s span.Range) bool {
	for k := i; k < min(i+6, s.To); k++ {
		t := &f.d.Tokens[k]
		if f.l.Roles.Has(t.Norm) && !f.look[k].upper {
			return k+1 >= s.To || !f.l.Speech.Has(f.d.Tokens[k+1].Norm)
		}
		if !f.look[k].word && !f.l.Possessives.Has(t.Norm) && t.Norm != "-" || f.l.Speech.Has(t.Norm) {
			return false
		}
		if t.UPOS == "VERB" || t.UPOS == "AUX" || t.UPOS == "PRON" && k > i {
			return false
		}
	}
	return false
}

// acronym gives a short form in parentheses the kind of the name before it.
func (f *finder) acronym(p *phrase, r span.Range) {
	if len(f.found) < 2 || !f.look[r.From].caps {
		return
	}
	m := f.found[len(f.found)-2]
	if m.To != r.From-1 || m.Len() < 2 {
		return
	}
	for k, v := range m.phrase.score {
		p.score[k] = max(p.score[k], v)
	}
	if m.phrase.fixed {
		p.score[kindOf(m.phrase.known.Type)] += headScore
	}
}

// learn makes the names found so far a list to find them by where capitals say
// nothing.
func (f *finder) learn() {
	f.names = lang.Phrases[string]{}
	for _, m := range f.found {
		f.names.Add(m.phrase.key, m.phrase.key)
	}
	for _, m := range f.found {
		if m.phrase.kind == person && m.Len() > 1 {
			last := f.d.Tokens[m.To-1].Norm
			if !f.l.Suffixes.Has(last) && f.used(last).lower == 0 {
				f.names.Add(last, last)
			}
		}
	}
}

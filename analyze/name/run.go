package name

import "synoptic/span"

// sentence finds the names of one plain sentence.
func (f *finder) sentence(r span.Range) {
	for i := r.From; i < r.To; {
		if !f.starts(i, r) {
			i++
			continue
		}
		j := f.extend(i, r)
		f.split(span.Range{From: i, To: j}, r)
		i = j
	}
}

// starts reports whether a run of capitalised words begins at i.
func (f *finder) starts(i int, r span.Range) bool {
	l := f.look[i]
	n := f.d.Tokens[i].Norm
	if !l.upper {
		// "al-Assad"
		return f.l.Connectors[n] == part && l.word && f.hyphen(i+1, r) && f.look[i+2].upper
	}
	if f.l.Calendar.Has(n) && !f.calendarName(i, r) {
		return false
	}
	if !l.initial {
		return !f.l.NotNames.Has(n) || f.continues(i, r) || f.knownAt(i, r) > 0
	}
	return f.initial(i, r)
}

// calendarName reports whether the day or month at i is part of a name: a
// known one, or someone's.
func (f *finder) calendarName(i int, r span.Range) bool {
	if f.knownAt(i, r) > 1 {
		return true
	}
	if i > r.From && f.look[i-1].upper {
		prev := f.d.Tokens[i-1].Norm
		_, given := f.l.Given[prev]
		_, title := f.l.Honorifics[prev]
		return (given || title) && !f.look[i-1].initial || given
	}
	return false
}

// continues reports whether a capitalised word follows i, so that i may begin
// a longer name.
func (f *finder) continues(i int, r span.Range) bool {
	if i+2 < r.To && f.l.Heads[f.d.Tokens[i].Norm].Type != "" && f.l.Connectors[f.d.Tokens[i+1].Norm] == ofto && f.extendFrom(i, i+1, r) > i+1 {
		return true // "Center for"
	}
	if i+2 < r.To && f.l.Collective.Has(f.d.Tokens[i].Norm) && f.l.Possessives.Has(f.d.Tokens[i+1].Norm) && f.look[i+1].glued && f.look[i+2].upper {
		return true // "Workers' Front"
	}
	if f.l.Generic.Has(f.d.Tokens[i].Norm) {
		for k := i + 1; k < r.To && f.look[k].upper; k++ {
			if n := f.d.Tokens[k].Norm; f.l.Heads[n].Type != "" || !f.l.NotNames.Has(n) {
				return !f.l.Calendar.Has(n)
			}
		}
	}
	return i+1 < r.To && f.look[i+1].upper && !f.l.Calendar.Has(f.d.Tokens[i+1].Norm) && !f.l.NotNames.Has(f.d.Tokens[i+1].Norm) && !f.l.Articles.Has(f.d.Tokens[i].Norm)
}

// knownAt returns how many tokens the longest known name at i takes.
func (f *finder) knownAt(i int, r span.Range) int {
	n, _ := f.known(i, r.To)
	return n
}

// initial reports whether the word at i, which would have a capital anyway,
// begins a name.
func (f *finder) initial(i int, r span.Range) bool {
	t := &f.d.Tokens[i]
	u := f.used(t.Norm)
	if n := f.knownAt(i, r); n > 0 {
		return n > 1 || u.middle > 0 || u.lower == 0 && !f.l.NotNames.Has(t.Norm)
	}
	if u.middle > 0 && u.middle >= u.lower && !f.l.NotNames.Has(t.Norm) {
		return true
	}
	if f.l.NotNames.Has(t.Norm) {
		return f.l.Generic.Has(t.Norm) && f.continues(i, r) && f.headed(span.Range{From: i, To: f.extendFrom(i, i+1, r)})
	}
	next := i+1 < r.To && f.look[i+1].upper && !f.l.Calendar.Has(f.d.Tokens[i+1].Norm)
	if next {
		if _, ok := f.l.Honorifics[t.Norm]; ok {
			return true
		}
		if f.l.Roles.Has(t.Norm) || f.l.RoleModifiers.Has(t.Norm) {
			return true
		}
		if _, ok := f.l.Given[t.Norm]; ok {
			return true
		}
		if f.l.FamilyFirst.Has(t.Norm) {
			return true
		}
	}
	if u.lower > 0 {
		return false
	}
	if f.look[i].caps && t.Len() > 1 {
		return true
	}
	if f.l.Roles.Has(t.Norm) || f.l.RoleModifiers.Has(t.Norm) || f.l.Honorifics[t.Norm] != "" || f.l.Heads[t.Norm].Type != "" && !next {
		return false
	}
	if f.l.Surnames.Has(t.Norm) {
		return true
	}
	if _, ok := f.l.Given[t.Norm]; ok {
		return true
	}
	if t.UPOS != "" {
		return t.UPOS == "PROPN"
	}
	if i+1 < r.To {
		n := f.d.Tokens[i+1].Norm
		if f.l.Possessives.Has(n) && f.look[i+1].glued || f.l.Speech.Has(n) {
			return true
		}
	}
	return next && !f.knownStart(i+1, r)
}

// knownStart reports whether a known name or a title begins at i, so that the
// word before it is likely none of its own.
func (f *finder) knownStart(i int, r span.Range) bool {
	n := f.d.Tokens[i].Norm
	if _, ok := f.l.Given[n]; ok {
		return true
	}
	_, title := f.l.Honorifics[n]
	return title || f.knownAt(i, r) > 0 || f.used(n).middle > 1
}

// Kinds of connector.
const (
	part  = "part"
	link  = "link"
	ofto  = "of"
	joins = "and"
)

// extend returns where the run of capitalised words that begins at i ends.
func (f *finder) extend(i int, r span.Range) int {
	if n := f.knownAt(i, r); n > 0 {
		if j := i + n; n > 1 {
			if f.d.Tokens[j-2].Norm == "," {
				return j // "Washington, D.C."
			}
			return f.extendFrom(i, j, r)
		}
	}
	j := i + 1
	if !f.look[i].upper {
		j = i + 3 // "al-Assad"
	}
	return f.extendFrom(i, j, r)
}

func (f *finder) extendFrom(i, j int, r span.Range) int {
	for j < r.To {
		n := f.d.Tokens[j].Norm
		switch {
		case f.look[j].upper && (!f.look[j].initial || j == i):
			if f.l.Calendar.Has(n) && !f.calendarName(j, r) {
				return j
			}
			if f.l.NotNames.Has(n) && !f.mayCarry(j, r) {
				return j
			}
			if k := f.knownAt(j, r); k > 1 {
				j += k
			} else {
				j++
			}
		case f.hyphen(j, r):
			k := f.overHyphen(i, j)
			if k == 0 {
				return j
			}
			j = k
		case f.l.Collective.Has(f.d.Tokens[j-1].Norm) && f.l.Possessives.Has(n) && f.look[j].glued && j+1 < r.To && f.look[j+1].upper:
			j += 2
		case n == "," && j+1 < r.To && f.look[j+1].upper && f.l.Suffixes.Has(f.d.Tokens[j+1].Norm):
			return j + 2
		case f.look[j].digits && j+1 <= r.To && f.l.Numbered.Has(f.d.Tokens[j-1].Norm) && !f.look[j].glued:
			return j + 1
		default:
			k := f.overConnector(i, j, r)
			if k == 0 {
				return j
			}
			j = k
		}
	}
	return j
}

// mayCarry reports whether a run in r goes on over the word at j, which
// by itself is no name ("New", "State", "Court"): when it is no function word.
func (f *finder) mayCarry(j int, r span.Range) bool {
	t := &f.d.Tokens[j]
	if f.l.Articles.Has(t.Norm) || f.l.Pronouns[t.Norm] != "" || t.Len() < 3 && !f.look[j].caps {
		return false
	}
	return f.l.Heads[t.Norm].Type != "" || f.used(t.Norm).lower == 0 || f.continues(j, r) || f.knownAt(j, r) > 0
}

// overHyphen returns where the run from i goes on after the hyphen at j: past
// the word after it, or 0 when the hyphen parts two names or a name and a word.
func (f *finder) overHyphen(i, j int) int {
	k := j + 1
	if f.look[k].digits {
		return k + 1 // "Soyuz-2"
	}
	if !f.look[k].word {
		return 0
	}
	left, right := f.d.Tokens[j-1].Norm, f.d.Tokens[k].Norm
	if !f.look[k].upper && (f.l.Hyphenated.Has(right) || f.l.NotNames.Has(right)) {
		return 0
	}
	if !f.look[k].upper {
		// "Kim Jong-un": the second syllable of a given name
		before := j - 1 - i
		if before > 0 && f.l.FamilyFirst.Has(f.d.Tokens[j-2].Norm) && f.d.Tokens[k].Len() <= 7 {
			return k + 1
		}
		if f.d.Tokens[k].Len() <= 5 && f.d.Tokens[j-1].Len() <= 6 && f.used(right).lower <= f.together(left, right) && !f.knownWord(j-1) {
			return k + 1
		}
		return 0
	}
	if f.knownWord(j-1) && f.knownWord(k) {
		return 0
	}
	if f.used(left).alone > 0 && f.used(right).alone > 0 {
		return 0
	}
	return k + 1
}

// together counts how often the article writes left-right as one.
func (f *finder) together(left, right string) int {
	if f.pairs == nil {
		f.pairs = map[[2]string]int{}
		for i := 1; i+1 < len(f.d.Tokens); i++ {
			if f.d.Tokens[i].Norm == "-" && f.look[i].glued {
				f.pairs[[2]string{f.d.Tokens[i-1].Norm, f.d.Tokens[i+1].Norm}]++
			}
		}
	}
	return f.pairs[[2]string{left, right}]
}

// knownWord reports whether the word at i by itself is in the gazetteer.
func (f *finder) knownWord(i int) bool {
	n, _ := f.known(i, i+1)
	return n > 0
}

// overConnector returns where the run from i goes on after the lower-case word
// at j, or 0 when it ends there.
func (f *finder) overConnector(i, j int, r span.Range) int {
	n := f.d.Tokens[j].Norm
	kind := f.l.Connectors[n]
	if kind == "" || j+1 >= r.To {
		return 0
	}
	k := j + 1
	switch kind {
	case part, link:
		for k < r.To && !f.look[k].upper && (f.l.Connectors[f.d.Tokens[k].Norm] == part || f.l.Connectors[f.d.Tokens[k].Norm] == link) {
			k++
		}
		if f.hyphen(k, r) {
			k++
		}
		if k >= r.To || !f.look[k].upper || f.l.Calendar.Has(f.d.Tokens[k].Norm) || f.d.Tokens[j].Len() == 1 && f.knownWord(k) {
			return 0
		}
		return k + 1
	case ofto:
		head := f.headIn(i, j, n)
		if f.l.Articles.Has(f.d.Tokens[k].Norm) && k+1 < r.To {
			k++
		}
		if !head || !f.look[k].upper || f.l.Calendar.Has(f.d.Tokens[k].Norm) || f.l.Honorifics[f.d.Tokens[k].Norm] != "" {
			return 0
		}
		if _, given := f.l.Given[f.d.Tokens[k].Norm]; given && n != "of" {
			return 0
		}
		if c, known := f.known(k, r.To); c > 0 {
			if n != "of" && known.Type != "group" {
				return 0
			}
			return k + c
		}
		return k + 1
	case joins:
		return f.overAnd(i, j, r)
	}
	return 0
}

// headIn reports whether the run [i, j) has a head that "of", or for bodies
// another preposition, goes on from.
func (f *finder) headIn(i, j int, prep string) bool {
	for k := i; k < j; k++ {
		h, ok := f.l.Heads[f.d.Tokens[k].Norm]
		if !ok {
			continue
		}
		if prep == "of" || h.Type == "organization" && (h.Label == "Government" || h.Label == "Body" || h.Label == "School" || h.Label == "Politics") {
			return true
		}
	}
	return false
}

// overAnd decides on "X and Y" and "X & Y" inside one name.
func (f *finder) overAnd(i, j int, r span.Range) int {
	k := j + 1
	if k >= r.To || !f.look[k].upper || f.l.Calendar.Has(f.d.Tokens[k].Norm) {
		return 0
	}
	if f.d.Tokens[j].Norm == "&" {
		return k + 1
	}
	for m := i; m < j; m++ {
		n := f.d.Tokens[m].Norm
		if _, ok := f.l.Given[n]; ok || f.l.Surnames.Has(n) || f.l.Honorifics[n] != "" {
			return 0
		}
	}
	end := k
	for end < r.To && f.look[end].upper && !f.l.Calendar.Has(f.d.Tokens[end].Norm) {
		if f.used(f.d.Tokens[end].Norm).alone > 2 && f.knownWord(end) {
			return 0
		}
		end++
	}
	// "Department of Health and Human Services"
	of := -1
	for m := i; m < j; m++ {
		if f.l.Connectors[f.d.Tokens[m].Norm] == ofto && !f.look[m].upper {
			of = m
		}
	}
	if of > 0 && !f.knownWord(of+1) && f.l.Heads[f.d.Tokens[of-1].Norm].Type == "organization" {
		if n, known := f.known(k, r.To); n > 0 && known.Type != "group" {
			return 0
		}
		_, given := f.l.Given[f.d.Tokens[k].Norm]
		if given || f.l.Surnames.Has(f.d.Tokens[k].Norm) || f.l.Heads[f.d.Tokens[end-1].Norm].Label == "Government" || f.l.Honorifics[f.d.Tokens[k].Norm] != "" {
			return 0
		}
		return end
	}
	// "Arms Control and Disarmament Agency"
	if of < 0 && j-i <= 2 && end-k >= 2 && !f.headIn(i, j, "of") && f.l.Heads[f.d.Tokens[end-1].Norm].Type == "organization" {
		if f.knownWord(j-1) || f.look[i].caps || f.knownWord(k) || f.look[k].caps || f.used(f.d.Tokens[j-1].Norm).alone > 1 {
			return 0
		}
		return end
	}
	return 0
}

package name

import "synoptic/span"

// headline finds names in a sentence whose capitals say nothing: those the
// plain sentences have, those of the gazetteer, and people by a given name or
// a title.
func (f *finder) headline(r span.Range, caps bool) {
	for i := r.From; i < r.To; {
		n := f.headlineName(i, r, caps)
		if n == 0 {
			i++
			continue
		}
		i += n
	}
}

// headlineName records the name at i, if there is one, and returns its length.
func (f *finder) headlineName(i int, r span.Range, caps bool) int {
	if !f.look[i].upper {
		return 0
	}
	norm := f.d.Tokens[i].Norm
	if f.d.Tokens[i].Len() == 1 {
		return 0
	}
	n := f.learnt(i, r)
	if k := f.knownAt(i, r); k > n && f.plausible(i, k, caps) {
		n = k
	}
	if m := f.headlinePerson(i, r, caps); m > n {
		n = m
	}
	if n == 0 {
		if f.look[i].caps && !caps && !f.l.NotNames.Has(norm) && f.d.Tokens[i].Len() <= 6 && f.used(norm).lower == 0 {
			n = 1 // "CPAC"
		} else {
			return 0
		}
	}
	if i+n < r.To && f.l.Suffixes.Has(f.d.Tokens[i+n].Norm) && f.look[i+n].upper {
		n++
	}
	at := span.Range{From: i, To: i + n}
	f.mention(at, f.headlineTitle(i, r), r)
	return n
}

// learnt returns the length of the longest name at i that plain sentences have.
func (f *finder) learnt(i int, r span.Range) int {
	best, node := 0, int32(0)
	for k := i; k < r.To; k++ {
		if node = f.names.Step(node, f.d.Tokens[k].Norm); node == 0 {
			break
		}
		if _, ok := f.names.At(node); ok {
			best = k + 1 - i
		}
	}
	if best == 1 && f.l.NotNames.Has(f.d.Tokens[i].Norm) && !f.look[i].caps {
		return 0
	}
	return best
}

// plausible reports whether a known name of n words at i may be one in a
// headline: not a word that the article also has in lower case.
func (f *finder) plausible(i, n int, caps bool) bool {
	if n > 1 {
		return true
	}
	norm := f.d.Tokens[i].Norm
	return f.used(norm).lower == 0 && !f.l.NotNames.Has(norm) && f.d.Tokens[i].Len() > 2 || f.look[i].caps && !caps
}

// headlinePerson returns the length of a person's name that begins at i by a
// given name.
func (f *finder) headlinePerson(i int, r span.Range, caps bool) int {
	if !f.given(i) || i+1 >= r.To || !f.look[i+1].upper || f.used(f.d.Tokens[i].Norm).lower > 0 {
		return 0
	}
	j := i + 1
	for j < min(i+3, r.To) && f.nameWord(j) && !f.knownElse(j, r) {
		j++
		if f.l.Surnames.Has(f.d.Tokens[j-1].Norm) || j < r.To && f.l.Suffixes.Has(f.d.Tokens[j].Norm) {
			break
		}
	}
	if j-i < 2 || !f.l.Surnames.Has(f.d.Tokens[j-1].Norm) && (caps || j-i > 2 || f.d.Tokens[j-1].UPOS != "" && f.d.Tokens[j-1].UPOS != "PROPN") {
		return 0
	}
	return j - i
}

// knownElse reports whether a known name that is no family name begins at i.
func (f *finder) knownElse(i int, r span.Range) bool {
	return !f.l.Surnames.Has(f.d.Tokens[i].Norm) && f.knownAt(i, r) > 0
}

// nameWord reports whether the word at i may be part of a person's name.
func (f *finder) nameWord(i int) bool {
	n := f.d.Tokens[i].Norm
	return f.look[i].upper && f.used(n).lower == 0 && !f.l.NotNames.Has(n) && !f.l.Speech.Has(n) && !f.l.Roles.Has(n) &&
		f.l.Heads[n].Type == "" && !f.l.Calendar.Has(n)
}

// headlineTitle returns the titles and roles right before i.
func (f *finder) headlineTitle(i int, r span.Range) span.Range {
	from := i
	for from > r.From {
		n := f.d.Tokens[from-1].Norm
		_, title := f.l.Honorifics[n]
		if !title && !f.l.Roles.Has(n) && !(from < i && f.l.RoleModifiers.Has(n)) {
			break
		}
		from--
	}
	if from == i {
		return span.Range{}
	}
	if f.knownAt(i, r) > 0 && f.used(f.d.Tokens[i].Norm).middle == 0 {
		return span.Range{}
	}
	return span.Range{From: from, To: i}
}

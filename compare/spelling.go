package compare

import (
	"cmp"
	"slices"
	"strings"

	"synoptic/analyze/doc"
	"synoptic/analyze/identity"
	"synoptic/lang"
)

// spelled is the full name of a person as one document spells it.
type spelled struct {
	Evidence // where it first stands
	form     identity.Form
}

// spellings finds people whose names accounts spell differently by a slip: "Jonathan
// Lund", "Jonathon Lund". Names brought over from another alphabet have several
// spellings that are right, and an account that has both spellings takes no side.
func (t *table) spellings() []Disagreement {
	var found []Disagreement
	for e := range t.entities.Entities {
		entity := &t.entities.Entities[e]
		if entity.Type != doc.Person || !entity.Participant {
			continue
		}
		d := Disagreement{Slot: NameSlot, About: t.mention(e), Claim: -1, Confidence: spellingConfidence}
		var forms []identity.Form // of each position
		for _, m := range entity.Members {
			s, ok := t.spelled(m.Doc, m.Entity)
			if !ok || slices.ContainsFunc(s.form.Words, t.docs[0].Lang.Name.Romanized.Has) {
				continue
			}
			at := slices.IndexFunc(forms, func(f identity.Form) bool { return slices.Equal(ends(f), ends(s.form)) })
			if at < 0 {
				forms = append(forms, s.form)
			}
			d.put(at, Position{Value: s.Evidence, Entity: e}, s.Evidence)
		}
		if len(forms) < 2 || slices.ContainsFunc(forms, func(f identity.Form) bool {
			return !slices.ContainsFunc(forms, func(o identity.Form) bool { return slip(&t.docs[0].Lang.Name, ends(f), ends(o)) })
		}) {
			continue
		}
		d.relate(func(_, _ *Position) Relation { return Conflicts })
		found = append(found, d)
	}
	return found
}

// spellingConfidence is how sure it is, in hundredths, that two spellings are of one
// name: as sure as the name is.
const spellingConfidence = 80

// ends returns the first and the last word of a full name.
func ends(f identity.Form) []string { return []string{f.Words[0], f.Words[len(f.Words)-1]} }

// spelled returns the full name of entity local of document n, if the document has one
// spelling of it.
func (t *table) spelled(n, local int) (spelled, bool) {
	d := t.docs[n]
	var s spelled
	for _, i := range d.Entities[local].Names {
		at := d.Names[i].Range
		k := d.SentenceOf(at.From)
		f := identity.NewForm(&d.Lang.Name, d.Words(at))
		if k < 0 || !d.Sentences[k].Kind.Reported() || !f.Full() || f.FamilyFirst {
			continue
		}
		switch {
		case s.Empty():
			s = spelled{Evidence{n, d.Span(at)}, f}
		case !slices.Equal(ends(f), ends(s.form)):
			return spelled{}, false
		}
	}
	return s, !s.Empty()
}

// slip reports whether two names, by their first and last words, differ in one letter of
// one of them, or in the order of two, or in a third of the family name. A word of theirs is one that names from other
// alphabets seldom have, since these have several spellings that are right.
func slip(l *lang.Name, a, b []string) bool {
	switch {
	case cmp.Or(l.Nicknames[a[0]], a[0]) == cmp.Or(l.Nicknames[b[0]], b[0]) && a[0] != b[0]:
		return false // "Steve", "Steven"
	case !slices.ContainsFunc(slices.Concat(a, b), func(w string) bool { return l.Given[w] != "" || l.Surnames.Has(w) }):
		return false
	case a[1] == b[1]:
		return oneLetter(a[0], b[0]) || turned(a[0], b[0])
	}
	return a[0] == b[0] && (oneLetter(a[1], b[1]) || turned(a[1], b[1]) || doubled(a[1], b[1]) || identity.MostlyOne(a[1], b[1]) && !identity.Near(l, a[1], b[1]))
}

// leastSpelled is how many letters a name has at least in which a slip is looked for.
const leastSpelled = 3

// oneLetter reports whether two words begin alike and differ in one letter that is easily
// misheard. Letters such as "y" and "j", and "oe" and "o", stand for each other in names
// brought over from other alphabets.
func oneLetter(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	i := identity.AlikeTo(a, b)
	if len(a) < leastSpelled || i == 0 || !identity.Misheard(a, b) {
		return false
	}
	return len(a) == len(b) || strings.IndexByte("ijy", b[i]) < 0 && !(b[i] == 'e' && strings.IndexByte("aou", b[i-1]) >= 0)
}

// turned reports whether two words of some length differ in the order of two letters.
func turned(a, b string) bool { return len(a) >= leastSpelled && identity.Turned(a, b) }

// doubled reports whether two words differ in a letter that one has twice.
func doubled(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	i := identity.AlikeTo(a, b)
	return len(a) >= leastSpelled && len(a) < len(b) && i > 0 && b[i] == b[i-1] && identity.OneEdit(a, b)
}
